/* Provision, sessions, people and programmes: what follows of them that few checks ask for, some of it only
 * to be told of the whole project. In: records, figures, the overview; out: values. It must not know what any
 * check makes of them. */
#include "sema/check/evaluate_kinds.h"
#include "sema/overview.h"

/* ---- provision ---- */

static CheckValue weeks_between(const Derived *derived, const Effective *effective)
{
    int32_t weeks = school_weeks_begun(&derived->calendar, effective->starts, effective->ends);
    return value_of_count(weeks, UNIT_week);
}

/* What wants to be known before a cost can be; empty when it is known, or nobody could reckon it. */
static Str cost_missing(const Derived *derived, uint32_t row)
{
    const Effective *effective = &derived->effective[row];
    const ProvisionFigures *figures = &derived->provision[row];
    if (!ratio_is_missing(figures->cost_a_year) || !figures->school_pays)
        return STR("");
    if (!saying_is_known(effective->time_said))
        return STR("its time");
    if (!effective->by_count)
        return STR("who gives it");
    if (amount_is_missing(figures->rate))
        return STR("the hourly rate of whoever gives it");
    return figures->sharers == COUNT_MISSING ? STR("the size of the group")
                                             : STR("for how many weeks it is given");
}

static bool is_sensory_teacher(const Records *records, const Who *who)
{
    const List_choice *held = &records->person.mandatory_qualification;
    const List_who *roles = &records->person.role;
    bool named = who->post == CHOICE_post_teacher_of_deaf || who->post == CHOICE_post_teacher_of_vision ||
                 who->post == CHOICE_post_teacher_of_multi_sensory;
    if (named || who->kind != KIND_person || who->row == ROW_NONE)
        return named;
    for (uint32_t i = roles->first[who->row]; i < roles->first[who->row + 1] && !named; i++)
        named = roles->items[i].post == CHOICE_post_teacher_of_deaf ||
                roles->items[i].post == CHOICE_post_teacher_of_vision ||
                roles->items[i].post == CHOICE_post_teacher_of_multi_sensory;
    return named || held->first[who->row] < held->first[who->row + 1];
}

static bool has_sensory_teacher(const Derived *derived, uint32_t row)
{
    const Effective *effective = &derived->effective[row];
    for (uint32_t i = 0; i < effective->by_count; i++)
        if (is_sensory_teacher(derived->records, &effective->by[i]))
            return true;
    return false;
}

CheckValue value_of_provision(const Derived *derived, DerivedId id, uint32_t row)
{
    const Effective *effective = &derived->effective[row];
    switch ((int)id) {
    case DERIVED_provision_whole_class: return value_of_flag(effective->group.form == GROUP_whole_class);
    case DERIVED_provision_weeks_between: return weeks_between(derived, effective);
    case DERIVED_provision_cost_missing: return value_of_text(cost_missing(derived, row));
    case DERIVED_provision_specialist_teacher: return value_of_flag(has_sensory_teacher(derived, row));
    default: return value_of_text(overview_only_trained(derived, row));
    }
}

/* ---- sessions, people, programmes ---- */

CheckValue value_of_session(const Derived *derived, DerivedId id, uint32_t row)
{
    const Clash *clash = overview_clash(derived, row);
    switch ((int)id) {
    case DERIVED_session_clash_who: return value_of_text(clash->who);
    case DERIVED_session_clash_day: return value_of_number(CHECK_choice, clash->day, clash->day != 0);
    case DERIVED_session_clash_with: return value_of_text(clash->with);
    default: return value_of_text(clash->own);
    }
}

CheckValue value_of_person(const Derived *derived, DerivedId id, uint32_t row)
{
    (void)id;
    Amount time = amount_whole(0, UNIT_minute);
    time.number = overview_staff_time(derived, row);
    return value_of_amount(time);
}

CheckValue value_of_intervention(const Derived *derived, DerivedId id, uint32_t row)
{
    const ProgrammeFigures *figures = overview_programme(derived, row);
    switch ((int)id) {
    case DERIVED_intervention_finished: return value_of_count(figures->finished, UNIT_number);
    case DERIVED_intervention_without_result: return value_of_count(figures->without_result, UNIT_number);
    case DERIVED_intervention_completed: return value_of_count(figures->completed, UNIT_number);
    case DERIVED_intervention_met: return value_of_count(figures->met, UNIT_number);
    case DERIVED_intervention_improved: return value_of_count(figures->improved, UNIT_number);
    default:
        return value_of_amount(figures->ratio_gain == AMOUNT_MISSING
                                   ? AMOUNT_NONE
                                   : amount_make(figures->ratio_gain, UNIT_number));
    }
}
