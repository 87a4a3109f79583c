/* Reading records for an audience. In: the records and who is reading; out: values, missing where the schema
 * says that the reader may not see them. It knows no kind and no fact by name, but for posts that betray one.
 */
#include "report/facts.h"

bool fact_seen(const Facts *facts, FieldId field)
{
    return schema_field(field)->see <= facts->audience;
}

/* All list columns have the layout of this one; items are reached by the size of the fact's type. */
typedef List_text AnyList;

uint32_t fact_count(const Facts *facts, FieldId field, uint32_t row)
{
    if (row == ROW_NONE || !fact_seen(facts, field))
        return 0;
    if (schema_field(field)->many != MANY_list)
        return records_given(facts->records, field, row);
    const AnyList *list = records_list(facts->records, field);
    return list->first[row + 1] - list->first[row];
}

/* The value of a one or opt fact, or what stands for missing. */
static const void *value_of(const Facts *facts, FieldId field, uint32_t row)
{
    if (row == ROW_NONE || !fact_seen(facts, field))
        return type_missing((Type)schema_field(field)->type);
    return records_value(facts->records, field, row);
}

/* One value of a list fact; likewise. */
static const void *item_of(const Facts *facts, FieldId field, uint32_t row, uint32_t index)
{
    const Field *info = schema_field(field);
    if (index >= fact_count(facts, field, row))
        return type_missing((Type)info->type);
    const AnyList *list = records_list(facts->records, field);
    return (const char *)list->items + (size_t)(list->first[row] + index) * info->size;
}

Str fact_text(const Facts *facts, FieldId field, uint32_t row)
{
    return *(const Str *)value_of(facts, field, row);
}

int32_t fact_day(const Facts *facts, FieldId field, uint32_t row)
{
    return *(const int32_t *)value_of(facts, field, row);
}

Amount fact_amount(const Facts *facts, FieldId field, uint32_t row)
{
    return *(const Amount *)value_of(facts, field, row);
}

Dosage fact_dosage(const Facts *facts, FieldId field, uint32_t row)
{
    return *(const Dosage *)value_of(facts, field, row);
}

unsigned fact_choice(const Facts *facts, FieldId field, uint32_t row)
{
    return *(const uint8_t *)value_of(facts, field, row);
}

bool fact_flag(const Facts *facts, FieldId field, uint32_t row)
{
    return fact_choice(facts, field, row) == FLAG_yes;
}

static const Who *who_or_none(const Who *who)
{
    return who->text.length > 0 ? who : NULL;
}

static const Reference *reference_or_none(const Reference *reference)
{
    return reference->text.length > 0 ? reference : NULL;
}

const Who *fact_who(const Facts *facts, FieldId field, uint32_t row)
{
    return who_or_none(value_of(facts, field, row));
}

const Reference *fact_reference(const Facts *facts, FieldId field, uint32_t row)
{
    return reference_or_none(value_of(facts, field, row));
}

Str fact_text_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index)
{
    return *(const Str *)item_of(facts, field, row, index);
}

int32_t fact_day_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index)
{
    return *(const int32_t *)item_of(facts, field, row, index);
}

unsigned fact_choice_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index)
{
    return *(const uint8_t *)item_of(facts, field, row, index);
}

const Who *fact_who_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index)
{
    return who_or_none(item_of(facts, field, row, index));
}

const Reference *fact_reference_at(const Facts *facts, FieldId field, uint32_t row, uint32_t index)
{
    return reference_or_none(item_of(facts, field, row, index));
}

Str fact_print(const Facts *facts, FieldId field, uint32_t row)
{
    unsigned choice = fact_choice(facts, field, row);
    return choice ? choice_info((ChoiceList)schema_field(field)->of, choice)->print : (Str){NULL, 0};
}

/* Posts that only some pupils have somebody in: to name one says what the fact says. */
static const struct {
    unsigned post;
    FieldId tells;
    unsigned instead;
} telling_posts[] = {
    {CHOICE_post_designated_teacher, FIELD_pupil_designated_teacher, CHOICE_post_teacher},
    {CHOICE_post_virtual_school_head, FIELD_pupil_designated_teacher, CHOICE_post_local_authority},
};

unsigned fact_post(const Facts *facts, unsigned post)
{
    for (size_t i = 0; i < sizeof telling_posts / sizeof *telling_posts; i++)
        if (telling_posts[i].post == post && !fact_seen(facts, telling_posts[i].tells))
            return telling_posts[i].instead;
    return post;
}
