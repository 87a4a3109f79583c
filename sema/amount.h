/* Amount: a number with its unit: minutes, weeks, pounds, scores, ages. Whole-number arithmetic throughout;
 * overflow, division by zero and units that do not go together give missing. */
#ifndef SENC_SEMA_AMOUNT_H
#define SENC_SEMA_AMOUNT_H

#include "sema/ratio.h"
#include "support/arena.h"
#include "support/out.h"

typedef enum Dimension {
#define DIMENSION(name, scale, description) DIMENSION_##name,
#include "sema/unit.def"
    DIMENSION_COUNT
} Dimension;

typedef enum Unit {
#define UNIT(name, singular, plural, dimension, factor) UNIT_##name,
#include "sema/unit.def"
    UNIT_COUNT
} Unit;

/* `number` counts the base unit of the unit's dimension: whole pence for money, thousandths of it for all
 * else (1.5 hours are 90,000 thousandths of a minute). Missing: `number` is AMOUNT_MISSING and `unit`
 * anything. */
typedef struct Amount {
    int64_t number;
    uint8_t unit;    /* Unit: as it was written, and is printed */
    uint8_t per;     /* Unit: for a rate (£18.50 an hour), else UNIT_none */
    uint16_t spare;  /* 0 */
    uint32_t out_of; /* 5 of "4 out of 5", else 0 */
} Amount;

/* No amount. */
#define AMOUNT_NONE ((Amount){.number = AMOUNT_MISSING})

Dimension unit_dimension(Unit unit);
Str unit_singular(Unit unit);
Str unit_plural(Unit unit);
Str dimension_description(Dimension dimension); /* "a length of time" */
Unit unit_find(Str word);                       /* by singular or plural, without case; UNIT_none for none */

/* `thousandths` / 1000 of `unit`, as a literal gives it; money is rounded to the penny. */
Amount amount_make(int64_t thousandths, Unit unit);
Amount amount_whole(int64_t number, Unit unit); /* `number` of `unit` */
Amount amount_pence(int64_t pence);
Amount amount_months(int64_t months); /* an age */
Amount amount_out_of(int64_t thousandths, uint32_t out_of);

/* `amount` for each `per`: £18.50 an hour. */
Amount amount_per(Amount amount, Unit per);

bool amount_is_missing(Amount amount);

/* Do the two count the same thing (and by the same `per`)? A plain number goes with no unit but itself. */
bool amount_same_dimension(Amount a, Amount b);

/* Below, at or above 0. Both must be of one dimension, else missing counts as less. "4 out of 5" compares by
 * its share when both say out of how many, and these differ. */
int amount_compare(Amount a, Amount b);

Amount amount_add(Amount a, Amount b);
Amount amount_subtract(Amount a, Amount b);
Amount amount_negate(Amount a);

/* By a plain number or a percentage; or a rate by what it is for: £18.50 an hour × 90 minutes is £27.75. In
 * either order. Rounded (ratio_round) to the penny or the thousandth. */
Amount amount_multiply(Amount a, Amount b);

/* By a plain number; or by an amount of its own dimension, which gives a plain number. */
Amount amount_divide(Amount a, Amount b);

/* The exact value in `unit` (90 minutes in hours: 3/2), and back, rounded. Missing for another dimension. */
Ratio amount_in(Amount amount, Unit unit);
Amount amount_from_ratio(Ratio ratio, Unit unit);

/* As a person writes it: "1 hour 15 minutes", "£18.50", "£1,200", "£18.50 an hour", "6y 4m", "80%", "1,200",
 * "3.5", "4 out of 5", "12 weeks", "standard score 82", "25th percentile". Nothing for missing. */
void amount_print(Out *out, Amount amount);
Str amount_text(Arena *arena, Amount amount);

/* For tables and charts: scores and ages as above but without the unit's name ("82", "25", "6y 4m"), times
 * short
 * ("1h 15m"). */
void amount_print_short(Out *out, Amount amount);

/* `thousandths` / 1000 with commas at the thousands: "1,200", "3.5", "-4". */
void number_print(Out *out, int64_t thousandths);

/* Pence in pounds: "£18.50", "£1,200", "-£3". */
void money_print(Out *out, int64_t pence);

#endif
