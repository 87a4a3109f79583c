/* The provision map of a plan: what leads from a hope to the help that is given. */
#ifndef SENC_REPORT_PLAN_MAP_H
#define SENC_REPORT_PLAN_MAP_H

#include "report/report.h"

/* The boxes and links of a plan's map, for a figure of its report or for a picture of their own: hopes,
 * needs, outcomes and provision in the order of the records, those of finished cycles left out. A box without
 * the link that belongs to it says what is missing. Targets are the ids of plan_report. Texts are slices of
 * the records or lie in `arena`, as does the map itself; its lists are freed with map_free. */
Map *plan_map(const Derived *derived, uint32_t plan_row, const ReportOptions *options, Arena *arena);

/* What the map shows, in words: "3 needs, 4 outcomes and 6 kinds of help. No link is missing." */
Str plan_map_alternative(const Map *map, Arena *arena);

#endif
