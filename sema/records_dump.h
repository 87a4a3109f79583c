/* Records as text: for `senc dump records` and tests. */
#ifndef SENC_SEMA_RECORDS_DUMP_H
#define SENC_SEMA_RECORDS_DUMP_H

#include "sema/schema.h"

/* Writes every record of every kind, in the schema's order, with the facts that were given. */
void records_dump(const Records *records, Out *out);

/* Writes one value of a field's type as a person would write it. */
void value_print(Out *out, const Field *field, const void *value);

#endif
