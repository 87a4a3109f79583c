/* What had better stay together at a line's end. In: a passage and a place where a line could break; out:
 * whether that would part a date, a number from what it counts, a telephone number or a name from its title.
 * It only prefers: a line that can break nowhere else breaks there. */
#include "codegen/text/glue.h"

#include <string.h>

/* Letters of a word that are looked at: none of the words here is longer. */
#define WORD_MOST 15

/* A word in plain letters; what is not ASCII stands as '?'. */
typedef struct Word {
    char at[WORD_MOST + 1];
    unsigned length;
    bool whole; /* not longer than that */
} Word;

static bool is_gap(UChar unit)
{
    return unit == ' ' || unit == '\n' || unit == '\t' || (unit >= 0x2066 && unit <= 0x2069);
}

static void word_add(Word *word, UChar unit)
{
    if (word->length == 0 && unit == '(')
        return;
    if (word->length < WORD_MOST)
        word->at[word->length++] = unit < 0x80 ? (char)unit : '?';
    else
        word->whole = false;
}

static Word word_before(const Passage *passage, uint32_t at)
{
    Word word = {.whole = true};
    while (at > 0 && is_gap(passage->text[at - 1]))
        at--;
    uint32_t start = at;
    while (start > 0 && at - start <= WORD_MOST && !is_gap(passage->text[start - 1]))
        start--;
    for (; start < at; start++)
        word_add(&word, passage->text[start]);
    return word;
}

static Word word_after(const Passage *passage, uint32_t at)
{
    Word word = {.whole = true};
    while (at < passage->length && is_gap(passage->text[at]))
        at++;
    for (; at < passage->length && word.whole && !is_gap(passage->text[at]); at++)
        word_add(&word, passage->text[at]);
    return word;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_among(const Word *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word->at, words[i]) == 0)
            return true;
    return false;
}

static bool is_month(const Word *word)
{
    static const char *const months[] = {
        "January",   "February", "March",    "April",    "May", "June", "July", "August",
        "September", "October",  "November", "December", "Jan", "Feb",  "Mar",  "Apr",
        "Jun",       "Jul",      "Aug",      "Sep",      "Oct", "Nov",  "Dec"};
    return is_among(word, months, sizeof months / sizeof *months);
}

/* "Miss" Lowry, "Year" 5. */
static bool leads_on(const Word *word, const Word *next)
{
    static const char *const titles[] = {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"};
    static const char *const classes[] = {"Year", "year", "class", "stage"};
    return (is_among(word, titles, sizeof titles / sizeof *titles) && is_capital(next->at[0])) ||
           (is_among(word, classes, sizeof classes / sizeof *classes) && is_digit(next->at[0]));
}

/* "10", "1.5", "£6,000": what begins and ends in a digit. */
static bool is_number(const Word *word)
{
    return word->whole && word->length > 0 && is_digit(word->at[word->length - 1]) &&
           (is_digit(word->at[0]) || word->at[0] == '?');
}

/* The area of a telephone number and the rest of it: "01632 960177". */
static bool is_telephone(const Word *area, const Word *rest)
{
    return area->at[0] == '0' && area->length >= 3 && is_digit(rest->at[0]);
}

/* "10 minutes", "24 of 30", "16 July": a short word follows. */
static bool counts(const Word *number, const Word *next)
{
    return is_number(number) &&
           (is_telephone(number, next) || (next->whole && next->length <= 9 && is_letter(next->at[0])));
}

static bool is_initial(const Word *word)
{
    return is_capital(word->at[0]) &&
           (word->length == 1 || (word->length == 2 && !is_letter(word->at[1]) && !is_digit(word->at[1])));
}

bool passage_is_glued(const Passage *passage, uint32_t at)
{
    if (at == 0 || at >= passage->length || !is_gap(passage->text[at - 1]))
        return false;
    Word before = word_before(passage, at), after = word_after(passage, at);
    if (before.length == 0 || after.length == 0)
        return false;
    return counts(&before, &after) || leads_on(&before, &after) ||
           (is_month(&before) && is_digit(after.at[0])) ||
           (is_capital(before.at[0]) && is_letter(before.at[before.length - 1]) && is_initial(&after));
}
