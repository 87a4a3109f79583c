/* Lays out and paints text. In: runs and a role; out: lines on the page, their links and their elements. What
 * the structure says follows the text, whatever way its lines run. */
#include "codegen/pdf/textblock.h"

#include <stdlib.h>

typedef struct Role {
    int32_t size, line, before, after;
    bool bold;
    Ink ink;
} Role;

static const Role roles[ROLE_COUNT] = {
#define ROLE(name, size, line, before, after, bold, ink) {size, line, before, after, bold, INK_##ink},
#include "codegen/pdf/role.def"
};

int32_t percent_of_size(const Writer *writer, int32_t percent)
{
    return (int32_t)((int64_t)writer->size * percent / 100);
}

int32_t role_before(const Writer *writer, RoleName role)
{
    return percent_of_size(writer, roles[role].before);
}

int32_t role_after(const Writer *writer, RoleName role)
{
    return percent_of_size(writer, roles[role].after);
}

static TextSpan span_of(const Run *run, RoleName role)
{
    return (TextSpan){.text = run->text,
                      .language = run_language(run),
                      .bold = roles[role].bold || (run->style & RUN_strong),
                      .code = (run->style & RUN_code) != 0,
                      .isolated = run->isolated};
}

/* A paragraph that is all in another language says so itself and is set in that language's direction. */
static void language_settle(const Writer *writer, TextBlock *block, const Runs *runs)
{
    Str shared = runs_language(runs);
    block->language = shared.length ? shared : writer->document->language;
    block->leftwards = shared.length ? language_right_to_left(shared) : writer->leftwards;
    if (block->element && !language_same(block->language, writer->document->language))
        block->element->language = block->language;
}

TextBlock *textblock_new(Writer *writer, Element *element, const Runs *runs, RoleName role, bool tabular)
{
    size_t count = runs->list.count;
    TextBlock *block = ARENA_NEW(&writer->arena, TextBlock);
    TextSpan *spans = ARENA_ARRAY(&writer->arena, TextSpan, count + 1);
    *block = (TextBlock){.role = role, .element = element, .runs = runs->list.at};
    block->spans = ARENA_ARRAY(&writer->arena, SpanState, count + 1);
    block->size = percent_of_size(writer, roles[role].size);
    block->line_height = (int32_t)((int64_t)block->size * roles[role].line / 100);
    for (size_t i = 0; i < count; i++) {
        spans[i] = span_of(&runs->list.at[i], role);
        block->spans[i].links = link_leads(writer, runs->list.at[i].target);
    }
    language_settle(writer, block, runs);
    TextStyle style = {block->size, block->language, block->leftwards, tabular};
    block->passage = passage_make(writer->fonts, &writer->arena, spans, count, &style);
    return block;
}

TextBlock *textblock_of(Writer *writer, Element *element, Str text, RoleName role)
{
    Run *run = ARENA_NEW(&writer->arena, Run);
    *run = (Run){.text = text};
    Runs runs = {.list = {.at = run, .count = 1, .room = 1}};
    return textblock_new(writer, element, &runs, role, false);
}

void textblock_fit(TextBlock *block, int32_t width)
{
    block->lines = passage_lines(block->passage, width);
    block->width = width;
}

int32_t textblock_line_height(const TextBlock *block, uint32_t line)
{
    return block->line_height + block->lines.at[line].leading;
}

int32_t textblock_height(const TextBlock *block, uint32_t first, uint32_t end)
{
    int32_t height = 0;
    for (uint32_t i = first; i < end && i < block->lines.count; i++)
        height += textblock_line_height(block, i);
    return height;
}

/* The language a piece's own element must name: declared, or given away by the script. Empty for none. */
static Str piece_language(const TextBlock *block, const TextItem *item)
{
    Str declared = run_language(&block->runs[item->span]);
    if (declared.length)
        return language_same(declared, block->language) ? (Str){0} : declared;
    Str guessed = item->lettered ? script_language(item->script) : (Str){0};
    return guessed.length == 0 || language_same(guessed, block->language) ? (Str){0} : guessed;
}

static Element *span_element(Writer *writer, TextBlock *block, Str language)
{
    Element *element = element_new(&writer->structure, block->element, ELEMENT_Span);
    element->language = language;
    return element;
}

/* A piece that its codes cannot say has an element that says it. */
static Element *actual_element(Writer *writer, TextBlock *block, const TextPiece *piece, Element *parent)
{
    if (!piece_needs_actual(block->passage, piece))
        return parent;
    Element *element = element_new(&writer->structure, parent, ELEMENT_Span);
    element->actual = piece_text(writer, block->passage, piece);
    return element;
}

/* The element a piece belongs to; made when its first piece is met, so that it stands in reading order. */
static Element *piece_element(Writer *writer, TextBlock *block, const TextPiece *piece)
{
    const TextItem *item = piece->item;
    SpanState *span = &block->spans[item->span];
    uint32_t number = (uint32_t)(item - block->passage->items) + 1;
    if (writer->repeating)
        return block->element;
    if (span->links) {
        if (!span->element) {
            span->element = element_new(&writer->structure, block->element, ELEMENT_Link);
            span->element->language = piece_language(block, item);
        }
        return span->element;
    }
    Str language = piece_language(block, item);
    bool goes_on = span->element && (span->item == number || span->item + 1 == number) &&
                   str_equal(span->element->language, language);
    if (language.length == 0)
        return block->element;
    if (!goes_on)
        span->element = span_element(writer, block, language);
    span->item = number;
    return span->element;
}

/* The lines under links, gathered while text is painted and drawn after it. */
typedef struct Underlines {
    ARRAY(int32_t) boxes; /* left, top, width, height */
} Underlines;

static void link_touch(Writer *writer, TextBlock *block, const TextPiece *piece, Element *element,
                       const int32_t box[4])
{
    SpanState *span = &block->spans[piece->item->span];
    const Run *run = &block->runs[piece->item->span];
    Runs only = {.list = {.at = (Run *)(uintptr_t)run, .count = 1, .room = 1}};
    Str says = span->area && span->area->page == writer->page ? (Str){0} : runs_text(writer, &only);
    span->area = link_add(writer, span->area, element, run->target, says, box);
}

/* The part of a line of text that is being painted. */
typedef struct LinePlace {
    const TextLine *line;
    int32_t left, baseline;
} LinePlace;

static void piece_underline(Writer *writer, TextBlock *block, const TextPiece *piece, Element *element,
                            const LinePlace *place, Underlines *underlines)
{
    int32_t thick = block->size / 18, start = piece->left, end = piece->left + piece->width;
    /* Blanks that hang over the end of a line are no part of what is seen. */
    start = start > 0 ? start : 0;
    end = end < place->line->width ? end : place->line->width;
    if (start >= end)
        return;
    start += place->left;
    end += place->left;
    const int32_t box[4] = {start, place->baseline - block->size * 9 / 10, end,
                            place->baseline + block->size * 3 / 10};
    const int32_t line[4] = {start, place->baseline + block->size / 7, end - start, thick};
    link_touch(writer, block, piece, element, box);
    for (size_t i = 0; i < 4; i++)
        ARRAY_ADD(&underlines->boxes, line[i]);
}

static void piece_paint(Writer *writer, TextBlock *block, const TextPiece *piece, const LinePlace *place,
                        Underlines *underlines)
{
    const SpanState *span = &block->spans[piece->item->span];
    if (piece->glyph_count == 0)
        return;
    Colour colour = ink_colour(span->links ? INK_accent : roles[block->role].ink);
    Element *element = piece_element(writer, block, piece);
    paint_element(writer, actual_element(writer, block, piece, element));
    paint_piece(writer, block->passage, piece, place->left, place->baseline, colour);
    if (span->links)
        piece_underline(writer, block, piece, element, place, underlines);
}

static int32_t line_left(const TextBlock *block, const TextLine *line, int32_t left)
{
    bool right = block->alignment == ALIGN_right || (block->alignment == ALIGN_end) != block->leftwards;
    return right ? left + block->width - line->width : left;
}

static void underlines_paint(Writer *writer, Underlines *underlines)
{
    if (underlines->boxes.count > 0)
        paint_artifact(writer, MARK_decoration);
    for (size_t i = 0; i < underlines->boxes.count; i += 4) {
        const int32_t *box = &underlines->boxes.at[i];
        paint_rectangle(writer->page, box[0], box[1], box[2], box[3], ink_colour(INK_accent));
    }
}

void textblock_paint(Writer *writer, TextBlock *block, uint32_t first, uint32_t end, int32_t left,
                     int32_t top)
{
    Underlines underlines = {0};
    for (uint32_t i = first; i < end && i < block->lines.count; i++) {
        const TextLine *line = &block->lines.at[i];
        int32_t height = textblock_line_height(block, i);
        LinePlace place = {line, line_left(block, line, left), top + height / 2 + block->size * 36 / 100};
        for (uint32_t p = 0; p < line->piece_count; p++)
            piece_paint(writer, block, &line->pieces[p], &place, &underlines);
        top += height;
    }
    underlines_paint(writer, &underlines);
    free(underlines.boxes.at);
}
