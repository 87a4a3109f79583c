/* Scanning: checks the bytes once, hands them to the Flex rules, and serves the rules of line ends and marks.
 * Slips of the hand (a bullet, a colon behind a key) are read and noted; strange characters are reported. */
#include "lexer/scanner.h"

#include "support/utf8.h"

#include <string.h>

/* Findings of one file's scan; whoever has more needs no longer list. */
#define REPORTED_MOST 2000

/* Of source, in most plans: room for all tokens at once. */
#define BYTES_A_TOKEN 8

static void scan_prepare(Scanner *scanner)
{
    for (unsigned i = 0; i < TEXT_MARK_COUNT; i++)
        scanner->close[i] = (Searched){SIZE_MAX, SIZE_MAX};
    scanner->triple = scanner->fact = (Searched){SIZE_MAX, SIZE_MAX};
    scanner->tokens->list.count = scanner->tokens->comments.count = 0;
    size_t room = scanner->source->size / BYTES_A_TOKEN + 16;
    if (scanner->tokens->list.room < room) {
        scanner->tokens->list.at = memory_grow(scanner->tokens->list.at, room * sizeof(Token));
        scanner->tokens->list.room = room;
    }
    scanner->detail = TOKEN_DETAIL_line_first;
}

bool source_is_text(const Source *source, Findings *findings)
{
    size_t bad = utf8_first_bad((Str){source->text, source->size});
    if (bad == source->size)
        return true;
    Place place = {source, {(uint32_t)bad, (uint32_t)bad + 1}};
    unsigned char byte = (unsigned char)source->text[bad];
    if (byte == 0)
        finding_holds_nul(findings, place);
    else
        finding_not_utf8(findings, place, byte);
    return false;
}

bool scan(Source *source, const Vocabulary *vocabulary, Tokens *tokens, Findings *findings)
{
    Scanner scanner = {.source = source,
                       .vocabulary = vocabulary,
                       .tokens = tokens,
                       .findings = findings,
                       .text = source->text,
                       .end = source->text + source->size};
    scan_prepare(&scanner);
    bool is_text = source_is_text(source, findings);
    if (is_text)
        scanner_run(&scanner);
    token_add(&scanner, TOKEN_end_of_file, scanner.end, scanner.end, 0);
    return is_text;
}

Place scanner_place(const Scanner *scanner, const char *first, const char *end)
{
    return (Place){scanner->source, {(uint32_t)(first - scanner->text), (uint32_t)(end - scanner->text)}};
}

Str scanner_shown(Scanner *scanner, const char *first, const char *end)
{
    return finding_shown(scanner->findings, (Str){first, (size_t)(end - first)});
}

bool scanner_reports(Scanner *scanner, const char *at)
{
    if (++scanner->reported == REPORTED_MOST)
        finding_many_mistakes(scanner->findings, scanner_place(scanner, at, at));
    return scanner->reported < REPORTED_MOST;
}

/* The signs among the characters beyond ASCII stand in these blocks, as in the rules. */
bool is_letter(const Scanner *scanner, const char *at)
{
    unsigned char c = (unsigned char)*at;
    if (c < 0x80)
        return is_figure(*at) || (unsigned char)((c | 0x20) - 'a') < 26;
    if (at + 1 >= scanner->end || c == 0xc2 || c == 0xe2)
        return false;
    unsigned char next = (unsigned char)at[1];
    return !(c == 0xc3 && (next == 0x97 || next == 0xb7)) && !(c == 0xe3 && next == 0x80) &&
           !(c == 0xef && (next < 0xa4 || next > 0xba)) && !(c == 0xf0 && next == 0x9f) && c < 0xf1;
}

char *blanks_end(const Scanner *scanner, char *at)
{
    for (;;) {
        if (*at == ' ' || *at == '\t')
            at++;
        else if (scanner->end - at >= 2 && memcmp(at, "\xc2\xa0", 2) == 0)
            at += 2;
        else
            return at;
    }
}

char *line_end_from(const Scanner *scanner, char *at)
{
    while (at < scanner->end && *at != '\n' && *at != '\r')
        at++;
    return at;
}

static TokenKind last_kind(const Scanner *scanner)
{
    size_t count = scanner->tokens->list.count;
    return count ? scanner->tokens->list.at[count - 1].kind : TOKEN_line_end;
}

/* A line end that ends nothing is left out: at the front, behind another or a brace that opens. */
static bool ends_nothing(const Scanner *scanner)
{
    TokenKind last = last_kind(scanner);
    return last == TOKEN_line_end || last == TOKEN_open;
}

char *scan_newline(Scanner *scanner, char *first, char *end)
{
    if (!scanner->after_comma && !ends_nothing(scanner)) {
        scanner->detail = 0;
        token_add(scanner, TOKEN_line_end, first, end, 0);
    }
    scanner->detail = TOKEN_DETAIL_line_first;
    return end;
}

/* What a byte means where it begins something; from BYTE_figure on it may be part of a word. */
typedef enum ByteKind {
    BYTE_rule,  /* left to the rules */
    BYTE_after, /* left to them too, but a word may stand before it: `\r ; { } " #` */
    BYTE_blank,
    BYTE_comma,
    BYTE_line_end,
    BYTE_figure,
    BYTE_letter
} ByteKind;

static const uint8_t byte_kinds[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    2, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 0, 1, 0, 0, 0, 0,
    0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 0, 0, 0, 0, 0,
    0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1, 0, 1, 0, 0,
};

static ByteKind byte_kind(const char *at)
{
    return byte_kinds[(unsigned char)*at];
}

static bool begins_month(char letter)
{
    switch (letter | 0x20) {
    case 'j':
    case 'f':
    case 'm':
    case 'a':
    case 's':
    case 'o':
    case 'n':
    case 'd': return true;
    default: return false;
    }
}

/* `July 2027`: a word that begins like a month's name before a figure may be half of a token. */
static bool may_be_month(const char *word, const char *next)
{
    while (byte_kind(next) == BYTE_blank)
        next++;
    return byte_kind(next) == BYTE_figure && begins_month(*word);
}

/* The end of a word of letters and figures; `word` itself where the rules must say. */
static char *plain_word_end(char *word)
{
    char *end = word + 1;
    while (byte_kind(end) >= BYTE_figure)
        end++;
    bool bullet = *end == '\t' && end - word == 1;
    return byte_kind(end) == BYTE_rule || bullet || may_be_month(word, end) ? word : end;
}

char *scan_plain(Scanner *scanner, char *next)
{
    for (;;) {
        switch (byte_kind(next)) {
        case BYTE_blank:
            do
                next++;
            while (byte_kind(next) == BYTE_blank);
            break;
        case BYTE_comma:
            scanner->after_comma = 1;
            next++;
            break;
        case BYTE_line_end: next = scan_newline(scanner, next, next + 1); break;
        case BYTE_letter: {
            char *end = plain_word_end(next);
            if (end == next)
                return next;
            Str word = {next, (size_t)(end - next)};
            token_add(scanner, TOKEN_word, next, end, (int32_t)vocabulary_find(scanner->vocabulary, word));
            next = end;
            break;
        }
        case BYTE_figure: {
            char *end = scan_plain_figures(scanner, next);
            if (end == next)
                return next;
            next = end;
            break;
        }
        case BYTE_rule:
        case BYTE_after: return next;
        }
    }
}

char *scan_semicolon(Scanner *scanner, char *first)
{
    if (!ends_nothing(scanner)) {
        scanner->detail |= TOKEN_DETAIL_semicolon;
        token_add(scanner, TOKEN_line_end, first, first + 1, 0);
    }
    scanner->after_comma = 0;
    return first + 1;
}

char *scan_comment(Scanner *scanner, char *first)
{
    char *end = line_end_from(scanner, first);
    Span span = {(uint32_t)(first - scanner->text), (uint32_t)(end - scanner->text)};
    ARRAY_ADD(&scanner->tokens->comments, span);
    return end;
}

char *scan_mark(Scanner *scanner, char *first, char *end)
{
    token_add(scanner, TOKEN_mark, first, end, 0);
    return end;
}

/* What Word puts before each line of a list, and blanks. */
char *scan_bullet(Scanner *scanner, char *first, char *end)
{
    char *next = blanks_end(scanner, end);
    if (!(scanner->detail & TOKEN_DETAIL_line_first))
        return scan_stray(scanner, first, end);
    if (scanner_reports(scanner, first)) {
        Finding *finding = finding_bullet(scanner->findings, scanner_place(scanner, first, end),
                                          scanner_shown(scanner, first, end));
        finding_fix(scanner->findings, finding, scanner_place(scanner, first, next).span, STR(""));
    }
    return next;
}

/* A dash or star is a bullet at the front of a line, before a blank and a word; else a sign. */
char *scan_dash(Scanner *scanner, char *first, char *end)
{
    char *next = blanks_end(scanner, end);
    bool front = scanner->detail & TOKEN_DETAIL_line_first;
    if (front && next > end && is_letter(scanner, next) && !is_figure(*next))
        return scan_bullet(scanner, first, end);
    return scan_mark(scanner, first, end);
}

/* `o` and a tab: what is left of a hollow bullet. */
char *scan_letter_bullet(Scanner *scanner, char *first)
{
    if (scanner->detail & TOKEN_DETAIL_line_first)
        return scan_bullet(scanner, first, first + 1);
    int32_t number = (int32_t)vocabulary_find(scanner->vocabulary, (Str){first, 1});
    token_add(scanner, TOKEN_word, first, first + 1, number);
    return first + 1;
}

#define KEY_WORDS_MOST 8

/* Whether nothing but a few words stands before the next token on its line: a key. */
static bool behind_key(const Scanner *scanner)
{
    const Tokens *tokens = scanner->tokens;
    for (size_t words = 0; words <= KEY_WORDS_MOST; words++) {
        if (words == tokens->list.count)
            return words > 0;
        TokenKind kind = tokens->list.at[tokens->list.count - 1 - words].kind;
        if (kind == TOKEN_line_end || kind == TOKEN_open)
            return words > 0;
        if (kind != TOKEN_word)
            return false;
    }
    return false;
}

/* `outcome E1 "…": {` */
static bool is_before_block(const Scanner *scanner, char *first)
{
    return *blanks_end(scanner, first + 1) == '{' && !ends_nothing(scanner);
}

char *scan_colon(Scanner *scanner, char *first)
{
    if ((!behind_key(scanner) && !is_before_block(scanner, first)) || scanner->after_comma)
        return scan_mark(scanner, first, first + 1);
    if (scanner_reports(scanner, first)) {
        Finding *finding =
            finding_colon_after_key(scanner->findings, scanner_place(scanner, first, first + 1));
        bool touches = blanks_end(scanner, first + 1) == first + 1;
        finding_fix(scanner->findings, finding, finding->place.span, touches ? STR(" ") : STR(""));
    }
    return first + 1;
}

/* `mins.`, `D.O.B.`: is the full stop part of the word before it, as the language knows it? Then it is put
 * there. */
static bool ends_word(Scanner *scanner, char *first)
{
    size_t count = scanner->tokens->list.count;
    Token *word = count ? &scanner->tokens->list.at[count - 1] : NULL;
    if (!word || word->kind != TOKEN_word || scanner->text + word->end != first)
        return false;
    Str text = {scanner->text + word->first, (size_t)(word->end - word->first) + 1};
    uint32_t number = vocabulary_find(scanner->vocabulary, text);
    if (!number)
        return false;
    word->value = (int32_t)number;
    word->end++;
    return true;
}

/* A full stop that ends a line, as in a sentence. */
char *scan_full_stop(Scanner *scanner, char *first)
{
    if (ends_word(scanner, first))
        return first + 1;
    char *next = blanks_end(scanner, first + 1);
    bool ends_line = next == scanner->end || strchr("\r\n;}", *next);
    if (!ends_line || ends_nothing(scanner))
        return scan_stray(scanner, first, first + 1);
    if (scanner_reports(scanner, first)) {
        Finding *finding = finding_full_stop(scanner->findings, scanner_place(scanner, first, first + 1));
        finding_fix(scanner->findings, finding, finding->place.span, STR(""));
    }
    return first + 1;
}

/* On to the end of the strange characters that follow without a blank. */
static char *stray_end(const Scanner *scanner, char *end)
{
    while (end < scanner->end && (unsigned char)*end >= 0x80 && !is_letter(scanner, end)) {
        bool means_something = strchr("\xc2\xe2", *end) || (unsigned char)*end == 0xc3;
        if (means_something && ((unsigned char)end[-1] & 0x80) == 0)
            break;
        unsigned size;
        utf8_decode(end, scanner->end, &size);
        end += size;
        if (means_something)
            break;
    }
    return end;
}

/* Control characters, and those that turn the direction of writing. */
static bool is_invisible(uint32_t code)
{
    return code < ' ' || (code >= 0x7f && code < 0xa0) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2061 && code <= 0x206f) || code == 0xad;
}

/* Of a pair of brackets or foreign quotation marks the first is reported. Looks a few tokens back, so that a
 * long line costs no more. */
static bool closes_stray(const Scanner *scanner, const char *first)
{
    bool closes = *first == ']' || *first == '\'' || !strncmp(first, "\u00bb", 2);
    size_t count = scanner->tokens->list.count;
    for (size_t back = 1; closes && back <= 8 && back <= count; back++) {
        TokenKind kind = (TokenKind)scanner->tokens->list.at[count - back].kind;
        if (kind == TOKEN_line_end)
            return false;
        if (kind == TOKEN_bad_byte)
            return true;
    }
    return false;
}

char *scan_stray(Scanner *scanner, char *first, char *end)
{
    char *behind_text = scan_quotes(scanner, first);
    if (behind_text)
        return behind_text;
    if ((unsigned char)*first >= 0x80) {
        unsigned size;
        utf8_decode(first, scanner->end, &size);
        end = stray_end(scanner, first + size);
    }
    if (scanner_reports(scanner, first) && !closes_stray(scanner, first)) {
        unsigned size;
        uint32_t code = utf8_decode(first, scanner->end, &size);
        Place place = scanner_place(scanner, first, end);
        if (is_invisible(code))
            finding_control_character(scanner->findings, place, code);
        else
            finding_stray_character(scanner->findings, place, scanner_shown(scanner, first, end));
    }
    token_add(scanner, TOKEN_bad_byte, first, end, 0);
    return end;
}
