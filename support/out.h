/* Out: a growing buffer of bytes that every printer writes into; the driver alone puts it into files. */
#ifndef SENC_SUPPORT_OUT_H
#define SENC_SUPPORT_OUT_H

#include "support/str.h"

/* Zero-initialise; `at` is NULL while nothing has been written. Freed with out_free. */
typedef struct Out {
    char *at;
    size_t length, room;
} Out;

void out_free(Out *out);
void out_char(Out *out, char c);
void out_bytes(Out *out, const void *bytes, size_t count);
void out_str(Out *out, Str str);
void out_text(Out *out, const char *text);

/* `count` times the byte `c`. */
void out_fill(Out *out, char c, size_t count);

/* A whole number in decimal. */
void out_int(Out *out, int64_t number);

/* `thousandths` / 1000 in decimal, with as few digits as say it exactly (12.5, -0.25, 3), whatever the
 * locale. */
void out_thousandths(Out *out, int64_t thousandths);

/* The code point in UTF-8. */
void out_utf8(Out *out, uint32_t code_point);

/* printf; not for numbers with a decimal point, which the locale would change. */
void out_format(Out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What has been written. Valid until the next write. */
Str out_result(const Out *out);

#endif
