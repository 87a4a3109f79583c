/* Any bytes as a condition, and as the message, of a check on some kind, tried on a plan: whatever it says,
 * nothing crashes, hangs or leaks. */
#include "tests/fuzz/front.h"

#include "sema/bind.h"
#include "sema/check/compile.h"
#include "sema/check/run.h"
#include "sema/link.h"

static const char before[] =
    "school \"S\"\nperson jo \"Jo\" { role HLTA; hours a week 20 }\npupil BK \"Bilal\" { born 9 November "
    "2017; year 4 }\n"
    "support plan for BK {\n  need B1 \"Reads slowly.\"\n  outcome E1 \"Reads.\" { for B1; measure \"words\" "
    "from 41 to 70\n"
    "    by 16 July 2027; review 12 February 2027 }\n  provision F1 \"PT\" { meets B1; towards E1; by jo\n"
    "    time 10 minutes, daily, for 12 weeks }\n  meeting 18 September 2026 with parent\n}\n";

static const char *const kinds[] = {"outcome", "pupil",  "provision", "plan",
                                    "school",  "person", "meeting",   "need"};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (!size || size > 4000)
        return 0;
    const Language *language = language_standard();
    Arena arena = {0};
    Str given = {(const char *)bytes + 1, size - 1};
    Str text = arena_format(&arena, "%scheck t on %s {\n require " STR_FMT "\n says \"{" STR_FMT "}\"\n}\n",
                            before, kinds[bytes[0] % 8], STR_ARG(given), STR_ARG(given));
    Source source = front_source((const uint8_t *)text.at, text.length);
    Tokens tokens = {0};
    Findings findings = {0};
    Records records = {.today = 20779};
    Derived derived;
    Program program;
    const Program *programs[] = {&program};
    ARRAY_ADD(&records.sources, (const Source *)&source);
    if (scan(&source, &language->words, &tokens, &findings))
        bind(language, parse(&source, &tokens, &language->words, &arena, &findings), &records, &findings);
    records_link(&records, &findings);
    records_derive(&derived, &records);
    checks_compile(language, &records, NULL, &arena, &program, &findings);
    CheckRun run = {.derived = &derived,
                    .programs = programs,
                    .program_count = 1,
                    .law_as_of = 20779,
                    .has_school = true};
    checks_run(&run, &findings);
    records_derived_free(&derived);
    records_free(&records);
    arena_free(&arena);
    findings_free(&findings);
    tokens_free(&tokens);
    free(source.text);
    return 0;
}
