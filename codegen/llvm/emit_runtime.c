/* Calls of the functions of runtime.def: their types in LLVM, and where the frame has them. */
#include "codegen/llvm/emit.h"

#include <stddef.h>
#include <string.h>

/* Parts of Amounts and texts go by value in two registers each, as the C compilers of 64-bit processors do:
 * no function has so many arguments that a value would be torn apart. */
_Static_assert(sizeof(Amount) == 16 && sizeof(Str) == 16 && sizeof(void *) == 8, "two registers each");
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "an Amount's other half is read as one number");

typedef enum Sort {
    SORT_frame,
    SORT_amount,
    SORT_text,
    SORT_number,
    SORT_order,
    SORT_rows,
    SORT_value,
    SORT_result,
    SORT_list,
    SORT_nothing
} Sort;

typedef struct Signature {
    uint8_t result, count, arguments[4];
    uint16_t offset; /* in CheckRuntime */
} Signature;

static const Signature signatures[RUNTIME_COUNT] = {
#define AT(name) offsetof(CheckRuntime, name)
#define RUNTIME2(name, function, result, a, b)                                                               \
    [RUNTIME_##name] = {SORT_##result, 2, {SORT_##a, SORT_##b}, AT(name)},
#define RUNTIME3(name, function, result, a, b, c)                                                            \
    [RUNTIME_##name] = {SORT_##result, 3, {SORT_##a, SORT_##b, SORT_##c}, AT(name)},
#define RUNTIME4(name, function, result, a, b, c, d)                                                         \
    [RUNTIME_##name] = {SORT_##result, 4, {SORT_##a, SORT_##b, SORT_##c, SORT_##d}, AT(name)},
#include "sema/check/runtime.def"
};

static unsigned add_types(const Emit *emit, Sort sort, LLVMTypeRef *types)
{
    switch (sort) {
    case SORT_amount: types[0] = types[1] = emit->i64; return 2;
    case SORT_text: types[0] = emit->pointer, types[1] = emit->i64; return 2;
    case SORT_number:
    case SORT_order: types[0] = emit->i32; return 1;
    case SORT_rows: types[0] = emit->i64; return 1;
    case SORT_frame:
    case SORT_value:
    case SORT_result:
    case SORT_list: types[0] = emit->pointer; return 1;
    case SORT_nothing: types[0] = LLVMVoidTypeInContext(emit->context); return 1;
    }
    return 0;
}

static LLVMTypeRef type_of(const Emit *emit, const Signature *signature)
{
    LLVMTypeRef types[8], result[2];
    unsigned count = 0;
    for (unsigned i = 0; i < signature->count; i++)
        count += add_types(emit, (Sort)signature->arguments[i], types + count);
    bool is_pair = add_types(emit, (Sort)signature->result, result) == 2;
    return LLVMFunctionType(is_pair ? emit->pair : result[0], types, count, false);
}

static void set_attribute(const Emit *emit, LLVMValueRef call, const char *name, uint64_t value)
{
    unsigned kind = LLVMGetEnumAttributeKindForName(name, strlen(name));
    LLVMAddCallSiteAttribute(call, LLVMAttributeFunctionIndex,
                             LLVMCreateEnumAttribute(emit->context, kind, value));
}

/* Reads memory and writes none: two calls alike give the same. Word lists may keep what they have found. */
static bool only_reads(RuntimeId id)
{
    const Signature *signature = &signatures[id];
    bool gives = signature->result != SORT_nothing && id != RUNTIME_text_matches;
    return gives;
}

/* `memory(read)`: of each of three sorts of memory two bits, the lower of which says that it is read. */
enum { MEMORY_READ = 0x15 };

LLVMValueRef emit_call(Emit *emit, RuntimeId id, LLVMValueRef *arguments, unsigned count)
{
    const Signature *signature = &signatures[id];
    if (!emit->calls[id]) {
        LLVMBasicBlockRef here = emit_here(emit);
        emit_at(emit, emit->entry);
        if (!emit->runtime)
            emit->runtime = emit_load(emit, emit->pointer, emit->frame, offsetof(CheckFrame, runtime));
        emit->calls[id] = emit_load(emit, emit->pointer, emit->runtime, signature->offset);
        emit_at(emit, here);
    }
    LLVMValueRef call =
        LLVMBuildCall2(emit->build, type_of(emit, signature), emit->calls[id], arguments, count, "");
    set_attribute(emit, call, "nounwind", 0);
    set_attribute(emit, call, "willreturn", 0);
    if (only_reads(id))
        set_attribute(emit, call, "memory", MEMORY_READ);
    return call;
}
