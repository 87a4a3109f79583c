/* Findings: what the compiler has to say about a plan. A finding is a value; nothing below driver/ prints it.
 *
 * The wording of every finding stands in finding.def. For each row there is a reporter, finding_NAME(), that
 * takes the row's own parameters, so that the compiler checks them, and returns the finding, so that the
 * caller can add a second place or a fix. */
#ifndef SENC_SUPPORT_FINDING_H
#define SENC_SUPPORT_FINDING_H

#include "support/array.h"
#include "support/source.h"

typedef enum Severity { SEVERITY_note, SEVERITY_warning, SEVERITY_error } Severity;

typedef enum FindingKind {
#define FINDING(severity, name, parameters, why, ...) FINDING_##name,
#include "support/finding.def"
    FINDING_COUNT
} FindingKind;

/* What findings of one sort have in common: a row of finding.def, or a check. */
typedef struct FindingRule {
    Str name;          /* public, in kebab-case (`bad-date`): never renamed, never used for another */
    Severity severity; /* the usual one */
    Str why;           /* one or two sentences; may be empty for a check */
    Str cites;         /* the law or guidance behind it; empty for none */
} FindingRule;

typedef struct Finding {
    FindingKind kind;
    const FindingRule *rule; /* that of the kind, or of the check that gives it; outlives the finding */
    Severity severity;
    Place place;
    Str message;          /* what is wrong, in a SENCO's words; a whole sentence */
    Str help;             /* how to mend it; may be empty */
    Place second;         /* another place that explains this one; second.source is NULL for none */
    Str second_message;   /* what is there */
    Place fix;            /* a safe change: this span … */
    Str replacement;      /* … becomes this text; fix.source is NULL for none */
    Str allowed;          /* why the plan allows it; `at` is NULL where it does not */
    uint32_t order;       /* when it was reported, so that sorting is stable */
    uint64_t fingerprint; /* tells it from others, on other days too; 0 while nobody has asked */
} Finding;

/* A stretch of a source in which what was found early turned out to be part of another mistake. */
typedef struct Hush {
    Place place;
    Severity most;  /* graver findings stay */
    uint32_t order; /* later findings stay */
} Hush;

/* The findings of one compilation. Zero-initialise; freed with findings_free. */
typedef struct Findings {
    Arena arena; /* messages; the lines of the sources */
    ARRAY(Finding *) list;
    ARRAY(Hush) hushed;
    uint32_t error_count, warning_count, note_count; /* once sorted without what is allowed */
    ARRAY(uint32_t) of_source; /* by the source's index: how many findings are about it */
    Finding unlisted;          /* the latest that came after too many */
} Findings;

/* So many findings about one file are listed; then one says that there are more, which are counted only. */
#define FINDINGS_MOST 10000

/* Whether nothing more about the source will be listed: time to look no further. */
bool findings_full(const Findings *findings, const Source *source);

void findings_free(Findings *findings);

/* Adds a finding; what the reporters below call. `format` yields the message and, after a line end, the help.
 * The finding lives as long as `findings`. */
Finding *finding_add(Findings *findings, FindingKind kind, Severity severity, Place place, const char *format,
                     ...) __attribute__((format(printf, 5, 6)));

/* Adds a second place to a finding, with what is there. */
void finding_second(Findings *findings, Finding *finding, Place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds a safe change: `span` (in the finding's own source) becomes `replacement`, which is copied. */
void finding_fix(Findings *findings, Finding *finding, Span span, Str replacement);

/* Text of a plan as a message quotes it: on one line, cut with an ellipsis where it is long. Either `text`
 * itself or a copy that lives as long as `findings`. */
Str finding_shown(Findings *findings, Str text);

/* Replaces the help of a finding. */
void finding_help(Findings *findings, Finding *finding, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What has been found in `place` until now, and is no graver than `most`, is no mistake of its own: it is
 * dropped when the findings are next sorted. */
void findings_hush(Findings *findings, Place place, Severity most);

/* Sorts by file, place, kind and order of report, and drops repetitions of the same message at the same
 * place, and what has been hushed. */
void findings_sort(Findings *findings);

/* What findings of a kind have in common. */
const FindingRule *finding_rule(FindingKind kind);

/* The public name of a kind, in kebab-case (`bad-date`): never renamed, never used for another. */
Str finding_name(FindingKind kind);

/* Why a finding of this kind is given, one or two sentences: for `senc explain`. */
Str finding_why(FindingKind kind);

/* The kind's usual severity. */
Severity finding_severity(FindingKind kind);

/* "error", "warning", "note". */
Str severity_name(Severity severity);

#define ARGS(...) , __VA_ARGS__
#define NO_ARGS
#define FINDING(severity, name, parameters, why, ...)                                                        \
    static inline Finding *finding_##name(Findings *findings, Place place parameters)                        \
    {                                                                                                        \
        return finding_add(findings, FINDING_##name, SEVERITY_##severity, place, __VA_ARGS__);               \
    }
#include "support/finding.def"
#undef ARGS
#undef NO_ARGS

#endif
