/* Any bytes scanned: tokens in order, the source as it was, literals and texts readable. */
#include "tests/fuzz/front.h"

#include "lexer/literal.h"

static void read_literals(const Source *source, const Tokens *tokens)
{
    Arena arena = {0};
    int64_t number;
    for (size_t i = 0; i < tokens->list.count; i++) {
        const Token *token = &tokens->list.at[i];
        if (token->kind == TOKEN_text || token->kind == TOKEN_long_text || token->kind == TOKEN_bad_text)
            literal_text(source, token, &arena);
        if (token->kind == TOKEN_number && !literal_number(token_text(source, token), &number))
            abort();
        if (token->kind == TOKEN_money && !literal_money(token_text(source, token), &number))
            abort();
    }
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Vocabulary vocabulary = {0};
    Tokens tokens = {0};
    Findings findings = {0};
    front_vocabulary(&vocabulary);
    Source source = front_source(bytes, size);
    scan(&source, &vocabulary, &tokens, &findings);
    if (size && memcmp(source.text, bytes, size) != 0)
        abort();
    front_check_tokens(&source, &tokens);
    read_literals(&source, &tokens);
    findings_sort(&findings);
    findings_free(&findings);
    tokens_free(&tokens);
    vocabulary_free(&vocabulary);
    free(source.text);
    return 0;
}
