/* Makes passages. In: spans of UTF-8; out: one UTF-16 text with the places where its lines may end and where
 * the pen stands. Directions come from the caller and from isolates, never from a guess. */
#include "codegen/text/passage.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum { FIRST_STRONG_ISOLATE = 0x2068, POP_DIRECTIONAL_ISOLATE = 0x2069, SOFT_HYPHEN = 0xAD };

/* What a character of the source becomes before it is shaped. */
static UChar32 character_plain(UChar32 code)
{
    if (code < 0)
        return 0xFFFD;
    return u_charType(code) == U_CONTROL_CHAR || code == 0x2028 || code == 0x2029 ? ' ' : code;
}

static bool is_line_end(UChar32 code)
{
    return code == '\n' || code == 0x2028 || code == 0x2029;
}

static void span_append(Passage *passage, const TextSpan *span)
{
    if (span->isolated)
        passage->text[passage->length++] = FIRST_STRONG_ISOLATE;
    const uint8_t *at = (const uint8_t *)span->text.at;
    size_t length = span->text.length;
    for (size_t i = 0; i < length;) {
        UChar32 code;
        U8_NEXT(at, i, length, code);
        UChar32 plain = character_plain(code);
        U16_APPEND_UNSAFE(passage->text, passage->length, plain);
        if (is_line_end(code))
            passage->breaks[passage->length] = BREAK_must;
    }
    if (span->isolated)
        passage->text[passage->length++] = POP_DIRECTIONAL_ISOLATE;
}

/* Joins the spans into one text and says where each begins (and, at the end, where the last ends). */
static uint32_t *text_join(Passage *passage)
{
    size_t room = 1;
    for (size_t i = 0; i < passage->span_count; i++)
        room += passage->spans[i].text.length + 2;
    passage->text = ARENA_ARRAY(passage->arena, UChar, room);
    passage->breaks = ARENA_ARRAY(passage->arena, uint8_t, room);
    uint32_t *starts = ARENA_ARRAY(passage->arena, uint32_t, passage->span_count + 1);
    for (size_t i = 0; i < passage->span_count; i++) {
        starts[i] = passage->length;
        span_append(passage, &passage->spans[i]);
    }
    starts[passage->span_count] = passage->length;
    return starts;
}

/* Above ASCII, anything may matter: then the library decides. */
static bool is_plain_ascii(const Passage *passage)
{
    for (uint32_t i = 0; i < passage->length; i++)
        if (passage->text[i] >= 0x7F)
            return false;
    return true;
}

static const uint8_t *levels_find(Passage *passage, bool plain)
{
    uint8_t *levels = ARENA_ARRAY(passage->arena, uint8_t, passage->length + 1);
    if (plain && !passage->style.leftwards)
        return levels;
    UErrorCode error = U_ZERO_ERROR;
    UBiDi *bidi = passage->fonts->bidi;
    ubidi_setPara(bidi, passage->text, (int32_t)passage->length, passage->style.leftwards ? 1 : 0, NULL,
                  &error);
    const UBiDiLevel *found = passage->length ? ubidi_getLevels(bidi, &error) : NULL;
    if (U_SUCCESS(error) && found)
        memcpy(levels, found, passage->length);
    return levels;
}

static void break_allow(Passage *passage, uint32_t at)
{
    if (at > 0 && at < passage->length && passage->text[at - 1] != SOFT_HYPHEN &&
        passage->breaks[at] == BREAK_none)
        passage->breaks[at] = BREAK_may;
}

static void breaks_find(Passage *passage)
{
    UErrorCode error = U_ZERO_ERROR;
    if (!passage->fonts->breaks)
        passage->fonts->breaks = ubrk_open(UBRK_LINE, "en", NULL, 0, &error);
    UBreakIterator *breaks = passage->fonts->breaks;
    if (U_FAILURE(error) || !breaks)
        return;
    ubrk_setText(breaks, passage->text, (int32_t)passage->length, &error);
    for (int32_t at = ubrk_first(breaks); at != UBRK_DONE; at = ubrk_next(breaks))
        break_allow(passage, (uint32_t)at);
}

/* The pen before each unit. Within a cluster it stands at the cluster's beginning. */
static void edges_find(Passage *passage)
{
    int64_t *edge = ARENA_ARRAY(passage->arena, int64_t, passage->length + 1);
    passage->edge = edge;
    int64_t start = 0;
    for (uint32_t i = 0; i < passage->item_count; i++) {
        const TextItem *item = &passage->items[i];
        int64_t units = 0;
        uint32_t at = item->first;
        for (uint32_t g = 0; g < item->glyph_count; g++) {
            const TextGlyph *glyph = &item->glyphs[g];
            for (; at < glyph->end; at++)
                edge[at] = start + units * item->size / item->face->upem;
            units += glyph->advance;
        }
        start += units * item->size / item->face->upem;
        for (; at < item->end; at++)
            edge[at] = start;
    }
    edge[passage->length] = start;
}

Passage *passage_make(FontSet *fonts, Arena *arena, const TextSpan *spans, size_t count,
                      const TextStyle *style)
{
    Passage *passage = ARENA_NEW(arena, Passage);
    *passage =
        (Passage){.fonts = fonts, .arena = arena, .spans = spans, .span_count = count, .style = *style};
    const uint32_t *starts = text_join(passage);
    bool plain = is_plain_ascii(passage);
    passage_itemise(passage, levels_find(passage, plain), starts);
    for (uint32_t i = 0; i < passage->item_count; i++) {
        TextItem *item = &passage->items[i];
        item->glyphs = passage_shape(passage, item, item->first, item->end, &item->glyph_count);
    }
    breaks_find(passage);
    edges_find(passage);
    return passage;
}
