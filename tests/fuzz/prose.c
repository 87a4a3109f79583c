/* Any bytes as a text of statements, judged by all checks that judge loose text: statements part the text in
 * order, findings stand in it, and nothing crashes or leaks. */
#include "sema/check/run.h"
#include "sema/loose.h"
#include "sema/words/statements.h"
#include "tests/fuzz/front.h"

static void check_statements(const Source *source)
{
    Statements statements = {0};
    uint32_t end = 0;
    statements_read((Str){source->text, source->size}, &statements);
    for (size_t i = 0; i < statements.list.count; i++) {
        Span at = statements.list.at[i].at;
        if (at.first < end || at.end <= at.first || at.end > source->size)
            abort();
        end = at.end;
    }
    statements_free(&statements);
}

static void check_findings(const Findings *findings, const Source *source)
{
    for (size_t i = 0; i < findings->list.count; i++) {
        Place place = findings->list.at[i]->place;
        if (place.source && (place.source != source || place.span.end > source->size))
            abort();
    }
}

static void judge(const Source *source, LooseAs as)
{
    const Program *library = program_library();
    Findings findings = {0};
    Records records = {.today = 20779}; /* 22 November 2026 */
    Derived derived;
    ARRAY_ADD(&records.sources, source);
    loose_bind(source, as, &records);
    records_derive(&derived, &records);
    derived.is_loose = true;
    CheckRun run = {
        .derived = &derived, .programs = &library, .program_count = 1, .law_as_of = records.today};
    checks_run(&run, &findings);
    check_findings(&findings, source);
    records_derived_free(&derived);
    records_free(&records);
    findings_free(&findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Findings findings = {0};
    Source source = front_source(bytes, size);
    check_statements(&source);
    if (source_is_text(&source, &findings))
        for (LooseAs as = LOOSE_by_heading; as <= LOOSE_provision; as++)
            judge(&source, as);
    findings_free(&findings);
    free(source.text);
    return 0;
}
