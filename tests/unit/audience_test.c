/* Who may know what: no text of a plan that only staff or the lead may see stands anywhere in a report for
 * fewer, neither in its words nor in titles, alternatives, maps and drawings. */
#include "report/report.h"
#include "tests/unit/example.h"
#include "tests/unit/expect.h"

#include "report/facts.h"

#include <glob.h>

/* Shorter texts stand in others by chance. */
#define SHORT 8

/* ---- all that a reader can meet ---- */

static void add(Out *out, Str text)
{
    out_str(out, text);
    out_char(out, '\n');
}

static void figure_collect(const Figure *figure, Out *out)
{
    for (size_t i = 0; figure->map && i < figure->map->boxes.count; i++) {
        const MapBox *box = &figure->map->boxes.at[i];
        add(out, box->code);
        add(out, box->title);
        add(out, box->detail);
        add(out, box->target);
        add(out, box->missing);
    }
    for (size_t i = 0; figure->drawing && i < figure->drawing->shapes.count; i++) {
        add(out, figure->drawing->shapes.at[i].text);
        add(out, figure->drawing->shapes.at[i].target);
    }
}

static void blocks_collect(const Blocks *blocks, Out *out)
{
    for (const Block *block = blocks->first; block; block = block->next) {
        add(out, block->id);
        if (block->kind == BLOCK_section)
            blocks_collect(&block->as.section.body, out);
        if (block->kind == BLOCK_figure)
            figure_collect(&block->as.figure, out);
    }
}

static void document_collect(const Document *document, Out *out)
{
    document_plain_text(document, out);
    add(out, document->author);
    add(out, document->subject);
    add(out, document->running_head);
    add(out, document->footer);
    blocks_collect(&document->body, out);
}

/* ---- what they must not meet ---- */

static bool holds(Str text, Str words)
{
    for (size_t i = 0; i + words.length <= text.length; i++)
        if (memcmp(text.at + i, words.at, words.length) == 0)
            return true;
    return false;
}

typedef struct Reader {
    Tally *tally;
    const char *name;
    const Records *records;
    Audience audience;
    Str text;
    size_t asked;
} Reader;

/* Do the words stand in a fact as well that the reader may see? */
static bool is_told(const Reader *reader, Str words)
{
    Facts seen = {reader->records, reader->audience};
    for (FieldId id = 0; id < FIELD_COUNT; id++) {
        const Field *field = schema_field(id);
        uint32_t rows = field->type == TYPE_text ? records_table(reader->records, field->kind)->count : 0;
        for (uint32_t row = 0; row < rows; row++)
            for (uint32_t i = 0; i < fact_count(&seen, id, row); i++)
                if (holds(field->many == MANY_list ? fact_text_at(&seen, id, row, i)
                                                   : fact_text(&seen, id, row),
                          words))
                    return true;
    }
    return false;
}

static void secret_check(Reader *reader, Str secret, const Field *field)
{
    bool leaks = secret.length >= SHORT && holds(reader->text, secret) && !is_told(reader, secret);
    reader->asked += secret.length >= SHORT;
    if (leaks)
        printf("%s, audience %d: " STR_FMT ": " STR_FMT "\n", reader->name, (int)reader->audience,
               STR_ARG(field->name), STR_ARG(secret));
    expect(reader->tally, !leaks, "a text is seen only by those who may");
}

static void field_check(Reader *reader, FieldId id)
{
    const Field *field = schema_field(id);
    Facts all = {reader->records, SEE_lead};
    uint32_t rows = records_table(reader->records, field->kind)->count;
    if (field->type != TYPE_text || field->see <= reader->audience)
        return;
    for (uint32_t row = 0; row < rows; row++) {
        if (field->many != MANY_list)
            secret_check(reader, fact_text(&all, id, row), field);
        for (uint32_t i = 0; field->many == MANY_list && i < fact_count(&all, id, row); i++)
            secret_check(reader, fact_text_at(&all, id, row, i), field);
    }
}

/* What our own words would say of flags and dates. */
static void words_check(Reader *reader)
{
    static const struct {
        Audience least;
        const char *words;
    } telling[] = {
        {SEE_lead, "ooked after by the local"},
        {SEE_lead, "upil premium"},
        {SEE_lead, "Suspensions"},
        {SEE_lead, "Personal education plan"},
        {SEE_lead, "Top-up funding"},
        {SEE_staff, "parental responsibility"},
        {SEE_staff, "Cost a year"},
        {SEE_staff, "Why we think it works"},
        {SEE_staff, "Notes for staff"},
        {SEE_staff, "nterpreter at meetings"},
        {SEE_staff, "esignated teacher"},
        {SEE_staff, "irtual school"},
        {SEE_lead, "Who took the results"},
        {SEE_lead, "Findings that may stand"},
    };
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        if (telling[i].least > reader->audience)
            expect(reader->tally, !holds(reader->text, str_from(telling[i].words)), telling[i].words);
}

static size_t plan_check(Tally *tally, const char *name, const Compiled *compiled, uint32_t plan,
                         Audience audience)
{
    Arena arena = {0};
    Out text = {0};
    ReportOptions options = {.audience = audience};
    Document *document = plan_report(&compiled->derived, plan, &options, &arena);
    document_collect(document, &text);
    Reader reader = {tally, name, &compiled->records, audience, out_result(&text), 0};
    for (FieldId id = 0; id < FIELD_COUNT; id++)
        field_check(&reader, id);
    words_check(&reader);
    document_free(document);
    out_free(&text);
    arena_free(&arena);
    return reader.asked;
}

/* ---- the examples ---- */

static size_t example_check(Tally *tally, const char *path)
{
    Compiled compiled;
    size_t asked = 0;
    example_compile(&compiled, path);
    for (uint32_t plan = 0; plan < compiled.records.plan.head.count; plan++)
        for (Audience audience = SEE_family; audience < SEE_lead; audience++)
            asked += plan_check(tally, path, &compiled, plan, audience);
    compiled_free(&compiled);
    return asked;
}

int main(void)
{
    Tally tally = {0};
    glob_t found = {0};
    size_t asked = 0;
    glob("examples/*/*.sen", 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        asked += example_check(&tally, found.gl_pathv[i]);
    expect(&tally, asked > 20, "the examples hold texts that not all may see");
    globfree(&found);
    return tally_end(&tally);
}
