/* Running checks: each check in force is tried on each record of its kinds; where it surely fails, that is a
 * finding with the check's name, in the check's words. */
#ifndef SENC_SEMA_CHECK_RUN_H
#define SENC_SEMA_CHECK_RUN_H

#include "sema/check/native.h"

/* What is run, on what. All of it outlives the findings. */
typedef struct CheckRun {
    const Derived *derived;
    const Program *const *programs; /* the standard library, the school's own */
    unsigned program_count;
    CheckKernel *const *const *kernels; /* of each program, by rule; NULL, or NULL for one: it is evaluated */
    int32_t law_as_of;                  /* the day whose law counts */
    bool has_school;                    /* else checks that need it are left out, with a note */
    const bool *silent; /* by a source's index: nothing is said about what stands there. NULL: about all */
    const Check *only;  /* this check alone, whatever settings say; NULL: all */
} CheckRun;

/* Runs all checks and adds what they find; what the plans allow says so (Finding.allowed). Nothing is read
 * but the records, so that any number of runs give the same. */
void checks_run(const CheckRun *run, Findings *findings);

/* ---- for the parts of running ---- */

/* What a school has said about a check. */
typedef struct CheckSetting {
    Amount limit; /* missing: the check's own */
    bool ignored, has_severity;
    uint8_t severity;
} CheckSetting;

/* settings.c: the settings of all checks of a program, in their order; what makes no sense is reported. */
CheckSetting *settings_of(const CheckRun *run, const Program *program, Arena *arena);
void settings_report(const CheckRun *run, Findings *findings);

/* allow.c: what is allowed, and whether it was of use. */
typedef struct Allows {
    bool *used; /* by row of allow */
} Allows;
/* Why the record may do as the check forbids; `at` is NULL where nothing allows it. */
Str allows_cover(Allows *allows, const CheckRun *run, const Check *check, Kind kind, uint32_t row);
void allows_report(const Allows *allows, const CheckRun *run, Findings *findings);
/* The check of that name in any of the programs, or NULL. */
const Check *run_check_named(const CheckRun *run, Str name);

/* message.c: the words of a finding, filled with what stands in the record. */
/* The phrase that a finding is about. */
typedef struct PhraseTold {
    Str words, because, instead;
} PhraseTold;
Str message_fill(Evaluation *evaluation, Stretch pieces, const PhraseTold *phrase, Arena *arena);
Str message_help(const Check *check, Arena *arena);

/* quote.c: where the words stand that a message quotes: of its first derived text that is a piece of the file
 * of `place`. Without one, `place` stays as it is. */
void message_quotes(Evaluation *evaluation, Stretch pieces, Place *place);
/* Adds the safe change of a rule, if it has one and what it replaces is a piece of the finding's file. */
void message_fix(Evaluation *evaluation, const CheckRule *rule, Findings *findings, Finding *finding);
/* Offers `text` in place of what stands there, with a capital where a sentence begins. */
void message_replace(Findings *findings, Finding *finding, Span span, Str text);

#endif
