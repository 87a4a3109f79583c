/* What all pictures of reports are made with. In: texts and places; out: shapes, measured where somebody has
 * fonts. It knows nothing of plans. */
#include "report/picture.h"

#include "support/utf8.h"

/* Without a meter a letter counts as more than Andika's average, so that words rather keep apart than touch.
 */
#define LETTER_SHARE      550 /* thousandths of the size */
#define BOLD_LETTER_SHARE 600

static int32_t guess_width(unsigned columns, int32_t size, bool bold)
{
    int64_t width = (int64_t)columns * size * (bold ? BOLD_LETTER_SHARE : LETTER_SHARE) / 1000;
    return width < INT32_MAX / 2 ? (int32_t)width : INT32_MAX / 2;
}

int32_t pen_width(const Pen *pen, Str text, int32_t size, bool bold)
{
    if (text.length == 0)
        return 0;
    if (pen->meter)
        return pen->meter->width(pen->meter->state, text, size, bold);
    return guess_width(utf8_width(text, 0), size, bold);
}

Shape *pen_text(const Pen *pen, Point at, Anchor anchor, int32_t size, bool bold, Str text)
{
    Shape *shape = draw_text(pen->drawing, at, anchor, size, text);
    shape->bold = bold;
    if (pen->meter)
        shape->measured = pen_width(pen, text, size, bold);
    return shape;
}

/* ---- parting texts into lines ---- */

/* How many bytes of `text` fit by guess: up to the last blank, else as many letters as there is room for. */
static size_t guess_fit(Str text, int32_t size, int32_t width)
{
    size_t blank = 0, at = 0;
    unsigned columns = 0;
    while (at < text.length) {
        unsigned bytes;
        utf8_decode(text.at + at, text.at + text.length, &bytes);
        columns += utf8_width(str_slice(text, at, at + bytes), 0);
        if (at > 0 && guess_width(columns, size, false) > width && text.at[at] != ' ')
            return blank > 0 ? blank : at;
        at += bytes;
        if (text.at[at - 1] == ' ')
            blank = at;
    }
    return at;
}

static size_t pen_fit(const Pen *pen, Str text, int32_t size, int32_t width)
{
    size_t fit = pen->meter ? pen->meter->fit(pen->meter->state, text, size, false, width)
                            : guess_fit(text, size, width);
    return fit > 0 && fit <= text.length ? fit : text.length;
}

static Str without_last_character(Str text)
{
    while (text.length > 0 && ((unsigned char)text.at[text.length - 1] & 0xC0) == 0x80)
        text.length--;
    if (text.length > 0)
        text.length--;
    return str_trim(text);
}

/* As much of `text` as leaves room for `…`. */
static Str shortened(const Pen *pen, Str text, int32_t size, int32_t width)
{
    Str part = str_trim(str_slice(text, 0, pen_fit(pen, text, size, width)));
    Str result = part;
    do {
        result = arena_format(pen->drawing->arena, STR_FMT "…", STR_ARG(part));
        part = without_last_character(part);
    } while (part.length > 0 && pen_width(pen, result, size, false) > width);
    return result;
}

/* Line feeds count as blanks. */
static Str one_paragraph(Arena *arena, Str text)
{
    char *copy = arena_copy(arena, text.at, text.length, 1);
    for (size_t i = 0; i < text.length; i++)
        if (copy[i] == '\n' || copy[i] == '\t' || copy[i] == '\r')
            copy[i] = ' ';
    return str_trim((Str){copy, text.length});
}

size_t pen_wrap(const Pen *pen, Str text, int32_t size, int32_t width, Str *lines, size_t most)
{
    size_t count = 0;
    Str rest = text.length > 0 ? one_paragraph(pen->drawing->arena, text) : text;
    while (rest.length > 0 && count < most) {
        size_t fit = pen_fit(pen, rest, size, width);
        if (count + 1 == most && fit < rest.length) {
            lines[count++] = shortened(pen, rest, size, width);
            break;
        }
        lines[count++] = str_trim(str_slice(rest, 0, fit));
        rest = str_trim(str_slice(rest, fit, rest.length));
    }
    return count;
}

/* ---- markers ---- */

static void draw_cross(Drawing *drawing, Point c, int32_t r, Ink ink)
{
    Point falling[2] = {{c.x - r, c.y - r}, {c.x + r, c.y + r}},
          rising[2] = {{c.x - r, c.y + r}, {c.x + r, c.y - r}};
    draw_line(drawing, falling, 2, ink, 1500);
    draw_line(drawing, rising, 2, ink, 1500);
}

void draw_marker(Drawing *drawing, Marker marker, Point c, int32_t r, Ink ink)
{
    int32_t wide = r * 5 / 4, small = r * 9 / 10;
    Point diamond[4] = {{c.x, c.y - wide}, {c.x + wide, c.y}, {c.x, c.y + wide}, {c.x - wide, c.y}};
    Point triangle[3] = {{c.x, c.y - wide}, {c.x + wide, c.y + r}, {c.x - wide, c.y + r}};
    switch (marker) {
    case MARKER_circle: draw_circle(drawing, c, r, ink, INK_none); break;
    case MARKER_ring: draw_circle(drawing, c, small, INK_paper, ink)->stroke_width = 1500; break;
    case MARKER_square:
        draw_rectangle(drawing, c.x - small, c.y - small, c.x + small, c.y + small, ink, INK_none);
        break;
    case MARKER_diamond: draw_polygon(drawing, diamond, 4, ink); break;
    case MARKER_triangle: draw_polygon(drawing, triangle, 3, ink); break;
    case MARKER_cross: draw_cross(drawing, c, small, ink); break;
    }
}
