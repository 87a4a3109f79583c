/* Running checks: of each kind the records block by block, all checks on a block, so that its columns are
 * read while they are near. In: programs, derived records, kernels where there are any; out: findings. Where
 * a kernel finds a record that fails, the evaluator goes over it again and its word counts. */
#include "sema/check/phrases.h"

#include <string.h>

enum { BLOCK_ROWS = 4096 };

typedef struct Running {
    const CheckRun *run;
    const Program *program;
    Findings *findings;
    Arena scratch;
    const CheckSetting *settings;
    CheckKernel *const *kernels; /* of the program; NULL: none */
    Allows allows;
    Evaluation evaluation;
    Texts texts;
    Readings readings;
    Phrases phrases;
    CheckFrame frame;
    uint32_t left_out;  /* checks that need a school */
    bool *is_left_out;  /* by check */
    bool *gave_up;      /* likewise: where that has been said */
    uint8_t *found;     /* what a kernel wrote for a block */
    uint32_t *by_kind;  /* rules, kind by kind in their order; those of a kind … */
    uint32_t *first_of; /* … from here on */
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

/* The date of a record has no word of its own: it is the record's. */
static Str words_of_fact(FieldId id)
{
    const Field *field = schema_field(id);
    return field->key.length ? field->key : schema_kind((Kind)field->kind)->key;
}

static void report(Running *running, const CheckRule *rule, Kind kind, uint32_t row)
{
    const Check *check = &running->program->checks[rule->check];
    Evaluation *evaluation = &running->evaluation;
    Str allowed = {NULL, 0};
    if (!running->run->only)
        allowed = allows_cover(&running->allows, running->run, check, kind, row);
    uint8_t severity = severity_of(running, rule, &running->settings[rule->check]);
    if (phrases_gather(&running->phrases, evaluation, rule, severity, allowed, running->findings))
        return;
    Str message = message_fill(evaluation, rule->says, NULL, &running->findings->arena);
    Place place = place_of(running, rule, kind, row);
    if (rule->asked == FIELD_COUNT)
        message_quotes(evaluation, rule->says, &place);
    Finding *finding = finding_add(running->findings, FINDING_check_found, (Severity)severity, place, STR_FMT,
                                   STR_ARG(message));
    finding->rule = &check->rule;
    finding->allowed = allowed;
    if (has_two_places(running, rule, kind, row))
        finding_second(running->findings, finding, place_of_fact(running, kind, row, rule->also),
                       "against this ‘" STR_FMT "’", STR_ARG(words_of_fact((FieldId)rule->also)));
    Str help = message_help(check, &running->findings->arena);
    if (help.length)
        finding_help(running->findings, finding, STR_FMT, STR_ARG(help));
    message_fix(evaluation, rule, running->findings, finding);
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
    if (!evaluation->gave_up || running->gave_up[rule->check])
        return;
    running->gave_up[rule->check] = true;
    finding_check_gave_up(running->findings, records_line(running->run->derived->records, kind, row),
                          running->program->checks[rule->check].rule.name);
}

/* ---- a rule on a block ---- */

static void try_rows(Running *running, const CheckRule *rule, const TableHead *table, RowRange rows)
{
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (is_tried(running, rule, table, row))
            try_record(running, rule, (Kind)rule->on.kind, row);
}

/* Nearly all records pass: eight are looked at at once. */
static void try_found(Running *running, const CheckRule *rule, const TableHead *table, RowRange rows)
{
    uint32_t count = rows.end - rows.first;
    for (uint32_t i = 0; i < count;) {
        uint64_t eight = 0;
        uint32_t next = count - i < sizeof eight ? count : i + (uint32_t)sizeof eight;
        memcpy(&eight, running->found + i, next - i);
        for (; eight && i < next; i++)
            if (running->found[i] != KERNEL_passes)
                try_rows(running, rule, table, (RowRange){rows.first + i, rows.first + i + 1});
        i = next;
    }
}

static void try_block(Running *running, uint32_t number, const TableHead *table, RowRange rows)
{
    const CheckRule *rule = &running->program->rules[number];
    running->evaluation.limit = running->settings[rule->check].limit;
    if (!running->kernels) {
        try_rows(running, rule, table, rows);
        return;
    }
    running->frame.limit = running->evaluation.limit;
    running->kernels[number](&running->frame, rows.first, rows.end, running->found);
    try_found(running, rule, table, rows);
}

/* ---- a program ---- */

static void leave_out(Running *running, const CheckRule *rule, const TableHead *table)
{
    bool has_rows = false;
    for (uint32_t row = 0; row < table->count && !has_rows; row++)
        has_rows = is_tried(running, rule, table, row);
    running->left_out += has_rows && !running->is_left_out[rule->check];
    running->is_left_out[rule->check] |= has_rows;
}

/* Whether the rule is run at all. */
static bool is_run(Running *running, const CheckRule *rule)
{
    const CheckRun *run = running->run;
    const Check *check = &running->program->checks[rule->check];
    const TableHead *table = records_table(run->derived->records, (Kind)rule->on.kind);
    bool is_meant =
        run->only ? run->only == check : !running->settings[rule->check].ignored && is_in_force(run, check);
    bool is_loose = run->derived->is_loose;
    if (!is_meant || !table->count || (is_loose && !rule->asks_words))
        return false;
    if (rule->wants_school && !run->has_school)
        leave_out(running, rule, table);
    else if (rule->asks_words)
        readings_prepare(&running->readings, running->program, rule);
    return !rule->wants_school || run->has_school;
}

/* Puts the rules that are run in order of their kinds. */
static void sort_by_kind(Running *running)
{
    const Program *program = running->program;
    uint32_t count = 0;
    running->by_kind = ARENA_ARRAY(&running->scratch, uint32_t, program->rule_count + 1);
    running->first_of = ARENA_ARRAY(&running->scratch, uint32_t, KIND_COUNT + 2);
    bool *meant = ARENA_ARRAY(&running->scratch, bool, program->rule_count + 1);
    for (uint32_t i = 0; i < program->rule_count; i++) {
        meant[i] = is_run(running, &program->rules[i]);
        running->first_of[program->rules[i].on.kind + 2u] += meant[i];
    }
    for (Kind kind = 0; kind < KIND_COUNT; kind++)
        running->first_of[kind + 1u] = count += running->first_of[kind + 1u];
    for (uint32_t i = 0; i < program->rule_count; i++)
        if (meant[i])
            running->by_kind[running->first_of[program->rules[i].on.kind + 1u]++] = i;
}

static void run_kind(Running *running, Kind kind)
{
    const TableHead *table = records_table(running->run->derived->records, kind);
    RowRange rows = {0, 0};
    uint32_t first = running->first_of[kind], end = running->first_of[kind + 1u];
    for (; first < end && rows.first < table->count; rows.first = rows.end) {
        rows.end = table->count - rows.first < BLOCK_ROWS ? table->count : rows.first + BLOCK_ROWS;
        for (uint32_t i = first; i < end; i++)
            try_block(running, running->by_kind[i], table, rows);
    }
}

/* Does any check ask what is told of texts? Else nobody reads them. */
static bool asks_for_texts(const CheckRun *run)
{
    for (unsigned i = 0; i < run->program_count; i++)
        for (uint32_t rule = 0; rule < run->programs[i]->rule_count; rule++)
            if (run->programs[i]->rules[rule].asks_texts)
                return true;
    return false;
}

static void run_program(Running *running, unsigned number)
{
    const CheckRun *run = running->run;
    const Program *program = running->program = run->programs[number];
    running->kernels = run->kernels ? run->kernels[number] : NULL;
    running->settings = settings_of(run, program, &running->scratch);
    running->is_left_out = ARENA_ARRAY(&running->scratch, bool, program->check_count + 1);
    running->gave_up = ARENA_ARRAY(&running->scratch, bool, program->check_count + 1);
    running->evaluation = (Evaluation){.program = program,
                                       .derived = run->derived,
                                       .texts = &running->texts,
                                       .readings = &running->readings};
    running->frame = check_frame(&running->evaluation);
    sort_by_kind(running);
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
        run_kind(running, kind);
}

void checks_run(const CheckRun *run, Findings *findings)
{
    Running running = {.run = run, .findings = findings};
    running.allows.used = ARENA_ARRAY(&running.scratch, bool, run->derived->records->allow.head.count + 1);
    if (asks_for_texts(run))
        texts_read(&running.texts, run->derived);
    readings_begin(&running.readings, run->derived, run->programs, run->program_count);
    running.found = ARENA_ARRAY(&running.scratch, uint8_t, BLOCK_ROWS);
    for (unsigned i = 0; i < run->program_count; i++)
        run_program(&running, i);
    phrases_report(&running.phrases, findings);
    if (!run->only) {
        settings_report(run, findings);
        allows_report(&running.allows, run, findings);
    }
    if (running.left_out)
        finding_school_checks_left_out(findings, (Place){0}, running.left_out);
    texts_free(&running.texts);
    phrases_free(&running.phrases);
    readings_free(&running.readings);
    arena_free(&running.scratch);
}
