/* Baseline: the findings that were known on the day a school started, by their fingerprints. A JSON object
 * with one finding a line, in a stable order, so that version control can merge it; it holds no word of a
 * plan. */
#ifndef SENC_CODEGEN_FINDINGS_BASELINE_H
#define SENC_CODEGEN_FINDINGS_BASELINE_H

#include "support/finding.h"
#include "support/out.h"

/* Zero-initialise; freed with baseline_free. */
typedef struct Baseline {
    ARRAY(struct BaselineEntry {
        uint64_t fingerprint;
        Str rule;
    })
    entries;
    bool sorted; /* by fingerprint */
    Arena arena;
} Baseline;

/* Reads a baseline. False, with why not in `why`, where the bytes are none. */
bool baseline_read(Baseline *baseline, Str bytes, Str *why);

void baseline_add(Baseline *baseline, const Finding *finding);
bool baseline_knows(Baseline *baseline, const Finding *finding);

/* Writes it, by the names of the rules and then by fingerprint. */
void baseline_write(Baseline *baseline, Out *out);

void baseline_free(Baseline *baseline);

#endif
