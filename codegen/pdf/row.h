/* Rows of tables: painted whole, or begun on one page and ended on another. */
#ifndef SENC_PDF_ROW_H
#define SENC_PDF_ROW_H

#include "codegen/pdf/grid.h"

/* A table on its way down the pages. */
typedef struct TableFlow {
    Writer *writer;
    TableLayout *layout;
    int32_t left, width;
    bool repeats;     /* its heads, on each page */
    size_t rows_here; /* body rows on this page */
} TableFlow;

/* Paints row `r` on the current page, whatever its height. */
void row_paint(const TableFlow *flow, size_t r);

/* Begins row `r`, to be painted in parts; returns where its cells have come to, one cursor a cell. */
StackCursor *row_begin(const TableFlow *flow, size_t r);

/* Paints what fits of row `r` on the current page, but a line of each cell at least when `forced`; true when
 * all of it is done. */
bool row_part_paint(const TableFlow *flow, size_t r, StackCursor *cursors, bool forced);

/* On the page where row `r` goes on: shows its name again to the eye, for which the row has lost it. */
void row_name_repeat(const TableFlow *flow, size_t r, const StackCursor *cursors);

/* The rule along the top of a table without heads. */
void table_top_paint(const TableFlow *flow);

#endif
