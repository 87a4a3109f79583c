/* Lexicon: the words that some reader of texts asks about, with a number (symbol) each. A word of a text that
 * is not in it has the symbol 0. The words of word.def come first, in their order, so that their roles are
 * found by number; then those of the patterns. */
#ifndef SENC_SEMA_WORDS_LEXICON_H
#define SENC_SEMA_WORDS_LEXICON_H

#include "support/array.h"

/* What a word means to whoever looks for amounts, times and people: word.def. */
typedef enum Role {
#define ROLE(role) ROLE_##role,
#include "sema/words/word.def"
    ROLE_COUNT
} Role;

typedef struct RoleWord {
    uint8_t role;
    int32_t value;
    Str word;
} RoleWord;

#define LEXICON_WORD_MOST   48    /* bytes of a word; a longer one is in no lexicon */
#define LEXICON_SYMBOL_MOST 60000 /* symbols of a lexicon */

/* A spelling: 16 bytes, in open addressing. Symbol 0 is an empty slot. */
typedef struct LexiconSlot {
    uint32_t hash, spelling; /* offset in Lexicon.spellings */
    uint16_t length, symbol;
    uint32_t spare;
} LexiconSlot;

/* Only read once it stands; its arrays belong to whoever made it (an arena, or the program itself). */
typedef struct Lexicon {
    const LexiconSlot *slots;
    const char *spellings; /* folded: ASCII letters small, apostrophes straight */
    uint32_t mask;         /* slots - 1; they are a power of two */
    uint32_t symbol_count; /* symbols are below it */
    uint32_t spelling_size;
} Lexicon;

/* The hash of a word, byte by byte: begin with LEXICON_HASH_SEED. `byte` must be folded. */
#define LEXICON_HASH_SEED 2166136261u
static inline uint32_t lexicon_hash_byte(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * 16777619u;
}

/* The symbol of a word whose hash is known, or 0. `word` may have capitals; its apostrophes are straight. */
uint32_t lexicon_find_hashed(const Lexicon *lexicon, Str word, uint32_t hash);
uint32_t lexicon_find(const Lexicon *lexicon, Str word);

/* The row of word.def for a symbol; of all others the role is none. */
const RoleWord *role_word(uint32_t symbol);

/* The symbol of all figures that are in no pattern, and the first of the patterns' own. */
extern const uint32_t lexicon_number, lexicon_first_own;

/* A lexicon in the making. Zero-initialise; freed with lexicon_builder_free. */
typedef struct LexiconBuilder {
    ARRAY(LexiconSlot) slots; /* at[0 … room - 1], `count` of them taken */
    ARRAY(char) spellings;
    uint32_t symbol_count;
} LexiconBuilder;

/* Puts the words of word.def in. */
void lexicon_begin(LexiconBuilder *builder);

/* The symbol of a folded word, its other spellings (spelling.def) included; 0 when it is too long or there
 * are too many. */
uint32_t lexicon_add(LexiconBuilder *builder, Str word);

/* What has been put in, as long as no more is. */
Lexicon lexicon_view(const LexiconBuilder *builder);

/* What has been put in, copied into `arena`. */
Lexicon lexicon_end(const LexiconBuilder *builder, Arena *arena);
void lexicon_builder_free(LexiconBuilder *builder);

#endif
