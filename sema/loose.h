/* Loose: statements that stand by themselves, as records without facts. */
#ifndef SENC_SEMA_LOOSE_H
#define SENC_SEMA_LOOSE_H

#include "sema/records.h"

/* What the statements of a text are. */
typedef enum LooseAs {
    LOOSE_by_heading, /* what the heading above says; provision where there is none */
    LOOSE_outcome,
    LOOSE_provision
} LooseAs;

/* Adds the statements of `source`, the last of the records' sources, as provision and outcomes of an EHC plan
 * without a pupil. One without a code is called `Statement 3`, by its number among those that are judged. */
void loose_bind(const Source *source, LooseAs as, Records *records);

#endif
