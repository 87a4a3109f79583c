/* Link: goes through all facts that name records or people. In: bound records; out: the same, linked, and
 * findings. */
#include "sema/column.h"
#include "sema/linker.h"
#include "sema/words/lists.h"

/* How many codes are compared in search of the nearest, for all findings together: enough for any file
 * somebody wrote, and an end for one that holds a hundred thousand wrong codes. */
#define NEAREST_MOST 4000000

static Place value_place(const Records *records, Kind kind, uint32_t row, Span at)
{
    Place line = records_line(records, kind, row);
    return (Place){line.source, at};
}

/* A result inside an outcome is that outcome's, without saying so. */
static void link_to_outer(const Linker *linker, const Field *field, uint32_t row, Reference *reference)
{
    const TableHead *table = records_table(linker->records, field->kind);
    Kind outer = table->parent_kind[row];
    if (field->many != MANY_one || outer == KIND_file || !schema_leads_to(field->of, outer))
        return;
    reference->text = record_code(linker->records, outer, table->parent[row]);
    reference->at = table->line[row];
    reference->kind = (uint8_t)outer;
    reference->row = table->parent[row];
}

static void link_value(Linker *linker, FieldId id, uint32_t row, void *value)
{
    const Field *field = schema_field(id);
    Sought sought = {.field = id, .from = field->kind, .row = row, .of = field->of};
    if (field->type == TYPE_who) {
        Who *who = value;
        sought.text = who->text;
        sought.place = value_place(linker->records, field->kind, row, who->at);
        if (sought.text.length)
            link_who(linker, &sought, who);
        return;
    }
    Reference *reference = value;
    sought.text = reference->text;
    sought.place = value_place(linker->records, field->kind, row, reference->at);
    if (sought.text.length)
        link_reference(linker, &sought, reference, field->type == TYPE_named);
    else
        link_to_outer(linker, field, row, reference);
}

static void link_field(Linker *linker, FieldId id)
{
    const Field *field = schema_field(id);
    for (uint32_t row = 0; row < records_table(linker->records, field->kind)->count; row++) {
        Values values = column_values(linker->records, id, row);
        for (uint32_t i = 0; i < values.count; i++)
            link_value(linker, id, row, values_at(values, i));
    }
}

/* People are sought after references, for whose plan it is says whose parents are meant. */
void records_link(Records *records, Findings *findings)
{
    Linker linker = {.records = records, .findings = findings, .nearest = NEAREST_MOST};
    link_codes(&linker);
    link_names(&linker);
    for (FieldId id = 0; id < FIELD_COUNT; id++)
        if (schema_field(id)->type == TYPE_reference || schema_field(id)->type == TYPE_named)
            link_field(&linker, id);
    for (FieldId id = 0; id < FIELD_COUNT; id++)
        if (schema_field(id)->type == TYPE_who)
            link_field(&linker, id);
    link_terms(&linker);
    link_plans(&linker);
    word_lists_check(records, findings);
    code_map_free(&linker.codes);
    code_map_free(&linker.names);
    code_map_free(&linker.missed);
    arena_free(&linker.scratch);
}
