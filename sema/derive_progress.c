/* Progress: what reviews said of outcomes, and how many of them running saw none. In: judgements, results and
 * the days of reviews; out: figures of outcomes and needs. */
#include "sema/deriver.h"

/* The review a judgement stands in. */
typedef struct Occasion {
    int32_t day;
    uint8_t decision; /* of a review of the school's */
} Occasion;

static Occasion occasion_of(const Records *records, uint32_t judgement)
{
    uint32_t review = records_enclosing(records, KIND_review, KIND_judgement, judgement);
    if (review != ROW_NONE)
        return (Occasion){records->review.on[review], records->review.decision[review]};
    review = records_enclosing(records, KIND_annual_review, KIND_judgement, judgement);
    return (Occasion){review == ROW_NONE ? DAY_MISSING : records->annual_review.on[review], 0};
}

/* `not yet` is no progress, unless results show that it moved. */
static bool saw_progress(const Deriver *deriver, uint32_t outcome, uint32_t judgement)
{
    uint8_t state = deriver->derived->outcome[outcome].state;
    return deriver->records->judgement.verdict[judgement] != CHOICE_verdict_not_yet ||
           state == PROGRESS_some || state == PROGRESS_achieved;
}

/* ---- outcomes ---- */

static uint8_t stalled_of(const Deriver *deriver, uint32_t row, const RowList *judgements)
{
    uint8_t count = 0;
    for (uint32_t i = judgements->count; i-- > 0 && count < STALLED_MOST; count++)
        if (saw_progress(deriver, row, judgements->at[i]))
            break;
    return count;
}

static int32_t later(int32_t a, int32_t b)
{
    return a == DAY_MISSING || (b != DAY_MISSING && b > a) ? b : a;
}

/* When anyone last looked at it: a review of the plan, a judgement or a result. */
static int32_t looked_at(const Deriver *deriver, uint32_t row, uint32_t plan)
{
    uint32_t latest = deriver->derived->outcome[row].latest;
    int32_t day = later(deriver->derived->plan[plan].last_reviewed, deriver->derived->outcome[row].judged_on);
    return latest == ROW_NONE ? day : later(day, deriver->records->result.on[latest]);
}

/* A review of the plan itself that waits speaks for its outcomes; a finished cycle's are no longer waited
 * for. */
static int32_t review_due_of(const Deriver *deriver, uint32_t row)
{
    enum { EARLY = 14 };
    const Records *records = deriver->records;
    const List_date *list = &records->outcome.review;
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_outcome, row);
    uint32_t cycle = records_enclosing(records, KIND_cycle, KIND_outcome, row);
    if (plan == ROW_NONE || !deriver->derived->outcome[row].is_open ||
        deriver->derived->plan[plan].waiting != ROW_NONE ||
        (cycle != ROW_NONE && cycle != deriver->derived->plan[plan].cycle))
        return DAY_MISSING;
    int32_t seen = looked_at(deriver, row, plan), due = DAY_MISSING;
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++) {
        int32_t day = list->items[i];
        if (day != DAY_MISSING && day < records->today && (seen == DAY_MISSING || seen < day - EARLY) &&
            (due == DAY_MISSING || day < due))
            due = day;
    }
    return due;
}

void derive_outcome_judged(Deriver *deriver, uint32_t row)
{
    OutcomeFigures *figures = &deriver->derived->outcome[row];
    RowList judgements = relation_naming(&deriver->derived->relations, RELATION_judgement_of, row);
    figures->judged_on = DAY_MISSING;
    if (judgements.count)
        figures->judged_on = occasion_of(deriver->records, judgements.at[judgements.count - 1]).day;
    figures->stalled = stalled_of(deriver, row, &judgements);
    figures->review_due = review_due_of(deriver, row);
}

/* ---- needs ---- */

enum { SEEN_MOST = 32 }; /* judgements of what serves a need that are looked at */

typedef struct Seen {
    int32_t days[SEEN_MOST]; /* of reviews that saw no progress, each once */
    uint32_t count;
    int32_t progress; /* the latest that saw some */
    Occasion last;
} Seen;

static void note_day(Seen *seen, int32_t day)
{
    for (uint32_t i = 0; i < seen->count; i++)
        if (seen->days[i] == day)
            return;
    if (seen->count < SEEN_MOST)
        seen->days[seen->count++] = day;
}

static void note_outcome(const Deriver *deriver, uint32_t outcome, Seen *seen)
{
    RowList judgements = relation_naming(&deriver->derived->relations, RELATION_judgement_of, outcome);
    uint32_t first = judgements.count > STALLED_MOST ? judgements.count - STALLED_MOST : 0;
    for (uint32_t i = first; i < judgements.count; i++) {
        Occasion occasion = occasion_of(deriver->records, judgements.at[i]);
        if (occasion.day == DAY_MISSING)
            continue;
        if (seen->last.day == DAY_MISSING || occasion.day >= seen->last.day)
            seen->last = occasion;
        if (saw_progress(deriver, outcome, judgements.at[i]))
            seen->progress = later(seen->progress, occasion.day);
        else
            note_day(seen, occasion.day);
    }
}

void derive_need(Deriver *deriver, uint32_t row)
{
    Seen seen = {.progress = DAY_MISSING, .last = {DAY_MISSING, 0}};
    NeedFigures *figures = &deriver->derived->need[row];
    RowList outcomes = relation_naming(&deriver->derived->relations, RELATION_serves_need, row);
    uint8_t count = 0;
    for (uint32_t i = 0; i < outcomes.count; i++)
        note_outcome(deriver, outcomes.at[i], &seen);
    for (uint32_t i = 0; i < seen.count; i++)
        count += seen.progress == DAY_MISSING || seen.days[i] > seen.progress;
    figures->stalled = count < STALLED_MOST ? count : STALLED_MOST;
    figures->decision = seen.last.decision;
    figures->judged_on = seen.last.day;
}
