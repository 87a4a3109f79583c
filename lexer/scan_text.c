/* Texts: where they close, and what happens when they do not. A text may run over lines; it counts as left
 * open when no closing mark follows, or when a line before that mark plainly begins a fact. Then it ends with
 * its own line, so that the rest of the file is still read. */
#include "lexer/scanner.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* How many marks behind an opening one are looked at for quotations within the text. */
#define INNER_STOPS 32

typedef struct Marks {
    Str open, close;
} Marks;

static const Marks marks[TEXT_MARK_COUNT] = {
    [TEXT_straight] = {STR_INIT("\""), STR_INIT("\"")},
    [TEXT_curly] = {STR_INIT("\u201c"), STR_INIT("\u201d")},
    [TEXT_closing_curly] = {STR_INIT("\u201d"), STR_INIT("\u201d")},
};

#ifdef __SSE2__
/* Bit by bit, which of 16 bytes stop the search. */
static unsigned stops_of(const char *at, char mark)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    __m128i line_ends =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
    __m128i others =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(mark)), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(line_ends, others));
}
#endif

/* The first `mark`, backslash or line end at or behind `at`; the end of the source without one. */
static char *next_stop(const Scanner *scanner, char *at, char mark)
{
#ifdef __SSE2__
    for (; scanner->end - at >= 16; at += 16) {
        unsigned stops = stops_of(at, mark);
        if (stops)
            return at + __builtin_ctz(stops);
    }
#endif
    while (at < scanner->end && *at != mark && *at != '\\' && *at != '\n' && *at != '\r')
        at++;
    return at;
}

static bool stands_at(const Scanner *scanner, const char *at, Str str)
{
    return (size_t)(scanner->end - at) >= str.length && memcmp(at, str.at, str.length) == 0;
}

/* A closing mark, and no letter behind it. */
static bool closes_at(const Scanner *scanner, const char *at, TextMark mark)
{
    Str close = marks[mark].close;
    if (!stands_at(scanner, at, close))
        return false;
    const char *behind = at + close.length;
    return behind >= scanner->end || is_figure(*behind) || !is_letter(scanner, behind);
}

/* An opening mark: a letter behind it, a blank or bracket before it. */
static bool opens_at(const Scanner *scanner, const char *at, TextMark mark)
{
    Str open = marks[mark].open;
    if (at == scanner->text || !strchr(" \t(\n\r", at[-1]) || !stands_at(scanner, at, open))
        return false;
    return at + open.length < scanner->end && is_letter(scanner, at + open.length);
}

/* Over a backslash and what it escapes. */
static char *behind_escape(const Scanner *scanner, char *at)
{
    bool escapes = at + 1 < scanner->end && (at[1] == '"' || at[1] == '\\');
    return at + 1 + escapes;
}

/* The closing mark at or behind `at`, on whatever line; the end of the source without one. */
static char *next_close(Scanner *scanner, char *at, TextMark mark)
{
    Searched *known = &scanner->close[mark];
    size_t from = (size_t)(at - scanner->text);
    if (known->from <= from && from <= known->to)
        return scanner->text + known->to;
    char first = marks[mark].close.at[0];
    for (; at < scanner->end && !closes_at(scanner, at, mark);) {
        char *stop = next_stop(scanner, *at == '\\' ? behind_escape(scanner, at) : at + 1, first);
        at = stop;
    }
    *known = (Searched){from, (size_t)(at - scanner->text)};
    return at;
}

/* The start of the line behind `at`. */
static char *next_line(const Scanner *scanner, char *at)
{
    at = line_end_from(scanner, at);
    if (at < scanner->end && *at == '\r')
        at++;
    if (at < scanner->end && *at == '\n')
        at++;
    return at;
}

static bool is_blank_line(const Scanner *scanner, char *line)
{
    char *end = blanks_end(scanner, line);
    return end == scanner->end || *end == '\n' || *end == '\r';
}

/* The first line behind `at` that plainly begins a fact, if it begins before `limit`; else `limit` or what is
 * behind it. */
static char *next_fact_line(Scanner *scanner, char *at, char *limit)
{
    Searched *known = &scanner->fact;
    char *line = next_line(scanner, at);
    size_t from = (size_t)(line - scanner->text);
    if (known->from <= from && from <= known->to)
        line = scanner->text + known->to;
    else
        known->from = from;
    bool behind_blank = false;
    while (line < limit && !is_fact_line(scanner, line, behind_blank)) {
        behind_blank = is_blank_line(scanner, line);
        line = next_line(scanner, line);
    }
    known->to = (size_t)(line - scanner->text);
    return line;
}

char *open_text_end(const Scanner *scanner, char *first)
{
    char *end = first;
    while (end < scanner->end && *end != '\n' && *end != '\r' && *end != '{')
        end++;
    while (end > first + 1 && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '}'))
        end--;
    return end;
}

static char *unclosed(Scanner *scanner, char *first, char *end, Str close)
{
    if (scanner_reports(scanner, first))
        finding_unclosed_text(scanner->findings, scanner_place(scanner, first, end), close);
    scanner->detail |= TOKEN_DETAIL_escaped;
    token_add(scanner, TOKEN_bad_text, first, end, 0);
    return end;
}

/* A text closed by the mark at `close`. */
static char *text_add(Scanner *scanner, char *first, char *close, TextMark mark, bool escaped)
{
    char *end = close + marks[mark].close.length;
    scanner->detail |= escaped ? TOKEN_DETAIL_escaped : 0;
    token_add(scanner, TOKEN_text, first, end, 0);
    return end;
}

/* What was found on the line a text opens on. */
typedef struct Inner {
    char *close;        /* the text's own closing mark; NULL without one */
    char *first, *last; /* the first quotation within it: its marks */
} Inner;

/* `"He says "help me" often"`: marks that open and close in pairs within the text, on its first line. */
static Inner find_inner(const Scanner *scanner, char *at, TextMark mark)
{
    Inner inner = {NULL, NULL, NULL};
    unsigned depth = 0;
    for (unsigned stops = 0; stops < INNER_STOPS; stops++, at++) {
        at = next_stop(scanner, at, marks[mark].close.at[0]);
        if (at == scanner->end || *at == '\n' || *at == '\r')
            break;
        if (*at == '\\') {
            at = behind_escape(scanner, at) - 1;
        } else if (depth == 0 && opens_at(scanner, at, mark)) {
            inner.first = inner.first ? inner.first : at;
            depth++;
        } else if (closes_at(scanner, at, mark) && depth == 0) {
            inner.close = at;
            break;
        } else if (closes_at(scanner, at, mark)) {
            inner.last = inner.last ? inner.last : at;
            depth--;
        }
    }
    return inner;
}

static void note_inner(Scanner *scanner, Inner inner, TextMark mark)
{
    Arena *arena = &scanner->findings->arena;
    size_t open = marks[mark].open.length, close = marks[mark].close.length;
    if (!scanner_reports(scanner, inner.first))
        return;
    Finding *finding =
        finding_quote_in_text(scanner->findings, scanner_place(scanner, inner.first, inner.last + close));
    Str words = {inner.first + open, (size_t)(inner.last - inner.first) - open};
    finding_fix(scanner->findings, finding, finding->place.span,
                arena_format(arena, "‘" STR_FMT "’", STR_ARG(words)));
}

/* What else people end a text with. */
static const Str other_closes[] = {STR_INIT("\""),    STR_INIT("\u201d"),       STR_INIT("\u201c"),
                                   STR_INIT("''"),    STR_INIT("\u2019\u2019"), STR_INIT("\u2033"),
                                   STR_INIT("\u00bb")};

/* The first of these up to `end`, where it would close a text: `"He reads.”`. NULL without one. */
static char *other_close(const Scanner *scanner, char *at, const char *end, size_t *size)
{
    for (; at < end; at++)
        for (size_t i = 0; i < sizeof other_closes / sizeof *other_closes; i++) {
            *size = other_closes[i].length;
            if (stands_at(scanner, at, other_closes[i]))
                return is_letter(scanner, at + *size) ? NULL : at;
        }
    return NULL;
}

/* A text that is not closed by its own mark: read up to one of the other kind, where that is on its line. */
static char *scan_open_text(Scanner *scanner, char *first, char *inside, TextMark mark)
{
    char *end = open_text_end(scanner, first);
    size_t size;
    char *close = other_close(scanner, inside, end, &size);
    if (!close)
        return unclosed(scanner, first, end, marks[mark].close);
    char *close_end = close + size;
    if (scanner_reports(scanner, close)) {
        Finding *finding = finding_mixed_marks(scanner->findings, scanner_place(scanner, close, close_end));
        finding_fix(scanner->findings, finding, finding->place.span, marks[mark].close);
    }
    scanner->detail |= TOKEN_DETAIL_escaped;
    token_add(scanner, TOKEN_text, first, close_end, 0);
    return close_end;
}

/* The first mark on the text's line does not close it, or there is none. */
static char *scan_odd_text(Scanner *scanner, char *first, char *at, TextMark mark, bool escaped)
{
    if (mark == TEXT_straight && *at == '"' && is_letter(scanner, at + 1))
        return scan_quotes(scanner, first);
    Inner inner = find_inner(scanner, at, mark);
    if (inner.close && inner.last) {
        note_inner(scanner, inner, mark);
        return text_add(scanner, first, inner.close, mark, escaped);
    }
    if (inner.first)
        return scan_open_text(scanner, first, at, mark);
    char *close = next_close(scanner, at, mark);
    if (close == scanner->end || next_fact_line(scanner, first, close) < close)
        return scan_open_text(scanner, first, at, mark);
    return text_add(scanner, first, close, mark, true);
}

static TextMark mark_at(const char *first)
{
    return *first == '"'                              ? TEXT_straight
           : first[2] == marks[TEXT_curly].open.at[2] ? TEXT_curly
                                                      : TEXT_closing_curly;
}

char *scan_text(Scanner *scanner, char *first, char *end)
{
    TextMark mark = mark_at(first);
    bool escaped = false;
    for (char *at = end;;) {
        at = next_stop(scanner, at, marks[mark].close.at[0]);
        bool escape = at < scanner->end && *at == '\\';
        bool other = mark != TEXT_straight && at < scanner->end && *at == marks[mark].close.at[0] &&
                     !stands_at(scanner, at, marks[mark].close) && !stands_at(scanner, at, marks[mark].open);
        if (closes_at(scanner, at, mark))
            return text_add(scanner, first, at, mark, escaped);
        if (!escape && !other)
            return scan_odd_text(scanner, first, end, mark, escaped);
        escaped = escaped || escape;
        at = escape ? behind_escape(scanner, at) : at + 1;
    }
}

/* The next three marks in a row; the end of the source without them. */
static char *next_triple(Scanner *scanner, char *at)
{
    size_t from = (size_t)(at - scanner->text);
    if (scanner->triple.from <= from && from <= scanner->triple.to)
        return scanner->text + scanner->triple.to;
    char *found = memmem(at, (size_t)(scanner->end - at), "\"\"\"", 3);
    found = found ? found : scanner->end;
    scanner->triple = (Searched){from, (size_t)(found - scanner->text)};
    return found;
}

/* One left open ends where a line plainly begins a fact, else with the file: its lines are prose. */
char *scan_long_text(Scanner *scanner, char *first)
{
    char *close = next_triple(scanner, first + 3);
    if (close == scanner->end) {
        char *end = next_fact_line(scanner, first, scanner->end);
        while (end > first + 3 && strchr(" \t\r\n", end[-1]))
            end--;
        return unclosed(scanner, first, end, STR("\"\"\""));
    }
    bool lines = line_end_from(scanner, first) < close;
    scanner->detail |= lines ? TOKEN_DETAIL_escaped : 0;
    token_add(scanner, TOKEN_long_text, first, close + 3, 0);
    return close + 3;
}
