/* The meaning of conditions, on a small plan: each a row of a table with what it comes to. And conditions put
 * together at random: whatever can be typed can be evaluated, twice alike. */
#include "sema/check/compile.h"
#include "sema/check/evaluate.h"
#include "sema/check/run.h"
#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

#define TODAY 20779 /* 22 November 2026 */

static const char plan[] =
    "school \"Oakbridge\" { threshold £7,000 }\n"
    "person jo \"Jo Marsh\" { role HLTA; hours a week 20 }\n"
    "pupil BK \"Bilal K\" { born 9 November 2017; year 4; status SEN support; looked after no }\n"
    "support plan for BK {\n"
    "  parents informed 11 September 2026\n"
    "  aspiration A1 from pupil \"I want to read.\"\n"
    "  need B1 cognition and learning \"Reads 41 words a minute.\"\n"
    "  outcome E1 \"Bilal will read 70 words a minute.\" {\n"
    "    for B1, A1; measure \"words a minute\" from 41 to 70; by 16 July 2027; review 12 February 2027, 1 "
    "May 2027\n"
    "    step \"50 words\" by 12 February 2027\n"
    "  }\n"
    "  outcome E2 \"Bilal will join in.\" { for B1 }\n"
    "  provision F1 \"Precision teaching\" { meets B1; towards E1; time 10 minutes, 5 times a week, for 12 "
    "weeks\n"
    "    group 1 to 1; by jo; starts 14 September 2026; cost £60 }\n"
    "  provision F2 \"Talk group\" { meets B1; time 30 minutes, weekly, for 12 weeks; group of 4; by TA; in "
    "class }\n"
    "  meeting 18 September 2026 with mother, pupil\n"
    "  result of E1 on 2 November 2026 55\n"
    "}\n";

typedef struct Case {
    const char *on, *condition;
    char wanted; /* y, n, ? of the first record of its kind */
} Case;

static const Case cases[] = {
    {"outcome", "measure exists", 'y'},
    {"outcome", "measure from < measure to", 'y'},
    {"outcome", "measure to - measure from = 29", 'y'},
    {"outcome", "by is after today and not by before 1 July 2027", 'y'},
    {"outcome", "every review is before by", 'y'},
    {"outcome", "no review is after by", 'y'},
    {"outcome", "some review is after 1 April 2027", 'y'},
    {"outcome", "number of review = 2", 'y'},
    {"outcome", "for this", 'n'},
    {"outcome", "for B1", 'y'},
    {"outcome", "for B2", 'n'},
    {"outcome", "some for is need and some for is aspiration", 'y'},
    {"outcome", "some provision towards this", 'y'},
    {"outcome", "some step where by before by of this", 'y'},
    {"outcome", "every step (by of outcome is by of this)", 'y'},
    {"outcome", "closed before today", '?'},
    {"outcome", "not closed before today", '?'},
    {"outcome", "closed before today and by before today", 'n'},
    {"outcome", "closed before today or by after today", 'y'},
    {"outcome", "closed exists", 'n'},
    {"outcome", "open and not reached and progressing", 'y'},
    {"outcome", "plan is support plan and not plan is EHC plan and not plan is draft", 'y'},
    {"outcome", "year of pupil = 4 and age of pupil >= 9 years", 'y'},
    {"outcome", "name is \"bilal k\"", 'y'},
    {"outcome", "text says \"70 WORDS\" and not text says \"read 7\"", 'y'},
    {"outcome", "some outcome where not by exists", 'y'},
    {"outcome", "every outcome where by exists by after today", 'y'},
    {"outcome", "measure from / 0 > 1", '?'},
    {"pupil", "status is SEN support and status SEN support and not status E", 'y'},
    {"pupil", "looked after", 'n'},
    {"pupil", "looked after exists", 'y'},
    {"pupil", "pupil premium", 'n'},
    {"pupil", "pupil premium exists", 'n'},
    {"pupil", "total weekly time of provision = 80 minutes", 'y'},
    {"pupil", "total weekly time of provision where not in class <= 50 minutes", 'y'},
    {"pupil", "average weekly time of provision = 40 minutes", 'y'},
    {"pupil", "average weekly time of provision where by parent > 0 minutes", '?'},
    {"pupil", "total weekly time of provision where by parent = 0 minutes", 'y'},
    {"pupil", "total cost of provision = £60", 'y'},
    {"pupil", "number of meeting where with parent >= 1", 'y'},
    {"pupil", "number of meeting where with father >= 1", 'n'},
    {"pupil", "some provision by HLTA", 'y'},
    {"pupil", "born + 9 years is before today", 'y'},
    {"need", "every outcome where for this has provision", 'n'},
    {"need", "area cognition and learning and area is CL", 'y'},
    {"person", "some provision by this", 'y'},
    {"person", "total weekly time of provision where by this / 1 hour < hours a week", 'y'},
    {"plan", "time out of lessons = 50 minutes and threshold of school = £7,000", 'y'},
    {"plan", "date is 11 September 2026 and date of plan is date", 'y'},
    {"provision", "duration = 10 minutes and group size = 1 and weekly time > 45 minutes", 'y'},
    {"provision", "by is TA or by jo", 'y'},
};

/* The plan with a check; '!' where the condition cannot be typed. */
static char answer(const char *on, const char *condition, bool *same)
{
    Arena arena = {0};
    Compiled compiled;
    Program program;
    Str text = arena_format(&arena, "%scheck t on %s {\n require %s\n says \"x\"\n}\n", plan, on, condition);
    compile_text(&compiled, text, TODAY);
    checks_compile(language_standard(), &compiled.records, NULL, &arena, &program, &compiled.findings);
    char found = '!';
    *same = true;
    Evaluation evaluation = {.program = &program, .derived = &compiled.derived};
    for (uint32_t rule = 0; rule < program.rule_count; rule++) {
        RecordKind kind = program.rules[rule].on;
        for (uint32_t row = 0; row < records_table(&compiled.records, (Kind)kind.kind)->count; row++) {
            evaluation_set(&evaluation, (Kind)kind.kind, row);
            CheckValue first = evaluate(&evaluation, program.rules[rule].require);
            CheckValue second = evaluate(&evaluation, program.rules[rule].require);
            *same &= first.known == second.known && first.number == second.number;
            if (!row)
                found = !first.known ? '?' : first.number ? 'y' : 'n';
        }
    }
    compiled_free(&compiled);
    arena_free(&arena);
    return found;
}

static void test_meaning(Tally *tally)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool same;
        char got = answer(cases[i].on, cases[i].condition, &same);
        expect(tally, same, "a condition comes to the same twice");
        expect(tally, got == cases[i].wanted, cases[i].condition);
        if (got != cases[i].wanted)
            printf("  on %s: %c, wanted %c\n", cases[i].on, got, cases[i].wanted);
    }
}

/* ---- at random ---- */

static const char *const words[] = {"by",
                                    "measure from",
                                    "weekly time",
                                    "status",
                                    "review",
                                    "provision",
                                    "outcome",
                                    "this",
                                    "today",
                                    "text",
                                    "code",
                                    "name",
                                    "date",
                                    "pupil",
                                    "plan",
                                    "school",
                                    "for",
                                    "with",
                                    "parent",
                                    "5 hours",
                                    "£100",
                                    "12 months",
                                    "3",
                                    "0",
                                    "B1",
                                    "80%",
                                    "\"words\"",
                                    "exists",
                                    "is",
                                    "is not",
                                    "before",
                                    "after",
                                    "<",
                                    ">=",
                                    "=",
                                    "and",
                                    "or",
                                    "not",
                                    "+",
                                    "-",
                                    "*",
                                    "/",
                                    "(",
                                    ")",
                                    "every",
                                    "some",
                                    "no",
                                    "where",
                                    "has",
                                    "of",
                                    "number of",
                                    "total",
                                    "average",
                                    "says",
                                    "in class",
                                    "need",
                                    "meets",
                                    "towards",
                                    "16 July 2027",
                                    "cost a year",
                                    "EHC plan",
                                    "achieved"};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static Str random_condition(uint32_t *seed, Arena *arena)
{
    Str text = STR("");
    for (unsigned left = 1 + next_random(seed) % 12; left; left--)
        text = arena_format(arena, STR_FMT " %s", STR_ARG(text),
                            words[next_random(seed) % (sizeof words / sizeof *words)]);
    return text;
}

static void test_random(Tally *tally)
{
    static const char *const kinds[] = {"outcome", "pupil", "provision", "plan", "meeting", "school"};
    uint32_t seed = 1;
    unsigned typed = 0;
    bool all_same = true;
    for (unsigned round = 0; round < 4000; round++) {
        Arena arena = {0};
        bool same;
        Str condition = random_condition(&seed, &arena);
        typed += answer(kinds[next_random(&seed) % 6], condition.at, &same) != '!';
        all_same &= same;
        arena_free(&arena);
    }
    expect(tally, all_same, "random conditions come to the same twice");
    expect(tally, typed > 20, "some random conditions mean something");
}

int main(void)
{
    Tally tally = {0};
    test_meaning(&tally);
    test_random(&tally);
    return tally_end(&tally);
}
