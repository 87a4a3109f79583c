/* What every adult does in every lesson, what is adjusted, and what to do when the pupil is unwell. In:
 * strategies, adjustments, exam access, the healthcare plan. Out: short lists. */
#include "report/words.h"

#include <stdlib.h>

static void strategy_say(Plan *plan, Runs *runs, uint32_t row)
{
    uint32_t count = fact_count(&plan->facts, FIELD_strategy_in, row);
    say_value(plan, runs, fact_text(&plan->facts, FIELD_strategy_text, row));
    for (uint32_t i = 0; i < count; i++) {
        say(runs, i == 0 ? " (" : joint(i, count));
        say_value(plan, runs, fact_text_at(&plan->facts, FIELD_strategy_in, row, i));
    }
    say(runs, count > 0 ? ")" : "");
}

static void strategies_list(Plan *plan, Blocks *to)
{
    Rows rows = rows_under(plan, KIND_strategy);
    Block *list = document_list(plan->document, to, false);
    for (size_t i = 0; i < rows.list.count; i++)
        strategy_say(plan, paragraph(plan, &list_item(list)->body, PARAGRAPH_body), rows.list.at[i]);
    free(rows.list.at);
}

/* A row with its name, for a table with one in each; the table begins with its first row. */
static Row *named_row(Part *part, Block **table, const char *name)
{
    Document *document = part->plan->document;
    if (!*table) {
        *table = document_table(document, part_body(part), 0);
        table_column(*table, false, 22);
        table_column(*table, false, 78);
    }
    Row *row = table_row(*table, (Str){NULL, 0});
    say(cell_text(document, row, true), name);
    return row;
}

static void listed_row(Part *part, Block **table, const char *name, FieldId field, uint32_t row)
{
    if (fact_count(&part->plan->facts, field, row) > 0)
        texts_list(part->plan, &row_cell(named_row(part, table, name), false)->body, field, row);
}

static void lessons(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("In every lesson"), .id = STR("lessons")};
    RowRange strategies = plan_rows(plan, KIND_strategy);
    Block *table = NULL;
    if (strategies.first < strategies.end)
        strategies_list(plan, &row_cell(named_row(&part, &table, "Do"), false)->body);
    listed_row(&part, &table, "Avoid", FIELD_plan_avoid, plan->row);
    listed_row(&part, &table, "Look out for", FIELD_plan_look_out_for, plan->row);
}

/* ---- adjustments and exams ---- */

static void adjustment_say(Plan *plan, Block *list, uint32_t row)
{
    Runs *runs = paragraph(plan, &list_item(list)->body, PARAGRAPH_body);
    int32_t reviewed = fact_day(&plan->facts, FIELD_adjustment_reviewed, row);
    say_value(plan, runs, fact_text(&plan->facts, FIELD_adjustment_text, row));
    say_on(plan, runs, " (reviewed ", reviewed);
    say(runs, day_is_known(reviewed) ? ")" : "");
}

static void adjustments(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Adjustments"), .id = STR("adjustments")};
    Rows own = rows_under(plan, KIND_adjustment),
         pupil = rows_in(plan, KIND_adjustment, KIND_pupil, plan->pupil);
    if (own.list.count + pupil.list.count > 0) {
        Block *list = document_list(plan->document, part_body(&part), false);
        for (size_t i = 0; i < own.list.count; i++)
            adjustment_say(plan, list, own.list.at[i]);
        for (size_t i = 0; i < pupil.list.count; i++)
            adjustment_say(plan, list, pupil.list.at[i]);
    }
    free(own.list.at);
    free(pupil.list.at);
}

static void exam_what(Plan *plan, uint32_t row, Blocks *cell)
{
    say_value(plan, paragraph(plan, cell, PARAGRAPH_body),
              fact_text(&plan->facts, FIELD_exam_access_text, row));
}

static void exam_evidence(Plan *plan, uint32_t row, Blocks *cell)
{
    texts_paragraphs(plan, cell, FIELD_exam_access_evidence, row);
}

static void exam_approved(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t day = fact_day(&plan->facts, FIELD_exam_access_approved, row);
    if (day_is_known(day))
        say_day(plan, paragraph(plan, cell, PARAGRAPH_body), day);
}

static void exam_until(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t day = fact_day(&plan->facts, FIELD_exam_access_until, row);
    if (day_is_known(day))
        say_day(plan, paragraph(plan, cell, PARAGRAPH_body), day);
}

static void exams(Plan *plan, Blocks *to)
{
    static const TableColumn columns[] = {
        {"Arrangement", 32, true, exam_what},
        {"Evidence", 32, false, exam_evidence},
        {"Approved", 18, false, exam_approved},
        {"Until", 18, false, exam_until},
    };
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Tests and exams"), .id = STR("exams")};
    TablePlan table = TABLE_PLAN(KIND_exam_access, columns, NULL);
    Rows rows = rows_under(plan, KIND_exam_access);
    if (rows.list.count > 0)
        records_table_add(plan, part_body(&part), &table, rows.list.at, rows.list.count);
    free(rows.list.at);
}

/* ---- health ---- */

static const struct {
    const char *label;
    FieldId field;
} health_rows[] = {
    {"In an emergency", FIELD_medical_plan_emergency},
    {"How it shows", FIELD_medical_plan_signs},
    {"What brings it on", FIELD_medical_plan_triggers},
    {"Medicine", FIELD_medical_plan_medicine},
};

static void health_table(Part *part, uint32_t medical)
{
    Plan *plan = part->plan;
    Block *table = NULL;
    for (size_t i = 0; i < sizeof health_rows / sizeof *health_rows; i++)
        if (fact_count(&plan->facts, health_rows[i].field, medical) > 0) {
            Row *row = named_row(part, &table, health_rows[i].label);
            texts_paragraphs(plan, &row_cell(row, false)->body, health_rows[i].field, medical);
        }
    if (fact_count(&plan->facts, FIELD_medical_plan_trained, medical) > 0) {
        Row *row = named_row(part, &table, "Who is trained");
        say_whos(plan, cell_text(plan->document, row, false), FIELD_medical_plan_trained, medical,
                 NAME_with_post);
    }
    int32_t reviewed = fact_day(&plan->facts, FIELD_medical_plan_reviewed, medical);
    if (day_is_known(reviewed))
        say_day(plan, cell_text(plan->document, named_row(part, &table, "Reviewed"), false), reviewed);
}

static void health(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Healthcare plan"), .id = STR("health")};
    Rows rows = rows_in(plan, KIND_medical_plan, KIND_pupil, plan->pupil);
    for (size_t i = 0; i < rows.list.count; i++) {
        Str text = fact_text(&plan->facts, FIELD_medical_plan_text, rows.list.at[i]);
        if (text.length > 0)
            runs_value(paragraph(plan, part_body(&part), PARAGRAPH_body), text, RUN_strong);
        health_table(&part, rows.list.at[i]);
    }
    free(rows.list.at);
}

void plan_lessons(Plan *plan, Blocks *to)
{
    lessons(plan, to);
    adjustments(plan, to);
    exams(plan, to);
    health(plan, to);
}
