/* Sharing the width of the page among the columns. In: which columns a map uses; out: their left and right
 * edges, in whole points, for Graphviz rounds sizes to those. */
#include "codegen/diagram/column.h"

#define POINT      1000
#define GAP_SHARE  18               /* the space between two columns: so many parts of the width */
#define GAP_LEAST  (20 * POINT)     /* an arrow needs as much */
#define BOX_MOST   (210 * POINT)    /* longer lines are hard to read in small print */
#define BOX_LEAST  (60 * POINT)     /* a long word */
#define WIDTH_MOST (100000 * POINT) /* keeps the sums below within 32 bits */

typedef struct Kind {
    Str heading, noun;
    Ink ink;
    int32_t weight; /* its share of the width: provision has most to say */
} Kind;

static const Kind kinds[MAP_COLUMN_COUNT] = {
    [MAP_aspiration] = {STR_INIT("Hopes"), STR_INIT("Hope"), INK_aspiration, 21},
    [MAP_need] = {STR_INIT("Needs"), STR_INIT("Need"), INK_need, 23},
    [MAP_outcome] = {STR_INIT("Outcomes"), STR_INIT("Outcome"), INK_outcome, 26},
    [MAP_provision] = {STR_INIT("Help"), STR_INIT("Help"), INK_provision, 30},
};

Str column_heading(MapColumn column)
{
    return kinds[column].heading;
}

Str column_noun(MapColumn column)
{
    return kinds[column].noun;
}

Ink column_ink(MapColumn column)
{
    return kinds[column].ink;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* The columns with boxes; returns the sum of their weights. */
static int32_t columns_used(const Map *map, Columns *columns)
{
    bool used[MAP_COLUMN_COUNT] = {false};
    for (size_t i = 0; i < map->boxes.count; i++)
        used[map->boxes.at[i].column] = true;
    int32_t weights = 0;
    for (MapColumn kind = MAP_aspiration; kind < MAP_COLUMN_COUNT; kind++) {
        columns->index[kind] = columns->count;
        if (!used[kind])
            continue;
        columns->kind[columns->count++] = kind;
        weights += kinds[kind].weight;
    }
    return weights;
}

Columns columns_place(const Map *map, int32_t left, int32_t width)
{
    Columns columns = {.count = 0};
    int32_t weights = columns_used(map, &columns);
    width = most(0, least(width, WIDTH_MOST));
    int32_t gap = most(GAP_LEAST, width / GAP_SHARE / POINT * POINT);
    int32_t room = width - gap * ((int32_t)columns.count - 1);
    for (unsigned i = 0; i < columns.count; i++) {
        int64_t share = (int64_t)room * kinds[columns.kind[i]].weight / weights / POINT * POINT;
        int32_t box = most(BOX_LEAST, least((int32_t)share, BOX_MOST));
        columns.at[i] = (LayoutColumn){left, left + box};
        left += box + gap;
    }
    columns.right = columns.count ? left - gap : left + width;
    return columns;
}
