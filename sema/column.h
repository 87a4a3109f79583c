/* Column: the values of a fact, whether it may have one or many. */
#ifndef SENC_SEMA_COLUMN_H
#define SENC_SEMA_COLUMN_H

#include "sema/records.h"

/* Values of the field's type, `size` bytes each. */
typedef struct Values {
    char *at;
    uint32_t count, size;
} Values;

/* The values of a fact in a row: those of a list; of any other fact one, which may be missing. */
Values column_values(const Records *records, FieldId field, uint32_t row);

/* The value at `index`. */
void *values_at(Values values, uint32_t index);

#endif
