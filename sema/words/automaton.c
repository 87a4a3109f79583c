/* Reading a text with the automaton. How it is made: automaton_build.c. */
#include "sema/words/automaton.h"

#include <stdlib.h>

/* Where `symbol` leads from a state. */
static uint32_t step(const Automaton *automaton, uint32_t from, uint32_t symbol)
{
    const WordState *state = &automaton->states[from];
    const WordEdge *edges = automaton->edges + state->first_edge;
    uint32_t low = 0, high = state->edge_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (edges[middle].symbol < symbol)
            low = middle + 1;
        else
            high = middle;
    }
    return low < state->edge_count && edges[low].symbol == symbol ? edges[low].target : state->other;
}

/* Of each list the longest until now. */
static void note_here(WordMatches *matches, WordMatch match)
{
    if (match.first_word < matches->taken.at[match.list])
        return;
    for (size_t i = 0; i < matches->here.count; i++)
        if (matches->here.at[i].list == match.list) {
            if (matches->here.at[i].end_word < match.end_word)
                matches->here.at[i] = match;
            return;
        }
    ARRAY_ADD(&matches->here, match);
}

static void note_accepts(const Automaton *automaton, const Prose *prose, WordMatches *matches,
                         const WordState *state, uint32_t first, uint32_t last)
{
    for (uint32_t i = 0; i < state->accept_count; i++) {
        uint32_t pattern = automaton->accepts[state->first_accept + i];
        PatternInfo info = automaton->patterns[pattern];
        const ProseWord *words = prose->words.at;
        note_here(matches, (WordMatch){.pattern = pattern,
                                       .first_word = first,
                                       .end_word = last + 1,
                                       .at = {words[first].first, words[last].end},
                                       .list = info.list,
                                       .clause = words[first].clause,
                                       .entry = info.entry});
    }
}

static bool is_left_out(const ProseWord *word)
{
    return word->flags & (PROSE_own | PROSE_name);
}

/* All patterns that begin at a word, from the state behind it. */
static void match_from(const Automaton *automaton, const Prose *prose, WordMatches *matches, uint32_t first,
                       uint32_t state)
{
    const ProseWord *words = prose->words.at;
    for (uint32_t at = first;;) {
        if (automaton->states[state].accept_count)
            note_accepts(automaton, prose, matches, &automaton->states[state], first, at);
        if (++at >= prose->words.count || words[at].clause != words[first].clause || is_left_out(&words[at]))
            return;
        state = step(automaton, state, words[at].symbol);
        if (!state)
            return;
    }
}

static void keep_here(const Automaton *automaton, WordMatches *matches)
{
    for (size_t i = 0; i < matches->here.count; i++) {
        WordMatch match = matches->here.at[i];
        matches->taken.at[match.list] = match.end_word;
        if (!automaton->patterns[match.pattern].is_exception)
            ARRAY_ADD(&matches->list, match);
    }
    matches->here.count = 0;
}

void automaton_match(const Automaton *automaton, const Prose *prose, WordMatches *matches)
{
    matches->list.count = matches->here.count = matches->taken.count = 0;
    for (uint32_t i = 0; i < automaton->list_count; i++)
        ARRAY_ADD(&matches->taken, 0);
    for (uint32_t i = 0; automaton->state_count && i < prose->words.count; i++) {
        const ProseWord *word = &prose->words.at[i];
        bool is_head = word->flags & PROSE_head;
        uint32_t state = (is_head ? automaton->head_start : automaton->start)[word->symbol];
        if (!state || is_left_out(word))
            continue;
        match_from(automaton, prose, matches, i, state);
        keep_here(automaton, matches);
    }
}

void word_matches_free(WordMatches *matches)
{
    free(matches->list.at);
    free(matches->taken.at);
    free(matches->here.at);
    *matches = (WordMatches){0};
}
