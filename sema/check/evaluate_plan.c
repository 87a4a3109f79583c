/* Plans, meetings, reviews and healthcare plans: what follows of them that few checks ask for. In: records,
 * figures; out: values. It must not know what any check makes of them. */
#include "sema/check/evaluate_kinds.h"

/* ---- preparing for adult life ---- */

static Str adulthood_missing(const Derived *derived, uint32_t plan)
{
    static const Str areas[] = {
        STR_INIT(""),
        STR_INIT("employment"),
        STR_INIT("independent living"),
        STR_INIT("employment or independent living"),
        STR_INIT("community inclusion"),
        STR_INIT("employment or community inclusion"),
        STR_INIT("independent living or community inclusion"),
        STR_INIT("employment, independent living or community inclusion"),
        STR_INIT("health"),
        STR_INIT("employment or health"),
        STR_INIT("independent living or health"),
        STR_INIT("employment, independent living or health"),
        STR_INIT("community inclusion or health"),
        STR_INIT("employment, community inclusion or health"),
        STR_INIT("independent living, community inclusion or health"),
        STR_INIT("employment, independent living, community inclusion or health"),
    };
    const List_choice *list = &derived->records->outcome.adulthood;
    RowRange rows = records_inside(derived->records, KIND_outcome, KIND_plan, plan);
    unsigned missing = sizeof areas / sizeof *areas - 1;
    for (uint32_t row = rows.first; row < rows.end; row++)
        for (uint32_t i = list->first[row]; derived->outcome[row].is_open && i < list->first[row + 1]; i++)
            missing &= ~(1u << (list->items[i] - 1));
    return areas[missing];
}

/* ---- the setting ---- */

/* The section that names a setting, or ROW_NONE. */
static uint32_t naming_section(const Records *records, uint32_t plan)
{
    RowRange rows = records_inside(records, KIND_section, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (records->section.named_setting[row].length)
            return row;
    return ROW_NONE;
}

static Str setting(const Records *records, uint32_t plan)
{
    uint32_t section = naming_section(records, plan);
    Str own = records->plan.named_setting[plan];
    return own.length || section == ROW_NONE ? own : records->section.named_setting[section];
}

static int32_t setting_from(const Records *records, uint32_t plan)
{
    uint32_t section = naming_section(records, plan);
    int32_t own = records->plan.setting_from[plan];
    return own != DAY_MISSING || section == ROW_NONE ? own : records->section.setting_from[section];
}

/* The later of two days, of which the second counts only before `end`. */
static int32_t later_before(int32_t day, int32_t other, int32_t end)
{
    bool counts = other != DAY_MISSING && other < end && (day == DAY_MISSING || other > day);
    return counts ? other : day;
}

static int32_t version_at_transfer(const Derived *derived, uint32_t plan)
{
    const Records *records = derived->records;
    const List_date *amended = &records->plan.amended;
    uint32_t pupil = derived->plan[plan].pupil;
    int32_t end = pupil == ROW_NONE ? DAY_MISSING : pupil_transfer_deadline(derived, pupil);
    if (end == DAY_MISSING)
        return DAY_MISSING;
    int32_t day = later_before(DAY_MISSING, records->plan.issued[plan], end);
    for (uint32_t i = amended->first[plan]; i < amended->first[plan + 1]; i++)
        day = later_before(day, amended->items[i], end);
    return day;
}

/* ---- who has something to do ---- */

enum { PARTY_parents = 1, PARTY_pupil = 2, PARTY_school = 4, PARTY_all = 7 };

static unsigned party_of(const Who *who)
{
    if (post_stands_for_parent(who->post) || (who->kind == KIND_parent && who->row != ROW_NONE))
        return PARTY_parents;
    return post_is_the_pupil(who->post) ? PARTY_pupil : PARTY_school;
}

static unsigned parties_of_actions(const Records *records, uint32_t plan)
{
    RowRange rows = records_inside(records, KIND_action, KIND_plan, plan);
    unsigned parties = 0;
    const List_who *who = &records->action.who;
    for (uint32_t row = rows.first; row < rows.end; row++)
        for (uint32_t i = who->first[row]; i < who->first[row + 1]; i++)
            parties |= party_of(&who->items[i]);
    return parties;
}

static bool says_family(Str text)
{
    static const Str words[] = {
        STR_INIT("parent"),  STR_INIT("parents"), STR_INIT("mum"),    STR_INIT("mummy"), STR_INIT("dad"),
        STR_INIT("daddy"),   STR_INIT("mother"),  STR_INIT("father"), STR_INIT("carer"), STR_INIT("carers"),
        STR_INIT("home"),    STR_INIT("family"),  STR_INIT("nan"),    STR_INIT("gran"),  STR_INIT("grandma"),
        STR_INIT("grandad"), STR_INIT("mam"),     STR_INIT("mom")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_says(text, words[i]))
            return true;
    return false;
}

static bool is_title(Str word)
{
    static const Str titles[] = {STR_INIT("Mr"), STR_INIT("Mrs"), STR_INIT("Ms"), STR_INIT("Miss"),
                                 STR_INIT("Dr")};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_equal_folded(word, titles[i]))
            return true;
    return false;
}

/* Does the text hold one of the name's words, titles and initials aside? */
static bool says_name(Str text, Str name)
{
    for (size_t first = 0, end; first < name.length; first = end + 1) {
        for (end = first; end < name.length && name.at[end] != ' ' && name.at[end] != '.'; end++)
            ;
        Str word = str_slice(name, first, end);
        if (word.length > 1 && !is_title(word) && text_says(text, word))
            return true;
    }
    return false;
}

static unsigned parties_in_text(const Records *records, uint32_t pupil, Str text)
{
    unsigned parties = says_family(text) ? PARTY_parents : 0;
    if (pupil == ROW_NONE)
        return parties | (text_says(text, STR("pupil")) ? PARTY_pupil : 0);
    RowRange parents = records_inside(records, KIND_parent, KIND_pupil, pupil);
    if (says_name(text, records->pupil.name[pupil]) || text_says(text, STR("pupil")))
        parties |= PARTY_pupil;
    for (uint32_t row = parents.first; row < parents.end; row++)
        if (says_name(text, records->parent.name[row]))
            parties |= PARTY_parents;
    return parties;
}

static unsigned parties_agreed(const Derived *derived, uint32_t plan)
{
    const Records *records = derived->records;
    RowRange rows = records_inside(records, KIND_meeting, KIND_plan, plan);
    const List_text *agreed = &records->meeting.agreed;
    unsigned parties = 0;
    for (uint32_t row = rows.first; row < rows.end; row++)
        for (uint32_t i = agreed->first[row]; i < agreed->first[row + 1] && parties != PARTY_all; i++)
            parties |= parties_in_text(records, derived->plan[plan].pupil, agreed->items[i]);
    return parties;
}

/* Provision, strategies and adjustments are the school's to see to. */
static bool school_does_something(const Records *records, uint32_t plan)
{
    static const Kind kinds[] = {KIND_provision, KIND_strategy, KIND_adjustment};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        RowRange rows = records_inside(records, kinds[i], KIND_plan, plan);
        if (rows.first < rows.end)
            return true;
    }
    return false;
}

static Str nothing_for(const Derived *derived, uint32_t plan)
{
    static const Str missing[] = {STR_INIT(""),
                                  STR_INIT("the parents"),
                                  STR_INIT("the pupil"),
                                  STR_INIT("the parents or the pupil"),
                                  STR_INIT("the school"),
                                  STR_INIT("the parents or the school"),
                                  STR_INIT("the pupil or the school"),
                                  STR_INIT("anybody")};
    unsigned parties = parties_of_actions(derived->records, plan) | parties_agreed(derived, plan);
    if (school_does_something(derived->records, plan))
        parties |= PARTY_school;
    return missing[~parties & PARTY_all];
}

CheckValue value_of_plan(const Derived *derived, DerivedId id, uint32_t row)
{
    switch ((int)id) {
    case DERIVED_plan_adulthood_missing: return value_of_text(adulthood_missing(derived, row));
    case DERIVED_plan_setting: return value_of_text(setting(derived->records, row));
    case DERIVED_plan_setting_from: return value_of_day(setting_from(derived->records, row));
    case DERIVED_plan_version_at_transfer: return value_of_day(version_at_transfer(derived, row));
    default: return value_of_text(nothing_for(derived, row));
    }
}

/* ---- meetings and reviews ---- */

CheckValue value_of_meeting(const Derived *derived, DerivedId id, uint32_t row)
{
    (void)id;
    const Records *records = derived->records;
    int32_t on = records->meeting.on[row], first = DAY_MISSING;
    RowRange shared = records_inside(records, KIND_shared, KIND_meeting, row);
    for (uint32_t i = shared.first; i < shared.end; i++) {
        int32_t day = records->shared.on[i];
        if (day != DAY_MISSING && day >= on && (first == DAY_MISSING || day < first))
            first = day;
    }
    bool known = on != DAY_MISSING && first != DAY_MISSING;
    return value_of_count(known ? school_days(&derived->calendar, on + 1, first) : COUNT_MISSING,
                          UNIT_number);
}

CheckValue value_of_annual_review(const Derived *derived, DerivedId id, uint32_t row)
{
    (void)id;
    const Records *records = derived->records;
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_annual_review, row);
    uint32_t pupil = plan == ROW_NONE ? ROW_NONE : derived->plan[plan].pupil;
    int32_t then = school_year_of(records->annual_review.on[row]), now = school_year_of(records->today);
    int32_t year = pupil == ROW_NONE ? COUNT_MISSING : derived->pupil[pupil].year;
    bool known = year != COUNT_MISSING && then != COUNT_MISSING && now != COUNT_MISSING;
    return value_of_count(known ? year - (now - then) : COUNT_MISSING, UNIT_number);
}

/* ---- healthcare plans ---- */

static bool says_healthcare_plan(Str text)
{
    static const Str words[] = {STR_INIT("healthcare plan"),
                                STR_INIT("health care plan"),
                                STR_INIT("medical plan"),
                                STR_INIT("care plan"),
                                STR_INIT("IHP"),
                                STR_INIT("IHCP")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_says(text, words[i]))
            return true;
    return false;
}

/* Does the text hold one of the longer words by which the condition is called? */
static bool says_condition(Str text, Str condition)
{
    enum { LONG = 6 };
    for (size_t first = 0, end; first < condition.length; first = end + 1) {
        for (end = first; end < condition.length && condition.at[end] != ' ' && condition.at[end] != ',';
             end++)
            ;
        if (end - first >= LONG && text_says(text, str_slice(condition, first, end)))
            return true;
    }
    return says_healthcare_plan(text);
}

static bool is_named_inside(const Records *records, Kind outer, uint32_t row, Str condition)
{
    static const FieldId texts[] = {FIELD_need_text, FIELD_provision_text, FIELD_strategy_text,
                                    FIELD_adjustment_text};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        RowRange rows = records_inside(records, schema_field(texts[i])->kind, outer, row);
        for (uint32_t at = rows.first; at < rows.end; at++)
            if (says_condition(*(const Str *)records_value(records, texts[i], at), condition))
                return true;
    }
    return false;
}

CheckValue value_of_medical_plan(const Derived *derived, DerivedId id, uint32_t row)
{
    (void)id;
    const Records *records = derived->records;
    uint32_t pupil = records_enclosing(records, KIND_pupil, KIND_medical_plan, row);
    Str condition = records->medical_plan.text[row];
    RowList plans = {0};
    if (pupil != ROW_NONE)
        plans = relation_naming(&derived->relations, RELATION_plan_for, pupil);
    if (!plans.count)
        return value_of_number(CHECK_yes_no, 0, false);
    bool named = is_named_inside(records, KIND_pupil, pupil, condition);
    for (uint32_t i = 0; i < plans.count && !named; i++)
        named = is_named_inside(records, KIND_plan, plans.at[i], condition);
    return value_of_flag(named);
}

/* ---- the school ---- */

enum {
    WEEK_MINUTES = 1950
}; /* 32.5 hours: what the DfE expects of mainstream schools since September 2024 */

static Amount school_week(const Records *records)
{
    const struct school_table *school = &records->school;
    for (uint32_t row = 0; row < school->head.count; row++) {
        if (!amount_is_missing(school->week[row]))
            return school->week[row];
        if (!amount_is_missing(school->hours_a_day[row]))
            return amount_multiply(school->hours_a_day[row], amount_whole(5, UNIT_number));
    }
    return amount_whole(WEEK_MINUTES, UNIT_minute);
}

CheckValue value_of_school(const Derived *derived, DerivedId id, uint32_t row)
{
    (void)row;
    if (id == DERIVED_school_week)
        return value_of_amount(school_week(derived->records));
    return value_of_day(school_year_start(school_year_of(derived->records->today)));
}
