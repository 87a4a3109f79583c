/* A tool of the build: prints the reference of the language, as Markdown, from the schema: what may stand in
 * a plan and in a school's file, kind by kind; the lists to choose from; the words understood besides. It
 * knows nothing of how any of it is read. */
#include "sema/schema.h"
#include "sema/tool/print_derived.h"
#include "support/out.h"

#include <stdio.h>

/* ---- names ---- */

/* A fact that is known by its place: ITS NAME, or DATE for a date called `on`. */
static void print_name(Out *out, const Field *field)
{
    bool date = field->type == TYPE_date || field->type == TYPE_start_date;
    if (date && str_equal(field->name, STR("on"))) {
        out_text(out, "DATE");
        return;
    }
    for (size_t i = 0; i < field->name.length; i++) {
        char c = field->name.at[i];
        out_char(out, c == '_' ? ' ' : c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
}

static bool key_is_shared(Kind kind)
{
    for (Kind other = KIND_file + 1; other < KIND_COUNT; other++)
        if (other != kind && str_equal(schema_kind(other)->key, schema_kind(kind)->key))
            return true;
    return false;
}

static Kind next_outer(Kind inner, Kind after)
{
    for (Kind outer = after + 1; outer < KIND_COUNT; outer++)
        if (schema_nests(outer, inner))
            return outer;
    return KIND_COUNT;
}

/* "outcome", or "outcome in review" where several kinds are written alike. */
static void print_title(Out *out, Kind kind)
{
    out_str(out, schema_kind(kind)->key);
    for (unsigned variant = 1; !str_equal(schema_variant_key(kind, variant), schema_kind(kind)->key);
         variant++)
        out_format(out, ", " STR_FMT, STR_ARG(schema_variant_key(kind, variant)));
    if (!key_is_shared(kind))
        return;
    Kind outer = schema_nests(KIND_file, kind) ? KIND_file : next_outer(kind, KIND_file);
    out_text(out, " in ");
    out_str(out, outer == KIND_file ? STR("a file") : schema_kind(outer)->key);
}

/* A link to the section of a kind. */
static void print_link(Out *out, Kind kind)
{
    out_char(out, '[');
    print_title(out, kind);
    out_format(out, "](#kind-" STR_FMT ")", STR_ARG(schema_kind(kind)->name));
}

/* ---- the head of a record ---- */

/* What follows a clause's word: by its type where that says more than its name. */
static void print_clause_value(Out *out, const Field *field)
{
    static const char *const words[TYPE_COUNT] = {
        [TYPE_date] = "DATE",      [TYPE_start_date] = "DATE", [TYPE_who] = "WHO",
        [TYPE_text] = "TEXT",      [TYPE_number] = "NUMBER",   [TYPE_amount] = "VALUE",
        [TYPE_reference] = "CODE", [TYPE_duration] = "LENGTH", [TYPE_span] = "LENGTH",
        [TYPE_name] = "NAME"};
    if (words[field->type])
        out_text(out, words[field->type]);
    else
        print_name(out, field);
}

static void print_head_fact(Out *out, const Field *field)
{
    bool needed = field->place == PLACE_HEAD || (field->place == PLACE_CLAUSE && field->many == MANY_one);
    out_text(out, needed ? " " : " [");
    out_str(out, field->key);
    if (!field->key.length) {
        print_name(out, field);
    } else if (field->type != TYPE_flag) {
        out_char(out, ' ');
        print_clause_value(out, field);
    }
    if (field->many == MANY_list)
        out_text(out, ", …");
    if (!needed)
        out_char(out, ']');
}

static void print_head(Out *out, Kind kind)
{
    const KindInfo *info = schema_kind(kind);
    out_text(out, "    ");
    out_str(out, info->key);
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        const Field *field = schema_field(id);
        if (field->place == PLACE_HEAD || field->place == PLACE_MAYBE || field->place == PLACE_CLAUSE)
            print_head_fact(out, field);
    }
    out_text(out, "\n\n");
}

/* ---- the facts ---- */

static void print_fact_name(Out *out, const Field *field)
{
    if (field->place == PLACE_OWNED) {
        const Field *owner = schema_field(field->owner);
        out_format(out, "`" STR_FMT " … ", STR_ARG(owner->key));
        if (field->key.length)
            out_str(out, field->key);
        else
            print_name(out, field);
        out_char(out, '`');
    } else if (field->place == PLACE_BARE) {
        out_text(out, "a bare text");
    } else if (field->key.length) {
        out_format(out, "`" STR_FMT "`", STR_ARG(field->key));
    } else {
        print_name(out, field);
    }
}

static void print_targets(Out *out, uint32_t of)
{
    const char *before = " of ";
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
        if (schema_leads_to(of, kind)) {
            out_text(out, before);
            print_link(out, kind);
            before = " or ";
        }
}

static void print_takes(Out *out, const Field *field)
{
    if (field->type == TYPE_choice) {
        Str list = choice_list_description((ChoiceList)field->of);
        out_format(out, "[" STR_FMT "](#list-%u)", STR_ARG(list), (unsigned)field->of);
    } else {
        Str description = type_description((Type)field->type);
        out_str(out, description);
    }
    if (field->type == TYPE_reference || field->type == TYPE_named)
        print_targets(out, field->of);
    if (field->many == MANY_list)
        out_text(out, "; several may stand");
    if (field->many == MANY_one)
        out_text(out, "; needed");
}

static void print_fact(Out *out, const Field *field)
{
    static const char *const readers[] = {[SEE_everyone] = "everyone",
                                          [SEE_family] = "family, staff",
                                          [SEE_staff] = "staff",
                                          [SEE_lead] = "SENCO"};
    out_text(out, "| ");
    print_fact_name(out, field);
    out_text(out, " | ");
    print_takes(out, field);
    out_format(out, " | " STR_FMT " | `" STR_FMT "` | %s |\n", STR_ARG(field->doc), STR_ARG(field->example),
               readers[field->see]);
}

static void print_facts(Out *out, Kind kind)
{
    const KindInfo *info = schema_kind(kind);
    if (info->first_field == info->field_end)
        return;
    out_text(out, "| fact | takes | what it is | for example | who may see it |\n|---|---|---|---|---|\n");
    for (FieldId id = info->first_field; id < info->field_end; id++)
        print_fact(out, schema_field(id));
    out_char(out, '\n');
}

/* ---- what stands in what ---- */

static void print_outers(Out *out, Kind kind)
{
    if (kind == KIND_note) {
        out_text(out, "Stands in any record.\n\n");
        return;
    }
    const char *before = "Stands in ";
    if (schema_nests(KIND_file, kind)) {
        out_text(out, "Stands in a file by itself");
        before = ", or in ";
    }
    for (Kind outer = next_outer(kind, KIND_file); outer < KIND_COUNT; outer = next_outer(kind, outer)) {
        out_text(out, before);
        print_link(out, outer);
        before = ", ";
    }
    out_text(out, ".\n\n");
}

static void print_inners(Out *out, Kind kind)
{
    const char *before = "May hold ";
    for (Kind inner = KIND_file + 1; inner < KIND_COUNT; inner++)
        if (inner != KIND_note && schema_nests(kind, inner)) {
            out_text(out, before);
            print_link(out, inner);
            before = ", ";
        }
    if (before[0] == ',')
        out_text(out, ".\n\n");
}

static void print_kind(Out *out, Kind kind)
{
    const KindInfo *info = schema_kind(kind);
    out_format(out, "<a id=\"kind-" STR_FMT "\"></a>\n\n### ", STR_ARG(info->name));
    print_title(out, kind);
    out_format(out, "\n\n" STR_FMT "\n\n", STR_ARG(info->doc));
    print_head(out, kind);
    print_outers(out, kind);
    print_facts(out, kind);
    if (info->letter.length)
        out_format(out, "A code that is left out is given: " STR_FMT "1, " STR_FMT "2 and so on.\n\n",
                   STR_ARG(info->letter), STR_ARG(info->letter));
    print_inners(out, kind);
}

/* ---- lists and words ---- */

typedef struct SaidRow {
    Str said, standard;
    unsigned list; /* CHOICES_COUNT for a key */
    unsigned choice;
} SaidRow;

static const SaidRow said_rows[] = {
#define SAID(said, key) {STR_INIT(said), STR_INIT(key), CHOICES_COUNT, 0},
#define SAID_CHOICE(list, said, choice)                                                                      \
    {STR_INIT(said), STR_INIT(""), CHOICES_##list, CHOICE_##list##_##choice},
#include "sema/said.def"
};
#define SAID_COUNT (sizeof said_rows / sizeof *said_rows)

static void print_choice(Out *out, unsigned list, unsigned choice)
{
    const ChoiceInfo *info = choice_info((ChoiceList)list, choice);
    const char *before = "";
    out_format(out, "| `" STR_FMT "` | ", STR_ARG(info->phrase));
    if (info->code.length)
        out_format(out, "`" STR_FMT "`", STR_ARG(info->code));
    out_format(out, " | " STR_FMT " | ", STR_ARG(info->print));
    for (size_t i = 0; i < SAID_COUNT; i++)
        if (said_rows[i].list == list && said_rows[i].choice == choice) {
            out_format(out, "%s" STR_FMT, before, STR_ARG(said_rows[i].said));
            before = ", ";
        }
    out_text(out, " |\n");
}

static void print_list(Out *out, unsigned list)
{
    Str description = choice_list_description((ChoiceList)list);
    out_format(out, "<a id=\"list-%u\"></a>\n\n### " STR_FMT "\n\n", list, STR_ARG(description));
    out_text(out, "| write | or | printed as | also understood |\n|---|---|---|---|\n");
    for (unsigned choice = 1; choice < choice_count((ChoiceList)list); choice++)
        print_choice(out, list, choice);
    out_char(out, '\n');
}

/* All that is said for a key, in the row of the first that is. */
static void print_said(Out *out, size_t row)
{
    Str standard = said_rows[row].standard;
    for (size_t i = 0; i < row; i++)
        if (said_rows[i].list == CHOICES_COUNT && str_equal(said_rows[i].standard, standard))
            return;
    out_format(out, "| `" STR_FMT "` | " STR_FMT, STR_ARG(standard), STR_ARG(said_rows[row].said));
    for (size_t i = row + 1; i < SAID_COUNT; i++)
        if (said_rows[i].list == CHOICES_COUNT && str_equal(said_rows[i].standard, standard))
            out_format(out, ", " STR_FMT, STR_ARG(said_rows[i].said));
    out_text(out, " |\n");
}

static bool type_is_described(unsigned type)
{
    for (unsigned before = 0; before < type; before++)
        if (str_equal(type_description((Type)before), type_description((Type)type)))
            return true;
    return false;
}

static void print_types(Out *out)
{
    out_text(out, "| what a fact takes | for example |\n|---|---|\n");
    for (unsigned type = 0; type < TYPE_COUNT; type++) {
        Str description = type_description((Type)type), example = type_example((Type)type);
        if (example.length && !type_is_described(type))
            out_format(out, "| " STR_FMT " | `" STR_FMT "` |\n", STR_ARG(description), STR_ARG(example));
    }
    out_char(out, '\n');
}

static void print_contents(Out *out)
{
    out_text(out, "| record | what it is |\n|---|---|\n");
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        out_text(out, "| ");
        print_link(out, kind);
        out_format(out, " | " STR_FMT " |\n", STR_ARG(schema_kind(kind)->doc));
    }
    out_char(out, '\n');
}

int main(void)
{
    Out out = {0};
    for (int c; (c = getchar()) != EOF;)
        out_char(&out, (char)c);
    print_types(&out);
    out_text(&out, "## Records and their facts\n\n");
    print_contents(&out);
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
        print_kind(&out, kind);
    out_text(&out, "## Lists to choose from\n\nCapital letters or small ones are the same.\n\n");
    for (unsigned list = 0; list < CHOICES_COUNT; list++)
        print_list(&out, list);
    out_text(&out, "## What schools say instead\n\nThese are understood wherever the word on the left is.\n\n"
                   "| the standard word | also understood |\n|---|---|\n");
    for (size_t row = 0; row < SAID_COUNT; row++)
        if (said_rows[row].list == CHOICES_COUNT)
            print_said(&out, row);
    out_char(&out, '\n');
    print_derived(&out);
    fwrite(out.at, 1, out.length - 1, stdout); /* the last line is empty */
    out_free(&out);
    return 0;
}
