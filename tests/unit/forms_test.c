/* Findings of checks in the forms for other programs: what a row of the compiler's table never has. */
#include "codegen/findings/form.h"
#include "tests/unit/expect.h"

#include <string.h>

static const FindingRule rule = {STR_INIT("outcome-has-measure"), SEVERITY_warning,
                                 STR_INIT("Nobody can tell whether it was met. So it is asked for."),
                                 STR_INIT("SEND Code of Practice 9.66")};

static Str written(FindingForm form, Findings *findings, const Source *source, Out *out)
{
    FindingsReport report = {.form = form, .fail_on = SEVERITY_error, .version = "1.0", .out = out};
    report_begin(&report);
    report_add(&report, findings, (Sources){&source, 1});
    report_end(&report, 0);
    report_free(&report);
    return out_result(out);
}

static void expect_in(Tally *tally, Str text, const char *part)
{
    expect(tally, memmem(text.at, text.length, part, strlen(part)) != NULL, part);
}

/* A finding of a check: the caller's rule in place of that of its kind. */
static Finding *check_finding(Findings *findings, const Source *source)
{
    Finding *finding =
        finding_add(findings, FINDING_full_stop, rule.severity, (Place){source, {8, 10}},
                    "%s has no measure, see [here](http://x.example/).\nWrite: measure.", "E1");
    finding->rule = &rule;
    return finding;
}

static void test_sarif(Tally *tally, Findings *findings, const Source *source)
{
    Out out = {0};
    findings->list.at[0]->allowed = STR("agreed with the family");
    Str text = written(FORM_sarif, findings, source, &out);
    expect_in(tally, text, "\"ruleId\":\"outcome-has-measure\",\"ruleIndex\":0,\"level\":\"warning\"");
    expect_in(tally, text,
              "\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"agreed with the family\"}]");
    expect_in(tally, text, "see \\\\[here\\\\](http://x.example/). Write: measure.");
    expect_in(tally, text, "\"shortDescription\":{\"text\":\"Nobody can tell whether it was met.\"}");
    expect_in(tally, text,
              "So it is asked for. Source: SEND Code of Practice 9.66. `senc explain outcome-has-measure`");
    expect_in(tally, text, "\"startLine\":1,\"startColumn\":9,\"endLine\":1,\"endColumn\":11");
    out_free(&out);
}

static void test_others(Tally *tally, Findings *findings, const Source *source)
{
    Out github = {0}, junit = {0}, checkstyle = {0};
    expect_in(tally, written(FORM_github, findings, source, &github),
              "::warning file=plans/a.sen,line=1,endLine=1,col=9,endColumn=11,title=outcome-has-measure::E1 "
              "has no");
    expect_in(tally, written(FORM_junit, findings, source, &junit), "tests=\"1\" failures=\"0\"");
    expect_in(tally, out_result(&junit), "<system-out>plans/a.sen:1:9: E1 has no measure");
    expect_in(tally, written(FORM_checkstyle, findings, source, &checkstyle),
              "source=\"senc.outcome-has-measure\"");
    out_free(&github);
    out_free(&junit);
    out_free(&checkstyle);
}

int main(void)
{
    Tally tally = {0};
    char bytes[] = "outcome E1 \"Reads more.\"\n\0";
    Source source = {.name = STR("./plans/a.sen"), .text = bytes, .size = sizeof bytes - 3};
    Findings findings = {0};
    check_finding(&findings, &source);
    test_others(&tally, &findings, &source);
    test_sarif(&tally, &findings, &source);
    findings_free(&findings);
    return tally_end(&tally);
}
