/* Dates in all their spellings. What has the shape of a date but is none is reported as a date, with the
 * nearest possible one. */
#include "lexer/scanner.h"

#include "lexer/literal.h"

#include <string.h>

/* What a date's figures say; `year_figures` is how many the year is written with. */
typedef struct DateParts {
    int day, month, year;
    unsigned year_figures;
} DateParts;

static void take_number(const char **at, const char *end, int *number, unsigned *figures)
{
    *number = 0;
    *figures = 0;
    for (; *at < end && is_figure(**at); ++*at, ++*figures)
        if (*number < 100000)
            *number = *number * 10 + (**at - '0');
}

/* The month of which `word` is the name or its first three letters (or `sept`); 0 for none. */
static int month_from(Str word)
{
    int month = word.length < 3 ? 0 : month_begun(word.at);
    bool whole =
        word.length == 3 || str_equal_folded(word, month_name(month)) || str_equal_folded(word, STR("sept"));
    return whole ? month : 0;
}

/* The month nearest to a mistyped name, whole or in three letters; 0 when none is near. */
static int month_near(Str word)
{
    unsigned limit = word.length < 6 ? 1 : 2;
    int nearest = 0;
    for (int month = 1; month <= 12; month++) {
        Str name = month_name(month);
        unsigned distance = str_distance(word, name, limit);
        unsigned in_short = word.length > 4 ? distance : str_distance(word, str_slice(name, 0, 3), limit);
        distance = in_short < distance ? in_short : distance;
        if (distance <= limit && (nearest == 0 || distance < limit)) {
            nearest = month;
            limit = distance;
        }
    }
    return nearest;
}

static int within(int number, int least, int most)
{
    return number < least ? least : number > most ? most : number;
}

/* The nearest possible day; with day and month changed about where that makes a date. */
static int32_t nearest_day(DateParts date)
{
    if (date.year < 1 || date.year > 9999)
        return DAY_MISSING;
    if (date.month > 12 && date.month <= days_in_month(date.year, within(date.day, 1, 12)) && date.day >= 1 &&
        date.day <= 12)
        return day_from_date(date.year, date.day, date.month);
    int month = within(date.month, 1, 12);
    return day_from_date(date.year, month, within(date.day, 1, days_in_month(date.year, month)));
}

static Str why_impossible(Scanner *scanner, DateParts date)
{
    Arena *arena = &scanner->findings->arena;
    if (date.month < 1 || date.month > 12)
        return arena_format(arena, "there is no month %d", date.month);
    return arena_format(arena, STR_FMT " %d has %d days", STR_ARG(month_name(date.month)), date.year,
                        days_in_month(date.year, date.month));
}

static void report_date(Scanner *scanner, char *first, char *end, DateParts date, int32_t nearest)
{
    Arena *arena = &scanner->findings->arena;
    Place place = scanner_place(scanner, first, end);
    Str found = scanner_shown(scanner, first, end);
    if (date.year_figures == 2 && nearest != DAY_MISSING)
        finding_short_year(
            scanner->findings, place, found, day_text(arena, nearest),
            day_text(arena, nearest_day((DateParts){date.day, date.month, date.year - 100, 4})));
    else if (nearest == DAY_MISSING)
        finding_bad_year(scanner->findings, place, found);
    else
        finding_bad_date(scanner->findings, place, found, why_impossible(scanner, date),
                         day_text(arena, nearest));
}

/* Adds the date of the parts, or a bad one with its finding. A year of two figures is of this century. */
static char *date_add(Scanner *scanner, char *first, char *end, DateParts date)
{
    if (date.year_figures == 2)
        date.year += 2000;
    bool whole_year = date.year_figures == 4;
    int32_t day = whole_year ? day_from_date(date.year, date.month, date.day) : DAY_MISSING;
    if (day != DAY_MISSING) {
        token_add(scanner, TOKEN_date, first, end, day);
        return end;
    }
    bool known = whole_year || date.year_figures == 2;
    int32_t nearest = known ? nearest_day(date) : DAY_MISSING;
    if (scanner_reports(scanner, first))
        report_date(scanner, first, end, date, nearest);
    scanner->detail |= date.year_figures == 2 ? TOKEN_DETAIL_two_figures : 0;
    token_add(scanner, TOKEN_bad_date, first, end, nearest);
    return end;
}

/* A spelling that is read but that the formatter would write otherwise. */
static void note_spelling(Scanner *scanner, char *first, char *end)
{
    const Token *token = &scanner->tokens->list.at[scanner->tokens->list.count - 1];
    if (token->kind != TOKEN_date || !scanner_reports(scanner, first))
        return;
    Place place = scanner_place(scanner, first, end);
    Str standard = day_text(&scanner->findings->arena, token->value);
    Finding *finding =
        finding_date_spelling(scanner->findings, place, scanner_shown(scanner, first, end), standard);
    finding_fix(scanner->findings, finding, place.span, standard);
}

static char *figures_end(char *at)
{
    while (is_figure(*at))
        at++;
    return at;
}

/* `by the 16th of July`: the article is taken back, for it is part of how the date is spelt. */
static char *take_article(Scanner *scanner, char *first, bool *standard)
{
    size_t count = scanner->tokens->list.count;
    const Token *last = count ? &scanner->tokens->list.at[count - 1] : NULL;
    if (!last || last->kind != TOKEN_word || last->end - last->first != 3 || scanner->after_comma)
        return first;
    if (!str_equal_folded((Str){scanner->text + last->first, 3}, STR("the")))
        return first;
    scanner->detail = last->detail & TOKEN_DETAIL_line_first;
    scanner->after_comma = last->after_comma;
    scanner->tokens->list.count--;
    *standard = false;
    return scanner->text + last->first;
}

/* The parts of `16th of July, 2027`: where its word stands, and what else its spelling has. */
typedef struct NamedDate {
    DateParts date;
    Str month;
    bool standard; /* blanks alone part day, month and year */
} NamedDate;

static Str take_word(const char **at, const char *end)
{
    while (*at < end && !is_ascii_letter(**at))
        ++*at;
    const char *first = *at;
    while (*at < end && is_ascii_letter(**at))
        ++*at;
    return (Str){first, (size_t)(*at - first)};
}

/* st, nd, rd, th: no month begins with these. */
static bool is_ordinal(const char *at)
{
    static const Str ends[] = {STR_INIT("st"), STR_INIT("nd"), STR_INIT("rd"), STR_INIT("th")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (is_ascii_letter(at[0]) && str_equal_folded((Str){at, 2}, ends[i]))
            return true;
    return false;
}

/* A blank of a literal, by its first byte. */
static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\xc2';
}

static NamedDate named_date_parts(const char *first, const char *end)
{
    NamedDate parts = {.standard = true};
    unsigned figures;
    for (const char *c = first; c < end; c++)
        parts.standard =
            parts.standard && (is_figure(*c) || is_ascii_letter(*c) || is_blank(*c) || *c == '\xa0');
    take_number(&first, end, &parts.date.day, &figures);
    if (is_ordinal(first))
        first += 2;
    parts.standard = parts.standard && is_blank(*first);
    parts.month = take_word(&first, end);
    if (str_equal_folded(parts.month, STR("of"))) {
        parts.month = take_word(&first, end);
        parts.standard = false;
    }
    parts.standard = parts.standard && is_blank(*first);
    while (!is_figure(*first))
        first++;
    take_number(&first, end, &parts.date.year, &parts.date.year_figures);
    return parts;
}

static char *report_month(Scanner *scanner, char *first, char *end, NamedDate parts, int near)
{
    parts.date.month = near;
    int32_t day = nearest_day(parts.date);
    if (scanner_reports(scanner, first)) {
        const char *word = parts.month.at;
        finding_bad_month(scanner->findings, scanner_place(scanner, word, word + parts.month.length),
                          parts.month, day_text(&scanner->findings->arena, day));
    }
    token_add(scanner, TOKEN_bad_date, first, end, day);
    return end;
}

/* `30 minutes 20 …` has the shape too: then it is the number, and the rest is read by itself. */
char *scan_named_date(Scanner *scanner, char *first, char *end)
{
    NamedDate parts = named_date_parts(first, end);
    parts.date.month = month_from(parts.month);
    bool goes_on = is_letter(scanner, end) || (*end == ',' && is_figure(end[1])) ||
                   (*end == '.' && is_figure(end[1])) || *end == '%' || *end == ':';
    if (parts.date.month && !goes_on) {
        first = take_article(scanner, first, &parts.standard);
        date_add(scanner, first, end, parts.date);
        if (!parts.standard)
            note_spelling(scanner, first, end);
        return end;
    }
    bool is_word = vocabulary_find(scanner->vocabulary, parts.month) != 0;
    int near =
        is_word || parts.date.year_figures != 4 || parts.date.year < 1900 ? 0 : month_near(parts.month);
    if (near && !goes_on)
        return report_month(scanner, first, end, parts, near);
    return scan_number(scanner, first, figures_end(first));
}

/* In full letters or an ordinal: `3 mar` may as well be a number and a code. */
char *scan_day_and_month(Scanner *scanner, char *first, char *end)
{
    char *figures = figures_end(first), *month = end;
    while (month > first && month[-1] != ' ' && month[-1] != '\t' && (unsigned char)month[-1] != 0xa0)
        month--;
    bool is_plain = end - month > 3 || is_letter(scanner, figures);
    if (!is_plain || is_letter(scanner, end) || is_figure(*end))
        return scan_number(scanner, first, figures);
    token_add(scanner, TOKEN_bad_date, first, end, DAY_MISSING);
    if (scanner_reports(scanner, first))
        finding_date_without_year(scanner->findings, scanner_place(scanner, first, end),
                                  scanner_shown(scanner, first, end));
    return end;
}

static void take_next_number(const char **at, const char *end, int *number, unsigned *figures)
{
    while (*at < end && !is_figure(**at))
        ++*at;
    take_number(at, end, number, figures);
}

/* A month's name that is a word by itself. */
static char *month_as_word(Scanner *scanner, char *first, Str name)
{
    char *end = first + name.length;
    token_add(scanner, TOKEN_word, first, end, (int32_t)vocabulary_find(scanner->vocabulary, name));
    return end + (*end == '.');
}

char *scan_month(Scanner *scanner, char *first, char *end)
{
    const char *at = first;
    Str name = take_word(&at, end);
    int year;
    unsigned figures;
    take_next_number(&at, end, &year, &figures);
    int32_t day = day_from_date(year, month_from(name), 1);
    if (is_letter(scanner, end) || day == DAY_MISSING)
        return month_as_word(scanner, first, name);
    token_add(scanner, TOKEN_month, first, end, day);
    return end;
}

/* Does nothing more follow on the line that could belong to a day without a year (`June 3 times`)? */
static bool day_ends(const Scanner *scanner, char *end)
{
    char next = *blanks_end(scanner, end);
    return next == '\0' || strchr("\r\n;}#,", next);
}

/* `July 16, 2027`: the American order. In three letters and without a year it may be a code and a number. */
char *scan_month_first(Scanner *scanner, char *first, char *end)
{
    const char *at = first;
    Str name = take_word(&at, end);
    DateParts date = {.month = month_from(name)};
    unsigned figures;
    take_next_number(&at, end, &date.day, &figures);
    bool is_plain = name.length > 3 || is_ordinal(at);
    take_next_number(&at, end, &date.year, &date.year_figures);
    bool goes_on = is_letter(scanner, end) || strchr("-/.:%", *end);
    if (!date.year_figures && is_plain && day_ends(scanner, end)) {
        if (scanner_reports(scanner, first))
            finding_date_without_year(scanner->findings, scanner_place(scanner, first, end),
                                      scanner_shown(scanner, first, end));
        token_add(scanner, TOKEN_bad_date, first, end, DAY_MISSING);
        return end;
    }
    if (!date.year_figures || goes_on)
        return month_as_word(scanner, first, name);
    date_add(scanner, first, end, date);
    note_spelling(scanner, first, end);
    return end;
}

/* Three groups of figures that are no date: all of it is one bad number. */
static char *bad_figures(Scanner *scanner, char *first, char *end)
{
    while (is_figure(*end) || (strchr("-./", *end) && *end && is_figure(end[1])))
        end++;
    if (scanner_reports(scanner, first))
        finding_bad_number(scanner->findings, scanner_place(scanner, first, end),
                           scanner_shown(scanner, first, end));
    token_add(scanner, TOKEN_bad_number, first, end, 0);
    return end;
}

/* `16/07/2027`, `2027-07-16` and their like; `16 07 2027` too. */
char *scan_figures(Scanner *scanner, char *first, char *end)
{
    const char *at = first;
    int number[3];
    unsigned figures[3];
    char parting[2];
    for (unsigned i = 0; i < 3; i++) {
        take_next_number(&at, end, &number[i], &figures[i]);
        if (i < 2)
            parting[i] = is_blank(*at) ? ' ' : *at;
    }
    bool year_first = figures[0] == 4 && figures[1] <= 2 && figures[2] <= 2;
    bool day_first = figures[0] <= 2 && figures[1] <= 2 && (figures[2] == 4 || figures[2] == 2);
    bool slashes = parting[0] == '/' && parting[1] == '/';
    bool goes_on = is_letter(scanner, end) || (strchr("-./", *end) && *end && is_figure(end[1]));
    if (parting[0] != parting[1]) /* `7.6-8.6`: two numbers and a mark */
        return scan_number(scanner, first, first + figures[0] + (parting[0] == '.' ? 1 + figures[1] : 0));
    if (goes_on || (!year_first && !day_first && !slashes))
        return bad_figures(scanner, first, end);
    if (year_first)
        date_add(scanner, first, end, (DateParts){number[2], number[1], number[0], figures[0]});
    else
        date_add(scanner, first, end, (DateParts){number[0], number[1], number[2], figures[2]});
    bool two_each = figures[1] == 2 && figures[year_first ? 2 : 0] == 2;
    if (!two_each || parting[0] != (year_first ? '-' : '/'))
        note_spelling(scanner, first, end);
    return end;
}
