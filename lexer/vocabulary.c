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
static uint64_t load_short(const char *at, size_t count)
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
    return (hash ^ (bytes | SMALL)) * 0x9e3779b97f4a7c15u;
}

static Key key_of(Str word)
{
    uint64_t hash = word.length, all = 0, bytes;
    size_t at = 0;
    for (; word.length - at > 8; at += 8) {
        bytes = load_8(word.at + at);
        all |= bytes;
        hash = mix(hash, bytes);
        hash ^= hash >> 32;
    }
    bytes = load_short(word.at + at, word.length - at);
    return (Key){word, (uint32_t)(mix(hash, bytes) >> 32), !((all | bytes) & HIGH)};
}

/* Whether both words are the same but for case; of the bytes of ASCII words no two that differ become the
 * same. */
static bool is_same(Str known, Key key)
{
    if (known.length != key.word.length)
        return false;
    if (!key.plain)
        return str_equal_folded(known, key.word);
    size_t at = 0;
    for (; known.length - at > 8; at += 8)
        if ((load_8(known.at + at) | SMALL) != (load_8(key.word.at + at) | SMALL))
            return false;
    size_t rest = known.length - at;
    return (load_short(known.at + at, rest) | SMALL) == (load_short(key.word.at + at, rest) | SMALL);
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
static VocabularySlot *slot_of(const Vocabulary *vocabulary, Key key)
{
    for (uint32_t at = key.hash;; at++) {
        VocabularySlot *slot = &vocabulary->slots[at & (vocabulary->slot_count - 1)];
        if (!slot->number || (slot->hash == key.hash && is_same(vocabulary->words.at[slot->number], key)))
            return slot;
    }
}

/* Twice the slots, each word in its new place. */
static void slots_grow(Vocabulary *vocabulary)
{
    uint32_t count = vocabulary->slot_count ? vocabulary->slot_count * 2 : SLOTS_FIRST;
    vocabulary->slots = memory_grow(vocabulary->slots, count * sizeof *vocabulary->slots);
    memset(vocabulary->slots, 0, count * sizeof *vocabulary->slots);
    vocabulary->slot_count = count;
    for (size_t i = 1; i < vocabulary->words.count; i++) {
        Key key = key_of(vocabulary->words.at[i]);
        *slot_of(vocabulary, key) = (VocabularySlot){key.hash, (uint32_t)i};
    }
}

uint32_t vocabulary_find(const Vocabulary *vocabulary, Str word)
{
    char room[WORD_LONGEST];
    if (vocabulary->slot_count == 0 || word.length == 0 || word.length > WORD_LONGEST)
        return 0;
    Key key = key_of(word);
    if (!key.plain)
        key = key_of(straightened(word, room));
    return slot_of(vocabulary, key)->number;
}

uint32_t vocabulary_add(Vocabulary *vocabulary, Str word)
{
    uint32_t known = vocabulary_find(vocabulary, word);
    if (known || word.length == 0 || word.length > WORD_LONGEST)
        return known;
    if (vocabulary->words.count == 0)
        ARRAY_ADD(&vocabulary->words, (Str){NULL, 0});
    if (vocabulary->words.count * 4 >= vocabulary->slot_count)
        slots_grow(vocabulary);
    Key key = key_of(word);
    uint32_t number = (uint32_t)vocabulary->words.count;
    ARRAY_ADD(&vocabulary->words, word);
    *slot_of(vocabulary, key) = (VocabularySlot){key.hash, number};
    return number;
}

void vocabulary_free(Vocabulary *vocabulary)
{
    free(vocabulary->words.at);
    free(vocabulary->slots);
    *vocabulary = (Vocabulary){0};
}
