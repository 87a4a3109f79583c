/* Arenas: a chain of blocks, filled one after the other and freed together. The one place where memory is
 * asked for, and so the one place that says when there is none. */
#include "support/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ArenaBlock {
    ArenaBlock *earlier;
    size_t size; /* of `bytes` */
    max_align_t bytes[];
};

#define BLOCK_FIRST ((size_t)16 << 10)
#define BLOCK_MOST  ((size_t)1 << 20)

static _Noreturn void memory_is_out(void)
{
    fputs("senc: the computer has no memory left for this; close other programs or compile fewer files at "
          "once\n",
          stderr);
    abort();
}

void *memory_grow(void *old, size_t size)
{
    void *grown = realloc(old, size ? size : 1);
    if (!grown)
        memory_is_out();
    return grown;
}

static ArenaBlock *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(ArenaBlock))
        memory_is_out();
    ArenaBlock *block = memory_grow(NULL, sizeof(ArenaBlock) + size);
    block->size = size;
    return block;
}

static void block_use(Arena *arena, ArenaBlock *block)
{
    arena->block = block;
    arena->free = (char *)block->bytes;
    arena->limit = arena->free + block->size;
}

/* A block of its own for something large, put behind the one in use, whose rest stays usable. */
static char *alloc_large(Arena *arena, size_t size)
{
    ArenaBlock *block = block_new(size);
    block->earlier = arena->block->earlier;
    arena->block->earlier = block;
    return (char *)block->bytes;
}

static void block_add(Arena *arena)
{
    size_t size = !arena->block ? BLOCK_FIRST : arena->block->size * 2;
    ArenaBlock *block = block_new(size < BLOCK_MOST ? size : BLOCK_MOST);
    block->earlier = arena->block;
    block_use(arena, block);
}

/* The next multiple of `align` at or after `at`; blocks begin at multiples of every alignment. */
static char *aligned(char *at, size_t align)
{
    return at + (-(uintptr_t)at & (align - 1));
}

void *arena_alloc(Arena *arena, size_t size, size_t align)
{
    if (!arena->block)
        block_add(arena);
    char *at = aligned(arena->free, align);
    if (at > arena->limit || size > (size_t)(arena->limit - at)) {
        if (size >= BLOCK_FIRST / 2)
            return memset(alloc_large(arena, size), 0, size);
        block_add(arena);
        at = arena->free;
    }
    arena->free = at + size;
    return memset(at, 0, size);
}

static void blocks_free(ArenaBlock *block)
{
    while (block) {
        ArenaBlock *earlier = block->earlier;
        free(block);
        block = earlier;
    }
}

void arena_free(Arena *arena)
{
    blocks_free(arena->block);
    *arena = (Arena){0};
}

void arena_reset(Arena *arena)
{
    if (!arena->block)
        return;
    blocks_free(arena->block->earlier);
    arena->block->earlier = NULL;
    block_use(arena, arena->block);
}

void *arena_copy(Arena *arena, const void *from, size_t size, size_t align)
{
    void *copy = arena_alloc(arena, size, align);
    if (size)
        memcpy(copy, from, size);
    return copy;
}

Str arena_str(Arena *arena, Str str)
{
    char *copy = arena_alloc(arena, str.length + 1, 1);
    if (str.length)
        memcpy(copy, str.at, str.length);
    return (Str){copy, str.length};
}

Str arena_format(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Str result = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return result;
}

Str arena_vformat(Arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = arena_alloc(arena, length < 0 ? 1 : (size_t)length + 1, 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return (Str){text, length < 0 ? 0 : (size_t)length};
}
