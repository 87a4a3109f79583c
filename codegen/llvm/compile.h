/* Compile: a program of checks as machine code, or as text to look at. In: a typed program (sema/check); out:
 * an object whose kernels have the form of sema/check/native.h. LLVM is behind this header, not in it. The
 * same bytes come out for the same program, options and version of LLVM. */
#ifndef SENC_CODEGEN_LLVM_COMPILE_H
#define SENC_CODEGEN_LLVM_COMPILE_H

#include "sema/check/native.h"

/* How much work is put into code. */
typedef enum LlvmEffort {
    LLVM_EFFORT_fast,     /* no passes, the quick instruction selector: 0.1 ms a check */
    LLVM_EFFORT_optimised /* default<O2>: some milliseconds a check */
} LlvmEffort;

/* Zero-initialise: the whole program for this machine's processor, made fast. */
typedef struct LlvmOptions {
    const char *processor; /* "x86-64", …; NULL: this machine's, with all it can do */
    LlvmEffort effort;
    const Check *only; /* the kernels of this check of the program alone (the table has NULL for others) */
    const char *table; /* the symbol of the table; NULL: LLVM_TABLE */
} LlvmOptions;

/* The object has one symbol for others: an array of `CheckKernel *`, one for each of Program.rules in their
 * order. It asks for none: what kernels call is found through their CheckFrame. */
#define LLVM_TABLE "senc_kernels"

/* Bytes of an object, or text. */
typedef struct LlvmOutput {
    char *at; /* freed with llvm_output_free */
    size_t size;
} LlvmOutput;

typedef enum LlvmForm {
    LLVM_FORM_object,
    LLVM_FORM_assembly, /* text */
    LLVM_FORM_ir        /* text, before code is made of it; after the passes where there are any */
} LlvmForm;

/* Compiles. False, with a reason in `why` (in `arena`), when LLVM would not; that is a fault of ours or of
 * the installation, never of the checks. Not to be run by two threads at once. */
bool llvm_compile(const Program *program, const LlvmOptions *options, LlvmForm form, LlvmOutput *output,
                  Arena *arena, Str *why);
void llvm_output_free(LlvmOutput *output);

/* What a cache must know of what compiled: LLVM's version and the processor that `processor` NULL means. */
Str llvm_description(Arena *arena);

#endif
