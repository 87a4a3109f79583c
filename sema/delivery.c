/* Delivery: provision beside its programme, and the training of who gives it. In: records and what is derived
 * of provision; out: figures and words. */
#include "sema/delivery.h"

/* ---- the programme ---- */

int32_t group_most(GroupSize group)
{
    switch ((GroupForm)group.form) {
    case GROUP_one_to_one: return 1;
    case GROUP_pair: return 2;
    case GROUP_of:
    case GROUP_up_to: return group.most;
    case GROUP_missing:
    case GROUP_whole_class: break;
    }
    return COUNT_MISSING;
}

Programme provision_programme(const Derived *derived, uint32_t provision)
{
    const struct intervention_table *table = &derived->records->intervention;
    uint32_t row = derived->effective[provision].intervention_row;
    if (row == ROW_NONE)
        return (Programme){.row = ROW_NONE, .group_most = COUNT_MISSING};
    return (Programme){row, &table->time[row], &table->minimum[row], group_most(table->group[row])};
}

Ratio dosage_own_weeks(const Derived *derived, const Dosage *dosage)
{
    DosageTime time = {.starts = DAY_MISSING, .ends = DAY_MISSING, .weeks_a_year = derived->weeks_a_year};
    return dosage_weeks(dosage, &time);
}

bool provision_has_own_time(const Derived *derived, uint32_t provision)
{
    Saying said = derived->effective[provision].time_said;
    return saying_is_known(said) && said.field != FIELD_intervention_time;
}

/* ---- time ---- */

Str provision_time_lacks(const Derived *derived, uint32_t provision)
{
    const Effective *effective = &derived->effective[provision];
    uint32_t plan = records_enclosing(derived->records, KIND_plan, KIND_provision, provision);
    bool is_ehc = plan != ROW_NONE && derived->plan[plan].is_ehc;
    bool no_length = amount_is_missing(effective->time.duration);
    bool no_frequency = frequency_is_missing(effective->time.frequency);
    if (!saying_is_known(effective->time_said))
        return is_ehc ? STR("how long each session is, and how often")
                      : STR("how long each session is, how often, and for how many weeks");
    if (no_length && no_frequency)
        return STR("how long each session is, and how often");
    return no_length ? STR("how long each session is") : no_frequency ? STR("how often") : STR("");
}

/* ---- training ---- */

/* Does one of the two stand in the other, case aside? */
static bool names_overlap(Str one, Str other)
{
    Str longer = one.length >= other.length ? one : other, shorter = one.length >= other.length ? other : one;
    for (size_t at = 0; shorter.length && at + shorter.length <= longer.length; at++)
        if (str_equal_folded(str_slice(longer, at, at + shorter.length), shorter))
            return true;
    return false;
}

/* Is the course of the name of the programme, or of what the provision asks for? */
static bool course_fits(const Derived *derived, uint32_t provision, Str course)
{
    const Effective *effective = &derived->effective[provision];
    const struct intervention_table *programme = &derived->records->intervention;
    uint32_t row = effective->intervention_row;
    for (uint32_t i = 0; i < effective->trained_in_count; i++)
        if (names_overlap(course, effective->trained_in[i]))
            return true;
    return row != ROW_NONE &&
           (names_overlap(course, programme->name[row]) || str_equal_folded(course, programme->code[row]));
}

static bool has_course(const Derived *derived, uint32_t provision, uint32_t person)
{
    const struct trained_table *trained = &derived->records->trained;
    int32_t starts = derived->effective[provision].starts;
    RowRange rows = records_inside(derived->records, KIND_trained, KIND_person, person);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        bool in_time = trained->on[row] == DAY_MISSING || starts == DAY_MISSING || trained->on[row] <= starts;
        for (uint32_t i = trained->course.first[row]; in_time && i < trained->course.first[row + 1]; i++)
            if (course_fits(derived, provision, trained->course.items[i]))
                return true;
    }
    return false;
}

Str provision_course(const Derived *derived, uint32_t provision)
{
    const Effective *effective = &derived->effective[provision];
    if (effective->trained_in_count)
        return effective->trained_in[0];
    uint32_t row = effective->intervention_row;
    return row == ROW_NONE ? STR("") : derived->records->intervention.name[row];
}

Trained provision_trained(const Derived *derived, uint32_t provision)
{
    const Effective *effective = &derived->effective[provision];
    uint32_t person = derived->provision[provision].person;
    if (person == ROW_NONE || !derived->records->trained.head.count ||
        !provision_course(derived, provision).length)
        return TRAINED_unknown;
    bool trained = has_course(derived, provision, person);
    for (uint32_t i = 0; i < effective->by_count && !trained; i++)
        trained = effective->by[i].kind == KIND_person && effective->by[i].row != ROW_NONE &&
                  has_course(derived, provision, effective->by[i].row);
    return trained ? TRAINED_yes : TRAINED_no;
}

/* ---- days ---- */

int32_t provision_days_to_start(const Derived *derived, uint32_t provision)
{
    uint32_t plan = records_enclosing(derived->records, KIND_plan, KIND_provision, provision);
    int32_t starts = derived->effective[provision].starts;
    int32_t date = plan == ROW_NONE ? DAY_MISSING : derived->plan[plan].date;
    if (!day_is_known(starts) || !day_is_known(date))
        return COUNT_MISSING;
    int32_t days = school_days(&derived->calendar, date, starts);
    return days > 0 && days != COUNT_MISSING ? days - 1 : days;
}

bool provision_in_cycle(const Derived *derived, uint32_t provision)
{
    const Records *records = derived->records;
    uint32_t cycle = records_enclosing(records, KIND_cycle, KIND_provision, provision);
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_provision, provision);
    uint32_t current = plan == ROW_NONE ? ROW_NONE : derived->plan[plan].cycle;
    return cycle == ROW_NONE || current == ROW_NONE || cycle == current;
}

Ratio attended_share(const Records *records, uint32_t attended)
{
    Amount sessions = records->attended.sessions[attended];
    if (amount_is_missing(sessions) || !sessions.out_of)
        return RATIO_MISSING;
    return ratio_make(sessions.number, (int64_t)sessions.out_of * 1000);
}
