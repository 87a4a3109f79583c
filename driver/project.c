/* Loading the files of a project: the school first, then what a file uses, then the file. */
#include "driver/project.h"

#include "lexer/literal.h"
#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/lend.h"
#include "sema/link.h"

#include <stdlib.h>
#include <string.h>

/* The files that may wait for one another: each takes room on the stack. */
#define USES_MOST 100

/* ---- where the project lies ---- */

ProjectRoot project_root(const char *path, Arena *arena)
{
    Str start = path_real(path_folder(str_from(path), arena).at, arena);
    if (!start.length)
        start = path_real(".", arena);
    for (Str folder = start; folder.length; folder = path_folder(folder, arena)) {
        if (path_exists(path_join(folder, STR("school.sen"), arena)))
            return (ProjectRoot){folder, true};
        if (folder.length == 1)
            break;
    }
    return (ProjectRoot){start, false};
}

void project_open(Project *project, const Language *language, ProjectRoot root, int32_t today,
                  Findings *findings)
{
    *project = (Project){.language = language, .findings = findings, .root = root};
    project->records.today = today;
}

static bool is_inside(Str root, Str path)
{
    return str_starts(path, root) &&
           (root.length == 1 || path.length == root.length || path.at[root.length] == '/');
}

/* What tells a file from others: its path without links; what has none (a pipe) goes by the name it has.
 * Standard input may stand for a file that is there. */
static Str identity(const char *path, Str name, Arena *arena)
{
    Str real = path_real(strcmp(path, "-") ? path : name.at, arena);
    return real.length ? real : str_from(path);
}

static ProjectFile *find_file(const Project *project, Str real)
{
    uint32_t number = path_set_find(&project->names, real);
    return number == PATH_NONE ? NULL : project->files.at[number];
}

/* ---- use ---- */

static void load(Project *project, const char *path, Str real, Str name, Place place);

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
    if (real.length && !is_inside(project->root.folder, real))
        finding_use_outside(project->findings, place, text);
    else if (known && known->loading)
        finding_use_in_circle(project->findings, place, text,
                              known == file ? "is this file itself"
                                            : "uses this file in turn, so they go round in a circle");
    else if (!known && project->benches_taken == USES_MOST)
        finding_use_too_deep(project->findings, place, USES_MOST);
    else if (!known)
        load(project, path.at, real, path, place);
}

static void follow_uses(Project *project, const ProjectFile *file, const Tree *tree)
{
    uint32_t use = vocabulary_find(&project->language->words, STR("use"));
    for (const Line *line = tree->first; line; line = line->next) {
        const Token *token = &tree->tokens->list.at[line->first_value];
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

/* ---- benches ---- */

/* Tokens that a bench keeps room for: those of a file larger than most are given back at once. */
#define BENCH_KEEPS ((size_t)1 << 16)

static Bench *bench_take(Project *project)
{
    if (project->benches_taken == project->benches.count)
        ARRAY_ADD(&project->benches, ARENA_NEW(&project->arena, Bench));
    return project->benches.at[project->benches_taken++];
}

static void bench_give_back(Project *project, Bench *bench)
{
    arena_reset(&bench->lines);
    if (bench->tokens.list.room > BENCH_KEEPS)
        tokens_free(&bench->tokens);
    project->benches_taken--;
}

/* ---- loading ---- */

/* Scans and parses the file; NULL where it could not be scanned. */
static const Tree *take_apart(const Project *project, Source *source, Bench *bench)
{
    const Vocabulary *words = &project->language->words;
    if (!scan(source, words, &bench->tokens, project->findings))
        return NULL;
    return parse(source, &bench->tokens, words, &bench->lines, project->findings);
}

/* The text of the file, from where it is to be read. */
static Source *read_source(Project *project, const char *path, Str real, Str name, Place place)
{
    uint32_t number = project->overlay ? path_set_find(&project->overlay->paths, real) : PATH_NONE;
    if (number != PATH_NONE)
        return source_from(project->overlay->texts.at[number], name, &project->arena);
    bool from_standard_input = project->standard_input.length && str_equal(real, project->standard_input);
    return source_read(from_standard_input ? "-" : path, name, place, &project->arena, project->findings);
}

/* NULL where it cannot be read. */
static ProjectFile *open_file(Project *project, const char *path, Str real, Str name, Place place)
{
    Source *source = read_source(project, path, real, name, place);
    if (!source)
        return NULL;
    ProjectFile *file = ARENA_NEW(&project->arena, ProjectFile);
    *file = (ProjectFile){.source = source, .path = real, .loading = true};
    path_set_add(&project->names, real);
    ARRAY_ADD(&project->files, file);
    return file;
}

/* Rows stand in the order in which files are bound, so its number is the order of binding. */
static void number_file(Project *project, ProjectFile *file)
{
    file->loading = false;
    file->source->index = (uint32_t)project->records.sources.count;
    ARRAY_ADD(&project->records.sources, file->source);
}

static void load(Project *project, const char *path, Str real, Str name, Place place)
{
    ProjectFile *file = open_file(project, path, real, name, place);
    if (!file)
        return;
    Bench *bench = bench_take(project);
    const Tree *tree = take_apart(project, file->source, bench);
    if (tree)
        follow_uses(project, file, tree);
    number_file(project, file);
    if (tree)
        bind(project->language, tree, &project->records, project->findings);
    bench_give_back(project, bench);
}

/* A text of statements. */
static void load_loose(Project *project, const char *path, Str real, Str name)
{
    ProjectFile *file = open_file(project, path, real, name, (Place){0});
    if (!file)
        return;
    number_file(project, file);
    if (source_is_text(file->source, project->findings))
        loose_bind(file->source, project->loose_as, &project->records);
}

/* The folder above one, as the user would name it. */
static Str folder_above(Str folder, Arena *arena)
{
    if (str_equal(folder, STR(".")))
        return STR("..");
    return str_ends(folder, STR("..")) ? path_join(folder, STR(".."), arena) : path_folder(folder, arena);
}

/* What to call the school's file: as seen from where the user stands, like the plan's name. */
static Str school_name(Str school, Str plan, Arena *arena)
{
    Str folder = path_folder(plan, arena);
    for (int steps = 0; steps < 100; steps++) {
        Str name = path_join(folder, STR("school.sen"), arena);
        if (str_equal(path_real(name.at, arena), school))
            return name;
        folder = folder_above(folder, arena);
    }
    return school;
}

const ProjectFile *project_add_school(Project *project, Str from)
{
    Str school = path_join(project->root.folder, STR("school.sen"), &project->arena);
    if (!project->root.has_school)
        return NULL;
    if (!find_file(project, school))
        load(project, school.at, school, school_name(school, from, &project->arena), (Place){0});
    return find_file(project, school);
}

const ProjectFile *project_add(Project *project, const char *path, Str name)
{
    Arena *arena = &project->arena;
    Str real = identity(path, name, arena);
    if (!strcmp(path, "-"))
        project->standard_input = real;
    Str school = path_join(project->root.folder, STR("school.sen"), arena);
    if (project->files.count == 0 && !str_equal(real, school))
        project_add_school(project, name);
    if (find_file(project, real))
        return find_file(project, real);
    if (project->is_loose)
        load_loose(project, path, real, name);
    else
        load(project, path, real, name, (Place){0});
    return find_file(project, real);
}

bool project_holds(const Project *project, Str path)
{
    return is_inside(project->root.folder, path);
}

void project_link(Project *project)
{
    records_lend(project->language, library_lent(), &project->records, project->findings);
    records_link(&project->records, project->findings);
}

void project_slim(Project *project)
{
    for (size_t i = 0; i < project->files.count; i++)
        source_free(project->files.at[i]->source);
    for (size_t i = 0; i < project->benches.count; i++) {
        tokens_free(&project->benches.at[i]->tokens);
        arena_free(&project->benches.at[i]->lines);
    }
    project->benches.count = 0;
    records_free(&project->records);
}

void project_free(Project *project)
{
    project_slim(project);
    free(project->benches.at);
    free(project->files.at);
    path_set_free(&project->names);
    arena_free(&project->arena);
}
