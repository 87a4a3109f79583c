/* Meetings, what was agreed there, and who does what by when. In: meetings and actions of a plan. Out: a part
 * for meetings that say something, a line for those that are only dates, and one table of all actions. */
#include "report/words.h"

#include <stdlib.h>

static bool has_content(const Plan *plan, uint32_t row)
{
    return plan->facts.records->meeting.head.has_block[row] != 0;
}

/* "With Claire T (parent) and Rowan, led by Miss Beth Lowry, 30 minutes." */
static void meeting_head(Plan *plan, Blocks *to, uint32_t row)
{
    const Who *led_by = fact_who(&plan->facts, FIELD_meeting_led_by, row);
    Str lasting = amount_text(plan->arena, fact_amount(&plan->facts, FIELD_meeting_lasting, row));
    Runs runs = {0};
    if (fact_count(&plan->facts, FIELD_meeting_with, row) > 0) {
        say(&runs, "With ");
        say_whos(plan, &runs, FIELD_meeting_with, row, NAME_with_post);
    }
    if (led_by) {
        say(&runs, runs.list.count > 0 ? "; led by " : "Led by ");
        say_who(plan, &runs, led_by, NAME_plain);
    }
    say(&runs, runs.list.count > 0 && lasting.length > 0 ? "; " : "");
    say_str(&runs, lasting);
    if (runs.list.count == 0)
        return;
    say(&runs, ".");
    *paragraph(plan, to, PARAGRAPH_small) = runs;
}

static void meeting_say(Part *part, uint32_t row)
{
    Plan *plan = part->plan;
    Str on = date_text(plan->arena, fact_day(&plan->facts, FIELD_meeting_on, row), DATE_FORM_long);
    Str title = on.length > 0 ? on : STR("Meeting");
    Blocks *body =
        &document_section(plan->document, part_body(part), 3, title, (Str){NULL, 0})->as.section.body;
    meeting_head(plan, body, row);
    texts_list(plan, body, FIELD_meeting_agreed, row);
    views_quotes(plan, body, KIND_meeting, row);
    shared_say(plan, body, KIND_meeting, row);
}

/* Those that say something, the latest first; a meeting may stand anywhere in the plan. Those without a day
 * come last. */
static Rows meetings_held(const Plan *plan)
{
    Rows rows = {0};
    RowRange all = plan_rows(plan, KIND_meeting);
    for (uint32_t row = all.end; row > all.first; row--) {
        if (!has_content(plan, row - 1))
            continue;
        int32_t day = fact_day(&plan->facts, FIELD_meeting_on, row - 1);
        ARRAY_ADD(&rows.list, row - 1);
        size_t at = rows.list.count - 1;
        for (; at > 0 && day_is_known(day); at--) {
            int32_t before = fact_day(&plan->facts, FIELD_meeting_on, rows.list.at[at - 1]);
            if (day_is_known(before) && before >= day)
                break;
            rows.list.at[at] = rows.list.at[at - 1];
        }
        rows.list.at[at] = row - 1;
    }
    return rows;
}

/* "Also met on: 17 April 2026; 3 May 2026" Those to come stand in the timeline. */
static void bare_meetings(Part *part)
{
    Plan *plan = part->plan;
    RowRange rows = plan_rows(plan, KIND_meeting);
    Runs *runs = NULL;
    for (uint32_t row = rows.first; row < rows.end; row++) {
        int32_t day = fact_day(&plan->facts, FIELD_meeting_on, row);
        if (has_content(plan, row) || !day_is_known(day) || day >= plan->facts.records->today)
            continue;
        bool first = !runs;
        if (first) {
            runs = paragraph(plan, part_body(part), PARAGRAPH_body);
            say_strong(runs, "Also met on:");
        }
        say(runs, first ? " " : "; ");
        say_day(plan, runs, day);
    }
}

/* ---- actions ---- */

static void action_what(Plan *plan, uint32_t row, Blocks *cell)
{
    say_value(plan, paragraph(plan, cell, PARAGRAPH_body), fact_text(&plan->facts, FIELD_action_text, row));
}

static void action_who(Plan *plan, uint32_t row, Blocks *cell)
{
    if (fact_count(&plan->facts, FIELD_action_who, row) > 0)
        say_whos(plan, paragraph(plan, cell, PARAGRAPH_body), FIELD_action_who, row, NAME_plain);
}

static void action_by(Plan *plan, uint32_t row, Blocks *cell)
{
    int32_t by = fact_day(&plan->facts, FIELD_action_by, row);
    if (day_is_known(by))
        say_day(plan, paragraph(plan, cell, PARAGRAPH_body), by);
}

static void actions(Plan *plan, Blocks *to)
{
    static const TableColumn columns[] = {
        {"What", 49, true, action_what},
        {"Who", 26, false, action_who},
        {"By when", 25, false, action_by},
    };
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Who does what"), .id = STR("actions")};
    TablePlan table = TABLE_PLAN(KIND_action, columns, NULL);
    Rows rows = rows_under(plan, KIND_action);
    if (rows.list.count > 0)
        records_table_add(plan, part_body(&part), &table, rows.list.at, rows.list.count);
    free(rows.list.at);
}

void plan_meetings(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan,
                 .to = to,
                 .level = 2,
                 .title = STR("Meetings and what we agreed"),
                 .id = STR("meetings")};
    Rows rows = meetings_held(plan);
    for (size_t i = 0; i < rows.list.count; i++)
        meeting_say(&part, rows.list.at[i]);
    free(rows.list.at);
    bare_meetings(&part);
    actions(plan, to);
}
