/* Pairs: two short sections with a small figure each, side by side instead of one below the other. */
#ifndef SENC_PDF_PAIR_H
#define SENC_PDF_PAIR_H

#include "codegen/pdf/writer.h"

/* The space between two columns, thousandths of a point. */
#define PAIR_GAP 18000

/* Whether `block` and the one after it can stand side by side in a column of `width`: sections that hold one
 * small figure and at most a few words below it. */
bool pair_begins(const Writer *writer, const Block *block, int32_t width);

/* The height that such a pair takes. Less than a page. */
int32_t pair_height(Writer *writer, const Block *block, int32_t width);

/* Places the pair; what is read first stands on the side where lines begin. */
void pair_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width);

#endif
