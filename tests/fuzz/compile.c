/* Any bytes compiled as a plan: bound, linked, derived, reported for each audience and written as HTML and
 * DOT; the records as text too. Whatever the plan says, nothing crashes or leaks. */
#include "tests/fuzz/front.h"

#include "codegen/html/html.h"
#include "parser/parse.h"
#include "report/plan_map.h"
#include "report/report.h"
#include "sema/bind.h"
#include "sema/link.h"
#include "sema/records_dump.h"

static void report(const Derived *derived, uint32_t plan, Audience audience, Out *out)
{
    Arena arena = {0};
    ReportOptions options = {.audience = audience};
    RenderOptions render = {.creator = STR("senc"), .text_size = 12000};
    Map *map = plan_map(derived, plan, &options, &arena);
    Document *document = plan_report(derived, plan, &options, &arena);
    dot_write(map, STR("map"), out);
    html_write(document, &render, out);
    document_plain_text(document, out);
    document_free(document);
    map_free(map);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const Language *language = language_standard();
    Tokens tokens = {0};
    Findings findings = {0};
    Arena arena = {0};
    Records records = {.today = 20779}; /* 22 November 2026 */
    Derived derived;
    Out out = {0};
    Source source = front_source(bytes, size);
    ARRAY_ADD(&records.sources, (const Source *)&source);
    if (scan(&source, &language->words, &tokens, &findings))
        bind(language, parse(&source, &tokens, &language->words, &arena, &findings), &records, &findings);
    records_link(&records, &findings);
    findings_sort(&findings);
    records_dump(&records, &out);
    records_derive(&derived, &records);
    for (uint32_t plan = 0; plan < records.plan.head.count && plan < 2; plan++) {
        report(&derived, plan, SEE_family, &out);
        report(&derived, plan, SEE_lead, &out);
    }
    records_derived_free(&derived);
    records_free(&records);
    out_free(&out);
    arena_free(&arena);
    findings_free(&findings);
    tokens_free(&tokens);
    free(source.text);
    return 0;
}
