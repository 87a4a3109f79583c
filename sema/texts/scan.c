/* Scan: a text taken apart into words. In: bytes; out: slices of them. Reads every byte once, whatever it is.
 */
#include "sema/texts/scan.h"

/* What a byte may be: part of a word; what may stand between two parts of one; the end of a sentence. */
enum { BYTE_letter = 1, BYTE_joint = 2, BYTE_end = 4, BYTE_dot = 8, BYTE_mark = 16 };

/* The first byte of dashes and quotation marks in UTF-8. */
#define MARK          0xE2

#define LETTER(c)     [c] = BYTE_letter
#define LETTERS_2(c)  LETTER(c), LETTER((c) + 1)
#define LETTERS_8(c)  LETTERS_2(c), LETTERS_2((c) + 2), LETTERS_2((c) + 4), LETTERS_2((c) + 6)
#define LETTERS_32(c) LETTERS_8(c), LETTERS_8((c) + 8), LETTERS_8((c) + 16), LETTERS_8((c) + 24)
#define ALPHABET(c)   LETTERS_8(c), LETTERS_8((c) + 8), LETTERS_8((c) + 16), LETTERS_2((c) + 24)

static const uint8_t byte_classes[256] = {LETTERS_8('0'),
                                          LETTERS_2('8'),
                                          ALPHABET('A'),
                                          ALPHABET('a'),
                                          LETTERS_32(0x80),
                                          LETTERS_32(0xA0),
                                          LETTERS_32(0xC0),
                                          LETTERS_2(0xE0),
                                          [MARK] = BYTE_mark,
                                          LETTER(0xE3),
                                          LETTERS_2(0xE4),
                                          LETTERS_2(0xE6),
                                          LETTERS_8(0xE8),
                                          LETTERS_8(0xF0),
                                          LETTERS_8(0xF8),
                                          ['\''] = BYTE_joint,
                                          ['-'] = BYTE_joint,
                                          ['/'] = BYTE_joint,
                                          ['&'] = BYTE_joint,
                                          ['.'] = BYTE_joint | BYTE_dot,
                                          [':'] = BYTE_joint | BYTE_end,
                                          ['!'] = BYTE_end,
                                          ['?'] = BYTE_end,
                                          [';'] = BYTE_end,
                                          ['\n'] = BYTE_end};

static uint8_t class_at(Str text, size_t at)
{
    return at < text.length ? byte_classes[(unsigned char)text.at[at]] : 0;
}

/* The bytes of a dash or quotation mark at `at`, which is one; but for what may stand at the end. */
static size_t mark_length(Str text, size_t at)
{
    return at + 2 < text.length ? 3 : 1;
}

/* The bytes of what stands between two letters of one word at `at`: an apostrophe, straight or not, a hyphen,
 * a dot; 0 where nothing does. */
static size_t joint_length(Str text, size_t at)
{
    uint8_t class = class_at(text, at);
    size_t length = class & BYTE_joint ? 1 : 0;
    if (class & BYTE_mark && at + 2 < text.length && (unsigned char)text.at[at + 1] == 0x80 &&
        (unsigned char)text.at[at + 2] == 0x99)
        length = 3;
    return length && class_at(text, at + length) & BYTE_letter ? length : 0;
}

static bool is_title(Str word)
{
    static const Str titles[] = {STR_INIT("Mr"), STR_INIT("Mrs"), STR_INIT("Ms"),  STR_INIT("Mx"),
                                 STR_INIT("Dr"), STR_INIT("St"),  STR_INIT("etc"), STR_INIT("approx")};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_equal(word, titles[i]))
            return true;
    return false;
}

/* "Mr.", "e.g.", "K." end no sentence. */
static bool is_shortened(Str word)
{
    if (word.length == 1 && word.at[0] != 'I')
        return true;
    for (size_t i = 0; i < word.length; i++)
        if (word.at[i] == '.')
            return true;
    return is_title(word);
}

/* Steps over what stands between words, and tells whether it ends a sentence. */
static bool skip_gap(TextScan *scan)
{
    bool ends = scan->word.length == 0;
    size_t at = scan->at;
    for (; at < scan->text.length; at++) {
        uint8_t class = byte_classes[(unsigned char)scan->text.at[at]];
        if (class & BYTE_letter)
            break;
        ends |= (class & BYTE_end) != 0;
        ends |= class & BYTE_dot && !is_shortened(scan->word);
        if (class & BYTE_mark)
            at += mark_length(scan->text, at) - 1;
    }
    scan->at = at;
    return ends;
}

bool text_scan_next(TextScan *scan)
{
    scan->begins = skip_gap(scan);
    size_t first = scan->at, at = first;
    if (first >= scan->text.length)
        return false;
    for (size_t joint = 1; joint; at += joint) {
        while (class_at(scan->text, at) & BYTE_letter)
            at++;
        joint = joint_length(scan->text, at);
    }
    scan->at = at;
    scan->word = (Str){scan->text.at + first, at - first};
    return true;
}

Str text_scan_first(Str text)
{
    TextScan scan = {.text = text};
    return text_scan_next(&scan) ? scan.word : STR("");
}

Str word_bare(Str word)
{
    static const Str ends[] = {STR_INIT("'s"), STR_INIT("\u2019s")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(word, ends[i]))
            return str_slice(word, 0, word.length - ends[i].length);
    return word;
}

static unsigned char lowered(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

uint64_t word_hash(Str word)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < word.length; i++)
        hash = (hash ^ lowered(word.at[i])) * UINT64_C(1099511628211);
    return hash ^ hash >> 29;
}

bool text_holds(Str text, Str words)
{
    return str_find_folded(text, words, 0) < text.length;
}

bool word_is_pronoun(Str word)
{
    static const Str pronouns[] = {STR_INIT("he"),      STR_INIT("she"),     STR_INIT("they"),
                                   STR_INIT("him"),     STR_INIT("her"),     STR_INIT("them"),
                                   STR_INIT("his"),     STR_INIT("hers"),    STR_INIT("their"),
                                   STR_INIT("himself"), STR_INIT("herself"), STR_INIT("themselves")};
    char first = word.length ? (char)(word.at[0] | 32) : 0;
    if (first != 'h' && first != 's' && first != 't')
        return false;
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (str_equal_folded(word, pronouns[i]))
            return true;
    return false;
}
