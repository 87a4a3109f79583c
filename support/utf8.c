/* UTF-8: checking (16 bytes at a time where they are ASCII), walking, and widths on a terminal. The only file
 * that asks utf8proc. */
#include "support/utf8.h"

#include <string.h>
#include <utf8proc.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define CODE_BAD  0xfffdu
#define TAB_WIDTH 8

/* How many bytes from `at` are surely ASCII and not NUL: a multiple of the step. */
static size_t plain_run(const char *at, size_t length)
{
    size_t done = 0;
#ifdef __SSE2__
    for (; length - done >= 16; done += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(at + done));
        if (_mm_movemask_epi8(_mm_cmpgt_epi8(bytes, _mm_setzero_si128())) != 0xffff)
            break;
    }
#else
    const uint64_t ones = 0x0101010101010101u;
    for (uint64_t word; length - done >= 8; done += 8) {
        memcpy(&word, at + done, 8);
        if (((word - ones) | word) & ones << 7)
            break;
    }
#endif
    return done;
}

/* How many bytes the well-formed sequence at `at` has (Unicode table 3-7), 0 for none. */
static unsigned sequence_size(const unsigned char *at, size_t length)
{
    unsigned char lead = at[0];
    if (lead < 0x80)
        return 1;
    unsigned size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size == 0 || size > length)
        return 0;
    unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < low || at[1] > high)
        return 0;
    for (unsigned i = 2; i < size; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    return size;
}

size_t utf8_first_bad(Str text)
{
    size_t done = 0;
    while (done < text.length) {
        size_t run = plain_run(text.at + done, text.length - done);
        done += run;
        /* A short stretch by single characters, then the fast way is tried again. */
        for (size_t end = done + 16; done < text.length && done < end;) {
            unsigned size = sequence_size((const unsigned char *)text.at + done, text.length - done);
            if (size == 0 || text.at[done] == '\0')
                return done;
            done += size;
        }
    }
    return text.length;
}

uint32_t utf8_decode(const char *at, const char *end, unsigned *size)
{
    const unsigned char *bytes = (const unsigned char *)at;
    *size = sequence_size(bytes, (size_t)(end - at));
    switch (*size) {
    case 1: return bytes[0];
    case 2: return (uint32_t)(bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f);
    case 3: return (uint32_t)(bytes[0] & 0x0f) << 12 | (uint32_t)(bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);
    case 4:
        return (uint32_t)(bytes[0] & 0x07) << 18 | (uint32_t)(bytes[1] & 0x3f) << 12 |
               (uint32_t)(bytes[2] & 0x3f) << 6 | (bytes[3] & 0x3f);
    default: *size = 1; return CODE_BAD;
    }
}

static unsigned code_width(uint32_t code)
{
    if (code >= 0x20 && code < 0x7f)
        return 1;
    int width = utf8proc_charwidth((utf8proc_int32_t)code);
    return width > 0 ? (unsigned)width : 0;
}

unsigned utf8_width(Str text, unsigned column)
{
    unsigned at = column, size;
    for (size_t next = 0; next < text.length; next += size) {
        uint32_t code = utf8_decode(text.at + next, text.at + text.length, &size);
        at += code == '\t' ? TAB_WIDTH - at % TAB_WIDTH : code_width(code);
    }
    return at - column;
}

/* Counts the bytes that do not go on with a character. */
size_t utf8_count(Str text)
{
    size_t count = 0, at = 0;
#ifdef __SSE2__
    const __m128i zero = _mm_setzero_si128();
    for (; text.length - at >= 16; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text.at + at));
        __m128i ones = _mm_sub_epi8(zero, _mm_cmpgt_epi8(bytes, _mm_set1_epi8(-65)));
        __m128i sums = _mm_sad_epu8(ones, zero);
        count += (size_t)_mm_cvtsi128_si64(_mm_add_epi64(sums, _mm_srli_si128(sums, 8)));
    }
#endif
    for (; at < text.length; at++)
        count += ((unsigned char)text.at[at] & 0xc0) != 0x80;
    return count;
}
