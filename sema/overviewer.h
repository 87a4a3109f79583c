/* Overviewer: what the parts of the overview share. Nobody outside overview*.c includes this. */
#ifndef SENC_SEMA_OVERVIEWER_H
#define SENC_SEMA_OVERVIEWER_H

#include "sema/overview.h"

/* Somebody who has done a course. */
typedef struct CourseDone {
    Str course;
    uint32_t person;
} CourseDone;

/* Each part is NULL until it is asked for. */
struct Overview {
    Arena arena;
    int64_t *staff_time;          /* by row of person */
    Clash *clashes;               /* by row of session */
    ProgrammeFigures *programmes; /* by row of intervention */
    CourseDone *courses;          /* in the order of their names */
    size_t course_count;
};

int64_t *overview_make_staff_time(const Derived *derived, Arena *arena);
Clash *overview_make_clashes(const Derived *derived, Arena *arena);
ProgrammeFigures *overview_make_programmes(const Derived *derived, Arena *arena);

/* Provision that runs from today on, in a plan that is in force, of a pupil who has not left. */
bool overview_counts(const Derived *derived, uint32_t provision);

#endif
