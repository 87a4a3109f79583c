/* A tool of the build: compiles the checks of the standard library, tries each on its samples, and prints
 * them as tables of C, so that senc reads none of it when it starts; and the assessments and programmes that
 * it lends, each as it is written. A check that cannot be read, lacks a sample, or does not do with its
 * samples what it says, stops the build. */
#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/check/compile.h"
#include "sema/check/sample.h"
#include "sema/lend.h"
#include "sema/link.h"
#include "sema/words/lists.h"
#include "support/render.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Library {
    const Language *language;
    Records records;
    Findings findings;
    Arena arena;
    Tokens tokens;
    Program program;
} Library;

static Source *open_source(Library *library, const char *path)
{
    Source *source = ARENA_NEW(&library->arena, Source);
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) {
        perror(path);
        exit(1);
    }
    source->name = str_from(path);
    source->size = (size_t)ftell(file);
    source->text = arena_alloc(&library->arena, source->size + 2, 1);
    rewind(file);
    if (fread(source->text, 1, source->size, file) != source->size) {
        perror(path);
        exit(1);
    }
    fclose(file);
    return source;
}

static void read_file(Library *library, const char *path)
{
    Source *source = open_source(library, path);
    source->index = (uint32_t)library->records.sources.count;
    ARRAY_ADD(&library->records.sources, source);
    scan(source, &library->language->words, &library->tokens, &library->findings);
    const Tree *tree =
        parse(source, &library->tokens, &library->language->words, &library->arena, &library->findings);
    bind(library->language, tree, &library->records, &library->findings);
}

/* ---- samples ---- */

static unsigned try_samples(Library *library, const Check *check, Stretch samples, bool fails)
{
    unsigned wrong = 0;
    if (!samples.count) {
        fprintf(stderr, STR_FMT ": no sample that %s\n", STR_ARG(check->rule.name),
                fails ? "fails" : "passes");
        return 1;
    }
    for (uint32_t i = samples.first; i < samples.first + samples.count; i++) {
        Str sample = library->program.samples[i];
        SampleOutcome outcome =
            sample_try(library->language, &library->program, check, sample, &library->arena);
        if (!outcome.trouble.length && (outcome.found > 0) == fails)
            continue;
        wrong++;
        fprintf(stderr, STR_FMT ": the sample that %s %s\n" STR_FMT "\nas\n" STR_FMT "\n",
                STR_ARG(check->rule.name), fails ? "fails" : "passes",
                outcome.trouble.length ? "cannot be read" : "does not", STR_ARG(sample),
                STR_ARG(outcome.project));
        fprintf(stderr, STR_FMT "\n", STR_ARG(outcome.trouble));
    }
    return wrong;
}

static unsigned try_all(Library *library)
{
    unsigned wrong = 0;
    for (uint32_t i = 0; i < library->program.check_count; i++) {
        const Check *check = &library->program.checks[i];
        wrong += try_samples(library, check, check->fails, true);
        wrong += try_samples(library, check, check->passes, false);
    }
    return wrong;
}

/* ---- printing ---- */

static void print_str(Str text)
{
    printf("{\"");
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\' || c == '?')
            printf("\\%c", c);
        else if (c < ' ' || c >= 0x7f)
            printf("\\%03o", c);
        else
            putchar(c);
    }
    printf("\", %zu}", text.length);
}

static void print_number(int64_t number)
{
    if (number == INT64_MIN)
        printf("INT64_MIN");
    else
        printf("INT64_C(%" PRId64 ")", number);
}

static void print_amount(Amount amount)
{
    printf("{");
    print_number(amount.number);
    printf(", %u, %u, 0, %" PRIu32 "u}", amount.unit, amount.per, amount.out_of);
}

static void print_stretch(Stretch stretch)
{
    printf("{%" PRIu32 ", %" PRIu32 "}", stretch.first, stretch.count);
}

static void print_check(const Check *check)
{
    printf("    {{");
    print_str(check->rule.name);
    printf(", %d, ", (int)check->rule.severity);
    print_str(check->rule.why);
    printf(", ");
    print_str(check->rule.cites);
    printf("},\n     ");
    print_str(check->suggest);
    const Stretch stretches[] = {check->kinds, check->fails, check->passes};
    for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++) {
        printf(", ");
        print_stretch(stretches[i]);
    }
    printf(", ");
    print_amount(check->limit);
    for (int i = 0; i < 2; i++) {
        int32_t day = i ? check->in_force_until : check->in_force_from;
        if (day == DAY_MISSING)
            printf(", INT32_MIN");
        else
            printf(", %" PRId32, day);
    }
    printf(", %u", check->owner);
    const Str texts[] = {check->topic, check->severities, check->when,        check->require,
                         check->says,  check->replace,    check->replace_with};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        printf(", ");
        print_str(texts[i]);
    }
    printf("},\n");
}

static void print_rule(const CheckRule *rule)
{
    printf("    {%" PRIu32 ", {%u, %u}, %" PRIu32 "u, %" PRIu32 "u, ", rule->check, rule->on.kind,
           rule->on.variant, rule->when, rule->require);
    const Stretch stretches[] = {rule->severities, rule->says, rule->replace, rule->replace_with};
    for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++) {
        printf(i ? ", " : "");
        print_stretch(stretches[i]);
    }
    printf(", %u, %u, %u, %u, %u},\n", rule->asked, rule->also, rule->wants_school, rule->asks_texts,
           rule->asks_words);
}

static void print_node(const CheckNode *node)
{
    printf("    {%u, {%u, %u, %u}, %u, %" PRIu32 "u, %" PRIu32 "u, %" PRIu32 "u, ", node->op, node->type.id,
           node->type.is_list, node->type.of, node->of, node->a, node->b, node->c);
    print_number(node->number);
    printf(", ");
    print_amount(node->amount);
    printf(", ");
    print_str(node->text);
    printf("},\n");
}

#define PRINT_TABLE(type, name, count, each)                                                                 \
    do {                                                                                                     \
        printf("static const " type " " name "[] = {\n");                                                    \
        for (uint32_t i = 0; i < (count); i++)                                                               \
            each;                                                                                            \
        if (!(count))                                                                                        \
            printf("    {0}\n");                                                                             \
        printf("};\n\n");                                                                                    \
    } while (0)

static void print_program(const Program *program)
{
    printf("/* Made from stdlib by sema/tool/make_library.c. */\n#include \"sema/check/program.h\"\n#include "
           "\"sema/words/lists.h\"\n\n");
    PRINT_TABLE("Check", "checks", program->check_count, print_check(&program->checks[i]));
    PRINT_TABLE("CheckRule", "rules", program->rule_count, print_rule(&program->rules[i]));
    PRINT_TABLE("CheckNode", "nodes", program->node_count, print_node(&program->nodes[i]));
    PRINT_TABLE(
        "CheckSeverity", "severities", program->severity_count,
        printf("    {%u, %" PRIu32 "u},\n", program->severities[i].severity, program->severities[i].when));
    PRINT_TABLE("MessagePiece", "pieces", program->piece_count,
                (printf("    {"), print_str(program->pieces[i].words),
                 printf(", %" PRIu32 "u},\n", program->pieces[i].value)));
    PRINT_TABLE("RecordKind", "kinds", program->kind_count,
                printf("    {%u, %u},\n", program->kinds[i].kind, program->kinds[i].variant));
    PRINT_TABLE("Str", "samples", program->sample_count,
                (printf("    "), print_str(program->samples[i]), printf(",\n")));
    printf(
        "const Program *program_library(void)\n{\n    static const Program library = {checks, rules, nodes, "
        "severities, pieces, kinds, samples, {&standard_words}, %" PRIu32 ", %" PRIu32 ", %" PRIu32
        ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 "};\n    return &library;\n}\n",
        program->check_count, program->rule_count, program->node_count, program->severity_count,
        program->piece_count, program->kind_count, program->sample_count);
}

/* ---- what the library lends ---- */

static int compare_lent(const void *a, const void *b)
{
    const LentRecord *one = a, *other = b;
    return lent_compare((Kind)one->kind, one->code, (Kind)other->kind, other->code);
}

static LentRecord lent_record(const Records *records, Kind kind, uint32_t row)
{
    const TableHead *table = records_table(records, kind);
    const Source *source = records->sources.at[table->source[row]];
    bool is_assessment = kind == KIND_assessment;
    return (LentRecord){
        .kind = (uint8_t)kind,
        .code = is_assessment ? records->assessment.code[row] : records->intervention.code[row],
        .name = is_assessment ? records->assessment.name[row] : records->intervention.name[row],
        .text = source_text(source, table->place[row])};
}

static void print_lent(const LentRecord *record)
{
    printf("    {%u, ", record->kind);
    print_str(record->code);
    printf(", ");
    print_str(record->name);
    printf(", ");
    print_str(record->text);
    printf("},\n");
}

static void print_all_lent(Library *library)
{
    static const Kind kinds[] = {KIND_intervention, KIND_assessment};
    uint32_t count = 0;
    LentRecord *lent =
        ARENA_ARRAY(&library->arena, LentRecord,
                    library->records.intervention.head.count + library->records.assessment.head.count + 1);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (uint32_t row = 0; row < records_table(&library->records, kinds[i])->count; row++)
            lent[count++] = lent_record(&library->records, kinds[i], row);
    qsort(lent, count, sizeof *lent, compare_lent);
    printf("#include \"sema/lend.h\"\n\n");
    PRINT_TABLE("LentRecord", "lent", count, print_lent(&lent[i]));
    printf("const LentTable *library_lent(void)\n{\n    static const LentTable table = {lent, %" PRIu32
           "};\n    return &table;\n}\n",
           count);
}

static void print_findings(Findings *findings)
{
    Out out = {0};
    findings_sort(findings);
    render_text(findings, &(RenderStyle){.width = 100}, &out);
    fwrite(out.at, 1, out.length, stderr);
    out_free(&out);
}

int main(int argument_count, char **arguments)
{
    Library library = {.language = language_standard(), .records = {.today = SAMPLE_TODAY}};
    for (int i = 1; i < argument_count; i++)
        read_file(&library, arguments[i]);
    const Program words = {.words = {&standard_words}};
    checks_compile(library.language, &library.records, &words, &library.arena, &library.program,
                   &library.findings);
    records_link(&library.records, &library.findings);
    bool good = !library.findings.list.count && !try_all(&library);
    print_findings(&library.findings);
    if (good) {
        print_program(&library.program);
        print_all_lent(&library);
    }
    findings_free(&library.findings);
    tokens_free(&library.tokens);
    records_free(&library.records);
    arena_free(&library.arena);
    return good ? 0 : 1;
}
