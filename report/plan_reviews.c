/* Reviews. In: reviews of a plan or of one of its rounds, annual reviews, and what was judged there. Out: a
 * part for each that was held; those still to come stand in one line. */
#include "report/words.h"

#include <stdlib.h>

/* ---- what became of each outcome ---- */

static void judged_outcome(Plan *plan, uint32_t row, Blocks *cell)
{
    const Reference *outcome = fact_reference(&plan->facts, FIELD_judgement_outcome, row);
    if (!outcome)
        return;
    Runs *runs = paragraph(plan, cell, PARAGRAPH_body);
    if (outcome->row != ROW_NONE && outcome->kind == KIND_outcome)
        say_record(plan, runs, KIND_outcome, outcome->row);
    else
        say_value(plan, runs, outcome->text);
}

static void judged_verdict(Plan *plan, uint32_t row, Blocks *cell)
{
    Str verdict = fact_print(&plan->facts, FIELD_judgement_verdict, row);
    if (verdict.length > 0)
        say_str(paragraph(plan, cell, PARAGRAPH_body), verdict);
}

static void judged_why(Plan *plan, uint32_t row, Blocks *cell)
{
    Str why = fact_text(&plan->facts, FIELD_judgement_comment, row);
    if (why.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), why);
}

static void judgements(Plan *plan, Blocks *to, Kind review, uint32_t row)
{
    static const TableColumn columns[] = {
        {"Outcome", 16, true, judged_outcome},
        {"Judgement", 28, false, judged_verdict},
        {"Why", 56, false, judged_why},
    };
    TablePlan table = TABLE_PLAN(KIND_judgement, columns, NULL);
    Rows rows = rows_in(plan, KIND_judgement, review, row);
    records_table_add(plan, to, &table, rows.list.at, rows.list.count);
    free(rows.list.at);
}

static void next_say(Plan *plan, Blocks *to, Kind review, uint32_t row)
{
    Rows rows = rows_in(plan, KIND_next, review, row);
    for (size_t i = 0; i < rows.list.count; i++) {
        int32_t on = fact_day(&plan->facts, FIELD_next_on, rows.list.at[i]);
        Str text = fact_text(&plan->facts, FIELD_next_text, rows.list.at[i]);
        Runs *runs = paragraph(plan, to, PARAGRAPH_body);
        say_strong(runs, "Next:");
        say(runs, " ");
        say_day(plan, runs, on);
        say(runs, day_is_known(on) && text.length > 0 ? ", " : "");
        say_value(plan, runs, text);
        say(runs, text.length == 0 ? "." : "");
    }
    free(rows.list.at);
}

/* ---- a review of the school's ---- */

static void decision_say(Plan *plan, Blocks *to, uint32_t row)
{
    Str decision = fact_print(&plan->facts, FIELD_review_decision, row);
    Str why = fact_text(&plan->facts, FIELD_review_decision_why, row);
    if (decision.length == 0)
        return;
    Runs *runs = paragraph(plan, to, PARAGRAPH_body);
    say_strong(runs, "Decision:");
    say_format(plan, runs, " " STR_FMT, STR_ARG(decision));
    say(runs, why.length > 0 ? ": " : ".");
    say_value(plan, runs, why);
}

void review_say(Plan *plan, Blocks *to, uint32_t row)
{
    judgements(plan, to, KIND_review, row);
    texts_labelled(plan, to, "What difference it made:", FIELD_review_impact, row);
    views_quotes(plan, to, KIND_review, row);
    decision_say(plan, to, row);
    next_say(plan, to, KIND_review, row);
    shared_say(plan, to, KIND_review, row);
}

bool review_was_held(const Plan *plan, uint32_t row)
{
    return plan->facts.records->review.head.has_block[row] != 0;
}

static Str dated_title(const Plan *plan, const char *noun, int32_t day)
{
    Str on = date_text(plan->arena, day, DATE_FORM_long);
    return arena_format(plan->arena, "%s%s" STR_FMT, noun, on.length > 0 ? " of " : "", STR_ARG(on));
}

/* Reviews in a round are told with it. */
static void reviews(Part *part)
{
    Plan *plan = part->plan;
    RowRange rows = plan_rows(plan, KIND_review);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        if (!review_was_held(plan, row) ||
            records_enclosing(plan->facts.records, KIND_cycle, KIND_review, row) != ROW_NONE)
            continue;
        Str title = dated_title(plan, "Review", fact_day(&plan->facts, FIELD_review_on, row));
        Block *section = document_section(plan->document, part_body(part), 3, title, (Str){NULL, 0});
        review_say(plan, &section->as.section.body, row);
    }
}

/* ---- an annual review ---- */

static void led_fill(Plan *plan, Runs *runs, uint32_t row)
{
    Str lasting = amount_text(plan->arena, fact_amount(&plan->facts, FIELD_annual_review_lasting, row));
    say_who(plan, runs, fact_who(&plan->facts, FIELD_annual_review_led_by, row), NAME_with_post);
    say(runs, runs->list.count > 0 && lasting.length > 0 ? "; " : "");
    say_str(runs, lasting);
}

static void attended_fill(Plan *plan, Runs *runs, uint32_t row)
{
    say_whos(plan, runs, FIELD_annual_review_attended, row, NAME_with_post);
}

static void invited_fill(Plan *plan, Runs *runs, uint32_t row)
{
    Rows rows = rows_in(plan, KIND_invitation, KIND_annual_review, row);
    for (size_t i = 0; i < rows.list.count; i++) {
        int32_t on = fact_day(&plan->facts, FIELD_invitation_on, rows.list.at[i]);
        bool named = fact_count(&plan->facts, FIELD_invitation_who, rows.list.at[i]) > 0;
        say(runs, i > 0 ? "; " : "");
        say_whos(plan, runs, FIELD_invitation_who, rows.list.at[i], NAME_plain);
        say_on(plan, runs, named ? ", on " : "On ", on);
    }
    free(rows.list.at);
}

static void papers_fill(Plan *plan, Runs *runs, uint32_t row)
{
    say_day(plan, runs, fact_day(&plan->facts, FIELD_annual_review_reports_circulated, row));
}

static void adulthood_fill(Plan *plan, Runs *runs, uint32_t row)
{
    if (fact_flag(&plan->facts, FIELD_annual_review_considered_adulthood, row))
        say(runs, "Talked about");
}

static void changes_fill(Plan *plan, Runs *runs, uint32_t row)
{
    uint32_t count = fact_count(&plan->facts, FIELD_annual_review_amendments, row);
    for (uint32_t i = 0; i < count; i++) {
        say(runs, i > 0 ? "\n" : "");
        say_value(plan, runs, fact_text_at(&plan->facts, FIELD_annual_review_amendments, row, i));
    }
}

static void sent_fill(Plan *plan, Runs *runs, uint32_t row)
{
    say_day(plan, runs, fact_day(&plan->facts, FIELD_annual_review_report_sent, row));
}

static void authority_fill(Plan *plan, Runs *runs, uint32_t row)
{
    say_str(runs, fact_print(&plan->facts, FIELD_annual_review_decision, row));
    if (runs->list.count > 0)
        say_on(plan, runs, ", by ", fact_day(&plan->facts, FIELD_annual_review_decision_by, row));
}

static void final_fill(Plan *plan, Runs *runs, uint32_t row)
{
    say_day(plan, runs, fact_day(&plan->facts, FIELD_annual_review_final, row));
}

static const struct {
    const char *label;
    void (*fill)(Plan *plan, Runs *runs, uint32_t row);
} annual_rows[] = {
    {"Led by", led_fill},
    {"Who came", attended_fill},
    {"Who was invited", invited_fill},
    {"Papers sent out", papers_fill},
    {"Adult life", adulthood_fill},
    {"What should change", changes_fill},
    {"Report sent", sent_fill},
    {"The authority decided", authority_fill},
    {"Final plan", final_fill},
};

static void annual_table(Plan *plan, Blocks *to, uint32_t review)
{
    Block *table = NULL;
    for (size_t i = 0; i < sizeof annual_rows / sizeof *annual_rows; i++) {
        Runs value = {0};
        annual_rows[i].fill(plan, &value, review);
        if (value.list.count == 0)
            continue;
        if (!table) {
            table = document_table(plan->document, to, 0);
            table_column(table, false, 28);
            table_column(table, false, 72);
        }
        Row *row = table_row(table, (Str){NULL, 0});
        say(cell_text(plan->document, row, true), annual_rows[i].label);
        *cell_text(plan->document, row, false) = value;
    }
}

static void annual_reviews(Part *part)
{
    Plan *plan = part->plan;
    RowRange rows = plan_rows(plan, KIND_annual_review);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        if (!plan->facts.records->annual_review.head.has_block[row])
            continue;
        Str title = dated_title(plan, "Annual review", fact_day(&plan->facts, FIELD_annual_review_on, row));
        Block *section = document_section(plan->document, part_body(part), 3, title, (Str){NULL, 0});
        Blocks *body = &section->as.section.body;
        annual_table(plan, body, row);
        judgements(plan, body, KIND_annual_review, row);
        texts_labelled(plan, body, "What difference it made:", FIELD_annual_review_impact, row);
        views_quotes(plan, body, KIND_annual_review, row);
        next_say(plan, body, KIND_annual_review, row);
        shared_say(plan, body, KIND_annual_review, row);
    }
}

void plan_reviews(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Reviews"), .id = STR("reviews")};
    reviews(&part);
    annual_reviews(&part);
}
