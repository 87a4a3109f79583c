/* Breaks passages into lines. In: a shaped passage and a width; out: lines of pieces, each with its place on
 * the line. Blanks at a line's end are kept, for whoever takes the text out again, and hang over it. */
#include "codegen/text/glue.h"

#include <unicode/uchar.h>

static bool is_blank(const Passage *passage, uint32_t at)
{
    UChar unit = passage->text[at];
    return unit == ' ' ||
           (unit > 0x7F && unit != 0xA0 && unit != 0x202F && unit != 0x2007 && u_isUWhiteSpace(unit)) ||
           unit == 0x2069;
}

/* Where the blanks at the end of first … end begin. */
static uint32_t blanks_start(const Passage *passage, uint32_t first, uint32_t end)
{
    while (end > first && is_blank(passage, end - 1))
        end--;
    return end;
}

static bool is_cluster_start(const Passage *passage, uint32_t at)
{
    return at >= passage->length || passage->edge[at] != passage->edge[at - 1] || is_blank(passage, at);
}

/* The last unit at or after which nothing more fits; blanks always fit. */
static uint32_t fit_end(const Passage *passage, uint32_t first, int64_t width)
{
    uint32_t at = first;
    while (at < passage->length && (at == first || passage->breaks[at] != BREAK_must) &&
           (passage->edge[at + 1] - passage->edge[first] <= width || is_blank(passage, at)))
        at++;
    return at;
}

uint32_t passage_line_end(const Passage *passage, uint32_t first, int64_t width)
{
    uint32_t fits = fit_end(passage, first, width);
    if (fits >= passage->length || passage->breaks[fits] == BREAK_must)
        return fits < passage->length || fits > first ? fits : passage->length;
    uint32_t parting = 0; /* the last place where a line may end, though it parts what belongs together */
    for (uint32_t at = fits; at > first; at--) {
        if (passage->breaks[at] == BREAK_none)
            continue;
        if (!passage_is_glued(passage, at))
            return at;
        parting = parting ? parting : at;
    }
    if (parting)
        return parting;
    /* A word wider than the line: between clusters, but always one cluster at least. */
    uint32_t at = fits > first ? fits : first + 1;
    while (at > first + 1 && !is_cluster_start(passage, at))
        at--;
    if (at == first + 1)
        while (at < passage->length && !is_cluster_start(passage, at))
            at++;
    return at;
}

int64_t passage_natural_width(const Passage *passage)
{
    int64_t widest = 0;
    uint32_t first = 0;
    for (uint32_t at = 1; at <= passage->length; at++) {
        if (at < passage->length && passage->breaks[at] != BREAK_must)
            continue;
        int64_t width = passage->edge[blanks_start(passage, first, at)] - passage->edge[first];
        widest = width > widest ? width : widest;
        first = at;
    }
    return widest;
}

int64_t passage_minimum_width(const Passage *passage)
{
    int64_t widest = 0;
    uint32_t first = 0;
    for (uint32_t at = 1; at <= passage->length; at++) {
        bool parts = at == passage->length || passage->breaks[at] != BREAK_none;
        if (!parts ||
            (at < passage->length && passage->breaks[at] == BREAK_may && passage_is_glued(passage, at)))
            continue;
        int64_t width = passage->edge[blanks_start(passage, first, at)] - passage->edge[first];
        widest = width > widest ? width : widest;
        first = at;
    }
    return widest;
}

/* The first of an item's glyphs whose cluster begins at or after `at`. */
static uint32_t glyph_find(const TextItem *item, uint32_t at)
{
    uint32_t low = 0, high = item->glyph_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (item->glyphs[middle].first < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the item can be cut before `at` without changing a glyph. */
static bool is_cut_safe(const TextItem *item, uint32_t at)
{
    if (at <= item->first || at >= item->end)
        return true;
    uint32_t glyph = glyph_find(item, at);
    return glyph < item->glyph_count && item->glyphs[glyph].first == at && !item->glyphs[glyph].unsafe;
}

static TextPiece piece_cut(const Passage *passage, const TextItem *item, uint32_t first, uint32_t end)
{
    TextPiece piece = {.item = item, .first = first, .end = end};
    if (is_cut_safe(item, first) && is_cut_safe(item, end)) {
        uint32_t from = glyph_find(item, first);
        uint32_t to = end >= item->end ? item->glyph_count : glyph_find(item, end);
        if (first <= item->first)
            from = 0;
        piece.glyphs = item->glyphs + from;
        piece.glyph_count = to - from;
    } else {
        piece.glyphs = passage_shape(passage, item, first, end, &piece.glyph_count);
    }
    int64_t units = 0;
    for (uint32_t i = 0; i < piece.glyph_count; i++)
        units += piece.glyphs[i].advance;
    piece.width = (int32_t)(units * item->size / item->face->upem);
    return piece;
}

/* Cuts the items into pieces: the line proper, and its last blanks by themselves, for those take the
 * passage's own direction. */
static void pieces_cut(const Passage *passage, TextLine *line, uint32_t first, uint32_t end,
                       uint32_t *item_at)
{
    uint32_t ink_end = blanks_start(passage, first, end);
    uint32_t item = *item_at, last = item;
    while (last + 1 < passage->item_count && passage->items[last + 1].first < end)
        last++;
    line->pieces = ARENA_ARRAY(passage->arena, TextPiece, last - item + 2);
    for (; item <= last && item < passage->item_count; item++) {
        const TextItem *from = &passage->items[item];
        uint32_t start = from->first > first ? from->first : first;
        uint32_t stop = from->end < end ? from->end : end;
        if (start < ink_end && stop > ink_end) {
            line->pieces[line->piece_count++] = piece_cut(passage, from, start, ink_end);
            start = ink_end;
        }
        if (start < stop)
            line->pieces[line->piece_count++] = piece_cut(passage, from, start, stop);
    }
    *item_at = last < passage->item_count && passage->items[last].end <= end ? last + 1 : last;
}

/* Gives the pieces their places, from left to right as they are seen. */
static void pieces_place(const Passage *passage, TextLine *line, uint32_t ink_end)
{
    if (line->piece_count == 0)
        return;
    uint8_t base = passage->style.leftwards ? 1 : 0;
    uint8_t *levels = ARENA_ARRAY(passage->arena, uint8_t, line->piece_count);
    int32_t *seen = ARENA_ARRAY(passage->arena, int32_t, line->piece_count);
    int32_t hanging = 0, pen = 0;
    for (uint32_t i = 0; i < line->piece_count; i++) {
        bool hangs = line->pieces[i].first >= ink_end;
        levels[i] = hangs ? base : line->pieces[i].item->level;
        hanging += hangs ? line->pieces[i].width : 0;
        line->width += hangs ? 0 : line->pieces[i].width;
    }
    ubidi_reorderVisual(levels, (int32_t)line->piece_count, seen);
    if (base)
        pen = -hanging;
    for (uint32_t i = 0; i < line->piece_count; i++) {
        TextPiece *piece = &line->pieces[seen[i]];
        piece->left = pen;
        pen += piece->width;
        int32_t leading = (int32_t)((int64_t)passage->style.size * piece->item->face->leading / 100);
        line->leading = leading > line->leading ? leading : line->leading;
    }
}

TextLines passage_lines(const Passage *passage, int32_t width)
{
    TextLines lines = {0};
    uint32_t room = 4, item = 0, first = 0;
    lines.at = ARENA_ARRAY(passage->arena, TextLine, room);
    do {
        if (lines.count == room) {
            TextLine *more = ARENA_ARRAY(passage->arena, TextLine, room * 2);
            for (uint32_t i = 0; i < room; i++)
                more[i] = lines.at[i];
            lines.at = more;
            room *= 2;
        }
        TextLine *line = &lines.at[lines.count++];
        uint32_t end = passage_line_end(passage, first, width);
        if (passage->item_count > 0)
            pieces_cut(passage, line, first, end, &item);
        pieces_place(passage, line, blanks_start(passage, first, end));
        first = end;
    } while (first < passage->length);
    return lines;
}
