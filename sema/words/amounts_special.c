/* Amounts that are said without a plain number: half an hour, £400, a group of six, 1:1. */
#include "lexer/literal.h"
#include "sema/words/amount_reader.h"

#include <string.h>

bool reader_is(const AmountReader *reader, uint32_t word, const char *text)
{
    return word < reader->prose->words.count &&
           str_equal_folded(prose_word(reader->prose, word), str_from(text));
}

static bool is_hour(const AmountReader *reader, uint32_t word)
{
    return reader_role(reader, word) == ROLE_unit && reader_value(reader, word) == UNIT_hour;
}

static bool is_article(const AmountReader *reader, uint32_t word)
{
    return reader_role(reader, word) == ROLE_article;
}

/* `and a half`, `½`, `30 minutes`. */
void reader_more_time(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    bool was_hour = is_hour(reader, at - 1);
    if (was_hour && reader_role(reader, at) == ROLE_and && is_article(reader, at + 1) &&
        reader_role(reader, at + 2) == ROLE_half) {
        amount->amount = amount_add(amount->amount, amount_whole(30, UNIT_minute));
        reader->at = at + 3;
        return;
    }
    if (!was_hour)
        return;
    AmountReader ahead = *reader;
    ahead.at += reader_role(reader, at) == ROLE_and;
    int64_t minutes;
    if (reader_number(&ahead, &minutes) && reader_role(&ahead, ahead.at) == ROLE_unit &&
        reader_value(&ahead, ahead.at) == UNIT_minute && minutes < 60000) {
        amount->amount = amount_add(amount->amount, amount_make(minutes, UNIT_minute));
        reader->at = ahead.at + 1;
    }
}

static bool take_length(AmountReader *reader, ProseAmount *amount, uint32_t end, int64_t minutes)
{
    amount->kind = PROSE_DURATION;
    amount->amount = amount_whole(minutes, UNIT_minute);
    reader->at = end;
    return true;
}

/* Lengths without a number: half an hour, a half hour, a quarter of an hour, three quarters of an hour, an
 * hour (and a half), an hour a week. */
static bool read_length(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    uint32_t behind = at + is_article(reader, at);
    int64_t share;
    AmountReader ahead = *reader;
    bool is_three = reader_number(&ahead, &share) && share == 3000;
    if (is_three)
        behind = at + 1;
    if (reader_role(reader, behind) == ROLE_half) {
        uint32_t hour = behind + 1 + (reader_role(reader, behind + 1) == ROLE_article);
        if (reader_is(reader, hour, "day"))
            return take_length(reader, amount, hour + 1, 180); /* of a school day of six hours */
        return is_hour(reader, hour) && take_length(reader, amount, hour + 1, 30);
    }
    if (reader_role(reader, behind) == ROLE_quarter) {
        uint32_t hour = behind + 1 + (reader_role(reader, behind + 1) == ROLE_of);
        hour += is_article(reader, hour);
        return is_hour(reader, hour) && take_length(reader, amount, hour + 1, is_three ? 45 : 15);
    }
    if (behind == at || is_three || !is_hour(reader, behind) || reader_is(reader, at, "per"))
        return false;
    take_length(reader, amount, behind + 1, 60);
    reader_more_time(reader, amount);
    return true;
}

/* One and a half hours. */
static bool read_and_half(AmountReader *reader, ProseAmount *amount)
{
    int64_t number;
    AmountReader ahead = *reader;
    if (!reader_number(&ahead, &number) || number > 1000000)
        return false;
    uint32_t at = ahead.at;
    bool is_sign = reader_is(&ahead, at, "½");
    bool is_said = reader_role(&ahead, at) == ROLE_and && is_article(&ahead, at + 1) &&
                   reader_role(&ahead, at + 2) == ROLE_half;
    uint32_t unit = at + (is_sign ? 1 : 3);
    if ((!is_sign && !is_said) || reader_role(&ahead, unit) != ROLE_unit)
        return false;
    reader->at = unit + 1;
    amount->amount = amount_make(number + 500, (Unit)reader_value(reader, unit));
    amount->kind = is_hour(reader, unit) ? PROSE_DURATION : PROSE_SPAN;
    return true;
}

static bool read_money(AmountReader *reader, ProseAmount *amount)
{
    int64_t number;
    AmountReader ahead = *reader;
    ahead.at++;
    if (reader_role(reader, reader->at) != ROLE_pound || !reader_number(&ahead, &number))
        return false;
    reader->at = ahead.at;
    amount->kind = PROSE_MONEY;
    amount->amount = amount_make(number, UNIT_pound);
    return true;
}

static void take_per_period(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    Role role = reader_role(reader, at);
    if ((role != ROLE_article && role != ROLE_each) || amount->kind != PROSE_DURATION)
        return;
    Role unit = reader_role(reader, at + 1);
    if (unit == ROLE_unit || (unit == ROLE_stage && reader_value(reader, at + 1))) {
        amount->amount.per = (uint8_t)(unit == ROLE_unit ? reader_value(reader, at + 1) : UNIT_year);
        reader->at = at + 2;
    }
}

bool reader_special(AmountReader *reader, ProseAmount *amount)
{
    if (read_money(reader, amount))
        return true;
    if (!read_length(reader, amount) && !read_and_half(reader, amount))
        return false;
    take_per_period(reader, amount);
    return true;
}

/* ---- groups ---- */

static bool take_group(AmountReader *reader, ProseAmount *amount, uint32_t end, int64_t least, int64_t most)
{
    amount->kind = PROSE_GROUP;
    amount->amount = amount_make(least, UNIT_number);
    amount->most = amount_make(most, UNIT_number);
    reader->at = end;
    return true;
}

/* `group of six`, `group of up to 4`, `class of no more than 12`, `group of 3 or 4`. A ceiling on a group
 * takes nothing from the pupil: it does not float. */
static bool read_group_of(AmountReader *reader, ProseAmount *amount)
{
    AmountReader ahead = *reader;
    int64_t least, most;
    ahead.at = reader->at + 2;
    while (ahead.at < reader->at + 6 && reader_role(&ahead, ahead.at) != ROLE_number &&
           (reader_role(&ahead, ahead.at) != ROLE_none || reader_is(&ahead, ahead.at, "no") ||
            reader_is(&ahead, ahead.at, "more") || reader_is(&ahead, ahead.at, "than")))
        ahead.at++;
    if (reader_role(reader, reader->at + 1) != ROLE_of || !reader_number(&ahead, &least))
        return false;
    most = least;
    AmountReader upper = ahead;
    Role role = reader_role(&upper, upper.at);
    upper.at += role == ROLE_or || role == ROLE_to;
    if ((role == ROLE_or || role == ROLE_to || role == ROLE_number) && reader_number(&upper, &most))
        ahead = upper;
    return take_group(reader, amount, ahead.at, least, most);
}

bool reader_group(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    Role role = reader_role(reader, at);
    if (role == ROLE_one_to_one)
        return take_group(reader, amount, at + 1, 1000, 1000);
    if (role == ROLE_pair)
        return take_group(reader, amount, at + 1, 2000, 2000);
    if (role == ROLE_group)
        return read_group_of(reader, amount);
    if (role != ROLE_number)
        return false;
    Str word = prose_word(reader->prose, at);
    const char *colon = memchr(word.at, ':', word.length);
    bool is_ratio =
        role == ROLE_number && colon && word.at + word.length - colon <= 2 && colon - word.at <= 2;
    return is_ratio && take_group(reader, amount, at + 1, 1000 * (colon[1] - '0'), 1000 * (colon[1] - '0'));
}

/* `up to 3 pupils`, `maximum 6 children`: the size of a group, whose ceiling takes nothing from the pupil. */
bool reader_people(AmountReader *reader, ProseAmount *amount, int64_t number)
{
    uint32_t at = reader->at + reader_is(reader, reader->at, "other");
    if (!(amount->flags & AMOUNT_up_to) || reader_role(reader, at) != ROLE_people)
        return false;
    reader->at = at + 1;
    amount->kind = PROSE_GROUP;
    amount->flags &= (uint8_t)~AMOUNT_up_to;
    amount->amount = amount->most = amount_make(number, UNIT_number);
    return true;
}
