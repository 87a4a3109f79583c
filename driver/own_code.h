/* Own code: a school's own checks as machine code, where there is so much to try them on that it pays. It
 * gives the same findings as the evaluator, only sooner. */
#ifndef SENC_DRIVER_OWN_CODE_H
#define SENC_DRIVER_OWN_CODE_H

#include "codegen/modules.h"
#include "driver/options.h"

#include <pthread.h>

/* What all projects of a run share. Begin with own_code_begin; freed with own_code_end. */
typedef struct OwnCode {
    const Options *options;
    pthread_mutex_t lock; /* LLVM works for one thread at a time */
    Modules modules;
    Arena arena;
    Str folder; /* of the cache; empty for none */
} OwnCode;

void own_code_begin(OwnCode *shared, const Options *options);
void own_code_end(OwnCode *shared);

/* Machine code of the program for `trials` records tried by a check; false where the evaluator is the better
 * choice, or LLVM is not there. Freed with own_code_drop. By any thread. */
bool own_code_take(OwnCode *shared, const Program *program, uint64_t trials, LlvmCode *code);
void own_code_drop(OwnCode *shared, LlvmCode *code);

#endif
