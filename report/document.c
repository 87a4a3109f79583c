/* Building a document. In: blocks, runs, rows and cells in the order in which a reader meets them; out: the
 * tree of document.h. It knows nothing about plans nor about how a document looks.
 *
 * Blocks lie in the document's arena; the lists that grow inside them are on the heap, so the document
 * remembers every block it made and gives the lists back at the end. */
#include "report/document.h"

#include <stdlib.h>

Document *document_new(Arena *arena, Str title, Str language)
{
    Document *document = ARENA_NEW(arena, Document);
    document->arena = arena;
    document->title = title;
    document->language = language;
    return document;
}

/* ---- blocks ---- */

static Block *block_new(Document *document, Blocks *to, BlockKind kind)
{
    Block *block = ARENA_NEW(document->arena, Block);
    block->kind = kind;
    if (to->last)
        to->last->next = block;
    else
        to->first = block;
    to->last = block;
    ARRAY_ADD(&document->blocks_made, block);
    return block;
}

Block *document_section(Document *document, Blocks *to, unsigned level, Str title, Str id)
{
    Block *block = block_new(document, to, BLOCK_section);
    block->id = id;
    block->as.section.level = (uint8_t)(level < 2 ? 2 : level > 6 ? 6 : level);
    if (title.length > 0)
        runs_add(&block->as.section.title, title, RUN_plain);
    return block;
}

Block *document_paragraph(Document *document, Blocks *to, ParagraphStyle style)
{
    Block *block = block_new(document, to, BLOCK_paragraph);
    block->as.paragraph.style = style;
    return block;
}

Block *document_list(Document *document, Blocks *to, bool ordered)
{
    Block *block = block_new(document, to, BLOCK_list);
    block->as.list.ordered = ordered;
    return block;
}

Block *document_table(Document *document, Blocks *to, size_t header_rows)
{
    Block *block = block_new(document, to, BLOCK_table);
    block->as.table.header_rows = header_rows;
    return block;
}

Block *document_figure(Document *document, Blocks *to, Str alternative)
{
    Block *block = block_new(document, to, BLOCK_figure);
    block->as.figure.alternative = alternative;
    return block;
}

/* ---- runs ---- */

Run *runs_add(Runs *runs, Str text, unsigned style)
{
    ARRAY_ADD(&runs->list, (Run){.text = text, .style = (uint8_t)style});
    return &runs->list.at[runs->list.count - 1];
}

Run *runs_value(Runs *runs, Str text, unsigned style)
{
    Run *run = runs_add(runs, text, style);
    run->isolated = true;
    return run;
}

Run *runs_link(Runs *runs, Str text, Str target)
{
    Run *run = runs_add(runs, text, RUN_plain);
    run->target = target;
    return run;
}

/* ---- items, columns, rows, cells ---- */

Item *list_item(Block *list)
{
    ARRAY_ADD(&list->as.list.items, (Item){.id = {NULL, 0}});
    return &list->as.list.items.at[list->as.list.items.count - 1];
}

Column *table_column(Block *table, bool numeric, unsigned weight)
{
    Column column = {.numeric = numeric, .weight = (uint8_t)(weight > 100 ? 100 : weight)};
    ARRAY_ADD(&table->as.table.columns, column);
    return &table->as.table.columns.at[table->as.table.columns.count - 1];
}

Row *table_row(Block *table, Str id)
{
    ARRAY_ADD(&table->as.table.rows, (Row){.id = id});
    return &table->as.table.rows.at[table->as.table.rows.count - 1];
}

Cell *row_cell(Row *row, bool header)
{
    ARRAY_ADD(&row->cells, (Cell){.header = header, .column_span = 1, .row_span = 1});
    return &row->cells.at[row->cells.count - 1];
}

Runs *cell_text(Document *document, Row *row, bool header)
{
    Cell *cell = row_cell(row, header);
    return &document_paragraph(document, &cell->body, PARAGRAPH_body)->as.paragraph.runs;
}

/* ---- freeing ---- */

static void table_free(Table *table)
{
    for (size_t i = 0; i < table->rows.count; i++)
        free(table->rows.at[i].cells.at);
    free(table->rows.at);
    free(table->columns.at);
    free(table->caption.list.at);
}

static void figure_free(Figure *figure)
{
    if (figure->drawing)
        drawing_free(figure->drawing);
    if (figure->map)
        map_free(figure->map);
    free(figure->caption.list.at);
}

static void block_free(Block *block)
{
    switch (block->kind) {
    case BLOCK_section: free(block->as.section.title.list.at); break;
    case BLOCK_paragraph: free(block->as.paragraph.runs.list.at); break;
    case BLOCK_list: free(block->as.list.items.at); break;
    case BLOCK_table: table_free(&block->as.table); break;
    case BLOCK_figure: figure_free(&block->as.figure); break;
    }
}

void document_free(Document *document)
{
    for (size_t i = 0; i < document->blocks_made.count; i++)
        block_free(document->blocks_made.at[i]);
    free(document->blocks_made.at);
    document->blocks_made.at = NULL;
    document->blocks_made.count = document->blocks_made.room = 0;
    document->body = (Blocks){NULL, NULL};
}
