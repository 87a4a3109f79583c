/* Amounts that float: `20 to 30 minutes`, `2-3 times a week`, `about 12 weeks`, `up to £50`. Nobody can check
 * that such an amount was given, or insist on it, so one is asked for. In: tokens that could not be read as
 * an amount. Out: a finding, and the least the amount can be, so that it is not missed as well. */
#include "sema/binder.h"

#include <string.h>

/* Words that leave an amount open. Longer ones before those they begin with. */
static const Str hedges[] = {
    STR_INIT("no more than"), STR_INIT("not more than"), STR_INIT("no less than"), STR_INIT("not less than"),
    STR_INIT("a minimum of"), STR_INIT("a maximum of"),  STR_INIT("minimum of"),   STR_INIT("maximum of"),
    STR_INIT("more than"),    STR_INIT("less than"),     STR_INIT("up to"),        STR_INIT("at least"),
    STR_INIT("at most"),      STR_INIT("about"),         STR_INIT("around"),       STR_INIT("approximately"),
    STR_INIT("approx"),       STR_INIT("roughly"),       STR_INIT("circa"),        STR_INIT("between"),
    STR_INIT("minimum"),      STR_INIT("maximum"),       STR_INIT("min"),          STR_INIT("max"),
    STR_INIT("usually"),      STR_INIT("normally"),      STR_INIT("typically"),    STR_INIT("over"),
};

/* How many tokens the words are; 0 where they do not stand at the cursor. */
static size_t words_at(const Binder *binder, Cursor cursor, Str words)
{
    size_t count = 0;
    for (size_t at = 0; at < words.length; count++) {
        const char *blank = memchr(words.at + at, ' ', words.length - at);
        size_t end = blank ? (size_t)(blank - words.at) : words.length;
        if (cursor.at >= cursor.end || cursor.at->kind != TOKEN_word ||
            !str_equal_folded(token_text(binder->source, cursor.at), str_slice(words, at, end)))
            return 0;
        cursor.at++;
        at = end + (blank != NULL);
    }
    return count;
}

static bool is_sign(const Binder *binder, Cursor cursor, Str sign)
{
    return cursor.at < cursor.end && (cursor.at->kind == TOKEN_mark || cursor.at->kind == TOKEN_bad_byte) &&
           str_equal(token_text(binder->source, cursor.at), sign);
}

/* `approx.` has a full stop, too. */
static bool skip_hedge(const Binder *binder, Cursor *cursor)
{
    for (size_t i = 0; i < sizeof hedges / sizeof *hedges; i++) {
        size_t count = words_at(binder, *cursor, hedges[i]);
        if (!count)
            continue;
        cursor->at += count;
        cursor->at += is_sign(binder, *cursor, STR("."));
        return true;
    }
    return false;
}

/* The two numbers of `20-30` or `20/30`, in one token. */
static bool read_pair(const Binder *binder, Cursor *cursor, int64_t *least, Str *text)
{
    if (!is_kind(*cursor, TOKEN_dash_pair) && !is_kind(*cursor, TOKEN_slash_pair))
        return false;
    *text = token_text(binder->source, cursor->at);
    size_t length = 0;
    while (length < text->length && text->at[length] >= '0' && text->at[length] <= '9')
        length++;
    *text = str_slice(*text, 0, length);
    *least = (int64_t)((uint32_t)cursor->at->value >> 16) * 1000;
    cursor->at++;
    return true;
}

/* A number in figures or words, a sum of money, `once`, `half an hour`. */
static bool read_one(const Binder *binder, Cursor *cursor, int64_t *least, Str *text)
{
    const Token *first = cursor->at;
    const Phrase *times = binder_spoken(binder, *cursor, SPOKEN_times);
    const Phrase *length = binder_spoken(binder, *cursor, SPOKEN_length);
    *least = 0;
    if (is_kind(*cursor, TOKEN_money) || is_kind(*cursor, TOKEN_percent) || is_kind(*cursor, TOKEN_age)) {
        cursor->at++;
    } else if (times && times->value) {
        *least = times->value * INT64_C(1000);
        cursor->at += times->length;
    } else if (length) {
        cursor->at += length->length;
    } else if (!read_count(binder, cursor, least)) {
        return false;
    }
    *text = binder_text(binder, first, cursor->at - 1);
    return true;
}

static Unit read_unit(const Binder *binder, Cursor *cursor)
{
    const Phrase *unit = binder_spoken(binder, *cursor, SPOKEN_unit);
    cursor->at += unit ? unit->length : 0;
    return unit ? (Unit)unit->value : UNIT_none;
}

/* `to`, `or`, `and`, a dash or a stroke, and another amount. */
static bool skip_second(const Binder *binder, Cursor *cursor)
{
    static const Str signs[] = {STR_INIT("-"), STR_INIT("\u2013"), STR_INIT("\u2014"), STR_INIT("\u2012"),
                                STR_INIT("/")};
    Cursor next = *cursor;
    int64_t number;
    Str text;
    bool parts = binder_skip_small(binder, &next, SMALL_to) || binder_skip_small(binder, &next, SMALL_or) ||
                 binder_skip_small(binder, &next, SMALL_and);
    for (size_t i = 0; !parts && i < sizeof signs / sizeof *signs; i++)
        if (is_sign(binder, next, signs[i])) {
            next.at++;
            parts = true;
        }
    bool negative =
        is_kind(next, TOKEN_number) && *token_text(binder->source, next.at).at == '-'; /* `20 -30` */
    if (!(parts || negative) || !read_one(binder, &next, &number, &text))
        return false;
    *cursor = next;
    return true;
}

/* The words of an amount, as the least is offered in them. */
typedef struct Words {
    Str number, unit, times;
} Words;

static void read_amount_unit(const Binder *binder, Cursor *cursor, Floating *floating, Words *words)
{
    const Token *first = cursor->at;
    Unit unit = read_unit(binder, cursor);
    if (unit == UNIT_none || words->unit.length)
        return;
    floating->unit = unit;
    words->unit = binder_text(binder, first, cursor->at - 1);
}

/* `times a week`, `a week`, `weekly`, `x week`. */
static void read_times(Binder *binder, Cursor *cursor, Floating *floating, Words *words)
{
    const Token *first = cursor->at;
    const Phrase *times = binder_spoken(binder, *cursor, SPOKEN_times);
    bool sign = is_kind(*cursor, TOKEN_times) || binder_is_small(binder, *cursor, SMALL_by_x);
    cursor->at += times && !times->value ? times->length : sign;
    floating->per = binder_read_per(binder, cursor);
    const Phrase *word = binder_spoken(binder, *cursor, SPOKEN_frequency);
    if (floating->per == UNIT_none && word && !cursor->at->after_comma) {
        cursor->at += word->length;
        floating->per = UNIT_week;
    } else if (floating->per == UNIT_none && sign) {
        floating->per = read_unit(binder, cursor);
    }
    if (cursor->at > first)
        words->times = binder_text(binder, first, cursor->at - 1);
}

/* Does an amount stand at the cursor that leaves open how much it is? Then the cursor is behind it. */
static bool read_floating(Binder *binder, Cursor *cursor, Floating *floating, Words *words)
{
    bool floats = skip_hedge(binder, cursor);
    if (read_pair(binder, cursor, &floating->least, &words->number))
        floats = true;
    else if (!read_one(binder, cursor, &floating->least, &words->number))
        return false;
    read_amount_unit(binder, cursor, floating, words);
    if (is_sign(binder, *cursor, STR("+"))) { /* `30+ minutes` */
        cursor->at++;
        floats = true;
    }
    floats = skip_second(binder, cursor) || floats;
    read_amount_unit(binder, cursor, floating, words);
    read_times(binder, cursor, floating, words);
    return floats;
}

static Str least_text(Binder *binder, const Words *words)
{
    return arena_format(&binder->scratch, STR_FMT "%s" STR_FMT "%s" STR_FMT, STR_ARG(words->number),
                        words->unit.length ? " " : "", STR_ARG(words->unit), words->times.length ? " " : "",
                        STR_ARG(words->times));
}

bool floating_read(Binder *binder, Cursor *cursor, Floating *floating)
{
    Cursor after = *cursor;
    Words words = {0};
    *floating = (Floating){0};
    binder_skip_small(binder, &after, SMALL_for);
    const Token *first = after.at;
    if (!read_floating(binder, &after, floating, &words))
        return false;
    if (first->kind == TOKEN_slash_pair && !words.unit.length && !words.times.length)
        return false; /* `12/52` is a fraction of something */
    Place place = binder_place(binder, first, after.at - 1);
    findings_hush(binder->findings, place, SEVERITY_error); /* the full stop of `approx.` */
    finding_amount_floats(binder->findings, place, source_text(binder->source, place.span),
                          least_text(binder, &words));
    *cursor = after;
    return true;
}
