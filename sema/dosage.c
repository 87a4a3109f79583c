/* What follows from a dosage: weeks, sessions, hours, the last day. In: how long, how often, for what span,
 * and the school's calendar. Out: exact ratios and days, or missing. This file knows nothing of money
 * (dosage_cost.c) or of words (dosage_text.c). */
#include "sema/dosage.h"

enum {
    DAYS_A_WEEK = 5,
    HALF_TERMS_A_YEAR = 6,
    TERMS_A_YEAR = 3,
    MONTHS_A_YEAR = 12,
    CALENDAR_WEEKS_A_YEAR = 52
};

static const Calendar no_calendar;

static const Calendar *calendar_of(const DosageTime *time)
{
    return time->calendar != NULL ? time->calendar : &no_calendar;
}

static Ratio year_weeks(int64_t weeks_a_year)
{
    return ratio_whole(weeks_a_year > 0 ? weeks_a_year : WEEKS_A_YEAR);
}

/* ---- how often ---- */

static bool is_period(Unit period)
{
    return period == UNIT_day || period == UNIT_week || period == UNIT_half_term || period == UNIT_term ||
           period == UNIT_month || period == UNIT_year;
}

Frequency frequency_make(int64_t times, int64_t every, Unit period)
{
    if (times < 1 || every < 1 || times > INT32_MAX || every > INT32_MAX || !is_period(period))
        return (Frequency){0};
    return (Frequency){(int32_t)times, (int32_t)every, (uint8_t)period};
}

bool frequency_is_missing(Frequency frequency)
{
    return frequency.times < 1 || frequency.every < 1;
}

/* How many of the period a week has. */
static Ratio periods_a_week(Unit period, int64_t weeks_a_year)
{
    Ratio weeks = year_weeks(weeks_a_year);
    switch ((int)period) {
    case UNIT_day: return ratio_whole(DAYS_A_WEEK);
    case UNIT_week: return ratio_whole(1);
    case UNIT_month: return ratio_make(MONTHS_A_YEAR, CALENDAR_WEEKS_A_YEAR);
    case UNIT_half_term: return ratio_divide(ratio_whole(HALF_TERMS_A_YEAR), weeks);
    case UNIT_term: return ratio_divide(ratio_whole(TERMS_A_YEAR), weeks);
    case UNIT_year: return ratio_divide(ratio_whole(1), weeks);
    default: return RATIO_MISSING;
    }
}

/* Sessions in one period. */
static Ratio sessions_a_period(Frequency frequency)
{
    return frequency_is_missing(frequency) ? RATIO_MISSING : ratio_make(frequency.times, frequency.every);
}

Ratio frequency_per_week(Frequency frequency, int64_t weeks_a_year)
{
    return ratio_multiply(sessions_a_period(frequency), periods_a_week((Unit)frequency.period, weeks_a_year));
}

Ratio dosage_weekly_minutes(const Dosage *dosage, int64_t weeks_a_year)
{
    return ratio_multiply(amount_in(dosage->duration, UNIT_minute),
                          frequency_per_week(dosage->frequency, weeks_a_year));
}

/* ---- the span ---- */

/* The last day of a span of days, months, terms or half terms from `start`; missing when it is not a whole
 * number of these. Not for weeks of school and sessions. */
static TermDay span_end(const Calendar *calendar, int32_t start, Amount span)
{
    Ratio exact = amount_in(span, (Unit)span.unit);
    if (exact.under != 1 || exact.over < 1)
        return (TermDay){DAY_MISSING, false};
    int64_t count = exact.over;
    switch ((int)span.unit) {
    case UNIT_half_term: return half_terms_end(calendar, start, count);
    case UNIT_term: return terms_end(calendar, start, count);
    case UNIT_month:
        return (TermDay){day_add(day_add(start, count, DAY_UNIT_month), -1, DAY_UNIT_day), false};
    case UNIT_year: return (TermDay){day_add(day_add(start, count, DAY_UNIT_year), -1, DAY_UNIT_day), false};
    case UNIT_calendar_week:
        return (TermDay){day_add(day_add(start, count, DAY_UNIT_week), -1, DAY_UNIT_day), false};
    default: return (TermDay){DAY_MISSING, false};
    }
}

/* The school weeks among those of the span; missing where the calendar or the start is not known. */
static Ratio school_weeks_in_span(Amount span, const DosageTime *time)
{
    TermDay end = span_end(calendar_of(time), time->starts, span);
    int32_t days = school_days(calendar_of(time), time->starts, end.day);
    return end.assumed || days == COUNT_MISSING ? RATIO_MISSING : ratio_make(days, DAYS_A_WEEK);
}

/* The same without a calendar. */
static Ratio usual_weeks_in_span(Amount span, int64_t weeks_a_year)
{
    Ratio weeks = year_weeks(weeks_a_year);
    switch ((int)span.unit) {
    case UNIT_calendar_week: return amount_in(span, UNIT_calendar_week);
    case UNIT_half_term:
    case UNIT_term:
        return ratio_divide(ratio_multiply(amount_in(span, UNIT_half_term), weeks),
                            ratio_whole(HALF_TERMS_A_YEAR));
    case UNIT_month:
    case UNIT_year:
        return ratio_divide(ratio_multiply(amount_in(span, UNIT_month), weeks), ratio_whole(MONTHS_A_YEAR));
    default: return RATIO_MISSING;
    }
}

static Ratio weeks_in_span(const Dosage *dosage, const DosageTime *time)
{
    Amount span = dosage->span;
    switch ((int)span.unit) {
    case UNIT_week: return amount_in(span, UNIT_week);
    case UNIT_day: return ratio_divide(amount_in(span, UNIT_day), ratio_whole(DAYS_A_WEEK));
    case UNIT_school_day: return ratio_divide(amount_in(span, UNIT_school_day), ratio_whole(DAYS_A_WEEK));
    case UNIT_session:
        if (dosage->is_rate)
            return RATIO_MISSING;
        return ratio_divide(amount_in(span, UNIT_session),
                            frequency_per_week(dosage->frequency, time->weeks_a_year));
    default: break;
    }
    Ratio weeks = school_weeks_in_span(span, time);
    return ratio_is_missing(weeks) ? usual_weeks_in_span(span, time->weeks_a_year) : weeks;
}

Ratio dosage_weeks(const Dosage *dosage, const DosageTime *time)
{
    if (dosage->all_year)
        return year_weeks(time->weeks_a_year);
    if (!amount_is_missing(dosage->span))
        return weeks_in_span(dosage, time);
    return school_weeks(calendar_of(time), time->starts, time->ends);
}

/* ---- sessions and hours ---- */

/* May the span be set against the frequency straight: months against months, terms against half terms? */
static bool is_counted_straight(const Dosage *dosage)
{
    Dimension span = unit_dimension((Unit)dosage->span.unit);
    return (span == DIMENSION_months || span == DIMENSION_terms) &&
           span == unit_dimension((Unit)dosage->frequency.period);
}

Ratio dosage_sessions(const Dosage *dosage, const DosageTime *time)
{
    if (dosage->is_rate)
        return RATIO_MISSING;
    bool has_span = !dosage->all_year && !amount_is_missing(dosage->span);
    if (has_span && dosage->span.unit == UNIT_session)
        return amount_in(dosage->span, UNIT_session);
    if (has_span && is_counted_straight(dosage))
        return ratio_multiply(amount_in(dosage->span, (Unit)dosage->frequency.period),
                              sessions_a_period(dosage->frequency));
    return ratio_multiply(frequency_per_week(dosage->frequency, time->weeks_a_year),
                          dosage_weeks(dosage, time));
}

static Ratio minutes_to_hours(Ratio minutes)
{
    return ratio_divide(minutes, ratio_whole(60));
}

Ratio dosage_hours(const Dosage *dosage, const DosageTime *time)
{
    if (dosage->is_rate)
        return minutes_to_hours(
            ratio_multiply(dosage_weekly_minutes(dosage, time->weeks_a_year), dosage_weeks(dosage, time)));
    return minutes_to_hours(
        ratio_multiply(amount_in(dosage->duration, UNIT_minute), dosage_sessions(dosage, time)));
}

/* Does the span reach beyond one school year's weeks? */
static bool is_longer_than_year(const Dosage *dosage, const DosageTime *time)
{
    return ratio_compare(dosage_weeks(dosage, time), year_weeks(time->weeks_a_year)) > 0;
}

Ratio dosage_hours_a_year(const Dosage *dosage, const DosageTime *time)
{
    if (!is_longer_than_year(dosage, time))
        return dosage_hours(dosage, time);
    return minutes_to_hours(
        ratio_multiply(dosage_weekly_minutes(dosage, time->weeks_a_year), year_weeks(time->weeks_a_year)));
}

Ratio dosage_sessions_a_year(const Dosage *dosage, const DosageTime *time)
{
    if (!is_longer_than_year(dosage, time) || dosage->is_rate)
        return dosage_sessions(dosage, time);
    return ratio_multiply(frequency_per_week(dosage->frequency, time->weeks_a_year),
                          year_weeks(time->weeks_a_year));
}

Ratio dosage_weeks_a_year(const Dosage *dosage, const DosageTime *time)
{
    return ratio_least(dosage_weeks(dosage, time), year_weeks(time->weeks_a_year));
}

/* ---- the last day ---- */

/* The `days`th school day from `start`, where terms are known; else that many weekdays' weeks. */
static TermDay days_end(const Calendar *calendar, int32_t start, int64_t days)
{
    int32_t day = school_day_add(calendar, day_add(start, -1, DAY_UNIT_day), days);
    if (day != DAY_MISSING)
        return (TermDay){day, false};
    return (TermDay){day_add(start, days - 1, DAY_UNIT_day), true};
}

/* The smallest whole number at or above. */
static int64_t ratio_ceiling(Ratio ratio)
{
    int64_t floor = ratio_floor(ratio_subtract(ratio_whole(0), ratio));
    return floor == AMOUNT_MISSING ? AMOUNT_MISSING : -floor;
}

TermDay dosage_end(const Dosage *dosage, const DosageTime *time)
{
    const Calendar *calendar = calendar_of(time);
    int32_t start = time->starts;
    if (day_is_known(time->ends))
        return (TermDay){time->ends, false};
    if (dosage->all_year || amount_is_missing(dosage->span) || !day_is_known(start))
        return (TermDay){DAY_MISSING, false};
    Ratio weeks = dosage_weeks(dosage, time);
    switch ((int)dosage->span.unit) {
    case UNIT_week:
    case UNIT_session: return school_weeks_end(calendar, start, ratio_ceiling(weeks));
    case UNIT_day:
    case UNIT_school_day:
        return days_end(calendar, start, ratio_ceiling(ratio_multiply(weeks, ratio_whole(DAYS_A_WEEK))));
    default: return span_end(calendar, start, dosage->span);
    }
}
