/* How often, in texts: daily, twice a week, every Tuesday, in each lesson. */
#include "sema/words/amount_reader.h"

static bool take_often(AmountReader *reader, ProseAmount *amount, uint32_t end, int64_t times, Unit per)
{
    amount->kind = PROSE_FREQUENCY;
    amount->amount = per == UNIT_none ? AMOUNT_NONE : amount_per(amount_whole(times, UNIT_session), per);
    reader->at = end;
    return true;
}

static bool read_often_word(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    bool is_half = reader_role(reader, at) == ROLE_half;
    uint32_t word = at + is_half;
    if (reader_role(reader, word) != ROLE_frequency)
        return false;
    switch (reader_value(reader, word)) {
    case 190: return take_often(reader, amount, word + 1, 1, UNIT_day);
    case 38: return take_often(reader, amount, word + 1, 1, UNIT_week);
    case 3: return take_often(reader, amount, word + 1, 1, is_half ? UNIT_half_term : UNIT_term);
    case 12: return take_often(reader, amount, word + 1, 1, UNIT_month);
    case 1: return take_often(reader, amount, word + 1, 1, UNIT_year);
    default: return take_often(reader, amount, word + 1, 1, UNIT_none);
    }
}

/* Words behind `each` and `all` in which their event stands: in every written exam. */
#define EVENT_REACH 5

/* `in`, `at`, `during`, `for`, `of` each event: as long as the event is. */
static bool is_bound(const AmountReader *reader, uint32_t at)
{
    static const char *const before[] = {"during", "throughout", "across", "covering"};
    Role role = at ? (Role)reader->prose->words.at[at - 1].role : ROLE_none;
    bool is_joined = role == ROLE_in || role == ROLE_at || role == ROLE_for || role == ROLE_of;
    for (size_t i = 0; at && i < sizeof before / sizeof *before; i++)
        is_joined |= reader_is(reader, at - 1, before[i]);
    if (!is_joined)
        return false;
    for (uint32_t word = at + 1; word < at + EVENT_REACH; word++) {
        if (reader_is_event(reader, word))
            return true;
        if (reader_role(reader, word) == ROLE_and)
            return false;
    }
    return false;
}

/* `all 32.5 hours`, `all nine of his taught hours`: those of the week. */
static bool read_all_hours(AmountReader *reader, ProseAmount *amount)
{
    int64_t number;
    AmountReader ahead = *reader;
    ahead.at++;
    if (!reader_number(&ahead, &number))
        return false;
    for (uint32_t word = ahead.at; word < ahead.at + EVENT_REACH; word++) {
        if (reader_role(reader, word) != ROLE_unit || reader_value(reader, word) != UNIT_hour)
            continue;
        amount->kind = PROSE_DURATION;
        amount->amount = amount_per(amount_make(number, UNIT_hour), UNIT_week);
        reader->at = word + 1;
        return true;
    }
    return false;
}

/* `in all lessons`, `in all class tests`. */
static bool read_all(AmountReader *reader, ProseAmount *amount)
{
    if (read_all_hours(reader, amount))
        return true;
    if (!is_bound(reader, reader->at))
        return false;
    amount->flags |= AMOUNT_bound;
    return take_often(reader, amount, reader->at + 2, 1, UNIT_none);
}

/* `per week`, further from its number: one hour of teaching per week; `a week` where a length waits for it.
 */
static bool read_bare_per(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    bool is_said = reader_is(reader, at, "per") || reader->awaits_per;
    bool is_unit = reader_role(reader, at + 1) == ROLE_unit && reader_value(reader, at + 1) >= UNIT_day &&
                   reader_value(reader, at + 1) != UNIT_session;
    bool is_year = reader_is(reader, at + 1, "year");
    return is_said && (is_unit || is_year) && take_often(reader, amount, at + 2, 1, UNIT_none);
}

/* `each`, `every`, with what it is: the unit where it is one, else an event. */
static bool read_each(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    if (reader_role(reader, at) != ROLE_each || at + 1 >= reader->prose->words.count ||
        (reader->prose->words.at[at + 1].before & BEFORE_clause))
        return false;
    int64_t count;
    AmountReader ahead = *reader;
    ahead.at++;
    if (reader_number(&ahead, &count)) { /* every two weeks, every 20 minutes */
        bool has_unit = reader_role(&ahead, ahead.at) == ROLE_unit;
        bool is_length =
            has_unit && reader_is(reader, at, "each") && /* 12 sessions, each 50 minutes */
            (reader_value(&ahead, ahead.at) == UNIT_minute || reader_value(&ahead, ahead.at) == UNIT_hour);
        return has_unit && !is_length && take_often(reader, amount, ahead.at + 1, 1, UNIT_none);
    }
    if (reader_is(reader, at + 1, "time")) /* for an hour each time */
        return false;
    ahead.at += reader_role(&ahead, ahead.at) == ROLE_half || reader_role(&ahead, ahead.at) == ROLE_ordinal;
    Role role = reader_role(&ahead, ahead.at);
    bool is_half = reader_role(&ahead, ahead.at - 1) == ROLE_half;
    Unit per = role == ROLE_unit                                      ? (Unit)reader_value(&ahead, ahead.at)
               : role == ROLE_weekday                                 ? UNIT_week
               : role == ROLE_moment                                  ? UNIT_day
               : role == ROLE_stage && reader_value(&ahead, ahead.at) ? UNIT_year
                                                                      : UNIT_none;
    if (role == ROLE_unit && (per == UNIT_minute || per == UNIT_hour))
        per = UNIT_none;
    amount->flags |= is_bound(reader, at) ? AMOUNT_bound : 0;
    return take_often(reader, amount, ahead.at + 1, 1, is_half && per == UNIT_term ? UNIT_half_term : per);
}

/* `twice`, `at least once`: a number; `once he is settled` is none. */
static bool take_count(AmountReader *reader, ProseAmount *amount, int64_t times)
{
    bool is_least = reader->at > 0 && reader->prose->words.at[reader->at - 1].role == ROLE_least;
    if (times < 2 && !is_least)
        return false;
    amount->kind = PROSE_COUNT;
    amount->amount = amount_whole(times, UNIT_number);
    reader->at++;
    return true;
}

/* `once a week`, `twice daily`, `twice each half term`. */
static bool read_once(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    if (reader_role(reader, at) != ROLE_count)
        return false;
    int64_t times = reader_value(reader, at);
    AmountReader ahead = *reader;
    ahead.at++;
    ProseAmount each = {0};
    if (read_often_word(&ahead, &each) || read_each(&ahead, &each))
        return take_often(reader, amount, ahead.at, times, (Unit)each.amount.per);
    bool is_half = reader_role(reader, at + 2) == ROLE_half;
    uint32_t unit = at + 2 + is_half;
    bool has_unit = reader_role(reader, at + 1) == ROLE_article &&
                    (reader_role(reader, unit) == ROLE_unit || reader_role(reader, unit) == ROLE_stage);
    if (!has_unit)
        return take_count(reader, amount, times);
    Unit per = (Unit)reader_value(reader, unit);
    return take_often(reader, amount, unit + 1, times, is_half && per == UNIT_term ? UNIT_half_term : per);
}

/* `on Tuesdays`, `Monday, Wednesday and Friday`: so many times a week. */
static bool read_weekdays(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at, days = 0, end = at;
    bool is_date =
        reader_figures(reader, at + 1) >= 0 && !(reader->prose->words.at[at + 1].before & BEFORE_comma);
    if (reader_role(reader, at) != ROLE_weekday || is_date)
        return false;
    for (;; at++) {
        Role role = reader_role(reader, at);
        if (role == ROLE_weekday)
            days++, end = at + 1;
        else if (role != ROLE_and && role != ROLE_moment)
            return take_often(reader, amount, end, days, UNIT_week);
    }
}

/* `x 4 a week`, behind the length of one. */
static bool read_by_times(AmountReader *reader, ProseAmount *amount)
{
    int64_t times;
    AmountReader ahead = *reader;
    ahead.at++;
    if (!reader_is(reader, reader->at, "x") && !reader_is(reader, reader->at, "×"))
        return false;
    if (!reader_number(&ahead, &times) || times > 1000000)
        return false;
    Role per = reader_role(&ahead, ahead.at), unit = reader_role(&ahead, ahead.at + 1);
    ProseAmount each = {0};
    if ((per == ROLE_article || per == ROLE_each || per == ROLE_slash) && unit == ROLE_unit)
        return take_often(reader, amount, ahead.at + 2, times / 1000,
                          (Unit)reader_value(&ahead, ahead.at + 1));
    return read_often_word(&ahead, &each) &&
           take_often(reader, amount, ahead.at, times / 1000, (Unit)each.amount.per);
}

/* `lessons a week`, where the number stands further off: two 45 minute lessons a week. */
static bool read_bare_sessions(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    uint32_t per = at + 2 + (reader_role(reader, at + 2) == ROLE_half);
    Role each = reader_role(reader, at + 1), unit = reader_role(reader, per);
    bool is_rhythm = reader_value(reader, at) == UNIT_session &&
                     (each == ROLE_article || each == ROLE_each) && unit == ROLE_unit &&
                     reader_value(reader, per) >= UNIT_day;
    return is_rhythm && take_often(reader, amount, per + 1, 0, UNIT_none);
}

bool reader_often(AmountReader *reader, ProseAmount *amount)
{
    switch ((unsigned)reader_role(reader, reader->at)) {
    case ROLE_half:
    case ROLE_frequency: return read_often_word(reader, amount);
    case ROLE_count: return read_once(reader, amount);
    case ROLE_each: return read_each(reader, amount);
    case ROLE_all: return read_all(reader, amount);
    case ROLE_article: return read_bare_per(reader, amount);
    case ROLE_weekday: return read_weekdays(reader, amount);
    case ROLE_unit: return read_bare_sessions(reader, amount);
    case ROLE_times: return read_by_times(reader, amount);
    default: return false;
    }
}
