/* Layout: where Graphviz puts boxes in columns, and the curves between them. The only door to Graphviz. */
#ifndef SENC_CODEGEN_DIAGRAM_LAYOUT_H
#define SENC_CODEGEN_DIAGRAM_LAYOUT_H

#include "report/drawing.h"
#include "support/out.h"

/* Lengths are thousandths of a point, y downwards from the layout's own top. */
typedef struct LayoutColumn {
    int32_t left, right; /* whole points */
} LayoutColumn;

typedef struct LayoutBox {
    unsigned column; /* index of its column */
    int32_t height;  /* given: whole points */
    int32_t middle;  /* found: y of its centre */
} LayoutBox;

/* A link leads to a column further right. */
typedef struct LayoutLink {
    uint32_t from, to; /* indexes of boxes */
    Point *curve;      /* found: 1 + 3n points from the right edge of `from` to the left edge of `to` */
    size_t count;      /* of its points */
} LayoutLink;

typedef struct Layout {
    const LayoutColumn *columns; /* from left to right; one without boxes is left out of account */
    size_t column_count;
    LayoutBox *boxes; /* in the order in which they are to be read */
    size_t box_count;
    LayoutLink *links;
    size_t link_count;
    int32_t gap;    /* given: least space between two boxes of a column, whole points */
    int32_t height; /* found */
} Layout;

typedef struct LayoutEngine LayoutEngine;

/* Opens Graphviz; NULL when it refuses. One at a time in a process: Graphviz keeps globals. */
LayoutEngine *layout_open(Arena *arena);
void layout_close(LayoutEngine *engine);

/* Fills in what is to be found; curves live in `arena`. False when Graphviz refuses; what it said is then
 * added to `messages`. */
bool layout_run(LayoutEngine *engine, Layout *layout, Arena *arena, Out *messages);

#endif
