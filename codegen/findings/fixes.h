/* Fixes: the safe changes that findings offer, made in the text of a file. */
#ifndef SENC_CODEGEN_FINDINGS_FIXES_H
#define SENC_CODEGEN_FINDINGS_FIXES_H

#include "support/finding.h"
#include "support/out.h"

/* Writes the text of `source` with the fixes of the (sorted) findings about it into `text`, and a line for
 * each that was made into `told`. Of fixes that overlap only the first in the text is made: what the others
 * are about is looked at again when the text is next read. Returns how many were made; with none `text` stays
 * empty. */
size_t fixes_make(Findings *findings, const Source *source, Out *text, Out *told);

#endif
