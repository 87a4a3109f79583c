/* senc check: findings only. Files of one project are checked together, so that codes are unique in it. */
#include "driver/commands.h"
#include "driver/project.h"

#include <stdlib.h>
#include <string.h>

typedef struct Checking {
    const Options *options;
    Findings findings;
    Arena arena;
    Paths paths;               /* files, as the user would name them */
    ARRAY(Str) roots;          /* each path's project */
    ARRAY(Project *) projects; /* kept until the findings are printed: these show lines of their sources */
} Checking;

static void add_path(Checking *checking, Str path)
{
    bool has_school;
    ARRAY_ADD(&checking->paths, path);
    ARRAY_ADD(&checking->roots, project_root_of(path.at, &checking->arena, &has_school));
}

static void gather(Checking *checking, const char *path)
{
    if (strcmp(path, "-") && path_is_folder(path)) {
        Paths found = {0};
        folder_plans(path, &found, &checking->arena);
        for (size_t i = 0; i < found.count; i++)
            add_path(checking, found.at[i]);
        free(found.at);
    } else {
        add_path(checking, str_from(path));
    }
}

/* Checks the files of one project, those after `first` that share its root. */
static void check_project(Checking *checking, size_t first)
{
    Str root = checking->roots.at[first];
    Project *project = ARENA_NEW(&checking->arena, Project);
    project_open(project, language_standard(), checking->paths.at[first].at, checking->options->today,
                 &checking->findings);
    for (size_t i = first; i < checking->paths.count; i++) {
        if (!str_equal(checking->roots.at[i], root))
            continue;
        Str path = checking->paths.at[i];
        bool standard_input = str_equal(path, STR("-"));
        project_add(project, path.at, standard_input ? str_from(checking->options->stdin_name) : path);
        if (i > first)
            checking->roots.at[i] = STR("");
    }
    project_link(project);
    ARRAY_ADD(&checking->projects, project);
}

int command_check(const Options *options)
{
    Checking checking = {.options = options};
    if (!options->inputs.count)
        gather(&checking, ".");
    for (size_t i = 0; i < options->inputs.count; i++)
        gather(&checking, options->inputs.at[i]);
    for (size_t i = 0; i < checking.paths.count; i++)
        if (checking.roots.at[i].length)
            check_project(&checking, i);
    if (!checking.paths.count)
        finding_no_plans_found(&checking.findings, (Place){0});
    int status = findings_report(&checking.findings, options, false);
    for (size_t i = 0; i < checking.projects.count; i++)
        project_free(checking.projects.at[i]);
    free(checking.projects.at);
    free(checking.paths.at);
    free(checking.roots.at);
    findings_free(&checking.findings);
    arena_free(&checking.arena);
    return status;
}
