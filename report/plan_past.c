/* What came before: outcomes and help of rounds that are over. In: rows of a past cycle. Out: small tables
 * with what was aimed for, where it got, and how much was given. */
#include "report/words.h"

/* ---- outcomes ---- */

static void outcome_aim(Plan *plan, uint32_t row, Blocks *cell)
{
    Str text = fact_text(&plan->facts, FIELD_outcome_text, row);
    RowList needs = relation_named(&plan->derived->relations, RELATION_serves_need, row);
    Runs *runs = paragraph(plan, cell, PARAGRAPH_body);
    say_value(plan, runs, text);
    say(runs, needs.count > 0 ? " (For " : "");
    say_records(plan, runs, KIND_need, needs);
    say(runs, needs.count > 0 ? ")" : "");
}

/* "Closed 12 February 2027: met early." */
static void closed_say(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t closed = fact_day(&plan->facts, FIELD_outcome_closed, row);
    Str why = fact_text(&plan->facts, FIELD_outcome_closed_why, row);
    if (!day_is_known(closed))
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say_on(plan, runs, "Closed ", closed);
    say(runs, why.length > 0 ? ": " : "");
    say_value(plan, runs, why);
}

/* "From 31 to 44 on 10 July 2026; the aim was 50." */
static void outcome_result(Plan *plan, uint32_t row, Blocks *cell)
{
    Amount from = fact_amount(&plan->facts, FIELD_outcome_measure_from, row);
    Amount to = fact_amount(&plan->facts, FIELD_outcome_measure_to, row);
    uint32_t latest = plan->derived->outcome[row].latest;
    RowList next = relation_named(&plan->derived->relations, RELATION_replaced_by, row);
    Runs runs = {0};
    if (latest != ROW_NONE) {
        say(&runs, amount_is_missing(from) ? "" : "From ");
        say_amount(plan, &runs, from);
        say(&runs, amount_is_missing(from) ? "" : " to ");
        say_amount(plan, &runs, fact_amount(&plan->facts, FIELD_result_value, latest));
        say_on(plan, &runs, " on ", fact_day(&plan->facts, FIELD_result_on, latest));
    }
    if (!amount_is_missing(to)) {
        say(&runs, runs.list.count > 0 ? "; the aim was " : "The aim was ");
        say_amount(plan, &runs, to);
    }
    if (next.count > 0) {
        say(&runs, runs.list.count > 0 ? ". Now " : "Now ");
        say_records(plan, &runs, KIND_outcome, next);
    }
    if (runs.list.count > 0)
        *paragraph(plan, cell, PARAGRAPH_body) = runs;
    closed_say(plan, row, cell);
}

void past_outcomes_table(Plan *plan, Blocks *to, const Rows *rows)
{
    static const TableColumn columns[] = {
        {"Outcome", 12, true, NULL},
        {"What we aimed for", 48, false, outcome_aim},
        {"Where it got", 40, false, outcome_result},
    };
    TablePlan table = TABLE_PLAN(KIND_outcome, columns, NULL);
    records_table_add(plan, to, &table, rows->list.at, rows->list.count);
}

/* ---- help ---- */

static void help_what(Plan *plan, uint32_t row, Blocks *cell)
{
    Str name = provision_name(plan, row);
    if (name.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), name);
}

static void help_given(Plan *plan, uint32_t row, Blocks *cell)
{
    const Effective *own = &plan->derived->effective[row];
    if (saying_is_known(own->time_said) && fact_seen(&plan->facts, (FieldId)own->time_said.field))
        say_str(paragraph(plan, cell, PARAGRAPH_body), dosage_text(plan->arena, &own->time));
    sessions_given(plan, cell, row);
}

void past_help_table(Plan *plan, Blocks *to, const Rows *rows)
{
    static const TableColumn columns[] = {
        {"Help", 12, true, NULL},
        {"What we did", 48, false, help_what},
        {"How much", 40, false, help_given},
    };
    TablePlan table = TABLE_PLAN(KIND_provision, columns, NULL);
    records_table_add(plan, to, &table, rows->list.at, rows->list.count);
}
