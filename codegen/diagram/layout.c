/* Positions by Graphviz's dot. In: boxes with their columns and sizes, and links between them; out: the
 * height of each box in its column, and a curve for each link. No text, target or colour comes here, for
 * Graphviz would read them as its own language; all it is told are numbers.
 *
 * A graph is given back as soon as it is read, so that nothing of one layout bears on the next: the same
 * input gives the same positions, whatever was laid out before. */
#include "codegen/diagram/layout.h"
#include "codegen/diagram/graph.h"
#include "codegen/diagram/order.h"
#include "codegen/diagram/piece.h"
#include "codegen/diagram/route.h"

#include <locale.h>

#define POINT 1000 /* thousandths */

extern gvplugin_library_t gvplugin_dot_layout_LTX_library;

struct LayoutEngine {
    GVC_t *context;
    locale_t plain; /* Graphviz reads and writes its numbers as the locale says */
};

/* An edge of a column: where Graphviz put it and where it is to stand. */
typedef struct Stop {
    int32_t found, wanted;
} Stop;

/* One run of Graphviz, and what is read from it. */
typedef struct Work {
    Layout *layout;
    Arena *arena;
    Graph graph;
    Stop *stops; /* two for each column with boxes, from left to right */
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
        if (work->graph.first[column] == GRAPH_NONE)
            continue;
        const LayoutColumn *wanted = &layout->columns[column];
        int32_t centre = thousandths(ND_coord(work->graph.nodes[work->graph.first[column]]).x);
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

/* The way Graphviz found past the boxes of the columns between. */
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

/* Between neighbouring columns nothing is in the way. */
static bool is_far(const Layout *layout, const LayoutLink *link)
{
    return layout->boxes[link->to].column > layout->boxes[link->from].column + 1;
}

static void positions_read(Work *work)
{
    Layout *layout = work->layout;
    boxf page = GD_bb(work->graph.root);
    layout->height = thousandths(page.UR.y);
    stops_find(work);
    for (size_t i = 0; i < layout->box_count; i++)
        layout->boxes[i].middle = down(work, ND_coord(work->graph.nodes[i]).y);
    for (size_t i = 0; i < layout->link_count; i++)
        if (is_far(layout, &layout->links[i]))
            curve_read(work, &layout->links[i], work->graph.edges[i]);
}

/* ---- one layout ---- */

static bool graph_lay(LayoutEngine *engine, Work *work)
{
    agreseterrors();
    if (gvLayout(engine->context, work->graph.root, "dot") != 0)
        return false;
    bool laid = agerrors() == 0;
    if (laid)
        positions_read(work);
    gvFreeLayout(engine->context, work->graph.root);
    return laid;
}

/* A box without links needs no engine. */
static void single_lay(Layout *layout)
{
    layout->height = layout->boxes[0].height;
    layout->boxes[0].middle = layout->height / 2;
}

static bool piece_lay(LayoutEngine *engine, Layout *layout, Arena *arena)
{
    if (layout->box_count == 1) {
        single_lay(layout);
        return true;
    }
    Work work = {.layout = layout, .arena = arena};
    bool laid = graph_open(&work.graph, layout, arena) && graph_lay(engine, &work);
    graph_close(&work.graph);
    if (laid) {
        order_right(layout);
        order_kin(layout, arena);
        routes_draw(layout, arena);
    }
    return laid;
}

static bool pieces_lay(LayoutEngine *engine, Layout *layout, Arena *arena)
{
    Pieces pieces = pieces_find(layout, arena);
    for (size_t i = 0; i < pieces.count; i++)
        if (!piece_lay(engine, &pieces.at[i].layout, arena))
            return false;
    pieces_stack(&pieces, layout, arena);
    return true;
}

bool layout_run(LayoutEngine *engine, Layout *layout, Arena *arena, Out *messages)
{
    locale_t before = uselocale(engine->plain);
    heard = messages;
    agusererrf speaker = agseterrf(message_keep);
    bool laid = pieces_lay(engine, layout, arena);
    agseterrf(speaker);
    heard = NULL;
    uselocale(before);
    return laid;
}
