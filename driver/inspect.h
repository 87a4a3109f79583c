/* Inspecting: one project from its files to its findings, and the safe changes that they offer, made in
 * memory. */
#ifndef SENC_DRIVER_INSPECT_H
#define SENC_DRIVER_INSPECT_H

#include "driver/gather.h"
#include "driver/own_code.h"

/* What was read of a project, and found. */
typedef struct Inspection {
    Project project;
    Findings findings;
    ProjectFiles named; /* the files that the user named; without those that cannot be read */
} Inspection;

/* A file that would be another with its fixes made. */
typedef struct MendedFile {
    Str name; /* as the user would name it */
    Str path; /* without links */
    Str before, after;
    bool from_standard_input;
    size_t fixes;
    Str told; /* a line for each fix */
} MendedFile;

/* A project, as it is or as it would be. */
typedef struct Inspected {
    Arena arena;
    Inspection *as_is, *mended; /* the same where nothing was fixed */
    Overlay overlay;
    ARRAY(MendedFile)
    files; /* that were fixed; with standard input, fixed or not, where that is to be printed */
} Inspected;

/* Reads and checks the files of a group. With --fix or --diff also makes the fixes, again and again until
 * there are no more; only in files that were named and lie in the project. Freed with inspected_free. */
Inspected *inspect(const Gathering *gathering, const Group *group, OwnCode *code, const Options *options);

void inspected_free(Inspected *inspected);

#endif
