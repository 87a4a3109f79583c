/* Findings to the user: sorted, rendered, counted; and the exit status that follows. */
#include "driver/commands.h"

#include "support/render.h"

#include <stdio.h>

/* Findings about files and outputs rather than plans: the run could not do what it was asked. */
static bool is_failure(FindingKind kind)
{
    static const FindingKind failures[] = {
        FINDING_unreadable_file, FINDING_unwritable_file, FINDING_unknown_ending, FINDING_output_is_input,
        FINDING_fonts_not_found, FINDING_module_missing,  FINDING_module_differs, FINDING_diagram_failed,
        FINDING_png_failed,      FINDING_png_too_large};
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
        if (failures[i] == kind)
            return true;
    return false;
}

static int status_of(const Findings *findings, Severity fail_on)
{
    int status = 0;
    for (size_t i = 0; i < findings->list.count; i++) {
        const Finding *finding = findings->list.at[i];
        if (is_failure(finding->kind))
            return 2;
        if (finding->severity >= fail_on)
            status = 1;
    }
    return status;
}

static const char *plural(uint32_t count)
{
    return count == 1 ? "" : "s";
}

/* "2 errors, 1 note", below the findings. */
static void print_summary(const Findings *findings, Out *out)
{
    const struct {
        uint32_t count;
        Severity severity;
    } parts[] = {{findings->error_count, SEVERITY_error},
                 {findings->warning_count, SEVERITY_warning},
                 {findings->note_count, SEVERITY_note}};
    bool any = false;
    out_char(out, '\n');
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].count)
            continue;
        Str name = severity_name(parts[i].severity);
        out_format(out, "%s%u " STR_FMT "%s", any ? ", " : "", parts[i].count, STR_ARG(name),
                   plural(parts[i].count));
        any = true;
    }
    out_char(out, '\n');
}

int findings_report(Findings *findings, const Options *options, bool to_standard_error)
{
    Out out = {0};
    findings_sort(findings);
    switch (options->form) {
    case FORM_text:
        render_text(findings, &(RenderStyle){.width = options->width, .colour = options->colour}, &out);
        if (findings->list.count)
            print_summary(findings, &out);
        break;
    case FORM_short: render_short(findings, &out); break;
    case FORM_json: render_json(findings, &out); break;
    }
    if (out.length)
        fwrite(out.at, 1, out.length, to_standard_error ? stderr : stdout);
    out_free(&out);
    return status_of(findings, options->fail_on);
}
