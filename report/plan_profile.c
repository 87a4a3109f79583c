/* The one-page profile, and what the pupil and the family hope for. In: facts of the pupil and the plan. Out:
 * short lists in everyday words, and quotes with their speakers. */
#include "report/words.h"

#include <stdlib.h>

static Str title_with_name(const Plan *plan, const char *before, const char *after)
{
    return arena_format(plan->arena, "%s" STR_FMT "%s", before, STR_ARG(plan->first), after);
}

static Part sub_part(const Part *outer, const char *title, const char *id)
{
    return (Part){
        .plan = outer->plan, .level = outer->level + 1, .title = str_from(title), .id = str_from(id)};
}

/* Opens `inner` in `outer`, both only now that there is something to say. */
static Blocks *inner_body(Part *outer, Part *inner)
{
    inner->to = part_body(outer);
    return part_body(inner);
}

static void strengths(Part *profile)
{
    Plan *plan = profile->plan;
    Part part = sub_part(profile, "What people like and admire", "strengths");
    if (fact_count(&plan->facts, FIELD_pupil_strength, plan->pupil) > 0)
        texts_list(plan, inner_body(profile, &part), FIELD_pupil_strength, plan->pupil);
    if (fact_count(&plan->facts, FIELD_plan_strength, plan->row) > 0)
        texts_list(plan, inner_body(profile, &part), FIELD_plan_strength, plan->row);
}

static void important(Part *profile)
{
    Plan *plan = profile->plan;
    if (fact_count(&plan->facts, FIELD_pupil_important, plan->pupil) == 0)
        return;
    Part part = sub_part(profile, "", "important");
    part.title = title_with_name(plan, "What matters to ", "");
    texts_list(plan, inner_body(profile, &part), FIELD_pupil_important, plan->pupil);
}

static void helped_by(Part *profile)
{
    Plan *plan = profile->plan;
    if (fact_count(&plan->facts, FIELD_pupil_helped_by, plan->pupil) == 0)
        return;
    Part part = sub_part(profile, "How best to help", "helped-by");
    texts_list(plan, inner_body(profile, &part), FIELD_pupil_helped_by, plan->pupil);
}

/* The words the pupil likes used. */
static void says(Part *profile)
{
    Plan *plan = profile->plan;
    uint32_t count = fact_count(&plan->facts, FIELD_pupil_says, plan->pupil);
    if (count == 0)
        return;
    Runs *runs = paragraph(plan, part_body(profile), PARAGRAPH_body);
    say_value(plan, runs, plan->first);
    say(runs, count == 1 ? "’s own word: " : "’s own words: ");
    for (uint32_t i = 0; i < count; i++) {
        say(runs, joint(i, count));
        say(runs, "“");
        say_value(plan, runs, fact_text_at(&plan->facts, FIELD_pupil_says, plan->pupil, i));
        say(runs, "”");
    }
    say(runs, ".");
}

static void pupil_views(Part *profile)
{
    Plan *plan = profile->plan;
    Rows rows = rows_in(plan, KIND_view, KIND_pupil, plan->pupil);
    if (rows.list.count > 0)
        views_quotes(plan, part_body(profile), KIND_pupil, plan->pupil);
    free(rows.list.at);
}

void plan_profile(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .id = STR("profile")};
    part.title = title_with_name(plan, "About ", "");
    says(&part);
    strengths(&part);
    important(&part);
    helped_by(&part);
    pupil_views(&part);
}

/* ---- hopes ---- */

/* "A1, Rowan: I want to read the signs myself. (Leads to E3)" */
static void hope_quote(Plan *plan, Blocks *to, uint32_t row)
{
    RowList outcomes = relation_naming(&plan->derived->relations, RELATION_serves_aspiration, row);
    Quote quote = {.id = plan_id(plan, KIND_aspiration, row),
                   .code = plan_code(plan, KIND_aspiration, row),
                   .who = fact_who(&plan->facts, FIELD_aspiration_from, row),
                   .on = DAY_MISSING,
                   .text = fact_text(&plan->facts, FIELD_aspiration_text, row)};
    Runs *runs = quote_say(plan, to, &quote);
    if (runs)
        say(runs, " ");
    else
        runs = paragraph(plan, to, PARAGRAPH_small);
    say(runs, outcomes.count > 0 ? "(Leads to " : "(No outcome leads there yet");
    say_records(plan, runs, KIND_outcome, outcomes);
    say(runs, ")");
}

static void gathered(Part *part)
{
    Plan *plan = part->plan;
    if (fact_count(&plan->facts, FIELD_plan_gathered, plan->row) > 0)
        texts_paragraphs(plan, part_body(part), FIELD_plan_gathered, plan->row);
}

static void plan_views(Part *part)
{
    Plan *plan = part->plan;
    Rows rows = rows_in(plan, KIND_view, KIND_plan, plan->row);
    if (rows.list.count > 0)
        views_quotes(plan, part_body(part), KIND_plan, plan->row);
    free(rows.list.at);
}

void hopes_part(Part *part, const Rows *rows)
{
    for (size_t i = 0; i < rows->list.count; i++)
        hope_quote(part->plan, part_body(part), rows->list.at[i]);
    plan_views(part);
    gathered(part);
}

void plan_hopes(Plan *plan, Blocks *to)
{
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("Hopes"), .id = STR("hopes")};
    Rows rows = rows_under(plan, KIND_aspiration);
    hopes_part(&part, &rows);
    free(rows.list.at);
}
