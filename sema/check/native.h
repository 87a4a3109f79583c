/* Native: the form in which a check is machine code, whoever made it: a kernel a rule, a loop over records
 * that reads columns and writes a byte a record. Knows nothing of who makes kernels (codegen/llvm). */
#ifndef SENC_SEMA_CHECK_NATIVE_H
#define SENC_SEMA_CHECK_NATIVE_H

#include "sema/check/evaluate.h"
#include "support/out.h"

typedef struct CheckFrame CheckFrame;

/* The functions that kernels call, by the names of runtime.def. They are found through the frame, so that a
 * kernel names no symbol and runs wherever it was put. Amounts and texts are handed over by value, two
 * registers each. */
typedef const CheckFrame *Runtime_frame;
typedef Amount Runtime_amount;
typedef Str Runtime_text;
typedef uint32_t Runtime_number; /* a row, a kind, an id */
typedef int32_t Runtime_order;   /* or a day, or a sign */
typedef uint64_t Runtime_rows;   /* see RUNTIME_ROWS */
typedef const CheckValue *Runtime_value;
typedef CheckValue *Runtime_result;
typedef Values *Runtime_list;
typedef void Runtime_nothing;

typedef struct CheckRuntime {
#define RUNTIME2(name, function, result, a, b) Runtime_##result (*name)(Runtime_##a, Runtime_##b);
#define RUNTIME3(name, function, result, a, b, c)                                                            \
    Runtime_##result (*name)(Runtime_##a, Runtime_##b, Runtime_##c);
#define RUNTIME4(name, function, result, a, b, c, d)                                                         \
    Runtime_##result (*name)(Runtime_##a, Runtime_##b, Runtime_##c, Runtime_##d);
#include "sema/check/runtime.def"
} CheckRuntime;

/* What an answer is as a number. */
enum { ANSWER_no, ANSWER_yes, ANSWER_unknown };

/* A stretch of rows as one number. */
#define RUNTIME_ROWS(first, end) ((uint64_t)(end) << 32 | (first))

/* What kernels read: records and what is derived from them lie where the schema says, from these on. */
struct CheckFrame {
    const CheckRuntime *runtime;
    const Records *records;
    const Derived *derived;
    const Evaluation *evaluation; /* of the run: its word lists */
    Amount limit;                 /* the check's limit, or the school's for it */
    int32_t today;
};

/* What a kernel writes for a record. */
enum {
    KERNEL_passes,
    KERNEL_fails,      /* the check is surely on it, and what it requires surely does not hold */
    KERNEL_cannot_tell /* too much to go through: the evaluator says what comes of it */
};

/* Tries records first … end - 1 and writes what it found into found[0] … found[end - first - 1]. Reads the
 * frame and all it leads to, writes nothing else but what was read of texts (readings.h); any number may run
 * at once that share no run. */
typedef void CheckKernel(const CheckFrame *frame, int64_t first, int64_t end, uint8_t *found);

/* A frame for one run; `limit` is set for each check. `evaluation` and all it leads to outlive it. */
CheckFrame check_frame(const Evaluation *evaluation);

/* All that the machine code of a program depends on, but for who makes it: the same bytes, the same meaning.
 */
void native_key(const Program *program, Out *out);
/* How records and what is derived from them lie: code made for another layout must not run. */
uint64_t native_layout(void);

/* The kernels of the standard library, in the order of program_library()->rules, as senc was built with them
 * (in the program only, not in the tools that build it). */
extern CheckKernel *const library_kernels[];

#endif
