/* The least parts of IR: numbers, loads from where the schema says columns lie, calls through the frame. */
#include "codegen/llvm/emit.h"

#include "sema/check/figure.h"
#include "sema/schema.h"

#include <stdalign.h>
#include <stddef.h>

/* ---- numbers ---- */

LLVMValueRef emit_bool(const Emit *emit, bool value)
{
    return LLVMConstInt(emit->i1, value, 0);
}

LLVMValueRef emit_i32(const Emit *emit, int64_t value)
{
    return LLVMConstInt(emit->i32, (uint64_t)value, 1);
}

LLVMValueRef emit_i64(const Emit *emit, int64_t value)
{
    return LLVMConstInt(emit->i64, (uint64_t)value, 1);
}

bool emit_is_true(LLVMValueRef value)
{
    return LLVMIsAConstantInt(value) && LLVMConstIntGetZExtValue(value);
}

static bool is_false(LLVMValueRef value)
{
    return LLVMIsAConstantInt(value) && !LLVMConstIntGetZExtValue(value);
}

LLVMValueRef emit_and(const Emit *emit, LLVMValueRef a, LLVMValueRef b)
{
    if (emit_is_true(a) || is_false(b))
        return b;
    return emit_is_true(b) || is_false(a) ? a : LLVMBuildAnd(emit->build, a, b, "");
}

LLVMValueRef emit_or(const Emit *emit, LLVMValueRef a, LLVMValueRef b)
{
    if (emit_is_true(a) || is_false(b))
        return a;
    return emit_is_true(b) || is_false(a) ? b : LLVMBuildOr(emit->build, a, b, "");
}

LLVMValueRef emit_not(const Emit *emit, LLVMValueRef a)
{
    return LLVMBuildNot(emit->build, a, "");
}

LLVMValueRef emit_same(const Emit *emit, LLVMValueRef a, LLVMValueRef b)
{
    return LLVMBuildICmp(emit->build, LLVMIntEQ, a, b, "");
}

LLVMValueRef emit_row_given(const Emit *emit, LLVMValueRef row)
{
    return LLVMBuildICmp(emit->build, LLVMIntNE, row, emit_i32(emit, ROW_NONE), "");
}

/* ---- memory ---- */

static LLVMValueRef address(const Emit *emit, LLVMValueRef base, LLVMValueRef offset)
{
    return LLVMBuildInBoundsGEP2(emit->build, emit->i8, base, &offset, 1, "");
}

static LLVMValueRef part(const Emit *emit, LLVMValueRef base, uint64_t offset)
{
    return offset ? address(emit, base, emit_i64(emit, (int64_t)offset)) : base;
}

LLVMValueRef emit_load(const Emit *emit, LLVMTypeRef type, LLVMValueRef base, uint64_t offset)
{
    return LLVMBuildLoad2(emit->build, type, part(emit, base, offset), "");
}

void emit_store(const Emit *emit, LLVMValueRef value, LLVMValueRef base, uint64_t offset)
{
    LLVMBuildStore(emit->build, value, part(emit, base, offset));
}

LLVMValueRef emit_element(const Emit *emit, LLVMValueRef base, LLVMValueRef index, uint64_t size)
{
    LLVMValueRef wide =
        LLVMTypeOf(index) == emit->i64 ? index : LLVMBuildZExt(emit->build, index, emit->i64, "");
    LLVMTypeRef item = size == 1 ? emit->i8 : LLVMArrayType2(emit->i8, size);
    return LLVMBuildInBoundsGEP2(emit->build, item, base, &wide, 1, "");
}

LLVMValueRef emit_bytes(const Emit *emit, Str bytes)
{
    LLVMValueRef value =
        LLVMConstStringInContext2(emit->context, bytes.length ? bytes.at : "", bytes.length, false);
    LLVMValueRef global = LLVMAddGlobal(emit->module, LLVMTypeOf(value), "bytes");
    LLVMSetInitializer(global, value);
    LLVMSetAlignment(global, alignof(max_align_t));
    LLVMSetGlobalConstant(global, true);
    LLVMSetLinkage(global, LLVMPrivateLinkage);
    LLVMSetUnnamedAddress(global, LLVMGlobalUnnamedAddr);
    return global;
}

/* ---- what is read once ---- */

/* Goes to the entry block, whose end stays open until the kernel is whole; returns where it came from. */
static LLVMBasicBlockRef enter_entry(const Emit *emit)
{
    LLVMBasicBlockRef here = emit_here(emit);
    emit_at(emit, emit->entry);
    return here;
}

static LLVMValueRef load_once(const Emit *emit, LLVMValueRef *kept, LLVMTypeRef type, LLVMValueRef base,
                              uint64_t offset)
{
    if (*kept)
        return *kept;
    LLVMBasicBlockRef here = enter_entry(emit);
    *kept = emit_load(emit, type, base, offset);
    emit_at(emit, here);
    return *kept;
}

LLVMValueRef emit_room(const Emit *emit, LLVMTypeRef type, unsigned count)
{
    LLVMBasicBlockRef here = enter_entry(emit);
    LLVMValueRef room = LLVMBuildArrayAlloca(emit->build, type, emit_i32(emit, count), "");
    LLVMSetAlignment(room, alignof(max_align_t));
    emit_at(emit, here);
    return room;
}

static LLVMValueRef records_of(Emit *emit)
{
    return load_once(emit, &emit->records, emit->pointer, emit->frame, offsetof(CheckFrame, records));
}

LLVMValueRef emit_derived(Emit *emit)
{
    return load_once(emit, &emit->derived, emit->pointer, emit->frame, offsetof(CheckFrame, derived));
}

LLVMValueRef emit_figures(Emit *emit, DerivedId id)
{
    return load_once(emit, &emit->figures[id], emit->pointer, emit_derived(emit), derived_figure(id)->array);
}

LLVMValueRef emit_column(Emit *emit, FieldId field)
{
    return load_once(emit, &emit->columns[field], emit->pointer, records_of(emit),
                     schema_field(field)->offset);
}

/* All lists are laid out alike. */
LLVMValueRef emit_list_first(Emit *emit, FieldId field)
{
    return load_once(emit, &emit->lists[field][0], emit->pointer, records_of(emit),
                     schema_field(field)->offset + offsetof(List_text, first));
}

LLVMValueRef emit_list_items(Emit *emit, FieldId field)
{
    return load_once(emit, &emit->lists[field][1], emit->pointer, records_of(emit),
                     schema_field(field)->offset + offsetof(List_text, items));
}

LLVMValueRef emit_head(Emit *emit, Kind kind, unsigned which)
{
    static const size_t offsets[] = {[HEAD_variant] = offsetof(TableHead, variant),
                                     [HEAD_parent] = offsetof(TableHead, parent),
                                     [HEAD_parent_kind] = offsetof(TableHead, parent_kind)};
    return load_once(emit, &emit->heads[kind][which], emit->pointer, records_of(emit),
                     schema_kind(kind)->table_offset + offsets[which]);
}

LLVMValueRef emit_row_count(Emit *emit, Kind kind)
{
    return load_once(emit, &emit->counts[kind], emit->i32, records_of(emit),
                     schema_kind(kind)->table_offset + offsetof(TableHead, count));
}

LLVMValueRef emit_today(Emit *emit)
{
    return load_once(emit, &emit->today, emit->i32, emit->frame, offsetof(CheckFrame, today));
}

Native emit_limit(Emit *emit, CheckType type)
{
    size_t at = offsetof(CheckFrame, limit);
    LLVMValueRef number = load_once(emit, &emit->limit[0], emit->i64, emit->frame, at);
    LLVMValueRef rest = load_once(emit, &emit->limit[1], emit->i64, emit->frame, at + sizeof(int64_t));
    return native_of_amount(emit, type, number, rest);
}

/* ---- blocks ---- */

LLVMBasicBlockRef emit_block(const Emit *emit, const char *name)
{
    return LLVMAppendBasicBlockInContext(emit->context, emit->function, name);
}

void emit_at(const Emit *emit, LLVMBasicBlockRef block)
{
    LLVMPositionBuilderAtEnd(emit->build, block);
}

LLVMBasicBlockRef emit_here(const Emit *emit)
{
    return LLVMGetInsertBlock(emit->build);
}

LLVMValueRef emit_either(const Emit *emit, LLVMBasicBlockRef block, LLVMValueRef value,
                         LLVMBasicBlockRef other, LLVMValueRef other_value)
{
    if (value == other_value)
        return value;
    LLVMValueRef phi = LLVMBuildPhi(emit->build, LLVMTypeOf(value), "");
    LLVMAddIncoming(phi, &value, &block, 1);
    LLVMAddIncoming(phi, &other_value, &other, 1);
    return phi;
}
