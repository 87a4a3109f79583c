/* Conditions as they are written: a tree of words, before anybody asks what they name. Private to sema/check.
 *
 * In: the text of a condition, or of a sum in the braces of a message. Out: a tree in the arena, whose nodes
 * know where they stand; or a finding. What records, facts and types there are is none of its business. */
#ifndef SENC_SEMA_CHECK_CONDITION_H
#define SENC_SEMA_CHECK_CONDITION_H

#include "sema/binder.h"

typedef enum CondOp {
    COND_name,   /* text: the name of a fact, a kind, a choice, a code … */
    COND_amount, /* amount */
    COND_day,    /* day */
    COND_text,   /* text: what stood in quotes */
    COND_yes_no, /* day: 1 or 0 */
    COND_this,
    COND_today,
    COND_limit,
    COND_of,  /* a: a name, b: of what */
    COND_not, /* a */
    COND_and, /* a, b */
    COND_or,
    COND_exists,  /* a */
    COND_compare, /* compare; a, b */
    COND_holds,   /* a, b: `with parent` */
    COND_says,    /* a, text */
    COND_matches, /* a, text: the name of a word list */
    COND_has,     /* a: a name */
    COND_add,     /* a, b */
    COND_subtract,
    COND_multiply,
    COND_divide,
    COND_negate, /* a */
    COND_every,  /* a: the name, b: where (or NULL), c: what must hold (or NULL) */
    COND_some,
    COND_no,
    COND_number_of, /* a: the name, b: where */
    COND_total,     /* a: the name, b: where, c: of what is gone through */
    COND_average,
    COND_it /* what is gone through: stands where a test follows the name at once */
} CondOp;

typedef enum Comparison {
    COMPARE_is,
    COMPARE_is_not,
    COMPARE_less,
    COMPARE_more,
    COMPARE_most,
    COMPARE_least
} Comparison;

typedef struct CondNode CondNode;
struct CondNode {
    uint8_t op; /* CondOp */
    uint8_t compare;
    int32_t day;
    Span at;
    Str text;
    Amount amount;
    const CondNode *a, *b, *c;
};

/* A word, value or mark, as the grammar takes it. */
typedef struct Piece {
    int token;
    Span at;
    const CondNode *node; /* of a name or value */
} Piece;

/* What a reader needs to say where it stands. */
typedef struct CondText {
    Str text;
    uint32_t first; /* where it begins in `source` */
    const Source *source;
    Place whole; /* where it is not known where each word stands (escapes in a text): what to point at */
} CondText;

/* The state of reading one. */
typedef struct CondReader {
    const Language *language;
    CondText text;
    Arena *arena;
    Findings *findings;
    const Piece *pieces; /* the last is the end */
    uint32_t next;
    int start; /* the first piece, which says whether a condition or a sum is wanted */
    bool started, failed;
    const CondNode *result;
} CondReader;

/* Reads a condition, or with `is_sum` what may stand in the braces of a message. NULL when it cannot be read,
 * which has been reported. */
const CondNode *condition_read(const Language *language, CondText text, bool is_sum, Arena *arena,
                               Findings *findings);

/* ---- condition_scan.c ---- */

/* Takes the text apart; the pieces end with an end. NULL when a part of it could not be read, which has been
 * reported. */
const Piece *condition_scan(const Language *language, CondText text, Arena *arena, Findings *findings);

/* ---- for the grammar ---- */

const CondNode *cond_node(CondReader *reader, CondOp op, const CondNode *a, const CondNode *b);
const CondNode *cond_compare(CondReader *reader, Comparison compare, const CondNode *a, const CondNode *b);
const CondNode *cond_each(CondReader *reader, CondOp op, const CondNode *name, const CondNode *where,
                          const CondNode *member);
const CondNode *cond_word(CondReader *reader, CondOp op, const CondNode *a, const CondNode *text);
const CondNode *cond_it(CondReader *reader, const CondNode *name);

/* The piece at reader->next cannot stand there. */
void condition_report(CondReader *reader);

#endif
