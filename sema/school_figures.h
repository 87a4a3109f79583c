/* School figures: what follows from a school's own records and its register: which duties its type brings,
 * who its SENCO is, when its governor last met her, which needs its training has left out. */
#ifndef SENC_SEMA_SCHOOL_FIGURES_H
#define SENC_SEMA_SCHOOL_FIGURES_H

#include "sema/records.h"

typedef struct SchoolFigures {
    uint8_t type;         /* a choice of `school_type`; 0: not known */
    bool is_mainstream;   /* or a maintained nursery (Children and Families Act 2014, s67) */
    bool owes_report;     /* must publish an SEN information report (s69) */
    bool has_governor;    /* a governor for SEND is named, by the school or by a person's role */
    int32_t met_governor; /* the last meeting with that governor, up to today; DAY_MISSING for none */
    uint8_t untrained;    /* the first of the register's two commonest areas of need that no training of the
                             last 12 months was about; 0: none, or no training is on record */
} SchoolFigures;

/* Of the project's first school; in linear time. */
SchoolFigures school_figures(const Records *records);

/* Does this person hold the office of SENCO: named by the school, else by a role? */
bool person_is_senco(const Records *records, uint32_t person);

/* The broad area that a type of need lies in: a choice of `area`, 0 for a type that tells nothing. */
uint8_t need_type_area(uint8_t need_type);

/* Is the pupil on the SEN register: with SEN support or an EHC plan, and not gone? */
bool pupil_is_on_register(const Records *records, uint32_t pupil);

#endif
