/* Drawings into SVG. In: shapes in thousandths of a point; out: an <svg> element, inside a page or as a file
 * of its own. It decides nothing about where things stand. */
#include "codegen/html/markup.h"

#include "support/utf8.h"

#define MOST_GROUPS 64 /* within each other; deeper ones are drawn, but are no things of their own */

typedef struct Painter {
    Out *out;
    const Drawing *drawing;
    bool alone;     /* a file of its own: it brings its colours, and links into a report lead nowhere */
    unsigned depth; /* of groups */
    uint64_t links; /* a bit for each group that is a link */
} Painter;

/* ---- numbers ---- */

static void number_write(Out *out, const char *name, int64_t thousandths)
{
    out_format(out, " %s=\"", name);
    out_thousandths(out, thousandths);
    out_char(out, '"');
}

static void point_write(Out *out, Point point)
{
    out_thousandths(out, point.x);
    out_char(out, ' ');
    out_thousandths(out, point.y);
}

/* ---- texts ---- */

static bool is_right_to_left_letter(uint32_t code)
{
    return (code >= 0x590 && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
           (code >= 0xFE70 && code <= 0xFEFE) || (code >= 0x10800 && code <= 0x10FFF) ||
           (code >= 0x1E800 && code <= 0x1EFFF);
}

static bool has_right_to_left(Str text)
{
    for (size_t i = 0; i < text.length;) {
        unsigned size;
        if (is_right_to_left_letter(utf8_decode(text.at + i, text.at + text.length, &size)))
            return true;
        i += size;
    }
    return false;
}

/* Where letters run from right to left the text is isolated, so that its own first letter says where it
 * begins, while its anchor stays on the side that the drawing means. */
static void isolated_write(Out *out, Str text)
{
    bool isolate = has_right_to_left(text);
    out_text(out, isolate ? "\xE2\x81\xA8" : ""); /* U+2068 */
    out_escaped(out, text);
    out_text(out, isolate ? "\xE2\x81\xA9" : ""); /* U+2069 */
}

static void text_write(Painter *painter, const Shape *shape)
{
    static const char *const anchors[] = {[ANCHOR_start] = "",
                                          [ANCHOR_middle] = " text-anchor=\"middle\"",
                                          [ANCHOR_end] = " text-anchor=\"end\""};
    Out *out = painter->out;
    if (str_trim(shape->text).length == 0)
        return;
    out_text(out, "<text");
    number_write(out, "x", shape->points[0].x);
    number_write(out, "y", shape->points[0].y);
    number_write(out, "font-size", shape->size);
    out_text(out, anchors[shape->anchor]);
    out_text(out, shape->bold ? " font-weight=\"700\"" : "");
    /* A reader without our face sees letters of another width: they are fitted to the room they have. */
    if (shape->measured > 0) {
        number_write(out, "textLength", shape->measured);
        out_text(out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
    ink_write(out, shape->fill, shape->stroke, painter->alone);
    out_text(out, shape->hidden ? " aria-hidden=\"true\">" : ">");
    isolated_write(out, shape->text);
    out_text(out, "</text>\n");
}

/* ---- lines and areas ---- */

static void shape_end(Painter *painter, const Shape *shape)
{
    Out *out = painter->out;
    ink_write(out, shape->fill, shape->stroke, painter->alone);
    if (shape->stroke != INK_none)
        number_write(out, "stroke-width", shape->stroke_width);
    if (shape->stroke != INK_none && shape->dashed)
        out_text(out, " stroke-dasharray=\"4 3\"");
    out_text(out, shape->hidden ? " aria-hidden=\"true\"/>\n" : "/>\n");
}

static void rectangle_write(Painter *painter, const Shape *shape)
{
    Out *out = painter->out;
    if (shape->point_count < 2)
        return;
    Point a = shape->points[0], b = shape->points[1];
    out_text(out, "<rect");
    number_write(out, "x", a.x < b.x ? a.x : b.x);
    number_write(out, "y", a.y < b.y ? a.y : b.y);
    number_write(out, "width", a.x < b.x ? (int64_t)b.x - a.x : (int64_t)a.x - b.x);
    number_write(out, "height", a.y < b.y ? (int64_t)b.y - a.y : (int64_t)a.y - b.y);
    if (shape->radius > 0)
        number_write(out, "rx", shape->radius);
    shape_end(painter, shape);
}

static void circle_write(Painter *painter, const Shape *shape)
{
    Out *out = painter->out;
    out_text(out, "<circle");
    number_write(out, "cx", shape->points[0].x);
    number_write(out, "cy", shape->points[0].y);
    number_write(out, "r", shape->radius > 0 ? shape->radius : 0);
    shape_end(painter, shape);
}

/* A path through the points. A curve takes three points a step; a rest that makes no step is left out. */
static void path_write(Painter *painter, const Shape *shape)
{
    Out *out = painter->out;
    bool curve = shape->kind == SHAPE_curve;
    size_t count = curve ? (shape->point_count - 1) / 3 * 3 + 1 : shape->point_count;
    if (count < 2)
        return;
    out_text(out, "<path d=\"M");
    for (size_t i = 0; i < count; i++) {
        if (i == 1)
            out_char(out, curve ? 'C' : 'L');
        else if (i > 0)
            out_char(out, ' ');
        point_write(out, shape->points[i]);
    }
    out_text(out, shape->kind == SHAPE_polygon ? "Z\"" : "\"");
    shape_end(painter, shape);
}

static void arrow_write(Painter *painter, const Shape *shape)
{
    Point head[3];
    if (!shape_arrow_head(shape, head))
        return;
    path_write(painter, &(Shape){.kind = SHAPE_polygon,
                                 .fill = shape->stroke,
                                 .points = head,
                                 .point_count = 3,
                                 .hidden = shape->hidden});
}

/* ---- groups ---- */

static bool is_link(const Painter *painter, const Shape *group)
{
    return target_is_safe(group->target) && !(painter->alone && str_starts(group->target, STR("#")));
}

static void group_open(Painter *painter, const Shape *shape)
{
    Out *out = painter->out;
    if (painter->depth++ >= MOST_GROUPS)
        return;
    uint64_t bit = (uint64_t)1 << (painter->depth - 1);
    bool link = painter->links == 0 && is_link(painter, shape); /* no link within a link */
    painter->links = link ? painter->links | bit : painter->links & ~bit;
    out_text(out, link ? "<a" : "<g");
    if (link)
        target_write(out, shape->target);
    else if (shape->text.length > 0)
        out_text(out, " role=\"img\"");
    if (link || shape->text.length > 0)
        group_name_write(out, painter->drawing, (size_t)(shape - painter->drawing->shapes.at));
    out_text(out, shape->hidden ? " aria-hidden=\"true\">\n" : ">\n");
}

static void group_close(Painter *painter)
{
    if (painter->depth == 0)
        return;
    if (painter->depth-- > MOST_GROUPS)
        return;
    uint64_t bit = (uint64_t)1 << painter->depth;
    out_text(painter->out, painter->links & bit ? "</a>\n" : "</g>\n");
    painter->links &= ~bit;
}

/* ---- the whole ---- */

static void shape_write(Painter *painter, const Shape *shape)
{
    if (shape->point_count == 0 && shape->kind != SHAPE_group && shape->kind != SHAPE_group_end)
        return;
    switch (shape->kind) {
    case SHAPE_rectangle: rectangle_write(painter, shape); break;
    case SHAPE_line:
    case SHAPE_curve:
        path_write(painter, shape);
        arrow_write(painter, shape);
        break;
    case SHAPE_polygon: path_write(painter, shape); break;
    case SHAPE_circle: circle_write(painter, shape); break;
    case SHAPE_text: text_write(painter, shape); break;
    case SHAPE_group: group_open(painter, shape); break;
    case SHAPE_group_end: group_close(painter); break;
    }
}

static void shapes_write(Painter *painter, const Drawing *drawing)
{
    for (size_t i = 0; i < drawing->shapes.count; i++)
        shape_write(painter, &drawing->shapes.at[i]);
    while (painter->depth > 0)
        group_close(painter);
}

/* What is inside an image is not told to readers who listen, so a drawing whose boxes are links is a group.
 */
static const char *drawing_role(const Painter *painter, const Drawing *drawing)
{
    for (size_t i = 0; i < drawing->shapes.count; i++)
        if (drawing->shapes.at[i].kind == SHAPE_group && is_link(painter, &drawing->shapes.at[i]))
            return "group";
    return "img";
}

/* The start tag from its size on, with title and description. `id` begins their ids. */
static void svg_open(Painter *painter, const Drawing *drawing, Str id, Str title, Str description)
{
    Out *out = painter->out;
    bool both = title.length > 0 && description.length > 0 && !str_equal(title, description);
    out_text(out, " width=\"");
    out_thousandths(out, drawing->width);
    out_text(out, "pt\" height=\"");
    out_thousandths(out, drawing->height);
    out_text(out, "pt\" viewBox=\"0 0 ");
    point_write(out, (Point){drawing->width, drawing->height});
    out_format(out, "\" role=\"%s\" font-family=\"" FONT_FAMILY "\" aria-labelledby=\"",
               drawing_role(painter, drawing));
    out_format(out, STR_FMT "-title", STR_ARG(id));
    if (both)
        out_format(out, " " STR_FMT "-description", STR_ARG(id));
    out_format(out, "\">\n<title id=\"" STR_FMT "-title\">", STR_ARG(id));
    out_escaped(out, title.length > 0 ? title : description);
    out_text(out, "</title>\n");
    if (!both)
        return;
    out_format(out, "<desc id=\"" STR_FMT "-description\">", STR_ARG(id));
    out_escaped(out, description);
    out_text(out, "</desc>\n");
}

void svg_write_inline(const Drawing *drawing, Str id, Str title, Str description, Out *out)
{
    Painter painter = {.out = out, .drawing = drawing};
    out_text(out, "<svg");
    svg_open(&painter, drawing, id, title, description);
    shapes_write(&painter, drawing);
    out_text(out, "</svg>\n");
}

void svg_write(const Drawing *drawing, Str title, Str description, Out *out)
{
    Painter painter = {.out = out, .drawing = drawing, .alone = true};
    out_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
    svg_open(&painter, drawing, STR("drawing"), title, description);
    out_text(out, "<style>\n");
    ink_style_write(out);
    out_text(out, "text{white-space:pre}\n</style>\n");
    Point corners[2] = {{0, 0}, {drawing->width, drawing->height}};
    rectangle_write(&painter,
                    &(Shape){.fill = INK_paper, .points = corners, .point_count = 2, .hidden = true});
    shapes_write(&painter, drawing);
    out_text(out, "</svg>\n");
}
