/* Numbers with units: scores, ages, percentages, money, lengths of time, sizes of groups. */
#include "sema/binder.h"

bool read_count(const Binder *binder, Cursor *cursor, int64_t *thousandths)
{
    if (is_kind(*cursor, TOKEN_number)) {
        *thousandths = cursor->at->value;
        if (*thousandths == NUMBER_TOO_LARGE)
            literal_number(token_text(binder->source, cursor->at), thousandths);
        cursor->at++;
        return true;
    }
    const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_number);
    if (!word)
        return false;
    *thousandths = word->value * INT64_C(1000);
    cursor->at += word->length;
    return true;
}

/* A unit of one of two dimensions at the cursor; UNIT_none when there is none. */
static Unit read_unit(const Binder *binder, Cursor *cursor, Dimension first, Dimension second)
{
    const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_unit);
    if (!word)
        return UNIT_none;
    Dimension dimension = unit_dimension((Unit)word->value);
    if (dimension != first && dimension != second)
        return UNIT_none;
    cursor->at += word->length;
    return (Unit)word->value;
}

/* "5 of 8" after the 5: the 8. */
static bool read_out_of(Binder *binder, Cursor *cursor, int64_t *total)
{
    Cursor before = *cursor;
    bool said =
        binder_skip_small(binder, cursor, SMALL_out_of) || binder_skip_small(binder, cursor, SMALL_of);
    if (said && read_count(binder, cursor, total) && *total > 0 && *total % 1000 == 0 &&
        *total / 1000 <= UINT32_MAX)
        return true;
    *cursor = before;
    return false;
}

/* `22/36`: which of the two it means can be told only where a count out of a total is wanted. */
static Fit slash_amount(Binder *binder, bool is_score, Cursor *cursor, Amount *amount)
{
    unsigned got = (uint32_t)cursor->at->value >> 16, total = (uint32_t)cursor->at->value & 0xFFFF;
    Str text = arena_format(&binder->scratch, "%u out of %u", got, total);
    Place place = binder_token_place(binder, cursor->at);
    Str found = token_text(binder->source, cursor->at);
    Finding *finding = is_score ? finding_slash_for_out_of(binder->findings, place, found, text)
                                : finding_fraction_or_score(binder->findings, place, found, text);
    if (is_score)
        finding_fix(binder->findings, finding, place.span, text);
    *amount = amount_out_of(got * INT64_C(1000), total);
    cursor->at++;
    return is_score ? FIT_yes : FIT_bad;
}

/* What was read from `first` on: so many out of so many, both in thousandths. */
static Fit score_of(Binder *binder, const Token *first, Cursor cursor, int64_t got, int64_t total,
                    Amount *amount)
{
    *amount = amount_out_of(got, (uint32_t)(total / 1000));
    if (got > total)
        finding_more_than_all(binder->findings, binder_place(binder, first, cursor.at - 1),
                              binder_text(binder, first, cursor.at - 1));
    return FIT_yes;
}

Fit value_score(Binder *binder, Cursor *cursor, Amount *amount)
{
    int64_t got, total;
    Cursor before = *cursor;
    if (is_kind(*cursor, TOKEN_slash_pair))
        return slash_amount(binder, true, cursor, amount);
    if (!read_count(binder, cursor, &got) || !read_out_of(binder, cursor, &total)) {
        *cursor = before;
        return FIT_no;
    }
    return score_of(binder, before.at, *cursor, got, total, amount);
}

/* "6 years", "6 years 4 months", after the number of years. */
static bool age_in_words(Binder *binder, Cursor *cursor, int64_t thousandths, Amount *amount)
{
    Cursor before = *cursor;
    int64_t months = 0;
    Unit unit = read_unit(binder, cursor, DIMENSION_months, DIMENSION_months);
    if (unit == UNIT_none || thousandths % 1000) {
        *cursor = before;
        return false;
    }
    Cursor after = *cursor;
    binder_skip_small(binder, cursor, SMALL_and);
    if (unit != UNIT_year || !read_count(binder, cursor, &months) ||
        read_unit(binder, cursor, DIMENSION_months, DIMENSION_months) != UNIT_month) {
        *cursor = after;
        months = 0;
    }
    *amount = amount_months(thousandths / 1000 * (unit == UNIT_year ? 12 : 1) + months / 1000);
    return true;
}

/* `6:04`, as test manuals print ages. */
static Fit age_with_colon(Binder *binder, Cursor *cursor, Amount *amount)
{
    unsigned years = (uint32_t)cursor->at->value >> 16, months = (uint32_t)cursor->at->value & 0xFFFF;
    if (years > 99 || months > 11)
        return FIT_no;
    Place place = binder_token_place(binder, cursor->at);
    Str better = arena_format(&binder->scratch, "%uy %um", years, months);
    Finding *finding =
        finding_age_with_colon(binder->findings, place, token_text(binder->source, cursor->at), better);
    finding_fix(binder->findings, finding, place.span, better);
    *amount = amount_months(years * 12 + months);
    cursor->at++;
    return FIT_yes;
}

static Fit percent_amount(Binder *binder, Cursor *cursor, Amount *amount)
{
    Str text = token_text(binder->source, cursor->at);
    int64_t thousandths;
    if (!literal_number(str_trim(str_slice(text, 0, text.length - 1)), &thousandths))
        return FIT_no;
    *amount = amount_make(thousandths, UNIT_percent);
    cursor->at++;
    return FIT_yes;
}

/* `5 times a day`, `5 a week`, after the number: how often something happens. */
static bool count_per(Binder *binder, Cursor *cursor, int64_t number, Amount *amount)
{
    Cursor before = *cursor;
    const Phrase *times = binder_spoken(binder, *cursor, SPOKEN_times);
    if (times && !times->value)
        cursor->at += times->length;
    Unit per = binder_read_per(binder, cursor);
    if (per == UNIT_none) {
        *cursor = before;
        return false;
    }
    *amount = amount_per(amount_make(number, UNIT_number), per);
    return true;
}

/* `once a week`, `twice a day` */
static bool once_or_twice(Binder *binder, Cursor *cursor, Amount *amount)
{
    Cursor before = *cursor;
    const Phrase *times = binder_spoken(binder, *cursor, SPOKEN_times);
    if (!times || !times->value)
        return false;
    cursor->at += times->length;
    if (count_per(binder, cursor, times->value * INT64_C(1000), amount))
        return true;
    *cursor = before;
    return false;
}

/* `3rd percentile` and the like are not taken apart: the scale stands with the assessment. */
Fit value_amount(Binder *binder, Cursor *cursor, Amount *amount)
{
    int64_t number, total;
    Cursor before = *cursor;
    if (is_kind(*cursor, TOKEN_percent))
        return percent_amount(binder, cursor, amount);
    if (is_kind(*cursor, TOKEN_money))
        return value_money(binder, true, cursor, amount);
    if (is_kind(*cursor, TOKEN_slash_pair))
        return slash_amount(binder, false, cursor, amount);
    if (is_kind(*cursor, TOKEN_colon_pair))
        return age_with_colon(binder, cursor, amount);
    if (is_kind(*cursor, TOKEN_age)) {
        *amount = amount_months((cursor->at++)->value);
        return FIT_yes;
    }
    if (!read_count(binder, cursor, &number))
        return once_or_twice(binder, cursor, amount) ? FIT_yes : FIT_no;
    if (read_out_of(binder, cursor, &total))
        return score_of(binder, before.at, *cursor, number, total, amount);
    if (age_in_words(binder, cursor, number, amount))
        return FIT_yes;
    *cursor = before;
    if (value_duration(binder, cursor, amount) == FIT_yes)
        return FIT_yes;
    read_count(binder, cursor, &number);
    if (count_per(binder, cursor, number, amount))
        return FIT_yes;
    const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_unit);
    *amount = amount_make(number, word ? (Unit)word->value : UNIT_number);
    if (word)
        cursor->at += word->length;
    return FIT_yes;
}

Fit value_number(Binder *binder, Cursor *cursor, Amount *amount)
{
    int64_t number;
    if (!read_count(binder, cursor, &number))
        return FIT_no;
    *amount = amount_make(number, UNIT_number);
    Cursor before = *cursor;
    /* `hours a week 27.5 hours`, `weeks a year 38 weeks`: the unit is in the key already */
    if (!binder_spoken(binder, *cursor, SPOKEN_unit))
        return FIT_yes;
    cursor->at++;
    if (before.at->after_comma)
        *cursor = before;
    return FIT_yes;
}

/* The unit after "a", "an", "per", "each", "every" or a slash; UNIT_none for none. */
Unit binder_read_per(const Binder *binder, Cursor *cursor)
{
    Cursor before = *cursor;
    const Phrase *each = binder_spoken(binder, *cursor, SPOKEN_each);
    bool slash = is_kind(*cursor, TOKEN_mark) && str_equal(token_text(binder->source, cursor->at), STR("/"));
    if (!each && !slash)
        return UNIT_none;
    cursor->at += each ? each->length : 1;
    const Phrase *unit = binder_spoken(binder, *cursor, SPOKEN_unit);
    if (!unit) {
        *cursor = before;
        return UNIT_none;
    }
    cursor->at += unit->length;
    return (Unit)unit->value;
}

Fit value_money(Binder *binder, bool is_price, Cursor *cursor, Amount *amount)
{
    int64_t pence;
    if (!is_kind(*cursor, TOKEN_money))
        return FIT_no;
    if (!literal_money(token_text(binder->source, cursor->at), &pence))
        return FIT_no; /* the scanner has seen to it */
    *amount = amount_pence(pence);
    cursor->at++;
    Unit per = is_price ? binder_read_per(binder, cursor) : UNIT_none;
    if (per != UNIT_none)
        *amount = amount_per(*amount, per);
    return FIT_yes;
}

Fit value_duration(Binder *binder, Cursor *cursor, Amount *amount)
{
    int64_t number, more;
    Cursor before = *cursor;
    const Phrase *length = binder_spoken(binder, *cursor, SPOKEN_length);
    if (length) {
        *amount = amount_whole(length->value, UNIT_minute);
        cursor->at += length->length;
        return FIT_yes;
    }
    if (!read_count(binder, cursor, &number))
        return FIT_no;
    Unit unit = read_unit(binder, cursor, DIMENSION_time, DIMENSION_time);
    if (unit == UNIT_none) {
        *cursor = before;
        return FIT_no;
    }
    *amount = amount_make(number, unit);
    if (unit != UNIT_hour || (cursor->at < cursor->end && cursor->at->after_comma))
        return FIT_yes;
    Cursor after = *cursor;
    binder_skip_small(binder, cursor, SMALL_and);
    if (read_count(binder, cursor, &more) &&
        read_unit(binder, cursor, DIMENSION_time, DIMENSION_time) == UNIT_minute)
        *amount = amount_add(*amount, amount_make(more, UNIT_minute));
    else
        *cursor = after;
    return FIT_yes;
}

/* 12 weeks, 2 terms, a term, 40 sessions. */
Fit value_span(Binder *binder, Cursor *cursor, Amount *amount)
{
    int64_t number = 1000;
    Cursor before = *cursor;
    const Phrase *each = binder_spoken(binder, *cursor, SPOKEN_each);
    if (!read_count(binder, cursor, &number)) {
        if (!each)
            return FIT_no;
        cursor->at += each->length;
        number = 1000;
    }
    const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_unit);
    Dimension dimension = word ? unit_dimension((Unit)word->value) : DIMENSION_none;
    if (dimension != DIMENSION_days && dimension != DIMENSION_school_days && dimension != DIMENSION_terms &&
        dimension != DIMENSION_months && dimension != DIMENSION_sessions) {
        *cursor = before;
        return FIT_no;
    }
    cursor->at += word->length;
    *amount = amount_make(number, (Unit)word->value);
    return FIT_yes;
}

/* ---- groups ---- */

static bool group_number(Binder *binder, Cursor *cursor, uint16_t *number)
{
    int64_t thousandths;
    Cursor before = *cursor;
    if (read_count(binder, cursor, &thousandths) && thousandths % 1000 == 0 && thousandths >= 1000 &&
        thousandths <= 999000) {
        *number = (uint16_t)(thousandths / 1000);
        return true;
    }
    *cursor = before;
    return false;
}

/* After `of`, or a bare number: 4, 3 to 6, 3-6. */
static bool group_range(Binder *binder, Cursor *cursor, GroupSize *group)
{
    if (is_kind(*cursor, TOKEN_dash_pair)) {
        uint32_t pair = (uint32_t)(cursor->at++)->value;
        *group = (GroupSize){GROUP_of, (uint16_t)(pair >> 16), (uint16_t)pair};
        return true;
    }
    if (!group_number(binder, cursor, &group->least))
        return false;
    group->form = GROUP_of;
    group->most = group->least;
    Cursor before = *cursor;
    if (!binder_skip_small(binder, cursor, SMALL_to) || !group_number(binder, cursor, &group->most))
        *cursor = before;
    if (group->least == 1 && group->most == 1)
        group->form = GROUP_one_to_one;
    return true;
}

static bool is_one_to_one(Binder *binder, Cursor *cursor)
{
    if (is_kind(*cursor, TOKEN_colon_pair) && (cursor->at->value == ((1 << 16) | 1))) {
        cursor->at++;
        return true;
    }
    return binder_skip_small(binder, cursor, SMALL_one_to_one);
}

static Fit group_checked(Binder *binder, const Token *first, const Cursor *cursor, GroupSize *group)
{
    if (group->least <= group->most && group->least > 0)
        return FIT_yes;
    finding_group_turned_round(binder->findings, binder_place(binder, first, cursor->at - 1),
                               binder_text(binder, first, cursor->at - 1));
    return FIT_bad;
}

Fit value_group(Binder *binder, Cursor *cursor, GroupSize *group)
{
    Cursor before = *cursor;
    const Token *first = cursor->at;
    if (is_one_to_one(binder, cursor))
        *group = (GroupSize){GROUP_one_to_one, 1, 1};
    else if (binder_skip_small(binder, cursor, SMALL_pair))
        *group = (GroupSize){GROUP_pair, 2, 2};
    else if (binder_skip_small(binder, cursor, SMALL_whole_class))
        *group = (GroupSize){GROUP_whole_class, 1, 999};
    else {
        if (!binder_skip_small(binder, cursor, SMALL_group_of) &&
            !binder_skip_small(binder, cursor, SMALL_group))
            binder_skip_small(binder, cursor, SMALL_of);
        bool up_to = binder_skip_small(binder, cursor, SMALL_up_to);
        if (!group_range(binder, cursor, group)) {
            *cursor = before;
            return FIT_no;
        }
        if (up_to)
            *group = (GroupSize){GROUP_up_to, 1, group->most};
    }
    return group_checked(binder, first, cursor, group);
}
