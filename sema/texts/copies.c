/* Copies: stretches of words that stand in plans of several pupils, and sentences that stand twice in one
 * plan. In: the texts of needs and provision; out: how long a stretch is, and where else it stands. Names and
 * pronouns are left out first, for they are what is changed in a copy. Windows of COPIED_LEAST words are
 * hashed as they roll along, so that the work grows with the texts and not with their pairs. */
#include "sema/texts/reader.h"

#include <string.h>

static const uint64_t base = UINT64_C(0x9E3779B97F4A7C15); /* odd: multiplying loses nothing */

/* ---- keeping the words ---- */

static uint64_t mixed(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= base;
    return hash ^ hash >> 29;
}

static void end_sentence(Reader *reader, const TextPlace *place, uint64_t hash, uint32_t words)
{
    if (words < REPEATED_LEAST)
        return;
    uint32_t cycle = records_enclosing(reader->records, KIND_cycle, place->kind, place->row);
    hash = mixed(hash + mixed(place->plan * UINT64_C(2654435761) + cycle));
    ARRAY_ADD(&reader->sentences, (Sentence){hash, place->kind, place->row, words});
}

void copies_read(Reader *reader, const TextPlace *place, Str text)
{
    if ((place->kind != KIND_need && place->kind != KIND_provision) || place->pupil == ROW_NONE)
        return;
    Str name = text_scan_first(reader->records->pupil.name[place->pupil]);
    TextScan scan = {.text = text};
    size_t first = reader->words.count;
    uint64_t hash = 0;
    uint32_t words = 0;
    while (text_scan_next(&scan)) {
        Str word = word_bare(scan.word);
        if (scan.begins) {
            end_sentence(reader, place, hash, words);
            hash = words = 0;
        }
        if (word_is_pronoun(word) || str_equal_folded(word, name))
            continue;
        uint64_t one = word_hash(word);
        hash = hash * base + one;
        words++;
        ARRAY_ADD(&reader->words, one);
    }
    end_sentence(reader, place, hash, words);
    if (reader->words.count - first >= COPIED_LEAST)
        ARRAY_ADD(&reader->passages,
                  (Passage){place->kind, place->row, place->pupil, first, reader->words.count});
}

/* ---- windows ---- */

typedef struct WindowSlot {
    uint64_t hash;
    uint32_t pupils, last; /* how many plans of different pupils hold it; the last of these + 1 */
} WindowSlot;

typedef struct Windows {
    WindowSlot *slots; /* open addressing; free where `pupils` is 0 */
    size_t mask;
    uint64_t first_power; /* base to the power of COPIED_LEAST */
} Windows;

static WindowSlot *window_slot(const Windows *windows, uint64_t hash)
{
    size_t at = (size_t)mixed(hash) & windows->mask;
    while (windows->slots[at].pupils && windows->slots[at].hash != hash)
        at = (at + 1) & windows->mask;
    return &windows->slots[at];
}

/* The hash of the window that ends with word `at`, from that of the window before. */
static uint64_t window_roll(const Windows *windows, const uint64_t *words, const Passage *passage, size_t at,
                            uint64_t hash)
{
    hash = hash * base + words[at];
    return at >= passage->first + COPIED_LEAST ? hash - words[at - COPIED_LEAST] * windows->first_power
                                               : hash;
}

static void count_passage(const Windows *windows, const uint64_t *words, const Passage *passage)
{
    uint64_t hash = 0;
    for (size_t at = passage->first; at < passage->end; at++) {
        hash = window_roll(windows, words, passage, at, hash);
        if (at + 1 < passage->first + COPIED_LEAST)
            continue;
        WindowSlot *slot = window_slot(windows, hash);
        slot->hash = hash;
        slot->pupils += slot->last != passage->pupil + 1;
        slot->last = passage->pupil + 1;
    }
}

/* The longest run of windows that others hold as well. */
static void judge_passage(Reader *reader, const Windows *windows, const Passage *passage)
{
    uint64_t hash = 0;
    uint32_t run = 0, longest = 0, others = 0;
    for (size_t at = passage->first; at < passage->end; at++) {
        hash = window_roll(windows, reader->words.at, passage, at, hash);
        if (at + 1 < passage->first + COPIED_LEAST)
            continue;
        uint32_t pupils = window_slot(windows, hash)->pupils;
        run = pupils > 1 ? run + 1 : 0;
        longest = run > longest ? run : longest;
        others = pupils > others ? pupils : others;
    }
    TextFigures *figures = &reader->texts->of_kind[passage->kind][passage->row];
    if (!longest || longest + COPIED_LEAST - 1 <= figures->copied_words)
        return;
    figures->copied_words = longest + COPIED_LEAST - 1;
    figures->copied_where =
        others == 2
            ? STR("in another pupil\u2019s plan")
            : arena_format(&reader->texts->arena, "in %u other pupils\u2019 plans", (unsigned)(others - 1));
}

static size_t room_for(size_t count)
{
    size_t room = 16;
    while (room < 2 * count)
        room *= 2;
    return room;
}

static void find_copies(Reader *reader)
{
    size_t room = room_for(reader->words.count);
    Windows windows = {
        .slots = ARENA_ARRAY(&reader->scratch, WindowSlot, room), .mask = room - 1, .first_power = 1};
    for (int i = 0; i < COPIED_LEAST; i++)
        windows.first_power *= base;
    for (size_t i = 0; i < reader->passages.count; i++)
        count_passage(&windows, reader->words.at, &reader->passages.at[i]);
    for (size_t i = 0; i < reader->passages.count; i++)
        judge_passage(reader, &windows, &reader->passages.at[i]);
}

/* ---- sentences ---- */

/* The one that stands second is told of. */
static void find_repeated(Reader *reader)
{
    size_t room = room_for(reader->sentences.count), mask = room - 1;
    uint64_t *seen = ARENA_ARRAY(&reader->scratch, uint64_t, room);
    for (size_t i = 0; i < reader->sentences.count; i++) {
        const Sentence *sentence = &reader->sentences.at[i];
        uint64_t hash = sentence->hash ? sentence->hash : 1;
        size_t at = (size_t)mixed(hash) & mask;
        while (seen[at] && seen[at] != hash)
            at = (at + 1) & mask;
        TextFigures *figures = &reader->texts->of_kind[sentence->kind][sentence->row];
        if (seen[at] && sentence->words > figures->copied_words) {
            figures->copied_words = sentence->words;
            figures->copied_where = STR("in another part of this plan");
        }
        seen[at] = hash;
    }
}

void copies_end(Reader *reader)
{
    if (reader->passages.count > 1)
        find_copies(reader);
    if (reader->sentences.count > 1)
        find_repeated(reader);
}
