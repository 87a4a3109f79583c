/* Drawings on a page. */
#ifndef SENC_PDF_DRAWING_H
#define SENC_PDF_DRAWING_H

#include "codegen/pdf/textblock.h"

/* Where a part of a drawing goes, and how large. */
typedef struct DrawingPlace {
    int32_t left, top;              /* of the part, on the page */
    int32_t from, end;              /* the part, in the drawing: from this y up to that one */
    int64_t numerator, denominator; /* the scale */
} DrawingPlace;

/* Paints the shapes of `drawing` that stand in the part, as content of `figure`; groups that lead somewhere
 * become links in it. */
void drawing_paint(Writer *writer, const Drawing *drawing, const DrawingPlace *place, Element *figure);

#endif
