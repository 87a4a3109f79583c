/* Linking: what plans say about codes and people, and what the compiler makes of it. */
#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

#include <time.h>

/* A school with people, a programme and an assessment; then the case's own text. */
#define SCHOOL                                                                                               \
    "school \"Ash Primary\" {\n"                                                                             \
    "person mrs-b \"Mrs Folake Brampton\" { role SENCO }\n"                                                  \
    "person mr-b \"Mr Paul Brampton\" { role class teacher }\n"                                              \
    "person hlta-jo \"Jo Marsh\" { role HLTA }\n"                                                            \
    "person ELSA \"Dee Barlow\" { role ELSA }\n"                                                             \
    "intervention ELSA \"Emotional literacy support\" { tier targeted }\n"                                   \
    "assessment YARC \"York Assessment\" { scale standard score }\n"                                         \
    "}\n"                                                                                                    \
    "pupil BK \"Bilal K\" { year 4; parent \"Mrs Amal Haddad\" }\n"

#define PLAN(inside) SCHOOL "support plan for BK {\n" inside "\n}\n"

/* The finding each text must give, where, and a part of what is said; an empty name for no finding at all. */
typedef struct Case {
    const char *text, *finding, *at, *says;
} Case;

static const Case cases[] = {
    /* references */
    {PLAN("need B1 cognition and learning \"n\"\nprovision F1 \"p\" { meets b1 }"), "", "", ""},
    {PLAN("need B1 cognition and learning \"Reads slowly\"\nprovision F1 \"p\" { meets B2 }"), "unknown-code",
     "B2", "Did you mean B1, ‘Reads slowly’?"},
    {PLAN("need B1 cognition and learning \"n\"\nneed B3 cognition and learning \"n\"\nprovision F1 \"p\" { "
          "meets B2 }"),
     "unknown-code", "B2", "There is: B1, B3."},
    {PLAN("need B1 cognition and learning \"n\"\nprovision F1 \"p\" { towards F1 }"), "code-of-another-kind",
     "F1", "‘F1’ is provision, but ‘towards’ names an outcome."},
    {PLAN("need B1 cognition and learning \"n\"\noutcome E1 \"o\" { for YARC, B1 }"), "code-of-another-kind",
     "YARC", "names an aspiration or a need"},
    {PLAN("provision F1 \"p\" { from ELSA; by ELSA }"), "", "", ""},
    {PLAN("provision F1 \"p\" { from NELI }"), "unknown-code", "NELI", "There is no intervention ‘NELI’."},
    {PLAN("outcome E1 \"o\" { assessed with yarc }\noutcome E2 \"o\" { assessed with \"York Assessment\" }\n"
          "outcome E3 \"o\" { assessed with \"a tally\" }"),
     "", "", ""},
    {PLAN("outcome E1 \"o\" { assessed with YARK }"), "unknown-code", "YARK", "Did you mean YARC"},
    {PLAN("need cognition and learning \"n\"\nprovision F1 \"p\" { meets B1 }"), "code-not-written", "B1",
     "the code the compiler gives a need"},
    /* a plan's codes are its own */
    {SCHOOL "support plan for BK { need B1 cognition and learning \"n\" }\n"
            "ehc plan for BK { provision F1 \"p\" { meets B1 } }",
     "unknown-code", "B1", "in this plan"},
    {SCHOOL "support plan for BK { need B1 cognition and learning \"n\" }\n"
            "ehc plan for BK { need B1 cognition and learning \"n\" }",
     "", "", ""},
    {SCHOOL "support plan for BX { need B1 cognition and learning \"n\" }", "unknown-code", "BX",
     "Did you mean BK, ‘Bilal K’?"},
    /* codes that stand twice, codes that are words */
    {PLAN("need B1 cognition and learning \"n\"\nneed b1 cognition and learning \"n\""), "code-stands-twice",
     "b1", "stands for a need and again for another need"},
    {PLAN("need X1 cognition and learning \"n\"\noutcome X1 \"o\""), "code-stands-twice", "X1",
     "for an outcome"},
    {PLAN("outcome BY \"o\""), "code-is-a-word", "BY", "begins a fact"},
    {SCHOOL "pupil BY \"Bella Y\" { year 4 }\nsupport plan for BY { }", "", "", ""},
    {SCHOOL "pupil BY \"Bella Y\" { year 4 }\ngroup LEGO \"Lego club\" { pupils BK }", "code-is-a-word", "BY",
     "in group, ‘by’"},
    /* people */
    {PLAN("meeting 18 September 2026 with parent, mrs-b, \"Jo Marsh\", \"Mrs Brampton\", \"Mrs Haddad\", "
          "\"Haddad\""),
     "", "", ""},
    {PLAN("meeting 18 September 2026 with \"Brampton\""), "two-people-fit", "\"Brampton\"",
     "Mrs Folake Brampton (mrs-b) or Mr Paul Brampton (mr-b)"},
    {PLAN("meeting 18 September 2026 with \"the football coach\""), "", "", ""},
    {PLAN("meeting 18 September 2026 with hlta-jon"), "nobody-of-that-name", "hlta-jon",
     "Did you mean hlta-jo"},
    {PLAN("meeting 18 September 2026 with HLTAA"), "nobody-of-that-name", "HLTAA", "Did you mean HLTA?"},
    {PLAN("meeting 18 September 2026 with BK"), "code-of-another-kind", "BK", "Write ‘pupil’"},
    {PLAN("meeting 18 September 2026 with SLT"), "slt-is-two-things", "SLT", "SaLT"},
    {PLAN("need B1 cognition and learning \"n\" { evidence \"e\" by K1 }\nadvice K1 \"Report\" by SaLT"), "",
     "", ""},
    {PLAN("meeting 18 September 2026 with K1\nadvice K1 \"Report\" by SaLT"), "code-of-another-kind", "K1",
     "‘K1’ is advice"},
    /* without a school */
    {"pupil BK \"B\" { year 4 }\nsupport plan for BK { provision F1 \"p\" { by ta-sam; overseen by ta-sam } "
     "}",
     "nobody-of-that-name", "ta-sam", "No school.sen was found"},
    {"pupil BK \"B\" { year 4 }\nsupport plan for BK { provision F1 \"p\" { from NELI } }", "unknown-code",
     "NELI", "No school.sen was found"},
    /* a group may name pupils whose plans are not compiled */
    {SCHOOL "group LEGO \"Lego club\" { pupils BK, JM, TR }", "", "", ""},
    /* terms */
    {"term \"Autumn\" 18 December 2026 to 2 September 2026", "term-ends-first", "2 September 2026",
     "ends before"},
    {"term \"Autumn\" 2 September 2026 to 18 December 2026 { half term 21 December 2026 to 24 December 2026 "
     "}",
     "half-term-outside", "21 December 2026", "not within"},
    {"term \"Autumn\" 2 September 2026 to 18 December 2026 { half term 30 October 2026 to 26 October 2026 }",
     "half-term-ends-first", "26 October 2026", "ends before"},
    {"term \"Spring\" 14 December 2026 to 25 March 2027\nterm \"Autumn\" 2 September 2026 to 18 December "
     "2026",
     "terms-overlap", "term \"Spring\" 14 December 2026 to 25 March 2027", "begins before ‘Autumn’"},
};

static bool contains(Str text, const char *part)
{
    return memmem(text.at, text.length, part, strlen(part)) != NULL;
}

static void test_case(Tally *tally, const Case *wanted)
{
    Compiled compiled;
    compile_text(&compiled, str_from(wanted->text), iso_day("2026-11-22"));
    bool silent = !wanted->finding[0];
    bool good = compiled.findings.list.count == (silent ? 0 : 1);
    if (good && !silent) {
        const Finding *finding = compiled.findings.list.at[0];
        good = str_equal(finding_name(finding->kind), str_from(wanted->finding)) &&
               str_equal(finding_found(finding), str_from(wanted->at)) &&
               (contains(finding->message, wanted->says) || contains(finding->help, wanted->says));
    }
    expect(tally, good, wanted->text);
    if (!good)
        compiled_print(&compiled);
    compiled_free(&compiled);
}

/* ---- codes the compiler gives ---- */

static void test_given_codes(Tally *tally)
{
    Compiled compiled;
    compile_text(
        &compiled,
        STR("pupil BK \"B\" { year 4 }\n"
            "ehc plan for BK {\n"
            "aspiration \"a\"\n"
            "section B { need cognition and learning \"n\"; need B1 cognition and learning \"n\"\n"
            "need cognition and learning \"n\" }\n"
            "section C { need \"n\" } section D { need \"n\" }\n"
            "section F { provision \"p\"; provision F2 \"p\"; provision \"p\" }\n"
            "section G { provision \"p\" } section H1 { provision \"p\" } section H2 { provision \"p\" }\n"
            "}\n"
            "support plan for BK { need cognition and learning \"n\"; outcome \"o\"; advice \"k\" }\n"),
        iso_day("2026-11-22"));
    static const char *needs[] = {"B2", "B1", "B3", "C1", "D1", "B1"};
    static const char *provision[] = {"F1", "F2", "F3", "G1", "H1", "H2"};
    const Records *records = &compiled.records;
    expect_int(tally, "needs", records->need.head.count, 6);
    expect_int(tally, "provision", records->provision.head.count, 6);
    for (unsigned i = 0; i < 6; i++) {
        expect_str(tally, "code of a need", records->need.code[i], needs[i]);
        expect_str(tally, "code of provision", records->provision.code[i], provision[i]);
    }
    expect_str(tally, "code of an aspiration", records->aspiration.code[0], "A1");
    expect_str(tally, "code of an outcome", records->outcome.code[0], "E1");
    expect_str(tally, "code of advice", records->advice.code[0], "K1");
    expect_int(tally, "a given code was not written", records_given(records, FIELD_need_code, 0), 0);
    expect_int(tally, "another was", records_given(records, FIELD_need_code, 1), 1);
    expect_int(tally, "findings", (int64_t)compiled.findings.list.count, 0);
    compiled_free(&compiled);
}

/* ---- what references lead to ---- */

static void test_rows(Tally *tally)
{
    Compiled compiled;
    compile_text(
        &compiled,
        STR(PLAN("need B1 cognition and learning \"n\" { evidence \"e\" by K1, SENCO }\n"
                 "outcome E1 \"o\" { for B1; assessed with \"york assessment\"; owner \"Ms Marsh\" }\n"
                 "advice K1 \"Report\" by SaLT\n"
                 "meeting 18 September 2026 with ELSA, \"Mrs Haddad\", class teacher, \"F Brampton\"")),
        iso_day("2026-11-22"));
    const Records *records = &compiled.records;
    const Who *by = records->evidence.by.items, *with = records->meeting.with.items;
    expect_int(tally, "evidence by advice", by[0].kind, KIND_advice);
    expect_int(tally, "its row", by[0].row, 0);
    expect_int(tally, "a post is no record", by[1].row, ROW_NONE);
    expect_int(tally, "but a post", by[1].post, CHOICE_post_senco);
    expect_int(tally, "named by its name", records->outcome.assessed_with.items[0].row, 0);
    expect_int(tally, "of an assessment", records->outcome.assessed_with.items[0].kind, KIND_assessment);
    expect_int(tally, "any title fits who has none", records->outcome.owner[0].row, 2);
    expect_int(tally, "a person whose code is a post", with[0].row, 3);
    expect_int(tally, "a parent by name", with[1].kind, KIND_parent);
    expect_int(tally, "her row", with[1].row, 0);
    expect_int(tally, "a post", with[2].post, CHOICE_post_class_teacher);
    expect_int(tally, "an initial", with[3].row, 0);
    expect_int(tally, "findings", (int64_t)compiled.findings.list.count, 0);
    compiled_free(&compiled);
}

/* A code that was not written, and one that is a slip of the hand, can be mended for sure. */
static void test_fixes(Tally *tally)
{
    static const struct {
        const char *text, *found, *replacement;
    } fixes[] = {
        {PLAN("need cognition and learning \"n\"\nprovision F1 \"p\" { meets B1 }"), "need", "need B1"},
        {PLAN("meeting 18 September 2026 with hlta-jon"), "hlta-jon", "hlta-jo"},
        {PLAN("outcome E1 \"o\" { assessed with YARK }"), "YARK", "YARC"},
        {PLAN("need B1 cognition and learning \"n\"\nprovision F1 \"p\" { meets B2 }"), "", ""},
    };
    for (size_t i = 0; i < sizeof fixes / sizeof *fixes; i++) {
        Compiled compiled;
        compile_text(&compiled, str_from(fixes[i].text), iso_day("2026-11-22"));
        expect_int(tally, "findings", (int64_t)compiled.findings.list.count, 1);
        Place fix = compiled.findings.list.at[0]->fix;
        expect_str(tally, "what is mended", fix.source ? source_text(fix.source, fix.span) : STR(""),
                   fixes[i].found);
        expect_str(tally, "by what", compiled.findings.list.at[0]->replacement, fixes[i].replacement);
        compiled_free(&compiled);
    }
}

/* A result in an outcome is that outcome's, attendance in provision that provision's. */
static void test_inside(Tally *tally)
{
    Compiled compiled;
    compile_text(&compiled, STR(PLAN("outcome E1 \"o\"\noutcome E2 \"o\" { result on 4 May 2026 12 }")),
                 iso_day("2026-11-22"));
    expect_int(tally, "the outcome it stands in", compiled.records.result.outcome[0].row, 1);
    expect_str(tally, "its code", compiled.records.result.outcome[0].text, "E2");
    compiled_free(&compiled);
}

/* ---- a hundred thousand codes ---- */

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Needs without codes, provision that meets one each, and as many codes that lead nowhere. */
static void test_many(Tally *tally)
{
    enum { MANY = 100000 };
    Out text = {0};
    out_text(&text, SCHOOL "support plan for BK {\n");
    for (int i = 0; i < MANY; i++)
        out_format(&text,
                   "need cognition and learning \"n\"\nprovision P%d \"p\" { meets N%d, B%d; by x%d }\n", i,
                   i, i + 1, i);
    out_text(&text, "}\n");
    Compiled compiled;
    int64_t start = milliseconds();
    compile_text(&compiled, out_result(&text), iso_day("2026-11-22"));
    int64_t took = milliseconds() - start;
    expect_int(tally, "needs", compiled.records.need.head.count, MANY);
    expect_str(tally, "the last code", compiled.records.need.code[MANY - 1], "B100000");
    expect_int(tally, "as many findings as are listed", (int64_t)compiled.findings.list.count,
               FINDINGS_MOST + 1);
    expect_int(tally, "the last link", compiled.records.provision.meets.items[2 * MANY - 1].row, MANY - 1);
    expect(tally, took < 20000, "a hundred thousand codes are linked within 20 seconds");
    compiled_free(&compiled);
    out_free(&text);
}

int main(void)
{
    Tally tally = {0, 0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        test_case(&tally, &cases[i]);
    test_given_codes(&tally);
    test_rows(&tally);
    test_fixes(&tally);
    test_inside(&tally);
    test_many(&tally);
    return tally_end(&tally);
}
