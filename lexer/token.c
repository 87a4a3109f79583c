/* Tokens: what the table says of each kind, and the bytes of one. */
#include "lexer/token.h"

#include <stdlib.h>

typedef struct Row {
    Str name, description;
} Row;

static const Row rows[] = {
#define TOKEN(name, payload, description) {STR_INIT(#name), STR_INIT(description)},
#include "lexer/token.def"
};

void tokens_free(Tokens *tokens)
{
    free(tokens->list.at);
    free(tokens->comments.at);
    *tokens = (Tokens){0};
}

Str token_description(TokenKind kind)
{
    return rows[kind].description;
}

Str token_kind_name(TokenKind kind)
{
    return rows[kind].name;
}

Str token_text(const Source *source, const Token *token)
{
    return source_text(source, (Span){token->first, token->end});
}
