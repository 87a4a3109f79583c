/* The example of each fact in schema.def, as help and the reference show it, is a line that senc takes: put
 * into the smallest plan or school that can hold it, it earns no finding. */
#include "sema/schema.h"
#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

#define TODAY 20779 /* 22 November 2026 */

/* What examples name. Each is put in unless the text under test makes a record of that code itself. */
typedef struct Known {
    const char *record, *rest;
} Known;

static const Known in_project[] = {
    {"person mrs-b ", "\"Mrs Brampton\""},
    {"person mr-c ", "\"Mr Chowdhury\""},
    {"person mr-d ", "\"Mr Dale\""},
    {"person ms-g ", "\"Ms Grove\""},
    {"person hlta-jo ", "\"Jo Marsh\""},
    {"intervention PT ", "\"Precision teaching\""},
    {"intervention LEGO ", "\"LEGO-based therapy\""},
    {"assessment YARC ", "\"York Assessment of Reading for Comprehension\""},
    {"assessment LANG-SCREEN ", "\"Language screener\""},
    {"resource RADIO ", "\"Radio aid\""},
    {"priority SDP2 ", "\"Every child a reader\""},
    {"group LEGO-A ", "\"Lego club, Tuesdays\""},
    {"pupil BK ", "\"Bilal K\""},
};

static const Known in_plan[] = {
    {"aspiration A1 ", "from pupil \"I want to be a vet.\""},
    {"need B1 ", "cognition and learning \"Bilal reads 41 words a minute.\""},
    {"outcome E1 \"", "Bilal will read 70 words a minute.\""},
    {"outcome E3 \"", "Bilal will read 80 words a minute.\""},
    {"provision F1 ", "\"Precision teaching\""},
    {"advice K1 \"", "Report on language\" by SaLT on 3 March 2026"},
    {"advice K2 \"", "Report on hearing\" by audiologist on 3 March 2026"},
};

static bool contains(Str text, Str part)
{
    for (size_t at = 0; at + part.length <= text.length; at++)
        if (str_equal(str_slice(text, at, at + part.length), part))
            return true;
    return false;
}

static void write_known(Out *out, const Known *known, size_t count, Str text)
{
    for (size_t i = 0; i < count; i++)
        if (!contains(text, str_from(known[i].record)))
            out_format(out, "%s%s\n", known[i].record, known[i].rest);
}

/* ---- lines ---- */

/* Does the line begin with one of the kind's keys? */
static bool begins_record(Kind kind, Str line)
{
    for (unsigned variant = 0;; variant++) {
        Str key = schema_variant_key(kind, variant);
        if (str_starts(line, key))
            return true;
        if (variant && str_equal(key, schema_kind(kind)->key))
            return false;
    }
}

static bool is_wanted(const Field *field)
{
    return field->place == PLACE_HEAD || (field->place == PLACE_CLAUSE && field->many == MANY_one);
}

/* `line` with the example of a clause behind it, in place of the clause where it has it already. */
static Str line_with(Str line, const Field *field, Arena *arena)
{
    if (contains(line, field->example))
        return line;
    Str word = arena_format(arena, " " STR_FMT " ", STR_ARG(field->key));
    for (size_t at = 0; field->key.length && at + word.length <= line.length; at++)
        if (str_equal(str_slice(line, at, at + word.length), word))
            line = str_slice(line, 0, at);
    return arena_format(arena, STR_FMT " " STR_FMT, STR_ARG(line), STR_ARG(field->example));
}

/* The head of a record of that kind, from the examples of what it must have. */
static Str head_line(Kind kind, Arena *arena)
{
    const KindInfo *info = schema_kind(kind);
    Str line = {0};
    for (FieldId id = info->first_field; id < info->field_end && !line.length; id++)
        if (begins_record(kind, schema_field(id)->example) && schema_field(id)->place <= PLACE_CLAUSE)
            line = schema_field(id)->example;
    if (!line.length)
        line = info->key;
    for (FieldId id = info->first_field; id < info->field_end; id++)
        if (is_wanted(schema_field(id)))
            line = line_with(line, schema_field(id), arena);
    return line;
}

/* The line that shows the fact; `in_block` when it stands among the facts of its record. */
static Str line_of(const Field *field, bool *in_block, Arena *arena)
{
    *in_block = field->place == PLACE_FACT || field->place == PLACE_BARE;
    if (*in_block)
        return field->example;
    if (field->place == PLACE_OWNED)
        return line_with(line_of(schema_field(field->owner), in_block, arena), field, arena);
    if (begins_record(field->kind, field->example))
        return field->example;
    return line_with(head_line(field->kind, arena), field, arena);
}

/* ---- what stands around a line ---- */

/* The shortest way from the top of a file down to each kind: the kind it stands in. */
static void find_outers(Kind outers[KIND_COUNT])
{
    Kind waiting[KIND_COUNT] = {KIND_file};
    bool met[KIND_COUNT] = {[KIND_file] = true};
    for (unsigned first = 0, count = 1; first < count; first++)
        for (Kind inner = KIND_file + 1; inner < KIND_COUNT; inner++)
            if (!met[inner] && schema_nests(waiting[first], inner)) {
                met[inner] = true;
                outers[inner] = waiting[first];
                waiting[count++] = inner;
            }
}

static Str inside(Str head, Str line, Arena *arena)
{
    return arena_format(arena, STR_FMT " {\n" STR_FMT "\n}", STR_ARG(head), STR_ARG(line));
}

/* The record around the line, in those it stands in, up to the top of the file. */
static Str text_around(Kind kind, Str line, bool in_block, const Kind outers[KIND_COUNT], Arena *arena)
{
    if (in_block && kind != KIND_plan)
        line = inside(head_line(kind, arena), line, arena);
    for (Kind outer = in_block && kind == KIND_plan ? KIND_plan : outers[kind]; outer != KIND_file;
         outer = outers[outer]) {
        Out block = {0};
        if (outer == KIND_plan)
            write_known(&block, in_plan, sizeof in_plan / sizeof *in_plan, line);
        out_str(&block, line);
        line = inside(head_line(outer, arena), out_result(&block), arena);
        out_free(&block);
    }
    Out file = {0};
    write_known(&file, in_project, sizeof in_project / sizeof *in_project, line);
    out_str(&file, line);
    out_char(&file, '\n');
    Str text = arena_str(arena, out_result(&file));
    out_free(&file);
    return text;
}

static void test_field(Tally *tally, const Field *field, const Kind outers[KIND_COUNT])
{
    Arena arena = {0};
    Compiled compiled;
    bool in_block;
    Str line = line_of(field, &in_block, &arena);
    compile_text(&compiled, text_around(field->kind, line, in_block, outers, &arena), TODAY);
    bool accepted = compiled.findings.list.count == 0;
    expect(tally, accepted, "an example is taken as it stands");
    if (!accepted) {
        printf(STR_FMT " of " STR_FMT ", in:\n" STR_FMT, STR_ARG(field->name),
               STR_ARG(schema_kind(field->kind)->name), (int)compiled.source.size, compiled.source.text);
        compiled_print(&compiled);
    }
    compiled_free(&compiled);
    arena_free(&arena);
}

int main(void)
{
    Tally tally = {0};
    Kind outers[KIND_COUNT] = {0};
    find_outers(outers);
    for (FieldId id = 0; id < FIELD_COUNT; id++)
        if (schema_field(id)->example.length)
            test_field(&tally, schema_field(id), outers);
    return tally_end(&tally);
}
