/* Vocabulary: every word the language knows, with a number each. Filled once from the schema, then only read.
 */
#ifndef SENC_LEXER_VOCABULARY_H
#define SENC_LEXER_VOCABULARY_H

#include "support/array.h"

typedef struct VocabularySlot {
    uint64_t start;          /* the word's first eight bytes, ASCII letters small: tells most words apart */
    uint32_t number, length; /* number 0: an empty slot */
} VocabularySlot;

typedef struct Vocabulary {
    ARRAY(Str) words;      /* words.at[0] is not used: 0 means "not a word of the language" */
    VocabularySlot *slots; /* open addressing by hash; a power of two of them */
    uint32_t slot_count;
} Vocabulary;

/* The number of `word` (compared without case; a curly apostrophe equals a straight one); adds it when new.
 * `word` must outlive the vocabulary, be written with straight apostrophes and be no longer than 64 bytes
 * (else 0). */
uint32_t vocabulary_add(Vocabulary *vocabulary, Str word);

/* The number of `word`, or 0. */
uint32_t vocabulary_find(const Vocabulary *vocabulary, Str word);

void vocabulary_free(Vocabulary *vocabulary);

#endif
