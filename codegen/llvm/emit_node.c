/* Expressions: a node of a program to values of IR. Follows sema/check/evaluate.c, operation by operation. */
#include "codegen/llvm/emit.h"

#include "sema/check/figure.h"

/* ---- what costs little ---- */

static bool costs_little(const Program *program, const CheckNode *node)
{
    switch ((CheckOp)node->op) {
    case CHECK_OP_constant:
    case CHECK_OP_today:
    case CHECK_OP_limit:
    case CHECK_OP_item:
    case CHECK_OP_field:
    case CHECK_OP_is_kind:
    case CHECK_OP_not:
    case CHECK_OP_and:
    case CHECK_OP_or:
    case CHECK_OP_less:
    case CHECK_OP_at_most:
    case CHECK_OP_negate: return true;
    case CHECK_OP_given: return program->nodes[node->a].op == CHECK_OP_field;
    case CHECK_OP_equal: {
        CheckTypeId a = (CheckTypeId)program->nodes[node->a].type.id;
        return a == CHECK_yes_no || a == CHECK_day || a == CHECK_choice || a == CHECK_amount;
    }
    case CHECK_OP_add:
    case CHECK_OP_subtract: {
        bool of_days = program->nodes[node->a].type.id == CHECK_day;
        return of_days == (program->nodes[node->b].type.id == CHECK_day);
    }
    case CHECK_OP_derived: return derived_figure((DerivedId)node->of)->form != FIGURE_none;
    case CHECK_OP_outer:
    case CHECK_OP_list_field:
    case CHECK_OP_list_derived:
    case CHECK_OP_rows_inside:
    case CHECK_OP_rows_naming:
    case CHECK_OP_rows_of_plan:
    case CHECK_OP_rows_of_pupil:
    case CHECK_OP_rows_all:
    case CHECK_OP_includes:
    case CHECK_OP_says:
    case CHECK_OP_matches:
    case CHECK_OP_multiply:
    case CHECK_OP_divide:
    case CHECK_OP_every:
    case CHECK_OP_some:
    case CHECK_OP_count:
    case CHECK_OP_total:
    case CHECK_OP_average: break;
    }
    return false;
}

bool node_is_cheap(const Program *program, NodeId id)
{
    if (id == NODE_NONE)
        return true;
    const CheckNode *node = &program->nodes[id];
    return costs_little(program, node) && node_is_cheap(program, node->a) &&
           node_is_cheap(program, node->b) && node_is_cheap(program, node->c);
}

/* ---- yes and no ---- */

static Native both(const Emit *emit, const Native *a, const Native *b, bool is_or)
{
    LLVMValueRef yes = is_or ? emit_or(emit, a->yes, b->yes) : emit_and(emit, a->yes, b->yes);
    LLVMValueRef no = is_or ? emit_and(emit, a->no, b->no) : emit_or(emit, a->no, b->no);
    return native_answer(emit, yes, no);
}

/* What b comes to is not worked out where a decides, if that is worth a branch. */
static Native emit_logic(Emit *emit, const CheckNode *node)
{
    bool is_or = node->op == CHECK_OP_or;
    Native a = emit_node(emit, node->a), b;
    if (node_is_cheap(emit->program, node->b)) {
        b = emit_node(emit, node->b);
        return both(emit, &a, &b, is_or);
    }
    LLVMBasicBlockRef here = emit_here(emit), more = emit_block(emit, "more"),
                      told = emit_block(emit, "told");
    LLVMBuildCondBr(emit->build, is_or ? a.yes : a.no, told, more);
    emit_at(emit, more);
    b = emit_node(emit, node->b);
    Native joined = both(emit, &a, &b, is_or);
    LLVMBasicBlockRef end = emit_here(emit);
    LLVMBuildBr(emit->build, told);
    emit_at(emit, told);
    return native_answer(emit, emit_either(emit, here, emit_bool(emit, is_or), end, joined.yes),
                         emit_either(emit, here, emit_bool(emit, !is_or), end, joined.no));
}

/* A yes/no fact that is missing is no, but it has not been given. */
static Native emit_given(Emit *emit, const CheckNode *node)
{
    const CheckNode *asked = &emit->program->nodes[node->a];
    if (asked->op == CHECK_OP_field && asked->type.id == CHECK_yes_no) {
        Native record = emit_node(emit, asked->a);
        LLVMValueRef arguments[] = {emit->frame, emit_i32(emit, asked->of), emit_row(emit, &record)};
        return native_of_answer(emit, emit_call(emit, RUNTIME_field_given, arguments, 3));
    }
    if (asked->type.is_list)
        return emit_any(emit, node->a);
    Native value = emit_node(emit, node->a);
    return native_yes_no(emit, native_known(emit, &value));
}

static Native emit_is_kind(Emit *emit, const CheckNode *node)
{
    Native record = emit_node(emit, node->a);
    Kind kind = (Kind)node->of;
    LLVMValueRef there = emit_is_there(emit, &record);
    LLVMValueRef is = emit_same(emit, record.kind, emit_i32(emit, kind));
    if (node->number) {
        Native meant = record; /* of that kind, else its row is one of another table */
        meant.known = emit_and(emit, record.known, is);
        meant.index = emit_is_true(is) ? record.index : NULL;
        LLVMValueRef at = emit_item_of(emit, emit_head(emit, kind, HEAD_variant), &meant, 1, STR("\xff"));
        LLVMValueRef wanted = LLVMConstInt(emit->i8, (uint64_t)(node->number - 1), 0);
        is = emit_and(emit, is, emit_same(emit, emit_load(emit, emit->i8, at, 0), wanted));
    }
    return native_answer(emit, emit_and(emit, there, is), emit_and(emit, there, emit_not(emit, is)));
}

/* ---- all of it ---- */

Native emit_node(Emit *emit, NodeId id)
{
    const CheckNode *node = &emit->program->nodes[id];
    switch ((CheckOp)node->op) {
    case CHECK_OP_constant: return native_of_constant(emit, node);
    case CHECK_OP_today: return native_of_day(emit, node->type, emit_today(emit));
    case CHECK_OP_limit: return emit_limit(emit, node->type);
    case CHECK_OP_item: return emit->frames[node->of];
    case CHECK_OP_outer:
    case CHECK_OP_field:
    case CHECK_OP_derived: return emit_fact(emit, node);
    case CHECK_OP_is_kind: return emit_is_kind(emit, node);
    case CHECK_OP_list_field:
    case CHECK_OP_list_derived:
    case CHECK_OP_rows_inside:
    case CHECK_OP_rows_naming:
    case CHECK_OP_rows_of_plan:
    case CHECK_OP_rows_of_pupil:
    case CHECK_OP_rows_all: return native_unknown(emit, node->type); /* gone through by what takes lists */
    case CHECK_OP_given: return emit_given(emit, node);
    case CHECK_OP_not: {
        Native a = emit_node(emit, node->a);
        return native_answer(emit, a.no, a.yes);
    }
    case CHECK_OP_and:
    case CHECK_OP_or: return emit_logic(emit, node);
    case CHECK_OP_equal:
    case CHECK_OP_less:
    case CHECK_OP_at_most: return emit_comparison(emit, node);
    case CHECK_OP_includes: return emit_includes(emit, node);
    case CHECK_OP_says:
    case CHECK_OP_matches: return emit_words(emit, node);
    case CHECK_OP_add:
    case CHECK_OP_subtract:
    case CHECK_OP_multiply:
    case CHECK_OP_divide:
    case CHECK_OP_negate: return emit_reckoning(emit, node);
    case CHECK_OP_every:
    case CHECK_OP_some:
    case CHECK_OP_count:
    case CHECK_OP_total:
    case CHECK_OP_average: return emit_fold(emit, node);
    }
    return native_unknown(emit, node->type);
}
