/* Deriver: what the parts of deriving share. Nobody outside derive*.c includes this. */
#ifndef SENC_SEMA_DERIVER_H
#define SENC_SEMA_DERIVER_H

#include "sema/derive.h"

/* Who holds a post at the school. */
typedef struct Holder {
    uint32_t row; /* person: the first of them */
    uint32_t count;
    Amount rate; /* of all of them; AMOUNT_NONE where they differ or one has none */
} Holder;

typedef struct Deriver {
    Derived *derived;
    const Records *records;
    Holder holders[CHOICE_post_COUNT];
} Deriver;

/* ---- derive_staff.c ---- */

/* Finds who holds which post. */
void derive_holders(Deriver *deriver);

/* Who is meant by `who` in the plan of `pupil` (a row, or ROW_NONE): a row of person; ROW_NONE when no one
 * person is. */
uint32_t derive_person(const Deriver *deriver, const Who *who, uint32_t pupil);

/* What that person costs, or all who hold the post alike. */
Amount derive_rate(const Deriver *deriver, const Who *who, uint32_t pupil);

/* ---- one a kind ---- */

void derive_pupil(Deriver *deriver, uint32_t row);
void derive_outcome(Deriver *deriver, uint32_t row);

/* Needs `effective` and the plan's `cycle` and `pupil`. */
void derive_provision(Deriver *deriver, uint32_t row);

/* Whose plan it is, its current cycle and whether it is a draft; then its date, which needs provision to be
 * known effectively; then its sums, which need the provision's figures. */
void derive_plan_cycle(Deriver *deriver, uint32_t row);
void derive_plan_date(Deriver *deriver, uint32_t row);
void derive_plan_sums(Deriver *deriver, uint32_t row);

/* ---- what was written down, and when ---- */

/* derive_told.c: who was told of a plan when, and what it names. Needs the plan's `date`. */
void derive_plan_told(Deriver *deriver, uint32_t row);
void derive_citations(Deriver *deriver);

/* derive_review.c: the reviews of a plan, held and waiting; then what those that were held leave out. */
void derive_plan_reviews(Deriver *deriver, uint32_t row);
void derive_reviews_left_out(Deriver *deriver, uint32_t plan);

/* derive_progress.c: what reviews said of outcomes and needs. */
void derive_outcome_judged(Deriver *deriver, uint32_t row);
void derive_need(Deriver *deriver, uint32_t row);

/* derive_cycle.c: the cycles and assessments of a plan; needs its provision and pupil. */
void derive_cycles(Deriver *deriver, uint32_t plan);

/* derive_order.c: dates that are out of order. */
void derive_disorders(Deriver *deriver);

/* The days and weeks provision `row` is reckoned with. */
DosageTime derive_time(const Deriver *deriver, uint32_t row);

#endif
