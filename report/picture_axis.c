/* Axes: where values stand and which of them are written. In: ranges; out: steps that people count in, and
 * ticks on the first of a month. Whole-number arithmetic throughout. */
#include "report/picture.h"

#include "lexer/literal.h"
#include "sema/calendar.h"

int32_t axis_place(int64_t value, int64_t low, int64_t high, int32_t from, int32_t to)
{
    if (high <= low)
        return from;
    return (int32_t)(from + (value - low) * (to - from) / (high - low));
}

/* ---- values ---- */

static int64_t floor_to(int64_t value, int64_t step)
{
    int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

static int64_t ceiling_to(int64_t value, int64_t step)
{
    return -floor_to(-value, step);
}

/* The step after `step` among 1, 2, 5, 10, 20 … */
static int64_t next_decimal(int64_t step)
{
    int64_t power = 1;
    while (power <= step / 10)
        power *= 10;
    return step == power ? 2 * power : step == 2 * power ? 5 * power : 10 * power;
}

/* The step after `step` among 1, 2, 3, 6 months, 1, 2, 4, 8 … years. */
static int64_t next_months(int64_t step)
{
    return step == 2000 ? 3000 : step * 2;
}

Scale scale_make(int64_t low, int64_t high, int64_t least, unsigned most, bool months)
{
    int64_t step = months ? 1000 : 1;
    while (step < least || ceiling_to(high, step) - floor_to(low, step) > step * most)
        step = months ? next_months(step) : next_decimal(step);
    Scale scale = {floor_to(low, step), ceiling_to(high, step), step};
    if (scale.low == scale.high)
        scale.high += step;
    return scale;
}

/* ---- months ---- */

/* Months since the year 0. */
static int32_t month_of(int32_t day)
{
    int year, month, of_month;
    day_to_date(day, &year, &month, &of_month);
    return year * 12 + month - 1;
}

static int32_t months_step(int32_t from, int32_t to, size_t most)
{
    static const int32_t steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && (size_t)(to / steps[i] - from / steps[i]) + 1 > most)
        i++;
    return steps[i];
}

static MonthTick month_tick(int32_t index, int32_t step, bool first, Arena *arena)
{
    int year = index / 12, month = index % 12 + 1;
    MonthTick tick = {.day = day_from_date(year, month, 1)};
    if (step < 12)
        tick.month = str_slice(month_name(month), 0, 3);
    if (first || month == 1 || step >= 12)
        tick.year = arena_format(arena, "%d", year);
    return tick;
}

MonthTicks month_ticks(int32_t first, int32_t last, size_t most, Arena *arena)
{
    int32_t from = month_of(first), to = month_of(last);
    int32_t step = months_step(from, to, most);
    MonthTicks ticks = {ARENA_ARRAY(arena, MonthTick, (size_t)(to / step - from / step) + 1), 0};
    for (int32_t index = (from + step - 1) / step * step; index <= to; index += step) {
        MonthTick tick = month_tick(index, step, ticks.count == 0, arena);
        if (tick.day >= first)
            ticks.at[ticks.count++] = tick;
    }
    return ticks;
}
