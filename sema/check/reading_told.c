/* In: a text that has been taken apart; out: what it tells by itself, to be held against the record's facts.
 * Where it is not plain what the words come to, nothing is told: facts rule, and a false alarm costs more
 * than a silence. */
#include "sema/check/readings.h"

/* Ways to say how often in a school week; per a unit that no week has a number of, missing. */
static Ratio per_week(Unit per)
{
    switch ((int)per) {
    case UNIT_day: return ratio_whole(5);
    case UNIT_week: return ratio_whole(1);
    default: return RATIO_MISSING;
    }
}

static Ratio minutes_of(const ProseAmount *amount)
{
    return ratio_make(amount->amount.number, 1000);
}

/* The only amount of the kind, or NULL; `is_rate` as wanted. */
static const ProseAmount *only(const ProseAmounts *amounts, ProseAmountKind kind, bool is_rate,
                               unsigned *count)
{
    const ProseAmount *found = NULL;
    *count = 0;
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        if (amount->kind != kind || (amount->amount.per != UNIT_none) != is_rate)
            continue;
        found = amount;
        ++*count;
    }
    return *count == 1 && !found->flags && !amount_is_missing(found->amount) ? found : NULL;
}

/* `5 hours a week` alone, or one length and one rhythm: `20 minutes, 3 times a week`. */
static Ratio weekly_minutes(const ProseAmounts *amounts)
{
    unsigned totals, lengths, rhythms, unrated;
    const ProseAmount *total = only(amounts, PROSE_DURATION, true, &totals);
    const ProseAmount *length = only(amounts, PROSE_DURATION, false, &lengths);
    const ProseAmount *rhythm = only(amounts, PROSE_FREQUENCY, true, &rhythms);
    (void)only(amounts, PROSE_FREQUENCY, false, &unrated);
    if (total && !lengths && !rhythms && !unrated)
        return ratio_multiply(minutes_of(total), per_week((Unit)total->amount.per));
    if (!length || totals || !rhythm || unrated)
        return RATIO_MISSING;
    Ratio sessions =
        ratio_multiply(ratio_make(rhythm->amount.number, 1000), per_week((Unit)rhythm->amount.per));
    return ratio_multiply(minutes_of(length), sessions);
}

/* ---- the number of what is measured ---- */

/* The words behind the number of an amount, up to the end of the text. */
static Str behind_number(const Prose *prose, const ProseAmount *amount)
{
    uint32_t word = amount->first_word + 1;
    return word < prose->words.count ? str_slice(prose->text, prose->words.at[word].first, prose->text.length)
                                     : STR("");
}

static bool counts(const Prose *prose, const ProseAmount *amount, Str measure)
{
    Str behind = behind_number(prose, amount);
    bool begins_with_number = prose->words.at[amount->first_word].role == ROLE_number;
    return begins_with_number && !amount->flags && !amount->amount.out_of && measure.length &&
           str_equal_folded(str_slice(behind, 0, measure.length), measure) &&
           (amount->kind == PROSE_COUNT || amount->kind == PROSE_RATE);
}

/* Where it stands more than once, the one that agrees with the measure. */
static Amount target_told(const Records *records, uint32_t row, const Prose *prose,
                          const ProseAmounts *amounts)
{
    const struct outcome_table *outcomes = &records->outcome;
    Amount told = AMOUNT_NONE;
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        if (!counts(prose, amount, outcomes->measure[row]))
            continue;
        Amount number = amount_make(amount->amount.number, UNIT_number);
        bool agrees = !amount_compare(number, outcomes->measure_to[row]) ||
                      !amount_compare(number, outcomes->measure_from[row]);
        if (agrees || amount_is_missing(told))
            told = number;
        if (agrees)
            break;
    }
    return told;
}

/* ---- by when ---- */

static bool is_deadline(const Prose *prose, const ProseAmount *amount)
{
    uint32_t first = amount->first_word;
    bool is_by = first > 0 && prose->words.at[first - 1].role == ROLE_by;
    return amount->day != DAY_MISSING &&
           (amount->kind == PROSE_DEADLINE || (amount->kind == PROSE_DATE && is_by));
}

/* `July 2027`, without a day. */
static bool is_month(const Prose *prose, const ProseAmount *amount)
{
    const ProseWord *words = prose->words.at;
    for (uint32_t word = amount->first_word; word < amount->end_word; word++) {
        Role before = word > amount->first_word ? (Role)words[word - 1].role : ROLE_none;
        if (words[word].role == ROLE_month)
            return before != ROLE_number && before != ROLE_ordinal && before != ROLE_of;
    }
    return false;
}

static int32_t day_told(const Records *records, uint32_t row, const Prose *prose, const ProseAmounts *amounts)
{
    int32_t by = records->outcome.by[row];
    int32_t told = DAY_MISSING;
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        if (!is_deadline(prose, amount))
            continue;
        int32_t last = is_month(prose, amount) ? day_month_end(amount->day) : amount->day;
        bool agrees = by >= amount->day && by <= last;
        if (agrees)
            return by;
        told = last;
    }
    return told;
}

/* ---- all of it ---- */

Told reading_told(const Records *records, Kind kind, uint32_t row, const Prose *prose,
                  const ProseAmounts *amounts)
{
    Told told = {.says = prose_says(prose, amounts),
                 .weekly_minutes = RATIO_MISSING,
                 .target = AMOUNT_NONE,
                 .day = DAY_MISSING};
    if (kind == KIND_provision) {
        told.weekly_minutes = weekly_minutes(amounts);
    } else {
        told.target = target_told(records, row, prose, amounts);
        told.day = day_told(records, row, prose, amounts);
    }
    return told;
}

bool reading_floats(const ProseAmount *amount)
{
    bool is_given =
        amount->kind == PROSE_DURATION || amount->kind == PROSE_FREQUENCY || amount->kind == PROSE_SESSIONS;
    return is_given && amount_floats(amount);
}
