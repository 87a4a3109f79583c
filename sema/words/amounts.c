/* Texts to amounts: at each word that is a number or tells how often, the longest amount that begins there.
 */
#include "sema/words/amounts.h"

#include "lexer/literal.h"
#include "sema/words/amount_reader.h"

#include <stdlib.h>
#include <string.h>

Role reader_role(const AmountReader *reader, uint32_t word)
{
    const Prose *prose = reader->prose;
    if (word >= prose->words.count || prose->words.at[word].clause != prose->words.at[reader->start].clause)
        return ROLE_none;
    return (Role)prose->words.at[word].role;
}

int32_t reader_value(const AmountReader *reader, uint32_t word)
{
    return role_word(reader->prose->words.at[word].symbol)->value;
}

bool reader_is_event(const AmountReader *reader, uint32_t word)
{
    Role role = reader_role(reader, word);
    bool is_lesson = role == ROLE_unit && reader_value(reader, word) == UNIT_session;
    return role == ROLE_event || is_lesson || (role == ROLE_moment && reader_value(reader, word));
}

static bool has_before(const AmountReader *reader, uint32_t word, unsigned bits)
{
    return word < reader->prose->words.count && (reader->prose->words.at[word].before & bits);
}

/* ---- numbers ---- */

/* Figures, a number word, twenty-five, half; in thousandths. False where none stands. */
bool reader_number(AmountReader *reader, int64_t *number)
{
    uint32_t at = reader->at;
    if (reader_role(reader, at) != ROLE_number)
        return false;
    const ProseWord *word = &reader->prose->words.at[at];
    reader->at++;
    if (word->flags & PROSE_figures)
        return literal_number(prose_word(reader->prose, at), number);
    *number = reader_value(reader, at);
    bool is_tens = *number >= 20000 && *number < 100000;
    bool has_units = reader_role(reader, at + 1) == ROLE_number && !(word[1].flags & PROSE_figures) &&
                     reader_value(reader, at + 1) < 10000 && !(word[1].before & BEFORE_comma);
    if (is_tens && has_units)
        *number += reader_value(reader, reader->at++);
    return true;
}

/* Up to, at least, about, a maximum of: what stands before a number. */
static unsigned read_qualifier(AmountReader *reader)
{
    Role first = reader_role(reader, reader->at), second = reader_role(reader, reader->at + 1),
         third = reader_role(reader, reader->at + 2);
    unsigned length = 0, flags = 0;
    if (first == ROLE_up && second == ROLE_to)
        length = 2, flags = AMOUNT_up_to;
    else if (first == ROLE_at && second == ROLE_least)
        length = 2, flags = AMOUNT_at_least;
    else if (first == ROLE_least && (second == ROLE_of || second == ROLE_number))
        length = second == ROLE_of ? 2 : 1, flags = AMOUNT_at_least;
    else if (first == ROLE_most && (second == ROLE_of || second == ROLE_number))
        length = second == ROLE_of ? 2 : 1, flags = AMOUNT_up_to;
    else if (first == ROLE_article && second == ROLE_least && third == ROLE_of)
        length = 3, flags = AMOUNT_at_least;
    else if (first == ROLE_article && second == ROLE_most && third == ROLE_of)
        length = 3, flags = AMOUNT_up_to;
    else if (first == ROLE_about)
        length = 1, flags = AMOUNT_about;
    else if (first == ROLE_between)
        length = 1, flags = AMOUNT_range;
    reader->at += length;
    return flags;
}

/* A second number behind `to`, `or`, a dash or, after `between`, `and`. */
static bool read_upper(AmountReader *reader, bool is_between, int64_t *number)
{
    uint32_t start = reader->at;
    Role role = reader_role(reader, start);
    bool is_joined = has_before(reader, start, BEFORE_hyphen | BEFORE_dash) && role == ROLE_number;
    if (role == ROLE_to || role == ROLE_or || (is_between && role == ROLE_and))
        reader->at++;
    else if (!is_joined)
        return false;
    if (reader_number(reader, number))
        return true;
    reader->at = start;
    return false;
}

/* ---- units ---- */

/* What follows the number tells what it counts. */
static Amount with_unit(int64_t number, uint32_t unit)
{
    if (unit == UNIT_none) /* seconds */
        return number >= 0 && number < INT64_MAX / 2 ? amount_make((number + 30) / 60, UNIT_minute)
                                                     : AMOUNT_NONE;
    return amount_make(number, (Unit)unit);
}

/* `a week`, `per day`, `each term`, `every lesson`, `/week`: the unit it is per, or UNIT_none. */
static Unit read_per(AmountReader *reader)
{
    Role role = reader_role(reader, reader->at);
    uint32_t next = reader->at + 1;
    if (reader_is(reader, reader->at, "p") && reader_role(reader, next) == ROLE_slash &&
        reader_is(reader, next + 1, "w"))
        return reader->at += 3, UNIT_week;
    if (role != ROLE_article && role != ROLE_each && role != ROLE_slash)
        return UNIT_none;
    if ((role == ROLE_each || role == ROLE_slash) && reader_role(reader, next) == ROLE_half)
        next++;
    next += reader_is(reader, next, "academic") || reader_is(reader, next, "school") ||
            reader_is(reader, next, "calendar");
    Role unit = reader_role(reader, next);
    Unit per = unit == ROLE_unit                                  ? (Unit)reader_value(reader, next)
               : unit == ROLE_stage && reader_value(reader, next) ? UNIT_year
               : unit == ROLE_moment || unit == ROLE_weekday      ? UNIT_day
                                                                  : UNIT_none;
    if (per == UNIT_none || (unit == ROLE_unit && per == UNIT_minute && role != ROLE_article))
        return UNIT_none;
    reader->at = next + 1;
    return per;
}

static void take_unit(AmountReader *reader, ProseAmount *amount, int64_t least, int64_t most)
{
    uint32_t unit = (uint32_t)reader_value(reader, reader->at++);
    amount->amount = with_unit(least, unit);
    amount->most = with_unit(most, unit);
    bool is_length = unit == UNIT_minute || unit == UNIT_hour || unit == UNIT_none;
    amount->kind = is_length                                    ? PROSE_DURATION
                   : unit == UNIT_session || unit == UNIT_point ? PROSE_SESSIONS
                   : unit == UNIT_week || unit == UNIT_month    ? PROSE_SPAN
                   : unit == UNIT_term || unit == UNIT_year     ? PROSE_SPAN
                                                                : PROSE_COUNT;
    if (unit == UNIT_point)
        amount->kind = PROSE_COUNT;
    if (is_length && unit != UNIT_none)
        reader_more_time(reader, amount);
}

static bool is_lesson_word(const AmountReader *reader, uint32_t word)
{
    return reader_is(reader, word, "lesson") || reader_is(reader, word, "lessons") ||
           reader_is(reader, word, "periods");
}

/* Behind the unit: so much a week is how much and how often at once. Lessons are as long as lessons are. */
static void take_per(AmountReader *reader, ProseAmount *amount)
{
    bool is_lesson = is_lesson_word(reader, reader->at - 1);
    Unit per = read_per(reader);
    if (per == UNIT_none)
        return;
    amount->flags |= is_lesson ? AMOUNT_bound : 0;
    if (amount->kind == PROSE_SESSIONS || amount->kind == PROSE_COUNT || amount->kind == PROSE_SPAN) {
        amount->kind = PROSE_FREQUENCY;
        amount->amount.unit = UNIT_session;
    }
    amount->amount.per = (uint8_t)per;
}

/* ---- what a number may begin ---- */

/* Over what joins a number to its total: `out of`, `of`, `/`; with a noun before (4 times out of 5, on 4 days
 * in 5) only `out of` and `in`. False where nothing does. */
static bool pass_joint(AmountReader *reader)
{
    Role role = reader_role(reader, reader->at);
    bool has_noun = role == ROLE_times || role == ROLE_unit || role == ROLE_moment;
    reader->at += has_noun;
    role = reader_role(reader, reader->at);
    bool is_out_of = role == ROLE_out && reader_role(reader, reader->at + 1) == ROLE_of;
    bool joins = is_out_of || role == ROLE_in || (!has_noun && (role == ROLE_of || role == ROLE_slash));
    reader->at += is_out_of ? 2 : 1;
    return joins;
}

/* `4 out of 5`, `4/5`, `18 of 20`, `4 in 5`. */
static bool take_score(AmountReader *reader, ProseAmount *amount, int64_t number)
{
    int64_t total;
    AmountReader ahead = *reader;
    if (!pass_joint(&ahead) || !reader_number(&ahead, &total) || total < number || total > 1000000 ||
        total < 1000 || reader_role(&ahead, ahead.at) == ROLE_slash)
        return false;
    reader->at = ahead.at;
    amount->kind = PROSE_SCORE;
    amount->amount = amount_out_of(number, (uint32_t)(total / 1000));
    return true;
}

/* `3 times a week`, `4 mornings a week`, `2 x 30 minutes`. */
static bool take_times(AmountReader *reader, ProseAmount *amount, int64_t least, int64_t most)
{
    Role role = reader_role(reader, reader->at);
    if (role != ROLE_times && role != ROLE_moment && role != ROLE_weekday)
        return false;
    reader->at++;
    Unit per = read_per(reader);
    if (per == UNIT_none && reader_role(reader, reader->at) == ROLE_frequency) {
        int32_t yearly = reader_value(reader, reader->at++);
        per = yearly >= 190 ? UNIT_day : yearly >= 19 ? UNIT_week : yearly > 1 ? UNIT_term : UNIT_year;
    }
    bool is_rhythm = per != UNIT_none || role == ROLE_weekday || role == ROLE_moment;
    amount->kind = is_rhythm ? PROSE_FREQUENCY : PROSE_SESSIONS;
    per = per == UNIT_none && is_rhythm ? UNIT_week : per;
    amount->amount = amount_per(amount_make(least, UNIT_session), per);
    amount->most = amount_per(amount_make(most, UNIT_session), per);
    return true;
}

/* `70 words a minute`: up to three words between the number and its time. */
static bool take_rate(AmountReader *reader, ProseAmount *amount, int64_t number)
{
    AmountReader ahead = *reader;
    for (unsigned words = 0; words < 4; words++, ahead.at++) {
        uint32_t start = ahead.at;
        Unit per = words ? read_per(&ahead) : UNIT_none;
        if (per != UNIT_none) {
            bool is_rate =
                per == UNIT_minute || per == UNIT_hour; /* one swimming lesson a week is how often */
            amount->flags |= is_lesson_word(reader, start - 1) ? AMOUNT_bound : 0;
            reader->at = ahead.at;
            amount->kind = is_rate ? PROSE_RATE : PROSE_FREQUENCY;
            amount->amount = amount_per(amount_make(number, is_rate ? UNIT_number : UNIT_session), per);
            return true;
        }
        ahead.at = start;
        bool is_another = reader_role(&ahead, start) == ROLE_number ||
                          reader_role(&ahead, start) == ROLE_for ||
                          reader_role(&ahead, start) == ROLE_half; /* two 45 minute lessons a week */
        bool stops = start >= reader->prose->words.count ||
                     has_before(&ahead, start, BEFORE_clause | BEFORE_comma) ||
                     reader_role(&ahead, start) == ROLE_and;
        if (is_another || (stops && words))
            return false;
    }
    return false;
}

/* `one a week`, `two each term`. */
static bool take_bare_times(AmountReader *reader, ProseAmount *amount, int64_t number)
{
    Role role = reader_role(reader, reader->at);
    AmountReader ahead = *reader;
    Unit per = role == ROLE_article || role == ROLE_each ? read_per(&ahead) : UNIT_none;
    bool is_scale = reader->start > 0 && reader->prose->words.at[reader->start - 1].role == ROLE_from;
    bool is_clock =
        (amount->flags & AMOUNT_range) && (number >= 7000 || is_scale); /* 9 to 12 each day; from 1 to 5 */
    if (per == UNIT_none || per == UNIT_minute || per == UNIT_hour || number > 50000 || is_clock)
        return false;
    reader->at = ahead.at;
    amount->kind = PROSE_FREQUENCY;
    amount->amount = amount_per(amount_make(number, UNIT_session), per);
    return true;
}

/* `two full days`: a length; `three days a week` is how often. */
static bool take_full_days(AmountReader *reader, ProseAmount *amount, int64_t number)
{
    uint32_t unit = reader->at + 1;
    bool is_full = reader_is(reader, reader->at, "full") || reader_is(reader, reader->at, "whole");
    if (!is_full || reader_role(reader, unit) != ROLE_unit || reader_value(reader, unit) != UNIT_day)
        return false;
    reader->at = unit + 1;
    amount->kind = PROSE_DURATION;
    amount->amount = amount_make(number, UNIT_day);
    take_per(reader, amount);
    return true;
}

/* What the number that has been read is a number of. */
static void take_meaning(AmountReader *reader, ProseAmount *amount, int64_t least, int64_t most)
{
    Role role = reader_role(reader, reader->at);
    bool is_scored = !(amount->flags & AMOUNT_range) && take_score(reader, amount, least);
    if (is_scored || reader_people(reader, amount, least) || take_full_days(reader, amount, least) ||
        take_bare_times(reader, amount, least))
        return;
    if (role == ROLE_percent) {
        reader->at++;
        amount->kind = PROSE_SHARE;
        amount->amount = amount_make(least, UNIT_percent);
    } else if (role == ROLE_unit) {
        take_unit(reader, amount, least, most);
        take_per(reader, amount);
    } else if (role == ROLE_stage && reader_value(reader, reader->at) && least == 1000) {
        take_unit(reader, amount, least, most);
    } else if (!take_times(reader, amount, least, most) && !take_rate(reader, amount, least)) {
        amount->kind = PROSE_COUNT;
        amount->amount = amount_make(least, UNIT_number);
        amount->most = amount_make(most, UNIT_number);
    }
}

static bool take_number(AmountReader *reader, ProseAmount *amount)
{
    int64_t least, most;
    amount->flags = (uint8_t)read_qualifier(reader);
    if (reader_special(reader, amount))
        return true;
    bool is_between = amount->flags & AMOUNT_range;
    if (!reader_number(reader, &least))
        return false;
    most = least;
    amount->flags &= (uint8_t)~AMOUNT_range;
    if (read_upper(reader, is_between, &most))
        amount->flags |= AMOUNT_range;
    take_meaning(reader, amount, least, most);
    return true;
}

/* ---- the walk ---- */

static bool take_amount(AmountReader *reader, ProseAmount *amount)
{
    *amount = (ProseAmount){.amount = AMOUNT_NONE, .most = AMOUNT_NONE, .day = DAY_MISSING};
    reader->at = reader->start;
    if (reader_when(reader, amount) || reader_group(reader, amount))
        return true;
    reader->at = reader->start;
    amount->flags = 0;
    return take_number(reader, amount);
}

/* Words between a length and the `a week` that belongs to it. */
#define PER_REACH 8

static bool awaits_per(const ProseAmounts *amounts, const Prose *prose, uint32_t word)
{
    if (!amounts->list.count)
        return false;
    const ProseAmount *last = &amounts->list.at[amounts->list.count - 1];
    if (last->kind == PROSE_GROUP && last > amounts->list.at) /* 5 hours of 1:1 teaching a week */
        last--;
    bool is_length = last->kind == PROSE_DURATION || last->kind == PROSE_SESSIONS;
    return is_length && last->amount.per == UNIT_none && last->clause == prose->words.at[word].clause &&
           word <= last->end_word + PER_REACH;
}

/* Roles of words that an amount may begin with; most words have none of them. */
static bool role_begins(Role role)
{
    static const uint8_t begins[ROLE_COUNT] = {
        [ROLE_number] = 1, [ROLE_ordinal] = 1,   [ROLE_count] = 1,   [ROLE_times] = 1, [ROLE_article] = 1,
        [ROLE_each] = 1,   [ROLE_frequency] = 1, [ROLE_weekday] = 1, [ROLE_month] = 1, [ROLE_season] = 1,
        [ROLE_by] = 1,     [ROLE_end] = 1,       [ROLE_stage] = 1,   [ROLE_pound] = 1, [ROLE_one_to_one] = 1,
        [ROLE_for] = 1,    [ROLE_within] = 1,    [ROLE_in] = 1,      [ROLE_label] = 1, [ROLE_up] = 1,
        [ROLE_at] = 1,     [ROLE_least] = 1,     [ROLE_most] = 1,    [ROLE_about] = 1, [ROLE_between] = 1,
        [ROLE_half] = 1,   [ROLE_quarter] = 1,   [ROLE_group] = 1,   [ROLE_pair] = 1,  [ROLE_when] = 1,
        [ROLE_skill] = 1,  [ROLE_unit] = 1,      [ROLE_all] = 1,
    };
    return begins[role];
}

static bool begins_amount(const ProseWord *word)
{
    return role_begins((Role)word->role) && !(word->flags & (PROSE_own | PROSE_name));
}

/* `Outcome 2:`, `1.`, `3)`, `1.2 Sam will`: the number of the statement itself. */
static bool is_own_number(const Prose *prose, uint32_t word)
{
    const ProseWord *at = &prose->words.at[word];
    if (word > 2 || !(at->flags & PROSE_figures) || word + 1 >= prose->words.count)
        return false;
    Str text = prose_word(prose, word);
    bool is_section = word == 0 && memchr(text.at, '.', text.length) && (at[1].flags & PROSE_capital);
    bool is_dashed = (at[1].before & BEFORE_dash) && at[1].role != ROLE_number;
    return is_section || is_dashed || (at[1].before & (BEFORE_clause | BEFORE_close));
}

void prose_find_amounts(const Prose *prose, ProseAmounts *amounts)
{
    amounts->list.count = 0;
    AmountReader reader = {.prose = prose};
    for (uint32_t i = 0; i < prose->words.count;) {
        ProseAmount amount;
        reader.start = i;
        reader.awaits_per = awaits_per(amounts, prose, i);
        if (!begins_amount(&prose->words.at[i]) || is_own_number(prose, i) ||
            !take_amount(&reader, &amount) || reader.at <= i) {
            i++;
            continue;
        }
        if (reader.at > prose->words.count)
            reader.at = (uint32_t)prose->words.count;
        amount.first_word = i;
        amount.end_word = reader.at;
        amount.clause = prose->words.at[i].clause;
        amount.at = (Span){prose->words.at[i].first, prose->words.at[reader.at - 1].end};
        ARRAY_ADD(&amounts->list, amount);
        i = reader.at;
    }
}

void prose_amounts_free(ProseAmounts *amounts)
{
    free(amounts->list.at);
    *amounts = (ProseAmounts){0};
}

bool amount_floats(const ProseAmount *amount)
{
    return amount->flags & (AMOUNT_range | AMOUNT_up_to | AMOUNT_about);
}

bool amount_tells_how_often(const ProseAmount *amount)
{
    return amount->kind == PROSE_FREQUENCY ||
           (amount->kind == PROSE_DURATION && amount->amount.per != UNIT_none);
}

const ProseAmount *prose_amount_in(const ProseAmounts *amounts, WordRange range, ProseAmountKind kind)
{
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        if (amount->kind == kind && amount->first_word >= range.first && amount->end_word <= range.end)
            return amount;
    }
    return NULL;
}
