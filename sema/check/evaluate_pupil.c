/* Pupils: what follows of them that few checks ask for, told when one asks: moves to come, meetings with
 * parents, retired codes, the parts of the profile. In: records, figures; out: values. It must not know what
 * any check makes of them. */
#include "lexer/literal.h"
#include "sema/check/evaluate_kinds.h"

/* ---- years and moves ---- */

static Str year_name(int32_t year)
{
    static const Str names[] = {STR_INIT("Nursery 1"), STR_INIT("Nursery 2"), STR_INIT("Reception"),
                                STR_INIT("Year 1"),    STR_INIT("Year 2"),    STR_INIT("Year 3"),
                                STR_INIT("Year 4"),    STR_INIT("Year 5"),    STR_INIT("Year 6"),
                                STR_INIT("Year 7"),    STR_INIT("Year 8"),    STR_INIT("Year 9"),
                                STR_INIT("Year 10"),   STR_INIT("Year 11"),   STR_INIT("Year 12"),
                                STR_INIT("Year 13"),   STR_INIT("Year 14")};
    int32_t index = year + 2;
    bool named = year != COUNT_MISSING && index >= 0 && index < (int32_t)(sizeof names / sizeof *names);
    return named ? names[index] : STR("");
}

/* The phases the school teaches, a bit each. */
static uint32_t phases_of(const Records *records)
{
    uint32_t phases = 0;
    const List_choice *list = &records->school.phase;
    for (uint32_t i = 0; records->school.head.count && i < list->first[records->school.head.count]; i++)
        phases |= 1u << list->items[i];
    return phases;
}

/* The last years of phases, and where one who is in them stays after all. */
static const struct {
    int32_t year;
    uint32_t phases, going_on;
} last_years[] = {
#define PHASE(id) (1u << CHOICE_phase_##id)
    {-1, PHASE(nursery), PHASE(infant) | PHASE(primary) | PHASE(first) | PHASE(all_through)},
    {2, PHASE(infant), PHASE(junior) | PHASE(primary) | PHASE(first) | PHASE(all_through)},
    {4, PHASE(first), PHASE(middle) | PHASE(primary) | PHASE(all_through)},
    {6, PHASE(primary) | PHASE(junior), PHASE(secondary) | PHASE(middle) | PHASE(all_through)},
    {8, PHASE(middle), PHASE(upper) | PHASE(secondary) | PHASE(all_through)},
    {11, PHASE(secondary) | PHASE(upper) | PHASE(all_through), PHASE(post_16)},
    {13, PHASE(post_16), 0},
#undef PHASE
};

/* Where the school does not say what it teaches, pupils move after Years 6, 11 and 13. */
static bool is_last_year(const Records *records, int32_t year)
{
    uint32_t phases = phases_of(records);
    if (!phases)
        return year == 6 || year == 11 || year == 13;
    for (size_t i = 0; i < sizeof last_years / sizeof *last_years; i++)
        if (last_years[i].year == year)
            return (phases & last_years[i].phases) && !(phases & last_years[i].going_on);
    return false;
}

static bool has_left(const Records *records, uint32_t pupil)
{
    int32_t left = records->pupil.left[pupil];
    return left != DAY_MISSING && left <= records->today;
}

/* 1 September after today, for one who leaves a phase then; DAY_MISSING for all others. */
static int32_t phase_transfer(const Derived *derived, uint32_t pupil)
{
    const Records *records = derived->records;
    int32_t year = derived->pupil[pupil].year, school_year = school_year_of(records->today);
    if (year == COUNT_MISSING || school_year == COUNT_MISSING || has_left(records, pupil))
        return DAY_MISSING;
    bool leaves_at_sixteen = year == 11 && records->pupil.leaves_for[pupil].length;
    return is_last_year(records, year) || leaves_at_sixteen ? school_year_start(school_year + 1)
                                                            : DAY_MISSING;
}

/* SEND Regulations 2014, regulation 18(1): 31 March of the year of the move from secondary school to what
 * comes after 16, 15 February for all moves before. */
int32_t pupil_transfer_deadline(const Derived *derived, uint32_t pupil)
{
    int32_t transfer = phase_transfer(derived, pupil), year = derived->pupil[pupil].year;
    if (transfer == DAY_MISSING || year > 11)
        return DAY_MISSING;
    return year == 11 ? day_from_date(day_year(transfer), 3, 31) : day_from_date(day_year(transfer), 2, 15);
}

static int32_t moves_on(const Derived *derived, uint32_t pupil)
{
    const Records *records = derived->records;
    int32_t transfer = phase_transfer(derived, pupil), left = records->pupil.left[pupil];
    if (transfer != DAY_MISSING || !records->pupil.leaves_for[pupil].length || has_left(records, pupil))
        return transfer;
    return left == DAY_MISSING ? school_year_start(school_year_of(records->today) + 1) : left;
}

/* ---- meetings with parents ---- */

enum { YEAR_MOST = 366, CLOSE = 14 };

/* Meetings with parents in one school year, annual reviews among them. */
typedef struct MeetingYear {
    int32_t starts;
    bool on[YEAR_MOST];
    uint32_t count;              /* all */
    uint32_t apart;              /* those at least CLOSE days after the one before */
    int32_t gap_from, gap_until; /* the longest time between two */
} MeetingYear;

static void note_meeting(MeetingYear *year, int32_t day)
{
    if (day == DAY_MISSING || day < year->starts || day >= year->starts + YEAR_MOST ||
        school_year_start(school_year_of(day)) != year->starts)
        return;
    year->count++;
    year->on[day - year->starts] = true;
}

static bool is_with_parent(const Records *records, uint32_t meeting)
{
    const List_who *with = &records->meeting.with;
    for (uint32_t i = with->first[meeting]; i < with->first[meeting + 1]; i++)
        if (post_stands_for_parent(with->items[i].post) ||
            (with->items[i].kind == KIND_parent && with->items[i].row != ROW_NONE))
            return true;
    return false;
}

static void note_meetings(MeetingYear *year, const Records *records, uint32_t plan)
{
    RowRange meetings = records_inside(records, KIND_meeting, KIND_plan, plan);
    RowRange reviews = records_inside(records, KIND_annual_review, KIND_plan, plan);
    for (uint32_t row = meetings.first; row < meetings.end; row++)
        if (is_with_parent(records, row))
            note_meeting(year, records->meeting.on[row]);
    for (uint32_t row = reviews.first; row < reviews.end; row++)
        note_meeting(year, records->annual_review.on[row]);
}

static void find_gap(MeetingYear *year)
{
    int32_t last = DAY_MISSING, last_apart = DAY_MISSING;
    for (int32_t day = year->starts; day < year->starts + YEAR_MOST; day++) {
        if (!year->on[day - year->starts])
            continue;
        if (last != DAY_MISSING &&
            (year->gap_from == DAY_MISSING || day - last > year->gap_until - year->gap_from)) {
            year->gap_from = last;
            year->gap_until = day;
        }
        if (last_apart == DAY_MISSING || day - last_apart >= CLOSE) {
            year->apart++;
            last_apart = day;
        }
        last = day;
    }
}

static MeetingYear meeting_year(const Derived *derived, uint32_t pupil)
{
    const Records *records = derived->records;
    MeetingYear year = {.starts = school_year_start(school_year_of(records->today)),
                        .gap_from = DAY_MISSING,
                        .gap_until = DAY_MISSING};
    RowList plans = relation_naming(&derived->relations, RELATION_plan_for, pupil);
    for (uint32_t i = 0; i < plans.count && year.starts != DAY_MISSING; i++)
        note_meetings(&year, records, plans.at[i]);
    find_gap(&year);
    return year;
}

static CheckValue of_meetings(const Derived *derived, DerivedId id, uint32_t pupil)
{
    MeetingYear year = meeting_year(derived, pupil);
    switch ((int)id) {
    case DERIVED_pupil_meetings_with_parents: return value_of_count(year.count, UNIT_number);
    case DERIVED_pupil_meetings_apart: return value_of_count(year.apart, UNIT_number);
    case DERIVED_pupil_meeting_gap_from: return value_of_day(year.gap_from);
    default: return value_of_day(year.gap_until);
    }
}

/* ---- codes that are no longer used ---- */

static const struct Retired {
    uint8_t list, choice;
    Str code, successor, year;
} retired[] = {
#define RETIRED(list, id, code, successor, year)                                                             \
    {CHOICES_##list, CHOICE_##list##_##id, STR_INIT(code), STR_INIT(successor), STR_INIT(year)},
#include "sema/retired.def"
};

static const struct Retired *retired_choice(ChoiceList list, uint8_t choice)
{
    for (size_t i = 0; i < sizeof retired / sizeof *retired; i++)
        if (retired[i].list == list && retired[i].choice == choice)
            return &retired[i];
    return NULL;
}

static const struct Retired *retired_of(const Records *records, uint32_t pupil)
{
    const List_choice *second = &records->pupil.secondary_need;
    const struct Retired *found = retired_choice(CHOICES_status, records->pupil.status[pupil]);
    if (!found)
        found = retired_choice(CHOICES_need_type, records->pupil.primary_need[pupil]);
    for (uint32_t i = second->first[pupil]; !found && i < second->first[pupil + 1]; i++)
        found = retired_choice(CHOICES_need_type, second->items[i]);
    return found;
}

static CheckValue of_retired(const Records *records, DerivedId id, uint32_t pupil)
{
    const struct Retired *found = retired_of(records, pupil);
    if (!found)
        return value_of_text(STR(""));
    if (id == DERIVED_pupil_retired_code)
        return value_of_text(found->code);
    return value_of_text(id == DERIVED_pupil_successor ? found->successor : found->year);
}

/* ---- the one-page profile ---- */

static bool has_text(const List_text *list, uint32_t row)
{
    return list->first[row] < list->first[row + 1];
}

/* Strengths stand with the pupil, in a plan or in its section A. */
static bool has_strength(const Derived *derived, uint32_t pupil)
{
    const Records *records = derived->records;
    RowList plans = relation_naming(&derived->relations, RELATION_plan_for, pupil);
    bool found = has_text(&records->pupil.strength, pupil);
    for (uint32_t i = 0; i < plans.count && !found; i++) {
        RowRange sections = records_inside(records, KIND_section, KIND_plan, plans.at[i]);
        found = has_text(&records->plan.strength, plans.at[i]);
        for (uint32_t row = sections.first; row < sections.end && !found; row++)
            found = has_text(&records->section.strength, row);
    }
    return found;
}

/* The parts that are not there; none of a profile that nobody has begun. */
static Str profile_missing(const Derived *derived, uint32_t pupil)
{
    static const Str parts[] = {
        STR_INIT(""),
        STR_INIT("what people like and admire"),
        STR_INIT("what matters to the pupil"),
        STR_INIT("what people like and admire, and what matters to the pupil"),
        STR_INIT("how best to help"),
        STR_INIT("what people like and admire, and how best to help"),
        STR_INIT("what matters to the pupil, and how best to help"),
    };
    const Records *records = derived->records;
    bool important = has_text(&records->pupil.important, pupil),
         helped_by = has_text(&records->pupil.helped_by, pupil);
    if (!important && !helped_by)
        return parts[0];
    return parts[(has_strength(derived, pupil) ? 0 : 1) + (important ? 0 : 2) + (helped_by ? 0 : 4)];
}

/* ---- money ---- */

/* What a sum comes to in a year; once, and by the year, it is itself. */
static Ratio pence_a_year(const Derived *derived, Amount price)
{
    Ratio pence = ratio_whole(price.number);
    switch ((int)price.per) {
    case UNIT_none:
    case UNIT_year: return pence;
    case UNIT_term: return ratio_multiply(pence, ratio_whole(3));
    case UNIT_month: return ratio_multiply(pence, ratio_whole(12));
    case UNIT_week: return ratio_multiply(pence, ratio_whole(derived->weeks_a_year));
    default: return RATIO_MISSING;
    }
}

static CheckValue top_up_a_year(const Derived *derived, uint32_t pupil)
{
    Amount price = derived->records->pupil.top_up[pupil];
    return amount_is_missing(price) ? value_of_amount(AMOUNT_NONE)
                                    : value_of_ratio(pence_a_year(derived, price), UNIT_penny);
}

/* Education (Pupil Information) (England) Regulations 2005, regulation 9: 15 school days after leaving. */
static int32_t record_due(const Derived *derived, uint32_t pupil)
{
    int32_t left = derived->records->pupil.left[pupil];
    return left == DAY_MISSING ? DAY_MISSING : school_day_add(&derived->calendar, left, 15);
}

CheckValue value_of_pupil(const Derived *derived, DerivedId id, uint32_t row)
{
    const PupilFigures *figures = &derived->pupil[row];
    const Records *records = derived->records;
    switch ((int)id) {
    case DERIVED_pupil_year_name: return value_of_text(year_name(figures->year));
    case DERIVED_pupil_computed_year_name: return value_of_text(year_name(figures->year_computed));
    case DERIVED_pupil_school_year_starts:
        return value_of_day(school_year_start(school_year_of(records->today)));
    case DERIVED_pupil_school_age_ends: return value_of_day(school_age_end(records->pupil.born[row]));
    case DERIVED_pupil_phase_transfer: return value_of_day(phase_transfer(derived, row));
    case DERIVED_pupil_transfer_deadline: return value_of_day(pupil_transfer_deadline(derived, row));
    case DERIVED_pupil_moves_on: return value_of_day(moves_on(derived, row));
    case DERIVED_pupil_meetings_with_parents:
    case DERIVED_pupil_meetings_apart:
    case DERIVED_pupil_meeting_gap_from:
    case DERIVED_pupil_meeting_gap_until: return of_meetings(derived, id, row);
    case DERIVED_pupil_retired_code:
    case DERIVED_pupil_successor:
    case DERIVED_pupil_retired_in: return of_retired(records, id, row);
    case DERIVED_pupil_profile_missing: return value_of_text(profile_missing(derived, row));
    case DERIVED_pupil_top_up_a_year: return top_up_a_year(derived, row);
    default: return value_of_day(record_due(derived, row));
    }
}
