/* senc PLAN -o FILE …: checks a plan and writes its report. */
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/tally.h"
#include "driver/try_checks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int command_compile(const Options *options)
{
    if (options->inputs.count != 1) {
        fprintf(stderr, "senc: name one plan; to make reports of several, run senc for each.\n");
        return 2;
    }
    const char *path = options->inputs.at[0];
    Findings findings = {0};
    Project project;
    Arena arena = {0};
    project_open(&project, language_standard(), project_root(path, &arena), options->today, &findings);
    Str name = strcmp(path, "-") ? str_from(path) : STR("standard input");
    const ProjectFile *plan = project_add(&project, path, name);
    if (plan) {
        ProjectFiles named = {0};
        ARRAY_ADD(&named, plan);
        project_link(&project);
        project_try_checks(&project, &named, NULL, options);
        free(named.at);
        findings_sort(&findings); /* what is hushed does not count */
        bool wrong = findings.error_count > 0;
        if (!wrong || options->draft)
            outputs_make(&project, plan->source, options, wrong, &findings);
        else
            finding_not_written(&findings, (Place){0});
    }
    int status = findings_report(&findings, &project.records, options);
    project_free(&project);
    findings_free(&findings);
    arena_free(&arena);
    return status;
}
