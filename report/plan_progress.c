/* How it is going. In: the results of a plan. Out: a small chart for each outcome that is still open, and
 * what was remarked about its results. */
#include "report/chart.h"
#include "report/words.h"

#include <stdlib.h>

#define CHART_WIDTH 226000 /* thousandths of a point: two stand beside each other on a page */

/* ---- charts ---- */

/* Thousandths of the unit the chart counts in: pounds of money, else the amount's own base unit. */
static int64_t chart_value(Amount amount, Amount like)
{
    if (amount_is_missing(amount) || !amount_same_dimension(amount, like))
        return CHART_MISSING;
    if (unit_dimension((Unit)amount.unit) == DIMENSION_money)
        return amount.number > INT64_MAX / 10 || amount.number < INT64_MIN / 10 ? CHART_MISSING
                                                                                : amount.number * 10;
    return amount.number;
}

static ChartPoint result_point(const Plan *plan, uint32_t result, Amount target)
{
    return (ChartPoint){fact_day(&plan->facts, FIELD_result_on, result),
                        chart_value(fact_amount(&plan->facts, FIELD_result_value, result), target)};
}

/* What stands before or after each value. */
static void chart_units(Chart *chart, Amount target)
{
    Dimension dimension = unit_dimension((Unit)target.unit);
    chart->least = chart->most = CHART_MISSING;
    chart->months = dimension == DIMENSION_age;
    if (dimension == DIMENSION_money)
        chart->before_value = STR("£");
    if (dimension == DIMENSION_share) {
        chart->after_value = STR("%");
        chart->least = 0;
        chart->most = 100000;
    }
    if (target.out_of > 0) {
        chart->least = 0;
        chart->most = (int64_t)target.out_of * 1000;
    }
}

/* The day of the baseline: as told, else that of the plan, or of a result that is older. */
static int32_t baseline_day(const Plan *plan, uint32_t outcome, RowList results)
{
    int32_t told = fact_day(&plan->facts, FIELD_outcome_baseline_on, outcome);
    int32_t day = plan->derived->plan[plan->row].date;
    for (uint32_t i = 0; i < results.count && !day_is_known(told); i++) {
        int32_t on = fact_day(&plan->facts, FIELD_result_on, results.at[i]);
        if (day_is_known(on) && (!day_is_known(day) || on < day))
            day = on;
    }
    return day_is_known(told) ? told : day;
}

static Chart chart_of(const Plan *plan, uint32_t outcome, Amount target)
{
    RowList results = relation_naming(&plan->derived->relations, RELATION_result_of, outcome);
    ChartPoint *points = ARENA_ARRAY(plan->arena, ChartPoint, results.count + 1);
    for (uint32_t i = 0; i < results.count; i++)
        points[i] = result_point(plan, results.at[i], target);
    Chart chart = {.unit = fact_text(&plan->facts, FIELD_outcome_measure, outcome),
                   .titled = true,
                   .points = points,
                   .count = results.count,
                   .lower_is_better = plan->derived->outcome[outcome].direction < 0};
    chart.baseline =
        (ChartPoint){baseline_day(plan, outcome, results),
                     chart_value(fact_amount(&plan->facts, FIELD_outcome_measure_from, outcome), target)};
    chart.target =
        (ChartPoint){fact_day(&plan->facts, FIELD_outcome_by, outcome), chart_value(target, target)};
    chart_units(&chart, target);
    return chart;
}

static void chart_figure(Plan *plan, Blocks *to, uint32_t outcome)
{
    Amount target = fact_amount(&plan->facts, FIELD_outcome_measure_to, outcome);
    if (amount_is_missing(target))
        return;
    Chart chart = chart_of(plan, outcome, target);
    Picture picture = chart_draw(&chart, plan->options->meter, CHART_WIDTH, plan->arena);
    if (!picture.drawing)
        return;
    Block *figure = document_figure(plan->document, to, picture.alternative);
    figure->as.figure.drawing = picture.drawing;
}

/* ---- results in words: what the chart cannot say ---- */

static bool result_has_words(const Plan *plan, uint32_t row)
{
    return fact_text(&plan->facts, FIELD_result_not_tested, row).length > 0 ||
           fact_text(&plan->facts, FIELD_result_with, row).length > 0 ||
           fact_text(&plan->facts, FIELD_result_comment, row).length > 0;
}

static void result_part(const Plan *plan, Runs *runs, const char *before, FieldId field, uint32_t row)
{
    Str text = fact_text(&plan->facts, field, row);
    if (text.length == 0)
        return;
    say(runs, before);
    say_value(plan, runs, text);
}

void result_say(Plan *plan, Runs *runs, uint32_t row)
{
    Amount value = fact_amount(&plan->facts, FIELD_result_value, row);
    say_day(plan, runs, fact_day(&plan->facts, FIELD_result_on, row));
    say(runs, amount_is_missing(value) ? "" : ": ");
    say_amount(plan, runs, value);
    result_part(plan, runs, ", with ", FIELD_result_with, row);
    result_part(plan, runs, ", form ", FIELD_result_form, row);
    result_part(plan, runs, ": not tested. ", FIELD_result_not_tested, row);
    if (fact_text(&plan->facts, FIELD_result_comment, row).length > 0)
        say_stop(runs);
    result_part(plan, runs, " ", FIELD_result_comment, row);
}

static void results_list(Plan *plan, Blocks *to, uint32_t outcome)
{
    RowList results = relation_naming(&plan->derived->relations, RELATION_result_of, outcome);
    bool charted = !amount_is_missing(fact_amount(&plan->facts, FIELD_outcome_measure_to, outcome));
    Block *list = NULL;
    for (uint32_t i = 0; i < results.count; i++) {
        if (charted && !result_has_words(plan, results.at[i]))
            continue;
        list = list ? list : document_list(plan->document, to, false);
        result_say(plan, paragraph(plan, &list_item(list)->body, PARAGRAPH_body), results.at[i]);
    }
}

static void outcome_progress(Part *outer, uint32_t outcome)
{
    Plan *plan = outer->plan;
    Str code = plan_code(plan, KIND_outcome, outcome),
        measure = fact_text(&plan->facts, FIELD_outcome_measure, outcome);
    RowList results = relation_naming(&plan->derived->relations, RELATION_result_of, outcome);
    if (results.count == 0 && amount_is_missing(fact_amount(&plan->facts, FIELD_outcome_measure_to, outcome)))
        return;
    Part part = {.plan = plan, .to = part_body(outer), .level = 3};
    part.id = arena_format(plan->arena, "progress-" STR_FMT, STR_ARG(plan_id(plan, KIND_outcome, outcome)));
    Runs *title = &document_section(plan->document, part.to, 3, (Str){NULL, 0}, part.id)->as.section.title;
    part.section = part.to->last;
    say_record(plan, title, KIND_outcome, outcome);
    say(title, code.length > 0 && measure.length > 0 ? ": " : "");
    say_value(plan, title, measure);
    chart_figure(plan, part_body(&part), outcome);
    results_list(plan, part_body(&part), outcome);
}

/* ---- who took them: for the lead, who answers for them ---- */

static void taken_on(Plan *plan, uint32_t row, Blocks *cell)
{
    say_day(plan, paragraph(plan, cell, PARAGRAPH_body), fact_day(&plan->facts, FIELD_result_on, row));
}

static void taken_of(Plan *plan, uint32_t row, Blocks *cell)
{
    const Reference *outcome = fact_reference(&plan->facts, FIELD_result_outcome, row);
    if (outcome && outcome->row != ROW_NONE)
        say_record(plan, paragraph(plan, cell, PARAGRAPH_body), KIND_outcome, outcome->row);
}

static void taken_value(Plan *plan, uint32_t row, Blocks *cell)
{
    Amount value = fact_amount(&plan->facts, FIELD_result_value, row);
    Runs *runs = paragraph(plan, cell, PARAGRAPH_body);
    if (amount_is_missing(value))
        say(runs, "Not tested");
    else
        say_amount(plan, runs, value);
}

static void taken_by(Plan *plan, uint32_t row, Blocks *cell)
{
    const Who *who = fact_who(&plan->facts, FIELD_result_by, row);
    if (who)
        say_who(plan, paragraph(plan, cell, PARAGRAPH_body), who, NAME_plain);
}

static void taken_table(Plan *plan, Blocks *to)
{
    static const TableColumn columns[] = {
        {"Outcome", 14, true, taken_of},
        {"Date", 26, false, taken_on},
        {"Result", 18, false, taken_value},
        {"Taken by", 42, false, taken_by},
    };
    TablePlan table = TABLE_PLAN(KIND_result, columns, NULL);
    Rows rows = rows_under(plan, KIND_result);
    bool told = false;
    for (size_t i = 0; i < rows.list.count; i++)
        told = told || fact_who(&plan->facts, FIELD_result_by, rows.list.at[i]);
    if (told && plan->facts.audience >= SEE_lead) {
        Block *made = records_table_add(plan, to, &table, rows.list.at, rows.list.count);
        say(&made->as.table.caption, "Who took the results");
    }
    free(rows.list.at);
}

void plan_progress(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("How it is going"), .id = STR("progress")};
    RowRange outcomes = plan_rows(plan, KIND_outcome);
    for (uint32_t row = outcomes.first; row < outcomes.end; row++)
        if (!plan_row_is_finished(plan, KIND_outcome, row))
            outcome_progress(&part, row);
    if (part.section)
        taken_table(plan, part_body(&part));
}
