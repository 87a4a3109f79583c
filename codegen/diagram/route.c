/* The curves of links. In: boxes with their places, and for links past other columns the way Graphviz found
 * between the boxes there; out: a curve for each link, level where it leaves, passes a column and arrives.
 * Links that share an end of a box are kept apart there, in the order of where they lead, so that the eye can
 * follow one. */
#include "codegen/diagram/route.h"

#include <stdlib.h>

#define POINT     1000
#define CLEARANCE (3 * POINT) /* between a curve and a box that it passes */
#define SPREAD    (7 * POINT) /* between two links at one end of a box */
#define SHOULDER  (6 * POINT) /* from a box's corner to the outermost link */

/* The way of one link. */
typedef struct Way {
    int32_t start, end; /* y where it leaves and arrives */
    unsigned first;     /* the first column it passes */
    unsigned passed;    /* how many */
    int32_t *pass;      /* y in each of them */
    bool direct;        /* one even curve from end to end hits nothing */
} Way;

/* ---- points of curves ---- */

Point route_point(const Point *part, int step)
{
    int64_t t = step, u = ROUTE_STEPS - step, all = ROUTE_STEPS * ROUTE_STEPS * ROUTE_STEPS;
    int64_t a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return (Point){(int32_t)((a * part[0].x + b * part[1].x + c * part[2].x + d * part[3].x) / all),
                   (int32_t)((a * part[0].y + b * part[1].y + c * part[2].y + d * part[3].y) / all)};
}

/* An even curve, level at both ends. */
static void bend(Point from, Point to, Point part[4])
{
    int32_t half = (to.x - from.x) / 2;
    part[0] = from;
    part[1] = (Point){from.x + half, from.y};
    part[2] = (Point){to.x - half, to.y};
    part[3] = to;
}

/* Where a curve that runs from left to right passes `x`. */
static int32_t height_at(const Point *curve, size_t count, int32_t x)
{
    for (size_t part = 0; part + 3 < count; part += 3)
        for (int step = 0; step < ROUTE_STEPS; step++) {
            Point a = route_point(curve + part, step), b = route_point(curve + part, step + 1);
            if (a.x <= x && x <= b.x)
                return b.x == a.x ? a.y : a.y + (int32_t)((int64_t)(b.y - a.y) * (x - a.x) / (b.x - a.x));
        }
    return curve[count - 1].y;
}

/* ---- ways ---- */

static Point leaves_at(const Layout *layout, const LayoutLink *link, int32_t y)
{
    return (Point){layout->columns[layout->boxes[link->from].column].right, y};
}

static Point arrives_at(const Layout *layout, const LayoutLink *link, int32_t y)
{
    return (Point){layout->columns[layout->boxes[link->to].column].left, y};
}

static bool is_in_way(const Layout *layout, const LayoutBox *box, Point point)
{
    const LayoutColumn *column = &layout->columns[box->column];
    int32_t reach = box->height / 2 + CLEARANCE;
    return point.x > column->left - CLEARANCE && point.x < column->right + CLEARANCE &&
           point.y > box->middle - reach && point.y < box->middle + reach;
}

static bool is_clear(const Layout *layout, const LayoutLink *link, const Point part[4])
{
    unsigned from = layout->boxes[link->from].column, to = layout->boxes[link->to].column;
    for (size_t i = 0; i < layout->box_count; i++) {
        const LayoutBox *box = &layout->boxes[i];
        for (int step = 0; step <= ROUTE_STEPS && box->column > from && box->column < to; step++)
            if (is_in_way(layout, box, route_point(part, step)))
                return false;
    }
    return true;
}

/* The y nearest to `y` at which nothing stands in the column, if the space there is wide enough. */
static int32_t between_boxes(const Layout *layout, unsigned column, int32_t y)
{
    int32_t above = INT32_MIN, below = INT32_MAX;
    for (size_t i = 0; i < layout->box_count; i++) {
        const LayoutBox *box = &layout->boxes[i];
        if (box->column != column)
            continue;
        int32_t top = box->middle - box->height / 2 - CLEARANCE,
                bottom = box->middle + box->height / 2 + CLEARANCE;
        if (box->middle <= y && bottom > above)
            above = bottom;
        if (box->middle > y && top < below)
            below = top;
    }
    if (above > below)
        return above / 2 + below / 2;
    return y < above ? above : y > below ? below : y;
}

static Way way_find(const Layout *layout, const LayoutLink *link, Arena *arena)
{
    const LayoutBox *from = &layout->boxes[link->from], *to = &layout->boxes[link->to];
    Way way = {.start = from->middle, .end = to->middle, .first = from->column + 1};
    way.passed = to->column - from->column - 1;
    way.pass = ARENA_ARRAY(arena, int32_t, way.passed);
    Point part[4];
    bend(leaves_at(layout, link, way.start), arrives_at(layout, link, way.end), part);
    way.direct = way.passed == 0 || link->count < 4 || is_clear(layout, link, part);
    for (unsigned i = 0; i < way.passed; i++) {
        const LayoutColumn *column = &layout->columns[way.first + i];
        int32_t centre = column->left + (column->right - column->left) / 2;
        way.pass[i] = way.direct
                          ? height_at(part, 4, centre)
                          : between_boxes(layout, way.first + i, height_at(link->curve, link->count, centre));
    }
    return way;
}

/* ---- ends ---- */

/* One of the links at an end of a box. */
typedef struct End {
    int32_t y;     /* where it comes from or goes to, in the next column */
    uint32_t link; /* index */
} End;

static int end_compare(const void *left, const void *right)
{
    const End *a = left, *b = right;
    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    return (a->link > b->link) - (a->link < b->link);
}

/* The y of the `index`th of `count` links at an end of the box. */
static int32_t end_place(const LayoutBox *box, size_t index, size_t count)
{
    if (count < 2)
        return box->middle;
    int32_t room = box->height - 2 * SHOULDER, step = room / (int32_t)(count - 1);
    step = step < SPREAD ? step : SPREAD;
    return box->middle + step * (2 * (int32_t)index - (int32_t)count + 1) / 2;
}

/* Spreads the links that leave the box, or those that arrive. */
static void ends_spread(const Layout *layout, Way *ways, uint32_t box, bool leaving, End *ends)
{
    size_t count = 0;
    for (uint32_t i = 0; i < layout->link_count; i++) {
        const LayoutLink *link = &layout->links[i];
        const Way *way = &ways[i];
        if (leaving && link->from == box)
            ends[count++] = (End){way->passed ? way->pass[0] : layout->boxes[link->to].middle, i};
        if (!leaving && link->to == box)
            ends[count++] =
                (End){way->passed ? way->pass[way->passed - 1] : layout->boxes[link->from].middle, i};
    }
    if (count > 1)
        qsort(ends, count, sizeof *ends, end_compare);
    for (size_t i = 0; i < count; i++) {
        int32_t *end = leaving ? &ways[ends[i].link].start : &ways[ends[i].link].end;
        *end = end_place(&layout->boxes[box], i, count);
    }
}

/* ---- curves ---- */

/* Adds a part that begins where the curve ends. */
static void curve_extend(LayoutLink *link, Point to)
{
    Point part[4];
    bend(link->curve[link->count - 1], to, part);
    for (int i = 1; i < 4; i++)
        link->curve[link->count++] = part[i];
}

static void curve_make(const Layout *layout, LayoutLink *link, const Way *way, Arena *arena)
{
    link->curve = ARENA_ARRAY(arena, Point, 4 + 6 * way->passed);
    link->curve[0] = leaves_at(layout, link, way->start);
    link->count = 1;
    for (unsigned i = 0; i < way->passed && !way->direct; i++) {
        const LayoutColumn *column = &layout->columns[way->first + i];
        curve_extend(link, (Point){column->left, way->pass[i]});
        curve_extend(link, (Point){column->right, way->pass[i]});
    }
    curve_extend(link, arrives_at(layout, link, way->end));
}

void routes_draw(Layout *layout, Arena *arena)
{
    Way *ways = ARENA_ARRAY(arena, Way, layout->link_count);
    End *ends = ARENA_ARRAY(arena, End, layout->link_count);
    for (size_t i = 0; i < layout->link_count; i++)
        ways[i] = way_find(layout, &layout->links[i], arena);
    for (uint32_t box = 0; box < layout->box_count; box++) {
        ends_spread(layout, ways, box, true, ends);
        ends_spread(layout, ways, box, false, ends);
    }
    for (size_t i = 0; i < layout->link_count; i++)
        curve_make(layout, &layout->links[i], &ways[i], arena);
}
