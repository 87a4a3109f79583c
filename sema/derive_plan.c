/* Plans: their date, their current cycle, and what their provision comes to. In: records and the provision's
 * figures; out: figures of a plan. */
#include "sema/deriver.h"

/* ---- whose and when ---- */

static int32_t earlier(int32_t a, int32_t b)
{
    if (a == DAY_MISSING || b == DAY_MISSING)
        return a == DAY_MISSING ? b : a;
    return a < b ? a : b;
}

static int32_t earliest_in_list(const List_date *list, uint32_t row)
{
    int32_t day = DAY_MISSING;
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++)
        day = earlier(day, list->items[i]);
    return day;
}

/* The `plan` with the latest date that is not after today, among a plan's cycles; its row, or ROW_NONE. */
static uint32_t current_planned(const Records *records, uint32_t plan)
{
    RowRange rows = records_inside(records, KIND_planned, KIND_plan, plan);
    uint32_t found = ROW_NONE;
    for (uint32_t row = rows.first; row < rows.end; row++) {
        int32_t day = records->planned.on[row];
        if (day == DAY_MISSING || day > records->today)
            continue;
        if (found == ROW_NONE || day >= records->planned.on[found])
            found = row;
    }
    return found;
}

void derive_plan_cycle(Deriver *deriver, uint32_t row)
{
    const Records *records = deriver->records;
    PlanFigures *figures = &deriver->derived->plan[row];
    uint32_t planned = current_planned(records, row);
    figures->pupil = records->plan.pupil[row].row;
    figures->cycle =
        planned == ROW_NONE ? ROW_NONE : records_enclosing(records, KIND_cycle, KIND_planned, planned);
    figures->is_ehc = records->plan.head.variant[row] == 1;
    figures->is_draft = figures->is_ehc && records->plan.issued[row] == DAY_MISSING;
}

static int32_t parents_informed(const Records *records, uint32_t plan)
{
    int32_t day = earliest_in_list(&records->plan.parents_informed, plan);
    RowRange rows = records_inside(records, KIND_planned, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++)
        day = earlier(day, earliest_in_list(&records->planned.parents_informed, row));
    return day;
}

static int32_t first_start(const Deriver *deriver, uint32_t plan)
{
    RowRange rows = records_inside(deriver->records, KIND_provision, KIND_plan, plan);
    int32_t day = DAY_MISSING;
    for (uint32_t row = rows.first; row < rows.end; row++)
        day = earlier(day, deriver->derived->effective[row].starts);
    return day;
}

static int32_t first_planned(const Records *records, uint32_t plan)
{
    RowRange rows = records_inside(records, KIND_planned, KIND_plan, plan);
    int32_t day = DAY_MISSING;
    for (uint32_t row = rows.first; row < rows.end; row++)
        day = earlier(day, records->planned.on[row]);
    return day;
}

void derive_plan_date(Deriver *deriver, uint32_t row)
{
    const Records *records = deriver->records;
    PlanFigures *figures = &deriver->derived->plan[row];
    uint32_t planned = current_planned(records, row);
    figures->parents_told = parents_informed(records, row);
    figures->first_start = first_start(deriver, row);
    figures->begun = first_planned(records, row);
    if (figures->begun == DAY_MISSING)
        figures->begun = figures->parents_told == DAY_MISSING ? figures->first_start : figures->parents_told;
    if (figures->is_ehc)
        figures->date = records->plan.issued[row];
    else
        figures->date = planned == ROW_NONE ? figures->parents_told : records->planned.on[planned];
    if (figures->date == DAY_MISSING && !figures->is_ehc)
        figures->date = figures->first_start;
}

/* ---- sums ---- */

static Ratio add_known(Ratio sum, Ratio part)
{
    return ratio_is_missing(part) ? sum : ratio_add(sum, part);
}

static void add_week(const Deriver *deriver, uint32_t row, PlanFigures *figures)
{
    const ProvisionFigures *provision = &deriver->derived->provision[row];
    const struct provision_table *table = &deriver->records->provision;
    figures->weekly_minutes = add_known(figures->weekly_minutes, provision->weekly_minutes);
    if (table->in_class[row] != FLAG_yes && table->outside_school_hours[row] != FLAG_yes)
        figures->minutes_withdrawn = add_known(figures->minutes_withdrawn, provision->weekly_minutes);
}

static void add_year(const ProvisionFigures *provision, PlanFigures *figures)
{
    figures->provision_count++;
    figures->without_time += ratio_is_missing(provision->weekly_minutes);
    figures->hours_a_year = add_known(figures->hours_a_year, provision->hours_a_year);
    if (!provision->school_pays) {
        figures->cost_of_others = add_known(figures->cost_of_others, provision->cost_a_year);
        return;
    }
    figures->without_cost += ratio_is_missing(provision->cost_a_year);
    figures->cost_a_year = add_known(figures->cost_a_year, provision->cost_a_year);
}

/* Does any of it lie in the school year of today? What does not say when it begins or ends, does. */
static bool runs_this_year(const Deriver *deriver, uint32_t row)
{
    int32_t year = school_year_of(deriver->records->today);
    int32_t starts = deriver->derived->effective[row].starts,
            last = deriver->derived->provision[row].last_day.day;
    if (year == COUNT_MISSING)
        return true;
    return (starts == DAY_MISSING || starts <= school_year_end(year)) &&
           (last == DAY_MISSING || last >= school_year_start(year));
}

void derive_plan_sums(Deriver *deriver, uint32_t row)
{
    PlanFigures *figures = &deriver->derived->plan[row];
    RowRange rows = records_inside(deriver->records, KIND_provision, KIND_plan, row);
    figures->weekly_minutes = figures->minutes_withdrawn = figures->hours_a_year = ratio_whole(0);
    figures->cost_a_year = figures->cost_of_others = ratio_whole(0);
    for (uint32_t provision = rows.first; provision < rows.end; provision++) {
        if (deriver->derived->provision[provision].is_current)
            add_week(deriver, provision, figures);
        if (runs_this_year(deriver, provision))
            add_year(&deriver->derived->provision[provision], figures);
    }
}
