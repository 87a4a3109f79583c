/* The automaton of all word lists: one for every pattern, over words instead of bytes.
 *
 * From each word of a text it goes on as long as some pattern does, mostly one step; so a text is read once,
 * whatever the number of patterns. It stands in plain arrays, without pointers between them, so that it can
 * be written out as C tables when senc is built, or be made at run time of a school's own lists. */
#ifndef SENC_SEMA_WORDS_AUTOMATON_H
#define SENC_SEMA_WORDS_AUTOMATON_H

#include "sema/words/pattern.h"
#include "sema/words/prose.h"
#include "support/out.h"

/* The states of an automaton, and the places in patterns that they stand for all together; more is too much
 * for word lists, and takes more than a second to find out. */
#define AUTOMATON_STATES_MOST 100000
#define AUTOMATON_PLACES_MOST 3000000

typedef struct WordState {
    uint32_t first_edge, edge_count; /* in Automaton.edges, by ascending symbol */
    uint32_t other;                  /* where any other word leads; 0 for nowhere */
    uint32_t first_accept, accept_count;
} WordState;

typedef struct WordEdge {
    uint32_t symbol, target;
} WordEdge;

/* What a pattern is of: which list, which entry of it (the caller's own numbers), and whether it says that
 * the words are fine. */
typedef struct PatternInfo {
    uint16_t list;
    uint16_t is_exception;
    uint32_t entry;
} PatternInfo;

/* State 0 is the end. The first step has a table: a text's words mostly begin no pattern. */
typedef struct Automaton {
    Lexicon lexicon;
    const WordState *states;
    const WordEdge *edges;
    const uint32_t *accepts; /* pattern numbers */
    const PatternInfo *patterns;
    const uint32_t *start;      /* by symbol: the state behind it */
    const uint32_t *head_start; /* the same where the first verb may stand */
    uint32_t state_count, edge_count, accept_count, pattern_count;
    uint32_t list_count; /* lists are below it */
} Automaton;

/* An automaton in the making. Zero-initialise; freed with automaton_builder_free. */
typedef struct AutomatonBuilder {
    PatternSteps steps;
    ARRAY(PatternInfo) patterns;
} AutomatonBuilder;

/* Adds a pattern; a fault leaves the builder as it was. */
PatternFault automaton_add(AutomatonBuilder *builder, Str pattern, PatternInfo info);

/* All that was added, in `arena`. False where it would be too large; `automaton` then finds nothing. */
bool automaton_end(const AutomatonBuilder *builder, Arena *arena, Automaton *automaton);
void automaton_builder_free(AutomatonBuilder *builder);

/* Where a pattern stands in a text. */
typedef struct WordMatch {
    uint32_t pattern; /* its number: the order of automaton_add */
    uint32_t first_word, end_word;
    Span at;
    uint16_t list;
    uint16_t clause;
    uint32_t entry;
} WordMatch;

/* Zero-initialise; used for many texts, freed at last. */
typedef struct WordMatches {
    ARRAY(WordMatch) list;
    ARRAY(uint32_t) taken; /* of each list: where its last match ended */
    ARRAY(WordMatch) here;
} WordMatches;

/* All matches in a text read with the automaton's lexicon, in the order of their beginning. Of one list the
 * leftmost comes first, of those the longest, and none overlaps another; a match of an exception is left out,
 * with all it overlaps. No match crosses the end of a clause, or looks into own words and names. */
void automaton_match(const Automaton *automaton, const Prose *prose, WordMatches *matches);
void word_matches_free(WordMatches *matches);

/* The automaton as C: `const Automaton NAME`, with its tables. */
void automaton_write(Out *out, const Automaton *automaton, Str name);

#endif
