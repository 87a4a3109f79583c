/* Facts: a column's or a derived value as the check language sees it. In: records, figures; out: values. */
#include "sema/check/evaluate_kinds.h"
#include "sema/delivery.h"

#include "sema/check/figure.h"

#include <string.h>

/* ---- making values ---- */

static CheckValue of_type(CheckTypeId type, bool known)
{
    CheckValue value = VALUE_MISSING(((CheckType){.id = (uint8_t)type}));
    value.known = known;
    return value;
}

CheckValue value_of_number(CheckTypeId type, int64_t number, bool known)
{
    CheckValue value = of_type(type, known);
    value.number = number;
    return value;
}

CheckValue value_of_amount(Amount amount)
{
    CheckValue value = of_type(CHECK_amount, !amount_is_missing(amount));
    value.amount = amount;
    return value;
}

CheckValue value_of_count(int64_t count, Unit unit)
{
    return value_of_amount(count == COUNT_MISSING ? AMOUNT_NONE : amount_whole(count, unit));
}

CheckValue value_of_ratio(Ratio ratio, Unit unit)
{
    return value_of_amount(ratio_is_missing(ratio) ? AMOUNT_NONE : amount_from_ratio(ratio, unit));
}

CheckValue value_of_day(int32_t day)
{
    return value_of_number(CHECK_day, day, day_is_known(day));
}

CheckValue value_of_text(Str text)
{
    CheckValue value = of_type(CHECK_text, text.length > 0);
    value.text = text;
    return value;
}

CheckValue value_of_who(const Who *who)
{
    CheckValue value = value_of_number(CHECK_who, who->post, who->text.length > 0);
    value.text = who->text;
    value.kind = who->kind;
    value.row = who->row;
    return value;
}

CheckValue value_of_record(Kind kind, uint32_t row)
{
    CheckValue value = of_type(CHECK_record, row != ROW_NONE);
    value.type.of = (uint16_t)kind;
    value.kind = (uint8_t)kind;
    value.row = row;
    return value;
}

static CheckValue of_reference(const Reference *reference)
{
    CheckValue value = value_of_record((Kind)reference->kind, reference->row);
    value.known = reference->text.length > 0;
    value.text = reference->text;
    return value;
}

/* ---- facts ---- */

CheckValue value_of_fact(const Records *records, FieldId id, const void *at)
{
    const Field *field = schema_field(id);
    (void)records;
    switch ((Type)field->type) {
    case TYPE_code:
    case TYPE_name:
    case TYPE_text:
    case TYPE_long_text: return value_of_text(*(const Str *)at);
    case TYPE_date:
    case TYPE_start_date: return value_of_day(*(const int32_t *)at);
    case TYPE_school_year:
    case TYPE_year_group: return value_of_count(*(const int32_t *)at, UNIT_number);
    case TYPE_clock: return value_of_count(*(const int32_t *)at, UNIT_minute);
    case TYPE_number:
    case TYPE_amount:
    case TYPE_money:
    case TYPE_price:
    case TYPE_duration:
    case TYPE_span:
    case TYPE_score: return value_of_amount(*(const Amount *)at);
    case TYPE_who: return value_of_who(at);
    case TYPE_reference:
    case TYPE_named: return of_reference(at);
    case TYPE_choice: return value_of_number(CHECK_choice, *(const uint8_t *)at, *(const uint8_t *)at != 0);
    case TYPE_flag: return value_of_number(CHECK_yes_no, *(const uint8_t *)at == FLAG_yes, true);
    case TYPE_dosage: {
        const Dosage *dosage = at;
        return of_type(CHECK_shape, !amount_is_missing(dosage->duration) || dosage->frequency.times);
    }
    case TYPE_group_size: return of_type(CHECK_shape, ((const GroupSize *)at)->form != GROUP_missing);
    case TYPE_record_kind: return of_type(CHECK_shape, ((const RecordKind *)at)->kind != KIND_file);
    case TYPE_condition: return of_type(CHECK_shape, ((const Condition *)at)->text.length > 0);
    case TYPE_sample: return of_type(CHECK_shape, ((const Sample *)at)->text.length > 0);
    case TYPE_COUNT: break;
    }
    return of_type(CHECK_shape, false);
}

CheckValue value_of_field(const Evaluation *evaluation, FieldId id, uint32_t row)
{
    const Records *records = evaluation->derived->records;
    return value_of_fact(records, id, records_value(records, id, row));
}

CheckValue value_of_outer(const Evaluation *evaluation, const CheckValue *record, Kind outer)
{
    const Derived *derived = evaluation->derived;
    const Records *records = derived->records;
    uint32_t row = records_enclosing(records, outer, (Kind)record->kind, record->row);
    if (row == ROW_NONE && outer == KIND_pupil) {
        uint32_t plan = records_enclosing(records, KIND_plan, (Kind)record->kind, record->row);
        row = plan == ROW_NONE ? ROW_NONE : derived->plan[plan].pupil;
    }
    if (row == ROW_NONE && outer == KIND_school && records->school.head.count)
        row = 0;
    return value_of_record(outer, row);
}

/* ---- what is derived ---- */

CheckValue value_of_flag(bool yes)
{
    return value_of_number(CHECK_yes_no, yes, true);
}

/* The end of the school year in which the last year group of the stage is reached. */
static int32_t stage_end(const PupilFigures *figures, int32_t today)
{
    static const int8_t last_years[] = {[KEY_STAGE_early_years] = 0, [KEY_STAGE_1] = 2,  [KEY_STAGE_2] = 6,
                                        [KEY_STAGE_3] = 9,           [KEY_STAGE_4] = 11, [KEY_STAGE_5] = 14};
    int32_t year = school_year_of(today);
    if (!figures->key_stage || year == COUNT_MISSING)
        return DAY_MISSING;
    int32_t left = last_years[figures->key_stage] - figures->year;
    return school_year_end(year + (left > 0 ? left : 0));
}

static CheckValue of_pupil(const Evaluation *evaluation, uint32_t row, DerivedId id)
{
    const PupilFigures *figures = &evaluation->derived->pupil[row];
    switch ((int)id) {
    case DERIVED_pupil_age:
        return value_of_amount(figures->age_months == COUNT_MISSING ? AMOUNT_NONE
                                                                    : amount_months(figures->age_months));
    case DERIVED_pupil_year: return value_of_count(figures->year, UNIT_number);
    case DERIVED_pupil_computed_year: return value_of_count(figures->year_computed, UNIT_number);
    case DERIVED_pupil_stage_ends:
        return value_of_day(stage_end(figures, evaluation->derived->records->today));
    case DERIVED_pupil_key_stage:
        return value_of_count(figures->key_stage ? figures->key_stage - 1 : COUNT_MISSING, UNIT_number);
    default: return value_told(evaluation, KIND_pupil, id, row);
    }
}

/* What provision is, its programme and group told. */
static CheckValue of_effective(const Derived *derived, DerivedId id, uint32_t row)
{
    const Effective *effective = &derived->effective[row];
    const Dosage *time = &effective->time;
    switch ((int)id) {
    case DERIVED_provision_time: return of_type(CHECK_shape, saying_is_known(effective->time_said));
    case DERIVED_provision_frequency: return of_type(CHECK_shape, !frequency_is_missing(time->frequency));
    case DERIVED_provision_sessions_a_week:
        return value_of_ratio(frequency_per_week(time->frequency, derived->weeks_a_year), UNIT_number);
    case DERIVED_provision_group: return of_type(CHECK_shape, saying_is_known(effective->group_said));
    case DERIVED_provision_group_size: return value_of_count(group_most(effective->group), UNIT_number);
    case DERIVED_provision_where: return value_of_text(effective->where);
    default: return of_type(CHECK_shape, false);
    }
}

static bool is_of_delivery(DerivedId id)
{
    return id >= DERIVED_provision_in_cycle && id <= DERIVED_provision_last_year;
}

static CheckValue of_provision(const Evaluation *evaluation, uint32_t row, DerivedId id)
{
    const ProvisionFigures *figures = &evaluation->derived->provision[row];
    if (derived_is_told(id))
        return value_of_wording(evaluation, KIND_provision, row, id);
    switch ((int)id) {
    case DERIVED_provision_weekly_time: return value_of_ratio(figures->weekly_minutes, UNIT_minute);
    case DERIVED_provision_weeks: return value_of_ratio(figures->weeks, UNIT_week);
    case DERIVED_provision_planned_sessions: return value_of_ratio(figures->sessions, UNIT_number);
    case DERIVED_provision_planned_time: return value_of_ratio(figures->hours, UNIT_hour);
    case DERIVED_provision_hours_a_year: return value_of_ratio(figures->hours_a_year, UNIT_hour);
    case DERIVED_provision_cost_a_year: return value_of_ratio(figures->cost_a_year, UNIT_penny);
    case DERIVED_provision_repeats: return value_of_repeats(evaluation, row);
    case DERIVED_provision_day:
    case DERIVED_provision_closed:
    case DERIVED_provision_nearest: return value_of_school_day(evaluation, id, row);
    default:
        return is_of_delivery(id) ? value_of_delivery(evaluation, id, row)
                                  : of_effective(evaluation->derived, id, row);
    }
}

static bool is_of_progress(DerivedId id)
{
    return (id >= DERIVED_outcome_scale && id <= DERIVED_outcome_last_served) || id == DERIVED_step_before ||
           id == DERIVED_result_previous_use || id == DERIVED_result_earliest;
}

static CheckValue of_outcome(const Evaluation *evaluation, uint32_t row, DerivedId id)
{
    const OutcomeFigures *figures = &evaluation->derived->outcome[row];
    if (derived_is_told(id))
        return value_of_wording(evaluation, KIND_outcome, row, id);
    switch ((int)id) {
    case DERIVED_outcome_latest:
        return value_of_amount(figures->latest == ROW_NONE
                                   ? AMOUNT_NONE
                                   : evaluation->derived->records->result.value[figures->latest]);
    case DERIVED_outcome_months_to_go: return value_of_count(figures->months_to_go, UNIT_month);
    case DERIVED_outcome_days_overdue: return value_of_count(figures->days_overdue, UNIT_day);
    case DERIVED_outcome_reached: return value_of_flag(figures->state == PROGRESS_achieved);
    case DERIVED_outcome_progressing:
        return value_of_flag(figures->state == PROGRESS_some || figures->state == PROGRESS_achieved);
    default:
        return is_of_progress(id) ? value_of_progress(evaluation, id, row)
                                  : value_told_of_outcome(evaluation, id, row);
    }
}

static CheckValue of_plan(const Evaluation *evaluation, uint32_t row, DerivedId id)
{
    const PlanFigures *figures = &evaluation->derived->plan[row];
    switch ((int)id) {
    case DERIVED_plan_weekly_time: return value_of_ratio(figures->weekly_minutes, UNIT_minute);
    case DERIVED_plan_time_out: return value_of_ratio(figures->minutes_withdrawn, UNIT_minute);
    case DERIVED_plan_hours_a_year: return value_of_ratio(figures->hours_a_year, UNIT_hour);
    case DERIVED_plan_cost_a_year: return value_of_ratio(figures->cost_a_year, UNIT_penny);
    case DERIVED_plan_cost_of_others: return value_of_ratio(figures->cost_of_others, UNIT_penny);
    default: return value_told_of_plan(evaluation, id, row);
    }
}

static Kind kind_of(DerivedId id)
{
    static const uint8_t kinds[DERIVED_COUNT] = {
#define DERIVED(kind, id, ...) [DERIVED_##kind##_##id] = KIND_##kind,
#include "sema/check/derived.def"
    };
    return (Kind)kinds[id];
}

static CheckValue value_of_figure(const Derived *derived, const Figure *figure, uint32_t row)
{
    const char *rows;
    memcpy(&rows, (const char *)derived + figure->array, sizeof rows);
    const void *at = rows + (size_t)row * figure->size + figure->member;
    switch ((FigureForm)figure->form) {
    case FIGURE_flag: return value_of_flag(*(const bool *)at);
    case FIGURE_day: return value_of_day(*(const int32_t *)at);
    case FIGURE_choice: return value_of_number(CHECK_choice, *(const uint8_t *)at, *(const uint8_t *)at != 0);
    case FIGURE_amount: return value_of_amount(*(const Amount *)at);
    case FIGURE_none: break;
    }
    return of_type(CHECK_shape, false);
}

CheckValue value_of_derived(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    const Figure *figure = derived_figure(id);
    if (figure->form != FIGURE_none)
        return value_of_figure(derived, figure, row);
    if (derived_is_of_texts(id))
        return value_of_texts(evaluation, kind_of(id), id, row);
    ValueWhenAsked *when_asked = value_when_asked(id);
    if (when_asked)
        return when_asked(derived, id, row);
    switch ((int)kind_of(id)) {
    case KIND_pupil: return of_pupil(evaluation, row, id);
    case KIND_provision: return of_provision(evaluation, row, id);
    case KIND_outcome: return of_outcome(evaluation, row, id);
    case KIND_plan: return of_plan(evaluation, row, id);
    case KIND_step:
        return is_of_progress(id) ? value_of_progress(evaluation, id, row)
                                  : value_told(evaluation, KIND_step, id, row);
    case KIND_result:
        return is_of_progress(id) ? value_of_progress(evaluation, id, row)
                                  : value_told(evaluation, KIND_result, id, row);
    case KIND_shared: return value_of_sharing(evaluation, id, row);
    case KIND_attended:
        return id == DERIVED_attended_share ? value_of_delivery(evaluation, id, row)
                                            : value_told(evaluation, KIND_attended, id, row);
    case KIND_person:
    case KIND_school_document:
    case KIND_topic:
    case KIND_objective:
    case KIND_action: return value_of_school_derived(evaluation, id, row);
    case KIND_school:
        if (id != DERIVED_school_threshold && id != DERIVED_school_weeks_a_year)
            return value_of_school_derived(evaluation, id, row);
        return id == DERIVED_school_threshold ? value_of_amount(derived->threshold)
                                              : value_of_count(derived->weeks_a_year, UNIT_number);
    default: return value_told(evaluation, kind_of(id), id, row);
    }
}
