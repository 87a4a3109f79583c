/* Mending: where a brace was forgotten, as the indentation of the lines shows. Asked only in the second
 * reading of a file, when the first has found its braces wrong: indentation means nothing in a plan, but it
 * tells what its writer had in mind. Whatever it guesses, a finding says so. */
#include "parser/parse_state.h"

/* So that a file made to be looked ahead in from each line takes no longer than others. */
#define LOOK_AHEAD_MOST 2000000

Mend *mend_new(const Tokens *tokens, Arena *arena)
{
    Mend *mend = ARENA_NEW(arena, Mend);
    int64_t open = 0;
    for (size_t i = 0; i < tokens->list.count; i++) {
        open += tokens->list.at[i].kind == TOKEN_open;
        open -= tokens->list.at[i].kind == TOKEN_close;
    }
    mend->missing_close = open > 0 ? (uint32_t)open : 0;
    mend->missing_open = open < 0 ? (uint32_t)-open : 0;
    mend->budget = LOOK_AHEAD_MOST;
    return mend;
}

/* The indentation of the brace that closes what is open before `token`; NO_INDENTATION where none does, or
 * where it does not begin its line. */
static uint32_t closing_indentation(Parse *parse, uint32_t token)
{
    uint32_t depth = 0;
    for (; parse->tokens[token].kind != TOKEN_end_of_file && parse->mend->budget > 0; token++) {
        parse->mend->budget--;
        if (parse->tokens[token].kind == TOKEN_open)
            depth++;
        if (parse->tokens[token].kind == TOKEN_close && depth-- == 0)
            return parse_indentation(parse, token);
    }
    return NO_INDENTATION;
}

/* A line no further in than the one whose block it would stand in, or a brace further out, when that block's
 * other lines stand further in and the brace that would close it is another's. */
bool mend_closes(Parse *parse)
{
    Mend *mend = parse->mend;
    if (!mend->missing_close || !parse->part_depth)
        return false;
    const MendBlock *block = &mend->blocks[parse->part_depth - 1];
    uint32_t here = parse_indentation(parse, parse->next);
    bool closes = parse->tokens[parse->next].kind == TOKEN_close;
    if (here == NO_INDENTATION || block->head == NO_INDENTATION || block->inner == NO_INDENTATION)
        return false;
    if (block->inner <= block->head || (closes ? here >= block->head : here > block->head))
        return false;
    if (closing_indentation(parse, parse->next) == block->head)
        return false;
    mend->missing_close--;
    return true;
}

/* A line further in than the one before it, which has no block, when a brace further down closes just that.
 */
bool mend_opens(Parse *parse, uint32_t next)
{
    Mend *mend = parse->mend;
    if (!mend->missing_open || parse->part_depth + 1 >= TREE_DEPTH_MOST || next < 2)
        return false;
    if (parse->tokens[next].kind <= TOKEN_close || parse->tokens[next - 1].kind != TOKEN_line_end ||
        parse->tokens[next - 2].kind <= TOKEN_close)
        return false;
    uint32_t here = parse_indentation(parse, next), before = parse_indentation(parse, mend->line);
    if (here == NO_INDENTATION || before == NO_INDENTATION || here <= before ||
        closing_indentation(parse, next) != before)
        return false;
    mend->missing_open--;
    mend->opened = next;
    return true;
}

/* A closing brace further in than the line whose block it would close: one too many. */
bool mend_drops(Parse *parse)
{
    Mend *mend = parse->mend;
    if (!mend->missing_open || !parse->part_depth || parse->tokens[parse->next].kind != TOKEN_close)
        return false;
    uint32_t here = parse_indentation(parse, parse->next);
    uint32_t head = mend->blocks[parse->part_depth - 1].head;
    if (here == NO_INDENTATION || head == NO_INDENTATION || here <= head)
        return false;
    mend->missing_open--;
    return true;
}

void mend_line(Parse *parse)
{
    Mend *mend = parse->mend;
    mend->line = parse->next;
    if (parse->part_depth && mend->blocks[parse->part_depth - 1].inner == NO_INDENTATION)
        mend->blocks[parse->part_depth - 1].inner = parse_indentation(parse, parse->next);
}

void mend_block(Parse *parse)
{
    parse->mend->blocks[parse->part_depth] =
        (MendBlock){parse_indentation(parse, parse->mend->line), NO_INDENTATION};
}
