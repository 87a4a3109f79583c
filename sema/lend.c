/* Lend: which records of the library are wanted, and binding them. In: bound records, the library's table;
 * out: more bound records. */
#include "sema/lend.h"

#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/column.h"
#include "sema/schema.h"
#include "support/out.h"

#include <string.h>

/* ---- the table ---- */

static char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

int lent_compare(Kind kind, Str code, Kind other_kind, Str other_code)
{
    if (kind != other_kind)
        return kind < other_kind ? -1 : 1;
    for (size_t i = 0; i < code.length && i < other_code.length; i++)
        if (lowered(code.at[i]) != lowered(other_code.at[i]))
            return lowered(code.at[i]) < lowered(other_code.at[i]) ? -1 : 1;
    return (code.length > other_code.length) - (code.length < other_code.length);
}

const LentRecord *lent_find(const LentTable *table, Kind kind, Str code)
{
    uint32_t low = 0, high = table->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const LentRecord *record = &table->at[middle];
        int order = lent_compare((Kind)record->kind, record->code, kind, code);
        if (!order)
            return record;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- what is wanted ---- */

typedef enum LendState { LEND_not_asked, LEND_own, LEND_wanted, LEND_lent } LendState;

typedef struct Lending {
    const LentTable *table;
    const Records *records;
    uint8_t *states; /* LendState of each record of the table */
    uint32_t wanted;
} Lending;

/* Has the project a record of that code or name? */
static bool is_own(const Records *records, const LentRecord *record, Str text)
{
    Kind kind = (Kind)record->kind;
    FieldId code = schema_code_field(kind);
    bool is_assessment = kind == KIND_assessment;
    for (uint32_t row = 0; row < records_table(records, kind)->count; row++) {
        Str name = is_assessment ? records->assessment.name[row] : records->intervention.name[row];
        if (str_equal_folded(*(const Str *)records_value(records, code, row), text) ||
            str_equal_folded(name, text))
            return true;
    }
    return false;
}

/* In quotes it must be written as it is, in capitals: "rating" is somebody's own, "SDQ" is not. */
static void ask_for(Lending *lending, Kind kind, const Reference *reference)
{
    const LentRecord *record =
        reference->text.length ? lent_find(lending->table, kind, reference->text) : NULL;
    if (record && reference->quoted && !str_equal(record->code, reference->text))
        return;
    uint8_t *state = record ? &lending->states[record - lending->table->at] : NULL;
    if (!state || *state != LEND_not_asked)
        return;
    *state = is_own(lending->records, record, reference->text) ? LEND_own : LEND_wanted;
    lending->wanted += *state == LEND_wanted;
}

static void ask_for_field(Lending *lending, FieldId id, Kind kind)
{
    const Field *field = schema_field(id);
    for (uint32_t row = 0; row < records_table(lending->records, field->kind)->count; row++) {
        Values values = column_values(lending->records, id, row);
        for (uint32_t i = 0; i < values.count; i++)
            ask_for(lending, kind, values_at(values, i));
    }
}

static void ask_for_all(Lending *lending)
{
    static const Kind kinds[] = {KIND_intervention, KIND_assessment};
    for (FieldId id = 0; id < FIELD_COUNT; id++) {
        const Field *field = schema_field(id);
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if ((field->type == TYPE_reference || field->type == TYPE_named) &&
                schema_leads_to(field->of, kinds[i]))
                ask_for_field(lending, id, kinds[i]);
    }
}

/* ---- binding ---- */

/* All that is wanted, one after the other, as one file. */
static Source *make_source(Lending *lending, Records *records)
{
    Out out = {0};
    for (uint32_t i = 0; i < lending->table->count; i++)
        if (lending->states[i] == LEND_wanted) {
            out_str(&out, lending->table->at[i].text);
            out_char(&out, '\n');
            lending->states[i] = LEND_lent;
        }
    Source *source = ARENA_NEW(&records->arena, Source);
    *source = (Source){.name = STR("senc's library"),
                       .text = arena_alloc(&records->arena, out.length + 2, 1),
                       .size = out.length,
                       .index = (uint32_t)records->sources.count};
    memcpy(source->text, out.at, out.length);
    out_free(&out);
    return source;
}

static void bind_wanted(Lending *lending, const Language *language, Records *records, Findings *findings)
{
    Arena lines = {0};
    Tokens tokens = {0};
    Source *source = make_source(lending, records);
    ARRAY_ADD(&records->sources, source);
    scan(source, &language->words, &tokens, findings);
    bind(language, parse(source, &tokens, &language->words, &lines, findings), records, findings);
    tokens_free(&tokens);
    arena_free(&lines);
    lending->wanted = 0;
}

void records_lend(const Language *language, const LentTable *table, Records *records, Findings *findings)
{
    Arena scratch = {0};
    Lending lending = {
        .table = table, .records = records, .states = ARENA_ARRAY(&scratch, uint8_t, table->count + 1)};
    for (ask_for_all(&lending); lending.wanted; ask_for_all(&lending))
        bind_wanted(&lending, language, records, findings);
    arena_free(&scratch);
}
