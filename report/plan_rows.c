/* Rows of a plan. In: records, and what is derived from them. Out: which rows belong to the plan, which of
 * them are finished, in which section they stand, and the ids that links lead to. */
#include "report/plan.h"

RowRange plan_rows(const Plan *plan, Kind kind)
{
    return records_inside(plan->facts.records, kind, KIND_plan, plan->row);
}

bool row_stands_in(const Plan *plan, Kind kind, uint32_t row, Kind outer, uint32_t outer_row)
{
    const TableHead *table = records_table(plan->facts.records, kind);
    return table->parent[row] == outer_row && table->parent_kind[row] == outer;
}

Rows rows_in(const Plan *plan, Kind kind, Kind outer, uint32_t outer_row)
{
    Rows rows = {0};
    if (outer_row == ROW_NONE)
        return rows;
    RowRange range = records_inside(plan->facts.records, kind, outer, outer_row);
    for (uint32_t row = range.first; row < range.end; row++)
        if (row_stands_in(plan, kind, row, outer, outer_row))
            ARRAY_ADD(&rows.list, row);
    return rows;
}

Rows rows_under(const Plan *plan, Kind kind)
{
    Rows rows = {0};
    RowRange range = plan_rows(plan, kind);
    for (uint32_t row = range.first; row < range.end; row++)
        ARRAY_ADD(&rows.list, row);
    return rows;
}

/* ---- finished or not ---- */

/* In a cycle before the one the plan is in today. */
static bool in_earlier_cycle(const Plan *plan, Kind kind, uint32_t row)
{
    uint32_t current = plan->derived->plan[plan->row].cycle;
    uint32_t cycle = records_enclosing(plan->facts.records, KIND_cycle, kind, row);
    return cycle != ROW_NONE && current != ROW_NONE && cycle < current;
}

static bool has_ended(const Plan *plan, Kind kind, uint32_t row)
{
    if (kind == KIND_outcome && !plan->derived->outcome[row].is_open)
        return true;
    return in_earlier_cycle(plan, kind, row);
}

static bool all_ended(const Plan *plan, Kind kind)
{
    RowRange rows = plan_rows(plan, kind);
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (!has_ended(plan, kind, row))
            return false;
    return true;
}

bool plan_row_is_finished(const Plan *plan, Kind kind, uint32_t row)
{
    return !(kind == KIND_outcome ? plan->outcomes_ended : plan->provision_ended) &&
           has_ended(plan, kind, row);
}

bool plan_row_is_past(const Plan *plan, Kind kind, uint32_t row)
{
    return plan_row_is_finished(plan, kind, row) && in_earlier_cycle(plan, kind, row);
}

/* ---- sections of an EHC plan ---- */

static unsigned need_section(const Plan *plan, uint32_t row)
{
    if (fact_flag(&plan->facts, FIELD_need_health, row))
        return CHOICE_section_c;
    return fact_flag(&plan->facts, FIELD_need_social_care, row) ? CHOICE_section_d : CHOICE_section_b;
}

static unsigned provision_section(const Plan *plan, uint32_t row)
{
    switch (fact_choice(&plan->facts, FIELD_provision_kind, row)) {
    case CHOICE_provision_kind_health: return CHOICE_section_g;
    case CHOICE_provision_kind_social_care: return CHOICE_section_h2;
    default: return CHOICE_section_f;
    }
}

unsigned plan_section_of(const Plan *plan, Kind kind, uint32_t row)
{
    if (!plan->is_ehc)
        return 0;
    uint32_t section = records_enclosing(plan->facts.records, KIND_section, kind, row);
    if (section != ROW_NONE)
        return fact_choice(&plan->facts, FIELD_section_letter, section);
    switch ((int)kind) {
    case KIND_aspiration: return CHOICE_section_a;
    case KIND_need: return need_section(plan, row);
    case KIND_outcome: return CHOICE_section_e;
    case KIND_provision: return provision_section(plan, row);
    case KIND_advice: return CHOICE_section_k;
    default: return 0;
    }
}

/* ---- ids ---- */

Str plan_code(const Plan *plan, Kind kind, uint32_t row)
{
    FieldId field = schema_code_field(kind);
    return field == FIELD_COUNT ? (Str){NULL, 0} : fact_text(&plan->facts, field, row);
}

/* Codes are letters, digits, `-` and `.`, alike whatever their case, and one of a kind in their plan. An id
 * has no full stop: it becomes the one letter that is never left as a capital. */
static Str id_from(Arena *arena, Str kind, Str code)
{
    Out id = {0};
    out_str(&id, kind);
    out_char(&id, '-');
    for (size_t i = 0; i < code.length; i++) {
        char c = code.at[i];
        if (c >= 'A' && c <= 'Z')
            out_char(&id, (char)(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            out_char(&id, c);
        else if (c == '.')
            out_char(&id, 'P');
        else
            out_format(&id, "X%02X", (unsigned)(unsigned char)c);
    }
    Str result = arena_str(arena, out_result(&id));
    out_free(&id);
    return result;
}

Str plan_id(const Plan *plan, Kind kind, uint32_t row)
{
    RowRange own = plan_rows(plan, kind);
    Str code = plan_code(plan, kind, row);
    if (row < own.first || row >= own.end || code.length == 0)
        return (Str){NULL, 0};
    return id_from(plan->arena, schema_kind(kind)->name, code);
}

Str plan_target(const Plan *plan, Kind kind, uint32_t row)
{
    Str id = plan_id(plan, kind, row);
    return id.length > 0 ? arena_format(plan->arena, "#" STR_FMT, STR_ARG(id)) : id;
}

/* ---- opening ---- */

/* "Bilal K" is Bilal to those who know him. */
static Str first_word(Str name)
{
    for (size_t i = 0; i < name.length; i++)
        if (name.at[i] == ' ' && i > 0)
            return str_slice(name, 0, i);
    return name;
}

Plan plan_open(const Derived *derived, uint32_t row, const ReportOptions *options, Arena *arena)
{
    const Records *records = derived->records;
    Plan plan = {
        .facts = {records, options->audience}, .derived = derived, .options = options, .arena = arena};
    plan.row = row;
    plan.is_ehc = derived->plan[row].is_ehc;
    plan.pupil = derived->plan[row].pupil;
    plan.school = records->school.head.count > 0 ? 0 : ROW_NONE;
    plan.name = fact_text(&plan.facts, FIELD_pupil_name, plan.pupil);
    plan.first = first_word(plan.name);
    if (plan.name.length == 0) {
        plan.name = STR("The pupil");
        plan.first = STR("the pupil");
    }
    plan.outcomes_ended = all_ended(&plan, KIND_outcome);
    plan.provision_ended = all_ended(&plan, KIND_provision);
    return plan;
}
