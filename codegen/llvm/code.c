/* In: the bytes of an object; out: the addresses of its kernels. Machine code goes through our own objects,
 * never from IR to memory: so it can be kept, and looked at (ORC, LLJIT). */
#include "codegen/llvm/code.h"

#include "codegen/llvm/compile.h"

#include <llvm-c/Core.h>
#include <llvm-c/Error.h>
#include <llvm-c/LLJIT.h>
#include <llvm-c/Target.h>
#include <llvm-c/blake3.h>

/* Whether LLVM is content; its reason is used up. */
static bool is_fine(LLVMErrorRef error, Arena *arena, Str *why)
{
    if (!error)
        return true;
    char *message = LLVMGetErrorMessage(error);
    *why = arena_str(arena, str_from(message));
    LLVMDisposeErrorMessage(message);
    return false;
}

/* What goes wrong while code is put into memory comes back from the lookup too; nothing is printed. */
static void keep_silent(void *context, LLVMErrorRef error)
{
    (void)context;
    LLVMConsumeError(error);
}

/* Hands the object to the engine and asks for its table. */
static bool link_object(LLVMOrcLLJITRef engine, Str object, LLVMOrcExecutorAddress *table, Arena *arena,
                        Str *why)
{
    LLVMMemoryBufferRef bytes = LLVMCreateMemoryBufferWithMemoryRangeCopy(object.at, object.length, "checks");
    LLVMOrcJITDylibRef library = LLVMOrcLLJITGetMainJITDylib(engine);
    return is_fine(LLVMOrcLLJITAddObjectFile(engine, library, bytes), arena, why) &&
           is_fine(LLVMOrcLLJITLookup(engine, table, LLVM_TABLE), arena, why);
}

bool llvm_load(Str object, LlvmCode *code, Arena *arena, Str *why)
{
    LLVMOrcLLJITRef engine;
    LLVMOrcExecutorAddress table = 0;
    *code = (LlvmCode){0};
    LLVMInitializeNativeTarget();
    if (!is_fine(LLVMOrcCreateLLJIT(&engine, NULL), arena, why))
        return false;
    LLVMOrcExecutionSessionSetErrorReporter(LLVMOrcLLJITGetExecutionSession(engine), keep_silent, NULL);
    if (!link_object(engine, object, &table, arena, why)) {
        LLVMConsumeError(LLVMOrcDisposeLLJIT(engine));
        return false;
    }
    *code = (LlvmCode){.kernels = (CheckKernel *const *)(uintptr_t)table, .engine = engine};
    return true;
}

void llvm_unload(LlvmCode *code)
{
    if (code->engine)
        LLVMConsumeError(LLVMOrcDisposeLLJIT(code->engine));
    *code = (LlvmCode){0};
}

void llvm_hash(Str bytes, uint8_t hash[LLVM_HASH_SIZE])
{
    llvm_blake3_hasher hasher;
    llvm_blake3_hasher_init(&hasher);
    llvm_blake3_hasher_update(&hasher, bytes.at, bytes.length);
    llvm_blake3_hasher_finalize(&hasher, hash, LLVM_HASH_SIZE);
}
