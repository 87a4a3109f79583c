/* The forms of findings: for people, for other programs, for the services that run senc. Findings in, project
 * by project, in their order; bytes out. A form chooses nothing and counts nothing for the user: that is the
 * driver's. */
#ifndef SENC_CODEGEN_FINDINGS_FORM_H
#define SENC_CODEGEN_FINDINGS_FORM_H

#include "support/render.h"

typedef enum FindingForm {
#define FORM(name) FORM_##name,
#include "codegen/findings/form.def"
    FINDING_FORMS
} FindingForm;

/* Above every severity: a level that no finding reaches. */
#define SEVERITY_NEVER ((Severity)(SEVERITY_error + 1))

typedef struct Sources {
    const Source *const *at;
    size_t count;
} Sources;

/* What is being written. Set the first three fields; freed with report_free. */
typedef struct FindingsReport {
    FindingForm form;
    RenderStyle style;   /* of the form text */
    Severity fail_on;    /* what fails a build: a Severity or SEVERITY_NEVER */
    const char *version; /* of senc */
    Out *out;
    Arena arena;
    size_t written;           /* findings so far */
    ARRAY(FindingRule) rules; /* sarif: those that findings came from, in the order of their first */
    Out apart;                /* sarif: findings about no file, and how many */
    size_t apart_count;
} FindingsReport;

/* Begins, adds the findings of one compilation with the files they may be about (in the order of their index;
 * those without findings too), ends. `status` is the run's exit status. */
void report_begin(FindingsReport *report);
void report_add(FindingsReport *report, Findings *findings, Sources sources);
void report_end(FindingsReport *report, int status);
void report_free(FindingsReport *report);

/* Whether the form shows what findings are told apart by from one day to the next: finding.fingerprint must
 * be set. */
bool form_needs_fingerprints(FindingForm form);

/* ---- what the forms' files give form.c ---- */

typedef struct FormWriter {
    void (*begin)(FindingsReport *report); /* NULL: nothing to write */
    void (*add)(FindingsReport *report, Findings *findings, Sources sources);
    void (*end)(FindingsReport *report, int status);
} FormWriter;

#define FORM(name) extern const FormWriter form_##name;
#include "codegen/findings/form.def"

/* The findings about the source of that index: the next of the sorted list from `*next` on, which moves
 * behind them. Sources are asked for in their order. */
typedef struct FindingRange {
    Finding *const *at;
    size_t count;
} FindingRange;

FindingRange findings_about(const Findings *findings, const Source *source, size_t *next);

/* The message and, behind it, how to mend it. Both are sentences. */
Str finding_words(Findings *findings, const Finding *finding);

/* "plans/ana.sen" for "./plans/ana.sen": as services compare names. */
Str name_plain(Str name);

/* The fingerprint as 16 hexadecimal digits. */
Str fingerprint_text(Findings *findings, const Finding *finding);

#endif
