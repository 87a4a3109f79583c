/* A set of paths, each with its number in the order in which they were added: a folder may hold ten thousand,
 * so none is looked for among all. */
#ifndef SENC_DRIVER_PATH_SET_H
#define SENC_DRIVER_PATH_SET_H

#include "support/array.h"

/* Zero-initialise; freed with path_set_free. The bytes of the paths are the caller's. */
typedef struct PathSet {
    ARRAY(Str) paths;
    uint32_t *slots;     /* a hash table: numbers + 1, 0 for none */
    uint32_t slot_count; /* a power of two, or 0 */
} PathSet;

#define PATH_NONE UINT32_MAX

/* The number of the path; PATH_NONE when it is not in the set. */
uint32_t path_set_find(const PathSet *set, Str path);
/* The number of the path, which is put into the set when it is not there. */
uint32_t path_set_add(PathSet *set, Str path);
void path_set_free(PathSet *set);

#endif
