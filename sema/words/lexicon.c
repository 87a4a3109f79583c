/* Words to symbols, in open addressing. Knows nothing of patterns or texts. */
#include "sema/words/lexicon.h"

#include "sema/amount.h"

#include <stdlib.h>
#include <string.h>

static const RoleWord role_words[] = {
    {ROLE_none, 0, STR_INIT("")},
#define WORD(role, value, word) {ROLE_##role, value, STR_INIT(word)},
#include "sema/words/word.def"
};

enum { ROLE_WORDS = sizeof role_words / sizeof *role_words };

const uint32_t lexicon_number = ROLE_WORDS;
const uint32_t lexicon_first_own = ROLE_WORDS + 1;

static const struct {
    Str one, other;
} spellings[] = {
#define SPELLING(one, other) {STR_INIT(one), STR_INIT(other)},
#include "sema/words/spelling.def"
};

const RoleWord *role_word(uint32_t symbol)
{
    return &role_words[symbol < ROLE_WORDS ? symbol : 0];
}

/* ---- finding ---- */

/* In words of a text only letters have capitals, and a letter's capital lacks one bit. */
static bool same_folded(const char *folded, Str word)
{
    for (size_t i = 0; i < word.length; i++) {
        unsigned char byte = (unsigned char)word.at[i], wanted = (unsigned char)folded[i];
        if (byte != wanted && ((byte | 32) != wanted || byte < 'A' || byte > 'Z'))
            return false;
    }
    return true;
}

uint32_t lexicon_find_hashed(const Lexicon *lexicon, Str word, uint32_t hash)
{
    for (uint32_t i = hash & lexicon->mask;; i = (i + 1) & lexicon->mask) {
        const LexiconSlot *slot = &lexicon->slots[i];
        if (!slot->symbol)
            return 0;
        if (slot->hash == hash && slot->length == word.length &&
            same_folded(lexicon->spellings + slot->spelling, word))
            return slot->symbol;
    }
}

static uint32_t hash_folded(Str word)
{
    uint32_t hash = LEXICON_HASH_SEED;
    for (size_t i = 0; i < word.length; i++) {
        unsigned char byte = (unsigned char)word.at[i];
        hash = lexicon_hash_byte(hash, byte | (unsigned char)((byte >= 'A' && byte <= 'Z') << 5));
    }
    return hash;
}

uint32_t lexicon_find(const Lexicon *lexicon, Str word)
{
    return lexicon_find_hashed(lexicon, word, hash_folded(word));
}

/* ---- building ---- */

static void place_slot(LexiconBuilder *builder, LexiconSlot slot)
{
    size_t i = slot.hash & (builder->slots.room - 1);
    while (builder->slots.at[i].symbol)
        i = (i + 1) & (builder->slots.room - 1);
    builder->slots.at[i] = slot;
    builder->slots.count++;
}

/* At most half of the slots are taken. */
static void grow_slots(LexiconBuilder *builder)
{
    LexiconSlot *old = builder->slots.at;
    size_t room = builder->slots.room;
    if (builder->slots.count * 2 < room)
        return;
    builder->slots.room = room ? room * 2 : 1024;
    builder->slots.at = memory_grow(NULL, builder->slots.room * sizeof *old);
    memset(builder->slots.at, 0, builder->slots.room * sizeof *old);
    builder->slots.count = 0;
    for (size_t i = 0; i < room; i++)
        if (old[i].symbol)
            place_slot(builder, old[i]);
    free(old);
}

Lexicon lexicon_view(const LexiconBuilder *builder)
{
    return (Lexicon){builder->slots.at, builder->spellings.at, (uint32_t)builder->slots.room - 1,
                     builder->symbol_count, (uint32_t)builder->spellings.count};
}

static void add_spelling(LexiconBuilder *builder, Str word, uint32_t symbol)
{
    LexiconSlot slot = {.hash = hash_folded(word),
                        .spelling = (uint32_t)builder->spellings.count,
                        .length = (uint16_t)word.length,
                        .symbol = (uint16_t)symbol};
    grow_slots(builder);
    for (size_t i = 0; i < word.length; i++)
        ARRAY_ADD(&builder->spellings, word.at[i]);
    place_slot(builder, slot);
}

/* `word` with `from` at `at` replaced, under the same symbol. */
static void add_other(LexiconBuilder *builder, Str word, size_t at, Str from, Str to, uint32_t symbol)
{
    char other[LEXICON_WORD_MOST + 4];
    size_t length = word.length - from.length + to.length;
    if (length > LEXICON_WORD_MOST)
        return;
    memcpy(other, word.at, at);
    memcpy(other + at, to.at, to.length);
    memcpy(other + at + to.length, word.at + at + from.length, word.length - at - from.length);
    Lexicon view = lexicon_view(builder);
    if (!lexicon_find(&view, (Str){other, length}))
        add_spelling(builder, (Str){other, length}, symbol);
}

static void add_other_spellings(LexiconBuilder *builder, Str word, uint32_t symbol)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        Str one = spellings[i].one, other = spellings[i].other;
        if (str_starts(word, one))
            add_other(builder, word, 0, one, other, symbol);
        else if (str_starts(word, other))
            add_other(builder, word, 0, other, one, symbol);
    }
}

uint32_t lexicon_add(LexiconBuilder *builder, Str word)
{
    grow_slots(builder);
    Lexicon view = lexicon_view(builder);
    if (!word.length || word.length > LEXICON_WORD_MOST)
        return 0;
    uint32_t symbol = lexicon_find(&view, word);
    if (symbol || builder->symbol_count >= LEXICON_SYMBOL_MOST)
        return symbol;
    symbol = builder->symbol_count++;
    add_spelling(builder, word, symbol);
    add_other_spellings(builder, word, symbol);
    return symbol;
}

void lexicon_begin(LexiconBuilder *builder)
{
    builder->symbol_count = 1;
    for (size_t i = 1; i < ROLE_WORDS; i++) {
        grow_slots(builder);
        add_spelling(builder, role_words[i].word, (uint32_t)i);
    }
    for (size_t i = 1; i < ROLE_WORDS; i++) {
        grow_slots(builder);
        add_other_spellings(builder, role_words[i].word, (uint32_t)i);
    }
    builder->symbol_count = lexicon_first_own;
}

Lexicon lexicon_end(const LexiconBuilder *builder, Arena *arena)
{
    Lexicon view = lexicon_view(builder);
    view.slots =
        arena_copy(arena, view.slots, builder->slots.room * sizeof *view.slots, alignof(LexiconSlot));
    view.spellings = arena_copy(arena, view.spellings, builder->spellings.count, 1);
    return view;
}

void lexicon_builder_free(LexiconBuilder *builder)
{
    free(builder->slots.at);
    free(builder->spellings.at);
    *builder = (LexiconBuilder){0};
}
