/* The names of rules, as a user types them: to find one, and to offer the nearest. */
#ifndef SENC_DRIVER_RULE_NAMES_H
#define SENC_DRIVER_RULE_NAMES_H

#include "support/finding.h"

/* The rule of that name; NULL for none. */
const FindingRule *rule_find(Str name);

/* Says on standard error that there is no such rule, with the nearest there is. Returns 2, the exit status.
 */
int rule_unknown(Str name);

/* Rules chosen by their names. */
typedef struct RuleNames {
    ARRAY(Str) list;
} RuleNames;

/* Adds the names of a list parted by commas. -1, or 2 when there is no such rule, which has been said. */
int rule_names_add(RuleNames *names, const char *list);
bool rule_names_hold(const RuleNames *names, const FindingRule *rule);
void rule_names_free(RuleNames *names);

#endif
