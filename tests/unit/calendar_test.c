/* Days, school years, ages and terms: tables of cases, and every day from 1900 to 2200 against a plain count.
 */
#include "sema/calendar.h"

#include "tests/unit/expect.h"

#include <stdlib.h>

static void expect_day(Tally *tally, Arena *arena, const char *what, int32_t got, const char *wanted)
{
    expect_str(tally, what, date_text(arena, got, DATE_FORM_iso), wanted);
}

/* ---- counting on ---- */

static void test_day_add(Tally *tally, Arena *arena)
{
    static const struct {
        const char *from;
        int64_t count;
        DayUnit unit;
        const char *wanted;
    } cases[] = {
        {"2027-07-16", 0, DAY_UNIT_day, "2027-07-16"},
        {"2027-12-31", 1, DAY_UNIT_day, "2028-01-01"},
        {"2028-02-28", 1, DAY_UNIT_day, "2028-02-29"},
        {"2027-02-28", 1, DAY_UNIT_day, "2027-03-01"},
        {"2027-02-15", -12, DAY_UNIT_week, "2026-11-23"}, /* the last safe phase-transfer meeting */
        {"2027-03-31", -12, DAY_UNIT_week, "2027-01-06"},
        {"2028-03-31", -12, DAY_UNIT_week, "2028-01-07"}, /* a leap year */
        {"2027-01-31", 1, DAY_UNIT_month, "2027-02-28"},
        {"2028-01-31", 1, DAY_UNIT_month, "2028-02-29"},
        {"2027-03-31", -1, DAY_UNIT_month, "2027-02-28"},
        {"2027-08-31", 6, DAY_UNIT_month, "2028-02-29"},
        {"2027-01-15", -13, DAY_UNIT_month, "2025-12-15"},
        {"2028-02-29", 1, DAY_UNIT_year, "2029-02-28"},
        {"2028-02-29", 4, DAY_UNIT_year, "2032-02-29"},
        {"2100-02-28", 4, DAY_UNIT_year, "2104-02-28"},
        {"2096-02-29", 4, DAY_UNIT_year, "2100-02-28"}, /* 2100 is no leap year */
        {"2200-12-31", 1, DAY_UNIT_day, ""},
        {"1900-01-01", -1, DAY_UNIT_day, ""},
        {"2200-12-01", 1, DAY_UNIT_month, ""},
        {"1900-01-31", -1, DAY_UNIT_month, ""},
        {"1900-01-01", 300, DAY_UNIT_year, "2200-01-01"},
        {"2027-01-01", INT64_MAX, DAY_UNIT_day, ""},
        {"2027-01-01", INT64_MIN, DAY_UNIT_year, ""},
        {"", 1, DAY_UNIT_day, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_day(tally, arena, cases[i].from,
                   day_add(iso_day(cases[i].from), cases[i].count, cases[i].unit), cases[i].wanted);
    expect_day(tally, arena, "a day far off", day_add(INT32_MAX, 1, DAY_UNIT_day), "");
    expect_day(tally, arena, "month end", day_month_end(iso_day("2028-02-03")), "2028-02-29");
    expect_day(tally, arena, "month end", day_month_end(iso_day("2200-12-31")), "2200-12-31");
    expect_day(tally, arena, "month end of nothing", day_month_end(DAY_MISSING), "");
}

static void test_within(Tally *tally)
{
    int32_t meeting = iso_day("2027-03-15");
    expect(tally, day_within(iso_day("2027-03-29"), meeting, 2, DAY_UNIT_week),
           "two weeks after is within two");
    expect(tally, !day_within(iso_day("2027-03-30"), meeting, 2, DAY_UNIT_week), "a day more is not");
    expect(tally, !day_within(iso_day("2027-03-14"), meeting, 2, DAY_UNIT_week), "nor is the day before");
    expect(tally, day_within(iso_day("2027-03-01"), meeting, -2, DAY_UNIT_week), "two weeks before");
    expect(tally, !day_within(iso_day("2027-02-28"), meeting, -2, DAY_UNIT_week),
           "more than two weeks before");
    expect(tally, day_within(meeting, meeting, 0, DAY_UNIT_day), "the day itself");
    expect(tally, !day_within(DAY_MISSING, meeting, 2, DAY_UNIT_week), "a missing day is within nothing");
    expect(tally, !day_within(meeting, DAY_MISSING, 2, DAY_UNIT_week), "nothing is within of a missing day");
}

/* Every day there is, counted by hand. */
static void test_every_day(Tally *tally)
{
    int year = 1900, month = 1, day = 1, wrong = 0;
    for (int32_t at = DAY_LEAST; at <= DAY_MOST; at++) {
        wrong += day_from_date(year, month, day) != at;
        wrong += day_weekday(at) != (at - DAY_LEAST) % 7;
        wrong += day_year(at) != year;
        wrong += school_year_of(at) != (month < 9 ? year - 1 : year);
        if (++day > days_in_month(year, month)) {
            wrong += day_month_end(at) != at;
            day = 1;
            year += month == 12;
            month = month % 12 + 1;
        }
    }
    expect_int(tally, "days that are not what they should be", wrong, 0);
    expect_int(tally, "the year after the last day", year, 2201);
    expect_int(tally, "a missing weekday", day_weekday(DAY_MISSING), COUNT_MISSING);
}

/* ---- ages and year groups ---- */

static void test_year_groups(Tally *tally, Arena *arena)
{
    static const struct {
        const char *born, *on;
        int32_t group;
        const char *name;
        KeyStage stage;
    } cases[] = {
        {"2017-11-09", "2026-09-14", 4, "Year 4", KEY_STAGE_2},
        {"2017-08-31", "2026-09-01", 5, "Year 5", KEY_STAGE_2},
        {"2017-09-01", "2026-09-01", 4, "Year 4", KEY_STAGE_2},
        {"2017-08-31", "2026-08-31", 4, "Year 4", KEY_STAGE_2},
        {"2022-08-31", "2026-09-01", 0, "Reception", KEY_STAGE_early_years},
        {"2022-09-01", "2026-09-01", -1, "Nursery 2", KEY_STAGE_early_years},
        {"2023-09-01", "2026-09-01", -2, "Nursery 1", KEY_STAGE_early_years},
        {"2026-10-01", "2026-11-01", -5, "Under 2", KEY_STAGE_early_years},
        {"2020-02-29", "2026-10-01", 2, "Year 2", KEY_STAGE_1},
        {"2012-09-02", "2026-10-01", 9, "Year 9", KEY_STAGE_3},
        {"2010-12-24", "2026-10-01", 11, "Year 11", KEY_STAGE_4},
        {"2008-03-03", "2026-10-01", 14, "Year 14", KEY_STAGE_5},
        {"2001-10-01", "2026-10-01", 20, "Over 19", KEY_STAGE_5},
        {"2027-01-01", "2026-10-01", COUNT_MISSING, "", KEY_STAGE_missing},
        {"", "2026-10-01", COUNT_MISSING, "", KEY_STAGE_missing},
        {"2017-11-09", "", COUNT_MISSING, "", KEY_STAGE_missing},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t group = year_group(iso_day(cases[i].born), iso_day(cases[i].on));
        expect_int(tally, cases[i].born, group, cases[i].group);
        expect_str(tally, cases[i].born, year_group_name(arena, group), cases[i].name);
        expect_int(tally, cases[i].born, key_stage(group), cases[i].stage);
    }
    expect_str(tally, "stage", key_stage_name(KEY_STAGE_2), "key stage 2");
    expect_str(tally, "no stage", key_stage_name(KEY_STAGE_missing), "");
}

static void test_ages(Tally *tally, Arena *arena)
{
    static const struct {
        const char *born, *on;
        int32_t months;
        const char *text;
    } cases[] = {
        {"2017-11-09", "2027-03-09", 112, "9 years 4 months"},
        {"2017-11-09", "2027-03-08", 111, "9 years 3 months"},
        {"2017-11-09", "2026-11-09", 108, "9 years"},
        {"2017-11-09", "2018-11-09", 12, "1 year"},
        {"2017-11-09", "2018-12-10", 13, "1 year 1 month"},
        {"2017-11-09", "2018-10-09", 11, "11 months"},
        {"2017-11-09", "2017-11-09", 0, "0 months"},
        {"2020-02-29", "2027-02-28", 83, "6 years 11 months"}, /* 7 on 1 March */
        {"2020-02-29", "2027-03-01", 84, "7 years"},
        {"2017-08-31", "2018-06-30", 9, "9 months"},
        {"2017-11-09", "2017-11-08", COUNT_MISSING, ""},
        {"", "2017-11-08", COUNT_MISSING, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t months = age_months(iso_day(cases[i].born), iso_day(cases[i].on));
        expect_int(tally, cases[i].born, months, cases[i].months);
        expect_str(tally, cases[i].born, age_text(arena, months), cases[i].text);
    }
    expect_int(tally, "years", age_years(iso_day("2020-02-29"), iso_day("2027-02-28")), 6);
    expect_int(tally, "years of nobody", age_years(DAY_MISSING, 0), COUNT_MISSING);
}

static void test_school_age(Tally *tally, Arena *arena)
{
    static const struct {
        const char *born, *start, *end;
    } cases[] = {
        {"2011-09-01", "2016-12-31", "2028-06-30"}, /* 16 on the first day of Year 12's school year's Year 11
                                                     */
        {"2011-08-31", "2016-08-31", "2027-06-25"}, {"2010-01-15", "2015-03-31", "2026-06-26"},
        {"2010-04-01", "2015-08-31", "2026-06-26"}, {"2012-02-29", "2017-03-31", "2028-06-30"},
        {"2010-12-31", "2015-12-31", "2027-06-25"}, {"", "", ""},
        {"2190-01-01", "2195-03-31", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t born = iso_day(cases[i].born);
        expect_day(tally, arena, cases[i].born, school_age_start(born), cases[i].start);
        expect_day(tally, arena, cases[i].born, school_age_end(born), cases[i].end);
    }
    expect_day(tally, arena, "school year", school_year_start(2026), "2026-09-01");
    expect_day(tally, arena, "school year", school_year_end(2026), "2027-08-31");
    expect_day(tally, arena, "no school year", school_year_end(COUNT_MISSING), "");
    expect_day(tally, arena, "no school year", school_year_end(INT32_MAX), "");
}

/* ---- terms ---- */

static Term term(const char *name, const char *first, const char *last, const char *half,
                 const char *half_last)
{
    return (Term){str_from(name), iso_day(first), iso_day(last), iso_day(half), iso_day(half_last)};
}

static Calendar year_2026(void)
{
    Calendar calendar = {0};
    calendar_add(&calendar, term("Summer 2027", "2027-04-12", "2027-07-21", "2027-05-31", "2027-06-04"));
    calendar_add(&calendar, term("Autumn 2026", "2026-09-02", "2026-12-18", "2026-10-26", "2026-10-30"));
    calendar_add(&calendar, term("Spring term 2027", "2027-01-04", "2027-03-25", "2027-02-15", "2027-02-19"));
    return calendar;
}

static void test_adding(Tally *tally)
{
    Calendar calendar = year_2026();
    expect_str(tally, "first in order", calendar.terms.at[0].name, "Autumn 2026");
    expect_str(tally, "last in order", calendar.terms.at[2].name, "Summer 2027");
    expect(tally, !calendar_add(&calendar, term("x", "2027-01-02", "2027-01-01", "", "")), "turned round");
    expect(tally, !calendar_add(&calendar, term("x", "", "2027-01-01", "", "")), "without a first day");
    expect(tally, calendar_add(&calendar, term("x", "2027-09-01", "2027-12-17", "2028-01-01", "2028-01-05")),
           "a half term elsewhere");
    expect_int(tally, "that half term", calendar.terms.at[3].half_first, DAY_MISSING);
    expect_str(tally, "the term of a day", term_of(&calendar, iso_day("2027-02-16"))->name,
               "Spring term 2027");
    expect(tally, term_of(&calendar, iso_day("2027-08-01")) == NULL, "no term in August");
    calendar_free(&calendar);
    for (int i = 0; i < CALENDAR_MOST; i++)
        calendar_add(&calendar, term("x", "2027-01-01", "2027-01-02", "", ""));
    expect(tally, !calendar_add(&calendar, term("x", "2027-01-01", "2027-01-02", "", "")), "one too many");
    calendar_free(&calendar);
}

static void test_school_days(Tally *tally, Arena *arena)
{
    static const struct {
        const char *day;
        SchoolDay is;
    } days[] = {
        {"2026-09-01", SCHOOL_DAY_holiday}, {"2026-09-02", SCHOOL_DAY_open},
        {"2026-09-05", SCHOOL_DAY_weekend}, {"2026-10-26", SCHOOL_DAY_half_term},
        {"2026-10-31", SCHOOL_DAY_weekend}, {"2026-12-25", SCHOOL_DAY_holiday},
        {"2027-07-21", SCHOOL_DAY_open},    {"2027-07-22", SCHOOL_DAY_holiday},
        {"2027-08-31", SCHOOL_DAY_holiday}, {"2027-09-01", SCHOOL_DAY_unknown},
        {"2026-07-31", SCHOOL_DAY_unknown}, {"2026-08-03", SCHOOL_DAY_holiday},
        {"", SCHOOL_DAY_unknown},
    };
    static const struct {
        const char *from;
        int64_t count;
        const char *wanted;
    } additions[] = {
        {"2026-09-14", 15, "2026-10-05"}, {"2026-10-23", 1, "2026-11-02"},
        {"2026-11-02", -1, "2026-10-23"}, {"2027-01-04", -1, "2026-12-18"},
        {"2026-12-18", 15, "2027-01-22"}, {"2026-09-05", 1, "2026-09-07"},
        {"2026-09-05", 0, "2026-09-05"},  {"2027-07-21", 1, ""},
        {"2026-09-02", -1, ""},           {"2030-01-01", 5, ""},
        {"2026-09-14", INT64_MAX, ""},    {"2026-09-14", INT64_MIN, ""},
    };
    Calendar calendar = year_2026();
    const Calendar none = {0};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        expect_int(tally, days[i].day, school_day(&calendar, iso_day(days[i].day)), days[i].is);
    for (size_t i = 0; i < sizeof additions / sizeof *additions; i++)
        expect_day(tally, arena, additions[i].from,
                   school_day_add(&calendar, iso_day(additions[i].from), additions[i].count),
                   additions[i].wanted);
    expect_int(tally, "a year", school_days(&calendar, iso_day("2026-09-01"), iso_day("2027-08-31")), 195);
    expect_int(tally, "six weeks", school_days(&calendar, iso_day("2026-09-14"), iso_day("2026-10-30")), 30);
    expect_int(tally, "backwards", school_days(&calendar, iso_day("2026-09-14"), iso_day("2026-09-13")), 0);
    expect_int(tally, "into the unknown",
               school_days(&calendar, iso_day("2027-07-01"), iso_day("2027-09-30")), COUNT_MISSING);
    expect_int(tally, "no terms", school_days(&none, iso_day("2026-09-14"), iso_day("2026-09-15")),
               COUNT_MISSING);
    expect_int(tally, "no terms", school_day(&none, iso_day("2026-09-14")), SCHOOL_DAY_unknown);
    calendar_free(&calendar);
}

static void expect_term_day(Tally *tally, Arena *arena, const char *what, TermDay got, const char *wanted,
                            bool assumed)
{
    expect_day(tally, arena, what, got.day, wanted);
    expect_int(tally, what, got.assumed, assumed);
}

static void test_weeks(Tally *tally, Arena *arena)
{
    static const struct {
        const char *from;
        int64_t weeks;
        const char *wanted;
        bool assumed;
    } cases[] = {
        {"2026-09-14", 6, "2026-10-23", false},
        {"2026-09-14", 12, "2026-12-11", false},
        {"2026-09-16", 6, "2026-11-03", false},
        {"2026-11-30", 6, "2027-01-22", false},
        {"2027-04-12", 13, "2027-07-16", false},
        {"2026-10-26", 1, "2026-11-06", false},
        {"2027-07-12", 2, "2027-09-02", true}, /* eight days to the end of term, two after the summer */
        {"2030-01-07", 12, "2030-03-31", true},
        {"2026-09-14", 0, "", false},
        {"2026-09-14", INT64_MAX, "", false},
        {"2026-09-14", 50000, "", true},
        {"", 12, "", false},
    };
    const Calendar none = {0};
    Calendar calendar = year_2026();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_term_day(tally, arena, cases[i].from,
                        school_weeks_end(&calendar, iso_day(cases[i].from), cases[i].weeks), cases[i].wanted,
                        cases[i].assumed);
    expect_term_day(tally, arena, "no terms", school_weeks_end(&none, iso_day("2026-09-14"), 12),
                    "2026-12-06", true);
    Ratio weeks = school_weeks(&calendar, iso_day("2026-09-14"), iso_day("2026-11-03"));
    expect_int(tally, "school weeks", ratio_thousandths(weeks), 6400);
    weeks = school_weeks(&none, iso_day("2026-09-14"), iso_day("2026-09-16"));
    expect(tally, weeks.over == 3 && weeks.under == 7, "three days are 3/7 of a calendar week");
    expect(tally, ratio_is_missing(school_weeks(&calendar, DAY_MISSING, 0)), "weeks from nowhere");
    calendar_free(&calendar);
}

static void test_terms(Tally *tally, Arena *arena)
{
    static const struct {
        const char *from;
        int64_t terms;
        const char *wanted, *halves;
        bool assumed, halves_assumed;
    } cases[] = {
        {"2026-09-14", 1, "2026-12-18", "2026-10-23", false, false},
        {"2026-09-14", 2, "2027-03-25", "2026-12-18", false, false},
        {"2026-09-14", 3, "2027-07-21", "2027-02-12", false, false},
        {"2026-09-14", 4, "2027-12-31", "2027-03-25", true, false},
        {"2026-12-21", 1, "2027-03-25", "2027-02-12", false, false},
        {"2026-10-28", 1, "2026-12-18", "2026-12-18", false, false},
        {"2029-09-03", 2, "2030-03-31", "2029-12-31", true, true},
        {"2026-09-14", 0, "", "", false, false},
        {"2200-10-01", 2, "", "2200-12-31", true, true},
        {"", 1, "", "", false, false},
    };
    Calendar calendar = year_2026();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t from = iso_day(cases[i].from);
        expect_term_day(tally, arena, cases[i].from, terms_end(&calendar, from, cases[i].terms),
                        cases[i].wanted, cases[i].assumed);
        expect_term_day(tally, arena, cases[i].from, half_terms_end(&calendar, from, cases[i].terms),
                        cases[i].halves, cases[i].halves_assumed);
    }
    calendar_free(&calendar);
}

static void test_term_names(Tally *tally, Arena *arena)
{
    static const struct {
        const char *name;
        TermEdge edge;
        const char *near, *wanted;
        bool assumed;
    } cases[] = {
        {"Summer 2027", TERM_EDGE_end, "", "2027-07-21", false},
        {"summer term 2027", TERM_EDGE_start, "", "2027-04-12", false},
        {"Spring 2027", TERM_EDGE_end, "", "2027-03-25", false},
        {"Summer 2026-27", TERM_EDGE_end, "", "2027-07-21", false},
        {"Autumn 2026/27", TERM_EDGE_start, "", "2026-09-02", false},
        {"Autumn", TERM_EDGE_end, "2027-02-01", "2026-12-18", false},
        {"Summer", TERM_EDGE_end, "2026-10-01", "2027-07-21", false},
        {"Summer", TERM_EDGE_end, "", "", false},
        {"Summer 2029", TERM_EDGE_end, "", "2029-07-31", true},
        {"Spring 2029", TERM_EDGE_end, "", "2029-03-31", true},
        {"Autumn 2029", TERM_EDGE_end, "", "2029-12-31", true},
        {"Summer 2029", TERM_EDGE_start, "", "2029-04-01", true},
        {"Spring 2029", TERM_EDGE_start, "", "2029-01-01", true},
        {"Autumn 2029", TERM_EDGE_start, "", "2029-09-01", true},
        {"Trinity 2029", TERM_EDGE_end, "", "", false},
        {"Summer 27", TERM_EDGE_end, "", "", false},
        {"Summer 9999", TERM_EDGE_end, "", "", false},
        {"", TERM_EDGE_end, "", "", false},
    };
    Calendar calendar = year_2026();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_term_day(tally, arena, cases[i].name,
                        term_day(&calendar, str_from(cases[i].name), cases[i].edge, iso_day(cases[i].near)),
                        cases[i].wanted, cases[i].assumed);
    calendar_free(&calendar);
}

/* ---- random calendars against a count day by day ---- */

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static Calendar random_calendar(uint32_t *state)
{
    Calendar calendar = {0};
    int32_t day = iso_day("2026-09-01");
    for (int i = 0; i < 6; i++) {
        int32_t first = day + (int32_t)(next_random(state) % 30);
        int32_t last = first + 20 + (int32_t)(next_random(state) % 90);
        int32_t half = first + (int32_t)(next_random(state) % 20);
        bool has_half = next_random(state) % 3 != 0;
        Term made = {STR("x"), first, last, has_half ? half : DAY_MISSING, has_half ? half + 4 : DAY_MISSING};
        calendar_add(&calendar, made);
        day = last + 1;
    }
    return calendar;
}

static bool is_plainly_open(const Calendar *calendar, int32_t day)
{
    const Term *in = term_of(calendar, day);
    return in != NULL && day_weekday(day) < 5 && !(day >= in->half_first && day <= in->half_last);
}

static int32_t plain_days(const Calendar *calendar, int32_t first, int32_t last)
{
    int32_t count = 0;
    for (int32_t day = first; day <= last; day++)
        count += is_plainly_open(calendar, day);
    return count;
}

static int check_random_calendar(const Calendar *calendar, uint32_t *state)
{
    int wrong = 0;
    int32_t first = calendar->terms.at[0].first;
    int32_t last = calendar->terms.at[calendar->terms.count - 1].last;
    for (int i = 0; i < 50; i++) {
        int32_t from = first + (int32_t)(next_random(state) % (uint32_t)(last - first));
        int32_t to = from + (int32_t)(next_random(state) % (uint32_t)(last - from + 1));
        int32_t days = plain_days(calendar, from, to);
        wrong += school_days(calendar, from, to) != days;
        wrong += (school_day(calendar, from) == SCHOOL_DAY_open) != is_plainly_open(calendar, from);
        int32_t other = school_day_add(calendar, from, days);
        wrong += days > 0 && other != DAY_MISSING && plain_days(calendar, from + 1, other) != days;
        int32_t back = school_day_add(calendar, to, -days);
        wrong += days > 0 && back != DAY_MISSING && plain_days(calendar, back, to - 1) != days;
        TermDay end = school_weeks_end(calendar, from, 3);
        wrong += !end.assumed && plain_days(calendar, from, end.day) != 15;
    }
    return wrong;
}

static void test_random_calendars(Tally *tally)
{
    uint32_t state = 2027;
    int wrong = 0;
    for (int i = 0; i < 200; i++) {
        Calendar calendar = random_calendar(&state);
        wrong += check_random_calendar(&calendar, &state);
        calendar_free(&calendar);
    }
    expect_int(tally, "counts in random calendars that differ", wrong, 0);
}

/* ---- text ---- */

static void test_text(Tally *tally, Arena *arena)
{
    int32_t day = iso_day("2027-07-16");
    expect_str(tally, "long", date_text(arena, day, DATE_FORM_long), "16 July 2027");
    expect_str(tally, "short", date_text(arena, day, DATE_FORM_short), "16 Jul 2027");
    expect_str(tally, "weekday", date_text(arena, day, DATE_FORM_weekday), "Friday 16 July 2027");
    expect_str(tally, "month", date_text(arena, day, DATE_FORM_month), "July 2027");
    expect_str(tally, "iso", date_text(arena, iso_day("1900-01-01"), DATE_FORM_iso), "1900-01-01");
    expect_str(tally, "missing", date_text(arena, DAY_MISSING, DATE_FORM_long), "");
    expect_str(tally, "school year", school_year_text(arena, 2026), "2026-27");
    expect_str(tally, "school year", school_year_text(arena, 2099), "2099-00");
    expect_str(tally, "no school year", school_year_text(arena, COUNT_MISSING), "");
    expect_str(tally, "no weekday", weekday_name(7), "");
    expect_str(tally, "no month", month_name(0), "");
}

int main(void)
{
    Tally tally = {0};
    Arena arena = {0};
    test_day_add(&tally, &arena);
    test_within(&tally);
    test_every_day(&tally);
    test_year_groups(&tally, &arena);
    test_ages(&tally, &arena);
    test_school_age(&tally, &arena);
    test_adding(&tally);
    test_school_days(&tally, &arena);
    test_weeks(&tally, &arena);
    test_terms(&tally, &arena);
    test_term_names(&tally, &arena);
    test_random_calendars(&tally);
    test_text(&tally, &arena);
    arena_free(&arena);
    return tally_end(&tally);
}
