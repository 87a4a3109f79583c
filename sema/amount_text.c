/* Amounts as people write them: "1 hour 15 minutes", "£18.50", "6y 4m". In: amounts. Out: text, whatever the
 * locale; nothing for a missing one. */
#include "sema/amount.h"

/* The size of a number that may be INT64_MIN. */
static uint64_t magnitude(int64_t number)
{
    return number < 0 ? -(uint64_t)number : (uint64_t)number;
}

static void print_with_commas(Out *out, uint64_t whole)
{
    if (whole >= 1000) {
        print_with_commas(out, whole / 1000);
        out_format(out, ",%03u", (unsigned)(whole % 1000));
    } else {
        out_format(out, "%u", (unsigned)whole);
    }
}

void number_print(Out *out, int64_t thousandths)
{
    uint64_t size = magnitude(thousandths);
    unsigned rest = (unsigned)(size % 1000);
    if (thousandths < 0)
        out_char(out, '-');
    print_with_commas(out, size / 1000);
    if (rest == 0)
        return;
    int figures = 3;
    for (; rest % 10 == 0; rest /= 10)
        figures--;
    out_format(out, ".%0*u", figures, rest);
}

void money_print(Out *out, int64_t pence)
{
    uint64_t size = magnitude(pence);
    if (pence < 0)
        out_char(out, '-');
    out_text(out, "£");
    print_with_commas(out, size / 100);
    if (size % 100 != 0)
        out_format(out, ".%02u", (unsigned)(size % 100));
}

static void print_counted(Out *out, int64_t thousandths, Unit unit)
{
    bool is_one = thousandths == 1000 || thousandths == -1000;
    number_print(out, thousandths);
    out_char(out, ' ');
    out_str(out, is_one ? unit_singular(unit) : unit_plural(unit));
}

/* How a length of time is put together: "1 hour 15 minutes" or "1h 15m". */
static void print_time(Out *out, int64_t number, bool is_short)
{
    const int64_t hour = 60000; /* thousandths of a minute */
    uint64_t size = magnitude(number);
    int64_t hours = (int64_t)(size / (uint64_t)hour);
    int64_t rest = (int64_t)(size % (uint64_t)hour);
    if (number < 0)
        out_char(out, '-');
    if (hours != 0 && is_short)
        out_format(out, "%lldh", (long long)hours);
    else if (hours != 0)
        print_counted(out, hours * 1000, UNIT_hour);
    if (hours != 0 && rest == 0)
        return;
    if (hours != 0)
        out_char(out, ' ');
    if (!is_short) {
        print_counted(out, rest, UNIT_minute);
        return;
    }
    number_print(out, rest);
    out_char(out, 'm');
}

static void print_age(Out *out, int64_t number)
{
    int64_t months = ratio_round(ratio_make(number, 1000));
    uint64_t size = magnitude(months);
    out_format(out, "%s%lluy %llum", months < 0 ? "-" : "", (unsigned long long)(size / 12),
               (unsigned long long)(size % 12));
}

static const char *ordinal_end(uint64_t number)
{
    if (number % 100 >= 11 && number % 100 <= 13)
        return "th";
    switch (number % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
    }
}

static void print_percentile(Out *out, int64_t number)
{
    if (number < 0 || number % 1000 != 0) {
        out_text(out, "percentile ");
        number_print(out, number);
        return;
    }
    number_print(out, number);
    out_text(out, ordinal_end((uint64_t)number / 1000));
    out_text(out, " percentile");
}

/* In its own unit when it is a whole number of these, or may be broken; else in the base unit (10 days,
 * not 1.429 weeks). */
static void print_span(Out *out, Amount amount)
{
    Ratio own = amount_in(amount, (Unit)amount.unit);
    int64_t thousandths = ratio_thousandths(own);
    bool is_exact = ratio_compare(own, ratio_make(thousandths, 1000)) == 0;
    Unit base = amount.unit == UNIT_term ? UNIT_half_term : amount.unit == UNIT_year ? UNIT_month : UNIT_day;
    if (is_exact)
        print_counted(out, thousandths, (Unit)amount.unit);
    else
        print_counted(out, amount.number, base);
}

/* "standard score 82" */
static void print_score(Out *out, Amount amount)
{
    out_str(out, unit_singular((Unit)amount.unit));
    out_char(out, ' ');
    number_print(out, amount.number);
}

static void print_number(Out *out, Amount amount)
{
    number_print(out, amount.number);
    if (amount.out_of != 0)
        out_format(out, " out of %u", (unsigned)amount.out_of);
}

static void print_share(Out *out, int64_t number)
{
    number_print(out, number);
    out_char(out, '%');
}

static void print_per(Out *out, Unit per)
{
    if (per == UNIT_none)
        return;
    out_text(out, per == UNIT_hour ? " an " : " a ");
    out_str(out, unit_singular(per));
}

static void print_value(Out *out, Amount amount)
{
    switch (unit_dimension((Unit)amount.unit)) {
    case DIMENSION_none:
    case DIMENSION_COUNT: return;
    case DIMENSION_number: print_number(out, amount); return;
    case DIMENSION_time: print_time(out, amount.number, false); return;
    case DIMENSION_money: money_print(out, amount.number); return;
    case DIMENSION_share: print_share(out, amount.number); return;
    case DIMENSION_percentile: print_percentile(out, amount.number); return;
    case DIMENSION_age: print_age(out, amount.number); return;
    case DIMENSION_days:
    case DIMENSION_terms:
    case DIMENSION_months: print_span(out, amount); return;
    case DIMENSION_school_days:
    case DIMENSION_sessions:
    case DIMENSION_points: print_counted(out, amount.number, (Unit)amount.unit); return;
    case DIMENSION_standard:
    case DIMENSION_scaled:
    case DIMENSION_t_score:
    case DIMENSION_stanine: print_score(out, amount); return;
    }
}

/* How often: "once a week", "5 times a day". */
static bool print_times(Out *out, Amount amount)
{
    if (amount.unit != UNIT_number || amount.per == UNIT_none || amount.out_of)
        return false;
    if (amount.number == 1000 || amount.number == 2000)
        out_text(out, amount.number == 1000 ? "once" : "twice");
    else
        number_print(out, amount.number);
    out_text(out, amount.number == 1000 || amount.number == 2000 ? "" : " times");
    print_per(out, (Unit)amount.per);
    return true;
}

void amount_print(Out *out, Amount amount)
{
    if (amount_is_missing(amount) || print_times(out, amount))
        return;
    print_value(out, amount);
    print_per(out, (Unit)amount.per);
}

static bool is_score(Dimension dimension)
{
    return dimension == DIMENSION_points || dimension == DIMENSION_standard ||
           dimension == DIMENSION_scaled || dimension == DIMENSION_t_score ||
           dimension == DIMENSION_percentile || dimension == DIMENSION_stanine;
}

void amount_print_short(Out *out, Amount amount)
{
    Dimension dimension = unit_dimension((Unit)amount.unit);
    if (amount_is_missing(amount))
        return;
    if (is_score(dimension))
        number_print(out, amount.number);
    else if (dimension == DIMENSION_time)
        print_time(out, amount.number, true);
    else
        print_value(out, amount);
    print_per(out, (Unit)amount.per);
}

Str amount_text(Arena *arena, Amount amount)
{
    Out out = {0};
    amount_print(&out, amount);
    Str text = arena_str(arena, out_result(&out));
    out_free(&out);
    return text;
}
