/* Effective: puts together what a provision, its shared group and its programme say. In: linked records; out:
 * one value, with where each part comes from. */
#include "sema/effective.h"

#include "sema/schema.h"

bool saying_is_known(Saying saying)
{
    return saying.field != FIELD_COUNT;
}

bool saying_is_taken(Saying saying)
{
    return saying_is_known(saying) && schema_field(saying.field)->kind != KIND_provision;
}

static bool dosage_is_said(const Dosage *dosage)
{
    return !amount_is_missing(dosage->duration) || !frequency_is_missing(dosage->frequency) ||
           !amount_is_missing(dosage->span) || dosage->all_year;
}

/* The row a reference leads to, if to one of that kind. */
static uint32_t row_of(const Reference *reference, Kind kind)
{
    return reference->kind == kind ? reference->row : ROW_NONE;
}

static void take_time(const Records *records, uint32_t row, Effective *effective)
{
    uint32_t group = effective->group_row, programme = effective->intervention_row;
    effective->time = records->provision.time[row];
    effective->time_said = (Saying){FIELD_provision_time, row};
    if (!dosage_is_said(&effective->time) && group != ROW_NONE) {
        effective->time = records->shared_group.time[group];
        effective->time_said = (Saying){FIELD_shared_group_time, group};
    }
    if (!dosage_is_said(&effective->time) && programme != ROW_NONE) {
        effective->time = records->intervention.time[programme];
        effective->time_said = (Saying){FIELD_intervention_time, programme};
    }
    if (!dosage_is_said(&effective->time))
        effective->time_said.field = FIELD_COUNT;
}

static void take_group(const Records *records, uint32_t row, Effective *effective)
{
    uint32_t group = effective->group_row, programme = effective->intervention_row;
    effective->group = records->provision.group[row];
    effective->group_said = (Saying){FIELD_provision_group, row};
    if (!effective->group.form && group != ROW_NONE) {
        effective->group = records->shared_group.group[group];
        effective->group_said = (Saying){FIELD_shared_group_group, group};
    }
    if (!effective->group.form && programme != ROW_NONE) {
        effective->group = records->intervention.group[programme];
        effective->group_said = (Saying){FIELD_intervention_group, programme};
    }
    if (!effective->group.form)
        effective->group_said.field = FIELD_COUNT;
}

/* The list in that row; false when it is empty. */
static bool slice_who(const List_who *list, uint32_t row, const Who **at, uint32_t *count)
{
    *count = list->first[row + 1] - list->first[row];
    *at = *count ? list->items + list->first[row] : NULL;
    return *count > 0;
}

static bool slice_text(const List_text *list, uint32_t row, const Str **at, uint32_t *count)
{
    *count = list->first[row + 1] - list->first[row];
    *at = *count ? list->items + list->first[row] : NULL;
    return *count > 0;
}

/* Who gives it, and with what training, from one record; what is known already stays. */
static void take_by_from(const List_who *by, const List_text *trained_in, uint32_t row, FieldId by_field,
                         FieldId trained_field, Effective *effective)
{
    if (row == ROW_NONE)
        return;
    if (!effective->by_count && slice_who(by, row, &effective->by, &effective->by_count))
        effective->by_said = (Saying){by_field, row};
    if (!effective->trained_in_count &&
        slice_text(trained_in, row, &effective->trained_in, &effective->trained_in_count))
        effective->trained_in_said = (Saying){trained_field, row};
}

static void take_by(const Records *records, uint32_t row, Effective *effective)
{
    take_by_from(&records->provision.by, &records->provision.trained_in, row, FIELD_provision_by,
                 FIELD_provision_trained_in, effective);
    take_by_from(&records->shared_group.by, &records->shared_group.trained_in, effective->group_row,
                 FIELD_shared_group_by, FIELD_shared_group_trained_in, effective);
    take_by_from(&records->intervention.by, &records->intervention.trained_in, effective->intervention_row,
                 FIELD_intervention_by, FIELD_intervention_trained_in, effective);
}

static void take_cost(const Records *records, uint32_t row, Effective *effective)
{
    uint32_t programme = effective->intervention_row;
    effective->cost = records->provision.cost[row];
    effective->cost_said = (Saying){FIELD_provision_cost, row};
    if (amount_is_missing(effective->cost) && programme != ROW_NONE) {
        effective->cost = records->intervention.cost[programme];
        effective->cost_said = (Saying){FIELD_intervention_cost, programme};
    }
    if (amount_is_missing(effective->cost))
        effective->cost_said.field = FIELD_COUNT;
}

/* What only the programme says. */
static void take_programme(const Records *records, Effective *effective)
{
    uint32_t programme = effective->intervention_row;
    if (programme == ROW_NONE)
        return;
    effective->minimum = records->intervention.minimum[programme];
    effective->tier = records->intervention.tier[programme];
    const List_named *list = &records->intervention.assessed_with;
    effective->assessed_with_count = list->first[programme + 1] - list->first[programme];
    if (!effective->assessed_with_count)
        return;
    effective->assessed_with = list->items + list->first[programme];
    effective->assessed_with_said = (Saying){FIELD_intervention_assessed_with, programme};
}

static void take_day(int32_t own, FieldId own_field, uint32_t row, const int32_t *shared,
                     FieldId shared_field, uint32_t group, int32_t *day, Saying *said)
{
    *day = own;
    *said = (Saying){own_field, row};
    if (own == DAY_MISSING && group != ROW_NONE) {
        *day = shared[group];
        *said = (Saying){shared_field, group};
    }
    if (*day == DAY_MISSING)
        said->field = FIELD_COUNT;
}

/* Place, days and sessions: what only the provision and its group say. */
static void take_when_and_where(const Records *records, uint32_t row, Effective *effective)
{
    uint32_t group = effective->group_row;
    effective->where = records->provision.where[row];
    effective->where_said = (Saying){FIELD_provision_where, row};
    if (!effective->where.length && group != ROW_NONE) {
        effective->where = records->shared_group.where[group];
        effective->where_said = (Saying){FIELD_shared_group_where, group};
    }
    if (!effective->where.length)
        effective->where_said.field = FIELD_COUNT;
    take_day(records->provision.starts[row], FIELD_provision_starts, row, records->shared_group.starts,
             FIELD_shared_group_starts, group, &effective->starts, &effective->starts_said);
    take_day(records->provision.ends[row], FIELD_provision_ends, row, records->shared_group.ends,
             FIELD_shared_group_ends, group, &effective->ends, &effective->ends_said);
}

static void take_sessions(const Records *records, uint32_t row, Effective *effective)
{
    effective->sessions = records_inside(records, KIND_session, KIND_provision, row);
    effective->sessions_kind = KIND_provision;
    if (effective->sessions.first == effective->sessions.end && effective->group_row != ROW_NONE) {
        effective->sessions = records_inside(records, KIND_session, KIND_shared_group, effective->group_row);
        effective->sessions_kind = KIND_shared_group;
    }
    if (effective->sessions.first == effective->sessions.end)
        effective->sessions_kind = KIND_file;
}

Effective provision_effective(const Records *records, uint32_t row)
{
    Saying nobody = {FIELD_COUNT, ROW_NONE};
    Effective effective = {.minimum = DOSAGE_NONE,
                           .by_said = nobody,
                           .trained_in_said = nobody,
                           .assessed_with_said = nobody,
                           .group_row = row_of(&records->provision.in_group[row], KIND_shared_group),
                           .intervention_row = row_of(&records->provision.from[row], KIND_intervention)};
    if (effective.intervention_row == ROW_NONE && effective.group_row != ROW_NONE)
        effective.intervention_row =
            row_of(&records->shared_group.from[effective.group_row], KIND_intervention);
    take_time(records, row, &effective);
    take_group(records, row, &effective);
    take_by(records, row, &effective);
    take_cost(records, row, &effective);
    take_programme(records, &effective);
    take_when_and_where(records, row, &effective);
    take_sessions(records, row, &effective);
    return effective;
}
