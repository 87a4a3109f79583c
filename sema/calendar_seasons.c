/* Terms by name and by number: "end of Summer 2027", "for 2 terms". In: the school's terms and the words.
 * Out: a day, and whether it rests on the usual dates of English schools because the school's own are not
 * known. */
#include "sema/calendar.h"

#include "lexer/literal.h"

/* ---- the usual dates ---- */

typedef struct Season {
    Str name;
    int first_month;          /* it begins on the first of that month … */
    int last_month, last_day; /* … and ends here */
    int years;                /* its calendar year less the one in which the school year begins */
} Season;

static const Season seasons[] = {
    {STR_INIT("autumn"), 9, 12, 31, 0},
    {STR_INIT("spring"), 1, 3, 31, 1},
    {STR_INIT("summer"), 4, 7, 31, 1},
};

enum { SEASONS = sizeof seasons / sizeof *seasons };

/* The ends of half terms through a calendar year, and of whole terms among them. */
typedef struct UsualEnd {
    int month, day;
    bool whole;
} UsualEnd;

static const UsualEnd usual_ends[] = {
    {2, 14, false}, {3, 31, true}, {5, 31, false}, {7, 31, true}, {10, 31, false}, {12, 31, true},
};

enum { USUAL_ENDS = sizeof usual_ends / sizeof *usual_ends, TERMS_MOST = 2000 };

/* The `count`th usual end on or after `start`. */
static TermDay usual_end(int32_t start, int64_t count, bool whole)
{
    for (int year = day_year(start);; year++) {
        for (int i = 0; i < USUAL_ENDS; i++) {
            const UsualEnd *end = &usual_ends[i];
            int32_t day = day_from_date(year, end->month, end->day);
            if (!day_is_known(day))
                return (TermDay){DAY_MISSING, true};
            if (day >= start && (end->whole || !whole) && --count == 0)
                return (TermDay){day, true};
        }
    }
}

/* ---- so many terms from a day ---- */

static bool can_count(int32_t start, int64_t count)
{
    return day_is_known(start) && count >= 1 && count <= TERMS_MOST;
}

/* Nothing unknown lies between the two? Then the terms counted are all there are. */
static bool is_known_between(const Calendar *calendar, int32_t first, int32_t last)
{
    return school_days(calendar, first, last) != COUNT_MISSING;
}

TermDay terms_end(const Calendar *calendar, int32_t start, int64_t terms)
{
    if (!can_count(start, terms))
        return (TermDay){DAY_MISSING, false};
    int64_t left = terms;
    for (size_t i = 0; i < calendar->terms.count; i++) {
        int32_t last = calendar->terms.at[i].last;
        if (last < start || --left > 0)
            continue;
        if (is_known_between(calendar, start, last))
            return (TermDay){last, false};
        break;
    }
    return usual_end(start, terms, true);
}

/* The weekday before the half term; the term's last day when it has none. */
static int32_t first_half_end(const Term *term)
{
    if (term->half_first == DAY_MISSING)
        return term->last;
    int32_t day = term->half_first - 1;
    int32_t weekday = day_weekday(day);
    return weekday > 4 ? day - (weekday - 4) : day;
}

TermDay half_terms_end(const Calendar *calendar, int32_t start, int64_t half_terms)
{
    if (!can_count(start, half_terms))
        return (TermDay){DAY_MISSING, false};
    int64_t left = half_terms;
    int32_t end = DAY_MISSING;
    for (size_t i = 0; i < calendar->terms.count && left > 0; i++) {
        const Term *term = &calendar->terms.at[i];
        int32_t ends[] = {first_half_end(term), term->last};
        for (int half = ends[0] == ends[1]; half < 2 && left > 0; half++) {
            if (ends[half] >= start && --left == 0)
                end = ends[half];
        }
    }
    if (end != DAY_MISSING && is_known_between(calendar, start, end))
        return (TermDay){end, false};
    return usual_end(start, half_terms, false);
}

/* ---- a term by name ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Takes the next word off `rest`; the word "term" is passed over. Empty at the end. */
static Str next_word(Str *rest)
{
    for (;;) {
        size_t first = 0;
        while (first < rest->length && is_blank(rest->at[first]))
            first++;
        size_t end = first;
        while (end < rest->length && !is_blank(rest->at[end]))
            end++;
        Str word = str_slice(*rest, first, end);
        *rest = str_slice(*rest, end, rest->length);
        if (!str_equal_folded(word, STR("term")))
            return word;
    }
}

static bool is_same_name(Str a, Str b)
{
    for (;;) {
        Str word_a = next_word(&a);
        Str word_b = next_word(&b);
        if (!str_equal_folded(word_a, word_b))
            return false;
        if (word_a.length == 0)
            return true;
    }
}

static const Season *season_find(Str word)
{
    for (int i = 0; i < SEASONS; i++) {
        if (str_equal_folded(word, seasons[i].name))
            return &seasons[i];
    }
    return NULL;
}

/* The number of the four figures that `word` begins with, or -1. */
static int four_figures(Str word)
{
    int year = 0;
    if (word.length < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        if (word.at[i] < '0' || word.at[i] > '9')
            return -1;
        year = year * 10 + (word.at[i] - '0');
    }
    return year;
}

/* The calendar year of `season` as `word` says it: "2027", "2026-27", or nothing for the school year of
 * `near`. -1 when it says none. */
static int season_year(const Season *season, Str word, int32_t near)
{
    if (word.length == 0) {
        int32_t school_year = school_year_of(near);
        return school_year == COUNT_MISSING ? -1 : school_year + season->years;
    }
    int year = four_figures(word);
    if (word.length == 4 || year < 0)
        return year;
    bool is_school_year = word.length >= 7 && (word.at[4] == '-' || word.at[4] == '/');
    return is_school_year ? year + season->years : -1;
}

static int32_t edge_of(const Term *term, TermEdge edge)
{
    return edge == TERM_EDGE_start ? term->first : term->last;
}

/* The school's own day: its first or last term whose name begins with the season, in that year. */
static int32_t own_season_day(const Calendar *calendar, const Season *season, int year, TermEdge edge)
{
    int32_t found = DAY_MISSING;
    for (size_t i = 0; i < calendar->terms.count; i++) {
        const Term *term = &calendar->terms.at[i];
        Str rest = term->name;
        if (season_find(next_word(&rest)) != season || day_year(term->first) != year)
            continue;
        int32_t day = edge_of(term, edge);
        bool is_better = edge == TERM_EDGE_start ? day < found : day > found;
        if (found == DAY_MISSING || is_better)
            found = day;
    }
    return found;
}

static TermDay season_day(const Calendar *calendar, const Season *season, int year, TermEdge edge)
{
    if (year < 1900 || year > 2200)
        return (TermDay){DAY_MISSING, false};
    int32_t own = own_season_day(calendar, season, year, edge);
    if (own != DAY_MISSING)
        return (TermDay){own, false};
    if (edge == TERM_EDGE_start)
        return (TermDay){day_from_date(year, season->first_month, 1), true};
    return (TermDay){day_from_date(year, season->last_month, season->last_day), true};
}

TermDay term_day(const Calendar *calendar, Str name, TermEdge edge, int32_t near)
{
    for (size_t i = 0; i < calendar->terms.count; i++) {
        if (is_same_name(calendar->terms.at[i].name, name))
            return (TermDay){edge_of(&calendar->terms.at[i], edge), false};
    }
    Str rest = name;
    const Season *season = season_find(next_word(&rest));
    if (season == NULL)
        return (TermDay){DAY_MISSING, false};
    int year = season_year(season, next_word(&rest), near);
    return season_day(calendar, season, year, edge);
}
