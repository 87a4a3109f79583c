/* The values of a progress chart beside their points. In: points drawn, and what stands on the plot so far;
 * out: texts where nothing else stands and the lines are crossed least, the weightiest value first. */
#include "report/chart_parts.h"

#define VALUE_SIZE 9000 /* thousandths of a point */

static bool boxes_touch(Box a, Box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/* How many of a few places along a line lie under the box. */
static unsigned leg_under(Point a, Point b, Box box)
{
    unsigned hits = 0;
    for (int32_t step = 0; step <= 32; step++) {
        int32_t x = a.x + (int32_t)((int64_t)(b.x - a.x) * step / 32);
        int32_t y = a.y + (int32_t)((int64_t)(b.y - a.y) * step / 32);
        hits += x > box.left && x < box.right && y > box.top && y < box.bottom;
    }
    return hits;
}

/* The same for the results and for expected progress. */
static unsigned lines_under(const Plot *plot, Box box)
{
    unsigned hits = leg_under(plot->expected[0], plot->expected[1], box);
    for (size_t i = 0; i + 1 < plot->line_count; i++)
        hits += leg_under(plot->line[i], plot->line[i + 1], box);
    return hits;
}

static bool box_is_free(const Plot *plot, Box box)
{
    if (box.left < plot->left || box.right > plot->pen.drawing->width || box.top < 0 ||
        box.bottom > plot->bottom)
        return false;
    for (size_t i = 0; i < plot->box_count; i++)
        if (boxes_touch(box, plot->boxes[i]))
            return false;
    return true;
}

/* Above, below, to the right, to the left: where it is free and crosses the lines least. False when nowhere.
 */
static bool value_box(const Plot *plot, Point at, int32_t width, Box *best)
{
    int32_t half = width / 2, height = VALUE_SIZE, gap = CHART_MARKER_SIZE + 1500;
    const Box places[] = {
        {at.x - half, at.y - gap - height, at.x - half + width, at.y - gap},
        {at.x - half, at.y + gap, at.x - half + width, at.y + gap + height},
        {at.x + gap + 1000, at.y - height / 2, at.x + gap + 1000 + width, at.y + height / 2},
        {at.x - gap - 1000 - width, at.y - height / 2, at.x - gap - 1000, at.y + height / 2},
    };
    unsigned least = UINT32_MAX;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        unsigned hits = box_is_free(plot, places[i]) ? lines_under(plot, places[i]) : UINT32_MAX;
        if (hits < least) {
            least = hits;
            *best = places[i];
        }
    }
    return least < UINT32_MAX;
}

static void value_write(Plot *plot, ChartPoint point, bool bold)
{
    Str text = chart_value_text(&plot->data, point.value);
    Box box;
    if (plot->box_count >= CHART_MOST_BOXES ||
        !value_box(plot, plot_point(plot, point), pen_width(&plot->pen, text, VALUE_SIZE, bold), &box))
        return;
    plot->boxes[plot->box_count++] = box;
    /* Lines that do lie there stop short of the figures. */
    draw_rectangle(plot->pen.drawing, box.left - 500, box.top, box.right + 500, box.bottom, INK_paper,
                   INK_none)
        ->hidden = true;
    pen_text(&plot->pen, (Point){box.left, box.bottom - VALUE_SIZE * 14 / 100}, ANCHOR_start, VALUE_SIZE,
             bold, text);
}

/* The weightiest first: they find room before the others. */
void plot_values_write(Plot *plot)
{
    const ChartData *data = &plot->data;
    const ChartPoint *last = chart_last(data);
    if (data->has_target)
        value_write(plot,
                    (ChartPoint){plot_has_target(plot) ? data->chart->target.day : plot->last,
                                 data->chart->target.value},
                    true);
    if (last)
        value_write(plot, *last, true);
    if (plot_has_baseline(plot))
        value_write(plot, data->chart->baseline, false);
    for (size_t i = data->count; i-- > 0;)
        if (data->points[i].value != CHART_MISSING && &data->points[i] != last)
            value_write(plot, data->points[i], false);
}
