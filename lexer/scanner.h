/* What the Flex rules share with the C files that serve them: private to lexer/. */
#ifndef SENC_LEXER_SCANNER_H
#define SENC_LEXER_SCANNER_H

#include "lexer/scan.h"

/* A stretch of the source that has been searched from `from` up to `to` and holds nothing before `to`. Asking
 * again inside it costs nothing, which keeps the search for closing marks linear however many texts are open.
 */
typedef struct Searched {
    size_t from, to;
} Searched;

/* The marks that open and close a text. */
typedef enum TextMark { TEXT_straight, TEXT_curly, TEXT_closing_curly, TEXT_MARK_COUNT } TextMark;

typedef struct Scanner {
    Source *source;
    const Vocabulary *vocabulary;
    Tokens *tokens;
    Findings *findings;
    char *text, *end;     /* the source: `end` is behind its last byte */
    uint16_t after_comma; /* for the next token */
    uint8_t detail;       /* for the next token: TOKEN_DETAIL_line_first, or nothing */
    uint32_t reported;    /* findings given so far */
    Searched close[TEXT_MARK_COUNT], triple, fact;
} Scanner;

/* Runs the Flex rules over all of the scanner's text. */
void scanner_run(Scanner *scanner);

static inline bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_ascii_letter(char c)
{
    return ((unsigned char)c | 0x20u) - 'a' < 26u;
}

static inline void token_add(Scanner *scanner, TokenKind kind, const char *first, const char *end,
                             int32_t value)
{
    ARRAY_RESERVE(&scanner->tokens->list);
    Token *token = &scanner->tokens->list.at[scanner->tokens->list.count++];
    *token = (Token){(uint32_t)(first - scanner->text),
                     (uint32_t)(end - scanner->text),
                     value,
                     (uint8_t)kind,
                     scanner->detail,
                     scanner->after_comma};
    if (scanner->tokens->list.count > 1 && token[-1].end == token->first)
        token[-1].detail |= TOKEN_DETAIL_touches_next;
    scanner->detail = 0;
    scanner->after_comma = 0;
}

/* Each takes a stretch of the source whose shape the rules have matched, adds its token or tokens, reports
 * what is wrong with it, and returns where scanning goes on. */
char *scan_newline(Scanner *scanner, char *first, char *end);
char *scan_semicolon(Scanner *scanner, char *first);
char *scan_comment(Scanner *scanner, char *first);
char *scan_mark(Scanner *scanner, char *first, char *end);
char *scan_dash(Scanner *scanner, char *first, char *end);
char *scan_bullet(Scanner *scanner, char *first, char *end);
char *scan_letter_bullet(Scanner *scanner, char *first);
char *scan_colon(Scanner *scanner, char *first);
char *scan_full_stop(Scanner *scanner, char *first);
char *scan_stray(Scanner *scanner, char *first, char *end);

/* Blanks, commas, line ends and words of ASCII letters and figures, up to the first byte that takes a rule to
 * understand: most of what stands outside texts. Adds the same tokens as the rules would, in a third of the
 * time. Numbers and dates in their plainest form too. */
char *scan_plain(Scanner *scanner, char *next);

/* scan_figures.c: a number or a date in its plainest form, added as the rules would; `first` where it is for
 * them to say. */
char *scan_plain_figures(Scanner *scanner, char *first);

/* scan_text.c: from the opening mark. */
char *scan_text(Scanner *scanner, char *first, char *end);
char *scan_long_text(Scanner *scanner, char *first);

/* scan_quotes.c: a text in marks that are not a plan's, if one opens here; NULL else. */
char *scan_quotes(Scanner *scanner, char *first);

/* Where a text that is left open ends: before a brace that opens on its line, or one that ends it, else with
 * the line, blanks aside. */
char *open_text_end(const Scanner *scanner, char *first);

/* scan_number.c */
char *scan_number(Scanner *scanner, char *first, char *end);
char *scan_percent(Scanner *scanner, char *first, char *end);
char *scan_money(Scanner *scanner, char *first, char *end);
char *scan_age(Scanner *scanner, char *first, char *end);
char *scan_colon_pair(Scanner *scanner, char *first, char *end);
char *scan_semicolon_pair(Scanner *scanner, char *first, char *end); /* 9;15 */
char *scan_pair(Scanner *scanner, TokenKind kind, char *first, char *end);
char *scan_dash_pair(Scanner *scanner, char *first, char *end);

/* scan_date.c: a day, a month by name and a year; a month and a year; a month, a day and perhaps a year;
 * three groups of figures. */
char *scan_named_date(Scanner *scanner, char *first, char *end);
char *scan_day_and_month(Scanner *scanner, char *first, char *end); /* 3rd October, without a year */
char *scan_month(Scanner *scanner, char *first, char *end);
char *scan_month_first(Scanner *scanner, char *first, char *end);
char *scan_figures(Scanner *scanner, char *first, char *end);

/* The place of a stretch, and its bytes as a message shows them. */
Place scanner_place(const Scanner *scanner, const char *first, const char *end);
Str scanner_shown(Scanner *scanner, const char *first, const char *end);

/* Whether one more finding is given: past some thousands one last finding says that there are more. */
bool scanner_reports(Scanner *scanner, const char *at);

/* Whether a letter of any script, or a figure, begins at `at`. Bytes of other scripts' letters count as one.
 */
bool is_letter(const Scanner *scanner, const char *at);

/* The first blank, tab and no-break space aside, at or behind `at`. */
char *blanks_end(const Scanner *scanner, char *at);

/* The end of the line that `at` stands in: its LF or CR, or the end of the source. */
char *line_end_from(const Scanner *scanner, char *at);

/* Whether the line that begins at `line` plainly is a fact of its own, and not more of the text before it.
 * Behind a blank line a little less will do. Reads a few hundred bytes at most. */
bool is_fact_line(const Scanner *scanner, char *line, bool behind_blank_line);

#endif
