/* Delivery: what provision is beside its programme, who is meant to give it, and whether they are trained for
 * it. Reckoned when it is asked for; everything is missing where something it needs is. */
#ifndef SENC_SEMA_DELIVERY_H
#define SENC_SEMA_DELIVERY_H

#include "sema/derive.h"

/* What the programme is made for, of a provision that follows one. */
typedef struct Programme {
    uint32_t row;          /* of intervention; ROW_NONE: it follows none, and the rest is missing */
    const Dosage *time;    /* its usual time */
    const Dosage *minimum; /* the least that works */
    int32_t group_most;    /* the largest group; COUNT_MISSING */
} Programme;

Programme provision_programme(const Derived *derived, uint32_t provision);

/* How many pupils at most a group holds; COUNT_MISSING for a class, or when it is not told. */
int32_t group_most(GroupSize group);

/* For how many weeks a dosage by itself is meant, whenever it begins. */
Ratio dosage_own_weeks(const Derived *derived, const Dosage *dosage);

/* Does the provision say its own time, and does not just take the programme's? */
bool provision_has_own_time(const Derived *derived, uint32_t provision);

/* Which parts of its time are missing, in words: "how long each session is, and how often"; empty for none. A
 * part that may be left out in an EHC plan (for how long) is not counted there. */
Str provision_time_lacks(const Derived *derived, uint32_t provision);

/* Whether the person who gives it (ProvisionFigures.person), or one of those it names, has a course on
 * record, done by the day it starts, of the name of its programme or of what it says they are trained in. */
typedef enum Trained {
    TRAINED_unknown, /* no one person, no courses on record at the school, or nothing to be trained in */
    TRAINED_no,
    TRAINED_yes
} Trained;
Trained provision_trained(const Derived *derived, uint32_t provision);

/* The name of what they are to be trained in: as the provision says, else its programme's name. */
Str provision_course(const Derived *derived, uint32_t provision);

/* School days from the date of the plan to the first session; COUNT_MISSING where terms are not known. */
int32_t provision_days_to_start(const Derived *derived, uint32_t provision);

/* Does it stand in the plan's current cycle, or in none? */
bool provision_in_cycle(const Derived *derived, uint32_t provision);

/* The share of sessions given, of one count. */
Ratio attended_share(const Records *records, uint32_t attended);

#endif
