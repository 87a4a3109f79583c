/* In: findings and the records they are about; out: a number in each. No word of a plan can be read from it.
 */
#include "codegen/findings/fingerprint.h"

#include "sema/code_path.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 400 }; /* bytes of the text that is looked at */

/* ---- what it is about ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Stretches of white space as one blank, none at the ends. */
static Str in_one_line(Str text, Arena *arena)
{
    char *line = arena_alloc(arena, text.length + 1, 1);
    size_t length = 0;
    text = str_trim(text);
    for (size_t i = 0; i < text.length; i++)
        if (!is_blank(text.at[i]))
            line[length++] = text.at[i];
        else if (length && line[length - 1] != ' ')
            line[length++] = ' ';
    return (Str){line, length};
}

/* The words at the place; outside of all records, where no code tells one place from others, the whole line.
 */
static Str words_at(Findings *findings, const Finding *finding, bool inside)
{
    Place place = finding->place;
    if (!place.source)
        return finding->message;
    Str words = source_text(place.source, place.span);
    if (!inside || !words.length) {
        source_lines((Source *)place.source, &findings->arena);
        words = source_line(place.source, source_line_column(place.source, place.span.first).line);
    }
    return in_one_line(str_slice(words, 0, WORDS_MOST), &findings->arena);
}

/* ---- counting what is alike ---- */

static size_t slot_of(const Fingerprints *known, uint64_t likeness)
{
    size_t at = likeness & (known->room - 1);
    while (known->slots[at].likeness && known->slots[at].likeness != likeness)
        at = (at + 1) & (known->room - 1);
    return at;
}

static void grow(Fingerprints *known)
{
    Fingerprints larger = {.count = known->count, .room = known->room ? 2 * known->room : 64};
    larger.slots = memory_grow(NULL, larger.room * sizeof *larger.slots);
    memset(larger.slots, 0, larger.room * sizeof *larger.slots);
    for (size_t i = 0; i < known->room; i++)
        if (known->slots[i].likeness)
            larger.slots[slot_of(&larger, known->slots[i].likeness)] = known->slots[i];
    free(known->slots);
    *known = larger;
}

/* How many of this likeness there have been before. */
static uint32_t count_before(Fingerprints *known, uint64_t likeness)
{
    if (2 * (known->count + 1) > known->room)
        grow(known);
    size_t at = slot_of(known, likeness);
    if (!known->slots[at].likeness) {
        known->slots[at].likeness = likeness;
        known->count++;
    }
    return known->slots[at].count++;
}

/* ---- the whole ---- */

static uint64_t hash_of(Str text)
{
    uint64_t hash = str_hash(text);
    return hash ? hash : 1; /* 0 says that there is none */
}

void fingerprints_set(Fingerprints *fingerprints, Findings *findings, const Records *records)
{
    Arena arena = {0};
    for (size_t i = 0; i < findings->list.count; i++) {
        Finding *finding = findings->list.at[i];
        bool inside;
        Str path = code_path(records, finding->place, &arena, &inside);
        Str words = words_at(findings, finding, inside);
        Str likeness = arena_format(&arena, STR_FMT "\n" STR_FMT "\n" STR_FMT "\n",
                                    STR_ARG(finding->rule->name), STR_ARG(path), STR_ARG(words));
        uint32_t before = count_before(fingerprints, hash_of(likeness));
        finding->fingerprint = hash_of(arena_format(&arena, STR_FMT "%u", STR_ARG(likeness), before));
        arena_reset(&arena);
    }
    arena_free(&arena);
}

void fingerprints_free(Fingerprints *fingerprints)
{
    free(fingerprints->slots);
}
