/* Document figures. In: the records of school documents; out: their dates, what their heads leave out, whom
 * they name.
 */
#include "sema/document_figures.h"

#include "sema/calendar.h"
#include "sema/column.h"
#include "sema/text_words.h"
#include "sema/word_list.h"

/* ---- people ---- */

/* The surname: the last word of a name; empty where a post stands for it. */
static Str senco_surname(const Records *records)
{
    const Who *who = &records->school.senco[0];
    Str name = who->row != ROW_NONE && who->kind == KIND_person ? records->person.name[who->row]
               : who->post                                      ? STR("")
                                                                : who->text;
    Str last = STR("");
    for (Str word = text_word(name, 0); word.length; word = text_word(name, text_word_end(name, word)))
        last = word;
    return str_equal_folded(last, STR("SENCO")) || str_equal_folded(last, STR("SENDCO")) ? STR("") : last;
}

static bool fact_has_word(const Records *records, FieldId field, uint32_t row, Str word)
{
    Values values = column_values(records, field, row);
    for (uint32_t i = 0; i < values.count; i++)
        if (text_has_word(*(const Str *)values_at(values, i), word))
            return true;
    return false;
}

static bool report_has_word(const Records *records, uint32_t row, Str word)
{
    RowRange topics = records_inside(records, KIND_topic, KIND_school_document, row);
    bool has = fact_has_word(records, FIELD_school_document_text, row, word);
    for (uint32_t one = topics.first; !has && one < topics.end; one++)
        has = text_has_word(records->topic.text[one], word) ||
              fact_has_word(records, FIELD_topic_contact, one, word);
    return has;
}

/* "Mrs Folake Adeyemi": a title and the capital words behind it. */
static Str titled_name(Str text)
{
    static const Str titles[] = {STR_INIT("Mr"), STR_INIT("Mrs"), STR_INIT("Miss"),
                                 STR_INIT("Ms"), STR_INIT("Mx"),  STR_INIT("Dr")};
    for (Str word = text_word(text, 0); word.length; word = text_word(text, text_word_end(text, word)))
        for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
            size_t end = text_word_end(text, word);
            Str name = text_word(text, end);
            while (str_equal(word, titles[i]) && word_is_capital(name) &&
                   text_word_end(text, name) == end + 1 + name.length) {
                end = text_word_end(text, name);
                name = text_word(text, end);
            }
            if (end > text_word_end(text, word))
                return str_slice(text, (size_t)(word.at - text.at), end);
        }
    return STR("");
}

static void find_senco(const Records *records, uint32_t row, DocumentFigures *figures)
{
    RowRange topics = records_inside(records, KIND_topic, KIND_school_document, row);
    Str surname = records->school.head.count ? senco_surname(records) : STR("");
    figures->names_senco = !surname.length || report_has_word(records, row, surname);
    for (uint32_t one = topics.first; one < topics.end && !figures->senco_named.length; one++)
        if (records->topic.name[one] == CHOICE_topic_senco)
            figures->senco_named = titled_name(records->topic.text[one]);
    if (!figures->senco_named.length)
        figures->senco_named = figures->names_senco && surname.length ? surname : STR("nobody");
}

static bool begins_so(Str text, const Str *stems, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_word_like(text, stems[i]).length)
            return true;
    return false;
}

static void find_helpers(const Records *records, uint32_t row, DocumentFigures *figures)
{
    static const Str parents[] = {STR_INIT("parent"), STR_INIT("carer"),  STR_INIT("famil"),
                                  STR_INIT("forum"),  STR_INIT("mother"), STR_INIT("father")};
    static const Str pupils[] = {STR_INIT("pupil"),   STR_INIT("child"), STR_INIT("student"),
                                 STR_INIT("learner"), STR_INIT("young"), STR_INIT("council")};
    const List_who *with = &records->school_document.written_with;
    for (uint32_t i = with->first[row]; i < with->first[row + 1]; i++) {
        Str text = with->items[i].text;
        figures->with_parents |= begins_so(text, parents, sizeof parents / sizeof *parents);
        figures->with_pupils |= begins_so(text, pupils, sizeof pupils / sizeof *pupils);
    }
}

/* ---- heads ---- */

static Str head_lacks(const Records *records, uint32_t row, Arena *arena)
{
    const struct school_document_table *document = &records->school_document;
    WordList list = {0};
    bool approved = day_is_known(document->approved[row]);
    word_list_add(&list, !approved, STR("when and by whom it was approved"));
    word_list_add(&list, approved && !document->approved_by[row].text.length, STR("who approved it"));
    word_list_add(&list, !day_is_known(document->next_review[row]), STR("when it is looked at next"));
    return word_list_text(&list, ", nor ", arena);
}

static int32_t last_day(const Records *records, uint32_t row)
{
    int32_t first = records->school_document.year[row], last = records->school_document.year_to[row];
    int32_t year = last != COUNT_MISSING ? last : first;
    return year == COUNT_MISSING ? DAY_MISSING : school_year_end(year);
}

static int32_t later(int32_t one, int32_t other)
{
    return !day_is_known(one) || (day_is_known(other) && other > one) ? other : one;
}

static void find_dates(const Records *records, uint32_t row, DocumentFigures *figures, Arena *arena)
{
    const struct school_document_table *document = &records->school_document;
    RowRange published = records_inside(records, KIND_publication, KIND_school_document, row);
    int32_t approved = document->approved[row], set = document->set[row];
    figures->ends = last_day(records, row);
    figures->settled = later(approved, set);
    figures->renewed = later(figures->settled, document->updated[row]);
    for (uint32_t one = published.first; one < published.end; one++)
        figures->renewed = later(figures->renewed, records->publication.on[one]);
    bool runs = day_is_known(figures->ends);
    int32_t day = runs ? figures->ends : figures->settled;
    const char *verb = !runs                            ? (day == approved ? "was approved on" : "was set on")
                       : figures->ends < records->today ? "ran until"
                                                        : "runs until";
    if (day_is_known(day))
        figures->dating =
            arena_format(arena, "%s " STR_FMT, verb, STR_ARG(date_text(arena, day, DATE_FORM_long)));
}

static Str strands_missing(const Records *records, uint32_t row, Arena *arena)
{
    bool has[CHOICE_strand_COUNT] = {false};
    WordList missing = {0};
    RowRange objectives = records_inside(records, KIND_objective, KIND_school_document, row);
    for (uint32_t one = objectives.first; one < objectives.end; one++)
        has[records->objective.strand[one]] = true;
    word_list_add(&missing, !has[CHOICE_strand_curriculum], STR("taking part in the curriculum"));
    word_list_add(&missing, !has[CHOICE_strand_environment], STR("the physical environment"));
    word_list_add(&missing, !has[CHOICE_strand_information], STR("how information is given"));
    return word_list_text(&missing, " and ", arena);
}

DocumentFigures *document_figures(const Records *records, const SchoolFigures *school, Arena *arena)
{
    uint32_t count = records->school_document.head.count;
    DocumentFigures *figures = ARENA_ARRAY(arena, DocumentFigures, count + 1);
    bool areas[CHOICE_area_COUNT] = {false};
    if (count)
        register_areas(records, areas);
    for (uint32_t row = 0; row < count; row++) {
        DocumentFigures *one = &figures[row];
        *one = (DocumentFigures){.lacks = head_lacks(records, row, arena),
                                 .strands_missing = strands_missing(records, row, arena),
                                 .areas_missing = document_areas(records, row, areas, arena),
                                 .shared = COUNT_MISSING,
                                 .promised = COUNT_MISSING};
        find_dates(records, row, one, arena);
        document_topics(records, school, row, one, arena);
        find_senco(records, row, one);
        find_helpers(records, row, one);
    }
    document_sentences(records, figures, arena);
    return figures;
}
