/* Amounts: numbers with units. In: numbers and units. Out: amounts, or missing. Every step is an exact ratio
 * (ratio.h), rounded once, when it becomes an amount. This file writes no text (amount_text.c). */
#include "sema/amount.h"

typedef struct UnitRow {
    Str singular, plural;
    uint8_t dimension;
    int32_t factor; /* base units of the dimension */
} UnitRow;

static const UnitRow units[] = {
#define UNIT(name, singular, plural, dimension, factor)                                                      \
    {STR_INIT(singular), STR_INIT(plural), DIMENSION_##dimension, factor},
#include "sema/unit.def"
};

typedef struct DimensionRow {
    Str description;
    int32_t scale; /* how many of Amount.number make one base unit */
} DimensionRow;

static const DimensionRow dimensions[] = {
#define DIMENSION(name, scale, description) {STR_INIT(description), scale},
#include "sema/unit.def"
};

/* A plain number is kept in thousandths. */
static const int64_t one = 1000;

static const UnitRow *unit_row(unsigned unit)
{
    return &units[unit < UNIT_COUNT ? unit : UNIT_none];
}

Dimension unit_dimension(Unit unit)
{
    return (Dimension)unit_row(unit)->dimension;
}

Str unit_singular(Unit unit)
{
    return unit_row(unit)->singular;
}

Str unit_plural(Unit unit)
{
    return unit_row(unit)->plural;
}

Str dimension_description(Dimension dimension)
{
    return dimension < DIMENSION_COUNT ? dimensions[dimension].description : STR("");
}

Unit unit_find(Str word)
{
    if (word.length == 0)
        return UNIT_none;
    for (unsigned i = 0; i < UNIT_COUNT; i++) {
        if (str_equal_folded(word, units[i].singular) || str_equal_folded(word, units[i].plural))
            return (Unit)i;
    }
    return UNIT_none;
}

/* How many of Amount.number make one of `unit`. */
static int64_t unit_size(unsigned unit)
{
    const UnitRow *row = unit_row(unit);
    return (int64_t)row->factor * dimensions[row->dimension].scale;
}

/* ---- making ---- */

Amount amount_from_ratio(Ratio ratio, Unit unit)
{
    int64_t number = ratio_round(ratio_multiply(ratio, ratio_whole(unit_size(unit))));
    if (number == AMOUNT_MISSING || unit_dimension(unit) == DIMENSION_none)
        return AMOUNT_NONE;
    return (Amount){.number = number, .unit = (uint8_t)unit};
}

Amount amount_make(int64_t thousandths, Unit unit)
{
    int64_t size = unit_size(unit), number;
    /* What is kept in thousandths needs no rounding: the way of nearly every value of a plan. */
    if (size % one == 0 && !__builtin_mul_overflow(thousandths, size / one, &number) &&
        number != AMOUNT_MISSING)
        return (Amount){.number = number, .unit = (uint8_t)unit};
    return amount_from_ratio(ratio_make(thousandths, one), unit);
}

Amount amount_whole(int64_t number, Unit unit)
{
    return amount_from_ratio(ratio_whole(number), unit);
}

Amount amount_pence(int64_t pence)
{
    Amount amount = amount_whole(pence, UNIT_penny);
    amount.unit = UNIT_pound;
    return amount;
}

Amount amount_months(int64_t months)
{
    return amount_whole(months, UNIT_age);
}

Amount amount_out_of(int64_t thousandths, uint32_t out_of)
{
    Amount amount = amount_make(thousandths, UNIT_number);
    amount.out_of = out_of;
    return amount;
}

Amount amount_per(Amount amount, Unit per)
{
    amount.per = (uint8_t)per;
    return amount;
}

bool amount_is_missing(Amount amount)
{
    return amount.number == AMOUNT_MISSING;
}

/* ---- comparing ---- */

bool amount_same_dimension(Amount a, Amount b)
{
    return unit_row(a.unit)->dimension == unit_row(b.unit)->dimension && a.per == b.per;
}

/* What it is compared by: out of different wholes, the share. */
static Ratio compared_value(Amount amount, bool by_share)
{
    return by_share ? ratio_make(amount.number, amount.out_of) : ratio_whole(amount.number);
}

int amount_compare(Amount a, Amount b)
{
    bool by_share = a.out_of != b.out_of && a.out_of != 0 && b.out_of != 0;
    if (!amount_is_missing(a) && !amount_is_missing(b) && !amount_same_dimension(a, b))
        return -1;
    return ratio_compare(compared_value(a, by_share), compared_value(b, by_share));
}

/* ---- reckoning ---- */

/* `ratio` of Amount.number, in the unit of `like`. */
static Amount amount_like(Amount like, Ratio ratio)
{
    like.number = ratio_round(ratio);
    return amount_is_missing(like) ? AMOUNT_NONE : like;
}

static Ratio number_of(Amount amount)
{
    return ratio_whole(amount.number);
}

Amount amount_add(Amount a, Amount b)
{
    return amount_same_dimension(a, b) ? amount_like(a, ratio_add(number_of(a), number_of(b))) : AMOUNT_NONE;
}

Amount amount_subtract(Amount a, Amount b)
{
    return amount_same_dimension(a, b) ? amount_like(a, ratio_subtract(number_of(a), number_of(b)))
                                       : AMOUNT_NONE;
}

Amount amount_negate(Amount a)
{
    return amount_like(a, ratio_subtract(ratio_whole(0), number_of(a)));
}

/* The number an amount multiplies others by; missing when it is none. */
static Ratio multiplier_of(Amount amount)
{
    if (amount.per != UNIT_none)
        return RATIO_MISSING;
    if (amount.unit == UNIT_number)
        return ratio_make(amount.number, one);
    return amount.unit == UNIT_percent ? ratio_make(amount.number, 100 * one) : RATIO_MISSING;
}

Amount amount_multiply(Amount a, Amount b)
{
    Ratio by_b = multiplier_of(b);
    if (!ratio_is_missing(by_b))
        return amount_like(a, ratio_multiply(number_of(a), by_b));
    Ratio by_a = multiplier_of(a);
    if (!ratio_is_missing(by_a))
        return amount_like(b, ratio_multiply(number_of(b), by_a));
    Amount rate = a.per != UNIT_none ? a : b;
    Amount quantity = a.per != UNIT_none ? b : a;
    if (rate.per == UNIT_none || quantity.per != UNIT_none)
        return AMOUNT_NONE;
    Ratio times = amount_in(quantity, (Unit)rate.per);
    return amount_per(amount_like(rate, ratio_multiply(number_of(rate), times)), UNIT_none);
}

Amount amount_divide(Amount a, Amount b)
{
    if (b.unit == UNIT_number && b.per == UNIT_none && a.unit != UNIT_number)
        return amount_like(a, ratio_divide(number_of(a), ratio_make(b.number, one)));
    if (!amount_same_dimension(a, b))
        return AMOUNT_NONE;
    return amount_from_ratio(ratio_divide(number_of(a), number_of(b)), UNIT_number);
}

Ratio amount_in(Amount amount, Unit unit)
{
    if (unit_row(amount.unit)->dimension != unit_dimension(unit))
        return RATIO_MISSING;
    return ratio_divide(number_of(amount), ratio_whole(unit_size(unit)));
}
