/* What is derived of the school, its people and its documents, as the check language sees it. In: figures;
 * out: values. */
#include "sema/check/evaluate.h"

static CheckValue of_area(uint8_t area)
{
    return value_of_number(CHECK_choice, area, area != 0);
}

static CheckValue of_school(const SchoolFigures *school, DerivedId id)
{
    switch ((int)id) {
    case DERIVED_school_mainstream:
        return value_of_number(CHECK_yes_no, school->is_mainstream, school->type != 0);
    case DERIVED_school_owes_report:
        return value_of_number(CHECK_yes_no, school->owes_report, school->type != 0);
    case DERIVED_school_has_governor: return value_of_flag(school->has_governor);
    case DERIVED_school_met_governor: return value_of_day(school->met_governor);
    default: return of_area(school->untrained);
    }
}

static CheckValue of_share(int32_t percent)
{
    return value_of_count(percent, UNIT_percent);
}

static CheckValue of_document(const DocumentFigures *document, DerivedId id)
{
    switch ((int)id) {
    case DERIVED_school_document_ends: return value_of_day(document->ends);
    case DERIVED_school_document_lacks: return value_of_text(document->lacks);
    case DERIVED_school_document_topics_missing: return value_of_text(document->topics_missing);
    case DERIVED_school_document_topics_wanted: return value_of_text(document->topics_wanted);
    case DERIVED_school_document_settled: return value_of_day(document->settled);
    case DERIVED_school_document_renewed: return value_of_day(document->renewed);
    case DERIVED_school_document_dating: return value_of_text(document->dating);
    case DERIVED_school_document_access_missing: return value_of_text(document->access_missing);
    case DERIVED_school_document_areas_missing: return value_of_text(document->areas_missing);
    case DERIVED_school_document_strands_missing: return value_of_text(document->strands_missing);
    case DERIVED_school_document_senco_named: return value_of_text(document->senco_named);
    case DERIVED_school_document_names_senco: return value_of_flag(document->names_senco);
    case DERIVED_school_document_with_parents: return value_of_flag(document->with_parents);
    case DERIVED_school_document_with_pupils: return value_of_flag(document->with_pupils);
    case DERIVED_school_document_shared: return of_share(document->shared);
    default: return of_share(document->promised);
    }
}

/* A row of a kind that public documents hold; there is nothing where the project has none. */
static PublicText public_text_of(const PublicText *texts, uint32_t row)
{
    return texts ? texts[row] : (PublicText){.count = COUNT_MISSING};
}

CheckValue value_of_school_derived(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    const PublicTexts *texts = &derived->public_texts;
    switch ((int)id) {
#define PUBLIC(kind, list)                                                                                   \
    case DERIVED_##kind##_pupil_named: return value_of_text(public_text_of(texts->list, row).pupil);         \
    case DERIVED_##kind##_counted: return value_of_text(public_text_of(texts->list, row).counted);           \
    case DERIVED_##kind##_number_counted: return value_of_text(public_text_of(texts->list, row).number);     \
    case DERIVED_##kind##_smallest_count:                                                                    \
        return value_of_count(public_text_of(texts->list, row).count, UNIT_number);
        PUBLIC(school_document, document)
        PUBLIC(topic, topic)
        PUBLIC(objective, objective)
        PUBLIC(action, action)
    case DERIVED_person_is_senco: return value_of_flag(person_is_senco(derived->records, row));
    case DERIVED_topic_reachable: return value_of_flag(topic_is_reachable(derived->records, row));
    case DERIVED_objective_lacks: return value_of_text(derived->objective_lacks[row]);
    case DERIVED_action_lacks: return value_of_text(derived->action_lacks[row]);
    case DERIVED_school_mainstream:
    case DERIVED_school_owes_report:
    case DERIVED_school_has_governor:
    case DERIVED_school_met_governor:
    case DERIVED_school_untrained:
        return of_school(row ? &(SchoolFigures){.met_governor = DAY_MISSING} : &derived->school, id);
    default: return of_document(&derived->document[row], id);
    }
}
