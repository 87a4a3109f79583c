/* Own checks: those that schools and trusts have written, looked up by their names. Whatever is wrong with
 * them is for `senc check` to say, not for those who only ask for one. */
#ifndef SENC_DRIVER_OWN_CHECKS_H
#define SENC_DRIVER_OWN_CHECKS_H

#include "driver/gather.h"
#include "sema/check/program.h"

/* The checks of a project. Freed with own_checks_free. */
typedef struct OwnChecks {
    Project project;
    Program program;   /* slices of the project */
    Findings findings; /* from reading its files */
    Arena places;
} OwnChecks;

/* Reads the checks of the project that `path`, a file or a folder, lies in: those of its school.sen and of
 * what that uses, and of the file itself. Without a school a folder has none. False when the path cannot be
 * read. */
bool own_checks_open(OwnChecks *own, const char *path, int32_t today);
void own_checks_free(OwnChecks *own);

/* Their names; freed with rule_names_free. */
RuleNames own_checks_names(const OwnChecks *own);

/* Where the check of that name stands. */
Place own_checks_place(const OwnChecks *own, Str name);

/* Of a command that takes names of checks, and where their project lies: is that word a path? */
bool own_checks_is_path(Str word);
/* The last path among its words, else the current folder. */
const char *own_checks_path(const Options *options);

/* Whether all findings that the options choose by name can be given: by senc, or by a check of one of the
 * projects. -1, or 2 when one cannot, which has been said. */
int chosen_names_known(const Options *options, const Gathering *gathering);

#endif
