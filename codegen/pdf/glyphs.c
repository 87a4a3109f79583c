/* Paints glyphs. In: pieces of shaped text; out: text operators, with a code for each glyph that carries its
 * share of the text. Right-to-left pieces are painted first letter first, so that every reader gets the text
 * as written. */
#include "codegen/pdf/paint.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

enum { FILLER = 0x200B, MOST_ROUNDING = 2 };

/* Bidi controls and soft hyphens say nothing to those who take the text out. */
static bool is_silent(UChar unit)
{
    return unit == 0xAD || unit == 0x61C || unit == 0x200E || unit == 0x200F ||
           (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0xFEFF;
}

/* Private characters mean nothing outside the plan that uses them, and PDF/A forbids them. */
static UChar unit_public(UChar unit)
{
    return (unit >= 0xE000 && unit <= 0xF8FF) || unit >= 0xFFFE ? 0xFFFD : unit;
}

static uint32_t text_strip(const Passage *passage, uint32_t first, uint32_t end, UChar *text)
{
    uint32_t length = 0;
    for (uint32_t i = first; i < end; i++) {
        UChar unit = passage->text[i];
        if (is_silent(unit))
            continue;
        bool private_plane = unit >= 0xDB80 && unit <= 0xDBFF && i + 1 < end;
        text[length++] = private_plane ? 0xFFFD : unit_public(unit);
        i += private_plane ? 1 : 0;
    }
    return length;
}

/* The text of one cluster, to be dealt out over its glyphs. */
typedef struct Deal {
    const UChar *text;
    uint32_t length, at;
} Deal;

static uint32_t characters_count(const UChar *text, uint32_t length)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < length; count++)
        U16_FWD_1_UNSAFE(text, i);
    return count;
}

/* Takes the text apart into what its characters are made of. */
static Deal deal_decompose(const Passage *passage, const Deal *deal, const UNormalizer2 *way)
{
    enum { LONGEST = 18 }; /* what one character may become */
    UErrorCode error = U_ZERO_ERROR;
    uint32_t room = deal->length * LONGEST + 1;
    UChar *parts = ARENA_ARRAY(passage->arena, UChar, room);
    int32_t length = unorm2_normalize(way, deal->text, (int32_t)deal->length, parts, (int32_t)room, &error);
    return U_SUCCESS(error) ? (Deal){parts, (uint32_t)length, 0} : *deal;
}

/* The text of first … end, in as many characters as there are glyphs where that can be. */
static Deal deal_begin(const Passage *passage, uint32_t first, uint32_t end, uint32_t glyphs)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar only = passage->text[first];
    if (end - first == 1 && glyphs == 1 && !is_silent(only) && unit_public(only) == only)
        return (Deal){passage->text + first, 1, 0};
    UChar *text = ARENA_ARRAY(passage->arena, UChar, end - first + 1);
    Deal deal = {text, text_strip(passage, first, end, text), 0};
    if (characters_count(deal.text, deal.length) < glyphs)
        deal = deal_decompose(passage, &deal, unorm2_getNFDInstance(&error));
    return deal;
}

/* How many glyphs the cluster at `at` has within the piece. */
static uint32_t cluster_size(const TextPiece *piece, uint32_t at)
{
    uint32_t count = 1;
    while (at + count < piece->glyph_count && piece->glyphs[at + count].first == piece->glyphs[at].first)
        count++;
    return count;
}

static bool is_short(const Deal *deal, uint32_t glyphs)
{
    return characters_count(deal->text, deal->length) < glyphs;
}

/* The glyphs from `at` on that share a text, and that text. A cluster with more glyphs than characters, such
 * as a vowel sign that stands on both sides of its letter, takes in the next ones until there is enough for
 * each. */
static uint32_t deal_take(const Passage *passage, const TextPiece *piece, uint32_t at, Deal *deal)
{
    const TextGlyph *glyphs = piece->glyphs;
    uint32_t count = cluster_size(piece, at);
    *deal = deal_begin(passage, glyphs[at].first, glyphs[at].end, count);
    for (uint32_t joined = 0; joined < 3 && at + count < piece->glyph_count && is_short(deal, count);
         joined++) {
        uint32_t next = at + count;
        count += cluster_size(piece, next);
        *deal = deal_begin(passage, glyphs[at].first, glyphs[next].end, count);
    }
    return count;
}

/* The next glyph's share; `last` takes all the rest. */
static uint32_t deal_next(Deal *deal, bool last, const UChar **share)
{
    static const UChar filler = FILLER;
    *share = deal->text + deal->at;
    if (deal->at >= deal->length) {
        *share = &filler;
        return 1;
    }
    uint32_t from = deal->at;
    if (last)
        deal->at = deal->length;
    else
        U16_FWD_1_UNSAFE(deal->text, deal->at);
    return deal->at - from;
}

bool piece_needs_actual(const Passage *passage, const TextPiece *piece)
{
    for (uint32_t at = 0; at < piece->glyph_count;) {
        Deal deal;
        uint32_t glyphs = deal_take(passage, piece, at, &deal);
        if (is_short(&deal, glyphs))
            return true;
        at += glyphs;
    }
    return false;
}

Str piece_text(Writer *writer, const Passage *passage, const TextPiece *piece)
{
    UChar *text = ARENA_ARRAY(&writer->arena, UChar, piece->end - piece->first + 1);
    uint32_t length = text_strip(passage, piece->first, piece->end, text);
    Out utf8 = {0};
    for (uint32_t i = 0; i < length;) {
        UChar32 code;
        U16_NEXT(text, i, length, code);
        out_utf8(&utf8, (uint32_t)code);
    }
    Str made = arena_str(&writer->arena, out_result(&utf8));
    out_free(&utf8);
    return made;
}

/* The pen of one text object, in thousandths of an em, as the viewer moves it. */
typedef struct Pen {
    Out *out;
    PdfFont *font;
    int64_t viewer, rise; /* rise in font units */
    bool in_array, in_string;
} Pen;

static void pen_string(Pen *pen, bool wanted)
{
    if (pen->in_string != wanted)
        out_char(pen->out, wanted ? '<' : '>');
    pen->in_string = wanted;
}

static void pen_array(Pen *pen, bool wanted)
{
    if (!wanted)
        pen_string(pen, false);
    if (pen->in_array != wanted)
        out_text(pen->out, wanted ? "[" : "]TJ ");
    pen->in_array = wanted;
}

static void pen_rise(Pen *pen, int64_t rise, int32_t size)
{
    if (rise == pen->rise)
        return;
    pen_array(pen, false);
    write_number(pen->out, rise * size / pen->font->face->upem);
    out_text(pen->out, " Ts ");
    pen->rise = rise;
}

/* Moves the viewer's pen to `wanted` and shows the code there. */
static void pen_show(Pen *pen, int64_t wanted, uint32_t code)
{
    int64_t off = pen->viewer - wanted;
    pen_array(pen, true);
    if (off > MOST_ROUNDING || off < -MOST_ROUNDING) {
        pen_string(pen, false);
        write_integer(pen->out, off);
        pen->viewer = wanted;
    }
    pen_string(pen, true);
    write_hex4(pen->out, code);
    pen->viewer += pen->font->codes.at[code - 1].width;
}

static void glyphs_show(Pen *pen, const Passage *passage, const TextPiece *piece)
{
    bool leftwards = piece->item->level & 1;
    uint32_t upem = pen->font->face->upem;
    int64_t at = 0;
    for (uint32_t i = 0; leftwards && i < piece->glyph_count; i++)
        at += piece->glyphs[i].advance;
    for (uint32_t i = 0; i < piece->glyph_count;) {
        UErrorCode error = U_ZERO_ERROR;
        Deal deal;
        uint32_t glyphs = deal_take(passage, piece, i, &deal);
        /* Such a piece has the exact text with its element; the codes say what comes nearest. */
        if (is_short(&deal, glyphs))
            deal = deal_decompose(passage, &deal, unorm2_getNFKDInstance(&error));
        for (uint32_t end = i + glyphs; i < end; i++) {
            const TextGlyph *glyph = &piece->glyphs[i];
            const UChar *share = NULL;
            uint32_t length = deal_next(&deal, i + 1 == end, &share);
            at -= leftwards ? glyph->advance : 0;
            pen_rise(pen, glyph->y, piece->item->size);
            pen_show(pen, (at + glyph->x) * 1000 / upem, pdf_font_code(pen->font, glyph->id, share, length));
            at += leftwards ? 0 : glyph->advance;
        }
    }
}

void paint_piece(Writer *writer, const Passage *passage, const TextPiece *piece, int32_t left,
                 int32_t baseline, Colour colour)
{
    if (piece->glyph_count == 0)
        return;
    Page *page = writer->page;
    uint32_t font = pdf_font_for(&writer->pdf_fonts, piece->item->face, piece->glyph_count);
    Pen pen = {.out = &page->content, .font = writer->pdf_fonts.list.at[font]};
    paint_fill(page, colour);
    out_text(pen.out, "BT /F");
    write_integer(pen.out, (int64_t)font + 1);
    out_char(pen.out, ' ');
    write_number(pen.out, piece->item->size);
    out_text(pen.out, " Tf 1 0 0 1 ");
    paint_point(page, (int64_t)left + piece->left, baseline);
    out_text(pen.out, "Tm ");
    glyphs_show(&pen, passage, piece);
    pen_rise(&pen, 0, piece->item->size);
    pen_array(&pen, false);
    out_text(pen.out, "ET\n");
}
