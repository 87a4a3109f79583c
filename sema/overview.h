/* Overview: what can only be told of the whole project together: how much is asked of each person, who is in
 * two places at once, how programmes do, who is trained in what. Each part is reckoned when first asked for,
 * in time linear in the records but for sorting, and kept with the figures; a run that asks for none pays
 * nothing. */
#ifndef SENC_SEMA_OVERVIEW_H
#define SENC_SEMA_OVERVIEW_H

#include "sema/derive.h"

/* Somebody is wanted in two sessions at once. */
typedef struct Clash {
    Str who;       /* the person's or pupil's name; empty: nobody is */
    uint8_t day;   /* a choice of `day` */
    Str own, with; /* "F1 of Sam L at 9:15": the provision of this session, and the other */
} Clash;

/* How provision that followed a programme went, each that has ended counting once. */
typedef struct ProgrammeFigures {
    uint32_t finished;       /* has ended */
    uint32_t without_result; /* of these: no value before and after */
    uint32_t completed;      /* of these: both */
    uint32_t met, improved;  /* of these: the target was met; things got better */
    int64_t ratio_gain; /* thousandths: months of gain in a month, the median; AMOUNT_MISSING where none is an
                           age */
} ProgrammeFigures;

typedef struct Overview Overview;

/* Thousandths of a minute: the most that provision asks of a person (row) in one week from today on. Groups
 * count once; those who share a session without a group's record share its time. */
int64_t overview_staff_time(const Derived *derived, uint32_t person);

const Clash *overview_clash(const Derived *derived, uint32_t session);
const ProgrammeFigures *overview_programme(const Derived *derived, uint32_t intervention);

/* The name of the one person who has done a course that the provision asks for or that is called as its
 * programme is; empty when nobody has, or more than one. */
Str overview_only_trained(const Derived *derived, uint32_t provision);

/* ---- for derive.c ---- */

Overview *overview_new(Arena *arena);
void overview_free(Overview *overview);

#endif
