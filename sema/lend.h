/* Lend: assessments and programmes that the standard library knows. One that a file names and no record of
 * the project describes is taken from there, as if the school had written it; a school's own of the same code
 * or name counts before it. */
#ifndef SENC_SEMA_LEND_H
#define SENC_SEMA_LEND_H

#include "sema/phrase.h"
#include "sema/records.h"

/* A record as it is written in stdlib/. */
typedef struct LentRecord {
    uint8_t kind; /* Kind: intervention, assessment */
    Str code, name, text;
} LentRecord;

/* In the order of kinds and, without case, of codes. */
typedef struct LentTable {
    const LentRecord *at;
    uint32_t count;
} LentTable;

/* What senc was built with (in the program only, not in the tools that build it). */
const LentTable *library_lent(void);

/* The record of that code, whatever its case; NULL for none. */
const LentRecord *lent_find(const LentTable *table, Kind kind, Str code);

/* The order of the table: below, at or above 0. */
int lent_compare(Kind kind, Str code, Kind other_kind, Str other_code);

/* Binds what bound records name and do not hold, and what that names in turn. To be done before they are
 * linked. Their source has a name that says where they come from. Costs a look into the table for each
 * reference, and nothing more where all is there. */
void records_lend(const Language *language, const LentTable *table, Records *records, Findings *findings);

#endif
