/* Prose: a text taken apart once into words and clauses, for the word lists, the amounts and the guards
 * alike.
 *
 * A word is letters, digits and apostrophes; blanks, no-break spaces, hyphens and single line ends part
 * words. `one to one`, `1:1`, `1-1`, `1 to 1` and `121` are one word, spelt `1:1`; a gap left to fill
 * (`____`, `[name]`,
 * `<name>`) is one, spelt `___`; so are `xx`, however long, and `???`. The signs / % and £ are words too. */
#ifndef SENC_SEMA_WORDS_PROSE_H
#define SENC_SEMA_WORDS_PROSE_H

#include "sema/words/lexicon.h"
#include "support/source.h"

typedef enum ProseFlag {
    PROSE_own = 1,      /* inside inner quotation marks: somebody's own words */
    PROSE_name = 2,     /* part of a proper name */
    PROSE_head = 4,     /* may be the text's first verb: what `^` stands for */
    PROSE_figures = 8,  /* a number in figures */
    PROSE_capital = 16, /* begins with a capital letter */
} ProseFlag;

/* What stands between a word and the one before it, blanks aside. */
typedef enum ProseBefore {
    BEFORE_hyphen = 1,
    BEFORE_dash = 2, /* an en or em dash */
    BEFORE_comma = 4,
    BEFORE_open = 8, /* ( */
    BEFORE_close = 16,
    BEFORE_colon = 32,  /* the mark that ended the clause before is a colon: the sentence goes on */
    BEFORE_clause = 64, /* a clause ended */
} ProseBefore;

typedef struct ProseWord {
    uint32_t first, end; /* bytes of the text */
    uint16_t symbol;     /* in the lexicon it was read with; 0 */
    uint16_t clause;     /* counted from 0; 65535 for all beyond */
    uint8_t role;        /* Role */
    uint8_t flags;       /* ProseFlag bits */
    uint8_t before;      /* ProseBefore bits */
    uint8_t spare;
} ProseWord;

/* Zero-initialise; one is used for many texts, and freed at last with prose_free. */
typedef struct Prose {
    Str text;
    const Lexicon *lexicon;
    ARRAY(ProseWord) words;
    uint32_t clause_count;
} Prose;

/* Takes `text` apart. It must outlive what is asked of `prose`; what was read before is forgotten. Reads all
 * bytes once, whatever they are. */
void prose_read(Prose *prose, const Lexicon *lexicon, Str text);
void prose_free(Prose *prose);

/* Marks the words inside the spans (in ascending order) as proper names, in which no list looks. */
void prose_mark_names(Prose *prose, const Span *spans, size_t count);

/* Names to be found in texts: of programmes, tests, documents and people. Zero-initialise. */
typedef struct NameSet {
    ARRAY(Str) names;       /* as given; they must outlive the set */
    ARRAY(uint32_t) next;   /* of each: index + 1 of the next in its bucket */
    uint32_t buckets[1024]; /* by the hash of the first word: index + 1 */
} NameSet;

void name_set_add(NameSet *set, Str name);
void name_set_free(NameSet *set);
/* Marks the names of the set wherever they stand in the text as whole words, case and all. */
void prose_mark_set(Prose *prose, const NameSet *set);

/* The word as it stands in the text. */
Str prose_word(const Prose *prose, size_t word);

/* Marks the words that may be the text's first verb; prose_read does it. */
void prose_mark_heads(Prose *prose);

/* Words from `first` up to `end`: those of one clause, or of one sentence (clauses that only a colon parts).
 */
typedef struct WordRange {
    uint32_t first, end;
} WordRange;
WordRange prose_clause(const Prose *prose, uint32_t word);
WordRange prose_sentence(const Prose *prose, uint32_t word);

#endif
