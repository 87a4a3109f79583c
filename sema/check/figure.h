/* Figure: where a derived value lies ready, of each record. */
#ifndef SENC_SEMA_CHECK_FIGURE_H
#define SENC_SEMA_CHECK_FIGURE_H

#include "sema/check/program.h"

typedef enum FigureForm {
    FIGURE_none, /* it has to be reckoned */
    FIGURE_flag,
    FIGURE_day,
    FIGURE_choice,
    FIGURE_amount
} FigureForm;

typedef struct Figure {
    uint8_t form;    /* FigureForm */
    uint16_t array;  /* offset in Derived of the pointer to the rows' figures */
    uint16_t size;   /* of one row's */
    uint16_t member; /* offset of the value among them */
} Figure;

/* Never NULL. */
const Figure *derived_figure(DerivedId id);

#endif
