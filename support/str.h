/* Str: a slice of bytes that somebody else owns (a source file, an arena, a literal). UTF-8 by convention. */
#ifndef SENC_SUPPORT_STR_H
#define SENC_SUPPORT_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A slice. `at` may be NULL when `length` is 0; there is no zero byte at the end. */
typedef struct Str {
    const char *at;
    size_t length;
} Str;

/* The slice of a string literal. */
#define STR(literal) ((Str){"" literal, sizeof(literal) - 1})
/* The same where a constant is wanted (tables). */
#define STR_INIT(literal)                                                                                    \
    {                                                                                                        \
        "" literal, sizeof(literal) - 1                                                                      \
    }
/* For printf-like functions: printf(STR_FMT, STR_ARG(name)). */
#define STR_FMT      "%.*s"
#define STR_ARG(str) (int)(str).length, (str).at

/* The slice of a C string; empty for NULL. */
Str str_from(const char *text);

/* `str` from byte `first` up to `end` (exclusive); both are cut to its length. */
Str str_slice(Str str, size_t first, size_t end);

bool str_equal(Str a, Str b);

/* Equal but for the case of ASCII letters. */
bool str_equal_folded(Str a, Str b);

/* Where `words` begins in `text` at or after `from`, but for the case of ASCII letters; the text's length
 * where it does not, or `words` is empty. */
size_t str_find_folded(Str text, Str words, size_t from);

/* Below, at or above 0 as `a` sorts before, with or after `b`, byte by byte. */
int str_compare(Str a, Str b);

bool str_starts(Str str, Str prefix);
bool str_ends(Str str, Str suffix);

/* Without white space (blank, tab, line end, no-break space) at both ends. */
Str str_trim(Str str);

/* Without white space, commas, colons, semicolons, hyphens and dashes at its end: what an ellipsis may
 * follow. */
Str str_trim_pause(Str str);

/* A 64-bit hash of the bytes; the same on every run and machine. */
uint64_t str_hash(Str str);

/* How many single-letter slips (one wrong, missing, added or swapped with its neighbour) lie between `a` and
 * `b`, the case of ASCII letters aside; `limit` + 1 as soon as there are more than `limit`. */
unsigned str_distance(Str a, Str b, unsigned limit);

#endif
