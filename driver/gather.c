/* In: the paths of the command line; out: files in groups. No file is opened here. */
#include "driver/gather.h"

#include "driver/git.h"

#include <stdlib.h>
#include <string.h>

static ProjectRoot root_of(Gathering *gathering, Str path)
{
    Str folder = path_folder(path, &gathering->arena);
    if (!gathering->entries.count || !str_equal(folder, gathering->folder)) {
        gathering->folder = folder;
        gathering->root = project_root(path.at, &gathering->arena);
    }
    return gathering->root;
}

static void add_path(Gathering *gathering, Str path, const Options *options)
{
    Str name = str_equal(path, STR("-")) ? str_from(options->stdin_name) : path;
    ProjectRoot root = root_of(gathering, name);
    uint32_t number = path_set_add(&gathering->roots, root.has_school ? root.folder : name);
    size_t index = gathering->entries.count;
    if (number == gathering->groups.count)
        ARRAY_ADD(&gathering->groups, (Group){root, index, index});
    else
        gathering->entries.at[gathering->groups.at[number].last].next = index + 1;
    gathering->groups.at[number].last = index;
    ARRAY_ADD(&gathering->entries, (Entry){path.at, name, 0});
}

static void gather(Gathering *gathering, const char *path, const Options *options, Findings *findings)
{
    Paths found = {0};
    if (strcmp(path, "-") && !options->prose && path_is_folder(path))
        folder_plans(path, &found, &gathering->arena, findings);
    else
        ARRAY_ADD(&found, str_from(path));
    for (size_t i = 0; i < found.count; i++)
        add_path(gathering, found.at[i], options);
    free(found.at);
}

/* What a school says of itself bears on all its plans, so where it differs they are looked at too. */
static void add_plans_of_schools(Gathering *gathering, Paths *found, Findings *findings)
{
    Arena *arena = &gathering->arena;
    size_t count = found->count;
    for (size_t i = 0; i < count; i++) {
        Str path = found->at[i];
        if (str_equal(path, STR("school.sen")) || str_ends(path, STR("/school.sen")))
            folder_plans(path_folder(path, arena).at, found, arena, findings);
    }
    paths_sort_once(found);
}

static void gather_changed(Gathering *gathering, const Options *options, Findings *findings)
{
    Paths found = {0};
    git_changed(options->changed_since, options->inputs.at, options->inputs.count, &found, &gathering->arena,
                findings);
    add_plans_of_schools(gathering, &found, findings);
    for (size_t i = 0; i < found.count; i++)
        add_path(gathering, found.at[i], options);
    free(found.at);
}

void gather_inputs(Gathering *gathering, const Options *options, Findings *findings)
{
    if (options->changed) {
        gather_changed(gathering, options, findings);
        return;
    }
    if (!options->inputs.count)
        gather(gathering, ".", options, findings);
    for (size_t i = 0; i < options->inputs.count; i++)
        gather(gathering, options->inputs.at[i], options, findings);
    if (!gathering->entries.count && !findings->list.count)
        finding_no_plans_found(findings, (Place){0});
}

void gathering_free(Gathering *gathering)
{
    free(gathering->entries.at);
    free(gathering->groups.at);
    path_set_free(&gathering->roots);
    arena_free(&gathering->arena);
}
