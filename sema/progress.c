/* Progress: what an outcome asks for, and how far it should have come. In: an outcome's values, days, results
 * and assessment; out: figures. */
#include "sema/progress.h"

#include "sema/schema.h"
#include "sema/texts/scan.h"

/* ---- the scale ---- */

static void take_subscale(const Records *records, Str measure, OutcomeScale *scale)
{
    RowRange rows = records_inside(records, KIND_subscale, KIND_assessment, scale->assessment);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        if (!text_holds(measure, records->subscale.name[row]))
            continue;
        scale->lowest = records->subscale.range[row];
        scale->highest = records->subscale.range_to[row];
        if (records->subscale.higher_is_better[row] != FLAG_missing)
            scale->higher_is_better = records->subscale.higher_is_better[row];
        return;
    }
}

OutcomeScale outcome_scale(const Records *records, const Relations *relations, uint32_t outcome)
{
    RowList list = relation_named(relations, RELATION_assessed_with, outcome);
    Str measure = records->outcome.measure[outcome];
    OutcomeScale scale = {
        .assessment = list.count ? list.at[0] : ROW_NONE, .lowest = AMOUNT_NONE, .highest = AMOUNT_NONE};
    if (scale.assessment == ROW_NONE)
        return scale;
    scale.lowest = records->assessment.range[scale.assessment];
    scale.highest = records->assessment.range_to[scale.assessment];
    scale.higher_is_better = records->assessment.higher_is_better[scale.assessment];
    take_subscale(records, measure, &scale);
    return scale;
}

/* The measure may name its scale itself: "reading, standard score". */
uint8_t outcome_score(const Derived *derived, uint32_t outcome)
{
    const Records *records = derived->records;
    RowList list = relation_named(&derived->relations, RELATION_assessed_with, outcome);
    for (unsigned choice = 1; choice <= CHOICE_scale_age_equivalent; choice++)
        if (text_holds(records->outcome.measure[outcome], choice_info(CHOICES_scale, choice)->phrase))
            return (uint8_t)choice;
    return list.count ? records->assessment.scale[list.at[0]] : 0;
}

/* ---- days ---- */

int32_t outcome_begins(const Derived *derived, uint32_t outcome)
{
    int32_t day = derived->records->outcome.baseline_on[outcome];
    uint32_t plan = records_enclosing(derived->records, KIND_plan, KIND_outcome, outcome);
    return day != DAY_MISSING || plan == ROW_NONE ? day : derived->plan[plan].date;
}

/* 12 months are 365.25 days. */
Ratio outcome_months(const Derived *derived, uint32_t outcome)
{
    int32_t begins = outcome_begins(derived, outcome), by = derived->records->outcome.by[outcome];
    if (!day_is_known(begins) || !day_is_known(by) || by <= begins)
        return RATIO_MISSING;
    return ratio_make((int64_t)(by - begins) * 48, 1461);
}

Amount outcome_age_on(const Derived *derived, uint32_t outcome, int32_t day)
{
    uint32_t plan = records_enclosing(derived->records, KIND_plan, KIND_outcome, outcome);
    uint32_t pupil = plan == ROW_NONE ? ROW_NONE : derived->plan[plan].pupil;
    int32_t months = pupil == ROW_NONE ? COUNT_MISSING : age_months(derived->records->pupil.born[pupil], day);
    return months == COUNT_MISSING ? AMOUNT_NONE : amount_months(months);
}

/* ---- what is planned ---- */

static bool is_plain(Amount amount)
{
    switch ((int)unit_dimension((Unit)amount.unit)) {
    case DIMENSION_number:
    case DIMENSION_points:
    case DIMENSION_standard:
    case DIMENSION_scaled:
    case DIMENSION_t_score: return amount.per == UNIT_none;
    default: return false;
    }
}

Amount outcome_points(const Derived *derived, uint32_t outcome)
{
    Amount wanted = derived->outcome[outcome].gain_wanted;
    return amount_is_missing(wanted) || !is_plain(wanted) ? AMOUNT_NONE
                                                          : amount_make(wanted.number, UNIT_number);
}

Amount outcome_age_gain(const Derived *derived, uint32_t outcome)
{
    Amount wanted = derived->outcome[outcome].gain_wanted;
    if (amount_is_missing(wanted) || unit_dimension((Unit)wanted.unit) != DIMENSION_age)
        return AMOUNT_NONE;
    return amount_make(wanted.number, UNIT_month);
}

/* ---- pace ---- */

/* gained ÷ days × all days: what will have been gained on the deadline at the pace so far. */
static Ratio gain_by_deadline(const Derived *derived, uint32_t outcome)
{
    const OutcomeFigures *figures = &derived->outcome[outcome];
    int32_t begins = outcome_begins(derived, outcome), by = derived->records->outcome.by[outcome];
    int32_t on = figures->latest == ROW_NONE ? DAY_MISSING : derived->records->result.on[figures->latest];
    if (!day_is_known(begins) || !day_is_known(by) || !day_is_known(on) || on <= begins || by <= begins ||
        amount_is_missing(figures->gain))
        return RATIO_MISSING;
    return ratio_multiply(ratio_whole(figures->gain.number), ratio_make(by - begins, on - begins));
}

Ratio outcome_pace(const Derived *derived, uint32_t outcome)
{
    Amount wanted = derived->outcome[outcome].gain_wanted;
    Ratio gain = gain_by_deadline(derived, outcome);
    if (ratio_is_missing(gain) || amount_is_missing(wanted) || !wanted.number)
        return RATIO_MISSING;
    return ratio_divide(gain, ratio_whole(wanted.number));
}

Ratio outcome_behind(const Derived *derived, uint32_t outcome)
{
    const OutcomeFigures *figures = &derived->outcome[outcome];
    int32_t begins = outcome_begins(derived, outcome), by = derived->records->outcome.by[outcome];
    if (ratio_is_missing(outcome_pace(derived, outcome)))
        return RATIO_MISSING;
    int32_t on = derived->records->result.on[figures->latest];
    int64_t wanted = figures->gain_wanted.number, sign = wanted < 0 ? -1 : 1;
    Ratio expected = ratio_multiply(ratio_whole(wanted), ratio_make(on - begins, by - begins));
    Ratio behind = ratio_subtract(expected, ratio_whole(figures->gain.number));
    return ratio_multiply(behind, ratio_make(sign, 1000));
}

static Amount kept_between(Amount amount, Amount lowest, Amount highest)
{
    if (!amount_is_missing(lowest) && amount_same_dimension(amount, lowest) && amount.number < lowest.number)
        amount.number = lowest.number;
    if (!amount_is_missing(highest) && amount_same_dimension(amount, highest) &&
        amount.number > highest.number)
        amount.number = highest.number;
    return amount;
}

Amount outcome_projected(const Derived *derived, uint32_t outcome)
{
    Amount projected = derived->records->outcome.measure_from[outcome];
    Ratio gain = gain_by_deadline(derived, outcome);
    if (ratio_is_missing(gain) || amount_is_missing(projected))
        return AMOUNT_NONE;
    OutcomeScale scale = outcome_scale(derived->records, &derived->relations, outcome);
    bool was_positive = projected.number >= 0;
    Ratio sum = ratio_add(ratio_whole(projected.number), gain);
    projected.number = ratio_round(ratio_divide(sum, ratio_whole(1000)));
    if (projected.number == AMOUNT_MISSING)
        return AMOUNT_NONE;
    projected.number *= 1000;
    if (was_positive && projected.number < 0)
        projected.number = 0;
    return kept_between(projected, scale.lowest, scale.highest);
}

/* ---- sorts of values ---- */

Dimension outcome_dimension(const Derived *derived, uint32_t outcome)
{
    Amount to = derived->records->outcome.measure_to[outcome];
    return amount_is_missing(to) ? DIMENSION_none : unit_dimension((Unit)to.unit);
}

/* The only sort of value that fits a scale and nothing else; DIMENSION_none where numbers will do. */
static Dimension dimension_of_scale(uint8_t scale)
{
    return scale == CHOICE_scale_age_equivalent ? DIMENSION_age : DIMENSION_none;
}

static bool differs(Amount value, Amount target)
{
    return !amount_is_missing(value) && !amount_same_dimension(value, target);
}

Dimension outcome_other_dimension(const Derived *derived, uint32_t outcome)
{
    const Records *records = derived->records;
    Amount to = records->outcome.measure_to[outcome], from = records->outcome.measure_from[outcome];
    if (amount_is_missing(to))
        return DIMENSION_none;
    Dimension wanted = dimension_of_scale(outcome_score(derived, outcome));
    if (wanted != DIMENSION_none && unit_dimension((Unit)to.unit) != wanted)
        return wanted;
    if (differs(from, to))
        return unit_dimension((Unit)from.unit);
    RowList results = relation_naming(&derived->relations, RELATION_result_of, outcome);
    for (uint32_t i = 0; i < results.count; i++)
        if (differs(records->result.value[results.at[i]], to))
            return unit_dimension((Unit)records->result.value[results.at[i]].unit);
    return DIMENSION_none;
}

/* ---- what is given for it ---- */

bool outcome_is_served(const Derived *derived, uint32_t outcome)
{
    RowList rows = relation_naming(&derived->relations, RELATION_towards, outcome);
    for (uint32_t i = 0; i < rows.count; i++)
        if (derived->provision[rows.at[i]].is_current)
            return true;
    return false;
}

int32_t outcome_last_served(const Derived *derived, uint32_t outcome)
{
    RowList rows = relation_naming(&derived->relations, RELATION_towards, outcome);
    int32_t last = DAY_MISSING;
    for (uint32_t i = 0; i < rows.count; i++) {
        int32_t day = derived->provision[rows.at[i]].last_day.day;
        if (day != DAY_MISSING && (last == DAY_MISSING || day > last))
            last = day;
    }
    return last;
}

/* ---- testing again ---- */

/* Of a baseline nobody can say with which form it was taken: it counts where no form is told. */
static int32_t baseline_use(const Records *records, uint32_t outcome, Str form, int32_t on)
{
    int32_t day = records->outcome.baseline_on[outcome];
    return form.length || day == DAY_MISSING || day >= on ? DAY_MISSING : day;
}

/* How many results, which stand by date, are of a day before `on`. */
static uint32_t results_before(const Records *records, RowList results, int32_t on)
{
    uint32_t low = 0, high = results.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (records->result.on[results.at[middle]] < on)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t result_previous_use(const Derived *derived, uint32_t result)
{
    const Records *records = derived->records;
    uint32_t outcome = records->result.outcome[result].row;
    int32_t on = records->result.on[result];
    Str form = records->result.form[result];
    if (outcome == ROW_NONE || on == DAY_MISSING || amount_is_missing(records->result.value[result]))
        return DAY_MISSING;
    int32_t last = baseline_use(records, outcome, form, on);
    RowList results = relation_naming(&derived->relations, RELATION_result_of, outcome);
    for (uint32_t i = results_before(records, results, on); i-- > 0;) {
        uint32_t other = results.at[i];
        int32_t day = records->result.on[other];
        if (amount_is_missing(records->result.value[other]) ||
            !str_equal_folded(records->result.form[other], form))
            continue;
        return last == DAY_MISSING || day > last ? day : last;
    }
    return last;
}

static int32_t day_after(const Calendar *calendar, int32_t day, Amount length)
{
    int64_t count = ratio_round(ratio_make(length.number, 1000));
    switch ((int)unit_dimension((Unit)length.unit)) {
    case DIMENSION_days: return day_add(day, count, DAY_UNIT_day);
    case DIMENSION_months: return day_add(day, count, DAY_UNIT_month);
    case DIMENSION_terms: return half_terms_end(calendar, day, count).day;
    default: return DAY_MISSING;
    }
}

int32_t result_earliest(const Derived *derived, uint32_t result)
{
    int32_t last = result_previous_use(derived, result);
    uint32_t outcome = derived->records->result.outcome[result].row;
    if (last == DAY_MISSING)
        return DAY_MISSING;
    uint32_t assessment = outcome_scale(derived->records, &derived->relations, outcome).assessment;
    Amount wait =
        assessment == ROW_NONE ? AMOUNT_NONE : derived->records->assessment.retest_after[assessment];
    return amount_is_missing(wait) ? DAY_MISSING : day_after(&derived->calendar, last, wait);
}
