/* Calendar: what days, ages, terms and school years are in an English school. Pure functions over day numbers
 * (days since 1970-01-01): no clock, no locale. All are total: a day outside 1900 to 2200, a missing day and
 * any result outside those years count as missing. */
#ifndef SENC_SEMA_CALENDAR_H
#define SENC_SEMA_CALENDAR_H

#include "lexer/token.h"
#include "sema/ratio.h"
#include "support/out.h"

#define DAY_LEAST     (-25567)    /* 1 January 1900 */
#define DAY_MOST      84370       /* 31 December 2200 */
#define COUNT_MISSING DAY_MISSING /* no number of years, months, days */

bool day_is_known(int32_t day); /* inside those years */

/* ---- counting on from a day ---- */

typedef enum DayUnit { DAY_UNIT_day, DAY_UNIT_week, DAY_UNIT_month, DAY_UNIT_year } DayUnit;

/* `count` units after `day` (before it, when negative). A month or year later is the same day of its month,
 * or that month's last where it has none: 12 months after 29 February is 28 February. N weeks are 7 N days,
 * `day` itself being day 0 ("at least two weeks before": SEND Regulations 2014, reg 20). */
int32_t day_add(int32_t day, int64_t count, DayUnit unit);

int32_t day_month_end(int32_t day);
int32_t day_year(int32_t day); /* the calendar year, or COUNT_MISSING */

/* 0 Monday to 6 Sunday, or COUNT_MISSING. */
int32_t day_weekday(int32_t day);

/* Is `day` within `count` units after `from`, both ends included; with a negative count, before? False when
 * either is missing. */
bool day_within(int32_t day, int32_t from, int64_t count, DayUnit unit);

/* ---- school years, ages, stages ---- */

/* The year in which the school year of a day begins. A school year runs from 1 September to 31 August. */
int32_t school_year_of(int32_t day);
int32_t school_year_start(int32_t year); /* 1 September */
int32_t school_year_end(int32_t year);   /* 31 August of the year after */

/* The year group on a day of someone born on `born`: the age in whole years on the 31 August before the
 * school year starts, less 4. 0 is Reception, -1 and -2 the nursery years. (DfE: pupils are grouped by age at
 * the start of the academic year, 1 September; school admissions: Reception starts in the September after the
 * fourth birthday.) */
int32_t year_group(int32_t born, int32_t on);

/* "Year 5", "Reception", "Nursery 2" (3 to 4), "Nursery 1" (2 to 3), "Under 2" before, "Over 19" above Year
 * 14; empty for missing. */
Str year_group_name(Arena *arena, int32_t group);

typedef enum KeyStage {
    KEY_STAGE_missing,
    KEY_STAGE_early_years, /* up to Reception */
    KEY_STAGE_1,           /* Years 1, 2 */
    KEY_STAGE_2,           /* 3 to 6 */
    KEY_STAGE_3,           /* 7 to 9 */
    KEY_STAGE_4,           /* 10, 11 */
    KEY_STAGE_5            /* 12 and above: post-16 */
} KeyStage;

/* Education Act 2002 s82 (key stages 1 to 4), Childcare Act 2006 s39 (early years foundation stage). */
KeyStage key_stage(int32_t group);
Str key_stage_name(KeyStage stage); /* "early years", "key stage 2", "post-16"; empty for missing */

/* Age in completed months; 12 to a year. A month is complete on the same day of the month, or, where that
 * month has no such day, on the first of the next, as the law counts birthdays (Family Law Reform Act 1969
 * s9). COUNT_MISSING before birth. */
int32_t age_months(int32_t born, int32_t on);
int32_t age_years(int32_t born, int32_t on);

/* "9 years 4 months", "1 year", "11 months". */
Str age_text(Arena *arena, int32_t months);

/* Compulsory school age begins on the 31 December, 31 March or 31 August on or after the fifth birthday
 * (Education Act 1996 s8(2)) and ends on the last Friday in June of the school year of the sixteenth (s8(3),
 * School Leaving Date Order 1997). */
int32_t school_age_start(int32_t born);
int32_t school_age_end(int32_t born);

/* ---- the school's terms ---- */

typedef struct Term {
    Str name;                      /* "Autumn 2026" */
    int32_t first, last;           /* its first and last day */
    int32_t half_first, half_last; /* half term; DAY_MISSING for none */
} Term;

/* The school's terms in date order; none when they are not known. Zero-initialise. */
typedef struct Calendar {
    ARRAY(Term) terms;
} Calendar;

/* How many terms a calendar takes: six a year for fifty years. They are gone through one by one. */
#define CALENDAR_MOST 300

/* Adds a term at its place in date order; false, and left out, when it lacks a day, ends before it begins or
 * is one too many. A half term that is not inside it is dropped. The name is not copied. */
bool calendar_add(Calendar *calendar, Term term);
void calendar_free(Calendar *calendar);

typedef enum SchoolDay {
    SCHOOL_DAY_unknown, /* no terms are known there */
    SCHOOL_DAY_open,
    SCHOOL_DAY_weekend,
    SCHOOL_DAY_half_term,
    SCHOOL_DAY_holiday /* between terms */
} SchoolDay;

/* What the day is at school. Days before the first and after the last term are unknown, but for the summer
 * holiday next to them, and so is a gap of more than ten weeks between two terms: a term is not listed there.
 */
SchoolDay school_day(const Calendar *calendar, int32_t day);

/* How many school days there are from `first` to `last`, both included; COUNT_MISSING where any of the days
 * is unknown. 0 when `last` is before `first`. */
int32_t school_days(const Calendar *calendar, int32_t first, int32_t last);

/* The day that is `count` school days after `day` ("within 15 school days": Pupil Information Regulations
 * 2005 reg 9), or before it when negative; DAY_MISSING where the terms are not known. */
int32_t school_day_add(const Calendar *calendar, int32_t day, int64_t count);

/* How many school weeks there are from `first` to `last`, both included: school days / 5; where the terms are
 * not known all along, calendar weeks: days / 7. Exact. */
Ratio school_weeks(const Calendar *calendar, int32_t first, int32_t last);

/* A day, and whether it rests on the usual dates instead of the school's own. */
typedef struct TermDay {
    int32_t day; /* DAY_MISSING when there is none */
    bool assumed;
} TermDay;

/* How many school weeks are begun from `first` to `last`: calendar weeks in which there is a school day
 * between them; where the terms are not known, a weekday. COUNT_MISSING for more than five years, or none. */
int32_t school_weeks_begun(const Calendar *calendar, int32_t first, int32_t last);

/* The last day of `weeks` school weeks from `start` (the first school day on or after it): the 5 `weeks`th
 * school day, so that half terms and holidays are passed over. Assumed where terms are not known: calendar
 * weeks (`start`
 * + 7 `weeks` - 1), and past the last known term every weekday. Missing when `weeks` is below 1. */
TermDay school_weeks_end(const Calendar *calendar, int32_t start, int64_t weeks);

/* The last day of `terms` terms from `start`, the term that holds or follows `start` being the first; of half
 * terms likewise (a term's first half ends on the weekday before its half term). Where terms are not known:
 * 31 December, 31 March, 31 July; half terms then end on 31 October, 14 February and 31 May as well; assumed.
 */
TermDay terms_end(const Calendar *calendar, int32_t start, int64_t terms);
TermDay half_terms_end(const Calendar *calendar, int32_t start, int64_t half_terms);

typedef enum TermEdge { TERM_EDGE_start, TERM_EDGE_end } TermEdge;

/* `start of` or `end of` a term by name. First the school's term of that name (without case, the word "term"
 * aside), or its terms whose name has the season and which lie in that year. Else the usual dates, assumed:
 * autumn runs from 1 September to 31 December, spring from 1 January to 31 March, summer from 1 April to 31
 * July. "Summer 2027" is in that calendar year, "Summer 2026-27" in that school year, "Summer" alone in the
 * school year of `near`. DAY_MISSING when the name is neither a term's nor begins with a season. */
TermDay term_day(const Calendar *calendar, Str name, TermEdge edge, int32_t near);

/* The term that holds the day, or NULL. */
const Term *term_of(const Calendar *calendar, int32_t day);

/* ---- days as people write them ---- */

typedef enum DateForm {
    DATE_FORM_long,    /* 16 July 2027 */
    DATE_FORM_short,   /* 16 Jul 2027 */
    DATE_FORM_weekday, /* Friday 16 July 2027 */
    DATE_FORM_month,   /* July 2027 */
    DATE_FORM_iso      /* 2027-07-16 */
} DateForm;

/* Nothing is written for a missing day. */
void date_print(Out *out, int32_t day, DateForm form);
Str date_text(Arena *arena, int32_t day, DateForm form);

/* "Monday" for 0; empty when it is none. (month_name is in lexer/literal.h.) */
Str weekday_name(int32_t weekday);

/* "2026-27". */
Str school_year_text(Arena *arena, int32_t year);

#endif
