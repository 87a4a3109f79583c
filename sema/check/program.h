/* Program: checks in their typed form, ready to be evaluated or compiled. It is flat: nodes name each other
 * by number, nothing points into a tree, so that the standard library's can be written as tables of C when
 * senc is built. Every operation is total: what cannot be told is missing (docs/checks-language.md); the only
 * loops are those over records and lists. */
#ifndef SENC_SEMA_CHECK_PROGRAM_H
#define SENC_SEMA_CHECK_PROGRAM_H

#include "sema/schema.h"

struct WordLists;

/* Sets of word lists: those of the standard library, the school's own. */
#define WORD_SETS 2

/* What an expression comes to. */
typedef enum CheckTypeId {
    CHECK_yes_no, /* yes, no, or not known */
    CHECK_amount, /* of: its Dimension; DIMENSION_none where only the record tells */
    CHECK_day,
    CHECK_text,
    CHECK_choice, /* of: its ChoiceList */
    CHECK_who,    /* a person, post or party */
    CHECK_record, /* of: its Kind; KIND_file where it may be of several */
    CHECK_shape   /* can only be asked after: is it there? */
} CheckTypeId;

typedef struct CheckType {
    uint8_t id;      /* CheckTypeId; of a list, that of its values */
    uint8_t is_list; /* comes from a CHECK_OP_list_… or CHECK_OP_rows_… */
    uint16_t of;
} CheckType;

/* The derived values of derived.def. */
typedef enum DerivedId {
#define DERIVED(kind, id, ...) DERIVED_##kind##_##id,
#include "sema/check/derived.def"
    DERIVED_COUNT
} DerivedId;

/* Those that the words themselves tell. */
static inline bool derived_is_told(DerivedId id)
{
    return (id >= DERIVED_provision_loose && id <= DERIVED_provision_told_weekly_time) ||
           (id >= DERIVED_outcome_loose && id <= DERIVED_outcome_told_day);
}

typedef uint32_t NodeId;
#define NODE_NONE UINT32_MAX

/* The operations. `a`, `b` and `c` are nodes; `of` is what is said here. */
typedef enum CheckOp {
    CHECK_OP_constant, /* by its type: number, amount, text */
    CHECK_OP_today,    /* a day */
    CHECK_OP_limit,    /* the check's limit, or the school's for it */
    CHECK_OP_item,     /* what is gone through at depth `of`; at 0 the record the check is on */
    CHECK_OP_outer,   /* the record of kind `of` that a stands in: of what is in a plan its pupil, of anything
                         the   school */
    CHECK_OP_field,   /* fact `of` of record a */
    CHECK_OP_derived, /* derived value `of` of record a */
    CHECK_OP_is_kind, /* is record a of kind `of`, variant number (see RecordKind)? */

    CHECK_OP_list_field,    /* lists, which only the operations below take: the values of fact `of` of a */
    CHECK_OP_list_derived,  /* the values of a derived list */
    CHECK_OP_rows_inside,   /* records of kind `of` in record a, at any depth */
    CHECK_OP_rows_naming,   /* … that name record a by relation `of` */
    CHECK_OP_rows_of_plan,  /* … in the plan that a stands in */
    CHECK_OP_rows_of_pupil, /* … in the plans of the pupil that a is, or stands in the plan of */
    CHECK_OP_rows_all,      /* … in the project */

    CHECK_OP_given, /* exists: is a there? Of a list, is there anything in it? Never unknown */
    CHECK_OP_not,   /* a */
    CHECK_OP_and,   /* a, b: of Kleene's logic */
    CHECK_OP_or,
    CHECK_OP_equal, /* a, b of one type */
    CHECK_OP_less,
    CHECK_OP_at_most,
    CHECK_OP_includes, /* does list a hold a value equal to b? */
    CHECK_OP_says,     /* does text a hold the words `text`, case aside? */
    CHECK_OP_matches,  /* does text a match the word list called `text`? */

    CHECK_OP_add,      /* amounts a, b; or a day and a length of time */
    CHECK_OP_subtract, /* likewise; two days give days */
    CHECK_OP_multiply,
    CHECK_OP_divide,
    CHECK_OP_negate,

    CHECK_OP_every, /* over list a, at depth `of`, of those for which b (or all) surely holds: does c? */
    CHECK_OP_some,
    CHECK_OP_count,  /* a, b */
    CHECK_OP_total,  /* a, b; of amount c, those missing left out; of none, 0 */
    CHECK_OP_average /* of none, missing */
} CheckOp;

typedef struct CheckNode {
    uint8_t op;
    CheckType type;
    uint16_t of;
    NodeId a, b, c;
    int64_t number; /* a constant day, choice, yes/no, post or variant */
    Amount amount;  /* a constant amount */
    Str text;
} CheckNode;

/* How deep lists may be gone through inside one another. */
#define CHECK_DEPTH_MOST 3

/* A piece of a message: words, and then the value of a node. */
typedef struct MessagePiece {
    Str words;
    NodeId value; /* NODE_NONE: nothing; or, of the phrase that was found: */
} MessagePiece;

#define PIECE_PHRASE  (NODE_NONE - 1) /* the phrase as it stands */
#define PIECE_BECAUSE (NODE_NONE - 2) /* why it had better not stand there */
#define PIECE_INSTEAD (NODE_NONE - 3) /* what to write instead */

typedef struct CheckSeverity {
    uint8_t severity; /* Severity */
    NodeId when;      /* NODE_NONE: always */
} CheckSeverity;

/* A stretch of one of the program's arrays. */
typedef struct Stretch {
    uint32_t first, count;
} Stretch;

/* A check on one kind: of one that names several there are several, one after the other. */
typedef struct CheckRule {
    uint32_t check; /* in Program.checks */
    RecordKind on;
    NodeId when, require; /* `when` may be NODE_NONE */
    Stretch severities, says;
    Stretch replace, replace_with; /* what a safe change replaces, and by what; empty: there is none */
    uint16_t asked; /* the fact of the record that `require` asks for first; FIELD_COUNT for none, or more
                       than two */
    uint16_t also;  /* the other one, of two; else FIELD_COUNT */
    uint8_t wants_school; /* it asks for what stands in the school's file */
    uint8_t asks_texts;   /* it asks what is told of texts by comparing them: all are read before */
    uint8_t asks_words;   /* it asks what texts say: texts are read before it is tried */
} CheckRule;

/* What a check says about itself. */
typedef struct Check {
    FindingRule rule;
    Str suggest;
    Stretch kinds;         /* in Program.kinds */
    Stretch fails, passes; /* in Program.samples */
    Amount limit;
    int32_t in_force_from, in_force_until; /* DAY_MISSING: since ever, for ever */
    uint8_t owner;                         /* who must act: a choice of `owner`, never missing */
    Str topic; /* what its file is about: the remark it opens with, up to a colon or full stop; or empty */
    Str severities, when, require, says, replace,
        replace_with; /* as written, for whoever reads about it: "error when …; warning" */
} Check;

typedef struct Program {
    const Check *checks;
    const CheckRule *rules;
    const CheckNode *nodes;
    const CheckSeverity *severities;
    const MessagePiece *pieces;
    const RecordKind *kinds;
    const Str *samples;
    const struct WordLists *words[WORD_SETS]; /* the lists that checks may ask for; NULL for none */
    uint32_t check_count, rule_count, node_count, severity_count, piece_count, kind_count, sample_count;
} Program;

/* A limit as it counts: `12 months`, read as an age where any value may stand, is a length of time. */
static inline Amount check_limit(Amount limit)
{
    if (limit.unit == UNIT_age)
        limit.unit = UNIT_month;
    return limit;
}

/* The check of that name, or NULL. */
const Check *program_check(const Program *program, Str name);

/* The standard library, as senc was built with it (in the program only, not in the tools that build it). */
const Program *program_library(void);

#endif
