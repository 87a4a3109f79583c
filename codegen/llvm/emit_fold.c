/* What lists are gone through for: every, some, count, total, average, includes, and the words of texts. Each
 * ends where the evaluator ends (sema/check/evaluate.c). */
#include "codegen/llvm/emit.h"

static LLVMValueRef emit_byte(const Emit *emit, unsigned value)
{
    return LLVMConstInt(emit->i8, value, 0);
}

/* The rest of the body is for elements that are meant: goes round it, or says whether this one is. */
static LLVMValueRef emit_where(Emit *emit, const CheckNode *node, const Loop *loop)
{
    if (node->b == NODE_NONE)
        return emit_bool(emit, true);
    Native where = emit_node(emit, node->b);
    if (node->c == NODE_NONE || node_is_cheap(emit->program, node->c))
        return where.yes;
    LLVMBasicBlockRef meant = emit_block(emit, "meant");
    LLVMBuildCondBr(emit->build, where.yes, meant, loop->next);
    emit_at(emit, meant);
    return emit_bool(emit, true);
}

static void enter_item(Emit *emit, const CheckNode *node, const Loop *loop)
{
    emit->frames[node->of] = loop->item;
}

/* ---- every, some ---- */

/* Notes in `unsure` that one could not be told; gives whether this one decides. */
static LLVMValueRef emit_decides(Emit *emit, const CheckNode *node, LLVMValueRef meant, LLVMValueRef unsure)
{
    if (node->c == NODE_NONE)
        return node->op == CHECK_OP_some ? meant : emit_bool(emit, false);
    Native holds = emit_node(emit, node->c);
    LLVMValueRef unknown = emit_and(emit, meant, emit_not(emit, emit_or(emit, holds.yes, holds.no)));
    LLVMValueRef before = emit_load(emit, emit->i8, unsure, 0);
    LLVMValueRef byte = LLVMBuildZExt(emit->build, unknown, emit->i8, "");
    emit_store(emit, LLVMBuildOr(emit->build, before, byte, ""), unsure, 0);
    return emit_and(emit, meant, node->op == CHECK_OP_some ? holds.yes : holds.no);
}

static Native emit_each(Emit *emit, const CheckNode *node)
{
    Loop loop;
    LLVMValueRef unsure = emit_room(emit, emit->i8, 1);
    emit_store(emit, emit_byte(emit, 0), unsure, 0);
    loop_begin(emit, &loop, node->a);
    enter_item(emit, node, &loop);
    LLVMBasicBlockRef decided = emit_block(emit, "decided"), on = emit_block(emit, ""),
                      both = emit_block(emit, "");
    LLVMValueRef meant = emit_where(emit, node, &loop);
    LLVMBuildCondBr(emit->build, emit_decides(emit, node, meant, unsure), decided, on);
    emit_at(emit, on);
    loop_end(emit, &loop);
    LLVMValueRef sure = emit_same(emit, emit_load(emit, emit->i8, unsure, 0), emit_byte(emit, 0));
    LLVMBasicBlockRef here = emit_here(emit);
    LLVMBuildBr(emit->build, both);
    emit_at(emit, decided);
    LLVMBuildBr(emit->build, both);
    emit_at(emit, both);
    LLVMValueRef yes = emit_bool(emit, true), no = emit_bool(emit, false);
    LLVMValueRef undecided = emit_either(emit, here, sure, decided, no);
    LLVMValueRef decides = emit_either(emit, here, no, decided, yes);
    return node->op == CHECK_OP_some ? native_answer(emit, decides, undecided)
                                     : native_answer(emit, undecided, decides);
}

/* ---- count, total, average ---- */

static void add_to(const Emit *emit, LLVMValueRef room, LLVMValueRef number)
{
    emit_store(emit, LLVMBuildNSWAdd(emit->build, emit_load(emit, emit->i64, room, 0), number, ""), room, 0);
}

/* So many, as an amount of number. */
static Native amount_of_count(const Emit *emit, CheckType type, LLVMValueRef room)
{
    Amount one = amount_whole(1, UNIT_number);
    LLVMValueRef count = emit_load(emit, emit->i64, room, 0);
    LLVMValueRef number = LLVMBuildNSWMul(emit->build, count, emit_i64(emit, one.number), "");
    return native_of_amount(emit, type, number, emit_i64(emit, one.unit));
}

static Native emit_count(Emit *emit, const CheckNode *node)
{
    Loop loop;
    LLVMValueRef room = emit_room(emit, emit->i64, 1);
    emit_store(emit, emit_i64(emit, 0), room, 0);
    loop_begin(emit, &loop, node->a);
    enter_item(emit, node, &loop);
    LLVMValueRef meant = emit_where(emit, node, &loop);
    add_to(emit, room, LLVMBuildZExt(emit->build, meant, emit->i64, ""));
    loop_end(emit, &loop);
    return amount_of_count(emit, node->type, room);
}

typedef struct Sum {
    LLVMValueRef number, rest, count; /* where they are kept */
} Sum;

/* Adds one that is known; where the sum does not fit there is none. */
static void add_amount(Emit *emit, const Sum *sum, const Native *one, const Loop *loop)
{
    LLVMBasicBlockRef on = emit_block(emit, "");
    Native before = native_of_amount(emit, one->type, emit_load(emit, emit->i64, sum->number, 0),
                                     emit_load(emit, emit->i64, sum->rest, 0));
    LLVMValueRef count = emit_load(emit, emit->i64, sum->count, 0);
    LLVMValueRef is_first = emit_same(emit, count, emit_i64(emit, 0));
    Native added = emit_amount_sum(emit, one->type, &before, one, true);
    LLVMValueRef number = LLVMBuildSelect(emit->build, is_first, one->number, added.number, "");
    emit_store(emit, number, sum->number, 0);
    emit_store(emit, LLVMBuildSelect(emit->build, is_first, one->rest, added.rest, ""), sum->rest, 0);
    add_to(emit, sum->count, emit_i64(emit, 1));
    LLVMValueRef lost = emit_same(emit, number, emit_i64(emit, AMOUNT_MISSING));
    LLVMBuildCondBr(emit->build, lost, loop->done, on);
    emit_at(emit, on);
}

static Native emit_result_of_sum(Emit *emit, const CheckNode *node, const Sum *sum)
{
    Native whole = native_of_amount(emit, node->type, emit_load(emit, emit->i64, sum->number, 0),
                                    emit_load(emit, emit->i64, sum->rest, 0));
    Native count = amount_of_count(emit, node->type, sum->count);
    if (node->op == CHECK_OP_average) /* of none, by 0: missing */
        return emit_amount_call(emit, RUNTIME_amount_divide, node->type, &whole, &count);
    Amount nothing = total_of_nothing((Dimension)node->type.of);
    LLVMValueRef none = emit_same(emit, count.number, emit_i64(emit, 0));
    return native_of_amount(
        emit, node->type,
        LLVMBuildSelect(emit->build, none, emit_i64(emit, nothing.number), whole.number, ""),
        LLVMBuildSelect(emit->build, none, emit_i64(emit, nothing.unit), whole.rest, ""));
}

static Native emit_total(Emit *emit, const CheckNode *node)
{
    Loop loop;
    Sum sum = {emit_room(emit, emit->i64, 1), emit_room(emit, emit->i64, 1), emit_room(emit, emit->i64, 1)};
    emit_store(emit, emit_i64(emit, AMOUNT_MISSING), sum.number, 0);
    emit_store(emit, emit_i64(emit, 0), sum.rest, 0);
    emit_store(emit, emit_i64(emit, 0), sum.count, 0);
    loop_begin(emit, &loop, node->a);
    enter_item(emit, node, &loop);
    LLVMValueRef meant = emit_where(emit, node, &loop);
    Native one = emit_node(emit, node->c);
    LLVMBasicBlockRef counts = emit_block(emit, "counts");
    LLVMBuildCondBr(emit->build, emit_and(emit, meant, one.known), counts, loop.next);
    emit_at(emit, counts);
    add_amount(emit, &sum, &one, &loop);
    loop_end(emit, &loop);
    return emit_result_of_sum(emit, node, &sum);
}

Native emit_fold(Emit *emit, const CheckNode *node)
{
    switch ((int)node->op) {
    case CHECK_OP_every:
    case CHECK_OP_some: return emit_each(emit, node);
    case CHECK_OP_count: return emit_count(emit, node);
    default: return emit_total(emit, node);
    }
}

/* ---- includes ---- */

Native emit_includes(Emit *emit, const CheckNode *node)
{
    Loop loop;
    Native wanted = emit_node(emit, node->b);
    LLVMValueRef found = emit_room(emit, emit->i8, 1);
    emit_store(emit, emit_byte(emit, 0), found, 0);
    loop_begin(emit, &loop, node->a);
    Native equal = emit_equal(emit, &loop.item, &wanted);
    LLVMBasicBlockRef on = emit_block(emit, "");
    emit_store(emit, LLVMBuildZExt(emit->build, equal.yes, emit->i8, ""), found, 0);
    LLVMBuildCondBr(emit->build, equal.yes, loop.done, on);
    emit_at(emit, on);
    loop_end(emit, &loop);
    LLVMValueRef known = native_known(emit, &wanted);
    LLVMValueRef yes = emit_same(emit, emit_load(emit, emit->i8, found, 0), emit_byte(emit, 1));
    return native_answer(emit, emit_and(emit, known, yes), emit_and(emit, known, emit_not(emit, yes)));
}

/* ---- words ---- */

static LLVMValueRef emit_words_of(Emit *emit, const CheckNode *node, const Native *text)
{
    LLVMValueRef words = emit_bytes(emit, node->text);
    LLVMValueRef length = emit_i64(emit, (int64_t)node->text.length);
    if (node->op == CHECK_OP_says) {
        LLVMValueRef arguments[] = {text->text, text->length, words, length};
        return emit_call(emit, RUNTIME_text_says, arguments, 4);
    }
    LLVMValueRef arguments[] = {emit->frame, words, length, text->text, text->length};
    return emit_call(emit, RUNTIME_text_matches, arguments, 5);
}

/* Of a list the last word counts where none is surely yes. */
static Native emit_words_of_list(Emit *emit, const CheckNode *node)
{
    Loop loop;
    LLVMValueRef room = emit_room(emit, emit->i32, 1);
    emit_store(emit, emit_i32(emit, ANSWER_no), room, 0);
    loop_begin(emit, &loop, node->a);
    LLVMValueRef answer = emit_words_of(emit, node, &loop.item);
    emit_store(emit, answer, room, 0);
    LLVMBasicBlockRef on = emit_block(emit, "");
    LLVMBuildCondBr(emit->build, emit_same(emit, answer, emit_i32(emit, ANSWER_yes)), loop.done, on);
    emit_at(emit, on);
    loop_end(emit, &loop);
    return native_of_answer(emit, emit_load(emit, emit->i32, room, 0));
}

Native emit_words(Emit *emit, const CheckNode *node)
{
    if (emit->program->nodes[node->a].type.is_list)
        return emit_words_of_list(emit, node);
    Native text = emit_node(emit, node->a);
    LLVMBasicBlockRef here = emit_here(emit), call = emit_block(emit, "words"), both = emit_block(emit, "");
    LLVMBuildCondBr(emit->build, text.known, call, both);
    emit_at(emit, call);
    LLVMValueRef answer = emit_words_of(emit, node, &text);
    LLVMBuildBr(emit->build, both);
    emit_at(emit, both);
    return native_of_answer(emit, emit_either(emit, here, emit_i32(emit, ANSWER_unknown), call, answer));
}
