/* Numbers, sums of money, ages, times, ratios and ranges: whether what has their shape is one. */
#include "lexer/scanner.h"

#include "lexer/literal.h"

#include <string.h>

static Str stretch(const char *first, const char *end)
{
    return (Str){first, (size_t)(end - first)};
}

/* Whether the stretch begins right behind the last token: then its minus parts the two (`9:15-9:45`). */
static bool touches_last(const Scanner *scanner, const char *first)
{
    size_t count = scanner->tokens->list.count;
    return count && scanner->tokens->list.at[count - 1].end == (size_t)(first - scanner->text);
}

static int32_t number_value(int64_t thousandths)
{
    return thousandths > INT32_MIN && thousandths <= INT32_MAX ? (int32_t)thousandths : NUMBER_TOO_LARGE;
}

/* `9:15am-9:45am`: the letters behind a number that would else be part of a longer word. */
static char *scan_letters(Scanner *scanner, char *end)
{
    if ((*end | 0x20) == 'x' && is_figure(end[1])) { /* `2x30 minutes` */
        token_add(scanner, TOKEN_times, end, end + 1, 0);
        return end + 1;
    }
    bool half_day = ((*end | 0x20) == 'a' || (*end | 0x20) == 'p') && (end[1] | 0x20) == 'm';
    if (!half_day || end[2] != '-')
        return end;
    token_add(scanner, TOKEN_word, end, end + 2,
              (int32_t)vocabulary_find(scanner->vocabulary, stretch(end, end + 2)));
    return end + 2;
}

char *scan_number(Scanner *scanner, char *first, char *end)
{
    int64_t thousandths;
    if (*first == '-' && touches_last(scanner, first))
        return scan_mark(scanner, first, first + 1);
    bool good = literal_number(stretch(first, end), &thousandths);
    if (!good && scanner_reports(scanner, first)) {
        Place place = scanner_place(scanner, first, end);
        if (memchr(first, ',', (size_t)(end - first)))
            finding_bad_comma(scanner->findings, place, scanner_shown(scanner, first, end));
        else
            finding_bad_number(scanner->findings, place, scanner_shown(scanner, first, end));
    }
    if (good)
        token_add(scanner, TOKEN_number, first, end, number_value(thousandths));
    else
        token_add(scanner, TOKEN_bad_number, first, end, 0);
    return scan_letters(scanner, end);
}

char *scan_percent(Scanner *scanner, char *first, char *end)
{
    char *figures_end = first;
    while (is_figure(*figures_end) || *figures_end == ',' || *figures_end == '.')
        figures_end++;
    int64_t thousandths;
    bool good = literal_number(stretch(first, figures_end), &thousandths);
    if (!good && scanner_reports(scanner, first))
        finding_bad_number(scanner->findings, scanner_place(scanner, first, end),
                           scanner_shown(scanner, first, end));
    token_add(scanner, good ? TOKEN_percent : TOKEN_bad_number, first, end, 0);
    return end;
}

/* `£6k` is a sum; the k of `£6 kit` is none. */
char *scan_money(Scanner *scanner, char *first, char *end)
{
    if (!is_figure(end[-1]) && end - first > 2 && is_letter(scanner, end))
        end--;
    int64_t pence;
    bool good = literal_money(stretch(first, end), &pence);
    if (!good && scanner_reports(scanner, first))
        finding_bad_money(scanner->findings, scanner_place(scanner, first, end),
                          scanner_shown(scanner, first, end));
    token_add(scanner, good ? TOKEN_money : TOKEN_bad_money, first, end, 0);
    return end;
}

/* The figures from *at on, as a number of at most `most`; *at moves behind them. */
static int32_t take_figures(const char **at, const char *end, int32_t most)
{
    int32_t number = 0;
    for (; *at < end && is_figure(**at); ++*at)
        if (number <= most)
            number = number * 10 + (**at - '0');
    return number < most ? number : most;
}

/* Passes over what parts two numbers. */
static void skip_to_figures(const char **at, const char *end)
{
    while (*at < end && !is_figure(**at))
        ++*at;
}

char *scan_age(Scanner *scanner, char *first, char *end)
{
    if (is_letter(scanner, end)) { /* `5years`, `3y 10min`: a number, and what follows */
        char *number_end = first;
        while (is_figure(*number_end))
            number_end++;
        return scan_number(scanner, first, number_end);
    }
    const char *at = first;
    int32_t years = take_figures(&at, end, 999);
    skip_to_figures(&at, end);
    int32_t months = take_figures(&at, end, 99);
    bool good = months < 12;
    if (!good && scanner_reports(scanner, first))
        finding_bad_age(scanner->findings, scanner_place(scanner, first, end),
                        scanner_shown(scanner, first, end), (int)(years + months / 12), (int)(months % 12));
    token_add(scanner, good ? TOKEN_age : TOKEN_bad_number, first, end, years * 12 + months);
    return end;
}

static int32_t pair_value(const char *first, const char *end)
{
    int32_t upper = take_figures(&first, end, UINT16_MAX);
    skip_to_figures(&first, end);
    int32_t lower = take_figures(&first, end, UINT16_MAX);
    return (int32_t)((uint32_t)upper << 16 | (uint32_t)lower);
}

char *scan_pair(Scanner *scanner, TokenKind kind, char *first, char *end)
{
    const char *at = first;
    int32_t one = take_figures(&at, end, 10000);
    skip_to_figures(&at, end);
    bool two_figures = end - at == 2, four_figures = end - at == 4;
    const char *rest = at;
    int32_t two = take_figures(&rest, end, 10000);
    bool follows = (two_figures && two == (one + 1) % 100) || (four_figures && two == one + 1);
    if (kind != TOKEN_colon_pair && one >= 1900 && one < 2200 && follows)
        token_add(scanner, TOKEN_school_year, first, end, one);
    else
        token_add(scanner, kind, first, end, pair_value(first, end));
    return end;
}

/* `7-7.5` and `9-9:45` are no pairs of whole numbers: the number, and what follows by itself. */
char *scan_dash_pair(Scanner *scanner, char *first, char *end)
{
    if ((*end == '.' || *end == ':') && is_figure(end[1])) {
        char *number_end = first;
        while (is_figure(*number_end))
            number_end++;
        return scan_number(scanner, first, number_end);
    }
    return scan_pair(scanner, TOKEN_dash_pair, first, end);
}

/* Two figures behind the colon look like minutes; anything else is a ratio. */
char *scan_colon_pair(Scanner *scanner, char *first, char *end)
{
    const char *at = first;
    int32_t hours = take_figures(&at, end, 9999);
    bool minutes_shown = end - at == 3;
    skip_to_figures(&at, end);
    int32_t minutes = take_figures(&at, end, 9999);
    bool good = at == end && !(minutes_shown && (hours > 23 || minutes > 59));
    if (!good && scanner_reports(scanner, first))
        finding_bad_time(scanner->findings, scanner_place(scanner, first, end),
                         scanner_shown(scanner, first, end));
    token_add(scanner, good ? TOKEN_colon_pair : TOKEN_bad_time, first, end, pair_value(first, end));
    return scan_letters(scanner, end);
}

/* `9;15`: a key beside the colon. No fact begins with a figure, so nothing else can be meant. */
char *scan_semicolon_pair(Scanner *scanner, char *first, char *end)
{
    int32_t value = pair_value(first, end);
    bool is_time = value >> 16 < 24 && (value & 0xFFFF) < 60 && !is_letter(scanner, end) && *end != '.';
    if (!is_time) {
        char *semicolon = memchr(first, ';', (size_t)(end - first));
        return scan_number(scanner, first, semicolon);
    }
    if (scanner_reports(scanner, first)) {
        Place place = scanner_place(scanner, first, end);
        Str better =
            arena_format(&scanner->findings->arena, "%d:%02d", (int)(value >> 16), (int)(value & 0xFFFF));
        Finding *finding = finding_time_with_dot(scanner->findings, place, stretch(first, end), better);
        finding_fix(scanner->findings, finding, place.span, better);
    }
    token_add(scanner, TOKEN_colon_pair, first, end, value);
    return end;
}
