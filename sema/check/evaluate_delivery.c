/* What checks may ask of provision and attendance that is reckoned only then. In: sema/delivery.h; out:
 * values.
 */
#include "sema/check/evaluate.h"
#include "sema/delivery.h"

static CheckValue of_person(const Derived *derived, uint32_t provision)
{
    uint32_t row = derived->provision[provision].person;
    if (row == ROW_NONE)
        return value_of_who(&(Who){.row = ROW_NONE});
    return value_of_who(&(Who){.text = derived->records->person.code[row], .kind = KIND_person, .row = row});
}

static CheckValue of_trained(const Derived *derived, uint32_t provision)
{
    Trained trained = provision_trained(derived, provision);
    return value_of_number(CHECK_yes_no, trained == TRAINED_yes, trained != TRAINED_unknown);
}

/* The least that works counts before what is usual. */
static CheckValue of_dose(const Derived *derived, const Programme *programme, DerivedId id)
{
    const Dosage *least = programme->minimum, *usual = programme->time;
    switch ((int)id) {
    case DERIVED_provision_usual_time:
        return value_of_number(
            CHECK_shape, 0, !amount_is_missing(usual->duration) || !frequency_is_missing(usual->frequency));
    case DERIVED_provision_usual_duration: return value_of_amount(usual->duration);
    case DERIVED_provision_least_duration: return value_of_amount(least->duration);
    case DERIVED_provision_usual_sessions: {
        bool has_least = !frequency_is_missing(least->frequency);
        return value_of_ratio(
            frequency_per_week(has_least ? least->frequency : usual->frequency, derived->weeks_a_year),
            UNIT_number);
    }
    default: {
        Ratio weeks = dosage_own_weeks(derived, least);
        return value_of_ratio(ratio_is_missing(weeks) ? dosage_own_weeks(derived, usual) : weeks, UNIT_week);
    }
    }
}

/* `years R` is for one year group. */
static int32_t last_year(const struct intervention_table *table, uint32_t row)
{
    return table->years_to[row] == DAY_MISSING ? table->years[row] : table->years_to[row];
}

static CheckValue of_programme(const Derived *derived, uint32_t provision, DerivedId id)
{
    const struct intervention_table *table = &derived->records->intervention;
    Programme programme = provision_programme(derived, provision);
    uint32_t row = programme.row;
    bool known = row != ROW_NONE;
    switch ((int)id) {
    case DERIVED_provision_programme: return value_of_text(known ? table->name[row] : STR(""));
    case DERIVED_provision_needs_training:
        return value_of_flag(known && table->needs_training[row] == FLAG_yes);
    case DERIVED_provision_has_evidence:
        return value_of_flag(known && (table->evidence.first[row + 1] > table->evidence.first[row] ||
                                       table->source.first[row + 1] > table->source.first[row]));
    case DERIVED_provision_largest_group: return value_of_count(programme.group_most, UNIT_number);
    case DERIVED_provision_first_year:
        return value_of_count(known ? table->years[row] : COUNT_MISSING, UNIT_number);
    case DERIVED_provision_last_year:
        return value_of_count(known ? last_year(table, row) : COUNT_MISSING, UNIT_number);
    default: break;
    }
    if (known)
        return of_dose(derived, &programme, id);
    return value_of_amount(AMOUNT_NONE);
}

CheckValue value_of_delivery(const Evaluation *evaluation, DerivedId id, uint32_t row)
{
    const Derived *derived = evaluation->derived;
    switch ((int)id) {
    case DERIVED_provision_in_cycle: return value_of_flag(provision_in_cycle(derived, row));
    case DERIVED_provision_own_time: return value_of_flag(provision_has_own_time(derived, row));
    case DERIVED_provision_time_lacks: return value_of_text(provision_time_lacks(derived, row));
    case DERIVED_provision_days_to_start:
        return value_of_count(provision_days_to_start(derived, row), UNIT_school_day);
    case DERIVED_provision_person: return of_person(derived, row);
    case DERIVED_provision_trained: return of_trained(derived, row);
    case DERIVED_provision_course: return value_of_text(provision_course(derived, row));
    case DERIVED_attended_share:
        return value_of_ratio(ratio_multiply(attended_share(derived->records, row), ratio_whole(100)),
                              UNIT_percent);
    default: return of_programme(derived, row, id);
    }
}
