/* A provision map into Graphviz's language. In: boxes and links; out: a plain digraph, for who wants to lay
 * it out or to change it by hand. Names are ours (n0, n1 …); labels are data, quoted so that they stay text.
 */
#include "codegen/html/html.h"

#include "support/utf8.h"

#define LABEL_WIDTH 30 /* columns of letters, after which a label goes on in a new line */

static const uint32_t ink_light[INK_COUNT] = {
#define INK(name, light, dark) [INK_##name] = light,
#include "codegen/ink.def"
};

static const Ink column_ink[MAP_COLUMN_COUNT] = {
    [MAP_aspiration] = INK_aspiration,
    [MAP_need] = INK_need,
    [MAP_outcome] = INK_outcome,
    [MAP_provision] = INK_provision,
};

/* ---- labels ---- */

/* A character inside a quoted label: a quote would end it; a backslash begins an escape (\N, \G …); an
 * ampersand begins an entity. */
static void label_char(Out *out, uint32_t code)
{
    if (code == '"')
        out_text(out, "\\\"");
    else if (code == '\\')
        out_text(out, "\\\\");
    else if (code == '&')
        out_text(out, "&amp;");
    else if (code == '\n')
        out_text(out, "\\n");
    else if (code == '\t' || code == '\r')
        out_char(out, ' ');
    else if (code >= 0x20 && code != 0x7F)
        out_utf8(out, code);
}

static void label_write(Out *out, Str text)
{
    for (size_t i = 0; i < text.length;) {
        unsigned size;
        label_char(out, utf8_decode(text.at + i, text.at + text.length, &size));
        i += size;
    }
}

/* The text from `first` up to the next blank or line feed. */
static Str next_word(Str text, size_t first)
{
    size_t end = first;
    while (end < text.length && text.at[end] != ' ' && text.at[end] != '\n')
        end++;
    return str_slice(text, first, end);
}

static void wrapped_write(Out *out, Str text)
{
    unsigned column = 0;
    for (size_t at = 0; at < text.length; at++) {
        Str word = next_word(text, at);
        unsigned width = utf8_width(word, 0);
        if (column > 0 && column + 1 + width > LABEL_WIDTH) {
            out_text(out, "\\n");
            column = 0;
        } else if (column > 0) {
            out_char(out, ' ');
            column++;
        }
        label_write(out, word);
        column += width;
        at += word.length;
    }
}

/* A line of its own below what the label has already. */
static void label_line(Out *out, const char *before, Str text)
{
    if (text.length == 0)
        return;
    out_text(out, "\\n");
    out_text(out, before);
    wrapped_write(out, text);
}

/* ---- boxes, columns, links ---- */

static void box_write(Out *out, const MapBox *box, size_t index)
{
    out_format(out, "  n%zu [label=\"", index);
    label_write(out, box->code);
    out_text(out, box->code.length > 0 && box->title.length > 0 ? "  " : "");
    wrapped_write(out, box->title);
    label_line(out, "", box->detail);
    label_line(out, "Missing: ", box->missing);
    out_format(out, "\", fillcolor=\"#%06x\"", ink_light[column_ink[box->column]]);
    if (box->missing.length > 0)
        out_format(out, ", style=\"filled,rounded,dashed\", penwidth=2, color=\"#%06x\"",
                   ink_light[INK_missing]);
    out_text(out, "];\n");
}

static void column_write(Out *out, const Map *map, MapColumn column)
{
    bool any = false;
    for (size_t i = 0; i < map->boxes.count; i++) {
        if (map->boxes.at[i].column != column)
            continue;
        out_format(out, any ? " n%zu;" : "  { rank=same; n%zu;", i);
        any = true;
    }
    out_text(out, any ? " }\n" : "");
}

static void links_write(Out *out, const Map *map)
{
    for (size_t i = 0; i < map->links.count; i++) {
        MapLink link = map->links.at[i];
        if (link.from < map->boxes.count && link.to < map->boxes.count)
            out_format(out, "  n%u -> n%u;\n", link.from, link.to);
    }
}

void dot_write(const Map *map, Str title, Out *out)
{
    out_text(out,
             "digraph provision_map {\n  graph [rankdir=LR, ranksep=0.9, nodesep=0.25, fontname=\"Andika\", "
             "labelloc=t, label=\"");
    label_write(out, title);
    out_format(out,
               "\"];\n  node [shape=box, style=\"filled,rounded\", fontname=\"Andika\", fontsize=11, "
               "color=\"#%06x\", fontcolor=\"#%06x\"];\n  edge [color=\"#%06x\"];\n",
               ink_light[INK_rule], ink_light[INK_text], ink_light[INK_muted]);
    for (size_t i = 0; i < map->boxes.count; i++)
        box_write(out, &map->boxes.at[i], i);
    for (MapColumn column = 0; column < MAP_COLUMN_COUNT; column++)
        column_write(out, map, column);
    links_write(out, map);
    out_text(out, "}\n");
}
