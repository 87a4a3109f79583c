/* Told: what a plan says of who was told, who takes part, what it names and what it leaves out. In: records
 * and the plan's date; out: figures of a plan, and which advice is cited. Knows no rule. */
#include "sema/deriver.h"
#include "sema/schema.h"
#include "sema/series.h"

/* ---- staff ---- */

enum { BEFORE_PLAN = 30 }; /* days before a plan's date at which staff may be told of it */

/* The earliest of the days that is not before `since`; without that, the latest. */
static int32_t told_since(const List_date *list, uint32_t row, int32_t since, int32_t told)
{
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++) {
        int32_t day = list->items[i];
        bool counts = since == DAY_MISSING || day >= since;
        if (day != DAY_MISSING && counts &&
            (told == DAY_MISSING || (since == DAY_MISSING ? day > told : day < told)))
            told = day;
    }
    return told;
}

static int32_t staff_told(const Deriver *deriver, uint32_t plan)
{
    const Records *records = deriver->records;
    int32_t since = day_add(deriver->derived->plan[plan].date, -BEFORE_PLAN, DAY_UNIT_day);
    int32_t told = told_since(&records->plan.staff_told, plan, since, DAY_MISSING);
    RowRange rows = records_inside(records, KIND_planned, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++)
        told = told_since(&records->planned.staff_told, row, since, told);
    return told;
}

/* ---- a teacher ---- */

static bool teaches(uint8_t post)
{
    switch (post) {
    case CHOICE_post_class_teacher:
    case CHOICE_post_form_tutor:
    case CHOICE_post_subject_teacher:
    case CHOICE_post_teacher:
    case CHOICE_post_lecturer:
    case CHOICE_post_key_person:
    case CHOICE_post_early_years_practitioner: return true;
    default: return false;
    }
}

static bool holds_word(Str text, Str word)
{
    for (size_t at = 0; at + word.length <= text.length; at++)
        if (str_equal_folded(str_slice(text, at, at + word.length), word))
            return true;
    return false;
}

/* By post; a person by what they do at the school; a text by its words. */
static bool is_teacher(const Records *records, const Who *who)
{
    if (teaches(who->post))
        return true;
    if (who->row == ROW_NONE || who->kind != KIND_person)
        return who->quoted && (holds_word(who->text, STR("teacher")) || holds_word(who->text, STR("tutor")));
    const List_who *roles = &records->person.role;
    for (uint32_t i = roles->first[who->row]; i < roles->first[who->row + 1]; i++)
        if (teaches(roles->items[i].post))
            return true;
    return false;
}

static bool any_teacher(const Records *records, const List_who *list, uint32_t row)
{
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++)
        if (is_teacher(records, &list->items[i]))
            return true;
    return false;
}

static bool teacher_in_provision(const Deriver *deriver, uint32_t plan)
{
    const Records *records = deriver->records;
    RowRange rows = records_inside(records, KIND_provision, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        const Effective *effective = &deriver->derived->effective[row];
        if (any_teacher(records, &records->provision.overseen_by, row))
            return true;
        for (uint32_t i = 0; i < effective->by_count; i++)
            if (is_teacher(records, &effective->by[i]))
                return true;
    }
    return false;
}

/* Does a teacher stand in a fact of one person, in any record of that kind in the plan? */
static bool teacher_in(const Records *records, Kind kind, const Who *column, uint32_t plan)
{
    RowRange rows = records_inside(records, kind, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (is_teacher(records, &column[row]))
            return true;
    return false;
}

static bool names_teacher(const Deriver *deriver, uint32_t plan)
{
    const Records *records = deriver->records;
    uint32_t pupil = deriver->derived->plan[plan].pupil;
    return (pupil != ROW_NONE && records->pupil.tutor[pupil].text.length) ||
           teacher_in_provision(deriver, plan) ||
           teacher_in(records, KIND_outcome, records->outcome.owner, plan) ||
           teacher_in(records, KIND_meeting, records->meeting.led_by, plan);
}

/* ---- sections ---- */

static Str sections_left_out(Deriver *deriver, uint32_t plan)
{
    const Records *records = deriver->records;
    bool there[CHOICE_section_COUNT] = {false};
    RowRange rows = records_inside(records, KIND_section, KIND_plan, plan);
    Series series = {0};
    for (uint32_t row = rows.first; row < rows.end; row++)
        there[records->section.letter[row]] = true;
    for (unsigned letter = 1; letter < CHOICE_section_COUNT; letter++)
        if (!there[letter])
            series_add(&series, choice_info(CHOICES_section, letter)->phrase);
    if (!series.count)
        return STR("");
    Str names = series_text(&deriver->derived->arena, &series, "and");
    return arena_format(&deriver->derived->arena, "section%s " STR_FMT, series.count > 1 ? "s" : "",
                        STR_ARG(names));
}

/* ---- what section J names ---- */

enum { CODES_MOST = 16 }; /* codes that are looked up */

static bool is_of_code(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
}

/* The next word of the text that has a figure in it, from `*at` on; empty at the end. */
static Str next_code(Str text, size_t *at)
{
    while (*at < text.length) {
        size_t first = *at, end;
        bool has_figure = false;
        for (end = first; end < text.length && is_of_code(text.at[end]); end++)
            has_figure |= text.at[end] >= '0' && text.at[end] <= '9';
        *at = end > first ? end : first + 1;
        while (end > first && text.at[end - 1] == '.')
            end--;
        if (has_figure)
            return str_slice(text, first, end);
    }
    return STR("");
}

static bool is_code_of(const Records *records, Kind kind, const Str *codes, uint32_t plan, Str code)
{
    RowRange rows = records_inside(records, kind, KIND_plan, plan);
    for (uint32_t row = rows.first; row < rows.end; row++)
        if (str_equal_folded(codes[row], code))
            return true;
    return false;
}

static void look_for_codes(Deriver *deriver, uint32_t plan, Str text, unsigned *left)
{
    const Records *records = deriver->records;
    PlanFigures *figures = &deriver->derived->plan[plan];
    size_t at = 0;
    for (Str code; *left && (code = next_code(text, &at)).length; --*left) {
        figures->j_need |= is_code_of(records, KIND_need, records->need.code, plan, code);
        figures->j_outcome |= is_code_of(records, KIND_outcome, records->outcome.code, plan, code);
    }
}

static void look_in_list(Deriver *deriver, uint32_t plan, const List_text *texts, uint32_t row,
                         unsigned *left)
{
    for (uint32_t i = texts->first[row]; *left && i < texts->first[row + 1]; i++)
        look_for_codes(deriver, plan, texts->items[i], left);
}

static void look_in_section_j(Deriver *deriver, uint32_t plan)
{
    const struct section_table *section = &deriver->records->section;
    RowRange rows = records_inside(deriver->records, KIND_section, KIND_plan, plan);
    unsigned left = CODES_MOST;
    look_in_list(deriver, plan, &deriver->records->plan.direct_payment_for, plan, &left);
    for (uint32_t row = rows.first; left && row < rows.end; row++) {
        if (section->letter[row] != CHOICE_section_j)
            continue;
        look_in_list(deriver, plan, &section->text, row, &left);
        look_in_list(deriver, plan, &section->direct_payment_for, row, &left);
    }
}

/* ---- a plan ---- */

void derive_plan_told(Deriver *deriver, uint32_t row)
{
    PlanFigures *figures = &deriver->derived->plan[row];
    figures->staff_told = staff_told(deriver, row);
    figures->names_teacher = names_teacher(deriver, row);
    if (!figures->is_ehc)
        return;
    figures->leaves_out = sections_left_out(deriver, row);
    look_in_section_j(deriver, row);
}

/* ---- advice ---- */

static void cite_named(Deriver *deriver, RelationId id)
{
    uint32_t count = deriver->records->advice.head.count;
    for (uint32_t row = 0; row < count; row++)
        deriver->derived->advice_cited[row] |=
            relation_naming(&deriver->derived->relations, id, row).count > 0;
}

void derive_citations(Deriver *deriver)
{
    const Records *records = deriver->records;
    const List_who *by = &records->evidence.by;
    const List_named *asked = &records->involvement.advice;
    bool *cited = deriver->derived->advice_cited;
    cite_named(deriver, RELATION_need_advice);
    cite_named(deriver, RELATION_outcome_advice);
    cite_named(deriver, RELATION_provision_advice);
    for (uint32_t i = 0; i < by->count; i++)
        if (by->items[i].kind == KIND_advice && by->items[i].row != ROW_NONE)
            cited[by->items[i].row] = true;
    for (uint32_t i = 0; i < asked->count; i++)
        if (asked->items[i].row != ROW_NONE && asked->items[i].kind == KIND_advice)
            cited[asked->items[i].row] = true;
}
