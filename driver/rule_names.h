/* The names of rules, as a user types them: to find one, and to offer the nearest. */
#ifndef SENC_DRIVER_RULE_NAMES_H
#define SENC_DRIVER_RULE_NAMES_H

#include "support/finding.h"

/* Names of rules. Zero-initialise; the bytes are the caller's. */
typedef struct RuleNames {
    ARRAY(Str) list;
} RuleNames;

/* The rule of that name among those of the compiler and of the standard library; NULL for none: it may still
 * be a school's own. */
const FindingRule *rule_find(Str name);

/* Says on standard error that there is no such rule, with the nearest there is; `own` are the names of checks
 * that schools have written. Returns 2, the exit status. */
int rule_unknown(Str name, const RuleNames *own);
/* The same where only a check will do. */
int check_unknown(Str name, const RuleNames *own);

/* Adds the names of a list parted by commas. */
void rule_names_add(RuleNames *names, const char *list);
bool rule_names_hold(const RuleNames *names, Str name);
void rule_names_free(RuleNames *names);

#endif
