/* Going through lists, as sema/check/evaluate_list.c does: the values of a fact, or records that belong to
 * one. Each is a plain loop; records in all plans of a pupil are two. */
#include "codegen/llvm/emit.h"

#include "sema/schema.h"

#include <stddef.h>

/* ---- a loop ---- */

void count_begin(Emit *emit, struct Count *count, LLVMValueRef first, LLVMValueRef end)
{
    LLVMBasicBlockRef before = emit_here(emit), body = emit_block(emit, "body");
    *count = (struct Count){
        .head = emit_block(emit, "loop"), .step = emit_block(emit, "next"), .done = emit_block(emit, "done")};
    LLVMBuildBr(emit->build, count->head);
    emit_at(emit, count->head);
    count->index = LLVMBuildPhi(emit->build, LLVMTypeOf(first), "");
    LLVMAddIncoming(count->index, &first, &before, 1);
    LLVMValueRef goes_on = LLVMBuildICmp(emit->build, LLVMIntSLT, count->index, end, "");
    LLVMBuildCondBr(emit->build, goes_on, body, count->done);
    emit_at(emit, body);
}

void count_end(Emit *emit, struct Count *count)
{
    LLVMBuildBr(emit->build, count->step);
    emit_at(emit, count->step);
    LLVMValueRef next = LLVMBuildNSWAdd(emit->build, count->index, emit_i64(emit, 1), "");
    LLVMAddIncoming(count->index, &next, &count->step, 1);
    LLVMBuildBr(emit->build, count->head);
    emit_at(emit, count->done);
}

/* Counts an element; where there are too many the evaluator is to say what comes of it. */
static void visit(Emit *emit)
{
    LLVMBasicBlockRef goes_on = emit_block(emit, "");
    LLVMValueRef before = emit_load(emit, emit->i64, emit->visited, 0);
    LLVMValueRef visited = LLVMBuildNSWAdd(emit->build, before, emit_i64(emit, 1), "");
    emit_store(emit, visited, emit->visited, 0);
    LLVMValueRef most = emit_i64(emit, (int64_t)emit->visited_most);
    LLVMBuildCondBr(emit->build, LLVMBuildICmp(emit->build, LLVMIntSGT, visited, most, ""), emit->give_up,
                    goes_on);
    emit_at(emit, goes_on);
}

/* ---- where a list lies ---- */

typedef struct Range {
    LLVMValueRef at;         /* of values or of rows; NULL: rows one after the other */
    LLVMValueRef first, end; /* i64 */
} Range;

static LLVMValueRef widened(const Emit *emit, LLVMValueRef number)
{
    return LLVMBuildZExt(emit->build, number, emit->i64, "");
}

/* Two offsets that stand one behind the other; of no record, none. */
static Range range_at(Emit *emit, LLVMValueRef offsets, LLVMValueRef at, const Native *record)
{
    static const uint32_t none[2] = {0, 0};
    LLVMValueRef first =
        emit_item_of(emit, offsets, record, sizeof *none, (Str){(const char *)none, sizeof none});
    return (Range){.at = at,
                   .first = widened(emit, emit_load(emit, emit->i32, first, 0)),
                   .end = widened(emit, emit_load(emit, emit->i32, first, sizeof(uint32_t)))};
}

static Range range_of_naming(Emit *emit, RelationId relation, const Native *record)
{
    size_t offset = offsetof(Derived, relations) + offsetof(Relations, back) + relation * sizeof(RowLists);
    LLVMValueRef derived = emit_derived(emit);
    LLVMValueRef first = emit_load(emit, emit->pointer, derived, offset + offsetof(RowLists, first));
    LLVMValueRef rows = emit_load(emit, emit->pointer, derived, offset + offsetof(RowLists, rows));
    return range_at(emit, first, rows, record);
}

static Range range_of_derived(Emit *emit, const CheckNode *list, const Native *record)
{
    LLVMValueRef room = emit_room(emit, LLVMArrayType2(emit->i8, sizeof(Values)), 1);
    LLVMValueRef arguments[] = {emit->frame, emit_i32(emit, list->of), emit_row(emit, record), room};
    emit_call(emit, RUNTIME_list_derived, arguments, 4);
    return (Range){.at = emit_load(emit, emit->pointer, room, offsetof(Values, at)),
                   .first = emit_i64(emit, 0),
                   .end = widened(emit, emit_load(emit, emit->i32, room, offsetof(Values, count)))};
}

static Range range_inside(Emit *emit, Kind kind, LLVMValueRef outer, LLVMValueRef row)
{
    LLVMValueRef arguments[] = {emit->frame, emit_i32(emit, kind), outer, row};
    LLVMValueRef rows = emit_call(emit, RUNTIME_rows_inside, arguments, 4);
    return (Range){.first = LLVMBuildAnd(emit->build, rows, emit_i64(emit, UINT32_MAX), ""),
                   .end = LLVMBuildLShr(emit->build, rows, emit_i64(emit, 32), "")};
}

static LLVMValueRef row_outer(Emit *emit, const Native *record, Kind outer)
{
    LLVMValueRef arguments[] = {emit->frame, record->kind, emit_row(emit, record), emit_i32(emit, outer)};
    return emit_call(emit, RUNTIME_row_outer, arguments, 4);
}

static Range range_of_all(Emit *emit, Kind kind)
{
    LLVMValueRef count = emit_row_count(emit, kind);
    return (Range){.first = emit_i64(emit, 0), .end = widened(emit, count)};
}

/* The plans of the pupil that a record is, or is about. */
static Range range_of_plans(Emit *emit, const Native *record)
{
    LLVMValueRef is_pupil = emit_same(emit, record->kind, emit_i32(emit, KIND_pupil));
    Native pupil = native_of_record(emit, KIND_pupil, emit_row(emit, record));
    if (!emit_is_true(is_pupil))
        pupil = native_of_record(emit, KIND_pupil, row_outer(emit, record, KIND_pupil));
    return range_of_naming(emit, RELATION_plan_for, &pupil);
}

static Range range_of(Emit *emit, const CheckNode *list, const Native *record)
{
    Kind kind = (Kind)list->type.of;
    switch ((int)list->op) {
    case CHECK_OP_list_field:
        return range_at(emit, emit_list_first(emit, (FieldId)list->of),
                        emit_list_items(emit, (FieldId)list->of), record);
    case CHECK_OP_list_derived: return range_of_derived(emit, list, record);
    case CHECK_OP_rows_naming: return range_of_naming(emit, (RelationId)list->of, record);
    case CHECK_OP_rows_inside: return range_inside(emit, kind, record->kind, emit_row(emit, record));
    case CHECK_OP_rows_of_plan: {
        LLVMValueRef plan = row_outer(emit, record, KIND_plan);
        return range_inside(emit, kind, emit_i32(emit, KIND_plan), plan);
    }
    case CHECK_OP_rows_of_pupil: return range_of_plans(emit, record);
    default: return range_of_all(emit, (Kind)list->of);
    }
}

/* ---- what is gone through ---- */

static LLVMValueRef row_at(const Emit *emit, const Range *range, LLVMValueRef index)
{
    if (!range->at)
        return index;
    LLVMValueRef at = emit_element(emit, range->at, index, sizeof(uint32_t));
    return widened(emit, emit_load(emit, emit->i32, at, 0));
}

static Native value_at(Emit *emit, const CheckNode *list, const Range *range, LLVMValueRef index)
{
    if (list->op == CHECK_OP_list_field)
        return native_of_fact(emit, (FieldId)list->of,
                              emit_element(emit, range->at, index, schema_field((FieldId)list->of)->size));
    bool is_who = list->type.id == CHECK_who;
    LLVMValueRef at = emit_element(emit, range->at, index, is_who ? sizeof(Who) : sizeof(Str));
    return is_who ? native_of_who(emit, at) : native_of_text(emit, at);
}

/* Rows of another variant are passed over. */
static void only_variant(Emit *emit, const Loop *loop, const CheckNode *list)
{
    if (!list->number)
        return;
    LLVMBasicBlockRef meant = emit_block(emit, "");
    LLVMValueRef variants = emit_head(emit, (Kind)list->type.of, HEAD_variant);
    LLVMValueRef variant = emit_load(emit, emit->i8, emit_element(emit, variants, loop->item.index, 1), 0);
    LLVMValueRef wanted = LLVMConstInt(emit->i8, (uint64_t)(list->number - 1), 0);
    LLVMBuildCondBr(emit->build, emit_same(emit, variant, wanted), meant, loop->next);
    emit_at(emit, meant);
}

static bool is_of_rows(const CheckNode *list)
{
    return list->op != CHECK_OP_list_field && list->op != CHECK_OP_list_derived;
}

void loop_begin(Emit *emit, Loop *loop, NodeId id)
{
    const CheckNode *list = &emit->program->nodes[id];
    Native record = {0};
    if (list->op != CHECK_OP_rows_all)
        record = emit_node(emit, list->a);
    Range range = range_of(emit, list, &record);
    loop->of_plans = list->op == CHECK_OP_rows_of_pupil;
    if (loop->of_plans) {
        count_begin(emit, &loop->plans, range.first, range.end);
        visit(emit);
        LLVMValueRef plan =
            LLVMBuildTrunc(emit->build, row_at(emit, &range, loop->plans.index), emit->i32, "");
        range = range_inside(emit, (Kind)list->of, emit_i32(emit, KIND_plan), plan);
    }
    count_begin(emit, &loop->rows, range.first, range.end);
    visit(emit);
    loop->next = loop->rows.step;
    loop->done = loop->of_plans ? loop->plans.done : loop->rows.done;
    if (!is_of_rows(list)) {
        loop->item = value_at(emit, list, &range, loop->rows.index);
        return;
    }
    loop->item = native_of_item(emit, (Kind)list->type.of, row_at(emit, &range, loop->rows.index));
    only_variant(emit, loop, list);
}

void loop_end(Emit *emit, Loop *loop)
{
    count_end(emit, &loop->rows);
    if (loop->of_plans)
        count_end(emit, &loop->plans);
}

/* The values of a fact need not be gone through to be told there. */
Native emit_any(Emit *emit, NodeId id)
{
    const CheckNode *list = &emit->program->nodes[id];
    if (list->op != CHECK_OP_rows_of_pupil && !list->number) {
        Native record = {0};
        if (list->op != CHECK_OP_rows_all)
            record = emit_node(emit, list->a);
        Range range = range_of(emit, list, &record);
        return native_yes_no(emit, LLVMBuildICmp(emit->build, LLVMIntSLT, range.first, range.end, ""));
    }
    Loop loop;
    LLVMValueRef found = emit_room(emit, emit->i8, 1);
    emit_store(emit, LLVMConstInt(emit->i8, 0, 0), found, 0);
    loop_begin(emit, &loop, id);
    emit_store(emit, LLVMConstInt(emit->i8, 1, 0), found, 0);
    LLVMBuildBr(emit->build, loop.done);
    emit_at(emit, emit_block(emit, "unreached"));
    loop_end(emit, &loop);
    LLVMValueRef any = emit_load(emit, emit->i8, found, 0);
    return native_yes_no(emit, emit_same(emit, any, LLVMConstInt(emit->i8, 1, 0)));
}
