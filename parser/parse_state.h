/* What the grammar and the C files that serve it share while one file is parsed: private to parser/. */
#ifndef SENC_PARSER_PARSE_STATE_H
#define SENC_PARSER_PARSE_STATE_H

#include "parser/parse.h"

/* The numbers of the words that begin a school, a pupil or a plan. */
typedef struct HeadWords {
    int32_t school, pupil, support, ehc, plan, for_, check, and_, or_;
} HeadWords;

/* A block whose end is still to come. */
typedef struct Block {
    Line *line; /* that its lines go to: whose block it is, or without a head the one around it; NULL at the
                   top */
    uint32_t open; /* the brace's token */
    bool without_head;
} Block;

/* An open block as indentation shows it; NO_INDENTATION where it does not. */
typedef struct MendBlock {
    uint32_t head, inner; /* of the line whose block it is, and of the first line in it */
} MendBlock;
#define NO_INDENTATION UINT32_MAX

/* What is known of a file whose braces are wrong: mend.c. */
typedef struct Mend {
    uint32_t missing_close, missing_open; /* how many more there are of the other one */
    uint32_t budget;                      /* tokens that may still be looked at ahead */
    uint32_t line;                        /* the first token of the last line read */
    uint32_t opened;                      /* the token before which a brace was supplied last */
    MendBlock blocks[TREE_DEPTH_MOST];
} Mend;

typedef struct Parse {
    const Source *source;
    const Token *tokens;
    Arena *arena;
    Findings *findings;
    Tree *tree;
    HeadWords words;

    /* Reading parts: ahead of the grammar by one. */
    uint32_t next;        /* the token that comes next */
    uint32_t part;        /* the first token of the last part */
    uint32_t part_depth;  /* blocks open so far */
    uint32_t check_depth; /* how many were open where a check's block began, plus 1; 0 outside checks */
    bool in_check_head;   /* the last line begins with `check` */
    int follows;          /* behind a head: PART_OPEN, or PART_OPENED where its brace is missing; else
                             PART_LINE, for anything may come */
    bool too_deep;        /* reported */

    /* Building the tree. */
    Block blocks[TREE_DEPTH_MOST];
    uint32_t depth;
    Block suspect; /* the first block that a brace of an outer block seems to have closed */
    uint32_t suspect_close;
    uint32_t supplied_early; /* braces supplied before a record that may stand in no other */
    uint32_t reported;       /* findings given so far */

    /* A file is read once without a word; only if its braces are wrong again, and they are mended. */
    bool wrong;
    Mend *mend; /* NULL in the first reading */
} Parse;

/* The tokens of a part: from `first` up to `end`. */
typedef struct PartTokens {
    uint32_t first, end;
} PartTokens;

/* The next part of the file: its kind (of grammar.h) and its tokens. */
int parse_next_part(Parse *parse, PartTokens *tokens);

/* How many blanks stand before the first token of its line; NO_INDENTATION for a token that is not. */
uint32_t parse_indentation(const Parse *parse, uint32_t token);

/* mend.c: for the second reading only. */
Mend *mend_new(const Tokens *tokens, Arena *arena);
/* Is a brace missing before the next token? Asked before it is read. */
bool mend_closes(Parse *parse);
/* Is one missing before the line at token `next`? */
bool mend_opens(Parse *parse, uint32_t next);
/* Is the next token, a closing brace, one too many? */
bool mend_drops(Parse *parse);
/* What was read: a line, an opening brace. */
void mend_line(Parse *parse);
void mend_block(Parse *parse);

/* The grammar's actions, by the tokens of the part, or by the one where it stands. */
void parse_line(Parse *parse, PartTokens values);
void parse_open(Parse *parse, uint32_t open);
void parse_supply_open(Parse *parse, uint32_t noticed);
void parse_open_bare(Parse *parse, uint32_t open);
void parse_close(Parse *parse, uint32_t close);
void parse_supply(Parse *parse, uint32_t noticed);

/* The last part cannot stand where it does: a brace that opens nothing's block, or one that closes none. */
void parse_report(Parse *parse, bool opens);

#endif
