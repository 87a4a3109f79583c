/* Bands: a map too large for one layout, parted into pieces that are laid out one by one and stacked. */
#ifndef SENC_CODEGEN_DIAGRAM_BAND_H
#define SENC_CODEGEN_DIAGRAM_BAND_H

#include "report/map.h"

/* The largest band: what dot lays out in a millisecond and a page holds at 8 points. */
#define BAND_BOXES_MOST   30
#define BAND_COLUMN_MOST  12 /* boxes in one column of it */
#define BAND_REPEATS_MOST 12 /* boxes of other bands that it shows again */
#define BAND_LINKS_MOST   120

/* Boxes in one drawing: what comes after is counted and left to the table of the report. */
#define DRAWN_MOST        2000

/* The largest map that stays in one band. */
#define WHOLE_COLUMN_MOST 14

typedef struct BandBox {
    uint32_t box;  /* index in the map */
    bool repeated; /* its own place is in an earlier band */
} BandBox;

/* A link, its left end first. */
typedef struct BandLink {
    uint32_t left, right; /* indexes in the band's boxes */
    bool backwards;       /* it leads from right to left */
} BandLink;

typedef struct Band {
    BandBox *boxes; /* in the order of the records */
    size_t box_count;
    BandLink *links; /* in the order of the map; the two ends may share a column */
    size_t link_count;
} Band;

typedef struct Bands {
    Band *at; /* from top to bottom */
    size_t count;
    size_t boxes_left_out, links_left_out;
} Bands;

/* Parts `map`, in time that grows as its boxes and links do. Needs stay together with their outcomes and
 * provision where they can; a link between two bands is drawn in the later one, which shows the box at its
 * other end again. All lives in `arena`. Links that lead nowhere or to their own box are passed over. */
Bands bands_part(const Map *map, Arena *arena);

#endif
