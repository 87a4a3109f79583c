/* Texts in marks that are not a plan's: single ones, low ones, those of other languages and what keyboards
 * have instead. They are read, and noted with the right marks. */
#include "lexer/scanner.h"

#include <string.h>

/* How far behind an opening mark its fellow is looked for. */
#define REACH       1024
#define CLOSES_MOST 4

typedef struct Quotes {
    Str open, close[CLOSES_MOST]; /* any of these closes; an empty one for none */
    bool single;                  /* an apostrophe too: its fellow stands on the same line */
} Quotes;

/* Longer marks before those they begin with. */
static const Quotes table[] = {
    {STR_INIT("\"\""), {STR_INIT("\"\"")}, false},
    {STR_INIT("\u201e"), {STR_INIT("\u201c"), STR_INIT("\u201d"), STR_INIT("\u201e")}, false},
    {STR_INIT("\u00ab"), {STR_INIT("\u00bb"), STR_INIT("\u00ab")}, false},
    {STR_INIT("\u00bb"), {STR_INIT("\u00ab"), STR_INIT("\u00bb")}, false},
    {STR_INIT("\u2039"), {STR_INIT("\u203a")}, false},
    {STR_INIT("\u2033"), {STR_INIT("\u2033"), STR_INIT("''")}, false},
    {STR_INIT("``"), {STR_INIT("``"), STR_INIT("''"), STR_INIT("\u00b4\u00b4")}, false},
    {STR_INIT("''"), {STR_INIT("''")}, false},
    {STR_INIT("\u2018\u2018"), {STR_INIT("\u2019\u2019"), STR_INIT("\u2018\u2018")}, false},
    {STR_INIT("\u2019\u2019"), {STR_INIT("\u2019\u2019")}, false},
    {STR_INIT("`"), {STR_INIT("`"), STR_INIT("'"), STR_INIT("\u2019"), STR_INIT("\u00b4")}, true},
    {STR_INIT("\u00b4"), {STR_INIT("\u00b4"), STR_INIT("`"), STR_INIT("'")}, true},
    {STR_INIT("\u201a"), {STR_INIT("\u2018"), STR_INIT("\u2019"), STR_INIT("'")}, true},
    {STR_INIT("\u2018"), {STR_INIT("\u2019"), STR_INIT("'"), STR_INIT("\u2018")}, true},
    {STR_INIT("\u2019"), {STR_INIT("\u2019"), STR_INIT("'")}, true},
    {STR_INIT("'"), {STR_INIT("'"), STR_INIT("\u2019")}, true},
};

static bool stands_at(const Scanner *scanner, const char *at, Str str)
{
    return (size_t)(scanner->end - at) >= str.length && memcmp(at, str.at, str.length) == 0;
}

/* The marks that open a text at `first`: a letter follows them, or a blank and a letter. NULL for none. */
static const Quotes *quotes_at(const Scanner *scanner, char *first)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const Quotes *quotes = &table[i];
        if (!stands_at(scanner, first, quotes->open))
            continue;
        char *inside = first + quotes->open.length;
        inside = quotes->single ? inside : blanks_end(scanner, inside);
        return inside < scanner->end && is_letter(scanner, inside) ? quotes : NULL;
    }
    return NULL;
}

/* The length of the mark at `at` that closes the text: one of its own, or any that closes a text in a plan.
 */
static size_t close_length(const Scanner *scanner, const char *at, const Quotes *quotes, bool any)
{
    static const Str ours[] = {STR_INIT("\""), STR_INIT("\u201d")};
    const Str *closes = any ? ours : quotes->close;
    for (size_t i = 0; i < (any ? 2 : CLOSES_MOST) && closes[i].length; i++)
        if (stands_at(scanner, at, closes[i]) &&
            (at + closes[i].length >= scanner->end || !is_letter(scanner, at + closes[i].length)))
            return closes[i].length;
    return 0;
}

/* How far the text may reach: to the end of its line or, if the marks are no apostrophes, of the last line
 * before a blank one or one that plainly is a fact. */
static char *reach_end(const Scanner *scanner, char *inside, bool single)
{
    char *end = line_end_from(scanner, inside);
    while (!single && end < scanner->end && end - inside < REACH) {
        char *next = end + 1 + (end[0] == '\r' && end[1] == '\n');
        if (line_end_from(scanner, next) == blanks_end(scanner, next) || is_fact_line(scanner, next, false))
            break;
        end = line_end_from(scanner, next);
    }
    return end - inside > REACH ? inside + REACH : end;
}

/* The mark that closes the text, and its length; NULL without one. */
static char *find_close(const Scanner *scanner, char *inside, const Quotes *quotes, size_t *length)
{
    char *end = reach_end(scanner, inside, quotes->single);
    for (unsigned any = 0; any < 2; any++)
        for (char *at = inside; at < end; at++) {
            *length = close_length(scanner, at, quotes, any);
            if (*length)
                return at;
        }
    return NULL;
}

/* The text between plain marks. A straight mark within it becomes a single one. */
static Str in_plain_marks(Scanner *scanner, Str words)
{
    Str text = arena_format(&scanner->findings->arena, "\"" STR_FMT "\"", STR_ARG(words));
    char *copy = arena_alloc(&scanner->findings->arena, text.length, 1);
    memcpy(copy, text.at, text.length);
    for (size_t i = 1; i + 1 < text.length; i++)
        if (copy[i] == '"')
            copy[i] = '\'';
    return (Str){copy, text.length};
}

static void note(Scanner *scanner, const Quotes *quotes, Str words, char *first, char *end)
{
    if (!scanner_reports(scanner, first))
        return;
    Place place = scanner_place(scanner, first, end);
    Finding *finding = quotes->single ? finding_single_quotes(scanner->findings, place)
                                      : finding_other_quotes(scanner->findings, place);
    finding_fix(scanner->findings, finding, place.span, in_plain_marks(scanner, str_trim(words)));
}

static char *left_open(Scanner *scanner, char *first)
{
    char *end = open_text_end(scanner, first);
    if (scanner_reports(scanner, first)) {
        Finding *finding =
            finding_unclosed_text(scanner->findings, scanner_place(scanner, first, end), STR("\""));
        finding_help(scanner->findings, finding, "Put \" where the text begins and where it ends.");
    }
    scanner->detail |= TOKEN_DETAIL_escaped;
    token_add(scanner, TOKEN_bad_text, first, end, 0);
    return end;
}

char *scan_quotes(Scanner *scanner, char *first)
{
    const Quotes *quotes = quotes_at(scanner, first);
    if (!quotes)
        return NULL;
    size_t length;
    char *inside = first + quotes->open.length, *close = find_close(scanner, inside, quotes, &length);
    if (!close)
        return left_open(scanner, first);
    char *end = close + length;
    bool doubled = *first == '"'; /* its inner marks are a text's */
    note(scanner, quotes, (Str){inside, (size_t)(close - inside)}, first, end);
    scanner->detail |= line_end_from(scanner, first) < close ? TOKEN_DETAIL_escaped : 0;
    token_add(scanner, TOKEN_text, first + doubled, end - doubled, 0);
    return end;
}
