/* The order of boxes for reading. In: the layout of one piece, with few crossings, as dot found it; out: the
 * same, its boxes nearer to the order of the records. Quadratic in the boxes of one piece, which are few. */
#include "codegen/diagram/order.h"

#include <stdlib.h>

/* ---- the whole piece ---- */

/* Pairs of boxes in one column that stand against the order of the records, less those that stand with it. */
static int64_t misplaced(const Layout *layout)
{
    int64_t sum = 0;
    for (size_t later = 0; later < layout->box_count; later++) {
        for (size_t earlier = 0; earlier < later; earlier++) {
            const LayoutBox *a = &layout->boxes[earlier], *b = &layout->boxes[later];
            if (a->column == b->column)
                sum += a->middle > b->middle ? 1 : -1;
        }
    }
    return sum;
}

void order_right(Layout *layout)
{
    if (misplaced(layout) <= 0)
        return;
    for (size_t i = 0; i < layout->box_count; i++)
        layout->boxes[i].middle = layout->height - layout->boxes[i].middle;
    for (size_t i = 0; i < layout->link_count; i++)
        for (size_t k = 0; k < layout->links[i].count; k++)
            layout->links[i].curve[k].y = layout->height - layout->links[i].curve[k].y;
}

/* ---- kin ---- */

/* A box in its column. */
typedef struct Standing {
    unsigned column;
    int32_t middle;
    uint32_t box;
} Standing;

static int standing_compare(const void *left, const void *right)
{
    const Standing *a = left, *b = right;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return (a->middle > b->middle) - (a->middle < b->middle);
}

static int record_compare(const void *left, const void *right)
{
    const Standing *a = left, *b = right;
    return (a->box > b->box) - (a->box < b->box);
}

/* A number that is the same for boxes linked to the same boxes, as good as never for others, and 0 for boxes
 * with a link that has its curve already. */
static uint64_t *kinships_find(const Layout *layout, Arena *arena)
{
    uint64_t *kinship = ARENA_ARRAY(arena, uint64_t, layout->box_count);
    for (size_t i = 0; i < layout->link_count; i++) {
        const LayoutLink *link = &layout->links[i];
        kinship[link->from] += (link->to + 1) * UINT64_C(0x9E3779B97F4A7C15);
        kinship[link->to] += (link->from + 1) * UINT64_C(0xC2B2AE3D27D4EB4F);
    }
    for (size_t i = 0; i < layout->link_count; i++)
        if (layout->links[i].count)
            kinship[layout->links[i].from] = kinship[layout->links[i].to] = 0;
    return kinship;
}

/* Puts `count` boxes, which stand one below the other, into the order of the records. The spaces between them
 * stay. */
static void kin_sort(Layout *layout, Standing *kin, size_t count, Arena *arena)
{
    int32_t top = kin[0].middle - layout->boxes[kin[0].box].height / 2;
    int32_t *space = ARENA_ARRAY(arena, int32_t, count);
    for (size_t i = 1; i < count; i++) {
        const LayoutBox *above = &layout->boxes[kin[i - 1].box], *below = &layout->boxes[kin[i].box];
        space[i - 1] = below->middle - below->height / 2 - (above->middle + above->height / 2);
    }
    qsort(kin, count, sizeof *kin, record_compare);
    for (size_t i = 0; i < count; i++) {
        LayoutBox *box = &layout->boxes[kin[i].box];
        box->middle = top + box->height / 2;
        top += box->height + space[i];
    }
}

void order_kin(Layout *layout, Arena *arena)
{
    Standing *standing = ARENA_ARRAY(arena, Standing, layout->box_count);
    for (uint32_t i = 0; i < layout->box_count; i++)
        standing[i] = (Standing){layout->boxes[i].column, layout->boxes[i].middle, i};
    qsort(standing, layout->box_count, sizeof *standing, standing_compare);
    uint64_t *kinship = kinships_find(layout, arena);
    for (size_t first = 0, end; first < layout->box_count; first = end) {
        uint64_t kind = kinship[standing[first].box];
        for (end = first + 1; end < layout->box_count; end++)
            if (!kind || kinship[standing[end].box] != kind || standing[end].column != standing[first].column)
                break;
        if (end - first > 1)
            kin_sort(layout, standing + first, end - first, arena);
    }
}
