/* The numbers of a progress chart. In: what was measured and wanted; out: points in order, the straight line
 * between baseline and target, values as text. It draws nothing. */
#include "report/chart_parts.h"

#include "sema/amount.h"
#include "sema/calendar.h"

#include <stdlib.h>

static bool value_is_known(int64_t value)
{
    return value > -CHART_VALUE_MOST && value < CHART_VALUE_MOST;
}

static int point_compare(const void *a, const void *b)
{
    const ChartPoint *first = a, *second = b;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    return (first->value > second->value) - (first->value < second->value);
}

static void points_collect(ChartData *data)
{
    const Chart *chart = data->chart;
    data->points = ARENA_ARRAY(data->arena, ChartPoint, chart->count + 1);
    for (size_t i = 0; i < chart->count; i++) {
        ChartPoint point = chart->points[i];
        if (day_is_known(point.day) && (point.value == CHART_MISSING || value_is_known(point.value)))
            data->points[data->count++] = point;
    }
    if (data->count > 1)
        qsort(data->points, data->count, sizeof *data->points, point_compare);
}

ChartData chart_data(const Chart *chart, Arena *arena)
{
    ChartData data = {.chart = chart, .arena = arena};
    points_collect(&data);
    data.has_baseline = value_is_known(chart->baseline.value);
    data.has_target = value_is_known(chart->target.value);
    data.has_line = data.has_baseline && data.has_target && day_is_known(chart->baseline.day) &&
                    day_is_known(chart->target.day) && chart->baseline.day < chart->target.day;
    return data;
}

const ChartPoint *chart_last(const ChartData *data)
{
    for (size_t i = data->count; i-- > 0;)
        if (data->points[i].value != CHART_MISSING)
            return &data->points[i];
    return NULL;
}

int64_t chart_expected(const ChartData *data, int32_t day)
{
    ChartPoint from = data->chart->baseline, to = data->chart->target;
    if (day <= from.day)
        return from.value;
    if (day >= to.day)
        return to.value;
    return from.value + (to.value - from.value) * (day - from.day) / (to.day - from.day);
}

static void months_print(Out *out, int64_t value)
{
    int64_t months = (value < 0 ? -value : value) / 1000;
    out_text(out, value < 0 ? "-" : "");
    if (months >= 12) {
        out_int(out, months / 12);
        out_char(out, 'y');
    }
    if (months % 12 > 0 || months < 12) {
        out_text(out, months >= 12 ? " " : "");
        out_int(out, months % 12);
        out_char(out, 'm');
    }
}

Str chart_value_text(const ChartData *data, int64_t value)
{
    Out out = {0};
    if (value < 0 && data->chart->before_value.length > 0)
        out_char(&out, '-');
    if (value < 0 && data->chart->before_value.length > 0)
        value = -value;
    out_str(&out, data->chart->before_value);
    if (data->chart->months)
        months_print(&out, value);
    else
        number_print(&out, value);
    out_str(&out, data->chart->after_value);
    Str text = arena_str(data->arena, out_result(&out));
    out_free(&out);
    return text;
}
