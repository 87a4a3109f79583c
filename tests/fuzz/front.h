/* What the fuzz targets of lexer and parser share: a vocabulary, and a source made of the fuzzer's bytes that
 * ends where its memory ends, so that reading past it is seen. */
#ifndef SENC_TESTS_FUZZ_FRONT_H
#define SENC_TESTS_FUZZ_FRONT_H

#include "lexer/scan.h"
#include "parser/parse.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const front_words[] = {
    "and",      "aspiration", "by",        "check",    "cycle",  "ehc",    "evidence", "fails",
    "for",      "from",       "group",     "learning", "meets",  "month",  "need",     "outcome",
    "passes",   "plan",       "provision", "pupil",    "school", "starts", "step",     "support",
    "strength", "time",       "to",        "towards",  "week",   "year",
};

static inline void front_vocabulary(Vocabulary *vocabulary)
{
    for (size_t i = 0; i < sizeof front_words / sizeof *front_words; i++)
        vocabulary_add(vocabulary, str_from(front_words[i]));
}

static inline Source front_source(const uint8_t *bytes, size_t size)
{
    Source source = {.name = STR("fuzz.sen"), .text = memory_grow(NULL, size + 2), .size = size};
    if (size)
        memcpy(source.text, bytes, size);
    source.text[size] = source.text[size + 1] = '\0';
    return source;
}

/* What must hold of all tokens, whatever was scanned. */
static inline void front_check_tokens(const Source *source, const Tokens *tokens)
{
    uint32_t end = 0;
    for (size_t i = 0; i < tokens->list.count; i++) {
        const Token *token = &tokens->list.at[i];
        if (token->first < end || token->end < token->first || token->end > source->size)
            abort();
        end = token->end;
    }
    if (tokens->list.count == 0 || tokens->list.at[tokens->list.count - 1].kind != TOKEN_end_of_file)
        abort();
}

/* Bytes scanned and parsed, and what came of it. */
typedef struct Front {
    Vocabulary vocabulary;
    Tokens tokens;
    Findings findings;
    Arena arena;
    Source source;
    const Tree *tree;
} Front;

static inline void front_parse(Front *front, const uint8_t *bytes, size_t size)
{
    *front = (Front){.source = front_source(bytes, size)};
    front_vocabulary(&front->vocabulary);
    scan(&front->source, &front->vocabulary, &front->tokens, &front->findings);
    front->tree = parse(&front->source, &front->tokens, &front->vocabulary, &front->arena, &front->findings);
}

static inline void front_free(Front *front)
{
    arena_free(&front->arena);
    findings_free(&front->findings);
    tokens_free(&front->tokens);
    vocabulary_free(&front->vocabulary);
    free(front->source.text);
}

#endif
