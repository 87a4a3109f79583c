/* Facts: from where a column has them, or from what derives them, to values of IR, each known or missing as
 * sema/check/evaluate_fact.c says. */
#include "codegen/llvm/emit.h"

#include "sema/check/figure.h"
#include "sema/schema.h"

#include <stddef.h>

/* ---- making values ---- */

Native native_answer(const Emit *emit, LLVMValueRef yes, LLVMValueRef no)
{
    (void)emit;
    return (Native){.type = {.id = CHECK_yes_no}, .yes = yes, .no = no};
}

Native native_yes_no(const Emit *emit, LLVMValueRef yes)
{
    return native_answer(emit, yes, emit_not(emit, yes));
}

Native native_of_answer(const Emit *emit, LLVMValueRef answer)
{
    return native_answer(emit, emit_same(emit, answer, emit_i32(emit, ANSWER_yes)),
                         emit_same(emit, answer, emit_i32(emit, ANSWER_no)));
}

Native native_of_amount(const Emit *emit, CheckType type, LLVMValueRef number, LLVMValueRef rest)
{
    LLVMValueRef known = LLVMBuildICmp(emit->build, LLVMIntNE, number, emit_i64(emit, AMOUNT_MISSING), "");
    return (Native){.type = type, .known = known, .number = number, .rest = rest};
}

Native native_of_pair(const Emit *emit, CheckType type, LLVMValueRef pair)
{
    return native_of_amount(emit, type, LLVMBuildExtractValue(emit->build, pair, 0, ""),
                            LLVMBuildExtractValue(emit->build, pair, 1, ""));
}

/* A day that is missing, or outside the years there are, is not known. */
Native native_of_day(const Emit *emit, CheckType type, LLVMValueRef day)
{
    LLVMValueRef after = LLVMBuildSub(emit->build, day, emit_i32(emit, DAY_LEAST), "");
    LLVMValueRef known =
        LLVMBuildICmp(emit->build, LLVMIntULE, after, emit_i32(emit, DAY_MOST - DAY_LEAST), "");
    return (Native){.type = type, .known = known, .number = day};
}

Native native_of_record(const Emit *emit, Kind kind, LLVMValueRef row)
{
    return (Native){.type = {.id = CHECK_record, .of = (uint16_t)kind},
                    .known = emit_row_given(emit, row),
                    .text = LLVMConstNull(emit->pointer),
                    .length = emit_i64(emit, 0),
                    .kind = emit_i32(emit, kind),
                    .row = row};
}

Native native_of_item(const Emit *emit, Kind kind, LLVMValueRef index)
{
    Native record = native_of_record(emit, kind, LLVMBuildTrunc(emit->build, index, emit->i32, ""));
    record.known = emit_bool(emit, true);
    record.index = index;
    return record;
}

/* Every part there is, whatever the type has. */
static Native native_nothing(const Emit *emit, CheckType type)
{
    bool is_amount = type.id == CHECK_amount;
    return (Native){.type = type,
                    .known = emit_bool(emit, false),
                    .yes = emit_bool(emit, false),
                    .no = emit_bool(emit, false),
                    .number = is_amount ? emit_i64(emit, AMOUNT_MISSING) : emit_i32(emit, 0),
                    .rest = emit_i64(emit, 0),
                    .text = LLVMConstNull(emit->pointer),
                    .length = emit_i64(emit, 0),
                    .kind = emit_i32(emit, 0),
                    .row = emit_i32(emit, ROW_NONE)};
}

Native native_unknown(const Emit *emit, CheckType type)
{
    return native_nothing(emit, type);
}

/* The other half of an Amount: unit, per and out_of, as they lie in memory. */
static int64_t rest_of(Amount amount)
{
    return (int64_t)((uint64_t)amount.out_of << 32 | (uint64_t)amount.spare << 16 |
                     (uint64_t)amount.per << 8 | amount.unit);
}

Native native_of_constant(const Emit *emit, const CheckNode *node)
{
    Native value = native_nothing(emit, node->type);
    value.known = emit_bool(emit, true);
    value.yes = emit_bool(emit, node->number);
    value.no = emit_bool(emit, !node->number);
    value.number =
        node->type.id == CHECK_amount ? emit_i64(emit, node->amount.number) : emit_i32(emit, node->number);
    value.rest = emit_i64(emit, rest_of(node->amount));
    if (node->text.length) {
        value.text = emit_bytes(emit, node->text);
        value.length = emit_i64(emit, (int64_t)node->text.length);
    }
    return value;
}

LLVMValueRef native_known(const Emit *emit, const Native *value)
{
    return value->type.id == CHECK_yes_no ? emit_or(emit, value->yes, value->no) : value->known;
}

/* ---- what lies in memory ---- */

static LLVMValueRef is_not_null(const Emit *emit, LLVMValueRef number)
{
    return LLVMBuildICmp(emit->build, LLVMIntNE, number, LLVMConstNull(LLVMTypeOf(number)), "");
}

static LLVMValueRef load_i32_of_byte(const Emit *emit, LLVMValueRef at, uint64_t offset)
{
    return LLVMBuildZExt(emit->build, emit_load(emit, emit->i8, at, offset), emit->i32, "");
}

Native native_of_text(const Emit *emit, LLVMValueRef at)
{
    LLVMValueRef length = emit_load(emit, emit->i64, at, offsetof(Str, length));
    return (Native){.type = {.id = CHECK_text},
                    .known = is_not_null(emit, length),
                    .text = emit_load(emit, emit->pointer, at, offsetof(Str, at)),
                    .length = length};
}

Native native_of_who(const Emit *emit, LLVMValueRef at)
{
    LLVMValueRef length = emit_load(emit, emit->i64, at, offsetof(Who, text.length));
    return (Native){.type = {.id = CHECK_who},
                    .known = is_not_null(emit, length),
                    .number = load_i32_of_byte(emit, at, offsetof(Who, post)),
                    .text = emit_load(emit, emit->pointer, at, offsetof(Who, text.at)),
                    .length = length,
                    .kind = load_i32_of_byte(emit, at, offsetof(Who, kind)),
                    .row = emit_load(emit, emit->i32, at, offsetof(Who, row))};
}

static Native native_of_reference(const Emit *emit, LLVMValueRef at)
{
    LLVMValueRef length = emit_load(emit, emit->i64, at, offsetof(Reference, text.length));
    return (Native){.type = {.id = CHECK_record},
                    .known = is_not_null(emit, length),
                    .text = emit_load(emit, emit->pointer, at, offsetof(Reference, text.at)),
                    .length = length,
                    .kind = load_i32_of_byte(emit, at, offsetof(Reference, kind)),
                    .row = emit_load(emit, emit->i32, at, offsetof(Reference, row))};
}

/* A count as an amount of a unit: 32 bits times what the unit is of its base always fit. */
static Native native_of_count(const Emit *emit, LLVMValueRef at, Unit unit)
{
    CheckType type = {.id = CHECK_amount};
    Amount whole = amount_whole(1, unit);
    LLVMValueRef count = emit_load(emit, emit->i32, at, 0);
    LLVMValueRef wide = LLVMBuildSExt(emit->build, count, emit->i64, "");
    LLVMValueRef number = LLVMBuildMul(emit->build, wide, emit_i64(emit, whole.number), "");
    return (Native){.type = type,
                    .known = LLVMBuildICmp(emit->build, LLVMIntNE, count, emit_i32(emit, COUNT_MISSING), ""),
                    .number = number,
                    .rest = emit_i64(emit, rest_of(whole))};
}

static Native native_of_choice(const Emit *emit, LLVMValueRef at)
{
    LLVMValueRef choice = load_i32_of_byte(emit, at, 0);
    return (Native){.type = {.id = CHECK_choice}, .known = is_not_null(emit, choice), .number = choice};
}

static Native native_of_flag(const Emit *emit, LLVMValueRef at)
{
    LLVMValueRef flag = emit_load(emit, emit->i8, at, 0);
    return native_yes_no(emit, emit_same(emit, flag, LLVMConstInt(emit->i8, FLAG_yes, 0)));
}

static Native native_of_shape(LLVMValueRef known)
{
    return (Native){.type = {.id = CHECK_shape}, .known = known};
}

static Native native_of_dosage(const Emit *emit, LLVMValueRef at)
{
    LLVMValueRef duration = emit_load(emit, emit->i64, at, offsetof(Dosage, duration.number));
    LLVMValueRef times = emit_load(emit, emit->i32, at, offsetof(Dosage, frequency.times));
    LLVMValueRef lasts = LLVMBuildICmp(emit->build, LLVMIntNE, duration, emit_i64(emit, AMOUNT_MISSING), "");
    return native_of_shape(emit_or(emit, lasts, is_not_null(emit, times)));
}

static Native native_of_byte(const Emit *emit, LLVMValueRef at, uint64_t offset)
{
    return native_of_shape(is_not_null(emit, emit_load(emit, emit->i8, at, offset)));
}

static Native native_of_length(const Emit *emit, LLVMValueRef at, uint64_t offset)
{
    return native_of_shape(is_not_null(emit, emit_load(emit, emit->i64, at, offset)));
}

static Native native_of_amount_at(const Emit *emit, LLVMValueRef at)
{
    LLVMValueRef number = emit_load(emit, emit->i64, at, offsetof(Amount, number));
    LLVMValueRef rest = emit_load(emit, emit->i64, at, offsetof(Amount, unit));
    return native_of_amount(emit, (CheckType){.id = CHECK_amount}, number, rest);
}

Native native_of_fact(const Emit *emit, FieldId field, LLVMValueRef at)
{
    switch ((Type)schema_field(field)->type) {
    case TYPE_code:
    case TYPE_name:
    case TYPE_text:
    case TYPE_long_text: return native_of_text(emit, at);
    case TYPE_date:
    case TYPE_start_date:
        return native_of_day(emit, (CheckType){.id = CHECK_day}, emit_load(emit, emit->i32, at, 0));
    case TYPE_school_year:
    case TYPE_year_group: return native_of_count(emit, at, UNIT_number);
    case TYPE_clock: return native_of_count(emit, at, UNIT_minute);
    case TYPE_number:
    case TYPE_amount:
    case TYPE_money:
    case TYPE_price:
    case TYPE_duration:
    case TYPE_span:
    case TYPE_score: return native_of_amount_at(emit, at);
    case TYPE_who: return native_of_who(emit, at);
    case TYPE_reference:
    case TYPE_named: return native_of_reference(emit, at);
    case TYPE_choice: return native_of_choice(emit, at);
    case TYPE_flag: return native_of_flag(emit, at);
    case TYPE_dosage: return native_of_dosage(emit, at);
    case TYPE_group_size: return native_of_byte(emit, at, offsetof(GroupSize, form));
    case TYPE_record_kind: return native_of_byte(emit, at, offsetof(RecordKind, kind));
    case TYPE_condition: return native_of_length(emit, at, offsetof(Condition, text.length));
    case TYPE_sample: return native_of_length(emit, at, offsetof(Sample, text.length));
    case TYPE_COUNT: break;
    }
    return native_of_shape(emit_bool(emit, false));
}

/* ---- of a record ---- */

LLVMValueRef emit_row(const Emit *emit, const Native *record)
{
    if (emit_is_true(record->known))
        return record->row;
    return LLVMBuildSelect(emit->build, record->known, record->row, emit_i32(emit, ROW_NONE), "");
}

LLVMValueRef emit_is_there(const Emit *emit, const Native *record)
{
    return record->index ? emit_bool(emit, true)
                         : emit_and(emit, record->known, emit_row_given(emit, record->row));
}

LLVMValueRef emit_item_of(const Emit *emit, LLVMValueRef base, const Native *record, uint64_t size,
                          Str missing)
{
    if (record->index)
        return emit_element(emit, base, record->index, size);
    LLVMValueRef nothing = emit_bytes(emit, missing);
    return LLVMBuildSelect(emit->build, emit_is_there(emit, record),
                           emit_element(emit, base, record->row, size), nothing, "");
}

/* Known only where the record is there. */
static void only_if(const Emit *emit, Native *value, LLVMValueRef there)
{
    if (value->type.id == CHECK_yes_no) {
        value->yes = emit_and(emit, value->yes, there);
        value->no = emit_and(emit, value->no, there);
    } else {
        value->known = emit_and(emit, value->known, there);
    }
}

static Native emit_field(Emit *emit, FieldId id, const Native *record)
{
    const Field *field = schema_field(id);
    Str missing = {type_missing((Type)field->type), field->size};
    LLVMValueRef at = emit_item_of(emit, emit_column(emit, id), record, field->size, missing);
    Native value = native_of_fact(emit, id, at);
    only_if(emit, &value, emit_is_there(emit, record));
    return value;
}

static Native emit_value_derived(Emit *emit, const CheckNode *node, const Native *record)
{
    LLVMValueRef room = emit_room(emit, LLVMArrayType2(emit->i8, sizeof(CheckValue)), 1);
    LLVMValueRef arguments[] = {emit->frame, emit_i32(emit, node->of), emit_row(emit, record), room};
    emit_call(emit, RUNTIME_value_derived, arguments, 4);
    Native value = native_nothing(emit, node->type);
    value.known = is_not_null(emit, emit_load(emit, emit->i8, room, offsetof(CheckValue, known)));
    LLVMValueRef number = emit_load(emit, emit->i64, room, offsetof(CheckValue, number));
    value.number = LLVMBuildTrunc(emit->build, number, emit->i32, "");
    value.yes = emit_and(emit, value.known, is_not_null(emit, number));
    value.no = emit_and(emit, value.known, emit_not(emit, is_not_null(emit, number)));
    if (node->type.id == CHECK_amount) {
        value.number = emit_load(emit, emit->i64, room, offsetof(CheckValue, amount.number));
        value.rest = emit_load(emit, emit->i64, room, offsetof(CheckValue, amount.unit));
    }
    value.text = emit_load(emit, emit->pointer, room, offsetof(CheckValue, text.at));
    value.length = emit_load(emit, emit->i64, room, offsetof(CheckValue, text.length));
    value.kind = load_i32_of_byte(emit, room, offsetof(CheckValue, kind));
    value.row = emit_load(emit, emit->i32, room, offsetof(CheckValue, row));
    return value;
}

static Native emit_outer(Emit *emit, Kind outer, const Native *record)
{
    LLVMValueRef arguments[] = {emit->frame, record->kind, emit_row(emit, record), emit_i32(emit, outer)};
    return native_of_record(emit, outer, emit_call(emit, RUNTIME_row_outer, arguments, 4));
}

/* What lies ready; where there is no record any bytes will do, for nothing of them is known. */
static Native emit_figure(Emit *emit, DerivedId id, const Native *record)
{
    static const char nothing[sizeof(Amount)] = {0};
    const Figure *figure = derived_figure(id);
    LLVMValueRef first = emit_element(emit, emit_figures(emit, id), emit_i64(emit, figure->member), 1);
    LLVMValueRef at = emit_item_of(emit, first, record, figure->size, (Str){nothing, sizeof nothing});
    Native value = native_unknown(emit, (CheckType){.id = CHECK_shape});
    switch ((FigureForm)figure->form) {
    case FIGURE_flag: value = native_yes_no(emit, is_not_null(emit, emit_load(emit, emit->i8, at, 0))); break;
    case FIGURE_day:
        value = native_of_day(emit, (CheckType){.id = CHECK_day}, emit_load(emit, emit->i32, at, 0));
        break;
    case FIGURE_choice: value = native_of_choice(emit, at); break;
    case FIGURE_amount: value = native_of_amount_at(emit, at); break;
    case FIGURE_none: break;
    }
    only_if(emit, &value, emit_is_there(emit, record));
    return value;
}

static Native emit_derived_value(Emit *emit, const CheckNode *node, const Native *record)
{
    bool is_ready = derived_figure((DerivedId)node->of)->form != FIGURE_none;
    return is_ready ? emit_figure(emit, (DerivedId)node->of, record) : emit_value_derived(emit, node, record);
}

Native emit_fact(Emit *emit, const CheckNode *node)
{
    Native record = emit_node(emit, node->a), value;
    if (node->op == CHECK_OP_outer)
        return emit_outer(emit, (Kind)node->of, &record);
    value = node->op == CHECK_OP_field ? emit_field(emit, (FieldId)node->of, &record)
                                       : emit_derived_value(emit, node, &record);
    value.type = node->type;
    return value;
}
