/* The syntax tree of a file: lines, and lines in the braces of lines. Written once by the parser, const
 * after.
 *
 * The whole grammar of plans is `line = value { [","] value }` (language.md section 7): what a line means is
 * found out in sema/, by the schema. */
#ifndef SENC_PARSER_TREE_H
#define SENC_PARSER_TREE_H

#include "lexer/token.h"

/* A line and, when it has one, its block. Values are tokens of the tree's array: first_value up to value_end,
 * without the commas (Token.after_comma tells where one stood). */
typedef struct Line Line;
struct Line {
    uint32_t first_value, value_end; /* indexes in Tree.tokens->list */
    uint32_t open, close;            /* the braces' tokens; 0 for none. Where they were supplied, open is the
                                        end of the line and close 0 */
    uint32_t depth;                  /* 0 at the top of the file */
    bool has_block;
    Line *first_child, *last_child;
    Line *next;
};

/* Braces too many that a tree remembers. */
#define EXTRA_BRACES_MOST 8

typedef struct Tree {
    const Source *source;
    const Tokens *tokens;
    Line *first, *last; /* the lines at the top of the file */
    uint32_t line_count;
    uint32_t missing_count;        /* closing braces reported as missing */
    uint32_t extra_count;          /* braces reported as closing nothing … */
    Span extra[EXTRA_BRACES_MOST]; /* … and the first of them */
} Tree;

/* The deepest that braces may nest; deeper is a finding, and what stands there is left out of the tree. */
#define TREE_DEPTH_MOST 100

/* The span of a line's head: from its first value to its last. */
Span line_span(const Tree *tree, const Line *line);

#endif
