/* Literals: numbers, sums, days, and what stands between the marks of a text. */
#include "lexer/literal.h"

#include "tests/unit/expect.h"

#define WRONG INT64_MIN

static void test_numbers(Tally *tally)
{
    static const struct {
        const char *text;
        int64_t thousandths, pence;
    } cases[] = {
        {"22", 22000, 2200},
        {"0", 0, 0},
        {"1,200", 1200000, 120000},
        {"12,345,678", 12345678000, 1234567800},
        {"3.5", 3500, 350},
        {"3.125", 3125, WRONG},
        {"3.1234", WRONG, WRONG},
        {"-4", -4000, WRONG},
        {"\u2212"
         "4.5",
         -4500, WRONG},
        {"1,20", WRONG, WRONG},
        {"1200,300", WRONG, WRONG},
        {"1,2000", WRONG, WRONG},
        {"18.5.0", WRONG, WRONG},
        {"5.", WRONG, WRONG},
        {"", WRONG, WRONG},
        {"x", WRONG, WRONG},
        {"999999999999", 999999999999000, 99999999999900},
        {"99999999999999999999", WRONG, WRONG},
        {"£18.50", WRONG, 1850},
        {"£ 1,200", WRONG, 120000},
        {"£6k", WRONG, 600000},
        {"£1.25k", WRONG, 125000},
        {"£1.2m", WRONG, 120000000},
        {"£1.234567m", WRONG, 123456700},
        {"£18.5.0", WRONG, WRONG},
        {"£", WRONG, WRONG},
        {"£k", WRONG, WRONG},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t number = WRONG, pence = WRONG;
        number = literal_number(str_from(cases[i].text), &number) ? number : WRONG;
        pence = literal_money(str_from(cases[i].text), &pence) ? pence : WRONG;
        expect_int(tally, cases[i].text, number, cases[i].thousandths);
        expect_int(tally, cases[i].text, pence, cases[i].pence);
    }
}

/* Every day of the calendar, counted one by one. */
static void test_days(Tally *tally)
{
    int32_t wanted = day_from_date(1, 1, 1);
    unsigned wrong = 0;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= days_in_month(year, month); day++, wanted++) {
                int y, m, d;
                day_to_date(wanted, &y, &m, &d);
                wrong += day_from_date(year, month, day) != wanted || y != year || m != month || d != day;
            }
    expect_int(tally, "days counted wrongly", wrong, 0);
    expect_int(tally, "1 January 1970", day_from_date(1970, 1, 1), 0);
    expect_int(tally, "29 February 2024", day_from_date(2024, 2, 29), 19782);
    expect_int(tally, "29 February 2023", day_from_date(2023, 2, 29), DAY_MISSING);
    expect_int(tally, "31 June", day_from_date(2027, 6, 31), DAY_MISSING);
    expect_int(tally, "month 13", day_from_date(2027, 13, 1), DAY_MISSING);
    expect_int(tally, "year 0", day_from_date(0, 1, 1), DAY_MISSING);
    expect_int(tally, "1900 is no leap year", days_in_month(1900, 2), 28);
    expect_int(tally, "2000 is one", days_in_month(2000, 2), 29);
}

static void test_texts(Tally *tally)
{
    static const struct {
        TokenKind kind;
        const char *text, *wanted;
    } cases[] = {
        {TOKEN_text, "\"He reads.\"", "He reads."},
        {TOKEN_text, "“He ‘reads’.”", "He ‘reads’."},
        {TOKEN_text, "'He reads.'", "He reads."},
        {TOKEN_text, "\"\"", ""},
        {TOKEN_text, "\"a \\\"b\\\" \\\\ \\n\"", "a \"b\" \\ \\n"},
        {TOKEN_text, "\"one  \r\n  two\n\tthree\"", "one two three"},
        {TOKEN_text, "\"one\n \n\n  two\"", "one\ntwo"},
        {TOKEN_text, "\"one\rtwo\r\rthree\"", "one two\nthree"},
        {TOKEN_bad_text, "\"left open", "left open"},
        {TOKEN_long_text, "\"\"\"one\"\"\"", "one"},
        {TOKEN_long_text, "\"\"\"\n    # Head\n\n      code\r\n    end\n    \"\"\"", "# Head\n\n  code\nend"},
        {TOKEN_long_text, "\"\"\"first\n  second\n\"\"\"", "first\nsecond"},
        {TOKEN_long_text, "\"\"\"\n\"\"\"", ""},
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str text = str_from(cases[i].text);
        Source source = {.text = (char *)(uintptr_t)text.at, .size = text.length};
        Token token = {
            .end = (uint32_t)text.length, .kind = (uint8_t)cases[i].kind, .detail = TOKEN_DETAIL_escaped};
        expect_str(tally, cases[i].text, literal_text(&source, &token, &arena), cases[i].wanted);
    }
    expect_str(tally, "a day", day_text(&arena, day_from_date(2027, 7, 16)), "16 July 2027");
    arena_free(&arena);
}

int main(void)
{
    Tally tally = {0, 0};
    test_numbers(&tally);
    test_days(&tally);
    test_texts(&tally);
    return tally_end(&tally);
}
