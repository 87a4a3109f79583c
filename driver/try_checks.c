/* In: a linked project; out: what the checks find in it. */
#include "driver/try_checks.h"

#include "sema/check/compile.h"
#include "sema/check/run.h"
#include "sema/check/sample.h"

/* Of which files nothing is said: those nobody asked for, and those with errors. */
static const bool *silent_sources(Project *project, const ProjectFiles *named, const Findings *findings)
{
    const Records *records = &project->records;
    bool *silent = ARENA_ARRAY(&project->arena, bool, records->sources.count + 1);
    for (size_t i = 0; i < records->sources.count; i++)
        silent[i] = true;
    for (size_t i = 0; i < named->count; i++)
        silent[named->at[i]->source->index] = false;
    for (size_t i = 0; i < findings->list.count; i++) {
        const Finding *finding = findings->list.at[i];
        if (finding->severity == SEVERITY_error && finding->place.source)
            silent[finding->place.source->index] = true;
    }
    return silent;
}

static bool has_school(const Records *records)
{
    return records->school.head.count > 0;
}

void project_try_checks(Project *project, const ProjectFiles *named, const Options *options)
{
    Findings *findings = project->findings;
    const Records *records = &project->records;
    Program own;
    const Program *programs[] = {program_library(), &own};
    CheckKernel *const *const kernels[] = {library_kernels, NULL};
    checks_compile(project->language, records, program_library(), &project->arena, &own, findings);
    if (options->no_checks)
        return;
    findings_sort(findings); /* what is hushed is no error */
    Derived derived;
    records_derive(&derived, records);
    derived.is_loose = project->is_loose;
    CheckRun run = {.derived = &derived,
                    .programs = programs,
                    .program_count = own.check_count || own.words[1] ? 2 : 1,
                    .kernels = kernels,
                    .law_as_of = options->law_as_of,
                    .has_school = has_school(records),
                    .silent = silent_sources(project, named, findings)};
    samples_report(project->language, records, &own, run.silent, findings);
    checks_run(&run, findings);
    records_derived_free(&derived);
}
