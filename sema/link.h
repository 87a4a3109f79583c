/* Link: what can only be known when all files of a compilation are bound: codes the compiler gives, codes
 * that stand twice, what references lead to, who is meant. */
#ifndef SENC_SEMA_LINK_H
#define SENC_SEMA_LINK_H

#include "sema/records.h"

/* Links `records` in place, once, after the last file is bound:
 *
 * - A record whose kind has codes but which was given none gets one: the letter of its kind (a need C or D in
 * those sections of an EHC plan, provision G or H) and the lowest number free in its plan, in the order of
 * the text. Such a code stands in the code column, while records_given() of the code still says 0.
 * - Codes are compared without case; those of a plan are unique in it, whatever they name; those of the
 * project are unique among records of their kind.
 * - Each Reference and Who gets its kind and row. A text that equals a record's code or name leads there; any
 * other text stays one, and a text that is a post gets its number.
 *
 * Everything that finds nothing, finds two, or finds a record of another kind is a finding at its place. Time
 * and memory are linear in the records. */
void records_link(Records *records, Findings *findings);

#endif
