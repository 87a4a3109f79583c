/* Project: the files of one compilation, from their text to linked records. A project is the folder with a
 * school.sen, found by walking up; what lies outside it cannot be used. */
#ifndef SENC_DRIVER_PROJECT_H
#define SENC_DRIVER_PROJECT_H

#include "driver/files.h"
#include "parser/tree.h"
#include "sema/phrase.h"

typedef struct ProjectFile {
    Source *source;
    Tokens tokens;
    Tree *tree;   /* NULL where the file could not be scanned */
    Str real;     /* its path without links: what tells files apart */
    bool loading; /* its `use`s are being followed: another `use` of it would go round in a circle */
} ProjectFile;

typedef struct Project {
    const Language *language;
    Arena arena;
    Findings *findings;
    Records records;
    Str root; /* without links; the folder of school.sen, else of the first file */
    bool has_school;
    ARRAY(ProjectFile *) files; /* in the order in which they were first named */
    uint32_t *slots;            /* a hash table of files by `real`: numbers + 1 */
    uint32_t slot_count;        /* a power of two, or 0 */
} Project;

/* Sets up an empty project for the file at `path`: finds its root. */
void project_open(Project *project, const Language *language, const char *path, int32_t today,
                  Findings *findings);

/* Adds a file, after its school.sen and what it uses; false when it cannot be read (a finding says why).
 * `name` is what findings call it. */
bool project_add(Project *project, const char *path, Str name);

/* Links all that was added. Once. */
void project_link(Project *project);

void project_free(Project *project);

/* The root of the project that a file belongs to, without links. */
Str project_root_of(const char *path, Arena *arena, bool *has_school);

#endif
