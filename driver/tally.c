/* Findings to the user: sorted, chosen, rendered, counted; and the exit status that follows. */
#include "driver/tally.h"

#include "driver/files.h"

#include <stdlib.h>

/* ---- which ---- */

/* Findings about files and outputs rather than plans: the run could not do what it was asked. */
static bool is_failure(FindingKind kind)
{
    static const FindingKind failures[] = {
        FINDING_unreadable_file, FINDING_unwritable_file, FINDING_unknown_ending, FINDING_output_is_input,
        FINDING_fonts_not_found, FINDING_font_not_cut,    FINDING_module_missing, FINDING_module_differs,
        FINDING_diagram_failed,  FINDING_png_failed,      FINDING_png_too_large,  FINDING_baseline_damaged,
        FINDING_git_failed};
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
        if (failures[i] == kind)
            return true;
    return false;
}

bool tally_wants(const Options *options, const Finding *finding)
{
    if (is_failure(finding->kind))
        return true;
    if (options->select.list.count && !rule_names_hold(&options->select, finding->rule->name))
        return false;
    return !rule_names_hold(&options->ignore, finding->rule->name);
}

/* What a plan allows is shown in no form but the one that has a place for it. */
static void keep_wanted(Tally *tally, Findings *findings)
{
    const Options *options = tally->options;
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.count; i++) {
        Finding *finding = findings->list.at[i];
        if (!tally_wants(options, finding))
            continue;
        tally->allowed += finding->allowed.at != NULL;
        if (!finding->allowed.at || options->form == FORM_sarif)
            findings->list.at[kept++] = finding;
    }
    findings->list.count = kept;
}

/* Takes out what the baseline knows. Where a baseline is to be written, it is noted: all that is found, or of
 * what was known that which is found still. */
static void keep_new(Tally *tally, Findings *findings)
{
    const Options *options = tally->options;
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.count; i++) {
        Finding *finding = findings->list.at[i];
        bool known =
            options->baseline ? baseline_knows(&tally->known, finding) : options->write_baseline != NULL;
        if (known && !is_failure(finding->kind) && !finding->allowed.at) {
            tally->known_count++;
            if (options->write_baseline)
                baseline_add(&tally->written, finding);
        } else {
            findings->list.at[kept++] = finding;
        }
    }
    findings->list.count = kept;
}

/* ---- counting ---- */

static void count_for_statistics(Tally *tally, const Finding *finding)
{
    for (size_t i = 0; i < tally->counts.count; i++) {
        TallyCount *count = &tally->counts.at[i];
        if (count->severity == finding->severity && str_equal(count->rule, finding->rule->name)) {
            count->count++;
            return;
        }
    }
    TallyCount first = {arena_str(&tally->arena, finding->rule->name), finding->severity, 1};
    ARRAY_ADD(&tally->counts, first);
}

static void count_all(Tally *tally, const Findings *findings)
{
    for (size_t i = 0; i < findings->list.count; i++) {
        const Finding *finding = findings->list.at[i];
        if (finding->allowed.at)
            continue;
        tally->count[finding->severity]++;
        if (is_failure(finding->kind))
            tally->status = 2;
        else if (finding->severity >= tally->options->fail_on && !tally->status)
            tally->status = 1;
        if (tally->options->statistics)
            count_for_statistics(tally, finding);
    }
}

/* Beside a patch, only what kept senc from making it. */
static void keep_failures(Findings *findings)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.count; i++)
        if (is_failure(findings->list.at[i]->kind))
            findings->list.at[kept++] = findings->list.at[i];
    findings->list.count = kept;
}

/* Leaves those that may still be shown. */
static void keep_first(Tally *tally, Findings *findings)
{
    if (tally->options->diff)
        keep_failures(findings);
    if (!tally->options->max_findings)
        return;
    size_t room = tally->options->max_findings - tally->report.written;
    if (findings->list.count <= room)
        return;
    tally->left_out += (uint32_t)(findings->list.count - room);
    findings->list.count = room;
}

/* ---- printing ---- */

static void print(Tally *tally)
{
    if (tally->out.length)
        fwrite(tally->out.at, 1, tally->out.length, tally->stream);
    tally->out.length = 0;
}

static bool shows_findings(const Tally *tally)
{
    return !tally->options->statistics;
}

/* The bytes of a file into `text`; a finding where it cannot be read. */
static void read_baseline(Tally *tally, Findings *findings)
{
    Str name = str_from(tally->options->baseline), why = STR("");
    Source *file = source_read(name.at, name, (Place){0}, &tally->arena, findings);
    if (!file)
        return;
    if (!baseline_read(&tally->known, (Str){file->text, file->size}, &why))
        finding_baseline_damaged(findings, (Place){0}, name, why);
    source_free(file);
}

void tally_add(Tally *tally, Findings *findings, const Records *records, Sources sources)
{
    static const Records none;
    const Options *options = tally->options;
    findings_sort(findings);
    keep_wanted(tally, findings);
    if (options->baseline || options->write_baseline || form_needs_fingerprints(options->form))
        fingerprints_set(&tally->fingerprints, findings, records ? records : &none);
    if (options->baseline || options->write_baseline)
        keep_new(tally, findings);
    count_all(tally, findings);
    if (options->prose && records)
        statements_count(&tally->statements, findings, records);
    keep_first(tally, findings);
    if (shows_findings(tally))
        report_add(&tally->report, findings, sources);
    print(tally);
}

void tally_begin(Tally *tally, const Options *options, FILE *stream)
{
    *tally = (Tally){.options = options, .stream = options->diff ? stderr : stream};
    tally->report = (FindingsReport){.form = options->diff ? FORM_short : options->form,
                                     .style = {options->width, options->colour},
                                     .fail_on = options->fail_on,
                                     .version = SENC_VERSION,
                                     .out = &tally->out};
    if (shows_findings(tally))
        report_begin(&tally->report);
    if (options->baseline) {
        Findings findings = {0};
        read_baseline(tally, &findings);
        tally_add(tally, &findings, NULL, (Sources){0});
        findings_free(&findings);
    }
}

/* ---- at the end ---- */

static int compare_counts(const void *left, const void *right)
{
    const TallyCount *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    int order = str_compare(a->rule, b->rule);
    return order ? order : (int)b->severity - (int)a->severity;
}

static void print_statistics(Tally *tally)
{
    if (tally->counts.count)
        qsort(tally->counts.at, tally->counts.count, sizeof *tally->counts.at, compare_counts);
    for (size_t i = 0; i < tally->counts.count; i++) {
        const TallyCount *count = &tally->counts.at[i];
        Str severity = severity_name(count->severity);
        if (tally->options->form == FORM_json)
            out_format(&tally->out, "{\"check\":\"" STR_FMT "\",\"severity\":\"" STR_FMT "\",\"count\":%u}\n",
                       STR_ARG(count->rule), STR_ARG(severity), count->count);
        else
            out_format(&tally->out, "%6u  %-7.*s  " STR_FMT "\n", count->count, STR_ARG(severity),
                       STR_ARG(count->rule));
    }
}

/* "2 errors, 1 note" */
static void print_counts(Tally *tally)
{
    const char *before = "\n";
    for (Severity severity = SEVERITY_error + 1; severity-- > 0;) {
        uint32_t count = tally->count[severity];
        if (!count)
            continue;
        out_format(&tally->out, "%s%u " STR_FMT "%s", before, count, STR_ARG(severity_name(severity)),
                   count == 1 ? "" : "s");
        before = ", ";
    }
    if (*before == ',')
        out_char(&tally->out, '\n');
}

static void print_summary(Tally *tally)
{
    print_counts(tally);
    if (tally->options->prose && tally->status < 2)
        statement_count_print(&tally->statements, &tally->out);
    if (tally->left_out)
        out_format(&tally->out, "%u of them %s not shown.\n", tally->left_out,
                   tally->left_out == 1 ? "is" : "are");
    if (tally->allowed && tally->options->command == COMMAND_check)
        out_format(&tally->out,
                   tally->allowed == 1 ? "%u finding is allowed, with its reason.\n"
                                       : "%u findings are allowed, with their reasons.\n",
                   tally->allowed);
    if (tally->known_count && !tally->options->write_baseline)
        out_format(&tally->out,
                   tally->known_count == 1 ? "%u finding is not shown: %s knows it.\n"
                                           : "%u findings are not shown: %s knows them.\n",
                   tally->known_count, tally->options->baseline);
}

static void write_baseline(Tally *tally)
{
    const char *path = tally->options->write_baseline;
    Findings findings = {0};
    Writing writing = {0};
    Out text = {0};
    baseline_write(&tally->written, &text);
    bool good =
        writing_add(&writing, path, out_result(&text), &findings) && writing_finish(&writing, &findings);
    writing_free(&writing);
    out_free(&text);
    if (good && tally->options->form == FORM_text)
        out_format(&tally->out, "%s: %u finding%s noted as known.\n", path, tally->known_count,
                   tally->known_count == 1 ? "" : "s");
    count_all(tally, &findings);
    if (!good)
        report_add(&tally->report, &findings, (Sources){0});
    findings_free(&findings);
}

int tally_finish(Tally *tally)
{
    if (tally->options->write_baseline && tally->status < 2)
        write_baseline(tally);
    if (tally->options->statistics)
        print_statistics(tally);
    if (shows_findings(tally))
        report_end(&tally->report, tally->status);
    if (tally->report.form == FORM_text)
        print_summary(tally);
    print(tally);
    report_free(&tally->report);
    fingerprints_free(&tally->fingerprints);
    baseline_free(&tally->known);
    baseline_free(&tally->written);
    free(tally->counts.at);
    out_free(&tally->out);
    arena_free(&tally->arena);
    return tally->status;
}

int findings_report(Findings *findings, const Records *records, const Options *options)
{
    Tally tally;
    tally_begin(&tally, options, stderr);
    tally_add(&tally, findings, records,
              records ? (Sources){records->sources.at, records->sources.count} : (Sources){0});
    return tally_finish(&tally);
}
