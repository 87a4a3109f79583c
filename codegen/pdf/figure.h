/* Figures: drawings on a page. */
#ifndef SENC_PDF_FIGURE_H
#define SENC_PDF_FIGURE_H

#include "codegen/pdf/stack.h"

/* Paints a figure and its caption into a column at `left`, `width` wide, or lets it wait for the next page;
 * one without a drawing as a paragraph that says what it would show. */
void figure_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width);

/* Whether it may stand after the table that follows it, when the page has no room for it: that says the same.
 */
bool figure_may_wait(const Block *block);

/* Paints the figure that waits, if one does, at the top of the page that has just begun. */
void figure_waiting_flow(Writer *writer);

/* The width a drawing takes where nothing narrows it: letters of 14 or 18 points make it grow. */
int32_t figure_width(const Writer *writer, const Drawing *drawing);

/* Its height with its caption. */
int32_t figure_start_height(Writer *writer, const Block *block, int32_t width);

#endif
