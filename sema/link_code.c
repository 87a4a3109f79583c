/* Codes: which there are, which the compiler gives, which stand twice or cannot be told from words of the
 * language. In: bound records. Out: the map of codes, filled; code columns, completed. */
#include "sema/linker.h"

CodeScope scope_of(const Records *records, Kind kind, Kind from, uint32_t row)
{
    bool in_project = false;
    schema_is_target(kind, &in_project);
    if (in_project)
        return (CodeScope){kind, ROW_NONE};
    Kind outer = kind == KIND_objective ? KIND_school_document : KIND_plan;
    return (CodeScope){outer, records_enclosing(records, outer, from, row)};
}

/* ---- words that codes must not be ---- */

static bool names_records(const Field *field)
{
    return field->type == TYPE_reference || field->type == TYPE_named || field->type == TYPE_who;
}

static bool field_leads_to(const Field *field, Kind kind)
{
    return (field->type == TYPE_who && kind == KIND_person) || schema_leads_to(field->of, kind);
}

/* Would the key be taken for itself where a code of `field` may stand? A clause of the same line would; in a
 * list, which another fact may follow after a comma, that fact too. */
static bool key_gets_in_the_way(const Field *field, FieldId id, const Field *key)
{
    bool in_head = field->place == PLACE_HEAD || field->place == PLACE_MAYBE || field->place == PLACE_CLAUSE;
    if (key->owner == id || (in_head && key->place == PLACE_CLAUSE))
        return true;
    return field->many == MANY_list && (key->place == PLACE_FACT || key->place == PLACE_CLAUSE);
}

/* A code of a plan must go with all that plans hold; one of the project only with what its files use: a pupil
 * may be called BY in a school without shared groups. */
static bool may_be_named(const Linker *linker, const Field *field, Kind kind)
{
    bool in_project = false;
    schema_is_target(kind, &in_project);
    return field_leads_to(field, kind) && (!in_project || records_table(linker->records, field->kind)->count);
}

/* Is there a fact that may name records of `kind`, and in which `key` would be taken for itself? */
static bool clashes(const Linker *linker, Kind kind, const Field *key)
{
    const KindInfo *info = schema_kind(key->kind);
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        const Field *field = schema_field(id);
        if (names_records(field) && key_gets_in_the_way(field, id, key) && may_be_named(linker, field, kind))
            return true;
    }
    return false;
}

/* No key has a figure in it, as most codes have. */
static bool has_figure(Str code)
{
    for (size_t i = 0; i < code.length; i++)
        if (code.at[i] >= '0' && code.at[i] <= '9')
            return true;
    return false;
}

/* The fact that begins with the very word, where records of `kind` are named; FIELD_COUNT for none. */
static FieldId word_in_the_way(const Linker *linker, Kind kind, Str code)
{
    if (has_figure(code))
        return FIELD_COUNT;
    for (FieldId id = 0; id < FIELD_COUNT; id++) {
        const Field *key = schema_field(id);
        if (key->key.length == code.length && str_equal_folded(key->key, code) && clashes(linker, kind, key))
            return id;
    }
    return FIELD_COUNT;
}

/* ---- codes as they are written ---- */

/* "another need" beside "a need". */
static Str second_phrase(Linker *linker, Kind kind, Kind first)
{
    Str phrase = kind_phrase(linker, kind), key = schema_kind(kind)->key;
    if (kind != first)
        return phrase;
    bool has_article = phrase.length != key.length;
    return arena_format(&linker->findings->arena, "%s " STR_FMT, has_article ? "another" : "other",
                        STR_ARG(key));
}

static void report_twice(Linker *linker, Kind kind, uint32_t row, Str code, const CodeEntry *first)
{
    Records *records = linker->records;
    Place place = records_place(records, kind, row, schema_code_field(kind));
    Finding *finding =
        finding_code_stands_twice(linker->findings, place, code, kind_phrase(linker, first->kind),
                                  second_phrase(linker, kind, first->kind));
    finding_second(linker->findings, finding,
                   records_place(records, first->kind, first->row, schema_code_field(first->kind)),
                   "‘" STR_FMT "’ is first given here", STR_ARG(code));
}

static void enter_code(Linker *linker, Kind kind, uint32_t row)
{
    Str code = record_code(linker->records, kind, row);
    if (!code.length)
        return;
    FieldId word = word_in_the_way(linker, kind, code);
    if (word != FIELD_COUNT)
        finding_code_is_a_word(linker->findings,
                               records_place(linker->records, kind, row, schema_code_field(kind)), code,
                               schema_kind(schema_field(word)->kind)->key, schema_field(word)->key);
    const CodeEntry *first =
        code_map_add(&linker->codes, scope_of(linker->records, kind, kind, row), code, kind, row);
    if (first)
        report_twice(linker, kind, row, code, first);
}

/* ---- codes the compiler gives ---- */

static Str code_letter(const Records *records, Kind kind, uint32_t row)
{
    static const struct {
        Kind kind;
        unsigned section;
        Str letter;
    } others[] = {
        {KIND_need, CHOICE_section_c, STR_INIT("C")},
        {KIND_need, CHOICE_section_d, STR_INIT("D")},
        {KIND_provision, CHOICE_section_g, STR_INIT("G")},
        {KIND_provision, CHOICE_section_h1, STR_INIT("H")},
        {KIND_provision, CHOICE_section_h2, STR_INIT("H")},
    };
    uint32_t section = records_enclosing(records, KIND_section, kind, row);
    for (size_t i = 0; section != ROW_NONE && i < sizeof others / sizeof *others; i++)
        if (others[i].kind == kind && others[i].section == records->section.letter[section])
            return others[i].letter;
    return schema_kind(kind)->letter;
}

/* The last number given for each letter in one scope. */
typedef struct Numbers {
    CodeScope scope;
    uint32_t last[26];
} Numbers;

static void give_code(Linker *linker, Kind kind, uint32_t row, Numbers *numbers)
{
    CodeScope scope = scope_of(linker->records, kind, kind, row);
    if (scope.row != numbers->scope.row)
        *numbers = (Numbers){.scope = scope};
    Str letter = code_letter(linker->records, kind, row), code;
    uint32_t *last = &numbers->last[letter.at[0] - 'A'];
    do
        code = arena_format(&linker->records->arena, STR_FMT "%u", STR_ARG(letter), ++*last);
    while (code_map_find(&linker->codes, scope, code));
    code_map_add(&linker->codes, scope, code, kind, row);
    linker->codes.entries.at[linker->codes.entries.count - 1].made = true;
    *(Str *)records_value(linker->records, schema_code_field(kind), row) = code;
}

static void give_codes(Linker *linker, Kind kind)
{
    if (!schema_kind(kind)->letter.length)
        return;
    Numbers numbers = {.scope = {KIND_file, ROW_NONE}};
    for (uint32_t row = 0; row < records_table(linker->records, kind)->count; row++)
        if (!record_code(linker->records, kind, row).length)
            give_code(linker, kind, row, &numbers);
}

void link_codes(Linker *linker)
{
    for (uint32_t left = ALL_TARGETS; left; left &= left - 1)
        for (uint32_t row = 0; row < records_table(linker->records, target_first(left))->count; row++)
            enter_code(linker, target_first(left), row);
    for (uint32_t left = ALL_TARGETS; left; left &= left - 1)
        give_codes(linker, target_first(left));
}
