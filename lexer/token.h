/* Token: one word, text, number, date or mark of a source. Tokens lie in one array, in the order of the
 * source; the tree and the records point into it. */
#ifndef SENC_LEXER_TOKEN_H
#define SENC_LEXER_TOKEN_H

#include "support/array.h"
#include "support/source.h"

typedef enum TokenKind {
#define TOKEN(name, payload, description) TOKEN_##name,
#include "lexer/token.def"
    TOKEN_KIND_COUNT
} TokenKind;

/* 16 bytes. `value` holds, by kind: word, the number of the word in the vocabulary (0: not in it);
 * thousandths, the number in thousandths, or NUMBER_TOO_LARGE; day, days since 1970-01-01; year, the year in
 * which the school year begins; months; pair, the first number in the upper and the second in the lower 16
 * bits (65535 for more). */
typedef struct Token {
    uint32_t first, end; /* bytes of the source; a text's include its marks */
    int32_t value;
    uint8_t kind;         /* TokenKind */
    uint8_t detail;       /* TokenDetail bits */
    uint16_t after_comma; /* 1 when a comma stands before it on its line, so that lists can be told apart */
} Token;

typedef enum TokenDetail {
    TOKEN_DETAIL_escaped = 1,     /* a text that holds a backslash escape or a line end: needs text_value */
    TOKEN_DETAIL_semicolon = 2,   /* a line_end that is `;` */
    TOKEN_DETAIL_line_first = 4,  /* the first token of its line of source */
    TOKEN_DETAIL_two_figures = 8, /* a bad_date whose year has two figures */
    TOKEN_DETAIL_touches_next =
        16 /* no blank between it and the next token (`20mins` is a number and a word) */
} TokenDetail;

typedef struct Tokens {
    ARRAY(Token) list;    /* ends with an end_of_file */
    ARRAY(Span) comments; /* `#` to the end of the line, in order: trivia for the formatter */
} Tokens;

void tokens_free(Tokens *tokens);

/* What a reader calls the kind ("a date"). */
Str token_description(TokenKind kind);

/* The kind's own name (`bad_date`), for dumps. */
Str token_kind_name(TokenKind kind);

/* The bytes of a token. */
Str token_text(const Source *source, const Token *token);

/* A number that Token.value has no room for: its text must be read (literal_number). */
#define NUMBER_TOO_LARGE INT32_MIN

/* No date. */
#define DAY_MISSING      INT32_MIN

#endif
