/* Map: the provision map as boxes and links, before anybody has laid it out. */
#ifndef SENC_REPORT_MAP_H
#define SENC_REPORT_MAP_H

#include "support/array.h"

/* The columns of a map, left to right. */
typedef enum MapColumn { MAP_aspiration, MAP_need, MAP_outcome, MAP_provision, MAP_COLUMN_COUNT } MapColumn;

typedef struct MapBox {
    MapColumn column;
    Str code;    /* "B1"; empty for none */
    Str title;   /* what stands in the box, in short */
    Str detail;  /* weekly minutes and person; empty for none */
    Str target;  /* "#id" of the record's place in the report, or empty */
    Str missing; /* what is missing ("no help"), in words; empty when nothing is */
} MapBox;

typedef struct MapLink {
    uint32_t from, to; /* indexes of boxes */
} MapLink;

typedef struct Map {
    ARRAY(MapBox) boxes; /* in the order of the records */
    ARRAY(MapLink) links;
} Map;

/* Frees the two lists; the map is empty then (twice does no harm). */
void map_free(Map *map);

#endif
