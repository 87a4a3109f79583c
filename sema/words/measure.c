/* What a text would be measured by: which of its amounts count something, and which tell a level that can be
 * reached. */
#include "sema/words/says.h"

static bool is_word(const Prose *prose, uint32_t word, const char *text)
{
    return word < prose->words.count && str_equal_folded(prose_word(prose, word), str_from(text));
}

/* A growth in per cent tells nothing without what it is of: improved by half. */
static bool is_growth(const Prose *prose, const ProseAmount *amount)
{
    const ProseWord *words = prose->words.at;
    if (amount->kind != PROSE_SHARE)
        return false;
    bool is_by = amount->first_word > 0 && words[amount->first_word - 1].role == ROLE_by;
    return is_by || is_word(prose, amount->end_word, "improvement") ||
           is_word(prose, amount->end_word, "increase") || is_word(prose, amount->end_word, "reduction");
}

/* A reading age that goes up by six months. */
static bool is_gain(const Prose *prose, const ProseAmount *amount)
{
    return amount->kind == PROSE_SPAN && amount->first_word > 0 &&
           prose->words.at[amount->first_word - 1].role == ROLE_by;
}

/* `one day`, `one of them`, `no one`, `one another`: no number of anything. `a two-way talk`: a kind of talk.
 */
static bool is_idle(const Prose *prose, const ProseAmount *amount)
{
    bool is_one = amount->kind == PROSE_COUNT && is_word(prose, amount->first_word, "one");
    uint32_t next = amount->end_word;
    return is_word(prose, next, "way") ||
           (is_one &&
            (is_word(prose, next - 1, "day") || is_word(prose, next, "of") ||
             is_word(prose, next, "another") ||
             (amount->first_word > 0 && prose->words.at[amount->first_word - 1].role == ROLE_negation) ||
             (amount->first_word > 0 && prose->words.at[amount->first_word - 1].role == ROLE_each)));
}

/* `his daily routine` counts nothing; `does it daily`, `daily for six weeks` does. */
static bool is_adjective(const Prose *prose, const ProseAmount *amount)
{
    const ProseWord *words = prose->words.at;
    uint32_t next = amount->end_word;
    if (amount->kind != PROSE_FREQUENCY || next - amount->first_word > 1 || next >= prose->words.count)
        return false;
    bool is_last =
        words[next].before & (BEFORE_clause | BEFORE_comma | BEFORE_close | BEFORE_dash | BEFORE_open);
    return !is_last && (words[next].role == ROLE_none || words[next].role == ROLE_loose ||
                        words[next].role == ROLE_stage);
}

bool prose_amount_counts(const Prose *prose, const ProseAmount *amount)
{
    if (is_idle(prose, amount) || is_growth(prose, amount) || is_adjective(prose, amount))
        return false;
    switch ((ProseAmountKind)amount->kind) {
    case PROSE_COUNT:
    case PROSE_DURATION:
    case PROSE_FREQUENCY:
    case PROSE_SESSIONS:
    case PROSE_SCORE:
    case PROSE_RATE:
    case PROSE_SHARE:
    case PROSE_MONEY: return true;
    case PROSE_LABEL: /* a Level 2 certificate, a grade 4 */
        return prose->words.at[amount->first_word].role == ROLE_skill ||
               is_word(prose, amount->first_word, "grade");
    case PROSE_SPAN: return is_gain(prose, amount);
    case PROSE_GROUP:
    case PROSE_DATE:
    case PROSE_DEADLINE:
    case PROSE_CLOCK: break;
    }
    return false;
}

/* ---- levels ---- */

/* `two adults`, `three different settings`, `five strategies`: whom with, where, by what; not how well. */
static bool is_of_company(const Prose *prose, const ProseAmount *amount)
{
    static const char *const company[] = {"adults",   "people",  "staff",   "settings",
                                          "areas",    "friends", "places",  "strategies",
                                          "subjects", "ways",    "lessons", "skills"};
    for (uint32_t i = amount->end_word; amount->kind == PROSE_COUNT && i < amount->end_word + 2; i++) {
        if (i < prose->words.count && prose->words.at[i].role == ROLE_people)
            return true;
        for (size_t kind = 0; kind < sizeof company / sizeof *company; kind++)
            if (is_word(prose, i, company[kind]))
                return true;
    }
    return false;
}

/* Words between `to` and its number: to at least, to more than. */
#define LEVEL_REACH 3

/* Does it stand behind what leads to a level: to 80%, from 6 times a week, more than 90%; is 90%, with 95%?
 */
static bool is_led_to(const Prose *prose, const ProseAmount *amount)
{
    uint32_t last = amount->first_word, first = last > LEVEL_REACH ? last - LEVEL_REACH : 0;
    if (last && (prose->words.at[last - 1].role == ROLE_be || prose->words.at[last - 1].role == ROLE_least ||
                 is_word(prose, last - 1, "with")))
        return true;
    for (uint32_t i = last; i-- > first;) {
        Role role = (Role)prose->words.at[i].role;
        if (role == ROLE_to || role == ROLE_from || role == ROLE_of || is_word(prose, i, "than") ||
            is_word(prose, i, "above"))
            return true;
        if (role == ROLE_in || is_word(prose, i, "on"))
            return false;
    }
    return false;
}

/* `in 4 out of 5 lessons`, `on 80% of occasions`, `every day`, `5 days a week`: when it is looked at, not how
 * well it goes. */
static bool is_occasion(const Prose *prose, const ProseAmount *amount)
{
    bool may_be =
        amount->kind == PROSE_FREQUENCY || amount->kind == PROSE_SCORE || amount->kind == PROSE_SHARE;
    return may_be && !(amount->flags & AMOUNT_at_least) && !is_led_to(prose, amount);
}

bool prose_says_level(const Prose *prose, const ProseAmounts *amounts)
{
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        if (prose_amount_counts(prose, amount) && !is_of_company(prose, amount) &&
            !is_occasion(prose, amount))
            return true;
    }
    return false;
}

bool prose_says_count(const Prose *prose, const ProseAmounts *amounts)
{
    for (size_t i = 0; i < amounts->list.count; i++)
        if (prose_amount_counts(prose, &amounts->list.at[i]))
            return true;
    return false;
}

/* ---- acts ---- */

/* Is the verb one of what is promised: and asks, will ask, he asks, by asking, : asks? */
static bool is_promised(const Prose *prose, uint32_t verb)
{
    const ProseWord *words = prose->words.at;
    if (verb == 0)
        return false;
    Role before = (Role)words[verb - 1].role;
    bool is_joined = words[verb].before & (BEFORE_comma | BEFORE_colon | BEFORE_dash);
    if (words[verb].role == ROLE_acting)
        return is_joined || before == ROLE_by || is_word(prose, verb - 1, "means") ||
               is_word(prose, verb - 1, "by");
    return is_joined || before == ROLE_and || before == ROLE_to || before == ROLE_will ||
           is_word(prose, verb - 1, "he") || is_word(prose, verb - 1, "she") ||
           is_word(prose, verb - 1, "they");
}

bool prose_shows_act(const Prose *prose, uint32_t first)
{
    for (uint32_t i = first; i < prose->words.count && i < first + 60; i++) {
        const ProseWord *word = &prose->words.at[i];
        bool is_verb = word->role == ROLE_act || word->role == ROLE_acting || word->role == ROLE_sign;
        if (is_verb && role_word(word->symbol)->value > 0 && is_promised(prose, i))
            return true;
    }
    return false;
}
