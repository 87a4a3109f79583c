/* Fingerprints: what a finding is known by from one day to the next, though lines move and files are renamed.
 * Made of the name of its rule, the codes of the records it stands in, and the words it is about; findings
 * that are alike in all of this are counted. */
#ifndef SENC_CODEGEN_FINDINGS_FINGERPRINT_H
#define SENC_CODEGEN_FINDINGS_FINGERPRINT_H

#include "sema/records.h"

/* How many findings of each likeness there have been: for one run, whose findings are given in their order.
 * Zero-initialise; freed with fingerprints_free. */
typedef struct Fingerprints {
    struct {
        uint64_t likeness; /* 0: a free slot */
        uint32_t count;
    } * slots;
    size_t count, room; /* room: a power of two, or 0 */
} Fingerprints;

/* Sets the fingerprint of each finding of the list. */
void fingerprints_set(Fingerprints *fingerprints, Findings *findings, const Records *records);

void fingerprints_free(Fingerprints *fingerprints);

#endif
