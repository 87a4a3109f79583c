/* How much and how often, as a text says of a provision; and what needs no minutes, since it is simply there
 * or done in a moment. */
#include "sema/words/says.h"

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

/* From 8.35 until 8.55: two times of day, near each other, are a length. */
static bool is_from_to(const ProseAmount *one, const ProseAmount *other)
{
    return one->kind == PROSE_CLOCK && other->kind == PROSE_CLOCK && other->first_word <= one->end_word + 2;
}

static bool has_role(const Prose *prose, Role role)
{
    for (uint32_t i = 0; i < prose->words.count; i++)
        if (prose->words.at[i].role == role)
            return true;
    return false;
}

static bool is_class_size(const Prose *prose, const ProseAmount *amount)
{
    return amount->kind == PROSE_GROUP && amount->end_word - amount->first_word > 1 &&
           is_word(prose, amount->first_word, "class");
}

/* Words between `reviewed` and how often that is. */
#define REVIEW_REACH 6

/* `reviewed each term`, `annual review`: how often it is looked at, not how often it is given. */
static bool is_of_review(const Prose *prose, const ProseAmount *amount)
{
    static const char *const reviews[] = {"reviewed", "monitored", "updated", "evaluated"};
    const ProseWord *words = prose->words.at;
    if (is_word(prose, amount->end_word, "review") || is_word(prose, amount->end_word, "reviews"))
        return true;
    for (uint32_t at = amount->first_word; at > 0 && at + REVIEW_REACH > amount->first_word; at--) {
        for (size_t i = 0; i < sizeof reviews / sizeof *reviews; i++)
            if (is_word(prose, at, reviews[i]))
                return true;
        if (words[at].before & (BEFORE_comma | BEFORE_clause))
            return false;
    }
    return false;
}

/* As long as lessons are: two periods, period 5. */
static bool is_of_lessons(const Prose *prose, const ProseAmount *amount)
{
    static const char *const lessons[] = {"lesson", "lessons", "periods"};
    bool is_period = amount->kind == PROSE_LABEL && is_word(prose, amount->first_word, "period");
    return is_period || (amount->kind == PROSE_SESSIONS && IS_ONE_OF(prose, amount->end_word - 1, lessons));
}

/* At 8.35, on 2 September 2026, one weekend in four. */
static bool is_time_of_its_own(const Prose *prose, const ProseAmount *amount)
{
    const ProseWord *before = amount->first_word ? &prose->words.at[amount->first_word - 1] : NULL;
    bool is_clock = amount->kind == PROSE_CLOCK && before && before->role == ROLE_at;
    bool is_date = amount->kind == PROSE_DATE && before && is_word(prose, amount->first_word - 1, "on");
    const ProseWord *unit =
        &prose->words
             .at[amount->first_word + 1 < amount->end_word ? amount->first_word + 1 : amount->first_word];
    bool is_turn = amount->kind == PROSE_SCORE && unit->role == ROLE_unit &&
                   role_word(unit->symbol)->value != UNIT_session;
    return is_clock || is_date || is_turn;
}

static void add_amount(const Prose *prose, const ProseAmounts *amounts, size_t index, ProseSays *says)
{
    const ProseAmount *amount = &amounts->list.at[index];
    bool is_given =
        amount->kind == PROSE_DURATION || amount->kind == PROSE_FREQUENCY || amount->kind == PROSE_SESSIONS;
    bool is_over = index > 0 && is_from_to(amount - 1, amount);
    bool is_several = amount->kind == PROSE_COUNT &&
                      index + 1 < amounts->list.count && /* two or three 20 minute … */
                      amount[1].first_word == amount->end_word && amount[1].kind == PROSE_DURATION;
    bool is_span = amount->kind == PROSE_SPAN && !prose_amount_counts(prose, amount);
    says->how_long |= amount->kind == PROSE_DURATION || is_over ||
                      (amount->kind == PROSE_CLOCK && (amount->flags & AMOUNT_range)) ||
                      (amount->flags & AMOUNT_bound) || is_of_lessons(prose, amount);
    says->how_often |=
        (amount_tells_how_often(amount) && !is_of_review(prose, amount)) || is_time_of_its_own(prose, amount);
    says->by_when |= amount->kind == PROSE_DEADLINE || amount->kind == PROSE_DATE || is_span;
    says->is_there |= is_class_size(prose, amount);
    says->floats |= (is_given || is_several) && amount_floats(amount);
}

static bool has_session(const Prose *prose, uint32_t word)
{
    for (uint32_t i = word; i < word + 5 && i < prose->words.count; i++) {
        const ProseWord *at = &prose->words.at[i];
        if (at->role == ROLE_event || (at->role == ROLE_unit && value_of(at) == UNIT_session))
            return true;
    }
    return false;
}

/* As long as something that has an end: for the whole lesson, all of the exam. */
static bool says_whole(const Prose *prose)
{
    for (uint32_t i = 0; i + 1 < prose->words.count; i++) {
        const ProseWord *next = &prose->words.at[i + 1];
        bool is_event = next->role == ROLE_event || next->role == ROLE_moment ||
                        (next->role == ROLE_unit && value_of(next) == UNIT_session);
        bool is_all = i > 0 && is_word(prose, i - 1, "all") && prose->words.at[i].role == ROLE_of;
        if ((is_word(prose, i, "whole") && is_event) || (is_all && has_session(prose, i)))
            return true;
    }
    return false;
}

/* Words between `when` and what is then seen. */
#define TRIGGER_REACH 9

static bool is_counted_at(const ProseAmounts *amounts, uint32_t first, uint32_t end)
{
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        bool is_level = amount->kind == PROSE_COUNT || amount->kind == PROSE_DURATION ||
                        amount->kind == PROSE_SHARE || amount->kind == PROSE_CLOCK;
        if (is_level && amount->first_word >= first && amount->first_word < end)
            return true;
    }
    return false;
}

/* He shows a blue card and …: so begins what is done each time. */
static bool begins_with_sign(const Prose *prose)
{
    const ProseWord *words = prose->words.at;
    bool shows = false, is_shown = false;
    for (uint32_t i = 1; i < prose->words.count && i < 6; i++) {
        shows |= words[i].role == ROLE_sign && value_of(&words[i]) == 1 && i < 3;
        is_shown |= shows && words[i].role == ROLE_sign && value_of(&words[i]) == 0;
    }
    return is_shown;
}

/* When he bangs the desk, if his sugar is under 4: what anyone can see or read, and so tells how often. */
static bool says_trigger(const Prose *prose, const ProseAmounts *amounts)
{
    static const char *const days[] = {"day", "days", "lesson", "lessons", "morning", "mornings"};
    if (begins_with_sign(prose))
        return true;
    static const char *const triggers[] = {"when", "whenever", "if", "where", "once", "as"};
    for (uint32_t i = 0; i < prose->words.count; i++) {
        bool is_sign_next = i + 2 < prose->words.count && prose->words.at[i + 2].role == ROLE_sign;
        if (is_word(prose, i, "after") && is_sign_next) /* after any seizure */
            return true;
        bool begins = i == 0 || (prose->words.at[i].before & BEFORE_clause);
        if (begins && prose->words.at[i].role == ROLE_each && is_word(prose, i + 1, "time"))
            return true; /* Each time her pump alarms */
        if (!IS_ONE_OF(prose, i, triggers))
            continue;
        if (i > 0 && prose->words.at[i].role == ROLE_when && IS_ONE_OF(prose, i - 1, days))
            return true; /* on days when … */
        for (uint32_t at = i + 1; at < i + TRIGGER_REACH && at < prose->words.count; at++)
            if (prose->words.at[at].role == ROLE_sign)
                return true;
        if (prose->words.at[i].role == ROLE_when && is_counted_at(amounts, i, i + TRIGGER_REACH))
            return true;
    }
    return false;
}

/* ---- what takes no minutes ---- */

/* `gives him extra help`: no thing done in a moment. */
static bool is_loose_near(const Prose *prose, uint32_t word)
{
    for (uint32_t i = word + 1; i < word + 5 && i < prose->words.count; i++)
        if (prose->words.at[i].role == ROLE_loose)
            return true;
    return false;
}

/* A thing done in a moment, or a letter: it needs no length, only when and by whom. */
static bool says_deed(const Prose *prose)
{
    static const char *const deeds[] = {
        "gives",    "given",      "tells",   "prints", "printed",  "writes",   "written",  "opens",
        "opened",   "checks",     "checked", "tests",  "tested",   "changes",  "changed",  "cuts",
        "rings",    "telephones", "phones",  "sends",  "sent",     "emails",   "mails",    "puts",
        "put",      "marks",      "marked",  "hands",  "prepares", "prepared", "charges",  "labels",
        "lays",     "counts",     "moves",   "walks",  "feeds",    "weighs",   "measures", "uploads",
        "enlarges", "enlarged",   "letter",  "note",   "email",    "message",  "takes",    "fetches",
        "collects", "eats",       "wears",   "signs",  "posts",    "check",    "lowers"};
    for (uint32_t i = 0; i < prose->words.count; i++)
        if (IS_ONE_OF(prose, i, deeds) && !is_loose_near(prose, i))
            return true;
    return false;
}

/* Until she has finished, until the end of lesson 1: as long as it takes. */
static bool says_until(const Prose *prose)
{
    static const char *const subjects[] = {"he", "she", "they", "it", "the"};
    for (uint32_t i = 0; i + 1 < prose->words.count; i++)
        if ((is_word(prose, i, "until") || is_word(prose, i, "till")) && IS_ONE_OF(prose, i + 1, subjects))
            return true;
    return false;
}

/* In September, January and May: so often a year. */
static bool says_months(const Prose *prose)
{
    unsigned months = 0;
    for (uint32_t i = 1; i < prose->words.count; i++) {
        const ProseWord *word = &prose->words.at[i];
        bool is_listed = word[-1].role == ROLE_in || word[-1].role == ROLE_and || word[-1].role == ROLE_month;
        months += word->role == ROLE_month && is_listed;
    }
    return months > 1;
}

/* In the first week of September. */
static bool is_week_of_month(const Prose *prose, uint32_t word)
{
    return word + 3 < prose->words.count && prose->words.at[word].role == ROLE_ordinal &&
           is_word(prose, word + 1, "week") && prose->words.at[word + 3].role == ROLE_month;
}

static bool says_week_of_month(const Prose *prose)
{
    for (uint32_t i = 0; i < prose->words.count; i++)
        if (is_week_of_month(prose, i))
            return true;
    return false;
}

/* Trained once, by a day: what needs no further rhythm. */
static bool says_training(const Prose *prose)
{
    static const char *const trainings[] = {"training", "trains", "train",    "trained", "course",
                                            "workshop", "inset",  "twilight", "taught",  "briefing"};
    for (uint32_t i = 0; i < prose->words.count; i++)
        if (IS_ONE_OF(prose, i, trainings))
            return true;
    return false;
}

/* Eight sessions in the spring term. */
static bool says_term(const Prose *prose, const ProseAmounts *amounts)
{
    bool is_counted = false;
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        bool is_several = amount->kind == PROSE_COUNT && i + 1 < amounts->list.count && /* eight one-hour … */
                          amount[1].kind == PROSE_DURATION && amount[1].first_word == amount->end_word;
        is_counted |= amount->kind == PROSE_SESSIONS || is_several;
    }
    for (uint32_t i = 2; is_counted && i + 1 < prose->words.count; i++)
        if (prose->words.at[i].role == ROLE_season && is_word(prose, i + 1, "term") &&
            (prose->words.at[i - 1].role == ROLE_in || prose->words.at[i - 2].role == ROLE_in))
            return true;
    return false;
}

void prose_add_dose(const Prose *prose, const ProseAmounts *amounts, ProseSays *says)
{
    says->floats = has_role(prose, ROLE_flexible);
    for (size_t i = 0; i < amounts->list.count; i++)
        add_amount(prose, amounts, i, says);
    says->how_often |= says_months(prose) || says_term(prose, amounts);
    says->how_long |= (says->who && says_until(prose)) || says_whole(prose);
    says->how_often |= says->how_long && says_training(prose) && (says->by_when || says_week_of_month(prose));
    says->how_often |= says->who && (says->how_long || says_deed(prose)) && says_trigger(prose, amounts);
    says->is_there |= prose_says_arrangement(prose, amounts, says);
    says->is_there |= has_role(prose, ROLE_thing) && !says->how_long && (!says->how_often || says->who);
    says->how_long |= says->who && says->how_often && says_deed(prose);
}
