/* Who does it: people in a text. */
#include "sema/words/says.h"

/* Words behind a helper in which the training stands. */
#define TRAINING_REACH 12

static bool is_word(const Prose *prose, uint32_t word, const char *text)
{
    return str_equal_folded(prose_word(prose, word), str_from(text));
}

/* Before the helper: the class, year or level that tells which (Year 4 TA, level 3 TA, higher level teaching
 * assistant). */
static bool is_placed(const Prose *prose, uint32_t word, WordRange range)
{
    const ProseWord *words = prose->words.at;
    uint32_t first = word - range.first > 3 ? word - 3 : range.first;
    for (uint32_t i = first; i < word; i++) {
        bool numbers =
            (words[i].role == ROLE_stage || is_word(prose, i, "level")) && words[i + 1].role == ROLE_number;
        bool is_class = i + 1 == word && (words[i].role == ROLE_group || words[i].role == ROLE_stage);
        bool is_higher = is_word(prose, i, "higher") && is_word(prose, i + 1, "level");
        if (numbers || is_class || is_higher)
            return true;
    }
    return false;
}

static bool ends_with_s(Str word)
{
    return word.length > 2 && word.at[word.length - 1] == 's' &&
           (word.at[word.length - 2] == '\'' || (unsigned char)word.at[word.length - 2] == 0x99);
}

/* The pupil's own: his TA, Safiya's teaching assistant; and the one the text has in mind: the teaching
 * assistant. */
static bool is_own(const Prose *prose, uint32_t word, WordRange range)
{
    static const Str owners[] = {STR_INIT("his"), STR_INIT("her"), STR_INIT("their"), STR_INIT("the")};
    if (role_word(prose->words.at[word].symbol)->value != 1)
        return false;
    uint32_t first = word - range.first > 2 ? word - 2 : range.first;
    for (uint32_t i = word; i-- > first;) {
        if (prose->words.at[i + 1].before & (BEFORE_comma | BEFORE_dash | BEFORE_clause))
            return false;
        if (ends_with_s(prose_word(prose, i)))
            return true;
        for (size_t owner = 0; owner < sizeof owners / sizeof *owners; owner++)
            if (str_equal_folded(prose_word(prose, i), owners[owner]))
                return true;
    }
    return false;
}

static bool is_trained(const Prose *prose, uint32_t word, WordRange range)
{
    for (uint32_t i = word + 1; i < range.end && i < word + TRAINING_REACH; i++)
        if (prose->words.at[i].role == ROLE_skill || is_word(prose, i, "course"))
            return true;
    return false;
}

static bool is_told_helper(const Prose *prose, uint32_t word, WordRange range)
{
    bool is_kind = word > range.first &&
                   (is_word(prose, word - 1, "personal") || is_word(prose, word - 1, "key")) &&
                   (!is_word(prose, word, "adult") && !is_word(prose, word, "staff"));
    return is_kind || is_placed(prose, word, range) || is_own(prose, word, range) ||
           is_trained(prose, word, range);
}

bool prose_names_person(const Prose *prose, WordRange range)
{
    for (uint32_t i = range.first; i < range.end; i++) {
        const ProseWord *word = &prose->words.at[i];
        if (word->flags & PROSE_own)
            continue;
        bool is_titled =
            word->role == ROLE_title && i + 1 < range.end && (prose->words.at[i + 1].flags & PROSE_capital);
        if (is_titled || word->role == ROLE_post ||
            (word->role == ROLE_helper && is_told_helper(prose, i, range)))
            return true;
    }
    return false;
}
