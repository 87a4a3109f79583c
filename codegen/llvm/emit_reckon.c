/* Reckoning: sums of days here, all that has to do with amounts by the functions of sema/amount.h. */
#include "codegen/llvm/emit.h"

#include <string.h>

/* An amount where both are known. */
static Native only_if_known(const Emit *emit, Native value, const Native *a, const Native *b)
{
    value.known = emit_and(emit, value.known, emit_and(emit, a->known, b->known));
    return value;
}

Native emit_amount_call(Emit *emit, RuntimeId id, CheckType type, const Native *a, const Native *b)
{
    LLVMValueRef arguments[] = {a->number, a->rest, b->number, b->rest};
    return native_of_pair(emit, type, emit_call(emit, id, arguments, 4));
}

/* Whole days, each of 32 bits: nothing overflows. */
static Native days_between(const Emit *emit, CheckType type, const Native *a, const Native *b)
{
    Amount day = amount_whole(1, UNIT_day);
    LLVMValueRef gap = LLVMBuildSub(emit->build, LLVMBuildSExt(emit->build, a->number, emit->i64, ""),
                                    LLVMBuildSExt(emit->build, b->number, emit->i64, ""), "");
    LLVMValueRef number = LLVMBuildMul(emit->build, gap, emit_i64(emit, day.number), "");
    return native_of_amount(emit, type, number, emit_i64(emit, day.unit));
}

static Native day_and_length(Emit *emit, CheckType type, const Native *day, const Native *length, int sign)
{
    LLVMValueRef arguments[] = {day->number, length->number, length->rest, emit_i32(emit, sign)};
    return native_of_day(emit, type, emit_call(emit, RUNTIME_day_moved, arguments, 4));
}

/* The unit of a; a sum that does not fit is missing, as in sema/ratio.c. */
Native emit_amount_sum(Emit *emit, CheckType type, const Native *a, const Native *b, bool adds)
{
    const char *name = adds ? "llvm.sadd.with.overflow" : "llvm.ssub.with.overflow";
    unsigned id = LLVMLookupIntrinsicID(name, strlen(name));
    LLVMTypeRef call_type = LLVMIntrinsicGetType(emit->context, id, &emit->i64, 1);
    LLVMValueRef function = LLVMGetIntrinsicDeclaration(emit->module, id, &emit->i64, 1);
    LLVMValueRef numbers[] = {a->number, b->number};
    LLVMValueRef both = LLVMBuildCall2(emit->build, call_type, function, numbers, 2, "");
    LLVMValueRef fits = emit_not(emit, LLVMBuildExtractValue(emit->build, both, 1, ""));
    LLVMValueRef good = emit_and(emit, fits, emit_same_dimension(emit, a, b));
    LLVMValueRef number = LLVMBuildSelect(emit->build, good, LLVMBuildExtractValue(emit->build, both, 0, ""),
                                          emit_i64(emit, AMOUNT_MISSING), "");
    return native_of_amount(emit, type, number, a->rest);
}

static Native emit_sum(Emit *emit, const CheckNode *node, const Native *a, const Native *b)
{
    bool adds = node->op == CHECK_OP_add;
    if (a->type.id == CHECK_day && b->type.id == CHECK_day)
        return days_between(emit, node->type, a, b);
    if (a->type.id == CHECK_day)
        return day_and_length(emit, node->type, a, b, adds ? 1 : -1);
    return emit_amount_sum(emit, node->type, a, b, adds);
}

static Native emit_negated(Emit *emit, const CheckNode *node)
{
    Native a = emit_node(emit, node->a);
    Native value = native_of_amount(emit, node->type, LLVMBuildNeg(emit->build, a.number, ""), a.rest);
    return only_if_known(emit, value, &a, &a);
}

Native emit_reckoning(Emit *emit, const CheckNode *node)
{
    if (node->op == CHECK_OP_negate)
        return emit_negated(emit, node);
    Native a = emit_node(emit, node->a), b = emit_node(emit, node->b), value;
    if (node->op == CHECK_OP_add || node->op == CHECK_OP_subtract)
        value = emit_sum(emit, node, &a, &b);
    else
        value = emit_amount_call(
            emit, node->op == CHECK_OP_multiply ? RUNTIME_amount_multiply : RUNTIME_amount_divide, node->type,
            &a, &b);
    return only_if_known(emit, value, &a, &b);
}
