/* Dates, school years, year groups and clock times. */
#include "sema/binder.h"

/* ---- dates ---- */

/* `Summer 2027`, `Summer term 2026-27`, `Michaelmas 2027` after `end of`: the words up to and with the year.
 */
static Str term_name(const Binder *binder, Cursor *cursor)
{
    const Token *first = cursor->at, *last = first;
    while (last + 1 < cursor->end && last->kind == TOKEN_word && last - first < 3 && !last[1].after_comma &&
           (last[1].kind == TOKEN_word || last[1].kind == TOKEN_number || last[1].kind == TOKEN_school_year))
        last++;
    while (last > first && last->kind == TOKEN_word &&
           !binder_is_small(binder, (Cursor){last, cursor->end}, SMALL_term_word))
        last--;
    cursor->at = last + 1;
    return binder_text(binder, first, last);
}

static Fit date_of_term(Binder *binder, TermEdge edge, Cursor *cursor, int32_t *day)
{
    const Token *first = cursor->at;
    if (is_kind(*cursor, TOKEN_month)) {
        *day = (cursor->at++)->value;
        if (edge == TERM_EDGE_end)
            *day = day_month_end(*day);
        return FIT_yes;
    }
    if (!is_kind(*cursor, TOKEN_word)) {
        finding_term_unknown(binder->findings, binder_place(binder, first - 1, first - 1), STR("of"));
        return FIT_bad;
    }
    Str name = term_name(binder, cursor);
    TermDay found = term_day(binder_calendar(binder), name, edge, binder->records->today);
    *day = found.day;
    Place place = binder_place(binder, first, cursor->at - 1);
    if (found.day == DAY_MISSING) {
        finding_term_unknown(binder->findings, place, name);
        return FIT_bad;
    }
    if (found.assumed)
        finding_term_assumed(binder->findings, place, name,
                             date_text(&binder->scratch, found.day, DATE_FORM_long));
    return FIT_yes;
}

/* `by Summer 2027`: its end, or for what starts its beginning. */
static Fit date_of_season(Binder *binder, bool is_start, Cursor *cursor, int32_t *day)
{
    const Token *first = cursor->at;
    Fit fit = date_of_term(binder, is_start ? TERM_EDGE_start : TERM_EDGE_end, cursor, day);
    if (fit != FIT_yes)
        return fit;
    Place place = binder_place(binder, first, cursor->at - 1);
    const char *edge = is_start ? "start of" : "end of";
    Finding *finding =
        finding_term_without_edge(binder->findings, place, source_text(binder->source, place.span), edge);
    finding_fix(binder->findings, finding, (Span){first->first, first->first},
                arena_format(&binder->scratch, "%s ", edge));
    return FIT_yes;
}

/* `Thursday 16 July 2027`: the day of the week is passed over where it is right, and asked about where not.
 */
static bool date_after_weekday(Binder *binder, Cursor *cursor, int32_t *day)
{
    const Phrase *weekday =
        phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_day), cursor->at, cursor->end);
    if (!weekday || !is_kind((Cursor){cursor->at + weekday->length, cursor->end}, TOKEN_date))
        return false;
    const Token *first = cursor->at, *date = first + weekday->length;
    Str found = binder_text(binder, first, date);
    Str standard = date_text(&binder->scratch, date->value, DATE_FORM_long);
    Place place = binder_place(binder, first, date);
    *day = date->value;
    cursor->at = date + 1;
    if (day_weekday(*day) == weekday->value - CHOICE_day_monday)
        finding_fix(binder->findings, finding_weekday_passed_over(binder->findings, place, found, standard),
                    place.span, standard);
    else
        finding_weekday_wrong(binder->findings, place, found, standard, weekday_name(day_weekday(*day)));
    return true;
}

Fit value_date(Binder *binder, bool is_start, Cursor *cursor, int32_t *day)
{
    if (is_kind(*cursor, TOKEN_date)) {
        *day = (cursor->at++)->value;
        return FIT_yes;
    }
    if (is_kind(*cursor, TOKEN_month)) {
        *day = (cursor->at++)->value;
        if (!is_start)
            *day = day_month_end(*day);
        return FIT_yes;
    }
    if (date_after_weekday(binder, cursor, day))
        return FIT_yes;
    Cursor before = *cursor;
    if (binder_skip_small(binder, cursor, SMALL_start_of) && cursor->at < cursor->end)
        return date_of_term(binder, TERM_EDGE_start, cursor, day);
    if (binder_skip_small(binder, cursor, SMALL_end_of) && cursor->at < cursor->end)
        return date_of_term(binder, TERM_EDGE_end, cursor, day);
    *cursor = before;
    return binder_spoken(binder, *cursor, SPOKEN_season) ? date_of_season(binder, is_start, cursor, day)
                                                         : FIT_no;
}

Fit value_school_year(Binder *binder, Cursor *cursor, int32_t *year)
{
    int64_t number;
    if (is_kind(*cursor, TOKEN_school_year)) {
        *year = (cursor->at++)->value;
        return FIT_yes;
    }
    Cursor before = *cursor;
    if (!is_kind(*cursor, TOKEN_number) || !read_count(binder, cursor, &number))
        return FIT_no;
    if (number % 1000 || number < 1900000 || number > 2200000) {
        *cursor = before;
        return FIT_no;
    }
    *year = (int32_t)(number / 1000);
    return FIT_yes;
}

/* ---- year groups ---- */

/* `Y4`, `Yr10` */
static bool joined_year(const Binder *binder, Cursor *cursor, int32_t *group)
{
    if (!is_kind(*cursor, TOKEN_word))
        return false;
    Str word = token_text(binder->source, cursor->at);
    bool yr = word.length > 2 && str_equal_folded(str_slice(word, 0, 2), STR("yr"));
    bool y = word.length > 1 && str_equal_folded(str_slice(word, 0, 1), STR("y"));
    size_t letters = yr ? 2 : 1;
    int64_t thousandths;
    if (!(yr || y) || !literal_number(str_slice(word, letters, word.length), &thousandths) ||
        thousandths % 1000 || thousandths < 1000 || thousandths > 14000)
        return false;
    *group = (int32_t)(thousandths / 1000);
    cursor->at++;
    return true;
}

Fit value_year_group(Binder *binder, Cursor *cursor, int32_t *group)
{
    int64_t number;
    Cursor before = *cursor;
    binder_skip_small(binder, cursor, SMALL_year_word);
    if (binder_skip_small(binder, cursor, SMALL_reception))
        *group = 0;
    else if (binder_skip_small(binder, cursor, SMALL_nursery_1))
        *group = -2;
    else if (binder_skip_small(binder, cursor, SMALL_nursery_2))
        *group = -1;
    else if (joined_year(binder, cursor, group))
        ;
    else if (is_kind(*cursor, TOKEN_number) && read_count(binder, cursor, &number) && number % 1000 == 0)
        *group = number / 1000 < 0 || number / 1000 > 14 ? COUNT_MISSING : (int32_t)(number / 1000);
    else {
        *cursor = before;
        return FIT_no;
    }
    if (*group != COUNT_MISSING)
        return FIT_yes;
    finding_year_group_unknown(binder->findings, binder_token_place(binder, cursor->at - 1),
                               token_text(binder->source, cursor->at - 1));
    return FIT_bad;
}

/* ---- clock times ---- */

/* `9.15`, `0915`: as many write it. The figures from the right are minutes. */
static bool is_time_in_figures(Str text, int *hour, int *minute)
{
    size_t dot = text.length < 4 ? 0 : text.length - 3;
    bool dotted = text.length >= 4 && text.at[dot] == '.';
    int figures[4] = {0}, count = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (dotted && i == dot)
            continue;
        if (text.at[i] < '0' || text.at[i] > '9' || count == 4)
            return false;
        figures[count++] = text.at[i] - '0';
    }
    if (!(count == 4 || (dotted && count == 3)))
        return false;
    *minute = figures[count - 2] * 10 + figures[count - 1];
    *hour = count == 4 ? figures[0] * 10 + figures[1] : figures[0];
    return *hour < 24 && *minute < 60;
}

static bool time_in_figures(Binder *binder, Cursor *cursor, int32_t *minutes)
{
    int hour, minute;
    Str text = token_text(binder->source, cursor->at);
    if (!is_time_in_figures(text, &hour, &minute))
        return false;
    *minutes = hour * 60 + minute;
    Place place = binder_token_place(binder, cursor->at);
    Str better = arena_format(&binder->scratch, "%d:%02d", hour, minute);
    finding_fix(binder->findings, finding_time_with_dot(binder->findings, place, text, better), place.span,
                better);
    cursor->at++;
    return true;
}

static bool is_half_day(const Binder *binder, Cursor cursor)
{
    return binder_is_small(binder, cursor, SMALL_am) || binder_is_small(binder, cursor, SMALL_pm);
}

/* `2pm`, `9 am`: the hour; the caller reads which half of the day it lies in. */
static bool whole_hour(Binder *binder, Cursor *cursor, int32_t *minutes)
{
    int64_t hour;
    Cursor before = *cursor;
    bool said =
        is_kind(*cursor, TOKEN_number) && read_count(binder, cursor, &hour) && is_half_day(binder, *cursor);
    if (!said || hour % 1000 || hour < 1000 || hour > 12000) {
        *cursor = before;
        return false;
    }
    *minutes = (int32_t)(hour / 1000 % 12 * 60);
    return true;
}

/* A session says when it begins: what is read of `first` up to the cursor is that time alone. */
static void report_end_time(Binder *binder, const Token *first, Cursor cursor, int32_t minutes)
{
    Place place = binder_place(binder, first, cursor.at - 1);
    Str time = arena_format(&binder->scratch, "%d:%02d", (int)minutes / 60, (int)minutes % 60);
    findings_hush(binder->findings, place, SEVERITY_note); /* of `9.15`, for it is mended with the rest */
    Finding *finding =
        finding_end_time(binder->findings, place, source_text(binder->source, place.span), time);
    finding_fix(binder->findings, finding, place.span, time);
}

/* `-9:45`, `to 9.45`, `until 10am` behind a time. */
static void pass_end_time(Binder *binder, const Token *first, Cursor *cursor, int32_t minutes)
{
    Cursor after = *cursor;
    if (after.at->kind == TOKEN_mark)
        after.at++;
    else if (!binder_skip_small(binder, &after, SMALL_to) &&
             !binder_skip_small(binder, &after, SMALL_until) &&
             !binder_skip_small(binder, &after, SMALL_till))
        return;
    int hour, minute;
    bool is_time = is_kind(after, TOKEN_colon_pair) ||
                   (is_kind(after, TOKEN_number) &&
                    (is_half_day(binder, (Cursor){after.at + 1, after.end}) ||
                     is_time_in_figures(token_text(binder->source, after.at), &hour, &minute)));
    if (!is_time)
        return;
    after.at++;
    after.at += is_half_day(binder, after);
    *cursor = after;
    report_end_time(binder, first, after, minutes);
}

/* `9-10am`: the hour at which it begins; `10am` is passed over. */
static bool hours_in_short(Binder *binder, Cursor *cursor, int32_t *minutes)
{
    Cursor after = {cursor->at + 1, cursor->end};
    if (!is_kind(*cursor, TOKEN_dash_pair) || !is_half_day(binder, after))
        return false;
    unsigned first = (uint32_t)cursor->at->value >> 16, last = (uint32_t)cursor->at->value & 0xFFFF;
    if (first < 1 || first > 12 || last < 1 || last > 12)
        return false;
    bool is_pm = binder_is_small(binder, after, SMALL_pm) && (first <= last || first == 12) && last != 12;
    *minutes = (int32_t)(first % 12 + (is_pm ? 12 : 0)) * 60;
    cursor->at += 2;
    report_end_time(binder, cursor->at - 2, *cursor, *minutes);
    return true;
}

/* A time of day without its half. */
static bool clock_figures(Binder *binder, Cursor *cursor, int32_t *minutes)
{
    if (!is_kind(*cursor, TOKEN_colon_pair))
        return whole_hour(binder, cursor, minutes) ||
               (is_kind(*cursor, TOKEN_number) && time_in_figures(binder, cursor, minutes));
    uint32_t pair = (uint32_t)cursor->at->value;
    unsigned hour = pair >> 16, minute = pair & 0xFFFF;
    if (hour > 23 || minute > 59)
        return false;
    *minutes = (int32_t)(hour * 60 + minute);
    cursor->at++;
    return true;
}

Fit value_clock(Binder *binder, Cursor *cursor, int32_t *minutes)
{
    Cursor before = *cursor;
    if (!binder_skip_small(binder, cursor, SMALL_at))
        binder_skip_small(binder, cursor, SMALL_from);
    const Token *first = cursor->at;
    if (hours_in_short(binder, cursor, minutes))
        return FIT_yes;
    if (!clock_figures(binder, cursor, minutes)) {
        *cursor = before;
        return FIT_no;
    }
    if (binder_skip_small(binder, cursor, SMALL_pm) && *minutes < 12 * 60)
        *minutes += 12 * 60;
    binder_skip_small(binder, cursor, SMALL_am);
    if (cursor->at < cursor->end)
        pass_end_time(binder, first, cursor, *minutes);
    return FIT_yes;
}
