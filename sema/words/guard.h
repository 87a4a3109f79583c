/* Guards: when a phrase of a word list is fine after all. A list names them behind `unless`; their names
 * stand in choice.def. A guard that holds drops the match; in doubt it holds, for a false alarm costs more
 * than a silence. */
#ifndef SENC_SEMA_WORDS_GUARD_H
#define SENC_SEMA_WORDS_GUARD_H

#include "sema/records.h"
#include "sema/words/amounts.h"
#include "sema/words/automaton.h"
#include "sema/words/says.h"

/* What the caller knows of the record a text is in; all false for a loose text. */
typedef struct GuardFacts {
    bool has_whole_time; /* a provision's `time`: how long and how often */
    bool has_measure;    /* an outcome's measure, from … to … */
    bool has_group;      /* how many pupils are in the group */
    bool has_person;     /* somebody by name or post */
    bool has_deadline;
    bool is_past;      /* a review, evidence, a summary of advice: no promise */
    bool is_universal; /* what every child of the school has: not section F */
} GuardFacts;

/* A text, all that is known of it. */
typedef struct GuardText {
    const Prose *prose;
    const ProseAmounts *amounts;
    GuardFacts facts;
} GuardText;

/* Each looks at the sentence around the match (clauses that only a colon parts), or where it says so
 * elsewhere. */

/* Q: says how much and how often, or the record's time does. */
bool guard_quantified(const GuardText *text, const WordMatch *match);
/* M: tells a level that can be reached, or an act that can be counted, or the record has a measure. Looks at
 * the whole text. */
bool guard_measured(const GuardText *text, const WordMatch *match);
/* T: names what anyone can see happen, and what then is done for how long or by whom. */
bool guard_triggered(const GuardText *text, const WordMatch *match);
/* B: names who, by name, profession or training; or the record does. */
bool guard_staffed(const GuardText *text, const WordMatch *match);
/* N: up to six words before the match something is denied or replaced (will not be left to; instead of). */
bool guard_negated(const GuardText *text, const WordMatch *match);
/* R: tells of the past. */
bool guard_past(const GuardText *text, const WordMatch *match);
/* K: is about a law, a duty or the Code. */
bool guard_quoted(const GuardText *text, const WordMatch *match);
/* S: is not about one pupil. */
bool guard_universal(const GuardText *text, const WordMatch *match);
/* A number stands next to the match, at most three words away. */
bool guard_numbered(const GuardText *text, const WordMatch *match);
/* The record says how large the group is. */
bool guard_grouped(const GuardText *text, const WordMatch *match);
/* A date or deadline stands in the sentence. */
bool guard_dated(const GuardText *text, const WordMatch *match);
/* A proper name stands next to the match, at most three words away. */
bool guard_named(const GuardText *text, const WordMatch *match);
/* What it is follows: behind a colon, a dash, in brackets, or as a list. */
bool guard_listed(const GuardText *text, const WordMatch *match);

/* Does the guard (a choice of the list `guard`) hold? */
bool guard_holds(unsigned guard, const GuardText *text, const WordMatch *match);

#endif
