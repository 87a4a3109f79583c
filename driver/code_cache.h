/* Code cache: files that senc keeps between runs for its user alone, in a folder that nobody else can enter.
 * What is read from them is run, so a file that another could have written is as good as none. Nothing of a
 * plan is ever kept there. */
#ifndef SENC_DRIVER_CODE_CACHE_H
#define SENC_DRIVER_CODE_CACHE_H

#include "support/out.h"

typedef struct CodeCache {
    int folder; /* -1: there is none */
} CodeCache;

/* Opens the cache in `folder`, which is made where it is not there with `make`. One that is not its user's
 * own, or that others can enter, is refused. */
CodeCache code_cache_open(const char *folder, bool make);
void code_cache_close(CodeCache *cache);

/* Whether there is a file of that name that may be trusted; with `bytes`, what it holds. */
bool code_cache_read(const CodeCache *cache, const char *name, Out *bytes);

/* Writes a file whole, in place of one that has its name; false where that cannot be done, which is no
 * mistake. So that the folder stays small, what has lain there longest is taken away. */
bool code_cache_write(const CodeCache *cache, const char *name, Str bytes);

#endif
