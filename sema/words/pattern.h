/* Patterns: the notation of word lists, taken apart.
 *
 *   word          the word itself, whole, whatever its case           word*   all its inflected forms
 *   (a|b c)       either                                              [x]     may be left out
 *   …             up to three words between (also written ...)        N       a number, in figures or as a
 * word ^             at the beginning: only where the text's first verb stands
 *
 * Brackets may stand inside words: opportunit(y|ies). Blanks and hyphens part words alike. */
#ifndef SENC_SEMA_WORDS_PATTERN_H
#define SENC_SEMA_WORDS_PATTERN_H

#include "sema/words/lexicon.h"
#include "support/source.h"

#define PATTERN_BYTES_MOST    600 /* of a pattern */
#define PATTERN_VARIANTS_MOST 400 /* ways to read one, by its alternatives and what may be left out */
#define PATTERN_WORDS_MOST    16  /* words in a row */
#define PATTERN_DEPTH_MOST    8   /* brackets in brackets */
#define PATTERN_GAP           3   /* words that … may stand for */
#define PATTERN_GAPS_MOST     2   /* in a row of words */

typedef enum PatternFaultKind {
    PATTERN_fine,
    PATTERN_unclosed, /* a bracket that opens and never closes */
    PATTERN_unopened, /* one that closes and was never opened */
    PATTERN_empty,    /* no word: in all, or in one of several alternatives */
    PATTERN_mark,     /* a mark where it means nothing: `*` without a word, `^` inside, … at an end */
    PATTERN_wide,     /* too many ways to read it */
    PATTERN_long,     /* too long, too deep, or with too many gaps */
} PatternFaultKind;

typedef struct PatternFault {
    PatternFaultKind kind;
    Span at; /* in the pattern */
} PatternFault;

typedef enum ElementKind {
    ELEMENT_words,  /* one of a set of symbols */
    ELEMENT_number, /* any number */
    ELEMENT_any,    /* any word, or none */
    ELEMENT_end     /* the pattern has been seen; `first` is its number */
} ElementKind;

/* A step of a way to read a pattern; the way's steps stand one behind another, up to an end. */
typedef struct Element {
    uint8_t kind;   /* ElementKind */
    bool is_start;  /* the first step of a way */
    bool at_head;   /* of a way that begins with ^ */
    uint16_t count; /* of its symbols … */
    uint32_t first; /* … in PatternSteps.symbols; of an end the pattern's number */
} Element;

typedef struct PatternSteps {
    LexiconBuilder lexicon;
    ARRAY(Element) elements;
    ARRAY(uint16_t) symbols;
} PatternSteps;

/* Takes `pattern` apart and appends all ways to read it, under `number`. When it is at fault nothing is
 * appended. */
PatternFault pattern_add(PatternSteps *steps, Str pattern, uint32_t number);

void pattern_steps_free(PatternSteps *steps);

#endif
