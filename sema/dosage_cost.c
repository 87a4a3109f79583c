/* What provision costs for one pupil in a school year. In: a dosage and the sums of money that belong to it.
 * Out: exact pence, or missing. */
#include "sema/dosage.h"

static int64_t at_least_one(int64_t number)
{
    return number < 1 ? 1 : number;
}

/* How often a sum paid by the `per` falls due in the provision's year. A sum by the year, or once, counts in
 * full however short the provision. A day's fee is paid for each visit. */
static Ratio times_due(Unit per, const Dosage *dosage, const DosageTime *time)
{
    Ratio weeks = dosage_weeks_a_year(dosage, time);
    Ratio year = ratio_whole(time->weeks_a_year > 0 ? time->weeks_a_year : WEEKS_A_YEAR);
    switch ((int)per) {
    case UNIT_none:
    case UNIT_year: return ratio_whole(1);
    case UNIT_hour: return dosage_hours_a_year(dosage, time);
    case UNIT_session:
    case UNIT_day: return dosage_sessions_a_year(dosage, time);
    case UNIT_week: return weeks;
    case UNIT_month: return ratio_divide(ratio_multiply(weeks, ratio_whole(12)), year);
    case UNIT_term: return ratio_divide(ratio_multiply(weeks, ratio_whole(3)), year);
    case UNIT_half_term: return ratio_divide(ratio_multiply(weeks, ratio_whole(6)), year);
    default: return RATIO_MISSING;
    }
}

static Ratio pence_due(Amount sum, const Dosage *dosage, const DosageTime *time)
{
    return ratio_multiply(amount_in(sum, UNIT_penny), times_due((Unit)sum.per, dosage, time));
}

/* A rate by nothing is not one: what an adult is paid must say for what. */
static Ratio staff_pence(const Dosage *dosage, const DosageTime *time, const CostParts *parts)
{
    if (parts->group < 1 || parts->rate.per == UNIT_none)
        return RATIO_MISSING;
    Ratio pence =
        ratio_multiply(pence_due(parts->rate, dosage, time), ratio_whole(at_least_one(parts->adults)));
    return ratio_divide(pence, ratio_whole(parts->group));
}

static Ratio resource_pence(const CostParts *parts)
{
    Ratio pence =
        ratio_divide(amount_in(parts->resource, UNIT_penny), ratio_whole(at_least_one(parts->sharers)));
    return ratio_divide(pence, ratio_whole(at_least_one(parts->years)));
}

Ratio dosage_cost_a_year(const Dosage *dosage, const DosageTime *time, const CostParts *parts)
{
    bool has_rate = !amount_is_missing(parts->rate);
    bool has_resource = !amount_is_missing(parts->resource);
    bool has_fixed = !amount_is_missing(parts->fixed);
    if (!has_rate && !has_resource && !has_fixed)
        return RATIO_MISSING;
    Ratio pence = ratio_whole(0);
    if (has_rate)
        pence = ratio_add(pence, staff_pence(dosage, time, parts));
    if (has_resource)
        pence = ratio_add(pence, resource_pence(parts));
    if (has_fixed)
        pence = ratio_add(pence, pence_due(parts->fixed, dosage, time));
    return pence;
}
