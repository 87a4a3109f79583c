/* What the words of a record tell by themselves, as the check language sees it. In: readings; out: values. */
#include "sema/check/evaluate.h"
#include "sema/check/readings.h"

CheckValue value_of_wording(const Evaluation *evaluation, Kind kind, uint32_t row, DerivedId id)
{
    bool is_loose = id == DERIVED_provision_loose || id == DERIVED_outcome_loose;
    if (is_loose || !evaluation->readings)
        return value_of_number(CHECK_yes_no, evaluation->derived->is_loose, is_loose);
    const Told *told = readings_told(evaluation->readings, kind, row);
    switch ((int)id) {
    case DERIVED_provision_told_how_long: return value_of_flag(told->says.how_long);
    case DERIVED_provision_told_how_often: return value_of_flag(told->says.how_often);
    case DERIVED_provision_told_who: return value_of_flag(told->says.who);
    case DERIVED_provision_told_thing: return value_of_flag(told->says.is_there);
    case DERIVED_provision_told_loosely: return value_of_flag(told->says.floats);
    case DERIVED_provision_told_weekly_time: return value_of_ratio(told->weekly_minutes, UNIT_minute);
    case DERIVED_outcome_told_what_counts: return value_of_flag(told->says.what_counts);
    case DERIVED_outcome_told_several: return value_of_flag(told->says.is_compound);
    case DERIVED_outcome_told_by_when: return value_of_flag(told->says.by_when);
    case DERIVED_outcome_told_target: return value_of_amount(told->target);
    default: return value_of_day(told->day);
    }
}
