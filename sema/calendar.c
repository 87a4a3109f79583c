/* Days, ages and school years. In: day numbers. Out: day numbers, months, year groups, or missing. This file
 * knows the Gregorian calendar and the law's dates, but no school's terms (calendar_terms.c) and no words
 * (calendar_text.c). */
#include "sema/calendar.h"

#include "lexer/literal.h"

enum { YEAR_LEAST = 1900, YEAR_MOST = 2200, MONTHS = 12 };

typedef struct Date {
    int year, month, day;
} Date;

static Date date_of(int32_t day)
{
    Date date;
    day_to_date(day, &date.year, &date.month, &date.day);
    return date;
}

static int32_t day_of(int64_t year, int month, int day)
{
    if (year < YEAR_LEAST || year > YEAR_MOST)
        return DAY_MISSING;
    return day_from_date((int)year, month, day);
}

bool day_is_known(int32_t day)
{
    return day >= DAY_LEAST && day <= DAY_MOST;
}

/* ---- counting on ---- */

/* `count` must be small enough that nothing here overflows. */
static int32_t add_days(int32_t day, int64_t count)
{
    int64_t sum = day + count;
    return sum >= DAY_LEAST && sum <= DAY_MOST ? (int32_t)sum : DAY_MISSING;
}

static int32_t add_months(int32_t day, int64_t count)
{
    Date date = date_of(day);
    int64_t months = (int64_t)date.year * MONTHS + (date.month - 1) + count;
    int64_t year = months / MONTHS;
    int month = (int)(months % MONTHS) + 1;
    if (months < 0 || year < YEAR_LEAST || year > YEAR_MOST)
        return DAY_MISSING;
    int most = days_in_month((int)year, month);
    return day_of(year, month, date.day < most ? date.day : most);
}

int32_t day_add(int32_t day, int64_t count, DayUnit unit)
{
    const int64_t count_most = DAY_MOST - DAY_LEAST;
    if (!day_is_known(day) || count > count_most || count < -count_most)
        return DAY_MISSING;
    switch (unit) {
    case DAY_UNIT_day: return add_days(day, count);
    case DAY_UNIT_week: return add_days(day, count * 7);
    case DAY_UNIT_month: return add_months(day, count);
    case DAY_UNIT_year: return add_months(day, count * MONTHS);
    }
    return DAY_MISSING;
}

int32_t day_month_end(int32_t day)
{
    if (!day_is_known(day))
        return DAY_MISSING;
    Date date = date_of(day);
    return day_of(date.year, date.month, days_in_month(date.year, date.month));
}

int32_t day_year(int32_t day)
{
    return day_is_known(day) ? date_of(day).year : COUNT_MISSING;
}

/* DAY_LEAST was a Monday. */
int32_t day_weekday(int32_t day)
{
    return day_is_known(day) ? (day - DAY_LEAST) % 7 : COUNT_MISSING;
}

bool day_within(int32_t day, int32_t from, int64_t count, DayUnit unit)
{
    int32_t limit = day_add(from, count, unit);
    if (!day_is_known(day) || !day_is_known(limit))
        return false;
    return count < 0 ? day >= limit && day <= from : day >= from && day <= limit;
}

/* ---- school years and ages ---- */

int32_t school_year_of(int32_t day)
{
    if (!day_is_known(day))
        return COUNT_MISSING;
    Date date = date_of(day);
    return date.month >= 9 ? date.year : date.year - 1;
}

int32_t school_year_start(int32_t year)
{
    return day_of(year, 9, 1);
}

int32_t school_year_end(int32_t year)
{
    return day_of((int64_t)year + 1, 8, 31);
}

/* Whole months from `born` to `on`, less than 0 before birth. */
static int32_t months_between(int32_t born, int32_t on)
{
    Date from = date_of(born);
    Date to = date_of(on);
    return (to.year - from.year) * MONTHS + (to.month - from.month) - (to.day < from.day);
}

static int32_t years_between(int32_t born, int32_t on)
{
    int32_t months = months_between(born, on);
    return months / MONTHS - (months % MONTHS < 0);
}

int32_t age_months(int32_t born, int32_t on)
{
    if (!day_is_known(born) || !day_is_known(on) || on < born)
        return COUNT_MISSING;
    return months_between(born, on);
}

int32_t age_years(int32_t born, int32_t on)
{
    int32_t months = age_months(born, on);
    return months == COUNT_MISSING ? COUNT_MISSING : months / MONTHS;
}

int32_t year_group(int32_t born, int32_t on)
{
    int32_t year = school_year_of(on);
    if (!day_is_known(born) || year == COUNT_MISSING || on < born)
        return COUNT_MISSING;
    int32_t age_from = day_of(year, 8, 31);
    return age_from == DAY_MISSING ? COUNT_MISSING : years_between(born, age_from) - 4;
}

KeyStage key_stage(int32_t group)
{
    if (group == COUNT_MISSING)
        return KEY_STAGE_missing;
    if (group <= 0)
        return KEY_STAGE_early_years;
    if (group <= 2)
        return KEY_STAGE_1;
    if (group <= 6)
        return KEY_STAGE_2;
    if (group <= 9)
        return KEY_STAGE_3;
    return group <= 11 ? KEY_STAGE_4 : KEY_STAGE_5;
}

/* ---- compulsory school age ---- */

int32_t school_age_start(int32_t born)
{
    int32_t fifth = day_add(born, 5, DAY_UNIT_year);
    if (fifth == DAY_MISSING)
        return DAY_MISSING;
    Date date = date_of(fifth);
    if (date.month <= 3)
        return day_of(date.year, 3, 31);
    return date.month <= 8 ? day_of(date.year, 8, 31) : day_of(date.year, 12, 31);
}

int32_t school_age_end(int32_t born)
{
    int32_t year = school_year_of(day_add(born, 16, DAY_UNIT_year));
    if (year == COUNT_MISSING)
        return DAY_MISSING;
    const int32_t friday = 4;
    int32_t last = day_of((int64_t)year + 1, 6, 30);
    return last == DAY_MISSING ? DAY_MISSING : last - (day_weekday(last) + 7 - friday) % 7;
}
