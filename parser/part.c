/* Parts: tokens, as the grammar takes them. The values of a line make one part; what nests too deep is left
 * out; a closing brace that is missing is supplied before what plainly begins a school, a pupil or a plan. */
#include "parser/parse_state.h"

#include "grammar.h"

static bool is_value(const Token *token)
{
    return token->kind > TOKEN_close;
}

static bool is_word(const Token *token, int32_t word)
{
    return token->kind == TOKEN_word && token->value == word && word != 0;
}

/* Whether a block opens at `token`, behind the values of a line. */
static bool opens_block(const Token *token)
{
    return token->kind == TOKEN_open || (token->kind == TOKEN_line_end && token[1].kind == TOKEN_open);
}

/* Whether a block opens behind the values from `token` on. */
static bool has_block(const Token *token)
{
    while (is_value(token))
        token++;
    return opens_block(token);
}

static bool is_text(const Token *token)
{
    return token->kind == TOKEN_text || token->kind == TOKEN_bad_text;
}

/* `school "…" {`, `pupil CODE … {`, `support plan for CODE`, `ehc plan for CODE` at the front of a line. The
 * file's last token is no value, so looking ahead ends there. */
static bool begins_record(const Parse *parse, const Token *token)
{
    const HeadWords *words = &parse->words;
    if (token->kind != TOKEN_word || token->value == 0 || !(token->detail & TOKEN_DETAIL_line_first))
        return false;
    if (is_word(token, words->school))
        return is_text(token + 1) && has_block(token + 2);
    if (is_word(token, words->pupil))
        return token[1].kind == TOKEN_word && (is_text(token + 2) || !is_value(token + 2)) &&
               has_block(token + 2);
    if (is_word(token, words->support) || is_word(token, words->ehc))
        return is_word(token + 1, words->plan) && is_word(token + 2, words->for_) &&
               token[3].kind == TOKEN_word;
    return false;
}

/* Over a block that nests too deep, from its opening brace to behind its closing one. */
static void skip_block(Parse *parse)
{
    const Token *token = &parse->tokens[parse->next];
    parse->wrong = true;
    if (!parse->too_deep && parse->mend)
        finding_too_deep(parse->findings, (Place){parse->source, {token->first, token->end}},
                         TREE_DEPTH_MOST);
    parse->too_deep = true;
    size_t depth = 0;
    do {
        depth += token->kind == TOKEN_open;
        depth -= token->kind == TOKEN_close;
        token++;
    } while (depth > 0 && token->kind != TOKEN_end_of_file);
    parse->next = (uint32_t)(token - parse->tokens);
}

/* The part that begins at the next token, without moving on. */
static int part_kind(Parse *parse)
{
    const Token *token = &parse->tokens[parse->next];
    if (parse->follows != PART_LINE) /* a head has been read: nothing may come between it and its block */
        return parse->follows;
    bool ends = token->kind == TOKEN_end_of_file;
    if (parse->part_depth > 0 && (ends || (!parse->check_depth && begins_record(parse, token))))
        return PART_SUPPLIED;
    if (parse->mend && mend_closes(parse))
        return PART_SUPPLIED;
    switch (token->kind) {
    case TOKEN_end_of_file: return PART_END;
    case TOKEN_open: return PART_OPEN;
    case TOKEN_close: return PART_CLOSE;
    default: return PART_LINE;
    }
}

/* Behind the values of a line: whether its block begins with the next, though no brace says so. */
static bool opens_unmarked(Parse *parse)
{
    uint32_t next = parse->next + (parse->tokens[parse->next].kind == TOKEN_line_end);
    bool supplies = !parse->check_depth && begins_record(parse, &parse->tokens[next]);
    return !(parse->part_depth > 0 && supplies) && mend_opens(parse, next);
}

/* A line of a check that ends in `and` or `or` goes on in the next. */
static bool goes_on(const Parse *parse, const Token *end)
{
    return parse->check_depth && end->kind == TOKEN_line_end && !(end->detail & TOKEN_DETAIL_semicolon) &&
           (is_word(end - 1, parse->words.and_) || is_word(end - 1, parse->words.or_)) && is_value(end + 1);
}

/* Over the values of a line; the kind of part they are. */
static int pass_values(Parse *parse)
{
    const Token *first = &parse->tokens[parse->next], *token = first;
    parse->in_check_head = is_word(token, parse->words.check);
    if (parse->mend)
        mend_line(parse);
    while (is_value(token) || (token > first && goes_on(parse, token)))
        token++;
    parse->next = (uint32_t)(token - parse->tokens);
    if (opens_block(token) && parse->part_depth < TREE_DEPTH_MOST)
        parse->follows = PART_OPEN;
    else if (parse->mend && opens_unmarked(parse))
        parse->follows = PART_OPENED;
    return parse->follows == PART_LINE ? PART_LINE : PART_HEAD;
}

static void pass_open(Parse *parse)
{
    if (parse->mend)
        mend_block(parse);
    parse->follows = PART_LINE;
    parse->part_depth++;
    if (parse->in_check_head && !parse->check_depth)
        parse->check_depth = parse->part_depth;
    parse->in_check_head = false;
}

static void pass_close(Parse *parse)
{
    if (parse->check_depth == parse->part_depth)
        parse->check_depth = 0;
    if (parse->part_depth > 0)
        parse->part_depth--;
}

/* Line ends, braces too many and blocks that nest too deep: nothing of them reaches the grammar. */
static void skip_what_is_no_part(Parse *parse)
{
    for (;; parse->next++) {
        while (parse->part_depth == TREE_DEPTH_MOST && parse->tokens[parse->next].kind == TOKEN_open)
            skip_block(parse);
        bool drops = parse->mend && mend_drops(parse);
        if (!drops && parse->tokens[parse->next].kind != TOKEN_line_end)
            return;
        parse->part = parse->next;
        if (drops)
            parse_report(parse, false);
    }
}

int parse_next_part(Parse *parse, PartTokens *tokens)
{
    skip_what_is_no_part(parse);
    tokens->first = parse->part = parse->next;
    int part = part_kind(parse);
    switch (part) {
    case PART_LINE: part = pass_values(parse); break;
    case PART_OPEN: pass_open(parse), parse->next++; break;
    case PART_OPENED: pass_open(parse); break;
    case PART_CLOSE: pass_close(parse), parse->next++; break;
    case PART_SUPPLIED: pass_close(parse); break;
    default: break;
    }
    tokens->end = parse->next;
    return part;
}
