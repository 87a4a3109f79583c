/* Order: dates of which the later is written before the earlier. In: records, order.def; out: the few records
 * where that is so, with both facts in words. */
#include "sema/deriver.h"
#include "sema/schema.h"

#include <stdlib.h>

static const struct {
    Kind kind;
    FieldId earlier, later;
} orders[] = {
#define ORDER(kind, earlier, later) {KIND_##kind, FIELD_##kind##_##earlier, FIELD_##kind##_##later},
#include "sema/order.def"
};

/* The first thing found in a record is said of it. */
static void report(Deriver *deriver, Kind kind, uint32_t row, Str text)
{
    ARRAY_ADD(&deriver->derived->disorders, (Disorder){(uint8_t)kind, row, text});
}

/* What a fact is called in a sentence: as it is written; the date of a record by the record's word. */
static Str words_of_field(FieldId id)
{
    const Field *field = schema_field(id);
    if (field->place == PLACE_OWNED && field->key.length)
        return schema_field(field->owner)->key;
    return field->key.length ? field->key : schema_kind((Kind)field->kind)->key;
}

static Str dates_out_of_order(Deriver *deriver, Str later, int32_t later_day, Str earlier,
                              int32_t earlier_day)
{
    Arena *arena = &deriver->derived->arena;
    Str first = date_text(arena, later_day, DATE_FORM_long),
        then = date_text(arena, earlier_day, DATE_FORM_long);
    return arena_format(arena, "‘" STR_FMT " " STR_FMT "’ comes before ‘" STR_FMT " " STR_FMT "’",
                        STR_ARG(later), STR_ARG(first), STR_ARG(earlier), STR_ARG(then));
}

static bool is_before(int32_t later, int32_t earlier)
{
    return later != DAY_MISSING && earlier != DAY_MISSING && later < earlier;
}

static void look_at_pair(Deriver *deriver, size_t index)
{
    const Records *records = deriver->records;
    Kind kind = orders[index].kind;
    for (uint32_t row = 0; row < records_table(records, kind)->count; row++) {
        int32_t earlier = *(const int32_t *)records_value(records, orders[index].earlier, row);
        int32_t later = *(const int32_t *)records_value(records, orders[index].later, row);
        if (is_before(later, earlier))
            report(deriver, kind, row,
                   dates_out_of_order(deriver, words_of_field(orders[index].later), later,
                                      words_of_field(orders[index].earlier), earlier));
    }
}

/* ---- dates of two records ---- */

static void look_at_births(Deriver *deriver)
{
    const Records *records = deriver->records;
    Arena *arena = &deriver->derived->arena;
    for (uint32_t row = 0; row < records->pupil.head.count; row++) {
        int32_t born = records->pupil.born[row];
        if (is_before(records->today, born))
            report(deriver, KIND_pupil, row,
                   arena_format(arena, "‘born " STR_FMT "’ is still to come",
                                STR_ARG(date_text(arena, born, DATE_FORM_long))));
    }
}

static void look_at_plans(Deriver *deriver)
{
    const Records *records = deriver->records;
    for (uint32_t row = 0; row < records->plan.head.count; row++) {
        const PlanFigures *plan = &deriver->derived->plan[row];
        int32_t born = plan->pupil == ROW_NONE ? DAY_MISSING : records->pupil.born[plan->pupil];
        if (is_before(plan->parents_told, born))
            report(
                deriver, KIND_plan, row,
                dates_out_of_order(deriver, STR("parents informed"), plan->parents_told, STR("born"), born));
    }
}

static void look_at_results(Deriver *deriver)
{
    const Records *records = deriver->records;
    for (uint32_t row = 0; row < records->result.head.count; row++) {
        uint32_t outcome = records->result.outcome[row].row;
        int32_t baseline = outcome == ROW_NONE ? DAY_MISSING : records->outcome.baseline_on[outcome];
        if (is_before(records->result.on[row], baseline))
            report(deriver, KIND_result, row,
                   dates_out_of_order(deriver, STR("result on"), records->result.on[row], STR("baseline on"),
                                      baseline));
    }
}

/* The advice of section K is what the plan was made from. */
static void look_at_advice(Deriver *deriver)
{
    const Records *records = deriver->records;
    for (uint32_t row = 0; row < records->advice.head.count; row++) {
        uint32_t plan = records_enclosing(records, KIND_plan, KIND_advice, row);
        bool in_section = records_enclosing(records, KIND_section, KIND_advice, row) != ROW_NONE;
        if (in_section && plan != ROW_NONE && is_before(records->plan.issued[plan], records->advice.on[row]))
            report(deriver, KIND_advice, row,
                   dates_out_of_order(deriver, STR("issued"), records->plan.issued[plan], STR("advice on"),
                                      records->advice.on[row]));
    }
}

/* ---- all ---- */

static int compare_disorders(const void *a, const void *b)
{
    const Disorder *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return x->text.length && y->text.length ? str_compare(x->text, y->text) : 0;
}

void derive_disorders(Deriver *deriver)
{
    Derived *derived = deriver->derived;
    look_at_births(deriver);
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        look_at_pair(deriver, i);
    look_at_plans(deriver);
    look_at_results(deriver);
    look_at_advice(deriver);
    if (derived->disorders.count)
        qsort(derived->disorders.at, derived->disorders.count, sizeof *derived->disorders.at,
              compare_disorders);
}

Str derived_disorder(const Derived *derived, Kind kind, uint32_t row)
{
    size_t first = 0, end = derived->disorders.count;
    Disorder wanted = {.kind = (uint8_t)kind, .row = row};
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (compare_disorders(&derived->disorders.at[middle], &wanted) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    bool found =
        first < derived->disorders.count && !compare_disorders(&derived->disorders.at[first], &wanted);
    return found ? derived->disorders.at[first].text : STR("");
}
