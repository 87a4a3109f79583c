/* Looking phrases up in the table that the build has worked out from the schema. */
#include "sema/phrase_table.h"

#include <string.h>

unsigned phrase_words(const Vocabulary *words, Str text, uint16_t *word)
{
    unsigned count = 0;
    for (size_t i = 0; i < text.length && count < PHRASE_WORDS;) {
        size_t start = i;
        while (i < text.length && text.at[i] != ' ' && text.at[i] != ',')
            i++;
        uint32_t number = vocabulary_find(words, str_slice(text, start, i));
        if (!number)
            return 0;
        word[count++] = (uint16_t)number;
        while (i < text.length && (text.at[i] == ' ' || text.at[i] == ','))
            i++;
    }
    return count;
}

uint32_t phrase_slot(const Language *language, Context context, uint32_t word)
{
    uint32_t hash = (context * 0x9E3779B1u) ^ (word * 0x85EBCA77u);
    return (hash ^ (hash >> 15)) & (language->slot_count - 1);
}

bool phrase_same_words(const Phrase *a, const Phrase *b)
{
    return a->length == b->length && !memcmp(a->word, b->word, a->length * sizeof *a->word);
}

/* The first phrase of a context that begins with `word`, or NULL; the others stand behind it. */
static inline const Phrase *first_phrase(const Language *language, Context context, uint32_t word)
{
    for (uint32_t at = phrase_slot(language, context, word);; at++) {
        const PhraseSlot *slot = &language->slots[at & (language->slot_count - 1)];
        if (!slot->phrase)
            return NULL;
        if (slot->context == context && slot->word == word)
            return &language->phrases.at[slot->phrase - 1];
    }
}

/* Is there one more with the same context and first word? */
static inline bool has_next(const Language *language, const Phrase *phrase)
{
    return phrase + 1 < language->phrases.at + language->phrases.count &&
           phrase[1].context == phrase->context && phrase[1].word[0] == phrase->word[0];
}

static inline bool phrase_fits(const Language *language, const Phrase *phrase, const Token *at,
                               const Token *end)
{
    if (end - at < phrase->length)
        return false;
    for (unsigned i = 1; i < phrase->length; i++) {
        if (phrase_word(language, at + i) != phrase->word[i])
            return false;
        if (at[i].after_comma && phrase->meaning != MEANING_choice)
            return false;
    }
    return true;
}

const Phrase *phrase_match_word(const Language *language, Context context, uint32_t word, const Token *at,
                                const Token *end)
{
    const Phrase *phrase = first_phrase(language, context, word);
    while (phrase && !phrase_fits(language, phrase, at, end))
        phrase = has_next(language, phrase) ? phrase + 1 : NULL;
    return phrase;
}

const Phrase *phrase_of_text(const Language *language, Context context, Str text)
{
    Phrase wanted = {0};
    wanted.length = (uint8_t)phrase_words(&language->words, str_trim(text), wanted.word);
    if (!wanted.length)
        return NULL;
    const Phrase *phrase = first_phrase(language, context, wanted.word[0]);
    while (phrase && !phrase_same_words(phrase, &wanted))
        phrase = has_next(language, phrase) ? phrase + 1 : NULL;
    return phrase;
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
                             const Token *end, unsigned least, unsigned *taken)
{
    const Phrase *best = NULL;
    unsigned best_distance = 4;
    Arena scratch = {0};
    for (size_t i = 0; i < language->phrases.count; i++) {
        const Phrase *phrase = &language->phrases.at[i];
        if (phrase->context != context || phrase->length < least || end - at < phrase->length)
            continue;
        Str text = phrase_text(language, phrase, &scratch);
        unsigned limit = text.length < 4 ? 1 : text.length < 8 ? 2 : 3;
        unsigned distance = str_distance(text, tokens_text(source, at, phrase->length), limit);
        if (distance == 0 || distance > limit || distance >= best_distance)
            continue;
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
        if (phrase->context != context || phrase->said)
            continue;
        if (phrase->meaning == MEANING_kind && phrase->value == KIND_note)
            continue;
        Str one = phrase_text(language, phrase, arena);
        text = arena_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(text), count ? ", " : "", STR_ARG(one));
        count++;
    }
    return text;
}
