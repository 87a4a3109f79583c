/* Labels: texts that name a condition and say no more. In: a text; out: whether it is one, and its words. */
#include "sema/check/evaluate.h"

static const Str labels[] = {
#define LABEL(word) STR_INIT(word),
#include "sema/label.def"
};

static const Str fillers[] = {
#define FILLER(word) STR_INIT(word),
#include "sema/label.def"
};

static bool is_among(const Str *words, size_t count, Str word)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_folded(words[i], word))
            return true;
    return false;
}

static bool is_of_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* The next word from `*at` on; empty at the end. */
static Str next_word(Str text, size_t *at)
{
    while (*at < text.length && !is_of_word(text.at[*at]))
        ++*at;
    size_t first = *at;
    while (*at < text.length && is_of_word(text.at[*at]))
        ++*at;
    return str_slice(text, first, *at);
}

int32_t text_word_count(Str text)
{
    int32_t count = 0;
    for (size_t at = 0; next_word(text, &at).length;)
        count++;
    return count;
}

static bool is_in_name(Str name, Str word)
{
    Str part;
    for (size_t at = 0; (part = next_word(name, &at)).length;)
        if (str_equal_folded(part, word))
            return true;
    return false;
}

/* The first word may be anything: whoever is called by another name here than in the pupil's record. */
bool text_is_label(Str text, Str name)
{
    bool has_label = false, is_first = true;
    Str word;
    for (size_t at = 0; (word = next_word(text, &at)).length; is_first = false) {
        if (is_among(labels, sizeof labels / sizeof *labels, word))
            has_label = true;
        else if (!is_first && !is_among(fillers, sizeof fillers / sizeof *fillers, word) &&
                 !is_in_name(name, word))
            return false;
    }
    return has_label;
}
