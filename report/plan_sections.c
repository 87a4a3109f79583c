/* An EHC plan, letter by letter. In: its sections and what stands in them, or belongs there by what it is.
 * Out: the sections A to K, each labelled by its letter as the law wants (SEND Regulations 2014, reg 12),
 * also where one is empty. */
#include "report/words.h"

#include <stdlib.h>

/* The section of that letter, or ROW_NONE. */
static uint32_t section_row(const Plan *plan, unsigned letter)
{
    RowRange rows = plan_rows(plan, KIND_section);
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (fact_choice(&plan->facts, FIELD_section_letter, row) == letter)
            return row;
    return ROW_NONE;
}

static Rows section_rows(const Plan *plan, Kind kind, unsigned letter)
{
    Rows rows = {0};
    RowRange all = plan_rows(plan, kind);
    for (uint32_t row = all.first; row < all.end; row++)
        if (plan_section_of(plan, kind, row) == letter)
            ARRAY_ADD(&rows.list, row);
    return rows;
}

/* ---- the tables ---- */

static const struct {
    Kind kind;
    void (*add)(Plan *plan, Blocks *to, const Rows *rows);
} section_tables[] = {
    {KIND_need, needs_table},
    {KIND_outcome, outcomes_table},
    {KIND_provision, provision_table},
    {KIND_advice, advice_table},
};

static void tables(Part *part, unsigned letter)
{
    for (size_t i = 0; i < sizeof section_tables / sizeof *section_tables; i++) {
        Rows rows = section_rows(part->plan, section_tables[i].kind, letter);
        if (section_tables[i].kind == KIND_outcome || section_tables[i].kind == KIND_provision)
            rows_part(part->plan, section_tables[i].kind, &rows);
        if (rows.list.count > 0)
            section_tables[i].add(part->plan, part_body(part), &rows);
        free(rows.list.at);
    }
}

/* ---- A: views, interests and aspirations ---- */

static void hopes(Part *part, unsigned letter)
{
    Rows rows = section_rows(part->plan, KIND_aspiration, letter);
    if (letter == CHOICE_section_a || rows.list.count > 0)
        hopes_part(part, &rows);
    free(rows.list.at);
}

static void own_words(Part *part, uint32_t section)
{
    Plan *plan = part->plan;
    if (section == ROW_NONE)
        return;
    Rows views = rows_in(plan, KIND_view, KIND_section, section);
    if (views.list.count > 0)
        views_quotes(plan, part_body(part), KIND_section, section);
    free(views.list.at);
    if (fact_count(&plan->facts, FIELD_section_strength, section) > 0) {
        say_strong(paragraph(plan, part_body(part), PARAGRAPH_body), "What people like and admire");
        texts_list(plan, part_body(part), FIELD_section_strength, section);
    }
    if (fact_count(&plan->facts, FIELD_section_gathered, section) > 0)
        texts_paragraphs(plan, part_body(part), FIELD_section_gathered, section);
    if (fact_count(&plan->facts, FIELD_section_text, section) > 0)
        texts_paragraphs(plan, part_body(part), FIELD_section_text, section);
}

/* ---- I and J: the placement, the personal budget ---- */

typedef struct SettingFields {
    FieldId name, type, from, budget, direct, direct_for;
} SettingFields;

/* The same facts may stand in the plan and in its section. */
static const SettingFields plan_fields = {FIELD_plan_named_setting,  FIELD_plan_setting_type,
                                          FIELD_plan_setting_from,   FIELD_plan_personal_budget,
                                          FIELD_plan_direct_payment, FIELD_plan_direct_payment_for};
static const SettingFields section_fields = {FIELD_section_named_setting,  FIELD_section_setting_type,
                                             FIELD_section_setting_from,   FIELD_section_personal_budget,
                                             FIELD_section_direct_payment, FIELD_section_direct_payment_for};

static bool setting_say(Part *part, const SettingFields *fields, uint32_t row)
{
    Plan *plan = part->plan;
    Str name = fact_text(&plan->facts, fields->name, row), type = fact_text(&plan->facts, fields->type, row);
    if (name.length == 0 && type.length == 0)
        return false;
    Runs *runs = paragraph(plan, part_body(part), PARAGRAPH_body);
    say_value(plan, runs, name);
    say(runs, name.length > 0 && type.length > 0 ? ": " : "");
    say_value(plan, runs, type);
    say_on(plan, runs, ", from ", fact_day(&plan->facts, fields->from, row));
    say_stop(runs);
    return true;
}

static bool budget_say(Part *part, const SettingFields *fields, uint32_t row)
{
    Plan *plan = part->plan;
    Amount budget = fact_amount(&plan->facts, fields->budget, row);
    uint32_t count = fact_count(&plan->facts, fields->direct_for, row);
    if (amount_is_missing(budget) && count == 0)
        return false;
    Runs *runs = paragraph(plan, part_body(part), PARAGRAPH_body);
    say_amount(plan, runs, budget);
    say(runs, fact_flag(&plan->facts, fields->direct, row) ? ", paid to the family." : "");
    for (uint32_t i = 0; i < count; i++) {
        say(runs, i > 0 ? "; " : runs->list.count > 0 ? " For: " : "For: ");
        say_value(plan, runs, fact_text_at(&plan->facts, fields->direct_for, row, i));
    }
    return true;
}

static void setting(Part *part, unsigned letter, uint32_t section)
{
    bool (*add)(Part *, const SettingFields *, uint32_t) = letter == CHOICE_section_i   ? setting_say
                                                           : letter == CHOICE_section_j ? budget_say
                                                                                        : NULL;
    if (add && !add(part, &section_fields, section))
        add(part, &plan_fields, part->plan->row);
}

/* ---- a section ---- */

static void empty_say(Part *part, unsigned letter)
{
    bool draft = part->plan->derived->plan[part->plan->row].is_draft;
    Runs *runs = paragraph(part->plan, part_body(part), PARAGRAPH_note);
    say(runs, draft && letter == CHOICE_section_i ? "Empty while the plan is a draft."
                                                  : "Nothing has been written in this section.");
}

static void section(Plan *plan, Blocks *to, unsigned letter)
{
    Str name = choice_info(CHOICES_section, letter)->phrase;
    char *id = arena_copy(plan->arena, name.at, name.length, 1);
    id[0] = (char)(id[0] - 'A' + 'a');
    Part part = {.plan = plan, .to = to, .level = 2, .title = choice_info(CHOICES_section, letter)->print};
    part.id = arena_format(plan->arena, "section-" STR_FMT, (int)name.length, id);
    uint32_t row = section_row(plan, letter);
    hopes(&part, letter);
    own_words(&part, row);
    setting(&part, letter, row);
    tables(&part, letter);
    if (letter == CHOICE_section_f && part.section)
        provision_totals(plan, part_body(&part));
    if (!part.section)
        empty_say(&part, letter);
}

void plan_sections(Plan *plan, Blocks *to)
{
    /* The law gives the sections and their order: the map, which is ours, stands before them. */
    plan_overview(plan, to);
    for (unsigned letter = 1; letter < choice_count(CHOICES_section); letter++)
        section(plan, to, letter);
}
