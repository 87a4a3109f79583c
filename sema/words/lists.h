/* Word lists: the `words` records of some files, made into one automaton, with what each entry says. Made
 * when senc is built for the standard library, at run time for a school's own. */
#ifndef SENC_SEMA_WORDS_LISTS_H
#define SENC_SEMA_WORDS_LISTS_H

#include "sema/words/guard.h"

/* An entry: the phrases of one line of a list. */
typedef struct WordEntry {
    Str because, instead; /* may be empty */
    Str rename;           /* a safe change of the words found; empty for none */
    uint32_t guards;      /* 1 << CHOICE_guard_… for each: any of them drops a match */
    uint16_t list;
    uint16_t spare;
    uint32_t row; /* of the records it was made of; ROW_NONE in what was built in */
} WordEntry;

typedef struct WordList {
    Str name;
    uint32_t first_kind, kind_count; /* in WordLists.kinds: what it is made for */
} WordList;

/* Plain arrays, by the numbers that matches bear (WordMatch.list, .entry). */
typedef struct WordLists {
    Automaton automaton;
    const WordList *lists;
    const WordEntry *entries;
    const RecordKind *kinds;
    uint32_t list_count, entry_count, kind_count;
} WordLists;

/* Makes the lists of all `words` records, in `arena`; the records' texts must outlive them. Patterns at fault
 * are left out. False where they are too large together: nothing is found by them then. Findings come from
 * word_lists_check. */
bool word_lists_make(const Records *records, Arena *arena, WordLists *lists);

/* Reports the patterns that cannot be read, each at its place, and lists that are too large. Part of linking.
 */
void word_lists_check(const Records *records, Findings *findings);

/* The number of a list by its name; list_count for none. */
uint32_t word_list_find(const WordLists *lists, Str name);

/* Is the list made for records of this kind? `variant` as in TableHead. A list that names none is for all. */
bool word_list_is_for(const WordLists *lists, uint32_t list, Kind kind, unsigned variant);

/* Finds all phrases in a text that has been read with lists->automaton.lexicon, and drops those for which a
 * guard holds. */
void word_lists_look(const WordLists *lists, const GuardText *text, WordMatches *matches);

/* The same, of the lists alone that are made for records of a kind. */
void word_lists_look_for(const WordLists *lists, RecordKind on, const GuardText *text, WordMatches *matches);

/* The lists as C: `const WordLists NAME` with its tables. */
void word_lists_write(Out *out, const WordLists *lists, Str name);

/* Those of the standard library. */
extern const WordLists standard_words;

#endif
