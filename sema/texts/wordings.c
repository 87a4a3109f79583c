/* Wordings: outcomes that say of several pupils the same, but for the name. In: the texts of outcomes; out:
 * in how many other pupils' plans each stands. Names, pronouns and numbers are left out first, for they are
 * what is changed in a copy. */
#include "sema/texts/reader.h"

#include <stdlib.h>

enum {
    WORDS_LEAST = 4, /* less says too little to belong to anybody */
    PUPILS_LEAST = 4 /* the pupil and three others */
};

static bool is_number(Str word)
{
    return word.at[0] >= '0' && word.at[0] <= '9';
}

void wordings_read(Reader *reader, const TextPlace *place, Str text)
{
    const Records *records = reader->records;
    if (place->kind != KIND_outcome || place->pupil == ROW_NONE ||
        text.at != records->outcome.text[place->row].at)
        return;
    Str name = text_scan_first(records->pupil.name[place->pupil]);
    TextScan scan = {.text = text};
    Wording wording = {.row = place->row, .pupil = place->pupil};
    while (text_scan_next(&scan)) {
        Str word = word_bare(scan.word);
        if (is_number(word) || word_is_pronoun(word) || str_equal_folded(word, name))
            continue;
        wording.hash = (wording.hash ^ word_hash(word)) * UINT64_C(0x9E3779B97F4A7C15);
        wording.words++;
    }
    if (wording.words >= WORDS_LEAST)
        ARRAY_ADD(&reader->wordings, wording);
}

static int compare_wordings(const void *a, const void *b)
{
    const Wording *one = a, *other = b;
    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    if (one->pupil != other->pupil)
        return one->pupil < other->pupil ? -1 : 1;
    return (one->row > other->row) - (one->row < other->row);
}

static void tell(Reader *reader, size_t first, size_t end)
{
    uint32_t pupils = 1;
    for (size_t i = first + 1; i < end; i++)
        pupils += reader->wordings.at[i].pupil != reader->wordings.at[i - 1].pupil;
    if (pupils < PUPILS_LEAST)
        return;
    Str where = arena_format(&reader->texts->arena, "in %u other pupils\u2019 plans", (unsigned)(pupils - 1));
    for (size_t i = first; i < end; i++) {
        TextFigures *figures = &reader->texts->of_kind[KIND_outcome][reader->wordings.at[i].row];
        figures->copied_words = reader->wordings.at[i].words;
        figures->copied_where = where;
    }
}

void wordings_end(Reader *reader)
{
    size_t count = reader->wordings.count;
    if (count)
        qsort(reader->wordings.at, count, sizeof *reader->wordings.at, compare_wordings);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1;
             end < count && reader->wordings.at[end].hash == reader->wordings.at[first].hash;)
            end++;
        tell(reader, first, end);
    }
}
