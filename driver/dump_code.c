/* In: the name of a check; out: its code, made as it is to be run: the library's with all that LLVM can do
 * for it, a school's own in a hurry. */
#include "driver/dump_code.h"

#include "codegen/modules.h"
#include "driver/own_checks.h"
#include "driver/tally.h"

#include <stdio.h>

static int refuse(const Check *check, const char *why)
{
    fprintf(stderr, "senc: no code can be made of '" STR_FMT "': %s.\n", STR_ARG(check->rule.name), why);
    return 2;
}

/* Not all that a check is on may have been understood. */
static bool is_whole(const Program *program, const Check *check)
{
    uint32_t rules = 0;
    for (uint32_t i = 0; i < program->rule_count; i++)
        rules += program->checks + program->rules[i].check == check;
    return rules == check->kinds.count;
}

static int print_code(const Program *program, const Check *check, LlvmForm form, const Options *options)
{
    if (!is_whole(program, check))
        return refuse(check, "it has mistakes, which senc check tells");
    Findings findings = {0};
    Modules modules = {.folder = folder_of_modules(&findings.arena)};
    LlvmOutput output = {0};
    Str why;
    LlvmEffort effort = program == program_library() ? LLVM_EFFORT_optimised : LLVM_EFFORT_fast;
    const LlvmOptions wanted = {.only = check, .effort = effort};
    const LlvmModule *llvm = modules_llvm(&modules, &findings);
    int status = 0;
    if (!llvm)
        status = findings_report(&findings, NULL, options);
    else if (llvm->compile(program, &wanted, form, &output, &findings.arena, &why))
        fwrite(output.at, 1, output.size, stdout);
    else
        status = refuse(check, why.at);
    if (llvm)
        llvm->output_free(&output);
    findings_free(&findings);
    return status;
}

static int unknown(const OwnChecks *own, Str name)
{
    RuleNames names = own_checks_names(own);
    check_unknown(name, &names);
    rule_names_free(&names);
    return 2;
}

/* The word behind `ir` that is no path. */
static const char *name_among(const Options *options)
{
    for (size_t i = 1; i < options->inputs.count; i++)
        if (!own_checks_is_path(str_from(options->inputs.at[i])))
            return options->inputs.at[i];
    return NULL;
}

int dump_code(LlvmForm form, const Options *options)
{
    OwnChecks own;
    const char *word = name_among(options);
    if (!word || options->inputs.count > 3) {
        fprintf(stderr, "senc: name a check, and if it is a school's own, a file or folder of the school.\n");
        return 2;
    }
    if (!own_checks_open(&own, own_checks_path(options), options->today)) {
        int status = findings_report(&own.findings, NULL, options);
        own_checks_free(&own);
        return status;
    }
    Str name = str_from(word);
    const Check *library = program_check(program_library(), name);
    const Check *school = program_check(&own.program, name);
    int status = library  ? print_code(program_library(), library, form, options)
                 : school ? print_code(&own.program, school, form, options)
                          : unknown(&own, name);
    own_checks_free(&own);
    return status;
}
