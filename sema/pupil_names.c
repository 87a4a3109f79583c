/* Pupil names. In: records and a text; out: where the text names one of the project's pupils. Knows nothing
 * of what a text is for. */
#include "sema/pupil_names.h"

#include "sema/text_words.h"

/* ---- words that are other names ---- */

typedef struct WordSet {
    Str *slots; /* open addressing; empty slots have no length */
    uint32_t mask;
} WordSet;

static uint32_t room_for(uint32_t count)
{
    uint32_t room = 16;
    while (room < 2 * count)
        room *= 2;
    return room;
}

static bool set_has(const WordSet *set, Str word)
{
    for (uint32_t i = (uint32_t)str_hash(word) & set->mask; set->slots[i].length; i = (i + 1) & set->mask)
        if (str_equal(set->slots[i], word))
            return true;
    return false;
}

static void set_add(WordSet *set, Str word)
{
    uint32_t i = (uint32_t)str_hash(word) & set->mask;
    while (set->slots[i].length && !str_equal(set->slots[i], word))
        i = (i + 1) & set->mask;
    set->slots[i] = word;
}

static uint32_t add_words(WordSet *set, Str text)
{
    uint32_t count = 0;
    for (Str word = text_word(text, 0); word.length;
         word = text_word(text, text_word_end(text, word)), count++)
        if (set)
            set_add(set, word);
    return count;
}

static const Str name_words[] = {
#define NAME_WORD(word) STR_INIT(word),
#include "sema/name_word.def"
};

enum { NAME_WORDS = sizeof name_words / sizeof *name_words };

/* All words of adults' and schools' names; with no set they are only counted. */
static uint32_t add_others(WordSet *set, const Records *records)
{
    uint32_t count = 0;
    for (uint32_t row = 0; row < records->person.head.count; row++)
        count += add_words(set, records->person.name[row]);
    for (uint32_t row = 0; row < records->school.head.count; row++)
        count += add_words(set, records->school.name[row]);
    return count;
}

static WordSet other_names(const Records *records, Arena *arena)
{
    uint32_t room = room_for(add_others(NULL, records) + NAME_WORDS);
    WordSet set = {ARENA_ARRAY(arena, Str, room), room - 1};
    for (size_t i = 0; i < NAME_WORDS; i++)
        set_add(&set, name_words[i]);
    add_others(&set, records);
    return set;
}

/* ---- the pupils ---- */

static void add_pupil(PupilNames *names, const WordSet *others, Str name, uint32_t pupil)
{
    Str first = text_word(name, 0);
    if (first.length < 2 || !word_is_capital(first))
        return;
    uint32_t *bucket = &names->buckets[(uint32_t)str_hash(first) & names->mask];
    names->names[names->count] = (PupilName){.first = first,
                                             .rest = text_word(name, text_word_end(name, first)),
                                             .pupil = pupil,
                                             .next = *bucket,
                                             .is_ambiguous = set_has(others, first)};
    *bucket = ++names->count;
    names->of_pupil[pupil] = names->count;
}

void pupil_names_make(PupilNames *names, const Records *records, Arena *arena)
{
    uint32_t pupils = records->pupil.head.count, room = room_for(pupils);
    WordSet others = other_names(records, arena);
    *names = (PupilNames){.names = ARENA_ARRAY(arena, PupilName, pupils + 1),
                          .of_pupil = ARENA_ARRAY(arena, uint32_t, pupils + 1),
                          .buckets = ARENA_ARRAY(arena, uint32_t, room),
                          .mask = room - 1};
    for (uint32_t row = 0; row < pupils; row++)
        add_pupil(names, &others, records->pupil.name[row], row);
}

/* ---- finding them ---- */

typedef struct NameAt {
    Str text, before, word, after; /* the words before and after: empty where a sentence parts them */
} NameAt;

static bool only_blanks(const char *from, const char *to)
{
    for (; from < to; from++)
        if (*from != ' ' && *from != '\n' && *from != '\r' && *from != '\t')
            return false;
    return true;
}

static bool is_title(Str word)
{
    static const Str titles[] = {STR_INIT("Mr"), STR_INIT("Mrs"), STR_INIT("Miss"), STR_INIT("Ms"),
                                 STR_INIT("Mx"), STR_INIT("Dr"),  STR_INIT("Sir"),  STR_INIT("St")};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_equal(word, titles[i]))
            return true;
    return false;
}

/* "K" for "Khan", "Khan" for "K". */
static bool rest_agrees(Str rest, Str after)
{
    if (!rest.length || !after.length)
        return false;
    bool initial = rest.length == 1 || after.length == 1;
    return initial ? rest.at[0] == after.at[0] : str_equal(rest, after);
}

static Str found_words(const NameAt *at, const PupilName *name)
{
    size_t first = (size_t)(at->word.at - at->text.at);
    bool whole = rest_agrees(name->rest, at->after);
    return str_slice(at->text, first, text_word_end(at->text, whole ? at->after : at->word));
}

static bool names_pupil(const NameAt *at, const PupilName *name)
{
    if (!str_equal(at->word, name->first) || is_title(at->before))
        return false;
    if (at->after.length && word_is_capital(at->after) && !str_equal(at->after, STR("I")) &&
        !str_equal(at->after, STR("Year")))
        return rest_agrees(name->rest, at->after);
    return !name->is_ambiguous;
}

/* Many a pupil of an authority shares a first name: so many of them are looked at. */
enum { NAMESAKES_MOST = 64 };

static PupilFound found_at(const PupilNames *names, const NameAt *at, uint32_t except)
{
    uint32_t own = except == ROW_NONE ? 0 : names->of_pupil[except];
    if (own && names_pupil(at, &names->names[own - 1]))
        return (PupilFound){.pupil = ROW_NONE};
    uint32_t next = names->buckets[(uint32_t)str_hash(at->word) & names->mask];
    for (unsigned i = 0; next && i < NAMESAKES_MOST; next = names->names[next - 1].next, i++) {
        const PupilName *name = &names->names[next - 1];
        if (names_pupil(at, name))
            return (PupilFound){found_words(at, name), name->pupil};
    }
    return (PupilFound){.pupil = ROW_NONE};
}

PupilFound pupil_names_find(const PupilNames *names, Str text, size_t from, uint32_t except)
{
    NameAt at = {.text = text, .word = text_word(text, from)};
    while (names->count && at.word.length) {
        Str after = text_word(text, text_word_end(text, at.word));
        at.after = after.length && only_blanks(at.word.at + at.word.length, after.at) ? after : STR("");
        PupilFound found = word_is_capital(at.word) ? found_at(names, &at, except) : (PupilFound){0};
        if (found.words.length)
            return found;
        at.before = at.word;
        at.word = after;
    }
    return (PupilFound){.pupil = ROW_NONE};
}
