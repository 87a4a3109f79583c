/* Building a graph for Graphviz. In: a layout's boxes and links; out: the
 * graph, with our indexes for its nodes and edges. All it is told are numbers: it would read a text as its
 * own language. */
#include "codegen/diagram/graph.h"

#include <stdio.h>
#include <stdlib.h>

#define POINT           1000 /* thousandths */
#define POINTS_PER_INCH 72
#define NUMBER_ROOM     32

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

/* ---- boxes, columns, links ---- */

/* Thousandths of a point as inches, in whole numbers: no locale can come between. */
static char *inches(char room[NUMBER_ROOM], int32_t length)
{
    int64_t millionths = (int64_t)length * 1000 / POINTS_PER_INCH;
    snprintf(room, NUMBER_ROOM, "%d.%06d", (int)(millionths / 1000000), (int)(millionths % 1000000));
    return room;
}

static Agsym_t *attribute(Graph *graph, int kind, const char *name, const char *value)
{
    return agattr(graph->root, kind, (char *)name, (char *)value);
}

static void attributes_declare(Graph *graph, int32_t column_gap)
{
    char room[NUMBER_ROOM];
    attribute(graph, AGRAPH, "rankdir", "LR");
    graph->rank = attribute(graph, AGRAPH, "rank", "");
    attribute(graph, AGRAPH, "splines", "true");
    attribute(graph, AGRAPH, "mclimit", "0.3");
    attribute(graph, AGRAPH, "nodesep", inches(room, graph->layout->gap));
    attribute(graph, AGRAPH, "ranksep", inches(room, column_gap));
    attribute(graph, AGNODE, "shape", "box");
    attribute(graph, AGNODE, "fixedsize", "true");
    attribute(graph, AGNODE, "label", "");
    graph->width = attribute(graph, AGNODE, "width", "1");
    graph->height = attribute(graph, AGNODE, "height", "1");
    attribute(graph, AGEDGE, "dir", "none");
    attribute(graph, AGEDGE, "tailport", "e");
    attribute(graph, AGEDGE, "headport", "w");
    graph->weight = attribute(graph, AGEDGE, "weight", "1");
}

static void node_add(Graph *graph, size_t index)
{
    const LayoutBox *box = &graph->layout->boxes[index];
    const LayoutColumn *column = &graph->layout->columns[box->column];
    char room[NUMBER_ROOM];
    graph->nodes[index] = agnode(graph->root, NULL, 1);
    agxset(graph->nodes[index], graph->width, inches(room, column->right - column->left));
    agxset(graph->nodes[index], graph->height, inches(room, box->height));
}

static void nodes_add(Graph *graph)
{
    graph->nodes = ARENA_ARRAY(graph->arena, Agnode_t *, graph->layout->box_count);
    for (size_t i = 0; i < graph->layout->box_count; i++)
        node_add(graph, i);
}

static void columns_first(Graph *graph)
{
    const Layout *layout = graph->layout;
    graph->first = ARENA_ARRAY(graph->arena, uint32_t, layout->column_count);
    for (size_t column = 0; column < layout->column_count; column++)
        graph->first[column] = GRAPH_NONE;
    for (size_t i = layout->box_count; i-- > 0;)
        graph->first[layout->boxes[i].column] = (uint32_t)i;
}

/* One rank for each column. Each subgraph only names the boxes of a rank; none is drawn. */
static void ranks_add(Graph *graph)
{
    const Layout *layout = graph->layout;
    for (size_t column = 0; column < layout->column_count; column++) {
        if (graph->first[column] == GRAPH_NONE)
            continue;
        Agraph_t *rank = agsubg(graph->root, NULL, 1);
        agxset(rank, graph->rank, (char *)"same");
        for (size_t i = graph->first[column]; i < layout->box_count; i++)
            if (layout->boxes[i].column == column)
                agsubnode(rank, graph->nodes[i], 1);
    }
}

static void links_add(Graph *graph)
{
    const Layout *layout = graph->layout;
    graph->edges = ARENA_ARRAY(graph->arena, Agedge_t *, layout->link_count);
    for (size_t i = 0; i < layout->link_count; i++) {
        const LayoutLink *link = &layout->links[i];
        graph->edges[i] = agedge(graph->root, graph->nodes[link->from], graph->nodes[link->to], NULL, 1);
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
static void order_keep(Graph *graph)
{
    size_t left = GRAPH_NONE;
    for (size_t column = 0; column < graph->layout->column_count; column++) {
        if (graph->first[column] == GRAPH_NONE)
            continue;
        if (left != GRAPH_NONE && !columns_linked(graph->layout, left, column)) {
            Agnode_t *from = graph->nodes[graph->first[left]], *to = graph->nodes[graph->first[column]];
            agxset(agedge(graph->root, from, to, NULL, 1), graph->weight, (char *)"0");
        }
        left = column;
    }
}

bool graph_open(Graph *graph, const Layout *layout, Arena *arena)
{
    *graph = (Graph){.layout = layout, .arena = arena};
    graph->numbers =
        (Agiddisc_t){ids_open, ids_map, ids_alloc, ids_release, ids_print, ids_close, ids_register};
    graph->discipline = (Agdisc_t){.mem = &AgMemDisc, .id = &graph->numbers, .io = &AgIoDisc};
    graph->root = agopen(NULL, Agdirected, &graph->discipline);
    if (!graph->root)
        return false;
    columns_first(graph);
    attributes_declare(graph, column_gap(layout));
    nodes_add(graph);
    ranks_add(graph);
    links_add(graph);
    order_keep(graph);
    return true;
}

void graph_close(Graph *graph)
{
    if (graph->root)
        agclose(graph->root);
}
