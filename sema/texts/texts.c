/* Texts: goes through the texts of all records, kind by kind, and has each looked at. In: records; out:
 * figures of their texts. */
#include "sema/column.h"
#include "sema/schema.h"
#include "sema/texts/reader.h"

#include <stdlib.h>

const uint8_t text_kinds[] = {
    KIND_outcome,       KIND_step,       KIND_need,        KIND_provision, KIND_evidence,
    KIND_strategy,      KIND_adjustment, KIND_exam_access, KIND_assess,    KIND_review,
    KIND_annual_review, KIND_judgement,  KIND_next,        KIND_meeting,   KIND_action,
    KIND_result,        KIND_section,    KIND_transition,  KIND_visit,     KIND_involvement,
    KIND_advised,       KIND_plan,       KIND_topic,       KIND_objective, KIND_school_document,
    KIND_file};

/* Names of places, courses and of what stands elsewhere are no sentences of the plan. */
static bool is_read(FieldId id)
{
    switch ((int)id) {
    case FIELD_plan_authority:
    case FIELD_plan_named_setting:
    case FIELD_plan_setting_type:
    case FIELD_section_named_setting:
    case FIELD_section_setting_type:
    case FIELD_provision_trained_in:
    case FIELD_provision_where:
    case FIELD_provision_instead_of:
    case FIELD_result_form:
    case FIELD_outcome_carried_over:
    case FIELD_topic_link:
    case FIELD_topic_contact: return false;
    default: return schema_field(id)->type == TYPE_text || schema_field(id)->type == TYPE_long_text;
    }
}

void texts_visit(const Records *records, const TextPlace *place, TextVisit *each, void *context)
{
    const KindInfo *info = schema_kind(place->kind);
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        if (!is_read(id))
            continue;
        Values values = column_values(records, id, place->row);
        for (uint32_t i = 0; i < values.count; i++) {
            Str text = *(const Str *)values_at(values, i);
            if (text.length)
                each(context, place, text);
        }
    }
}

/* ---- sentences ---- */

/* Words of `sentence` that names of programmes and tests take beyond one. */
static uint32_t words_of_names(const Records *records, Str sentence)
{
    const Str *names[] = {records->intervention.name, records->assessment.name};
    uint32_t counts[] = {records->intervention.head.count, records->assessment.head.count}, beyond = 0;
    for (size_t list = 0; list < sizeof names / sizeof *names; list++)
        for (uint32_t row = 0; row < counts[list]; row++) {
            TextScan scan = {.text = names[list][row]};
            uint32_t words = 0;
            while (text_scan_next(&scan))
                words++;
            if (words > 1 && text_holds(sentence, scan.text))
                beyond += words - 1;
        }
    return beyond;
}

/* Only sentences that are long by themselves can be too long. */
enum { SENTENCE_MANY = 20 };

static void end_sentence(const Reader *reader, Str sentence, uint32_t words, TextFigures *figures)
{
    if (words > SENTENCE_MANY && words > figures->sentence_words) {
        uint32_t beyond = words_of_names(reader->records, sentence);
        words -= beyond < words ? beyond : 0;
    }
    if (words > figures->sentence_words)
        figures->sentence_words = words;
}

static void read_text(void *context, const TextPlace *place, Str text)
{
    Reader *reader = context;
    TextFigures *figures = &reader->texts->of_kind[place->kind][place->row];
    TextScan scan = {.text = text};
    uint32_t words = 0;
    size_t first = 0;
    while (text_scan_next(&scan)) {
        size_t at = (size_t)(scan.word.at - text.at);
        if (scan.begins) {
            end_sentence(reader, str_slice(text, first, at), words, figures);
            words = 0;
            first = at;
        }
        words++;
        acronyms_read(reader, place, scan.word);
    }
    end_sentence(reader, str_slice(text, first, text.length), words, figures);
    copies_read(reader, place, text);
    wordings_read(reader, place, text);
    if (place->plan != ROW_NONE)
        names_read(reader, place, text, figures);
}

/* ---- all records ---- */

static TextPlace place_of(const Reader *reader, Kind kind, uint32_t row)
{
    const Records *records = reader->records;
    uint32_t plan = kind == KIND_plan ? row : records_enclosing(records, KIND_plan, kind, row);
    uint32_t document =
        kind == KIND_school_document ? row : records_enclosing(records, KIND_school_document, kind, row);
    return (TextPlace){.kind = kind,
                       .row = row,
                       .plan = plan,
                       .pupil = plan == ROW_NONE ? ROW_NONE : reader->derived->plan[plan].pupil,
                       .document = document,
                       .offset = records_table(records, kind)->line[row].first};
}

static void read_kind(Reader *reader, Kind kind)
{
    uint32_t count = records_table(reader->records, kind)->count;
    reader->texts->of_kind[kind] = ARENA_ARRAY(&reader->texts->arena, TextFigures, count + 1);
    for (uint32_t row = 0; row < count; row++) {
        TextPlace place = place_of(reader, kind, row);
        if (place.plan != ROW_NONE || place.document != ROW_NONE)
            texts_visit(reader->records, &place, read_text, reader);
    }
}

void texts_read(Texts *texts, const Derived *derived)
{
    *texts = (Texts){0};
    Reader reader = {.texts = texts, .derived = derived, .records = derived->records};
    pupil_names_make(&reader.names, reader.records, &reader.scratch);
    reader.wrong_pronouns = ARENA_ARRAY(&reader.scratch, uint32_t, reader.records->plan.head.count + 1);
    for (size_t i = 0; text_kinds[i] != KIND_file; i++)
        read_kind(&reader, (Kind)text_kinds[i]);
    names_end(&reader);
    copies_end(&reader);
    wordings_end(&reader);
    acronyms_end(&reader);
    free(reader.words.at);
    free(reader.passages.at);
    free(reader.sentences.at);
    free(reader.wordings.at);
    free(reader.uses.at);
    arena_free(&reader.scratch);
}

void texts_free(Texts *texts)
{
    arena_free(&texts->arena);
    *texts = (Texts){0};
}
