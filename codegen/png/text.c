/* Texts into pixels. In: a text shape; out: filled outlines of its glyphs, shaped as in the PDF. */
#include "codegen/png/canvas.h"

#define POINT      1000.0
#define WIDTH_MOST INT32_MAX /* a text of a drawing is one line */

/* Where a glyph stands and how large a font unit is, in points. */
typedef struct Stand {
    cairo_t *cairo;
    double x, y, unit;
} Stand;

static void stand_move(void *state, double x, double y)
{
    const Stand *stand = state;
    cairo_move_to(stand->cairo, stand->x + x * stand->unit, stand->y - y * stand->unit);
}

static void stand_line(void *state, double x, double y)
{
    const Stand *stand = state;
    cairo_line_to(stand->cairo, stand->x + x * stand->unit, stand->y - y * stand->unit);
}

static void stand_curve(void *state, double x1, double y1, double x2, double y2, double x, double y)
{
    const Stand *stand = state;
    cairo_curve_to(stand->cairo, stand->x + x1 * stand->unit, stand->y - y1 * stand->unit,
                   stand->x + x2 * stand->unit, stand->y - y2 * stand->unit, stand->x + x * stand->unit,
                   stand->y - y * stand->unit);
}

static void stand_close(void *state)
{
    const Stand *stand = state;
    cairo_close_path(stand->cairo);
}

/* Glyphs stand in the order of the text; those of a piece that runs leftwards begin at its right end. */
static void piece_trace(Canvas *canvas, const TextPiece *piece, double left, double base)
{
    const Face *face = piece->item->face;
    double unit = piece->item->size / POINT / face->upem;
    bool leftwards = piece->item->level & 1;
    int64_t at = 0;
    for (uint32_t i = 0; leftwards && i < piece->glyph_count; i++)
        at += piece->glyphs[i].advance;
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        const TextGlyph *glyph = &piece->glyphs[i];
        at -= leftwards ? glyph->advance : 0;
        Stand stand = {canvas->cairo, left + (double)(at + glyph->x) * unit, base - glyph->y * unit, unit};
        OutlinePen pen = {&stand, stand_move, stand_line, stand_curve, stand_close};
        outline_follow(canvas->outliner, face, glyph->id, &pen);
        at += leftwards ? 0 : glyph->advance;
    }
}

static int32_t line_left(const Shape *shape, int32_t width)
{
    switch (shape->anchor) {
    case ANCHOR_start: return shape->points[0].x;
    case ANCHOR_middle: return shape->points[0].x - width / 2;
    case ANCHOR_end: return shape->points[0].x - width;
    }
    return shape->points[0].x;
}

void canvas_text(Canvas *canvas, const Shape *shape)
{
    if (!shape->text.length || !canvas_ink(canvas, shape->fill))
        return;
    arena_reset(&canvas->scratch);
    TextSpan span = {.text = shape->text, .bold = shape->bold, .isolated = true};
    TextStyle style = {.size = shape->size, .language = STR("en-GB")};
    Passage *passage = passage_make(canvas->fonts, &canvas->scratch, &span, 1, &style);
    TextLines lines = passage_lines(passage, WIDTH_MOST);
    const TextLine *line = &lines.at[0];
    double left = line_left(shape, line->width) / POINT, base = shape->points[0].y / POINT;
    cairo_new_path(canvas->cairo);
    for (uint32_t i = 0; i < line->piece_count; i++)
        piece_trace(canvas, &line->pieces[i], left + line->pieces[i].left / POINT, base);
    cairo_fill(canvas->cairo);
}
