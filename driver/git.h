/* Git: which plans of a checkout differ from a revision, asked of git's own command. */
#ifndef SENC_DRIVER_GIT_H
#define SENC_DRIVER_GIT_H

#include "driver/files.h"

/* Adds the plans (files whose names end in .sen) below `folders` (none: the folder senc runs in) that are
 * new, or differ from the revision `since` (NULL: the last commit), as seen from the folder senc runs in, in
 * the order of their names. A finding when git cannot say. */
void git_changed(const char *since, const char *const *folders, size_t folder_count, Paths *paths,
                 Arena *arena, Findings *findings);

#endif
