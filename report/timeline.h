/* Timeline: the dates of a plan down a line, each with its words beside it. */
#ifndef SENC_REPORT_TIMELINE_H
#define SENC_REPORT_TIMELINE_H

#include "report/picture.h"

/* What happens on a date; each has a marker of its own and its name in words. */
typedef enum TimelineKind {
    TIMELINE_start, /* the plan begins */
    TIMELINE_step,  /* a step towards an outcome */
    TIMELINE_review,
    TIMELINE_meeting,
    TIMELINE_deadline, /* by when an outcome is to be reached */
    TIMELINE_end       /* the plan, a stage or a placement ends */
} TimelineKind;

typedef struct TimelineMark {
    int32_t day; /* since 1970; DAY_MISSING: the mark is left out */
    Str label;   /* in a few words: "E1: 80 words a minute" */
    TimelineKind kind;
} TimelineMark;

typedef struct Timeline {
    const TimelineMark *marks; /* in any order */
    size_t count;
    int32_t today; /* marked when it falls within the dates or within two months of them; or DAY_MISSING */
} Timeline;

/* Draws the timeline `width` thousandths of a point wide (360 points at least), as tall as it needs. Marks
 * stand in the order of their days; no two labels overlap. */
Picture timeline_draw(const Timeline *timeline, const TextMeter *meter, int32_t width, Arena *arena);

#endif
