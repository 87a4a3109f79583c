/* Timelines and charts: no two texts overlap, nothing leaves the picture, odd numbers do no harm, and the
 * text alternative says what is drawn. */
#include "report/chart.h"
#include "report/timeline.h"

#include "lexer/literal.h"

#include <stdio.h>
#include <stdlib.h>

static int passed, failed;

static void check(bool right, const char *what, Str detail)
{
    passed += right;
    failed += !right;
    if (!right)
        printf("%s: " STR_FMT "\n", what, STR_ARG(detail));
}

/* ---- texts of a drawing ---- */

typedef struct Box {
    int64_t left, top, right, bottom;
} Box;

static Box text_box(const Pen *pen, const Shape *shape)
{
    int64_t width = pen_width(pen, shape->text, shape->size, shape->bold), left = shape->points[0].x;
    left -= shape->anchor == ANCHOR_middle ? width / 2 : shape->anchor == ANCHOR_end ? width : 0;
    return (Box){left, shape->points[0].y - shape->size * 7 / 10, left + width,
                 shape->points[0].y + shape->size / 10};
}

static bool boxes_apart(Box a, Box b)
{
    return a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom;
}

/* The first text that leaves the picture or stands on another; NULL for none. */
static const Shape *misplaced_text(const Drawing *drawing, const Pen *pen)
{
    for (size_t i = 0; i < drawing->shapes.count; i++) {
        const Shape *first = &drawing->shapes.at[i];
        if (first->kind != SHAPE_text)
            continue;
        Box a = text_box(pen, first);
        if (a.left < 0 || a.top < 0 || a.right > drawing->width || a.bottom > drawing->height)
            return first;
        for (size_t j = i + 1; j < drawing->shapes.count; j++)
            if (drawing->shapes.at[j].kind == SHAPE_text &&
                !boxes_apart(a, text_box(pen, &drawing->shapes.at[j])))
                return first;
    }
    return NULL;
}

static void check_texts(const Drawing *drawing, const TextMeter *meter, const char *what)
{
    const Shape *bad = misplaced_text(drawing, &(Pen){NULL, meter});
    check(!bad, what, bad ? bad->text : STR(""));
}

static size_t shape_count(const Drawing *drawing, ShapeKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->shapes.count; i++)
        count += drawing->shapes.at[i].kind == kind;
    return count;
}

/* Letters of three widths, and lines that end anywhere: what a meter with fonts might say. */
static int32_t odd_width(void *state, Str text, int32_t size, bool bold)
{
    (void)state;
    int64_t width = 0;
    for (size_t i = 0; i < text.length; i++)
        width += size * (text.at[i] == ' ' ? 3 : text.at[i] == 'W' ? 9 : 5) / 10;
    return (int32_t)(bold ? width * 11 / 10 : width);
}

static size_t odd_fit(void *state, Str text, int32_t size, bool bold, int32_t width)
{
    size_t fit = 1;
    while (fit < text.length && odd_width(state, str_slice(text, 0, fit + 1), size, bold) <= width)
        fit++;
    return fit;
}

/* ---- timelines ---- */

static uint32_t dice(uint32_t *state, uint32_t sides)
{
    *state = *state * 1664525 + 1013904223;
    return (*state >> 8) % sides;
}

static void test_timelines(const TextMeter *meter)
{
    static const Str labels[] = {
        STR_INIT("Review"),
        STR_INIT("E1: 80 words a minute, with no more than six slips, in a text that the class teacher "
                 "chooses and "
                 "nobody has seen before, read aloud, twice, on two days of the same week, in a quiet room"),
        STR_INIT(
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"),
        STR_INIT("\xD9\x86\xD8\xAD\xD8\xA8 \xE6\xBC\xA2\xE5\xAD\x97"),
        STR_INIT(""),
        STR_INIT("two\nlines"),
    };
    uint32_t state = 7;
    for (int round = 0; round < 60; round++) {
        Arena arena = {0};
        size_t count = 1 + dice(&state, 40);
        TimelineMark marks[40];
        for (size_t i = 0; i < count; i++)
            marks[i] = (TimelineMark){20000 + (int32_t)dice(&state, round % 2 ? 400 : 9000),
                                      labels[dice(&state, 6)], (TimelineKind)dice(&state, 6)};
        Timeline timeline = {marks, count, 20000 + (int32_t)dice(&state, 400)};
        Picture picture = timeline_draw(&timeline, meter, 300000 + 3000 * round, &arena);
        check_texts(picture.drawing, meter, "texts of a timeline overlap");
        drawing_free(picture.drawing);
        arena_free(&arena);
    }
}

static void test_timeline_words(void)
{
    Arena arena = {0};
    const TimelineMark marks[] = {
        {day_from_date(2027, 7, 16), STR("E1: reads 90 words a minute."), TIMELINE_deadline},
        {DAY_MISSING, STR("never"), TIMELINE_step},
        {day_from_date(2026, 9, 7), STR("Plan begins"), TIMELINE_start},
    };
    Timeline timeline = {marks, 3, day_from_date(2026, 11, 22)};
    Picture picture = timeline_draw(&timeline, NULL, 480000, &arena);
    check(str_equal(picture.alternative,
                    STR("A timeline. 7 September 2026: Start, Plan begins. 22 November 2026 is "
                        "today. 16 July 2027: Deadline, E1: reads 90 words a minute.")),
          "words", picture.alternative);
    drawing_free(picture.drawing);
    timeline.today = day_from_date(2025, 1, 1); /* long before: not marked */
    picture = timeline_draw(&timeline, NULL, 480000, &arena);
    check(!str_equal(picture.alternative, STR("")) && shape_count(picture.drawing, SHAPE_circle) == 3,
          "today far away", picture.alternative);
    drawing_free(picture.drawing);
    timeline = (Timeline){marks + 1, 1, 0};
    check(!timeline_draw(&timeline, NULL, 480000, &arena).drawing, "drawn without a date", STR(""));
    arena_free(&arena);
}

static void test_timeline_extremes(void)
{
    Arena arena = {0};
    enum { MANY = 20000 };
    TimelineMark *marks = ARENA_ARRAY(&arena, TimelineMark, MANY);
    for (int32_t i = 0; i < MANY; i++)
        marks[i] = (TimelineMark){i % 3 ? i : INT32_MAX - i, STR("x"), TIMELINE_step};
    Timeline timeline = {marks, MANY, INT32_MAX};
    Picture picture = timeline_draw(&timeline, NULL, INT32_MIN, &arena);
    check(picture.drawing && picture.drawing->height > 0, "many marks", STR(""));
    drawing_free(picture.drawing);
    arena_free(&arena);
}

/* ---- scales ---- */

typedef struct ScaleCase {
    int64_t low, high, least;
    bool months;
    Scale wanted;
} ScaleCase;

static const ScaleCase scales[] = {
    {0, 5000, 1000, false, {0, 5000, 1000}},
    {62000, 90000, 1000, false, {60000, 90000, 10000}},
    {-3000, 4000, 1, false, {-4000, 4000, 2000}},
    {7, 7, 1, false, {7, 8, 1}},
    {0, 0, 1000, false, {0, 1000, 1000}},
    {120, 480, 1, false, {100, 500, 100}},
    {76000, 100000, 1000, true, {72000, 102000, 6000}},
    {76000, 79000, 1000, true, {76000, 79000, 1000}},
    {-999999999999, 999999999999, 1, false, {-1000000000000, 1000000000000, 500000000000}},
};

static void test_scales(void)
{
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        Scale got = scale_make(scales[i].low, scales[i].high, scales[i].least, 5, scales[i].months);
        char text[100];
        snprintf(text, sizeof text, "%lld to %lld by %lld", (long long)got.low, (long long)got.high,
                 (long long)got.step);
        check(got.low == scales[i].wanted.low && got.high == scales[i].wanted.high &&
                  got.step == scales[i].wanted.step,
              "scale", str_from(text));
    }
}

static void test_month_ticks(void)
{
    Arena arena = {0};
    MonthTicks ticks = month_ticks(day_from_date(2026, 9, 7), day_from_date(2027, 7, 16), 12, &arena);
    check(ticks.count == 10 && ticks.at[0].day == day_from_date(2026, 10, 1), "first tick",
          ticks.at[0].month);
    check(str_equal(ticks.at[0].month, STR("Oct")) && str_equal(ticks.at[0].year, STR("2026")), "names",
          ticks.at[0].month);
    check(str_equal(ticks.at[3].year, STR("2027")) && ticks.at[4].year.length == 0, "years",
          ticks.at[3].year);
    ticks = month_ticks(-25567, 84370, 10, &arena);
    check(ticks.count > 1 && ticks.count <= 10 && ticks.at[0].month.length == 0, "centuries", STR(""));
    arena_free(&arena);
}

/* ---- charts ---- */

static const Chart plain_chart = {
    .unit = STR_INIT("words a minute"),
    .baseline = {20600, 62000},
    .target = {21000, 90000},
    .least = CHART_MISSING,
    .most = CHART_MISSING,
};

static Str chart_say(Chart chart, const ChartPoint *points, size_t count, Arena *arena)
{
    chart.points = points;
    chart.count = count;
    Picture picture = chart_draw(&chart, NULL, 440000, arena);
    check_texts(picture.drawing, NULL, "texts of a chart overlap");
    drawing_free(picture.drawing);
    return picture.alternative;
}

static void test_chart_words(void)
{
    Arena arena = {0};
    Chart chart = plain_chart;
    const ChartPoint points[] = {{20900, CHART_MISSING}, {20800, 70000}, {DAY_MISSING, 1}};
    Str words = chart_say(chart, points, 3, &arena);
    check(
        str_equal(words,
                  STR("A chart of progress (words a minute). Baseline: 62 on 27 May 2026. Results: 70 on 13 "
                      "December 2026; not tested on 23 March 2027. Target: 90 by 1 July 2027. The last "
                      "result is behind the straight line from baseline to target.")),
        "words", words);
    check(str_ends(chart_say(chart, &(ChartPoint){20800, 76000}, 1, &arena),
                   STR("is on the straight line from baseline to target.")),
          "on the line", words);
    check(str_ends(chart_say(chart, &(ChartPoint){20800, 76001}, 1, &arena),
                   STR("is ahead of the straight line from baseline to target.")),
          "ahead", words);
    check(str_ends(chart_say(chart, &(ChartPoint){20700, 90000}, 1, &arena), STR("reaches the target.")),
          "reached", words);
    check(str_ends(chart_say(chart, &(ChartPoint){21001, 89000}, 1, &arena), STR("by 1 July 2027.")), "late",
          words);
    check(str_ends(chart_say(chart, NULL, 0, &arena), STR("No results yet. Target: 90 by 1 July 2027.")),
          "none", words);
    chart.baseline.value = 14000, chart.target.value = 2000, chart.lower_is_better = true;
    check(str_ends(chart_say(chart, &(ChartPoint){20800, 7000}, 1, &arena),
                   STR("is ahead of the straight line from baseline to target.")),
          "less is better", words);
    arena_free(&arena);
}

static void test_charts_dense(void)
{
    uint32_t state = 11;
    for (int round = 0; round < 60; round++) {
        Arena arena = {0};
        ChartPoint points[40];
        for (size_t i = 0; i < 40; i++)
            points[i] =
                (ChartPoint){20600 + (int32_t)dice(&state, 420), 60000 + (int64_t)dice(&state, 300) * 100};
        Chart chart = plain_chart;
        if (round % 4 == 0)
            chart.unit = STR(
                "words read without a slip in a minute, in a text of the year group that the pupil has not "
                "seen before, read aloud to an adult who knows her");
        chart_say(chart, points, 1 + dice(&state, 40), &arena);
        arena_free(&arena);
    }
}

static void test_chart_gap(void)
{
    Arena arena = {0};
    Chart chart = plain_chart;
    const ChartPoint points[] = {{20650, 64000}, {20700, CHART_MISSING}, {20750, 65000}, {20800, 66000}};
    chart.points = points, chart.count = 4;
    Picture whole = chart_draw(&chart, NULL, 440000, &arena);
    size_t legs = 0;
    for (size_t i = 0; i < whole.drawing->shapes.count; i++) {
        const Shape *shape = &whole.drawing->shapes.at[i];
        legs += shape->kind == SHAPE_line && shape->stroke == INK_accent ? shape->point_count - 1 : 0;
    }
    check(legs == 2, "legs of the line of results", STR("baseline to first, third to fourth"));
    drawing_free(whole.drawing);
    arena_free(&arena);
}

/* Whatever the numbers, the chart is drawn, or there is none. */
static void test_chart_extremes(void)
{
    static const int64_t values[] = {INT64_MIN, INT64_MAX, -999999999999, 999999999999, 0, 1, -1, 62000};
    static const int32_t days[] = {INT32_MIN, INT32_MAX, -25567, 84370, 0, 20000, 20001};
    uint32_t state = 3;
    for (int round = 0; round < 3000; round++) {
        Arena arena = {0};
        ChartPoint points[12];
        for (size_t i = 0; i < 12; i++)
            points[i] = (ChartPoint){days[dice(&state, 7)], values[dice(&state, 8)]};
        Chart chart = {
            .unit = STR("x"), .baseline = points[0], .points = points + 2, .count = 10, .target = points[1]};
        chart.least = values[dice(&state, 8)], chart.most = values[dice(&state, 8)];
        chart.months = round % 3 == 0, chart.lower_is_better = round % 2 == 0;
        chart.before_value = round % 5 ? STR("") : STR("£");
        Picture picture = chart_draw(&chart, NULL, (int32_t)dice(&state, 500000), &arena);
        if (picture.drawing)
            drawing_free(picture.drawing);
        arena_free(&arena);
    }
}

int main(void)
{
    TextMeter odd = {NULL, odd_width, odd_fit};
    test_timelines(NULL);
    test_timelines(&odd);
    test_timeline_words();
    test_timeline_extremes();
    test_scales();
    test_month_ticks();
    test_chart_words();
    test_charts_dense();
    test_chart_gap();
    test_chart_extremes();
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
