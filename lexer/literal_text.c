/* What stands between the marks of a text: escapes undone, lines joined to paragraphs, the indentation of a
 * long text taken off. Nothing is copied where nothing changes. */
#include "lexer/literal.h"

#include <string.h>

/* Those of a plan first, and longer ones before those they begin or end with. */
static const Str marks[] = {
    STR_INIT("\"\"\""),       STR_INIT("\""),     STR_INIT("\u201c"), STR_INIT("\u201d"),
    STR_INIT("''"),           STR_INIT("``"),     STR_INIT("\u201e"), STR_INIT("\u2018\u2018"),
    STR_INIT("\u2019\u2019"), STR_INIT("'"),      STR_INIT("`"),      STR_INIT("\u2018"),
    STR_INIT("\u2019"),       STR_INIT("\u201a"), STR_INIT("\u00ab"), STR_INIT("\u00bb"),
    STR_INIT("\u2039"),       STR_INIT("\u203a"), STR_INIT("\u2033"), STR_INIT("\u00b4\u00b4"),
    STR_INIT("\u00b4"),
};

#define MARK_COUNT (sizeof marks / sizeof *marks)

/* The text without its marks; one left open has none at its end. */
static Str inside(Str text, TokenKind kind)
{
    size_t first = kind == TOKEN_long_text ? 0 : 1;
    for (size_t i = first; i < MARK_COUNT; i++)
        if (str_starts(text, marks[i])) {
            text = str_slice(text, marks[i].length, text.length);
            break;
        }
    for (size_t i = first; kind != TOKEN_bad_text && i < MARK_COUNT; i++)
        if (str_ends(text, marks[i]))
            return str_slice(text, 0, text.length - marks[i].length);
    return text;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Passes over white space with at least one line end in it; the number of line ends. */
static size_t skip_line_ends(Str text, size_t *at)
{
    size_t count = 0;
    for (; *at < text.length && (is_blank(text.at[*at]) || is_line_end(text.at[*at])); ++*at)
        count += text.at[*at] == '\n' ||
                 (text.at[*at] == '\r' && !(*at + 1 < text.length && text.at[*at + 1] == '\n'));
    return count;
}

static Str plain_text(Str text, Arena *arena)
{
    char *copy = arena_alloc(arena, text.length + 1, 1);
    size_t length = 0;
    for (size_t at = 0; at < text.length;) {
        bool escape = text.at[at] == '\\' && at + 1 < text.length &&
                      (text.at[at + 1] == '"' || text.at[at + 1] == '\\');
        if (!is_line_end(text.at[at])) {
            copy[length++] = text.at[at + escape];
            at += 1 + escape;
            continue;
        }
        while (length && is_blank(copy[length - 1]))
            length--;
        copy[length++] = skip_line_ends(text, &at) > 1 ? '\n' : ' ';
    }
    return (Str){copy, length};
}

/* Takes the first line off `rest`, without its end. */
static Str next_line(Str *rest)
{
    size_t length = 0;
    while (length < rest->length && !is_line_end(rest->at[length]))
        length++;
    Str line = str_slice(*rest, 0, length);
    bool both = length + 1 < rest->length && rest->at[length] == '\r' && rest->at[length + 1] == '\n';
    *rest = str_slice(*rest, length + 1 + both, rest->length);
    return line;
}

static size_t indentation(Str line)
{
    size_t blanks = 0;
    while (blanks < line.length && is_blank(line.at[blanks]))
        blanks++;
    return blanks;
}

/* What all lines that hold anything share, the first aside: it begins behind the opening mark. */
static size_t shared_indentation(Str text)
{
    size_t shared = SIZE_MAX;
    next_line(&text);
    while (text.length) {
        Str line = next_line(&text);
        size_t own = indentation(line);
        if (own < line.length && own < shared)
            shared = own;
    }
    return shared;
}

static Str long_text(Str text, Arena *arena)
{
    size_t shared = shared_indentation(text), length = 0;
    char *copy = arena_alloc(arena, text.length + 1, 1);
    Str line = next_line(&text);
    bool first_is_empty = indentation(line) == line.length;
    if (!first_is_empty) {
        memcpy(copy, line.at, line.length);
        length = line.length;
    }
    for (bool any = !first_is_empty; text.length; any = true) {
        line = next_line(&text);
        line = indentation(line) == line.length ? STR("") : str_slice(line, shared, line.length);
        if (any)
            copy[length++] = '\n';
        if (line.length)
            memcpy(copy + length, line.at, line.length);
        length += line.length;
    }
    while (length && is_line_end(copy[length - 1]))
        length--;
    return (Str){copy, length};
}

Str literal_text(const Source *source, const Token *token, Arena *arena)
{
    Str text = token_text(source, token);
    bool is_plain = token->kind == TOKEN_text && *text.at == '"' && text.at[text.length - 1] == '"';
    text = is_plain && text.length > 1 ? (Str){text.at + 1, text.length - 2} : inside(text, token->kind);
    if (!(token->detail & TOKEN_DETAIL_escaped))
        return text;
    return token->kind == TOKEN_long_text ? long_text(text, arena) : plain_text(text, arena);
}
