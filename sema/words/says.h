/* What a loose text says of itself: an outcome or a provision that stands alone, with no facts beside it. */
#ifndef SENC_SEMA_WORDS_SAYS_H
#define SENC_SEMA_WORDS_SAYS_H

#include "sema/words/amounts.h"

typedef struct ProseSays {
    bool how_long, how_often, who, by_when;
    bool what_counts; /* says what would be counted or seen: a number of it, or an act plainly done or not */
    bool is_there;    /* names equipment, a seat or the size of a class: what needs no minutes */
    bool floats;      /* an amount of it may be less than it says */
    bool is_compound; /* promises two or more things, each with an amount of its own */
} ProseSays;

/* Adds how long and how often, what is simply there, and whether an amount moves. `says->who` is known. */
void prose_add_dose(const Prose *prose, const ProseAmounts *amounts, ProseSays *says);

/* Is what the text promises simply there: a thing kept for the pupil, the size of a class, a ratio of staff,
 * an arrangement of exams? `says` must hold how often. */
bool prose_says_arrangement(const Prose *prose, const ProseAmounts *amounts, const ProseSays *says);

/* All of the text; `amounts` are its own. */
ProseSays prose_says(const Prose *prose, const ProseAmounts *amounts);

/* Names the words of the range somebody who does it: a profession, a person by name, a helper whose class or
 * training is told, or who is the pupil's own? A bare TA, `staff` or a service is nobody. */
bool prose_names_person(const Prose *prose, WordRange range);

/* Does the amount count something: a number of it, a time, a score, an award? */
bool prose_amount_counts(const Prose *prose, const ProseAmount *amount);
bool prose_says_count(const Prose *prose, const ProseAmounts *amounts);

/* Tells an amount of the text how far it should go? What counts only occasions does not (calm in 4 lessons
 * out of 5), nor what counts people and places (friendships with two peers). */
bool prose_says_level(const Prose *prose, const ProseAmounts *amounts);

/* Does a verb that is joined to what stands before `first` tell an act plainly done or not: recognise and
 * write his own name, learn to tie his laces? */
bool prose_promises_act(const Prose *prose, uint32_t first);

/* Is an act that anyone can see promised, from this word on: and asks …, by showing …, : puts down …? */
bool prose_shows_act(const Prose *prose, uint32_t first);

#endif
