/* Comparing, as sema/check/evaluate_equal.c says: days, choices and amounts here, people and texts by call.
 */
#include "codegen/llvm/emit.h"

#include <stddef.h>

/* ---- amounts ---- */

static LLVMValueRef byte_of(const Emit *emit, LLVMValueRef rest, unsigned shift)
{
    LLVMValueRef moved = LLVMBuildLShr(emit->build, rest, emit_i64(emit, shift), "");
    return LLVMBuildAnd(emit->build, moved, emit_i64(emit, 0xff), "");
}

static LLVMValueRef dimension_of(const Emit *emit, LLVMValueRef rest)
{
    LLVMValueRef unit = byte_of(emit, rest, 0);
    if (LLVMIsAConstantInt(unit)) {
        Unit known = (Unit)LLVMConstIntGetZExtValue(unit);
        return LLVMConstInt(emit->i8, unit_dimension(known), 0);
    }
    return emit_load(emit, emit->i8, emit_element(emit, emit->dimensions, unit, 1), 0);
}

LLVMValueRef emit_same_dimension(const Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef counts = emit_same(emit, dimension_of(emit, a->rest), dimension_of(emit, b->rest));
    LLVMValueRef per = emit_same(emit, byte_of(emit, a->rest, 8), byte_of(emit, b->rest, 8));
    return emit_and(emit, counts, per);
}

/* Both are out of a whole, and these differ: then shares are compared. */
static LLVMValueRef by_share(const Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef of_a = LLVMBuildLShr(emit->build, a->rest, emit_i64(emit, 32), "");
    LLVMValueRef of_b = LLVMBuildLShr(emit->build, b->rest, emit_i64(emit, 32), "");
    LLVMValueRef none = emit_i64(emit, 0);
    LLVMValueRef both = emit_and(emit, LLVMBuildICmp(emit->build, LLVMIntNE, of_a, none, ""),
                                 LLVMBuildICmp(emit->build, LLVMIntNE, of_b, none, ""));
    return emit_and(emit, both, LLVMBuildICmp(emit->build, LLVMIntNE, of_a, of_b, ""));
}

/* Below, at or above 0, as an i32. */
static LLVMValueRef order_of_numbers(const Emit *emit, LLVMValueRef a, LLVMValueRef b)
{
    LLVMValueRef more = LLVMBuildICmp(emit->build, LLVMIntSGT, a, b, "");
    LLVMValueRef less = LLVMBuildICmp(emit->build, LLVMIntSLT, a, b, "");
    return LLVMBuildSub(emit->build, LLVMBuildZExt(emit->build, more, emit->i32, ""),
                        LLVMBuildZExt(emit->build, less, emit->i32, ""), "");
}

static LLVMValueRef order_of_amounts(Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef share = by_share(emit, a, b), order = order_of_numbers(emit, a->number, b->number);
    if (LLVMIsAConstantInt(share) && !LLVMConstIntGetZExtValue(share))
        return order;
    LLVMBasicBlockRef here = emit_here(emit), shares = emit_block(emit, "shares"),
                      compared = emit_block(emit, "compared");
    LLVMBuildCondBr(emit->build, share, shares, compared);
    emit_at(emit, shares);
    LLVMValueRef arguments[] = {a->number, a->rest, b->number, b->rest};
    LLVMValueRef called = emit_call(emit, RUNTIME_amount_compare, arguments, 4);
    LLVMBuildBr(emit->build, compared);
    emit_at(emit, compared);
    return emit_either(emit, here, order, shares, called);
}

/* ---- yes or no, where both are known ---- */

static Native answer_if(const Emit *emit, LLVMValueRef known, LLVMValueRef yes)
{
    return native_answer(emit, emit_and(emit, known, yes), emit_and(emit, known, emit_not(emit, yes)));
}

static LLVMValueRef both_known(const Emit *emit, const Native *a, const Native *b)
{
    return emit_and(emit, native_known(emit, a), native_known(emit, b));
}

/* A value in memory, for what takes people and records. */
static LLVMValueRef value_in_memory(Emit *emit, const Native *value)
{
    LLVMValueRef room = emit_room(emit, LLVMArrayType2(emit->i8, sizeof(CheckValue)), 1);
    LLVMTypeRef byte = emit->i8;
    LLVMValueRef known = LLVMBuildZExt(emit->build, value->known, byte, "");
    LLVMValueRef number = value->number ? value->number : emit_i32(emit, 0);
    emit_store(emit, LLVMConstInt(byte, value->type.id, 0), room, offsetof(CheckValue, type.id));
    emit_store(emit, known, room, offsetof(CheckValue, known));
    emit_store(emit, LLVMBuildTrunc(emit->build, value->kind, byte, ""), room, offsetof(CheckValue, kind));
    emit_store(emit, value->row, room, offsetof(CheckValue, row));
    emit_store(emit, LLVMBuildZExt(emit->build, number, emit->i64, ""), room, offsetof(CheckValue, number));
    emit_store(emit, value->text, room, offsetof(CheckValue, text.at));
    emit_store(emit, value->length, room, offsetof(CheckValue, text.length));
    return room;
}

static Native equal_by_call(Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef arguments[] = {emit->frame, value_in_memory(emit, a), value_in_memory(emit, b)};
    return native_of_answer(emit, emit_call(emit, RUNTIME_values_equal, arguments, 3));
}

/* Two records that are found are one or not; else their codes are compared. */
static Native equal_records(Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef known = both_known(emit, a, b);
    LLVMValueRef found = emit_and(emit, emit_row_given(emit, a->row), emit_row_given(emit, b->row));
    LLVMValueRef same = emit_and(emit, emit_same(emit, a->kind, b->kind), emit_same(emit, a->row, b->row));
    Native by_row = answer_if(emit, known, same);
    LLVMBasicBlockRef codes = emit_block(emit, "codes"), compared = emit_block(emit, "compared");
    LLVMBasicBlockRef here = emit_here(emit);
    LLVMValueRef done = emit_or(emit, found, emit_not(emit, known));
    LLVMBuildCondBr(emit->build, done, compared, codes);
    emit_at(emit, codes);
    Native by_code = equal_by_call(emit, a, b);
    LLVMBuildBr(emit->build, compared);
    emit_at(emit, compared);
    return native_answer(emit, emit_either(emit, here, by_row.yes, codes, by_code.yes),
                         emit_either(emit, here, by_row.no, codes, by_code.no));
}

/* Nothing is called for what is not known. */
static Native equal_people(Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef known = both_known(emit, a, b), unknown = emit_bool(emit, false);
    LLVMBasicBlockRef call = emit_block(emit, "people"), compared = emit_block(emit, "compared");
    LLVMBasicBlockRef here = emit_here(emit);
    LLVMBuildCondBr(emit->build, known, call, compared);
    emit_at(emit, call);
    Native answer = equal_by_call(emit, a, b);
    LLVMBuildBr(emit->build, compared);
    emit_at(emit, compared);
    return native_answer(emit, emit_either(emit, here, unknown, call, answer.yes),
                         emit_either(emit, here, unknown, call, answer.no));
}

static Native equal_texts(Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef known = both_known(emit, a, b);
    LLVMValueRef arguments[] = {a->text, a->length, b->text, b->length};
    LLVMValueRef answer = emit_call(emit, RUNTIME_texts_equal, arguments, 4);
    return answer_if(emit, known, emit_same(emit, answer, emit_i32(emit, ANSWER_yes)));
}

static Native equal_amounts(Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef known = emit_and(emit, both_known(emit, a, b), emit_same_dimension(emit, a, b));
    return answer_if(emit, known, emit_same(emit, order_of_amounts(emit, a, b), emit_i32(emit, 0)));
}

/* yes or no: both surely the one, or surely not. */
static Native equal_answers(const Emit *emit, const Native *a, const Native *b)
{
    LLVMValueRef yes = emit_or(emit, emit_and(emit, a->yes, b->yes), emit_and(emit, a->no, b->no));
    LLVMValueRef no = emit_or(emit, emit_and(emit, a->yes, b->no), emit_and(emit, a->no, b->yes));
    return native_answer(emit, yes, no);
}

Native emit_equal(Emit *emit, const Native *a, const Native *b)
{
    if (a->type.id == CHECK_who || b->type.id == CHECK_who)
        return equal_people(emit, a, b);
    switch ((CheckTypeId)a->type.id) {
    case CHECK_yes_no: return equal_answers(emit, a, b);
    case CHECK_day:
    case CHECK_choice: return answer_if(emit, both_known(emit, a, b), emit_same(emit, a->number, b->number));
    case CHECK_amount: return equal_amounts(emit, a, b);
    case CHECK_text: return equal_texts(emit, a, b);
    case CHECK_record: return equal_records(emit, a, b);
    case CHECK_who:
    case CHECK_shape: break;
    }
    return native_unknown(emit, (CheckType){.id = CHECK_yes_no});
}

/* ---- order ---- */

static Native emit_ordered(Emit *emit, const Native *a, const Native *b, bool or_equal)
{
    LLVMValueRef known = both_known(emit, a, b);
    LLVMIntPredicate predicate = or_equal ? LLVMIntSLE : LLVMIntSLT;
    if (a->type.id == CHECK_day)
        return answer_if(emit, known, LLVMBuildICmp(emit->build, predicate, a->number, b->number, ""));
    known = emit_and(emit, known, emit_same_dimension(emit, a, b));
    LLVMValueRef order = order_of_amounts(emit, a, b);
    return answer_if(emit, known, LLVMBuildICmp(emit->build, predicate, order, emit_i32(emit, 0), ""));
}

Native emit_comparison(Emit *emit, const CheckNode *node)
{
    Native a = emit_node(emit, node->a), b = emit_node(emit, node->b);
    return node->op == CHECK_OP_equal ? emit_equal(emit, &a, &b)
                                      : emit_ordered(emit, &a, &b, node->op == CHECK_OP_at_most);
}
