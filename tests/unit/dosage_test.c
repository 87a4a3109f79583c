/* Dosages: sessions, hours, last days and costs against figures worked by hand, and how they are written. */
#include "sema/dosage.h"

#include "tests/unit/expect.h"

static Dosage dosage(int64_t minutes, Frequency frequency, int64_t count, Unit unit)
{
    return (Dosage){.duration = minutes < 0 ? AMOUNT_NONE : amount_whole(minutes, UNIT_minute),
                    .frequency = frequency,
                    .span = count < 0 ? AMOUNT_NONE : amount_whole(count, unit)};
}

static Dosage rate(int64_t hours, Unit period, int64_t weeks)
{
    Dosage made = dosage(hours * 60, frequency_make(1, 1, period), weeks, UNIT_week);
    made.is_rate = true;
    return made;
}

static Dosage all_year(Dosage made)
{
    made.all_year = true;
    return made;
}

static Calendar year_2026(void)
{
    Calendar calendar = {0};
    calendar_add(&calendar, (Term){STR("Autumn 2026"), iso_day("2026-09-02"), iso_day("2026-12-18"),
                                   iso_day("2026-10-26"), iso_day("2026-10-30")});
    calendar_add(&calendar, (Term){STR("Spring 2027"), iso_day("2027-01-04"), iso_day("2027-03-25"),
                                   iso_day("2027-02-15"), iso_day("2027-02-19")});
    calendar_add(&calendar, (Term){STR("Summer 2027"), iso_day("2027-04-12"), iso_day("2027-07-21"),
                                   iso_day("2027-05-31"), iso_day("2027-06-04")});
    return calendar;
}

/* ---- how often ---- */

static void test_frequencies(Tally *tally)
{
    static const struct {
        int64_t times, every;
        Unit period;
        int64_t weeks_a_year, over, under; /* sessions a week */
        const char *text;
    } cases[] = {
        {1, 1, UNIT_day, 38, 5, 1, "daily"},
        {2, 1, UNIT_day, 38, 10, 1, "twice a day"},
        {1, 2, UNIT_day, 38, 5, 2, "every 2 days"},
        {1, 1, UNIT_week, 38, 1, 1, "weekly"},
        {3, 1, UNIT_week, 38, 3, 1, "3 times a week"},
        {1, 2, UNIT_week, 38, 1, 2, "fortnightly"},
        {1, 3, UNIT_week, 38, 1, 3, "every 3 weeks"},
        {2, 3, UNIT_week, 38, 2, 3, "twice every 3 weeks"},
        {1, 1, UNIT_month, 38, 3, 13, "monthly"},
        {1, 1, UNIT_half_term, 38, 3, 19, "half-termly"},
        {1, 1, UNIT_term, 38, 3, 38, "termly"},
        {2, 1, UNIT_term, 38, 3, 19, "twice a term"},
        {1, 1, UNIT_year, 39, 1, 39, "yearly"},
        {1, 1, UNIT_term, 0, 3, 38, "termly"},
        {1, 1, UNIT_term, -5, 3, 38, "termly"},
        {0, 1, UNIT_week, 38, 0, 0, ""},
        {1, 0, UNIT_week, 38, 0, 0, ""},
        {1, 1, UNIT_hour, 38, 0, 0, ""},
        {INT64_MAX, 1, UNIT_week, 38, 0, 0, ""},
        {INT32_MAX, INT32_MAX, UNIT_month, INT64_MAX, 3, 13, "2147483647 times every 2147483647 months"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Frequency frequency = frequency_make(cases[i].times, cases[i].every, cases[i].period);
        Ratio sessions = frequency_per_week(frequency, cases[i].weeks_a_year);
        Out out = {0};
        frequency_print(&out, frequency);
        expect_str(tally, cases[i].text, out_result(&out), cases[i].text);
        expect_int(tally, cases[i].text, sessions.over, cases[i].over);
        expect_int(tally, cases[i].text, sessions.under, cases[i].under);
        out_free(&out);
    }
}

/* ---- sessions and hours ---- */

/* All in thousandths, AMOUNT_MISSING for missing. */
typedef struct Wanted {
    int64_t weekly_minutes, weeks, sessions, hours, hours_a_year;
} Wanted;

static void expect_dosage(Tally *tally, Arena *arena, const Dosage *made, const DosageTime *time,
                          Wanted wanted)
{
    Str text = dosage_text(arena, made);
    expect_int(tally, text.at, ratio_thousandths(dosage_weekly_minutes(made, time->weeks_a_year)),
               wanted.weekly_minutes);
    expect_int(tally, text.at, ratio_thousandths(dosage_weeks(made, time)), wanted.weeks);
    expect_int(tally, text.at, ratio_thousandths(dosage_sessions(made, time)), wanted.sessions);
    expect_int(tally, text.at, ratio_thousandths(dosage_hours(made, time)), wanted.hours);
    expect_int(tally, text.at, ratio_thousandths(dosage_hours_a_year(made, time)), wanted.hours_a_year);
}

static void test_without_calendar(Tally *tally, Arena *arena)
{
    const int64_t none = AMOUNT_MISSING;
    const DosageTime time = {NULL, DAY_MISSING, DAY_MISSING, 38};
    const Frequency daily = frequency_make(1, 1, UNIT_day), weekly = frequency_make(1, 1, UNIT_week);
    const Frequency thrice = frequency_make(3, 1, UNIT_week), monthly = frequency_make(1, 1, UNIT_month);
    const Frequency termly = frequency_make(1, 1, UNIT_term),
                    half_termly = frequency_make(1, 1, UNIT_half_term);
    const struct {
        Dosage dosage;
        Wanted wanted;
    } cases[] = {
        {dosage(30, thrice, 12, UNIT_week), {90000, 12000, 36000, 18000, 18000}},
        {dosage(10, frequency_make(5, 1, UNIT_week), 12, UNIT_week), {50000, 12000, 60000, 10000, 10000}},
        {dosage(20, daily, 10, UNIT_day), {100000, 2000, 10000, 3333, 3333}},
        {dosage(30, weekly, 10, UNIT_session), {30000, 10000, 10000, 5000, 5000}},
        {dosage(30, (Frequency){0}, 10, UNIT_session), {none, none, 10000, 5000, 5000}},
        {dosage(30, weekly, 6, UNIT_calendar_week), {30000, 6000, 6000, 3000, 3000}},
        {dosage(60, monthly, 6, UNIT_month), {13846, 19000, 6000, 6000, 6000}},
        {dosage(60, termly, 3, UNIT_term), {4737, 38000, 3000, 3000, 3000}},
        {dosage(60, half_termly, 2, UNIT_term), {9474, 25333, 4000, 4000, 4000}},
        {dosage(60, weekly, 2, UNIT_half_term), {60000, 12667, 12667, 12667, 12667}},
        {dosage(60, weekly, 1, UNIT_year), {60000, 38000, 38000, 38000, 38000}},
        {dosage(60, weekly, 2, UNIT_year), {60000, 76000, 76000, 76000, 38000}},
        {all_year(dosage(60, weekly, -1, UNIT_week)), {60000, 38000, 38000, 38000, 38000}},
        {rate(15, UNIT_week, 12), {900000, 12000, none, 180000, 180000}},
        {rate(2, UNIT_day, 12), {600000, 12000, none, 120000, 120000}},
        {all_year(rate(15, UNIT_week, -1)), {900000, 38000, none, 570000, 570000}},
        {dosage(30, thrice, -1, UNIT_week), {90000, none, none, none, none}},
        {dosage(30, (Frequency){0}, 12, UNIT_week), {none, 12000, none, none, none}},
        {dosage(-1, thrice, 12, UNIT_week), {none, 12000, 36000, none, none}},
        {dosage(0, thrice, 0, UNIT_week), {0, 0, 0, 0, 0}},
        {DOSAGE_NONE, {none, none, none, none, none}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_dosage(tally, arena, &cases[i].dosage, &time, cases[i].wanted);
}

static void test_extremes(Tally *tally)
{
    const DosageTime time = {NULL, DAY_MISSING, DAY_MISSING, INT64_MAX};
    Dosage made = dosage(30, frequency_make(INT32_MAX, 1, UNIT_day), 12, UNIT_week);
    made.duration.number = INT64_MAX;
    made.span.number = INT64_MAX;
    expect(tally, ratio_is_missing(dosage_hours(&made, &time)), "more hours than can be counted are missing");
    made.span.number = -INT64_MAX;
    expect(tally, ratio_is_missing(dosage_hours_a_year(&made, &time)), "fewer likewise");
    made.frequency = (Frequency){-1, -1, 200};
    expect(tally, ratio_is_missing(dosage_weekly_minutes(&made, INT64_MIN)),
           "a frequency out of range is missing");
    made.span = (Amount){.number = INT64_MAX, .unit = UNIT_month};
    const DosageTime from = {NULL, 0, DAY_MISSING, INT64_MIN};
    expect_int(tally, "the end of endless months", dosage_end(&made, &from).day, DAY_MISSING);
    made.span = (Amount){.number = INT64_MAX, .unit = UNIT_week};
    expect_int(tally, "the end of endless weeks", dosage_end(&made, &from).day, DAY_MISSING);
    made.span = (Amount){.number = INT64_MAX, .unit = UNIT_day};
    expect_int(tally, "the end of endless days", dosage_end(&made, &from).day, DAY_MISSING);
}

static void test_with_calendar(Tally *tally, Arena *arena)
{
    Calendar calendar = year_2026();
    const int64_t none = AMOUNT_MISSING;
    const Frequency weekly = frequency_make(1, 1, UNIT_week);
    const struct {
        const char *starts, *ends;
        Dosage dosage;
        Wanted wanted;
        const char *last;
        bool assumed;
    } cases[] = {
        {"2026-09-14",
         "",
         dosage(30, weekly, 12, UNIT_week),
         {30000, 12000, 12000, 6000, 6000},
         "2026-12-11",
         false},
        {"2026-09-14",
         "",
         dosage(30, weekly, 12, UNIT_session),
         {30000, 12000, 12000, 6000, 6000},
         "2026-12-11",
         false},
        {"2026-10-19",
         "",
         dosage(30, weekly, 3, UNIT_calendar_week),
         {30000, 2000, 2000, 1000, 1000},
         "2026-11-08",
         false},
        {"2026-11-02",
         "",
         dosage(60, weekly, 1, UNIT_half_term),
         {60000, 7000, 7000, 7000, 7000},
         "2026-12-18",
         false},
        {"2027-01-04",
         "",
         dosage(60, weekly, 2, UNIT_term),
         {60000, 24400, 24400, 24400, 24400},
         "2027-07-21",
         false},
        {"2026-09-01",
         "",
         dosage(60, weekly, 12, UNIT_month),
         {60000, 39000, 39000, 39000, 38000},
         "2027-08-31",
         false},
        {"2026-10-22",
         "",
         dosage(60, frequency_make(1, 1, UNIT_day), 3, UNIT_day),
         {300000, 600, 3000, 3000, 3000},
         "2026-11-02",
         false},
        {"2026-09-14",
         "2026-10-23",
         dosage(30, weekly, -1, UNIT_week),
         {30000, 6000, 6000, 3000, 3000},
         "2026-10-23",
         false},
        {"2026-09-14", "", dosage(30, weekly, -1, UNIT_week), {30000, none, none, none, none}, "", false},
        {"2030-01-07",
         "",
         dosage(60, weekly, 1, UNIT_term),
         {60000, 12667, 12667, 12667, 12667},
         "2030-03-31",
         true},
        {"", "", dosage(60, weekly, 1, UNIT_term), {60000, 12667, 12667, 12667, 12667}, "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        DosageTime time = {&calendar, iso_day(cases[i].starts), iso_day(cases[i].ends), 38};
        TermDay end = dosage_end(&cases[i].dosage, &time);
        expect_dosage(tally, arena, &cases[i].dosage, &time, cases[i].wanted);
        expect_str(tally, "last day", date_text(arena, end.day, DATE_FORM_iso), cases[i].last);
        expect_int(tally, "assumed", end.assumed, cases[i].assumed);
    }
    calendar_free(&calendar);
}

/* ---- cost ---- */

static CostParts parts(Amount staff, int64_t group)
{
    return (CostParts){.rate = staff, .group = group, .resource = AMOUNT_NONE, .fixed = AMOUNT_NONE};
}

static void test_costs(Tally *tally)
{
    const DosageTime time = {NULL, DAY_MISSING, DAY_MISSING, 38};
    const Amount hourly = amount_per(amount_pence(1850), UNIT_hour);
    const Dosage weeks = dosage(30, frequency_make(3, 1, UNIT_week), 12, UNIT_week); /* 18 hours */
    const Dosage always = all_year(rate(15, UNIT_week, -1));                         /* 570 hours */
    const Dosage visits = dosage(60, frequency_make(1, 1, UNIT_term), 3, UNIT_term);
    CostParts alone = parts(hourly, 1), of_four = parts(hourly, 4), two_adults = parts(hourly, 4);
    CostParts book = parts(hourly, 4), licence = parts(AMOUNT_NONE, 0), monthly = parts(AMOUNT_NONE, 0);
    two_adults.adults = 2;
    book.resource = amount_pence(6000);
    book.sharers = 8;
    book.years = 3;
    licence.fixed = amount_per(amount_pence(45000), UNIT_year);
    monthly.fixed = amount_per(amount_pence(1000), UNIT_month);
    const struct {
        const Dosage *dosage;
        CostParts parts;
        int64_t pence;
    } cases[] = {
        {&weeks, alone, 33300},
        {&weeks, of_four, 8325},
        {&weeks, parts(hourly, 7), 4757}, /* £47.571… */
        {&weeks, two_adults, 16650},
        {&weeks, book, 8575},
        {&weeks, licence, 45000},
        {&always, monthly, 12000},
        {&always, alone, 1054500},
        {&visits, parts(amount_per(amount_pence(60000), UNIT_day), 1), 180000},
        {&weeks, parts(amount_per(amount_pence(4000), UNIT_session), 2), 72000},
        {&weeks, parts(amount_per(amount_pence(4000), UNIT_week), 1), 48000},
        {&weeks, parts(amount_pence(1850), 1), AMOUNT_MISSING}, /* for what? */
        {&weeks, parts(hourly, 0), AMOUNT_MISSING},             /* among how many? */
        {&weeks, parts(AMOUNT_NONE, 1), AMOUNT_MISSING},
        {&weeks, parts(amount_per((Amount){.number = INT64_MAX, .unit = UNIT_pound}, UNIT_hour), 1),
         AMOUNT_MISSING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_int(tally, "cost", ratio_round(dosage_cost_a_year(cases[i].dosage, &time, &cases[i].parts)),
                   cases[i].pence);
    const Dosage untold = DOSAGE_NONE;
    expect_int(tally, "cost of nobody knows how much",
               ratio_round(dosage_cost_a_year(&untold, &time, &alone)), AMOUNT_MISSING);
    expect_int(tally, "a licence needs no dosage", ratio_round(dosage_cost_a_year(&untold, &time, &licence)),
               45000);
}

/* ---- text ---- */

static void test_text(Tally *tally, Arena *arena)
{
    const Frequency thrice = frequency_make(3, 1, UNIT_week);
    const struct {
        Dosage dosage;
        const char *wanted;
    } cases[] = {
        {dosage(30, thrice, 12, UNIT_week), "30 minutes, 3 times a week, for 12 weeks"},
        {dosage(75, frequency_make(1, 1, UNIT_week), 2, UNIT_term), "1 hour 15 minutes, weekly, for 2 terms"},
        {dosage(30, thrice, -1, UNIT_week), "30 minutes, 3 times a week"},
        {dosage(30, (Frequency){0}, 12, UNIT_week), "30 minutes, for 12 weeks"},
        {dosage(-1, thrice, 12, UNIT_week), "3 times a week, for 12 weeks"},
        {dosage(-1, (Frequency){0}, 12, UNIT_week), "for 12 weeks"},
        {all_year(dosage(30, thrice, -1, UNIT_week)), "30 minutes, 3 times a week, all year"},
        {rate(15, UNIT_week, 12), "15 hours a week, for 12 weeks"},
        {all_year(rate(15, UNIT_week, -1)), "15 hours a week, all year"},
        {all_year(DOSAGE_NONE), "all year"},
        {DOSAGE_NONE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_str(tally, cases[i].wanted, dosage_text(arena, &cases[i].dosage), cases[i].wanted);
}

int main(void)
{
    Tally tally = {0};
    Arena arena = {0};
    test_frequencies(&tally);
    test_without_calendar(&tally, &arena);
    test_extremes(&tally);
    test_with_calendar(&tally, &arena);
    test_costs(&tally);
    test_text(&tally, &arena);
    arena_free(&arena);
    return tally_end(&tally);
}
