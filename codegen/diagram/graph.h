/* Graph: a layout's boxes and links as Graphviz wants them. For layout.c alone. */
#ifndef SENC_CODEGEN_DIAGRAM_GRAPH_H
#define SENC_CODEGEN_DIAGRAM_GRAPH_H

#include "codegen/diagram/layout.h"

#include <graphviz/gvc.h>

/* No box: of a column that has none. */
#define GRAPH_NONE UINT32_MAX

/* Must stay where it is while it is open. */
typedef struct Graph {
    const Layout *layout;
    Arena *arena;
    Agraph_t *root;
    Agnode_t **nodes; /* one for each box */
    Agedge_t **edges; /* one for each link */
    uint32_t *first;  /* for each column its first box, or GRAPH_NONE */
    Agsym_t *width, *height, *rank, *weight;
    Agiddisc_t numbers;
    Agdisc_t discipline;
} Graph;

/* Builds the graph. Its lists live in `arena`. False
 * when Graphviz refuses; to be closed all the same. */
bool graph_open(Graph *graph, const Layout *layout, Arena *arena);
void graph_close(Graph *graph);

#endif
