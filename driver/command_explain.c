/* senc explain NAME: why a finding is given. */
#include "driver/commands.h"

#include <stdio.h>
#include <string.h>

static void print_name(FindingKind kind)
{
    Str name = finding_name(kind), severity = severity_name(finding_severity(kind));
    printf(STR_FMT " (" STR_FMT ")\n", STR_ARG(name), STR_ARG(severity));
}

static void explain(FindingKind kind)
{
    Str why = finding_why(kind);
    print_name(kind);
    printf("  " STR_FMT "\n", STR_ARG(why));
}

static int unknown(Str wanted)
{
    unsigned best = 5;
    Str nearest = STR("");
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++) {
        unsigned distance = str_distance(finding_name((FindingKind)kind), wanted, 4);
        if (distance >= best)
            continue;
        best = distance;
        nearest = finding_name((FindingKind)kind);
    }
    fprintf(stderr, "senc: there is no finding called '" STR_FMT "'.", STR_ARG(wanted));
    if (nearest.length)
        fprintf(stderr, " Did you mean '" STR_FMT "'?", STR_ARG(nearest));
    fprintf(stderr, "\nsenc explain lists them all.\n");
    return 2;
}

int command_explain(const Options *options)
{
    if (!options->inputs.count || options->list)
        for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
            print_name((FindingKind)kind);
    for (size_t i = 0; i < options->inputs.count && !options->list; i++) {
        Str wanted = str_from(options->inputs.at[i]);
        unsigned kind = 0;
        while (kind < FINDING_COUNT && !str_equal(finding_name((FindingKind)kind), wanted))
            kind++;
        if (kind == FINDING_COUNT)
            return unknown(wanted);
        explain((FindingKind)kind);
    }
    return 0;
}
