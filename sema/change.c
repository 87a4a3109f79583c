/* A change, from one value to another: whether the two count the same thing. In: the two values as they were
 * bound; out: findings, and the unit that was written once and meant twice. */
#include "sema/binder.h"

/* The number of months in `7.6`, where its figures after the dot can be months; -1 else. */
static int months_after_dot(Str number, int *years)
{
    int months = 0;
    size_t dot = 0;
    for (*years = 0; dot < number.length && number.at[dot] >= '0' && number.at[dot] <= '9' && dot < 3; dot++)
        *years = *years * 10 + number.at[dot] - '0';
    if (dot == 0 || dot + 1 >= number.length || number.length - dot > 3 || number.at[dot] != '.')
        return -1;
    for (size_t i = dot + 1; i < number.length; i++) {
        if (number.at[i] < '0' || number.at[i] > '9')
            return -1;
        months = months * 10 + number.at[i] - '0';
    }
    return months < 12 ? months : -1;
}

static bool holds_word(Str text, Str word)
{
    for (size_t i = 0; i + word.length <= text.length; i++) {
        bool starts = i == 0 || text.at[i - 1] == ' ';
        bool ends = i + word.length == text.length || text.at[i + word.length] == ' ' ||
                    text.at[i + word.length] == ',';
        if (starts && ends && str_equal_folded(str_slice(text, i, i + word.length), word))
            return true;
    }
    return false;
}

/* `measure "reading age" from 7.6 to 8.6`: months or tenths? */
static void ask_about_ages(Binder *binder, Scope scope, FieldId id)
{
    const KindInfo *kind = schema_kind(scope.kind);
    if (schema_field(id)->type != TYPE_text || schema_field(id)->many == MANY_list)
        return;
    if (!holds_word(*(const Str *)records_value(binder->records, id, scope.row), STR("age")))
        return;
    for (FieldId owned = id + 1; owned < kind->field_end && schema_field(owned)->owner == id; owned++) {
        if (schema_field(owned)->type != TYPE_amount || !records_given(binder->records, owned, scope.row))
            continue;
        int years;
        Place place = records_place(binder->records, scope.kind, scope.row, owned);
        Str number = source_text(binder->source, place.span);
        int months = months_after_dot(number, &years);
        if (months < 0)
            continue;
        finding_age_or_decimal(binder->findings, place, number, years, months);
        return; /* whoever mends one sees to the other */
    }
}

/* `from 5 to 3 times a week`, `from 2 to 4 out of 5`: the unit stands once, and is meant of both. */
static bool takes_unit_of(const Amount *plain, const Amount *other)
{
    bool beyond = other->out_of && plain->number > other->out_of * INT64_C(1000);
    return plain->unit == UNIT_number && plain->per == UNIT_none && !plain->out_of &&
           other->unit != UNIT_age && !beyond;
}

static void take_unit(Amount *plain, const Amount *other)
{
    int64_t number = plain->number;
    *plain = other->per == UNIT_none && !other->out_of ? amount_make(number, (Unit)other->unit) : *other;
    if (other->per != UNIT_none || other->out_of)
        plain->number = amount_make(number, (Unit)other->unit).number;
}

static void compare_units(Binder *binder, Scope scope, FieldId from_id, FieldId to_id)
{
    Amount *from = records_value(binder->records, from_id, scope.row);
    Amount *to = records_value(binder->records, to_id, scope.row);
    bool same = amount_same_dimension(*from, *to) && !from->out_of == !to->out_of;
    if (amount_is_missing(*from) || amount_is_missing(*to) || same)
        return;
    Place place = records_place(binder->records, scope.kind, scope.row, to_id);
    if (!takes_unit_of(from, to) && !takes_unit_of(to, from)) {
        Place first = records_place(binder->records, scope.kind, scope.row, from_id);
        Finding *finding =
            finding_units_differ(binder->findings, place, source_text(binder->source, first.span),
                                 source_text(binder->source, place.span));
        finding_second(binder->findings, finding, first, "This is the other value.");
        return;
    }
    bool from_is_plain = takes_unit_of(from, to);
    if (from_is_plain)
        take_unit(from, to);
    else
        take_unit(to, from);
    Place plain = from_is_plain ? records_place(binder->records, scope.kind, scope.row, from_id) : place;
    Str better = amount_text(&binder->scratch, from_is_plain ? *from : *to);
    Finding *finding =
        finding_unit_once(binder->findings, plain, source_text(binder->source, plain.span), better);
    finding_fix(binder->findings, finding, plain.span, better);
}

void change_check(Binder *binder, Scope scope, FieldId id)
{
    FieldSlice amounts = shape_facts[id].amounts;
    if (!amounts.count)
        return;
    ask_about_ages(binder, scope, id);
    FieldId ends[2];
    unsigned count = 0;
    for (unsigned i = 0; i < amounts.count && count < 2; i++) {
        FieldId end = shape_fields[amounts.first + i];
        if (records_given(binder->records, end, scope.row))
            ends[count++] = end;
    }
    if (count == 2)
        compare_units(binder, scope, ends[0], ends[1]);
}
