/* Outcomes: how far they have come. In: results, targets, dates; out: gain, state, time left. */
#include "sema/deriver.h"
#include "sema/progress.h"

/* As the assessment says; else as the target lies from the baseline. */
static int8_t direction_of(const Records *records, uint32_t row, const OutcomeScale *scale)
{
    if (scale->higher_is_better != FLAG_missing)
        return scale->higher_is_better == FLAG_yes ? 1 : -1;
    Amount from = records->outcome.measure_from[row], to = records->outcome.measure_to[row];
    if (amount_is_missing(from) || amount_is_missing(to) || !amount_same_dimension(from, to))
        return 0;
    int order = amount_compare(to, from);
    return (int8_t)(order > 0 ? 1 : order < 0 ? -1 : 0);
}

/* The last result with a value after the baseline and up to today. */
static uint32_t latest_result(const Deriver *deriver, uint32_t row)
{
    const Records *records = deriver->records;
    RowList results = relation_naming(&deriver->derived->relations, RELATION_result_of, row);
    int32_t baseline = records->outcome.baseline_on[row];
    for (uint32_t i = results.count; i-- > 0;) {
        uint32_t result = results.at[i];
        int32_t day = records->result.on[result];
        if (amount_is_missing(records->result.value[result]) || day > records->today)
            continue;
        if (baseline != DAY_MISSING && day != DAY_MISSING && day <= baseline)
            continue;
        return result;
    }
    return ROW_NONE;
}

/* `direction` × (`b` - `a`) as a number of thousandths; missing where they do not count the same. */
static int64_t better_by(Amount a, Amount b, int8_t direction)
{
    Amount gain = amount_subtract(b, a);
    return amount_is_missing(gain) ? AMOUNT_MISSING : gain.number * direction;
}

static bool is_met(Amount value, Amount target, int8_t direction)
{
    return !amount_is_missing(target) && amount_same_dimension(value, target) &&
           amount_compare(value, target) * direction >= 0;
}

/* An instrument's error is a plain number, in the unit of its scores. */
static int64_t error_of(const Records *records, uint32_t assessment)
{
    if (assessment == ROW_NONE || amount_is_missing(records->assessment.error[assessment]))
        return 0;
    return records->assessment.error[assessment].number;
}

static uint8_t state_of(const Deriver *deriver, uint32_t row, const OutcomeFigures *figures,
                        uint32_t assessment)
{
    const Records *records = deriver->records;
    if (figures->latest == ROW_NONE || !figures->direction)
        return PROGRESS_unknown;
    Amount value = records->result.value[figures->latest];
    if (is_met(value, records->outcome.measure_to[row], figures->direction))
        return PROGRESS_achieved;
    Amount baseline = records->outcome.measure_from[row];
    int64_t better = better_by(baseline, value, figures->direction);
    if (amount_is_missing(baseline) || better == AMOUNT_MISSING)
        return PROGRESS_unknown;
    return better > error_of(records, assessment) ? PROGRESS_some : PROGRESS_none;
}

static uint8_t verdict_of(const Deriver *deriver, uint32_t row)
{
    RowList judgements = relation_naming(&deriver->derived->relations, RELATION_judgement_of, row);
    for (uint32_t i = judgements.count; i-- > 0;)
        if (deriver->records->judgement.verdict[judgements.at[i]])
            return deriver->records->judgement.verdict[judgements.at[i]];
    return 0;
}

static void count_days(const Records *records, uint32_t row, OutcomeFigures *figures)
{
    int32_t by = records->outcome.by[row], today = records->today;
    figures->months_to_go = figures->days_overdue = COUNT_MISSING;
    if (!day_is_known(by) || !day_is_known(today))
        return;
    figures->months_to_go = by > today ? age_months(today, by) : 0;
    figures->days_overdue = figures->is_open && today > by ? today - by : 0;
}

void derive_outcome(Deriver *deriver, uint32_t row)
{
    const Records *records = deriver->records;
    OutcomeFigures *figures = &deriver->derived->outcome[row];
    OutcomeScale scale = outcome_scale(records, &deriver->derived->relations, row);
    *figures = (OutcomeFigures){
        .latest = latest_result(deriver, row),
        .direction = direction_of(records, row, &scale),
        .verdict = verdict_of(deriver, row),
        .gain = AMOUNT_NONE,
        .gain_wanted = amount_subtract(records->outcome.measure_to[row], records->outcome.measure_from[row])};
    if (figures->latest != ROW_NONE)
        figures->gain =
            amount_subtract(records->result.value[figures->latest], records->outcome.measure_from[row]);
    figures->is_open =
        records->outcome.closed[row] == DAY_MISSING && !records->outcome.replaced_by[row].text.length;
    figures->state = state_of(deriver, row, figures, scale.assessment);
    count_days(records, row, figures);
}
