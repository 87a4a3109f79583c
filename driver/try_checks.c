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

/* How often a rule will be tried on a record: what decides whether it pays to compile. */
static uint64_t count_trials(const Program *program, const Records *records)
{
    uint64_t trials = 0;
    for (uint32_t i = 0; i < program->rule_count; i++)
        trials += records_table(records, (Kind)program->rules[i].on.kind)->count;
    return trials;
}

/* The library's checks are machine code already; the school's own where that pays. */
static void run_checks(CheckRun *run, OwnCode *code, Findings *findings)
{
    const Program *own = run->programs[1];
    CheckKernel *const *kernels[] = {library_kernels, NULL};
    LlvmCode own_code = {0};
    if (code && own_code_take(code, own, count_trials(own, run->derived->records), &own_code))
        kernels[1] = own_code.kernels;
    run->kernels = kernels;
    checks_run(run, findings);
    if (code)
        own_code_drop(code, &own_code);
}

void project_try_checks(Project *project, const ProjectFiles *named, OwnCode *code, const Options *options)
{
    Findings *findings = project->findings;
    const Records *records = &project->records;
    Program own;
    const Program *programs[] = {program_library(), &own};
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
                    .law_as_of = options->law_as_of,
                    .has_school = has_school(records),
                    .silent = silent_sources(project, named, findings)};
    samples_report(project->language, records, &own, run.silent, findings);
    run_checks(&run, code, findings);
    records_derived_free(&derived);
}
