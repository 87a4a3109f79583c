/* Public text. In: the texts of published documents and the project's pupils; out: what in them points at a
 * pupil. Knows nothing of whether that is allowed. */
#include "sema/public_text.h"

#include "sema/calendar.h"
#include "sema/column.h"
#include "sema/pupil_names.h"
#include "sema/text_words.h"
#include "sema/words/amounts.h"

#include <stdlib.h>
#include <string.h>

enum { LETTERS = 26, VARIANT_action_plan = 4 };

typedef struct Reader {
    const Records *records;
    Lexicon lexicon;
    Prose prose;
    ProseAmounts amounts;
    PupilNames names;
    int32_t *born; /* dates of birth, in order */
    uint32_t born_count;
    uint32_t years[LETTERS]
                  [LETTERS]; /* by initials: the year groups of those pupils, a bit each from Nursery 1 on */
} Reader;

/* ---- what is known of pupils ---- */

static int compare_days(const void *a, const void *b)
{
    int32_t one = *(const int32_t *)a, other = *(const int32_t *)b;
    return (one > other) - (one < other);
}

static uint32_t year_bit(int32_t year)
{
    return year >= -2 && year <= 20 ? UINT32_C(1) << (year + 2) : 0;
}

static bool is_big(char c)
{
    return c >= 'A' && c <= 'Z';
}

static void add_initials(Reader *reader, Str name, int32_t year)
{
    Str first = text_word(name, 0);
    Str last = text_word(name, first.length ? text_word_end(name, first) : 0);
    if (first.length && last.length && is_big(first.at[0]) && is_big(last.at[0]))
        reader->years[first.at[0] - 'A'][last.at[0] - 'A'] |= year_bit(year);
}

static void learn_pupils(Reader *reader, Arena *arena)
{
    const struct pupil_table *pupil = &reader->records->pupil;
    pupil_names_make(&reader->names, reader->records, arena);
    reader->born = ARENA_ARRAY(arena, int32_t, pupil->head.count + 1);
    for (uint32_t row = 0; row < pupil->head.count; row++) {
        int32_t year = pupil->year[row];
        add_initials(reader, pupil->name[row],
                     year == COUNT_MISSING ? year_group(pupil->born[row], reader->records->today) : year);
        if (day_is_known(pupil->born[row]))
            reader->born[reader->born_count++] = pupil->born[row];
    }
    qsort(reader->born, reader->born_count, sizeof *reader->born, compare_days);
}

/* ---- who a pupil is ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "Year 4" or "Y4" within the two words behind byte `at`: the group, and where it ends; else COUNT_MISSING.
 */
static int32_t year_after(Str text, size_t at, size_t *end)
{
    for (int i = 0; i < 2; i++) {
        Str word = text_word(text, at);
        at = word.length ? text_word_end(text, word) : text.length;
        if (!str_equal_folded(word, STR("Year")) && !str_equal(word, STR("Y")))
            continue;
        int32_t year = 0;
        size_t digit = at + (at < text.length && text.at[at] == ' ');
        for (*end = digit; *end < text.length && *end < digit + 2 && is_digit(text.at[*end]); ++*end)
            year = year * 10 + (text.at[*end] - '0');
        return *end > digit ? year : COUNT_MISSING;
    }
    return COUNT_MISSING;
}

/* "BK" or "B.K." at the word: where they end, or 0. Abbreviations that schools use are none. */
static size_t initials_end(Str text, Str word)
{
    static const char known[] = "TA PE RE IT DT EP OT PP HI VI PD DS SP CI CL LA GP UK EU AM PM TV ";
    size_t first = (size_t)(word.at - text.at), end = first + 2;
    if (word.length == 2 && is_big(word.at[0]) && is_big(word.at[1])) {
        for (const char *at = known; *at; at += 3)
            if (at[0] == word.at[0] && at[1] == word.at[1])
                return 0;
        return end;
    }
    bool dotted = word.length == 1 && is_big(word.at[0]) && first + 2 < text.length &&
                  text.at[first + 1] == '.' && is_big(text.at[first + 2]);
    return dotted ? first + 3 : 0;
}

static Str find_initials(const Reader *reader, Str text)
{
    for (Str word = text_word(text, 0); word.length; word = text_word(text, text_word_end(text, word))) {
        size_t end = initials_end(text, word), year_end;
        int32_t year = end ? year_after(text, end, &year_end) : COUNT_MISSING;
        if (year == COUNT_MISSING)
            continue;
        size_t first = (size_t)(word.at - text.at);
        if (reader->years[text.at[first] - 'A'][text.at[end - 1] - 'A'] & year_bit(year))
            return str_slice(text, first, year_end);
    }
    return STR("");
}

static bool is_letter_or_digit(char c)
{
    return is_digit(c) || is_big(c) || (c >= 'a' && c <= 'z');
}

/* A unique pupil number: a letter, eleven figures, a figure or letter. */
static Str find_number(Str text)
{
    enum { LENGTH = 13 };
    for (size_t first = 0, end; first < text.length; first = end + 1) {
        for (end = first; end < text.length && is_letter_or_digit(text.at[end]);)
            end++;
        bool fits = end - first == LENGTH && is_big(text.at[first]);
        for (size_t i = first + 1; fits && i + 1 < end; i++)
            fits = is_digit(text.at[i]);
        if (fits)
            return str_slice(text, first, end);
    }
    return STR("");
}

static Str find_birthday(const Reader *reader, Str text)
{
    for (size_t i = 0; i < reader->amounts.list.count; i++) {
        const ProseAmount *amount = &reader->amounts.list.at[i];
        if (amount->kind == PROSE_DATE && day_is_known(amount->day) &&
            bsearch(&amount->day, reader->born, reader->born_count, sizeof amount->day, compare_days))
            return str_slice(text, amount->at.first, amount->at.end);
    }
    return STR("");
}

static Str find_pupil(const Reader *reader, Str text)
{
    Str found = pupil_names_find(&reader->names, text, 0, ROW_NONE).words;
    if (!found.length)
        found = find_initials(reader, text);
    if (!found.length)
        found = find_number(text);
    return found.length ? found : find_birthday(reader, text);
}

/* ---- how many ---- */

static bool begins_with_any(Str word, const Str *stems, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word_begins(word, stems[i]))
            return true;
    return false;
}

static bool is_pupil_word(Str word)
{
    static const Str stems[] = {STR_INIT("pupil"),   STR_INIT("child"), STR_INIT("student"),
                                STR_INIT("learner"), STR_INIT("boys"),  STR_INIT("boy"),
                                STR_INIT("girl"),    STR_INIT("young")};
    return begins_with_any(word, stems, sizeof stems / sizeof *stems);
}

static bool is_trait(Str word)
{
    static const Str stems[] = {
#define TRAIT(stem) STR_INIT(stem),
#include "sema/trait.def"
    };
    return begins_with_any(word, stems, sizeof stems / sizeof *stems);
}

/* What makes a number no count of the school's pupils: a bound, or the size of a group. */
static bool is_other_number(const Prose *prose, WordRange clause, uint32_t at)
{
    static const Str before[] = {STR_INIT("than"),  STR_INIT("to"),   STR_INIT("least"), STR_INIT("most"),
                                 STR_INIT("under"), STR_INIT("over"), STR_INIT("every"), STR_INIT("each")};
    for (uint32_t word = clause.first; word < at; word++)
        if (word_begins(prose_word(prose, word), STR("group")) ||
            word_begins(prose_word(prose, word), STR("class")))
            return true;
    for (size_t i = 0; at > clause.first && i < sizeof before / sizeof *before; i++)
        if (str_equal_folded(prose_word(prose, at - 1), before[i]))
            return true;
    return false;
}

/* From the number to the last of the words that say what sort of pupils; empty where none does. */
static Str counted_words(const Prose *prose, const ProseAmount *amount)
{
    WordRange clause = prose_clause(prose, amount->first_word);
    uint32_t noun = amount->end_word, last = 0;
    for (uint32_t most = noun + 2; noun < clause.end && noun < most; noun++)
        if (is_pupil_word(prose_word(prose, noun)))
            break;
    if (noun >= clause.end || noun >= amount->end_word + 2 || !is_pupil_word(prose_word(prose, noun)) ||
        is_other_number(prose, clause, amount->first_word))
        return STR("");
    for (uint32_t word = amount->end_word; word < clause.end; word++)
        if (is_trait(prose_word(prose, word)))
            last = word > noun ? word : noun;
        else if (last && word > noun)
            break;
    return last ? str_slice(prose->text, prose->words.at[amount->first_word].first, prose->words.at[last].end)
                : STR("");
}

static void find_count(const Reader *reader, PublicText *found)
{
    for (size_t i = 0; i < reader->amounts.list.count; i++) {
        const ProseAmount *amount = &reader->amounts.list.at[i];
        Ratio number = amount_in(amount->amount, UNIT_number);
        if (amount->kind != PROSE_COUNT || amount->flags || ratio_is_missing(number) || number.under != 1 ||
            number.over < 1 || number.over > INT32_MAX ||
            (found->counted.length && number.over >= found->count))
            continue;
        Str words = counted_words(&reader->prose, amount);
        if (!words.length)
            continue;
        found->counted = words;
        found->number = number.over > 1 ? str_slice(words, 0, amount->at.end - amount->at.first) : STR("");
        found->count = (int32_t)number.over;
    }
}

/* ---- texts ---- */

static void read_text(Reader *reader, Str text, PublicText *found)
{
    if (!text.length)
        return;
    prose_read(&reader->prose, &reader->lexicon, text);
    prose_find_amounts(&reader->prose, &reader->amounts);
    if (!found->pupil.length)
        found->pupil = find_pupil(reader, text);
    find_count(reader, found);
}

static void read_fact(Reader *reader, FieldId field, uint32_t row, PublicText *found)
{
    Values values = column_values(reader->records, field, row);
    for (uint32_t i = 0; i < values.count; i++)
        read_text(reader, *(const Str *)values_at(values, i), found);
}

static void read_records(Reader *reader, Kind kind, uint32_t document, const FieldId *fields, size_t count,
                         PublicText *found)
{
    RowRange rows = {document, document + 1};
    if (kind != KIND_school_document)
        rows = records_inside(reader->records, kind, KIND_school_document, document);
    for (uint32_t row = rows.first; row < rows.end; row++)
        for (size_t i = 0; i < count; i++)
            read_fact(reader, fields[i], row, &found[row]);
}

#define READ(reader, kind, row, found, ...)                                                                  \
    read_records((reader), KIND_##kind, (row), (const FieldId[]){__VA_ARGS__},                               \
                 sizeof((const FieldId[]){__VA_ARGS__}) / sizeof(FieldId), (found))

static void read_document(Reader *reader, uint32_t row, PublicTexts *texts)
{
    READ(reader, school_document, row, texts->document, FIELD_school_document_title,
         FIELD_school_document_text);
    READ(reader, topic, row, texts->topic, FIELD_topic_text);
    READ(reader, objective, row, texts->objective, FIELD_objective_text, FIELD_objective_measure,
         FIELD_objective_progress);
    READ(reader, action, row, texts->action, FIELD_action_text);
}

/* ---- all of them ---- */

static bool is_public(const Records *records, uint32_t row)
{
    RowRange published = records_inside(records, KIND_publication, KIND_school_document, row);
    return records->school_document.head.variant[row] != VARIANT_action_plan ||
           published.first < published.end;
}

static PublicText *none_found(Arena *arena, uint32_t count)
{
    PublicText *texts = ARENA_ARRAY(arena, PublicText, count + 1);
    for (uint32_t row = 0; row < count; row++)
        texts[row].count = COUNT_MISSING;
    return texts;
}

PublicTexts public_texts(const Records *records, Arena *arena)
{
    uint32_t documents = records->school_document.head.count;
    if (!documents)
        return (PublicTexts){0};
    PublicTexts texts = {.document = none_found(arena, documents),
                         .topic = none_found(arena, records->topic.head.count),
                         .objective = none_found(arena, records->objective.head.count),
                         .action = none_found(arena, records->action.head.count)};
    LexiconBuilder builder = {0};
    lexicon_begin(&builder);
    Reader reader = {.records = records, .lexicon = lexicon_view(&builder)};
    learn_pupils(&reader, arena);
    for (uint32_t row = 0; row < documents; row++)
        if (is_public(records, row))
            read_document(&reader, row, &texts);
    prose_amounts_free(&reader.amounts);
    prose_free(&reader.prose);
    lexicon_builder_free(&builder);
    return texts;
}
