/* What a loose text says of itself, out of its amounts and the roles of its words. Knows no word lists. */
#include "sema/words/says.h"

#include <string.h>

static bool is_word(const Prose *prose, uint32_t word, const char *text)
{
    return word < prose->words.count && str_equal_folded(prose_word(prose, word), str_from(text));
}

static int32_t value_of(const ProseWord *word)
{
    return role_word(word->symbol)->value;
}

/* ---- several things in one ---- */

/* `so that she can choose her own books` tells what for, not what. */
static bool begins_purpose(const Prose *prose, uint32_t word)
{
    return is_word(prose, word, "so") || (is_word(prose, word, "in") && is_word(prose, word + 1, "order"));
}

/* Words of a sentence looked at. */
#define SENTENCE_MOST 150

/* Words between what joins a part to the one before and its verb: and she also … */
#define JOINT_REACH   3

static bool is_verb(const ProseWord *word)
{
    return word->role == ROLE_act || word->role == ROLE_will || word->role == ROLE_have ||
           word->role == ROLE_be || (word->role == ROLE_sign && value_of(word) > 0);
}

static bool is_joint(const ProseWord *word)
{
    return word->role == ROLE_and || (word->before & (BEFORE_comma | BEFORE_clause));
}

static bool ends_with_ing(Str word)
{
    return word.length > 5 && memcmp(word.at + word.length - 3, "ing", 3) == 0;
}

/* Is the word in a clause that hangs on another: when he is given a timer, who finds it hard, using a pen? */
static bool is_hanging(const Prose *prose, uint32_t word, uint32_t first)
{
    for (uint32_t i = word;; i--) {
        if (prose->words.at[i].role == ROLE_when || is_word(prose, i, "who") || is_word(prose, i, "which") ||
            ((prose->words.at[i].before & BEFORE_comma) && ends_with_ing(prose_word(prose, i))))
            return true;
        if (i == first || (prose->words.at[i].before & BEFORE_comma))
            return false;
    }
}

/* Does a further part of the sentence begin with this verb: `…, write a sentence …`, `and she will …`? */
static bool begins_part(const Prose *prose, uint32_t verb, uint32_t first)
{
    const ProseWord *words = prose->words.at;
    if (!is_verb(&words[verb]) || is_hanging(prose, verb, first))
        return false;
    for (uint32_t i = verb;
         i + JOINT_REACH > verb && (i == verb || !is_verb(&words[i]) || words[i].role == ROLE_will); i--) {
        if (i == first || is_joint(&words[i]))
            return true;
    }
    return false;
}

/* Is anything counted between two places of the text? `*from` is the first amount that may be, and is moved
 * on. */
static bool counts_within(const Prose *prose, const ProseAmounts *amounts, size_t *from, uint32_t end)
{
    bool counts = false;
    for (; *from < amounts->list.count && amounts->list.at[*from].first_word < end; ++*from) {
        const ProseAmount *amount = &amounts->list.at[*from];
        bool is_kind = amount->end_word < prose->words.count && /* a five-point scale */
                       (prose->words.at[amount->end_word].before & BEFORE_hyphen);
        counts |= !is_kind && prose_amount_counts(prose, amount);
    }
    return counts;
}

/* `At present he leaves about 9 times a week` tells where things stand. */
static bool is_about_now(const Prose *prose, WordRange range)
{
    for (uint32_t i = range.first; i < range.end && i < range.first + JOINT_REACH; i++)
        if (is_word(prose, i, "present") || is_word(prose, i, "moment") || is_word(prose, i, "currently") ||
            is_word(prose, i, "now"))
            return true;
    return false;
}

/* `*from` is the first amount that may stand in the sentence. */
static bool is_compound_sentence(const Prose *prose, const ProseAmounts *amounts, WordRange range,
                                 size_t *from)
{
    unsigned measured = 0;
    uint32_t end = range.first;
    bool has_verb = false, is_now = is_about_now(prose, range);
    for (; end < range.end && !begins_purpose(prose, end); end++) {
        bool is_first = !has_verb && is_verb(&prose->words.at[end]) && !is_hanging(prose, end, range.first);
        if (!is_first && !begins_part(prose, end, range.first))
            continue;
        measured += counts_within(prose, amounts, from, end) && has_verb;
        has_verb = true;
    }
    measured += counts_within(prose, amounts, from, end) && has_verb;
    counts_within(prose, amounts, from, range.end);
    return measured > 1 && !is_now;
}

/* The sentence that begins with a word, no further than anyone reads one. */
static WordRange sentence_at(const Prose *prose, uint32_t word)
{
    uint32_t end = word + 1;
    for (; end < prose->words.count && end < word + SENTENCE_MOST; end++)
        if ((prose->words.at[end].before & BEFORE_clause) && !(prose->words.at[end].before & BEFORE_colon))
            break;
    return (WordRange){word, end};
}

static bool says_compound(const Prose *prose, const ProseAmounts *amounts)
{
    size_t from = 0;
    for (uint32_t i = 0; i < prose->words.count;) {
        WordRange range = sentence_at(prose, i);
        if (is_compound_sentence(prose, amounts, range, &from))
            return true;
        i = range.end;
    }
    return false;
}

/* ---- acts that are done or not done ---- */

/* Words that must follow the verb: `ask for help` tells too little, `ask his friends if he can play` enough.
 */
#define ACT_WORDS 3

/* A word that hides how much, unless it is denied: `without any help`. */
static bool is_loose(const Prose *prose, uint32_t word)
{
    const ProseWord *words = prose->words.at;
    bool is_bare_level = is_word(prose, word, "level") &&
                         (word + 1 >= prose->words.count || words[word + 1].role != ROLE_number);
    if (words[word].role != ROLE_loose && !is_bare_level)
        return false;
    for (uint32_t i = word > 3 ? word - 3 : 0; i < word; i++)
        if (words[i].role == ROLE_negation)
            return false;
    return !(is_word(prose, word, "help") && word > 0 &&
             words[word - 1].role == ROLE_for); /* asks for help */
}

/* By himself, without, on her own, independently: what makes an act one that is done or not done. */
static bool is_condition(const Prose *prose, uint32_t word)
{
    const ProseWord *at = &prose->words.at[word];
    bool is_purpose = at->role == ROLE_to && word + 1 < prose->words.count && at[1].role == ROLE_act;
    bool is_award = (at->role == ROLE_skill && value_of(at) == 1) || is_word(prose, word, "placement") ||
                    (is_word(prose, word, "experience") && word > 0 && is_word(prose, word - 1, "work"));
    return is_purpose || is_award || at->role == ROLE_alone || at->role == ROLE_negation ||
           is_word(prose, word, "independently") || is_word(prose, word, "whole") ||
           is_word(prose, word, "until") ||
           (is_word(prose, word, "own") && word > 1 && is_word(prose, word - 2, "on"));
}

static bool is_plain_act(const Prose *prose, uint32_t verb, uint32_t end)
{
    bool has_condition = verb > 0 && is_word(prose, verb - 1, "independently");
    uint32_t i = verb + 1;
    for (; i < end && !begins_purpose(prose, i); i++) {
        if (is_loose(prose, i))
            return false;
        has_condition |= is_condition(prose, i);
    }
    bool is_seen = value_of(&prose->words.at[verb]) == 1;
    return i - verb - 1 >= ACT_WORDS && (is_seen || has_condition);
}

/* Does a verb of the sentence tell of an act that anyone can see done, with enough words to know it by? */
static bool has_plain_act(const Prose *prose, WordRange sentence)
{
    for (uint32_t i = sentence.first; i < sentence.end; i++) {
        const ProseWord *word = &prose->words.at[i];
        bool is_seen = (word->role == ROLE_act || word->role == ROLE_sign) && value_of(word) > 0;
        bool is_told = is_seen && ((word->flags & PROSE_head) || begins_part(prose, i, sentence.first));
        if (is_told && is_plain_act(prose, i, sentence.end))
            return true;
    }
    return false;
}

bool prose_promises_act(const Prose *prose, uint32_t first)
{
    WordRange sentence = sentence_at(prose, first);
    for (uint32_t i = first; i < sentence.end && i < first + 2; i++) {
        bool is_seen = prose->words.at[i].role == ROLE_act && value_of(&prose->words.at[i]) == 1;
        bool is_joined =
            i > 0 && (prose->words.at[i - 1].role == ROLE_and || prose->words.at[i - 1].role == ROLE_to);
        if (is_seen && is_joined && is_plain_act(prose, i, sentence.end))
            return true;
    }
    return false;
}

static bool says_plain_act(const Prose *prose)
{
    for (uint32_t i = 0; i < prose->words.count;) {
        WordRange sentence = sentence_at(prose, i);
        if (has_plain_act(prose, sentence))
            return true;
        i = sentence.end;
    }
    return false;
}

ProseSays prose_says(const Prose *prose, const ProseAmounts *amounts)
{
    WordRange whole = {0, (uint32_t)prose->words.count};
    ProseSays says = {.who = prose_names_person(prose, whole),
                      .what_counts = prose_says_count(prose, amounts) || says_plain_act(prose),
                      .is_compound = says_compound(prose, amounts)};
    prose_add_dose(prose, amounts, &says);
    return says;
}
