/* A set of paths: an array in order, and a hash table of numbers with free slots following taken ones. */
#include "driver/path_set.h"

#include <stdlib.h>
#include <string.h>

/* The slot of the path, or the empty one where it belongs. */
static uint32_t *slot_of(const PathSet *set, Str path)
{
    uint32_t mask = set->slot_count - 1, at = (uint32_t)str_hash(path) & mask;
    while (set->slots[at] && !str_equal(set->paths.at[set->slots[at] - 1], path))
        at = (at + 1) & mask;
    return &set->slots[at];
}

uint32_t path_set_find(const PathSet *set, Str path)
{
    return set->slot_count ? *slot_of(set, path) - 1 : PATH_NONE; /* 0 - 1 is PATH_NONE */
}

static void slots_grow(PathSet *set)
{
    free(set->slots);
    set->slot_count = set->slot_count ? 2 * set->slot_count : 16;
    set->slots = memory_grow(NULL, set->slot_count * sizeof *set->slots);
    memset(set->slots, 0, set->slot_count * sizeof *set->slots);
    for (size_t i = 0; i < set->paths.count; i++)
        *slot_of(set, set->paths.at[i]) = (uint32_t)i + 1;
}

uint32_t path_set_add(PathSet *set, Str path)
{
    uint32_t known = path_set_find(set, path);
    if (known != PATH_NONE)
        return known;
    if (2 * (set->paths.count + 1) > set->slot_count)
        slots_grow(set);
    ARRAY_ADD(&set->paths, path);
    *slot_of(set, path) = (uint32_t)set->paths.count;
    return (uint32_t)set->paths.count - 1;
}

void path_set_free(PathSet *set)
{
    free(set->paths.at);
    free(set->slots);
}
