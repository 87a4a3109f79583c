/* Provision: hours, sessions, days and cost. In: what provision effectively is, and the school's terms and
 * rates; out: figures, exact where anything is known. */
#include "sema/deriver.h"

/* ---- time ---- */

DosageTime derive_time(const Deriver *deriver, uint32_t row)
{
    const Effective *effective = &deriver->derived->effective[row];
    return (DosageTime){.calendar = &deriver->derived->calendar,
                        .starts = effective->starts,
                        .ends = effective->ends,
                        .weeks_a_year = deriver->derived->weeks_a_year};
}

static void derive_hours(const Dosage *dosage, const DosageTime *time, ProvisionFigures *figures)
{
    figures->weekly_minutes = dosage_weekly_minutes(dosage, time->weeks_a_year);
    figures->weeks = dosage_weeks(dosage, time);
    figures->sessions = dosage_sessions(dosage, time);
    figures->hours = dosage_hours(dosage, time);
    figures->hours_a_year = dosage_hours_a_year(dosage, time);
    figures->last_day = dosage_end(dosage, time);
}

/* ---- sharing ---- */

/* Of a group that may vary the largest counts, so that no cost is overstated. */
static int32_t group_count(GroupSize group)
{
    switch ((GroupForm)group.form) {
    case GROUP_one_to_one: return 1;
    case GROUP_pair: return 2;
    case GROUP_of:
    case GROUP_up_to: return group.most ? group.most : COUNT_MISSING;
    case GROUP_missing:
    case GROUP_whole_class: return COUNT_MISSING;
    }
    return COUNT_MISSING;
}

/* Those the group's record lists, else as many as it may hold. */
static int32_t sharers_of(const Deriver *deriver, uint32_t row)
{
    const Records *records = deriver->records;
    const Effective *effective = &deriver->derived->effective[row];
    if (records->provision.own_group[row] == FLAG_yes)
        return 1;
    if (effective->group_row != ROW_NONE) {
        const List_reference *pupils = &records->shared_group.pupils;
        uint32_t listed = pupils->first[effective->group_row + 1] - pupils->first[effective->group_row];
        if (listed)
            return (int32_t)listed;
    }
    return group_count(effective->group);
}

/* ---- cost ---- */

static int64_t whole_number(Amount amount, int64_t otherwise)
{
    return amount_is_missing(amount) ? otherwise : ratio_floor(ratio_make(amount.number, 1000));
}

/* `sum` + `part`, where a part that is not there adds nothing; `*known` becomes true when one is. */
static Ratio add_part(Ratio sum, Amount given, Ratio part, bool *known)
{
    if (amount_is_missing(given))
        return sum;
    *known = true;
    return ratio_add(sum, part);
}

static Ratio fixed_pence(const Deriver *deriver, uint32_t row, Amount fixed)
{
    DosageTime time = derive_time(deriver, row);
    CostParts parts = {.rate = AMOUNT_NONE, .resource = AMOUNT_NONE, .fixed = fixed};
    return dosage_cost_a_year(&deriver->derived->effective[row].time, &time, &parts);
}

static Ratio resource_pence(const Deriver *deriver, uint32_t row, uint32_t resource)
{
    const struct resource_table *table = &deriver->records->resource;
    int64_t sharers = whole_number(table->shared_by[resource], 1);
    Amount cost = table->cost[resource];
    if (cost.per != UNIT_none)
        return ratio_divide(fixed_pence(deriver, row, cost), ratio_whole(sharers < 1 ? 1 : sharers));
    int64_t years = ratio_floor(amount_in(table->lasts[resource], UNIT_year));
    DosageTime time = derive_time(deriver, row);
    CostParts parts = {.rate = AMOUNT_NONE,
                       .resource = cost,
                       .sharers = sharers,
                       .years = years == AMOUNT_MISSING ? 1 : years,
                       .fixed = AMOUNT_NONE};
    return dosage_cost_a_year(&deriver->derived->effective[row].time, &time, &parts);
}

static Ratio staff_pence(const Deriver *deriver, uint32_t row, const ProvisionFigures *figures)
{
    DosageTime time = derive_time(deriver, row);
    CostParts parts = {.rate = figures->rate,
                       .adults = whole_number(deriver->records->provision.adults[row], 1),
                       .group = figures->sharers == COUNT_MISSING ? 0 : figures->sharers,
                       .resource = AMOUNT_NONE,
                       .fixed = AMOUNT_NONE};
    return dosage_cost_a_year(&deriver->derived->effective[row].time, &time, &parts);
}

/* The provision's own cost is this pupil's; a programme's is for all who share a session. */
static Ratio other_pence(const Deriver *deriver, uint32_t row, const ProvisionFigures *figures)
{
    const Effective *effective = &deriver->derived->effective[row];
    Ratio pence = fixed_pence(deriver, row, effective->cost);
    if (!saying_is_taken(effective->cost_said))
        return pence;
    return figures->sharers == COUNT_MISSING ? RATIO_MISSING
                                             : ratio_divide(pence, ratio_whole(figures->sharers));
}

/* Somebody who is paid: not family, friends or volunteers. */
static bool is_paid(const Who *who)
{
    static const uint8_t unpaid[] = {CHOICE_post_parent,      CHOICE_post_mother, CHOICE_post_father,
                                     CHOICE_post_grandparent, CHOICE_post_carer,  CHOICE_post_foster_carer,
                                     CHOICE_post_pupil,       CHOICE_post_peer,   CHOICE_post_young_person,
                                     CHOICE_post_volunteer};
    for (size_t i = 0; i < sizeof unpaid / sizeof *unpaid; i++)
        if (who->post == unpaid[i])
            return false;
    return who->kind != KIND_parent || who->row == ROW_NONE;
}

/* All parts that are given; missing when none is, or when the rate of somebody paid is not known. */
static Ratio cost_of(const Deriver *deriver, uint32_t row, const ProvisionFigures *figures)
{
    const Effective *effective = &deriver->derived->effective[row];
    RowList resources = relation_named(&deriver->derived->relations, RELATION_uses, row);
    Ratio sum = ratio_whole(0);
    bool known = false;
    if (effective->by_count && is_paid(&effective->by[0]) && saying_is_known(effective->time_said)) {
        sum = staff_pence(deriver, row, figures);
        known = true;
    }
    sum = add_part(sum, effective->cost, other_pence(deriver, row, figures), &known);
    for (uint32_t i = 0; i < resources.count; i++)
        sum = add_part(sum, deriver->records->resource.cost[resources.at[i]],
                       resource_pence(deriver, row, resources.at[i]), &known);
    return known ? sum : RATIO_MISSING;
}

/* ---- who pays ---- */

static bool funder_is_school(uint8_t funder)
{
    return funder == CHOICE_funder_school || funder == CHOICE_funder_pupil_premium ||
           funder == CHOICE_funder_top_up;
}

/* Health and social care provision is paid by others unless it says that the school does. */
static bool is_care(const Records *records, uint32_t row)
{
    uint8_t kind = records->provision.kind[row];
    uint32_t section = records_enclosing(records, KIND_section, KIND_provision, row);
    uint8_t letter = section == ROW_NONE ? 0 : records->section.letter[section];
    if (kind)
        return kind != CHOICE_provision_kind_educational;
    return letter == CHOICE_section_g || letter == CHOICE_section_h1 || letter == CHOICE_section_h2;
}

static bool does_school_pay(const Records *records, uint32_t row)
{
    const List_choice *funders = &records->provision.funded_by;
    for (uint32_t i = funders->first[row]; i < funders->first[row + 1]; i++)
        if (funder_is_school(funders->items[i]))
            return true;
    return funders->first[row] == funders->first[row + 1] && !is_care(records, row);
}

/* ---- what was given ---- */

/* The last count, and each before it whose time ends before the later one's begins. */
static void derive_given(const Deriver *deriver, uint32_t row, ProvisionFigures *figures)
{
    const struct attended_table *attended = &deriver->records->attended;
    RowList list = relation_naming(&deriver->derived->relations, RELATION_attended_of, row);
    figures->sessions_given = figures->sessions_due = RATIO_MISSING;
    int32_t from = DAY_MISSING;
    for (uint32_t i = list.count; i-- > 0;) {
        uint32_t at = list.at[i];
        Amount sessions = attended->sessions[at];
        bool is_last = ratio_is_missing(figures->sessions_due);
        if (amount_is_missing(sessions) ||
            (!is_last &&
             (from == DAY_MISSING || attended->until[at] == DAY_MISSING || attended->until[at] >= from)))
            continue;
        Ratio given = ratio_make(sessions.number, 1000), due = ratio_whole(sessions.out_of);
        figures->sessions_given = is_last ? given : ratio_add(figures->sessions_given, given);
        figures->sessions_due = is_last ? due : ratio_add(figures->sessions_due, due);
        from = attended->from[at];
    }
}

static bool is_current(const Deriver *deriver, uint32_t row, const ProvisionFigures *figures)
{
    const Records *records = deriver->records;
    uint32_t cycle = records_enclosing(records, KIND_cycle, KIND_provision, row);
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_provision, row);
    uint32_t current = plan == ROW_NONE ? ROW_NONE : deriver->derived->plan[plan].cycle;
    if (cycle != ROW_NONE && current != ROW_NONE && cycle != current)
        return false;
    return figures->last_day.day == DAY_MISSING || figures->last_day.day >= records->today;
}

void derive_provision(Deriver *deriver, uint32_t row)
{
    const Effective *effective = &deriver->derived->effective[row];
    ProvisionFigures *figures = &deriver->derived->provision[row];
    uint32_t plan = records_enclosing(deriver->records, KIND_plan, KIND_provision, row);
    uint32_t pupil = plan == ROW_NONE ? ROW_NONE : deriver->derived->plan[plan].pupil;
    DosageTime time = derive_time(deriver, row);
    *figures = (ProvisionFigures){.person = ROW_NONE, .rate = AMOUNT_NONE};
    derive_hours(&effective->time, &time, figures);
    figures->sharers = sharers_of(deriver, row);
    if (effective->by_count) {
        figures->person = derive_person(deriver, &effective->by[0], pupil);
        figures->rate = derive_rate(deriver, &effective->by[0], pupil);
    }
    figures->cost_a_year = cost_of(deriver, row, figures);
    figures->school_pays = does_school_pay(deriver->records, row);
    figures->is_current = is_current(deriver, row, figures);
    derive_given(deriver, row, figures);
}
