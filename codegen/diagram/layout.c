/* Positions by Graphviz's dot. In: boxes with their columns and sizes, and links between them; out: the
 * height of each box in its column, and a curve for each link. No text, target or colour comes here, for
 * Graphviz would read them as its own language; all it is told are numbers.
 *
 * A graph is given back as soon as it is read, so that nothing of one layout bears on the next: the same
 * input gives the same positions, whatever was laid out before. */
#include "codegen/diagram/layout.h"

#include <graphviz/gvc.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#define POINT           1000 /* thousandths */
#define POINTS_PER_INCH 72
#define NUMBER_ROOM     32
#define NONE            UINT32_MAX

extern gvplugin_library_t gvplugin_dot_layout_LTX_library;

struct LayoutEngine {
    GVC_t *context;
    locale_t plain; /* Graphviz reads and writes its numbers as the locale says */
};

/* An edge of a column: where Graphviz put it and where it is to stand. */
typedef struct Stop {
    int32_t found, wanted;
} Stop;

/* The graph of one layout, and what is needed while it stands. */
typedef struct Work {
    Layout *layout;
    Arena *arena;
    Agraph_t *graph;
    Agnode_t **nodes; /* one for each box */
    Agedge_t **edges; /* one for each link */
    Agsym_t *width, *height, *rank, *weight;
    uint32_t *first; /* the first box of each column that has any; NONE for a column without */
    Stop *stops;     /* two for each column with boxes, from left to right */
    size_t stop_count;
} Work;

/* ---- what Graphviz says ---- */

/* Graphviz hands its messages to a function without any state, so this one has to be found by its address. It
 * is set only while a layout runs. */
static _Thread_local Out *heard;

static int message_keep(char *message)
{
    if (heard)
        out_text(heard, message);
    return 0;
}

/* ---- numbers instead of names ----
 * cgraph numbers objects by the addresses of their names and keeps them in that order, which differs from run
 * to run. Counting them keeps them in the order they were made. */

typedef struct Ids {
    IDTYPE last;
} Ids;

static void *ids_open(Agraph_t *graph, Agdisc_t *discipline)
{
    (void)graph, (void)discipline;
    Ids *ids = memory_grow(NULL, sizeof *ids);
    ids->last = 0;
    return ids;
}

static long ids_map(void *state, int kind, char *name, IDTYPE *id, int create)
{
    (void)kind;
    if (name || !create)
        return 0;
    *id = ++((Ids *)state)->last;
    return 1;
}

static long ids_alloc(void *state, int kind, IDTYPE id)
{
    (void)state, (void)kind, (void)id;
    return 0;
}

static void ids_release(void *state, int kind, IDTYPE id)
{
    (void)state, (void)kind, (void)id;
}

static char *ids_print(void *state, int kind, IDTYPE id)
{
    (void)state, (void)kind, (void)id;
    return NULL;
}

static void ids_close(void *state)
{
    free(state);
}

static void ids_register(void *state, int kind, void *object)
{
    (void)state, (void)kind, (void)object;
}

/* ---- the engine ---- */

LayoutEngine *layout_open(Arena *arena)
{
    lt_symlist_t built_in[] = {
        {(char *)"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {NULL, NULL},
    };
    LayoutEngine *engine = ARENA_NEW(arena, LayoutEngine);
    engine->plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!engine->plain)
        return NULL;
    engine->context = gvContextPlugins(built_in, 0);
    if (engine->context)
        return engine;
    freelocale(engine->plain);
    return NULL;
}

void layout_close(LayoutEngine *engine)
{
    gvFreeContext(engine->context);
    freelocale(engine->plain);
}

/* ---- building the graph ---- */

/* Thousandths of a point as inches, in whole numbers: no locale can come between. */
static char *inches(char room[NUMBER_ROOM], int32_t length)
{
    int64_t millionths = (int64_t)length * 1000 / POINTS_PER_INCH;
    snprintf(room, NUMBER_ROOM, "%d.%06d", (int)(millionths / 1000000), (int)(millionths % 1000000));
    return room;
}

static Agsym_t *attribute(Work *work, int kind, const char *name, const char *value)
{
    return agattr(work->graph, kind, (char *)name, (char *)value);
}

static void attributes_declare(Work *work, int32_t column_gap)
{
    char room[NUMBER_ROOM];
    attribute(work, AGRAPH, "rankdir", "LR");
    work->rank = attribute(work, AGRAPH, "rank", "");
    attribute(work, AGRAPH, "splines", "true");
    attribute(work, AGRAPH, "mclimit", "0.3");
    attribute(work, AGRAPH, "nodesep", inches(room, work->layout->gap));
    attribute(work, AGRAPH, "ranksep", inches(room, column_gap));
    attribute(work, AGNODE, "shape", "box");
    attribute(work, AGNODE, "fixedsize", "true");
    attribute(work, AGNODE, "label", "");
    work->width = attribute(work, AGNODE, "width", "1");
    work->height = attribute(work, AGNODE, "height", "1");
    attribute(work, AGEDGE, "dir", "none");
    attribute(work, AGEDGE, "tailport", "e");
    attribute(work, AGEDGE, "headport", "w");
    work->weight = attribute(work, AGEDGE, "weight", "1");
}

static void node_add(Work *work, size_t index)
{
    const LayoutBox *box = &work->layout->boxes[index];
    const LayoutColumn *column = &work->layout->columns[box->column];
    char room[NUMBER_ROOM];
    work->nodes[index] = agnode(work->graph, NULL, 1);
    agxset(work->nodes[index], work->width, inches(room, column->right - column->left));
    agxset(work->nodes[index], work->height, inches(room, box->height));
}

/* The first box of the piece that `box` belongs to; shortens the way for who asks next. */
static uint32_t piece_of(uint32_t *piece, uint32_t box)
{
    while (piece[box] != box) {
        piece[box] = piece[piece[box]];
        box = piece[box];
    }
    return box;
}

static void piece_join(uint32_t *piece, uint32_t a, uint32_t b)
{
    a = piece_of(piece, a);
    b = piece_of(piece, b);
    piece[a > b ? a : b] = a > b ? b : a;
}

/* Boxes in the order of the records, but those pieces first that begin last: when ranks run from left to
 * right, dot stacks pieces that no link joins from the bottom up. */
static void nodes_add(Work *work)
{
    const Layout *layout = work->layout;
    uint32_t count = (uint32_t)layout->box_count;
    work->nodes = ARENA_ARRAY(work->arena, Agnode_t *, count);
    uint32_t *piece = ARENA_ARRAY(work->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++)
        piece[i] = i;
    for (size_t i = 0; i < layout->link_count; i++)
        piece_join(piece, layout->links[i].from, layout->links[i].to);
    for (uint32_t first = count; first-- > 0;) {
        if (piece[first] != first)
            continue;
        for (uint32_t i = first; i < count; i++)
            if (piece_of(piece, i) == first)
                node_add(work, i);
    }
}

static void columns_first(Work *work)
{
    const Layout *layout = work->layout;
    work->first = ARENA_ARRAY(work->arena, uint32_t, layout->column_count);
    for (size_t column = 0; column < layout->column_count; column++)
        work->first[column] = NONE;
    for (size_t i = layout->box_count; i-- > 0;)
        work->first[layout->boxes[i].column] = (uint32_t)i;
}

/* One rank for each column. Each subgraph only names the boxes of a rank; none is drawn. */
static void ranks_add(Work *work)
{
    const Layout *layout = work->layout;
    for (size_t column = 0; column < layout->column_count; column++) {
        if (work->first[column] == NONE)
            continue;
        Agraph_t *rank = agsubg(work->graph, NULL, 1);
        agxset(rank, work->rank, (char *)"same");
        for (size_t i = work->first[column]; i < layout->box_count; i++)
            if (layout->boxes[i].column == column)
                agsubnode(rank, work->nodes[i], 1);
    }
}

static void links_add(Work *work)
{
    const Layout *layout = work->layout;
    work->edges = ARENA_ARRAY(work->arena, Agedge_t *, layout->link_count);
    for (size_t i = 0; i < layout->link_count; i++) {
        const LayoutLink *link = &layout->links[i];
        work->edges[i] = agedge(work->graph, work->nodes[link->from], work->nodes[link->to], NULL, 1);
    }
}

static bool columns_linked(const Layout *layout, size_t left, size_t right)
{
    for (size_t i = 0; i < layout->link_count; i++)
        if (layout->boxes[layout->links[i].from].column == left &&
            layout->boxes[layout->links[i].to].column == right)
            return true;
    return false;
}

/* Columns that no link holds together would share a rank: an edge that is not drawn keeps them in order. */
static void order_keep(Work *work)
{
    size_t left = NONE;
    for (size_t column = 0; column < work->layout->column_count; column++) {
        if (work->first[column] == NONE)
            continue;
        if (left != NONE && !columns_linked(work->layout, left, column)) {
            Agnode_t *from = work->nodes[work->first[left]], *to = work->nodes[work->first[column]];
            agxset(agedge(work->graph, from, to, NULL, 1), work->weight, (char *)"0");
        }
        left = column;
    }
}

/* ---- reading the positions ---- */

static int32_t thousandths(double points)
{
    return (int32_t)(points * POINT + (points < 0 ? -0.5 : 0.5));
}

/* Graphviz closes up columns without boxes; the stops lead from its x to ours. */
static void stops_find(Work *work)
{
    const Layout *layout = work->layout;
    work->stops = ARENA_ARRAY(work->arena, Stop, 2 * layout->column_count);
    for (size_t column = 0; column < layout->column_count; column++) {
        if (work->first[column] == NONE)
            continue;
        const LayoutColumn *wanted = &layout->columns[column];
        int32_t centre = thousandths(ND_coord(work->nodes[work->first[column]]).x);
        int32_t half = (wanted->right - wanted->left) / 2;
        work->stops[work->stop_count++] = (Stop){centre - half, wanted->left};
        work->stops[work->stop_count++] = (Stop){centre + half, wanted->right};
    }
}

/* From Graphviz's x to ours, straight between two stops. */
static int32_t across(const Work *work, int32_t x)
{
    size_t next = 1;
    while (next + 1 < work->stop_count && x > work->stops[next].found)
        next++;
    Stop from = work->stops[next - 1], to = work->stops[next];
    int64_t span = to.found > from.found ? to.found - from.found : 1;
    return from.wanted + (int32_t)((int64_t)(x - from.found) * (to.wanted - from.wanted) / span);
}

static int32_t down(const Work *work, double y)
{
    return work->layout->height - thousandths(y);
}

/* Between neighbouring columns nothing is in the way: one even curve, level at both ends. */
static void curve_bend(Work *work, LayoutLink *link, Point from, Point to)
{
    int32_t half = (to.x - from.x) / 2;
    Point points[4] = {from, {from.x + half, from.y}, {to.x - half, to.y}, to};
    link->count = 4;
    link->curve = arena_copy(work->arena, points, sizeof points, alignof(Point));
}

/* Past the boxes of the columns between, as Graphviz found its way. */
static void curve_read(Work *work, LayoutLink *link, Agedge_t *edge)
{
    if (!ED_spl(edge) || ED_spl(edge)->size < 1 || ED_spl(edge)->list[0].size < 4)
        return;
    const bezier *found = &ED_spl(edge)->list[0];
    link->count = (size_t)found->size;
    link->curve = ARENA_ARRAY(work->arena, Point, link->count);
    for (size_t i = 0; i < link->count; i++) {
        pointf point = found->list[i];
        link->curve[i] = (Point){across(work, thousandths(point.x)), down(work, point.y)};
    }
}

static void curve_find(Work *work, LayoutLink *link, Agedge_t *edge)
{
    const Layout *layout = work->layout;
    const LayoutBox *left = &layout->boxes[link->from], *right = &layout->boxes[link->to];
    Point from = {layout->columns[left->column].right, left->middle};
    Point to = {layout->columns[right->column].left, right->middle};
    curve_read(work, link, edge);
    if (right->column == left->column + 1 || !link->count)
        curve_bend(work, link, from, to);
    link->curve[0] = from;
    link->curve[link->count - 1] = to;
}

static void positions_read(Work *work)
{
    Layout *layout = work->layout;
    boxf page = GD_bb(work->graph);
    layout->height = thousandths(page.UR.y);
    stops_find(work);
    for (size_t i = 0; i < layout->box_count; i++)
        layout->boxes[i].middle = down(work, ND_coord(work->nodes[i]).y);
    for (size_t i = 0; i < layout->link_count; i++)
        curve_find(work, &layout->links[i], work->edges[i]);
}

/* ---- one layout ---- */

/* The least space between two columns that have boxes. */
static int32_t column_gap(const Layout *layout)
{
    int32_t gap = POINTS_PER_INCH * POINT;
    for (size_t column = 1; column < layout->column_count; column++) {
        int32_t here = layout->columns[column].left - layout->columns[column - 1].right;
        gap = here < gap ? here : gap;
    }
    return gap;
}

static bool graph_lay(LayoutEngine *engine, Work *work)
{
    columns_first(work);
    attributes_declare(work, column_gap(work->layout));
    nodes_add(work);
    ranks_add(work);
    links_add(work);
    order_keep(work);
    agreseterrors();
    if (gvLayout(engine->context, work->graph, "dot") != 0)
        return false;
    bool laid = agerrors() == 0;
    if (laid)
        positions_read(work);
    gvFreeLayout(engine->context, work->graph);
    return laid;
}

bool layout_run(LayoutEngine *engine, Layout *layout, Arena *arena, Out *messages)
{
    Agiddisc_t numbers = {ids_open, ids_map, ids_alloc, ids_release, ids_print, ids_close, ids_register};
    Agdisc_t discipline = {.mem = &AgMemDisc, .id = &numbers, .io = &AgIoDisc};
    Work work = {.layout = layout, .arena = arena};
    locale_t before = uselocale(engine->plain);
    heard = messages;
    agusererrf speaker = agseterrf(message_keep);
    work.graph = agopen((char *)"map", Agdirected, &discipline);
    bool laid = work.graph && graph_lay(engine, &work);
    if (work.graph)
        agclose(work.graph);
    agseterrf(speaker);
    heard = NULL;
    uselocale(before);
    return laid;
}
