/* Needs. In: the needs of a plan or a section, with what shows them. Out: a table whose rows lead to the
 * outcomes and the help that belong to each. */
#include "report/words.h"

#include <stdlib.h>

/* "YARC, standard score 82 (10 September 2026, SENCO)" */
static void evidence_say(Plan *plan, Runs *runs, uint32_t row)
{
    int32_t on = fact_day(&plan->facts, FIELD_evidence_on, row);
    uint32_t by = fact_count(&plan->facts, FIELD_evidence_by, row);
    say_value(plan, runs, fact_text(&plan->facts, FIELD_evidence_text, row));
    if (!day_is_known(on) && by == 0)
        return;
    say(runs, " (");
    say_day(plan, runs, on);
    say(runs, day_is_known(on) && by > 0 ? ", " : "");
    say_whos(plan, runs, FIELD_evidence_by, row, NAME_plain);
    say(runs, ")");
}

void evidence_list(Plan *plan, Blocks *to, Kind outer, uint32_t outer_row)
{
    Rows rows = rows_in(plan, KIND_evidence, outer, outer_row);
    for (size_t i = 0; i < rows.list.count; i++)
        evidence_say(plan, cell_line(plan, to, PARAGRAPH_small), rows.list.at[i]);
    free(rows.list.at);
}

static void text_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    Str text = fact_text(&plan->facts, FIELD_need_text, row);
    if (text.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), text);
    evidence_list(plan, cell, KIND_need, row);
}

/* "Towards E1 and E2", or that there is none. */
static void linked(Plan *plan, Blocks *cell, const char *before, const char *none, Kind kind, RowList rows)
{
    Runs *runs = cell_line(plan, cell, PARAGRAPH_body);
    say(runs, rows.count > 0 ? before : none);
    say_records(plan, runs, kind, rows);
}

static void links_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    const Relations *relations = &plan->derived->relations;
    RowList advice = relation_named(relations, RELATION_need_advice, row);
    RowList outcomes = relation_naming(relations, RELATION_serves_need, row);
    linked(plan, cell, outcomes.count > 1 ? "Outcomes " : "Outcome ", "No outcome yet", KIND_outcome,
           outcomes);
    linked(plan, cell, "Help ", "No help yet", KIND_provision,
           relation_naming(relations, RELATION_meets, row));
    if (advice.count > 0)
        linked(plan, cell, "Advice ", "", KIND_advice, advice);
}

static Str area_of(Plan *plan, uint32_t row)
{
    return fact_print(&plan->facts, FIELD_need_area, row);
}

void needs_table(Plan *plan, Blocks *to, const Rows *rows)
{
    static const TableColumn columns[] = {
        {"Need", 8, true, NULL},
        {"What is hard, and how we know", 68, false, text_fill},
        {"Leads to", 24, false, links_fill},
    };
    TablePlan table = TABLE_PLAN(KIND_need, columns, area_of);
    records_table_add(plan, to, &table, rows->list.at, rows->list.count);
}

void plan_needs(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .id = STR("needs")};
    part.title = arena_format(plan->arena, "What is hard for " STR_FMT, STR_ARG(plan->first));
    Rows rows = rows_under(plan, KIND_need);
    if (rows.list.count > 0)
        needs_table(plan, part_body(&part), &rows);
    free(rows.list.at);
}
