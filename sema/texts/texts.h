/* Texts: what the texts of plans and documents hold that no list of words can tell: names of other pupils,
 * the wrong child's name, sentences too long to read, short forms nobody explained, stretches taken from
 * another plan.
 *
 * Read once, all together, when checks that ask for it are run. What people say in their own words
 * (aspirations, views) and notes among staff are not read. */
#ifndef SENC_SEMA_TEXTS_TEXTS_H
#define SENC_SEMA_TEXTS_TEXTS_H

#include "sema/derive.h"

/* Of one record, over all its texts. Texts are empty and counts 0 where there is nothing to tell. */
typedef struct TextFigures {
    uint32_t sentence_words; /* of its longest sentence; the name of a programme or test is one word */
    /* Of the longest stretch, COPIED_LEAST words or more, that also stands in a plan of another pupil; or of
     * a whole sentence that stood in this plan before; of an outcome, all its words where three other pupils'
     * outcomes have them too. */
    uint32_t copied_words;
    Str copied_where; /* "in 3 other pupils’ plans", "in another part of this plan" */
    Str other_child;  /* another pupil of the project, as named there */
    Str wrong_child;  /* who does or needs something there, and is not the pupil: a name; of a plan, a pronoun
                       */
    Str acronym, meaning; /* a short form that is used here for the first time in the plan or document, and
                             explained nowhere in it */
} TextFigures;

enum { COPIED_LEAST = 40, REPEATED_LEAST = 12 };

typedef struct Texts {
    Arena arena;
    TextFigures *of_kind[KIND_COUNT]; /* by row; NULL for kinds whose texts are not read */
} Texts;

/* Reads all texts, in time linear in them. Freed with texts_free; slices of the records' texts, which must
 * outlive it. */
void texts_read(Texts *texts, const Derived *derived);
void texts_free(Texts *texts);

#endif
