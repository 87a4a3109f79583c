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

/* The pupil's own: his TA, Safiya's support worker; and of the classroom the one the text has in mind: the
 * teaching assistant. */
static bool is_own(const Prose *prose, uint32_t word, WordRange range)
{
    static const Str owners[] = {STR_INIT("his"), STR_INIT("her"), STR_INIT("their"), STR_INIT("the")};
    int32_t place = role_word(prose->words.at[word].symbol)->value;
    size_t owner_count = place == 1 ? 4 : 3;
    uint32_t first = word - range.first > 2 ? word - 2 : range.first;
    for (uint32_t i = word; place && i-- > first;) {
        if (prose->words.at[i + 1].before & (BEFORE_comma | BEFORE_dash | BEFORE_clause))
            return false;
        if (ends_with_s(prose_word(prose, i)))
            return true;
        for (size_t owner = 0; owner < owner_count; owner++)
            if (str_equal_folded(prose_word(prose, i), owners[owner]))
                return true;
    }
    return false;
}

/* A personal assistant, a key person, a social or family support worker: their kind says what they are for.
 */
static bool is_kind(const Prose *prose, uint32_t word, WordRange range)
{
    static const char *const kinds[] = {"personal",   "key",       "social", "family",  "youth",
                                        "night",      "learning",  "midday", "therapy", "physiotherapy",
                                        "psychology", "bilingual", "break",  "aac"};
    uint32_t first = word - range.first > 2 ? word - 2 : range.first;
    bool is_anybody =
        is_word(prose, word, "adult") || is_word(prose, word, "adults") || is_word(prose, word, "staff");
    for (uint32_t i = first; i < word && !is_anybody; i++)
        for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
            if (is_word(prose, i, kinds[kind]))
                return true;
    return false;
}

/* A dysphagia-trained TA: the hyphen joins what the training is in. */
static bool is_trained_in(const Prose *prose, uint32_t word, WordRange range)
{
    const ProseWord *words = prose->words.at;
    return word > range.first + 1 && is_word(prose, word - 1, "trained") &&
           (words[word - 1].before & BEFORE_hyphen) && !is_word(prose, word - 2, "well");
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
    return is_kind(prose, word, range) || is_placed(prose, word, range) || is_own(prose, word, range) ||
           is_trained_in(prose, word, range) || is_trained(prose, word, range);
}

/* HCPC, BACP: a register in capitals, which says the profession. */
static bool is_register(const Prose *prose, uint32_t word)
{
    Str text = prose_word(prose, word);
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] < 'A' || text.at[i] > 'Z')
            return false;
    return text.length >= 3;
}

/* Short breaks with Sunflower Care, a weekend at Larch House: the place is who gives it. */
static bool names_carer(const Prose *prose, WordRange range)
{
    static const char *const breaks[] = {"respite", "breaks", "overnight", "overnights", "playscheme"};
    bool is_break = false, is_named = false;
    for (uint32_t i = range.first; i < range.end; i++) {
        const ProseWord *next = i + 1 < range.end ? &prose->words.at[i + 1] : NULL;
        for (size_t word = 0; word < sizeof breaks / sizeof *breaks; word++)
            is_break |= is_word(prose, i, breaks[word]);
        is_named |=
            next && (next->flags & PROSE_capital) &&
            (prose->words.at[i].role == ROLE_at || is_word(prose, i, "with") || is_word(prose, i, "by"));
    }
    return is_break && is_named;
}

bool prose_names_person(const Prose *prose, WordRange range)
{
    for (uint32_t i = range.first; i < range.end; i++) {
        const ProseWord *word = &prose->words.at[i];
        if (word->flags & PROSE_own)
            continue;
        bool is_titled =
            word->role == ROLE_title && i + 1 < range.end && (prose->words.at[i + 1].flags & PROSE_capital);
        bool is_registered = word->role == ROLE_skill && i > range.first && is_register(prose, i - 1) &&
                             (is_word(prose, i, "registered") || is_word(prose, i, "accredited"));
        if (is_titled || is_registered || word->role == ROLE_post ||
            (word->role == ROLE_helper && is_told_helper(prose, i, range)))
            return true;
    }
    return names_carer(prose, range);
}
