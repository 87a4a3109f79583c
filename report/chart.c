/* The progress chart of one outcome. In: baseline, results, target; out: a drawing with axes, the straight
 * line of expected progress, a marker of its own shape for each sort of point, and a key. */
#include "report/chart_parts.h"

#include "sema/calendar.h"

#define NARROWEST        200000 /* thousandths of a point, as are all lengths here */
#define MARGIN           6000
#define UNIT_HEIGHT      16000
#define TOP_ROOM         8000   /* above the plot: half of what is written there */
#define PLOT_MOST        130000 /* the height of the plot: three tenths of the width, and no more than this */
#define PLOT_LEAST       68000
#define AXIS_HEIGHT      26000 /* below the plot: months and years */
#define KEY_LINE         15000
#define AXIS_SIZE        8000
#define MOST_VALUES      5     /* steps of the axis of values */
#define MONTH_ROOM       30000 /* what a month's name takes */
#define END_ROOM         14000 /* between the plot's ends and the first and last day */
#define CHART_MOST_BOXES 200   /* of values written at points; more points than that are drawn without */

/* ---- ranges ---- */

typedef struct Range {
    int64_t low, high;
    bool any, whole; /* all are whole numbers */
} Range;

static void range_add(Range *range, int64_t value)
{
    range->low = !range->any || value < range->low ? value : range->low;
    range->high = !range->any || value > range->high ? value : range->high;
    range->whole = (!range->any || range->whole) && value % 1000 == 0;
    range->any = true;
}

static Range values_range(const ChartData *data)
{
    Range range = {0};
    if (data->has_baseline)
        range_add(&range, data->chart->baseline.value);
    if (data->has_target)
        range_add(&range, data->chart->target.value);
    for (size_t i = 0; i < data->count; i++)
        if (data->points[i].value != CHART_MISSING)
            range_add(&range, data->points[i].value);
    return range;
}

/* The axis begins at nought when the values are not far from it, so that growth looks no larger than it is.
 */
static Scale values_scale(const ChartData *data, Range range)
{
    const Chart *chart = data->chart;
    int64_t low = range.low > 0 && range.low <= range.high / 2 ? 0 : range.low, high = range.high;
    if (chart->least > -CHART_VALUE_MOST && chart->least < low)
        low = chart->least;
    if (chart->most > high && chart->most < CHART_VALUE_MOST)
        high = chart->most;
    return scale_make(low, high, range.whole || chart->months ? 1000 : 1, MOST_VALUES, chart->months);
}

static void day_add_to(Range *range, int32_t day)
{
    if (day_is_known(day))
        range_add(range, day);
}

static Range days_range(const ChartData *data)
{
    Range range = {0};
    if (data->has_baseline)
        day_add_to(&range, data->chart->baseline.day);
    if (data->has_target)
        day_add_to(&range, data->chart->target.day);
    for (size_t i = 0; i < data->count; i++)
        day_add_to(&range, data->points[i].day);
    return range;
}

/* ---- places ---- */

static int32_t day_place(const Plot *plot, int32_t day)
{
    return axis_place(day, plot->first, plot->last, plot->left + END_ROOM, plot->right - END_ROOM);
}

static int32_t value_place(const Plot *plot, int64_t value)
{
    return axis_place(value, plot->scale.low, plot->scale.high, plot->bottom, plot->top);
}

Point plot_point(const Plot *plot, ChartPoint point)
{
    return (Point){day_place(plot, point.day), value_place(plot, point.value)};
}

bool plot_has_baseline(const Plot *plot)
{
    return plot->data.has_baseline && day_is_known(plot->data.chart->baseline.day);
}

static void plot_place(Plot *plot)
{
    int32_t widest = 0;
    for (int64_t value = plot->scale.low; value <= plot->scale.high; value += plot->scale.step) {
        int32_t width = pen_width(&plot->pen, chart_value_text(&plot->data, value), AXIS_SIZE, false);
        widest = width > widest ? width : widest;
    }
    plot->left = MARGIN + widest + 6000;
    plot->right = plot->pen.drawing->width - MARGIN - 20000;
    bool unit_told = plot->data.chart->titled;
    plot->top = MARGIN + (unit_told ? TOP_ROOM : UNIT_HEIGHT);
    int32_t tall = plot->pen.drawing->width / 10 * 3;
    plot->bottom = plot->top + (tall > PLOT_MOST ? PLOT_MOST : tall < PLOT_LEAST ? PLOT_LEAST : tall);
    plot->unit = STR("");
    if (unit_told)
        return;
    pen_wrap(&plot->pen, plot->data.chart->unit, AXIS_SIZE, plot->pen.drawing->width - 2 * MARGIN,
             &plot->unit, 1);
    int32_t unit = pen_width(&plot->pen, plot->unit, AXIS_SIZE, false);
    plot->boxes[plot->box_count++] = (Box){MARGIN, MARGIN, MARGIN + unit, MARGIN + UNIT_HEIGHT * 2 / 3};
}

/* ---- axes ---- */

static void values_draw(const Plot *plot)
{
    Drawing *drawing = plot->pen.drawing;
    if (plot->unit.length > 0)
        pen_text(&plot->pen, (Point){MARGIN, MARGIN + 7000}, ANCHOR_start, AXIS_SIZE, false, plot->unit)
            ->fill = INK_muted;
    for (int64_t value = plot->scale.low; value <= plot->scale.high; value += plot->scale.step) {
        int32_t y = value_place(plot, value);
        bool base = value == plot->scale.low;
        draw_line(drawing, (Point[]){{plot->left, y}, {plot->right, y}}, 2, INK_rule, base ? 1000 : 300);
        pen_text(&plot->pen, (Point){plot->left - 5000, y + 2800}, ANCHOR_end, AXIS_SIZE, false,
                 chart_value_text(&plot->data, value))
            ->fill = INK_muted;
    }
}

static void days_draw(const Plot *plot)
{
    size_t most = (size_t)(plot->right - plot->left) / MONTH_ROOM;
    MonthTicks ticks = month_ticks(plot->first, plot->last, most, plot->data.arena);
    for (size_t i = 0; i < ticks.count; i++) {
        MonthTick tick = ticks.at[i];
        int32_t x = day_place(plot, tick.day), line = plot->bottom + 13000;
        draw_line(plot->pen.drawing, (Point[]){{x, plot->bottom}, {x, plot->bottom + 3500}}, 2, INK_rule,
                  750);
        if (tick.month.length > 0)
            pen_text(&plot->pen, (Point){x, line}, ANCHOR_middle, AXIS_SIZE, false, tick.month)->fill =
                INK_muted;
        if (tick.year.length > 0)
            pen_text(&plot->pen, (Point){x, tick.month.length > 0 ? line + 10000 : line}, ANCHOR_middle,
                     AXIS_SIZE, false, tick.year)
                ->fill = INK_muted;
    }
}

/* ---- lines ---- */

/* Expected progress: from the baseline to the target; without a baseline's day, the height of the target. */
static void expected_draw(Plot *plot)
{
    const Chart *chart = plot->data.chart;
    if (!plot->data.has_target)
        return;
    int32_t height = value_place(plot, chart->target.value);
    plot->expected[0] = (Point){plot->left, height};
    plot->expected[1] = (Point){plot->right, height};
    if (plot->data.has_line) {
        plot->expected[0] = plot_point(plot, chart->baseline);
        plot->expected[1] = plot_point(plot, chart->target);
    }
    draw_line(plot->pen.drawing, plot->expected, 2, INK_muted, 1000)->dashed = true;
}

/* The results as lines, parted where a pupil was not tested. */
static void results_draw(Plot *plot)
{
    const ChartData *data = &plot->data;
    plot->line = ARENA_ARRAY(data->arena, Point, data->count + 1);
    if (plot_has_baseline(plot))
        plot->line[plot->line_count++] = plot_point(plot, data->chart->baseline);
    size_t begin = 0;
    for (size_t i = 0; i < data->count; i++) {
        if (data->points[i].value != CHART_MISSING) {
            plot->line[plot->line_count++] = plot_point(plot, data->points[i]);
            continue;
        }
        if (plot->line_count > begin + 1)
            draw_line(plot->pen.drawing, plot->line + begin, plot->line_count - begin, INK_accent, 1750);
        begin = plot->line_count;
    }
    if (plot->line_count > begin + 1)
        draw_line(plot->pen.drawing, plot->line + begin, plot->line_count - begin, INK_accent, 1750);
}

/* ---- markers ---- */

static void marker_draw(Plot *plot, Marker marker, Point at, Ink ink)
{
    int32_t room = CHART_MARKER_SIZE + 1000;
    draw_marker(plot->pen.drawing, marker, at, CHART_MARKER_SIZE, ink);
    if (plot->box_count < CHART_MOST_BOXES)
        plot->boxes[plot->box_count++] = (Box){at.x - room, at.y - room, at.x + room, at.y + room};
}

bool plot_has_target(const Plot *plot)
{
    return plot->data.has_target && day_is_known(plot->data.chart->target.day);
}

static void markers_draw(Plot *plot)
{
    const ChartData *data = &plot->data;
    for (size_t i = 0; i < data->count; i++) {
        ChartPoint point = data->points[i];
        if (point.value == CHART_MISSING)
            marker_draw(plot, MARKER_cross, (Point){day_place(plot, point.day), plot->bottom}, INK_text);
        else
            marker_draw(plot, MARKER_circle, plot_point(plot, point), INK_accent);
    }
    if (plot_has_baseline(plot))
        marker_draw(plot, MARKER_square, plot_point(plot, data->chart->baseline), INK_text);
    if (plot_has_target(plot))
        marker_draw(plot, MARKER_diamond, plot_point(plot, data->chart->target), INK_text);
}

/* ---- the key ---- */

typedef struct Key {
    Pen *pen;
    int32_t x, y;
} Key;

static void key_item(Key *key, Marker marker, Ink ink, bool line, Str text)
{
    Drawing *drawing = key->pen->drawing;
    int32_t sign = line ? 20000 : 2 * CHART_MARKER_SIZE + 2000,
            width = sign + 4000 + pen_width(key->pen, text, AXIS_SIZE, false);
    if (key->x > MARGIN && key->x + width > drawing->width - MARGIN) {
        key->x = MARGIN;
        key->y += KEY_LINE;
    }
    Point left = {key->x, key->y - 2800}, right = {key->x + sign, key->y - 2800};
    if (line)
        draw_line(drawing, (Point[]){left, right}, 2, ink, 1000)->dashed = true;
    else
        draw_marker(drawing, marker, (Point){left.x + sign / 2, left.y}, CHART_MARKER_SIZE, ink);
    pen_text(key->pen, (Point){right.x + 4000, key->y}, ANCHOR_start, AXIS_SIZE, false, text);
    key->x += width + 11000;
}

/* "Target, 25 Mar 2027": the axis shows its month only. */
static Str target_words(const ChartData *data)
{
    Str day = date_text(data->arena, data->chart->target.day, DATE_FORM_short);
    return arena_format(data->arena, "Target, " STR_FMT, STR_ARG(day));
}

static void key_draw(Plot *plot)
{
    const ChartData *data = &plot->data;
    Key key = {&plot->pen, MARGIN, plot->bottom + AXIS_HEIGHT + 10000};
    bool untested = false;
    for (size_t i = 0; i < data->count; i++)
        untested |= data->points[i].value == CHART_MISSING;
    if (plot_has_baseline(plot))
        key_item(&key, MARKER_square, INK_text, false, STR("Baseline"));
    if (chart_last(data))
        key_item(&key, MARKER_circle, INK_accent, false, STR("Result"));
    if (untested)
        key_item(&key, MARKER_cross, INK_text, false, STR("Not tested"));
    if (plot_has_target(plot))
        key_item(&key, MARKER_diamond, INK_text, false, target_words(data));
    if (data->has_target)
        key_item(&key, MARKER_cross, INK_muted, true, data->has_line ? STR("Expected") : STR("Target"));
    plot->pen.drawing->height = key.y + MARGIN;
}

Picture chart_draw(const Chart *chart, const TextMeter *meter, int32_t width, Arena *arena)
{
    Plot plot = {.data = chart_data(chart, arena)};
    Range values = values_range(&plot.data), days = days_range(&plot.data);
    if (!values.any || !days.any)
        return (Picture){NULL, {NULL, 0}};
    plot.pen = (Pen){drawing_new(arena, width > NARROWEST ? width : NARROWEST, 0), meter};
    plot.scale = values_scale(&plot.data, values);
    plot.first = (int32_t)days.low;
    plot.last = days.high > days.low ? (int32_t)days.high : (int32_t)days.low + 30;
    plot_place(&plot);
    values_draw(&plot);
    days_draw(&plot);
    expected_draw(&plot);
    results_draw(&plot);
    markers_draw(&plot);
    plot_values_write(&plot);
    key_draw(&plot);
    return (Picture){plot.pen.drawing, chart_words(&plot.data)};
}
