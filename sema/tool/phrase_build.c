/* Building the table of phrases from the schema: part of the tool, not of senc. */
#include "sema/phrase_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes sure that every word of `text` has a number. */
static void add_words(Vocabulary *words, Str text)
{
    for (size_t i = 0; i < text.length;) {
        size_t start = i;
        while (i < text.length && text.at[i] != ' ' && text.at[i] != ',')
            i++;
        vocabulary_add(words, str_slice(text, start, i));
        while (i < text.length && (text.at[i] == ' ' || text.at[i] == ','))
            i++;
    }
}

static void add_phrase(Language *language, Context context, Str text, Phrase meaning)
{
    if (!text.length)
        return;
    meaning.context = context;
    add_words(&language->words, text);
    meaning.length = (uint8_t)phrase_words(&language->words, text, meaning.word);
    ARRAY_ADD(&language->phrases, meaning);
}

static void add_kind_key(Language *language, Kind kind, Str key, unsigned variant)
{
    Phrase meaning = {.meaning = MEANING_kind, .value = (uint16_t)kind, .variant = (uint8_t)variant};
    for (Kind outer = KIND_file; outer < KIND_COUNT; outer++)
        if (schema_nests(outer, kind))
            add_phrase(language, CONTEXT_KEYS(outer), key, meaning);
}

static void add_field(Language *language, FieldId id)
{
    const Field *field = schema_field(id);
    Phrase meaning = {.meaning = MEANING_field, .value = (uint16_t)id};
    if (field->place == PLACE_OWNED) {
        add_phrase(language, CONTEXT_CLAUSES(field->owner), field->key, meaning);
        return;
    }
    if (field->place == PLACE_CLAUSE)
        add_phrase(language, CONTEXT_HEAD(field->kind), field->key, meaning);
    add_phrase(language, CONTEXT_KEYS(field->kind), field->key, meaning);
}

static void add_choices(Language *language)
{
    for (unsigned list = 0; list < CHOICES_COUNT; list++)
        for (unsigned choice = 1; choice < choice_count(list); choice++) {
            Phrase meaning = {.meaning = MEANING_choice, .value = (uint16_t)choice};
            add_phrase(language, CONTEXT_CHOICES(list), choice_info(list, choice)->phrase, meaning);
            add_phrase(language, CONTEXT_CHOICES(list), choice_info(list, choice)->code, meaning);
        }
}

static void add_spoken(Language *language)
{
    static const struct {
        Str words;
        uint16_t value;
        uint8_t class;
    } spoken[] = {
#define SPOKEN(class, value, words) {STR_INIT(words), value, SPOKEN_##class},
#include "sema/spoken.def"
#define SMALL(id, word) {STR_INIT(word), SMALL_##id, SPOKEN_small},
#include "sema/spoken.def"
    };
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++)
        add_phrase(language, CONTEXT_SPOKEN, spoken[i].words,
                   (Phrase){.meaning = MEANING_spoken, .value = spoken[i].value, .variant = spoken[i].class});
}

/* The standard phrases by their words: buckets of chains through `next`, numbers + 1. */
#define KEY_BUCKETS 1024
typedef struct KeyIndex {
    uint16_t bucket[KEY_BUCKETS];
    uint16_t *next;
} KeyIndex;

static unsigned bucket_of(const Phrase *phrase)
{
    unsigned hash = phrase->length;
    for (unsigned i = 0; i < phrase->length; i++)
        hash = hash * 31 + phrase->word[i];
    return hash % KEY_BUCKETS;
}

static void index_keys(const Language *language, KeyIndex *index)
{
    size_t count = language->phrases.count;
    index->next = memory_grow(NULL, count * sizeof *index->next);
    for (size_t i = 0; i < count && language->phrases.at[i].context < CONTEXT_CHOICES(0); i++) {
        unsigned bucket = bucket_of(&language->phrases.at[i]);
        index->next[i] = index->bucket[bucket];
        index->bucket[bucket] = (uint16_t)(i + 1);
    }
}

/* `said` in every context of keys that has `key`. */
static void add_said(Language *language, const KeyIndex *index, Str said, Str key)
{
    Phrase wanted = {0};
    wanted.length = (uint8_t)phrase_words(&language->words, key, wanted.word);
    if (!wanted.length)
        return;
    for (unsigned i = index->bucket[bucket_of(&wanted)]; i; i = index->next[i - 1]) {
        Phrase phrase = language->phrases.at[i - 1];
        if (!phrase_same_words(&phrase, &wanted))
            continue;
        phrase.said = true;
        add_phrase(language, phrase.context, said, phrase);
    }
}

static void add_all_said(Language *language)
{
    static const struct {
        Str said, key;
    } keys[] = {
#define SAID(said, key) {STR_INIT(said), STR_INIT(key)},
#include "sema/said.def"
    };
    static const struct {
        Str said;
        uint16_t list, choice;
    } choices[] = {
#define SAID_CHOICE(list, said, choice) {STR_INIT(said), CHOICES_##list, CHOICE_##list##_##choice},
#include "sema/said.def"
    };
    KeyIndex index = {0};
    index_keys(language, &index);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        add_said(language, &index, keys[i].said, keys[i].key);
    free(index.next);
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        add_phrase(language, CONTEXT_CHOICES(choices[i].list), choices[i].said,
                   (Phrase){.meaning = MEANING_choice, .value = choices[i].choice, .said = true});
}

/* By context, first word, longest first, standard before said. */
static int phrase_order(const void *left, const void *right)
{
    const Phrase *a = left, *b = right;
    if (a->context != b->context)
        return a->context < b->context ? -1 : 1;
    if (a->word[0] != b->word[0])
        return a->word[0] < b->word[0] ? -1 : 1;
    if (a->length != b->length)
        return a->length > b->length ? -1 : 1;
    return (a->said > b->said) - (a->said < b->said);
}

static void index_phrases(Language *language)
{
    language->slot_count = 1;
    while (language->slot_count < language->phrases.count * 2)
        language->slot_count *= 2;
    language->slots = memory_grow(NULL, language->slot_count * sizeof *language->slots);
    memset(language->slots, 0, language->slot_count * sizeof *language->slots);
    for (size_t i = 0; i < language->phrases.count; i++) {
        const Phrase *phrase = &language->phrases.at[i], *before = phrase - 1;
        if (i && before->context == phrase->context && before->word[0] == phrase->word[0])
            continue;
        uint32_t slot = phrase_slot(language, phrase->context, phrase->word[0]);
        while (language->slots[slot].phrase)
            slot = (slot + 1) & (language->slot_count - 1);
        language->slots[slot] = (PhraseSlot){(uint16_t)phrase->context, phrase->word[0], (uint32_t)i + 1};
    }
}

static void note_uses(Language *language)
{
    const Vocabulary *words = &language->words;
    language->uses = memory_grow(NULL, words->words.count * sizeof *language->uses);
    memset(language->uses, 0, words->words.count * sizeof *language->uses);
    for (size_t i = 0; i < language->phrases.count; i++) {
        const Phrase *phrase = &language->phrases.at[i];
        WordUse *use = &language->uses[phrase->word[0]];
        use->contexts |= UINT64_C(1) << phrase->context % 64;
        if (phrase->context == CONTEXT_SPOKEN)
            use->spoken |= 1u << phrase->variant;
        if (phrase->context == CONTEXT_SPOKEN && phrase->variant == SPOKEN_small)
            use->smalls |= UINT64_C(1) << phrase->value;
    }
    for (unsigned figure = 0; figure < FIGURE_WORDS; figure++) {
        char text[8];
        Str word = {text, (size_t)snprintf(text, sizeof text, "%u", figure)};
        language->figure_words[figure] = (uint16_t)vocabulary_find(words, word);
    }
}

/* ---- what conditions of checks can name ---- */

/* Words that have a meaning of their own in conditions are no names there. */
static bool is_word_of_conditions(Str text)
{
    static const Str words[] = {
#define CONDITION_WORD(id, word) STR_INIT(word),
#include "sema/check/word.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_folded(words[i], text))
            return true;
    return false;
}

/* Once, however many facts and kinds have the name: which of them is meant is found out by its record. */
static void add_name(Language *language, Context context, Str text, Phrase meaning)
{
    Phrase wanted = {0};
    if (is_word_of_conditions(text))
        return;
    wanted.length = (uint8_t)phrase_words(&language->words, text, wanted.word);
    for (size_t i = 0; wanted.length && i < language->phrases.count; i++)
        if (language->phrases.at[i].context == context &&
            phrase_same_words(&language->phrases.at[i], &wanted))
            return;
    add_phrase(language, context, text, meaning);
}

static void add_record_names(Language *language, Arena *arena)
{
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        Phrase meaning = {.meaning = MEANING_kind, .value = (uint16_t)kind};
        add_name(language, CONTEXT_RECORDS, schema_name_spaced(arena, schema_kind(kind)->name), meaning);
    }
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        Phrase meaning = {.meaning = MEANING_kind, .value = (uint16_t)kind};
        Str key = schema_kind(kind)->key;
        bool has_variants = !str_equal(schema_variant_key(kind, 1), key);
        for (unsigned variant = 0; !variant || !str_equal(schema_variant_key(kind, variant), key);
             variant++) {
            meaning.variant = (uint8_t)(has_variants ? variant + 1 : 0);
            add_name(language, CONTEXT_RECORDS, schema_variant_key(kind, variant), meaning);
        }
    }
}

static void add_fact_names(Language *language, Arena *arena)
{
    Phrase meaning = {.meaning = MEANING_field};
    for (FieldId id = 0; id < FIELD_COUNT; id++) {
        const Field *field = schema_field(id);
        add_name(language, CONTEXT_NAMES, schema_name_spaced(arena, field->name), meaning);
        add_name(language, CONTEXT_NAMES, field->key, meaning);
        if (field->place == PLACE_OWNED)
            add_name(language, CONTEXT_NAMES,
                     arena_format(arena, STR_FMT " " STR_FMT, STR_ARG(schema_field(field->owner)->key),
                                  STR_ARG(field->key)),
                     meaning);
    }
}

static void add_derived_names(Language *language)
{
    static const Str names[] = {
#define DERIVED(kind, id, phrase, ...) STR_INIT(phrase),
#define EVERYWHERE(id, phrase)         STR_INIT(phrase),
#include "sema/check/derived.def"
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_name(language, CONTEXT_NAMES, names[i], (Phrase){.meaning = MEANING_field});
}

static void add_condition_names(Language *language)
{
    add_record_names(language, &language->texts);
    size_t count = language->phrases.count;
    for (size_t i = 0; i < count; i++) {
        Phrase phrase = language->phrases.at[i];
        Context context = phrase.context;
        phrase.context = phrase.meaning == MEANING_choice ? CONTEXT_VALUES : CONTEXT_NAMES;
        if (context == CONTEXT_RECORDS || phrase.meaning == MEANING_choice)
            ARRAY_ADD(&language->phrases, phrase);
    }
    add_fact_names(language, &language->texts);
    add_derived_names(language);
}

void language_build(Language *language)
{
    *language = (Language){0};
#define KIND(kind, key, letter, doc) add_kind_key(language, KIND_##kind, STR(key), 0);
#define ALSO(kind, key, variant)     add_kind_key(language, KIND_##kind, STR(key), variant);
#include "sema/schema.def"
    for (FieldId field = 0; field < FIELD_COUNT; field++)
        add_field(language, field);
    add_choices(language);
    add_all_said(language);
    add_spoken(language);
    add_condition_names(language);
    qsort(language->phrases.at, language->phrases.count, sizeof(Phrase), phrase_order);
    index_phrases(language);
    note_uses(language);
}

void language_free(Language *language)
{
    vocabulary_free(&language->words);
    free(language->phrases.at);
    free(language->slots);
    free(language->uses);
    arena_free(&language->texts);
    *language = (Language){0};
}
