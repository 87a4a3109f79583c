/* Findings as GitLab's Code Quality report: one array of JSON objects, each with the fingerprint by which
 * GitLab tells the findings that a change brings from those that were there. */
#include "codegen/findings/form.h"

#include "support/render_json.h"

static const char *severity_of(Severity severity)
{
    static const char *const severities[] = {"info", "minor", "major"};
    return severities[severity];
}

/* GitLab shows nothing that is about no file, so it says where it looked. */
static json_t *location_of(Findings *findings, Place place)
{
    Location at = render_locate(findings, place);
    json_t *location = json_object(), *lines = json_object();
    json_set_text(location, "path", place.source ? name_plain(place.source->name) : STR("."));
    json_set_number(lines, "begin", at.first.line ? at.first.line : 1);
    json_set_number(lines, "end", at.end.line ? at.end.line : 1);
    json_object_set_new(location, "lines", lines);
    return location;
}

static json_t *issue_of(Findings *findings, const Finding *finding)
{
    json_t *issue = json_object();
    json_set_text(issue, "description", finding_words(findings, finding));
    json_set_text(issue, "check_name", finding->rule->name);
    json_set_text(issue, "fingerprint", fingerprint_text(findings, finding));
    json_set_text(issue, "severity", str_from(severity_of(finding->severity)));
    json_object_set_new(issue, "location", location_of(findings, finding->place));
    return issue;
}

static void gitlab_begin(FindingsReport *report)
{
    json_object_seed(1);
    out_char(report->out, '[');
}

static void gitlab_add(FindingsReport *report, Findings *findings, Sources sources)
{
    (void)sources;
    for (size_t i = 0; i < findings->list.count; i++) {
        out_text(report->out, report->written + i ? ",\n" : "\n");
        json_write(issue_of(findings, findings->list.at[i]), report->out);
    }
}

static void gitlab_end(FindingsReport *report, int status)
{
    (void)status;
    out_text(report->out, report->written ? "\n]\n" : "]\n");
}

const FormWriter form_gitlab = {gitlab_begin, gitlab_add, gitlab_end};
