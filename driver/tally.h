/* Tally: findings told to the user, compilation by compilation, and the exit status that follows from all. */
#ifndef SENC_DRIVER_TALLY_H
#define SENC_DRIVER_TALLY_H

#include "codegen/findings/baseline.h"
#include "codegen/findings/fingerprint.h"
#include "driver/options.h"
#include "driver/statement_count.h"

#include <stdio.h>

/* How often a rule gave a finding of some severity. */
typedef struct TallyCount {
    Str rule;
    Severity severity;
    uint32_t count;
} TallyCount;

typedef struct Tally {
    const Options *options;
    FILE *stream;
    Out out; /* what is to be printed next */
    FindingsReport report;
    Fingerprints fingerprints;
    Baseline known, written;
    Arena arena;
    ARRAY(TallyCount) counts; /* for statistics */
    uint32_t count[SEVERITY_error + 1];
    StatementCount statements;      /* with --prose */
    uint32_t left_out, known_count; /* by --max-findings; by the baseline */
    uint32_t allowed;               /* by plans */
    int status;
} Tally;

/* Begins; reads the baseline, and a finding says why not where it cannot. */
void tally_begin(Tally *tally, const Options *options, FILE *stream);

/* Sorts the findings and prints those that the options ask for (with --diff none but failures, to standard
 * error). The sources they are about must still be there; `records` (NULL for none) are the ones they came
 * from, `sources` the files looked at. */
void tally_add(Tally *tally, Findings *findings, const Records *records, Sources sources);

/* Prints how many there were, and writes the baseline. The exit status: 2 when a file could not be read or
 * written, 1 for findings at or above the level that fails, else 0. */
int tally_finish(Tally *tally);

/* Whether the findings with that name are asked for. */
bool tally_wants(const Options *options, const Finding *finding);

/* All at once, to standard error. */
int findings_report(Findings *findings, const Records *records, const Options *options);

#endif
