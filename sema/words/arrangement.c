/* What a text says is simply always there, and so needs no minutes: equipment, a class of a size, a ratio of
 * staff, help in exams. Knows no word lists. */
#include "sema/words/says.h"

#include <string.h>

static bool is_word(const Prose *prose, uint32_t word, const char *text)
{
    return word < prose->words.count && str_equal_folded(prose_word(prose, word), str_from(text));
}

static bool is_one_of(const Prose *prose, uint32_t word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_word(prose, word, words[i]))
            return true;
    return false;
}

static int32_t value_of(const ProseWord *word)
{
    return role_word(word->symbol)->value;
}

#define IS_ONE_OF(prose, word, words) is_one_of(prose, word, words, sizeof(words) / sizeof *(words))

/* Work, practice, sessions, reading: something that is done, so what is used in it is not all that is
 * promised. */
static bool is_activity(const Prose *prose, uint32_t word)
{
    static const char *const activities[] = {"work",       "practice", "programme", "therapy",
                                             "maths",      "input",    "phonics",   "exercises",
                                             "programmes", "check",    "checks"};
    const ProseWord *at = &prose->words.at[word];
    Str text = prose_word(prose, word);
    bool is_doing = text.length > 5 && memcmp(text.at + text.length - 3, "ing", 3) == 0;
    bool is_of_thing = word + 1 < prose->words.count && at[1].role == ROLE_thing; /* a sloping desk */
    bool is_deed = at->role == ROLE_sign && value_of(at) == 1;
    return (is_doing && !is_of_thing) || is_deed || at->role == ROLE_loose || at->role == ROLE_group ||
           at->role == ROLE_helper || (at->role == ROLE_unit && value_of(at) == UNIT_session) ||
           IS_ONE_OF(prose, word, activities);
}

/* Is a thing what the text is about: `A sloping desk in each classroom`, not `Typing practice on a laptop`?
 */
static bool is_about_thing(const Prose *prose)
{
    for (uint32_t i = 0; i < prose->words.count; i++) {
        if (prose->words.at[i].role == ROLE_thing)
            return true;
        if (is_activity(prose, i) || (i > 0 && (prose->words.at[i].before & BEFORE_clause)))
            return false;
    }
    return false;
}

/* Is a thing there as often as what it is used in: in each lesson, every day; and not for so many minutes or
 * times? */
static bool is_always(const ProseAmounts *amounts)
{
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        bool is_counted = amount->kind == PROSE_FREQUENCY && !amount_is_missing(amount->amount) &&
                          amount->amount.per != UNIT_day && amount->amount.per != UNIT_session;
        if (amount->kind == PROSE_DURATION || amount->kind == PROSE_SESSIONS || is_counted)
            return false;
    }
    return true;
}

/* One adult to four pupils; two adults always. */
static bool says_ratio(const Prose *prose)
{
    for (uint32_t i = 1; i + 2 < prose->words.count; i++) {
        const ProseWord *at = &prose->words.at[i];
        bool is_staff = at->role == ROLE_helper || at->role == ROLE_post;
        bool is_each = at[2].role == ROLE_each && i + 3 < prose->words.count; /* one TA for each six */
        bool is_against = at[1].role == ROLE_to || at[1].role == ROLE_for;
        bool is_always = at[-1].role == ROLE_number && is_staff && is_word(prose, i + 1, "always");
        if (is_always ||
            (is_staff && at[-1].role == ROLE_number && is_against && at[is_each ? 3 : 2].role == ROLE_number))
            return true;
    }
    return false;
}

/* Two-to-one staffing on every trip. */
static bool says_staffing(const Prose *prose)
{
    for (uint32_t i = 1; i < prose->words.count; i++) {
        Role before = (Role)prose->words.at[i - 1].role;
        if ((is_word(prose, i, "staffing") || is_word(prose, i, "staffed")) &&
            (before == ROLE_number || before == ROLE_one_to_one))
            return true;
    }
    return false;
}

/* Words between `class` and how many are in it: the class will have no more than ten pupils. */
#define CLASS_REACH 9

static bool says_class_of(const Prose *prose)
{
    static const char *const classes[] = {"class", "classes", "base", "unit"};
    for (uint32_t i = 0; i < prose->words.count && i < CLASS_REACH; i++) {
        if (!IS_ONE_OF(prose, i, classes))
            continue;
        for (uint32_t at = i + 1; at + 1 < prose->words.count && at < i + CLASS_REACH; at++)
            if (prose->words.at[at].role == ROLE_number && prose->words.at[at + 1].role == ROLE_people)
                return true;
    }
    return false;
}

static bool is_exam_word(const Prose *prose, uint32_t word)
{
    static const char *const exams[] = {"exam",  "exams", "examination", "examinations",
                                        "mocks", "tests", "assessments"};
    return IS_ONE_OF(prose, word, exams);
}

/* A scribe, a rest break, 25% extra time in every exam: the rules of exams say by whom. */
static bool says_exam(const Prose *prose)
{
    static const char *const helps[] = {"scribe", "reader", "prompter", "rest",
                                        "extra",  "laptop", "processor"};
    bool is_exam = false, is_helped = false;
    for (uint32_t i = 0; i < prose->words.count; i++) {
        is_exam |= is_exam_word(prose, i);
        is_helped |= IS_ONE_OF(prose, i, helps);
    }
    return is_exam && is_helped;
}

/* Leaves each lesson five minutes before the bell: nobody has to give it. */
static bool says_early(const Prose *prose, const ProseAmounts *amounts)
{
    static const char *const moves[] = {"leaves", "leave", "arrives", "enters", "starts", "finishes"};
    static const char *const sides[] = {"before", "early", "earlier", "after", "late", "later"};
    bool is_moving = false, is_aside = false;
    for (uint32_t i = 0; i < prose->words.count && i < 6; i++)
        is_moving |= IS_ONE_OF(prose, i, moves);
    for (size_t i = 0; is_moving && i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        is_aside |= amount->kind == PROSE_DURATION && IS_ONE_OF(prose, amount->end_word, sides);
    }
    return is_aside;
}

bool prose_says_arrangement(const Prose *prose, const ProseAmounts *amounts, const ProseSays *says)
{
    return (is_about_thing(prose) && is_always(amounts)) || says_ratio(prose) || says_class_of(prose) ||
           (says->how_often && (says_exam(prose) || says_staffing(prose) || says_early(prose, amounts)));
}
