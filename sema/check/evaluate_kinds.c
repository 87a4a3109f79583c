/* Which derived values are told when a check asks, and by whom; all others stand in figures. */
#include "sema/check/evaluate_kinds.h"

static ValueWhenAsked *const told[DERIVED_COUNT] = {
    [DERIVED_pupil_year_name] = value_of_pupil,
    [DERIVED_pupil_computed_year_name] = value_of_pupil,
    [DERIVED_pupil_school_year_starts] = value_of_pupil,
    [DERIVED_pupil_school_age_ends] = value_of_pupil,
    [DERIVED_pupil_phase_transfer] = value_of_pupil,
    [DERIVED_pupil_transfer_deadline] = value_of_pupil,
    [DERIVED_pupil_moves_on] = value_of_pupil,
    [DERIVED_pupil_meetings_with_parents] = value_of_pupil,
    [DERIVED_pupil_meetings_apart] = value_of_pupil,
    [DERIVED_pupil_meeting_gap_from] = value_of_pupil,
    [DERIVED_pupil_meeting_gap_until] = value_of_pupil,
    [DERIVED_pupil_retired_code] = value_of_pupil,
    [DERIVED_pupil_successor] = value_of_pupil,
    [DERIVED_pupil_retired_in] = value_of_pupil,
    [DERIVED_pupil_profile_missing] = value_of_pupil,
    [DERIVED_pupil_top_up_a_year] = value_of_pupil,
    [DERIVED_pupil_record_due] = value_of_pupil,
    [DERIVED_plan_adulthood_missing] = value_of_plan,
    [DERIVED_plan_setting] = value_of_plan,
    [DERIVED_plan_setting_from] = value_of_plan,
    [DERIVED_plan_version_at_transfer] = value_of_plan,
    [DERIVED_plan_nothing_for] = value_of_plan,
    [DERIVED_meeting_school_days_until_shared] = value_of_meeting,
    [DERIVED_annual_review_year_then] = value_of_annual_review,
    [DERIVED_medical_plan_named_in_plan] = value_of_medical_plan,
    [DERIVED_provision_whole_class] = value_of_provision,
    [DERIVED_provision_weeks_between] = value_of_provision,
    [DERIVED_provision_cost_missing] = value_of_provision,
    [DERIVED_provision_specialist_teacher] = value_of_provision,
    [DERIVED_provision_only_trained] = value_of_provision,
    [DERIVED_session_clash_who] = value_of_session,
    [DERIVED_session_clash_day] = value_of_session,
    [DERIVED_session_clash_with] = value_of_session,
    [DERIVED_session_clash_own] = value_of_session,
    [DERIVED_person_planned_time] = value_of_person,
    [DERIVED_intervention_finished] = value_of_intervention,
    [DERIVED_intervention_without_result] = value_of_intervention,
    [DERIVED_intervention_completed] = value_of_intervention,
    [DERIVED_intervention_met] = value_of_intervention,
    [DERIVED_intervention_improved] = value_of_intervention,
    [DERIVED_intervention_ratio_gain] = value_of_intervention,
    [DERIVED_school_week] = value_of_school,
    [DERIVED_school_school_year_starts] = value_of_school,
};

ValueWhenAsked *value_when_asked(DerivedId id)
{
    return told[id];
}
