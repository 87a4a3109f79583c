/* Records: what the files say, bound to the schema: one table a kind, one column a fact.
 *
 * Tables and columns are made from schema.def: records.outcome.by[row] is the deadline of an outcome, and the
 * values of a list fact stand from list.first[row] up to list.first[row + 1]. Rows are in the order of the
 * files and, in a file, of the text, so that all that stands in a record lies together (records_inside). No
 * kind stands in itself. */
#ifndef SENC_SEMA_RECORDS_H
#define SENC_SEMA_RECORDS_H

#include "sema/dosage.h"
#include "support/finding.h"

#define ROW_NONE UINT32_MAX

typedef enum Kind {
    KIND_file, /* the top of a file */
#define KIND(kind, key, letter, doc) KIND_##kind,
#include "sema/schema.def"
    KIND_COUNT
} Kind;

typedef enum FieldId {
#define KIND(kind, ...)               FIELD_##kind##_FIRST, FIELD_##kind##_BEFORE = FIELD_##kind##_FIRST - 1,
#define FIELD(kind, fact, ...)        FIELD_##kind##_##fact,
#define OWNED(kind, owner, fact, ...) FIELD_##kind##_##fact,
#define END_KIND(kind)                FIELD_##kind##_END, FIELD_##kind##_LAST = FIELD_##kind##_END - 1,
#include "sema/schema.def"
    FIELD_COUNT
} FieldId;

typedef enum ChoiceList {
#define CHOICES(list, doc) CHOICES_##list,
#include "sema/choice.def"
    CHOICES_COUNT
} ChoiceList;

/* The choices of each list, from 1; 0 is missing: CHOICE_status_sen_support. */
#define CHOICES(list, doc)                                                                                   \
    enum list##_choice                                                                                       \
    {                                                                                                        \
        CHOICE_##list##_MISSING,
#define CHOICE(list, id, ...) CHOICE_##list##_##id,
#define END_CHOICES(list)                                                                                    \
    CHOICE_##list##_COUNT                                                                                    \
    }                                                                                                        \
    ;
#include "sema/choice.def"

/* A yes/no fact. */
enum { FLAG_missing, FLAG_no, FLAG_yes };

/* How many pupils share a session. */
typedef enum GroupForm {
    GROUP_missing,
    GROUP_one_to_one,
    GROUP_pair,
    GROUP_of,
    GROUP_up_to,
    GROUP_whole_class
} GroupForm;

typedef struct GroupSize {
    uint8_t form;         /* GroupForm */
    uint16_t least, most; /* of a GROUP_of (equal where one number is given) or GROUP_up_to (least 1) */
} GroupSize;

/* A name for another record. `row` is ROW_NONE until references are linked, and after for what is a text or
 * was not found. */
typedef struct Reference {
    Str text; /* the code as written, or the text in quotes; empty: missing */
    Span at;
    uint8_t kind; /* Kind of the record it leads to */
    bool quoted;  /* written as a text */
    uint32_t row;
} Reference;

/* A person, post or party. */
typedef struct Who {
    Str text; /* as written; empty: missing */
    Span at;
    uint8_t post; /* a choice of `post`, or 0 */
    uint8_t kind; /* Kind of `row`: person, advice, parent */
    bool quoted;
    uint32_t row; /* ROW_NONE where it is no record */
} Who;

/* The kind of record a check is on, by one of its keys where it has several. */
typedef struct RecordKind {
    uint8_t kind;    /* Kind; KIND_file: missing */
    uint8_t variant; /* a TableHead.variant, and 1; 0 for all of them */
} RecordKind;

/* A condition as it is written: what is behind its word, up to the line's end. A slice of the source, which
 * outlives the records, so that it need not be kept in pieces: the check language takes it apart again. */
typedef struct Condition {
    Str text; /* empty: missing */
    Span at;
} Condition;

/* A sample of a check as it is written, with its block. */
typedef struct Sample {
    Str text; /* empty: missing */
    Span at;
} Sample;

#define TYPE(type, c, ...) typedef c Value_##type;
#include "sema/type.def"
#define TYPE(type, c, ...)                                                                                   \
    typedef struct List_##type {                                                                             \
        uint32_t *first; /* one more than there are rows */                                                  \
        c *items;                                                                                            \
        uint32_t count, room;                                                                                \
    } List_##type;
#include "sema/type.def"

/* Where a fact of a record stands. A record's facts are a chain, newest first. */
typedef struct FactPlace {
    uint16_t field;
    uint16_t spare;
    Span at;       /* the value, with its clauses' values apart */
    uint32_t next; /* index + 1, 0 at the end */
} FactPlace;

/* What every table has. */
typedef struct TableHead {
    uint32_t count, room;
    uint32_t filled;      /* rows whose facts hold missing values, or what was read */
    void *block;          /* the memory of all columns */
    Span *place;          /* the whole record with its block */
    Span *line;           /* its head line */
    uint32_t *parent;     /* the row it stands in; ROW_NONE at the top of a file */
    uint8_t *parent_kind; /* KIND_file at the top */
    uint8_t *variant; /* which of the kind's keys: 0 the first (a support plan), 1 the next (an EHC plan) */
    uint8_t *has_block;
    uint32_t *source; /* index of its file in the project */
    uint32_t *facts;  /* index + 1 of its newest FactPlace, 0 for none */
} TableHead;

#define COLUMN_one(type, fact)  Value_##type *fact;
#define COLUMN_opt(type, fact)  Value_##type *fact;
#define COLUMN_list(type, fact) List_##type fact;
#define KIND(kind, ...)                                                                                      \
    struct kind##_table {                                                                                    \
        TableHead head;
#define FIELD(kind, fact, place, key, type, of, many, ...) COLUMN_##many(type, fact)
#define OWNED(kind, owner, fact, key, type, of, many, ...) COLUMN_##many(type, fact)
#define END_KIND(kind)                                                                                       \
    }                                                                                                        \
    ;
#include "sema/schema.def"

typedef struct Records {
#define KIND(kind, ...) struct kind##_table kind;
#include "sema/schema.def"
    ARRAY(FactPlace) facts;
    ARRAY(const Source *) sources; /* by index */
    Arena arena;                   /* texts that are no slices of a source */
    int32_t today;
} Records;

/* Rows from `first` up to `end`. */
typedef struct RowRange {
    uint32_t first, end;
} RowRange;

void records_free(Records *records);

/* The table of a kind. */
TableHead *records_table(const Records *records, Kind kind);

/* Adds a row of missing values and returns it. */
uint32_t records_add(Records *records, Kind kind);

/* Where the value of a one or opt fact is kept, and the list of a list fact. */
void *records_value(const Records *records, FieldId field, uint32_t row);
void *records_list(const Records *records, FieldId field);

/* Makes room for one more value in a list fact of the last row of its kind; the new value, zeroed. */
void *records_list_add(Records *records, FieldId field);
/* Takes that value back. */
void records_list_drop(Records *records, FieldId field);

/* How many values the fact has in that row (0 or 1 for one and opt facts): whether it was given. */
uint32_t records_given(const Records *records, FieldId field, uint32_t row);

/* Notes where a fact stands, and finds it again: the value's place, or the record's head line when it was not
 * given. */
void records_note_place(Records *records, Kind kind, uint32_t row, FieldId field, Span at);
Place records_place(const Records *records, Kind kind, uint32_t row, FieldId field);
/* The head line of a record. */
Place records_line(const Records *records, Kind kind, uint32_t row);

/* The rows of `kind` that stand in a record, at any depth. In O(log n): rows are in the order of the text. */
RowRange records_inside(const Records *records, Kind kind, Kind outer, uint32_t outer_row);

/* The row of `kind` that a record stands in, at any depth; ROW_NONE when in none. */
uint32_t records_enclosing(const Records *records, Kind outer, Kind kind, uint32_t row);

#endif
