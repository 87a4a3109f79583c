/* Building a drawing. In: shapes, back to front; out: the list of drawing.h, its points and texts in one
 * arena. It knows neither what is drawn nor who paints it. */
#include "report/drawing.h"

#include <stdlib.h>

#define OUTLINE_WIDTH 1000 /* thousandths of a point */

Drawing *drawing_new(Arena *arena, int32_t width, int32_t height)
{
    Drawing *drawing = ARENA_NEW(arena, Drawing);
    drawing->arena = arena;
    drawing->width = width;
    drawing->height = height;
    return drawing;
}

void drawing_free(Drawing *drawing)
{
    free(drawing->shapes.at);
    drawing->shapes.at = NULL;
    drawing->shapes.count = drawing->shapes.room = 0;
}

static Shape *shape_add(Drawing *drawing, ShapeKind kind, const Point *points, size_t count)
{
    Shape shape = {.kind = kind, .point_count = count};
    if (count > 0)
        shape.points = arena_copy(drawing->arena, points, count * sizeof *points, alignof(Point));
    ARRAY_ADD(&drawing->shapes, shape);
    return &drawing->shapes.at[drawing->shapes.count - 1];
}

Shape *draw_rectangle(Drawing *drawing, int32_t left, int32_t top, int32_t right, int32_t bottom, Ink fill,
                      Ink stroke)
{
    Point corners[2] = {{left, top}, {right, bottom}};
    Shape *shape = shape_add(drawing, SHAPE_rectangle, corners, 2);
    shape->fill = fill;
    shape->stroke = stroke;
    shape->stroke_width = stroke == INK_none ? 0 : OUTLINE_WIDTH;
    return shape;
}

static Shape *draw_stroke(Drawing *drawing, ShapeKind kind, const Point *points, size_t count, Ink stroke,
                          int32_t width)
{
    Shape *shape = shape_add(drawing, kind, points, count);
    shape->stroke = stroke;
    shape->stroke_width = width;
    return shape;
}

Shape *draw_line(Drawing *drawing, const Point *points, size_t count, Ink stroke, int32_t width)
{
    return draw_stroke(drawing, SHAPE_line, points, count, stroke, width);
}

Shape *draw_curve(Drawing *drawing, const Point *points, size_t count, Ink stroke, int32_t width)
{
    return draw_stroke(drawing, SHAPE_curve, points, count, stroke, width);
}

Shape *draw_polygon(Drawing *drawing, const Point *points, size_t count, Ink fill)
{
    Shape *shape = shape_add(drawing, SHAPE_polygon, points, count);
    shape->fill = fill;
    return shape;
}

Shape *draw_circle(Drawing *drawing, Point centre, int32_t radius, Ink fill, Ink stroke)
{
    Shape *shape = shape_add(drawing, SHAPE_circle, &centre, 1);
    shape->fill = fill;
    shape->stroke = stroke;
    shape->stroke_width = stroke == INK_none ? 0 : OUTLINE_WIDTH;
    shape->radius = radius;
    return shape;
}

Shape *draw_text(Drawing *drawing, Point at, Anchor anchor, int32_t size, Str text)
{
    Shape *shape = shape_add(drawing, SHAPE_text, &at, 1);
    shape->fill = INK_text;
    shape->anchor = anchor;
    shape->size = size;
    shape->text = arena_str(drawing->arena, text);
    return shape;
}

Shape *draw_group(Drawing *drawing, Str name, Str target)
{
    Shape *shape = shape_add(drawing, SHAPE_group, NULL, 0);
    shape->text = arena_str(drawing->arena, name);
    shape->target = arena_str(drawing->arena, target);
    return shape;
}

void draw_group_end(Drawing *drawing)
{
    shape_add(drawing, SHAPE_group_end, NULL, 0);
}

/* ---- arrowheads ---- */

#define HEAD_LENGTH 5500 /* thousandths of a point, for a line 1 point wide */
#define LONG_LEG    ((int64_t)1 << 30)

static int64_t square_root(int64_t number)
{
    if (number < 2)
        return number;
    int64_t root = number, next = number / 2 + 1;
    while (next < root) {
        root = next;
        next = (root + number / root) / 2;
    }
    return root;
}

/* The last point that differs from the tip: curves may end with control points on top of each other. */
static bool last_leg(const Shape *shape, int64_t *x, int64_t *y)
{
    Point tip = shape->points[shape->point_count - 1];
    for (size_t i = shape->point_count - 1; i-- > 0;) {
        *x = (int64_t)tip.x - shape->points[i].x;
        *y = (int64_t)tip.y - shape->points[i].y;
        if (*x != 0 || *y != 0)
            return true;
    }
    return false;
}

bool shape_arrow_head(const Shape *shape, Point head[3])
{
    int64_t x, y;
    if (!shape->arrow || shape->point_count < 2 || !last_leg(shape, &x, &y))
        return false;
    while (x > LONG_LEG || x < -LONG_LEG || y > LONG_LEG || y < -LONG_LEG) {
        x /= 2;
        y /= 2;
    }
    int64_t leg = square_root(x * x + y * y), length = HEAD_LENGTH + (int64_t)shape->stroke_width;
    int64_t back_x = x * length / leg, back_y = y * length / leg;
    Point tip = shape->points[shape->point_count - 1];
    head[0] = tip;
    head[1] = (Point){(int32_t)(tip.x - back_x - back_y * 2 / 5), (int32_t)(tip.y - back_y + back_x * 2 / 5)};
    head[2] = (Point){(int32_t)(tip.x - back_x + back_y * 2 / 5), (int32_t)(tip.y - back_y - back_x * 2 / 5)};
    return true;
}
