/* For the reference: what conditions of checks can name that nobody writes, kind by kind, as Markdown. */
#ifndef SENC_SEMA_TOOL_PRINT_DERIVED_H
#define SENC_SEMA_TOOL_PRINT_DERIVED_H

#include "support/out.h"

void print_derived(Out *out);

#endif
