/* Staff: how much of a week provision asks of each person. In: provision and groups with the days from and to
 * which they run; out: for each person the most that falls into one week. */
#include "sema/overviewer.h"

#include <stdlib.h>

/* So much more, or less, each week from a day on. */
typedef struct Change {
    uint32_t person;
    int32_t day;
    int64_t time; /* thousandths of a minute */
} Change;

typedef struct Changes {
    const Derived *derived;
    Arena *arena;
    Change *at;
    size_t count;
} Changes;

static void add_change(Changes *changes, uint32_t person, Ratio minutes, int32_t from, int32_t until)
{
    int32_t today = changes->derived->records->today;
    Amount time = amount_from_ratio(minutes, UNIT_minute);
    if (ratio_is_missing(minutes) || amount_is_missing(time) || (until != DAY_MISSING && until < today))
        return;
    bool begins_later = from != DAY_MISSING && from > today;
    changes->at[changes->count++] = (Change){person, begins_later ? from : today, time.number};
    if (until != DAY_MISSING)
        changes->at[changes->count++] = (Change){person, until + 1, -time.number};
}

/* Several people who are named take turns, unless it takes as many adults. */
static bool all_are_there(Amount adults, uint32_t count)
{
    return count == 1 || (!amount_is_missing(adults) && adults.number >= (int64_t)count * 1000);
}

/* Of a session that several share, each plan that promises it holds a part. */
static Ratio share_of(const Derived *derived, uint32_t provision)
{
    const ProvisionFigures *figures = &derived->provision[provision];
    if (figures->sharers == COUNT_MISSING || figures->sharers < 1)
        return derived->effective[provision].group.form == GROUP_whole_class ? RATIO_MISSING
                                                                             : figures->weekly_minutes;
    return ratio_divide(figures->weekly_minutes, ratio_whole(figures->sharers));
}

static void add_provision(Changes *changes, uint32_t row)
{
    const Derived *derived = changes->derived;
    const Effective *effective = &derived->effective[row];
    if (effective->group_row != ROW_NONE || !overview_counts(derived, row) ||
        !all_are_there(derived->records->provision.adults[row], effective->by_count))
        return;
    for (uint32_t i = 0; i < effective->by_count; i++)
        if (effective->by[i].kind == KIND_person && effective->by[i].row != ROW_NONE)
            add_change(changes, effective->by[i].row, share_of(derived, row), effective->starts,
                       derived->provision[row].last_day.day);
}

/* The group's time, else its programme's. */
static Dosage time_of_group(const Records *records, uint32_t row)
{
    Dosage time = records->shared_group.time[row];
    const Reference *from = &records->shared_group.from[row];
    bool is_said = !amount_is_missing(time.duration) || !frequency_is_missing(time.frequency);
    return is_said || from->row == ROW_NONE ? time : records->intervention.time[from->row];
}

static void add_group(Changes *changes, uint32_t row)
{
    const Derived *derived = changes->derived;
    const Records *records = derived->records;
    const List_who *by = &records->shared_group.by;
    Dosage time = time_of_group(records, row);
    DosageTime with = {.calendar = &derived->calendar,
                       .starts = records->shared_group.starts[row],
                       .ends = records->shared_group.ends[row],
                       .weeks_a_year = derived->weeks_a_year};
    if (by->first[row + 1] - by->first[row] != 1)
        return;
    const Who *who = &by->items[by->first[row]];
    if (who->kind == KIND_person && who->row != ROW_NONE)
        add_change(changes, who->row, dosage_weekly_minutes(&time, derived->weeks_a_year), with.starts,
                   dosage_end(&time, &with).day);
}

static int compare_changes(const void *a, const void *b)
{
    const Change *one = a, *other = b;
    if (one->person != other->person)
        return one->person < other->person ? -1 : 1;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    return (one->time > other->time) - (one->time < other->time);
}

int64_t *overview_make_staff_time(const Derived *derived, Arena *arena)
{
    const Records *records = derived->records;
    uint32_t provisions = records->provision.head.count, groups = records->shared_group.head.count;
    size_t named = groups;
    for (uint32_t row = 0; row < provisions; row++)
        named += derived->effective[row].by_count;
    Changes changes = {.derived = derived, .arena = arena, .at = ARENA_ARRAY(arena, Change, 2 * named + 1)};
    for (uint32_t row = 0; row < provisions; row++)
        add_provision(&changes, row);
    for (uint32_t row = 0; row < groups; row++)
        add_group(&changes, row);
    qsort(changes.at, changes.count, sizeof *changes.at, compare_changes);
    int64_t *most = ARENA_ARRAY(arena, int64_t, records->person.head.count + 1), now = 0;
    for (size_t i = 0; i < changes.count; i++) {
        bool is_new = !i || changes.at[i].person != changes.at[i - 1].person;
        now = (is_new ? 0 : now) + changes.at[i].time;
        if (now > most[changes.at[i].person])
            most[changes.at[i].person] = now;
    }
    return most;
}
