/* Arena: memory that is given out piece by piece and given back all at once. */
#ifndef SENC_SUPPORT_ARENA_H
#define SENC_SUPPORT_ARENA_H

#include "support/str.h"

#include <stdalign.h>
#include <stdarg.h>

typedef struct ArenaBlock ArenaBlock;

/* Zero-initialise; nothing is taken before the first use. */
typedef struct Arena {
    ArenaBlock *block;  /* the block in use; it leads to the earlier ones */
    char *free, *limit; /* what is left of it */
} Arena;

/* `size` zeroed bytes at a multiple of `align` (a power of two). Never NULL: when memory is out, one message
 * is written to standard error and the process aborts, for nothing sensible can follow. */
void *arena_alloc(Arena *arena, size_t size, size_t align);

/* Gives all memory back; the arena is empty and may be used again. */
void arena_free(Arena *arena);

/* Forgets all that was given out but keeps one block, warm in the cache, for what comes next. */
void arena_reset(Arena *arena);

/* A copy of `size` bytes, or of the slice (with a zero byte behind it, not counted). */
void *arena_copy(Arena *arena, const void *from, size_t size, size_t align);
Str arena_str(Arena *arena, Str str);

/* printf into the arena. The result has a zero byte behind it. */
Str arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str arena_vformat(Arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type), alignof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (count), alignof(type)))

/* malloc and realloc that never return NULL, with the same message and abort: for growing arrays only. */
void *memory_grow(void *old, size_t size);

#endif
