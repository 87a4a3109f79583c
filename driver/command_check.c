/* senc check: findings only. Files of one project are checked together, for their codes must differ; projects
 * one after the other, each with its own records and findings, so that only one is in memory. */
#include "driver/commands.h"
#include "driver/project.h"
#include "driver/tally.h"

#include <stdlib.h>
#include <string.h>

/* A file to check, in the chain of its project. */
typedef struct Entry {
    const char *path; /* "-" for standard input */
    Str name;         /* as the user would name it */
    size_t next;      /* index + 1; 0 at the end */
} Entry;

/* The files of a project: indexes of entries. */
typedef struct Group {
    ProjectRoot root;
    size_t first, last;
} Group;

typedef struct Checking {
    const Options *options;
    Arena arena;
    ARRAY(Entry) entries;
    PathSet roots;       /* of the groups: the folder of a school.sen, else the file itself */
    ARRAY(Group) groups; /* by their numbers in `roots`: in the order of their first files */
    Str folder;          /* the last file's … */
    ProjectRoot root;    /* … and its project, the next file's most often */
    PathSet told;        /* files whose findings have been printed, by their paths without links */
    Findings findings;   /* about what could not be looked through */
} Checking;

/* ---- which files ---- */

static ProjectRoot root_of(Checking *checking, Str path)
{
    Str folder = path_folder(path, &checking->arena);
    if (!checking->entries.count || !str_equal(folder, checking->folder)) {
        checking->folder = folder;
        checking->root = project_root(path.at, &checking->arena);
    }
    return checking->root;
}

static void add_path(Checking *checking, Str path)
{
    Str name = str_equal(path, STR("-")) ? str_from(checking->options->stdin_name) : path;
    ProjectRoot root = root_of(checking, name);
    uint32_t number = path_set_add(&checking->roots, root.has_school ? root.folder : name);
    size_t index = checking->entries.count;
    if (number == checking->groups.count)
        ARRAY_ADD(&checking->groups, (Group){root, index, index});
    else
        checking->entries.at[checking->groups.at[number].last].next = index + 1;
    checking->groups.at[number].last = index;
    ARRAY_ADD(&checking->entries, (Entry){path.at, name, 0});
}

static void gather(Checking *checking, const char *path)
{
    Paths found = {0};
    if (strcmp(path, "-") && path_is_folder(path))
        folder_plans(path, &found, &checking->arena, &checking->findings);
    else
        ARRAY_ADD(&found, str_from(path));
    for (size_t i = 0; i < found.count; i++)
        add_path(checking, found.at[i]);
    free(found.at);
}

/* ---- checking ---- */

/* Leaves out what has been told already: two plans without a school may use the same file. */
static void leave_out_told(Checking *checking, const Project *project, Findings *findings)
{
    bool *told = ARENA_ARRAY(&checking->arena, bool, project->files.count + 1);
    for (size_t i = 0; i < project->files.count; i++) {
        Str path = project->names.paths.at[i];
        told[project->files.at[i]->source->index] = path_set_find(&checking->told, path) != PATH_NONE;
        path_set_add(&checking->told, arena_str(&checking->arena, path));
    }
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.count; i++) {
        Finding *finding = findings->list.at[i];
        if (!finding->place.source || !told[finding->place.source->index])
            findings->list.at[kept++] = finding;
    }
    findings->list.count = kept;
}

static void check_group(Checking *checking, const Group *group, Tally *tally)
{
    Findings findings = {0};
    Project project;
    project_open(&project, language_standard(), group->root, checking->options->today, &findings);
    for (size_t next = group->first + 1; next; next = checking->entries.at[next - 1].next) {
        const Entry *entry = &checking->entries.at[next - 1];
        project_add(&project, entry->path, entry->name);
    }
    project_link(&project);
    leave_out_told(checking, &project, &findings);
    tally_add(tally, &findings);
    project_free(&project);
    findings_free(&findings);
}

int command_check(const Options *options)
{
    Checking checking = {.options = options};
    Tally tally = {.options = options, .stream = stdout};
    if (!options->inputs.count)
        gather(&checking, ".");
    for (size_t i = 0; i < options->inputs.count; i++)
        gather(&checking, options->inputs.at[i]);
    for (size_t i = 0; i < checking.groups.count; i++)
        check_group(&checking, &checking.groups.at[i], &tally);
    if (!checking.entries.count && !checking.findings.list.count)
        finding_no_plans_found(&checking.findings, (Place){0});
    tally_add(&tally, &checking.findings);
    free(checking.entries.at);
    free(checking.groups.at);
    path_set_free(&checking.roots);
    path_set_free(&checking.told);
    findings_free(&checking.findings);
    arena_free(&checking.arena);
    return tally_finish(&tally);
}
