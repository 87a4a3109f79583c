/* Paints drawings. In: shapes; out: paths and texts on the page, under one figure. Size and advances of a
 * text are scaled together, for it is shaped at the size it is painted in. */
#include "codegen/pdf/drawing.h"

#include <limits.h>

/* A circle's quarter is nearly a curve whose handles are this share (in thousandths) of the radius long. */
enum { QUARTER_HANDLE = 552, MOST_GROUPS = 16 };

typedef struct Painter {
    Writer *writer;
    const Drawing *drawing;
    const DrawingPlace *place;
    Element *elements[MOST_GROUPS]; /* of the groups around, the figure's first */
    size_t depth;
    Page *page;
} Painter;

static int64_t scaled(const Painter *painter, int64_t length)
{
    return length * painter->place->numerator / painter->place->denominator;
}

static int64_t page_x(const Painter *painter, int64_t x)
{
    return painter->place->left + scaled(painter, x);
}

static int64_t page_y(const Painter *painter, int64_t y)
{
    return painter->place->top + scaled(painter, y - painter->place->from);
}

static void point_write(const Painter *painter, int64_t x, int64_t y)
{
    paint_point(painter->page, page_x(painter, x), page_y(painter, y));
}

static void operator_write(const Painter *painter, const char *operator)
{
    out_text(&painter->page->content, operator);
}

/* A corner or a quarter of a circle: from the pen to x, y, by way of the corner at corner_x, corner_y. */
static void quarter_write(const Painter *painter, Point from, Point corner, Point to)
{
    point_write(painter, from.x + (int64_t)(corner.x - from.x) * QUARTER_HANDLE / 1000,
                from.y + (int64_t)(corner.y - from.y) * QUARTER_HANDLE / 1000);
    point_write(painter, to.x + (int64_t)(corner.x - to.x) * QUARTER_HANDLE / 1000,
                to.y + (int64_t)(corner.y - to.y) * QUARTER_HANDLE / 1000);
    point_write(painter, to.x, to.y);
    operator_write(painter, "c ");
}

/* A rectangle with round corners; a circle is one whose corners meet. */
static void round_path(const Painter *painter, Point low, Point high, int32_t radius)
{
    const Point corners[4] = {{high.x, low.y}, high, {low.x, high.y}, low};
    const Point before[4] = {{high.x - radius, low.y},
                             {high.x, high.y - radius},
                             {low.x + radius, high.y},
                             {low.x, low.y + radius}};
    const Point after[4] = {{high.x, low.y + radius},
                            {high.x - radius, high.y},
                            {low.x, high.y - radius},
                            {low.x + radius, low.y}};
    point_write(painter, after[3].x, after[3].y);
    operator_write(painter, "m ");
    for (size_t i = 0; i < 4; i++) {
        point_write(painter, before[i].x, before[i].y);
        operator_write(painter, "l ");
        quarter_write(painter, before[i], corners[i], after[i]);
    }
    operator_write(painter, "h ");
}

static int32_t radius_of(const Shape *shape)
{
    int64_t width = (int64_t)shape->points[1].x - shape->points[0].x;
    int64_t height = (int64_t)shape->points[1].y - shape->points[0].y;
    int64_t most = (width < height ? width : height) / 2;
    return shape->radius < most ? shape->radius : (int32_t)(most > 0 ? most : 0);
}

static void path_write(const Painter *painter, const Shape *shape)
{
    const Point *points = shape->points;
    if (shape->kind == SHAPE_circle) {
        Point low = {points[0].x - shape->radius, points[0].y - shape->radius};
        Point high = {points[0].x + shape->radius, points[0].y + shape->radius};
        round_path(painter, low, high, shape->radius);
        return;
    }
    if (shape->kind == SHAPE_rectangle) {
        round_path(painter, points[0], points[1], radius_of(shape));
        return;
    }
    point_write(painter, points[0].x, points[0].y);
    operator_write(painter, "m ");
    for (size_t i = 1; i < shape->point_count; i++) {
        point_write(painter, points[i].x, points[i].y);
        if (shape->kind != SHAPE_curve)
            operator_write(painter, "l ");
        else if (i % 3 == 0)
            operator_write(painter, "c ");
    }
    operator_write(painter, shape->kind == SHAPE_polygon ? "h " : "");
}

static void stroke_write(const Painter *painter, const Shape *shape)
{
    Out *out = &painter->page->content;
    paint_stroke(painter->page, ink_colour(shape->stroke));
    write_number(out, scaled(painter, shape->stroke_width > 0 ? shape->stroke_width : 1000));
    out_text(out, " w ");
    if (!shape->dashed) {
        out_text(out, "[]0 d\n");
        return;
    }
    out_char(out, '[');
    write_number(out, scaled(painter, 4000));
    out_char(out, ' ');
    write_number(out, scaled(painter, 2500));
    out_text(out, "]0 d\n");
}

static void arrow_paint(const Painter *painter, const Shape *shape)
{
    Point head[3];
    if (!shape_arrow_head(shape, head))
        return;
    paint_fill(painter->page, ink_colour(shape->stroke));
    for (size_t i = 0; i < 3; i++) {
        point_write(painter, head[i].x, head[i].y);
        operator_write(painter, i == 0 ? "m " : "l ");
    }
    operator_write(painter, "f\n");
}

/* Whether the shape has the points that its kind needs. */
static bool is_whole(const Shape *shape)
{
    switch (shape->kind) {
    case SHAPE_rectangle: return shape->point_count == 2;
    case SHAPE_line: return shape->point_count >= 2;
    case SHAPE_curve: return shape->point_count >= 4 && shape->point_count % 3 == 1;
    case SHAPE_polygon: return shape->point_count >= 3;
    case SHAPE_circle:
    case SHAPE_text: return shape->point_count == 1;
    case SHAPE_group:
    case SHAPE_group_end: break;
    }
    return false;
}

static void path_paint(const Painter *painter, const Shape *shape)
{
    bool open = shape->kind == SHAPE_line || shape->kind == SHAPE_curve;
    bool fills = shape->fill != INK_none && !open, strokes = shape->stroke != INK_none;
    if (!fills && !strokes)
        return;
    if (fills)
        paint_fill(painter->page, ink_colour(shape->fill));
    if (strokes)
        stroke_write(painter, shape);
    path_write(painter, shape);
    operator_write(painter, fills && strokes ? "B\n" : fills ? "f\n" : "S\n");
    if (strokes && open)
        arrow_paint(painter, shape);
}

static void text_paint(const Painter *painter, const Shape *shape)
{
    Writer *writer = painter->writer;
    TextSpan span = {.text = shape->text, .bold = shape->bold, .isolated = true};
    TextStyle style = {(int32_t)scaled(painter, shape->size), writer->document->language, writer->leftwards,
                       false};
    const Passage *passage = passage_make(writer->fonts, &writer->arena, &span, 1, &style);
    const TextLine *line = passage_lines(passage, INT32_MAX).at;
    int64_t left = page_x(painter, shape->points[0].x), baseline = page_y(painter, shape->points[0].y);
    if (shape->anchor == ANCHOR_middle)
        left -= line->width / 2;
    else if (shape->anchor == ANCHOR_end)
        left -= line->width;
    Colour colour = ink_colour(shape->fill == INK_none ? INK_text : shape->fill);
    for (uint32_t i = 0; i < line->piece_count; i++)
        paint_piece(writer, passage, &line->pieces[i], (int32_t)left, (int32_t)baseline, colour);
}

/* Whether the shape stands in the part being painted; the last part takes what hangs over the edge. */
static bool is_here(const Painter *painter, const Shape *shape)
{
    const DrawingPlace *place = painter->place;
    int32_t y = shape->points[0].y;
    return (y >= place->from || place->from == 0) &&
           (y < place->end || place->end >= painter->drawing->height);
}

/* A box around the shapes of the group that begins at `first`; its texts count only where it has nothing
 * else. */
static bool group_box(const Painter *painter, size_t first, int32_t box[4])
{
    const Drawing *drawing = painter->drawing;
    int64_t low_x = INT32_MAX, low_y = INT32_MAX, high_x = INT32_MIN, high_y = INT32_MIN;
    size_t depth = 0;
    for (size_t i = first; i < drawing->shapes.count; i++) {
        const Shape *shape = &drawing->shapes.at[i];
        depth += shape->kind == SHAPE_group;
        if (shape->kind == SHAPE_group_end && --depth == 0)
            break;
        if (!is_whole(shape) || !is_here(painter, shape))
            continue;
        int64_t reach = shape->kind == SHAPE_text     ? shape->size
                        : shape->kind == SHAPE_circle ? shape->radius
                                                      : 0;
        for (size_t k = 0; k < shape->point_count; k++) {
            Point at = shape->points[k];
            low_x = at.x - reach < low_x ? at.x - reach : low_x;
            low_y = at.y - reach < low_y ? at.y - reach : low_y;
            high_x = at.x + reach > high_x ? at.x + reach : high_x;
            high_y = at.y + reach > high_y ? at.y + reach : high_y;
        }
    }
    if (low_x > high_x)
        return false;
    box[0] = (int32_t)page_x(painter, low_x);
    box[1] = (int32_t)page_y(painter, low_y);
    box[2] = (int32_t)page_x(painter, high_x);
    box[3] = (int32_t)page_y(painter, high_y);
    return true;
}

static void group_begin(Painter *painter, size_t at)
{
    const Shape *shape = &painter->drawing->shapes.at[at];
    Element *parent = painter->elements[painter->depth];
    if (painter->depth + 1 == MOST_GROUPS)
        return;
    painter->elements[++painter->depth] = parent;
    int32_t box[4];
    if (parent->kind == ELEMENT_Link || !link_leads(painter->writer, shape->target) ||
        !group_box(painter, at, box))
        return;
    Element *link = element_new(&painter->writer->structure, parent, ELEMENT_Link);
    painter->elements[painter->depth] = link;
    paint_element(painter->writer, link);
    link_add(painter->writer, NULL, link, shape->target, shape->text, box);
}

static void shape_paint(Painter *painter, size_t at)
{
    const Shape *shape = &painter->drawing->shapes.at[at];
    if (shape->kind == SHAPE_group) {
        group_begin(painter, at);
        return;
    }
    if (shape->kind == SHAPE_group_end) {
        painter->depth -= painter->depth > 0;
        return;
    }
    if (!is_whole(shape) || !is_here(painter, shape))
        return;
    if (shape->hidden)
        paint_artifact(painter->writer, MARK_decoration);
    else
        paint_element(painter->writer, painter->elements[painter->depth]);
    if (shape->kind == SHAPE_text)
        text_paint(painter, shape);
    else
        path_paint(painter, shape);
}

void drawing_paint(Writer *writer, const Drawing *drawing, const DrawingPlace *place, Element *figure)
{
    Painter painter = {.writer = writer, .drawing = drawing, .place = place, .page = writer->page};
    painter.elements[0] = figure;
    for (size_t i = 0; i < drawing->shapes.count; i++)
        shape_paint(&painter, i);
}
