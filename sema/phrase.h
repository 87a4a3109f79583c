/* Phrases: the words of the language, and which of them mean something where. Built once from the schema,
 * then only read; any number of threads may share it. */
#ifndef SENC_SEMA_PHRASE_H
#define SENC_SEMA_PHRASE_H

#include "lexer/token.h"
#include "lexer/vocabulary.h"
#include "sema/schema.h"

/* Where a phrase is looked for. */
typedef uint32_t Context;

#define CONTEXT_KEYS(kind)     ((Context)(kind))                     /* what begins a line in a record */
#define CONTEXT_HEAD(kind)     ((Context)(KIND_COUNT + (kind)))      /* clauses of a record's head */
#define CONTEXT_CLAUSES(field) ((Context)(2 * KIND_COUNT + (field))) /* clauses of a fact */
#define CONTEXT_CHOICES(list)  ((Context)(2 * KIND_COUNT + FIELD_COUNT + (list))) /* the choices of a list */
#define CONTEXT_SPOKEN                                                                                       \
    ((Context)(2 * KIND_COUNT + FIELD_COUNT + CHOICES_COUNT)) /* units, numbers, small words */

#define CONTEXT_RECORDS (CONTEXT_SPOKEN + 1) /* kinds of record, as checks name them: a variant is 1 more */
#define CONTEXT_NAMES   (CONTEXT_SPOKEN + 2) /* all that a condition of a check can name */
#define CONTEXT_VALUES  (CONTEXT_SPOKEN + 3) /* all choices of all lists */

/* Words with a meaning of their own inside values: spoken.def. */
typedef enum SpokenClass {
    SPOKEN_none,
    SPOKEN_unit,      /* value: a Unit */
    SPOKEN_number,    /* value: the number, one to twenty */
    SPOKEN_frequency, /* daily, weekly …: value: a row of the table of frequencies */
    SPOKEN_times,     /* once, twice, thrice: value: how many */
    SPOKEN_length,    /* half an hour: value: minutes */
    SPOKEN_each,      /* a, an, per, each, every */
    SPOKEN_season,    /* autumn, spring, summer */
    SPOKEN_small      /* value: a Small */
} SpokenClass;

typedef enum Small {
#define SMALL(id, word) SMALL_##id,
#include "sema/spoken.def"
    SMALL_COUNT
} Small;

_Static_assert(SMALL_COUNT <= 64, "the small words have a bit each in WordUse");

/* The values of SPOKEN_frequency. */
enum {
    FREQUENT_daily,
    FREQUENT_weekly,
    FREQUENT_fortnightly,
    FREQUENT_monthly,
    FREQUENT_half_termly,
    FREQUENT_termly,
    FREQUENT_yearly
};

typedef enum Meaning { MEANING_kind, MEANING_field, MEANING_choice, MEANING_spoken } Meaning;

typedef struct Phrase {
    Context context;
    uint16_t word[9];
    uint8_t length;  /* words */
    uint8_t meaning; /* Meaning */
    uint8_t variant; /* of a kind; SpokenClass of a spoken word */
    bool said;       /* what people say instead; the standard phrase is another */
    uint16_t value;  /* Kind, FieldId, choice, or the spoken value */
} Phrase;

/* The first of the phrases of a context that begin with a word, as a number + 1; 0 in an empty slot. */
typedef struct PhraseSlot {
    uint16_t context, word;
    uint32_t phrase;
} PhraseSlot;

/* What a word of the language can begin: bits, so that most questions need no search. */
typedef struct WordUse {
    uint64_t contexts; /* 1 << context % 64 for each context with a phrase that begins with it */
    uint64_t smalls;   /* 1 << Small for each of the small words */
    uint32_t spoken;   /* 1 << SpokenClass for each class */
} WordUse;

/* Whole numbers below this may be words of the language (`1 to 1`, `Post 16`). */
#define FIGURE_WORDS 64

typedef struct Language {
    Vocabulary words;
    WordUse *uses;                       /* by the number of the word */
    uint16_t figure_words[FIGURE_WORDS]; /* the word that a whole number is, or 0 */
    ARRAY(Phrase) phrases;               /* by context, first word, longest first */
    PhraseSlot *slots;                   /* by hash of context and first word */
    uint32_t slot_count;
    Arena texts; /* words that are no literals; while the language is being built */
} Language;

/* The language of plans, worked out when senc was built (sema/tool/make_language.c). */
const Language *language_standard(void);

/* Works the language out from the schema: what the build does. Freed with language_free. */
void language_build(Language *language);
void language_free(Language *language);

/* The word that a token is, or 0. */
static inline uint32_t phrase_word(const Language *language, const Token *token)
{
    if (token->kind == TOKEN_word)
        return (uint32_t)token->value;
    if (token->kind != TOKEN_number || token->value < 0 || token->value >= FIGURE_WORDS * 1000)
        return 0;
    return token->value % 1000 ? 0 : language->figure_words[token->value / 1000];
}

/* As phrase_match, for tokens whose first is `word`. */
const Phrase *phrase_match_word(const Language *language, Context context, uint32_t word, const Token *at,
                                const Token *end);

/* The longest phrase of `context` that the tokens from `at` (before `end`) begin with, or NULL. A comma may
 * stand inside the phrase only where it is a choice (`social, emotional and mental health`). */
static inline const Phrase *phrase_match(const Language *language, Context context, const Token *at,
                                         const Token *end)
{
    uint32_t word = at < end ? phrase_word(language, at) : 0;
    if (!(language->uses[word].contexts >> context % 64 & 1))
        return NULL;
    return phrase_match_word(language, context, word, at, end);
}

/* The whole of `text` as a phrase of `context` (a choice written in quotes), or NULL. */
const Phrase *phrase_of_text(const Language *language, Context context, Str text);

/* The phrase of `context` nearest to the words that begin at `at`, if one is near enough to be meant (a slip
 * or two in its letters); NULL else. It has at least `least` words and is not the same as those at `at`.
 * `*taken`: how many tokens it would stand for. */
const Phrase *phrase_nearest(const Language *language, Context context, const Source *source, const Token *at,
                             const Token *end, unsigned least, unsigned *taken);

/* The words of a phrase, as the language writes them. */
Str phrase_text(const Language *language, const Phrase *phrase, Arena *arena);

/* The standard phrases of a context, a list in words ("born, year, status"), at most `most` of them: for
 * help. */
Str phrase_list(const Language *language, Context context, unsigned most, Arena *arena);

#endif
