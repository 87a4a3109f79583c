/* A module: the kernels of a program and the table that leads to them. */
#include "codegen/llvm/emit.h"

#include "sema/schema.h"

/* Of every number that a byte holds, for an Amount may be read wherever it lies. */
enum { BYTES = UINT8_MAX + 1 };

static LLVMValueRef constant_global(Emit *emit, LLVMValueRef value, const char *name)
{
    LLVMValueRef global = LLVMAddGlobal(emit->module, LLVMTypeOf(value), name);
    LLVMSetInitializer(global, value);
    LLVMSetGlobalConstant(global, true);
    LLVMSetLinkage(global, LLVMPrivateLinkage);
    return global;
}

static LLVMValueRef table_of_dimensions(Emit *emit)
{
    char dimensions[BYTES];
    for (unsigned unit = 0; unit < BYTES; unit++)
        dimensions[unit] = (char)unit_dimension((Unit)unit);
    return constant_global(emit, LLVMConstStringInContext2(emit->context, dimensions, BYTES, true),
                           "dimensions");
}

void emit_begin(Emit *emit, LLVMContextRef context, const Program *program)
{
    *emit = (Emit){.program = program,
                   .context = context,
                   .module = LLVMModuleCreateWithNameInContext("checks", context),
                   .build = LLVMCreateBuilderInContext(context),
                   .i1 = LLVMInt1TypeInContext(context),
                   .i8 = LLVMInt8TypeInContext(context),
                   .i32 = LLVMInt32TypeInContext(context),
                   .i64 = LLVMInt64TypeInContext(context),
                   .pointer = LLVMPointerTypeInContext(context, 0)};
    LLVMTypeRef halves[] = {emit->i64, emit->i64};
    emit->pair = LLVMStructTypeInContext(context, halves, 2, false);
    emit->dimensions = table_of_dimensions(emit);
}

void emit_end(Emit *emit)
{
    LLVMDisposeBuilder(emit->build);
    LLVMDisposeModule(emit->module);
}

/* A check that is on several kinds has a kernel for each. */
static LLVMValueRef kernel_of_rule(Emit *emit, const CheckRule *rule, Arena *arena)
{
    const Check *check = &emit->program->checks[rule->check];
    Str kind = schema_kind((Kind)rule->on.kind)->name;
    Str name = arena_format(arena, STR_FMT " on " STR_FMT " %u", STR_ARG(check->rule.name), STR_ARG(kind),
                            rule->on.variant);
    return emit_kernel(emit, rule, name.at);
}

void emit_program(Emit *emit, const Check *only, const char *table)
{
    Arena arena = {0};
    uint32_t count = emit->program->rule_count;
    LLVMValueRef *kernels = ARENA_ARRAY(&arena, LLVMValueRef, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        const CheckRule *rule = &emit->program->rules[i];
        bool meant = !only || only == &emit->program->checks[rule->check];
        kernels[i] = meant ? kernel_of_rule(emit, rule, &arena) : LLVMConstNull(emit->pointer);
    }
    LLVMValueRef all = LLVMConstArray2(emit->pointer, kernels, count);
    LLVMSetLinkage(constant_global(emit, all, table), LLVMExternalLinkage);
    arena_free(&arena);
}
