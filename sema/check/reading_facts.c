/* What the guards of word lists want to know of a record, and the names in which no list looks. In: records
 * and what follows from them. */
#include "sema/check/readings.h"

/* ---- facts ---- */

static bool has_person(const Effective *effective)
{
    for (uint32_t i = 0; i < effective->by_count; i++)
        if (effective->by[i].post != CHOICE_post_school_staff)
            return true;
    return false;
}

static GuardFacts of_provision(const Derived *derived, uint32_t row)
{
    const Effective *effective = &derived->effective[row];
    return (GuardFacts){.has_whole_time = !amount_is_missing(effective->time.duration) &&
                                          !frequency_is_missing(effective->time.frequency),
                        .has_group = effective->group.form != GROUP_missing,
                        .has_person = has_person(effective),
                        .has_deadline = day_is_known(effective->ends),
                        .is_universal = effective->tier == CHOICE_tier_universal};
}

static GuardFacts of_outcome(const Records *records, uint32_t row)
{
    const struct outcome_table *outcomes = &records->outcome;
    bool has_measure = outcomes->measure[row].length && !amount_is_missing(outcomes->measure_from[row]) &&
                       !amount_is_missing(outcomes->measure_to[row]);
    return (GuardFacts){.has_measure = has_measure, .has_deadline = day_is_known(outcomes->by[row])};
}

/* A need is measured where something shows it. */
static GuardFacts of_need(const Records *records, uint32_t row)
{
    RowRange evidence = records_inside(records, KIND_evidence, KIND_need, row);
    return (GuardFacts){.has_measure = evidence.first < evidence.end};
}

GuardFacts reading_facts(const Derived *derived, Kind kind, uint32_t row)
{
    switch ((int)kind) {
    case KIND_provision: return of_provision(derived, row);
    case KIND_outcome: return of_outcome(derived->records, row);
    case KIND_need: return of_need(derived->records, row);
    case KIND_evidence:
    case KIND_advice:
    case KIND_assess:
    case KIND_result:
    case KIND_review:
    case KIND_annual_review:
    case KIND_judgement: return (GuardFacts){.is_past = true};
    case KIND_strategy:
    case KIND_intervention:
    case KIND_school_document:
    case KIND_topic:
    case KIND_objective:
    case KIND_priority:
    case KIND_training: return (GuardFacts){.is_universal = true};
    default: return (GuardFacts){0};
    }
}

bool reading_is_own(const Records *records, Kind kind, uint32_t row)
{
    return kind == KIND_view || (kind == KIND_aspiration && records->aspiration.from[row].text.length);
}

/* ---- names ---- */

static const Str built_in[] = {
#define NAME(name) STR_INIT(name),
#include "sema/words/name.def"
};

static void add_column(const Records *records, FieldId field, NameSet *names)
{
    const TableHead *table = records_table(records, (Kind)schema_field(field)->kind);
    for (uint32_t row = 0; row < table->count; row++)
        name_set_add(names, *(const Str *)records_value(records, field, row));
}

void reading_names(const Records *records, NameSet *names)
{
    static const FieldId named[] = {
        FIELD_intervention_name, FIELD_assessment_name, FIELD_subscale_name,        FIELD_resource_name,
        FIELD_school_name,       FIELD_person_name,     FIELD_parent_name,          FIELD_pupil_name,
        FIELD_shared_group_name, FIELD_advice_text,     FIELD_school_document_title};
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
        name_set_add(names, built_in[i]);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        add_column(records, named[i], names);
}
