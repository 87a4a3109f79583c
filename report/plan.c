/* A pupil's plan as a document. In: derived records and the row of a plan. Out: the document; here stands
 * only in which order its parts come, each made by a file of its own. */
#include "report/plan.h"

#include "report/words.h"

static Str plan_noun(const Plan *plan)
{
    return plan->is_ehc ? STR("education, health and care plan") : STR("SEN support plan");
}

static void frame(Plan *plan)
{
    Document *document = plan->document;
    Str noun = plan_noun(plan);
    Str today = date_text(plan->arena, plan->facts.records->today, DATE_FORM_long);
    document->author = fact_text(&plan->facts, FIELD_school_name, plan->school);
    document->subject =
        document->author.length > 0
            ? arena_format(plan->arena, "%s of " STR_FMT ", " STR_FMT,
                           plan->is_ehc ? "Education, health and care plan" : "SEN support plan",
                           STR_ARG(plan->name), STR_ARG(document->author))
            : document->title;
    document->running_head = arena_format(plan->arena, STR_FMT ": " STR_FMT ", " STR_FMT, STR_ARG(plan->name),
                                          STR_ARG(noun), STR_ARG(today));
    document->footer =
        arena_format(plan->arena, "Confidential: for %s",
                     plan->facts.audience >= SEE_staff ? "the staff who work with the pupil"
                                                       : "the family and the staff who work with the pupil");
    document->draft = plan->options->draft;
}

/* What a parent is told first. */
static void opening(Plan *plan, Blocks *to)
{
    Runs *runs = paragraph(plan, to, PARAGRAPH_lead);
    say(runs, "What we hope for, what is hard, what will be different and who helps. As things stand on ");
    say_day(plan, runs, plan->facts.records->today);
    say(runs, ".");
}

static void support_parts(Plan *plan, Blocks *to)
{
    plan_hopes(plan, to);
    plan_overview(plan, to);
    plan_needs(plan, to);
    plan_outcomes(plan, to);
    plan_provision(plan, to);
}

Document *plan_report(const Derived *derived, uint32_t plan_row, const ReportOptions *options, Arena *arena)
{
    Plan plan = plan_open(derived, plan_row, options, arena);
    Str noun = plan_noun(&plan);
    Str title = arena_format(arena, STR_FMT ": " STR_FMT, STR_ARG(plan.name), STR_ARG(noun));
    plan.document = document_new(arena, title, STR("en-GB"));
    Blocks *body = &plan.document->body;
    frame(&plan);
    opening(&plan, body);
    plan_head(&plan, body);
    plan_profile(&plan, body);
    if (plan.is_ehc) {
        plan_sections(&plan, body);
    } else {
        support_parts(&plan, body);
    }
    plan_lessons(&plan, body);
    plan_year(&plan, body);
    plan_progress(&plan, body);
    plan_cycles(&plan, body);
    plan_reviews(&plan, body);
    plan_meetings(&plan, body);
    plan_others(&plan, body);
    plan_notes(&plan, body);
    plan_allowed(&plan, body);
    plan_agreed(&plan, body);
    return plan.document;
}
