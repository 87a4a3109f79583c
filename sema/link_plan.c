/* What stands twice in a plan or for a pupil, and what is allowed of nothing. In: records whose references
 * are linked; out: findings. */
#include "sema/linker.h"

/* ---- sections ---- */

static void report_section(Linker *linker, uint32_t row, uint32_t first)
{
    const Records *records = linker->records;
    Str letter = choice_info(CHOICES_section, records->section.letter[row])->phrase;
    Finding *finding =
        finding_section_twice(linker->findings, records_line(records, KIND_section, row), letter);
    finding_second(linker->findings, finding, records_line(records, KIND_section, first),
                   "it is first given here");
}

/* Sections stand in the order of the text, those of a plan together. */
static void check_sections(Linker *linker)
{
    const struct section_table *section = &linker->records->section;
    uint32_t first[UINT8_MAX + 1], plan = ROW_NONE;
    for (uint32_t row = 0; row < section->head.count; row++) {
        if (section->head.parent[row] != plan || row == 0)
            for (size_t letter = 0; letter <= UINT8_MAX; letter++)
                first[letter] = ROW_NONE;
        plan = section->head.parent[row];
        uint32_t *seen = &first[section->letter[row]];
        if (section->letter[row] && *seen != ROW_NONE)
            report_section(linker, row, *seen);
        else
            *seen = row;
    }
}

/* ---- plans ---- */

/* Two of a kind for one pupil in one file: a report is made of one. */
static void check_plans(Linker *linker)
{
    const struct plan_table *plan = &linker->records->plan;
    uint32_t pupils = linker->records->pupil.head.count;
    uint32_t *last = arena_alloc(&linker->scratch, (pupils + 1) * sizeof *last, sizeof *last);
    for (uint32_t pupil = 0; pupil < pupils; pupil++)
        last[pupil] = ROW_NONE;
    for (uint32_t row = 0; row < plan->head.count; row++) {
        const Reference *pupil = &plan->pupil[row];
        if (pupil->row == ROW_NONE)
            continue;
        uint32_t before = last[pupil->row];
        last[pupil->row] = row;
        if (before == ROW_NONE || plan->head.source[before] != plan->head.source[row] ||
            plan->head.variant[before] != plan->head.variant[row])
            continue;
        Finding *finding =
            finding_plan_twice(linker->findings, records_line(linker->records, KIND_plan, row), pupil->text,
                               schema_variant_key(KIND_plan, plan->head.variant[row]));
        finding_second(linker->findings, finding, records_line(linker->records, KIND_plan, before),
                       "this is the one before it");
    }
}

/* ---- what is allowed ---- */

/* Codes of the school may be named though no school was found; they have no figures as a rule. */
static bool may_be_elsewhere(const Linker *linker, Str code)
{
    for (size_t i = 0; i < code.length; i++)
        if (code.at[i] >= '0' && code.at[i] <= '9')
            return false;
    return !linker->records->school.head.count;
}

static void check_allowed(Linker *linker, uint32_t row)
{
    const Records *records = linker->records;
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_allow, row);
    Str code = records->allow.on[row];
    Sought sought = {.text = code,
                     .place = records_place(records, KIND_allow, row, FIELD_allow_on),
                     .field = FIELD_allow_on,
                     .from = KIND_plan,
                     .row = plan,
                     .of = ALL_TARGETS};
    if (!code.length || plan == ROW_NONE || sought_find(linker, &sought))
        return;
    if (may_be_elsewhere(linker, code) && !sought_has_near(linker, &sought))
        return;
    Finding *finding = finding_allowed_on_nothing(linker->findings, sought.place, code);
    sought_offer(linker, &sought, finding);
}

void link_plans(Linker *linker)
{
    check_sections(linker);
    check_plans(linker);
    for (uint32_t row = 0; row < linker->records->allow.head.count; row++)
        check_allowed(linker, row);
}
