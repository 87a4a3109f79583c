/* The module senc-llvm.so: one table of functions. In: programs of checks; out: machine code. */
#include "codegen/module.h"

__attribute__((visibility("default"))) extern const LlvmModule senc_llvm;
const LlvmModule senc_llvm = {
    .version = SENC_MODULE_VERSION,
    .layout = native_layout,
    .build = llvm_build,
    .compile = llvm_compile,
    .output_free = llvm_output_free,
    .description = llvm_description,
    .load = llvm_load,
    .unload = llvm_unload,
    .hash = llvm_hash,
};
