/* Gaps in objectives and actions of school documents: who, by when, how one can tell. In: records; out: words
 * to be read in a sentence. */
#include "sema/calendar.h"
#include "sema/document_figures.h"
#include "sema/word_list.h"

enum { VARIANT_accessibility_plan = 2 };

static bool has_dated_action(const Records *records, uint32_t objective)
{
    RowRange actions = records_inside(records, KIND_action, KIND_objective, objective);
    for (uint32_t row = actions.first; row < actions.end; row++)
        if (day_is_known(records->action.by[row]))
            return true;
    return false;
}

static bool has_lead(const Records *records, uint32_t row)
{
    uint32_t document = records_enclosing(records, KIND_school_document, KIND_objective, row);
    return records->objective.lead[row].text.length ||
           (document != ROW_NONE && records->school_document.lead[document].text.length);
}

static bool wants_cost(const Records *records, uint32_t objective)
{
    uint32_t document = records_enclosing(records, KIND_school_document, KIND_objective, objective);
    return document != ROW_NONE &&
           records->school_document.head.variant[document] == VARIANT_accessibility_plan;
}

static Str objective_lacks(const Records *records, uint32_t row, Arena *arena)
{
    const struct objective_table *objective = &records->objective;
    WordList list = {0};
    bool dated = day_is_known(objective->by[row]);
    bool over = dated && objective->by[row] < records->today;
    bool no_progress = objective->progress.first[row] == objective->progress.first[row + 1];
    word_list_add(&list, !has_lead(records, row), STR("lead"));
    word_list_add(&list, !dated && !has_dated_action(records, row), STR("date"));
    word_list_add(&list, !objective->measure[row].length, STR("measure of success"));
    word_list_add(&list, amount_is_missing(objective->cost[row]) && wants_cost(records, row), STR("cost"));
    word_list_add(&list, over && no_progress, STR("word of its progress though its date has passed"));
    return word_list_text(&list, " or ", arena);
}

Str *objectives_lack(const Records *records, Arena *arena)
{
    uint32_t count = records->objective.head.count;
    Str *lacks = ARENA_ARRAY(arena, Str, count + 1);
    for (uint32_t row = 0; row < count; row++)
        lacks[row] = objective_lacks(records, row, arena);
    return lacks;
}

static Str action_lacks(const Records *records, uint32_t row, Arena *arena)
{
    const List_who *who = &records->action.who;
    WordList list = {0};
    word_list_add(&list, who->first[row] == who->first[row + 1], STR("name of who does it"));
    word_list_add(&list, !day_is_known(records->action.by[row]), STR("date"));
    return word_list_text(&list, " or ", arena);
}

Str *actions_lack(const Records *records, Arena *arena)
{
    uint32_t count = records->action.head.count;
    Str *lacks = ARENA_ARRAY(arena, Str, count + 1);
    for (uint32_t row = 0; row < count; row++) {
        uint8_t outer = records->action.head.parent_kind[row];
        if (outer == KIND_objective || outer == KIND_school_document)
            lacks[row] = action_lacks(records, row, arena);
    }
    return lacks;
}
