/* Rendering: the same findings as text, as one line and as JSON. */
#include "support/render.h"

#include "tests/unit/front.h"

static void expect_text(Tally *tally, Str source, unsigned width, const char *wanted)
{
    Front front;
    front_begin(&front, source);
    front_parse(&front);
    front.out.length = 0;
    render_text(&front.findings, &(RenderStyle){.width = width}, &front.out);
    expect_str(tally, "text", out_result(&front.out), wanted);
    front_end(&front);
}

static void test_text(Tally *tally)
{
    expect_text(tally, STR("year 4\n  by 31 June 2027\n"), 0,
                "plan.sen:2:6: error: ‘31 June 2027’ is not a date: June 2027 has 30 days. [bad-date]\n"
                "    2 |   by 31 June 2027\n"
                "      |      ^^^^^^^^^^^^\n"
                "      help: Did you mean 30 June 2027?\n");
    expect_text(tally, STR("\t中e\u0301 16/7/2027"), 40,
                "plan.sen:1:6: note: ‘16/7/2027’ is read\n"
                "    as 16 July 2027. [date-spelling]\n"
                "    1 |         中e\u0301 16/7/2027\n"
                "      |             ^^^^^^^^^\n"
                "      fix: write ‘16 July 2027’ for\n"
                "           ‘16/7/2027’\n");
    expect_text(tally, STR("support plan for X {\n a\npupil Y \"Z\" { }"), 0,
                "plan.sen:1:20: error: The block that opens here is never closed. [missing-brace]\n"
                "    1 | support plan for X {\n"
                "      |                    ^\n"
                "      plan.sen:3:1: the next record begins here\n"
                "    3 | pupil Y \"Z\" { }\n"
                "      | -----\n"
                "      help: Put a ‘}’ after its last line.\n");
    expect_text(tally, STR("year year year year year year year year @ year year year year year year"), 40,
                "plan.sen:1:41: error: ‘@’ means nothing\n"
                "    here. [stray-character]\n"
                "    1 | …year year @ year year year yea…\n"
                "      |            ^\n"
                "      help: Leave it out, or put the\n"
                "            words it belongs to in\n"
                "            quotation marks.\n");
}

/* Nothing of a source acts on a terminal, whatever it holds. */
static void test_escapes(Tally *tally)
{
    Front front;
    front_begin(&front, STR("x \033[31m \u202e @ \u2066 \x7f \"\x01"));
    front.source.name = STR("a\nb\033\xff.sen");
    front_parse(&front);
    render_text(&front.findings, &(RenderStyle){.width = 80}, &front.out);
    render_short(&front.findings, &front.out);
    expect(tally, front.findings.list.count >= 5, "all are found");
    expect(tally, !memchr(front.out.at, '\033', front.out.length), "no escape");
    expect(tally, !memmem(front.out.at, front.out.length, "\u202e", 3), "no turn of direction");
    front_end(&front);
}

static void test_short(Tally *tally)
{
    Front front;
    front_begin(&front, STR("Year: 8\n}"));
    front_parse(&front);
    finding_holds_nul(&front.findings, (Place){NULL, {0, 0}});
    render_short(&front.findings, &front.out);
    expect_str(tally, "short", out_result(&front.out),
               "plan.sen:1:5: note: The colon after the name of the fact is passed over. [colon-after-key]\n"
               "plan.sen:2:1: error: This ‘}’ closes nothing. [extra-brace]\n"
               "senc: error: There is a zero byte here, so this is no text file. [holds-nul]\n");
    front_end(&front);
}

static void test_json(Tally *tally)
{
    Front front;
    front_begin(&front, STR("Year: 8\na {"));
    front.source.name = STR("pl\xff\"n.sen");
    front_parse(&front);
    render_json(&front.findings, &front.out);
    expect_str(
        tally, "json", out_result(&front.out),
        "{\"file\":\"pl\uFFFD\\\"n.sen\",\"line\":1,\"column\":5,\"endLine\":1,\"endColumn\":6,\"severity\":"
        "\"note\","
        "\"check\":\"colon-after-key\",\"message\":\"The colon after the name of the fact is passed over.\","
        "\"fix\":{\"file\":\"pl\uFFFD\\\"n.sen\",\"line\":1,\"column\":5,\"endLine\":1,\"endColumn\":6,"
        "\"replacement\":\"\"}}\n"
        "{\"file\":\"pl\uFFFD\\\"n.sen\",\"line\":2,\"column\":3,\"endLine\":2,\"endColumn\":4,\"severity\":"
        "\"error\","
        "\"check\":\"missing-brace\",\"message\":\"The block that opens here is never closed.\","
        "\"help\":\"Put a ‘}’ after its last line.\",\"related\":[{\"file\":\"pl\uFFFD\\\"n.sen\",\"line\":2,"
        "\"column\":4,\"endLine\":2,\"endColumn\":4,\"message\":\"the file ends here\"}]}\n");
    front_end(&front);
}

static void test_findings(Tally *tally)
{
    Findings findings = {0};
    Source one = {.name = STR("one"), .text = (char[]){"ab\0"}, .size = 2, .index = 1};
    Source two = {.name = STR("two"), .text = (char[]){"ab\0"}, .size = 2, .index = 2};
    finding_bullet(&findings, (Place){&two, {0, 1}}, STR("x"));
    finding_bad_money(&findings, (Place){&one, {1, 2}}, STR("a\nb"));
    finding_bullet(&findings, (Place){&two, {0, 1}}, STR("x"));
    finding_full_stop(&findings, (Place){&one, {0, 1}});
    findings_sort(&findings);
    expect_int(tally, "repetitions go", (int64_t)findings.list.count, 3);
    expect_int(tally, "notes", findings.note_count, 2);
    expect_int(tally, "errors", findings.error_count, 1);
    expect_str(tally, "first", finding_name(findings.list.at[0]->kind), "full-stop");
    expect_str(tally, "help apart", findings.list.at[1]->help,
               "Write pounds, or pounds and pence: £18, £18.50, £1,200.");
    expect_str(tally, "shown", finding_shown(&findings, STR("one\ntwo")), "one…");
    for (FindingKind kind = 0; kind < FINDING_COUNT; kind++)
        expect(tally,
               finding_why(kind).length > 20 &&
                   !memchr(finding_name(kind).at, '_', finding_name(kind).length),
               "each kind has a name and a reason");
    findings_free(&findings);
}

int main(void)
{
    Tally tally = {0, 0};
    test_text(&tally);
    test_escapes(&tally);
    test_short(&tally);
    test_json(&tally);
    test_findings(&tally);
    return tally_end(&tally);
}
