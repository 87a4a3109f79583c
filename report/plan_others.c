/* Others who help, and the next school. In: specialists asked, the advice they gave, transitions. Out: tables
 * and short paragraphs. */
#include "report/words.h"

#include <stdlib.h>

/* ---- advice ---- */

/* "Direct therapy: 30 minutes, weekly, all year" */
static void advised_say(Plan *plan, uint32_t row, Blocks *cell, Kind outer)
{
    Rows rows = rows_in(plan, KIND_advised, outer, row);
    for (size_t i = 0; i < rows.list.count; i++) {
        Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
        Dosage time = fact_dosage(&plan->facts, FIELD_advised_time, rows.list.at[i]);
        Str text = dosage_text(plan->arena, &time);
        say(runs, "Advises: ");
        say_value(plan, runs, fact_text(&plan->facts, FIELD_advised_text, rows.list.at[i]));
        say(runs, text.length > 0 ? ", " : "");
        say_str(runs, text);
    }
    free(rows.list.at);
}

static void advice_text(Plan *plan, uint32_t row, Blocks *cell)
{
    Str text = fact_text(&plan->facts, FIELD_advice_text, row);
    if (text.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), text);
    advised_say(plan, row, cell, KIND_advice);
    shared_say(plan, cell, KIND_advice, row);
}

static void advice_by(Plan *plan, uint32_t row, Blocks *cell)
{
    if (fact_count(&plan->facts, FIELD_advice_by, row) > 0)
        say_whos(plan, paragraph(plan, cell, PARAGRAPH_body), FIELD_advice_by, row, NAME_plain);
}

static void advice_on(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t on = fact_day(&plan->facts, FIELD_advice_on, row);
    if (day_is_known(on))
        say_day(plan, paragraph(plan, cell, PARAGRAPH_body), on);
}

void advice_table(Plan *plan, Blocks *to, const Rows *rows)
{
    static const TableColumn columns[] = {
        {"Advice", 10, true, NULL},
        {"What it is", 44, false, advice_text},
        {"By", 26, false, advice_by},
        {"Date", 20, false, advice_on},
    };
    TablePlan table = TABLE_PLAN(KIND_advice, columns, NULL);
    records_table_add(plan, to, &table, rows->list.at, rows->list.count);
}

/* ---- specialists ---- */

static void specialist_who(Plan *plan, uint32_t row, Blocks *cell)
{
    const Who *who = fact_who(&plan->facts, FIELD_involvement_who, row);
    if (who)
        say_who(plan, paragraph(plan, cell, PARAGRAPH_body), who, NAME_plain);
}

static void specialist_dates(Plan *plan, uint32_t row, Blocks *cell)
{
    Runs runs = {0};
    say_on(plan, &runs, "Parents agreed on ",
           fact_day(&plan->facts, FIELD_involvement_agreed_by_parents, row));
    say_on(plan, &runs, runs.list.count > 0 ? "\nAsked on " : "Asked on ",
           fact_day(&plan->facts, FIELD_involvement_asked_on, row));
    if (fact_count(&plan->facts, FIELD_involvement_seen_on, row) > 0) {
        say(&runs, runs.list.count > 0 ? "\nSeen on " : "Seen on ");
        say_days(plan, &runs, FIELD_involvement_seen_on, row);
    }
    if (runs.list.count > 0)
        *paragraph(plan, cell, PARAGRAPH_body) = runs;
}

/* A code of section K, or the words themselves. */
static void advice_say(Plan *plan, Runs *runs, const Reference *advice)
{
    if (advice->row != ROW_NONE && advice->kind == KIND_advice) {
        say(runs, "See ");
        say_record(plan, runs, KIND_advice, advice->row);
    } else {
        say_value(plan, runs, advice->text);
    }
}

static void specialist_advice(Plan *plan, uint32_t row, Blocks *cell)
{
    uint32_t count = fact_count(&plan->facts, FIELD_involvement_advice, row);
    int32_t on = fact_day(&plan->facts, FIELD_involvement_advice_on, row);
    for (uint32_t i = 0; i < count; i++) {
        const Reference *advice = fact_reference_at(&plan->facts, FIELD_involvement_advice, row, i);
        if (!advice)
            continue;
        Runs *runs = paragraph(plan, cell, PARAGRAPH_body);
        advice_say(plan, runs, advice);
        say_on(plan, runs, i + 1 == count ? " (" : "", i + 1 == count ? on : DAY_MISSING);
        say(runs, i + 1 == count && day_is_known(on) ? ")" : "");
    }
    advised_say(plan, row, cell, KIND_involvement);
    views_quotes(plan, cell, KIND_involvement, row);
    shared_say(plan, cell, KIND_involvement, row);
}

static void specialists(Plan *plan, Blocks *to)
{
    static const TableColumn columns[] = {
        {"Who", 18, true, specialist_who},
        {"When", 40, false, specialist_dates},
        {"Advice", 42, false, specialist_advice},
    };
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Others who help"), .id = STR("others")};
    TablePlan table = TABLE_PLAN(KIND_involvement, columns, NULL);
    Rows rows = rows_under(plan, KIND_involvement), advice = rows_under(plan, KIND_advice);
    if (rows.list.count > 0)
        records_table_add(plan, part_body(&part), &table, rows.list.at, rows.list.count);
    if (!plan->is_ehc && advice.list.count > 0) /* an EHC plan has it in section K */
        advice_table(plan, part_body(&part), &advice);
    free(rows.list.at);
    free(advice.list.at);
}

/* ---- moving on ---- */

static void visits_say(Part *part, uint32_t transition)
{
    Plan *plan = part->plan;
    Rows rows = rows_in(plan, KIND_visit, KIND_transition, transition);
    for (size_t i = 0; i < rows.list.count; i++) {
        Runs *runs = paragraph(plan, part_body(part), PARAGRAPH_body);
        Str text = fact_text(&plan->facts, FIELD_visit_text, rows.list.at[i]);
        say(runs, "Visits: ");
        say_days(plan, runs, FIELD_visit_on, rows.list.at[i]);
        say(runs,
            text.length > 0 && fact_count(&plan->facts, FIELD_visit_on, rows.list.at[i]) > 0 ? ", " : "");
        say_value(plan, runs, text);
        say_stop(runs);
    }
    free(rows.list.at);
}

static void transition_say(Part *part, uint32_t row)
{
    Plan *plan = part->plan;
    Runs *runs = paragraph(plan, part_body(part), PARAGRAPH_body);
    say(runs, "To ");
    say_value(plan, runs, fact_text(&plan->facts, FIELD_transition_to, row));
    say_on(plan, runs, " on ", fact_day(&plan->facts, FIELD_transition_on, row));
    say_stop(runs);
    if (fact_count(&plan->facts, FIELD_transition_agreed_with, row) > 0) {
        say(runs, " What is passed on was agreed with ");
        say_whos(plan, runs, FIELD_transition_agreed_with, row, NAME_plain);
        say_stop(runs);
    }
    texts_list(plan, part_body(part), FIELD_transition_plan, row);
    visits_say(part, row);
    int32_t review = fact_day(&plan->facts, FIELD_transition_first_review, row);
    if (day_is_known(review))
        say_on(plan, paragraph(plan, part_body(part), PARAGRAPH_body),
               "First review in the new place: ", review);
    views_quotes(plan, part_body(part), KIND_transition, row);
    shared_say(plan, part_body(part), KIND_transition, row);
}

static void transitions(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Moving on"), .id = STR("moving-on")};
    Rows rows = rows_under(plan, KIND_transition);
    for (size_t i = 0; i < rows.list.count; i++)
        transition_say(&part, rows.list.at[i]);
    free(rows.list.at);
}

void plan_others(Plan *plan, Blocks *to)
{
    specialists(plan, to);
    transitions(plan, to);
}
