/* Derive: everything that follows from the records, kind by kind, in the order in which one needs the other.
 */
#include "sema/bind.h"
#include "sema/deriver.h"
#include "sema/overview.h"

#include <stdlib.h>

enum { THRESHOLD_POUNDS = 6000 }; /* the national figure, unless the school gives its own */

void derive_pupil(Deriver *deriver, uint32_t row)
{
    const Records *records = deriver->records;
    int32_t born = records->pupil.born[row], recorded = records->pupil.year[row];
    PupilFigures *figures = &deriver->derived->pupil[row];
    figures->age_months = age_months(born, records->today);
    figures->year_computed = year_group(born, records->today);
    figures->year = recorded == DAY_MISSING ? figures->year_computed : recorded;
    figures->key_stage = (uint8_t)key_stage(figures->year);
}

static void derive_school(Deriver *deriver)
{
    Derived *derived = deriver->derived;
    const struct school_table *school = &deriver->records->school;
    derived->weeks_a_year = WEEKS_A_YEAR;
    derived->threshold = amount_whole(THRESHOLD_POUNDS, UNIT_pound);
    for (uint32_t row = 0; row < school->head.count; row++) {
        int64_t weeks = ratio_round(amount_in(school->weeks_a_year[row], UNIT_number));
        if (weeks > 0)
            derived->weeks_a_year = weeks;
        if (!amount_is_missing(school->threshold[row]))
            derived->threshold = school->threshold[row];
    }
}

static void make_room(Derived *derived, const Records *records)
{
    Arena *arena = &derived->arena;
    derived->effective = ARENA_ARRAY(arena, Effective, records->provision.head.count + 1);
    derived->provision = ARENA_ARRAY(arena, ProvisionFigures, records->provision.head.count + 1);
    derived->outcome = ARENA_ARRAY(arena, OutcomeFigures, records->outcome.head.count + 1);
    derived->pupil = ARENA_ARRAY(arena, PupilFigures, records->pupil.head.count + 1);
    derived->plan = ARENA_ARRAY(arena, PlanFigures, records->plan.head.count + 1);
    derived->need = ARENA_ARRAY(arena, NeedFigures, records->need.head.count + 1);
    derived->review = ARENA_ARRAY(arena, ReviewFigures, records->review.head.count + 1);
    derived->annual_review = ARENA_ARRAY(arena, ReviewFigures, records->annual_review.head.count + 1);
    derived->cycle = ARENA_ARRAY(arena, CycleFigures, records->cycle.head.count + 1);
    derived->assess_leaves_out = ARENA_ARRAY(arena, Str, records->assess.head.count + 1);
    derived->advice_cited = ARENA_ARRAY(arena, bool, records->advice.head.count + 1);
}

static void derive_all(Deriver *deriver)
{
    const Records *records = deriver->records;
    for (uint32_t row = 0; row < records->pupil.head.count; row++)
        derive_pupil(deriver, row);
    for (uint32_t row = 0; row < records->provision.head.count; row++)
        deriver->derived->effective[row] = provision_effective(records, row);
    for (uint32_t row = 0; row < records->plan.head.count; row++) {
        derive_plan_cycle(deriver, row);
        derive_plan_date(deriver, row);
    }
    for (uint32_t row = 0; row < records->provision.head.count; row++)
        derive_provision(deriver, row);
    for (uint32_t row = 0; row < records->plan.head.count; row++) {
        derive_plan_sums(deriver, row);
        derive_plan_told(deriver, row);
        derive_plan_reviews(deriver, row);
    }
    for (uint32_t row = 0; row < records->outcome.head.count; row++) {
        derive_outcome(deriver, row);
        derive_outcome_judged(deriver, row);
    }
}

/* What rests on outcomes and provision. */
static void derive_rounds(Deriver *deriver)
{
    const Records *records = deriver->records;
    for (uint32_t row = 0; row < records->need.head.count; row++)
        derive_need(deriver, row);
    for (uint32_t row = 0; row < records->plan.head.count; row++) {
        derive_cycles(deriver, row);
        derive_reviews_left_out(deriver, row);
    }
    derive_citations(deriver);
    derive_disorders(deriver);
}

void records_derive(Derived *derived, const Records *records)
{
    *derived = (Derived){.records = records};
    Deriver deriver = {.derived = derived, .records = records};
    records_calendar(records, &derived->calendar);
    relations_make(&derived->relations, records);
    make_room(derived, records);
    derived->overview = overview_new(&derived->arena);
    derive_school(&deriver);
    derive_holders(&deriver);
    derive_all(&deriver);
    derive_rounds(&deriver);
    derived->school = school_figures(records);
    derived->document = document_figures(records, &derived->school, &derived->arena);
    derived->objective_lacks = objectives_lack(records, &derived->arena);
    derived->action_lacks = actions_lack(records, &derived->arena);
    derived->public_texts = public_texts(records, &derived->arena);
}

void records_derived_free(Derived *derived)
{
    overview_free(derived->overview);
    calendar_free(&derived->calendar);
    relations_free(&derived->relations);
    free(derived->disorders.at);
    arena_free(&derived->arena);
    *derived = (Derived){0};
}
