/* Trying the checks on a project: those of the standard library, and the school's own. */
#ifndef SENC_DRIVER_TRY_CHECKS_H
#define SENC_DRIVER_TRY_CHECKS_H

#include "driver/options.h"
#include "driver/own_code.h"
#include "driver/project.h"

/* Compiles the school's own checks and, unless --no-checks was given, tries all on the files that were named,
 * once the project is linked, and adds what they find to the project's findings. A file with errors is left
 * for later: what could not be read would be missing, and nobody mends twice. Without `code` the school's own
 * are never compiled. */
void project_try_checks(Project *project, const ProjectFiles *named, OwnCode *code, const Options *options);

#endif
