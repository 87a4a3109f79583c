/* Times in texts: dates, deadlines, spans, times of day; and the numbers of years and stages. */
#include "lexer/literal.h"
#include "sema/calendar.h"
#include "sema/words/amount_reader.h"

#include <string.h>

/* ---- dates ---- */

int reader_figures(const AmountReader *reader, uint32_t word)
{
    int64_t number;
    const ProseWord *at = &reader->prose->words.at[word];
    bool is_figure = reader_role(reader, word) != ROLE_none && (at->flags & PROSE_figures);
    Str text = is_figure ? prose_word(reader->prose, word) : STR("");
    if (is_figure && at->role == ROLE_ordinal)
        text.length -= 2;
    return is_figure && literal_number(text, &number) && number % 1000 == 0 && number < 10000000
               ? (int)(number / 1000)
               : -1;
}

static int year_at(const AmountReader *reader, uint32_t word)
{
    int year = reader_figures(reader, word);
    return year >= 1990 && year < 2100                           ? year
           : year >= 20 && year < 60 && word > reader->start + 1 ? 2000 + year
                                                                 : 0;
}

static bool take_date(AmountReader *reader, ProseAmount *amount, uint32_t end, int32_t day)
{
    amount->kind = PROSE_DATE;
    amount->day = day;
    reader->at = end;
    return true;
}

/* `16 July 2027`, `16th July`, `16/07/2027`. */
static bool read_day(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    int day = reader_figures(reader, at);
    if (day < 1 || day > 31)
        return false;
    bool has_of = reader_role(reader, at + 1) == ROLE_of;
    uint32_t month_at = at + 1 + has_of;
    if (reader_role(reader, month_at) == ROLE_month) {
        int year = year_at(reader, month_at + 1);
        int month = reader_value(reader, month_at);
        return take_date(reader, amount, month_at + 1 + (year != 0),
                         year ? day_from_date(year, month, day) : DAY_MISSING);
    }
    bool has_slashes = reader_role(reader, at + 1) == ROLE_slash && reader_role(reader, at + 3) == ROLE_slash;
    int year = has_slashes ? reader_figures(reader, at + 4) : -1;
    if (year < 0)
        return false;
    return take_date(reader, amount, at + 5,
                     day_from_date(year < 100 ? 2000 + year : year, reader_figures(reader, at + 2), day));
}

/* `July 2027`, `May` after `by`, `by February half term`, `summer 2027`. */
static bool read_month(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    Role role = reader_role(reader, at);
    if (role != ROLE_month && role != ROLE_season)
        return false;
    uint32_t year_word = at + 1;
    year_word += reader_role(reader, year_word) == ROLE_unit; /* summer term 2027 */
    int year = year_at(reader, year_word);
    if (!year)
        return false;
    int month = role == ROLE_month ? reader_value(reader, at) : 0;
    return take_date(reader, amount, year_word + 1, month ? day_from_date(year, month, 1) : DAY_MISSING);
}

/* ---- deadlines ---- */

static bool is_half_of_day(const AmountReader *reader, uint32_t word)
{
    return reader_is(reader, word, "am") || reader_is(reader, word, "pm") || reader_is(reader, word, "noon");
}

/* 8.45: hours and two figures of minutes. */
static bool has_figures_of_clock(const AmountReader *reader, uint32_t word)
{
    if (word >= reader->prose->words.count || !(reader->prose->words.at[word].flags & PROSE_figures))
        return false;
    Str text = prose_word(reader->prose, word);
    return text.length >= 4 && text.length <= 5 && strchr(".:", text.at[text.length - 3]);
}

/* Words behind `by` in which its point in time must come. */
#define DEADLINE_REACH 7

/* `by the age of 18` */
static bool is_age(const AmountReader *reader, uint32_t word)
{
    bool has_of = reader_role(reader, word + 1) == ROLE_of;
    return reader_is(reader, word, "age") && reader_role(reader, word + 1 + has_of) == ROLE_number;
}

/* A point that a deadline can be: a month, season, date, stage, weekday, holiday or review. */
static bool is_point(const AmountReader *reader, uint32_t word)
{
    Role role = reader_role(reader, word);
    bool is_year = role == ROLE_number && reader_figures(reader, word) >= 2000;
    return role == ROLE_month || role == ROLE_season || role == ROLE_stage || role == ROLE_weekday ||
           is_year || is_age(reader, word) ||
           (role == ROLE_unit && reader_value(reader, word) >= UNIT_day &&
            reader_value(reader, word) <= UNIT_year);
}

/* Over what belongs to the point: its number, year, `half term`, a further point. */
static uint32_t point_end(const AmountReader *reader, uint32_t word)
{
    uint32_t end = word + 1;
    for (;; end++) {
        Role role = reader_role(reader, end);
        bool is_number = role == ROLE_number && reader_figures(reader, end) >= 0;
        if (!is_number && role != ROLE_half && !is_point(reader, end) && role != ROLE_of)
            return end - (end > word + 1 && reader_role(reader, end - 1) == ROLE_of);
    }
}

/* A date inside a deadline gives its day. */
static int32_t day_inside(const AmountReader *reader, uint32_t first, uint32_t end)
{
    AmountReader ahead = *reader;
    ProseAmount found = {.day = DAY_MISSING};
    for (uint32_t at = first; at < end; at++) {
        ahead.at = at;
        if (read_day(&ahead, &found) || read_month(&ahead, &found))
            return found.day;
    }
    return DAY_MISSING;
}

/* `by July 2027`, `by the end of Year 5`, `at the end of key stage 2`, `before her next annual review`, `end
 * of summer term`. */
static bool read_deadline(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    Role first = reader_role(reader, at);
    bool is_by = first == ROLE_by || first == ROLE_at || first == ROLE_when || first == ROLE_in;
    bool needs_end = first != ROLE_by;
    bool has_end = first == ROLE_end && reader_value(reader, at) == 1;
    if ((!is_by && !has_end) || has_figures_of_clock(reader, at + 1) || is_half_of_day(reader, at + 2))
        return false;
    bool is_growth = first == ROLE_by && reader_role(reader, at + 1) == ROLE_number &&
                     reader_role(reader, at + 2) == ROLE_unit; /* by six months */
    if (is_growth)
        return false;
    if (reader_is(reader, at, "by") && reader_is(reader, at + 1, "the") &&
        reader_is(reader, at + 2, "time")) {
        amount->kind = PROSE_DEADLINE; /* by the time he leaves college */
        reader->at = at + 3;
        return true;
    }
    for (uint32_t word = at + 1; word < at + DEADLINE_REACH && word < reader->prose->words.count; word++) {
        Role role = reader_role(reader, word);
        if (reader->prose->words.at[word].before & BEFORE_clause)
            return false;
        if (role == ROLE_each) /* at the start of each day, by the nurse every September */
            return false;
        has_end |= role == ROLE_end;
        if (!is_point(reader, word))
            continue;
        bool is_dated = (role == ROLE_month && year_at(reader, word + 1)) || is_age(reader, word);
        bool is_rhythm = role == ROLE_unit && reader_value(reader, word) < UNIT_half_term && !has_end;
        if ((needs_end && !has_end && !is_dated) || is_rhythm)
            return false;
        amount->kind = PROSE_DEADLINE;
        reader->at = point_end(reader, word);
        amount->day = day_inside(reader, at, reader->at);
        return true;
    }
    return false;
}

/* `within 12 months`, `for 6 weeks`, `over the year`. */
static bool read_span(AmountReader *reader, ProseAmount *amount)
{
    Role role = reader_role(reader, reader->at);
    AmountReader ahead = *reader;
    ahead.at++;
    int64_t number;
    bool begins = role == ROLE_within || role == ROLE_for || role == ROLE_in;
    if (!begins || !reader_number(&ahead, &number))
        return false;
    Role unit = reader_role(&ahead, ahead.at);
    if (unit == ROLE_number) /* for 10-12 weeks */
        ahead.at++, unit = reader_role(&ahead, ahead.at);
    if (unit != ROLE_unit || reader_value(&ahead, ahead.at) < UNIT_week ||
        reader_value(&ahead, ahead.at) > UNIT_year)
        return false;
    Unit what = (Unit)reader_value(&ahead, ahead.at);
    amount->kind = PROSE_SPAN;
    amount->amount = amount_make(number, what);
    reader->at = ahead.at + 1;
    return true;
}

/* ---- times of day, labels ---- */

/* `9:15`, `8.45 am`, `3 pm`, `9.00–12.00`. */
static bool read_clock(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    const ProseWord *word = &reader->prose->words.at[at];
    if (reader_role(reader, at) != ROLE_number || !(word->flags & PROSE_figures))
        return false;
    Str text = prose_word(reader->prose, at);
    const char *mark = memchr(text.at, ':', text.length);
    mark = mark ? mark : memchr(text.at, '.', text.length);
    bool has_minutes = mark && text.at + text.length - mark == 3 && mark - text.at <= 2;
    bool is_until = reader_role(reader, at + 1) == ROLE_to && is_half_of_day(reader, at + 3); /* 5 to 7 pm */
    bool has_half = is_half_of_day(reader, at + 1);
    const ProseWord *other = at + 1 < reader->prose->words.count ? word + 1 : word;
    bool is_to = (reader_role(reader, at + 1) == ROLE_to && has_figures_of_clock(reader, at + 2)) ||
                 (at > 1 && reader_role(reader, at - 1) == ROLE_to && has_figures_of_clock(reader, at - 2));
    bool is_span =
        is_to || (has_figures_of_clock(reader, at + 1) && (other->before & (BEFORE_dash | BEFORE_hyphen))) ||
        ((word->before & (BEFORE_dash | BEFORE_hyphen)) && at && has_figures_of_clock(reader, at - 1)) ||
        (at && reader_role(reader, at - 1) == ROLE_by);
    bool is_hour_next = has_minutes && reader_role(reader, at + 1) == ROLE_to &&
                        reader_figures(reader, at + 2) >= 1 &&
                        reader_figures(reader, at + 2) <= 12; /* 12.30 to 1 */
    if (is_hour_next) {
        amount->kind = PROSE_CLOCK;
        amount->flags |= AMOUNT_range;
        reader->at = at + 3;
        return true;
    }
    if (!has_half && !is_until && !(has_minutes && *mark == ':') && !(has_minutes && is_span) &&
        !(has_minutes && at > 0 &&
          (reader_role(reader, at - 1) == ROLE_at || reader_role(reader, at - 1) == ROLE_from)))
        return false;
    amount->kind = PROSE_CLOCK;
    reader->at = at + 1 + has_half;
    return true;
}

/* `Year 4`, `key stage 2`, `Level 3`, `Phase 3`, `aged 5`: numbers that count nothing. */
static bool read_label(AmountReader *reader, ProseAmount *amount)
{
    uint32_t at = reader->at;
    Role role = reader_role(reader, at);
    bool is_level = role == ROLE_skill && reader_is(reader, at, "level");
    bool is_next =
        at + 1 < reader->prose->words.count && !(reader->prose->words.at[at + 1].before & BEFORE_comma);
    bool names = is_next && (role == ROLE_stage || role == ROLE_label || is_level) &&
                 reader_figures(reader, at + 1) >= 0 && reader_figures(reader, at + 1) < 2000;
    if (!names)
        return false;
    amount->kind = PROSE_LABEL;
    reader->at = at + 2;
    return true;
}

bool reader_when(AmountReader *reader, ProseAmount *amount)
{
    switch ((unsigned)reader_role(reader, reader->at)) {
    case ROLE_by:
    case ROLE_end:
    case ROLE_at:
    case ROLE_when: return read_deadline(reader, amount);
    case ROLE_in: return read_deadline(reader, amount) || read_span(reader, amount);
    case ROLE_within:
    case ROLE_for: return read_span(reader, amount);
    case ROLE_number:
    case ROLE_ordinal: return read_day(reader, amount) || read_clock(reader, amount);
    case ROLE_month:
    case ROLE_season: return read_month(reader, amount);
    case ROLE_stage:
    case ROLE_label:
    case ROLE_skill: return read_label(reader, amount);
    default: return reader_often(reader, amount);
    }
}
