/* Amounts in texts: what is found, of which kind, how much. And the guards that ask for them. */
#include "sema/words/guard.h"

#include "tests/unit/expect.h"

#include <string.h>

typedef struct Setting {
    Arena arena;
    Automaton automaton;
    Prose prose;
    ProseAmounts amounts;
} Setting;

static void read_text(Setting *setting, const char *text)
{
    prose_read(&setting->prose, &setting->automaton.lexicon, str_from(text));
    prose_find_amounts(&setting->prose, &setting->amounts);
}

static const char *const kinds[] = {"count", "length", "often", "sessions", "span",     "group", "score",
                                    "rate",  "share",  "money", "date",     "deadline", "clock", "label"};

static void print_amount(Out *out, const ProseAmount *amount)
{
    Arena arena = {0};
    out_format(out, "%s", kinds[amount->kind]);
    out_text(out, amount->flags & AMOUNT_up_to ? "≤" : "");
    out_text(out, amount->flags & AMOUNT_at_least ? "≥" : "");
    out_text(out, amount->flags & AMOUNT_about ? "~" : "");
    if (!amount_is_missing(amount->amount))
        out_format(out, " " STR_FMT, STR_ARG(amount_text(&arena, amount->amount)));
    if (amount->flags & AMOUNT_range)
        out_format(out, "–" STR_FMT, STR_ARG(amount_text(&arena, amount->most)));
    if (amount->day != DAY_MISSING)
        out_format(out, " " STR_FMT, STR_ARG(day_text(&arena, amount->day)));
    arena_free(&arena);
}

static void expect_amounts(Tally *tally, Setting *setting, const char *text, const char *wanted)
{
    Out out = {0};
    read_text(setting, text);
    for (size_t i = 0; i < setting->amounts.list.count; i++) {
        out_text(&out, i ? "; " : "");
        print_amount(&out, &setting->amounts.list.at[i]);
    }
    expect_str(tally, text, out_result(&out), wanted);
    out_free(&out);
}

static void test_amounts(Tally *tally, Setting *setting)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"30 minutes twice a week", "length 30 minutes; often 2 sessions a week"},
        {"half an hour daily", "length 30 minutes; often 1 session a day"},
        {"an hour and a half each week", "length 1 hour 30 minutes a week"},
        {"a quarter of an hour, three quarters of an hour", "length 15 minutes; length 45 minutes"},
        {"1 hour 30 minutes; 1½ hours; one and a half hours",
         "length 1 hour 30 minutes; length 1 hour 30 minutes; length 1 hour 30 minutes"},
        {"in a group of six", "group 6"},
        {"group of up to 4, class of 12", "group 4; group 12"},
        {"1:1 and in pairs", "group 1; group 2"},
        {"by July 2027", "deadline 1 July 2027"},
        {"by 16 July 2027", "deadline 16 July 2027"},
        {"on 3rd March 2027 and 16/07/2027", "date 3 March 2027; date 16 July 2027"},
        {"by the end of Year 5", "deadline"},
        {"At the end of key stage 2", "deadline"},
        {"before her next annual review", "deadline"},
        {"four out of five", "score 4 out of 5"},
        {"18 of 20, 4/5, 4 in 5, 9 times out of 10, on 4 days in 5",
         "score 18 out of 20; score 4 out of 5; score 4 out of 5; score 9 out of 10; score 4 out of 5"},
        {"70 words a minute", "rate 70 times a minute"},
        {"10 sessions of 20–45 minutes", "sessions 10 sessions; length 20 minutes–45 minutes"},
        {"at least 22 hours a week", "length≥ 22 hours a week"},
        {"a minimum of 3 hours per week", "length≥ 3 hours a week"},
        {"up to 3 times a week", "often≤ 3 sessions a week"},
        {"about 20 minutes, approximately ten minutes", "length~ 20 minutes; length~ 10 minutes"},
        {"between 10 and 15 minutes", "length 10 minutes–15 minutes"},
        {"2 to 3 times a week", "often 2 sessions a week–3 sessions a week"},
        {"25% extra time", "share 25%"},
        {"every Tuesday, each lesson, every two weeks, every half term",
         "often 1 session a week; often 1 session a session; often; often 1 session a half term"},
        {"on Mondays, Wednesdays and Fridays", "often 3 sessions a week"},
        {"four mornings a week", "often 4 sessions a week"},
        {"for 12 weeks, within 12 months", "span 12 weeks; span 12 months"},
        {"£400 a year", "money £400"},
        {"at 9:15, 3 pm and 8.45 am", "clock; clock; clock"},
        {"in Year 4, level 3", "label; label"},
        {"twenty-five minutes", "length 25 minutes"},
        {"10 seconds", "length 0.167 minutes"},
        {"from 8pm until 6am on five nights a week", "clock; clock; often 5 sessions a week"},
        {"from 8.35 until 8.55, Mon–Thurs", "clock; clock; often 2 sessions a week"},
        {"two 45 minute lessons a week", "count 2; length 45 minutes; often"},
        {"15 min x 4 per week", "length 15 minutes; often 4 sessions a week"},
        {"30 hrs p/w", "length 30 hours a week"},
        {"one hour of teaching per week", "length 1 hour; often"},
        {"30 minutes of phonics a week", "length 30 minutes; often"},
        {"back within a week, as a week is long", ""},
        {"(up to 3 students), maximum 6 pupils", "group 3; group 6"},
        {"up to 3 hours", "length≤ 3 hours"},
        {"eight sessions of two hours, one a week",
         "sessions 8 sessions; length 2 hours; often 1 session a week"},
        {"two full days each year", "length 2 days a year"},
        {"three days a week", "often 3 sessions a week"},
        {"half a day every half-term", "length 3 hours; often 1 session a half term"},
        {"in all class tests, all nine of his taught hours", "often; length 9 hours a week"},
        {"all staff", ""},
        {"by 2029, by the age of 18, by the time he leaves college", "deadline; deadline; deadline"},
        {"by 12 pupils", "count 12"},
        {"9 to 12 each day", "count 9–12; often 1 session a day"},
        {"a post 16 placement", "label"},
        {"10 sessions per academic year, 60 minutes each", "often 10 sessions a year; length 1 hour"},
        {"at the start of each day by the nurse every September", "often 1 session a day; often"},
        {"by six months within a year", "span 6 months"},
        {"has been there twice, at least once", "count 2; count 1"},
        {"once he is settled", ""},
        {"Outcome 2: Sam", ""},
        {"1. Sam", ""},
        {"3) Sam", ""},
        {"1.2 Sam", ""},
        {"3.15 to 4.15", "clock; clock"},
        {"Wednesdays, 6 pupils", "often 1 session a week; count 6"},
        {"she may read in May", ""},
        {"every", ""},
        {"half", ""},
        {"99999999999999999999 minutes", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_amounts(tally, setting, cases[i][0], cases[i][1]);
}

/* ---- guards ---- */

/* A match of the word `it` in the text. */
static WordMatch match_of(const Setting *setting, const char *word)
{
    WordMatch match = {0};
    for (uint32_t i = 0; i < setting->prose.words.count; i++)
        if (str_equal_folded(prose_word(&setting->prose, i), str_from(word)))
            match =
                (WordMatch){.first_word = i, .end_word = i + 1, .clause = setting->prose.words.at[i].clause};
    return match;
}

static void test_guards(Tally *tally, Setting *setting)
{
    static const struct {
        unsigned guard;
        bool holds;
        const char *text; /* about the word `support` */
    } cases[] = {
        {CHOICE_guard_quantified, true, "Support in reading: 20 minutes, three times a week"},
        {CHOICE_guard_quantified, true, "12 hours of support a week, or 12 hours a week"},
        {CHOICE_guard_quantified, false, "Support for 20 minutes"},
        {CHOICE_guard_quantified, false, "Regular support. 20 minutes daily of reading"},
        {CHOICE_guard_measured, true, "With support reads 70 words a minute"},
        {CHOICE_guard_measured, false, "With support reads better by July 2027 in Year 4"},
        {CHOICE_guard_measured, false, "With support improves by 50%"},
        {CHOICE_guard_measured, false, "With support develops friendships with two other children"},
        {CHOICE_guard_measured, true, "With support develops three friendships"},
        {CHOICE_guard_measured, false, "With support copes in 4 lessons out of 5"},
        {CHOICE_guard_measured, false, "With support is happy 5 days a week"},
        {CHOICE_guard_measured, true, "With support reduces hitting to once a week"},
        {CHOICE_guard_measured, true, "With support copes by asking for a break in 4 lessons out of 5"},
        {CHOICE_guard_triggered, true, "When he shows his red card support comes for 5 minutes"},
        {CHOICE_guard_triggered, false, "Support when needed"},
        {CHOICE_guard_staffed, true, "Support from the speech and language therapist"},
        {CHOICE_guard_staffed, true, "Support from the Year 4 TA"},
        {CHOICE_guard_staffed, true, "Support from a TA trained in Makaton"},
        {CHOICE_guard_staffed, true, "Support from Mrs Okafor"},
        {CHOICE_guard_staffed, false, "Support from a trained TA"},
        {CHOICE_guard_staffed, false, "Support from staff"},
        {CHOICE_guard_negated, true, "It will not be left to general support"},
        {CHOICE_guard_negated, true, "The sessions are instead of support"},
        {CHOICE_guard_negated, false, "No more than support"},
        {CHOICE_guard_past, true, "She had support in Year 2"},
        {CHOICE_guard_past, false, "She had none but will have support"},
        {CHOICE_guard_quoted, true, "The duty under the Equality Act to give support"},
        {CHOICE_guard_numbered, true, "Support for 4 pupils"},
        {CHOICE_guard_numbered, false, "Support in Year 4"},
        {CHOICE_guard_dated, true, "Support starts by 3 May 2027"},
        {CHOICE_guard_dated, false, "Support starts soon"},
        {CHOICE_guard_named, true, "He has support from Nessy"},
        {CHOICE_guard_named, false, "He has support from nobody"},
        {CHOICE_guard_listed, true, "Support: a frame, a slope"},
        {CHOICE_guard_listed, false, "Support is given"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_text(setting, cases[i].text);
        GuardText text = {.prose = &setting->prose, .amounts = &setting->amounts};
        WordMatch match = match_of(setting, "support");
        expect_int(tally, cases[i].text, guard_holds(cases[i].guard, &text, &match), cases[i].holds);
    }
}

int main(void)
{
    Tally tally = {0};
    Setting setting = {0};
    AutomatonBuilder builder = {0};
    automaton_end(&builder, &setting.arena, &setting.automaton);
    test_amounts(&tally, &setting);
    test_guards(&tally, &setting);
    prose_amounts_free(&setting.amounts);
    prose_free(&setting.prose);
    arena_free(&setting.arena);
    return tally_end(&tally);
}
