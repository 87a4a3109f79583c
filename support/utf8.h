/* UTF-8: checking, walking, and how wide a text stands on a terminal. */
#ifndef SENC_SUPPORT_UTF8_H
#define SENC_SUPPORT_UTF8_H

#include "support/str.h"

/* The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7) or is a NUL; the length
 * when there is none. */
size_t utf8_first_bad(Str text);

/* The code point that begins at `at` (before `end`), and in `*size` its bytes. For an ill-formed byte U+FFFD
 * and 1, so that a walk always ends. */
uint32_t utf8_decode(const char *at, const char *end, unsigned *size);

/* How many terminal columns the text takes: combining marks none, East Asian wide characters two; a tab runs
 * to the next multiple of eight, counted from `column` (0 at the start of the line). */
unsigned utf8_width(Str text, unsigned column);

/* How many characters (code points) the text has. */
size_t utf8_count(Str text);

#endif
