/* Words and numbers of a text: their edges, their symbols. */
#include "sema/words/prose_scanner.h"
#include "support/utf8.h"

#include <string.h>

/* ---- what is put down ---- */

void scanner_end_clause(ProseScanner *scanner, unsigned how)
{
    size_t count = scanner->prose->words.count;
    if (count && !(scanner->before & BEFORE_clause)) {
        scanner->clause += scanner->clause < UINT16_MAX;
        scanner->before |= (uint8_t)(BEFORE_clause | how);
    } else if (!how) {
        scanner->before &= (uint8_t)~BEFORE_colon;
    }
}

static bool is_one(const ProseScanner *scanner, const ProseWord *word)
{
    uint32_t one = lexicon_find(scanner->prose->lexicon, STR("one"));
    return word->symbol == one || (word->end - word->first == 1 && scanner->start[word->first] == '1');
}

/* `one to one` becomes one word, where it ends with `word`. */
static bool join_one_to_one(const ProseScanner *scanner, const ProseWord *word)
{
    const Prose *prose = scanner->prose;
    if (prose->words.count < 2)
        return false;
    ProseWord *last = &prose->words.at[prose->words.count - 1];
    if (last->role != ROLE_to || word->clause != last[-1].clause || !is_one(scanner, word) ||
        !is_one(scanner, last - 1))
        return false;
    last[-1].end = word->end;
    last[-1].role = ROLE_one_to_one;
    last[-1].symbol = (uint16_t)lexicon_find(prose->lexicon, STR("1:1"));
    return true;
}

static void add_word(ProseScanner *scanner, const char *first, const char *end, uint32_t symbol, Role role,
                     unsigned flags)
{
    Prose *prose = scanner->prose;
    ProseWord word = {.first = (uint32_t)(first - scanner->start),
                      .end = (uint32_t)(end - scanner->start),
                      .symbol = (uint16_t)symbol,
                      .clause = (uint16_t)scanner->clause,
                      .role = (uint8_t)role,
                      .flags = (uint8_t)flags,
                      .before = scanner->before};
    if (word.first < scanner->own_until)
        word.flags |= PROSE_own;
    scanner->before = 0;
    scanner->at = end;
    if (word.role == ROLE_number && join_one_to_one(scanner, &word)) {
        prose->words.count--;
        return;
    }
    ARRAY_ADD(&prose->words, word);
}

/* A word that stands for whatever is there. */
void scanner_add_as(ProseScanner *scanner, const char *first, const char *end, Str name)
{
    uint32_t symbol = lexicon_find(scanner->prose->lexicon, name);
    add_word(scanner, first, end, symbol, (Role)role_word(symbol)->role, 0);
}

/* A word like any other. */
static void add_plain(ProseScanner *scanner, const char *first, const char *end, uint32_t symbol)
{
    add_word(scanner, first, end, symbol, (Role)role_word(symbol)->role,
             *first >= 'A' && *first <= 'Z' ? PROSE_capital : 0);
}

/* ---- words ---- */

/* The bytes of the apostrophe at `at`: straight or curly, with a letter behind it; else 0. */
static unsigned apostrophe_inside(const ProseScanner *scanner, const char *at)
{
    unsigned size = 0;
    if (scanner_class(scanner, at) == CLASS_apostrophe)
        size = 1;
    else if (scanner->end - at > 3 && memcmp(at, "\xE2\x80\x99", 3) == 0)
        size = 3;
    return size && scanner_class(scanner, at + size) == CLASS_letter ? size : 0;
}

/* Is the character at `at`, from 128 on, a letter? Its bytes. Dashes, quotation marks and signs are not. */
unsigned scanner_letter_bytes(const ProseScanner *scanner, const char *at)
{
    unsigned size;
    uint32_t code = utf8_decode(at, scanner->end, &size);
    bool is_letter = code >= 0xC0 && code != 0xD7 && code != 0xF7 && (code < 0x2000 || code > 0x2BFF) &&
                     (code < 0xE000 || code > 0xF8FF) && code != 0xFFFD && code != 0xFEFF;
    return is_letter ? size : 0;
}

/* A word with more than plain letters: folded into a buffer first. */
void scanner_odd_word(ProseScanner *scanner, const char *first)
{
    char folded[LEXICON_WORD_MOST];
    size_t length = 0;
    const char *at = first;
    for (unsigned size; at < scanner->end; at += size) {
        unsigned class = scanner_class(scanner, at);
        bool is_abbreviation = *at == '.' && at - first == 1 &&
                               scanner_class(scanner, at + 1) == CLASS_letter &&
                               scanner_class(scanner, at + 2) != CLASS_letter; /* e.g., p.m. */
        size = class == CLASS_letter || class == CLASS_digit || is_abbreviation ? 1
               : class == CLASS_high || class == CLASS_apostrophe
                   ? (apostrophe_inside(scanner, at)
                          ? apostrophe_inside(scanner, at)
                          : (class == CLASS_high ? scanner_letter_bytes(scanner, at) : 0))
                   : 0;
        if (!size && *at == '+' && scanner_class(scanner, at + 1) != CLASS_letter &&
            scanner_class(scanner, at + 1) != CLASS_digit)
            size = 1; /* SA+ */
        if (!size)
            break;
        bool is_mark = class == CLASS_apostrophe || (class == CLASS_high && size == 3 && *at == '\xE2');
        for (unsigned i = 0; i < (is_mark ? 1 : size) && length <= LEXICON_WORD_MOST; i++, length++)
            if (length < LEXICON_WORD_MOST)
                folded[length] = is_mark ? '\'' : at[i];
    }
    bool fits = length <= LEXICON_WORD_MOST;
    add_plain(scanner, first, at, fits ? lexicon_find(scanner->prose->lexicon, (Str){folded, length}) : 0);
}

/* xx, XXXX: a gap to fill. */
static bool is_crosses(const char *first, const char *end)
{
    for (const char *at = first; at < end; at++)
        if ((*at | 32) != 'x')
            return false;
    return end - first > 1;
}

void scanner_word(ProseScanner *scanner)
{
    const char *first = scanner->at, *at = first, *end = scanner->end;
    uint32_t hash = LEXICON_HASH_SEED;
    unsigned class = CLASS_blank;
    for (; at < end && (class = prose_classes[(unsigned char)*at]) <= CLASS_digit && class; at++)
        hash = lexicon_hash_byte(hash, (unsigned char)(*at | (class == CLASS_letter ? 32 : 0)));
    class = scanner_class(scanner, at);
    bool may_go_on = class == CLASS_high || class == CLASS_apostrophe || (at < scanner->end && *at == '+') ||
                     (class == CLASS_stop && *at == '.' && at - first == 1);
    if (may_go_on) {
        scanner_odd_word(scanner, first);
        return;
    }
    if (is_crosses(first, at)) {
        scanner_add_as(scanner, first, at, STR("xx"));
        return;
    }
    Str word = {first, (size_t)(at - first)};
    add_plain(scanner, first, at, lexicon_find_hashed(scanner->prose->lexicon, word, hash));
}

/* ---- numbers ---- */

/* Figures with points, commas and colons between them: 1,200, 3.5, 9:15, 9.15. */
static const char *figures_end(const ProseScanner *scanner, const char *at)
{
    while (scanner_is_digit(scanner, at) ||
           (at < scanner->end && at > scanner->start && memchr(".,:", *at, 3) &&
            scanner_is_digit(scanner, at - 1) && scanner_is_digit(scanner, at + 1)))
        at++;
    return at;
}

static bool says(const char *first, const char *end, const char *what)
{
    return str_equal_folded((Str){first, (size_t)(end - first)}, str_from(what));
}

/* Letters right behind figures: `1to1`, `3rd` and `1x` are words of their own; `20mins` is two. */
static const char *with_letters(const ProseScanner *scanner, const char *first, const char *end)
{
    const char *letters = end;
    while (scanner_class(scanner, end) == CLASS_letter || scanner_class(scanner, end) == CLASS_digit)
        end++;
    bool is_ordinal = end - letters == 2 && (says(letters, end, "st") || says(letters, end, "nd") ||
                                             says(letters, end, "rd") || says(letters, end, "th"));
    return is_ordinal || says(first, end, "1to1") ? end : letters;
}

static bool is_one_to_one(const char *first, const char *end)
{
    return says(first, end, "1:1") || says(first, end, "121") || says(first, end, "1to1");
}

void scanner_number(ProseScanner *scanner)
{
    const char *first = scanner->at, *figures = figures_end(scanner, first),
               *end = with_letters(scanner, first, figures);
    Str word = {first, (size_t)(end - first)};
    bool is_hyphened =
        scanner->end - first > 2 && memcmp(first, "1-1", 3) == 0 && !scanner_is_digit(scanner, first + 3);
    if (is_hyphened || is_one_to_one(first, end)) {
        scanner_add_as(scanner, first, is_hyphened ? first + 3 : end, STR("1:1"));
        return;
    }
    uint32_t symbol = lexicon_find(scanner->prose->lexicon, word);
    add_word(scanner, first, end, symbol ? symbol : lexicon_number,
             end > figures ? ROLE_ordinal : ROLE_number, PROSE_figures);
}
