/* A progress chart in words. In: its numbers; out: what a reader sees in it, for who listens. */
#include "report/chart_parts.h"

#include "sema/calendar.h"

static void value_say(const ChartData *data, int64_t value, int32_t day, const char *before_day, Out *out)
{
    out_str(out, chart_value_text(data, value));
    if (!day_is_known(day))
        return;
    out_text(out, before_day);
    date_print(out, day, DATE_FORM_long);
}

#define MOST_RESULTS 12 /* that are said one by one; who wants all of many reads the table */

/* Where many results lie. */
static void range_say(const ChartData *data, Out *out)
{
    const ChartPoint *low = NULL, *high = NULL, *last = chart_last(data);
    for (size_t i = 0; i < data->count; i++) {
        const ChartPoint *point = &data->points[i];
        if (point->value == CHART_MISSING)
            continue;
        low = !low || point->value < low->value ? point : low;
        high = !high || point->value > high->value ? point : high;
    }
    out_format(out, " %zu dates on which results were due", data->count);
    if (!low)
        return;
    out_text(out, "; results lie between ");
    value_say(data, low->value, low->day, " on ", out);
    out_text(out, " and ");
    value_say(data, high->value, high->day, " on ", out);
    out_text(out, "; the last is ");
    value_say(data, last->value, last->day, " on ", out);
}

static void results_say(const ChartData *data, Out *out)
{
    if (data->count > MOST_RESULTS) {
        range_say(data, out);
        out_char(out, '.');
        return;
    }
    out_text(out, data->count > 1 ? " Results: " : data->count == 1 ? " Result: " : " No results yet.");
    for (size_t i = 0; i < data->count; i++) {
        const ChartPoint *point = &data->points[i];
        out_text(out, i > 0 ? "; " : "");
        if (point->value == CHART_MISSING) {
            out_text(out, "not tested on ");
            date_print(out, point->day, DATE_FORM_long);
        } else {
            value_say(data, point->value, point->day, " on ", out);
        }
    }
    out_text(out, data->count > 0 ? "." : "");
}

/* Is `value` at least as good as `wanted`? */
static bool is_as_good(const ChartData *data, int64_t value, int64_t wanted)
{
    return data->chart->lower_is_better ? value <= wanted : value >= wanted;
}

/* How the last result stands. */
static void standing_say(const ChartData *data, Out *out)
{
    const ChartPoint *last = chart_last(data);
    if (!last || !data->has_target)
        return;
    if (is_as_good(data, last->value, data->chart->target.value)) {
        out_text(out, " The last result reaches the target.");
        return;
    }
    if (!data->has_line || last->day > data->chart->target.day)
        return;
    int64_t expected = chart_expected(data, last->day);
    if (last->value == expected)
        out_text(out, " The last result is on the straight line from baseline to target.");
    else
        out_text(out, is_as_good(data, last->value, expected)
                          ? " The last result is ahead of the straight line from baseline to target."
                          : " The last result is behind the straight line from baseline to target.");
}

Str chart_words(const ChartData *data)
{
    const Chart *chart = data->chart;
    Out out = {0};
    out_text(&out, "A chart of progress");
    out_text(&out, chart->unit.length > 0 ? " (" : "");
    out_str(&out, chart->unit);
    out_text(&out, chart->unit.length > 0 ? ")" : "");
    out_text(&out, chart->lower_is_better ? "; less is better." : ".");
    if (data->has_baseline) {
        out_text(&out, " Baseline: ");
        value_say(data, chart->baseline.value, chart->baseline.day, " on ", &out);
        out_char(&out, '.');
    }
    results_say(data, &out);
    if (data->has_target) {
        out_text(&out, " Target: ");
        value_say(data, chart->target.value, chart->target.day, " by ", &out);
        out_char(&out, '.');
    }
    standing_say(data, &out);
    Str words = arena_str(data->arena, out_result(&out));
    out_free(&out);
    return words;
}
