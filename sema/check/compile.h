/* Compiling checks: their records become a program, each condition and message read and typed. */
#ifndef SENC_SEMA_CHECK_COMPILE_H
#define SENC_SEMA_CHECK_COMPILE_H

#include "sema/check/program.h"
#include "sema/phrase.h"

/* Compiles all checks among bound records, in their order, into `program`, which lives in `arena` and holds
 * slices of the records and their sources. What is wrong with a check is reported, and it is left out, or the
 * kind of record it makes no sense on. `library`, which may be NULL, holds names that are taken, and lists of
 * words that checks may ask for beside those among the records. */
void checks_compile(const Language *language, const Records *records, const Program *library, Arena *arena,
                    Program *program, Findings *findings);

#endif
