/* Flow: blocks poured into the page's column, from page to page. */
#ifndef SENC_PDF_FLOW_H
#define SENC_PDF_FLOW_H

#include "codegen/pdf/stack.h"

/* Pours the document's title and body. */
void flow_document(Writer *writer);

/* Pours one block into a column at `left`, `width` wide, to stand in `parent`. */
void flow_block(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width);

/* Paints all lines of a text from here on, on as many pages as they need. */
void flow_lines(Writer *writer, TextBlock *text, int32_t left);

/* How much of a block must stand together at its beginning: what a heading keeps with. */
int32_t flow_start_height(Writer *writer, const Block *block, int32_t width);

/* How a heading of `level` looks. */
RoleName heading_role(unsigned level);

#endif
