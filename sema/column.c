/* Column: reads a fact's values by its number. In: records; out: slices of their columns. */
#include "sema/column.h"

#include "sema/schema.h"

Values column_values(const Records *records, FieldId id, uint32_t row)
{
    const Field *field = schema_field(id);
    if (field->many != MANY_list)
        return (Values){records_value(records, id, row), 1, field->size};
    const List_text *list = records_list(records, id); /* all lists are laid out alike */
    uint32_t first = list->first[row], count = list->first[row + 1] - first;
    if (!count)
        return (Values){NULL, 0, field->size};
    return (Values){(char *)list->items + (size_t)first * field->size, count, field->size};
}

void *values_at(Values values, uint32_t index)
{
    return values.at + (size_t)index * values.size;
}
