/* Grids: a table's cells in their columns and rows, and how wide and high these are. */
#ifndef SENC_PDF_GRID_H
#define SENC_PDF_GRID_H

#include "codegen/pdf/stack.h"

/* A cell in its place. */
typedef struct CellLayout {
    const Cell *cell;      /* NULL for a place that the row leaves empty */
    Stack stack;           /* once the row has been laid out */
    uint32_t column, span; /* its first column and how many it covers */
    uint32_t rows;         /* how many rows it covers */
    Element *element;
} CellLayout;

typedef struct RowLayout {
    const Row *row;
    CellLayout *cells; /* those that begin in this row, by column */
    uint32_t cell_count;
    size_t group_end; /* the row after the last that a cell binds to this one */
    int32_t height;
    bool laid_out;
    Element *element;
} RowLayout;

typedef struct TableLayout {
    Writer *writer;
    const Table *table;
    RowLayout *rows;
    uint32_t column_count;
    int32_t *offset; /* column_count + 1: where each begins, from the side where lines begin */
    size_t head_rows;
    TextBlock *caption; /* or NULL */
    Element *element, *caption_element, *head, *body;
} TableLayout;

/* Puts the cells of `block` into a grid `width` wide and measures its columns. */
TableLayout *grid_make(Writer *writer, const Block *block, int32_t width);

/* Lays out the rows that are bound to row `first`; returns their height together. */
int32_t grid_group(TableLayout *layout, size_t first);

/* Unbinds the rows of a group that no page could hold: each cell counts for the row it begins in. */
void grid_unbind(TableLayout *layout, size_t first);

/* Frees the stacks of a row. */
void grid_row_free(TableLayout *layout, size_t row);

/* The space between a cell's edge and its text. */
int32_t cell_pad_side(const Writer *writer);
int32_t cell_pad_top(const Writer *writer);

#endif
