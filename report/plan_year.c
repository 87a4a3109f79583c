/* The year: steps, reviews, meetings and deadlines down a line. In: the dates of a plan from its beginning
 * on. Out: one figure, whose alternative says every date. */
#include "report/timeline.h"
#include "report/words.h"

#include <stdlib.h>

#define TIMELINE_WIDTH 480000 /* thousandths of a point */
#define MARKS_MOST     60 /* what still is a picture; every date stands in a table of the report as well */

typedef struct Marks {
    Plan *plan;
    ARRAY(TimelineMark) list;
    int32_t from; /* earlier dates are left out */
} Marks;

static void mark_add(Marks *marks, int32_t day, TimelineKind kind, Str label)
{
    if (day_is_known(day) && day >= marks->from)
        ARRAY_ADD(&marks->list, ((TimelineMark){.day = day, .label = label, .kind = kind}));
}

static void annual_reviews(Marks *marks)
{
    RowRange rows = plan_rows(marks->plan, KIND_annual_review);
    for (uint32_t row = rows.first; row < rows.end; row++)
        mark_add(marks, fact_day(&marks->plan->facts, FIELD_annual_review_on, row), TIMELINE_review,
                 STR("annual review"));
}

/* A review of a round bears the round's name. */
static void reviews(Marks *marks)
{
    const Plan *plan = marks->plan;
    RowRange rows = plan_rows(plan, KIND_review);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        uint32_t cycle = records_enclosing(plan->facts.records, KIND_cycle, KIND_review, row);
        Str name = fact_text(&plan->facts, FIELD_cycle_name, cycle);
        mark_add(marks, fact_day(&plan->facts, FIELD_review_on, row), TIMELINE_review,
                 name.length > 0 ? name : STR("how it is going"));
    }
}

/* "with Claire T and Rowan" */
static void meetings(Marks *marks)
{
    Plan *plan = marks->plan;
    RowRange rows = plan_rows(plan, KIND_meeting);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        Runs runs = {0};
        Out out = {0};
        if (fact_count(&plan->facts, FIELD_meeting_with, row) > 0)
            say(&runs, "with ");
        say_whos(plan, &runs, FIELD_meeting_with, row, NAME_plain);
        for (size_t i = 0; i < runs.list.count; i++)
            out_str(&out, runs.list.at[i].text);
        mark_add(marks, fact_day(&plan->facts, FIELD_meeting_on, row), TIMELINE_meeting,
                 arena_str(plan->arena, out_result(&out)));
        free(runs.list.at);
        out_free(&out);
    }
}

static Str with_code(const Plan *plan, uint32_t outcome, Str text)
{
    Str code = plan_code(plan, KIND_outcome, outcome);
    return code.length > 0 ? arena_format(plan->arena, STR_FMT ": " STR_FMT, STR_ARG(code), STR_ARG(text))
                           : text;
}

static void steps(Marks *marks, uint32_t outcome)
{
    Plan *plan = marks->plan;
    Rows rows = rows_in(plan, KIND_step, KIND_outcome, outcome);
    for (size_t i = 0; i < rows.list.count; i++)
        mark_add(marks, fact_day(&plan->facts, FIELD_step_by, rows.list.at[i]), TIMELINE_step,
                 with_code(plan, outcome, fact_text(&plan->facts, FIELD_step_text, rows.list.at[i])));
    free(rows.list.at);
}

/* ---- deadlines: one mark for all outcomes of a day ---- */

typedef struct Deadline {
    int32_t day;
    uint32_t outcome;
} Deadline;

static int deadline_compare(const void *a, const void *b)
{
    const Deadline *one = a, *other = b;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    return one->outcome < other->outcome ? -1 : one->outcome > other->outcome;
}

/* "E1, E2 and E4" */
static Str deadline_label(const Plan *plan, const Deadline *first, uint32_t count)
{
    Out out = {0};
    for (uint32_t i = 0; i < count; i++) {
        out_text(&out, joint(i, count));
        out_str(&out, plan_code(plan, KIND_outcome, first[i].outcome));
    }
    Str label = arena_str(plan->arena, out_result(&out));
    out_free(&out);
    return label.length > 0 ? label : STR("Outcome");
}

static void outcomes(Marks *marks)
{
    Plan *plan = marks->plan;
    RowRange rows = plan_rows(plan, KIND_outcome);
    Deadline *deadlines = ARENA_ARRAY(plan->arena, Deadline, rows.end - rows.first + 1);
    uint32_t count = 0;
    for (uint32_t row = rows.first; row < rows.end; row++) {
        if (plan_row_is_finished(plan, KIND_outcome, row))
            continue;
        steps(marks, row);
        deadlines[count++] = (Deadline){fact_day(&plan->facts, FIELD_outcome_by, row), row};
    }
    qsort(deadlines, count, sizeof *deadlines, deadline_compare);
    for (uint32_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && deadlines[next].day == deadlines[i].day;)
            next++;
        mark_add(marks, deadlines[i].day, TIMELINE_deadline, deadline_label(plan, &deadlines[i], next - i));
    }
}

/* ---- the rest ---- */

static void transitions(Marks *marks)
{
    Plan *plan = marks->plan;
    RowRange rows = plan_rows(plan, KIND_transition);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        Str to = fact_text(&plan->facts, FIELD_transition_to, row);
        mark_add(marks, fact_day(&plan->facts, FIELD_transition_on, row), TIMELINE_end,
                 arena_format(plan->arena, "Move to " STR_FMT, STR_ARG(to)));
    }
}

static int mark_compare(const void *a, const void *b)
{
    const TimelineMark *one = a, *other = b;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    if (one->kind != other->kind)
        return one->kind < other->kind ? -1 : 1;
    return str_compare(one->label, other->label);
}

/* A review of a round and of the plan on one day are one. */
static bool is_same_review(const TimelineMark *a, const TimelineMark *b)
{
    return a->day == b->day && a->kind == TIMELINE_review && b->kind == TIMELINE_review;
}

static void marks_sort(Marks *marks)
{
    size_t kept = 0;
    if (marks->list.count > 0)
        qsort(marks->list.at, marks->list.count, sizeof *marks->list.at, mark_compare);
    for (size_t i = 0; i < marks->list.count; i++)
        if (kept == 0 || !is_same_review(&marks->list.at[kept - 1], &marks->list.at[i]))
            marks->list.at[kept++] = marks->list.at[i];
    marks->list.count = kept;
}

static void figure(Plan *plan, Blocks *to, const Marks *marks)
{
    Timeline timeline = {marks->list.at, marks->list.count, plan->facts.records->today};
    if (timeline.count > MARKS_MOST)
        timeline.count = MARKS_MOST;
    Picture picture = timeline_draw(&timeline, plan->options->meter, TIMELINE_WIDTH, plan->arena);
    if (!picture.drawing)
        return;
    Part part = {.plan = plan, .to = to, .level = 2, .title = STR("What happens when"), .id = STR("dates")};
    Block *block = document_figure(plan->document, part_body(&part), picture.alternative);
    block->as.figure.drawing = picture.drawing;
}

void plan_year(Plan *plan, Blocks *to)
{
    int32_t from = plan->derived->plan[plan->row].date;
    Marks marks = {.plan = plan, .from = day_is_known(from) ? from : DAY_LEAST};
    mark_add(&marks, from, TIMELINE_start, plan->is_ehc ? STR("plan issued") : STR("plan made"));
    outcomes(&marks);
    reviews(&marks);
    annual_reviews(&marks);
    meetings(&marks);
    transitions(&marks);
    marks_sort(&marks);
    if (marks.list.count > 1)
        figure(plan, to, &marks);
    free(marks.list.at);
}
