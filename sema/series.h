/* Series: a few names put into words, "E1, E2 and E3". */
#ifndef SENC_SEMA_SERIES_H
#define SENC_SEMA_SERIES_H

#include "support/arena.h"

#define SERIES_MOST 12 /* names that are written out; of more it is said how many */

/* Zero-initialise. */
typedef struct Series {
    Str names[SERIES_MOST];
    uint32_t count; /* also of those there was no room for */
} Series;

/* Adds a name, a slice that outlives the series. */
void series_add(Series *series, Str name);

/* "E1", "E1 and E2", "E1, E2 and 5 more"; empty for none. `last` stands before the last: "and", "or". */
Str series_text(Arena *arena, const Series *series, const char *last);

#endif
