/* Dosage: how long, how often and for how many weeks provision is given, and what follows from it: sessions,
 * hours and cost. All is exact; a result is rounded once, by whoever shows it (ratio_round). A part that is
 * missing makes missing whatever needs it. */
#ifndef SENC_SEMA_DOSAGE_H
#define SENC_SEMA_DOSAGE_H

#include "sema/amount.h"
#include "sema/calendar.h"

/* `times` in every `every` periods: daily is 1 in 1 day, fortnightly 1 in 2 weeks, 3 times a week 3 in 1
 * week. Missing: `times` is 0. */
typedef struct Frequency {
    int32_t times, every;
    uint8_t period; /* Unit: day, week, half_term, term, month or year */
} Frequency;

/* Makes one; missing when `times` or `every` is below 1 or the period is none of these. */
Frequency frequency_make(int64_t times, int64_t every, Unit period);
bool frequency_is_missing(Frequency frequency);

/* Sessions a week. A day is 5 a week, a month 12/52; half terms, terms and years lie in the school year's
 * weeks: 6, 3 and 1 ÷ `weeks_a_year`. */
Ratio frequency_per_week(Frequency frequency, int64_t weeks_a_year);

/* "daily", "weekly", "fortnightly", "monthly", "half-termly", "termly", "yearly", "3 times a week", "once a
 * day" is daily, "twice a term", "every 3 weeks", "twice every 3 weeks". */
void frequency_print(Out *out, Frequency frequency);

typedef struct Dosage {
    Amount duration;     /* of one session; of a rate, the time in each period of `frequency` */
    Frequency frequency; /* of a rate ("15 hours a week"): once in its period */
    Amount span;         /* days, weeks, calendar weeks, half terms, terms, months, years or sessions */
    bool is_rate;        /* hours are promised, sessions are not counted */
    bool all_year;       /* every school week, in place of a span */
} Dosage;

#define DOSAGE_NONE  ((Dosage){.duration = AMOUNT_NONE, .span = AMOUNT_NONE})

/* Weeks in a school year unless the school says otherwise: 190 days on which pupils attend ÷ 5 (the School
 * Teachers' Pay and Conditions Document requires 190 days of teaching). */
#define WEEKS_A_YEAR 38

/* What a dosage is reckoned with. */
typedef struct DosageTime {
    const Calendar *calendar; /* NULL or without terms: weeks are calendar weeks */
    int32_t starts, ends;     /* of the provision; DAY_MISSING when it does not say */
    int64_t weeks_a_year;     /* 38; 0 or less counts as 38 */
} DosageTime;

/* Duration × sessions a week, in minutes. */
Ratio dosage_weekly_minutes(const Dosage *dosage, int64_t weeks_a_year);

/* How many weeks of provision the span holds: its weeks; of calendar weeks, months, terms and half terms the
 * school weeks among them where the calendar and the start are known, else (of a year's weeks) 1/12 a month,
 * 1/3 a term, 1/6 a half term; days ÷ 5; sessions ÷ sessions a week; all year, a year's weeks. Without a
 * span, from `starts` to `ends` where both are known. */
Ratio dosage_weeks(const Dosage *dosage, const DosageTime *time);

/* Sessions a week × weeks. A span counted in sessions says it itself; where frequency and span count in the
 * same unit they are set against each other straight (monthly, for 6 months: 6). Missing for a rate. */
Ratio dosage_sessions(const Dosage *dosage, const DosageTime *time);

/* Hours given in the whole span. */
Ratio dosage_hours(const Dosage *dosage, const DosageTime *time);

/* Hours given in one school year: weekly minutes ÷ 60 × the weeks of the span, at most a year's weeks. */
Ratio dosage_hours_a_year(const Dosage *dosage, const DosageTime *time);

/* Sessions, and weeks of provision, in one school year, likewise. */
Ratio dosage_sessions_a_year(const Dosage *dosage, const DosageTime *time);
Ratio dosage_weeks_a_year(const Dosage *dosage, const DosageTime *time);

/* The last day on which provision is given: `ends`, else the span from `starts`; DAY_MISSING when neither is
 * known or it goes on all year. Assumed as calendar.h says. */
TermDay dosage_end(const Dosage *dosage, const DosageTime *time);

/* What the provision costs for one pupil in a school year:
 *     hours a year × hourly rate × adults ÷ pupils in the group + resource ÷ sharers ÷ years it lasts + fixed
 * (the way authorities ask schools to cost a provision map, against the threshold of Code 6.99). A sum by the
 * day is paid for each session, one by the session, week, month or term as often as the provision's year has
 * these, one by the year in full. */
typedef struct CostParts {
    Amount rate;            /* of the adult: money an hour, day, session … */
    int64_t adults;         /* 1 when below 1 */
    int64_t group;          /* pupils in the group; below 1: not known, so staff cost is missing */
    Amount resource;        /* bought once */
    int64_t sharers, years; /* pupils who share it; years it lasts; 1 when below 1 */
    Amount fixed;           /* a licence or agreement, for this pupil: once, or by the year, term … */
} CostParts;

/* In pence. A part that is not given costs nothing; missing when none is, or when one that is given cannot be
 * reckoned. */
Ratio dosage_cost_a_year(const Dosage *dosage, const DosageTime *time, const CostParts *parts);

/* "30 minutes, 3 times a week, for 12 weeks"; "15 hours a week, all year". Missing parts are left out. */
void dosage_print(Out *out, const Dosage *dosage);
Str dosage_text(Arena *arena, const Dosage *dosage);

#endif
