/* Any bytes parsed: each value of the file stands in one line of the tree, in order, and braces are matched.
 */
#include "tests/fuzz/front.h"

/* Walks the lines in the order of the source; returns the token behind the last value or brace. */
static uint32_t check_lines(const Tree *tree, const Line *parent, const Line *line, uint32_t token,
                            uint32_t *count)
{
    for (; line; line = line->next, ++*count) {
        bool same_depth = line->depth == (parent ? parent->depth + 1 : 0);
        if (!same_depth || line->first_value < token || line->value_end <= line->first_value)
            abort();
        token = check_lines(tree, line, line->first_child, line->value_end, count);
        bool supplied = line->has_block && tree->tokens->list.at[line->open].kind == TOKEN_line_end;
        if (line->has_block && !supplied && tree->tokens->list.at[line->open].kind != TOKEN_open)
            abort();
        if (line->close && (line->close < token || tree->tokens->list.at[line->close].kind != TOKEN_close))
            abort();
        token = line->close ? line->close + 1 : token;
        line_span(tree, line);
    }
    return token;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Front front;
    Out out = {0};
    front_parse(&front, bytes, size);
    uint32_t count = 0;
    check_lines(front.tree, NULL, front.tree->first, 0, &count);
    if (count != front.tree->line_count)
        abort();
    tree_dump(front.tree, &out);
    out_free(&out);
    front_free(&front);
    return 0;
}
