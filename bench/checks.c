/* What checks cost: the standard library on a project of many plans, without starting a program.
 *
 *     checks ROUNDS FILE …     medians of rounds: "NAME SECONDS" and so on; then ratios of native code to
 * evaluator
 *
 * The parts are timed as the driver runs them: parse, bind, link, derive, texts (what their words hold),
 * kernels (machine code alone, over all records), check (all of it, with the findings), evaluate (the same
 * without machine code). Of the last two, `rows` says over how many pairs of check and record they went. */
#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/check/run.h"
#include "sema/derive.h"
#include "sema/link.h"
#include "sema/schema.h"

#include <limits.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS_MOST = 99, BLOCK = 4096, TODAY = 20779, FEW_ROWS = 8, FEW_TIMES = 2000 };

typedef enum Part {
    PART_parse,
    PART_bind,
    PART_link,
    PART_derive,
    PART_texts,
    PART_kernels,
    PART_check,
    PART_evaluate,
    PART_COUNT
} Part;

static const char *const part_names[PART_COUNT] = {"parse", "bind",    "link",  "derive",
                                                   "texts", "kernels", "check", "evaluate"};

static double times[PART_COUNT][ROUNDS_MOST];

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

/* A project as it is read: again and again. */
typedef struct Project {
    Source *sources;
    size_t count;
    Tokens tokens;
    Arena arena;
    Findings findings;
    Records records;
    Derived derived;
    Texts texts;
} Project;

static Source read_source(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) {
        perror(path);
        exit(2);
    }
    Source source = {.name = str_from(path), .size = (size_t)ftell(file)};
    source.text = memory_grow(NULL, source.size + 2);
    rewind(file);
    if (fread(source.text, 1, source.size, file) != source.size) {
        perror(path);
        exit(2);
    }
    memset(source.text + source.size, 0, 2);
    fclose(file);
    return source;
}

static double since(double *start)
{
    double end = now(), time = end - *start;
    *start = end;
    return time;
}

static void read_project(Project *project, const Language *language, int round)
{
    for (size_t i = 0; i < project->count; i++) {
        Source *source = &project->sources[i];
        double start = now();
        scan(source, &language->words, &project->tokens, &project->findings);
        const Tree *tree =
            parse(source, &project->tokens, &language->words, &project->arena, &project->findings);
        times[PART_parse][round] += since(&start);
        source->index = (uint32_t)project->records.sources.count;
        ARRAY_ADD(&project->records.sources, source);
        bind(language, tree, &project->records, &project->findings);
        times[PART_bind][round] += since(&start);
        arena_reset(&project->arena);
    }
    double start = now();
    records_link(&project->records, &project->findings);
    times[PART_link][round] = since(&start);
    records_derive(&project->derived, &project->records);
    times[PART_derive][round] = since(&start);
    texts_read(&project->texts, &project->derived);
    times[PART_texts][round] = since(&start);
}

/* ---- machine code alone ---- */

static uint64_t rows_tried;

static void run_kernels(const Project *project)
{
    static uint8_t found[BLOCK];
    const Program *program = program_library();
    Evaluation evaluation = {.program = program, .derived = &project->derived, .texts = &project->texts};
    CheckFrame frame = check_frame(&evaluation);
    rows_tried = 0;
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        int64_t count = records_table(&project->records, kind)->count;
        for (int64_t first = 0; first < count; first += BLOCK) {
            int64_t end = first + BLOCK < count ? first + BLOCK : count;
            for (uint32_t i = 0; i < program->rule_count; i++) {
                if (program->rules[i].on.kind != kind)
                    continue;
                frame.limit = program->checks[program->rules[i].check].limit;
                library_kernels[i](&frame, first, end, found);
                rows_tried += (uint64_t)(end - first);
            }
        }
    }
}

static void run_checks(const Project *project, bool native)
{
    Findings findings = {0};
    const Program *program = program_library();
    CheckKernel *const *kernels = native ? library_kernels : NULL;
    CheckRun run = {.derived = &project->derived,
                    .programs = &program,
                    .program_count = 1,
                    .kernels = &kernels,
                    .law_as_of = TODAY,
                    .has_school = true};
    checks_run(&run, &findings);
    findings_free(&findings);
}

/* ---- a rule on few records, and on many ---- */

static double native_time(const Project *project, uint32_t rule, uint32_t rows, unsigned often)
{
    static uint8_t found[1 << 20];
    Evaluation evaluation = {
        .program = program_library(), .derived = &project->derived, .texts = &project->texts};
    CheckFrame frame = check_frame(&evaluation);
    frame.limit = program_library()->checks[program_library()->rules[rule].check].limit;
    double start = now();
    for (unsigned i = 0; i < often; i++)
        library_kernels[rule](&frame, 0, rows, found);
    return since(&start);
}

static double evaluated_time(const Project *project, uint32_t number, uint32_t rows, unsigned often)
{
    const CheckRule *rule = &program_library()->rules[number];
    Evaluation evaluation = {
        .program = program_library(), .derived = &project->derived, .texts = &project->texts};
    evaluation.limit = program_library()->checks[rule->check].limit;
    double start = now();
    for (unsigned i = 0; i < often; i++)
        for (uint32_t row = 0; row < rows; row++) {
            evaluation_set(&evaluation, (Kind)rule->on.kind, row);
            if (rule->when == NODE_NONE || surely(&evaluation, rule->when, true))
                surely(&evaluation, rule->require, false);
        }
    return since(&start);
}

/* Per check and record, over all checks whose kind has so many records. */
static void compare_ways(const Project *project, const char *name, uint32_t rows, unsigned often)
{
    double native = 0, evaluated = 0, pairs = 0;
    const Program *program = program_library();
    for (uint32_t i = 0; i < program->rule_count; i++) {
        uint32_t count = records_table(&project->records, (Kind)program->rules[i].on.kind)->count;
        if (count < rows)
            continue;
        native += native_time(project, i, rows, often);
        evaluated += evaluated_time(project, i, rows, often);
        pairs += (double)rows * often;
    }
    printf("%s_native %.3f\n%s_evaluated %.3f\n", name, 1e9 * native / pairs, name, 1e9 * evaluated / pairs);
}

/* ---- rounds ---- */

static void run_round(Project *project, const Language *language, int round, bool is_last)
{
    double start;
    project->records = (Records){.today = TODAY};
    read_project(project, language, round);
    start = now();
    run_kernels(project);
    times[PART_kernels][round] = since(&start);
    run_checks(project, true);
    times[PART_check][round] = since(&start);
    run_checks(project, false);
    times[PART_evaluate][round] = since(&start);
    if (is_last) {
        compare_ways(project, "few", FEW_ROWS, FEW_TIMES);
        compare_ways(project, "many", records_table(&project->records, KIND_plan)->count, 3);
    }
    texts_free(&project->texts);
    records_derived_free(&project->derived);
    records_free(&project->records);
    findings_free(&project->findings);
}

static int compare_times(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

int main(int count, char **arguments)
{
    int rounds = count > 2 ? atoi(arguments[1]) : 0;
    if (rounds < 1 || rounds > ROUNDS_MOST) {
        fprintf(stderr, "usage: checks ROUNDS FILE …\n");
        return 2;
    }
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    Project project = {.count = (size_t)count - 2};
    project.sources = memory_grow(NULL, project.count * sizeof *project.sources);
    for (size_t i = 0; i < project.count; i++)
        project.sources[i] = read_source(arguments[i + 2]);
    for (int round = 0; round < rounds; round++)
        run_round(&project, language_standard(), round, round == rounds - 1);
    for (Part part = 0; part < PART_COUNT; part++) {
        qsort(times[part], (size_t)rounds, sizeof times[part][0], compare_times);
        printf("%s %.9f\n", part_names[part], times[part][rounds / 2]);
    }
    printf("rows %llu\n", (unsigned long long)rows_tried);
    for (size_t i = 0; i < project.count; i++)
        free(project.sources[i].text);
    free(project.sources);
    tokens_free(&project.tokens);
    arena_free(&project.arena);
    return 0;
}
