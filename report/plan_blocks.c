/* Building blocks of a plan's report: parts that begin when something stands in them, lists of texts, tables
 * of records. In: rows. Out: blocks of the document. */
#include "report/words.h"

#include <stdlib.h>

Blocks *part_body(Part *part)
{
    if (!part->section)
        part->section = document_section(part->plan->document, part->to, part->level, part->title, part->id);
    return &part->section->as.section.body;
}

Runs *paragraph(Plan *plan, Blocks *to, ParagraphStyle style)
{
    return &document_paragraph(plan->document, to, style)->as.paragraph.runs;
}

Runs *cell_line(Plan *plan, Blocks *cell, ParagraphStyle style)
{
    Block *last = cell->last;
    if (!last || last->kind != BLOCK_paragraph || last->as.paragraph.style != style)
        return paragraph(plan, cell, style);
    say(&last->as.paragraph.runs, "\n");
    return &last->as.paragraph.runs;
}

/* ---- texts ---- */

void texts_list(Plan *plan, Blocks *to, FieldId field, uint32_t row)
{
    uint32_t count = fact_count(&plan->facts, field, row);
    if (count == 0)
        return;
    Block *list = document_list(plan->document, to, false);
    for (uint32_t i = 0; i < count; i++)
        say_value(plan, paragraph(plan, &list_item(list)->body, PARAGRAPH_body),
                  fact_text_at(&plan->facts, field, row, i));
}

void texts_paragraphs(Plan *plan, Blocks *to, FieldId field, uint32_t row)
{
    uint32_t count = fact_count(&plan->facts, field, row);
    for (uint32_t i = 0; i < count; i++)
        say_value(plan, paragraph(plan, to, PARAGRAPH_body), fact_text_at(&plan->facts, field, row, i));
}

void texts_labelled(Plan *plan, Blocks *to, const char *label, FieldId field, uint32_t row)
{
    uint32_t count = fact_count(&plan->facts, field, row);
    if (count == 0)
        return;
    Runs *runs = paragraph(plan, to, PARAGRAPH_body);
    say_strong(runs, label);
    for (uint32_t i = 0; i < count; i++) {
        say(runs, " ");
        say_value(plan, runs, fact_text_at(&plan->facts, field, row, i));
    }
}

/* ---- tables of records ---- */

/* The cells of a table before it is known which columns stay. */
typedef struct Grid {
    const TablePlan *table;
    const uint32_t *rows;
    size_t count;
    Blocks *cells; /* row by row */
    bool *kept;    /* a column each */
    unsigned weight, kept_count;
} Grid;

static void cell_fill(Plan *plan, const TablePlan *table, const TableColumn *column, uint32_t row,
                      Blocks *cell)
{
    Str code = column->fill ? (Str){NULL, 0} : plan_code(plan, table->kind, row);
    if (column->fill)
        column->fill(plan, row, cell);
    else if (code.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), code);
}

static Grid grid_fill(Plan *plan, const TablePlan *table, const uint32_t *rows, size_t count)
{
    size_t columns = table->column_count;
    Grid grid = {.table = table, .rows = rows, .count = count};
    grid.cells = ARENA_ARRAY(plan->arena, Blocks, columns * count);
    grid.kept = ARENA_ARRAY(plan->arena, bool, columns);
    for (size_t i = 0; i < columns * count; i++) {
        cell_fill(plan, table, &table->columns[i % columns], rows[i / columns], &grid.cells[i]);
        grid.kept[i % columns] |= grid.cells[i].first != NULL;
    }
    for (size_t c = 0; c < columns; c++) {
        grid.kept_count += grid.kept[c];
        grid.weight += grid.kept[c] ? table->columns[c].weight : 0;
    }
    return grid;
}

static void grid_head(Plan *plan, Block *block, const Grid *grid)
{
    Row *row = table_row(block, (Str){NULL, 0});
    unsigned left = 100, columns_left = grid->kept_count;
    for (size_t c = 0; c < grid->table->column_count; c++) {
        const TableColumn *column = &grid->table->columns[c];
        if (!grid->kept[c])
            continue;
        unsigned share = --columns_left == 0 ? left : column->weight * 100 / grid->weight;
        left -= share;
        table_column(block, false, share);
        say(cell_text(plan->document, row, true), column->title);
    }
}

static void grid_row(Plan *plan, Block *block, const Grid *grid, size_t index)
{
    size_t columns = grid->table->column_count;
    Row *row = table_row(block, plan_id(plan, grid->table->kind, grid->rows[index]));
    for (size_t c = 0; c < columns; c++)
        if (grid->kept[c])
            row_cell(row, grid->table->columns[c].header)->body = grid->cells[index * columns + c];
}

/* A row that names what the rows below it have in common. */
static void grid_group(Plan *plan, Block *block, const Grid *grid, Str name)
{
    Row *row = table_row(block, (Str){NULL, 0});
    Cell *cell = row_cell(row, true);
    cell->column_span = (uint8_t)grid->kept_count;
    say_value(plan, paragraph(plan, &cell->body, PARAGRAPH_body), name);
}

Block *records_table_add(Plan *plan, Blocks *to, const TablePlan *table, const uint32_t *rows, size_t count)
{
    if (count == 0)
        return NULL;
    Grid grid = grid_fill(plan, table, rows, count);
    if (grid.kept_count == 0)
        return NULL;
    Block *block = document_table(plan->document, to, 1);
    grid_head(plan, block, &grid);
    Str group = {NULL, 0};
    for (size_t i = 0; i < count; i++) {
        Str own = table->group ? table->group(plan, rows[i]) : group;
        if (own.length > 0 && !str_equal(own, group))
            grid_group(plan, block, &grid, own);
        group = own;
        grid_row(plan, block, &grid, i);
    }
    return block;
}

/* ---- somebody's words ---- */

static void speaker_say(Plan *plan, Runs *runs, const Quote *quote)
{
    say_value(plan, runs, quote->code);
    say(runs, quote->code.length > 0 && quote->who ? ", " : "");
    say_who(plan, runs, quote->who, NAME_with_post);
    say_on(plan, runs, runs->list.count > 0 ? ", " : "", quote->on);
    for (size_t i = 0; i < runs->list.count; i++)
        runs->list.at[i].style |= RUN_strong;
}

/* Words that run from right to left have a paragraph of their own, that they may begin on their side. */
Runs *quote_say(Plan *plan, Blocks *to, const Quote *quote)
{
    bool apart = language_right_to_left(plan_language(plan, quote->text));
    if (apart)
        speaker_say(plan, paragraph(plan, to, PARAGRAPH_small), quote);
    Block *block = document_paragraph(plan->document, to, PARAGRAPH_quote);
    Runs *runs = &block->as.paragraph.runs;
    block->id = quote->id;
    if (!apart) {
        speaker_say(plan, runs, quote);
        say(runs, runs->list.count > 0 ? ": " : "");
    }
    say_value(plan, runs, quote->text);
    return apart ? NULL : runs;
}

void views_quotes(Plan *plan, Blocks *to, Kind outer, uint32_t outer_row)
{
    Rows rows = rows_in(plan, KIND_view, outer, outer_row);
    for (size_t i = 0; i < rows.list.count; i++) {
        uint32_t row = rows.list.at[i];
        Quote quote = {.who = fact_who(&plan->facts, FIELD_view_who, row),
                       .on = fact_day(&plan->facts, FIELD_view_on, row),
                       .text = fact_text(&plan->facts, FIELD_view_text, row)};
        if (quote.text.length > 0)
            quote_say(plan, to, &quote);
    }
    free(rows.list.at);
}
