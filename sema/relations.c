/* Relations: turns the references of linked records into arrays of rows, both ways. In: linked records; out:
 * offset arrays, built by counting. */
#include "sema/relations.h"

#include "sema/column.h"
#include "sema/schema.h"

#include <stdlib.h>

static const struct {
    Kind from, to;
    FieldId field;
} relations_table[RELATION_COUNT] = {
#define RELATION(name, from, fact, to) [RELATION_##name] = {KIND_##from, KIND_##to, FIELD_##from##_##fact},
#include "sema/relation.def"
};

Kind relation_from(RelationId id)
{
    return relations_table[id].from;
}

Kind relation_to(RelationId id)
{
    return relations_table[id].to;
}

static RowList list_of(const RowLists *lists, uint32_t row)
{
    uint32_t first = lists->first[row];
    return (RowList){lists->rows + first, lists->first[row + 1] - first};
}

RowList relation_named(const Relations *relations, RelationId id, uint32_t row)
{
    return list_of(&relations->forth[id], row);
}

RowList relation_naming(const Relations *relations, RelationId id, uint32_t row)
{
    return list_of(&relations->back[id], row);
}

/* ---- what names what ---- */

/* Adds the rows that `row` names to `rows` from `count` on; `seen[t]` is `row` + 1 where t has been named
 * already. */
static uint32_t add_named(const Records *records, RelationId id, uint32_t row, uint32_t *seen, uint32_t *rows,
                          uint32_t count)
{
    Values values = column_values(records, relations_table[id].field, row);
    for (uint32_t i = 0; i < values.count; i++) {
        const Reference *reference = values_at(values, i);
        if (reference->row == ROW_NONE || reference->kind != relations_table[id].to ||
            seen[reference->row] == row + 1)
            continue;
        seen[reference->row] = row + 1;
        rows[count++] = reference->row;
    }
    return count;
}

static uint32_t reference_count(const Records *records, RelationId id, uint32_t sources)
{
    FieldId field = relations_table[id].field;
    if (schema_field(field)->many != MANY_list)
        return sources;
    const List_text *list = records_list(records, field);
    return list->count;
}

static void make_forth(Relations *relations, const Records *records, RelationId id, uint32_t sources,
                       uint32_t targets)
{
    RowLists *forth = &relations->forth[id];
    uint32_t *seen = ARENA_ARRAY(&relations->arena, uint32_t, targets + 1), count = 0;
    forth->first = ARENA_ARRAY(&relations->arena, uint32_t, sources + 1);
    forth->rows = ARENA_ARRAY(&relations->arena, uint32_t, reference_count(records, id, sources) + 1);
    for (uint32_t row = 0; row < sources; row++) {
        forth->first[row] = count;
        count = add_named(records, id, row, seen, forth->rows, count);
    }
    forth->first[sources] = count;
}

/* Sources come in rising order into each target's list. */
static void make_back(Relations *relations, RelationId id, uint32_t sources, uint32_t targets)
{
    const RowLists *forth = &relations->forth[id];
    RowLists *back = &relations->back[id];
    uint32_t count = forth->first[sources];
    back->first = ARENA_ARRAY(&relations->arena, uint32_t, targets + 1);
    back->rows = ARENA_ARRAY(&relations->arena, uint32_t, count + 1);
    uint32_t *next = ARENA_ARRAY(&relations->arena, uint32_t, targets + 1);
    for (uint32_t i = 0; i < count; i++)
        back->first[forth->rows[i] + 1]++;
    for (uint32_t row = 0; row < targets; row++)
        next[row] = back->first[row + 1] += back->first[row];
    for (uint32_t row = sources; row-- > 0;)
        for (uint32_t i = forth->first[row + 1]; i-- > forth->first[row];)
            back->rows[--next[forth->rows[i]]] = row;
}

/* ---- by date ---- */

static int32_t judgement_day(const Records *records, uint32_t row)
{
    uint32_t review = records_enclosing(records, KIND_review, KIND_judgement, row);
    if (review != ROW_NONE)
        return records->review.on[review];
    review = records_enclosing(records, KIND_annual_review, KIND_judgement, row);
    return review == ROW_NONE ? DAY_MISSING : records->annual_review.on[review];
}

static bool has_date(RelationId id)
{
    return id == RELATION_result_of || id == RELATION_judgement_of || id == RELATION_attended_of;
}

static int32_t naming_day(const Records *records, RelationId id, uint32_t row)
{
    if (id == RELATION_result_of)
        return records->result.on[row];
    if (id == RELATION_attended_of)
        return records->attended.until[row];
    return judgement_day(records, row);
}

typedef struct DatedRow {
    int32_t day;
    uint32_t row;
} DatedRow;

static int compare_dated(const void *a, const void *b)
{
    const DatedRow *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void sort_by_date(Relations *relations, const Records *records, RelationId id, uint32_t targets)
{
    const RowLists *back = &relations->back[id];
    DatedRow *dated = ARENA_ARRAY(&relations->arena, DatedRow, back->first[targets] + 1);
    for (uint32_t i = 0; i < back->first[targets]; i++)
        dated[i] = (DatedRow){naming_day(records, id, back->rows[i]), back->rows[i]};
    for (uint32_t row = 0; row < targets; row++)
        qsort(dated + back->first[row], back->first[row + 1] - back->first[row], sizeof *dated,
              compare_dated);
    for (uint32_t i = 0; i < back->first[targets]; i++)
        back->rows[i] = dated[i].row;
}

void relations_make(Relations *relations, const Records *records)
{
    for (RelationId id = 0; id < RELATION_COUNT; id++) {
        uint32_t sources = records_table(records, relations_table[id].from)->count;
        uint32_t targets = records_table(records, relations_table[id].to)->count;
        make_forth(relations, records, id, sources, targets);
        make_back(relations, id, sources, targets);
        if (has_date(id))
            sort_by_date(relations, records, id, targets);
    }
}

void relations_free(Relations *relations)
{
    arena_free(&relations->arena);
    *relations = (Relations){0};
}
