/* What checks may ask of outcomes and results that is reckoned only then. In: sema/progress.h; out: values.
 */
#include "sema/check/evaluate.h"
#include "sema/progress.h"

static CheckValue of_dimension(Dimension dimension)
{
    return value_of_text(dimension == DIMENSION_none ? STR("") : dimension_description(dimension));
}

static CheckValue of_scale(const Evaluation *evaluation, DerivedId id, uint32_t outcome)
{
    const Derived *derived = evaluation->derived;
    const struct assessment_table *table = &derived->records->assessment;
    OutcomeScale scale = outcome_scale(derived->records, &derived->relations, outcome);
    bool known = scale.assessment != ROW_NONE;
    switch ((int)id) {
    case DERIVED_outcome_higher_is_better:
        return value_of_number(CHECK_yes_no, scale.higher_is_better == FLAG_yes,
                               scale.higher_is_better != FLAG_missing);
    case DERIVED_outcome_lowest: return value_of_amount(scale.lowest);
    case DERIVED_outcome_highest: return value_of_amount(scale.highest);
    case DERIVED_outcome_test_error:
        return value_of_amount(known ? table->error[scale.assessment] : AMOUNT_NONE);
    case DERIVED_outcome_youngest:
        return value_of_amount(known ? table->ages[scale.assessment] : AMOUNT_NONE);
    default: return value_of_amount(known ? table->ages_to[scale.assessment] : AMOUNT_NONE);
    }
}

static int32_t latest_day(const Derived *derived, uint32_t outcome)
{
    uint32_t latest = derived->outcome[outcome].latest;
    return latest == ROW_NONE ? DAY_MISSING : derived->records->result.on[latest];
}

static CheckValue of_pace(const Derived *derived, uint32_t outcome)
{
    return value_of_ratio(ratio_multiply(outcome_pace(derived, outcome), ratio_whole(100)), UNIT_percent);
}

/* Steps of one outcome stand one after the other. */
static int32_t step_before(const Records *records, uint32_t step)
{
    const struct step_table *table = &records->step;
    bool has_one = step && table->head.parent[step - 1] == table->head.parent[step] &&
                   table->head.parent_kind[step - 1] == table->head.parent_kind[step];
    return has_one ? table->by[step - 1] : DAY_MISSING;
}

CheckValue value_of_progress(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    switch ((int)id) {
    case DERIVED_outcome_scale: {
        uint8_t score = outcome_score(derived, row);
        return value_of_number(CHECK_choice, score, score != 0);
    }
    case DERIVED_outcome_kind_of_score: return of_dimension(outcome_dimension(derived, row));
    case DERIVED_outcome_other_kind: return of_dimension(outcome_other_dimension(derived, row));
    case DERIVED_outcome_begins: return value_of_day(outcome_begins(derived, row));
    case DERIVED_outcome_months: return value_of_ratio(outcome_months(derived, row), UNIT_month);
    case DERIVED_outcome_points: return value_of_amount(outcome_points(derived, row));
    case DERIVED_outcome_age_gain: return value_of_amount(outcome_age_gain(derived, row));
    case DERIVED_outcome_pace: return of_pace(derived, row);
    case DERIVED_outcome_behind: return value_of_ratio(outcome_behind(derived, row), UNIT_number);
    case DERIVED_outcome_projected: return value_of_amount(outcome_projected(derived, row));
    case DERIVED_outcome_latest_on: return value_of_day(latest_day(derived, row));
    case DERIVED_outcome_age_before:
        return value_of_amount(outcome_age_on(derived, row, outcome_begins(derived, row)));
    case DERIVED_outcome_age_after:
        return value_of_amount(outcome_age_on(derived, row, derived->records->outcome.by[row]));
    case DERIVED_outcome_served: return value_of_flag(outcome_is_served(derived, row));
    case DERIVED_outcome_last_served: return value_of_day(outcome_last_served(derived, row));
    case DERIVED_step_before: return value_of_day(step_before(derived->records, row));
    case DERIVED_result_previous_use: return value_of_day(result_previous_use(derived, row));
    case DERIVED_result_earliest: return value_of_day(result_earliest(derived, row));
    default: return of_scale(evaluation, id, row);
    }
}
