/* How many loose statements there are, and for how many of them something is to be asked. */
#ifndef SENC_DRIVER_STATEMENT_COUNT_H
#define SENC_DRIVER_STATEMENT_COUNT_H

#include "sema/records.h"
#include "support/out.h"

typedef struct StatementCount {
    uint32_t outcomes, provisions, to_answer;
} StatementCount;

/* Adds the statements of `records`; to be answered are those in which an error or warning was found. The
 * findings must be sorted. */
void statements_count(StatementCount *count, const Findings *findings, const Records *records);

/* "12 statements, 3 outcomes and 9 of provision: 7 need an answer." */
void statement_count_print(const StatementCount *count, Out *out);

#endif
