/* Findings as Checkstyle writes its own, in XML: a form that many older tools read. The little XML there is
 * needs no library: names are ours, and every text goes through out_escaped. */
#include "codegen/findings/form.h"
#include "codegen/html/html.h"

static const char *severity_of(Severity severity)
{
    static const char *const severities[] = {"info", "warning", "error"};
    return severities[severity];
}

static void checkstyle_begin(FindingsReport *report)
{
    out_text(report->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n");
}

static void write_error(Out *out, Findings *findings, const Finding *finding)
{
    Location at = render_locate(findings, finding->place);
    out_text(out, "    <error");
    if (at.first.line)
        out_format(out, " line=\"%u\" column=\"%u\"", at.first.line, at.first.column);
    out_format(out, " severity=\"%s\" message=\"", severity_of(finding->severity));
    out_escaped(out, finding_words(findings, finding));
    out_text(out, "\" source=\"senc.");
    out_escaped(out, finding->rule->name);
    out_text(out, "\"/>\n");
}

static void write_file(Out *out, Findings *findings, Str name, FindingRange range)
{
    out_text(out, "  <file name=\"");
    out_escaped(out, name);
    out_text(out, range.count ? "\">\n" : "\"/>\n");
    for (size_t i = 0; i < range.count; i++)
        write_error(out, findings, range.at[i]);
    out_text(out, range.count ? "  </file>\n" : "");
}

static void checkstyle_add(FindingsReport *report, Findings *findings, Sources sources)
{
    size_t next = 0;
    for (size_t i = 0; i < sources.count; i++) {
        FindingRange range = findings_about(findings, sources.at[i], &next);
        write_file(report->out, findings, name_plain(sources.at[i]->name), range);
    }
    FindingRange rest = findings_about(findings, NULL, &next);
    if (rest.count)
        write_file(report->out, findings, STR("senc"), rest);
}

static void checkstyle_end(FindingsReport *report, int status)
{
    (void)status;
    out_text(report->out, "</checkstyle>\n");
}

const FormWriter form_checkstyle = {checkstyle_begin, checkstyle_add, checkstyle_end};
