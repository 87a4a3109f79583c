/* In: records as bound, and a place; out: text. It does not know what the path is wanted for. */
#include "sema/code_path.h"

#include "sema/schema.h"

enum { STEPS_MOST = 16 }; /* records are nested less deep than that */

/* ---- which record ---- */

/* Whether the row begins before or at the place, in the order of the text. */
static bool begins_by(const TableHead *table, uint32_t row, const Source *source, uint32_t offset)
{
    if (table->source[row] != source->index)
        return table->source[row] < source->index;
    return table->place[row].first <= offset;
}

/* The row of the table that holds the offset; ROW_NONE for none. Rows of one kind lie beside one another. */
static uint32_t row_around(const TableHead *table, const Source *source, uint32_t offset)
{
    uint32_t low = 0, high = table->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (begins_by(table, middle, source, offset))
            low = middle + 1;
        else
            high = middle;
    }
    if (!low || table->source[low - 1] != source->index || table->place[low - 1].end < offset)
        return ROW_NONE;
    return low - 1;
}

/* The first row of the table that stands in the source or one behind it. */
static uint32_t first_row(const TableHead *table, const Source *source)
{
    uint32_t low = 0, high = table->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (table->source[middle] < source->index)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

RecordAt record_around(const Records *records, Place place)
{
    RecordAt best = {KIND_file, ROW_NONE};
    uint32_t begins = 0;
    for (unsigned kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        const TableHead *table = records_table(records, (Kind)kind);
        uint32_t row = row_around(table, place.source, place.span.first);
        if (row == ROW_NONE || (best.row != ROW_NONE && table->place[row].first < begins))
            continue;
        best = (RecordAt){(Kind)kind, row};
        begins = table->place[row].first;
    }
    return best;
}

/* The first record of a file: what the file is known by, whatever its name. */
static RecordAt first_of(const Records *records, const Source *source)
{
    RecordAt best = {KIND_file, ROW_NONE};
    uint32_t begins = UINT32_MAX;
    for (unsigned kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        const TableHead *table = records_table(records, (Kind)kind);
        uint32_t row = first_row(table, source);
        if (row == table->count || table->source[row] != source->index || table->place[row].first >= begins)
            continue;
        best = (RecordAt){(Kind)kind, row};
        begins = table->place[row].first;
    }
    return best;
}

/* ---- what it is called ---- */

/* Whether the text was written in the file, not given by the compiler: then it does not change by itself. */
static bool is_written(const Records *records, const TableHead *table, uint32_t row, Str text)
{
    const Source *source = records->sources.at[table->source[row]];
    return text.length && text.at >= source->text && text.at < source->text + source->size;
}

/* Of whom a plan is: the code, which other schools' pupils may have too, with the name where that is known.
 */
static Str pupil_text(const Records *records, const Reference *pupil, Arena *arena)
{
    if (pupil->kind != KIND_pupil || pupil->row >= records->pupil.head.count)
        return pupil->text;
    return arena_format(arena, STR_FMT " " STR_FMT, STR_ARG(pupil->text),
                        STR_ARG(records->pupil.name[pupil->row]));
}

static Str value_as_text(const Records *records, FieldId field, uint32_t row, Arena *arena)
{
    const void *value = records_value(records, field, row);
    Type type = (Type)schema_field(field)->type;
    if (type == TYPE_code || type == TYPE_text)
        return *(const Str *)value;
    if (type == TYPE_reference)
        return pupil_text(records, value, arena);
    return type == TYPE_choice ? arena_format(arena, "%u", *(const uint8_t *)value) : STR("");
}

/* Its code, or the name, letter or pupil that stands in its place. */
static Str record_name(const Records *records, RecordAt step, Arena *arena)
{
    static const Str facts[] = {STR_INIT("code"), STR_INIT("name"), STR_INIT("letter"), STR_INIT("pupil")};
    const KindInfo *kind = schema_kind(step.kind);
    for (FieldId field = kind->first_field; field < kind->field_end; field++) {
        const Field *info = schema_field(field);
        bool names = false;
        for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
            names = names || (info->many != MANY_list && str_equal(info->name, facts[i]));
        if (!names)
            continue;
        Str text = value_as_text(records, field, step.row, arena);
        if (step.kind == KIND_pupil)
            return arena_format(arena, STR_FMT " " STR_FMT, STR_ARG(text),
                                STR_ARG(records->pupil.name[step.row]));
        if (info->type != TYPE_code || is_written(records, records_table(records, step.kind), step.row, text))
            return text;
    }
    return STR("");
}

static Str with_step(const Records *records, Str path, RecordAt step, Arena *arena)
{
    Str name = record_name(records, step, arena);
    return arena_format(arena, STR_FMT STR_FMT "=" STR_FMT "/", STR_ARG(path),
                        STR_ARG(schema_kind(step.kind)->name), STR_ARG(name));
}

Str code_path(const Records *records, Place place, Arena *arena, bool *inside)
{
    RecordAt steps[STEPS_MOST], step = {KIND_file, ROW_NONE};
    size_t count = 0;
    if (place.source)
        step = record_around(records, place);
    *inside = step.row != ROW_NONE;
    if (place.source && !*inside)
        step = first_of(records, place.source);
    while (step.row != ROW_NONE && step.kind != KIND_file && count < STEPS_MOST) {
        const TableHead *table = records_table(records, step.kind);
        steps[count++] = step;
        step = (RecordAt){(Kind)table->parent_kind[step.row], table->parent[step.row]};
    }
    Str path = STR("");
    if (records->school.head.count && (!count || steps[count - 1].kind != KIND_school))
        path = with_step(records, path, (RecordAt){KIND_school, 0}, arena);
    while (count)
        path = with_step(records, path, steps[--count], arena);
    return path;
}
