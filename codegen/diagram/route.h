/* Route: the curves of links, once the boxes stand. */
#ifndef SENC_CODEGEN_DIAGRAM_ROUTE_H
#define SENC_CODEGEN_DIAGRAM_ROUTE_H

#include "codegen/diagram/layout.h"

/* Gives each link of a finished layout its curve. A link past other columns has one already, as Graphviz
 * found it: where that passes a column, the new one does. Curves live in `arena`. */
void routes_draw(Layout *layout, Arena *arena);

/* A point of one part (four points) of a curve, `step` of ROUTE_STEPS on its way. */
#define ROUTE_STEPS 16
Point route_point(const Point *part, int step);

#endif
