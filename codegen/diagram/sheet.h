/* Sheet: one band with the texts and places of its boxes, ready to be painted. */
#ifndef SENC_CODEGEN_DIAGRAM_SHEET_H
#define SENC_CODEGEN_DIAGRAM_SHEET_H

#include "codegen/diagram/band.h"
#include "codegen/diagram/column.h"
#include "codegen/diagram/label.h"

/* What all bands of a drawing share. */
typedef struct Studio {
    const Map *map;
    const TextMeter *meter;
    Columns columns;
    int32_t height_most; /* what a band tries to keep to, so that a page holds it; thousandths of a point */
    Arena *scratch;
    LayoutEngine *engine;
    Out said; /* by Graphviz */
} Studio;

typedef struct Sheet {
    const Map *map;
    const Columns *columns;
    const Band *band;
    Label *labels;     /* one for each box of the band */
    Layout layout;     /* its boxes are the band's */
    uint32_t *link_at; /* for each link of the band its index in the layout, or SHEET_BESIDE */
} Sheet;

/* The two ends of the link share a column: Graphviz is not asked. */
#define SHEET_BESIDE UINT32_MAX

/* Lays the band out with as much ease as the height allows. False when Graphviz refuses. All lives in the
 * studio's scratch. */
bool sheet_lay(Studio *studio, const Band *band, Sheet *sheet);

#endif
