/* Records: growing, filling and looking through the tables. Knows the schema's table only, no kind by name.
 */
#include "sema/records.h"

#include "sema/shape.h"

#include <stdlib.h>
#include <string.h>

TableHead *records_table(const Records *records, Kind kind)
{
    return (TableHead *)((char *)records + schema_kind(kind)->table_offset);
}

/* Where the pointer to the fact's column lies. */
static char *column_of(const Records *records, const Field *field)
{
    return (char *)records + field->offset;
}

/* A pointer of any type. */
static void *pointer_at(const void *where)
{
    void *pointer;
    memcpy(&pointer, where, sizeof pointer);
    return pointer;
}

/* All list columns have the layout of this one. */
typedef List_text AnyList;

static AnyList *list_of(const Records *records, const Field *field)
{
    return (AnyList *)((char *)records + field->offset);
}

/* The columns of a table lie in one block, each at a multiple of this, so that a table grows at once. */
#define COLUMN_ALIGN alignof(max_align_t)

/* A table's columns on their way into a larger block; without one, only their size is taken. */
typedef struct Move {
    char *block;
    size_t used;       /* bytes of it */
    uint32_t from, to; /* rows */
} Move;

/* Moves the column that the pointer at `column` leads to, of `extra` more values than there are rows. */
static void move_column(Move *move, void *column, size_t size, uint32_t extra)
{
    char *new = move->block ? move->block + move->used : NULL;
    move->used += (move->to + extra) * size;
    move->used = (move->used + COLUMN_ALIGN - 1) & ~(COLUMN_ALIGN - 1);
    if (!new)
        return;
    if (move->from)
        memcpy(new, pointer_at(column), (move->from + extra) * size);
    memcpy(column, &new, sizeof new);
}

static void move_field(Records *records, const Field *field, Move *move)
{
    if (field->many == MANY_list)
        move_column(move, &list_of(records, field)->first, sizeof(uint32_t), 1);
    else
        move_column(move, column_of(records, field), field->size, 0);
}

static void move_table(Records *records, Kind kind, TableHead *table, Move *move)
{
    move_column(move, &table->place, sizeof *table->place, 0);
    move_column(move, &table->line, sizeof *table->line, 0);
    move_column(move, &table->parent, sizeof *table->parent, 0);
    move_column(move, &table->parent_kind, sizeof *table->parent_kind, 0);
    move_column(move, &table->variant, sizeof *table->variant, 0);
    move_column(move, &table->has_block, sizeof *table->has_block, 0);
    move_column(move, &table->source, sizeof *table->source, 0);
    move_column(move, &table->facts, sizeof *table->facts, 0);
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++)
        move_field(records, schema_field(id), move);
}

/* By four, for room costs nothing until it is written to. */
static void table_grow(Records *records, Kind kind, TableHead *table)
{
    Move move = {.from = table->room, .to = table->room ? table->room * 4 : 8};
    move_table(records, kind, table, &move);
    move.block = memory_grow(NULL, move.used);
    move.used = 0;
    move_table(records, kind, table, &move);
    free(table->block);
    table->block = move.block;
    table->room = move.to;
}

/* How many rows get their missing values at once. */
#define ROWS_FILLED 64

static void fill_field(const Records *records, const Field *field, uint32_t row, uint32_t count)
{
    size_t size = field->size, whole = count * size;
    char *at = (char *)pointer_at(column_of(records, field)) + row * size;
    memcpy(at, type_missing(field->type), size);
    for (size_t done = size; done < whole; done *= 2)
        memcpy(at + done, at, done < whole - done ? done : whole - done);
}

static void fill_with_missing(const Records *records, Kind kind, TableHead *table)
{
    const KindInfo *info = schema_kind(kind);
    uint32_t rows = table->room - table->filled < ROWS_FILLED ? table->room - table->filled : ROWS_FILLED;
    for (FieldId id = info->first_field; id < info->field_end; id++)
        if (schema_field(id)->many != MANY_list)
            fill_field(records, schema_field(id), table->filled, rows);
    table->filled += rows;
}

uint32_t records_add(Records *records, Kind kind)
{
    TableHead *table = records_table(records, kind);
    if (table->count == table->room)
        table_grow(records, kind, table);
    if (table->count == table->filled)
        fill_with_missing(records, kind, table);
    uint32_t row = table->count++;
    table->place[row] = table->line[row] = (Span){0, 0};
    table->parent[row] = ROW_NONE;
    table->parent_kind[row] = KIND_file;
    table->variant[row] = table->has_block[row] = 0;
    table->source[row] = table->facts[row] = 0;
    FieldSlice lists = shape_kinds[kind].lists;
    for (unsigned i = 0; i < lists.count; i++) {
        AnyList *list = list_of(records, schema_field(shape_fields[lists.first + i]));
        list->first[row] = list->first[row + 1] = list->count;
    }
    return row;
}

void *records_value(const Records *records, FieldId id, uint32_t row)
{
    const Field *field = schema_field(id);
    return (char *)pointer_at(column_of(records, field)) + (size_t)row * field->size;
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

void records_list_drop(Records *records, FieldId id)
{
    const Field *field = schema_field(id);
    AnyList *list = list_of(records, field);
    list->first[records_table(records, field->kind)->count] = --list->count;
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

/* Does the row stand before byte `offset` of file `source`? */
static bool is_before(const TableHead *table, uint32_t row, uint32_t source, uint32_t offset)
{
    return table->source[row] != source ? table->source[row] < source : table->place[row].first < offset;
}

/* The first row of the table that stands at or after byte `offset` of file `source`, looked for around a
 * guess: in steps that double, and then by halves. */
static uint32_t first_at(const TableHead *table, uint32_t source, uint32_t offset, uint32_t guess)
{
    uint32_t low = 0, high = table->count, step = 1;
    if (guess < high && is_before(table, guess, source, offset)) {
        low = guess + 1;
        for (; step < high - low && is_before(table, low + step, source, offset); step *= 2)
            low += step + 1;
        high = step < high - low ? low + step : high;
    } else if (guess < high) {
        high = guess;
        for (; step < high && !is_before(table, high - step, source, offset); step *= 2)
            high -= step;
        low = step < high ? high - step + 1 : 0;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (is_before(table, middle, source, offset))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Records of a kind are spread over those they stand in, so that a place among these tells about where theirs
 * is; and what stands in one is seldom much. */
RowRange records_inside(const Records *records, Kind kind, Kind outer, uint32_t outer_row)
{
    const TableHead *table = records_table(records, kind), *outside = records_table(records, outer);
    uint32_t source = outside->source[outer_row];
    Span place = outside->place[outer_row];
    uint32_t guess = (uint32_t)((uint64_t)outer_row * table->count / outside->count);
    uint32_t first = first_at(table, source, place.first, guess);
    return (RowRange){first, first_at(table, source, place.end, first)};
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
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++)
        if (schema_field(id)->many == MANY_list)
            free(list_of(records, schema_field(id))->items);
    free(records_table(records, kind)->block);
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
