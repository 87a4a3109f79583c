/* Records of word lists into an automaton and tables. */
#include "sema/words/lists.h"

#include <stdlib.h>
#include <string.h>

/* ---- faults ---- */

/* Where a part of a pattern stands; the whole fact where its text is no slice of the source. */
static Place part_place(const Records *records, uint32_t row, FieldId field, Str pattern, Span part)
{
    Place place = records_place(records, KIND_phrase, row, field);
    const Source *source = place.source;
    if (!source || pattern.at < source->text || pattern.at >= source->text + source->size)
        return place;
    uint32_t first = (uint32_t)(pattern.at - source->text);
    return (Place){source, {first + part.first, first + part.end}};
}

static void report_fault(Findings *findings, Place place, Str pattern, PatternFault fault)
{
    Str found = finding_shown(findings, str_slice(pattern, fault.at.first, fault.at.end));
    switch (fault.kind) {
    case PATTERN_unclosed: finding_pattern_unclosed(findings, place); break;
    case PATTERN_unopened: finding_pattern_unopened(findings, place, found); break;
    case PATTERN_empty: finding_pattern_empty(findings, place); break;
    case PATTERN_mark: finding_pattern_mark(findings, place, found); break;
    case PATTERN_wide: finding_pattern_wide(findings, place, PATTERN_VARIANTS_MOST); break;
    case PATTERN_long: finding_pattern_long(findings, place, PATTERN_WORDS_MOST); break;
    case PATTERN_fine: break;
    }
}

typedef struct Maker {
    const Records *records;
    AutomatonBuilder builder;
    Findings *findings; /* NULL: faults are not reported */
} Maker;

static void add_patterns(Maker *maker, uint32_t row, FieldId field, const List_text *list, bool is_exception)
{
    uint32_t words = maker->records->phrase.head.parent[row];
    PatternInfo info = {.list = (uint16_t)words, .is_exception = is_exception, .entry = row};
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++) {
        Str pattern = list->items[i];
        PatternFault fault = automaton_add(&maker->builder, pattern, info);
        if (fault.kind && maker->findings)
            report_fault(maker->findings, part_place(maker->records, row, field, pattern, fault.at), pattern,
                         fault);
    }
}

static void add_all_patterns(Maker *maker)
{
    const struct phrase_table *phrases = &maker->records->phrase;
    for (uint32_t row = 0; row < phrases->head.count; row++) {
        bool is_listed =
            phrases->head.parent_kind[row] == KIND_words && phrases->head.parent[row] < UINT16_MAX;
        if (!is_listed)
            continue;
        add_patterns(maker, row, FIELD_phrase_pattern, &phrases->pattern, false);
        add_patterns(maker, row, FIELD_phrase_except, &phrases->except, true);
    }
}

void word_lists_check(const Records *records, Findings *findings)
{
    if (!records->phrase.head.count)
        return;
    Maker maker = {.records = records, .findings = findings};
    Arena arena = {0};
    Automaton automaton;
    add_all_patterns(&maker);
    if (!automaton_end(&maker.builder, &arena, &automaton))
        finding_words_too_many(findings, records_line(records, KIND_words, 0));
    automaton_builder_free(&maker.builder);
    arena_free(&arena);
}

/* ---- tables ---- */

static uint32_t guards_of(const struct phrase_table *phrases, uint32_t row)
{
    uint32_t guards = 0;
    for (uint32_t i = phrases->unless.first[row]; i < phrases->unless.first[row + 1]; i++)
        guards |= 1u << phrases->unless.items[i];
    return guards;
}

static const WordEntry *make_entries(const Records *records, Arena *arena)
{
    const struct phrase_table *phrases = &records->phrase;
    WordEntry *entries = ARENA_ARRAY(arena, WordEntry, phrases->head.count + 1);
    for (uint32_t row = 0; row < phrases->head.count; row++)
        entries[row] = (WordEntry){.because = phrases->because[row],
                                   .instead = phrases->instead[row],
                                   .rename = phrases->rename[row],
                                   .guards = guards_of(phrases, row),
                                   .list = (uint16_t)phrases->head.parent[row],
                                   .row = row};
    return entries;
}

static const WordList *make_lists(const Records *records, Arena *arena)
{
    const struct words_table *words = &records->words;
    WordList *lists = ARENA_ARRAY(arena, WordList, words->head.count + 1);
    for (uint32_t row = 0; row < words->head.count; row++)
        lists[row] = (WordList){.name = words->name[row],
                                .first_kind = words->on.first[row],
                                .kind_count = words->on.first[row + 1] - words->on.first[row]};
    return lists;
}

bool word_lists_make(const Records *records, Arena *arena, WordLists *lists)
{
    Maker maker = {.records = records};
    add_all_patterns(&maker);
    *lists = (WordLists){.lists = make_lists(records, arena),
                         .entries = make_entries(records, arena),
                         .list_count = records->words.head.count,
                         .entry_count = records->phrase.head.count,
                         .kind_count = records->words.on.count};
    lists->kinds = arena_copy(arena, records->words.on.items, lists->kind_count * sizeof *lists->kinds, 1);
    bool fits = automaton_end(&maker.builder, arena, &lists->automaton);
    automaton_builder_free(&maker.builder);
    return fits;
}

/* ---- asking ---- */

uint32_t word_list_find(const WordLists *lists, Str name)
{
    uint32_t list = 0;
    while (list < lists->list_count && !str_equal(lists->lists[list].name, name))
        list++;
    return list;
}

bool word_list_is_for(const WordLists *lists, uint32_t list, Kind kind, unsigned variant)
{
    const WordList *at = &lists->lists[list];
    for (uint32_t i = 0; i < at->kind_count; i++) {
        RecordKind on = lists->kinds[at->first_kind + i];
        if (on.kind == kind && (!on.variant || on.variant == variant + 1))
            return true;
    }
    return !at->kind_count;
}

static bool is_fine(const WordLists *lists, const GuardText *text, const WordMatch *match)
{
    uint32_t guards = lists->entries[match->entry].guards;
    for (unsigned guard = 1; guard < CHOICE_guard_COUNT; guard++)
        if ((guards >> guard & 1) && guard_holds(guard, text, match))
            return true;
    return false;
}

void word_lists_look(const WordLists *lists, const GuardText *text, WordMatches *matches)
{
    word_lists_look_for(lists, (RecordKind){0}, text, matches);
}

void word_lists_look_for(const WordLists *lists, RecordKind on, const GuardText *text, WordMatches *matches)
{
    size_t kept = 0;
    automaton_match(&lists->automaton, text->prose, matches);
    for (size_t i = 0; i < matches->list.count; i++) {
        const WordMatch *match = &matches->list.at[i];
        bool is_meant =
            on.kind == KIND_file || word_list_is_for(lists, match->list, (Kind)on.kind, on.variant);
        if (is_meant && !is_fine(lists, text, match))
            matches->list.at[kept++] = *match;
    }
    matches->list.count = kept;
}
