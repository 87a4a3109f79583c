/* Scan: a text taken apart into words. In: bytes; out: slices of them. Reads every byte once, whatever it is.
 */
#include "sema/texts/scan.h"

static bool is_letter(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (c >= 0x80 && c != 0xE2);
}

/* The bytes of a dash or quotation mark of UTF-8 at `at`; 0 where there is none. */
static size_t mark_length(Str text, size_t at)
{
    return (unsigned char)text.at[at] == 0xE2 && at + 2 < text.length ? 3 : 0;
}

static bool is_letter_at(Str text, size_t at)
{
    return at < text.length && is_letter((unsigned char)text.at[at]);
}

/* The bytes of what may stand between two letters of one word: an apostrophe, straight or not, a hyphen, a
 * dot. */
static size_t joint_length(Str text, size_t at)
{
    switch (text.at[at]) {
    case '\'':
    case '-':
    case '.':
    case ':':
    case '/':
    case '&': return 1;
    default: break;
    }
    return mark_length(text, at) && (unsigned char)text.at[at + 1] == 0x80 &&
                   (unsigned char)text.at[at + 2] == 0x99
               ? 3
               : 0;
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
    while (scan->at < scan->text.length && !is_letter_at(scan->text, scan->at)) {
        char c = scan->text.at[scan->at];
        ends |= c == '!' || c == '?' || c == ';' || c == ':' || c == '\n';
        ends |= c == '.' && !is_shortened(scan->word);
        size_t mark = mark_length(scan->text, scan->at);
        scan->at += mark ? mark : 1;
    }
    return ends;
}

bool text_scan_next(TextScan *scan)
{
    scan->begins = skip_gap(scan);
    size_t first = scan->at;
    if (first >= scan->text.length)
        return false;
    while (scan->at < scan->text.length) {
        size_t joint = is_letter_at(scan->text, scan->at) ? 0 : joint_length(scan->text, scan->at);
        if (!joint && !is_letter_at(scan->text, scan->at))
            break;
        if (joint && !is_letter_at(scan->text, scan->at + joint))
            break;
        scan->at += joint ? joint : 1;
    }
    scan->word = str_slice(scan->text, first, scan->at);
    return true;
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
    unsigned char first = words.length ? lowered(words.at[0]) : 0;
    for (size_t at = 0; words.length && at + words.length <= text.length; at++)
        if (lowered(text.at[at]) == first && str_equal_folded(str_slice(text, at, at + words.length), words))
            return true;
    return false;
}
