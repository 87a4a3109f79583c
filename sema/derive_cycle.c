/* Cycles: how long each lasts, and which of its parts are not there; assessments likewise. In: records,
 * provision and the school's terms; out: figures of cycles and assessments. */
#include "sema/deriver.h"
#include "sema/series.h"

static bool has(const Records *records, Kind kind, Kind outer, uint32_t row)
{
    RowRange rows = records_inside(records, kind, outer, row);
    return rows.first < rows.end;
}

/* ---- a cycle's days ---- */

static int32_t planned_on(const Records *records, uint32_t cycle)
{
    RowRange rows = records_inside(records, KIND_planned, KIND_cycle, cycle);
    return rows.first < rows.end ? records->planned.on[rows.first] : DAY_MISSING;
}

static int32_t reviewed_on(const Records *records, uint32_t cycle)
{
    RowRange rows = records_inside(records, KIND_review, KIND_cycle, cycle);
    return rows.first < rows.end ? records->review.on[rows.end - 1] : DAY_MISSING;
}

static int32_t last_provision(const Deriver *deriver, uint32_t cycle)
{
    RowRange rows = records_inside(deriver->records, KIND_provision, KIND_cycle, cycle);
    int32_t last = DAY_MISSING;
    for (uint32_t row = rows.first; row < rows.end; row++) {
        int32_t day = deriver->derived->provision[row].last_day.day;
        if (day != DAY_MISSING && (last == DAY_MISSING || day > last))
            last = day;
    }
    return last;
}

static int32_t last_day(const Deriver *deriver, uint32_t cycle)
{
    int32_t day = reviewed_on(deriver->records, cycle);
    if (day == DAY_MISSING)
        day = last_provision(deriver, cycle);
    const Term *term =
        day == DAY_MISSING ? term_of(&deriver->derived->calendar, planned_on(deriver->records, cycle)) : NULL;
    return term ? term->last : day;
}

/* School weeks; where the terms are not known, the share of the calendar's weeks that a year has of school.
 */
static Ratio weeks_between(const Deriver *deriver, int32_t first, int32_t last)
{
    enum { WEEK = 7, WEEKS_IN_YEAR = 52 };
    if (first == DAY_MISSING || last == DAY_MISSING || last < first)
        return RATIO_MISSING;
    if (school_days(&deriver->derived->calendar, first, last) != COUNT_MISSING)
        return school_weeks(&deriver->derived->calendar, first, last);
    return ratio_make((last - first) * deriver->derived->weeks_a_year, (int64_t)WEEK * WEEKS_IN_YEAR);
}

/* ---- a cycle's parts ---- */

/* A review that stands in the plan itself, on a day after the cycle was planned, may be this cycle's. */
static bool has_review(const Deriver *deriver, uint32_t plan, uint32_t cycle)
{
    int32_t planned = planned_on(deriver->records, cycle);
    int32_t reviewed = deriver->derived->plan[plan].last_reviewed;
    return has(deriver->records, KIND_review, KIND_cycle, cycle) ||
           (reviewed != DAY_MISSING && planned != DAY_MISSING && reviewed > planned &&
            cycle == deriver->derived->plan[plan].cycle);
}

static Str parts_left_out(Deriver *deriver, uint32_t plan, uint32_t cycle)
{
    const Records *records = deriver->records;
    Series series = {0};
    if (!has(records, KIND_assess, KIND_cycle, cycle))
        series_add(&series, STR("assess"));
    if (!has(records, KIND_planned, KIND_cycle, cycle) && !has(records, KIND_provision, KIND_cycle, cycle))
        series_add(&series, STR("plan"));
    if (!has(records, KIND_done, KIND_cycle, cycle) && !has(records, KIND_attended, KIND_cycle, cycle) &&
        !has(records, KIND_result, KIND_cycle, cycle))
        series_add(&series, STR("do"));
    if (!has_review(deriver, plan, cycle))
        series_add(&series, STR("review"));
    return series_text(&deriver->derived->arena, &series, "or");
}

/* From the plan of the later of two neighbours to the review of the earlier. */
static int32_t overlap_of(const Records *records, uint32_t cycle, uint32_t before)
{
    int32_t planned = planned_on(records, cycle), other = planned_on(records, before);
    bool is_later = planned != DAY_MISSING && other != DAY_MISSING && planned >= other;
    int32_t from = is_later ? planned : other;
    int32_t until = reviewed_on(records, is_later ? before : cycle);
    if (planned == DAY_MISSING || other == DAY_MISSING || until == DAY_MISSING || until <= from)
        return 0;
    return until - from;
}

static void derive_cycle(Deriver *deriver, uint32_t plan, uint32_t row, uint32_t before)
{
    const Records *records = deriver->records;
    CycleFigures *figures = &deriver->derived->cycle[row];
    figures->last_day = last_day(deriver, row);
    figures->leaves_out = parts_left_out(deriver, plan, row);
    figures->weeks = weeks_between(deriver, planned_on(records, row), reviewed_on(records, row));
    figures->overlap = before == ROW_NONE ? 0 : overlap_of(records, row, before);
}

/* ---- assessments ---- */

static bool is_pupils(uint8_t post)
{
    return post == CHOICE_post_pupil || post == CHOICE_post_young_person;
}

static bool is_parents(const Who *who)
{
    switch (who->post) {
    case CHOICE_post_parent:
    case CHOICE_post_mother:
    case CHOICE_post_father:
    case CHOICE_post_grandparent:
    case CHOICE_post_carer:
    case CHOICE_post_foster_carer:
    case CHOICE_post_social_worker: return true;
    default: return who->kind == KIND_parent && who->row != ROW_NONE;
    }
}

/* Whose views stand in `row` of `outer`. */
static void note_views(const Records *records, Kind outer, uint32_t row, bool *pupil, bool *parent)
{
    RowRange rows = records_inside(records, KIND_view, outer, row);
    for (uint32_t view = rows.first; view < rows.end && !(*pupil && *parent); view++) {
        if (outer != KIND_assess &&
            (records_enclosing(records, KIND_review, KIND_view, view) != ROW_NONE ||
             records_enclosing(records, KIND_annual_review, KIND_view, view) != ROW_NONE))
            continue;
        *pupil |= is_pupils(records->view.who[view].post);
        *parent |= is_parents(&records->view.who[view]);
    }
}

static bool has_text(const List_text *list, uint32_t row)
{
    return list->first[row] < list->first[row + 1];
}

static void add_views(const Deriver *deriver, uint32_t plan, uint32_t row, Series *series)
{
    enum { OF_AGE = 12 }; /* from this year group a young person speaks for themselves */
    const Records *records = deriver->records;
    uint32_t cycle = records_enclosing(records, KIND_cycle, KIND_assess, row);
    uint32_t pupil = deriver->derived->plan[plan].pupil;
    bool has_pupil = false, has_parent = false;
    if (cycle == ROW_NONE)
        note_views(records, KIND_assess, row, &has_pupil, &has_parent);
    else
        note_views(records, KIND_cycle, cycle, &has_pupil, &has_parent);
    if (!has_parent && !(pupil != ROW_NONE && deriver->derived->pupil[pupil].year >= OF_AGE))
        series_add(series, STR("the parents' view"));
    if (!has_pupil)
        series_add(series, STR("the pupil's own view"));
}

static void derive_assess(Deriver *deriver, uint32_t plan, uint32_t row)
{
    const Records *records = deriver->records;
    const struct assess_table *assess = &records->assess;
    Series series = {0};
    if (!has_text(&assess->text, row) && !has(records, KIND_evidence, KIND_assess, row) &&
        !has(records, KIND_result, KIND_assess, row))
        series_add(&series, STR("what was found or tested"));
    if (!has_text(&assess->teacher, row))
        series_add(&series, STR("the teacher's own assessment"));
    if (!has_text(&assess->progress, row))
        series_add(&series, STR("progress so far"));
    if (!has_text(&assess->compared_with, row))
        series_add(&series, STR("a comparison with others of the age"));
    add_views(deriver, plan, row, &series);
    deriver->derived->assess_leaves_out[row] = series_text(&deriver->derived->arena, &series, "and");
}

/* ---- a plan's ---- */

void derive_cycles(Deriver *deriver, uint32_t plan)
{
    const Records *records = deriver->records;
    RowRange rows = records_inside(records, KIND_cycle, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++)
        derive_cycle(deriver, plan, row, row > rows.first ? row - 1 : ROW_NONE);
    rows = records_inside(records, KIND_assess, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++)
        derive_assess(deriver, plan, row);
}
