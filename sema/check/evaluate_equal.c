/* Comparing two values that are known. People are the hard part: a post means whoever holds it, and `parent`
 * whoever stands in a parent's place. */
#include "sema/check/evaluate_kinds.h"

static CheckValue unknown(void)
{
    return VALUE_MISSING(((CheckType){.id = CHECK_yes_no}));
}

/* ---- people ---- */

bool post_stands_for_parent(uint8_t post)
{
    switch (post) {
    case CHOICE_post_parent:
    case CHOICE_post_mother:
    case CHOICE_post_father:
    case CHOICE_post_grandparent:
    case CHOICE_post_carer:
    case CHOICE_post_foster_carer: return true;
    default: return false;
    }
}

bool post_is_the_pupil(uint8_t post)
{
    return post == CHOICE_post_pupil || post == CHOICE_post_young_person;
}

static bool post_is(uint8_t post, uint8_t wanted)
{
    return post == wanted || (wanted == CHOICE_post_parent && post_stands_for_parent(post)) ||
           (post_is_the_pupil(wanted) && post_is_the_pupil(post));
}

static bool holds_post(const Records *records, uint32_t person, uint8_t wanted)
{
    const List_who *roles = &records->person.role;
    for (uint32_t i = roles->first[person]; i < roles->first[person + 1]; i++)
        if (post_is(roles->items[i].post, wanted))
            return true;
    const struct school_table *school = &records->school;
    for (uint32_t row = 0; row < school->head.count; row++)
        if ((wanted == CHOICE_post_senco && school->senco[row].row == person &&
             school->senco[row].kind == KIND_person) ||
            (wanted == CHOICE_post_headteacher && school->headteacher[row].row == person &&
             school->headteacher[row].kind == KIND_person))
            return true;
    return false;
}

/* A constant post or name against somebody. */
static bool who_is(const Evaluation *evaluation, const CheckValue *who, const CheckValue *wanted)
{
    const Records *records = evaluation->derived->records;
    bool is_person = who->row != ROW_NONE && who->kind == KIND_person;
    if (wanted->number && who->kind == KIND_parent && who->row != ROW_NONE)
        return wanted->number == CHOICE_post_parent;
    if (wanted->number)
        return post_is((uint8_t)who->number, (uint8_t)wanted->number) ||
               (is_person && holds_post(records, who->row, (uint8_t)wanted->number));
    return str_equal_folded(who->text, wanted->text) ||
           (is_person && (str_equal_folded(records->person.code[who->row], wanted->text) ||
                          str_equal_folded(records->person.name[who->row], wanted->text)));
}

static bool same_person(const Evaluation *evaluation, const CheckValue *a, const CheckValue *b)
{
    if (a->row != ROW_NONE && b->row != ROW_NONE)
        return a->kind == b->kind && a->row == b->row;
    return b->row == ROW_NONE ? who_is(evaluation, a, b) : who_is(evaluation, b, a);
}

/* ---- records ---- */

static Str code_of(const Records *records, const CheckValue *value)
{
    FieldId id = value->row == ROW_NONE ? FIELD_COUNT : schema_code_field((Kind)value->kind);
    return id == FIELD_COUNT ? value->text : *(const Str *)records_value(records, id, value->row);
}

static bool same_record(const Evaluation *evaluation, const CheckValue *a, const CheckValue *b)
{
    if (a->row != ROW_NONE && b->row != ROW_NONE)
        return a->kind == b->kind && a->row == b->row;
    const Records *records = evaluation->derived->records;
    return str_equal_folded(code_of(records, a), code_of(records, b));
}

/* ---- all ---- */

bool texts_equal(Str a, Str b)
{
    return str_equal_folded(str_trim(a), str_trim(b));
}

CheckValue values_equal(const Evaluation *evaluation, const CheckValue *a, const CheckValue *b)
{
    if (!a->known || !b->known)
        return unknown();
    if (a->type.id == CHECK_who || b->type.id == CHECK_who)
        return yes_or_no(same_person(evaluation, a, b));
    switch ((CheckTypeId)a->type.id) {
    case CHECK_yes_no:
    case CHECK_day:
    case CHECK_choice: return yes_or_no(a->number == b->number);
    case CHECK_amount:
        return amount_same_dimension(a->amount, b->amount) ? yes_or_no(!amount_compare(a->amount, b->amount))
                                                           : unknown();
    case CHECK_text: return yes_or_no(texts_equal(a->text, b->text));
    case CHECK_record: return yes_or_no(same_record(evaluation, a, b));
    case CHECK_who:
    case CHECK_shape: break;
    }
    return unknown();
}

CheckValue values_ordered(const CheckValue *a, const CheckValue *b, bool or_equal)
{
    int order;
    if (!a->known || !b->known)
        return unknown();
    if (a->type.id == CHECK_day)
        order = (a->number > b->number) - (a->number < b->number);
    else if (amount_same_dimension(a->amount, b->amount))
        order = amount_compare(a->amount, b->amount);
    else
        return unknown();
    return yes_or_no(order < 0 || (or_equal && order == 0));
}
