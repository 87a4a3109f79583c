/* Inflected forms of a word: what `word*` stands for in a pattern. */
#ifndef SENC_SEMA_WORDS_INFLECT_H
#define SENC_SEMA_WORDS_INFLECT_H

#include "support/arena.h"

#define FORMS_MOST 16

typedef struct Forms {
    Str at[FORMS_MOST]; /* the word itself first */
    unsigned count;
} Forms;

/* All forms of a folded word, as noun and as verb: by the list of irregular words, else by rule: +s +ed +ing,
 * with e dropped (improve, improving), y to i (try, tries), the last letter doubled where it may be (plan,
 * planned). Rules make forms nobody writes too, which do no harm. New texts lie in `arena`. */
Forms word_forms(Str word, Arena *arena);

#endif
