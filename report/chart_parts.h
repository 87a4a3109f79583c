/* Chart parts: what the files that make a progress chart share. */
#ifndef SENC_REPORT_CHART_PARTS_H
#define SENC_REPORT_CHART_PARTS_H

#include "report/chart.h"

/* Values of that size or more are not drawn: sums of them would not fit. In thousandths. */
#define CHART_VALUE_MOST ((int64_t)1000000000000)

/* A chart made ready: points in the order of their days, what cannot be shown left out. */
typedef struct ChartData {
    const Chart *chart;
    Arena *arena;
    ChartPoint *points; /* results; value CHART_MISSING where not tested */
    size_t count;
    bool has_baseline, has_target; /* their values are known */
    bool has_line;                 /* both, with days in order: expected progress is a straight line */
} ChartData;

ChartData chart_data(const Chart *chart, Arena *arena);

/* The last result that has a value; NULL for none. */
const ChartPoint *chart_last(const ChartData *data);

/* Where the straight line from baseline to target is on a day, in thousandths. Only with has_line. */
int64_t chart_expected(const ChartData *data, int32_t day);

/* A value as it is written: "62", "6y 4m", "85%", "£3.50". */
Str chart_value_text(const ChartData *data, int64_t value);

/* What the chart says, in words. */
Str chart_words(const ChartData *data);

/* ---- the drawing ---- */

#define CHART_MARKER_SIZE 3200 /* thousandths of a point, as are all lengths here */
#define CHART_MOST_BOXES  200  /* more points than that are drawn without their values */

typedef struct Box {
    int32_t left, top, right, bottom;
} Box;

typedef struct Plot {
    ChartData data;
    Pen pen;
    Scale scale;
    Str unit;            /* in as much room as there is */
    int32_t first, last; /* days */
    int32_t left, top, right, bottom;
    Point *line; /* baseline and results with a value, in order */
    size_t line_count;
    Point expected[2];           /* the ends of the line of expected progress; both alike for none */
    Box boxes[CHART_MOST_BOXES]; /* what values written so far, and markers, take */
    size_t box_count;
} Plot;

/* Where a point of a known day and value stands. */
Point plot_point(const Plot *plot, ChartPoint point);

/* Whether the baseline and the target have a place: a value and a day. */
bool plot_has_baseline(const Plot *plot);
bool plot_has_target(const Plot *plot);

/* Writes the values at the points, where there is room (chart_values.c). */
void plot_values_write(Plot *plot);

#endif
