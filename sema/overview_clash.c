/* Clashes: who should be in two places at once. In: the sessions of provision and groups; out: for each
 * session the first other that wants the same person or pupil at the same time.
 *
 * Bookings are sorted by whom they want, day and time; each is held against the few before it that may still
 * be going on. */
#include "sema/overviewer.h"

#include <stdlib.h>

/* How many bookings before one are looked at: more never go on together but in a file that makes no sense. */
enum { LOOK_BACK = 16 };

/* A session on one day of the week that wants a person or a pupil. */
typedef struct Booking {
    uint8_t kind; /* KIND_person, KIND_pupil */
    uint8_t day;
    bool shared; /* others may be there as well */
    uint32_t who;
    int32_t start, end;  /* minutes of the day */
    int32_t from, until; /* days; DAY_MISSING: open */
    uint32_t session;
    uint32_t provision, group; /* what it is a session of; the other ROW_NONE */
} Booking;

typedef struct Bookings {
    const Derived *derived;
    Arena *arena;
    ARRAY(Booking) list;
} Bookings;

/* ---- collecting ---- */

static void add_sessions(Bookings *bookings, RowRange sessions, Booking booking, Amount duration)
{
    const struct session_table *table = &bookings->derived->records->session;
    int64_t minutes = amount_is_missing(duration) ? 1 : ratio_round(amount_in(duration, UNIT_minute));
    for (uint32_t row = sessions.first; row < sessions.end; row++) {
        if (table->time[row] == DAY_MISSING || minutes < 1 || minutes > 24 * 60)
            continue;
        booking.session = row;
        booking.start = table->time[row];
        booking.end = booking.start + (int32_t)minutes;
        for (uint32_t i = table->day.first[row]; i < table->day.first[row + 1]; i++) {
            booking.day = table->day.items[i];
            ARRAY_ADD(&bookings->list, booking);
        }
    }
}

static void add_person(Bookings *bookings, RowRange sessions, Booking booking, const Who *who,
                       Amount duration)
{
    if (who->kind != KIND_person || who->row == ROW_NONE)
        return;
    booking.kind = KIND_person;
    booking.who = who->row;
    add_sessions(bookings, sessions, booking, duration);
}

static void add_pupil(Bookings *bookings, RowRange sessions, Booking booking, uint32_t pupil, Amount duration)
{
    if (pupil == ROW_NONE)
        return;
    booking.kind = KIND_pupil;
    booking.who = pupil;
    add_sessions(bookings, sessions, booking, duration);
}

/* What one person gives to others than one alone may be one session, told in several plans. */
static bool is_shared(const Derived *derived, uint32_t provision)
{
    return derived->provision[provision].sharers != 1;
}

static void add_provision(Bookings *bookings, uint32_t row)
{
    const Derived *derived = bookings->derived;
    const Effective *effective = &derived->effective[row];
    if (effective->sessions.first == effective->sessions.end || effective->time.is_rate ||
        !overview_counts(derived, row))
        return;
    uint32_t plan = records_enclosing(derived->records, KIND_plan, KIND_provision, row);
    Booking booking = {.shared = is_shared(derived, row),
                       .from = effective->starts,
                       .until = derived->provision[row].last_day.day,
                       .provision = row,
                       .group = ROW_NONE};
    add_pupil(bookings, effective->sessions, booking, derived->plan[plan].pupil, effective->time.duration);
    if (effective->sessions_kind == KIND_provision && effective->by_count == 1)
        add_person(bookings, effective->sessions, booking, effective->by, effective->time.duration);
}

static void add_group(Bookings *bookings, uint32_t row)
{
    const struct shared_group_table *group = &bookings->derived->records->shared_group;
    RowRange sessions = records_inside(bookings->derived->records, KIND_session, KIND_shared_group, row);
    Booking booking = {.shared = true,
                       .from = group->starts[row],
                       .until = group->ends[row],
                       .provision = ROW_NONE,
                       .group = row};
    bool is_over = booking.until != DAY_MISSING && booking.until < bookings->derived->records->today;
    if (!is_over && group->by.first[row + 1] - group->by.first[row] == 1)
        add_person(bookings, sessions, booking, &group->by.items[group->by.first[row]],
                   group->time[row].duration);
}

static int compare_bookings(const void *a, const void *b)
{
    const Booking *one = a, *other = b;
    if (one->kind != other->kind)
        return one->kind < other->kind ? -1 : 1;
    if (one->who != other->who)
        return one->who < other->who ? -1 : 1;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    if (one->session != other->session)
        return one->session < other->session ? -1 : 1;
    return (one->provision > other->provision) - (one->provision < other->provision);
}

/* ---- comparing ---- */

static bool days_overlap(const Booking *a, const Booking *b)
{
    return (a->until == DAY_MISSING || b->from == DAY_MISSING || b->from <= a->until) &&
           (b->until == DAY_MISSING || a->from == DAY_MISSING || a->from <= b->until);
}

static uint32_t plan_of(const Records *records, const Booking *booking)
{
    return booking->provision == ROW_NONE
               ? ROW_NONE
               : records_enclosing(records, KIND_plan, KIND_provision, booking->provision);
}

/* One session told twice: to several pupils at once, or of one pupil in the school's plan and the
 * authority's. */
static bool is_same_session(const Records *records, const Booking *a, const Booking *b)
{
    if (a->session == b->session)
        return true;
    if (a->start != b->start)
        return false;
    return a->kind == KIND_person ? a->shared && b->shared : plan_of(records, a) != plan_of(records, b);
}

/* `a` begins before `b` or with it. */
static bool do_clash(const Records *records, const Booking *a, const Booking *b)
{
    return a->kind == b->kind && a->who == b->who && a->day == b->day && b->start < a->end &&
           days_overlap(a, b) && !is_same_session(records, a, b);
}

/* ---- telling ---- */

static Str label(const Bookings *bookings, const Booking *booking)
{
    const Records *records = bookings->derived->records;
    uint32_t plan = plan_of(records, booking);
    uint32_t pupil = plan == ROW_NONE ? ROW_NONE : bookings->derived->plan[plan].pupil;
    Str code = booking->group == ROW_NONE ? records->provision.code[booking->provision]
                                          : records->shared_group.code[booking->group];
    Str name = pupil == ROW_NONE || booking->kind == KIND_pupil ? STR("") : records->pupil.name[pupil];
    return arena_format(bookings->arena, STR_FMT "%s" STR_FMT " at %d:%02d", STR_ARG(code),
                        name.length ? " of " : "", STR_ARG(name), (int)booking->start / 60,
                        (int)booking->start % 60);
}

static void note_clash(const Bookings *bookings, const Booking *a, const Booking *b, Clash *clashes)
{
    const Records *records = bookings->derived->records;
    const Booking *later = a->session > b->session ? a : b, *other = later == a ? b : a;
    Clash *clash = &clashes[later->session];
    if (clash->who.length)
        return;
    *clash =
        (Clash){.who = a->kind == KIND_person ? records->person.name[a->who] : records->pupil.name[a->who],
                .day = a->day,
                .own = label(bookings, later),
                .with = label(bookings, other)};
}

Clash *overview_make_clashes(const Derived *derived, Arena *arena)
{
    const Records *records = derived->records;
    Bookings bookings = {.derived = derived, .arena = arena};
    Clash *clashes = ARENA_ARRAY(arena, Clash, records->session.head.count + 1);
    for (uint32_t row = 0; row < records->provision.head.count; row++)
        add_provision(&bookings, row);
    for (uint32_t row = 0; row < records->shared_group.head.count; row++)
        add_group(&bookings, row);
    if (bookings.list.count)
        qsort(bookings.list.at, bookings.list.count, sizeof *bookings.list.at, compare_bookings);
    for (size_t i = 0; i < bookings.list.count; i++)
        for (size_t j = i > LOOK_BACK ? i - LOOK_BACK : 0; j < i; j++)
            if (do_clash(records, &bookings.list.at[j], &bookings.list.at[i]))
                note_clash(&bookings, &bookings.list.at[j], &bookings.list.at[i], clashes);
    free(bookings.list.at);
    return clashes;
}
