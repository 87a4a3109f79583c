/* Ratios and amounts: their arithmetic at the limits, and how they are written. */
#include "sema/amount.h"

#include "tests/unit/expect.h"

static void expect_amount(Tally *tally, Arena *arena, Amount amount, const char *wanted)
{
    expect_str(tally, wanted, amount_text(arena, amount), wanted);
}

static void test_rounding(Tally *tally)
{
    static const struct {
        int64_t over, under, rounded, thousandths, floor;
    } cases[] = {
        {5, 2, 3, 2500, 2},
        {-5, 2, -3, -2500, -3},
        {1, 3, 0, 333, 0},
        {-1, 3, 0, -333, -1},
        {2, 3, 1, 667, 0},
        {-2, 3, -1, -667, -1},
        {4, -6, -1, -667, -1},
        {7, 7, 1, 1000, 1},
        {0, -9, 0, 0, 0},
        {1, 2000, 0, 1, 0},
        {INT64_MAX, 1, INT64_MAX, AMOUNT_MISSING, INT64_MAX},
        {INT64_MAX, 2, INT64_MAX / 2 + 1, AMOUNT_MISSING, INT64_MAX / 2},
        {-INT64_MAX, 2, -(INT64_MAX / 2) - 1, AMOUNT_MISSING, -(INT64_MAX / 2) - 1},
        {INT64_MAX, INT64_MAX - 1, 1, 1000, 1},
        {1, 0, AMOUNT_MISSING, AMOUNT_MISSING, AMOUNT_MISSING},
        {0, 0, AMOUNT_MISSING, AMOUNT_MISSING, AMOUNT_MISSING},
        {INT64_MIN, 1, AMOUNT_MISSING, AMOUNT_MISSING, AMOUNT_MISSING},
        {1, INT64_MIN, AMOUNT_MISSING, AMOUNT_MISSING, AMOUNT_MISSING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Ratio ratio = ratio_make(cases[i].over, cases[i].under);
        expect_int(tally, "rounded", ratio_round(ratio), cases[i].rounded);
        expect_int(tally, "thousandths", ratio_thousandths(ratio), cases[i].thousandths);
        expect_int(tally, "floor", ratio_floor(ratio), cases[i].floor);
    }
}

static void expect_ratio(Tally *tally, const char *what, Ratio got, int64_t over, int64_t under)
{
    expect_int(tally, what, got.over, over);
    expect_int(tally, what, got.under, under);
}

static void test_ratios(Tally *tally)
{
    const Ratio most = ratio_whole(INT64_MAX);
    const Ratio least = ratio_make(1, INT64_MAX);
    expect_ratio(tally, "1/2 + 1/3", ratio_add(ratio_make(1, 2), ratio_make(1, 3)), 5, 6);
    expect_ratio(tally, "1/2 - 1/3", ratio_subtract(ratio_make(1, 2), ratio_make(1, 3)), 1, 6);
    expect_ratio(tally, "2/3 × 3/4", ratio_multiply(ratio_make(2, 3), ratio_make(3, 4)), 1, 2);
    expect_ratio(tally, "2/3 ÷ -4/3", ratio_divide(ratio_make(2, 3), ratio_make(-4, 3)), -1, 2);
    expect_ratio(tally, "most × least", ratio_multiply(most, least), 1, 1);
    expect_ratio(tally, "most - most", ratio_subtract(most, most), 0, 1);
    expect_ratio(tally, "-most + most", ratio_add(ratio_whole(-INT64_MAX), most), 0, 1);
    expect(tally, ratio_is_missing(ratio_add(most, most)), "most + most is missing");
    expect(tally, ratio_is_missing(ratio_multiply(most, most)), "most × most is missing");
    expect(tally, ratio_is_missing(ratio_divide(most, least)), "most ÷ least is missing");
    expect(tally, ratio_is_missing(ratio_add(least, ratio_make(1, INT64_MAX - 1))), "too fine is missing");
    expect(tally, ratio_is_missing(ratio_divide(most, ratio_whole(0))), "a division by zero is missing");
    expect(tally, ratio_is_missing(ratio_add(RATIO_MISSING, most)), "missing + most is missing");
    expect(tally, ratio_compare(ratio_make(1, 3), ratio_make(333, 1000)) > 0, "1/3 is more than 0.333");
    expect(tally, ratio_compare(most, ratio_whole(-INT64_MAX)) > 0, "most is more than its opposite");
    expect(tally, ratio_compare(RATIO_MISSING, ratio_whole(-INT64_MAX)) < 0, "missing is less than all");
    expect(tally, ratio_compare(RATIO_MISSING, RATIO_MISSING) == 0, "missing is like missing");
    expect_ratio(tally, "least", ratio_least(ratio_make(1, 2), ratio_make(1, 3)), 1, 3);
}

static void test_printing(Tally *tally, Arena *arena)
{
    const struct {
        Amount amount;
        const char *wanted;
    } cases[] = {
        {amount_whole(75, UNIT_minute), "1 hour 15 minutes"},
        {amount_whole(45, UNIT_minute), "45 minutes"},
        {amount_whole(1, UNIT_minute), "1 minute"},
        {amount_whole(0, UNIT_minute), "0 minutes"},
        {amount_whole(121, UNIT_minute), "2 hours 1 minute"},
        {amount_make(12500, UNIT_minute), "12.5 minutes"},
        {amount_make(1500, UNIT_hour), "1 hour 30 minutes"},
        {amount_whole(-75, UNIT_minute), "-1 hour 15 minutes"},
        {amount_per(amount_whole(15, UNIT_hour), UNIT_week), "15 hours a week"},
        {amount_pence(1850), "£18.50"},
        {amount_pence(120000), "£1,200"},
        {amount_pence(5), "£0.05"},
        {amount_pence(0), "£0"},
        {amount_pence(-300), "-£3"},
        {amount_pence(123456789), "£1,234,567.89"},
        {amount_per(amount_pence(1850), UNIT_hour), "£18.50 an hour"},
        {amount_per(amount_pence(45000), UNIT_year), "£450 a year"},
        {amount_whole(6000, UNIT_pound), "£6,000"},
        {amount_months(76), "6y 4m"},
        {amount_months(72), "6y 0m"},
        {amount_whole(80, UNIT_percent), "80%"},
        {amount_make(3500, UNIT_number), "3.5"},
        {amount_make(-4250, UNIT_number), "-4.25"},
        {amount_make(1, UNIT_number), "0.001"},
        {amount_whole(1200, UNIT_number), "1,200"},
        {amount_whole(1000000, UNIT_number), "1,000,000"},
        {amount_out_of(4000, 5), "4 out of 5"},
        {amount_whole(12, UNIT_week), "12 weeks"},
        {amount_whole(1, UNIT_calendar_week), "1 calendar week"},
        {amount_whole(10, UNIT_day), "10 days"},
        {amount_make(2500, UNIT_week), "2.5 weeks"},
        {amount_divide(amount_whole(10, UNIT_week), amount_whole(7, UNIT_number)), "10 days"},
        {amount_whole(15, UNIT_school_day), "15 school days"},
        {amount_whole(2, UNIT_term), "2 terms"},
        {amount_whole(1, UNIT_half_term), "1 half term"},
        {amount_whole(18, UNIT_month), "18 months"},
        {amount_whole(1, UNIT_year), "1 year"},
        {amount_whole(40, UNIT_session), "40 sessions"},
        {amount_whole(3, UNIT_point), "3 points"},
        {amount_whole(82, UNIT_standard_score), "standard score 82"},
        {amount_whole(25, UNIT_percentile), "25th percentile"},
        {amount_whole(1, UNIT_percentile), "1st percentile"},
        {amount_whole(12, UNIT_percentile), "12th percentile"},
        {amount_whole(92, UNIT_percentile), "92nd percentile"},
        {amount_whole(63, UNIT_percentile), "63rd percentile"},
        {amount_make(100, UNIT_percentile), "percentile 0.1"},
        {AMOUNT_NONE, ""},
        {{.number = INT64_MAX, .unit = UNIT_number}, "9,223,372,036,854,775.807"},
        {{.number = INT64_MAX, .unit = UNIT_pound}, "£92,233,720,368,547,758.07"},
        {{.number = -INT64_MAX, .unit = UNIT_minute}, "-153,722,867,280,912 hours 55.807 minutes"},
        {{.number = 5, .unit = 255}, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_amount(tally, arena, cases[i].amount, cases[i].wanted);
}

static void test_short_printing(Tally *tally)
{
    const struct {
        Amount amount;
        const char *wanted;
    } cases[] = {
        {amount_whole(75, UNIT_minute), "1h 15m"},
        {amount_whole(120, UNIT_minute), "2h"},
        {amount_whole(45, UNIT_minute), "45m"},
        {amount_whole(82, UNIT_standard_score), "82"},
        {amount_whole(25, UNIT_percentile), "25"},
        {amount_months(76), "6y 4m"},
        {amount_pence(1850), "£18.50"},
        {AMOUNT_NONE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Out out = {0};
        amount_print_short(&out, cases[i].amount);
        expect_str(tally, cases[i].wanted, out_result(&out), cases[i].wanted);
        out_free(&out);
    }
}

static void test_arithmetic(Tally *tally, Arena *arena)
{
    const Amount hour = amount_whole(1, UNIT_hour);
    const Amount half = amount_whole(30, UNIT_minute);
    const Amount three = amount_whole(3, UNIT_number);
    const Amount rate = amount_per(amount_pence(1850), UNIT_hour);
    const Amount most = {.number = INT64_MAX, .unit = UNIT_pound};
    const struct {
        Amount amount;
        const char *wanted;
    } cases[] = {
        {amount_add(hour, half), "1 hour 30 minutes"},
        {amount_subtract(half, hour), "-30 minutes"},
        {amount_add(hour, amount_pence(5)), ""},
        {amount_add(AMOUNT_NONE, hour), ""},
        {amount_add(rate, amount_pence(5)), ""},
        {amount_add(most, amount_pence(1)), ""},
        {amount_subtract(amount_negate(most), amount_pence(1)), ""},
        {amount_negate(half), "-30 minutes"},
        {amount_negate(AMOUNT_NONE), ""},
        {amount_multiply(half, three), "1 hour 30 minutes"},
        {amount_multiply(three, half), "1 hour 30 minutes"},
        {amount_multiply(amount_pence(333), amount_make(500, UNIT_number)), "£1.67"}, /* 166.5 pence */
        {amount_multiply(amount_pence(-333), amount_make(500, UNIT_number)), "-£1.67"},
        {amount_multiply(amount_pence(600000), amount_whole(80, UNIT_percent)), "£4,800"},
        {amount_multiply(rate, amount_whole(90, UNIT_minute)), "£27.75"},
        {amount_multiply(amount_whole(90, UNIT_minute), rate), "£27.75"},
        {amount_multiply(amount_per(hour, UNIT_week), amount_whole(12, UNIT_week)), "12 hours"},
        {amount_multiply(rate, amount_whole(2, UNIT_week)), ""},
        {amount_multiply(half, half), ""},
        {amount_multiply(most, three), ""},
        {amount_divide(hour, three), "20 minutes"},
        {amount_divide(amount_pence(100), three), "£0.33"},
        {amount_divide(hour, half), "2"},
        {amount_divide(three, amount_whole(2, UNIT_number)), "1.5"},
        {amount_divide(hour, amount_whole(0, UNIT_number)), ""},
        {amount_divide(hour, amount_whole(0, UNIT_minute)), ""},
        {amount_divide(three, half), ""},
        {amount_whole(INT64_MAX, UNIT_hour), ""},
        {amount_whole(1, UNIT_none), ""},
        {amount_pence(AMOUNT_MISSING), ""},
        {amount_from_ratio(RATIO_MISSING, UNIT_hour), ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_amount(tally, arena, cases[i].amount, cases[i].wanted);
    expect_ratio(tally, "90 minutes in hours", amount_in(amount_whole(90, UNIT_minute), UNIT_hour), 3, 2);
    expect(tally, ratio_is_missing(amount_in(hour, UNIT_week)), "hours are not weeks");
}

static void test_comparing(Tally *tally)
{
    expect(tally, amount_compare(amount_whole(90, UNIT_minute), amount_make(1500, UNIT_hour)) == 0,
           "90 minutes");
    expect(tally, amount_compare(amount_out_of(4000, 5), amount_out_of(7000, 10)) > 0,
           "4 of 5 beats 7 of 10");
    expect(tally, amount_compare(amount_out_of(4000, 5), amount_out_of(5000, 5)) < 0,
           "4 of 5 is less than 5");
    expect(tally, amount_compare(AMOUNT_NONE, amount_pence(-5)) < 0, "missing is less");
    expect(tally, amount_compare(amount_pence(-5), AMOUNT_NONE) > 0, "and the other way round");
    expect(tally, !amount_same_dimension(amount_pence(5), amount_whole(5, UNIT_minute)), "pence and minutes");
    expect_int(tally, "unit", unit_find(STR("Half Terms")), UNIT_half_term);
    expect_int(tally, "unit", unit_find(STR("month")), UNIT_month);
    expect_int(tally, "no unit", unit_find(STR("")), UNIT_none);
    expect_int(tally, "no unit", unit_find(STR("furlong")), UNIT_none);
    expect_str(tally, "dimension", dimension_description(unit_dimension(UNIT_hour)), "a length of time");
}

int main(void)
{
    Tally tally = {0};
    Arena arena = {0};
    test_rounding(&tally);
    test_ratios(&tally);
    test_printing(&tally, &arena);
    test_short_printing(&tally);
    test_arithmetic(&tally, &arena);
    test_comparing(&tally);
    arena_free(&arena);
    return tally_end(&tally);
}
