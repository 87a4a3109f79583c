/* Kernels: a rule as a loop over records; and the table of all of a program. */
#include "codegen/llvm/emit.h"

#include <string.h>

/* ---- the bound ---- */

/* How many nodes there are from this one on. */
static uint64_t node_weight(const Program *program, NodeId id)
{
    if (id == NODE_NONE)
        return 0;
    const CheckNode *node = &program->nodes[id];
    return 1 + node_weight(program, node->a) + node_weight(program, node->b) + node_weight(program, node->c);
}

/* The evaluator counts nodes, and elements of lists; a kernel counts elements alone. For each element that is
 * gone through (and once for the record) a node is visited once at most, and a list begun or ended once at
 * most: so below this bound the evaluator cannot have given up. Above it the kernel leaves the record to the
 * evaluator, which decides by its own count. */
static uint64_t visited_most(const Program *program, const CheckRule *rule)
{
    uint64_t weight = node_weight(program, rule->when) + node_weight(program, rule->require);
    return EVALUATION_MOST / (2 * weight + 2) - 1;
}

/* ---- a kernel ---- */

static void set_attribute(const Emit *emit, LLVMValueRef function, unsigned where, const char *name)
{
    unsigned kind = LLVMGetEnumAttributeKindForName(name, strlen(name));
    LLVMAddAttributeAtIndex(function, where, LLVMCreateEnumAttribute(emit->context, kind, 0));
}

enum { PARAMETER_frame, PARAMETER_first, PARAMETER_end, PARAMETER_found, PARAMETER_COUNT };

static LLVMValueRef add_function(Emit *emit, const char *name)
{
    LLVMTypeRef parameters[] = {emit->pointer, emit->i64, emit->i64, emit->pointer};
    LLVMTypeRef type =
        LLVMFunctionType(LLVMVoidTypeInContext(emit->context), parameters, PARAMETER_COUNT, false);
    LLVMValueRef function = LLVMAddFunction(emit->module, name, type);
    LLVMSetLinkage(function, LLVMInternalLinkage);
    set_attribute(emit, function, (unsigned)LLVMAttributeFunctionIndex, "nounwind");
    set_attribute(emit, function, PARAMETER_found + 1, "noalias"); /* else no loop becomes a vector's */
    LLVMAddAttributeAtIndex(function, LLVMAttributeFunctionIndex,
                            LLVMCreateStringAttribute(emit->context, "no-builtins", 11, "", 0));
    return function;
}

static void store_found(const Emit *emit, const struct Count *rows, LLVMValueRef found)
{
    LLVMValueRef first = LLVMGetParam(emit->function, PARAMETER_first);
    LLVMValueRef index = LLVMBuildNSWSub(emit->build, rows->index, first, "");
    emit_store(emit, LLVMBuildZExt(emit->build, found, emit->i8, ""),
               emit_element(emit, emit->found, index, 1), 0);
}

static LLVMValueRef is_variant(Emit *emit, RecordKind on)
{
    if (!on.variant)
        return emit_bool(emit, true);
    LLVMValueRef variants = emit_head(emit, (Kind)on.kind, HEAD_variant);
    LLVMValueRef at = emit_element(emit, variants, emit->frames[0].index, 1);
    return emit_same(emit, emit_load(emit, emit->i8, at, 0), LLVMConstInt(emit->i8, on.variant - 1u, 0));
}

/* Goes on with the next record where the condition does not hold, if going on is dear. */
static LLVMValueRef unless(Emit *emit, LLVMValueRef meant, LLVMBasicBlockRef passes, bool is_cheap)
{
    if (is_cheap || emit_is_true(meant))
        return meant;
    LLVMBasicBlockRef on = emit_block(emit, "meant");
    LLVMBuildCondBr(emit->build, meant, on, passes);
    emit_at(emit, on);
    return emit_bool(emit, true);
}

static LLVMValueRef emit_fails(Emit *emit, const CheckRule *rule, LLVMBasicBlockRef passes)
{
    const Program *program = emit->program;
    bool cheap_require = node_is_cheap(program, rule->require);
    bool cheap = cheap_require && node_is_cheap(program, rule->when);
    LLVMValueRef meant = unless(emit, is_variant(emit, rule->on), passes, cheap);
    if (rule->when != NODE_NONE) {
        meant = emit_and(emit, meant, emit_node(emit, rule->when).yes);
        meant = unless(emit, meant, passes, cheap_require);
    }
    return emit_and(emit, meant, emit_node(emit, rule->require).no);
}

static void emit_rows(Emit *emit, const CheckRule *rule)
{
    struct Count rows;
    count_begin(emit, &rows, LLVMGetParam(emit->function, PARAMETER_first),
                LLVMGetParam(emit->function, PARAMETER_end));
    LLVMBasicBlockRef passes = emit_block(emit, "passes"), told = emit_block(emit, "told");
    emit_store(emit, emit_i64(emit, 0), emit->visited, 0);
    emit->frames[0] = native_of_item(emit, (Kind)rule->on.kind, rows.index);
    LLVMValueRef fails = emit_fails(emit, rule, passes);
    LLVMBasicBlockRef from[] = {emit_here(emit), passes, emit->give_up};
    LLVMValueRef values[] = {LLVMBuildZExt(emit->build, fails, emit->i8, ""),
                             LLVMConstInt(emit->i8, KERNEL_passes, 0),
                             LLVMConstInt(emit->i8, KERNEL_cannot_tell, 0)};
    for (unsigned i = 0; i < 3; i++) {
        emit_at(emit, from[i]);
        LLVMBuildBr(emit->build, told);
    }
    emit_at(emit, told);
    LLVMValueRef found = LLVMBuildPhi(emit->build, emit->i8, "");
    LLVMAddIncoming(found, values, from, 3);
    store_found(emit, &rows, found);
    count_end(emit, &rows);
}

/* The entry block is left open while the kernel is built, for what is to be read once. */
LLVMValueRef emit_kernel(Emit *emit, const CheckRule *rule, const char *name)
{
    const Emit module = *emit;
    emit->function = add_function(emit, name);
    emit->frame = LLVMGetParam(emit->function, PARAMETER_frame);
    emit->found = LLVMGetParam(emit->function, PARAMETER_found);
    emit->entry = emit_block(emit, "entry");
    emit->visited_most = visited_most(emit->program, rule);
    LLVMBasicBlockRef start = emit_block(emit, "start");
    emit->give_up = emit_block(emit, "give_up");
    emit_at(emit, start);
    emit->visited = emit_room(emit, emit->i64, 1);
    emit_rows(emit, rule);
    LLVMBuildRetVoid(emit->build);
    emit_at(emit, emit->entry);
    LLVMBuildBr(emit->build, start);
    LLVMValueRef kernel = emit->function;
    *emit = module;
    return kernel;
}
