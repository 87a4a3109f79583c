/* Chart: the progress towards one outcome: where it began, the results, the target and when it is due. */
#ifndef SENC_REPORT_CHART_H
#define SENC_REPORT_CHART_H

#include "report/picture.h"

/* A value that is not there: not measured, not agreed (AMOUNT_MISSING of the records). */
#define CHART_MISSING INT64_MIN

typedef struct ChartPoint {
    int32_t day;   /* since 1970; DAY_MISSING: the point is left out */
    int64_t value; /* thousandths of the unit; CHART_MISSING: not tested on that day */
} ChartPoint;

typedef struct Chart {
    Str unit;                 /* "words a minute"; may be empty */
    ChartPoint baseline;      /* either part may be missing */
    const ChartPoint *points; /* the results, in any order */
    size_t count;
    ChartPoint target;    /* its value and the day it is due; either may be missing */
    int64_t least, most;  /* of what can be measured (0 and 5 of "4 out of 5"); CHART_MISSING when open */
    bool titled;          /* the unit stands above the chart already and is not drawn */
    bool lower_is_better; /* the target lies below the baseline on purpose */
    bool months;          /* values are thousandths of a month: "6y 4m" */
    Str before_value;     /* "£"; or empty */
    Str after_value;      /* "%"; or empty */
} Chart;

/* Draws the chart `width` thousandths of a point wide (200 points at least). Values of 10^12 thousandths or
 * more in size are left out. The text alternative gives every value with its date, and whether the last
 * result is ahead of the straight line from baseline to target, behind it, or has reached the target. */
Picture chart_draw(const Chart *chart, const TextMeter *meter, int32_t width, Arena *arena);

#endif
