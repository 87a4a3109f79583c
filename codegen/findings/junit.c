/* Findings as the results of tests, in the XML of JUnit: a file is a suite, what was found in it are its
 * cases. What fails the build is a failure, what does not is a case that passed and has something to say, and
 * a file without findings is one case that passed. */
#include "codegen/findings/form.h"
#include "codegen/html/html.h"

static void junit_begin(FindingsReport *report)
{
    out_text(report->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"senc\">\n");
}

/* `name="…"` */
static void write_attribute(Out *out, const char *name, Str value)
{
    out_format(out, " %s=\"", name);
    out_escaped(out, value);
    out_char(out, '"');
}

/* Where, what and how to mend it, as text. */
static void write_body(Out *out, Findings *findings, const Finding *finding, Str file)
{
    Location at = render_locate(findings, finding->place);
    out_escaped(out, file);
    if (at.first.line)
        out_format(out, ":%u:%u", at.first.line, at.first.column);
    out_text(out, ": ");
    out_escaped(out, finding_words(findings, finding));
}

static void write_case(const FindingsReport *report, Findings *findings, const Finding *finding, Str file)
{
    Out *out = report->out;
    Location at = render_locate(findings, finding->place);
    out_text(out, "    <testcase");
    write_attribute(out, "classname", file);
    write_attribute(out, "name",
                    at.first.line ? arena_format(&findings->arena, STR_FMT " (line %u, column %u)",
                                                 STR_ARG(finding->rule->name), at.first.line, at.first.column)
                                  : finding->rule->name);
    if (finding->place.source)
        write_attribute(out, "file", file);
    if (at.first.line)
        out_format(out, " line=\"%u\"", at.first.line);
    out_text(out, ">\n");
    bool fails = finding->severity >= report->fail_on;
    if (fails) {
        out_text(out, "      <failure");
        write_attribute(out, "type", severity_name(finding->severity));
        write_attribute(out, "message", finding->message);
        out_char(out, '>');
    } else {
        out_text(out, "      <system-out>");
    }
    write_body(out, findings, finding, file);
    out_text(out, fails ? "</failure>\n" : "</system-out>\n");
    out_text(out, "    </testcase>\n");
}

static size_t count_failures(const FindingsReport *report, FindingRange range)
{
    size_t count = 0;
    for (size_t i = 0; i < range.count; i++)
        count += range.at[i]->severity >= report->fail_on;
    return count;
}

static void write_suite(const FindingsReport *report, Findings *findings, Str file, FindingRange range)
{
    Out *out = report->out;
    out_text(out, "  <testsuite");
    write_attribute(out, "name", file);
    out_format(out, " tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n", range.count ? range.count : 1,
               count_failures(report, range));
    for (size_t i = 0; i < range.count; i++)
        write_case(report, findings, range.at[i], file);
    if (!range.count) {
        out_text(out, "    <testcase");
        write_attribute(out, "classname", file);
        write_attribute(out, "name", STR("no findings"));
        write_attribute(out, "file", file);
        out_text(out, "/>\n");
    }
    out_text(out, "  </testsuite>\n");
}

static void junit_add(FindingsReport *report, Findings *findings, Sources sources)
{
    size_t next = 0;
    for (size_t i = 0; i < sources.count; i++) {
        FindingRange range = findings_about(findings, sources.at[i], &next);
        write_suite(report, findings, name_plain(sources.at[i]->name), range);
    }
    FindingRange rest = findings_about(findings, NULL, &next);
    if (rest.count)
        write_suite(report, findings, STR("senc"), rest);
}

static void junit_end(FindingsReport *report, int status)
{
    (void)status;
    out_text(report->out, "</testsuites>\n");
}

const FormWriter form_junit = {junit_begin, junit_add, junit_end};
