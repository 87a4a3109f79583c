/* The map of a report and the table below it say the same: each link of the map has a row that names both its
 * ends, and each code of the table has a box. Tried on the examples and on plans whose links go astray. */
#include "report/report.h"
#include "tests/unit/example.h"
#include "tests/unit/expect.h"

#include <glob.h>

static bool runs_name(const Runs *runs, Str code)
{
    for (size_t i = 0; i < runs->list.count; i++)
        if (str_equal(runs->list.at[i].text, code))
            return true;
    return false;
}

static const Runs *cell_runs(const Cell *cell)
{
    return &cell->body.first->as.paragraph.runs;
}

static bool row_names(const Row *row, Str code)
{
    for (size_t c = 0; c < row->cells.count; c++)
        if (runs_name(cell_runs(&row->cells.at[c]), code))
            return true;
    return false;
}

static void link_check(Tally *tally, const char *name, const Map *map, MapLink link, const Table *table)
{
    Str from = map->boxes.at[link.from].code, to = map->boxes.at[link.to].code;
    bool told = from.length == 0 || to.length == 0;
    for (size_t r = 1; r < table->rows.count && !told; r++)
        told = row_names(&table->rows.at[r], from) && row_names(&table->rows.at[r], to);
    if (!told)
        printf("%s: no row for " STR_FMT " and " STR_FMT "\n", name, STR_ARG(from), STR_ARG(to));
    expect(tally, told, "a link stands in the table");
}

static bool has_box(const Map *map, Str code)
{
    for (size_t i = 0; i < map->boxes.count; i++)
        if (str_equal(map->boxes.at[i].code, code))
            return true;
    return false;
}

static void codes_check(Tally *tally, const char *name, const Map *map, const Runs *runs)
{
    for (size_t i = 0; i < runs->list.count; i++) {
        const Run *run = &runs->list.at[i];
        bool found = run->target.length == 0 || has_box(map, run->text);
        if (!found)
            printf("%s: no box for " STR_FMT "\n", name, STR_ARG(run->text));
        expect(tally, found, "a code of the table has a box");
    }
}

/* Whether all codes of one row stand in the other. */
static bool rows_alike(const Row *one, const Row *other)
{
    for (size_t c = 0; c < one->cells.count; c++) {
        const Runs *runs = cell_runs(&one->cells.at[c]);
        for (size_t i = 0; i < runs->list.count; i++)
            if (runs->list.at[i].target.length > 0 && !row_names(other, runs->list.at[i].text))
                return false;
    }
    return true;
}

static void figure_check(Tally *tally, const char *name, const Block *figure)
{
    const Map *map = figure->as.figure.map;
    const Block *table = figure->next;
    expect(tally, table && table->kind == BLOCK_table, "a table follows the map");
    for (size_t i = 0; i < map->links.count; i++)
        link_check(tally, name, map, map->links.at[i], &table->as.table);
    for (size_t r = 2; r < table->as.table.rows.count; r++)
        expect(tally, !rows_alike(&table->as.table.rows.at[r - 1], &table->as.table.rows.at[r]),
               "a row says more than the one before");
    for (size_t r = 1; r < table->as.table.rows.count; r++)
        for (size_t c = 0; c < table->as.table.rows.at[r].cells.count; c++)
            codes_check(tally, name, map, cell_runs(&table->as.table.rows.at[r].cells.at[c]));
}

static size_t blocks_check(Tally *tally, const char *name, const Blocks *blocks)
{
    size_t maps = 0;
    for (const Block *block = blocks->first; block; block = block->next) {
        if (block->kind == BLOCK_section)
            maps += blocks_check(tally, name, &block->as.section.body);
        if (block->kind == BLOCK_figure && block->as.figure.map) {
            figure_check(tally, name, block);
            maps++;
        }
    }
    return maps;
}

static size_t plans_check(Tally *tally, const char *name, const Compiled *compiled)
{
    size_t maps = 0;
    for (uint32_t plan = 0; plan < compiled->records.plan.head.count; plan++) {
        Arena arena = {0};
        ReportOptions options = {.audience = SEE_family};
        Document *document = plan_report(&compiled->derived, plan, &options, &arena);
        maps += blocks_check(tally, name, &document->body);
        document_free(document);
        arena_free(&arena);
    }
    return maps;
}

static void test_examples(Tally *tally)
{
    glob_t found = {0};
    size_t maps = 0;
    glob("examples/*/*.sen", 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        Compiled compiled;
        example_compile(&compiled, found.gl_pathv[i]);
        maps += plans_check(tally, found.gl_pathv[i], &compiled);
        compiled_free(&compiled);
    }
    expect(tally, maps > 5, "the examples have maps");
    globfree(&found);
}

static const char *const astray[] = {
    /* Help for a need that none of its outcomes serves. */
    "support plan { need B1 \"Reads slowly.\"; need B2 \"Tires.\"\n"
    "outcome E1 \"Reads.\" { for B1 }; outcome E2 \"Rests.\" { for B2 }\n"
    "provision F1 \"Reading\" { meets B1, B2; towards E1 }; provision F2 \"Breaks\" { towards E2 } }",
    /* Help for a need and towards nothing; a need and a hope that lead nowhere. */
    "support plan { aspiration A1 \"Swim.\"; need B1 \"Reads slowly.\"; need B2 \"Tires.\"\n"
    "provision F1 \"Reading\" { meets B1 }; outcome E1 \"Reads.\" }",
    /* Help towards nothing has a row of its own; its need has outcomes. */
    "support plan { need B1 \"Writes slowly.\"; outcome E1 \"Writes.\" { for B1 }\n"
    "provision F1 \"Writing\" { meets B1 } }",
    /* What is finished has no box. */
    "support plan { need B1 \"Reads slowly.\"\n"
    "outcome E1 \"Reads.\" { for B1 }; outcome E0 \"Read.\" { for B1; closed 3 May 2026 \"met\" }\n"
    "provision F1 \"Reading\" { meets B1; towards E1, E0 } }",
};

static void test_astray(Tally *tally)
{
    for (size_t i = 0; i < sizeof astray / sizeof *astray; i++) {
        Compiled compiled;
        compile_text(&compiled, str_from(astray[i]), iso_day("2026-11-22"));
        expect_int(tally, "a map", (int64_t)plans_check(tally, astray[i], &compiled), 1);
        compiled_free(&compiled);
    }
}

int main(void)
{
    Tally tally = {0};
    test_examples(&tally);
    test_astray(&tally);
    return tally_end(&tally);
}
