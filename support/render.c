/* Findings for people: headed by where and what, then the line itself with the place underlined, then how to
 * mend it. Long lines are cut around the place; only its neighbourhood is ever looked at. */
#include "support/render.h"

#include "support/utf8.h"

#include <string.h>

#define CODE_REPLACED  0xfffdu
#define WIDTH_LEAST    40u
#define WIDTH_UNBROKEN 160u /* of source lines, where nothing need be broken */
#define TAB_WIDTH      8
#define INDENT         6u /* of help and the like, under the line's text */

typedef enum Ink { INK_off, INK_bold, INK_dim, INK_error, INK_warning, INK_note } Ink;

typedef struct Printer {
    Findings *findings;
    const RenderStyle *style;
    Out *out;
} Printer;

static void ink(const Printer *printer, Ink ink)
{
    static const char *const escapes[] = {"\033[0m",    "\033[1m",    "\033[2m",
                                          "\033[1;31m", "\033[1;33m", "\033[1;36m"};
    if (printer->style->colour)
        out_text(printer->out, escapes[ink]);
}

static Ink severity_ink(Severity severity)
{
    return severity == SEVERITY_error ? INK_error : severity == SEVERITY_warning ? INK_warning : INK_note;
}

/* Turns the direction of what follows, or is an invisible sign of the like. */
static bool is_direction(uint32_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
           code == 0x200f || code == 0x061c;
}

static uint32_t plain_code(uint32_t code)
{
    if (code < ' ' || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029)
        return ' ';
    return is_direction(code) ? CODE_REPLACED : code;
}

void render_plain(Str text, Out *out)
{
    unsigned size;
    for (size_t at = 0; at < text.length; at += size)
        out_utf8(out, plain_code(utf8_decode(text.at + at, text.at + text.length, &size)));
}

Location render_locate(Findings *findings, Place place)
{
    if (!place.source)
        return (Location){{0, 0}, {0, 0}};
    /* The table of lines is no part of what a source is, only found out late. */
    source_lines((Source *)place.source, &findings->arena);
    return (Location){source_line_column(place.source, place.span.first),
                      source_line_column(place.source, place.span.end)};
}

static void print_place(const Printer *printer, Place place)
{
    if (!place.source) {
        out_text(printer->out, "senc");
        return;
    }
    Location location = render_locate(printer->findings, place);
    render_plain(place.source->name, printer->out);
    out_format(printer->out, ":%u:%u", location.first.line, location.first.column);
}

/* Words of `text`, broken at the style's width; lines after the first are indented. `column` is where it
 * begins. */
static void print_wrapped(const Printer *printer, Str text, unsigned column, unsigned indent)
{
    unsigned width = printer->style->width < WIDTH_LEAST ? WIDTH_LEAST : printer->style->width;
    for (size_t at = 0; at < text.length;) {
        const char *blank = memchr(text.at + at, ' ', text.length - at);
        size_t end = blank ? (size_t)(blank - text.at) : text.length;
        Str word = str_slice(text, at, end);
        unsigned wide = utf8_width(word, 0);
        if (at > 0 && printer->style->width && column + 1 + wide > width) {
            out_char(printer->out, '\n');
            out_fill(printer->out, ' ', indent);
            column = indent;
        } else if (at > 0) {
            out_char(printer->out, ' ');
            column++;
        }
        render_plain(word, printer->out);
        column += wide;
        at = end + 1;
    }
}

/* How many columns the character `code`, of `size` bytes at `at`, takes as print_columns shows it. */
static unsigned columns_of_one(const char *at, unsigned size, uint32_t code, unsigned column)
{
    unsigned wide = utf8_width((Str){at, size}, column);
    return wide == 0 && plain_code(code) != code ? 1 : wide;
}

/* How many columns `text` takes from column `column` on; printed into `out` where that is not NULL. */
static unsigned show_columns(Str text, unsigned column, Out *out)
{
    unsigned size, first = column;
    for (size_t at = 0; at < text.length; at += size) {
        uint32_t code = utf8_decode(text.at + at, text.at + text.length, &size);
        unsigned wide = columns_of_one(text.at + at, size, code, column);
        column += wide;
        if (out && code == '\t')
            out_fill(out, ' ', wide);
        else if (out)
            out_utf8(out, plain_code(code));
    }
    return column - first;
}

/* The part of a line that is shown, and where in it the place stands. */
typedef struct View {
    Str text;
    size_t first, end; /* the place, in bytes of `text` */
    bool cut_before, cut_behind;
} View;

static bool inside_character(Str text, size_t at)
{
    return at < text.length && ((unsigned char)text.at[at] & 0xc0) == 0x80;
}

/* Moves `at` back to the beginning of a character. */
static size_t character_start(Str text, size_t at)
{
    while (at > 0 && inside_character(text, at))
        at--;
    return at;
}

/* The byte from which `columns` columns lead up to `at`. */
static size_t columns_before(Str text, size_t at, unsigned columns)
{
    for (unsigned width = 0; at > 0 && width < columns;) {
        size_t previous = character_start(text, at - 1);
        width += show_columns(str_slice(text, previous, at), 0, NULL);
        at = previous;
    }
    return at;
}

/* The byte up to which `text` takes no more than `columns` columns from `at` on. */
static size_t columns_behind(Str text, size_t at, unsigned columns)
{
    for (unsigned width = 0; at < text.length;) {
        size_t next = at + 1;
        while (inside_character(text, next))
            next++;
        width += show_columns(str_slice(text, at, next), width, NULL);
        if (width > columns)
            break;
        at = next;
    }
    return at;
}

/* Cuts the view to `columns`, a third of them before the place, or more where less is behind it. */
static void view_cut(View *view, unsigned columns)
{
    Str text = view->text;
    size_t start = 0;
    if (show_columns(text, 0, NULL) > columns) {
        size_t end = columns_behind(text, view->first, columns - columns / 3);
        unsigned behind = show_columns(str_slice(text, view->first, end), 0, NULL);
        start = columns_before(text, view->first, columns - behind);
    }
    size_t end = columns_behind(text, start, columns);
    view->cut_before = view->cut_before || start > 0;
    view->cut_behind = view->cut_behind || end < text.length;
    view->text = str_slice(text, start, end);
    view->first = view->first < end ? view->first - start : end - start;
    view->end = view->end < end ? view->end - start : end - start;
}

/* What is shown of the line on which `place` begins. Bytes far from the place are not looked at. */
static View view_of(Place place, Str line, unsigned columns)
{
    size_t line_first = (size_t)(line.at - place.source->text), reach = (size_t)columns * 4;
    size_t first = place.span.first > line_first ? place.span.first - line_first : 0;
    first = first < line.length ? first : line.length;
    size_t end = place.span.end > line_first ? place.span.end - line_first : 0;
    end = end < first ? first : end < line.length ? end : line.length;
    size_t from = first > reach ? character_start(line, first - reach) : 0;
    size_t to = line.length - first > reach ? character_start(line, first + reach) : line.length;
    View view = {str_slice(line, from, to), first - from, (end < to ? end : to) - from, from > 0,
                 to < line.length};
    view_cut(&view, columns);
    return view;
}

static void print_gutter(const Printer *printer, uint32_t line)
{
    ink(printer, INK_dim);
    if (line)
        out_format(printer->out, "%5u | ", line);
    else
        out_text(printer->out, "      | ");
    ink(printer, INK_off);
}

/* The line and, below it, the underline in `mark`s. */
static void print_source(const Printer *printer, Place place, char mark, Ink colour)
{
    unsigned columns = printer->style->width ? printer->style->width : WIDTH_UNBROKEN;
    columns = (columns < WIDTH_LEAST ? WIDTH_LEAST : columns) - 8 - 2;
    uint32_t number = render_locate(printer->findings, place).first.line;
    View view = view_of(place, source_line(place.source, number), columns);
    print_gutter(printer, number);
    out_text(printer->out, view.cut_before ? "…" : "");
    show_columns(view.text, 0, printer->out);
    out_text(printer->out, view.cut_behind ? "…\n" : "\n");
    print_gutter(printer, 0);
    unsigned before = show_columns(str_slice(view.text, 0, view.first), 0, NULL);
    unsigned wide = show_columns(str_slice(view.text, view.first, view.end), before, NULL);
    out_fill(printer->out, ' ', before + view.cut_before);
    ink(printer, colour);
    out_fill(printer->out, mark, wide ? wide : 1);
    ink(printer, INK_off);
    out_char(printer->out, '\n');
}

static void print_head(const Printer *printer, const Finding *finding)
{
    size_t before = printer->out->length;
    ink(printer, INK_bold);
    print_place(printer, finding->place);
    ink(printer, INK_off);
    out_text(printer->out, ": ");
    ink(printer, severity_ink(finding->severity));
    out_str(printer->out, severity_name(finding->severity));
    ink(printer, INK_off);
    out_text(printer->out, ": ");
    unsigned column = utf8_width(str_slice(out_result(printer->out), before, SIZE_MAX), 0);
    Str text = arena_format(&printer->findings->arena, STR_FMT " [" STR_FMT "]", STR_ARG(finding->message),
                            STR_ARG(finding->rule->name));
    print_wrapped(printer, text, column, 4);
    out_char(printer->out, '\n');
}

static void print_labelled(const Printer *printer, const char *label, Str text)
{
    out_fill(printer->out, ' ', INDENT);
    ink(printer, INK_bold);
    out_text(printer->out, label);
    ink(printer, INK_off);
    out_char(printer->out, ' ');
    print_wrapped(printer, text, INDENT + (unsigned)strlen(label) + 1, INDENT + (unsigned)strlen(label) + 1);
    out_char(printer->out, '\n');
}

static void print_second(const Printer *printer, const Finding *finding)
{
    out_fill(printer->out, ' ', INDENT);
    ink(printer, INK_bold);
    print_place(printer, finding->second);
    ink(printer, INK_off);
    out_text(printer->out, ": ");
    render_plain(finding->second_message, printer->out);
    out_char(printer->out, '\n');
    if (finding->second.span.first < finding->second.source->size)
        print_source(printer, finding->second, '-', INK_note);
}

Str render_fix(Findings *findings, const Finding *finding)
{
    Arena *arena = &findings->arena;
    Str was = finding_shown(findings, str_trim(source_text(finding->fix.source, finding->fix.span)));
    Str becomes = finding_shown(findings, finding->replacement);
    if (str_trim(finding->replacement).length == 0)
        return arena_format(arena, "leave out ‘" STR_FMT "’", STR_ARG(was));
    if (was.length == 0)
        return arena_format(arena, "put in ‘" STR_FMT "’", STR_ARG(becomes));
    return arena_format(arena, "write ‘" STR_FMT "’ for ‘" STR_FMT "’", STR_ARG(becomes), STR_ARG(was));
}

Str render_fixed(Findings *findings, const Finding *finding)
{
    Arena *arena = &findings->arena;
    Str was = finding_shown(findings, str_trim(source_text(finding->fix.source, finding->fix.span)));
    Str becomes = finding_shown(findings, finding->replacement);
    if (str_trim(finding->replacement).length == 0)
        return arena_format(arena, "‘" STR_FMT "’ is left out", STR_ARG(was));
    if (was.length == 0)
        return arena_format(arena, "‘" STR_FMT "’ is put in", STR_ARG(becomes));
    return arena_format(arena, "‘" STR_FMT "’ is now ‘" STR_FMT "’", STR_ARG(was), STR_ARG(becomes));
}

static void print_finding(const Printer *printer, const Finding *finding)
{
    print_head(printer, finding);
    if (finding->place.source)
        print_source(printer, finding->place, '^', severity_ink(finding->severity));
    if (finding->second.source)
        print_second(printer, finding);
    if (finding->help.length)
        print_labelled(printer, "help:", finding->help);
    if (finding->fix.source)
        print_labelled(printer, "fix:", render_fix(printer->findings, finding));
}

void render_text(Findings *findings, const RenderStyle *style, Out *out)
{
    Printer printer = {findings, style, out};
    for (size_t i = 0; i < findings->list.count; i++) {
        if (i > 0)
            out_char(out, '\n');
        print_finding(&printer, findings->list.at[i]);
    }
}

void render_short(Findings *findings, Out *out)
{
    const RenderStyle plain = {0, false};
    Printer printer = {findings, &plain, out};
    for (size_t i = 0; i < findings->list.count; i++) {
        const Finding *finding = findings->list.at[i];
        print_place(&printer, finding->place);
        out_text(out, ": ");
        out_str(out, severity_name(finding->severity));
        out_text(out, ": ");
        render_plain(finding->message, out);
        out_text(out, " [");
        out_str(out, finding->rule->name);
        out_text(out, "]\n");
    }
}
