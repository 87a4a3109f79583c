/* Picture: a drawing with what it says in words, and what all pictures of reports are made with: measured
 * texts, markers that differ in shape, sensible steps for axes. */
#ifndef SENC_REPORT_PICTURE_H
#define SENC_REPORT_PICTURE_H

#include "report/drawing.h"

/* A drawing and its text alternative, both in the arena given. `drawing` is NULL (and `alternative` empty)
 * when there is nothing to show. */
typedef struct Picture {
    Drawing *drawing; /* drawing_free frees its list; a document that shows it does so */
    Str alternative;
} Picture;

/* ---- texts ---- */

/* What a picture writes with. `meter` may be NULL: widths are then taken on the wide side, by the number of
 * letters. */
typedef struct Pen {
    Drawing *drawing;
    const TextMeter *meter;
} Pen;

/* The width of a text, in thousandths of a point. */
int32_t pen_width(const Pen *pen, Str text, int32_t size, bool bold);

/* Writes a text, measured where there is a meter. Returns it, so that the caller may make it bold or muted;
 * `bold` has to be told here where there is a meter. */
Shape *pen_text(const Pen *pen, Point at, Anchor anchor, int32_t size, bool bold, Str text);

/* Parts a text into lines of at most `width`, at most `most` of them; the last ends in `…` when there is
 * more. Returns how many. The lines are slices of `text` or in the drawing's arena. */
size_t pen_wrap(const Pen *pen, Str text, int32_t size, int32_t width, Str *lines, size_t most);

/* ---- markers ---- */

typedef enum Marker {
    MARKER_circle,
    MARKER_ring,
    MARKER_square,
    MARKER_diamond,
    MARKER_triangle,
    MARKER_cross
} Marker;

/* A marker of about `radius` around `centre`. */
void draw_marker(Drawing *drawing, Marker marker, Point centre, int32_t radius, Ink ink);

/* ---- axes ---- */

/* `value` between `low` and `high`, carried to between `from` and `to`; all numbers below 10^12 in size. */
int32_t axis_place(int64_t value, int64_t low, int64_t high, int32_t from, int32_t to);

/* An axis of values: `low` and `high` are multiples of `step`. */
typedef struct Scale {
    int64_t low, high, step;
} Scale;

/* The axis of 1, 2 or 5 times a power of ten a step that holds `low` to `high` in at most `most` steps, each
 * at least `least`. With `months`, values are thousandths of a month and steps 1, 2, 3, 6 months or whole
 * years. */
Scale scale_make(int64_t low, int64_t high, int64_t least, unsigned most, bool months);

/* A tick of an axis of days, on the first of a month. */
typedef struct MonthTick {
    int32_t day;
    Str month; /* "Sep"; empty where ticks are whole years */
    Str year;  /* "2027" at the first tick and each January; else empty */
} MonthTick;

typedef struct MonthTicks {
    MonthTick *at; /* in the arena */
    size_t count;
} MonthTicks;

/* Ticks from `first` to `last`, at most `most`: every 1, 2, 3 or 6 months, or every 1, 2, 5 … years. */
MonthTicks month_ticks(int32_t first, int32_t last, size_t most, Arena *arena);

#endif
