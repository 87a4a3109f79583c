/* School days: whether a day somebody has set is one, and which is the nearest. In: the school's terms and
 * the days of records; out: values, missing where the terms are not known. */
#include "sema/check/evaluate.h"

enum { NEAR = 70 }; /* days that a holiday may last */

/* Only what is given at school, in school hours, waits for a school day. */
static int32_t start_at_school(const Derived *derived, uint32_t row)
{
    const struct provision_table *provision = &derived->records->provision;
    bool is_elsewhere = provision->outside_school_hours[row] == FLAG_yes ||
                        provision->kind[row] == CHOICE_provision_kind_health ||
                        provision->kind[row] == CHOICE_provision_kind_social_care;
    return is_elsewhere ? DAY_MISSING : derived->effective[row].starts;
}

static int32_t day_of(const Derived *derived, DerivedId id, uint32_t row)
{
    const Records *records = derived->records;
    switch ((int)id) {
    case DERIVED_meeting_day:
    case DERIVED_meeting_closed:
    case DERIVED_meeting_nearest: return records->meeting.on[row];
    case DERIVED_review_day:
    case DERIVED_review_closed:
    case DERIVED_review_nearest: return records->review.on[row];
    case DERIVED_annual_review_day:
    case DERIVED_annual_review_closed:
    case DERIVED_annual_review_nearest: return records->annual_review.on[row];
    case DERIVED_step_day:
    case DERIVED_step_closed:
    case DERIVED_step_nearest: return records->step.by[row];
    default: return start_at_school(derived, row);
    }
}

/* `by July 2027` is its last day and `starts July 2027` its first: a month is meant, and no day of it. */
static bool may_be_month(int32_t day, bool is_start)
{
    return is_start ? day_month_end(day_add(day, -1, DAY_UNIT_day)) == day - 1 : day_month_end(day) == day;
}

static Str words_of_day(const Calendar *calendar, int32_t day, bool is_start)
{
    enum { SATURDAY = 5 };
    if (!day_is_known(day) || may_be_month(day, is_start))
        return STR("");
    switch (school_day(calendar, day)) {
    case SCHOOL_DAY_weekend: return day_weekday(day) == SATURDAY ? STR("a Saturday") : STR("a Sunday");
    case SCHOOL_DAY_half_term: return STR("in half term");
    case SCHOOL_DAY_holiday: return STR("in the school holidays");
    case SCHOOL_DAY_unknown:
    case SCHOOL_DAY_open: break;
    }
    return STR("");
}

static int32_t nearest_before(const Calendar *calendar, int32_t day)
{
    for (int32_t near = day; day_is_known(near) && near > day - NEAR; near--)
        if (school_day(calendar, near) == SCHOOL_DAY_open)
            return near;
    return DAY_MISSING;
}

CheckValue value_of_school_day(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    int32_t day = day_of(evaluation->derived, id, row);
    switch ((int)id) {
    case DERIVED_meeting_day:
    case DERIVED_review_day:
    case DERIVED_annual_review_day:
    case DERIVED_step_day:
    case DERIVED_provision_day: return value_of_day(day);
    case DERIVED_meeting_closed:
    case DERIVED_review_closed:
    case DERIVED_annual_review_closed:
    case DERIVED_step_closed:
    case DERIVED_provision_closed:
        return value_of_text(
            words_of_day(&evaluation->derived->calendar, day, id == DERIVED_provision_closed));
    default: return value_of_day(nearest_before(&evaluation->derived->calendar, day));
    }
}
