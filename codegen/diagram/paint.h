/* Paint: a laid-out band becomes shapes of the drawing. */
#ifndef SENC_CODEGEN_DIAGRAM_PAINT_H
#define SENC_CODEGEN_DIAGRAM_PAINT_H

#include "codegen/diagram/band.h"
#include "codegen/diagram/column.h"
#include "codegen/diagram/label.h"

/* Height of the row of column headings, thousandths of a point. */
#define HEADING_HEIGHT 20000

/* A band with the labels of its boxes and the places that Graphviz gave them. */
typedef struct Sheet {
    const Map *map;
    const Columns *columns;
    const Band *band;
    Label *labels;     /* one for each box of the band */
    Layout layout;     /* its boxes are the band's */
    uint32_t *link_at; /* for each link of the band its index in the layout, or PAINT_BESIDE */
} Sheet;

/* The two ends of the link share a column: Graphviz is not asked. */
#define PAINT_BESIDE UINT32_MAX

/* The names of the columns, from `top` on. */
void paint_headings(Drawing *drawing, const Columns *columns, int32_t top, const TextMeter *meter);

/* Links, then boxes in the order of the records, from `top` on. */
void paint_sheet(Drawing *drawing, const Sheet *sheet, int32_t top);

#endif
