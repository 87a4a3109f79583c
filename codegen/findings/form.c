/* The table of forms, and what they share. */
#include "codegen/findings/form.h"

#include <inttypes.h>
#include <stdlib.h>

static const FormWriter *writer_of(FindingForm form)
{
    static const FormWriter *const writers[FINDING_FORMS] = {
#define FORM(name) [FORM_##name] = &form_##name,
#include "codegen/findings/form.def"
    };
    return writers[form];
}

void report_begin(FindingsReport *report)
{
    const FormWriter *writer = writer_of(report->form);
    if (writer->begin)
        writer->begin(report);
}

void report_add(FindingsReport *report, Findings *findings, Sources sources)
{
    writer_of(report->form)->add(report, findings, sources);
    report->written += findings->list.count;
}

void report_end(FindingsReport *report, int status)
{
    const FormWriter *writer = writer_of(report->form);
    if (writer->end)
        writer->end(report, status);
}

void report_free(FindingsReport *report)
{
    free(report->rules.at);
    out_free(&report->apart);
    arena_free(&report->arena);
}

bool form_needs_fingerprints(FindingForm form)
{
    return form == FORM_sarif || form == FORM_gitlab;
}

FindingRange findings_about(const Findings *findings, const Source *source, size_t *next)
{
    size_t first = *next;
    while (*next < findings->list.count && findings->list.at[*next]->place.source == source)
        (*next)++;
    return (FindingRange){*next > first ? &findings->list.at[first] : NULL, *next - first};
}

Str finding_words(Findings *findings, const Finding *finding)
{
    if (!finding->help.length)
        return finding->message;
    return arena_format(&findings->arena, STR_FMT " " STR_FMT, STR_ARG(finding->message),
                        STR_ARG(finding->help));
}

Str name_plain(Str name)
{
    while (str_starts(name, STR("./")))
        name = str_slice(name, 2, name.length);
    return name;
}

Str fingerprint_text(Findings *findings, const Finding *finding)
{
    return arena_format(&findings->arena, "%016" PRIx64, finding->fingerprint);
}

/* ---- for people and for pipes ---- */

static void text_add(FindingsReport *report, Findings *findings, Sources sources)
{
    (void)sources;
    if (findings->list.count && report->written)
        out_char(report->out, '\n');
    render_text(findings, &report->style, report->out);
}

static void short_add(FindingsReport *report, Findings *findings, Sources sources)
{
    (void)sources;
    render_short(findings, report->out);
}

static void json_add(FindingsReport *report, Findings *findings, Sources sources)
{
    (void)sources;
    render_json(findings, report->out);
}

const FormWriter form_text = {NULL, text_add, NULL};
const FormWriter form_short = {NULL, short_add, NULL};
const FormWriter form_json = {NULL, json_add, NULL};
