/* Parting a layout into pieces, and stacking them. In: boxes and links; out: one layout for each piece, and
 * later their places in the whole. Laid out together, dot would stack them from the bottom up. */
#include "codegen/diagram/piece.h"
#include "codegen/diagram/route.h"

/* ---- parting ---- */

/* The first box of the piece that `box` belongs to, as far as is known; shortens the way for who asks next.
 */
static uint32_t leader_of(uint32_t *leader, uint32_t box)
{
    while (leader[box] != box) {
        leader[box] = leader[leader[box]];
        box = leader[box];
    }
    return box;
}

static uint32_t *leaders_find(const Layout *layout, Arena *arena)
{
    uint32_t *leader = ARENA_ARRAY(arena, uint32_t, layout->box_count);
    for (uint32_t box = 0; box < layout->box_count; box++)
        leader[box] = box;
    for (size_t i = 0; i < layout->link_count; i++) {
        uint32_t a = leader_of(leader, layout->links[i].from), b = leader_of(leader, layout->links[i].to);
        leader[a > b ? a : b] = a > b ? b : a;
    }
    return leader;
}

/* Makes an empty piece for each leader, with room for what belongs to it; `number` says which is whose. */
static Pieces pieces_new(const Layout *layout, uint32_t *leader, uint32_t *number, Arena *arena)
{
    Pieces pieces = {ARENA_ARRAY(arena, Piece, layout->box_count), 0};
    for (uint32_t box = 0; box < layout->box_count; box++) {
        uint32_t first = leader_of(leader, box);
        if (first == box)
            number[box] = (uint32_t)pieces.count++;
        number[box] = number[first];
        pieces.at[number[box]].layout.box_count++;
    }
    for (size_t i = 0; i < layout->link_count; i++)
        pieces.at[number[layout->links[i].from]].layout.link_count++;
    for (size_t i = 0; i < pieces.count; i++) {
        Piece *piece = &pieces.at[i];
        size_t boxes = piece->layout.box_count, links = piece->layout.link_count;
        piece->boxes = ARENA_ARRAY(arena, uint32_t, boxes);
        piece->links = ARENA_ARRAY(arena, uint32_t, links);
        piece->layout = *layout;
        piece->layout.boxes = ARENA_ARRAY(arena, LayoutBox, boxes);
        piece->layout.links = ARENA_ARRAY(arena, LayoutLink, links);
        piece->layout.box_count = piece->layout.link_count = 0;
    }
    return pieces;
}

Pieces pieces_find(const Layout *layout, Arena *arena)
{
    uint32_t *leader = leaders_find(layout, arena);
    uint32_t *number = ARENA_ARRAY(arena, uint32_t, layout->box_count); /* of the piece of each box */
    uint32_t *inside = ARENA_ARRAY(arena, uint32_t, layout->box_count); /* index of each box in its piece */
    Pieces pieces = pieces_new(layout, leader, number, arena);
    for (uint32_t box = 0; box < layout->box_count; box++) {
        Piece *piece = &pieces.at[number[box]];
        inside[box] = (uint32_t)piece->layout.box_count++;
        piece->boxes[inside[box]] = box;
        piece->layout.boxes[inside[box]] = layout->boxes[box];
    }
    for (uint32_t i = 0; i < layout->link_count; i++) {
        const LayoutLink *link = &layout->links[i];
        Piece *piece = &pieces.at[number[link->from]];
        size_t at = piece->layout.link_count++;
        piece->links[at] = i;
        piece->layout.links[at] = (LayoutLink){.from = inside[link->from], .to = inside[link->to]};
    }
    return pieces;
}

/* ---- stacking ---- */

/* What a piece takes up of each column. */
typedef struct Extent {
    int32_t top, bottom; /* top > bottom: nothing */
} Extent;

static void extent_add(Extent *extent, int32_t top, int32_t bottom)
{
    extent->top = top < extent->top ? top : extent->top;
    extent->bottom = bottom > extent->bottom ? bottom : extent->bottom;
}

/* The room that a curve needs in the columns it passes. */
static void curve_extent(const Layout *layout, const LayoutLink *link, Extent *extents)
{
    unsigned first = layout->boxes[link->from].column + 1, end = layout->boxes[link->to].column;
    for (size_t part = 0; part + 3 < link->count && first < end; part += 3) {
        for (int step = 0; step <= ROUTE_STEPS; step++) {
            Point point = route_point(link->curve + part, step);
            for (unsigned column = first; column < end; column++)
                if (point.x >= layout->columns[column].left && point.x <= layout->columns[column].right)
                    extent_add(&extents[column], point.y, point.y);
        }
    }
}

static void extents_find(const Layout *layout, Extent *extents)
{
    for (size_t column = 0; column < layout->column_count; column++)
        extents[column] = (Extent){INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < layout->box_count; i++) {
        const LayoutBox *box = &layout->boxes[i];
        extent_add(&extents[box->column], box->middle - box->height / 2, box->middle + box->height / 2);
    }
    for (size_t i = 0; i < layout->link_count; i++)
        curve_extent(layout, &layout->links[i], extents);
}

/* How far down the piece must stand below what is there already. */
static int32_t offset_find(const Layout *layout, const Extent *extents, const int32_t *taken)
{
    int32_t offset = INT32_MIN;
    for (size_t column = 0; column < layout->column_count; column++) {
        if (extents[column].top > extents[column].bottom)
            continue;
        int32_t needed = taken[column] - extents[column].top;
        offset = needed > offset ? needed : offset;
    }
    return offset;
}

static void piece_place(const Piece *piece, int32_t offset, Layout *layout)
{
    for (size_t i = 0; i < piece->layout.box_count; i++)
        layout->boxes[piece->boxes[i]].middle = piece->layout.boxes[i].middle + offset;
    for (size_t i = 0; i < piece->layout.link_count; i++) {
        LayoutLink *link = &layout->links[piece->links[i]];
        link->curve = piece->layout.links[i].curve;
        link->count = piece->layout.links[i].count;
        for (size_t k = 0; k < link->count; k++)
            link->curve[k].y += offset;
    }
}

void pieces_stack(const Pieces *pieces, Layout *layout, Arena *arena)
{
    Extent *extents = ARENA_ARRAY(arena, Extent, layout->column_count);
    int32_t *taken = ARENA_ARRAY(arena, int32_t, layout->column_count);
    layout->height = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        extents_find(&pieces->at[i].layout, extents);
        int32_t offset = offset_find(layout, extents, taken);
        piece_place(&pieces->at[i], offset, layout);
        for (size_t column = 0; column < layout->column_count; column++) {
            if (extents[column].top > extents[column].bottom)
                continue;
            int32_t bottom = extents[column].bottom + offset;
            layout->height = bottom > layout->height ? bottom : layout->height;
            taken[column] = bottom + layout->gap;
        }
    }
}
