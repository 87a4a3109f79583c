/* In: a program; out: kernels in memory, by LLVM's LLJIT. */
#include "tests/native/load.h"

#include <llvm-c/Core.h>
#include <llvm-c/LLJIT.h>
#include <llvm-c/Target.h>
#include <stdio.h>
#include <stdlib.h>

static void must(LLVMErrorRef error)
{
    if (!error)
        return;
    fprintf(stderr, "%s\n", LLVMGetErrorMessage(error));
    exit(1);
}

Loaded load_program(const Program *program, LlvmEffort effort)
{
    Arena arena = {0};
    LlvmOutput object;
    Str why = STR("");
    LlvmOptions options = {.effort = effort};
    if (!llvm_compile(program, &options, LLVM_FORM_object, &object, &arena, &why)) {
        fprintf(stderr, STR_FMT "\n", STR_ARG(why));
        exit(1);
    }
    LLVMOrcLLJITRef jit;
    LLVMOrcExecutorAddress table;
    must(LLVMOrcCreateLLJIT(&jit, NULL));
    must(LLVMOrcLLJITAddObjectFile(
        jit, LLVMOrcLLJITGetMainJITDylib(jit),
        LLVMCreateMemoryBufferWithMemoryRangeCopy(object.at, object.size, "kernels")));
    must(LLVMOrcLLJITLookup(jit, &table, LLVM_TABLE));
    llvm_output_free(&object);
    arena_free(&arena);
    return (Loaded){jit, (CheckKernel *const *)(uintptr_t)table};
}

void load_free(Loaded *loaded)
{
    must(LLVMOrcDisposeLLJIT(loaded->jit));
    *loaded = (Loaded){0};
}
