/* In: texts of records, word lists; out: which lists find something in each, and what it tells. A text is
 * known again by its address: texts are slices that do not move. */
#include "sema/check/readings.h"

#include "sema/column.h"

#include <stdlib.h>
#include <string.h>

#define NO_BIT UINT32_MAX

void readings_begin(Readings *readings, const Derived *derived, const Program *const *programs,
                    unsigned program_count)
{
    uint32_t bits = 0;
    *readings = (Readings){.derived = derived};
    for (unsigned set = 0; set < WORD_SETS; set++) {
        for (unsigned i = 0; i < program_count && !readings->lists[set]; i++)
            readings->lists[set] = programs[i]->words[set];
        readings->first_bit[set] = bits;
        bits += readings->lists[set] ? readings->lists[set]->list_count : 0;
    }
    readings->blocks = (bits + 63) / 64;
}

void readings_free(Readings *readings)
{
    free(readings->list.at);
    free(readings->found.at);
    free(readings->told.at);
    free(readings->named.at);
    free(readings->slots);
    name_set_free(&readings->names);
    prose_free(&readings->prose);
    prose_amounts_free(&readings->amounts);
    word_matches_free(&readings->matches);
}

/* ---- finding a reading again ---- */

static uint32_t slot_of(const Readings *readings, const char *at)
{
    uint64_t hash = (uint64_t)(uintptr_t)at * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t slot = (uint32_t)(hash >> 32) & (readings->slot_count - 1);
    while (readings->slots[slot] && readings->list.at[readings->slots[slot] - 1].at != at)
        slot = (slot + 1) & (readings->slot_count - 1);
    return slot;
}

static void grow_slots(Readings *readings)
{
    readings->slot_count = readings->slot_count ? 2 * readings->slot_count : 64;
    readings->slots = memory_grow(readings->slots, readings->slot_count * sizeof *readings->slots);
    memset(readings->slots, 0, readings->slot_count * sizeof *readings->slots);
    for (uint32_t i = 0; i < readings->list.count; i++)
        if (readings->list.at[i].length)
            readings->slots[slot_of(readings, readings->list.at[i].at)] = i + 1;
}

static bool is_of(const Readings *readings, uint32_t index, Str text)
{
    return index < readings->list.count && readings->list.at[index].at == text.at &&
           readings->list.at[index].length == text.length;
}

/* The reading of the text, or the count of readings. Most often it is the one behind the last. */
static uint32_t find_reading(Readings *readings, Str text)
{
    for (uint32_t next = 0; next < 2; next++)
        if (is_of(readings, readings->last + next, text))
            return readings->last += next;
    uint32_t index = readings->slot_count ? readings->slots[slot_of(readings, text.at)] : 0;
    if (!index || !is_of(readings, index - 1, text))
        return (uint32_t)readings->list.count;
    return readings->last = index - 1;
}

/* ---- reading ---- */

/* Takes the text apart by the lexicon of a set of lists and finds their phrases. Most texts hold none: for
 * these nobody looks for names and amounts, unless the amounts are wanted as well. */
static void look(Readings *readings, unsigned set, Str text, RecordKind on, GuardFacts facts, bool amounts)
{
    const WordLists *lists = readings->lists[set];
    prose_read(&readings->prose, &lists->automaton.lexicon, text);
    automaton_match(&lists->automaton, &readings->prose, &readings->matches);
    if (!readings->matches.list.count && !amounts)
        return;
    if (!readings->has_names)
        reading_names(readings->derived->records, &readings->names);
    readings->has_names = true;
    prose_mark_set(&readings->prose, &readings->names);
    prose_find_amounts(&readings->prose, &readings->amounts);
    GuardText about = {&readings->prose, &readings->amounts, facts};
    word_lists_look_for(lists, on, &about, &readings->matches);
}

static void note_found(Readings *readings, unsigned set, uint64_t *found)
{
    for (size_t i = 0; i < readings->matches.list.count; i++) {
        uint32_t bit = readings->first_bit[set] + readings->matches.list.at[i].list;
        found[bit / 64] |= UINT64_C(1) << bit % 64;
    }
}

static RecordKind kind_of(const Readings *readings, uint16_t field, uint32_t row)
{
    if (field == FIELD_COUNT)
        return (RecordKind){0};
    Kind kind = (Kind)schema_field((FieldId)field)->kind;
    return (RecordKind){(uint8_t)kind, records_table(readings->derived->records, kind)->variant[row]};
}

static GuardFacts facts_of(const Readings *readings, uint16_t field, uint32_t row)
{
    return field == FIELD_COUNT
               ? (GuardFacts){0}
               : reading_facts(readings->derived, (Kind)schema_field((FieldId)field)->kind, row);
}

/* Is it the text in which provision or an outcome says what it is? */
static bool is_telling(uint16_t field)
{
    return field == FIELD_provision_text || field == FIELD_outcome_text;
}

static void look_with_all(Readings *readings, Reading *reading, uint64_t *found)
{
    Str text = {reading->at, reading->length};
    RecordKind on = kind_of(readings, reading->field, reading->row);
    const Records *records = readings->derived->records;
    if (on.kind != KIND_file && reading_is_own(records, (Kind)on.kind, reading->row))
        return;
    for (unsigned set = 0; set < WORD_SETS; set++) {
        if (!readings->lists[set])
            continue;
        look(readings, set, text, on, facts_of(readings, reading->field, reading->row),
             is_telling(reading->field));
        note_found(readings, set, found);
        if (!is_telling(reading->field) || reading->told)
            continue;
        Told told = reading_told(records, (Kind)on.kind, reading->row, &readings->prose, &readings->amounts);
        ARRAY_ADD(&readings->told, told);
        reading->told = (uint32_t)readings->told.count;
    }
}

static uint32_t read_text(Readings *readings, Str text, uint16_t field, uint32_t row)
{
    uint32_t index = (uint32_t)readings->list.count;
    Reading reading = {.at = text.at, .length = (uint32_t)text.length, .row = row, .field = field};
    size_t found = readings->found.count;
    for (uint32_t i = 0; i < readings->blocks; i++)
        ARRAY_ADD(&readings->found, 0);
    if (text.length)
        look_with_all(readings, &reading, readings->found.at + found);
    if (2 * (index + 1) > readings->slot_count)
        grow_slots(readings);
    if (text.length)
        readings->slots[slot_of(readings, text.at)] = index + 1;
    ARRAY_ADD(&readings->list, reading);
    return index;
}

static void read_column(Readings *readings, FieldId field)
{
    const Records *records = readings->derived->records;
    const TableHead *table = records_table(records, (Kind)schema_field(field)->kind);
    if (readings->first_of[field])
        return;
    readings->first_of[field] = (uint32_t)readings->list.count + 1;
    for (uint32_t row = 0; row < table->count; row++) {
        Values values = column_values(records, field, row);
        for (uint32_t i = 0; i < values.count; i++)
            read_text(readings, *(const Str *)values_at(values, i), (uint16_t)field, row);
    }
}

/* ---- which ---- */

static void prepare_node(Readings *readings, const CheckNode *nodes, NodeId id)
{
    if (id >= PIECE_INSTEAD)
        return;
    const CheckNode *node = &nodes[id];
    prepare_node(readings, nodes, node->a);
    prepare_node(readings, nodes, node->b);
    prepare_node(readings, nodes, node->c);
    if (node->op == CHECK_OP_matches) {
        const CheckNode *text = &nodes[node->a];
        if (text->op == CHECK_OP_field || text->op == CHECK_OP_list_field)
            read_column(readings, (FieldId)text->of);
    }
}

void readings_prepare(Readings *readings, const Program *program, const CheckRule *rule)
{
    prepare_node(readings, program->nodes, rule->when);
    prepare_node(readings, program->nodes, rule->require);
    for (uint32_t i = 0; i < rule->severities.count; i++)
        prepare_node(readings, program->nodes, program->severities[rule->severities.first + i].when);
}

/* ---- asking ---- */

static uint32_t bit_of(const Readings *readings, unsigned set, Str name)
{
    const WordLists *lists = readings->lists[set];
    uint32_t list = lists ? word_list_find(lists, name) : 0;
    return !lists || list == lists->list_count ? NO_BIT : readings->first_bit[set] + list;
}

/* By the address of the name: checks ask rule by rule, each for few lists. */
static const NamedList *named_list(Readings *readings, Str name)
{
    for (size_t i = readings->named.count; i-- > 0;)
        if (readings->named.at[i].at == name.at)
            return &readings->named.at[i];
    NamedList named = {.at = name.at};
    for (unsigned set = 0; set < WORD_SETS; set++)
        named.bit[set] = bit_of(readings, set, name);
    ARRAY_ADD(&readings->named, named);
    return &readings->named.at[readings->named.count - 1];
}

bool readings_match(Readings *readings, Str list, Str text, bool *known)
{
    const NamedList *named = named_list(readings, list);
    uint32_t index = find_reading(readings, text);
    if (index == readings->list.count)
        index = read_text(readings, text, FIELD_COUNT, 0);
    const uint64_t *found = readings->found.at + (size_t)index * readings->blocks;
    bool matches = false;
    *known = false;
    for (unsigned set = 0; set < WORD_SETS; set++) {
        uint32_t bit = named->bit[set];
        *known |= bit != NO_BIT;
        matches |= bit != NO_BIT && (found[bit / 64] >> bit % 64 & 1);
    }
    return matches;
}

const Told *readings_told(Readings *readings, Kind kind, uint32_t row)
{
    static const Told nothing = {
        .weekly_minutes = {0, 0}, .target = {.number = AMOUNT_MISSING}, .day = DAY_MISSING};
    FieldId field = kind == KIND_provision ? FIELD_provision_text : FIELD_outcome_text;
    read_column(readings, field);
    const Reading *reading = &readings->list.at[readings->first_of[field] - 1 + row];
    return reading->told ? &readings->told.at[reading->told - 1] : &nothing;
}

/* ---- finding again ---- */

/* `e.g` with the stop that belongs to it. */
static Span whole_words(Str text, Span at)
{
    bool is_short = at.end > at.first + 2 && text.at[at.end - 2] == '.';
    at.end += is_short && at.end < text.length && text.at[at.end] == '.';
    return at;
}

void readings_find(Readings *readings, Str list, Str text, PhrasesFound *found)
{
    uint32_t index = find_reading(readings, text);
    if (index == readings->list.count)
        return;
    Reading reading = readings->list.at[index];
    RecordKind on = kind_of(readings, reading.field, reading.row);
    for (unsigned set = 0; set < WORD_SETS; set++) {
        uint32_t bit = bit_of(readings, set, list);
        if (bit == NO_BIT)
            continue;
        look(readings, set, text, on, facts_of(readings, reading.field, reading.row), true);
        for (size_t i = 0; i < readings->matches.list.count; i++) {
            const WordMatch *match = &readings->matches.list.at[i];
            if (readings->first_bit[set] + match->list == bit)
                ARRAY_ADD(found, ((PhraseFound){whole_words(text, match->at),
                                                &readings->lists[set]->entries[match->entry]}));
        }
    }
}

void readings_find_floating(Readings *readings, Kind kind, uint32_t row, PhrasesFound *found)
{
    if (kind != KIND_provision || !readings->lists[0])
        return;
    Str text = readings->derived->records->provision.text[row];
    look(readings, 0, text, (RecordKind){0}, reading_facts(readings->derived, kind, row), true);
    for (size_t i = 0; i < readings->amounts.list.count; i++)
        if (reading_floats(&readings->amounts.list.at[i]))
            ARRAY_ADD(found, ((PhraseFound){readings->amounts.list.at[i].at, NULL}));
}
