/* Trying the checks: the standard library's and the school's own, on the records of a project. */
#ifndef SENC_DRIVER_TRY_CHECKS_H
#define SENC_DRIVER_TRY_CHECKS_H

#include "driver/inspect.h"

/* Compiles the school's own checks and, unless --no-checks was given, tries all on the files that were named,
 * once the project is linked, and adds what they find to the inspection's findings. A file with errors is
 * left for later: what could not be read would be missing, and nobody mends twice. */
void inspection_try_checks(Inspection *inspection, const Options *options);

#endif
