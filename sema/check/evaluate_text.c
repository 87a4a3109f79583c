/* What checks may ask of a record's texts. In: sema/texts/texts.h; out: values. */
#include "sema/check/evaluate.h"

/* The derived facts of texts stand together, the same of every kind. */
enum {
    FIRST_OF_TEXTS = DERIVED_outcome_sentence_words,
    LAST_OF_TEXTS = DERIVED_school_document_acronym_meaning,
    FACTS_OF_TEXTS = DERIVED_step_sentence_words - DERIVED_outcome_sentence_words
};

bool derived_is_of_texts(DerivedId id)
{
    return (int)id >= FIRST_OF_TEXTS && (int)id <= LAST_OF_TEXTS;
}

static CheckValue of_count(uint32_t count)
{
    return value_of_count(count ? (int64_t)count : COUNT_MISSING, UNIT_number);
}

CheckValue value_of_texts(const Evaluation *evaluation, Kind kind, DerivedId id, uint32_t row)
{
    static const TextFigures none;
    bool is_read = evaluation->texts && evaluation->texts->of_kind[kind];
    const TextFigures *figures = is_read ? &evaluation->texts->of_kind[kind][row] : &none;
    switch (FIRST_OF_TEXTS + ((int)id - FIRST_OF_TEXTS) % FACTS_OF_TEXTS) {
    case DERIVED_outcome_sentence_words: return of_count(figures->sentence_words);
    case DERIVED_outcome_copied_words: return of_count(figures->copied_words);
    case DERIVED_outcome_copied_where: return value_of_text(figures->copied_where);
    case DERIVED_outcome_other_child: return value_of_text(figures->other_child);
    case DERIVED_outcome_wrong_child: return value_of_text(figures->wrong_child);
    case DERIVED_outcome_acronym: return value_of_text(figures->acronym);
    default: return value_of_text(figures->meaning);
    }
}
