/* Options: what the user typed, checked and ready for use. */
#ifndef SENC_DRIVER_OPTIONS_H
#define SENC_DRIVER_OPTIONS_H

#include "codegen/findings/form.h"
#include "driver/rule_names.h"
#include "sema/loose.h"
#include "sema/schema.h"

typedef enum Command {
#define COMMAND(name, arguments, help) COMMAND_##name,
#include "driver/command.def"
    COMMAND_COUNT
} Command;

/* In which way a school's own checks are tried; the first unless a developer says otherwise. */
typedef enum OwnChecksBy { OWN_BY_auto, OWN_BY_evaluator, OWN_BY_compiler, OWN_BY_cache } OwnChecksBy;

typedef struct Options {
    Command command;
    ARRAY(const char *) inputs;  /* paths; "-" is standard input */
    ARRAY(const char *) outputs; /* files to write */
    FindingForm form;
    Severity fail_on;                      /* SEVERITY_NEVER: from none */
    RuleNames select, ignore;              /* of findings; none selected: all but those ignored */
    uint32_t max_findings;                 /* to show; 0: all */
    const char *baseline, *write_baseline; /* files; NULL for none */
    const char *add_allow;                 /* why what is found is to be allowed; NULL: it is not */
    const char *changed_since;             /* a revision of git; NULL: the last commit, or not asked */
    unsigned jobs;                         /* threads at most */
    Audience audience;
    int32_t text_size;    /* thousandths of a point */
    const char *font_dir; /* empty: those installed with senc, or Debian's */
    const char *stdin_name;
    int32_t today;     /* days since 1970 */
    bool no_checks;    /* files are read only */
    int32_t law_as_of; /* likewise: the day whose law counts */
    int64_t epoch;     /* seconds since 1970: the date written into outputs */
    LooseAs prose_as;  /* what statements are */
    bool prose;        /* inputs are loose statements */
    OwnChecksBy own_checks_by;
    bool no_cache; /* no machine code is kept between runs */
    bool draft, quiet, list, colour, statistics, fix, diff, changed, markdown;
    unsigned width; /* columns for findings; 0: as long as they are */
} Options;

/* Reads the command line. Returns -1 to go on, else the exit status with which to end: 0 after help or
 * version, 2 for wrong use, which has been explained on standard error. */
int options_read(Options *options, int argument_count, char **arguments);
void options_free(Options *options);

#endif
