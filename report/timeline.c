/* The timeline of a plan. In: days with a few words each; out: a line of months with a dot for each day, and
 * beside it the words, moved apart just as far as they must be. The line runs downwards, so that there is
 * room for words however many dates fall together. */
#include "report/timeline.h"

#include "lexer/literal.h"
#include "sema/calendar.h"

#include <stdlib.h>

#define NARROWEST     360000 /* thousandths of a point, as are all lengths here */
#define MARGIN        4000
#define AXIS_LEFT     48000
#define MARKER_LEFT   78000
#define DATE_LEFT     88000
#define TEXT_SIZE     9500
#define LINE_HEIGHT   12000
#define ROW_GAP       3000
#define MONTH_HEIGHT  11000
#define MONTHS_HEIGHT 200000 /* at most, unless the rows need more */
#define MOST_LINES    4
#define MOST_MONTHS   14
#define TODAY_NEAR    62 /* days beyond the dates, within which today is still marked */

/* A row: a mark, or today. */
typedef struct TimelineRow {
    const TimelineMark *mark; /* NULL for today */
    int32_t day;
    size_t order;
    Str lines[MOST_LINES];
    size_t line_count;
    int32_t height;
    int32_t top; /* where its words begin */
} TimelineRow;

typedef struct Layout {
    Pen pen;
    Arena *arena;
    TimelineRow *rows;
    size_t count;
    int32_t first, last; /* days: the ends of the line */
    int32_t top, bottom; /* of the line */
    int32_t kind_left, label_left;
} Layout;

typedef struct KindStyle {
    const char *name;
    Marker marker;
} KindStyle;

static const KindStyle kinds[] = {
    [TIMELINE_start] = {"Start", MARKER_circle},        [TIMELINE_step] = {"Step", MARKER_triangle},
    [TIMELINE_review] = {"Review", MARKER_square},      [TIMELINE_meeting] = {"Meeting", MARKER_ring},
    [TIMELINE_deadline] = {"Deadline", MARKER_diamond}, [TIMELINE_end] = {"End", MARKER_cross},
};

static Str row_kind(const TimelineRow *row)
{
    return row->mark ? str_from(kinds[row->mark->kind].name) : STR("Today");
}

/* ---- which rows ---- */

static int row_compare(const void *a, const void *b)
{
    const TimelineRow *first = a, *second = b;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    return (first->order > second->order) - (first->order < second->order);
}

static void rows_collect(Layout *layout, const Timeline *timeline)
{
    layout->rows = ARENA_ARRAY(layout->arena, TimelineRow, timeline->count + 1);
    for (size_t i = 0; i < timeline->count; i++)
        if (day_is_known(timeline->marks[i].day))
            layout->rows[layout->count++] =
                (TimelineRow){.mark = &timeline->marks[i], .day = timeline->marks[i].day, .order = i + 1};
    if (layout->count == 0)
        return;
    qsort(layout->rows, layout->count, sizeof *layout->rows, row_compare);
    int32_t first = layout->rows[0].day, last = layout->rows[layout->count - 1].day, today = timeline->today;
    if (day_is_known(today) && today >= first - TODAY_NEAR && today <= last + TODAY_NEAR) {
        layout->rows[layout->count++] = (TimelineRow){.day = today};
        qsort(layout->rows, layout->count, sizeof *layout->rows, row_compare);
    }
}

/* The line runs from the first of a month to the last of one. */
static void line_span(Layout *layout)
{
    int year, month, of_month;
    layout->first = layout->rows[0].day;
    day_to_date(layout->first, &year, &month, &of_month);
    layout->first -= of_month - 1;
    layout->last = layout->rows[layout->count - 1].day;
    day_to_date(layout->last, &year, &month, &of_month);
    layout->last += days_in_month(year, month) - of_month;
}

/* ---- where they stand ---- */

/* Columns: dates, kinds, words; each begins behind the widest of the one before. */
static void columns_place(Layout *layout)
{
    int32_t date_width = 0, kind_width = 0;
    for (size_t i = 0; i < layout->count; i++) {
        const TimelineRow *row = &layout->rows[i];
        int32_t date =
            pen_width(&layout->pen, date_text(layout->arena, row->day, DATE_FORM_short), TEXT_SIZE, true);
        int32_t kind = pen_width(&layout->pen, row_kind(row), TEXT_SIZE, true);
        date_width = date > date_width ? date : date_width;
        kind_width = kind > kind_width ? kind : kind_width;
    }
    layout->kind_left = DATE_LEFT + date_width + 8000;
    layout->label_left = layout->kind_left + kind_width + 8000;
}

static void rows_wrap(Layout *layout)
{
    int32_t width = layout->pen.drawing->width - MARGIN - layout->label_left;
    for (size_t i = 0; i < layout->count; i++) {
        TimelineRow *row = &layout->rows[i];
        if (row->mark)
            row->line_count =
                pen_wrap(&layout->pen, row->mark->label, TEXT_SIZE, width, row->lines, MOST_LINES);
        row->height = (int32_t)(row->line_count > 1 ? row->line_count : 1) * LINE_HEIGHT + ROW_GAP;
    }
}

static int32_t day_place(const Layout *layout, int32_t day)
{
    return axis_place(day, layout->first, layout->last, layout->top, layout->bottom);
}

/* Rows that push each other move as one. */
typedef struct Cluster {
    int64_t sum; /* of the tops its rows would like, were they all of no height */
    size_t count;
} Cluster;

/* Least movement that keeps the order and lets no rows overlap: clusters merge while one would stand above
 * the cluster before it. What is left of a cluster's mean is the same top, heights aside, for all its rows.
 */
static size_t clusters_make(const Layout *layout, Cluster *clusters)
{
    size_t count = 0;
    int64_t above = 0;
    for (size_t i = 0; i < layout->count; i++) {
        int64_t wanted = day_place(layout, layout->rows[i].day) - LINE_HEIGHT / 2 - above;
        clusters[count++] = (Cluster){wanted, 1};
        while (count > 1 && clusters[count - 2].sum / (int64_t)clusters[count - 2].count >
                                clusters[count - 1].sum / (int64_t)clusters[count - 1].count) {
            clusters[count - 2].sum += clusters[count - 1].sum;
            clusters[count - 2].count += clusters[count - 1].count;
            count--;
        }
        above += layout->rows[i].height;
    }
    return count;
}

static int32_t rows_height(const Layout *layout)
{
    int64_t height = 0;
    for (size_t i = 0; i < layout->count; i++)
        height += layout->rows[i].height;
    return height < INT32_MAX / 4 ? (int32_t)height : INT32_MAX / 4;
}

static void rows_place(Layout *layout)
{
    Cluster *clusters = ARENA_ARRAY(layout->arena, Cluster, layout->count);
    size_t count = clusters_make(layout, clusters), row = 0;
    int64_t above = 0, lowest = layout->top - LINE_HEIGHT / 2;
    int64_t highest = (int64_t)layout->bottom + LINE_HEIGHT / 2 + ROW_GAP - rows_height(layout);
    for (size_t c = 0; c < count; c++) {
        int64_t base = clusters[c].sum / (int64_t)clusters[c].count;
        base = base > highest ? highest : base;
        base = base < lowest ? lowest : base;
        for (size_t i = 0; i < clusters[c].count; i++, row++) {
            layout->rows[row].top = (int32_t)(base + above);
            above += layout->rows[row].height;
        }
    }
}

static void line_place(Layout *layout)
{
    int64_t months = ((int64_t)layout->last - layout->first + 1) / 30;
    int64_t height = months * MONTH_HEIGHT < MONTHS_HEIGHT ? months * MONTH_HEIGHT : MONTHS_HEIGHT;
    int32_t rows = rows_height(layout) - LINE_HEIGHT;
    layout->top = MARGIN + LINE_HEIGHT / 2;
    layout->bottom = layout->top + (height > rows ? (int32_t)height : rows);
    layout->pen.drawing->height = layout->bottom + LINE_HEIGHT / 2 + MARGIN;
}

/* ---- drawing ---- */

static void months_draw(const Layout *layout)
{
    Drawing *drawing = layout->pen.drawing;
    size_t most = (size_t)(layout->bottom - layout->top) / (TEXT_SIZE + 3000);
    MonthTicks ticks =
        month_ticks(layout->first, layout->last, most < MOST_MONTHS ? most : MOST_MONTHS, layout->arena);
    for (size_t i = 0; i < ticks.count; i++) {
        int32_t y = day_place(layout, ticks.at[i].day);
        bool both = ticks.at[i].month.length > 0 && ticks.at[i].year.length > 0;
        draw_line(drawing, (Point[]){{AXIS_LEFT - 4000, y}, {AXIS_LEFT, y}}, 2, INK_muted, 750);
        Str text = arena_format(layout->arena, STR_FMT "%s" STR_FMT, STR_ARG(ticks.at[i].month),
                                both ? " " : "", STR_ARG(ticks.at[i].year));
        pen_text(&layout->pen, (Point){AXIS_LEFT - 6000, y + 2800}, ANCHOR_end, 8000, false, text)->fill =
            INK_muted;
    }
    draw_line(drawing, (Point[]){{AXIS_LEFT, layout->top}, {AXIS_LEFT, layout->bottom}}, 2, INK_muted, 1500);
}

static void leader_draw(const Layout *layout, const TimelineRow *row)
{
    Drawing *drawing = layout->pen.drawing;
    int32_t from = day_place(layout, row->day), to = row->top + LINE_HEIGHT / 2;
    Point leader[4] = {
        {AXIS_LEFT, from}, {AXIS_LEFT + 6000, from}, {MARKER_LEFT - 12000, to}, {MARKER_LEFT - 5000, to}};
    Shape *line = draw_line(drawing, leader, 4, row->mark ? INK_rule : INK_accent, row->mark ? 750 : 1250);
    line->dashed = !row->mark;
    draw_circle(drawing, leader[0], row->mark ? 1800 : 2600, row->mark ? INK_text : INK_accent, INK_none);
}

static void row_draw(const Layout *layout, const TimelineRow *row)
{
    int32_t base = row->top + LINE_HEIGHT / 2 + TEXT_SIZE * 36 / 100;
    Ink ink = row->mark ? INK_text : INK_accent;
    if (row->mark)
        draw_marker(layout->pen.drawing, kinds[row->mark->kind].marker,
                    (Point){MARKER_LEFT, row->top + LINE_HEIGHT / 2}, 3200, INK_text);
    pen_text(&layout->pen, (Point){DATE_LEFT, base}, ANCHOR_start, TEXT_SIZE, true,
             date_text(layout->arena, row->day, DATE_FORM_short))
        ->fill = ink;
    pen_text(&layout->pen, (Point){layout->kind_left, base}, ANCHOR_start, TEXT_SIZE, !row->mark,
             row_kind(row))
        ->fill = row->mark ? INK_muted : ink;
    for (size_t i = 0; i < row->line_count; i++)
        pen_text(&layout->pen, (Point){layout->label_left, base + (int32_t)i * LINE_HEIGHT}, ANCHOR_start,
                 TEXT_SIZE, false, row->lines[i]);
}

/* ---- in words ---- */

static Str timeline_words(const Layout *layout)
{
    Out out = {0};
    out_text(&out, "A timeline. ");
    for (size_t i = 0; i < layout->count; i++) {
        const TimelineRow *row = &layout->rows[i];
        date_print(&out, row->day, DATE_FORM_long);
        out_text(&out, row->mark ? ": " : " is today");
        if (row->mark) {
            out_text(&out, kinds[row->mark->kind].name);
            out_text(&out, row->mark->label.length > 0 ? ", " : "");
            out_str(&out, str_trim(row->mark->label));
        }
        bool stopped = row->mark && str_ends(str_trim(row->mark->label), STR("."));
        out_text(&out, stopped ? "" : ".");
        out_text(&out, i + 1 < layout->count ? " " : "");
    }
    Str words = arena_str(layout->arena, out_result(&out));
    out_free(&out);
    return words;
}

Picture timeline_draw(const Timeline *timeline, const TextMeter *meter, int32_t width, Arena *arena)
{
    Layout layout = {.arena = arena};
    rows_collect(&layout, timeline);
    if (layout.count == 0)
        return (Picture){NULL, {NULL, 0}};
    layout.pen = (Pen){drawing_new(arena, width > NARROWEST ? width : NARROWEST, 0), meter};
    line_span(&layout);
    columns_place(&layout);
    rows_wrap(&layout);
    line_place(&layout);
    rows_place(&layout);
    months_draw(&layout);
    for (size_t i = 0; i < layout.count; i++)
        leader_draw(&layout, &layout.rows[i]);
    for (size_t i = 0; i < layout.count; i++)
        row_draw(&layout, &layout.rows[i]);
    return (Picture){layout.pen.drawing, timeline_words(&layout)};
}
