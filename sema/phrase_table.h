/* How the table of phrases is laid out: shared by those who build it and those who look into it. Not for
 * others. */
#ifndef SENC_SEMA_PHRASE_TABLE_H
#define SENC_SEMA_PHRASE_TABLE_H

#include "sema/phrase.h"

#define PHRASE_WORDS (sizeof((Phrase){0}.word) / sizeof(uint16_t))

/* The numbers of the words of `text` (parted by blanks and commas) into `word`, at most PHRASE_WORDS; how
 * many, or 0 when one of them is no word of the language. */
unsigned phrase_words(const Vocabulary *words, Str text, uint16_t *word);

/* Where the search for the phrases of `context` that begin with `word` starts in Language.slots. */
uint32_t phrase_slot(const Language *language, Context context, uint32_t word);

bool phrase_same_words(const Phrase *a, const Phrase *b);

#endif
