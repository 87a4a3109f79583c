/* Growable arrays: a pointer, a count and a room, doubled when full. Freed with free(). */
#ifndef SENC_SUPPORT_ARRAY_H
#define SENC_SUPPORT_ARRAY_H

#include "support/arena.h"

/* The fields of an array of `type`, for use inside a struct. */
#define ARRAY(type)                                                                                          \
    struct {                                                                                                 \
        type *at;                                                                                            \
        size_t count, room;                                                                                  \
    }

/* Makes room for one more than `count`. Evaluates `array` more than once. */
#define ARRAY_RESERVE(array)                                                                                 \
    ((array)->count < (array)->room                                                                          \
         ? (void)0                                                                                           \
         : (void)((array)->room = (array)->room ? (array)->room * 2 : 16,                                    \
                  (array)->at = memory_grow((array)->at, (array)->room * sizeof *(array)->at)))

/* Appends `...` (an expression of the array's type). */
#define ARRAY_ADD(array, ...) (ARRAY_RESERVE(array), (void)((array)->at[(array)->count++] = (__VA_ARGS__)))

#endif
