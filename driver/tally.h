/* Tally: findings told to the user, project by project, and the exit status that follows from all. */
#ifndef SENC_DRIVER_TALLY_H
#define SENC_DRIVER_TALLY_H

#include "driver/options.h"

#include <stdio.h>

typedef struct Tally {
    const Options *options;
    FILE *stream;
    uint32_t count[SEVERITY_error + 1];
    int status;
} Tally;

/* Sorts the findings and prints them as the options ask. The sources they are about must still be there. */
void tally_add(Tally *tally, Findings *findings);

/* Prints how many there were. The exit status: 2 when a file could not be read or written, 1 for findings at
 * or above the level that fails, else 0. */
int tally_finish(Tally *tally);

/* All at once, to standard output or error. */
int findings_report(Findings *findings, const Options *options, bool to_standard_error);

#endif
