/* The command line, by getopt_long. */
#include "driver/options.h"

#include "driver/surroundings.h"
#include "lexer/literal.h"
#include "lexer/scan.h"
#include "support/utf8.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The commands an option belongs to, as bits. */
enum {
#define COMMAND(name, arguments, help) IN_##name = 1 << COMMAND_##name,
#include "driver/command.def"
    IN_all = (1 << COMMAND_COUNT) - 1
};

typedef enum OptionId {
    OPTION_NONE = 255, /* those with a letter are known by that */
#define OPTION(name, ...) OPTION_##name,
#include "driver/option.def"
    OPTION_END
} OptionId;

static const struct {
    const char *name, *argument, *help;
    char letter;
    unsigned commands;
} table[] = {
#define OPTION(name, letter, argument, commands, help) {#name, argument, help, letter, commands},
#include "driver/option.def"
};
#define OPTION_COUNT (sizeof table / sizeof *table)

static const struct {
    const char *name, *arguments, *help;
} commands[] = {
#define COMMAND(name, arguments, help) {#name, arguments, help},
#include "driver/command.def"
};

/* The name of the option as it is typed: "stdin-name". */
static void long_name(size_t i, char name[40])
{
    size_t length = 0;
    for (const char *c = table[i].name; *c && length < 39; c++)
        name[length++] = *c == '_' ? '-' : *c;
    name[length] = '\0';
}

/* ---- help ---- */

static void print_option_name(size_t i)
{
    char name[40], whole[64];
    long_name(i, name);
    int length = snprintf(whole, sizeof whole, "--%s%s%s", name, table[i].argument ? " " : "",
                          table[i].argument ? table[i].argument : "");
    int width = (int)utf8_width((Str){whole, (size_t)length}, 0);
    printf(table[i].letter ? "  -%c, " : "      ", table[i].letter);
    printf("%s%*s", whole, width < 22 ? 22 - width : 0, "");
}

static void print_options(unsigned of)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (table[i].commands & of && table[i].help) {
            print_option_name(i);
            printf(" %s\n", table[i].help);
        }
}

/* "  senc check [PATH …]   findings only …"; of `compile`, which may be left out, "senc [compile] …". */
static void print_command(Command command)
{
    char usage[80];
    bool silent = command == COMMAND_compile;
    int length = snprintf(usage, sizeof usage, "senc %s%s%s %s", silent ? "[" : "", commands[command].name,
                          silent ? "]" : "", commands[command].arguments);
    int width = (int)utf8_width((Str){usage, (size_t)length}, 0);
    printf("  %s%*s%s\n", usage, width < 38 ? 38 - width : 1, "", commands[command].help);
}

static int print_help(const Options *options, bool command_given)
{
    static const struct {
        const char *ending, *help;
    } outputs[] = {
#define OUTPUT(ending, help) {#ending, help},
#include "driver/output.def"
    };
    if (command_given && options->command != COMMAND_compile) {
        printf("senc %s %s\n  %s\n", commands[options->command].name, commands[options->command].arguments,
               commands[options->command].help);
        print_options(1u << options->command);
        return 0;
    }
    puts("senc checks plans for pupils with special educational needs and makes reports.\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        print_command((Command)i);
    puts("\nFILE ends in:");
    for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
        printf("  .%-6s%s\n", outputs[i].ending, outputs[i].help);
    puts("\nOptions:");
    print_options(IN_compile);
    puts("\nExit status: 0 all well, 1 findings, 2 wrong use or a file not read or written.");
    return 0;
}

static int wrong(const char *format, const char *what)
{
    fprintf(stderr, "senc: ");
    fprintf(stderr, format, what);
    fprintf(stderr, "\nTry: senc --help\n");
    return 2;
}

/* ---- values ---- */

enum { COLOUR_never, COLOUR_always, COLOUR_auto };

/* What the options take that choose from a list. */
static const struct {
    OptionId option;
    struct {
        const char *name; /* NULL behind the last */
        int value;
    } choices[FINDING_FORMS + 1];
} chosen_from[] = {
    {OPTION_format,
     {
#define FORM(name) {#name, FORM_##name},
#include "codegen/findings/form.def"
     }},
    {OPTION_fail_on,
     {{"error", SEVERITY_error},
      {"warning", SEVERITY_warning},
      {"note", SEVERITY_note},
      {"never", SEVERITY_NEVER}}},
    {OPTION_audience, {{"family", SEE_family}, {"staff", SEE_staff}, {"lead", SEE_lead}}},
    {OPTION_as, {{"outcome", LOOSE_outcome}, {"provision", LOOSE_provision}}},
    {OPTION_text_size, {{"12", 12000}, {"14", 14000}, {"18", 18000}}},
    {OPTION_own_checks_by,
     {{"auto", OWN_BY_auto},
      {"evaluator", OWN_BY_evaluator},
      {"compiler", OWN_BY_compiler},
      {"cache", OWN_BY_cache}}},
    {OPTION_color, {{"auto", COLOUR_auto}, {"always", COLOUR_always}, {"never", COLOUR_never}}},
};

/* "--color takes auto, always or never, not 'red'." */
static int wrong_choice(size_t list, const char *text)
{
    char name[40];
    long_name((size_t)(chosen_from[list].option - OPTION_output), name);
    fprintf(stderr, "senc: --%s takes ", name);
    for (size_t i = 0; chosen_from[list].choices[i].name; i++) {
        bool last = !chosen_from[list].choices[i + 1].name;
        fprintf(stderr, "%s%s", i == 0 ? "" : last ? " or " : ", ", chosen_from[list].choices[i].name);
    }
    fprintf(stderr, ", not '%s'.\nTry: senc --help\n", text);
    return 2;
}

/* The choice that `text` names for the option into `choice`; -1, or the status of wrong use. */
static int choose(int option, const char *text, int *choice)
{
    for (size_t i = 0; i < sizeof chosen_from / sizeof *chosen_from; i++) {
        if (chosen_from[i].option != (OptionId)option)
            continue;
        for (size_t name = 0; chosen_from[i].choices[name].name; name++)
            if (!strcmp(chosen_from[i].choices[name].name, text)) {
                *choice = chosen_from[i].choices[name].value;
                return -1;
            }
        return wrong_choice(i, text);
    }
    return -1;
}

/* A whole number from 1 up into `number`; -1, or the status of wrong use. */
static int read_count(const char *text, const char *message, unsigned *number)
{
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (errno || *end || *text < '0' || *text > '9' || value < 1 || value > INT32_MAX)
        return wrong(message, text);
    *number = (unsigned)value;
    return -1;
}

static int32_t read_date(const char *text)
{
    Arena arena = {0};
    size_t length = strlen(text);
    char *copy = arena_alloc(&arena, length + 2, 1);
    memcpy(copy, text, length);
    Source source = {.name = STR("--today"), .text = copy, .size = length};
    Vocabulary none = {0};
    Tokens tokens = {0};
    Findings findings = {0};
    int32_t day = DAY_MISSING;
    if (scan(&source, &none, &tokens, &findings) && tokens.list.count == 2 &&
        tokens.list.at[0].kind == TOKEN_date)
        day = tokens.list.at[0].value;
    tokens_free(&tokens);
    vocabulary_free(&none);
    findings_free(&findings);
    arena_free(&arena);
    return day;
}

static int set_today(Options *options, const char *value)
{
    options->today = read_date(value);
    options->epoch = options->today * INT64_C(86400);
    if (options->today == DAY_MISSING)
        return wrong("--today takes a date, such as 2026-11-22, not '%s'.", value);
    return -1;
}

static int set_law_as_of(Options *options, const char *value)
{
    options->law_as_of = read_date(value);
    if (options->law_as_of == DAY_MISSING)
        return wrong("--law-as-of takes a date, such as 2026-11-22, not '%s'.", value);
    return -1;
}

static int set_add_allow(Options *options, const char *value)
{
    options->add_allow = value;
    return str_trim(str_from(value)).length ? -1 : wrong("%s", "--add-allow takes the reason, in quotes.");
}

static int set_option(Options *options, int id, const char *value)
{
    int choice = 0, status = choose(id, value, &choice);
    if (status >= 0)
        return status;
    switch (id) {
    case OPTION_output: ARRAY_ADD(&options->outputs, value); return -1;
    case OPTION_draft: options->draft = true; return -1;
    case OPTION_audience: options->audience = (Audience)choice; return -1;
    case OPTION_text_size: options->text_size = choice; return -1;
    case OPTION_font_dir: options->font_dir = value; return -1;
    case OPTION_format: options->form = (FindingForm)choice; return -1;
    case OPTION_fail_on: options->fail_on = (Severity)choice; return -1;
    case OPTION_select: rule_names_add(&options->select, value); return -1;
    case OPTION_ignore: rule_names_add(&options->ignore, value); return -1;
    case OPTION_max_findings:
        return read_count(value, "--max-findings takes a number from 1 up, not '%s'.",
                          &options->max_findings);
    case OPTION_statistics: options->statistics = true; return -1;
    case OPTION_baseline: options->baseline = value; return -1;
    case OPTION_write_baseline: options->write_baseline = value; return -1;
    case OPTION_fix: options->fix = true; return -1;
    case OPTION_diff: options->diff = true; return -1;
    case OPTION_add_allow: return set_add_allow(options, value);
    case OPTION_changed:
        options->changed = true;
        options->changed_since = value;
        return -1;
    case OPTION_prose: options->prose = true; return -1;
    case OPTION_as: options->prose_as = (LooseAs)choice; return -1;
    case OPTION_jobs: return read_count(value, "--jobs takes a number from 1 up, not '%s'.", &options->jobs);
    case OPTION_stdin_name: options->stdin_name = value; return -1;
    case OPTION_today: return set_today(options, value);
    case OPTION_no_checks: options->no_checks = true; return -1;
    case OPTION_law_as_of: return set_law_as_of(options, value);
    case OPTION_color:
        if (choice != COLOUR_auto)
            options->colour = choice == COLOUR_always;
        return -1;
    case OPTION_no_cache: options->no_cache = true; return -1;
    case OPTION_own_checks_by: options->own_checks_by = (OwnChecksBy)choice; return -1;
    case OPTION_list: options->list = true; return -1;
    case OPTION_markdown: options->markdown = true; return -1;
    case OPTION_quiet: options->quiet = true; return -1;
    case OPTION_version: puts("senc " SENC_VERSION); return 0;
    default: return -1;
    }
}

/* ---- the whole line ---- */

static bool find_command(Options *options, int *argument_count, char ***arguments)
{
    if (*argument_count < 2)
        return false;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (!strcmp((*arguments)[1], commands[i].name)) {
            options->command = (Command)i;
            (*arguments)++;
            (*argument_count)--;
            return true;
        }
    return false;
}

/* Whether the option wants a value, as getopt_long puts it. */
static int argument_of(size_t i)
{
    const char *argument = table[i].argument;
    return !argument ? no_argument : *argument == '[' ? optional_argument : required_argument;
}

/* The value of an option that may go without, where the next word can only be meant so: no option, no path.
 */
static char *loose_value(int option, char **arguments, int count)
{
    char *next = optind < count ? arguments[optind] : NULL;
    if (option != OPTION_changed || optarg || !next || *next == '-' || strstr(next, ".sen") ||
        !access(next, F_OK))
        return optarg;
    optind++;
    return next;
}

/* What cannot go together; -1, or the status of wrong use. */
static int check_together(const Options *options)
{
    if (options->prose && (options->fix || options->diff || options->add_allow || options->changed))
        return wrong("%s", "--prose goes with none of --fix, --diff, --add-allow and --changed.");
    if (options->prose && !options->inputs.count)
        return wrong("%s", "name the file of statements, or - for standard input.");
    if (options->prose_as && !options->prose)
        return wrong("%s", "--as goes with --prose.");
    if (options->fix && options->diff)
        return wrong("%s", "choose --fix or --diff.");
    if (options->add_allow && options->fix)
        return wrong("%s", "choose --fix or --add-allow.");
    if (options->add_allow && options->write_baseline)
        return wrong("%s", "choose --add-allow or --write-baseline.");
    if (options->write_baseline && (options->fix || options->diff))
        return wrong("%s", "--write-baseline goes with neither --fix nor --diff: fix first.");
    if (options->statistics && options->form != FORM_text && options->form != FORM_short &&
        options->form != FORM_json)
        return wrong("%s", "--statistics goes with --format text, short or json.");
    return -1;
}

static int read_all(Options *options, int count, char **arguments, bool command_given)
{
    struct option known[OPTION_COUNT + 1] = {{0}};
    char names[OPTION_COUNT][40],
        letters[3 * OPTION_COUNT + 2] = ":"; /* the colon tells what lacks a value */
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        long_name(i, names[i]);
        known[i] = (struct option){names[i], argument_of(i), NULL, OPTION_output + (int)i};
        if (table[i].letter) {
            char letter[3] = {table[i].letter, table[i].argument ? ':' : '\0', '\0'};
            strcat(letters, letter);
        }
    }
    opterr = 0; /* it would name the command as the program */
    for (int id; (id = getopt_long(count, arguments, letters, known, NULL)) != -1;) {
        for (size_t i = 0; id < OPTION_output && i < OPTION_COUNT; i++)
            if (table[i].letter == id)
                id = OPTION_output + (int)i;
        if (id == '?')
            return wrong("'%s' is no option.", arguments[optind - 1]);
        if (id == ':')
            return wrong("'%s' lacks its value.", arguments[optind - 1]);
        if (id == OPTION_help)
            return print_help(options, command_given);
        if (!(table[id - OPTION_output].commands & 1u << options->command))
            return wrong("--%s does not go with this command.", names[id - OPTION_output]);
        int status = set_option(options, id, loose_value(id, arguments, count));
        if (status >= 0)
            return status;
    }
    for (int i = optind; i < count; i++)
        ARRAY_ADD(&options->inputs, arguments[i]);
    return check_together(options);
}

int options_read(Options *options, int count, char **arguments)
{
    *options = (Options){.fail_on = SEVERITY_error,
                         .law_as_of = DAY_MISSING,
                         .audience = SEE_family,
                         .text_size = 12000,
                         .font_dir = "",
                         .stdin_name = "standard input"};
    if (!surroundings_read(options))
        return wrong("SOURCE_DATE_EPOCH must be seconds since 1970, not '%s'.", getenv("SOURCE_DATE_EPOCH"));
    bool command_given = find_command(options, &count, &arguments);
    surroundings_ask_terminal(options);
    int status = read_all(options, count, arguments, command_given);
    if (status >= 0)
        return status;
    if (options->law_as_of == DAY_MISSING)
        options->law_as_of = options->today;
    if (options->command == COMMAND_compile && !options->inputs.count)
        return wrong("%s", "name a plan.");
    if (!command_given && !options->outputs.count && !strpbrk(options->inputs.at[0], "./"))
        return wrong("'%s' is no command; a plan's name ends in .sen.", options->inputs.at[0]);
    if (options->command == COMMAND_compile && !options->outputs.count)
        return wrong("%s", "say what to make: senc PLAN -o FILE.pdf");
    return -1;
}

void options_free(Options *options)
{
    free(options->inputs.at);
    free(options->outputs.at);
    rule_names_free(&options->select);
    rule_names_free(&options->ignore);
}
