/* senc dump ir|asm CHECK [PATH]: a check as LLVM's text or as machine code to read. */
#ifndef SENC_DRIVER_DUMP_CODE_H
#define SENC_DRIVER_DUMP_CODE_H

#include "codegen/llvm/compile.h"
#include "driver/options.h"

/* Prints the check that the options name, of the library or of the school above PATH. The exit status. */
int dump_code(LlvmForm form, const Options *options);

#endif
