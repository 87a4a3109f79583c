/* Figures: drawings on a page. */
#ifndef SENC_PDF_FIGURE_H
#define SENC_PDF_FIGURE_H

#include "codegen/pdf/stack.h"

/* Paints a figure and its caption into a column at `left`, `width` wide; one without a drawing as a paragraph
 * that says what it would show. */
void figure_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width);

/* Its height with its caption. */
int32_t figure_start_height(Writer *writer, const Block *block, int32_t width);

#endif
