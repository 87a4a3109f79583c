/* Text words: the words of a text, for those who look for a few and need neither clauses nor word lists. A
 * word is letters (all of UTF-8 but dashes and quotation marks), with hyphens inside; an apostrophe ends it.
 */
#ifndef SENC_SEMA_TEXT_WORDS_H
#define SENC_SEMA_TEXT_WORDS_H

#include "support/str.h"

/* The first word at or behind byte `at`; empty at the end. */
Str text_word(Str text, size_t at);

/* The byte of `text` behind a word of it. */
size_t text_word_end(Str text, Str word);

uint32_t text_count_words(Str text);

/* Does the word begin with `stem`, the case of ASCII letters aside? */
bool word_begins(Str word, Str stem);

/* The first word of the text that begins with `stem`; empty for none. */
Str text_word_like(Str text, Str stem);

/* Is `word` one of the text's, case and all? */
bool text_has_word(Str text, Str word);

/* Does the word begin with a capital letter (of ASCII, or À to Þ)? */
bool word_is_capital(Str word);

#endif
