/* Findings to the user: sorted, rendered, counted; and the exit status that follows. */
#include "driver/tally.h"

#include "support/render.h"

/* Findings about files and outputs rather than plans: the run could not do what it was asked. */
static bool is_failure(FindingKind kind)
{
    static const FindingKind failures[] = {
        FINDING_unreadable_file, FINDING_unwritable_file, FINDING_unknown_ending, FINDING_output_is_input,
        FINDING_fonts_not_found, FINDING_font_not_cut,    FINDING_module_missing, FINDING_module_differs,
        FINDING_diagram_failed,  FINDING_png_failed,      FINDING_png_too_large};
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

static void render(const Tally *tally, Findings *findings, Out *out)
{
    const Options *options = tally->options;
    bool first =
        !(tally->count[SEVERITY_error] + tally->count[SEVERITY_warning] + tally->count[SEVERITY_note]);
    switch (options->form) {
    case FORM_text:
        if (findings->list.count && !first)
            out_char(out, '\n');
        render_text(findings, &(RenderStyle){.width = options->width, .colour = options->colour}, out);
        break;
    case FORM_short: render_short(findings, out); break;
    case FORM_json: render_json(findings, out); break;
    }
}

void tally_add(Tally *tally, Findings *findings)
{
    Out out = {0};
    findings_sort(findings);
    render(tally, findings, &out);
    if (out.length)
        fwrite(out.at, 1, out.length, tally->stream);
    out_free(&out);
    for (size_t i = 0; i < findings->list.count; i++)
        tally->count[findings->list.at[i]->severity]++;
    int status = status_of(findings, tally->options->fail_on);
    if (status > tally->status)
        tally->status = status;
}

/* "2 errors, 1 note", below the findings. */
int tally_finish(Tally *tally)
{
    const char *before = "\n";
    for (Severity severity = SEVERITY_error + 1; tally->options->form == FORM_text && severity-- > 0;) {
        uint32_t count = tally->count[severity];
        if (!count)
            continue;
        fprintf(tally->stream, "%s%u " STR_FMT "%s", before, count, STR_ARG(severity_name(severity)),
                count == 1 ? "" : "s");
        before = ", ";
    }
    if (*before == ',')
        fputc('\n', tally->stream);
    return tally->status;
}

int findings_report(Findings *findings, const Options *options, bool to_standard_error)
{
    Tally tally = {.options = options, .stream = to_standard_error ? stderr : stdout};
    tally_add(&tally, findings);
    return tally_finish(&tally);
}
