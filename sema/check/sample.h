/* Samples: a check tried on what it says it finds fault with, and on what it does not. */
#ifndef SENC_SEMA_CHECK_SAMPLE_H
#define SENC_SEMA_CHECK_SAMPLE_H

#include "sema/check/program.h"
#include "sema/phrase.h"
#include "sema/records.h"

/* The day samples are tried on, unless they say `today DATE`: 22 November 2026. */
#define SAMPLE_TODAY 20779

typedef struct SampleOutcome {
    unsigned found; /* how often the check found fault */
    Str trouble;    /* why the sample could not be read; empty: it could */
    Str project;    /* the sample with what has been supplied around it */
} SampleOutcome;

/* Tries the check on the sample. A sample is one record or fact, or a block of them; around it stand a pupil
 * and a plan where it has none, and the needs, outcomes and so on that it names. Texts live in `arena`. */
SampleOutcome sample_try(const Language *language, const Program *program, const Check *check, Str sample,
                         Arena *arena);

/* Tries the samples of all checks among the records, of which `program` was compiled, and reports at its
 * place each that does not do as it says; but in no source that is `silent` (by its index). */
void samples_report(const Language *language, const Records *records, const Program *program,
                    const bool *silent, Findings *findings);

#endif
