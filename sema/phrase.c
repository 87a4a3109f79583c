/* Building the table of phrases from the schema, and looking phrases up in it. */
#include "sema/phrase.h"

#include <stdlib.h>
#include <string.h>

#define PHRASE_WORDS (sizeof((Phrase){0}.word) / sizeof(uint16_t))

/* ---- building ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == ',';
}

/* The words of `text` into `word`; 0 when a word is not in the vocabulary and `words` is not to be added to. */
static unsigned words_of(Vocabulary *words, Str text, uint16_t *word, bool add)
{
    unsigned count = 0;
    for (size_t i = 0; i < text.length && count < PHRASE_WORDS;) {
        size_t start = i;
        while (i < text.length && !is_blank(text.at[i])) i++;
        Str one = str_slice(text, start, i);
        uint32_t number = add ? vocabulary_add(words, one) : vocabulary_find(words, one);
        if (!number) return 0;
        word[count++] = (uint16_t)number;
        while (i < text.length && is_blank(text.at[i])) i++;
    }
    return count;
}

static void add_phrase(Language *language, Context context, Str text, Phrase meaning)
{
    if (!text.length) return;
    meaning.context = context;
    meaning.length = (uint8_t)words_of(&language->words, text, meaning.word, true);
    ARRAY_ADD(&language->phrases, meaning);
}

static void add_kind_key(Language *language, Kind kind, Str key, unsigned variant)
{
    Phrase meaning = {.meaning = MEANING_kind, .value = (uint16_t)kind, .variant = (uint8_t)variant};
    for (Kind outer = KIND_file; outer < KIND_COUNT; outer++)
        if (schema_nests(outer, kind)) add_phrase(language, CONTEXT_KEYS(outer), key, meaning);
}

static void add_field(Language *language, FieldId id)
{
    const Field *field = schema_field(id);
    Phrase meaning = {.meaning = MEANING_field, .value = (uint16_t)id};
    if (field->place == PLACE_OWNED) {
        add_phrase(language, CONTEXT_CLAUSES(field->owner), field->key, meaning);
        return;
    }
    if (field->place == PLACE_CLAUSE) add_phrase(language, CONTEXT_HEAD(field->kind), field->key, meaning);
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

static bool same_words(const Phrase *a, const Phrase *b)
{
    return a->length == b->length && !memcmp(a->word, b->word, a->length * sizeof *a->word);
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
    for (unsigned i = 0; i < phrase->length; i++) hash = hash * 31 + phrase->word[i];
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
    wanted.length = (uint8_t)words_of(&language->words, key, wanted.word, false);
    if (!wanted.length) return;
    for (unsigned i = index->bucket[bucket_of(&wanted)]; i; i = index->next[i - 1]) {
        Phrase phrase = language->phrases.at[i - 1];
        if (!same_words(&phrase, &wanted)) continue;
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
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) add_said(language, &index, keys[i].said, keys[i].key);
    free(index.next);
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        add_phrase(language, CONTEXT_CHOICES(choices[i].list), choices[i].said,
                   (Phrase){.meaning = MEANING_choice, .value = choices[i].choice, .said = true});
}

/* By context, first word, longest first, standard before said. */
static int phrase_order(const void *left, const void *right)
{
    const Phrase *a = left, *b = right;
    if (a->context != b->context) return a->context < b->context ? -1 : 1;
    if (a->word[0] != b->word[0]) return a->word[0] < b->word[0] ? -1 : 1;
    if (a->length != b->length) return a->length > b->length ? -1 : 1;
    return (a->said > b->said) - (a->said < b->said);
}

static uint32_t slot_of(const Language *language, Context context, uint32_t word)
{
    uint32_t hash = (context * 0x9E3779B1u) ^ (word * 0x85EBCA77u);
    return (hash ^ (hash >> 15)) & (language->slot_count - 1);
}

static void index_phrases(Language *language)
{
    language->slot_count = 1;
    while (language->slot_count < language->phrases.count * 2) language->slot_count *= 2;
    language->slots = memory_grow(NULL, language->slot_count * sizeof *language->slots);
    memset(language->slots, 0, language->slot_count * sizeof *language->slots);
    for (size_t i = 0; i < language->phrases.count; i++) {
        const Phrase *phrase = &language->phrases.at[i], *before = phrase - 1;
        if (i && before->context == phrase->context && before->word[0] == phrase->word[0]) continue;
        uint32_t slot = slot_of(language, phrase->context, phrase->word[0]);
        while (language->slots[slot]) slot = (slot + 1) & (language->slot_count - 1);
        language->slots[slot] = (uint32_t)i + 1;
    }
}

void language_build(Language *language)
{
    *language = (Language){0};
#define KIND(kind, key, letter, doc) add_kind_key(language, KIND_##kind, STR(key), 0);
#define ALSO(kind, key, variant)     add_kind_key(language, KIND_##kind, STR(key), variant);
#include "sema/schema.def"
    for (FieldId field = 0; field < FIELD_COUNT; field++) add_field(language, field);
    add_choices(language);
    add_all_said(language);
    add_spoken(language);
    qsort(language->phrases.at, language->phrases.count, sizeof(Phrase), phrase_order);
    index_phrases(language);
}

void language_free(Language *language)
{
    vocabulary_free(&language->words);
    free(language->phrases.at);
    free(language->slots);
    *language = (Language){0};
}

/* ---- looking up ---- */

/* The phrases of a context that begin with `word`: the first, and in `*end` one past the last. */
static const Phrase *phrases_with(const Language *language, Context context, uint32_t word, const Phrase **end)
{
    *end = language->phrases.at + language->phrases.count;
    for (uint32_t slot = slot_of(language, context, word); language->slots[slot];
         slot = (slot + 1) & (language->slot_count - 1)) {
        const Phrase *phrase = &language->phrases.at[language->slots[slot] - 1];
        if (phrase->context == context && phrase->word[0] == word) return phrase;
    }
    return *end;
}

static uint32_t word_of(const Language *language, const Source *source, const Token *token)
{
    if (token->kind == TOKEN_word) return (uint32_t)token->value;
    if (token->kind == TOKEN_number) return vocabulary_find(&language->words, token_text(source, token));
    return 0;
}

static bool phrase_fits(const Language *language, const Phrase *phrase, const Source *source, const Token *at,
                        const Token *end)
{
    if (end - at < phrase->length) return false;
    for (unsigned i = 1; i < phrase->length; i++) {
        if (word_of(language, source, at + i) != phrase->word[i]) return false;
        if (at[i].after_comma && phrase->meaning != MEANING_choice) return false;
    }
    return true;
}

const Phrase *phrase_match(const Language *language, Context context, const Source *source, const Token *at,
                           const Token *end)
{
    uint32_t word = at < end ? word_of(language, source, at) : 0;
    if (!word) return NULL;
    const Phrase *limit, *phrase = phrases_with(language, context, word, &limit);
    for (; phrase < limit && phrase->context == context && phrase->word[0] == word; phrase++)
        if (phrase_fits(language, phrase, source, at, end)) return phrase;
    return NULL;
}

const Phrase *phrase_of_text(const Language *language, Context context, Str text)
{
    Phrase wanted = {0};
    Vocabulary *words = (Vocabulary *)(uintptr_t)&language->words; /* only looked into: `add` is false */
    wanted.length = (uint8_t)words_of(words, str_trim(text), wanted.word, false);
    if (!wanted.length) return NULL;
    const Phrase *limit, *phrase = phrases_with(language, context, wanted.word[0], &limit);
    for (; phrase < limit && phrase->context == context && phrase->word[0] == wanted.word[0]; phrase++)
        if (same_words(phrase, &wanted)) return phrase;
    return NULL;
}

Str phrase_text(const Language *language, const Phrase *phrase, Arena *arena)
{
    Str text = {"", 0};
    for (unsigned i = 0; i < phrase->length; i++) {
        Str word = language->words.words.at[phrase->word[i]];
        text = arena_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(text), i ? " " : "", STR_ARG(word));
    }
    return text;
}

/* The bytes of `count` tokens, from the first to the last. */
static Str tokens_text(const Source *source, const Token *at, unsigned count)
{
    return source_text(source, (Span){at->first, at[count - 1].end});
}

const Phrase *phrase_nearest(const Language *language, Context context, const Source *source, const Token *at,
                             const Token *end, unsigned *taken)
{
    const Phrase *best = NULL;
    unsigned best_distance = 4;
    Arena scratch = {0};
    for (size_t i = 0; i < language->phrases.count; i++) {
        const Phrase *phrase = &language->phrases.at[i];
        if (phrase->context != context || end - at < phrase->length) continue;
        Str text = phrase_text(language, phrase, &scratch);
        unsigned limit = text.length < 4 ? 1 : text.length < 8 ? 2 : 3;
        unsigned distance = str_distance(text, tokens_text(source, at, phrase->length), limit);
        if (distance > limit || distance >= best_distance) continue;
        best = phrase;
        best_distance = distance;
        *taken = phrase->length;
    }
    arena_free(&scratch);
    return best;
}

Str phrase_list(const Language *language, Context context, unsigned most, Arena *arena)
{
    Str text = {"", 0};
    unsigned count = 0;
    for (size_t i = 0; i < language->phrases.count && count < most; i++) {
        const Phrase *phrase = &language->phrases.at[i];
        if (phrase->context != context || phrase->said) continue;
        if (phrase->meaning == MEANING_kind && phrase->value == KIND_note) continue;
        Str one = phrase_text(language, phrase, arena);
        text = arena_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(text), count ? ", " : "", STR_ARG(one));
        count++;
    }
    return text;
}
