/* Shapes into pixels. In: the shapes of report/drawing.h; out: what Cairo paints of them. It decides nothing:
 * colours are those of codegen/ink.def on white paper, dashes those of the other painters. */
#include "codegen/png/canvas.h"

#define POINT 1000.0

static const uint32_t colours[INK_COUNT] = {
#define INK(name, light, dark) [INK_##name] = light,
#include "codegen/ink.def"
};

bool canvas_ink(Canvas *canvas, Ink ink)
{
    if (ink == INK_none)
        return false;
    uint32_t colour = colours[ink];
    cairo_set_source_rgb(canvas->cairo, (colour >> 16) / 255.0, (colour >> 8 & 255) / 255.0,
                         (colour & 255) / 255.0);
    return true;
}

static void move_to(cairo_t *cairo, Point point)
{
    cairo_move_to(cairo, point.x / POINT, point.y / POINT);
}

static void line_to(cairo_t *cairo, Point point)
{
    cairo_line_to(cairo, point.x / POINT, point.y / POINT);
}

/* Fills and strokes the path that stands. */
static void path_paint(Canvas *canvas, const Shape *shape)
{
    static const double dashes[] = {4, 3};
    if (canvas_ink(canvas, shape->fill))
        cairo_fill_preserve(canvas->cairo);
    if (canvas_ink(canvas, shape->stroke)) {
        cairo_set_line_width(canvas->cairo, shape->stroke_width / POINT);
        cairo_set_dash(canvas->cairo, dashes, shape->dashed ? 2 : 0, 0);
        cairo_stroke_preserve(canvas->cairo);
    }
    cairo_new_path(canvas->cairo);
}

static void arrow_paint(Canvas *canvas, const Shape *shape)
{
    Point head[3];
    if (!shape_arrow_head(shape, head) || !canvas_ink(canvas, shape->stroke))
        return;
    move_to(canvas->cairo, head[0]);
    line_to(canvas->cairo, head[1]);
    line_to(canvas->cairo, head[2]);
    cairo_close_path(canvas->cairo);
    cairo_fill(canvas->cairo);
}

static void rectangle_trace(cairo_t *cairo, const Shape *shape)
{
    const double quarter = 1.57079632679489662;
    double left = shape->points[0].x / POINT, top = shape->points[0].y / POINT;
    double right = shape->points[1].x / POINT, bottom = shape->points[1].y / POINT,
           radius = shape->radius / POINT;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - radius, top + radius, radius, -quarter, 0);
    cairo_arc(cairo, right - radius, bottom - radius, radius, 0, quarter);
    cairo_arc(cairo, left + radius, bottom - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, left + radius, top + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

static void lines_trace(cairo_t *cairo, const Shape *shape)
{
    for (size_t i = 0; i < shape->point_count; i++)
        line_to(cairo, shape->points[i]); /* the first is a move: the path is empty */
}

static void curve_trace(cairo_t *cairo, const Shape *shape)
{
    move_to(cairo, shape->points[0]);
    for (size_t i = 1; i + 2 < shape->point_count; i += 3) {
        const Point *to = shape->points + i;
        cairo_curve_to(cairo, to[0].x / POINT, to[0].y / POINT, to[1].x / POINT, to[1].y / POINT,
                       to[2].x / POINT, to[2].y / POINT);
    }
}

static void circle_trace(cairo_t *cairo, const Shape *shape)
{
    const double turn = 6.28318530717958648;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, shape->points[0].x / POINT, shape->points[0].y / POINT, shape->radius / POINT, 0, turn);
}

static bool has_points(const Shape *shape)
{
    return shape->point_count >= (shape->kind == SHAPE_circle || shape->kind == SHAPE_text ? 1 : 2);
}

void canvas_shape(Canvas *canvas, const Shape *shape)
{
    if (!has_points(shape))
        return;
    switch (shape->kind) {
    case SHAPE_rectangle: rectangle_trace(canvas->cairo, shape); break;
    case SHAPE_line: lines_trace(canvas->cairo, shape); break;
    case SHAPE_curve: curve_trace(canvas->cairo, shape); break;
    case SHAPE_polygon:
        lines_trace(canvas->cairo, shape);
        cairo_close_path(canvas->cairo);
        break;
    case SHAPE_circle: circle_trace(canvas->cairo, shape); break;
    case SHAPE_text: canvas_text(canvas, shape); return;
    case SHAPE_group:
    case SHAPE_group_end: return;
    }
    path_paint(canvas, shape);
    arrow_paint(canvas, shape);
}
