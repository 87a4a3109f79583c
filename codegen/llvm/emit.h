/* Emit: IR of one check after the other. Private to codegen/llvm.
 *
 * In: a typed program; out: functions of a module. What an expression comes to is a Native: values of IR for
 * each part that its type has. All operations are total, so what is cheap is worked out without branches. */
#ifndef SENC_CODEGEN_LLVM_EMIT_H
#define SENC_CODEGEN_LLVM_EMIT_H

#include "sema/check/native.h"

#include <llvm-c/Core.h>

typedef enum RuntimeId {
#define RUNTIME2(name, ...) RUNTIME_##name,
#define RUNTIME3(name, ...) RUNTIME_##name,
#define RUNTIME4(name, ...) RUNTIME_##name,
#include "sema/check/runtime.def"
    RUNTIME_COUNT
} RuntimeId;

/* What an expression comes to. Parts that its type has not are NULL. */
typedef struct Native {
    CheckType type;
    LLVMValueRef known;        /* i1; not of yes or no: yes, no or neither */
    LLVMValueRef yes, no;      /* i1 */
    LLVMValueRef number;       /* i32: a day, a choice, somebody's post; i64: Amount.number */
    LLVMValueRef rest;         /* i64: the other half of an Amount */
    LLVMValueRef text, length; /* ptr, i64: of a text, of somebody, of a name that leads nowhere */
    LLVMValueRef kind, row;    /* i32: of a record or somebody; row may be ROW_NONE */
    LLVMValueRef index; /* i64: `row` of a record that surely is one: what is gone through; else NULL */
} Native;

typedef struct Emit {
    const Program *program;
    LLVMContextRef context;
    LLVMModuleRef module;
    LLVMBuilderRef build;
    LLVMTypeRef i1, i8, i32, i64, pointer, pair;
    LLVMValueRef dimensions; /* of each unit, bytes, by what an Amount may hold */

    /* of the kernel that is being built */
    LLVMValueRef function, frame, found;
    LLVMBasicBlockRef entry, give_up;
    LLVMValueRef records, derived, runtime, limit[2], today;
    LLVMValueRef calls[RUNTIME_COUNT];
    LLVMValueRef columns[FIELD_COUNT];   /* the bases of columns, loaded once */
    LLVMValueRef lists[FIELD_COUNT][2];  /* of lists: `first`, `items` */
    LLVMValueRef heads[KIND_COUNT][3];   /* see HEAD_… */
    LLVMValueRef counts[KIND_COUNT];     /* of rows */
    LLVMValueRef figures[DERIVED_COUNT]; /* where rows' figures begin */
    LLVMValueRef visited;                /* where the elements gone through for a record are counted */
    uint64_t visited_most;
    Native frames[CHECK_DEPTH_MOST + 1];
} Emit;

/* The columns that every table has. */
enum { HEAD_variant, HEAD_parent, HEAD_parent_kind };

/* ---- emit_base.c: numbers, loads, calls ---- */

LLVMValueRef emit_bool(const Emit *emit, bool value);
LLVMValueRef emit_i32(const Emit *emit, int64_t value);
LLVMValueRef emit_i64(const Emit *emit, int64_t value);
LLVMValueRef emit_and(const Emit *emit, LLVMValueRef a, LLVMValueRef b);
LLVMValueRef emit_or(const Emit *emit, LLVMValueRef a, LLVMValueRef b);
LLVMValueRef emit_not(const Emit *emit, LLVMValueRef a);
LLVMValueRef emit_same(const Emit *emit, LLVMValueRef a, LLVMValueRef b);
bool emit_is_true(LLVMValueRef value); /* surely, seen from here */
LLVMValueRef emit_row_given(const Emit *emit, LLVMValueRef row);

LLVMValueRef emit_load(const Emit *emit, LLVMTypeRef type, LLVMValueRef base, uint64_t offset);
void emit_store(const Emit *emit, LLVMValueRef value, LLVMValueRef base, uint64_t offset);
/* base + index × size */
LLVMValueRef emit_element(const Emit *emit, LLVMValueRef base, LLVMValueRef index, uint64_t size);
/* Room for a variable, taken once a kernel. */
LLVMValueRef emit_room(const Emit *emit, LLVMTypeRef type, unsigned count);
LLVMValueRef emit_bytes(const Emit *emit, Str bytes); /* kept in the object */

/* What the kernel reads once, at its beginning. */
LLVMValueRef emit_column(Emit *emit, FieldId field);
LLVMValueRef emit_list_first(Emit *emit, FieldId field);
LLVMValueRef emit_list_items(Emit *emit, FieldId field);
LLVMValueRef emit_head(Emit *emit, Kind kind, unsigned which);
LLVMValueRef emit_row_count(Emit *emit, Kind kind); /* i32 */
LLVMValueRef emit_today(Emit *emit);
Native emit_limit(Emit *emit, CheckType type);
LLVMValueRef emit_derived(Emit *emit);
LLVMValueRef emit_figures(Emit *emit, DerivedId id);

/* Calls a function of runtime.def. */
LLVMValueRef emit_call(Emit *emit, RuntimeId id, LLVMValueRef *arguments, unsigned count);
LLVMBasicBlockRef emit_block(const Emit *emit, const char *name);
void emit_at(const Emit *emit, LLVMBasicBlockRef block);
LLVMBasicBlockRef emit_here(const Emit *emit);
/* Is it a branch of two? Merges a value from each of two blocks, at the beginning of the one that follows. */
LLVMValueRef emit_either(const Emit *emit, LLVMBasicBlockRef block, LLVMValueRef value,
                         LLVMBasicBlockRef other, LLVMValueRef other_value);

/* ---- emit_value.c: facts ---- */

Native native_answer(const Emit *emit, LLVMValueRef yes, LLVMValueRef no);
Native native_yes_no(const Emit *emit, LLVMValueRef yes); /* known */
Native native_unknown(const Emit *emit, CheckType type);
Native native_of_answer(const Emit *emit, LLVMValueRef answer);
Native native_of_amount(const Emit *emit, CheckType type, LLVMValueRef number, LLVMValueRef rest);
Native native_of_pair(const Emit *emit, CheckType type, LLVMValueRef pair); /* an Amount that a call gave */
Native native_of_day(const Emit *emit, CheckType type, LLVMValueRef day);
Native native_of_record(const Emit *emit, Kind kind, LLVMValueRef row);
Native native_of_item(const Emit *emit, Kind kind, LLVMValueRef index); /* i64, that surely is there */
Native native_of_constant(const Emit *emit, const CheckNode *node);
/* What lies at an address, as value_of_fact has it. */
Native native_of_fact(const Emit *emit, FieldId field, LLVMValueRef at);
Native native_of_who(const Emit *emit, LLVMValueRef at);
Native native_of_text(const Emit *emit, LLVMValueRef at);
/* Is it known, of any type? */
LLVMValueRef native_known(const Emit *emit, const Native *value);
/* Fact, derived value, outer record. */
Native emit_fact(Emit *emit, const CheckNode *node);
/* The row of a record that is there, else ROW_NONE; and whether it is there. */
LLVMValueRef emit_row(const Emit *emit, const Native *record);
LLVMValueRef emit_is_there(const Emit *emit, const Native *record);
/* The item of a record's row in a column; where there is no record, `missing` in its place. */
LLVMValueRef emit_item_of(const Emit *emit, LLVMValueRef base, const Native *record, uint64_t size,
                          Str missing);

/* ---- emit_compare.c, emit_reckon.c ---- */

Native emit_equal(Emit *emit, const Native *a, const Native *b);
Native emit_comparison(Emit *emit, const CheckNode *node);
Native emit_reckoning(Emit *emit, const CheckNode *node);
/* a + b or a - b, missing where that does not fit. */
Native emit_amount_sum(Emit *emit, CheckType type, const Native *a, const Native *b, bool adds);
Native emit_amount_call(Emit *emit, RuntimeId id, CheckType type, const Native *a, const Native *b);
LLVMValueRef emit_same_dimension(const Emit *emit, const Native *a, const Native *b);

/* ---- emit_list.c: going through lists ---- */

/* Between begin and end the body is built; it may go to `next` or `done`. */
typedef struct Loop {
    Native item;
    LLVMBasicBlockRef next, done;
    struct Count {
        LLVMBasicBlockRef head, step, done;
        LLVMValueRef index;
    } rows, plans;
    bool of_plans;
} Loop;

void loop_begin(Emit *emit, Loop *loop, NodeId list);
void loop_end(Emit *emit, Loop *loop);
void count_begin(Emit *emit, struct Count *count, LLVMValueRef first, LLVMValueRef end);
void count_end(Emit *emit, struct Count *count);
/* Is there anything in it? */
Native emit_any(Emit *emit, NodeId list);

/* ---- emit_fold.c: every, some, count, total, includes ---- */

Native emit_fold(Emit *emit, const CheckNode *node);
Native emit_includes(Emit *emit, const CheckNode *node);
Native emit_words(Emit *emit, const CheckNode *node);

/* ---- emit_node.c, emit_rule.c ---- */

Native emit_node(Emit *emit, NodeId id);
/* Cheaper to work out than to go round? */
bool node_is_cheap(const Program *program, NodeId id);
/* Builds the kernel of a rule. */
LLVMValueRef emit_kernel(Emit *emit, const CheckRule *rule, const char *name);

/* ---- emit_program.c ---- */

/* An empty module, in a context that outlives it. Ended with emit_end, which takes the module along. */
void emit_begin(Emit *emit, LLVMContextRef context, const Program *program);
/* The program's kernels, or those of one check, and their table under that name. */
void emit_program(Emit *emit, const Check *only, const char *table);
void emit_end(Emit *emit);

#endif
