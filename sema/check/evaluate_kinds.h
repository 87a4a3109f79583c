/* What follows of each kind and few checks ask for: told when one asks, kept only where it must be reckoned
 * for the whole project at once (sema/overview.h). Private to sema/check. */
#ifndef SENC_SEMA_CHECK_EVALUATE_KINDS_H
#define SENC_SEMA_CHECK_EVALUATE_KINDS_H

#include "sema/check/evaluate.h"

/* The derived value `id` of a record of its kind; missing where it cannot be told. Linear in what stands in
 * the record (of a pupil, in its plans). */
typedef CheckValue ValueWhenAsked(const Derived *derived, DerivedId id, uint32_t row);

/* Who tells it; NULL where it stands in the figures. */
ValueWhenAsked *value_when_asked(DerivedId id);

ValueWhenAsked value_of_pupil, value_of_plan, value_of_school, value_of_meeting, value_of_annual_review,
    value_of_medical_plan, value_of_provision, value_of_session, value_of_person, value_of_intervention;

/* evaluate_pupil.c: the day before which the next setting must be named in an EHC plan; DAY_MISSING for one
 * who stays. */
int32_t pupil_transfer_deadline(const Derived *derived, uint32_t pupil);

/* evaluate_equal.c: is it a parent, or one who stands in a parent's place; is it the pupil? */
bool post_stands_for_parent(uint8_t post);
bool post_is_the_pupil(uint8_t post);

/* evaluate.c: does the text hold these words, whole and whatever their case? */
bool text_says(Str text, Str words);

#endif
