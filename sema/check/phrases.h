/* Phrases: findings about words in texts, gathered while checks are run and told at the end, when it is known
 * which of them are about the same words. Private to sema/check. */
#ifndef SENC_SEMA_CHECK_PHRASES_H
#define SENC_SEMA_CHECK_PHRASES_H

#include "sema/check/readings.h"
#include "sema/check/run.h"

/* A phrase that a check found fault with. */
typedef struct PhraseFinding {
    const Check *check;
    Place place; /* of the phrase */
    Str message, help, rename;
    Str allowed;   /* see Finding */
    uint32_t row;  /* of the record … */
    uint32_t rank; /* how many of the check's findings in the record come before it */
    uint8_t kind;
    uint8_t severity;
} PhraseFinding;

/* Zero-initialise; freed with phrases_free. */
typedef struct Phrases {
    ARRAY(PhraseFinding) list;
    PhrasesFound found;
} Phrases;

/* Of one record so many phrases are told; then how many more there are. */
#define PHRASES_MOST 3

/* Where the rule asks for words of the record it was tried on: gathers the phrases in them. False where there
 * are none, and the record as a whole is at fault. */
bool phrases_gather(Phrases *phrases, Evaluation *evaluation, const CheckRule *rule, uint8_t severity,
                    Str allowed, Findings *findings);

/* Adds the findings: of phrases that overlap the gravest, else the longest. */
void phrases_report(Phrases *phrases, Findings *findings);
void phrases_free(Phrases *phrases);

#endif
