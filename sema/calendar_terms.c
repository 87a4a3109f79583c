/* The school's terms: which days are school days, and counting in them. In: terms and day numbers. Out: days,
 * counts, or missing where no terms are known. A term falls into stretches, before and after its half term;
 * school days are the weekdays of the stretches, counted without going through them day by day. */
#include "sema/calendar.h"

#include "lexer/literal.h"

#include <stdlib.h>
#include <string.h>

enum {
    SCHOOL_WEEK = 5,   /* days */
    HOLIDAY_MOST = 70, /* days: a longer gap between two terms is no holiday but a term nobody has listed */
    SATURDAY = 5,
};

/* Days in a row, both included; empty when `last` is before `first`. */
typedef struct Stretch {
    int32_t first, last;
} Stretch;

/* ---- the list of terms ---- */

static bool half_term_fits(const Term *term)
{
    return day_is_known(term->half_first) && day_is_known(term->half_last) &&
           term->half_first <= term->half_last && term->half_first >= term->first &&
           term->half_last <= term->last;
}

bool calendar_add(Calendar *calendar, Term term)
{
    if (!day_is_known(term.first) || !day_is_known(term.last) || term.last < term.first)
        return false;
    if (calendar->terms.count >= CALENDAR_MOST)
        return false;
    if (!half_term_fits(&term))
        term.half_first = term.half_last = DAY_MISSING;
    ARRAY_RESERVE(&calendar->terms);
    size_t place = calendar->terms.count++;
    Term *at = calendar->terms.at;
    for (; place > 0 && at[place - 1].first > term.first; place--)
        at[place] = at[place - 1];
    at[place] = term;
    return true;
}

void calendar_free(Calendar *calendar)
{
    free(calendar->terms.at);
    memset(calendar, 0, sizeof *calendar);
}

const Term *term_of(const Calendar *calendar, int32_t day)
{
    for (size_t i = 0; i < calendar->terms.count; i++) {
        const Term *term = &calendar->terms.at[i];
        if (day >= term->first && day <= term->last)
            return term;
    }
    return NULL;
}

/* ---- what is known ---- */

/* The days all of which are known that begin with the term at `*index`: its holidays and the terms that
 * follow closely. Moves `*index` behind them. */
static Stretch known_run(const Calendar *calendar, size_t *index)
{
    const Term *terms = calendar->terms.at;
    Stretch run = {terms[*index].first, terms[*index].last};
    for (++*index; *index < calendar->terms.count; ++*index) {
        if (terms[*index].first - run.last > HOLIDAY_MOST)
            break;
        if (terms[*index].last > run.last)
            run.last = terms[*index].last;
    }
    return run;
}

/* With the summer holiday on either side, when the run begins or ends next to it. */
static Stretch with_summer(Stretch run)
{
    int year, month, day;
    day_to_date(run.first, &year, &month, &day);
    if (month == 8 || month == 9)
        run.first = day_from_date(year, 8, 1);
    day_to_date(run.last, &year, &month, &day);
    if (month == 7)
        run.last = day_from_date(year, 8, 31);
    return run;
}

/* The known run that holds `day`; an empty one when none does. */
static Stretch run_of(const Calendar *calendar, int32_t day)
{
    for (size_t i = 0; i < calendar->terms.count;) {
        Stretch run = with_summer(known_run(calendar, &i));
        if (day >= run.first && day <= run.last)
            return run;
    }
    return (Stretch){0, -1};
}

static bool is_known_from_to(const Calendar *calendar, int32_t first, int32_t last)
{
    Stretch run = run_of(calendar, first);
    return first >= run.first && last <= run.last;
}

/* ---- counting school days ---- */

/* How many weekdays there are before `day`, since DAY_LEAST, a Monday; and the weekday with that number. */
static int32_t weekdays_before(int32_t day)
{
    int32_t days = day - DAY_LEAST;
    return days / 7 * SCHOOL_WEEK + (days % 7 < SCHOOL_WEEK ? days % 7 : SCHOOL_WEEK);
}

static int32_t weekday_numbered(int32_t number)
{
    return DAY_LEAST + number / SCHOOL_WEEK * 7 + number % SCHOOL_WEEK;
}

static int32_t weekdays_in(Stretch stretch)
{
    if (stretch.last < stretch.first)
        return 0;
    return weekdays_before(stretch.last + 1) - weekdays_before(stretch.first);
}

/* A walk over the stretches in date order. Terms that overlap do not count a day twice. */
typedef struct Walk {
    const Calendar *calendar;
    size_t term;
    bool second;  /* the stretch after the half term is next */
    int32_t done; /* the last day handed out */
} Walk;

static Walk walk_from_start(const Calendar *calendar)
{
    return (Walk){.calendar = calendar, .done = DAY_LEAST - 1};
}

/* The next stretch of term; false at the end. It may be empty. */
static bool walk_next(Walk *walk, Stretch *stretch)
{
    if (walk->term >= walk->calendar->terms.count)
        return false;
    const Term *term = &walk->calendar->terms.at[walk->term];
    bool has_half = term->half_first != DAY_MISSING;
    *stretch = (Stretch){term->first, term->last};
    if (walk->second)
        stretch->first = term->half_last + 1;
    else if (has_half)
        stretch->last = term->half_first - 1;
    walk->term += walk->second || !has_half;
    walk->second = !walk->second && has_half;
    if (stretch->first <= walk->done)
        stretch->first = walk->done + 1;
    if (stretch->last > walk->done)
        walk->done = stretch->last;
    return true;
}

/* How many school days lie before `day`. */
static int32_t school_days_before(const Calendar *calendar, int32_t day)
{
    int32_t count = 0;
    Stretch stretch;
    for (Walk walk = walk_from_start(calendar); walk_next(&walk, &stretch);) {
        if (stretch.first >= day)
            break;
        if (stretch.last >= day)
            stretch.last = day - 1;
        count += weekdays_in(stretch);
    }
    return count;
}

/* The school day with `number` school days before it; DAY_MISSING when there are not so many. */
static int32_t school_day_numbered(const Calendar *calendar, int64_t number)
{
    Stretch stretch;
    if (number < 0)
        return DAY_MISSING;
    for (Walk walk = walk_from_start(calendar); walk_next(&walk, &stretch);) {
        int32_t days = weekdays_in(stretch);
        if (number < days)
            return weekday_numbered(weekdays_before(stretch.first) + (int32_t)number);
        number -= days;
    }
    return DAY_MISSING;
}

static bool is_open(const Calendar *calendar, int32_t day)
{
    return school_days_before(calendar, day + 1) > school_days_before(calendar, day);
}

SchoolDay school_day(const Calendar *calendar, int32_t day)
{
    if (!day_is_known(day) || !is_known_from_to(calendar, day, day))
        return SCHOOL_DAY_unknown;
    if (day_weekday(day) >= SATURDAY)
        return SCHOOL_DAY_weekend;
    if (is_open(calendar, day))
        return SCHOOL_DAY_open;
    return term_of(calendar, day) != NULL ? SCHOOL_DAY_half_term : SCHOOL_DAY_holiday;
}

int32_t school_days(const Calendar *calendar, int32_t first, int32_t last)
{
    if (!day_is_known(first) || !day_is_known(last))
        return COUNT_MISSING;
    if (last < first)
        return 0;
    if (!is_known_from_to(calendar, first, last))
        return COUNT_MISSING;
    return school_days_before(calendar, last + 1) - school_days_before(calendar, first);
}

int32_t school_day_add(const Calendar *calendar, int32_t day, int64_t count)
{
    if (!day_is_known(day) || count > DAY_MOST - DAY_LEAST || count < DAY_LEAST - DAY_MOST)
        return DAY_MISSING;
    if (count == 0)
        return day;
    int32_t before =
        count > 0 ? school_days_before(calendar, day + 1) - 1 : school_days_before(calendar, day);
    int32_t other = school_day_numbered(calendar, before + count);
    if (other == DAY_MISSING)
        return DAY_MISSING;
    bool is_known =
        count > 0 ? is_known_from_to(calendar, day, other) : is_known_from_to(calendar, other, day);
    return is_known ? other : DAY_MISSING;
}

/* ---- weeks ---- */

Ratio school_weeks(const Calendar *calendar, int32_t first, int32_t last)
{
    if (!day_is_known(first) || !day_is_known(last))
        return RATIO_MISSING;
    if (last < first)
        return ratio_whole(0);
    int32_t days = school_days(calendar, first, last);
    return days != COUNT_MISSING ? ratio_make(days, SCHOOL_WEEK) : ratio_make(last - first + 1, 7);
}

/* The last of `days` school days from `start` where the run of known days ends before them: what is left is
 * counted in weekdays after it. */
static TermDay weeks_end_past(const Calendar *calendar, int32_t start, Stretch run, int64_t days)
{
    int64_t left = days - school_days(calendar, start, run.last);
    int64_t number = weekdays_before(run.last + 1) + left - 1;
    if (number >= weekdays_before(DAY_MOST))
        return (TermDay){DAY_MISSING, true};
    return (TermDay){weekday_numbered((int32_t)number), true};
}

TermDay school_weeks_end(const Calendar *calendar, int32_t start, int64_t weeks)
{
    if (!day_is_known(start) || weeks < 1 || weeks > DAY_MOST - DAY_LEAST)
        return (TermDay){DAY_MISSING, false};
    Stretch run = run_of(calendar, start);
    if (run.last < run.first)
        return (TermDay){day_add(start, weeks * 7 - 1, DAY_UNIT_day), true};
    int64_t days = weeks * SCHOOL_WEEK;
    int32_t last = school_day_numbered(calendar, school_days_before(calendar, start) + days - 1);
    if (last != DAY_MISSING && last <= run.last)
        return (TermDay){last, false};
    return weeks_end_past(calendar, start, run, days);
}

int32_t school_weeks_begun(const Calendar *calendar, int32_t first, int32_t last)
{
    enum { MOST = 5 * 366 };
    if (!day_is_known(first) || !day_is_known(last) || last < first || last - first > MOST)
        return COUNT_MISSING;
    int32_t weeks = 0;
    for (int32_t monday = first - day_weekday(first); monday <= last; monday += 7) {
        int32_t from = monday < first ? first : monday, friday = monday + SCHOOL_WEEK - 1,
                until = friday < last ? friday : last;
        weeks += until >= from && school_days(calendar, from, until) != 0;
    }
    return weeks;
}
