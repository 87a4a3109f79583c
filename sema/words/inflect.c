/* Forms of words, by a list and by rule. Knows nothing of patterns. */
#include "sema/words/inflect.h"

#include <string.h>

static const struct {
    Str base, forms;
} irregular[] = {
#define FORMS(base, forms) {STR_INIT(base), STR_INIT(forms)},
#include "sema/words/irregular.def"
};

static bool is_vowel(char letter)
{
    return memchr("aeiou", letter, 5) != NULL;
}

static void add_form(Forms *forms, Str form)
{
    if (forms->count < FORMS_MOST)
        forms->at[forms->count++] = form;
}

/* The word without its last `drop` letters, with `ending`. */
static void add_ending(Forms *forms, Arena *arena, Str word, size_t drop, const char *ending)
{
    Str stem = str_slice(word, 0, word.length - drop);
    add_form(forms, arena_format(arena, STR_FMT "%s", STR_ARG(stem), ending));
}

static bool add_listed(Forms *forms, Str word)
{
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++) {
        if (!str_equal(irregular[i].base, word))
            continue;
        Str rest = irregular[i].forms;
        while (rest.length) {
            const char *blank = memchr(rest.at, ' ', rest.length);
            size_t length = blank ? (size_t)(blank - rest.at) : rest.length;
            add_form(forms, str_slice(rest, 0, length));
            rest = str_slice(rest, length + (blank != NULL), rest.length);
        }
        return true;
    }
    return false;
}

/* plan, chat, travel: vowel and consonant at the end. */
static bool may_double(Str word)
{
    if (word.length < 3)
        return false;
    const char *last = word.at + word.length - 1;
    return !is_vowel(*last) && !memchr("wxy", *last, 3) && is_vowel(last[-1]) && !is_vowel(last[-2]);
}

static void add_verb_forms(Forms *forms, Arena *arena, Str word)
{
    char last = word.at[word.length - 1], before = word.length > 1 ? word.at[word.length - 2] : 'a';
    if (last == 'e') {
        add_ending(forms, arena, word, 0, "d");
        add_ending(forms, arena, word, before == 'e' ? 0 : 1, "ing");
        return;
    }
    bool is_consonant_y = last == 'y' && !is_vowel(before);
    add_ending(forms, arena, word, is_consonant_y, is_consonant_y ? "ied" : "ed");
    add_ending(forms, arena, word, 0, "ing");
    if (may_double(word)) {
        char doubled_ed[4] = {last, 'e', 'd', 0}, doubled_ing[5] = {last, 'i', 'n', 'g', 0};
        add_ending(forms, arena, word, 0, doubled_ed);
        add_ending(forms, arena, word, 0, doubled_ing);
    }
}

static void add_plural(Forms *forms, Arena *arena, Str word)
{
    char last = word.at[word.length - 1], before = word.length > 1 ? word.at[word.length - 2] : 'a';
    bool hisses = memchr("sxz", last, 3) || (last == 'h' && (before == 'c' || before == 's'));
    if (last == 'y' && !is_vowel(before))
        add_ending(forms, arena, word, 1, "ies");
    else
        add_ending(forms, arena, word, 0, hisses ? "es" : "s");
}

Forms word_forms(Str word, Arena *arena)
{
    Forms forms = {0};
    add_form(&forms, word);
    if (!word.length || add_listed(&forms, word))
        return forms;
    add_plural(&forms, arena, word);
    add_verb_forms(&forms, arena, word);
    return forms;
}
