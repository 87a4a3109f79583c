/* Project: the files of one compilation, from their text to linked records. A project is the folder with a
 * school.sen, found by walking up, else a single file; what lies outside its folder cannot be used. Projects
 * share nothing. */
#ifndef SENC_DRIVER_PROJECT_H
#define SENC_DRIVER_PROJECT_H

#include "driver/files.h"
#include "driver/path_set.h"
#include "lexer/token.h"
#include "sema/loose.h"
#include "sema/phrase.h"

/* What stays of a file once it is bound: its text, of which records and findings hold slices. */
typedef struct ProjectFile {
    Source *source;
    Str path;     /* without links: what tells it from others */
    bool loading; /* its `use`s are being followed: another `use` of it would go round in a circle */
} ProjectFile;

typedef ARRAY(const ProjectFile *) ProjectFiles;

/* What a file is taken apart into, gone when it is bound; its memory serves the next file. A file that is
 * `use`d is read while the one that uses it waits, so there are as many as files wait for another. */
typedef struct Bench {
    Tokens tokens;
    Arena lines; /* of the tree */
} Bench;

/* Where a project lies. */
typedef struct ProjectRoot {
    Str folder; /* without links: that of school.sen, else that of the file */
    bool has_school;
} ProjectRoot;

/* Texts to read in place of what files hold, by their paths without links. */
typedef struct Overlay {
    PathSet paths;
    ARRAY(Str) texts; /* by the number of the path */
} Overlay;

typedef struct Project {
    const Language *language;
    Arena arena;
    Findings *findings;
    Records records;
    ProjectRoot root;
    bool is_loose;              /* what is added holds statements, no records … */
    LooseAs loose_as;           /* … of this kind */
    const Overlay *overlay;     /* NULL for none; outlives the project */
    Str standard_input;         /* the file it stands for, empty for none: read in its place */
    PathSet names;              /* the path of each file without links: what tells files apart */
    ARRAY(ProjectFile *) files; /* by their numbers in `names` */
    ARRAY(Bench *) benches;     /* the first `benches_taken` are at work */
    size_t benches_taken;
} Project;

/* The root of the project that the file at `path` belongs to, which need not be there. */
ProjectRoot project_root(const char *path, Arena *arena);

/* Sets up an empty project; `root` must outlive it. */
void project_open(Project *project, const Language *language, ProjectRoot root, int32_t today,
                  Findings *findings);

/* Adds a file, after its school.sen and what it uses; NULL when it cannot be read (a finding says why).
 * `name`, with a zero byte behind it, is what findings call it; for standard input ("-") the file it stands
 * for. */
const ProjectFile *project_add(Project *project, const char *path, Str name);

/* Adds its school.sen, with what that uses; NULL when it has none or it cannot be read. `from` is the name of
 * a file that may not be there: the school's is told as seen from it. */
const ProjectFile *project_add_school(Project *project, Str from);

/* Whether a path without links lies in the project's folder. */
bool project_holds(const Project *project, Str path);

/* Links all that was added. Once. */
void project_link(Project *project);

/* Gives back the texts and records: of a project in which nothing was found only the names of its files are
 * wanted. */
void project_slim(Project *project);

void project_free(Project *project);

#endif
