/* Effective: what provision is when all is told: what it says itself, and for the rest what its shared group
 * and its programme say. */
#ifndef SENC_SEMA_EFFECTIVE_H
#define SENC_SEMA_EFFECTIVE_H

#include "sema/records.h"

/* Who says a fact: `field` of `row` (schema_field(field)->kind is provision, shared_group or intervention),
 * to be found with records_place. FIELD_COUNT: nobody does. */
typedef struct Saying {
    uint32_t field; /* FieldId */
    uint32_t row;
} Saying;

/* Is there anything, and does it come from elsewhere than the provision itself? */
bool saying_is_known(Saying saying);
bool saying_is_taken(Saying saying);

/* A fact is taken whole: provision that says its own `time` takes no part of the programme's. Where a
 * provision names both a group and a programme, the group's word counts first; a programme the provision
 * names itself counts before that of its group. */
typedef struct Effective {
    uint32_t group_row, intervention_row; /* shared_group, intervention; ROW_NONE for none */

    Dosage time;
    GroupSize group;
    const Who *by;
    const Str *trained_in;
    uint32_t by_count, trained_in_count;
    Amount cost; /* besides staff time; the intervention's is for all in a session, the provision's for this
                    pupil */
    const Reference *assessed_with; /* the programme's */
    uint32_t assessed_with_count;
    Dosage minimum; /* the least the programme asks for */
    uint8_t tier;   /* the programme's; a choice */
    Str where;
    int32_t starts, ends;
    RowRange sessions; /* rows of session */

    Saying time_said, group_said, by_said, trained_in_said, cost_said, assessed_with_said, where_said,
        starts_said, ends_said;
    uint8_t sessions_kind; /* the Kind they stand in: provision, shared_group; KIND_file for no sessions */
} Effective;

/* What provision `row` is. Its lists are slices of `records`, which must be linked; takes constant time. */
Effective provision_effective(const Records *records, uint32_t row);

#endif
