/* Paint: a laid-out band becomes shapes of the drawing. */
#ifndef SENC_CODEGEN_DIAGRAM_PAINT_H
#define SENC_CODEGEN_DIAGRAM_PAINT_H

#include "codegen/diagram/sheet.h"

/* Height of the row of column headings, thousandths of a point. */
#define HEADING_HEIGHT 20000

/* The names of the columns, from `top` on. */
void paint_headings(Drawing *drawing, const Columns *columns, int32_t top, const TextMeter *meter);

/* Links, then boxes in the order of the records, from `top` on. */
void paint_sheet(Drawing *drawing, const Sheet *sheet, int32_t top);

#endif
