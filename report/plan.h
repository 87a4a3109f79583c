/* Plan: what the parts of a plan's report share. Each part is a file, plan_NOUN.c, with one function that
 * appends it; what has nothing to say appends nothing. */
#ifndef SENC_REPORT_PLAN_H
#define SENC_REPORT_PLAN_H

#include "report/facts.h"
#include "report/report.h"

typedef struct Plan {
    Facts facts;
    const Derived *derived;
    const ReportOptions *options;
    Arena *arena;
    Document *document; /* NULL when only the map is made */
    uint32_t row;       /* of plan */
    uint32_t pupil;     /* rows; ROW_NONE when not known */
    uint32_t school;
    bool is_ehc;
    bool outcomes_ended, provision_ended; /* all of them: then none is left out as finished */
    Str name;                             /* "Bilal K", or "The pupil" */
    Str first;                            /* "Bilal", or "the pupil" */
} Plan;

/* What the parts read of a plan. */
Plan plan_open(const Derived *derived, uint32_t row, const ReportOptions *options, Arena *arena);

/* ---- the parts, in the order of the report ---- */

void plan_head(Plan *plan, Blocks *to);     /* plan_head.c: who and when */
void plan_profile(Plan *plan, Blocks *to);  /* plan_profile.c: strengths, what matters, how to help */
void plan_hopes(Plan *plan, Blocks *to);    /* the pupil's and the family's words */
void plan_overview(Plan *plan, Blocks *to); /* plan_map.c: the map, and its links as a table */
void plan_needs(Plan *plan, Blocks *to);
void plan_outcomes(Plan *plan, Blocks *to);
void plan_provision(Plan *plan, Blocks *to);
void plan_sections(Plan *plan, Blocks *to); /* plan_sections.c: an EHC plan, letter by letter */
void plan_lessons(Plan *plan, Blocks *to);  /* plan_lessons.c: strategies, adjustments, exams, health */
void plan_progress(Plan *plan, Blocks *to); /* plan_progress.c: charts, results, sessions given */
void plan_year(Plan *plan, Blocks *to);     /* plan_year.c: the timeline */
void plan_cycles(Plan *plan, Blocks *to);   /* plan_cycles.c: assess, plan, do, review */
void plan_reviews(Plan *plan, Blocks *to);  /* plan_reviews.c: reviews and annual reviews */
void plan_meetings(Plan *plan, Blocks *to); /* plan_meetings.c: what was agreed, actions */
void plan_others(Plan *plan, Blocks *to);   /* plan_others.c: specialists, the next school */
void plan_agreed(Plan *plan, Blocks *to);   /* plan_agreed.c: who agrees, room to sign */
void plan_notes(Plan *plan, Blocks *to);
void plan_allowed(Plan *plan, Blocks *to);
/* why findings were let stand, for the lead */ /* remarks for staff */

/* ---- rows ---- */

typedef struct Rows {
    ARRAY(uint32_t) list; /* freed by who fills it */
} Rows;

/* The rows of `kind` that stand in the plan, at any depth, in the order of the text. */
RowRange plan_rows(const Plan *plan, Kind kind);

/* Does the record stand straight in that one? */
bool row_stands_in(const Plan *plan, Kind kind, uint32_t row, Kind outer, uint32_t outer_row);

/* The rows of `kind` that stand straight in a record. */
Rows rows_in(const Plan *plan, Kind kind, Kind outer, uint32_t outer_row);

/* All rows of `kind` in the plan. */
Rows rows_under(const Plan *plan, Kind kind);

/* Of the outcomes or provision of the plan: those that still count (current) or the rest: closed, replaced,
 * of a cycle before the present one. When all are finished, all count. */
bool plan_row_is_finished(const Plan *plan, Kind kind, uint32_t row);

/* Of a cycle before the present one: it is told there, with what became of it, and not among the rest. */
bool plan_row_is_past(const Plan *plan, Kind kind, uint32_t row);

/* The letter of an EHC plan's section that a record belongs to: where it stands, else by what it is; a choice
 * of `section`. 0 in a support plan. */
unsigned plan_section_of(const Plan *plan, Kind kind, uint32_t row);

/* ---- ids and links ---- */

/* The id of a record's row in the report ("need-b1"), and the link to it ("#need-b1"); empty for a record of
 * another plan or without a code. */
Str plan_id(const Plan *plan, Kind kind, uint32_t row);
Str plan_target(const Plan *plan, Kind kind, uint32_t row);

/* Its code, for the audience; empty for none. */
Str plan_code(const Plan *plan, Kind kind, uint32_t row);

/* ---- building blocks ---- */

/* Begins a part on its first block: a section is opened only when something stands in it. */
typedef struct Part {
    Plan *plan;
    Blocks *to;
    unsigned level;
    Str title, id;
    Block *section; /* NULL until something stands in it */
} Part;

Blocks *part_body(Part *part);

/* A new paragraph at the end of `to`: its runs. */
Runs *paragraph(Plan *plan, Blocks *to, ParagraphStyle style);

/* A new line in a cell: in its last paragraph where that has the same style, for paragraphs there stand too
 * far apart; else a new one. */
Runs *cell_line(Plan *plan, Blocks *cell, ParagraphStyle style);

/* A list of a text fact's values; nothing when there is none. */
void texts_list(Plan *plan, Blocks *to, FieldId field, uint32_t row);
/* The same as paragraphs. */
void texts_paragraphs(Plan *plan, Blocks *to, FieldId field, uint32_t row);
/* The same as one paragraph that begins with a strong word: "Teacher: Joins in when work is read to him." */
void texts_labelled(Plan *plan, Blocks *to, const char *label, FieldId field, uint32_t row);

/* A table made of records, a row each. Columns in which no row has anything are left out, and so is a table
 * without rows. */
typedef struct TableColumn {
    const char *title;
    unsigned weight;                                      /* its share of the width */
    bool header;                                          /* names its row */
    void (*fill)(Plan *plan, uint32_t row, Blocks *cell); /* NULL: the record's code */
} TableColumn;

typedef struct TablePlan {
    Kind kind;
    const TableColumn *columns;
    size_t column_count;
    /* Over which heading a row belongs, within the table; rows of one heading stand together. Or NULL. */
    Str (*group)(Plan *plan, uint32_t row);
} TablePlan;

Block *records_table_add(Plan *plan, Blocks *to, const TablePlan *table, const uint32_t *rows, size_t count);

#define TABLE_PLAN(of, array, by)                                                                            \
    (TablePlan)                                                                                              \
    {                                                                                                        \
        .kind = (of), .columns = (array), .column_count = sizeof(array) / sizeof *(array), .group = (by)     \
    }

/* Puts the current rows before the finished ones, and leaves out those of cycles that are past. */
void rows_part(const Plan *plan, Kind kind, Rows *rows);

/* What shows a need, or was found in an assessment: its evidence records. */
void evidence_list(Plan *plan, Blocks *to, Kind outer, uint32_t outer_row);

/* With whom a record was shared, and when: added to a text of its own, which begins with `before`. */
void shared_add(Plan *plan, Runs *runs, const char *before, Kind outer, uint32_t outer_row);
/* The same as a paragraph. */
void shared_say(Plan *plan, Blocks *to, Kind outer, uint32_t outer_row);

/* What help is called: its own words, else those of its programme or group. */
Str provision_name(const Plan *plan, uint32_t row);

/* ---- tables that support plans and EHC plans share ---- */

void needs_table(Plan *plan, Blocks *to, const Rows *rows);
void outcomes_table(Plan *plan, Blocks *to, const Rows *rows);
void provision_table(Plan *plan, Blocks *to, const Rows *rows);
void advice_table(Plan *plan, Blocks *to, const Rows *rows);

/* Hopes as quotes with their speakers, then the views of the plan and how they were gathered. */
void hopes_part(Part *part, const Rows *rows);

/* Outcomes and help of a past cycle: what was aimed for and where it got; how much was given. */
void past_outcomes_table(Plan *plan, Blocks *to, const Rows *rows);
void past_help_table(Plan *plan, Blocks *to, const Rows *rows);

/* "13 November 2026: 54. He noticed it himself." */
void result_say(Plan *plan, Runs *runs, uint32_t result);

/* "33 out of 36 sessions given by 20 November 2026", a paragraph for each time they were counted. */
void sessions_given(Plan *plan, Blocks *to, uint32_t provision);

/* Weekly minutes and, for staff, the cost, of the whole plan. */
void provision_totals(Plan *plan, Blocks *to);

/* Somebody's own words. */
typedef struct Quote {
    Str id, code;   /* or empty */
    const Who *who; /* or NULL */
    int32_t on;     /* or DAY_MISSING */
    Str text;
} Quote;

/* The words with their speaker before them. Returns the runs, for what is to follow; NULL where the words run
 * from right to left and stand alone. */
Runs *quote_say(Plan *plan, Blocks *to, const Quote *quote);

/* Views that stand straight in a record, as quotes with their speakers. */
void views_quotes(Plan *plan, Blocks *to, Kind outer, uint32_t outer_row);

/* Was a review held (it says something), rather than only planned? What was said there. */
bool review_was_held(const Plan *plan, uint32_t row);
void review_say(Plan *plan, Blocks *to, uint32_t row);

#endif
