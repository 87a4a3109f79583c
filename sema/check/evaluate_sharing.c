/* What checks may ask of sharing a plan: with whom who is nobody of the school, the family or a profession,
 * and whether the family had agreed. In: records; out: values. */
#include "sema/check/evaluate.h"

/* Posts outside school, authority, health and social care. */
static bool is_outside(const Who *who)
{
    switch (who->post) {
    case CHOICE_post_MISSING: return who->row == ROW_NONE;
    case CHOICE_post_volunteer:
    case CHOICE_post_peer:
    case CHOICE_post_employer: return who->row == ROW_NONE;
    default: return false;
    }
}

/* Of a plan or a section of it: what else is shared is no plan. */
static Str outsider(const Records *records, uint32_t shared)
{
    Kind outer = (Kind)records->shared.head.parent_kind[shared];
    const List_who *with = &records->shared.with;
    if (outer != KIND_plan && outer != KIND_section)
        return STR("");
    for (uint32_t i = with->first[shared]; i < with->first[shared + 1]; i++)
        if (is_outside(&with->items[i]))
            return with->items[i].text;
    return STR("");
}

/* Any consent on or before that day; without a day, any. */
static bool has_consent(const Derived *derived, uint32_t shared)
{
    const Records *records = derived->records;
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_shared, shared);
    uint32_t pupil = plan == ROW_NONE ? ROW_NONE : derived->plan[plan].pupil;
    int32_t on = records->shared.on[shared];
    if (pupil == ROW_NONE)
        return false;
    RowRange rows = records_inside(records, KIND_consent, KIND_pupil, pupil);
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (on == DAY_MISSING || records->consent.on[row] <= on)
            return true;
    return false;
}

CheckValue value_of_sharing(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    if (id == DERIVED_shared_outsider)
        return value_of_text(outsider(evaluation->derived->records, row));
    return value_of_flag(has_consent(evaluation->derived, row));
}
