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

#endif
