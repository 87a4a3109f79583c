/* Numbers and dates as they are mostly written, read without the rules: `22`, `30 minutes`, `16 July 2027`.
 * The same tokens come out; whatever may be anything else is left to the rules. */
#include "lexer/scanner.h"

#include "lexer/literal.h"

#include <string.h>

/* So that no number of thousandths runs over. */
#define FIGURES_MOST 6

static const char *blanks_behind(const char *at)
{
    while (*at == ' ')
        at++;
    return at;
}

static const char *letters_behind(const char *at)
{
    while (is_ascii_letter(*at))
        at++;
    return at;
}

/* What may stand right behind a number or date that ends there. */
static bool ends_plainly(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == ';' || c == '{' || c == '}' || c == '"' || c == '#';
}

/* A year of four figures; 0 for none. */
static int year_at(const char *at)
{
    for (unsigned i = 0; i < 4; i++)
        if (!is_figure(at[i]))
            return 0;
    return (at[0] - '0') * 1000 + (at[1] - '0') * 100 + (at[2] - '0') * 10 + (at[3] - '0');
}

/* `16 July 2027` from its number on: the word behind it is a month's name, in full. */
static char *plain_date(Scanner *scanner, char *first, int day, Str word)
{
    const char *year = blanks_behind(word.at + word.length);
    int month = month_begun(word.at);
    if (!month || !str_equal(word, month_name(month)))
        return first;
    int32_t date = day_from_date(year_at(year), month, day);
    if (date == DAY_MISSING || !ends_plainly(year[4]))
        return first;
    char *end = first + (year + 4 - first);
    token_add(scanner, TOKEN_date, first, end, date);
    return end;
}

/* Whether the letters behind a number may be part of a date: a month's first letters, `of`, or a misspelt
 * name with a year behind it. */
static bool may_be_date(Str word)
{
    if (word.length < 2 || month_begun(word.at))
        return true;
    if (word.length == 2)
        return str_equal_folded(word, STR("of"));
    const char *behind = word.at + word.length;
    if (!ends_plainly(*behind))
        return true;
    return is_figure(*blanks_behind(behind));
}

char *scan_plain_figures(Scanner *scanner, char *first)
{
    int32_t number = 0;
    char *end = first;
    while (is_figure(*end) && end - first < FIGURES_MOST)
        number = number * 10 + (*end++ - '0');
    if (!ends_plainly(*end) || (*end == ';' && is_figure(end[1]))) /* `9;15` */
        return first;
    const char *next = blanks_behind(end);
    if (is_ascii_letter(*next)) {
        Str word = {next, (size_t)(letters_behind(next) - next)};
        if (end - first <= 2 && may_be_date(word))
            return plain_date(scanner, first, number, word);
    } else if (!ends_plainly(*next)) {
        return first;
    }
    token_add(scanner, TOKEN_number, first, end, number * 1000);
    return end;
}
