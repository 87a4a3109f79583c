/* Settings: what the school has chosen about checks: not to use one, how grave it is, its limit. */
#include "sema/check/run.h"

const Check *run_check_named(const CheckRun *run, Str name)
{
    for (unsigned i = 0; i < run->program_count; i++) {
        const Check *check = program_check(run->programs[i], name);
        if (check)
            return check;
    }
    return NULL;
}

static CheckSetting *setting_for(const Program *program, CheckSetting *settings, Str name)
{
    const Check *check = program_check(program, name);
    return check ? &settings[check - program->checks] : NULL;
}

static uint8_t severity_chosen(uint8_t choice)
{
    return choice == CHOICE_severity_error  ? SEVERITY_error
           : choice == CHOICE_severity_note ? SEVERITY_note
                                            : SEVERITY_warning;
}

CheckSetting *settings_of(const CheckRun *run, const Program *program, Arena *arena)
{
    const Records *records = run->derived->records;
    CheckSetting *settings = ARENA_ARRAY(arena, CheckSetting, program->check_count + 1);
    for (uint32_t i = 0; i < program->check_count; i++)
        settings[i].limit = program->checks[i].limit;
    for (uint32_t row = 0; row < records->setting_ignore.head.count; row++) {
        CheckSetting *setting = setting_for(program, settings, records->setting_ignore.check[row]);
        if (setting)
            setting->ignored = true;
    }
    for (uint32_t row = 0; row < records->setting_severity.head.count; row++) {
        CheckSetting *setting = setting_for(program, settings, records->setting_severity.check[row]);
        if (!setting)
            continue;
        setting->has_severity = true;
        setting->severity = severity_chosen(records->setting_severity.level[row]);
    }
    for (uint32_t row = 0; row < records->setting_limit.head.count; row++) {
        CheckSetting *setting = setting_for(program, settings, records->setting_limit.check[row]);
        Amount limit = check_limit(records->setting_limit.value[row]);
        if (setting && amount_same_dimension(setting->limit, limit))
            setting->limit = limit;
    }
    return settings;
}

/* Is that the name of a check that is known, or of one that could not be read, which has been said? */
static bool is_name_of_check(const CheckRun *run, Str name)
{
    const Records *records = run->derived->records;
    bool is_name = run_check_named(run, name) != NULL;
    for (uint32_t row = 0; !is_name && row < records->check.head.count; row++)
        is_name = str_equal_folded(records->check.name[row], name);
    for (unsigned kind = 0; !is_name && kind < FINDING_COUNT; kind++)
        is_name = str_equal_folded(finding_name((FindingKind)kind), name);
    return is_name;
}

static void report_unknown(const CheckRun *run, Findings *findings, Kind kind, FieldId field, uint32_t row)
{
    const Records *records = run->derived->records;
    Str name = *(const Str *)records_value(records, field, row), best = STR("");
    unsigned distance, least = 5;
    uint32_t source = records_table(records, kind)->source[row];
    if (!name.length || (run->silent && run->silent[source]) || is_name_of_check(run, name))
        return;
    Finding *finding = finding_check_not_known(findings, records_place(records, kind, row, field), name);
    for (unsigned i = 0; i < run->program_count; i++)
        for (uint32_t check = 0; check < run->programs[i]->check_count; check++) {
            Str other = run->programs[i]->checks[check].rule.name;
            if ((distance = str_distance(other, name, least)) >= least)
                continue;
            least = distance;
            best = other;
        }
    if (best.length)
        finding_help(findings, finding, "Did you mean ‘" STR_FMT "’?", STR_ARG(best));
}

static void report_limit(const CheckRun *run, Findings *findings, uint32_t row)
{
    const Records *records = run->derived->records;
    const Check *check = run_check_named(run, records->setting_limit.check[row]);
    if (!check || amount_same_dimension(check->limit, check_limit(records->setting_limit.value[row])))
        return;
    Str limit = amount_is_missing(check->limit) ? STR("none: it has no limit")
                                                : amount_text(&findings->arena, check->limit);
    finding_limit_of_another_sort(findings,
                                  records_place(records, KIND_setting_limit, row, FIELD_setting_limit_value),
                                  check->rule.name, limit);
}

void settings_report(const CheckRun *run, Findings *findings)
{
    static const struct {
        Kind kind;
        FieldId field;
    } names[] = {{KIND_setting_ignore, FIELD_setting_ignore_check},
                 {KIND_setting_severity, FIELD_setting_severity_check},
                 {KIND_setting_limit, FIELD_setting_limit_check},
                 {KIND_allow, FIELD_allow_check}};
    const Records *records = run->derived->records;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (uint32_t row = 0; row < records_table(records, names[i].kind)->count; row++)
            report_unknown(run, findings, names[i].kind, names[i].field, row);
    for (uint32_t row = 0; row < records->setting_limit.head.count; row++)
        report_limit(run, findings, row);
}
