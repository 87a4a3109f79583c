/* Making the automaton: the rows of steps are a machine that may be in several places at once; each set of
 * places that a text can lead to becomes one state. Gaps are bounded and rows have no loops, so there is an
 * end. */
#include "sema/words/automaton.h"

#include <stdlib.h>
#include <string.h>

/* A set of places, ascending: indexes of elements. */
typedef struct PlaceSet {
    const uint32_t *at;
    uint32_t count;
} PlaceSet;

typedef struct Move {
    uint32_t symbol, place;
} Move;

typedef struct Maker {
    const PatternSteps *steps;
    Arena arena;
    ARRAY(PlaceSet) sets;  /* of each state */
    ARRAY(uint32_t) table; /* open addressing: state + 1; at[0 … room - 1] */
    ARRAY(WordState) states;
    ARRAY(WordEdge) edges;
    ARRAY(uint32_t) accepts;
    ARRAY(uint32_t) numbers; /* all symbols that are numbers */
    ARRAY(Move) moves;
    ARRAY(uint32_t) places, others;
    size_t place_count; /* of all sets */
    bool is_too_large;
} Maker;

PatternFault automaton_add(AutomatonBuilder *builder, Str pattern, PatternInfo info)
{
    PatternFault fault = pattern_add(&builder->steps, pattern, (uint32_t)builder->patterns.count);
    if (fault.kind == PATTERN_fine)
        ARRAY_ADD(&builder->patterns, info);
    return fault;
}

void automaton_builder_free(AutomatonBuilder *builder)
{
    pattern_steps_free(&builder->steps);
    free(builder->patterns.at);
    *builder = (AutomatonBuilder){0};
}

/* ---- states ---- */

static int by_number(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return one < other ? -1 : one > other;
}

static int by_symbol(const void *a, const void *b)
{
    const Move *one = a, *other = b;
    if (one->symbol != other->symbol)
        return one->symbol < other->symbol ? -1 : 1;
    return one->place < other->place ? -1 : one->place > other->place;
}

static uint64_t places_hash(const uint32_t *places, size_t count)
{
    return str_hash((Str){(const char *)places, count * sizeof *places});
}

static void put_in_table(Maker *maker, uint32_t state)
{
    PlaceSet set = maker->sets.at[state];
    size_t i = places_hash(set.at, set.count) & (maker->table.room - 1);
    while (maker->table.at[i])
        i = (i + 1) & (maker->table.room - 1);
    maker->table.at[i] = state + 1;
}

static void grow_table(Maker *maker)
{
    if (maker->sets.count * 2 < maker->table.room)
        return;
    maker->table.room = maker->table.room ? maker->table.room * 2 : 4096;
    maker->table.at = memory_grow(maker->table.at, maker->table.room * sizeof *maker->table.at);
    memset(maker->table.at, 0, maker->table.room * sizeof *maker->table.at);
    for (uint32_t state = 1; state < maker->sets.count; state++)
        put_in_table(maker, state);
}

/* Where a gap may be passed over, what stands behind it is a place too. */
static void add_place(Maker *maker, uint32_t place)
{
    for (;; place++) {
        ARRAY_ADD(&maker->places, place);
        if (maker->steps->elements.at[place].kind != ELEMENT_any)
            return;
    }
}

static void sort_places(Maker *maker)
{
    size_t kept = 0;
    if (maker->places.count)
        qsort(maker->places.at, maker->places.count, sizeof *maker->places.at, by_number);
    for (size_t i = 0; i < maker->places.count; i++)
        if (!kept || maker->places.at[kept - 1] != maker->places.at[i])
            maker->places.at[kept++] = maker->places.at[i];
    maker->places.count = kept;
}

/* The state of the places gathered; a new one when there is none. 0 for no place. */
static uint32_t state_of_places(Maker *maker)
{
    sort_places(maker);
    size_t count = maker->places.count;
    if (!count)
        return 0;
    grow_table(maker);
    size_t i = places_hash(maker->places.at, count) & (maker->table.room - 1);
    for (; maker->table.at[i]; i = (i + 1) & (maker->table.room - 1)) {
        PlaceSet set = maker->sets.at[maker->table.at[i] - 1];
        if (set.count == count && memcmp(set.at, maker->places.at, count * sizeof *set.at) == 0)
            return maker->table.at[i] - 1;
    }
    uint32_t state = (uint32_t)maker->sets.count;
    maker->place_count += count;
    if (state > AUTOMATON_STATES_MOST || maker->place_count > AUTOMATON_PLACES_MOST) {
        maker->is_too_large = true;
        return 0;
    }
    PlaceSet set = {arena_copy(&maker->arena, maker->places.at, count * sizeof *set.at, alignof(uint32_t)),
                    (uint32_t)count};
    ARRAY_ADD(&maker->sets, set);
    maker->table.at[i] = state + 1;
    return state;
}

/* ---- moves ---- */

static void add_moves(Maker *maker, uint32_t place)
{
    const Element *element = &maker->steps->elements.at[place];
    const uint16_t *symbols = maker->steps->symbols.at + element->first;
    if (element->kind == ELEMENT_any)
        ARRAY_ADD(&maker->others, place + 1);
    for (unsigned i = 0; element->kind == ELEMENT_words && i < element->count; i++)
        ARRAY_ADD(&maker->moves, (Move){symbols[i], place + 1});
    for (size_t i = 0; element->kind == ELEMENT_number && i < maker->numbers.count; i++)
        ARRAY_ADD(&maker->moves, (Move){maker->numbers.at[i], place + 1});
}

static void gather_others(Maker *maker)
{
    maker->places.count = 0;
    for (size_t i = 0; i < maker->others.count; i++)
        add_place(maker, maker->others.at[i]);
}

/* The edges of the places whose moves have been gathered, handed to `take` symbol by symbol. */
static void add_edges(Maker *maker, WordState *state)
{
    if (maker->moves.count)
        qsort(maker->moves.at, maker->moves.count, sizeof(Move), by_symbol);
    state->first_edge = (uint32_t)maker->edges.count;
    for (size_t i = 0; i < maker->moves.count;) {
        uint32_t symbol = maker->moves.at[i].symbol;
        gather_others(maker);
        for (; i < maker->moves.count && maker->moves.at[i].symbol == symbol; i++)
            add_place(maker, maker->moves.at[i].place);
        uint32_t target = state_of_places(maker);
        ARRAY_ADD(&maker->edges, (WordEdge){symbol, target});
    }
    state->edge_count = (uint32_t)maker->edges.count - state->first_edge;
    gather_others(maker);
    state->other = state_of_places(maker);
    maker->moves.count = maker->others.count = 0;
}

static void make_state(Maker *maker, uint32_t number)
{
    PlaceSet set = maker->sets.at[number];
    WordState state = {.first_accept = (uint32_t)maker->accepts.count};
    for (uint32_t i = 0; i < set.count; i++) {
        const Element *element = &maker->steps->elements.at[set.at[i]];
        if (element->kind == ELEMENT_end)
            ARRAY_ADD(&maker->accepts, element->first);
        else
            add_moves(maker, set.at[i]);
    }
    state.accept_count = (uint32_t)maker->accepts.count - state.first_accept;
    add_edges(maker, &state);
    ARRAY_ADD(&maker->states, state);
}

/* ---- the first step ---- */

static const uint32_t *make_start(Maker *maker, Arena *arena, bool at_head)
{
    uint32_t *start = ARENA_ARRAY(arena, uint32_t, maker->steps->lexicon.symbol_count);
    WordState state;
    for (uint32_t i = 0; i < maker->steps->elements.count; i++) {
        const Element *element = &maker->steps->elements.at[i];
        if (element->is_start && (at_head || !element->at_head))
            add_moves(maker, i);
    }
    add_edges(maker, &state);
    for (uint32_t i = 0; i < state.edge_count; i++)
        start[maker->edges.at[state.first_edge + i].symbol] = maker->edges.at[state.first_edge + i].target;
    maker->edges.count = state.first_edge;
    return start;
}

static void find_numbers(Maker *maker, const Lexicon *lexicon)
{
    ARRAY_ADD(&maker->numbers, lexicon_number);
    for (uint32_t symbol = 1; symbol < lexicon_number; symbol++)
        if (role_word(symbol)->role == ROLE_number)
            ARRAY_ADD(&maker->numbers, symbol);
    for (uint32_t i = 0; i <= lexicon->mask; i++) {
        const LexiconSlot *slot = &lexicon->slots[i];
        char first = slot->symbol ? lexicon->spellings[slot->spelling] : 0;
        if (slot->symbol > lexicon_number && first >= '0' && first <= '9')
            ARRAY_ADD(&maker->numbers, slot->symbol);
    }
}

static void maker_free(Maker *maker)
{
    free(maker->sets.at);
    free(maker->table.at);
    free(maker->states.at);
    free(maker->edges.at);
    free(maker->accepts.at);
    free(maker->numbers.at);
    free(maker->moves.at);
    free(maker->places.at);
    free(maker->others.at);
    arena_free(&maker->arena);
}

#define KEPT(arena, array) arena_copy((arena), (array).at, (array).count * sizeof *(array).at, 8)

static void keep(const Maker *maker, const AutomatonBuilder *builder, Arena *arena, Automaton *automaton)
{
    automaton->states = KEPT(arena, maker->states);
    automaton->edges = KEPT(arena, maker->edges);
    automaton->accepts = KEPT(arena, maker->accepts);
    automaton->patterns = KEPT(arena, builder->patterns);
    automaton->state_count = (uint32_t)maker->states.count;
    automaton->edge_count = (uint32_t)maker->edges.count;
    automaton->accept_count = (uint32_t)maker->accepts.count;
    automaton->pattern_count = (uint32_t)builder->patterns.count;
    for (size_t i = 0; i < builder->patterns.count; i++)
        if (builder->patterns.at[i].list >= automaton->list_count)
            automaton->list_count = builder->patterns.at[i].list + 1u;
}

bool automaton_end(const AutomatonBuilder *builder, Arena *arena, Automaton *automaton)
{
    *automaton = (Automaton){0};
    AutomatonBuilder none = {0};
    if (!builder->steps.lexicon.symbol_count) {
        lexicon_begin(&none.steps.lexicon);
        automaton->lexicon = lexicon_end(&none.steps.lexicon, arena);
        automaton_builder_free(&none);
        return true;
    }
    automaton->lexicon = lexicon_end(&builder->steps.lexicon, arena);
    Maker maker = {.steps = &builder->steps};
    ARRAY_ADD(&maker.sets, (PlaceSet){0});
    ARRAY_ADD(&maker.states, (WordState){0});
    find_numbers(&maker, &automaton->lexicon);
    automaton->start = make_start(&maker, arena, false);
    automaton->head_start = make_start(&maker, arena, true);
    for (uint32_t state = 1; state < maker.sets.count && !maker.is_too_large; state++)
        make_state(&maker, state);
    if (!maker.is_too_large)
        keep(&maker, builder, arena, automaton);
    bool fits = !maker.is_too_large;
    maker_free(&maker);
    return fits;
}
