/* Code: an object of compiled checks, put into memory to be run. LLVM is behind this header, not in it. */
#ifndef SENC_CODEGEN_LLVM_CODE_H
#define SENC_CODEGEN_LLVM_CODE_H

#include "sema/check/native.h"

/* Kernels ready to run, by any number of threads. */
typedef struct LlvmCode {
    CheckKernel *const *kernels; /* one for each of Program.rules, in their order */
    void *engine;
} LlvmCode;

/* Loads an object that llvm_compile made, of which a copy is taken. False, with a reason in `why` (in
 * `arena`), when it is none, or its memory cannot be had. The object is trusted: what it holds is run. Not to
 * be run by two threads at once. */
bool llvm_load(Str object, LlvmCode *code, Arena *arena, Str *why);
void llvm_unload(LlvmCode *code);

/* A hash of the bytes that nobody can make another text have: BLAKE3. */
#define LLVM_HASH_SIZE 32
void llvm_hash(Str bytes, uint8_t hash[LLVM_HASH_SIZE]);

/* Tells the build of the module from every other, bytes; empty where the linker noted none. */
Str llvm_build(void);

#endif
