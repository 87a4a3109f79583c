/* What a list of patterns finds in a text, the plain way: each pattern at each word, step by step. The
 * automaton must find the same. */
#ifndef SENC_TESTS_UNIT_WORDS_NAIVE_H
#define SENC_TESTS_UNIT_WORDS_NAIVE_H

#include "sema/words/automaton.h"

/* Is the symbol a number's? */
static inline bool naive_is_number(const Lexicon *lexicon, uint32_t symbol)
{
    for (uint32_t i = 0; i <= lexicon->mask; i++) {
        const LexiconSlot *slot = &lexicon->slots[i];
        char first = slot->symbol ? lexicon->spellings[slot->spelling] : 0;
        if (slot->symbol == symbol && first >= '0' && first <= '9' && symbol > lexicon_number)
            return true;
    }
    return symbol == lexicon_number || role_word(symbol)->role == ROLE_number;
}

typedef struct Naive {
    const PatternSteps *steps;
    const Lexicon *lexicon;
    const Prose *prose;
    uint32_t first, best; /* word the way begins at; the longest end found for the list, 0 for none */
    uint32_t best_pattern;
    const PatternInfo *infos;
    unsigned list;
} Naive;

static inline bool naive_takes(const Naive *naive, const Element *element, uint32_t at)
{
    const ProseWord *words = naive->prose->words.at;
    if (at >= naive->prose->words.count || words[at].clause != words[naive->first].clause ||
        (words[at].flags & (PROSE_own | PROSE_name)))
        return false;
    if (element->kind == ELEMENT_any)
        return true;
    if (element->kind == ELEMENT_number)
        return naive_is_number(naive->lexicon, words[at].symbol);
    for (unsigned i = 0; i < element->count; i++)
        if (naive->steps->symbols.at[element->first + i] == words[at].symbol)
            return true;
    return false;
}

static inline void naive_go(Naive *naive, uint32_t element, uint32_t at)
{
    const Element *step = &naive->steps->elements.at[element];
    if (step->kind == ELEMENT_end) {
        bool is_better = at > naive->best || (at == naive->best && step->first < naive->best_pattern);
        if (naive->infos[step->first].list == naive->list && is_better) {
            naive->best = at;
            naive->best_pattern = step->first;
        }
        return;
    }
    if (step->kind == ELEMENT_any)
        naive_go(naive, element + 1, at);
    if (naive_takes(naive, step, at))
        naive_go(naive, element + 1, at + 1);
}

/* Whether the automaton found in the list just what is there. */
static inline bool naive_agrees(const AutomatonBuilder *builder, const Automaton *automaton,
                                const Prose *prose, const WordMatches *matches, unsigned list)
{
    size_t next = 0;
    for (uint32_t i = 0; i < prose->words.count;) {
        Naive naive = {.steps = &builder->steps,
                       .lexicon = &automaton->lexicon,
                       .prose = prose,
                       .first = i,
                       .infos = builder->patterns.at,
                       .list = list};
        for (uint32_t element = 0; element < builder->steps.elements.count; element++) {
            const Element *step = &builder->steps.elements.at[element];
            if (step->is_start && (!step->at_head || (prose->words.at[i].flags & PROSE_head)))
                naive_go(&naive, element, i);
        }
        while (next < matches->list.count && matches->list.at[next].list != list)
            next++;
        bool is_found = next < matches->list.count && matches->list.at[next].first_word == i;
        bool is_there = naive.best && !builder->patterns.at[naive.best_pattern].is_exception;
        if (is_found != is_there || (is_found && (matches->list.at[next].end_word != naive.best ||
                                                  matches->list.at[next].pattern != naive.best_pattern)))
            return false;
        next += is_found;
        i = naive.best ? naive.best : i + 1;
    }
    return true;
}

#endif
