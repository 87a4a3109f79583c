/* In: a linked project; out: what the checks find in it. */
#include "driver/try_checks.h"

#include "sema/check/compile.h"
#include "sema/check/run.h"
#include "sema/check/sample.h"

static bool is_named(const Inspection *inspection, const Source *source)
{
    for (size_t i = 0; i < inspection->named.count; i++)
        if (inspection->named.at[i]->source == source)
            return true;
    return false;
}

/* Of which files nothing is said: those nobody asked for, and those with errors. */
static const bool *silent_sources(Inspection *inspection)
{
    const Records *records = &inspection->project.records;
    bool *silent = ARENA_ARRAY(&inspection->project.arena, bool, records->sources.count + 1);
    for (size_t i = 0; i < records->sources.count; i++)
        silent[i] = !is_named(inspection, records->sources.at[i]);
    for (size_t i = 0; i < inspection->findings.list.count; i++) {
        const Finding *finding = inspection->findings.list.at[i];
        if (finding->severity == SEVERITY_error && finding->place.source)
            silent[finding->place.source->index] = true;
    }
    return silent;
}

static bool has_school(const Records *records)
{
    return records->school.head.count > 0;
}

void inspection_try_checks(Inspection *inspection, const Options *options)
{
    Project *project = &inspection->project;
    const Records *records = &project->records;
    Program own;
    const Program *programs[] = {program_library(), &own};
    checks_compile(project->language, records, program_library(), &project->arena, &own,
                   &inspection->findings);
    if (options->no_checks)
        return;
    findings_sort(&inspection->findings); /* what is hushed is no error */
    Derived derived;
    records_derive(&derived, records);
    CheckRun run = {.derived = &derived,
                    .programs = programs,
                    .program_count = own.check_count ? 2 : 1,
                    .law_as_of = options->law_as_of,
                    .has_school = has_school(records),
                    .silent = silent_sources(inspection)};
    samples_report(project->language, records, &own, run.silent, &inspection->findings);
    checks_run(&run, &inspection->findings);
    records_derived_free(&derived);
}
