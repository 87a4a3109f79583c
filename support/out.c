/* The buffer that printers write into. Knows nothing of files, terminals or the locale. */
#include "support/out.h"

#include "support/arena.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OUT_FIRST ((size_t)1 << 12)

/* Makes room for `count` bytes more and returns where they go. */
static char *reserve(Out *out, size_t count)
{
    if (out->room - out->length < count) {
        size_t room = out->room ? out->room : OUT_FIRST;
        while (room - out->length < count)
            room *= 2;
        out->at = memory_grow(out->at, room);
        out->room = room;
    }
    return out->at + out->length;
}

void out_free(Out *out)
{
    free(out->at);
    *out = (Out){0};
}

void out_char(Out *out, char c)
{
    *reserve(out, 1) = c;
    out->length++;
}

void out_bytes(Out *out, const void *bytes, size_t count)
{
    if (count == 0)
        return;
    memcpy(reserve(out, count), bytes, count);
    out->length += count;
}

void out_str(Out *out, Str str)
{
    out_bytes(out, str.at, str.length);
}

void out_text(Out *out, const char *text)
{
    out_bytes(out, text, strlen(text));
}

void out_fill(Out *out, char c, size_t count)
{
    if (count == 0)
        return;
    memset(reserve(out, count), c, count);
    out->length += count;
}

void out_int(Out *out, int64_t number)
{
    out_format(out, "%" PRId64, number);
}

void out_thousandths(Out *out, int64_t thousandths)
{
    uint64_t size = thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;
    unsigned rest = (unsigned)(size % 1000);
    out_format(out, "%s%" PRIu64, thousandths < 0 ? "-" : "", size / 1000);
    if (rest == 0)
        return;
    int figures = rest % 10 ? 3 : rest % 100 ? 2 : 1;
    out_format(out, ".%0*u", figures, figures == 3 ? rest : figures == 2 ? rest / 10 : rest / 100);
}

void out_utf8(Out *out, uint32_t code)
{
    if (code < 0x80) {
        out_char(out, (char)code);
        return;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    out_char(out, (char)(lead[more] | code >> 6 * more));
    while (more-- > 0)
        out_char(out, (char)(0x80 | (code >> 6 * more & 0x3f)));
}

void out_format(Out *out, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        vsnprintf(reserve(out, (size_t)length + 1), (size_t)length + 1, format, again);
        out->length += (size_t)length;
    }
    va_end(again);
    va_end(arguments);
}

Str out_result(const Out *out)
{
    return (Str){out->at, out->length};
}
