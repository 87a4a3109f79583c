/* Derived facts in the reference, from derived.def. Knows nothing of how any is reckoned. */
#include "sema/tool/print_derived.h"

#include "sema/schema.h"

static const struct {
    Kind kind;
    Str name, type, doc;
} rows[] = {
#define DERIVED(kind, id, name, type, of, doc) {KIND_##kind, STR_INIT(name), STR_INIT(#type), STR_INIT(doc)},
#include "sema/check/derived.def"
};

enum { ROWS = sizeof rows / sizeof *rows };

/* What a reader calls a type of derived.def. */
static Str type_words(Str type)
{
    static const struct {
        Str type, words;
    } said[] = {
        {STR_INIT("yes_no"), STR_INIT("yes or no")},   {STR_INIT("amount"), STR_INIT("a number or amount")},
        {STR_INIT("day"), STR_INIT("a date")},         {STR_INIT("text"), STR_INIT("a text")},
        {STR_INIT("choice"), STR_INIT("a choice")},    {STR_INIT("who"), STR_INIT("a person or post")},
        {STR_INIT("shape"), STR_INIT("there or not")}, {STR_INIT("text_list"), STR_INIT("texts")},
        {STR_INIT("who_list"), STR_INIT("people")},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (str_equal(said[i].type, type))
            return said[i].words;
    return type;
}

static void print_kind(Out *out, Kind kind)
{
    bool any = false;
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].kind != kind)
            continue;
        if (!any)
            out_format(out, "### Of %s" STR_FMT "\n\n| name | is | what |\n|---|---|---|\n",
                       kind == KIND_school_document ? "a school's documents: " : "",
                       STR_ARG(schema_kind(kind)->key));
        any = true;
        out_format(out, "| `" STR_FMT "` | " STR_FMT " | " STR_FMT " |\n", STR_ARG(rows[i].name),
                   STR_ARG(type_words(rows[i].type)), STR_ARG(rows[i].doc));
    }
    out_text(out, any ? "\n" : "");
}

void print_derived(Out *out)
{
    out_text(
        out,
        "## What follows from the records\n\nConditions of [checks](checks-language.md) can name all facts "
        "above; besides these, what nobody writes because it follows from them. Where a fact has the same "
        "name, this counts.\n\n");
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
        print_kind(out, kind);
}
