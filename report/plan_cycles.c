/* Assess, plan, do, review. In: the rounds of a plan, and assessments outside of them. Out: a part for each
 * round, the latest first. */
#include "report/words.h"

#include <stdlib.h>

/* "Assess: 10 September 2026" */
static Runs *stage(Plan *plan, Blocks *to, const char *name, int32_t on)
{
    Runs *runs = paragraph(plan, to, PARAGRAPH_body);
    say_strong(runs, name);
    say_on(plan, runs, ", ", on);
    return runs;
}

static void assess_say(Plan *plan, Blocks *to, uint32_t row)
{
    stage(plan, to, "Assess", fact_day(&plan->facts, FIELD_assess_on, row));
    texts_paragraphs(plan, to, FIELD_assess_text, row);
    texts_labelled(plan, to, "Teacher:", FIELD_assess_teacher, row);
    texts_labelled(plan, to, "Progress:", FIELD_assess_progress, row);
    texts_labelled(plan, to, "Set beside others:", FIELD_assess_compared_with, row);
    evidence_list(plan, to, KIND_assess, row);
    views_quotes(plan, to, KIND_assess, row);
}

static void assess_rows(Plan *plan, Blocks *to, Kind outer, uint32_t outer_row)
{
    Rows rows = rows_in(plan, KIND_assess, outer, outer_row);
    for (size_t i = 0; i < rows.list.count; i++)
        assess_say(plan, to, rows.list.at[i]);
    free(rows.list.at);
}

/* ". Outcomes E1 and E2" */
static void codes_say(Plan *plan, Runs *runs, const char *one, const char *many, Kind kind, Kind outer,
                      uint32_t outer_row)
{
    RowRange range = records_inside(plan->facts.records, kind, outer, outer_row);
    uint32_t count = range.end - range.first;
    if (count == 0)
        return;
    say(runs, runs->list.count > 1 ? ". " : ": ");
    say(runs, count == 1 ? one : many);
    for (uint32_t i = 0; i < count; i++) {
        say(runs, joint(i, count));
        say_record(plan, runs, kind, range.first + i);
    }
}

static void planned_say(Plan *plan, Blocks *to, uint32_t row)
{
    Runs *runs = stage(plan, to, "Plan", fact_day(&plan->facts, FIELD_planned_on, row));
    codes_say(plan, runs, "Outcome ", "Outcomes ", KIND_outcome, KIND_planned, row);
    codes_say(plan, runs, "Help: ", "Help: ", KIND_provision, KIND_planned, row);
    if (fact_count(&plan->facts, FIELD_planned_parents_informed, row) > 0) {
        say(runs, runs->list.count > 1 ? ". Parents were told on " : ": parents were told on ");
        say_days(plan, runs, FIELD_planned_parents_informed, row);
    }
    if (fact_count(&plan->facts, FIELD_planned_staff_told, row) > 0) {
        say(runs, runs->list.count > 1 ? ". Staff were told on " : ": staff were told on ");
        say_days(plan, runs, FIELD_planned_staff_told, row);
    }
    say(runs, ".");
    views_quotes(plan, to, KIND_planned, row);
    shared_say(plan, to, KIND_planned, row);
}

static void planned_rows(Plan *plan, Blocks *to, uint32_t cycle)
{
    Rows rows = rows_in(plan, KIND_planned, KIND_cycle, cycle);
    for (size_t i = 0; i < rows.list.count; i++)
        planned_say(plan, to, rows.list.at[i]);
    free(rows.list.at);
}

/* Results and sessions stand in the part on progress; here, that the help has begun. */
static void done_rows(Plan *plan, Blocks *to, uint32_t cycle)
{
    Rows rows = rows_in(plan, KIND_done, KIND_cycle, cycle);
    for (size_t i = 0; i < rows.list.count; i++) {
        int32_t on = fact_day(&plan->facts, FIELD_done_on, rows.list.at[i]);
        if (!day_is_known(on))
            continue;
        Runs *runs = paragraph(plan, to, PARAGRAPH_body);
        say_strong(runs, "Do");
        say_on(plan, runs, ", from ", on);
        say(runs, ".");
    }
    free(rows.list.at);
}

static void review_rows(Plan *plan, Blocks *to, uint32_t cycle)
{
    Rows rows = rows_in(plan, KIND_review, KIND_cycle, cycle);
    for (size_t i = 0; i < rows.list.count; i++) {
        uint32_t row = rows.list.at[i];
        Runs *runs = stage(plan, to, "Review", fact_day(&plan->facts, FIELD_review_on, row));
        if (review_was_held(plan, row))
            review_say(plan, to, row);
        else
            say(runs, ", planned.");
    }
    free(rows.list.at);
}

/* What is past has no place in the tables of the plan. */
static void past_rows(Plan *plan, Blocks *to, uint32_t cycle, Kind kind,
                      void (*add)(Plan *plan, Blocks *to, const Rows *rows))
{
    RowRange range = records_inside(plan->facts.records, kind, KIND_cycle, cycle);
    Rows rows = {0};
    for (uint32_t row = range.first; row < range.end; row++)
        if (plan_row_is_past(plan, kind, row))
            ARRAY_ADD(&rows.list, row);
    add(plan, to, &rows);
    free(rows.list.at);
}

static void cycle_say(Part *part, uint32_t cycle)
{
    Plan *plan = part->plan;
    Str name = fact_text(&plan->facts, FIELD_cycle_name, cycle);
    if (name.length == 0)
        name = STR("Round");
    Blocks *body =
        &document_section(plan->document, part_body(part), 3, name, (Str){NULL, 0})->as.section.body;
    assess_rows(plan, body, KIND_cycle, cycle);
    planned_rows(plan, body, cycle);
    done_rows(plan, body, cycle);
    past_rows(plan, body, cycle, KIND_outcome, past_outcomes_table);
    past_rows(plan, body, cycle, KIND_provision, past_help_table);
    review_rows(plan, body, cycle);
    views_quotes(plan, body, KIND_cycle, cycle);
}

void plan_cycles(Plan *plan, Blocks *to)
{
    Part part = {
        .plan = plan, .to = to, .level = 2, .title = STR("Assess, plan, do, review"), .id = STR("cycles")};
    Rows loose = rows_in(plan, KIND_assess, KIND_plan, plan->row);
    RowRange cycles = plan_rows(plan, KIND_cycle);
    if (loose.list.count > 0)
        assess_rows(plan, part_body(&part), KIND_plan, plan->row);
    free(loose.list.at);
    for (uint32_t cycle = cycles.end; cycle > cycles.first; cycle--)
        cycle_say(&part, cycle - 1);
}
