/* Parsing: runs the grammar over the tokens of a file and builds its tree. Lines are added to the tree as
 * soon as they are read, so that no mistake behind them can lose them. */
#include "parser/parse_state.h"

#include "grammar.h"

#define REPORTED_MOST 2000

static int32_t word_number(const Vocabulary *vocabulary, Str word)
{
    return (int32_t)vocabulary_find(vocabulary, word);
}

static HeadWords head_words(const Vocabulary *vocabulary)
{
    return (HeadWords){
        .school = word_number(vocabulary, STR("school")),
        .pupil = word_number(vocabulary, STR("pupil")),
        .support = word_number(vocabulary, STR("support")),
        .ehc = word_number(vocabulary, STR("ehc")),
        .plan = word_number(vocabulary, STR("plan")),
        .for_ = word_number(vocabulary, STR("for")),
        .check = word_number(vocabulary, STR("check")),
        .and_ = word_number(vocabulary, STR("and")),
        .or_ = word_number(vocabulary, STR("or")),
    };
}

Tree *parse(const Source *source, const Tokens *tokens, const Vocabulary *vocabulary, Arena *arena,
            Findings *findings)
{
    Parse state = {.source = source,
                   .tokens = tokens->list.at,
                   .arena = arena,
                   .findings = findings,
                   .words = head_words(vocabulary),
                   .follows = PART_LINE};
    for (;;) {
        Parse reading = state;
        reading.tree = ARENA_NEW(arena, Tree);
        reading.tree->source = source;
        reading.tree->tokens = tokens;
        sen_yyparse(&reading);
        if (!reading.wrong || state.mend)
            return reading.tree;
        state.mend = mend_new(tokens, arena);
    }
}

static Place token_place(const Parse *parse, uint32_t token)
{
    return (Place){parse->source, {parse->tokens[token].first, parse->tokens[token].end}};
}

/* The line whose block is being read; NULL at the top of the file. */
static Line *parent_line(const Parse *parse)
{
    return parse->depth ? parse->blocks[parse->depth - 1].line : NULL;
}

static Line **last_line(Parse *parse)
{
    Line *parent = parent_line(parse);
    return parent ? &parent->last_child : &parse->tree->last;
}

void parse_line(Parse *parse, PartTokens values)
{
    Line *parent = parent_line(parse), **last = last_line(parse);
    Line *line = ARENA_NEW(parse->arena, Line);
    line->first_value = values.first;
    line->value_end = values.end;
    line->depth = parent ? parent->depth + 1 : 0;
    if (*last)
        (*last)->next = line;
    else if (parent)
        parent->first_child = line;
    else
        parse->tree->first = line;
    *last = line;
    parse->tree->line_count++;
}

void parse_open(Parse *parse, uint32_t open)
{
    Line *line = *last_line(parse);
    line->has_block = true;
    line->open = open;
    parse->blocks[parse->depth++] = (Block){line, open, false};
}

/* A block without a head gives its lines to the block around it. */
void parse_open_bare(Parse *parse, uint32_t open)
{
    parse->blocks[parse->depth] = (Block){parent_line(parse), open, true};
    parse->depth++;
}

uint32_t parse_indentation(const Parse *parse, uint32_t token)
{
    const Token *at = &parse->tokens[token];
    uint32_t first = at->first;
    if (!(at->detail & TOKEN_DETAIL_line_first))
        return NO_INDENTATION;
    while (first > 0 && (parse->source->text[first - 1] == ' ' || parse->source->text[first - 1] == '\t'))
        first--;
    return at->first - first;
}

/* A brace that stands further left than the line whose block it closes was meant for another one. */
static void suspect_block(Parse *parse, const Block *block, uint32_t close)
{
    if (parse->suspect_close || block->without_head ||
        !(parse->tokens[close].detail & TOKEN_DETAIL_line_first))
        return;
    uint32_t head = parse_indentation(parse, block->line->first_value);
    if (head == NO_INDENTATION || parse_indentation(parse, close) >= head)
        return;
    parse->suspect = *block;
    parse->suspect_close = close;
}

void parse_close(Parse *parse, uint32_t close)
{
    const Block *block = &parse->blocks[--parse->depth];
    suspect_block(parse, block, close);
    if (!block->without_head)
        block->line->close = close;
}

/* Past so many findings one last says that there are more. */
static bool reports(Parse *parse, Place place)
{
    parse->wrong = true;
    if (!parse->mend)
        return false;
    if (++parse->reported == REPORTED_MOST)
        finding_many_mistakes(parse->findings, place);
    return parse->reported < REPORTED_MOST;
}

static void report_missing(Parse *parse, uint32_t open, uint32_t noticed)
{
    if (!reports(parse, token_place(parse, open)))
        return;
    Finding *finding = finding_missing_brace(parse->findings, token_place(parse, open));
    parse->tree->missing_count++;
    const char *what = parse->tokens[noticed].kind == TOKEN_close ? "this one seems to close an outer block"
                       : parse->tokens[noticed].kind == TOKEN_end_of_file ? "the file ends here"
                                                                          : "the next record begins here";
    finding_second(parse->findings, finding, token_place(parse, noticed), "%s", what);
}

/* The line before `noticed` has lines below it that stand further in, but no brace. */
void parse_supply_open(Parse *parse, uint32_t noticed)
{
    uint32_t line_end = noticed - 1;
    parse_open(parse, line_end);
    Place place = token_place(parse, line_end - 1);
    if (!reports(parse, place))
        return;
    Finding *finding = finding_missing_opening_brace(parse->findings, place);
    finding_second(parse->findings, finding, token_place(parse, noticed), "this line seems to belong to it");
}

/* The brace that is missing is most likely that of the block an outer one's brace has closed. */
void parse_supply(Parse *parse, uint32_t noticed)
{
    const Block *block = &parse->blocks[--parse->depth];
    bool ends = parse->tokens[noticed].kind == TOKEN_end_of_file;
    if (block->without_head || (parse->too_deep && ends))
        return;
    parse->supplied_early += !ends && parse->tokens[noticed].kind != TOKEN_close;
    if (parse->suspect_close)
        report_missing(parse, parse->suspect.open, parse->suspect_close);
    else
        report_missing(parse, block->open, noticed);
    parse->suspect_close = 0;
}

static void report_extra(Parse *parse, Place place)
{
    Tree *tree = parse->tree;
    finding_extra_brace(parse->findings, place);
    if (tree->extra_count < EXTRA_BRACES_MOST)
        tree->extra[tree->extra_count++] = place.span;
}

void parse_report(Parse *parse, bool opens)
{
    Place place = token_place(parse, parse->part);
    if (!opens &&
        parse->supplied_early) { /* the block was closed after all, too late: it has been reported */
        parse->supplied_early--;
        parse->wrong = true;
        return;
    }
    if (!reports(parse, place))
        return;
    if (opens)
        finding_block_without_head(parse->findings, place);
    else
        report_extra(parse, place);
}
