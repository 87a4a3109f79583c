/* What is told of plans, reviews and cycles: derived facts of what was done when, and by whom. In: figures
 * and records; out: values. */
#include "sema/check/evaluate.h"

/* ---- plans, needs, outcomes ---- */

/* School days after `from` up to `until`; missing where the terms are not known. */
static CheckValue school_days_between(const Derived *derived, int32_t from, int32_t until)
{
    int32_t count = COUNT_MISSING;
    if (day_is_known(from) && day_is_known(until))
        count = school_days(&derived->calendar, from + 1, until);
    return value_of_count(count, UNIT_school_day);
}

CheckValue value_told_of_plan(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    const PlanFigures *figures = &derived->plan[row];
    int32_t today = derived->records->today;
    switch ((int)id) {
    case DERIVED_plan_days_to_tell:
        return school_days_between(derived, figures->date,
                                   figures->staff_told == DAY_MISSING ? today : figures->staff_told);
    case DERIVED_plan_j_need: return value_of_flag(figures->j_need);
    case DERIVED_plan_j_outcome: return value_of_flag(figures->j_outcome);
    case DERIVED_plan_leaves_out: return value_of_text(figures->leaves_out);
    default: return value_of_text(derived_disorder(derived, KIND_plan, row));
    }
}

static bool is_educational(const Records *records, uint32_t row)
{
    uint32_t section = records_enclosing(records, KIND_section, KIND_need, row);
    uint8_t letter = section == ROW_NONE ? 0 : records->section.letter[section];
    return records->need.health[row] != FLAG_yes && records->need.social_care[row] != FLAG_yes &&
           letter != CHOICE_section_c && letter != CHOICE_section_d;
}

static CheckValue of_need(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    Str text = evaluation->derived->records->need.text[row];
    const NeedFigures *figures = &evaluation->derived->need[row];
    switch ((int)id) {
    case DERIVED_need_stalled: return value_of_count(figures->stalled, UNIT_number);
    case DERIVED_need_judged_on: return value_of_day(figures->judged_on);
    case DERIVED_need_decision:
        return value_of_number(CHECK_choice, figures->decision, figures->decision != 0);
    case DERIVED_need_educational: return value_of_flag(is_educational(evaluation->derived->records, row));
    case DERIVED_need_only_label: {
        uint32_t plan = records_enclosing(evaluation->derived->records, KIND_plan, KIND_need, row);
        uint32_t pupil = plan == ROW_NONE ? ROW_NONE : evaluation->derived->plan[plan].pupil;
        return value_of_flag(text_is_label(
            text, pupil == ROW_NONE ? STR("") : evaluation->derived->records->pupil.name[pupil]));
    }
    default: return value_of_count(text_word_count(text), UNIT_number);
    }
}

static int32_t set_on(const Derived *derived, uint32_t outcome)
{
    const Records *records = derived->records;
    uint32_t planned = records_enclosing(records, KIND_planned, KIND_outcome, outcome);
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_outcome, outcome);
    int32_t day = planned == ROW_NONE ? DAY_MISSING : records->planned.on[planned];
    return day == DAY_MISSING && plan != ROW_NONE ? derived->plan[plan].date : day;
}

CheckValue value_told_of_outcome(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    const OutcomeFigures *figures = &derived->outcome[row];
    switch ((int)id) {
    case DERIVED_outcome_stalled: return value_of_count(figures->stalled, UNIT_number);
    case DERIVED_outcome_set_on: return value_of_day(set_on(derived, row));
    case DERIVED_outcome_review_due: return value_of_day(figures->review_due);
    default: return school_days_between(derived, figures->review_due, derived->records->today);
    }
}

/* ---- provision ---- */

enum { OTHERS_MOST = 32 }; /* provision for a need that is compared */

static bool is_same_help(const Derived *derived, uint32_t a, uint32_t b)
{
    const Effective *one = &derived->effective[a], *other = &derived->effective[b];
    const Str *texts = derived->records->provision.text;
    bool is_same = one->intervention_row == ROW_NONE
                       ? other->intervention_row == ROW_NONE && str_equal_folded(texts[a], texts[b])
                       : one->intervention_row == other->intervention_row;
    return is_same && one->group.form == other->group.form && one->group.most == other->group.most &&
           one->time.duration.number == other->time.duration.number &&
           one->time.frequency.times == other->time.frequency.times &&
           one->time.frequency.every == other->time.frequency.every &&
           one->time.frequency.period == other->time.frequency.period;
}

CheckValue value_of_repeats(const Evaluation *evaluation, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    RowList needs = relation_named(&derived->relations, RELATION_meets, row);
    for (uint32_t i = 0; i < needs.count && i < OTHERS_MOST; i++) {
        RowList others = relation_naming(&derived->relations, RELATION_meets, needs.at[i]);
        for (uint32_t k = 0; k < others.count && k < OTHERS_MOST; k++) {
            int32_t starts = derived->effective[others.at[k]].starts;
            if (starts != DAY_MISSING && starts < derived->effective[row].starts &&
                is_same_help(derived, row, others.at[k]))
                return value_of_flag(true);
        }
    }
    return value_of_flag(false);
}

/* ---- reviews and cycles ---- */

static CheckValue of_review(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    const ReviewFigures *figures = &derived->review[row];
    switch ((int)id) {
    case DERIVED_review_held: return value_of_flag(figures->is_held);
    case DERIVED_review_leaves_out: return value_of_text(figures->leaves_out);
    case DERIVED_review_review_due: return value_of_day(figures->review_due);
    case DERIVED_review_days_waiting:
        return school_days_between(derived, figures->review_due, derived->records->today);
    default: return value_of_school_day(evaluation, id, row);
    }
}

static bool is_superseded(const Derived *derived, uint32_t row)
{
    uint32_t plan = records_enclosing(derived->records, KIND_plan, KIND_annual_review, row);
    int32_t renewed = plan == ROW_NONE ? DAY_MISSING : derived->plan[plan].renewed;
    return renewed != DAY_MISSING && renewed > derived->records->annual_review.on[row];
}

static CheckValue of_annual_review(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const ReviewFigures *figures = &evaluation->derived->annual_review[row];
    switch ((int)id) {
    case DERIVED_annual_review_held: return value_of_flag(figures->is_held);
    case DERIVED_annual_review_superseded: return value_of_flag(is_superseded(evaluation->derived, row));
    case DERIVED_annual_review_leaves_out: return value_of_text(figures->leaves_out);
    case DERIVED_annual_review_disorder:
        return value_of_text(derived_disorder(evaluation->derived, KIND_annual_review, row));
    default: return value_of_school_day(evaluation, id, row);
    }
}

static CheckValue of_cycle(const CycleFigures *figures, DerivedId id)
{
    switch ((int)id) {
    case DERIVED_cycle_last_day: return value_of_day(figures->last_day);
    case DERIVED_cycle_leaves_out: return value_of_text(figures->leaves_out);
    case DERIVED_cycle_weeks: return value_of_ratio(figures->weeks, UNIT_week);
    default: return value_of_count(figures->overlap, UNIT_day);
    }
}

/* ---- attainment ---- */

/* "Year 4", "Reception"; COUNT_MISSING for what is written otherwise. */
static int32_t year_written(Str text)
{
    text = str_trim(text);
    if (str_equal_folded(text, STR("Reception")))
        return 0;
    if (text.length < 6 || text.length > 7 || !str_equal_folded(str_slice(text, 0, 5), STR("Year ")))
        return COUNT_MISSING;
    int32_t year = 0;
    for (size_t i = 5; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return COUNT_MISSING;
        year = year * 10 + (text.at[i] - '0');
    }
    return year;
}

static int32_t years_behind(const struct attainment_table *table, uint32_t row)
{
    int32_t now = year_written(table->now[row]), expected = year_written(table->expected[row]);
    bool is_known = now != COUNT_MISSING && expected != COUNT_MISSING;
    return is_known ? expected - now : COUNT_MISSING;
}

static int32_t furthest_behind(const Records *records, uint32_t pupil)
{
    RowRange rows = records_inside(records, KIND_attainment, KIND_pupil, pupil);
    int32_t most = COUNT_MISSING;
    for (uint32_t row = rows.first; row < rows.end; row++) {
        int32_t years = years_behind(&records->attainment, row);
        if (years != COUNT_MISSING && (most == COUNT_MISSING || years > most))
            most = years;
    }
    return most;
}

/* ---- all ---- */

CheckValue value_told(const Evaluation *evaluation, Kind kind, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    switch ((int)kind) {
    case KIND_need: return of_need(evaluation, id, row);
    case KIND_review: return of_review(evaluation, id, row);
    case KIND_annual_review: return of_annual_review(evaluation, id, row);
    case KIND_cycle: return of_cycle(&derived->cycle[row], id);
    case KIND_assess: return value_of_text(derived->assess_leaves_out[row]);
    case KIND_attainment:
        return value_of_count(years_behind(&derived->records->attainment, row), UNIT_number);
    case KIND_pupil:
        if (id == DERIVED_pupil_years_behind)
            return value_of_count(furthest_behind(derived->records, row), UNIT_number);
        break;
    case KIND_meeting:
    case KIND_step: return value_of_school_day(evaluation, id, row);
    case KIND_advice:
        if (id == DERIVED_advice_cited)
            return value_of_flag(derived->advice_cited[row]);
        break;
    default: break;
    }
    return value_of_text(derived_disorder(derived, kind, row));
}
