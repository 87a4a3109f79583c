/* Programmes: how provision that followed them went. In: provision that has ended, and its outcomes; out:
 * figures for each programme. */
#include "sema/overviewer.h"

#include <stdlib.h>

/* One gain in months of age for each month that passed. */
typedef struct RatioGain {
    uint32_t programme;
    int64_t ratio; /* thousandths */
} RatioGain;

typedef struct Gains {
    RatioGain *at;
    size_t count;
} Gains;

/* The first of the outcomes it worked towards that has a value before and after; ROW_NONE for none. */
static uint32_t measured_outcome(const Derived *derived, uint32_t provision)
{
    RowList outcomes = relation_named(&derived->relations, RELATION_towards, provision);
    for (uint32_t i = 0; i < outcomes.count; i++)
        if (!amount_is_missing(derived->outcome[outcomes.at[i]].gain))
            return outcomes.at[i];
    return ROW_NONE;
}

/* Days from the baseline to the latest result; 0 where one is not known. */
static int32_t days_elapsed(const Derived *derived, uint32_t outcome)
{
    const Records *records = derived->records;
    int32_t from = records->outcome.baseline_on[outcome],
            until = records->result.on[derived->outcome[outcome].latest];
    return from == DAY_MISSING || until == DAY_MISSING || until < from ? 0 : until - from;
}

static void note_ratio(const Derived *derived, uint32_t programme, uint32_t outcome, Gains *gains)
{
    enum { MONTH = 30437 }; /* thousandths of a day */
    Amount gain = derived->outcome[outcome].gain;
    int32_t days = days_elapsed(derived, outcome);
    if (unit_dimension((Unit)gain.unit) == DIMENSION_age && days > 0 && llabs(gain.number) < INT32_MAX)
        gains->at[gains->count++] = (RatioGain){programme, gain.number * MONTH / 1000 / days};
}

static void note_provision(const Derived *derived, uint32_t row, ProgrammeFigures *programmes, Gains *gains)
{
    int32_t last = derived->provision[row].last_day.day;
    uint32_t programme = derived->effective[row].intervention_row;
    if (programme == ROW_NONE || last == DAY_MISSING || last >= derived->records->today)
        return;
    ProgrammeFigures *figures = &programmes[programme];
    uint32_t outcome = measured_outcome(derived, row);
    figures->finished++;
    if (outcome == ROW_NONE) {
        figures->without_result++;
        return;
    }
    const OutcomeFigures *of = &derived->outcome[outcome];
    figures->completed++;
    figures->met += of->state == PROGRESS_achieved;
    figures->improved += of->gain.number * of->direction > 0;
    note_ratio(derived, programme, outcome, gains);
}

static int compare_gains(const void *a, const void *b)
{
    const RatioGain *one = a, *other = b;
    if (one->programme != other->programme)
        return one->programme < other->programme ? -1 : 1;
    return (one->ratio > other->ratio) - (one->ratio < other->ratio);
}

/* The middle one of each programme's; of an even number the lower. */
static void take_medians(Gains *gains, ProgrammeFigures *programmes)
{
    if (gains->count)
        qsort(gains->at, gains->count, sizeof *gains->at, compare_gains);
    for (size_t first = 0, end; first < gains->count; first = end) {
        uint32_t programme = gains->at[first].programme;
        for (end = first; end < gains->count && gains->at[end].programme == programme; end++)
            ;
        programmes[programme].ratio_gain = gains->at[first + (end - first - 1) / 2].ratio;
    }
}

ProgrammeFigures *overview_make_programmes(const Derived *derived, Arena *arena)
{
    const Records *records = derived->records;
    uint32_t provisions = records->provision.head.count, count = records->intervention.head.count;
    ProgrammeFigures *programmes = ARENA_ARRAY(arena, ProgrammeFigures, count + 1);
    Gains gains = {.at = ARENA_ARRAY(arena, RatioGain, provisions + 1)};
    for (uint32_t row = 0; row < count; row++)
        programmes[row].ratio_gain = AMOUNT_MISSING;
    for (uint32_t row = 0; row < provisions; row++)
        note_provision(derived, row, programmes, &gains);
    take_medians(&gains, programmes);
    return programmes;
}
