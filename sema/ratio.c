/* Exact fractions. In: parts of 64 bits. Out: fractions in lowest terms, or missing; no overflow goes unseen,
 * for products are formed in 128 bits. This file knows no units. */
#include "sema/ratio.h"

__extension__ typedef __int128 Wide;

/* The greatest common divisor; 0 only for two zeros. */
static uint64_t divisor_of(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The same for what does not fit 64 bits: slow, and rare. */
static Wide wide_divisor(Wide a, Wide b)
{
    while (b > UINT64_MAX || a > UINT64_MAX) {
        if (b == 0)
            return a;
        Wide rest = a % b;
        a = b;
        b = rest;
    }
    return divisor_of((uint64_t)a, (uint64_t)b);
}

static Wide wide_size(Wide number)
{
    return number < 0 ? -number : number;
}

static bool wide_fits(Wide number)
{
    /* INT64_MIN is left out: it says missing, and has no opposite. */
    return number > INT64_MIN && number <= INT64_MAX;
}

static Ratio ratio_reduce(Wide over, Wide under)
{
    if (under == 0)
        return RATIO_MISSING;
    Wide divisor = wide_divisor(wide_size(over), wide_size(under));
    if (under < 0)
        divisor = -divisor;
    if (divisor != 1) {
        over /= divisor;
        under /= divisor;
    }
    if (!wide_fits(over) || !wide_fits(under))
        return RATIO_MISSING;
    return (Ratio){(int64_t)over, (int64_t)under};
}

bool ratio_is_missing(Ratio ratio)
{
    return ratio.under <= 0;
}

static bool either_missing(Ratio a, Ratio b)
{
    return ratio_is_missing(a) || ratio_is_missing(b);
}

Ratio ratio_make(int64_t over, int64_t under)
{
    if (over == AMOUNT_MISSING || under == AMOUNT_MISSING)
        return RATIO_MISSING;
    return ratio_reduce(over, under);
}

Ratio ratio_whole(int64_t number)
{
    return number == AMOUNT_MISSING ? RATIO_MISSING : (Ratio){number, 1};
}

/* Each product is below 2^126, so that their sum still fits. */
Ratio ratio_add(Ratio a, Ratio b)
{
    if (either_missing(a, b))
        return RATIO_MISSING;
    return ratio_reduce((Wide)a.over * b.under + (Wide)b.over * a.under, (Wide)a.under * b.under);
}

Ratio ratio_subtract(Ratio a, Ratio b)
{
    if (either_missing(a, b))
        return RATIO_MISSING;
    return ratio_reduce((Wide)a.over * b.under - (Wide)b.over * a.under, (Wide)a.under * b.under);
}

Ratio ratio_multiply(Ratio a, Ratio b)
{
    if (either_missing(a, b))
        return RATIO_MISSING;
    return ratio_reduce((Wide)a.over * b.over, (Wide)a.under * b.under);
}

Ratio ratio_divide(Ratio a, Ratio b)
{
    if (either_missing(a, b))
        return RATIO_MISSING;
    return ratio_reduce((Wide)a.over * b.under, (Wide)a.under * b.over);
}

int ratio_compare(Ratio a, Ratio b)
{
    if (either_missing(a, b))
        return (int)ratio_is_missing(b) - (int)ratio_is_missing(a);
    Wide left = (Wide)a.over * b.under;
    Wide right = (Wide)b.over * a.under;
    return (left > right) - (left < right);
}

Ratio ratio_least(Ratio a, Ratio b)
{
    if (either_missing(a, b))
        return RATIO_MISSING;
    return ratio_compare(a, b) <= 0 ? a : b;
}

static int64_t wide_round(Wide over, Wide under)
{
    Wide half = under / 2; /* of an odd `under` no rest is exactly a half */
    Wide rounded = (over < 0 ? over - half : over + half) / under;
    return wide_fits(rounded) ? (int64_t)rounded : AMOUNT_MISSING;
}

int64_t ratio_round(Ratio ratio)
{
    return ratio_is_missing(ratio) ? AMOUNT_MISSING : wide_round(ratio.over, ratio.under);
}

int64_t ratio_thousandths(Ratio ratio)
{
    return ratio_is_missing(ratio) ? AMOUNT_MISSING : wide_round((Wide)ratio.over * 1000, ratio.under);
}

int64_t ratio_floor(Ratio ratio)
{
    if (ratio_is_missing(ratio))
        return AMOUNT_MISSING;
    return ratio.over / ratio.under - (ratio.over % ratio.under < 0);
}
