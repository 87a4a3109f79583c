/* School days: whether a day somebody has set is one, and which is the nearest. In: the school's terms and
 * the days of records; out: values, missing where the terms are not known. */
#include "sema/check/evaluate.h"

enum { NEAR = 70 }; /* days that a holiday may last */

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
    default: return derived->effective[row].starts;
    }
}

static Str words_of_day(const Calendar *calendar, int32_t day)
{
    enum { SATURDAY = 5 };
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
    for (int32_t near = day; near > day - NEAR; near--)
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
    case DERIVED_provision_closed: return value_of_text(words_of_day(&evaluation->derived->calendar, day));
    default: return value_of_day(nearest_before(&evaluation->derived->calendar, day));
    }
}
