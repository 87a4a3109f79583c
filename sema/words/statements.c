/* In: a loose text; out: the spans of its statements. Knows nothing of what they mean. */
#include "sema/words/statements.h"

#include <stdlib.h>
#include <string.h>

/* A line of the text: its bytes without blanks around them, and what stands behind its bullet. */
typedef struct TextLine {
    Span at;
    uint32_t behind; /* where what the bullet is before begins; at.first for none */
    Str code;
} TextLine;

typedef struct Reader {
    Str text;
    Statements *statements;
    bool by_line;   /* each line is a statement */
    uint8_t kind;   /* of the last heading */
    Statement open; /* the statement that is being read */
    bool is_open;
} Reader;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- bullets ---- */

/* The bytes of a sign that is a bullet: `•`, `–`, `-`; 0 for none. Word puts some of its own in. */
static size_t bullet_sign(Str line)
{
    static const Str signs[] = {STR_INIT("•"),
                                STR_INIT("●"),
                                STR_INIT("▪"),
                                STR_INIT("■"),
                                STR_INIT("◦"),
                                STR_INIT("○"),
                                STR_INIT("‣"),
                                STR_INIT("·"),
                                STR_INIT("➢"),
                                STR_INIT("✓"),
                                STR_INIT("–"),
                                STR_INIT("—"),
                                STR_INIT("-"),
                                STR_INIT("*"),
                                STR_INIT("+"),
                                STR_INIT("\xEF\x82\xB7"),
                                STR_INIT("\xEF\x82\xA7"),
                                STR_INIT("o ")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(line, signs[i]))
            return signs[i].length;
    return 0;
}

/* `1.`, `12)`, `(a)`, `iv.`, `b)` in front of a blank; 0 for none. */
static size_t bullet_number(Str line)
{
    size_t at = line.length && line.at[0] == '(', first = at;
    while (at < line.length && at < first + 4 && is_digit(line.at[at]))
        at++;
    if (at == first)
        while (at < line.length && at < first + 4 && strchr("ivxabcdefgh", line.at[at]))
            at++;
    bool is_closed = at > first && at < line.length && strchr(".)", line.at[at]);
    return is_closed && (at + 1 == line.length || is_blank(line.at[at + 1])) ? at + 1 : 0;
}

/* `F2`, `E1`, `Outcome 3`: a code and what parts it from the statement; 0 for none. */
static size_t bullet_code(Str line, Str *code)
{
    static const Str words[] = {STR_INIT("outcome "), STR_INIT("provision "), STR_INIT("")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = words[i].length;
        bool is_code = !at && line.length && line.at[0] >= 'A' && line.at[0] <= 'K';
        if (!is_code && (!at || !str_equal_folded(str_slice(line, 0, at), words[i])))
            continue;
        at += is_code;
        size_t first = at;
        while (at < line.length && at < first + 3 && is_digit(line.at[at]))
            at++;
        size_t end = at;
        bool is_parted = at < line.length && (strchr(":.)-", line.at[at]) || is_blank(line.at[at]));
        if (at == first || !is_parted || (!is_code && is_blank(line.at[at])))
            continue;
        *code = str_slice(line, 0, end);
        return at + 1;
    }
    return 0;
}

/* One bullet after the other: `• F2:`. */
static uint32_t behind_bullets(Str text, Span line, Str *code)
{
    uint32_t at = line.first;
    for (unsigned bullets = 0; bullets < 3; bullets++) {
        Str rest = str_slice(text, at, line.end);
        size_t length = bullet_sign(rest);
        length = length ? length : bullet_number(rest);
        length = length || code->length ? length : bullet_code(rest, code);
        at += (uint32_t)length;
        while (at < line.end && is_blank(text.at[at]))
            at++;
        if (!length)
            break;
    }
    return at;
}

static TextLine read_line(Str text, size_t first, size_t end)
{
    while (first < end && is_blank(text.at[first]))
        first++;
    while (end > first && is_blank(text.at[end - 1]))
        end--;
    TextLine line = {.at = {(uint32_t)first, (uint32_t)end}, .code = STR("")};
    line.behind = behind_bullets(text, line.at, &line.code);
    return line;
}

/* ---- what is no statement ---- */

static bool begins_folded(Str text, Str with)
{
    return text.length >= with.length && str_equal_folded(str_slice(text, 0, with.length), with);
}

/* The kind that `Section F: …` heads, else STATEMENT_untold. */
static StatementKind section_kind(Str line)
{
    if (!begins_folded(line, STR("section ")) || line.length < 9)
        return STATEMENT_untold;
    size_t end = 9 + (line.length > 9 && is_digit(line.at[9]));
    char letter = (char)(line.at[8] & ~0x20);
    bool is_whole = end == line.length || (!is_letter(line.at[end]) && !is_digit(line.at[end]));
    size_t next = end;
    while (next < line.length && is_blank(line.at[next]))
        next++;
    bool is_sentence = next < line.length && is_letter(line.at[next]) && str_ends(line, STR("."));
    if (letter < 'A' || letter > 'K' || !is_whole || is_sentence)
        return STATEMENT_untold;
    return letter == 'E'                    ? STATEMENT_outcome
           : letter >= 'F' && letter <= 'H' ? STATEMENT_provision
                                            : STATEMENT_other;
}

static StatementKind heading_kind(Str line)
{
    static const struct {
        Str words;
        StatementKind kind;
    } headings[] = {{STR_INIT("outcome"), STATEMENT_outcome},
                    {STR_INIT("outcomes"), STATEMENT_outcome},
                    {STR_INIT("outcomes sought"), STATEMENT_outcome},
                    {STR_INIT("provision"), STATEMENT_provision},
                    {STR_INIT("special educational provision"), STATEMENT_provision},
                    {STR_INIT("educational provision"), STATEMENT_provision},
                    {STR_INIT("health provision"), STATEMENT_provision},
                    {STR_INIT("health care provision"), STATEMENT_provision},
                    {STR_INIT("social care provision"), STATEMENT_provision},
                    {STR_INIT("needs"), STATEMENT_other},
                    {STR_INIT("special educational needs"), STATEMENT_other},
                    {STR_INIT("health needs"), STATEMENT_other},
                    {STR_INIT("social care needs"), STATEMENT_other},
                    {STR_INIT("aspirations"), STATEMENT_other},
                    {STR_INIT("views"), STATEMENT_other}};
    StatementKind kind = section_kind(line);
    while (line.length && (line.at[line.length - 1] == ':' || is_blank(line.at[line.length - 1])))
        line.length--;
    for (size_t i = 0; !kind && i < sizeof headings / sizeof *headings; i++)
        if (str_equal_folded(line, headings[i].words))
            kind = headings[i].kind;
    return kind;
}

/* `Page 3 of 14`, `12`: no word but `page` and `of`. */
static bool says_nothing(Str text)
{
    static const Str of_pages[] = {STR_INIT("page"), STR_INIT("of")};
    bool has_page = begins_folded(text, STR("page"));
    for (size_t i = 0; i < text.length;) {
        size_t end = i;
        while (end < text.length && is_letter(text.at[end]))
            end++;
        Str word = str_slice(text, i, end);
        bool is_of_page =
            has_page && (str_equal_folded(word, of_pages[0]) || str_equal_folded(word, of_pages[1]));
        if ((word.length && !is_of_page) || (unsigned char)text.at[i] >= 0xC3)
            return false;
        i = end + !word.length;
    }
    return true;
}

/* ---- parting ---- */

static void close_statement(Reader *reader)
{
    Str words = str_slice(reader->text, reader->open.at.first, reader->open.at.end);
    if (reader->is_open && !str_ends(words, STR(":")) && !says_nothing(words))
        ARRAY_ADD(&reader->statements->list, reader->open);
    reader->is_open = false;
}

static void take_line(Reader *reader, const TextLine *line)
{
    bool has_bullet = line->behind > line->at.first;
    Str words = str_slice(reader->text, line->behind, line->at.end);
    StatementKind heading = heading_kind(words);
    if (!words.length || heading || has_bullet || reader->by_line || !reader->is_open)
        close_statement(reader);
    if (heading)
        reader->kind = (uint8_t)heading;
    if (!words.length || heading)
        return;
    if (!reader->is_open)
        reader->open = (Statement){{line->behind, line->at.end}, line->code, reader->kind};
    reader->is_open = true;
    reader->open.at.end = line->at.end;
}

static size_t line_end(Str text, size_t from)
{
    const char *end = from < text.length ? memchr(text.at + from, '\n', text.length - from) : NULL;
    return end ? (size_t)(end - text.at) : text.length;
}

/* Behind the mark that some editors put before a text in UTF-8. */
static size_t first_byte(Str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

/* Without blank lines, and without a bullet at its first statement, a text has one statement a line. */
static bool is_by_line(Str text)
{
    bool has_words = false, had_blank = false, has_bullet = false;
    for (size_t at = first_byte(text), end; at < text.length; at = end + 1) {
        end = line_end(text, at);
        TextLine line = read_line(text, at, end);
        bool is_heading = heading_kind(str_slice(text, line.behind, line.at.end)) != STATEMENT_untold;
        if (line.at.first == line.at.end) {
            had_blank |= has_words;
        } else if (!is_heading) {
            if (had_blank)
                return false;
            has_bullet |= !has_words && line.behind > line.at.first;
            has_words = true;
        }
    }
    return !has_bullet;
}

void statements_read(Str text, Statements *statements)
{
    Reader reader = {.text = text, .statements = statements, .by_line = is_by_line(text)};
    statements->list.count = 0;
    for (size_t at = first_byte(text), end; at < text.length; at = end + 1) {
        end = line_end(text, at);
        TextLine line = read_line(text, at, end);
        take_line(&reader, &line);
    }
    close_statement(&reader);
}

void statements_free(Statements *statements)
{
    free(statements->list.at);
    *statements = (Statements){0};
}
