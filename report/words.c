/* Saying things. In: values of records. Out: runs of a document, and texts in its arena. It decides how a
 * date, a time or a list reads, and nothing about what stands where. */
#include "report/words.h"

#include <stdlib.h>

void say_str(Runs *runs, Str text)
{
    if (text.length > 0)
        runs_add(runs, text, RUN_plain);
}

void say(Runs *runs, const char *text)
{
    say_str(runs, str_from(text));
}

void say_strong(Runs *runs, const char *text)
{
    runs_add(runs, str_from(text), RUN_strong);
}

void say_format(const Plan *plan, Runs *runs, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say_str(runs, arena_vformat(plan->arena, format, arguments));
    va_end(arguments);
}

Run *say_value(const Plan *plan, Runs *runs, Str text)
{
    if (text.length == 0)
        return NULL;
    Run *run = runs_value(runs, text, RUN_plain);
    run->language = plan_language(plan, text);
    return run;
}

static bool ends_sentence(Str text)
{
    static const char *const stops[] = {".", "?", "!", "…", ".”", "?”", "!”", ".\"", "?\"", "!\"", "؟", "۔"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (str_ends(text, str_from(stops[i])))
            return true;
    return false;
}

void say_stop(Runs *runs)
{
    if (runs->list.count > 0 && !ends_sentence(str_trim(runs->list.at[runs->list.count - 1].text)))
        say(runs, ".");
}

static Str capital(Arena *arena, Str text)
{
    if (text.length == 0 || text.at[0] < 'a' || text.at[0] > 'z')
        return text;
    char *copy = arena_copy(arena, text.at, text.length, 1);
    copy[0] = (char)(copy[0] - 'a' + 'A');
    return (Str){copy, text.length};
}

void say_opening(const Plan *plan, Runs *runs, Str text)
{
    say_str(runs, runs->list.count == 0 ? capital(plan->arena, text) : text);
}

/* ---- days and amounts ---- */

void say_day(const Plan *plan, Runs *runs, int32_t day)
{
    say_str(runs, date_text(plan->arena, day, DATE_FORM_long));
}

void say_on(const Plan *plan, Runs *runs, const char *before, int32_t day)
{
    if (!day_is_known(day))
        return;
    say(runs, before);
    say_day(plan, runs, day);
}

void say_days(const Plan *plan, Runs *runs, FieldId field, uint32_t row)
{
    uint32_t count = fact_count(&plan->facts, field, row);
    for (uint32_t i = 0; i < count; i++) {
        say(runs, joint(i, count));
        say_day(plan, runs, fact_day_at(&plan->facts, field, row, i));
    }
}

void say_amount(const Plan *plan, Runs *runs, Amount amount)
{
    say_str(runs, amount_text(plan->arena, amount));
}

const char *joint(uint32_t index, uint32_t count)
{
    return index == 0 ? "" : index + 1 == count ? " and " : ", ";
}

Str counted(Arena *arena, uint64_t count, const char *one, const char *many)
{
    return arena_format(arena, "%llu %s", (unsigned long long)count, count == 1 ? one : many);
}

/* ---- how long, how often, with how many ---- */

Str minutes_text(Arena *arena, Ratio minutes)
{
    int64_t whole = ratio_round(minutes);
    if (ratio_is_missing(minutes) || whole < 0)
        return (Str){NULL, 0};
    bool exact = ratio_compare(minutes, ratio_whole(whole)) == 0;
    if (!exact && whole > 60) /* nobody plans odd minutes of hours */
        whole = (whole + 2) / 5 * 5;
    Str text = amount_text(arena, amount_from_ratio(ratio_whole(whole), UNIT_minute));
    return exact ? text : arena_format(arena, "about " STR_FMT, STR_ARG(text));
}

/* Whether the dosage says itself how long it takes in a week. */
static bool says_week(const Dosage *dosage)
{
    Frequency frequency = dosage->frequency;
    return frequency.period == UNIT_week && frequency.every == 1 && (dosage->is_rate || frequency.times == 1);
}

/* Once a term is not so many minutes a week to anybody but an accountant. */
static bool is_rare(const Dosage *dosage)
{
    Unit period = (Unit)dosage->frequency.period;
    return period == UNIT_term || period == UNIT_half_term || period == UNIT_year || period == UNIT_month;
}

Str week_text(Arena *arena, const Dosage *dosage, Ratio weekly_minutes)
{
    Dosage bare = *dosage;
    bare.span = AMOUNT_NONE;
    bare.all_year = false;
    Str week = minutes_text(arena, weekly_minutes);
    if (is_rare(dosage))
        return dosage_text(arena, &bare);
    return week.length > 0 ? arena_format(arena, STR_FMT " a week", STR_ARG(week)) : week;
}

Str dosage_sentence(Arena *arena, const Dosage *dosage, Ratio weekly_minutes)
{
    Str text = dosage_text(arena, dosage);
    Str week = minutes_text(arena, weekly_minutes);
    if (text.length == 0 || week.length == 0 || says_week(dosage) || is_rare(dosage))
        return text;
    return arena_format(arena, STR_FMT " (" STR_FMT " a week)", STR_ARG(text), STR_ARG(week));
}

Str group_text(Arena *arena, GroupSize group)
{
    switch ((GroupForm)group.form) {
    case GROUP_one_to_one: return STR("one to one");
    case GROUP_pair: return STR("in a pair");
    case GROUP_whole_class: return STR("with the whole class");
    case GROUP_up_to: return arena_format(arena, "in a group of up to %u", group.most);
    case GROUP_of:
        return group.least < group.most
                   ? arena_format(arena, "in a group of %u to %u", group.least, group.most)
                   : arena_format(arena, "in a group of %u", group.most);
    case GROUP_missing: break;
    }
    return (Str){NULL, 0};
}

Str clock_text(Arena *arena, int32_t minutes)
{
    if (minutes < 0 || minutes >= 24 * 60)
        return (Str){NULL, 0};
    return arena_format(arena, "%d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

/* ---- links ---- */

void say_record(const Plan *plan, Runs *runs, Kind kind, uint32_t row)
{
    Str code = plan_code(plan, kind, row), target = plan_target(plan, kind, row);
    if (target.length > 0)
        runs_link(runs, code, target);
    else
        say_value(plan, runs, code);
}

void say_records(const Plan *plan, Runs *runs, Kind kind, RowList rows)
{
    for (uint32_t i = 0; i < rows.count; i++) {
        say(runs, joint(i, rows.count));
        say_record(plan, runs, kind, rows.at[i]);
    }
}
