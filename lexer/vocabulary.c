/* The words of the language and their numbers: a hash table that is filled from the schema and then only
 * read, by as many threads as like. Words are compared without case; a curly apostrophe is a straight one. */
#include "lexer/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS_FIRST  1024
#define WORD_LONGEST 64 /* bytes; longer words are none of the language */

/* Makes every ASCII letter small. Other bytes change too, some to the same: good enough to hash by. */
#define SMALL        0x2020202020202020u
#define HIGH         0x8080808080808080u

/* A word, and what is known of it after reading it once. */
typedef struct Key {
    Str word;
    uint64_t start;
    uint32_t hash;
    bool plain; /* ASCII alone */
} Key;

static uint64_t load_8(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

static uint64_t load_4(const char *at)
{
    uint32_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* Up to eight bytes, some of them twice where that is quicker. */
static inline uint64_t load_short(const char *at, size_t count)
{
    if (count >= 4)
        return load_4(at) | load_4(at + count - 4) << 32;
    if (count == 0)
        return 0;
    return (unsigned char)at[0] | (uint64_t)(unsigned char)at[count / 2] << 8 |
           (uint64_t)(unsigned char)at[count - 1] << 16;
}

static uint64_t mix(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 32;
}

static inline Key key_of(Str word)
{
    if (word.length <= 8) {
        uint64_t bytes = load_short(word.at, word.length), small = bytes | SMALL;
        return (Key){word, small, (uint32_t)mix(word.length, small), !(bytes & HIGH)};
    }
    uint64_t start = load_8(word.at), all = start, hash = mix(word.length, start | SMALL);
    for (size_t at = 8; at < word.length; at += 8) {
        uint64_t bytes = load_8(word.at + (at + 8 <= word.length ? at : word.length - 8));
        all |= bytes;
        hash = mix(hash, bytes | SMALL);
    }
    return (Key){word, start | SMALL, (uint32_t)hash, !(all & HIGH)};
}

/* Whether two ASCII words of one length, more than eight bytes, are the same behind these, case aside. */
static bool ends_same(Str a, Str b)
{
    for (size_t at = 8; at < a.length; at += 8) {
        size_t from = at + 8 <= a.length ? at : a.length - 8;
        if ((load_8(a.at + from) | SMALL) != (load_8(b.at + from) | SMALL))
            return false;
    }
    return true;
}

/* Whether the slot's word is the key's, case aside. Of ASCII words no two that differ become the same when
 * small. */
static inline bool is_same(const Vocabulary *vocabulary, const VocabularySlot *slot, Key key)
{
    if (slot->start != key.start || slot->length != key.word.length)
        return false;
    if (!key.plain)
        return str_equal_folded(vocabulary->words.at[slot->number], key.word);
    return slot->length <= 8 || ends_same(vocabulary->words.at[slot->number], key.word);
}

/* The word with straight apostrophes, in `room` where it has curly ones. */
static Str straightened(Str word, char room[WORD_LONGEST])
{
    static const Str curly = STR_INIT("\u2019");
    size_t length = 0;
    for (size_t i = 0; i < word.length; length++) {
        bool is_curly = str_starts(str_slice(word, i, word.length), curly);
        room[length] = is_curly ? '\'' : word.at[i];
        i += is_curly ? curly.length : 1;
    }
    return (Str){room, length};
}

/* The slot that holds the word, or the empty one where it would go. */
static inline VocabularySlot *slot_of(const Vocabulary *vocabulary, Key key)
{
    for (uint32_t at = key.hash;; at++) {
        VocabularySlot *slot = &vocabulary->slots[at & (vocabulary->slot_count - 1)];
        if (!slot->number || is_same(vocabulary, slot, key))
            return slot;
    }
}

static void slot_fill(Vocabulary *vocabulary, uint32_t number)
{
    Key key = key_of(vocabulary->words.at[number]);
    *slot_of(vocabulary, key) = (VocabularySlot){key.start, number, (uint32_t)key.word.length};
}

/* Twice the slots, each word in its new place. */
static void slots_grow(Vocabulary *vocabulary)
{
    uint32_t count = vocabulary->slot_count ? vocabulary->slot_count * 2 : SLOTS_FIRST;
    vocabulary->slots = memory_grow(vocabulary->slots, count * sizeof *vocabulary->slots);
    memset(vocabulary->slots, 0, count * sizeof *vocabulary->slots);
    vocabulary->slot_count = count;
    for (uint32_t i = 1; i < vocabulary->words.count; i++)
        slot_fill(vocabulary, i);
}

/* A word of up to eight bytes, ASCII alone: most of them. UINT32_MAX for other words. */
static inline uint32_t find_short(const Vocabulary *vocabulary, Str word)
{
    uint64_t bytes = load_short(word.at, word.length), small = bytes | SMALL;
    if (bytes & HIGH)
        return UINT32_MAX;
    for (uint32_t at = (uint32_t)mix(word.length, small);; at++) {
        const VocabularySlot *slot = &vocabulary->slots[at & (vocabulary->slot_count - 1)];
        if (!slot->number || (slot->start == small && slot->length == word.length))
            return slot->number;
    }
}

/* Kept apart, so that the short words do not pay for its variables. */
static __attribute__((noinline)) uint32_t find_any(const Vocabulary *vocabulary, Str word)
{
    char room[WORD_LONGEST];
    Key key = key_of(word);
    if (!key.plain)
        key = key_of(straightened(word, room));
    return slot_of(vocabulary, key)->number;
}

uint32_t vocabulary_find(const Vocabulary *vocabulary, Str word)
{
    if (vocabulary->slot_count == 0 || word.length == 0 || word.length > WORD_LONGEST)
        return 0;
    uint32_t found = word.length <= 8 ? find_short(vocabulary, word) : UINT32_MAX;
    return found != UINT32_MAX ? found : find_any(vocabulary, word);
}

uint32_t vocabulary_add(Vocabulary *vocabulary, Str word)
{
    uint32_t known = vocabulary_find(vocabulary, word);
    if (known || word.length == 0 || word.length > WORD_LONGEST)
        return known;
    if (vocabulary->words.count == 0)
        ARRAY_ADD(&vocabulary->words, (Str){NULL, 0});
    if (vocabulary->words.count * 3 >= vocabulary->slot_count)
        slots_grow(vocabulary);
    uint32_t number = (uint32_t)vocabulary->words.count;
    ARRAY_ADD(&vocabulary->words, word);
    slot_fill(vocabulary, number);
    return number;
}

void vocabulary_free(Vocabulary *vocabulary)
{
    free(vocabulary->words.at);
    free(vocabulary->slots);
    *vocabulary = (Vocabulary){0};
}
