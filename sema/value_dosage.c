/* A dosage: how long, how often, for how many weeks; the parts in any order. */
#include "sema/binder.h"

/* ---- how often ---- */

static Frequency frequency_of(unsigned word)
{
    static const struct {
        int64_t every;
        Unit period;
    } table[] = {
        [FREQUENT_daily] = {1, UNIT_day},
        [FREQUENT_weekly] = {1, UNIT_week},
        [FREQUENT_fortnightly] = {2, UNIT_week},
        [FREQUENT_monthly] = {1, UNIT_month},
        [FREQUENT_half_termly] = {1, UNIT_half_term},
        [FREQUENT_termly] = {1, UNIT_term},
        [FREQUENT_yearly] = {1, UNIT_year},
    };
    return frequency_make(1, table[word].every, table[word].period);
}

/* `every 2 weeks`, `every other week`, `each day`. */
static bool read_every(Binder *binder, Cursor *cursor, Frequency *frequency)
{
    Cursor before = *cursor;
    int64_t every = 1000;
    const Phrase *each = binder_spoken(binder, *cursor, SPOKEN_each);
    if (!each || !each->value)
        return false;
    cursor->at += each->length;
    if (binder_skip_small(binder, cursor, SMALL_other))
        every = 2000;
    else if (!read_count(binder, cursor, &every))
        every = 1000;
    const Phrase *unit = binder_spoken(binder, *cursor, SPOKEN_unit);
    *frequency = unit ? frequency_make(1, every / 1000, (Unit)unit->value) : (Frequency){0};
    if (!unit || every % 1000 || frequency_is_missing(*frequency)) {
        *cursor = before;
        return false;
    }
    cursor->at += unit->length;
    return true;
}

/* `x 3`, `3 x`, `x3`: how many times, in the way of a shopping list. */
static bool read_times_sign(const Binder *binder, Cursor *cursor)
{
    if (!is_kind(*cursor, TOKEN_times) && !binder_is_small(binder, *cursor, SMALL_by_x))
        return false;
    cursor->at++;
    return true;
}

/* `twice weekly`, `once daily`: how many, then the period as an adverb. */
static bool read_times_adverb(Binder *binder, Cursor *cursor, Frequency *frequency)
{
    const Phrase *times = binder_spoken(binder, *cursor, SPOKEN_times);
    if (!times || !times->value)
        return false;
    Cursor after = {cursor->at + times->length, cursor->end};
    const Phrase *word = binder_spoken(binder, after, SPOKEN_frequency);
    if (!word)
        return false;
    Frequency one = frequency_of(word->value);
    *frequency = frequency_make(times->value, one.every, (Unit)one.period);
    cursor->at = after.at + word->length;
    return true;
}

/* `3 times a week`, `twice a term`, `once a day`, and the slips `x 3 / wk`, `3x a week`. */
static bool read_times(Binder *binder, Cursor *cursor, Frequency *frequency, bool *slip)
{
    Cursor before = *cursor;
    int64_t count = 0;
    const Phrase *times = binder_spoken(binder, *cursor, SPOKEN_times);
    bool sign = read_times_sign(binder, cursor);
    *slip = sign;
    if (times && times->value) {
        count = times->value * INT64_C(1000);
        cursor->at += times->length;
    } else if (read_count(binder, cursor, &count)) {
        times = binder_spoken(binder, *cursor, SPOKEN_times);
        if (times && !times->value)
            cursor->at += times->length;
        else if (!sign)
            sign = *slip = read_times_sign(binder, cursor);
        if (!sign && !times)
            count = 0;
    }
    Unit period = count > 0 && count % 1000 == 0 ? binder_read_per(binder, cursor) : UNIT_none;
    if (period == UNIT_none && sign && count > 0) { /* `3 x week`, `x3 weekly` */
        const Phrase *unit = binder_spoken(binder, *cursor, SPOKEN_unit);
        const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_frequency);
        period = unit ? (Unit)unit->value : word && word->value == FREQUENT_weekly ? UNIT_week : UNIT_none;
        if (period != UNIT_none)
            cursor->at++;
    }
    *frequency = frequency_make(count / 1000, 1, period);
    if (period == UNIT_none || frequency_is_missing(*frequency)) {
        *cursor = before;
        return false;
    }
    return true;
}

/* `5 days a week`, `3 sessions a week`: that often. */
static bool read_days(Binder *binder, Cursor *cursor, Frequency *frequency, bool *slip)
{
    Cursor before = *cursor;
    int64_t count;
    bool counted = read_count(binder, cursor, &count) && count > 0 && count % 1000 == 0;
    const Phrase *unit = counted ? binder_spoken(binder, *cursor, SPOKEN_unit) : NULL;
    if (unit && (unit->value == UNIT_day || unit->value == UNIT_session)) {
        cursor->at += unit->length;
        *frequency = frequency_make(count / 1000, 1, binder_read_per(binder, cursor));
        *slip = true;
        if (!frequency_is_missing(*frequency))
            return true;
    }
    *slip = false;
    *cursor = before;
    return false;
}

static bool read_frequency(Binder *binder, Cursor *cursor, Frequency *frequency, bool *slip)
{
    *slip = false;
    const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_frequency);
    if (word) {
        *frequency = frequency_of(word->value);
        cursor->at += word->length;
        return true;
    }
    return read_every(binder, cursor, frequency) || read_times_adverb(binder, cursor, frequency) ||
           read_times(binder, cursor, frequency, slip) || read_days(binder, cursor, frequency, slip);
}

/* ---- the whole ---- */

/* `30 minutes`, or `15 hours a week`, which says how often too. */
static bool read_length(Binder *binder, Cursor *cursor, Dosage *dosage)
{
    if (value_duration(binder, cursor, &dosage->duration) != FIT_yes)
        return false;
    Cursor before = *cursor;
    Unit per = binder_read_per(binder, cursor);
    Frequency frequency = per == UNIT_none ? (Frequency){0} : frequency_make(1, 1, per);
    if (per == UNIT_none || frequency_is_missing(frequency)) {
        *cursor = before;
        return true;
    }
    dosage->frequency = frequency;
    dosage->is_rate = true;
    return true;
}

/* `for 12 weeks`, `all year`; a bare `12 weeks` at the end is a slip that leaves one meaning. */
static bool read_weeks(Binder *binder, Cursor *cursor, Dosage *dosage, bool *slip)
{
    Cursor before = *cursor;
    *slip = false;
    if (binder_skip_small(binder, cursor, SMALL_all_year)) {
        dosage->all_year = true;
        return true;
    }
    bool said = binder_skip_small(binder, cursor, SMALL_for);
    if (said && amount_is_missing(dosage->duration) && read_length(binder, cursor, dosage))
        return true; /* `twice a week for half an hour` */
    if (said && binder_skip_small(binder, cursor, SMALL_all_year)) {
        dosage->all_year = true;
        return true;
    }
    Amount span;
    if (value_span(binder, cursor, &span) == FIT_yes && binder_read_per(binder, cursor) == UNIT_none) {
        dosage->span = span;
        *slip = !said;
        return true;
    }
    *cursor = before;
    return false;
}

/* `2 x 30 mins per week`: the sessions before their length. */
static bool read_sessions_first(Binder *binder, Cursor *cursor, Dosage *dosage)
{
    Cursor before = *cursor;
    int64_t count;
    Amount length;
    if (!read_count(binder, cursor, &count) || count % 1000 || !read_times_sign(binder, cursor) ||
        value_duration(binder, cursor, &length) != FIT_yes) {
        *cursor = before;
        return false;
    }
    Unit per = binder_read_per(binder, cursor);
    const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_frequency);
    if (per == UNIT_none && word) {
        per = (Unit)frequency_of(word->value).period;
        cursor->at += word->length;
    }
    dosage->duration = length;
    dosage->frequency = per == UNIT_none ? (Frequency){0} : frequency_make(count / 1000, 1, per);
    return true;
}

static bool read_part(Binder *binder, Cursor *cursor, Dosage *dosage, bool *slip)
{
    if (amount_is_missing(dosage->duration) && frequency_is_missing(dosage->frequency) &&
        read_sessions_first(binder, cursor, dosage))
        return *slip = true;
    bool has_span = dosage->all_year || !amount_is_missing(dosage->span);
    if (amount_is_missing(dosage->duration) && read_length(binder, cursor, dosage))
        return true;
    if (frequency_is_missing(dosage->frequency) && read_frequency(binder, cursor, &dosage->frequency, slip))
        return true;
    return !has_span && read_weeks(binder, cursor, dosage, slip);
}

/* `20 to 30 minutes`, `2-3 times a week`: reported, and the least of it kept, so that no more is said of it.
 * The part before the cursor may belong to it (`20 minutes to 30 minutes`). */
static bool read_floating(Binder *binder, const Token *part, Cursor *cursor, Dosage *dosage)
{
    Floating floating;
    Cursor whole = {part, cursor->end};
    if (!cursor->at->after_comma && floating_read(binder, &whole, &floating))
        *cursor = whole;
    else if (!floating_read(binder, cursor, &floating))
        return false;
    Dimension dimension = unit_dimension(floating.unit);
    Unit per = floating.per == UNIT_none ? UNIT_week : floating.per;
    if (floating.unit == UNIT_none || (floating.per != UNIT_none && dimension != DIMENSION_time))
        dosage->frequency = frequency_make(floating.least / 1000, 1, per);
    else if (dimension == DIMENSION_time)
        dosage->duration = amount_make(floating.least, floating.unit);
    else
        dosage->span = amount_make(floating.least, floating.unit);
    if (dimension == DIMENSION_time && floating.per != UNIT_none)
        dosage->frequency = frequency_make(1, 1, per);
    return true;
}

Fit value_dosage(Binder *binder, Cursor *cursor, Dosage *dosage)
{
    const Token *first = cursor->at, *part = first;
    bool slip = false, any_slip = false, floats = false;
    *dosage = DOSAGE_NONE;
    while (cursor->at < cursor->end) {
        const Token *at = cursor->at;
        bool reads = read_part(binder, cursor, dosage, &slip);
        if (!reads && !read_floating(binder, part, cursor, dosage))
            break;
        part = at;
        floats = floats || !reads;
        any_slip = any_slip || slip;
        slip = false;
    }
    if (cursor->at == first)
        return FIT_no;
    Place place = binder_place(binder, first, cursor->at - 1);
    if (any_slip && !floats) {
        Str better = dosage_text(&binder->scratch, dosage);
        Finding *finding =
            finding_time_in_short(binder->findings, place, source_text(binder->source, place.span), better);
        finding_fix(binder->findings, finding, place.span, better);
    }
    return FIT_yes;
}
