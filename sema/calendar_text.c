/* Days, ages and years as people in England write them. In: day numbers and counts. Out: text, whatever the
 * locale; nothing for what is missing. */
#include "sema/calendar.h"

#include "lexer/literal.h"

static const Str weekday_names[] = {
    STR_INIT("Monday"), STR_INIT("Tuesday"),  STR_INIT("Wednesday"), STR_INIT("Thursday"),
    STR_INIT("Friday"), STR_INIT("Saturday"), STR_INIT("Sunday"),
};

Str weekday_name(int32_t weekday)
{
    return weekday >= 0 && weekday < 7 ? weekday_names[weekday] : STR("");
}

void date_print(Out *out, int32_t day, DateForm form)
{
    if (!day_is_known(day))
        return;
    int year, month, of_month;
    day_to_date(day, &year, &month, &of_month);
    Str name = month_name(month);
    switch (form) {
    case DATE_FORM_weekday:
        out_str(out, weekday_name(day_weekday(day)));
        out_format(out, " %d " STR_FMT " %d", of_month, STR_ARG(name), year);
        return;
    case DATE_FORM_long: out_format(out, "%d " STR_FMT " %d", of_month, STR_ARG(name), year); return;
    case DATE_FORM_short: out_format(out, "%d %.3s %d", of_month, name.at, year); return;
    case DATE_FORM_month: out_format(out, STR_FMT " %d", STR_ARG(name), year); return;
    case DATE_FORM_iso: out_format(out, "%04d-%02d-%02d", year, month, of_month); return;
    }
}

Str date_text(Arena *arena, int32_t day, DateForm form)
{
    Out out = {0};
    date_print(&out, day, form);
    Str text = arena_str(arena, out_result(&out));
    out_free(&out);
    return text;
}

Str year_group_name(Arena *arena, int32_t group)
{
    if (group == COUNT_MISSING)
        return STR("");
    if (group < -2)
        return STR("Under 2");
    if (group < 0)
        return group == -1 ? STR("Nursery 2") : STR("Nursery 1");
    if (group == 0)
        return STR("Reception");
    return group <= 14 ? arena_format(arena, "Year %d", (int)group) : STR("Over 19");
}

Str key_stage_name(KeyStage stage)
{
    switch (stage) {
    case KEY_STAGE_missing: return STR("");
    case KEY_STAGE_early_years: return STR("early years");
    case KEY_STAGE_1: return STR("key stage 1");
    case KEY_STAGE_2: return STR("key stage 2");
    case KEY_STAGE_3: return STR("key stage 3");
    case KEY_STAGE_4: return STR("key stage 4");
    case KEY_STAGE_5: return STR("post-16");
    }
    return STR("");
}

static const char *plural_end(int32_t count)
{
    return count == 1 ? "" : "s";
}

Str age_text(Arena *arena, int32_t months)
{
    if (months < 0)
        return STR("");
    int32_t years = months / 12;
    int32_t rest = months % 12;
    if (years == 0)
        return arena_format(arena, "%d month%s", (int)rest, plural_end(rest));
    if (rest == 0)
        return arena_format(arena, "%d year%s", (int)years, plural_end(years));
    return arena_format(arena, "%d year%s %d month%s", (int)years, plural_end(years), (int)rest,
                        plural_end(rest));
}

Str school_year_text(Arena *arena, int32_t year)
{
    if (year < 0 || year > 9999)
        return STR("");
    return arena_format(arena, "%04d-%02d", (int)year, (int)(year + 1) % 100);
}
