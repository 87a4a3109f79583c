/* Looks names up among the rules there are: those of the compiler, and the checks of the standard library. */
#include "driver/rule_names.h"

#include "sema/check/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLIPS_MOST = 4 }; /* letters by which a name may differ from the one that is offered for it */

const FindingRule *rule_find(Str name)
{
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        if (str_equal(finding_name((FindingKind)kind), name))
            return finding_rule((FindingKind)kind);
    const Check *check = program_check(program_library(), name);
    return check ? &check->rule : NULL;
}

typedef struct Near {
    Str wanted, best;
    unsigned distance;
} Near;

static void try_near(Near *near, Str name)
{
    unsigned distance = str_distance(name, near->wanted, SLIPS_MOST);
    if (distance >= near->distance)
        return;
    near->distance = distance;
    near->best = name;
}

static void try_near_checks(Near *near, const RuleNames *own)
{
    for (uint32_t i = 0; i < program_library()->check_count; i++)
        try_near(near, program_library()->checks[i].rule.name);
    for (size_t i = 0; i < own->list.count; i++)
        try_near(near, own->list.at[i]);
}

static int say_unknown(const char *what, const Near *near)
{
    fprintf(stderr, "senc: there is no %s called '" STR_FMT "'.", what, STR_ARG(near->wanted));
    if (near->best.length)
        fprintf(stderr, " Did you mean '" STR_FMT "'?", STR_ARG(near->best));
    fprintf(stderr, "\nsenc explain lists them all.\n");
    return 2;
}

int rule_unknown(Str name, const RuleNames *own)
{
    Near near = {.wanted = name, .best = STR(""), .distance = SLIPS_MOST + 1};
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        try_near(&near, finding_name((FindingKind)kind));
    try_near_checks(&near, own);
    return say_unknown("finding", &near);
}

int check_unknown(Str name, const RuleNames *own)
{
    Near near = {.wanted = name, .best = STR(""), .distance = SLIPS_MOST + 1};
    try_near_checks(&near, own);
    return say_unknown("check", &near);
}

void rule_names_add(RuleNames *names, const char *list)
{
    for (;;) {
        size_t length = strcspn(list, ",");
        Str name = str_trim((Str){list, length});
        if (name.length)
            ARRAY_ADD(&names->list, name);
        if (!list[length])
            return;
        list += length + 1;
    }
}

bool rule_names_hold(const RuleNames *names, Str name)
{
    for (size_t i = 0; i < names->list.count; i++)
        if (str_equal(names->list.at[i], name))
            return true;
    return false;
}

void rule_names_free(RuleNames *names)
{
    free(names->list.at);
}
