/* Ratio: an exact fraction, so that sums of minutes, weeks and pence are rounded once, at their end. */
#ifndef SENC_SEMA_RATIO_H
#define SENC_SEMA_RATIO_H

#include <stdbool.h>
#include <stdint.h>

/* `over` / `under`, in lowest terms, `under` above 0; missing when `under` is 0. Only the functions below
 * make ratios, so two equal ones have equal parts. A part that does not fit 64 bits gives missing, as does a
 * division by zero and whatever has a missing part. */
typedef struct Ratio {
    int64_t over, under;
} Ratio;

#define RATIO_MISSING  ((Ratio){0, 0})

/* Missing as a whole number: what amounts and counts of this folder say when nobody knows. */
#define AMOUNT_MISSING INT64_MIN

Ratio ratio_make(int64_t over, int64_t under);
Ratio ratio_whole(int64_t number); /* AMOUNT_MISSING gives missing */
bool ratio_is_missing(Ratio ratio);

Ratio ratio_add(Ratio a, Ratio b);
Ratio ratio_subtract(Ratio a, Ratio b);
Ratio ratio_multiply(Ratio a, Ratio b);
Ratio ratio_divide(Ratio a, Ratio b);

/* Below, at or above 0 as `a` is less than, equal to or more than `b`; missing is less than all else. Exact.
 */
int ratio_compare(Ratio a, Ratio b);

/* The smaller one; missing when either is. */
Ratio ratio_least(Ratio a, Ratio b);

/* The nearest whole number, a half going away from zero (2.5 is 3, -2.5 is -3): the one rounding of the
 * compiler. AMOUNT_MISSING for missing. */
int64_t ratio_round(Ratio ratio);

/* The nearest number of thousandths, rounded likewise. */
int64_t ratio_thousandths(Ratio ratio);

/* The whole number at or below (toward minus infinity). */
int64_t ratio_floor(Ratio ratio);

#endif
