/* Sources: from byte offsets to lines and columns. The table of lines is made once, when a finding first asks
 * for it, together with a count of characters for every few hundred bytes, so that a column in a line of
 * megabytes costs no more than in a short one. */
#include "support/source.h"

#include "support/utf8.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define STRETCH ((size_t)512) /* bytes between two counts of characters */

/* The first LF or CR at or behind `at`; the size without one. */
static size_t next_line_end(const Source *source, size_t at)
{
#ifdef __SSE2__
    for (; source->size - at >= 16; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(source->text + at));
        __m128i feeds = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));
        __m128i returns = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'));
        unsigned ends = (unsigned)_mm_movemask_epi8(_mm_or_si128(feeds, returns));
        if (ends)
            return at + (size_t)__builtin_ctz(ends);
    }
#endif
    while (at < source->size && source->text[at] != '\n' && source->text[at] != '\r')
        at++;
    return at;
}

/* Counts the lines and, where `start` is not NULL, writes where each begins. CR LF is one end. */
static uint32_t lines_find(const Source *source, uint32_t *start)
{
    uint32_t count = 0;
    for (size_t at = 0;; count++) {
        if (start)
            start[count] = (uint32_t)at;
        at = next_line_end(source, at);
        if (at == source->size)
            return count + 1;
        bool both = source->text[at] == '\r' && at + 1 < source->size && source->text[at + 1] == '\n';
        at += 1 + both;
    }
}

static void stretches_count(Source *source, Arena *arena)
{
    uint32_t *before = ARENA_ARRAY(arena, uint32_t, source->size / STRETCH + 1);
    uint32_t count = 0;
    for (size_t i = 0; i <= source->size / STRETCH; i++) {
        before[i] = count;
        count += (uint32_t)utf8_count(
            str_slice((Str){source->text, source->size}, i * STRETCH, (i + 1) * STRETCH));
    }
    source->characters_before = before;
}

void source_lines(Source *source, Arena *arena)
{
    if (source->line_start)
        return;
    source->line_count = lines_find(source, NULL);
    uint32_t *start = ARENA_ARRAY(arena, uint32_t, source->line_count);
    lines_find(source, start);
    stretches_count(source, arena);
    source->line_start = start;
}

/* How many characters stand before `offset` in the whole source. */
static uint32_t characters_before(const Source *source, uint32_t offset)
{
    size_t stretch = offset / STRETCH;
    Str rest = {source->text + stretch * STRETCH, offset - stretch * STRETCH};
    return source->characters_before[stretch] + (uint32_t)utf8_count(rest);
}

static bool has_mark(const Source *source)
{
    return str_starts((Str){source->text, source->size}, STR("\xef\xbb\xbf"));
}

/* The line (from 0) in which `offset` stands. */
static uint32_t line_index(const Source *source, uint32_t offset)
{
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->line_start[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

LineColumn source_line_column(const Source *source, uint32_t offset)
{
    if (offset > source->size)
        offset = (uint32_t)source->size;
    uint32_t line = line_index(source, offset);
    uint32_t column = characters_before(source, offset) - characters_before(source, source->line_start[line]);
    if (line == 0 && has_mark(source) && column > 0)
        column--; /* the byte order mark is no character of the line */
    return (LineColumn){line + 1, column + 1};
}

Str source_line(const Source *source, uint32_t line)
{
    if (line < 1 || line > source->line_count)
        return STR("");
    uint32_t first = source->line_start[line - 1];
    uint32_t end = line < source->line_count ? source->line_start[line] : (uint32_t)source->size;
    while (end > first && (source->text[end - 1] == '\n' || source->text[end - 1] == '\r'))
        end--;
    if (line == 1 && has_mark(source))
        first += 3;
    return (Str){source->text + first, end - first};
}

Str source_text(const Source *source, Span span)
{
    return str_slice((Str){source->text, source->size}, span.first, span.end);
}
