/* senc explain NAME: why a finding is given; of a check its source and its samples too. */
#include "driver/commands.h"
#include "sema/check/program.h"

#include <stdio.h>

static void print_name(const FindingRule *rule)
{
    Str severity = severity_name(rule->severity);
    printf(STR_FMT " (" STR_FMT ")\n", STR_ARG(rule->name), STR_ARG(severity));
}

/* A sample of several lines is set in as far as its first. */
static void print_sample(const char *label, Str sample)
{
    printf("  %s\n    ", label);
    for (size_t i = 0; i < sample.length; i++) {
        putchar(sample.at[i]);
        if (sample.at[i] != '\n')
            continue;
        while (i + 1 < sample.length && sample.at[i + 1] == ' ')
            i++;
        bool closes = i + 1 < sample.length && sample.at[i + 1] == '}';
        fputs(closes ? "    " : "      ", stdout);
    }
    putchar('\n');
}

static void explain_check(const Check *check)
{
    const Program *library = program_library();
    if (check->suggest.length)
        printf("  Write, for example: " STR_FMT "\n", STR_ARG(check->suggest));
    if (check->rule.cites.length)
        printf("  Source: " STR_FMT "\n", STR_ARG(check->rule.cites));
    if (check->owner != CHOICE_owner_school)
        printf("  Who must act: " STR_FMT "\n", STR_ARG(choice_info(CHOICES_owner, check->owner)->print));
    if (check->fails.count)
        print_sample("It finds fault with:", library->samples[check->fails.first]);
    if (check->passes.count)
        print_sample("and not with:", library->samples[check->passes.first]);
}

static void explain(const FindingRule *rule)
{
    print_name(rule);
    if (rule->why.length)
        printf("  " STR_FMT "\n", STR_ARG(rule->why));
    const Check *check = program_check(program_library(), rule->name);
    if (check)
        explain_check(check);
}

static void list(void)
{
    const Program *library = program_library();
    for (uint32_t i = 0; i < library->check_count; i++)
        print_name(&library->checks[i].rule);
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        if (kind != FINDING_check_found)
            print_name(finding_rule((FindingKind)kind));
}

int command_explain(const Options *options)
{
    if (!options->inputs.count || options->list)
        list();
    for (size_t i = 0; i < options->inputs.count && !options->list; i++) {
        Str wanted = str_from(options->inputs.at[i]);
        const FindingRule *rule = rule_find(wanted);
        if (!rule)
            return rule_unknown(wanted);
        explain(rule);
    }
    return 0;
}
