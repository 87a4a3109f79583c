/* Files: reading sources whole, finding plans in folders, and writing outputs whole or not at all. */
#ifndef SENC_DRIVER_FILES_H
#define SENC_DRIVER_FILES_H

#include "support/finding.h"
#include "support/out.h"

/* Reads a file ("-": standard input) into a source called `name`; NULL, and a finding at `place` (whose
 * source may be NULL), when it is a folder or a device, cannot be read or is larger than SOURCE_MOST. The
 * source and its text live in `arena`, but large texts that are read with malloc: freed by source_free. */
Source *source_read(const char *path, Str name, Place place, Arena *arena, Findings *findings);
/* The same of a text, which is copied. */
Source *source_from(Str text, Str name, Arena *arena);
void source_free(Source *source);

/* The absolute path without links; empty when there is no such file. */
Str path_real(const char *path, Arena *arena);
/* The folder of a path: up to its last slash, or ".". */
Str path_folder(Str path, Arena *arena);
/* `file` as seen from `folder`, with a zero byte behind it. */
Str path_join(Str folder, Str file, Arena *arena);
bool path_exists(Str path);
bool path_is_folder(const char *path);

typedef ARRAY(Str) Paths;

/* All files that end in .sen below a folder, in the order of their names; what is hidden and links to folders
 * are passed over. A finding for each folder that cannot be read. */
void folder_plans(const char *folder, Paths *paths, Arena *arena, Findings *findings);

/* Sorts by name, and leaves out repetitions. */
void paths_sort_once(Paths *paths);

/* Where the modules lie: beside the program that was built, or in the lib folder of the one installed. */
Str folder_of_modules(Arena *arena);

/* Files that are being written: each under another name beside its own until all are whole. */
typedef struct Writing {
    ARRAY(struct {
        const char *path;
        char *temporary;
    })
    files;
} Writing;

/* Writes `bytes` for `path`, under a temporary name that only its owner can read. False, and a finding, when
 * it cannot be written. */
bool writing_add(Writing *writing, const char *path, Str bytes, Findings *findings);
/* The same for a file that is there, whose owner and permissions the new one takes over; one that the user
 * may not write is left alone. */
bool writing_replace(Writing *writing, const char *path, Str bytes, Findings *findings);
/* Gives all files their names. False, and a finding, when that fails. */
bool writing_finish(Writing *writing, Findings *findings);
/* Takes away what has not been given its name, and frees the list. */
void writing_free(Writing *writing);

#endif
