/* The tree: where its lines stand, and how it is shown to those who work on senc. */
#include "parser/tree.h"

#include "parser/parse.h"

Span line_span(const Tree *tree, const Line *line)
{
    const Token *tokens = tree->tokens->list.at;
    return (Span){tokens[line->first_value].first, tokens[line->value_end - 1].end};
}

/* The text of a token on one line. */
static void dump_text(Str text, Out *out)
{
    for (size_t i = 0; i < text.length; i++)
        out_char(out, (unsigned char)text.at[i] < ' ' ? ' ' : text.at[i]);
}

static void dump_value(const Tree *tree, const Token *token, Out *out)
{
    if (token->after_comma)
        out_char(out, ',');
    out_char(out, ' ');
    out_str(out, token_kind_name(token->kind));
    out_char(out, ':');
    dump_text(token_text(tree->source, token), out);
}

static void dump_line(const Tree *tree, const Line *line, Out *out)
{
    out_fill(out, ' ', (size_t)line->depth * 2);
    out_text(out, line->has_block ? "record" : "line");
    for (uint32_t value = line->first_value; value < line->value_end; value++)
        dump_value(tree, &tree->tokens->list.at[value], out);
    out_char(out, '\n');
}

/* Deep as blocks nest, which is not deep. */
static void dump_lines(const Tree *tree, const Line *line, Out *out)
{
    for (; line; line = line->next) {
        dump_line(tree, line, out);
        dump_lines(tree, line->first_child, out);
    }
}

void tree_dump(const Tree *tree, Out *out)
{
    dump_lines(tree, tree->first, out);
}
