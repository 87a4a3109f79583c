/* The samples of a school's own checks. In: their records and the program made of them; out: a finding for
 * each sample that is not found fault with, or not let pass, as it says. */
#include "sema/check/sample.h"

typedef struct Trying {
    const Language *language;
    const Records *records;
    const Program *program;
    Findings *findings;
    Arena arena;
} Trying;

static void try_sample(Trying *trying, const Check *check, uint32_t row, FieldId field, uint32_t index)
{
    bool fails = field == FIELD_check_fails;
    const List_sample *list = fails ? &trying->records->check.fails : &trying->records->check.passes;
    const Sample *sample = &list->items[list->first[row] + index];
    Place place = records_line(trying->records, KIND_check, row);
    place.span = sample->at;
    SampleOutcome outcome =
        sample_try(trying->language, trying->program, check, sample->text, &trying->arena);
    if (outcome.trouble.length)
        finding_sample_not_read(trying->findings, place, outcome.trouble);
    else if (fails && !outcome.found)
        finding_sample_does_not_fail(trying->findings, place, check->rule.name);
    else if (!fails && outcome.found)
        finding_sample_does_not_pass(trying->findings, place, check->rule.name);
}

static void try_samples(Trying *trying, const Check *check, uint32_t row)
{
    for (uint32_t i = 0; i < check->fails.count; i++)
        try_sample(trying, check, row, FIELD_check_fails, i);
    for (uint32_t i = 0; i < check->passes.count; i++)
        try_sample(trying, check, row, FIELD_check_passes, i);
}

void samples_report(const Language *language, const Records *records, const Program *program,
                    const bool *silent, Findings *findings)
{
    Trying trying = {.language = language, .records = records, .program = program, .findings = findings};
    uint32_t next = 0; /* checks stand in the order of their rows, some of which have none */
    for (uint32_t row = 0; row < records->check.head.count && next < program->check_count; row++) {
        const Check *check = &program->checks[next];
        if (check->rule.name.at != records->check.name[row].at)
            continue;
        if (!silent[records->check.head.source[row]])
            try_samples(&trying, check, row);
        next++;
    }
    arena_free(&trying.arena);
}
