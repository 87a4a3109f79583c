/* Texts into words: one walk over the bytes. What the words come to is for others; here only the marks
 * between them matter; the words themselves are in prose_words.c. */
#include "sema/words/prose_scanner.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The class of each byte, sixteen a row. */
#define LET CLASS_letter
#define DIG CLASS_digit
#define TOP CLASS_high
#define BLK CLASS_blank
#define LIN CLASS_line
#define STO CLASS_stop
#define QUO CLASS_quote
#define APO CLASS_apostrophe
#define HYP CLASS_hyphen
#define COM CLASS_comma
#define OPN CLASS_open
#define CLO CLASS_close
#define SIG CLASS_sign
#define GAP CLASS_gap
#define OTH CLASS_other
const uint8_t prose_classes[256] = {
    /* clang-format off */
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, BLK, LIN, OTH, OTH, BLK, OTH, OTH,
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH,
    BLK, STO, QUO, OTH, OTH, SIG, SIG, APO, OPN, CLO, OTH, OTH, COM, HYP, STO, SIG,
    DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, STO, STO, GAP, OTH, OTH, STO,
    OTH, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET,
    LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, GAP, OTH, OTH, OTH, GAP,
    OTH, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET,
    LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, LET, OTH, OTH, OTH, OTH, OTH,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP, TOP,
    /* clang-format on */
};
#undef LET
#undef DIG
#undef TOP
#undef BLK
#undef LIN
#undef STO
#undef QUO
#undef APO
#undef HYP
#undef COM
#undef OPN
#undef CLO
#undef SIG
#undef GAP
#undef OTH

/* ---- marks ---- */

/* A gap left to fill: `____`, `[name of pupil]`, `<name>`. A citation ([Section 36]) and a link have figures
 * in it or an address behind it. Its end, or NULL. */
static const char *gap_end(const ProseScanner *scanner)
{
    const char *at = scanner->at, *limit = at + 60 < scanner->end ? at + 60 : scanner->end;
    char close = *at == '[' ? ']' : *at == '<' ? '>' : '_';
    bool has_letters = close == '_';
    for (at++; at < limit && *at != close && close != '_'; at++) {
        if (scanner_is_digit(scanner, at) || scanner_class(scanner, at) == CLASS_line || *at == '=' ||
            *at == '@')
            return NULL;
        has_letters |= scanner_class(scanner, at) == CLASS_letter;
    }
    while (close == '_' && at < scanner->end && *at == '_')
        at++;
    if (close == '_')
        return at - scanner->at > 1 ? at : NULL;
    bool is_link = at + 1 < scanner->end && at[1] == '(';
    return at < limit && has_letters && !is_link ? at + 1 : NULL;
}

/* Does a full stop end the clause? Not inside what is being written on (`e.g. reading`), nor behind a title.
 */
static bool stop_ends(const ProseScanner *scanner)
{
    const Prose *prose = scanner->prose;
    const char *next = scanner->at + 1;
    if (!prose->words.count || scanner_class(scanner, next) == CLASS_letter)
        return scanner_class(scanner, next) == CLASS_letter || prose->words.count;
    const ProseWord *last = &prose->words.at[prose->words.count - 1];
    while (next < scanner->end && prose_classes[(unsigned char)*next] == CLASS_blank)
        next++;
    bool goes_on = next < scanner->end && ((*next >= 'a' && *next <= 'z') || *next == ',' || *next == ')');
    return last->role != ROLE_title && !(goes_on && last->end - last->first <= 6);
}

static void scan_stop(ProseScanner *scanner)
{
    const char *first = scanner->at;
    if (*first == '?' && scanner_class(scanner, first + 1) == CLASS_stop && first[1] == '?') {
        const char *end = first;
        while (end < scanner->end && *end == '?')
            end++;
        scanner_add_as(scanner, first, end, STR("???"));
        return;
    }
    if (*first != '.' || stop_ends(scanner))
        scanner_end_clause(scanner, *first == ':' ? BEFORE_colon : 0);
    scanner->at++;
}

/* Inner quotation marks, where they are closed: what they hold is somebody's own words. */
static void open_quote(ProseScanner *scanner, unsigned size, const char *close, unsigned close_size)
{
    const char *inner = scanner->at + size;
    const char *found =
        scanner->no_more_quotes ? NULL : memmem(inner, (size_t)(scanner->end - inner), close, close_size);
    scanner->no_more_quotes |= !found;
    if (found) {
        scanner->own_until = (uint32_t)(found - scanner->start);
        scanner_end_clause(scanner, 0);
    }
    scanner->at = inner;
}

static void scan_quote(ProseScanner *scanner, unsigned size, const char *close, unsigned close_size)
{
    uint32_t here = (uint32_t)(scanner->at - scanner->start);
    if (here < scanner->own_until)
        scanner->at += size;
    else if (scanner->own_until && here == scanner->own_until) {
        scanner->at += size;
        scanner_end_clause(scanner, 0);
    } else
        open_quote(scanner, size, close, close_size);
}

/* A straight single mark opens a quotation before a letter, after a blank; where the same line closes it. */
static void scan_apostrophe(ProseScanner *scanner)
{
    const char *at = scanner->at;
    bool opens = (at == scanner->start || scanner_class(scanner, at - 1) == CLASS_blank || at[-1] == '(') &&
                 scanner_class(scanner, at + 1) == CLASS_letter;
    const char *limit = at + 200 < scanner->end ? at + 200 : scanner->end;
    uint32_t here = (uint32_t)(at - scanner->start);
    scanner->at++;
    if (scanner->own_until && here == scanner->own_until)
        scanner_end_clause(scanner, 0);
    if (!opens || (scanner->own_until && here <= scanner->own_until))
        return;
    for (const char *close = at + 2; close < limit && *close != '\n'; close++)
        if (*close == '\'' && scanner_class(scanner, close + 1) != CLASS_letter && close[-1] != 's') {
            scanner->own_until = (uint32_t)(close - scanner->start);
            scanner_end_clause(scanner, 0);
            return;
        }
}

/* A line end is a blank, unless an empty line, a bullet or a number with a bracket comes next. */
static void scan_line(ProseScanner *scanner)
{
    const char *at = scanner->at + 1;
    while (at < scanner->end && prose_classes[(unsigned char)*at] == CLASS_blank)
        at++;
    bool is_item = at + 1 < scanner->end && (*at == '-' || *at == '*' || *at == '\n') &&
                   (*at == '\n' || scanner_class(scanner, at + 1) == CLASS_blank);
    bool is_numbered = scanner_is_digit(scanner, at) && at + 1 < scanner->end &&
                       (at[1] == '.' || at[1] == ')') && !scanner_is_digit(scanner, at + 2);
    if (is_item || is_numbered)
        scanner_end_clause(scanner, 0);
    scanner->at = at;
}

/* Characters from 128 on: letters begin a word; the rest is blanks, dashes, bullets, quotation marks. */
static void scan_high(ProseScanner *scanner)
{
    unsigned size;
    uint32_t code = utf8_decode(scanner->at, scanner->end, &size);
    switch (code) {
    case 0x2010:
    case 0x2011: scanner->before |= BEFORE_hyphen; break;
    case 0x2012:
    case 0x2013:
    case 0x2014: scanner->before |= BEFORE_dash; break;
    case 0x201C: scan_quote(scanner, size, "\xE2\x80\x9D", 3); return;
    case 0x201D: scan_quote(scanner, size, "\xE2\x80\x9D", 3); return;
    case 0x2018: scan_quote(scanner, size, "\xE2\x80\x99", 3); return;
    case 0x2022:
    case 0x25AA:
    case 0x25CF:
    case 0xF0B7: scanner_end_clause(scanner, 0); break;
    case 0xA3: scanner_add_as(scanner, scanner->at, scanner->at + size, STR("£")); return;
    case 0xD7: scanner_add_as(scanner, scanner->at, scanner->at + size, STR("×")); return;
    case 0xBD: scanner_add_as(scanner, scanner->at, scanner->at + size, STR("½")); return;
    default:
        if (scanner_letter_bytes(scanner, scanner->at)) {
            scanner_odd_word(scanner, scanner->at);
            return;
        }
    }
    scanner->at += size;
}

static void scan_gap(ProseScanner *scanner)
{
    const char *end = gap_end(scanner);
    if (end)
        scanner_add_as(scanner, scanner->at, end, STR("___"));
    else
        scanner->at++;
}

static void mark_before(ProseScanner *scanner, unsigned bits)
{
    scanner->before |= (uint8_t)bits;
    scanner->at++;
}

static void scan_hyphen(ProseScanner *scanner)
{
    bool is_free = scanner->at > scanner->start && scanner_class(scanner, scanner->at - 1) == CLASS_blank;
    mark_before(scanner, is_free ? BEFORE_dash : BEFORE_hyphen);
}

static void scan_next(ProseScanner *scanner)
{
    switch ((enum ProseClass)scanner_class(scanner, scanner->at)) {
    case CLASS_letter: scanner_word(scanner); break;
    case CLASS_digit: scanner_number(scanner); break;
    case CLASS_high: scan_high(scanner); break;
    case CLASS_line: scan_line(scanner); break;
    case CLASS_stop: scan_stop(scanner); break;
    case CLASS_quote: scan_quote(scanner, 1, "\"", 1); break;
    case CLASS_apostrophe: scan_apostrophe(scanner); break;
    case CLASS_hyphen: scan_hyphen(scanner); break;
    case CLASS_comma: mark_before(scanner, BEFORE_comma); break;
    case CLASS_open: mark_before(scanner, BEFORE_open); break;
    case CLASS_close: mark_before(scanner, BEFORE_close); break;
    case CLASS_sign: scanner_add_as(scanner, scanner->at, scanner->at + 1, (Str){scanner->at, 1}); break;
    case CLASS_gap: scan_gap(scanner); break;
    case CLASS_blank:
    case CLASS_other: scanner->at++; break;
    }
}

void prose_read(Prose *prose, const Lexicon *lexicon, Str text)
{
    text = text.length ? text : STR(""); /* a missing one lies nowhere */
    ProseScanner scanner = {.prose = prose, .start = text.at, .end = text.at + text.length, .at = text.at};
    prose->text = text;
    prose->lexicon = lexicon;
    prose->words.count = 0;
    while (scanner.at < scanner.end)
        scan_next(&scanner);
    prose->clause_count = prose->words.count ? prose->words.at[prose->words.count - 1].clause + 1u : 0;
    prose_mark_heads(prose);
}

void prose_free(Prose *prose)
{
    free(prose->words.at);
    *prose = (Prose){0};
}
