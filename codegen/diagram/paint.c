/* Drawing a band. In: boxes with their places and lines of text; out: shapes. It decides colours and strokes,
 * no sizes. Whatever a colour says is said in words or by a dashed line as well. */
#include "codegen/diagram/paint.h"

#define HEADING_SIZE  9000
#define HEADING_BASE  11500 /* from the top of the row to the letters' base line */
#define HEADING_RULE  15000 /* to the line below them */
#define CORNER        3000
#define BOX_STROKE    750
#define STRONG_STROKE 1500
#define LINK_STROKE   900
#define TITLE_BASE    8600 /* from the top of a line to its base line */
#define SMALL_BASE    7700
#define BULGE         16000 /* how far a link within a column stands out */

/* A line of text and how it is written. */
typedef struct Pen {
    Drawing *drawing;
    int32_t left, right; /* the margins */
    int32_t y;           /* the top of the next line */
    int32_t size, base, leading;
    Ink ink;
    bool bold;
} Pen;

static void write_at(const Pen *pen, int32_t x, Anchor anchor, LabelLine line)
{
    if (!line.text.length)
        return;
    Shape *shape = draw_text(pen->drawing, (Point){x, pen->y + pen->base}, anchor, pen->size, line.text);
    shape->fill = pen->ink;
    shape->bold = pen->bold;
    shape->measured = line.width;
}

/* The lines below each other; the first begins `indent` further right. */
static void write_lines(Pen *pen, const LabelLines *lines, int32_t indent)
{
    for (unsigned i = 0; i < lines->count; i++) {
        if (lines->leftwards)
            write_at(pen, pen->right, ANCHOR_end, lines->at[i]);
        else
            write_at(pen, pen->left + (i == 0 ? indent : 0), ANCHOR_start, lines->at[i]);
        pen->y += pen->leading;
    }
}

static Pen pen_title(Drawing *drawing, LayoutColumn column, int32_t top)
{
    Pen pen = {.drawing = drawing, .y = top, .ink = INK_text};
    pen.left = column.left + LABEL_MARGIN;
    pen.right = column.right - LABEL_MARGIN;
    pen.size = TITLE_SIZE;
    pen.base = TITLE_BASE;
    pen.leading = TITLE_LEADING;
    return pen;
}

static Pen pen_small(const Pen *after, Ink ink, bool bold)
{
    Pen pen = *after;
    pen.size = SMALL_SIZE;
    pen.base = SMALL_BASE;
    pen.leading = SMALL_LEADING;
    pen.ink = ink;
    pen.bold = bold;
    return pen;
}

void paint_headings(Drawing *drawing, const Columns *columns, int32_t top, const TextMeter *meter)
{
    for (unsigned i = 0; i < columns->count; i++) {
        int32_t left = columns->at[i].left, right = columns->at[i].right;
        Str heading = column_heading(columns->kind[i]);
        Point base = {left + LABEL_MARGIN, top + HEADING_BASE};
        Shape *text = draw_text(drawing, base, ANCHOR_start, HEADING_SIZE, heading);
        text->bold = true;
        text->measured = meter->width(meter->state, heading, HEADING_SIZE, true);
        Point ends[2] = {{left, top + HEADING_RULE}, {right, top + HEADING_RULE}};
        draw_line(drawing, ends, 2, INK_rule, BOX_STROKE)->hidden = true;
    }
}

/* ---- links ---- */

static void link_paint(Drawing *drawing, const BandLink *link, Point *points, size_t count)
{
    if (link->backwards)
        for (size_t i = 0; i < count / 2; i++) {
            Point kept = points[i];
            points[i] = points[count - 1 - i];
            points[count - 1 - i] = kept;
        }
    Shape *shape = draw_curve(drawing, points, count, INK_muted, LINK_STROKE);
    shape->arrow = true;
    shape->hidden = true;
}

/* A link within a column leaves and enters on the right. */
static void link_beside(Drawing *drawing, const Sheet *sheet, const BandLink *link, int32_t top)
{
    const LayoutBox *from = &sheet->layout.boxes[link->left], *to = &sheet->layout.boxes[link->right];
    int32_t right = sheet->columns->at[from->column].right;
    Point points[4] = {{right, top + from->middle},
                       {right + BULGE, top + from->middle},
                       {right + BULGE, top + to->middle},
                       {right, top + to->middle}};
    link_paint(drawing, link, points, 4);
}

static void links_paint(Drawing *drawing, const Sheet *sheet, int32_t top)
{
    for (size_t i = 0; i < sheet->band->link_count; i++) {
        const BandLink *link = &sheet->band->links[i];
        if (sheet->link_at[i] == SHEET_BESIDE) {
            link_beside(drawing, sheet, link, top);
            continue;
        }
        LayoutLink *laid = &sheet->layout.links[sheet->link_at[i]];
        for (size_t k = 0; k < laid->count; k++)
            laid->curve[k].y += top;
        if (laid->count)
            link_paint(drawing, link, laid->curve, laid->count);
    }
}

/* ---- boxes ---- */

/* What a listener is told of a box: all of its texts, uncut. */
static Str box_name(Arena *arena, const MapBox *box, bool repeated)
{
    Str noun = column_noun(box->column);
    Str name =
        arena_format(arena, STR_FMT "%s" STR_FMT "%s" STR_FMT, STR_ARG(noun), box->code.length ? " " : "",
                     STR_ARG(box->code), box->title.length ? ": " : "", STR_ARG(box->title));
    if (repeated)
        return arena_format(arena, STR_FMT " (shown again)", STR_ARG(name));
    if (box->detail.length)
        name = arena_format(arena, STR_FMT "; " STR_FMT, STR_ARG(name), STR_ARG(box->detail));
    if (box->missing.length)
        name = arena_format(arena, STR_FMT "; " STR_FMT, STR_ARG(name), STR_ARG(box->missing));
    return name;
}

static void frame_paint(Drawing *drawing, const MapBox *box, bool repeated, LayoutColumn column, int32_t top,
                        int32_t bottom)
{
    bool missing = box->missing.length > 0 && !repeated;
    Ink fill = repeated ? INK_paper : column_ink(box->column);
    Shape *frame = draw_rectangle(drawing, column.left, top, column.right, bottom, fill,
                                  missing ? INK_missing : INK_rule);
    frame->radius = CORNER;
    frame->stroke_width = missing ? STRONG_STROKE : BOX_STROKE;
    frame->dashed = missing;
}

static void box_paint(Drawing *drawing, const Sheet *sheet, size_t index, int32_t top)
{
    const BandBox *shown = &sheet->band->boxes[index];
    const MapBox *box = &sheet->map->boxes.at[shown->box];
    const Label *label = &sheet->labels[index];
    LayoutColumn column = sheet->columns->at[sheet->layout.boxes[index].column];
    int32_t upper = top + sheet->layout.boxes[index].middle - label->height / 2;
    draw_group(drawing, box_name(drawing->arena, box, shown->repeated), box->target);
    frame_paint(drawing, box, shown->repeated, column, upper, upper + label->height);
    Pen title = pen_title(drawing, column, upper + LABEL_PADDING);
    Pen code = title;
    code.bold = true;
    write_at(&code, code.left, ANCHOR_start, label->code);
    write_lines(&title, &label->title, label->code_space);
    if (!label->title.count)
        title.y += title.leading;
    Pen detail = pen_small(&title, INK_muted, false);
    write_lines(&detail, &label->detail, 0);
    Pen missing = pen_small(&detail, INK_missing, true);
    write_lines(&missing, &label->missing, 0);
    draw_group_end(drawing);
}

void paint_sheet(Drawing *drawing, const Sheet *sheet, int32_t top)
{
    links_paint(drawing, sheet, top);
    for (size_t i = 0; i < sheet->band->box_count; i++)
        box_paint(drawing, sheet, i, top);
}
