/* Pupil names: the names of the project's pupils, to be found in texts that must not hold them. */
#ifndef SENC_SEMA_PUPIL_NAMES_H
#define SENC_SEMA_PUPIL_NAMES_H

#include "sema/records.h"

/* A pupil by the first word of the name. */
typedef struct PupilName {
    Str first, rest;   /* "Bilal", "K" */
    uint32_t pupil;    /* row */
    uint32_t next;     /* index + 1 of the next in its bucket */
    bool is_ambiguous; /* the first name is also that of an adult, a word, a season or a place */
} PupilName;

/* Only read once it stands. */
typedef struct PupilNames {
    PupilName *names;
    uint32_t count;
    uint32_t *of_pupil; /* by row: index + 1 */
    uint32_t *buckets;  /* by the hash of the first word: index + 1; a power of two of them */
    uint32_t mask;
} PupilNames;

/* Where a pupil is named. */
typedef struct PupilFound {
    Str words;      /* as they stand in the text; empty: none was found */
    uint32_t pupil; /* row */
} PupilFound;

/* The names of all pupils, in `arena`; in linear time. */
void pupil_names_make(PupilNames *names, const Records *records, Arena *arena);

/* The first name of a pupil in `text` from byte `from` on, other than the pupil `except` (ROW_NONE: of any).
 * Found are whole words with a capital: the first name with the rest of it or the rest's initial, or alone
 * where nobody and nothing else is likely to be called so and no other name follows ("Rowan House", "Mrs
 * Rose"). Of more than a few dozen pupils whose first names are the same some are looked at, so that it takes
 * linear time. */
PupilFound pupil_names_find(const PupilNames *names, Str text, size_t from, uint32_t except);

#endif
