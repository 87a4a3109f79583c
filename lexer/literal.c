/* What numbers, sums of money and dates mean. All arithmetic is in whole numbers; nothing here reports. */
#include "lexer/literal.h"

/* Reads figures and their comma groups from *at on; false when the commas stand wrongly or it is too large.
 */
typedef struct Reader {
    const char *at, *end;
} Reader;

#define NUMBER_MOST ((int64_t)1000000000000) /* whole part: a million millions */

static bool is_digit(const Reader *reader)
{
    return reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9';
}

static bool take(Reader *reader, char c)
{
    if (reader->at == reader->end || *reader->at != c)
        return false;
    reader->at++;
    return true;
}

static bool take_str(Reader *reader, Str str)
{
    if (!str_starts((Str){reader->at, (size_t)(reader->end - reader->at)}, str))
        return false;
    reader->at += str.length;
    return true;
}

/* Figures in a row onto *number; how many. Past NUMBER_MOST it counts on but adds no more. */
static size_t take_digits(Reader *reader, int64_t *number)
{
    const char *first = reader->at;
    for (; is_digit(reader); reader->at++)
        if (*number <= NUMBER_MOST)
            *number = *number * 10 + (*reader->at - '0');
    return (size_t)(reader->at - first);
}

/* The whole part: plain, or one to three figures and then groups of three. */
static bool take_whole(Reader *reader, int64_t *whole)
{
    size_t count = take_digits(reader, whole);
    if (count == 0)
        return false;
    if (reader->at < reader->end && *reader->at == ',' && count > 3)
        return false;
    while (take(reader, ','))
        if (take_digits(reader, whole) != 3)
            return false;
    return *whole <= NUMBER_MOST;
}

/* The figures behind a point as a number of 10^-places; false when there are more than `places`, or none. */
static bool take_decimals(Reader *reader, size_t places, int64_t *part)
{
    *part = 0;
    if (!take(reader, '.'))
        return true;
    size_t count = take_digits(reader, part);
    if (count == 0 || count > places)
        return false;
    for (; count < places; count++)
        *part *= 10;
    return true;
}

/* `½`, `1½`, `1 ¼`, as Word writes them. */
static bool take_fraction(Reader *reader, int64_t *thousandths)
{
    static const struct {
        Str sign;
        int64_t thousandths;
    } signs[] = {{STR_INIT("\u00bc"), 250}, {STR_INIT("\u00bd"), 500}, {STR_INIT("\u00be"), 750}};
    int64_t whole = 0;
    take_digits(reader, &whole);
    while (take(reader, ' ') || take(reader, '\t') || take_str(reader, STR("\u00a0")))
        continue;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (take_str(reader, signs[i].sign) && reader->at == reader->end) {
            *thousandths = whole * 1000 + signs[i].thousandths;
            return true;
        }
    return false;
}

bool literal_number(Str text, int64_t *thousandths)
{
    Reader reader = {text.at, text.at + text.length}, fraction = reader;
    if (text.length > 1 && text.at[text.length - 2] == '\xc2')
        return take_fraction(&fraction, thousandths);
    int64_t whole = 0, part;
    bool negative = take(&reader, '-') || take_str(&reader, STR("\u2212"));
    if (!take_whole(&reader, &whole) || !take_decimals(&reader, 3, &part) || reader.at != reader.end)
        return false;
    *thousandths = (whole * 1000 + part) * (negative ? -1 : 1);
    return true;
}

/* `£6k` and `£1.2m`: how many places the letter at the end moves the point; 0 without one. */
static size_t scale_of(Str text)
{
    char last = text.length ? text.at[text.length - 1] : '\0';
    return last == 'k' || last == 'K' ? 3 : last == 'm' || last == 'M' ? 6 : 0;
}

bool literal_money(Str text, int64_t *pence)
{
    size_t places = scale_of(text);
    Reader reader = {text.at, text.at + text.length - (places ? 1 : 0)};
    int64_t whole = 0, part, scale = places == 6 ? 100000000 : places == 3 ? 100000 : 100;
    take_str(&reader, STR("£"));
    while (take(&reader, ' ') || take(&reader, '\t') || take_str(&reader, STR("\u00a0")))
        continue;
    if (!take_whole(&reader, &whole) || !take_decimals(&reader, places ? places : 2, &part) ||
        reader.at != reader.end)
        return false;
    if (whole > NUMBER_MOST / scale * 100)
        return false;
    *pence = whole * scale + (places ? part * 100 : part);
    return true;
}

bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/* Days are counted in years that begin on 1 March, so that the leap day is a year's last; 400 of them have
 * 146,097 days, and 719,468 lie between 1 March of year 0 and 1 January 1970. */
int32_t day_from_date(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return DAY_MISSING;
    int from_march = (month + 9) % 12, march_year = year - (month <= 2);
    int in_year = (153 * from_march + 2) / 5 + day - 1;
    return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + in_year - 719468;
}

void day_to_date(int32_t day, int *year, int *month, int *day_of_month)
{
    int days = day + 719468, era = (days >= 0 ? days : days - 146096) / 146097;
    int in_era = days - era * 146097;
    int year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * in_year + 2) / 153;
    *day_of_month = in_year - (153 * from_march + 2) / 5 + 1;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

#define LETTERS(a, b, c)                                                                                     \
    ((unsigned)(unsigned char)(a) << 16 | (unsigned)(unsigned char)(b) << 8 | (unsigned char)(c))

int month_begun(const char *word)
{
    switch (LETTERS(word[0] | 0x20, word[1] | 0x20, word[2] | 0x20)) {
    case LETTERS('j', 'a', 'n'): return 1;
    case LETTERS('f', 'e', 'b'): return 2;
    case LETTERS('m', 'a', 'r'): return 3;
    case LETTERS('a', 'p', 'r'): return 4;
    case LETTERS('m', 'a', 'y'): return 5;
    case LETTERS('j', 'u', 'n'): return 6;
    case LETTERS('j', 'u', 'l'): return 7;
    case LETTERS('a', 'u', 'g'): return 8;
    case LETTERS('s', 'e', 'p'): return 9;
    case LETTERS('o', 'c', 't'): return 10;
    case LETTERS('n', 'o', 'v'): return 11;
    case LETTERS('d', 'e', 'c'): return 12;
    default: return 0;
    }
}

Str month_name(int month)
{
    static const Str names[] = {STR_INIT("January"), STR_INIT("February"), STR_INIT("March"),
                                STR_INIT("April"),   STR_INIT("May"),      STR_INIT("June"),
                                STR_INIT("July"),    STR_INIT("August"),   STR_INIT("September"),
                                STR_INIT("October"), STR_INIT("November"), STR_INIT("December")};
    return month >= 1 && month <= 12 ? names[month - 1] : STR("");
}

Str day_text(Arena *arena, int32_t day)
{
    int year, month, day_of_month;
    day_to_date(day, &year, &month, &day_of_month);
    return arena_format(arena, "%d " STR_FMT " %d", day_of_month, STR_ARG(month_name(month)), year);
}
