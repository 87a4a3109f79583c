/* Outcomes. In: the outcomes of a plan or a section, with their steps. Out: a table whose rows lead to the
 * needs and hopes they serve and to the help that leads to them; finished ones stand last. */
#include "report/words.h"

#include <stdlib.h>

static void adulthood_say(Plan *plan, uint32_t row, Blocks *cell)
{
    uint32_t count = fact_count(&plan->facts, FIELD_outcome_adulthood, row);
    if (count == 0)
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, "Preparing for adulthood: ");
    for (uint32_t i = 0; i < count; i++) {
        say(runs, joint(i, count));
        say_str(runs,
                choice_info(CHOICES_adulthood, fact_choice_at(&plan->facts, FIELD_outcome_adulthood, row, i))
                    ->phrase);
    }
}

static void closed_say(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t closed = fact_day(&plan->facts, FIELD_outcome_closed, row);
    Str why = fact_text(&plan->facts, FIELD_outcome_closed_why, row);
    RowList next = relation_named(&plan->derived->relations, RELATION_replaced_by, row);
    if (!day_is_known(closed) && next.count == 0)
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say_on(plan, runs, "Closed ", closed);
    say(runs, day_is_known(closed) && why.length > 0 ? ": " : "");
    say_value(plan, runs, why);
    if (next.count == 0)
        return;
    say(runs, day_is_known(closed) ? " Replaced by " : "Replaced by ");
    say_records(plan, runs, KIND_outcome, next);
}

/* ---- how it is measured ---- */

/* The names of tests and scales: the record's, else the words of the plan. */
static void assessed_say(Plan *plan, uint32_t row, Runs *runs)
{
    uint32_t count = fact_count(&plan->facts, FIELD_outcome_assessed_with, row);
    for (uint32_t i = 0; i < count; i++) {
        const Reference *test = fact_reference_at(&plan->facts, FIELD_outcome_assessed_with, row, i);
        bool known = test && test->row != ROW_NONE && test->kind == KIND_assessment;
        say(runs, i == 0 ? ", checked with " : joint(i, count));
        say_value(plan, runs,
                  known  ? fact_text(&plan->facts, FIELD_assessment_name, test->row)
                  : test ? test->text
                         : (Str){NULL, 0});
    }
}

/* "words a minute: from 46 on 10 September 2026 to 64, checked with a timed Year 3 passage" */
static void measure_say(Plan *plan, uint32_t row, Blocks *cell)
{
    Str measure = fact_text(&plan->facts, FIELD_outcome_measure, row);
    Amount from = fact_amount(&plan->facts, FIELD_outcome_measure_from, row);
    Amount to = fact_amount(&plan->facts, FIELD_outcome_measure_to, row);
    if (measure.length == 0 && amount_is_missing(to))
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, "Measured in ");
    say_value(plan, runs, measure.length > 0 ? measure : unit_plural((Unit)to.unit));
    say(runs, amount_is_missing(to) ? "" : amount_is_missing(from) ? ": " : ": from ");
    say_amount(plan, runs, from);
    say_on(plan, runs, " on ", fact_day(&plan->facts, FIELD_outcome_baseline_on, row));
    say(runs, amount_is_missing(to) ? "" : " to ");
    say_amount(plan, runs, to);
    assessed_say(plan, row, runs);
}

static void steps_say(Plan *plan, uint32_t row, Blocks *cell)
{
    Rows steps = rows_in(plan, KIND_step, KIND_outcome, row);
    for (size_t i = 0; i < steps.list.count; i++) {
        Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
        say(runs, "Step: ");
        say_value(plan, runs, fact_text(&plan->facts, FIELD_step_text, steps.list.at[i]));
        say_on(plan, runs, " by ", fact_day(&plan->facts, FIELD_step_by, steps.list.at[i]));
    }
    free(steps.list.at);
}

/* What became of one that is finished. */
static void latest_say(Plan *plan, uint32_t row, Blocks *cell)
{
    uint32_t latest = plan->derived->outcome[row].latest;
    if (latest == ROW_NONE || !plan_row_is_finished(plan, KIND_outcome, row))
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, "Last result, ");
    result_say(plan, runs, latest);
}

static void text_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    Str text = fact_text(&plan->facts, FIELD_outcome_text, row);
    Str carried = fact_text(&plan->facts, FIELD_outcome_carried_over, row);
    if (text.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), text);
    measure_say(plan, row, cell);
    steps_say(plan, row, cell);
    adulthood_say(plan, row, cell);
    if (carried.length > 0) {
        Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
        say(runs, "Carried over from ");
        say_value(plan, runs, carried);
    }
    latest_say(plan, row, cell);
    closed_say(plan, row, cell);
}

/* ---- by when ---- */

static void by_say(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t by = fact_day(&plan->facts, FIELD_outcome_by, row);
    if (day_is_known(by))
        say_on(plan, cell_line(plan, cell, PARAGRAPH_body), "By ", by);
}

static void owner_say(Plan *plan, uint32_t row, Blocks *cell)
{
    const Who *owner = fact_who(&plan->facts, FIELD_outcome_owner, row);
    if (fact_count(&plan->facts, FIELD_outcome_review, row) > 0) {
        Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
        say(runs, "Review ");
        say_days(plan, runs, FIELD_outcome_review, row);
    }
    if (owner) {
        Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
        say(runs, "Led by ");
        say_who(plan, runs, owner, NAME_plain);
    }
}

/* ---- where it leads ---- */

static void links_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    const Relations *relations = &plan->derived->relations;
    RowList needs = relation_named(relations, RELATION_serves_need, row);
    RowList hopes = relation_named(relations, RELATION_serves_aspiration, row);
    RowList help = relation_naming(relations, RELATION_towards, row);
    by_say(plan, row, cell);
    Runs *runs = cell_line(plan, cell, PARAGRAPH_body);
    say(runs, needs.count + hopes.count > 0 ? "For " : "No need named");
    say_records(plan, runs, KIND_need, needs);
    say(runs, needs.count > 0 && hopes.count > 0 ? "; " : "");
    say_records(plan, runs, KIND_aspiration, hopes);
    runs = cell_line(plan, cell, PARAGRAPH_body);
    say(runs, help.count > 0 ? "Through " : "No help yet");
    say_records(plan, runs, KIND_provision, help);
    owner_say(plan, row, cell);
    RowList advice = relation_named(relations, RELATION_outcome_advice, row);
    if (advice.count == 0)
        return;
    runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, "Advice ");
    say_records(plan, runs, KIND_advice, advice);
}

void rows_part(const Plan *plan, Kind kind, Rows *rows)
{
    Rows parted = {0};
    for (int finished = 0; finished < 2; finished++)
        for (size_t i = 0; i < rows->list.count; i++)
            if (plan_row_is_finished(plan, kind, rows->list.at[i]) == (bool)finished &&
                !plan_row_is_past(plan, kind, rows->list.at[i]))
                ARRAY_ADD(&parted.list, rows->list.at[i]);
    free(rows->list.at);
    *rows = parted;
}

static Str finished_group(Plan *plan, uint32_t row)
{
    return plan_row_is_finished(plan, KIND_outcome, row) ? STR("Finished") : (Str){NULL, 0};
}

void outcomes_table(Plan *plan, Blocks *to, const Rows *rows)
{
    static const TableColumn columns[] = {
        {"Outcome", 12, true, NULL},
        {"What will be different, and how we will know", 58, false, text_fill},
        {"By when, and links", 30, false, links_fill},
    };
    TablePlan table = TABLE_PLAN(KIND_outcome, columns, finished_group);
    records_table_add(plan, to, &table, rows->list.at, rows->list.count);
}

void plan_outcomes(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .id = STR("outcomes")};
    part.title = arena_format(plan->arena, "What " STR_FMT " will be able to do", STR_ARG(plan->first));
    Rows rows = rows_under(plan, KIND_outcome);
    rows_part(plan, KIND_outcome, &rows);
    if (rows.list.count > 0)
        outcomes_table(plan, part_body(&part), &rows);
    free(rows.list.at);
}
