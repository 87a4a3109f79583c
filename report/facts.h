/* Facts: the records as a reader may see them. Every report reads through these functions and never from the
 * columns themselves, so that what an audience may not see is missing for it, wherever it would stand. */
#ifndef SENC_REPORT_FACTS_H
#define SENC_REPORT_FACTS_H

#include "sema/schema.h"

typedef struct Facts {
    const Records *records;
    Audience audience;
} Facts;

/* May the audience see the fact? */
bool fact_seen(const Facts *facts, FieldId field);

/* How many values the fact has in that row, of those the audience may see. */
uint32_t fact_count(const Facts *facts, FieldId field, uint32_t row);

/* The value of a fact of that type, or missing (empty, DAY_MISSING, AMOUNT_NONE, 0, NULL): not given, not for
 * this audience, or no row (ROW_NONE). */
Str fact_text(const Facts *facts, FieldId field, uint32_t row); /* code, name, text and long_text */
int32_t fact_day(const Facts *facts, FieldId field,
                 uint32_t row); /* date, start_date, year_group, clock (minutes after midnight) */
Amount fact_amount(const Facts *facts, FieldId field, uint32_t row);
unsigned fact_choice(const Facts *facts, FieldId field, uint32_t row);
Dosage fact_dosage(const Facts *facts, FieldId field, uint32_t row);
bool fact_flag(const Facts *facts, FieldId field, uint32_t row);
const Who *fact_who(const Facts *facts, FieldId field, uint32_t row);
const Reference *fact_reference(const Facts *facts, FieldId field, uint32_t row);

/* Value `index` of a list fact, below fact_count. */
Str fact_text_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index);
int32_t fact_day_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index);
unsigned fact_choice_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index);
const Who *fact_who_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index);
const Reference *fact_reference_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index);

/* What a report prints for the choice of a fact; empty for none. */
Str fact_print(const Facts *facts, FieldId field, uint32_t row);

/* The post by which somebody may be named beside a pupil: `post` itself, or a plainer one where that would
 * tell what the audience may not know, as only looked-after children have a designated teacher. */
unsigned fact_post(const Facts *facts, unsigned post);

#endif
