/* CodeMap: open addressing over an array of entries. In: slices; out: entries. Knows no kind of record. */
#include "sema/code_map.h"

#include <stdlib.h>
#include <string.h>

static uint64_t fold(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * 0x100000001b3u;
}

static uint64_t entry_hash(CodeScope scope, Str text)
{
    uint64_t hash = fold(fold(0xcbf29ce484222325u, scope.kind), scope.row);
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        hash = fold(hash, c >= 'A' && c <= 'Z' ? c + 32u : c);
    }
    hash ^= hash >> 32;
    return hash * 0xd6e8feb86659fd93u;
}

static bool entry_is(const CodeEntry *entry, uint64_t hash, CodeScope scope, Str text)
{
    return entry->hash == hash && entry->scope.kind == scope.kind && entry->scope.row == scope.row &&
           str_equal_folded(entry->text, text);
}

/* The slot of the text, or the free one where it would be. */
static CodeSlot *slot_of(const CodeMap *map, uint64_t hash, CodeScope scope, Str text)
{
    uint32_t mask = map->slot_count - 1;
    for (uint32_t i = (uint32_t)(hash >> 32) & mask;; i = (i + 1) & mask) {
        CodeSlot *slot = &map->slots[i];
        if (!slot->entry ||
            (slot->tag == (uint32_t)hash && entry_is(&map->entries.at[slot->entry - 1], hash, scope, text)))
            return slot;
    }
}

/* Entries differ from each other: only a free slot is looked for. */
static void slots_grow(CodeMap *map)
{
    map->slot_count = map->slot_count ? map->slot_count * 2 : 64;
    map->slots = memory_grow(map->slots, map->slot_count * sizeof *map->slots);
    memset(map->slots, 0, map->slot_count * sizeof *map->slots);
    uint32_t mask = map->slot_count - 1;
    for (size_t entry = 0; entry < map->entries.count; entry++) {
        uint64_t hash = map->entries.at[entry].hash;
        uint32_t i = (uint32_t)(hash >> 32) & mask;
        while (map->slots[i].entry)
            i = (i + 1) & mask;
        map->slots[i] = (CodeSlot){(uint32_t)hash, (uint32_t)entry + 1};
    }
}

CodeEntry *code_map_find(const CodeMap *map, CodeScope scope, Str text)
{
    if (!map->slot_count)
        return NULL;
    const CodeSlot *slot = slot_of(map, entry_hash(scope, text), scope, text);
    return slot->entry ? &map->entries.at[slot->entry - 1] : NULL;
}

CodeEntry *code_map_add(CodeMap *map, CodeScope scope, Str text, Kind kind, uint32_t row)
{
    if (map->entries.count * 2 >= map->slot_count)
        slots_grow(map);
    uint64_t hash = entry_hash(scope, text);
    CodeSlot *slot = slot_of(map, hash, scope, text);
    if (slot->entry) {
        CodeEntry *entry = &map->entries.at[slot->entry - 1];
        if (entry->second_row == ROW_NONE && (entry->kind != (uint32_t)kind || entry->row != row)) {
            entry->second_kind = kind;
            entry->second_row = row;
        }
        return entry;
    }
    ARRAY_ADD(
        &map->entries,
        ((CodeEntry){
            .text = text, .scope = scope, .kind = kind, .row = row, .second_row = ROW_NONE, .hash = hash}));
    *slot = (CodeSlot){(uint32_t)hash, (uint32_t)map->entries.count};
    return NULL;
}

void code_map_free(CodeMap *map)
{
    free(map->entries.at);
    free(map->slots);
    memset(map, 0, sizeof *map);
}
