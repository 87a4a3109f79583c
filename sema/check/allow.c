/* Allowing: a finding that has been looked at and is right as it is stays silent; an `allow` that is no
 * longer of use is spoken of. */
#include "sema/check/run.h"

static bool is_over(const Records *records, uint32_t allow)
{
    return records->allow.until[allow] != DAY_MISSING && records->allow.until[allow] < records->today;
}

/* A reason that could not be read is a mistake of its own. */
static Str text_or_empty(Str text)
{
    return text.at ? text : STR("");
}

/* Does the `allow` speak of the record: has it, or a record it stands in, the code? */
static bool names_record(const Records *records, Str code, Kind kind, uint32_t row)
{
    while (code.length && kind != KIND_file) {
        FieldId id = schema_code_field(kind);
        if (id != FIELD_COUNT && str_equal_folded(*(const Str *)records_value(records, id, row), code))
            return true;
        const TableHead *table = records_table(records, kind);
        kind = (Kind)table->parent_kind[row];
        row = table->parent[row];
    }
    return !code.length;
}

/* An `allow` speaks of the plan it stands in, of its file, or in the school of all. */
static bool is_in_reach(const Records *records, uint32_t allow, Kind kind, uint32_t row)
{
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_allow, allow);
    if (plan != ROW_NONE)
        return records_enclosing(records, KIND_plan, kind, row) == plan ||
               (kind == KIND_pupil && records->plan.pupil[plan].row == row);
    if (records->allow.head.parent_kind[allow] != KIND_file)
        return true;
    return records->allow.head.source[allow] == records_table(records, kind)->source[row];
}

Str allows_cover(Allows *allows, const CheckRun *run, const Check *check, Kind kind, uint32_t row)
{
    const Records *records = run->derived->records;
    Str because = {NULL, 0};
    for (uint32_t allow = 0; allow < records->allow.head.count; allow++) {
        if (!str_equal_folded(records->allow.check[allow], check->rule.name) ||
            !is_in_reach(records, allow, kind, row) ||
            !names_record(records, records->allow.on[allow], kind, row))
            continue;
        allows->used[allow] = true;
        if (!because.at && !is_over(records, allow))
            because = text_or_empty(records->allow.because[allow]);
    }
    return because;
}

/* Could the check have found what is allowed? Not where a part of it cannot be read, or the school that it
 * asks for is not there; both have been said. */
static bool was_tried(const CheckRun *run, Str name)
{
    for (unsigned i = 0; i < run->program_count; i++) {
        const Program *program = run->programs[i];
        const Check *check = program_check(program, name);
        uint32_t rules = 0;
        if (!check)
            continue;
        for (uint32_t rule = 0; rule < program->rule_count; rule++)
            rules += program->checks + program->rules[rule].check == check &&
                     (run->has_school || !program->rules[rule].wants_school);
        return rules == check->kinds.count;
    }
    return false;
}

void allows_report(const Allows *allows, const CheckRun *run, Findings *findings)
{
    const Records *records = run->derived->records;
    for (uint32_t allow = 0; allow < records->allow.head.count; allow++) {
        Str name = records->allow.check[allow];
        Place place = records_line(records, KIND_allow, allow);
        bool silent = run->silent && run->silent[records->allow.head.source[allow]];
        if (silent || !was_tried(run, name))
            continue;
        if (!allows->used[allow])
            finding_allow_without_effect(findings, place, name);
        else if (is_over(records, allow))
            finding_allow_out_of_date(
                findings, place, name,
                date_text(&findings->arena, records->allow.until[allow], DATE_FORM_long));
    }
}
