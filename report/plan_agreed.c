/* Who agrees. In: agreements, signatures, what was not agreed, with whom the plan was shared. Out: a table
 * with room to sign; the remarks for staff; for the lead, why findings were let stand. */
#include "report/words.h"

#include <stdlib.h>

#define SIGNING_HEIGHT 30000 /* thousandths of a point: room for a signature */

void shared_add(Plan *plan, Runs *runs, const char *before, Kind outer, uint32_t outer_row)
{
    Rows rows = rows_in(plan, KIND_shared, outer, outer_row);
    for (size_t i = 0; i < rows.list.count; i++) {
        say(runs, i == 0 ? before : "; ");
        say_whos(plan, runs, FIELD_shared_with, rows.list.at[i], NAME_plain);
        say_on(plan, runs, " on ", fact_day(&plan->facts, FIELD_shared_on, rows.list.at[i]));
    }
    free(rows.list.at);
}

/* "Shared with Claire T on 18 September 2026." */
void shared_say(Plan *plan, Blocks *to, Kind outer, uint32_t outer_row)
{
    Runs runs = {0};
    shared_add(plan, &runs, "Shared with ", outer, outer_row);
    if (runs.list.count == 0)
        return;
    say(&runs, ".");
    *paragraph(plan, to, PARAGRAPH_small) = runs;
}

/* ---- the table to sign ---- */

typedef struct Signing {
    Plan *plan;
    Block *table;
    bool parent, pupil, school; /* already has a row */
} Signing;

static void signing_head(Signing *signing)
{
    static const struct {
        const char *title;
        unsigned weight;
    } columns[] = {{"Who", 27}, {"Agreed or signed", 33}, {"Signature", 26}, {"Date", 14}};
    Row *head = table_row(signing->table, (Str){NULL, 0});
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        table_column(signing->table, false, columns[i].weight);
        say(cell_text(signing->plan->document, head, true), columns[i].title);
    }
}

static bool runs_same(const Runs *a, const Runs *b)
{
    if (a->list.count != b->list.count)
        return false;
    for (size_t i = 0; i < a->list.count; i++)
        if (!str_equal(a->list.at[i].text, b->list.at[i].text))
            return false;
    return true;
}

/* The row of who has one already: who agrees and signs does it on one line. NULL for none. */
static Row *signing_row_of(const Signing *signing, const Runs *who)
{
    const Table *table = &signing->table->as.table;
    for (size_t i = table->header_rows; i < table->rows.count; i++)
        if (runs_same(&table->rows.at[i].cells.at[0].body.first->as.paragraph.runs, who))
            return &table->rows.at[i];
    return NULL;
}

/* A row with room to write: the name, and what is known already. */
static void signing_row(Signing *signing, Runs who, const char *verb, int32_t on)
{
    Plan *plan = signing->plan;
    Row *row = table_row(signing->table, (Str){NULL, 0});
    row->minimum_height = SIGNING_HEIGHT;
    *cell_text(plan->document, row, true) = who;
    say_on(plan, cell_text(plan->document, row, false), verb, on);
    cell_text(plan->document, row, false);
    cell_text(plan->document, row, false);
}

static void signing_add(Signing *signing, Runs who, const char *verb, int32_t on)
{
    Row *row = signing_row_of(signing, &who);
    if (!row) {
        signing_row(signing, who, verb, on);
        return;
    }
    Runs *told = &row->cells.at[1].body.first->as.paragraph.runs;
    say(told, told->list.count > 0 && day_is_known(on) ? "\n" : "");
    say_on(signing->plan, told, verb, on);
    free(who.list.at);
}

static void signing_note(Signing *signing, const Who *who)
{
    switch (who->post) {
    case CHOICE_post_parent:
    case CHOICE_post_mother:
    case CHOICE_post_father:
    case CHOICE_post_carer:
    case CHOICE_post_foster_carer:
    case CHOICE_post_grandparent: signing->parent = true; break;
    case CHOICE_post_pupil:
    case CHOICE_post_young_person: signing->pupil = true; break;
    default: signing->school = true;
    }
    if (who->kind == KIND_parent && who->row != ROW_NONE) {
        signing->parent = true;
    }
}

static void signing_whos(Signing *signing, FieldId field, uint32_t row, const char *verb, int32_t on)
{
    Plan *plan = signing->plan;
    uint32_t count = fact_count(&plan->facts, field, row);
    for (uint32_t i = 0; i < count; i++) {
        const Who *who = fact_who_at(&plan->facts, field, row, i);
        Runs runs = {0};
        if (!who)
            continue;
        say_who(plan, &runs, who, NAME_with_post);
        signing_note(signing, who);
        signing_add(signing, runs, verb, on);
    }
}

/* Agreements of meetings stand in the plan as well: all that lie in it. */
static void signing_records(Signing *signing)
{
    Plan *plan = signing->plan;
    RowRange agreements = plan_rows(plan, KIND_agreement), signatures = plan_rows(plan, KIND_signature);
    for (uint32_t row = agreements.first; row < agreements.end; row++)
        signing_whos(signing, FIELD_agreement_who, row, "Agreed ",
                     fact_day(&plan->facts, FIELD_agreement_on, row));
    for (uint32_t row = signatures.first; row < signatures.end; row++)
        signing_whos(signing, FIELD_signature_who, row, "Signed ",
                     fact_day(&plan->facts, FIELD_signature_on, row));
}

/* Who has not agreed yet has room to. */
static void signing_blank(Signing *signing, bool has, const char *who)
{
    Runs runs = {0};
    if (has)
        return;
    say(&runs, who);
    signing_row(signing, runs, "", DAY_MISSING);
}

void plan_agreed(Plan *plan, Blocks *to)
{
    Blocks *body = &document_section(plan->document, to, 2, STR("Agreed by"), STR("agreed"))->as.section.body;
    if (fact_count(&plan->facts, FIELD_plan_not_agreed, plan->row) > 0) {
        say_strong(paragraph(plan, body, PARAGRAPH_body), "Not agreed");
        texts_list(plan, body, FIELD_plan_not_agreed, plan->row);
    }
    Signing signing = {.plan = plan, .table = document_table(plan->document, body, 1)};
    signing_head(&signing);
    signing_records(&signing);
    signing_blank(&signing, signing.parent, "Parent or carer");
    signing_blank(&signing, signing.pupil, "Pupil");
    signing_blank(&signing, signing.school, plan->is_ehc ? "Local authority" : "School");
}

/* ---- remarks ---- */

static void notes_list(Part *part, RowRange rows)
{
    if (rows.first >= rows.end || !fact_seen(&part->plan->facts, FIELD_note_text))
        return;
    Block *list = document_list(part->plan->document, part_body(part), false);
    for (uint32_t row = rows.first; row < rows.end; row++)
        say_value(part->plan, paragraph(part->plan, &list_item(list)->body, PARAGRAPH_body),
                  fact_text(&part->plan->facts, FIELD_note_text, row));
}

void plan_notes(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Notes for staff"), .id = STR("notes")};
    notes_list(&part, plan_rows(plan, KIND_note));
    if (plan->pupil != ROW_NONE)
        notes_list(&part, records_inside(plan->facts.records, KIND_note, KIND_pupil, plan->pupil));
}

/* ---- findings let stand ---- */

static void allow_check(Plan *plan, uint32_t row, Blocks *cell)
{
    runs_value(paragraph(plan, cell, PARAGRAPH_body), fact_text(&plan->facts, FIELD_allow_check, row),
               RUN_code);
}

static void allow_on(Plan *plan, uint32_t row, Blocks *cell)
{
    Str on = fact_text(&plan->facts, FIELD_allow_on, row);
    if (on.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), on);
}

static void allow_because(Plan *plan, uint32_t row, Blocks *cell)
{
    say_value(plan, paragraph(plan, cell, PARAGRAPH_body), fact_text(&plan->facts, FIELD_allow_because, row));
}

static void allow_until(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t until = fact_day(&plan->facts, FIELD_allow_until, row);
    if (day_is_known(until))
        say_day(plan, paragraph(plan, cell, PARAGRAPH_body), until);
}

void plan_allowed(Plan *plan, Blocks *to)
{
    static const TableColumn columns[] = {
        {"Check", 30, true, allow_check},
        {"On", 10, false, allow_on},
        {"Why", 40, false, allow_because},
        {"Until", 20, false, allow_until},
    };
    TablePlan table = TABLE_PLAN(KIND_allow, columns, NULL);
    Part part = {
        .plan = plan, .to = to, .level = 2, .title = STR("Findings that may stand"), .id = STR("allowed")};
    Rows rows = rows_under(plan, KIND_allow);
    if (plan->facts.audience >= SEE_lead && rows.list.count > 0)
        records_table_add(plan, part_body(&part), &table, rows.list.at, rows.list.count);
    free(rows.list.at);
}
