/* Running checks, check by check and record by record. In: programs, derived records; out: findings. */
#include "sema/check/run.h"

typedef struct Running {
    const CheckRun *run;
    const Program *program;
    Findings *findings;
    Arena scratch;
    const CheckSetting *settings;
    Allows allows;
    Evaluation evaluation;
    Texts texts;
    uint32_t left_out;      /* checks that need a school */
    uint32_t last_left_out; /* number of the last of them + 1 */
    const Check *gave_up;   /* the last that did */
} Running;

static bool is_in_force(const CheckRun *run, const Check *check)
{
    return (check->in_force_from == DAY_MISSING || check->in_force_from <= run->law_as_of) &&
           (check->in_force_until == DAY_MISSING || check->in_force_until >= run->law_as_of);
}

static uint8_t severity_of(Running *running, const CheckRule *rule, const CheckSetting *setting)
{
    if (setting->has_severity && !running->run->only)
        return setting->severity;
    for (uint32_t i = 0; i < rule->severities.count; i++) {
        const CheckSeverity *severity = &running->program->severities[rule->severities.first + i];
        if (severity->when == NODE_NONE || surely(&running->evaluation, severity->when, true))
            return severity->severity;
    }
    return running->program->checks[rule->check].rule.severity;
}

static Place place_of_fact(const Running *running, Kind kind, uint32_t row, uint16_t field)
{
    return records_place(running->run->derived->records, kind, row, (FieldId)field);
}

/* Whether the fact was written, so that it has a place of its own. */
static bool is_written(const Running *running, Kind kind, uint32_t row, uint16_t field)
{
    Place line = records_line(running->run->derived->records, kind, row);
    Place place = place_of_fact(running, kind, row, field);
    return place.span.first != line.span.first || place.span.end != line.span.end;
}

/* The facts that the check compares, where it compares two and both were written. */
static bool has_two_places(const Running *running, const CheckRule *rule, Kind kind, uint32_t row)
{
    return rule->also != FIELD_COUNT && is_written(running, kind, row, rule->asked) &&
           is_written(running, kind, row, rule->also);
}

/* The fact that is asked for, else the record. */
static Place place_of(const Running *running, const CheckRule *rule, Kind kind, uint32_t row)
{
    bool is_fact = rule->asked != FIELD_COUNT && rule->also == FIELD_COUNT;
    return is_fact || has_two_places(running, rule, kind, row)
               ? place_of_fact(running, kind, row, rule->asked)
               : records_line(running->run->derived->records, kind, row);
}

static void report(Running *running, const CheckRule *rule, Kind kind, uint32_t row)
{
    const Check *check = &running->program->checks[rule->check];
    Evaluation *evaluation = &running->evaluation;
    Str allowed = {NULL, 0};
    if (!running->run->only)
        allowed = allows_cover(&running->allows, running->run, check, kind, row);
    uint8_t severity = severity_of(running, rule, &running->settings[rule->check]);
    Str message = message_fill(evaluation, rule->says, &running->findings->arena);
    Finding *finding = finding_add(running->findings, FINDING_check_found, (Severity)severity,
                                   place_of(running, rule, kind, row), STR_FMT, STR_ARG(message));
    finding->rule = &check->rule;
    finding->allowed = allowed;
    if (has_two_places(running, rule, kind, row))
        finding_second(running->findings, finding, place_of_fact(running, kind, row, rule->also),
                       "against this ‘" STR_FMT "’", STR_ARG(schema_field((FieldId)rule->also)->key));
    Str help = message_help(check, &running->findings->arena);
    if (help.length)
        finding_help(running->findings, finding, STR_FMT, STR_ARG(help));
}

static bool is_tried(const Running *running, const CheckRule *rule, const TableHead *table, uint32_t row)
{
    const bool *silent = running->run->silent;
    return (!rule->on.variant || table->variant[row] + 1 == rule->on.variant) &&
           !(silent && silent[table->source[row]]);
}

static void try_record(Running *running, const CheckRule *rule, Kind kind, uint32_t row)
{
    Evaluation *evaluation = &running->evaluation;
    evaluation_set(evaluation, kind, row);
    bool is_meant = rule->when == NODE_NONE || surely(evaluation, rule->when, true);
    if (is_meant && surely(evaluation, rule->require, false))
        report(running, rule, kind, row);
    const Check *check = &running->program->checks[rule->check];
    if (!evaluation->gave_up || running->gave_up == check)
        return;
    running->gave_up = check;
    finding_check_gave_up(running->findings, records_line(running->run->derived->records, kind, row),
                          check->rule.name);
}

static void leave_out(Running *running, const CheckRule *rule, const TableHead *table)
{
    bool has_rows = false;
    for (uint32_t row = 0; row < table->count && !has_rows; row++)
        has_rows = is_tried(running, rule, table, row);
    if (has_rows && running->last_left_out != rule->check + 1)
        running->left_out++;
    if (has_rows)
        running->last_left_out = rule->check + 1;
}

static void run_rule(Running *running, const CheckRule *rule)
{
    const CheckRun *run = running->run;
    const Check *check = &running->program->checks[rule->check];
    const CheckSetting *setting = &running->settings[rule->check];
    const TableHead *table = records_table(run->derived->records, (Kind)rule->on.kind);
    if (run->only ? run->only != check : setting->ignored || !is_in_force(run, check))
        return;
    if (rule->wants_school && !run->has_school) {
        leave_out(running, rule, table);
        return;
    }
    running->evaluation.limit = setting->limit;
    for (uint32_t row = 0; row < table->count; row++)
        if (is_tried(running, rule, table, row))
            try_record(running, rule, (Kind)rule->on.kind, row);
}

/* Does any check ask what texts hold? Else nobody reads them. */
static bool asks_for_texts(const CheckRun *run)
{
    for (unsigned i = 0; i < run->program_count; i++)
        for (uint32_t node = 0; node < run->programs[i]->node_count; node++)
            if (run->programs[i]->nodes[node].op == CHECK_OP_derived &&
                derived_is_of_texts((DerivedId)run->programs[i]->nodes[node].of))
                return true;
    return false;
}

static void run_program(Running *running, const Program *program)
{
    const CheckRun *run = running->run;
    running->program = program;
    running->settings = settings_of(run, program, &running->scratch);
    running->last_left_out = 0;
    running->evaluation = (Evaluation){.program = program,
                                       .derived = run->derived,
                                       .texts = &running->texts,
                                       .matches = run->matches,
                                       .matches_context = run->matches_context};
    for (uint32_t i = 0; i < program->rule_count; i++)
        run_rule(running, &program->rules[i]);
}

void checks_run(const CheckRun *run, Findings *findings)
{
    Running running = {.run = run, .findings = findings};
    running.allows.used = ARENA_ARRAY(&running.scratch, bool, run->derived->records->allow.head.count + 1);
    if (asks_for_texts(run))
        texts_read(&running.texts, run->derived);
    for (unsigned i = 0; i < run->program_count; i++)
        run_program(&running, run->programs[i]);
    if (!run->only) {
        settings_report(run, findings);
        allows_report(&running.allows, run, findings);
    }
    if (running.left_out)
        finding_school_checks_left_out(findings, (Place){0}, running.left_out);
    texts_free(&running.texts);
    arena_free(&running.scratch);
}
