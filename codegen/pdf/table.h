/* Tables over pages. */
#ifndef SENC_PDF_TABLE_H
#define SENC_PDF_TABLE_H

#include "codegen/pdf/stack.h"

/* Pours a table into a column at `left`, `width` wide. */
void table_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width);

/* Its caption, header rows and first two rows: what stands together. */
int32_t table_start_height(Writer *writer, const Block *block, int32_t width);

#endif
