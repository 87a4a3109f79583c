/* In: a text; out: a plan of statements. */
#include "sema/loose.h"

#include "sema/words/statements.h"

static void place(Records *records, Kind kind, uint32_t row, Span at, uint32_t source)
{
    TableHead *table = records_table(records, kind);
    table->place[row] = table->line[row] = at;
    table->source[row] = source;
}

static uint32_t add_plan(Records *records, const Source *source)
{
    uint32_t row = records_add(records, KIND_plan);
    place(records, KIND_plan, row, (Span){0, (uint32_t)source->size}, source->index);
    records->plan.head.variant[row] = 1; /* an EHC plan */
    return row;
}

static void add_statement(Records *records, const Source *source, uint32_t plan, Kind kind,
                          const Statement *statement, size_t number)
{
    uint32_t row = records_add(records, kind);
    TableHead *table = records_table(records, kind);
    Str text = source_text(source, statement->at);
    Str code =
        statement->code.length ? statement->code : arena_format(&records->arena, "Statement %zu", number);
    place(records, kind, row, statement->at, source->index);
    table->parent[row] = plan;
    table->parent_kind[row] = KIND_plan;
    FieldId text_field = kind == KIND_outcome ? FIELD_outcome_text : FIELD_provision_text;
    FieldId code_field = kind == KIND_outcome ? FIELD_outcome_code : FIELD_provision_code;
    *(Str *)records_value(records, text_field, row) = text;
    *(Str *)records_value(records, code_field, row) = code;
    records_note_place(records, kind, row, text_field, statement->at);
}

static Kind kind_of(const Statement *statement, LooseAs as)
{
    if (as == LOOSE_by_heading && statement->kind == STATEMENT_other)
        return KIND_file;
    bool is_outcome = as == LOOSE_by_heading ? statement->kind == STATEMENT_outcome : as == LOOSE_outcome;
    return is_outcome ? KIND_outcome : KIND_provision;
}

void loose_bind(const Source *source, LooseAs as, Records *records)
{
    Statements statements = {0};
    statements_read((Str){source->text, source->size}, &statements);
    uint32_t plan = add_plan(records, source);
    size_t number = 0; /* of those that are judged */
    for (size_t i = 0; i < statements.list.count; i++) {
        Kind kind = kind_of(&statements.list.at[i], as);
        if (kind != KIND_file)
            add_statement(records, source, plan, kind, &statements.list.at[i], ++number);
    }
    statements_free(&statements);
}
