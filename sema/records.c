/* Records: growing, filling and looking through the tables. Knows the schema's table only, no kind by name.
 */
#include "sema/records.h"

#include "sema/schema.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_CLEARED       64

#define GROW(column, room) ((column) = memory_grow((column), (room) * sizeof *(column)))

TableHead *records_table(const Records *records, Kind kind)
{
    return (TableHead *)((char *)records + schema_kind(kind)->table_offset);
}

static void **column_of(const Records *records, const Field *field)
{
    return (void **)((char *)records + field->offset);
}

/* All list columns have the layout of this one. */
typedef List_text AnyList;

static AnyList *list_of(const Records *records, const Field *field)
{
    return (AnyList *)((char *)records + field->offset);
}

/* Puts the missing value into rows `from` up to `to`. */
static void column_clear(char *column, const Field *field, uint32_t from, uint32_t to)
{
    const char *missing = type_missing(field->type);
    size_t size = field->size;
    for (uint32_t row = from; row < to; row++)
        memcpy(column + row * size, missing, size);
}

static void column_grow(Records *records, const Field *field, uint32_t room)
{
    if (field->many == MANY_list) {
        GROW(list_of(records, field)->first, room + 1);
        return;
    }
    void **column = column_of(records, field);
    *column = memory_grow(*column, (size_t)room * field->size);
}

/* Puts missing values into the next few rows: in all that there is room for, they would take up memory that
 * most tables never come to use. */
static void table_clear(Records *records, Kind kind, TableHead *table)
{
    uint32_t end = table->room - table->cleared < ROWS_CLEARED ? table->room : table->cleared + ROWS_CLEARED;
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++)
        if (schema_field(id)->many != MANY_list)
            column_clear(*column_of(records, schema_field(id)), schema_field(id), table->cleared, end);
    table->cleared = end;
}

static void table_grow(Records *records, Kind kind, TableHead *table)
{
    uint32_t room = table->room ? table->room * 2 : 8;
    GROW(table->place, room);
    GROW(table->line, room);
    GROW(table->parent, room);
    GROW(table->parent_kind, room);
    GROW(table->variant, room);
    GROW(table->has_block, room);
    GROW(table->source, room);
    GROW(table->facts, room);
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++)
        column_grow(records, schema_field(id), room);
    table->room = room;
}

uint32_t records_add(Records *records, Kind kind)
{
    TableHead *table = records_table(records, kind);
    if (table->count == table->room)
        table_grow(records, kind, table);
    if (table->count == table->cleared)
        table_clear(records, kind, table);
    uint32_t row = table->count++;
    table->place[row] = table->line[row] = (Span){0, 0};
    table->parent[row] = ROW_NONE;
    table->parent_kind[row] = KIND_file;
    table->variant[row] = table->has_block[row] = 0;
    table->source[row] = table->facts[row] = 0;
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++)
        if (schema_field(id)->many == MANY_list) {
            AnyList *list = list_of(records, schema_field(id));
            list->first[row] = list->first[row + 1] = list->count;
        }
    return row;
}

void *records_value(const Records *records, FieldId id, uint32_t row)
{
    const Field *field = schema_field(id);
    return (char *)*column_of(records, field) + (size_t)row * field->size;
}

void *records_list(const Records *records, FieldId id)
{
    return list_of(records, schema_field(id));
}

void *records_list_add(Records *records, FieldId id)
{
    const Field *field = schema_field(id);
    AnyList *list = list_of(records, field);
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 8;
        list->items = memory_grow(list->items, (size_t)list->room * field->size);
    }
    void *item = (char *)list->items + (size_t)list->count * field->size;
    memcpy(item, type_missing(field->type), field->size);
    list->first[records_table(records, field->kind)->count] = ++list->count;
    return item;
}

uint32_t records_given(const Records *records, FieldId id, uint32_t row)
{
    const Field *field = schema_field(id);
    if (field->many == MANY_list) {
        const AnyList *list = list_of(records, field);
        return list->first[row + 1] - list->first[row];
    }
    for (uint32_t fact = records_table(records, field->kind)->facts[row]; fact;
         fact = records->facts.at[fact - 1].next)
        if (records->facts.at[fact - 1].field == id)
            return 1;
    return 0;
}

void records_note_place(Records *records, Kind kind, uint32_t row, FieldId field, Span at)
{
    TableHead *table = records_table(records, kind);
    ARRAY_ADD(&records->facts, ((FactPlace){.field = (uint16_t)field, .at = at, .next = table->facts[row]}));
    table->facts[row] = (uint32_t)records->facts.count;
}

Place records_line(const Records *records, Kind kind, uint32_t row)
{
    const TableHead *table = records_table(records, kind);
    return (Place){records->sources.at[table->source[row]], table->line[row]};
}

Place records_place(const Records *records, Kind kind, uint32_t row, FieldId field)
{
    Place place = records_line(records, kind, row);
    for (uint32_t fact = records_table(records, kind)->facts[row]; fact;
         fact = records->facts.at[fact - 1].next)
        if (records->facts.at[fact - 1].field == field)
            place.span = records->facts.at[fact - 1].at;
    return place;
}

/* The first row of the table that stands at or after byte `offset` of file `source`. */
static uint32_t first_at(const TableHead *table, uint32_t source, uint32_t offset)
{
    uint32_t low = 0, high = table->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool before = table->source[middle] != source ? table->source[middle] < source
                                                      : table->place[middle].first < offset;
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

RowRange records_inside(const Records *records, Kind kind, Kind outer, uint32_t outer_row)
{
    const TableHead *table = records_table(records, kind), *outside = records_table(records, outer);
    uint32_t source = outside->source[outer_row];
    Span place = outside->place[outer_row];
    return (RowRange){first_at(table, source, place.first), first_at(table, source, place.end)};
}

uint32_t records_enclosing(const Records *records, Kind outer, Kind kind, uint32_t row)
{
    while (kind != KIND_file && kind != outer) {
        const TableHead *table = records_table(records, kind);
        kind = table->parent_kind[row];
        row = table->parent[row];
    }
    return kind == outer ? row : ROW_NONE;
}

static void table_free(Records *records, Kind kind)
{
    TableHead *table = records_table(records, kind);
    void *columns[] = {table->place,   table->line,      table->parent, table->parent_kind,
                       table->variant, table->has_block, table->source, table->facts};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        free(columns[i]);
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        const Field *field = schema_field(id);
        if (field->many == MANY_list) {
            free(list_of(records, field)->first);
            free(list_of(records, field)->items);
        } else {
            free(*column_of(records, field));
        }
    }
}

void records_free(Records *records)
{
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
        table_free(records, kind);
    free(records->facts.at);
    free(records->sources.at);
    arena_free(&records->arena);
    *records = (Records){0};
}
