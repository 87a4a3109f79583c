/* Columns: where the columns of a map stand on the page, and what they are called. */
#ifndef SENC_CODEGEN_DIAGRAM_COLUMN_H
#define SENC_CODEGEN_DIAGRAM_COLUMN_H

#include "codegen/diagram/layout.h"
#include "report/map.h"

/* The columns that have boxes, from left to right. */
typedef struct Columns {
    LayoutColumn at[MAP_COLUMN_COUNT];
    MapColumn kind[MAP_COLUMN_COUNT];
    unsigned count;
    unsigned index[MAP_COLUMN_COUNT]; /* of each kind in `at`; its own number for one without boxes */
    int32_t right;                    /* edge of the last */
} Columns;

/* Shares `width` out among the columns that `map` uses, the first of which begins at `left` (whole points).
 */
Columns columns_place(const Map *map, int32_t left, int32_t width);

/* The heading of a column ("Needs"), what one of its boxes is ("Need"), and the ink that fills it. */
Str column_heading(MapColumn column);
Str column_noun(MapColumn column);
Ink column_ink(MapColumn column);

#endif
