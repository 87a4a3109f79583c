/* What had better stay together at a line's end. In: two words, or a text; out: whether to part them would
 * part a date, a number from what it counts, a telephone number or a name from its title. It only prefers: a
 * line that can break nowhere else breaks there. */
#include "report/document_glue.h"

#include <string.h>

void glue_word_add(GlueWord *word, uint32_t letter)
{
    if (word->length == 0 && letter == '(')
        word->opens = true;
    else if (word->length < GLUE_WORD_MOST)
        word->at[word->length++] = letter < 0x80 ? (char)letter : '?';
    else
        word->is_long = true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || is_capital(c);
}

static bool is_among(const GlueWord *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word->at, words[i]) == 0)
            return true;
    return false;
}

static bool is_month(const GlueWord *word)
{
    static const char *const months[] = {
        "January",   "February", "March",    "April",    "May", "June", "July", "August",
        "September", "October",  "November", "December", "Jan", "Feb",  "Mar",  "Apr",
        "Jun",       "Jul",      "Aug",      "Sep",      "Oct", "Nov",  "Dec"};
    return is_among(word, months, sizeof months / sizeof *months);
}

/* "Miss" Lowry, "Year" 5. */
static bool leads_on(const GlueWord *word, const GlueWord *next)
{
    static const char *const titles[] = {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"};
    static const char *const classes[] = {"Year", "year", "class", "stage"};
    return (is_among(word, titles, sizeof titles / sizeof *titles) && is_capital(next->at[0])) ||
           (is_among(word, classes, sizeof classes / sizeof *classes) && is_digit(next->at[0]));
}

/* "10", "1.5", "£6,000": what begins and ends in a digit. */
static bool is_number(const GlueWord *word)
{
    return !word->is_long && word->length > 0 && is_digit(word->at[word->length - 1]) &&
           (is_digit(word->at[0]) || word->at[0] == '?');
}

/* "2026", which ends a date and counts nothing. */
static bool is_year(const GlueWord *word)
{
    return word->length == 4 && (strncmp(word->at, "19", 2) == 0 || strncmp(word->at, "20", 2) == 0);
}

/* The area of a telephone number and the rest of it: "01632 960177". */
static bool is_telephone(const GlueWord *area, const GlueWord *rest)
{
    return area->at[0] == '0' && area->length >= 3 && is_digit(rest->at[0]);
}

/* "10 minutes", "24 of 30", "16 July": a short word follows. */
static bool counts(const GlueWord *number, const GlueWord *next)
{
    return is_number(number) && !is_year(number) &&
           (is_telephone(number, next) || (!next->is_long && next->length <= 9 && is_letter(next->at[0])));
}

static bool is_initial(const GlueWord *word)
{
    return is_capital(word->at[0]) &&
           (word->length == 1 || (word->length == 2 && !is_letter(word->at[1]) && !is_digit(word->at[1])));
}

bool glue_holds(const GlueWord *before, const GlueWord *after)
{
    if (before->length == 0 || after->length == 0 || after->opens)
        return false;
    return counts(before, after) || leads_on(before, after) || (is_month(before) && is_digit(after->at[0])) ||
           (is_capital(before->at[0]) && is_letter(before->at[before->length - 1]) && is_initial(after));
}

/* The word that begins at `first`; its end in `*end`. */
static GlueWord word_read(Str text, size_t first, size_t *end)
{
    GlueWord word = {0};
    size_t at = first;
    for (; at < text.length && text.at[at] != ' ' && text.at[at] != '\n'; at++)
        if (((unsigned char)text.at[at] & 0xC0) != 0x80)
            glue_word_add(&word, (unsigned char)text.at[at]);
    *end = at;
    return word;
}

size_t glue_end(Str text, size_t first)
{
    size_t end, next_end;
    GlueWord word = word_read(text, first, &end);
    while (end + 1 < text.length && text.at[end] == ' ') {
        GlueWord next = word_read(text, end + 1, &next_end);
        if (!glue_holds(&word, &next))
            break;
        word = next;
        end = next_end;
    }
    return end;
}
