/* The guards of word lists, as questions about a text and a place in it. */
#include "sema/words/guard.h"

static WordRange sentence_of(const GuardText *text, const WordMatch *match)
{
    return prose_sentence(text->prose, match->first_word);
}

static bool inside(const ProseAmount *amount, WordRange range)
{
    return amount->first_word >= range.first && amount->end_word <= range.end;
}

static bool has_role(const Prose *prose, WordRange range, Role role)
{
    for (uint32_t i = range.first; i < range.end; i++)
        if (prose->words.at[i].role == role)
            return true;
    return false;
}

/* ---- amounts ---- */

static bool is_length(const ProseAmount *amount)
{
    return amount->kind == PROSE_DURATION || amount->kind == PROSE_SHARE || amount->kind == PROSE_SESSIONS ||
           amount->kind == PROSE_COUNT || (amount->flags & AMOUNT_bound);
}

/* `Reading with Mrs Page. It lasts 20 minutes, on Mondays.`: the sentence behind goes on about the same. */
static WordRange sentence_and_more(const GuardText *text, const WordMatch *match)
{
    static const Str links[] = {STR_INIT("it"),   STR_INIT("this"),     STR_INIT("these"),
                                STR_INIT("each"), STR_INIT("sessions"), STR_INIT("they")};
    WordRange range = sentence_of(text, match);
    for (size_t i = 0; range.end < text->prose->words.count && i < sizeof links / sizeof *links; i++)
        if (str_equal_folded(prose_word(text->prose, range.end), links[i]))
            return (WordRange){range.first, prose_sentence(text->prose, range.end).end};
    return range;
}

bool guard_quantified(const GuardText *text, const WordMatch *match)
{
    WordRange range = sentence_and_more(text, match);
    bool how_much = false, how_often = false;
    for (size_t i = 0; i < text->amounts->list.count; i++) {
        const ProseAmount *amount = &text->amounts->list.at[i];
        bool is_over = i > 0 && amount->kind == PROSE_CLOCK && amount[-1].kind == PROSE_CLOCK;
        how_much |= inside(amount, range) && (is_length(amount) || is_over);
        how_often |= inside(amount, range) && amount_tells_how_often(amount);
    }
    return text->facts.has_whole_time || (how_much && how_often);
}

bool guard_measured(const GuardText *text, const WordMatch *match)
{
    return text->facts.has_measure || prose_says_level(text->prose, text->amounts) ||
           (match->end_word < text->prose->words.count && prose_promises_act(text->prose, match->end_word)) ||
           (prose_says_count(text->prose, text->amounts) && prose_shows_act(text->prose, match->end_word));
}

bool guard_dated(const GuardText *text, const WordMatch *match)
{
    WordRange range = sentence_of(text, match);
    return text->facts.has_deadline || prose_amount_in(text->amounts, range, PROSE_DATE) ||
           prose_amount_in(text->amounts, range, PROSE_DEADLINE);
}

/* Words that may stand between a match and what explains it. */
#define NEAR 3

/* `Small group phonics, 25 minutes, 4 pupils`: of a group the number may stand further off. */
static bool is_of_group(const GuardText *text, const WordMatch *match, const ProseAmount *amount)
{
    const Prose *prose = text->prose;
    bool is_people = amount->kind == PROSE_COUNT && amount->end_word < prose->words.count &&
                     prose->words.at[amount->end_word].role == ROLE_people;
    return (amount->kind == PROSE_GROUP || is_people) && inside(amount, sentence_of(text, match)) &&
           has_role(prose, (WordRange){match->first_word, match->end_word}, ROLE_group);
}

bool guard_numbered(const GuardText *text, const WordMatch *match)
{
    for (size_t i = 0; i < text->amounts->list.count; i++) {
        const ProseAmount *amount = &text->amounts->list.at[i];
        bool is_near =
            amount->first_word <= match->end_word + NEAR && amount->end_word + NEAR >= match->first_word;
        if (is_of_group(text, match, amount) ||
            (is_near && amount->kind != PROSE_LABEL && amount->kind != PROSE_DATE &&
             amount->kind != PROSE_DEADLINE))
            return true;
    }
    return false;
}

bool guard_grouped(const GuardText *text, const WordMatch *match)
{
    (void)match;
    return text->facts.has_group;
}

/* ---- people ---- */

bool guard_staffed(const GuardText *text, const WordMatch *match)
{
    return text->facts.has_person || prose_names_person(text->prose, sentence_of(text, match));
}

/* ---- what is said around it ---- */

bool guard_triggered(const GuardText *text, const WordMatch *match)
{
    WordRange range = sentence_of(text, match);
    bool has_trigger = has_role(text->prose, range, ROLE_when) && has_role(text->prose, range, ROLE_sign);
    return has_trigger &&
           (prose_amount_in(text->amounts, range, PROSE_DURATION) ||
            prose_amount_in(text->amounts, range, PROSE_COUNT) || prose_names_person(text->prose, range));
}

/* `no more than`, `not only` deny nothing. */
static bool denies(const Prose *prose, uint32_t word)
{
    static const Str harmless[] = {STR_INIT("more"), STR_INIT("later"), STR_INIT("fewer"),
                                   STR_INIT("less"), STR_INIT("only"),  STR_INIT("longer")};
    Role role = (Role)prose->words.at[word].role;
    if ((role != ROLE_negation && role != ROLE_instead) || word + 1 >= prose->words.count)
        return false;
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        if (str_equal_folded(prose_word(prose, word + 1), harmless[i]))
            return false;
    return true;
}

/* Words between a denial and what it denies. */
#define DENIAL_REACH 6

bool guard_negated(const GuardText *text, const WordMatch *match)
{
    WordRange clause = prose_clause(text->prose, match->first_word);
    uint32_t first =
        match->first_word > clause.first + DENIAL_REACH ? match->first_word - DENIAL_REACH : clause.first;
    for (uint32_t i = first; i < match->first_word; i++)
        if (denies(text->prose, i))
            return true;
    return false;
}

bool guard_past(const GuardText *text, const WordMatch *match)
{
    WordRange clause = prose_clause(text->prose, match->first_word);
    return text->facts.is_past ||
           (has_role(text->prose, clause, ROLE_past) && !has_role(text->prose, clause, ROLE_will) &&
            !has_role(text->prose, clause, ROLE_modal));
}

bool guard_quoted(const GuardText *text, const WordMatch *match)
{
    return has_role(text->prose, sentence_of(text, match), ROLE_law);
}

bool guard_universal(const GuardText *text, const WordMatch *match)
{
    (void)match;
    return text->facts.is_universal;
}

/* A name, or a word with a capital that does not begin the sentence. */
static bool is_name(const Prose *prose, uint32_t word)
{
    const ProseWord *at = &prose->words.at[word];
    bool begins = word == 0 || (at->before & BEFORE_clause);
    return (at->flags & PROSE_name) || ((at->flags & PROSE_capital) && !begins && at->role == ROLE_none);
}

bool guard_named(const GuardText *text, const WordMatch *match)
{
    WordRange clause = prose_clause(text->prose, match->first_word);
    uint32_t first = match->first_word > clause.first + NEAR ? match->first_word - NEAR : clause.first;
    for (uint32_t i = first; i < clause.end && i < match->end_word + NEAR; i++)
        if ((i < match->first_word || i >= match->end_word) && is_name(text->prose, i))
            return true;
    return false;
}

bool guard_listed(const GuardText *text, const WordMatch *match)
{
    const ProseWord *words = text->prose->words.at;
    WordRange range = sentence_of(text, match);
    unsigned commas = 0;
    for (uint32_t i = match->end_word; i < range.end; i++) {
        bool is_near = i <= match->end_word + NEAR;
        if (is_near && (words[i].before & (BEFORE_colon | BEFORE_dash | BEFORE_open)))
            return true;
        commas += (words[i].before & BEFORE_comma) != 0;
    }
    return commas > 1;
}

bool guard_holds(unsigned guard, const GuardText *text, const WordMatch *match)
{
    switch ((enum guard_choice)guard) {
    case CHOICE_guard_quantified: return guard_quantified(text, match);
    case CHOICE_guard_measured: return guard_measured(text, match);
    case CHOICE_guard_triggered: return guard_triggered(text, match);
    case CHOICE_guard_staffed: return guard_staffed(text, match);
    case CHOICE_guard_negated: return guard_negated(text, match);
    case CHOICE_guard_past: return guard_past(text, match);
    case CHOICE_guard_quoted: return guard_quoted(text, match);
    case CHOICE_guard_universal: return guard_universal(text, match);
    case CHOICE_guard_numbered: return guard_numbered(text, match);
    case CHOICE_guard_grouped: return guard_grouped(text, match);
    case CHOICE_guard_dated: return guard_dated(text, match);
    case CHOICE_guard_named: return guard_named(text, match);
    case CHOICE_guard_listed: return guard_listed(text, match);
    case CHOICE_guard_MISSING:
    case CHOICE_guard_COUNT: break;
    }
    return false;
}
