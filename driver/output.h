/* Outputs: the files made of a plan, by their endings. */
#ifndef SENC_DRIVER_OUTPUT_H
#define SENC_DRIVER_OUTPUT_H

#include "driver/options.h"
#include "driver/project.h"

/* Makes all outputs the options name from the one plan of a file of the project, compiling once; writes all
 * or none. Names each on standard output unless quiet. False, and findings, when one could not be made or
 * written. `draft` marks the report. */
bool outputs_make(const Project *project, const Source *plan_file, const Options *options, bool draft,
                  Findings *findings);

#endif
