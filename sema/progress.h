/* Progress: what an outcome asks for and how far it should have come by now, beside what is derived of every
 * outcome. Reckoned when it is asked for; everything is missing where something it needs is. */
#ifndef SENC_SEMA_PROGRESS_H
#define SENC_SEMA_PROGRESS_H

#include "sema/derive.h"

/* What an outcome is measured on: the first assessment it names, or the subscale of it that its measure
 * names. A part that neither says is missing. */
typedef struct OutcomeScale {
    uint32_t assessment; /* row; ROW_NONE */
    Amount lowest, highest;
    uint8_t higher_is_better; /* FLAG_… */
} OutcomeScale;

OutcomeScale outcome_scale(const Records *records, const Relations *relations, uint32_t outcome);

/* What kind of score it is measured in, a choice of `scale`: as its measure names it, else as its assessment
 * says; 0 for neither. */
uint8_t outcome_score(const Derived *derived, uint32_t outcome);

/* The day its first value is of: as it says, else the date of its plan. */
int32_t outcome_begins(const Derived *derived, uint32_t outcome);

/* Months from then to the deadline, exact to the day. */
Ratio outcome_months(const Derived *derived, uint32_t outcome);

/* The change that is planned, as a plain number; missing where it is measured in ages, times, money or
 * shares. Below 0 where the number is to fall. */
Amount outcome_points(const Derived *derived, uint32_t outcome);

/* The change that is planned in an age, in months. */
Amount outcome_age_gain(const Derived *derived, uint32_t outcome);

/* What the latest result has gained, as a share of what a straight line from the first value to the target
 * would have gained by its day: 1 is on the line. */
Ratio outcome_pace(const Derived *derived, uint32_t outcome);

/* How far the latest result is behind that line, in the unit of the target; below 0 where it is ahead. */
Ratio outcome_behind(const Derived *derived, uint32_t outcome);

/* Where the line through the first value and the latest result is on the deadline, as a whole number on the
 * scale. */
Amount outcome_projected(const Derived *derived, uint32_t outcome);

/* What sort of value the target is, and the first value beside it (of the assessment's scale, the baseline,
 * the results) that is of another: dimensions, DIMENSION_none for none. */
Dimension outcome_dimension(const Derived *derived, uint32_t outcome);
Dimension outcome_other_dimension(const Derived *derived, uint32_t outcome);

/* How old the pupil is on a day, and the ages the assessment is for; in months. */
Amount outcome_age_on(const Derived *derived, uint32_t outcome, int32_t day);

/* Whether provision that has not ended works towards it; and the last day of what has, or does. */
bool outcome_is_served(const Derived *derived, uint32_t outcome);
int32_t outcome_last_served(const Derived *derived, uint32_t outcome);

/* The day of the last use of the same form of the same assessment before a result, for its outcome; and the
 * day from which the assessment may be used again. */
int32_t result_previous_use(const Derived *derived, uint32_t result);
int32_t result_earliest(const Derived *derived, uint32_t result);

#endif
