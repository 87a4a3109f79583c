/* Gathering: the files that a user named, or that lie in the folders named, by their projects. */
#ifndef SENC_DRIVER_GATHER_H
#define SENC_DRIVER_GATHER_H

#include "driver/options.h"
#include "driver/project.h"

/* A file, in the chain of its project. */
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

/* Zero-initialise; freed with gathering_free. */
typedef struct Gathering {
    Arena arena;
    ARRAY(Entry) entries;
    PathSet roots;       /* of the groups: the folder of a school.sen, else the file itself */
    ARRAY(Group) groups; /* by their numbers in `roots`: in the order of their first files */
    Str folder;          /* the last file's … */
    ProjectRoot root;    /* … and its project, the next file's most often */
} Gathering;

/* Adds what the options name; findings about what could not be looked through. */
void gather_inputs(Gathering *gathering, const Options *options, Findings *findings);

void gathering_free(Gathering *gathering);

#endif
