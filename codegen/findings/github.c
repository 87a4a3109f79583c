/* Findings as workflow commands of GitHub Actions, which turns them into notes beside the lines of a change.
 */
#include "codegen/findings/form.h"

/* What a workflow command would act on. A message ends with its line; a property also at a comma or a colon.
 */
static void write_escaped(Out *out, Str text, bool property)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
            out_format(out, "%%%02X", (unsigned)c);
        else
            out_char(out, c);
    }
}

static void write_plain(Out *out, Str text, bool property)
{
    Out plain = {0};
    render_plain(text, &plain);
    write_escaped(out, out_result(&plain), property);
    out_free(&plain);
}

static const char *command_of(Severity severity)
{
    static const char *const commands[] = {"notice", "warning", "error"};
    return commands[severity];
}

static void write_place(Out *out, Findings *findings, Place place)
{
    Location at = render_locate(findings, place);
    out_text(out, "file=");
    write_escaped(out, name_plain(place.source->name), true);
    out_format(out, ",line=%u,endLine=%u,col=%u,endColumn=%u,", at.first.line, at.end.line, at.first.column,
               at.end.column);
}

static void github_add(FindingsReport *report, Findings *findings, Sources sources)
{
    (void)sources;
    Out *out = report->out;
    for (size_t i = 0; i < findings->list.count; i++) {
        const Finding *finding = findings->list.at[i];
        out_format(out, "::%s ", command_of(finding->severity));
        if (finding->place.source)
            write_place(out, findings, finding->place);
        out_text(out, "title=");
        write_escaped(out, finding->rule->name, true);
        out_text(out, "::");
        write_plain(out, finding->message, false);
        if (finding->help.length) {
            out_text(out, "%0A");
            write_plain(out, finding->help, false);
        }
        out_char(out, '\n');
    }
}

const FormWriter form_github = {NULL, github_add, NULL};
