/* Drawing: a picture of rectangles, lines, curves and texts, which SVG, HTML, PDF and PNG paint alike.
 *
 * Lengths are thousandths of a point; y runs downwards; the origin is the top left corner. */
#ifndef SENC_REPORT_DRAWING_H
#define SENC_REPORT_DRAWING_H

#include "support/array.h"

/* Colours by what they are for; each back end has its own values (light, dark, print). A colour never carries
 * a meaning alone. */
typedef enum Ink {
    INK_none,
    INK_paper,      /* the page */
    INK_text,       /* letters and strong lines */
    INK_muted,      /* second letters and lines: still 7:1 on paper */
    INK_rule,       /* thin lines, borders, grids */
    INK_panel,      /* a quiet fill */
    INK_accent,     /* the line of progress */
    INK_aspiration, /* fills of the four columns of the map */
    INK_need,
    INK_outcome,
    INK_provision,
    INK_missing, /* what should be there and is not: always with a dashed line and words too */
    INK_COUNT
} Ink;

typedef enum ShapeKind {
    SHAPE_rectangle, /* points[0] top left, points[1] bottom right; radius */
    SHAPE_line,      /* through all points */
    SHAPE_curve,     /* cubic Bézier: 1 + 3n points */
    SHAPE_polygon,   /* closed, filled */
    SHAPE_circle,    /* points[0] centre; radius */
    SHAPE_text,      /* points[0] on the baseline */
    SHAPE_group,     /* what follows, up to its group_end, is one thing: `text` names it, `target` links it */
    SHAPE_group_end
} ShapeKind;

typedef enum Anchor { ANCHOR_start, ANCHOR_middle, ANCHOR_end } Anchor;

typedef struct Point {
    int32_t x, y;
} Point;

typedef struct Shape {
    ShapeKind kind;
    Ink fill, stroke;
    int32_t stroke_width;
    bool dashed;
    bool arrow; /* a line or curve: an arrowhead at its last point */
    int32_t radius;
    Point *points; /* in the drawing's arena */
    size_t point_count;
    Str text;   /* of a text; the name of a group */
    Str target; /* of a group: "#id" within the report, or empty */
    Anchor anchor;
    int32_t size;     /* of a text */
    int32_t measured; /* of a text: its width as a TextMeter found it, to which SVG holds it; or 0 */
    bool bold;
    bool hidden; /* decoration: not told to readers who listen */
} Shape;

typedef struct Drawing {
    Arena *arena; /* everything below lives here */
    int32_t width, height;
    ARRAY(Shape) shapes; /* freed by drawing_free */
    int32_t *breaks; /* y, ascending: where no shape stands and pages may part a tall picture; in `arena` */
    size_t break_count;
} Drawing;

/* A new drawing in `arena`; its list of shapes is freed by drawing_free (twice does no harm). */
Drawing *drawing_new(Arena *arena, int32_t width, int32_t height);
void drawing_free(Drawing *drawing);

/* The functions below append a shape and return it, so that the caller may set further fields at once (the
 * pointer holds until the next call). Points and texts are copied into the drawing's arena. Outlines are 1
 * point wide, texts INK_text, until the caller says otherwise. */
Shape *draw_rectangle(Drawing *drawing, int32_t left, int32_t top, int32_t right, int32_t bottom, Ink fill,
                      Ink stroke);
Shape *draw_line(Drawing *drawing, const Point *points, size_t count, Ink stroke, int32_t width);
Shape *draw_curve(Drawing *drawing, const Point *points, size_t count, Ink stroke, int32_t width);
Shape *draw_polygon(Drawing *drawing, const Point *points, size_t count, Ink fill);
Shape *draw_circle(Drawing *drawing, Point centre, int32_t radius, Ink fill, Ink stroke);
Shape *draw_text(Drawing *drawing, Point at, Anchor anchor, int32_t size, Str text);
Shape *draw_group(Drawing *drawing, Str name, Str target);
void draw_group_end(Drawing *drawing);

/* The triangle of an arrowhead: its tip is the last point of a line or curve, along its last leg. False when
 * the shape has none (no `arrow`, or too short to have a direction). */
bool shape_arrow_head(const Shape *shape, Point head[3]);

/* How wide texts are, as the font of our reports draws them; given by who has fonts. */
typedef struct TextMeter {
    void *state;
    /* The width of `text` at `size` (both thousandths of a point). */
    int32_t (*width)(void *state, Str text, int32_t size, bool bold);
    /* How many bytes of `text` fit into `width`, cut where a line may break; at least one character. */
    size_t (*fit)(void *state, Str text, int32_t size, bool bold, int32_t width);
} TextMeter;

#endif
