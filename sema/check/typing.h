/* Typing: what the names of a condition stand for, and whether what is said of them makes sense. Private to
 * sema/check.
 *
 * In: the tree of a condition and the record it is on. Out: nodes of the program, or a finding at the place.
 */
#ifndef SENC_SEMA_CHECK_TYPING_H
#define SENC_SEMA_CHECK_TYPING_H

#include "sema/check/condition.h"
#include "sema/check/program.h"
#include "sema/relations.h"

/* The parts of a program that are growing. */
typedef struct ProgramParts {
    ARRAY(Check) checks;
    ARRAY(CheckRule) rules;
    ARRAY(CheckNode) nodes;
    ARRAY(CheckSeverity) severities;
    ARRAY(MessagePiece) pieces;
    ARRAY(RecordKind) kinds;
    ARRAY(Str) samples;
} ProgramParts;

/* What is gone through at a depth. */
typedef struct Frame {
    CheckType type;
    uint8_t variant; /* of a record; see RecordKind */
} Frame;

typedef struct Typing {
    const Language *language;
    ProgramParts *parts;
    Findings *findings;
    Arena *arena;         /* texts of findings */
    const Source *source; /* of the check */
    Frame frames[CHECK_DEPTH_MOST + 1];
    unsigned depth;                /* of the innermost frame */
    const Records *records;        /* with the school's own lists of words … */
    const struct WordLists *words; /* … beside those of the library; NULL for none */
    bool asks_list;                /* a condition asks for a list of words */
    bool has_limit, wants_school;
    Amount limit;
} Typing;

/* A typed expression. */
typedef struct Typed {
    NodeId node; /* NODE_NONE: it cannot be typed, which has been reported, or it is … */
    CheckType type;
    const CondNode *value; /* … a name that means something only beside another: a choice, a code */
    const CondNode *from;  /* where it stands */
} Typed;

#define TYPE_OF(id_, of_) ((CheckType){.id = (id_), .of = (uint16_t)(of_)})
#define LIST_OF(id_, of_) ((CheckType){.id = (id_), .is_list = 1, .of = (uint16_t)(of_)})

/* ---- typing.c ---- */

/* Types a condition: NODE_NONE when it is none, which has been reported. */
NodeId typing_condition(Typing *typing, const CondNode *node);

/* Types what stands in the braces of a message. */
NodeId typing_sum(Typing *typing, const CondNode *node);

/* Any expression; a condition, which is yes or no. */
Typed type_any(Typing *typing, const CondNode *node);
NodeId type_yes_no(Typing *typing, const CondNode *node);

NodeId add_node(Typing *typing, CheckOp op, CheckType type, uint16_t of, NodeId a, NodeId b);
Typed typed(Typing *typing, CheckOp op, CheckType type, uint16_t of, NodeId a, NodeId b,
            const CondNode *from);
bool is_typed(Typed one);
#define NOT_TYPED ((Typed){.node = NODE_NONE})

Place typing_place(const Typing *typing, const CondNode *node);
Str typing_text(Typing *typing, const CondNode *node); /* as written, for a finding */
Str type_words(Typing *typing, CheckType type);        /* "a date" */

/* ---- typing_name.c ---- */

/* The type of one value of a fact; what is derived. */
CheckType type_of_field(const Field *field);

typedef struct DerivedInfo {
    Kind kind;
    Str name;
    CheckType type;
} DerivedInfo;

const DerivedInfo *derived_info(DerivedId id);

/* What a name stands for, seen from the innermost frame outwards. */
Typed type_name(Typing *typing, const CondNode *name);
Typed type_of_path(Typing *typing, const CondNode *node);
/* As a list to go through: records or values. */
Typed type_list(Typing *typing, const CondNode *name, uint8_t *variant);
/* As something that the innermost record has. */
Typed type_had(Typing *typing, const CondNode *name);
/* The date, text or code of a record, where one is wanted; else `one` itself. */
Typed record_as(Typing *typing, Typed one, CheckTypeId wanted);
/* Reports a name that is none, with the nearest. */
void report_name(Typing *typing, const CondNode *name);
/* The kind that the text names. */
bool kind_named(const Typing *typing, Str text, RecordKind *kind);

/* ---- typing_compare.c ---- */

Typed type_compare(Typing *typing, const CondNode *node);
Typed type_holds(Typing *typing, const CondNode *node);
Typed type_arithmetic(Typing *typing, const CondNode *node);

/* typing_narrow.c: makes an `every`, `some`, `number of` or `total` go through fewer records where it can. */
void narrow_each(Typing *typing, NodeId each);

#endif
