/* Do all ways of running a check come to the same? The evaluator says what is right; kernels made when senc
 * was built, and kernels made here with and without passes, must agree on every record.
 *
 *     differ SETS PROGRAMS FILE …
 *
 * on each file; on so many random sets of records; and on so many random programs of checks, each on some
 * sets. Any difference is printed, and fails. */
#include "sema/check/readings.h"
#include "sema/check/run.h"
#include "sema/schema.h"
#include "tests/native/load.h"
#include "tests/native/random.h"
#include "tests/unit/compiled.h"

typedef struct Way {
    const char *name;
    CheckKernel *const *kernels;
} Way;

enum { WAYS_MOST = 3, TODAY = 20779, DIFFERENCES_MOST = 20 };

typedef struct Trial {
    const Program *program;
    Way ways[WAYS_MOST];
    unsigned way_count;
    Random random;
    ARRAY(uint8_t) wanted;
    ARRAY(uint8_t) found;
    uint64_t compared, failed, left; /* records and checks; those that fail; those left to the evaluator */
    unsigned different;
} Trial;

static uint8_t evaluated(Evaluation *evaluation, const CheckRule *rule, uint32_t row)
{
    const TableHead *table = records_table(evaluation->derived->records, (Kind)rule->on.kind);
    if (rule->on.variant && table->variant[row] + 1 != rule->on.variant)
        return KERNEL_passes;
    evaluation_set(evaluation, (Kind)rule->on.kind, row);
    bool fails = (rule->when == NODE_NONE || surely(evaluation, rule->when, true)) &&
                 surely(evaluation, rule->require, false);
    return evaluation->gave_up ? KERNEL_cannot_tell : fails ? KERNEL_fails : KERNEL_passes;
}

static void report(Trial *trial, const Way *way, const CheckRule *rule, uint32_t row)
{
    if (++trial->different <= DIFFERENCES_MOST)
        printf("%s: " STR_FMT " (rule %u) on row %u of " STR_FMT ": %u, wanted %u\n", way->name,
               STR_ARG(trial->program->checks[rule->check].rule.name),
               (unsigned)(rule - trial->program->rules), row, STR_ARG(schema_kind((Kind)rule->on.kind)->name),
               trial->found.at[row], trial->wanted.at[row]);
}

static void compare_way(Trial *trial, const Way *way, const CheckRule *rule, const CheckFrame *frame,
                        uint32_t rows)
{
    CheckKernel *kernel = way->kernels[rule - trial->program->rules];
    uint32_t middle = rows ? random_below(&trial->random, rows) : 0;
    kernel(frame, 0, middle, trial->found.at);
    kernel(frame, middle, rows, trial->found.at + middle);
    for (uint32_t row = 0; row < rows; row++) {
        trial->left += trial->found.at[row] == KERNEL_cannot_tell;
        if (trial->found.at[row] != trial->wanted.at[row] && trial->found.at[row] != KERNEL_cannot_tell)
            report(trial, way, rule, row);
    }
    trial->compared += rows;
}

static void try_rule(Trial *trial, const CheckRule *rule, Evaluation *evaluation)
{
    uint32_t rows = records_table(evaluation->derived->records, (Kind)rule->on.kind)->count;
    trial->wanted.count = trial->found.count = 0;
    ARRAY_RESERVE(&trial->found); /* also where there are no rows */
    CheckFrame frame = check_frame(evaluation);
    frame.limit = evaluation->limit = trial->program->checks[rule->check].limit;
    for (uint32_t row = 0; row < rows; row++) {
        ARRAY_ADD(&trial->wanted, evaluated(evaluation, rule, row));
        ARRAY_ADD(&trial->found, UINT8_MAX);
        trial->failed += trial->wanted.at[row] == KERNEL_fails;
    }
    for (unsigned way = 0; way < trial->way_count; way++)
        compare_way(trial, &trial->ways[way], rule, &frame, rows);
}

static void try_derived(Trial *trial, const Derived *derived)
{
    const Program *programs[] = {trial->program, program_library()}; /* with its word lists */
    Readings readings;
    readings_begin(&readings, derived, programs, 2);
    Evaluation evaluation = {.program = trial->program, .derived = derived, .readings = &readings};
    for (uint32_t i = 0; i < trial->program->rule_count; i++)
        try_rule(trial, &trial->program->rules[i], &evaluation);
    readings_free(&readings);
}

/* ---- what is found, in words ---- */

static void run_checks(Findings *findings, const Derived *derived, const Program *program,
                       CheckKernel *const *kernels)
{
    CheckRun run = {.derived = derived,
                    .programs = &program,
                    .program_count = 1,
                    .kernels = &kernels,
                    .law_as_of = TODAY,
                    .has_school = derived->records->school.head.count > 0};
    checks_run(&run, findings);
}

static bool same_finding(const Finding *a, const Finding *b)
{
    return a->kind == b->kind && a->rule == b->rule && a->severity == b->severity &&
           a->place.source == b->place.source && a->place.span.first == b->place.span.first &&
           a->place.span.end == b->place.span.end && str_equal(a->message, b->message) &&
           str_equal(a->help, b->help);
}

static void compare_findings(Trial *trial, const Derived *derived)
{
    Findings wanted = {0}, found = {0};
    run_checks(&wanted, derived, trial->program, NULL);
    run_checks(&found, derived, trial->program, trial->ways[0].kernels);
    size_t at = 0;
    while (at < wanted.list.count && at < found.list.count &&
           same_finding(wanted.list.at[at], found.list.at[at]))
        at++;
    if ((at < wanted.list.count || at < found.list.count) && ++trial->different <= DIFFERENCES_MOST)
        printf("of %zu findings without kernels and %zu with them the %zuth differs: " STR_FMT
               "\n                 " STR_FMT "\n",
               wanted.list.count, found.list.count, at + 1,
               STR_ARG(at < wanted.list.count ? wanted.list.at[at]->message : STR("none")),
               STR_ARG(at < found.list.count ? found.list.at[at]->message : STR("none")));
    findings_free(&wanted);
    findings_free(&found);
}

/* ---- what stands inside ---- */

static bool is_inside(const TableHead *table, uint32_t row, uint32_t first, uint32_t end)
{
    return table->place[row].first >= first && table->place[row].first < end;
}

/* Every row is inside or not as its place says: of one file, all stand in the order of the text. */
static void check_inside(Trial *trial, const Records *records, Kind kind, Kind outer)
{
    const TableHead *table = records_table(records, kind), *outside = records_table(records, outer);
    for (uint32_t at = 0; at < outside->count; at++) {
        RowRange rows = records_inside(records, kind, outer, at);
        Span place = outside->place[at];
        for (uint32_t row = 0; row < table->count; row++)
            if (is_inside(table, row, place.first, place.end) != (row >= rows.first && row < rows.end) &&
                ++trial->different <= DIFFERENCES_MOST)
                printf("row %u of " STR_FMT " is inside, or not\n", row, STR_ARG(schema_kind(kind)->name));
    }
}

/* Most sets are as large as a plan; some have as many rows of a kind as blocks and vectors meet at their
 * edges. */
static void try_random_set(Trial *trial, uint32_t number)
{
    static const uint16_t rows[] = {0, 1, 7, 8, 64, 4097};
    static const uint8_t kinds[] = {KIND_provision, KIND_outcome, KIND_need, KIND_plan};
    Records records;
    Source source;
    Derived derived;
    Random *random = &trial->random;
    bool is_large = number % 20000 == 5;
    uint32_t more = number % 10 ? 0 : rows[random_below(random, is_large ? 6 : 5)];
    more = is_large ? 4097 : more;
    random_records(random, &records, &source, random_below(random, 60),
                   (Kind)kinds[random_below(random, sizeof kinds)], more);
    records_derive(&derived, &records);
    try_derived(trial, &derived);
    if (number % 32 == 0 && more < 100)
        for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
            check_inside(trial, &records, kind, KIND_plan);
    if (number % 8 == 0 && trial->way_count == WAYS_MOST)
        compare_findings(trial, &derived);
    records_derived_free(&derived);
    records_free(&records);
}

static Str read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t length = 0;
    if (!file || fseek(file, 0, SEEK_END)) {
        perror(path);
        exit(2);
    }
    size_t size = (size_t)ftell(file);
    rewind(file);
    text = memory_grow(NULL, size + 1);
    length = fread(text, 1, size, file);
    fclose(file);
    return (Str){text, length};
}

static void try_file(Trial *trial, const char *path)
{
    Compiled compiled;
    Str text = read_file(path);
    compile_text(&compiled, text, TODAY);
    try_derived(trial, &compiled.derived);
    compare_findings(trial, &compiled.derived);
    compiled_free(&compiled);
    free((char *)text.at);
}

static bool trial_end(Trial *trial, const char *name)
{
    printf("%s: %llu comparisons, %llu records fail, %llu left to the evaluator, %u differences\n", name,
           (unsigned long long)trial->compared, (unsigned long long)trial->failed,
           (unsigned long long)trial->left, trial->different);
    free(trial->wanted.at);
    free(trial->found.at);
    return trial->different == 0;
}

static bool try_library(uint32_t sets, char **files, int file_count)
{
    Trial trial = {.program = program_library(), .way_count = WAYS_MOST, .random = {1}};
    Loaded fast = load_program(trial.program, LLVM_EFFORT_fast);
    Loaded optimised = load_program(trial.program, LLVM_EFFORT_optimised);
    trial.ways[0] = (Way){"built in", library_kernels};
    trial.ways[1] = (Way){"fast", fast.kernels};
    trial.ways[2] = (Way){"optimised", optimised.kernels};
    for (int i = 0; i < file_count; i++)
        try_file(&trial, files[i]);
    for (uint32_t i = 0; i < sets; i++)
        try_random_set(&trial, i);
    load_free(&fast);
    load_free(&optimised);
    return trial_end(&trial, "the library");
}

enum { RULES = 40, SETS_A_PROGRAM = 12 };

static bool try_programs(uint32_t programs)
{
    Trial trial = {.way_count = 2, .random = {2}};
    for (uint32_t i = 0; i < programs; i++) {
        Arena arena = {0};
        Program program = random_program(&trial.random, RULES, &arena);
        trial.program = &program;
        Loaded fast = load_program(&program, LLVM_EFFORT_fast);
        Loaded optimised = load_program(&program, LLVM_EFFORT_optimised);
        trial.ways[0] = (Way){"fast", fast.kernels};
        trial.ways[1] = (Way){"optimised", optimised.kernels};
        for (uint32_t set = 0; set < SETS_A_PROGRAM; set++)
            try_random_set(&trial, set + 6);
        load_free(&fast);
        load_free(&optimised);
        arena_free(&arena);
    }
    return trial_end(&trial, "random checks");
}

/* ---- too much to go through ---- */

/* Every outcome of every outcome of every outcome, of which there are 300: more than the evaluator goes
 * through. */
static const CheckNode too_many[] = {
    {.op = CHECK_OP_constant,
     .type = {CHECK_yes_no, 0, 0},
     .a = NODE_NONE,
     .b = NODE_NONE,
     .c = NODE_NONE,
     .number = 1},
    {.op = CHECK_OP_rows_all,
     .type = {CHECK_record, 1, KIND_outcome},
     .of = KIND_outcome,
     .a = NODE_NONE,
     .b = NODE_NONE,
     .c = NODE_NONE},
    {.op = CHECK_OP_every, .of = 3, .a = 1, .b = NODE_NONE, .c = 0},
    {.op = CHECK_OP_every, .of = 2, .a = 1, .b = NODE_NONE, .c = 2},
    {.op = CHECK_OP_every, .of = 1, .a = 1, .b = NODE_NONE, .c = 3},
};

/* The kernel leaves such records to the evaluator, and what is said of them is the same. */
static bool try_too_many(void)
{
    const Check check = {.rule = {.name = STR_INIT("too-many"), .severity = SEVERITY_warning},
                         .limit = AMOUNT_NONE,
                         .in_force_from = DAY_MISSING,
                         .in_force_until = DAY_MISSING};
    const CheckRule rule = {
        .on = {KIND_pupil, 0}, .when = NODE_NONE, .require = 4, .asked = FIELD_COUNT, .also = FIELD_COUNT};
    Program program = {.checks = &check,
                       .rules = &rule,
                       .nodes = too_many,
                       .check_count = 1,
                       .rule_count = 1,
                       .node_count = sizeof too_many / sizeof *too_many};
    Trial trial = {.program = &program, .way_count = 1, .random = {3}};
    Loaded fast = load_program(&program, LLVM_EFFORT_fast);
    trial.ways[0] = (Way){"fast", fast.kernels};
    Records records;
    Source source;
    Derived derived;
    random_records(&trial.random, &records, &source, 20, KIND_outcome, 300);
    while (records.pupil.head.count < 2)
        records_add(&records, KIND_pupil);
    records_derive(&derived, &records);
    try_derived(&trial, &derived);
    compare_findings(&trial, &derived);
    bool all_left = trial.left == records.pupil.head.count;
    records_derived_free(&derived);
    records_free(&records);
    load_free(&fast);
    return trial_end(&trial, "too many") && all_left;
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fprintf(stderr, "usage: differ SETS PROGRAMS FILE …\n");
        return 2;
    }
    bool good = try_library((uint32_t)atoi(arguments[1]), arguments + 3, count - 3);
    good &= try_programs((uint32_t)atoi(arguments[2]));
    good &= try_too_many();
    return good ? 0 : 1;
}
