/* Loading the files of a project: the school first, then what a file uses, then the file. */
#include "driver/project.h"

#include "lexer/literal.h"
#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/link.h"

#include <stdlib.h>
#include <string.h>

/* ---- where the project lies ---- */

Str project_root_of(const char *path, Arena *arena, bool *has_school)
{
    bool standard_input = !strcmp(path, "-");
    Str start = path_real(standard_input ? "." : path_folder(str_from(path), arena).at, arena);
    *has_school = true;
    for (Str folder = start; folder.length; folder = path_folder(folder, arena)) {
        if (path_exists(path_join(folder, STR("school.sen"), arena)))
            return folder;
        if (folder.length == 1)
            break;
    }
    *has_school = false;
    return start;
}

void project_open(Project *project, const Language *language, const char *path, int32_t today,
                  Findings *findings)
{
    *project = (Project){.language = language, .findings = findings};
    project->records.today = today;
    project->root = project_root_of(path, &project->arena, &project->has_school);
}

static bool is_inside(Str root, Str path)
{
    return str_starts(path, root) &&
           (root.length == 1 || path.length == root.length || path.at[root.length] == '/');
}

/* The slot of the file of that path, or the empty one where it belongs. */
static uint32_t *file_slot(const Project *project, Str real)
{
    uint32_t mask = project->slot_count - 1, at = (uint32_t)str_hash(real) & mask;
    while (project->slots[at] && !str_equal(project->files.at[project->slots[at] - 1]->real, real))
        at = (at + 1) & mask;
    return &project->slots[at];
}

static ProjectFile *find_file(const Project *project, Str real)
{
    uint32_t number = project->slot_count && real.length ? *file_slot(project, real) : 0;
    return number ? project->files.at[number - 1] : NULL;
}

/* Keeps the file, so that it can be found by its path: a folder may hold ten thousand. */
static void keep_file(Project *project, ProjectFile *file)
{
    ARRAY_ADD(&project->files, file);
    if (2 * project->files.count > project->slot_count) {
        free(project->slots);
        project->slot_count = project->slot_count ? 2 * project->slot_count : 16;
        project->slots = memory_grow(NULL, project->slot_count * sizeof *project->slots);
        memset(project->slots, 0, project->slot_count * sizeof *project->slots);
        for (size_t i = 0; i + 1 < project->files.count; i++)
            if (project->files.at[i]->real.length)
                *file_slot(project, project->files.at[i]->real) = (uint32_t)i + 1;
    }
    if (file->real.length)
        *file_slot(project, file->real) = (uint32_t)project->files.count;
}

/* ---- use ---- */

static bool load(Project *project, const char *path, Str name, Place place);

static bool is_library(Str name)
{
    return str_equal_folded(name, STR("england")) || str_equal_folded(name, STR("england-2015"));
}

/* The file's own folder, for `use`: relative as the user named it. */
static void use_file(Project *project, const ProjectFile *file, const Token *token)
{
    Place place = {file->source, {token->first, token->end}};
    Str text = literal_text(file->source, token, &project->arena);
    Str path = path_join(path_folder(file->source->name, &project->arena), text, &project->arena);
    Str real = path_real(path.at, &project->arena);
    ProjectFile *known = find_file(project, real);
    if (real.length && !is_inside(project->root, real))
        finding_use_outside(project->findings, place, text);
    else if (known && known->loading)
        finding_use_in_circle(project->findings, place, text,
                              known == file ? "is this file itself"
                                            : "uses this file in turn, so they go round in a circle");
    else if (!known)
        load(project, path.at, path, place);
}

static void follow_uses(Project *project, const ProjectFile *file)
{
    uint32_t use = vocabulary_find(&project->language->words, STR("use"));
    for (const Line *line = file->tree->first; line; line = line->next) {
        const Token *token = &file->tokens.list.at[line->first_value];
        if (line->value_end - line->first_value < 2 || token->kind != TOKEN_word ||
            (uint32_t)token->value != use)
            continue;
        if (token[1].kind == TOKEN_text)
            use_file(project, file, token + 1);
        else if (token[1].kind == TOKEN_word && !is_library(token_text(file->source, token + 1)))
            finding_use_unknown_library(project->findings,
                                        (Place){file->source, {token[1].first, token[1].end}},
                                        token_text(file->source, token + 1));
    }
}

/* ---- loading ---- */

static bool load(Project *project, const char *path, Str name, Place place)
{
    Source *source = source_read(path, name, place, &project->arena, project->findings);
    if (!source)
        return false;
    ProjectFile *file = ARENA_NEW(&project->arena, ProjectFile);
    *file = (ProjectFile){.source = source,
                          .real = strcmp(path, "-") ? path_real(path, &project->arena) : STR(""),
                          .loading = true};
    keep_file(project, file);
    if (scan(source, &project->language->words, &file->tokens, project->findings)) {
        file->tree =
            parse(source, &file->tokens, &project->language->words, &project->arena, project->findings);
        follow_uses(project, file);
    }
    file->loading = false;
    /* rows stand in the order in which files are bound, so its number is the order of binding */
    source->index = (uint32_t)project->records.sources.count;
    ARRAY_ADD(&project->records.sources, source);
    if (file->tree)
        bind(project->language, file->tree, &project->records, project->findings);
    return true;
}

bool project_add(Project *project, const char *path, Str name)
{
    if (project->has_school && project->files.count == 0) {
        Str school = path_join(project->root, STR("school.sen"), &project->arena);
        Str shown = path_join(path_folder(name, &project->arena), STR("school.sen"), &project->arena);
        if (!str_equal(path_real(shown.at, &project->arena), school))
            shown = school;
        load(project, school.at, shown, (Place){0});
    }
    Str real = strcmp(path, "-") ? path_real(path, &project->arena) : STR("");
    if (find_file(project, real))
        return true;
    return load(project, path, name, (Place){0});
}

void project_link(Project *project)
{
    records_link(&project->records, project->findings);
}

void project_free(Project *project)
{
    for (size_t i = 0; i < project->files.count; i++) {
        tokens_free(&project->files.at[i]->tokens);
        source_free(project->files.at[i]->source);
    }
    free(project->files.at);
    free(project->slots);
    records_free(&project->records);
    arena_free(&project->arena);
}
