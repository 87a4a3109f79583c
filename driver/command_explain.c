/* senc explain NAME: why a finding is given; of a check its source and its samples too. The checks of a
 * school are known where its project is: here, or at the path that is given. */
#include "driver/catalogue.h"
#include "driver/commands.h"
#include "driver/own_checks.h"
#include "driver/tally.h"
#include "sema/lend.h"
#include "support/render.h"

#include <stdio.h>
#include <string.h>

static void print_name(const FindingRule *rule)
{
    Str severity = severity_name(rule->severity);
    printf(STR_FMT " (" STR_FMT ")\n", STR_ARG(rule->name), STR_ARG(severity));
}

/* Texts may be a school's own, with anything in them. */
static void print_plain(Str text)
{
    Out out = {0};
    render_plain(text, &out);
    if (out.length)
        fwrite(out.at, 1, out.length, stdout);
    out_free(&out);
}

static void print_line(const char *label, Str text)
{
    if (!text.length)
        return;
    printf("  %s", label);
    print_plain(text);
    putchar('\n');
}

static Str line_of(Str text)
{
    const char *end = text.length ? memchr(text.at, '\n', text.length) : NULL;
    return end ? str_slice(text, 0, (size_t)(end - text.at)) : text;
}

/* A sample of several lines is set in as far as its first. */
static void print_sample(const char *label, Str sample)
{
    const char *margin = "    ";
    printf("  %s\n", label);
    while (sample.length) {
        Str line = line_of(sample);
        fputs(margin, stdout);
        print_plain(str_trim(line));
        putchar('\n');
        sample = str_slice(sample, line.length + (line.length < sample.length), sample.length);
        margin = str_starts(str_trim(sample), STR("}")) ? "    " : "      ";
    }
}

static void print_limit(const Check *check)
{
    Arena arena = {0};
    Str limit = amount_text(&arena, check->limit);
    print_line("A school may set another number: ",
               arena_format(&arena, "settings { limit " STR_FMT " " STR_FMT " }", STR_ARG(check->rule.name),
                            STR_ARG(limit)));
    arena_free(&arena);
}

static void explain_check(const Program *program, const Check *check)
{
    print_line("Write, for example: ", check->suggest);
    print_line("Source: ", check->rule.cites);
    if (memchr(check->severities.at, ' ', check->severities.length))
        print_line("How grave: ", check->severities);
    if (!amount_is_missing(check->limit))
        print_limit(check);
    if (check->owner != CHOICE_owner_school)
        print_line("Who must act: ", choice_info(CHOICES_owner, check->owner)->print);
    if (check->fails.count)
        print_sample("It finds fault with:", program->samples[check->fails.first]);
    if (check->passes.count)
        print_sample("and not with:", program->samples[check->passes.first]);
}

static void explain_rule(const FindingRule *rule)
{
    print_name(rule);
    print_line("", rule->why);
}

static void print_place(OwnChecks *own, Str name)
{
    Place place = own_checks_place(own, name);
    Location at = render_locate(&own->findings, place);
    printf("  Written in " STR_FMT ", line %u.\n", STR_ARG(place.source->name), at.first.line);
}

/* Prints the assessments and programmes that senc knows by that code; false when there are none. */
static bool explain_lent(Str code)
{
    static const Kind kinds[] = {KIND_intervention, KIND_assessment};
    bool found = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const LentRecord *record = lent_find(library_lent(), kinds[i], code);
        if (!record)
            continue;
        printf("%s" STR_FMT "\n", found ? "\n" : "", STR_ARG(record->text));
        found = true;
    }
    return found;
}

/* Explains the rule of that name; false when there is none. */
static bool explain(OwnChecks *own, Str name)
{
    const Check *check = program_check(program_library(), name);
    const Check *school = program_check(&own->program, name);
    const FindingRule *rule = rule_find(name);
    if (!rule && !school)
        return explain_lent(name);
    explain_rule(rule ? rule : &school->rule);
    if (check)
        explain_check(program_library(), check);
    if (rule)
        return true;
    explain_check(&own->program, school);
    print_place(own, name);
    return true;
}

static void print_out(Out *out)
{
    if (out->length)
        fwrite(out->at, 1, out->length, stdout);
    out_free(out);
}

/* Explains it in Markdown; false when there is none of that name. */
static bool explain_in_markdown(OwnChecks *own, Str name)
{
    Out out = {0};
    const Program *library = program_library();
    const Check *check = program_check(library, name), *school = program_check(&own->program, name);
    const FindingRule *rule = rule_find(name);
    if (check)
        catalogue_check(library, check, &out);
    else if (rule)
        catalogue_rule(rule, &out);
    else if (school)
        catalogue_check(&own->program, school, &out);
    print_out(&out);
    return check || rule || school;
}

static void list(const OwnChecks *own, const Options *options)
{
    Out out = {0};
    if (options->markdown)
        catalogue_all(&out);
    else
        catalogue_list(&own->program, options->width, &out);
    print_out(&out);
}

static int unknown(const OwnChecks *own, Str name)
{
    RuleNames names = own_checks_names(own);
    rule_unknown(name, &names);
    rule_names_free(&names);
    return 2;
}

int command_explain(const Options *options)
{
    OwnChecks own;
    size_t names = 0;
    int status = 0;
    if (!own_checks_open(&own, own_checks_path(options), options->today))
        status = findings_report(&own.findings, NULL, options);
    for (size_t i = 0; i < options->inputs.count && !status; i++) {
        Str name = str_from(options->inputs.at[i]);
        if (own_checks_is_path(name))
            continue;
        names++;
        if (!options->list && !(options->markdown ? explain_in_markdown(&own, name) : explain(&own, name)))
            status = unknown(&own, name);
    }
    if (!status && (!names || options->list))
        list(&own, options);
    own_checks_free(&own);
    return status;
}
