/* Any bytes compiled as a plan, and what is found written in every form; the fixes made, until there are none
 * or for a few rounds, and shown as a patch; the bytes read as a baseline too. Nothing crashes or leaks, and
 * the text itself stays as it was read. */
#include "tests/fuzz/front.h"

#include "codegen/findings/baseline.h"
#include "codegen/findings/fingerprint.h"
#include "codegen/findings/fixes.h"
#include "codegen/findings/form.h"
#include "codegen/findings/patch.h"
#include "sema/bind.h"
#include "sema/link.h"

static void write_all_forms(Findings *findings, const Source *source)
{
    for (unsigned form = 0; form < FINDING_FORMS; form++) {
        Out out = {0};
        FindingsReport report = {
            .form = (FindingForm)form, .fail_on = SEVERITY_warning, .version = "0", .out = &out};
        report_begin(&report);
        report_add(&report, findings, (Sources){&source, 1});
        report_end(&report, 1);
        report_free(&report);
        out_free(&out);
    }
}

static void read_baseline(Str bytes)
{
    Baseline baseline = {0};
    Out out = {0};
    Str why;
    if (baseline_read(&baseline, bytes, &why))
        baseline_write(&baseline, &out);
    out_free(&out);
    baseline_free(&baseline);
}

/* Compiles the bytes; writes them with their fixes made into `mended`, which stays empty where there are
 * none. */
static void compile(const uint8_t *bytes, size_t size, Out *mended)
{
    const Language *language = language_standard();
    Tokens tokens = {0};
    Findings findings = {0};
    Fingerprints fingerprints = {0};
    Arena arena = {0};
    Records records = {.today = 20779}; /* 22 November 2026 */
    Out told = {0};
    Source source = front_source(bytes, size);
    ARRAY_ADD(&records.sources, (const Source *)&source);
    if (scan(&source, &language->words, &tokens, &findings))
        bind(language, parse(&source, &tokens, &language->words, &arena, &findings), &records, &findings);
    records_link(&records, &findings);
    findings_sort(&findings);
    fingerprints_set(&fingerprints, &findings, &records);
    write_all_forms(&findings, &source);
    fixes_make(&findings, &source, mended, &told);
    if (size && memcmp(source.text, bytes, size))
        abort();
    fingerprints_free(&fingerprints);
    records_free(&records);
    out_free(&told);
    arena_free(&arena);
    findings_free(&findings);
    tokens_free(&tokens);
    free(source.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Out text = {0}, patch = {0};
    out_bytes(&text, bytes, size);
    read_baseline((Str){(const char *)bytes, size});
    for (int round = 0; round < 4; round++) {
        Out mended = {0};
        compile((const uint8_t *)text.at, text.length, &mended);
        if (!mended.length) {
            out_free(&mended);
            break;
        }
        patch_write(STR("a b.sen"), out_result(&text), out_result(&mended), &patch);
        out_free(&text);
        text = mended;
    }
    out_free(&text);
    out_free(&patch);
    return 0;
}
