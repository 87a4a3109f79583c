/* senc explain NAME: why a finding is given. */
#include "driver/commands.h"

#include <stdio.h>

static void print_name(const FindingRule *rule)
{
    Str severity = severity_name(rule->severity);
    printf(STR_FMT " (" STR_FMT ")\n", STR_ARG(rule->name), STR_ARG(severity));
}

static void explain(const FindingRule *rule)
{
    print_name(rule);
    printf("  " STR_FMT "\n", STR_ARG(rule->why));
}

int command_explain(const Options *options)
{
    if (!options->inputs.count || options->list)
        for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
            print_name(finding_rule((FindingKind)kind));
    for (size_t i = 0; i < options->inputs.count && !options->list; i++) {
        Str wanted = str_from(options->inputs.at[i]);
        const FindingRule *rule = rule_find(wanted);
        if (!rule)
            return rule_unknown(wanted);
        explain(rule);
    }
    return 0;
}
