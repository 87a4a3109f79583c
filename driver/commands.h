/* The commands, one small file each. Each returns the exit status. */
#ifndef SENC_DRIVER_COMMANDS_H
#define SENC_DRIVER_COMMANDS_H

#include "driver/options.h"

int command_compile(const Options *options);
int command_check(const Options *options);
int command_explain(const Options *options);
int command_dump(const Options *options);

/* Prints sorted findings as the options ask, to standard output or error; and the status that follows: 2 when
 * a file could not be read or written, 1 for findings at or above the level that fails, else 0. */
int findings_report(Findings *findings, const Options *options, bool to_standard_error);

#endif
