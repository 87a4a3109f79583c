/* Reviews: which were held, which should have been, and what they do not say. In: records and a plan's date;
 * out: figures of reviews, annual reviews and their plan. */
#include "sema/deriver.h"
#include "sema/series.h"

/* ---- held ---- */

static bool is_past(const Records *records, int32_t day)
{
    return day != DAY_MISSING && records->today != DAY_MISSING && day <= records->today;
}

/* A review without a block is only planned. */
static bool review_is_held(const Records *records, uint32_t row)
{
    return records->review.head.has_block[row] && is_past(records, records->review.on[row]);
}

static bool has_row_inside(const Records *records, Kind kind, Kind outer, uint32_t row)
{
    RowRange rows = records_inside(records, kind, outer, row);
    return rows.first < rows.end;
}

/* Invitations and papers come before the meeting: they do not show that it took place. */
static bool annual_is_held(const Records *records, uint32_t row)
{
    const struct annual_review_table *table = &records->annual_review;
    return is_past(records, table->on[row]) &&
           (table->attended.first[row] < table->attended.first[row + 1] ||
            table->impact.first[row] < table->impact.first[row + 1] ||
            table->amendments.first[row] < table->amendments.first[row + 1] ||
            table->report_sent[row] != DAY_MISSING || table->decision[row] ||
            table->final[row] != DAY_MISSING ||
            has_row_inside(records, KIND_judgement, KIND_annual_review, row) ||
            has_row_inside(records, KIND_view, KIND_annual_review, row));
}

static int32_t later(int32_t a, int32_t b)
{
    return a == DAY_MISSING || (b != DAY_MISSING && b > a) ? b : a;
}

static void note_annual(Deriver *deriver, uint32_t row, PlanFigures *figures)
{
    const Records *records = deriver->records;
    int32_t on = records->annual_review.on[row];
    ReviewFigures *review = &deriver->derived->annual_review[row];
    review->is_held = annual_is_held(records, row);
    if (review->is_held) {
        figures->last_reviewed = later(figures->last_reviewed, on);
        figures->renewed = later(figures->renewed, on);
    } else if (on != DAY_MISSING && on >= records->today &&
               (figures->next_annual == DAY_MISSING || on < figures->next_annual)) {
        figures->next_annual = on;
    }
}

/* What the pupil's own record says of them counts as well. */
static void note_pupil(Deriver *deriver, PlanFigures *figures)
{
    const struct pupil_table *pupil = &deriver->records->pupil;
    if (figures->pupil == ROW_NONE)
        return;
    int32_t last = pupil->last_annual_review[figures->pupil],
            next = pupil->next_annual_review[figures->pupil];
    if (is_past(deriver->records, last))
        figures->renewed = later(figures->renewed, last);
    if (figures->next_annual == DAY_MISSING && next != DAY_MISSING && next >= deriver->records->today)
        figures->next_annual = next;
}

/* ---- waiting ---- */

enum { EARLY = 14 }; /* days: a review may be held so long before its day */

static bool was_reviewed(int32_t reviewed, int32_t due)
{
    return reviewed != DAY_MISSING && reviewed >= due - EARLY;
}

/* The first of those that were planned, whose day is past, and after which none was held. */
static uint32_t waiting_review(const Deriver *deriver, uint32_t plan)
{
    const Records *records = deriver->records;
    RowRange rows = records_inside(records, KIND_review, KIND_plan, plan);
    int32_t reviewed = deriver->derived->plan[plan].last_reviewed;
    uint32_t found = ROW_NONE;
    for (uint32_t row = rows.first; row < rows.end; row++) {
        int32_t on = records->review.on[row];
        if (on == DAY_MISSING || on >= records->today || was_reviewed(reviewed, on) ||
            deriver->derived->review[row].is_held)
            continue;
        if (found == ROW_NONE || on < records->review.on[found])
            found = row;
    }
    return found;
}

void derive_plan_reviews(Deriver *deriver, uint32_t row)
{
    const Records *records = deriver->records;
    PlanFigures *figures = &deriver->derived->plan[row];
    RowRange rows = records_inside(records, KIND_review, KIND_plan, row);
    figures->last_reviewed = figures->next_annual = DAY_MISSING;
    figures->renewed = records->plan.issued[row];
    for (uint32_t review = rows.first; review < rows.end; review++) {
        ReviewFigures *one = &deriver->derived->review[review];
        one->review_due = DAY_MISSING;
        one->is_held = review_is_held(records, review);
        if (one->is_held)
            figures->last_reviewed = later(figures->last_reviewed, records->review.on[review]);
    }
    rows = records_inside(records, KIND_annual_review, KIND_plan, row);
    for (uint32_t review = rows.first; review < rows.end; review++)
        note_annual(deriver, review, figures);
    note_pupil(deriver, figures);
    figures->waiting = waiting_review(deriver, row);
    if (figures->waiting != ROW_NONE)
        deriver->derived->review[figures->waiting].review_due = records->review.on[figures->waiting];
}

/* ---- what they leave out ---- */

/* One plan's reviews against its outcomes. */
typedef struct Judging {
    Deriver *deriver;
    uint32_t plan;
    uint32_t *judged; /* of each of the plan's outcomes: the number of the review that last judged it */
    RowRange outcomes;
    uint32_t number; /* of the review */
    int32_t on;
    int32_t before; /* the day of the review held before it */
    uint32_t looks; /* at outcomes and results that are still allowed */
} Judging;

enum { LOOKS_MOST = 200000 }; /* for one plan, so that no file takes long: no plan needs a hundredth */

static void mark_judged(Judging *judging, const Reference *outcome)
{
    if (outcome->row != ROW_NONE && outcome->row >= judging->outcomes.first &&
        outcome->row < judging->outcomes.end)
        judging->judged[outcome->row - judging->outcomes.first] = judging->number;
}

static void mark_in_review(Judging *judging, Kind kind, uint32_t row)
{
    const Records *records = judging->deriver->records;
    RowRange rows = records_inside(records, KIND_judgement, kind, row);
    judging->number++;
    for (uint32_t i = rows.first; i < rows.end; i++)
        mark_judged(judging, &records->judgement.outcome[i]);
    rows = records_inside(records, KIND_result, kind, row);
    for (uint32_t i = rows.first; kind == KIND_review && i < rows.end; i++)
        mark_judged(judging, &records->result.outcome[i]);
}

static bool is_settled(const Records *records, uint32_t judgement)
{
    uint8_t verdict = records->judgement.verdict[judgement];
    return verdict == CHOICE_verdict_achieved || verdict == CHOICE_verdict_no_longer_apt;
}

/* Was it an aim on that day? Not when it was closed, replaced or settled before, or begun later. */
static bool was_open(Judging *judging, uint32_t outcome)
{
    const Records *records = judging->deriver->records;
    const struct outcome_table *table = &records->outcome;
    int32_t closed = table->closed[outcome], baseline = table->baseline_on[outcome];
    int32_t issued = records->plan.issued[judging->plan];
    if (closed != DAY_MISSING && closed <= judging->on)
        return false;
    if (table->replaced_by[outcome].text.length || (baseline != DAY_MISSING && baseline > judging->on))
        return false;
    if (baseline == DAY_MISSING && issued != DAY_MISSING && issued > judging->on)
        return false;
    RowList judgements =
        relation_naming(&judging->deriver->derived->relations, RELATION_judgement_of, outcome);
    return !judgements.count || !is_settled(records, judgements.at[0]);
}

/* A result up to the review, since the one before it, says as much as a judgement. */
static bool has_result(Judging *judging, uint32_t outcome)
{
    const Records *records = judging->deriver->records;
    RowList results = relation_naming(&judging->deriver->derived->relations, RELATION_result_of, outcome);
    for (uint32_t i = results.count; i-- > 0 && judging->looks; judging->looks--) {
        int32_t on = records->result.on[results.at[i]];
        if (on != DAY_MISSING && on <= judging->on)
            return judging->before == DAY_MISSING || on > judging->before;
    }
    return false;
}

/* The outcomes of `rows` that a review says nothing of. */
static Series not_judged(Judging *judging, RowRange rows, bool results_count, bool outside_cycles)
{
    const Records *records = judging->deriver->records;
    Series series = {0};
    for (uint32_t row = rows.first; row < rows.end && judging->looks; row++, judging->looks--) {
        if (judging->judged[row - judging->outcomes.first] == judging->number || !was_open(judging, row))
            continue;
        if (outside_cycles && records_enclosing(records, KIND_cycle, KIND_outcome, row) != ROW_NONE)
            continue;
        if (!results_count || !has_result(judging, row))
            series_add(&series, records->outcome.code[row]);
    }
    return judging->looks ? series : (Series){0};
}

static void review_left_out(Judging *judging, uint32_t row)
{
    const Records *records = judging->deriver->records;
    Arena *arena = &judging->deriver->derived->arena;
    ReviewFigures *figures = &judging->deriver->derived->review[row];
    uint32_t cycle = records_enclosing(records, KIND_cycle, KIND_review, row);
    const List_text *impact = &records->review.impact;
    bool says_effect = impact->first[row] < impact->first[row + 1] || records->review.decision[row];
    judging->on = records->review.on[row];
    mark_in_review(judging, KIND_review, row);
    RowRange rows =
        cycle == ROW_NONE ? judging->outcomes : records_inside(records, KIND_outcome, KIND_cycle, cycle);
    Series series = not_judged(judging, rows, true, cycle == ROW_NONE);
    Str names = series_text(arena, &series, "and");
    if (series.count)
        figures->leaves_out =
            arena_format(arena, "%swhat became of " STR_FMT,
                         says_effect ? "" : "what difference the help made, nor ", STR_ARG(names));
    else if (!says_effect)
        figures->leaves_out = STR("what difference the help made, nor what was decided");
    judging->before = judging->on;
}

static void annual_left_out(Judging *judging, uint32_t row)
{
    const Records *records = judging->deriver->records;
    judging->on = records->annual_review.on[row];
    mark_in_review(judging, KIND_annual_review, row);
    Series series = not_judged(judging, judging->outcomes, false, true);
    judging->deriver->derived->annual_review[row].leaves_out =
        series_text(&judging->deriver->derived->arena, &series, "and");
}

void derive_reviews_left_out(Deriver *deriver, uint32_t plan)
{
    const Records *records = deriver->records;
    Judging judging = {.deriver = deriver, .plan = plan, .before = DAY_MISSING, .looks = LOOKS_MOST};
    RowRange reviews = records_inside(records, KIND_review, KIND_plan, plan);
    RowRange annual = records_inside(records, KIND_annual_review, KIND_plan, plan);
    if (deriver->derived->plan[plan].last_reviewed == DAY_MISSING)
        return;
    judging.outcomes = records_inside(records, KIND_outcome, KIND_plan, plan);
    judging.judged =
        ARENA_ARRAY(&deriver->derived->arena, uint32_t, judging.outcomes.end - judging.outcomes.first + 1);
    for (uint32_t row = reviews.first; row < reviews.end; row++)
        if (deriver->derived->review[row].is_held)
            review_left_out(&judging, row);
    for (uint32_t row = annual.first; row < annual.end; row++)
        if (deriver->derived->annual_review[row].is_held)
            annual_left_out(&judging, row);
}
