/* Load: an object that codegen/llvm made, put into memory ready to run, as a module would. */
#ifndef SENC_TESTS_NATIVE_LOAD_H
#define SENC_TESTS_NATIVE_LOAD_H

#include "codegen/llvm/compile.h"

typedef struct Loaded {
    void *jit;
    CheckKernel *const *kernels; /* of the program's rules */
} Loaded;

/* Compiles and loads; ends the process with a message where that fails. */
Loaded load_program(const Program *program, LlvmEffort effort);
void load_free(Loaded *loaded);

#endif
