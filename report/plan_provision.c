/* Help: who does what, how long, how often. In: provision, with what its group and its programme say for it.
 * Out: a table whose rows lead to needs and outcomes, and what it comes to in a week. */
#include "report/words.h"

#include <stdlib.h>

static const Effective *effective(const Plan *plan, uint32_t row)
{
    return &plan->derived->effective[row];
}

/* May the reader know what was said where it was said? */
static bool is_told(const Plan *plan, Saying saying)
{
    return saying_is_known(saying) && fact_seen(&plan->facts, (FieldId)saying.field);
}

/* ---- what is done ---- */

static Str programme_name(const Plan *plan, uint32_t row)
{
    return fact_text(&plan->facts, FIELD_intervention_name, effective(plan, row)->intervention_row);
}

/* What the help is called: its own words, else those of its programme or group. */
Str provision_name(const Plan *plan, uint32_t row)
{
    Str text = fact_text(&plan->facts, FIELD_provision_text, row);
    if (text.length == 0)
        text = programme_name(plan, row);
    if (text.length == 0)
        text = fact_text(&plan->facts, FIELD_shared_group_name, effective(plan, row)->group_row);
    return text;
}

/* The parts of the small print: sentences. */
static void detail_begin(Runs *runs)
{
    say_stop(runs);
    say(runs, runs->list.count > 0 ? " " : "");
}

static void programme_say(Plan *plan, uint32_t row, Runs *runs)
{
    Str name = programme_name(plan, row);
    if (name.length == 0 || str_equal(name, provision_name(plan, row)))
        return;
    detail_begin(runs);
    say(runs, "Programme: ");
    say_value(plan, runs, name);
}

/* Why the school trusts a programme is for those who plan; a parent is told what it is. */
static void reasons_say(Plan *plan, uint32_t row, Runs *runs)
{
    uint32_t programme = effective(plan, row)->intervention_row;
    uint32_t count = fact_count(&plan->facts, FIELD_intervention_evidence, programme);
    for (uint32_t i = 0; i < count && plan->facts.audience >= SEE_staff; i++) {
        detail_begin(runs);
        say(runs, i == 0 ? "Why we think it works: " : "");
        say_value(plan, runs, fact_text_at(&plan->facts, FIELD_intervention_evidence, programme, i));
    }
}

/* Things used: of the school, and what is wanted besides. */
static void equipment_say(Plan *plan, uint32_t row, Runs *runs)
{
    uint32_t things = fact_count(&plan->facts, FIELD_provision_resource, row);
    uint32_t wanted = fact_count(&plan->facts, FIELD_provision_equipment, row);
    if (things + wanted == 0)
        return;
    detail_begin(runs);
    say(runs, "With ");
    for (uint32_t i = 0; i < things + wanted; i++) {
        const Reference *thing = fact_reference_at(&plan->facts, FIELD_provision_resource, row, i);
        bool known = thing && thing->row != ROW_NONE && thing->kind == KIND_resource;
        say(runs, joint(i, things + wanted));
        say_value(plan, runs,
                  known   ? fact_text(&plan->facts, FIELD_resource_name, thing->row)
                  : thing ? thing->text
                          : fact_text_at(&plan->facts, FIELD_provision_equipment, row, i - things));
    }
}

static void instead_say(Plan *plan, uint32_t row, Runs *runs)
{
    uint32_t count = fact_count(&plan->facts, FIELD_provision_instead_of, row);
    if (count == 0)
        return;
    detail_begin(runs);
    say(runs, "Instead of ");
    for (uint32_t i = 0; i < count; i++) {
        say(runs, joint(i, count));
        say_value(plan, runs, fact_text_at(&plan->facts, FIELD_provision_instead_of, row, i));
    }
}

/* ---- how much, when and where ---- */

static void group_say(Plan *plan, uint32_t row, Runs *runs)
{
    Amount adults = fact_amount(&plan->facts, FIELD_provision_adults, row);
    if (is_told(plan, effective(plan, row)->group_said))
        say_opening(plan, runs, group_text(plan->arena, effective(plan, row)->group));
    if (amount_is_missing(adults) || adults.number <= 1000)
        return;
    say(runs, runs->list.count > 0 ? ", with " : "With ");
    say_amount(plan, runs, adults);
    say(runs, " adults");
}

static void place_say(Plan *plan, uint32_t row, Runs *runs)
{
    if (fact_flag(&plan->facts, FIELD_provision_in_class, row))
        say(runs, runs->list.count > 0 ? ", in lessons" : "In lessons");
    if (fact_flag(&plan->facts, FIELD_provision_outside_school_hours, row))
        say(runs, runs->list.count > 0 ? ", outside school hours" : "Outside school hours");
    if (!is_told(plan, effective(plan, row)->where_said))
        return;
    say(runs, runs->list.count > 0 ? ", " : "");
    say_value(plan, runs, effective(plan, row)->where);
}

static void session_say(Plan *plan, uint32_t session, Runs *runs)
{
    uint32_t days = fact_count(&plan->facts, FIELD_session_day, session);
    Str time = clock_text(plan->arena, fact_day(&plan->facts, FIELD_session_time, session));
    for (uint32_t i = 0; i < days; i++) {
        say(runs, joint(i, days));
        say_str(runs,
                choice_info(CHOICES_day, fact_choice_at(&plan->facts, FIELD_session_day, session, i))->print);
    }
    say(runs, time.length > 0 ? " at " : "");
    say_str(runs, time);
}

static void sessions_say(Plan *plan, uint32_t row, Runs *runs)
{
    RowRange sessions = effective(plan, row)->sessions;
    for (uint32_t session = sessions.first; session < sessions.end; session++) {
        detail_begin(runs);
        session_say(plan, session, runs);
    }
}

/* "From 14 September 2026 to 11 December 2026" */
static void dates_say(Plan *plan, uint32_t row, Runs *runs)
{
    const Effective *own = effective(plan, row);
    int32_t starts = is_told(plan, own->starts_said) ? own->starts : DAY_MISSING;
    int32_t ends = is_told(plan, own->ends_said) ? own->ends : DAY_MISSING;
    if (!day_is_known(starts) && !day_is_known(ends))
        return;
    detail_begin(runs);
    say_on(plan, runs, "From ", starts);
    say_on(plan, runs, day_is_known(starts) ? " to " : "Until ", ends);
}

void sessions_given(Plan *plan, Blocks *to, uint32_t provision)
{
    RowList rows = relation_naming(&plan->derived->relations, RELATION_attended_of, provision);
    for (uint32_t i = 0; i < rows.count; i++) {
        Amount given = fact_amount(&plan->facts, FIELD_attended_sessions, rows.at[i]);
        Amount pupil = fact_amount(&plan->facts, FIELD_attended_pupil_away, rows.at[i]);
        Amount staff = fact_amount(&plan->facts, FIELD_attended_staff_away, rows.at[i]);
        Runs *runs = cell_line(plan, to, PARAGRAPH_small);
        say_amount(plan, runs, given);
        say(runs, " sessions given");
        say_on(plan, runs, " by ", fact_day(&plan->facts, FIELD_attended_until, rows.at[i]));
        say(runs, amount_is_missing(pupil) ? "" : "; pupil away for ");
        say_amount(plan, runs, pupil);
        say(runs, amount_is_missing(staff) ? "" : "; staff away for ");
        say_amount(plan, runs, staff);
    }
}

static void what_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    const Effective *own = effective(plan, row);
    Str name = provision_name(plan, row);
    Runs detail = {0};
    if (name.length > 0)
        say_value(plan, paragraph(plan, cell, PARAGRAPH_body), name);
    if (is_told(plan, own->time_said))
        runs_add(cell_line(plan, cell, PARAGRAPH_body),
                 dosage_sentence(plan->arena, &own->time, plan->derived->provision[row].weekly_minutes),
                 RUN_strong);
    group_say(plan, row, &detail);
    place_say(plan, row, &detail);
    sessions_say(plan, row, &detail);
    dates_say(plan, row, &detail);
    programme_say(plan, row, &detail);
    reasons_say(plan, row, &detail);
    equipment_say(plan, row, &detail);
    instead_say(plan, row, &detail);
    if (detail.list.count > 0) {
        say_stop(&detail);
        *paragraph(plan, cell, PARAGRAPH_small) = detail;
    }
    sessions_given(plan, cell, row);
}

/* ---- who ---- */

static void trained_say(Plan *plan, uint32_t row, Blocks *cell)
{
    const Effective *own = effective(plan, row);
    if (own->trained_in_count == 0 || !is_told(plan, own->trained_in_said))
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, "Trained in ");
    for (uint32_t i = 0; i < own->trained_in_count; i++) {
        say(runs, joint(i, own->trained_in_count));
        say_value(plan, runs, own->trained_in[i]);
    }
}

static void labelled_whos(Plan *plan, uint32_t row, Blocks *cell, const char *label, FieldId field)
{
    if (fact_count(&plan->facts, field, row) == 0)
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, label);
    say_whos(plan, runs, field, row, NAME_plain);
}

void provision_people(const Plan *plan, uint32_t row, Runs *runs, NameForm form)
{
    const Effective *own = effective(plan, row);
    if (!is_told(plan, own->by_said))
        return;
    for (uint32_t i = 0; i < own->by_count; i++) {
        say(runs, joint(i, own->by_count));
        say_who(plan, runs, &own->by[i], form);
    }
}

/* One person's name stands alone, with the post in small print; several have theirs behind their names. */
static void who_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    const Effective *own = effective(plan, row);
    Str post = own->by_count == 1 ? who_post(plan, &own->by[0]) : (Str){NULL, 0};
    Runs runs = {0};
    provision_people(plan, row, &runs, post.length > 0 ? NAME_plain : NAME_with_post);
    if (runs.list.count > 0) {
        *paragraph(plan, cell, PARAGRAPH_body) = runs;
        if (post.length > 0)
            say_opening(plan, cell_line(plan, cell, PARAGRAPH_small), post);
    }
    trained_say(plan, row, cell);
    labelled_whos(plan, row, cell, "Overseen by ", FIELD_provision_overseen_by);
    labelled_whos(plan, row, cell, "When away: ", FIELD_provision_cover);
}

/* ---- what for, and what it costs ---- */

static void links_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    const Relations *relations = &plan->derived->relations;
    RowList needs = relation_named(relations, RELATION_meets, row);
    RowList outcomes = relation_named(relations, RELATION_towards, row);
    RowList advice = relation_named(relations, RELATION_provision_advice, row);
    Runs *runs = cell_line(plan, cell, PARAGRAPH_body);
    say(runs, needs.count > 0 ? "Meets " : "No need named");
    say_records(plan, runs, KIND_need, needs);
    runs = cell_line(plan, cell, PARAGRAPH_body);
    say(runs, outcomes.count > 0 ? "Towards " : "No outcome named");
    say_records(plan, runs, KIND_outcome, outcomes);
    if (advice.count == 0)
        return;
    runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, "Advice ");
    say_records(plan, runs, KIND_advice, advice);
}

static void cost_fill(Plan *plan, uint32_t row, Blocks *cell)
{
    Ratio cost = plan->derived->provision[row].cost_a_year;
    uint32_t funders = fact_count(&plan->facts, FIELD_provision_funded_by, row);
    if (!fact_seen(&plan->facts, FIELD_provision_cost))
        return;
    if (!ratio_is_missing(cost))
        say_amount(plan, paragraph(plan, cell, PARAGRAPH_body), amount_pence(ratio_round(cost)));
    if (funders == 0)
        return;
    Runs *runs = cell_line(plan, cell, PARAGRAPH_small);
    say(runs, "Paid by: ");
    for (uint32_t i = 0; i < funders; i++) {
        unsigned funder = fact_choice_at(&plan->facts, FIELD_provision_funded_by, row, i);
        say(runs, joint(i, funders));
        say_str(runs, choice_info(CHOICES_funder, funder)->phrase);
    }
}

void provision_table(Plan *plan, Blocks *to, const Rows *rows)
{
    static const TableColumn columns[] = {
        {"Help", 8, true, NULL},
        {"What we do, and how much", 47, false, what_fill},
        {"Who", 26, false, who_fill},
        {"Links", 19, false, links_fill},
        {"Cost a year", 13, false, cost_fill},
    };
    TablePlan table = TABLE_PLAN(KIND_provision, columns, NULL);
    records_table_add(plan, to, &table, rows->list.at, rows->list.count);
}

/* ---- in all ---- */

static void costs_say(Plan *plan, Runs *runs)
{
    const PlanFigures *figures = &plan->derived->plan[plan->row];
    if (!fact_seen(&plan->facts, FIELD_provision_cost))
        return;
    if (!ratio_is_missing(figures->cost_a_year) && figures->cost_a_year.over > 0) {
        say(runs, " This school year it costs the school ");
        say_amount(plan, runs, amount_pence(ratio_round(figures->cost_a_year)));
        say(runs, ".");
    }
    if (!ratio_is_missing(figures->cost_of_others) && figures->cost_of_others.over > 0) {
        say(runs, " Others pay ");
        say_amount(plan, runs, amount_pence(ratio_round(figures->cost_of_others)));
        say(runs, ".");
    }
    if (figures->without_cost > 0)
        say_format(plan, runs, " The cost of %s is not known.",
                   figures->without_cost == 1 ? "one kind of help" : "some of the help");
}

/* Weekly minutes of what is given now, of that away from lessons, and of what begins later. */
typedef struct Week {
    Ratio now, withdrawn, later;
} Week;

static bool is_some(Ratio minutes)
{
    return !ratio_is_missing(minutes) && minutes.over > 0;
}

static Week week_of(const Plan *plan)
{
    const PlanFigures *figures = &plan->derived->plan[plan->row];
    Week week = {figures->weekly_minutes, figures->minutes_withdrawn, ratio_whole(0)};
    RowRange rows = plan_rows(plan, KIND_provision);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        const ProvisionFigures *own = &plan->derived->provision[row];
        int32_t starts = effective(plan, row)->starts;
        if (!own->is_current || ratio_is_missing(own->weekly_minutes) || !day_is_known(starts) ||
            starts <= plan->facts.records->today)
            continue;
        week.later = ratio_add(week.later, own->weekly_minutes);
        week.now = ratio_subtract(week.now, own->weekly_minutes);
        if (!fact_flag(&plan->facts, FIELD_provision_in_class, row) &&
            !fact_flag(&plan->facts, FIELD_provision_outside_school_hours, row))
            week.withdrawn = ratio_subtract(week.withdrawn, own->weekly_minutes);
    }
    return week;
}

static void week_say(Plan *plan, Runs *runs, const Week *week)
{
    bool begun = is_some(week->now);
    say(runs, "In all: ");
    runs_add(runs, minutes_text(plan->arena, begun ? week->now : week->later), RUN_strong);
    say(runs, begun ? " of help a week" : " of help a week, not yet begun");
    if (begun && is_some(week->withdrawn)) {
        bool every = ratio_compare(week->withdrawn, week->now) == 0;
        Str away = minutes_text(plan->arena, week->withdrawn);
        say_format(plan, runs,
                   every ? ", all of it away from lessons" : ", " STR_FMT " of it away from lessons",
                   STR_ARG(away));
    }
    say(runs, ".");
    if (begun && is_some(week->later))
        say_format(plan, runs, " Later, " STR_FMT " a week more.",
                   STR_ARG(minutes_text(plan->arena, week->later)));
}

void provision_totals(Plan *plan, Blocks *to)
{
    Week week = week_of(plan);
    if (!fact_seen(&plan->facts, FIELD_provision_time) || (!is_some(week.now) && !is_some(week.later)))
        return;
    Runs *runs = paragraph(plan, to, PARAGRAPH_note);
    week_say(plan, runs, &week);
    costs_say(plan, runs);
}

void plan_provision(Plan *plan, Blocks *to)
{
    Part part = {
        .plan = plan, .to = to, .level = 2, .title = STR("The help and who gives it"), .id = STR("help")};
    Rows rows = rows_under(plan, KIND_provision);
    rows_part(plan, KIND_provision, &rows);
    if (rows.list.count > 0) {
        provision_table(plan, part_body(&part), &rows);
        provision_totals(plan, part_body(&part));
    }
    free(rows.list.at);
}
