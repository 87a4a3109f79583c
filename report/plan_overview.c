/* How it fits together: the provision map as a figure, and its links as a table, which says the same to who
 * cannot see the picture. In: a plan. Out: one part of its report. */
#include "report/plan_map.h"
#include "report/words.h"

#include <stdlib.h>

/* Codes as links, or what is missing in words. */
static void link_cell(Plan *plan, Row *row, Kind kind, RowList rows, const char *missing)
{
    Runs *runs = cell_text(plan->document, row, false);
    if (rows.count == 0)
        say(runs, missing);
    say_records(plan, runs, kind, rows);
}

static void own_cell(Plan *plan, Row *row, Kind kind, uint32_t own)
{
    say_record(plan, cell_text(plan->document, row, true), kind, own);
}

static void outcome_row(Plan *plan, Block *table, uint32_t outcome)
{
    const Relations *relations = &plan->derived->relations;
    Row *row = table_row(table, (Str){NULL, 0});
    link_cell(plan, row, KIND_aspiration, relation_named(relations, RELATION_serves_aspiration, outcome),
              "–");
    link_cell(plan, row, KIND_need, relation_named(relations, RELATION_serves_need, outcome), "no need");
    own_cell(plan, row, KIND_outcome, outcome);
    link_cell(plan, row, KIND_provision, relation_naming(relations, RELATION_towards, outcome), "no help");
}

static void loose_need_row(Plan *plan, Block *table, uint32_t need)
{
    static const RowList none = {NULL, 0};
    const Relations *relations = &plan->derived->relations;
    if (relation_naming(relations, RELATION_serves_need, need).count > 0)
        return;
    Row *row = table_row(table, (Str){NULL, 0});
    link_cell(plan, row, KIND_aspiration, none, "–");
    own_cell(plan, row, KIND_need, need);
    link_cell(plan, row, KIND_outcome, none, "no outcome");
    link_cell(plan, row, KIND_provision, relation_naming(relations, RELATION_meets, need), "no help");
}

static void loose_provision_row(Plan *plan, Block *table, uint32_t provision)
{
    static const RowList none = {NULL, 0};
    const Relations *relations = &plan->derived->relations;
    if (relation_named(relations, RELATION_towards, provision).count > 0)
        return;
    Row *row = table_row(table, (Str){NULL, 0});
    link_cell(plan, row, KIND_aspiration, none, "–");
    link_cell(plan, row, KIND_need, relation_named(relations, RELATION_meets, provision), "no need");
    link_cell(plan, row, KIND_outcome, none, "no outcome");
    own_cell(plan, row, KIND_provision, provision);
}

static void loose_hope_row(Plan *plan, Block *table, uint32_t hope)
{
    static const RowList none = {NULL, 0};
    if (relation_naming(&plan->derived->relations, RELATION_serves_aspiration, hope).count > 0)
        return;
    Row *row = table_row(table, (Str){NULL, 0});
    own_cell(plan, row, KIND_aspiration, hope);
    link_cell(plan, row, KIND_need, none, "–");
    link_cell(plan, row, KIND_outcome, none, "no outcome");
    link_cell(plan, row, KIND_provision, none, "–");
}

/* What the map leads to straight from a need; and whether a box is help that leads to no outcome and has a
 * row of its own. */
typedef struct DirectHelp {
    Runs codes; /* as links */
    uint32_t count, said;
    bool loose;
} DirectHelp;

static bool is_direct(const Map *map, MapLink link, const DirectHelp *help)
{
    const MapBox *to = &map->boxes.at[link.to];
    return map->boxes.at[link.from].column == MAP_need && to->column == MAP_provision &&
           to->code.length > 0 && !help[link.to].loose;
}

/* Boxes stand in the order of the records; finished help has none. */
static void loose_help_find(const Plan *plan, const Map *map, DirectHelp *help)
{
    RowRange rows = plan_rows(plan, KIND_provision);
    uint32_t row = rows.first;
    for (size_t box = 0; box < map->boxes.count; box++) {
        if (map->boxes.at[box].column != MAP_provision)
            continue;
        while (row < rows.end && plan_row_is_finished(plan, KIND_provision, row))
            row++;
        help[box].loose = relation_named(&plan->derived->relations, RELATION_towards, row++).count == 0;
    }
}

/* For each box of the map; those that are no needs have none. */
static DirectHelp *direct_help(const Plan *plan, const Map *map)
{
    DirectHelp *help = ARENA_ARRAY(plan->arena, DirectHelp, map->boxes.count + 1);
    loose_help_find(plan, map, help);
    for (size_t i = 0; i < map->links.count; i++)
        help[map->links.at[i].from].count += is_direct(map, map->links.at[i], help);
    for (size_t i = 0; i < map->links.count; i++) {
        const MapBox *to = &map->boxes.at[map->links.at[i].to];
        DirectHelp *own = &help[map->links.at[i].from];
        if (!is_direct(map, map->links.at[i], help))
            continue;
        say(&own->codes, joint(own->said++, own->count));
        runs_link(&own->codes, to->code, to->target);
    }
    return help;
}

/* Needs that have outcomes, and help besides that leads to none of them. */
static void direct_need_rows(Plan *plan, Block *table, const Map *map)
{
    static const RowList none = {NULL, 0};
    const Relations *relations = &plan->derived->relations;
    DirectHelp *help = direct_help(plan, map);
    uint32_t need = plan_rows(plan, KIND_need).first; /* each has a box, in the order of the records */
    for (uint32_t box = 0; box < map->boxes.count; box++) {
        if (map->boxes.at[box].column != MAP_need)
            continue;
        if (help[box].count > 0 && relation_naming(relations, RELATION_serves_need, need).count > 0) {
            Row *row = table_row(table, (Str){NULL, 0});
            link_cell(plan, row, KIND_aspiration, none, "–");
            own_cell(plan, row, KIND_need, need);
            link_cell(plan, row, KIND_outcome, none, "–");
            *cell_text(plan->document, row, false) = help[box].codes;
        } else {
            free(help[box].codes.list.at);
        }
        need++;
    }
}

/* A row for each current record of a kind. */
static void rows_of(Plan *plan, Block *table, Kind kind, void (*add)(Plan *, Block *, uint32_t))
{
    RowRange rows = plan_rows(plan, kind);
    bool may_end = kind == KIND_outcome || kind == KIND_provision;
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (!may_end || !plan_row_is_finished(plan, kind, row))
            add(plan, table, row);
}

static void links_table(Plan *plan, Blocks *to, const Map *map)
{
    static const char *const titles[] = {"Hope", "Need", "Outcome", "Help"};
    Block *table = document_table(plan->document, to, 1);
    say(&table->as.table.caption, "The map as a table");
    Row *head = table_row(table, (Str){NULL, 0});
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        table_column(table, false, 25);
        say(cell_text(plan->document, head, true), titles[i]);
    }
    rows_of(plan, table, KIND_outcome, outcome_row);
    direct_need_rows(plan, table, map);
    rows_of(plan, table, KIND_need, loose_need_row);
    rows_of(plan, table, KIND_provision, loose_provision_row);
    rows_of(plan, table, KIND_aspiration, loose_hope_row);
}

void plan_overview(Plan *plan, Blocks *to)
{
    Map *map = plan_map(plan->derived, plan->row, plan->options, plan->arena);
    if (map->boxes.count < 2) {
        map_free(map);
        return;
    }
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("How it fits together"), .id = STR("map")};
    Block *figure = document_figure(plan->document, part_body(&part), plan_map_alternative(map, plan->arena));
    figure->as.figure.map = map;
    say(&figure->as.figure.caption, "From hopes and needs to outcomes and help.");
    links_table(plan, part_body(&part), map);
}
