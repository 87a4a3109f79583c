/* The words of a text, one after the other. Knows nothing of what they mean. */
#include "sema/text_words.h"

static bool is_letter(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

/* The dashes and quotation marks of UTF-8 begin with the byte E2; a no-break space is C2 A0. */
static bool ends_word(Str text, size_t at)
{
    unsigned char c = (unsigned char)text.at[at];
    if (c == '-' && at + 1 < text.length && is_letter((unsigned char)text.at[at + 1]))
        return false;
    return !is_letter(c) || c == 0xE2 || c == 0xC2;
}

static size_t mark_size(unsigned char c)
{
    return c == 0xE2 ? 3 : c == 0xC2 ? 2 : 1;
}

Str text_word(Str text, size_t at)
{
    while (at < text.length && (ends_word(text, at) || text.at[at] == '-'))
        at += mark_size((unsigned char)text.at[at]);
    size_t end = at;
    while (end < text.length && !ends_word(text, end))
        end++;
    return str_slice(text, at, end);
}

size_t text_word_end(Str text, Str word)
{
    return (size_t)(word.at - text.at) + word.length;
}

uint32_t text_count_words(Str text)
{
    uint32_t count = 0;
    for (Str word = text_word(text, 0); word.length; word = text_word(text, text_word_end(text, word)))
        count++;
    return count;
}

bool word_begins(Str word, Str stem)
{
    return word.length >= stem.length && str_equal_folded(str_slice(word, 0, stem.length), stem);
}

Str text_word_like(Str text, Str stem)
{
    Str word = text_word(text, 0);
    while (word.length && !word_begins(word, stem))
        word = text_word(text, text_word_end(text, word));
    return word;
}

bool text_has_word(Str text, Str word)
{
    Str one = text_word(text, 0);
    while (one.length && !str_equal(one, word))
        one = text_word(text, text_word_end(text, one));
    return one.length > 0;
}

bool word_is_capital(Str word)
{
    unsigned char first = word.length ? (unsigned char)word.at[0] : 0;
    return (first >= 'A' && first <= 'Z') ||
           (first == 0xC3 && word.length > 1 && (unsigned char)word.at[1] < 0x9F);
}
