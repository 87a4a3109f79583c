/* Gathers links while pages are painted, and the outline. In: boxes of linked text; out: areas, one a page,
 * each bound to its element; the outline's objects. */
#include "codegen/pdf/link.h"

Str runs_text(Writer *writer, const Runs *runs)
{
    Out text = {0};
    for (size_t i = 0; i < runs->list.count; i++)
        for (size_t at = 0; at < runs->list.at[i].text.length; at++) {
            char byte = runs->list.at[i].text.at[at];
            out_char(&text, byte == '\n' ? ' ' : byte);
        }
    Str made = arena_str(&writer->arena, out_result(&text));
    out_free(&text);
    return made;
}

/* Where it leads, in words. */
static Str contents_make(Writer *writer, Str target, Str says)
{
    if (target.at[0] == '#')
        return arena_format(&writer->arena, "Go to: " STR_FMT, STR_ARG(says));
    if (str_starts(target, STR("mailto:")))
        return arena_format(&writer->arena, "Write to: " STR_FMT,
                            STR_ARG(str_slice(target, 7, target.length)));
    return arena_format(&writer->arena, "Open: " STR_FMT, STR_ARG(target));
}

static LinkArea *area_begin(Writer *writer, Element *element, Str target, Str says)
{
    LinkArea *area = ARENA_NEW(&writer->arena, LinkArea);
    *area = (LinkArea){.object = object_reserve(&writer->objects),
                       .page = writer->page,
                       .element = element,
                       .target = target};
    area->contents = contents_make(writer, target, says);
    ARRAY_ADD(&writer->links, area);
    ARRAY_ADD(&writer->page->annotations, area->object);
    element_annotation(&writer->structure, element, writer->page->object, area->object);
    return area;
}

LinkArea *link_add(Writer *writer, LinkArea *area, Element *element, Str target, Str says,
                   const int32_t box[4])
{
    if (writer->repeating)
        return area;
    if (!area || area->page != writer->page)
        area = area_begin(writer, element, target, says);
    size_t count = area->boxes.count;
    if (count > 0 && area->boxes.at[count - 3] == box[1] && area->boxes.at[count - 1] == box[3]) {
        /* The same line goes on. */
        int32_t *last = &area->boxes.at[count - 4];
        last[0] = box[0] < last[0] ? box[0] : last[0];
        last[2] = box[2] > last[2] ? box[2] : last[2];
        return area;
    }
    for (size_t i = 0; i < 4; i++)
        ARRAY_ADD(&area->boxes, box[i]);
    return area;
}

void outline_add(Writer *writer, Str title, unsigned level, int32_t top)
{
    OutlineEntry entry = {title, level, writer->page->object, top};
    ARRAY_ADD(&writer->outline, entry);
}

/* How the entries of an outline hang together, as indexes + 1; 0 for none. */
typedef struct OutlineNode {
    uint32_t object, parent, previous, next, first, last, kids;
} OutlineNode;

static OutlineNode *outline_link(Writer *writer, uint32_t root)
{
    size_t count = writer->outline.count;
    OutlineNode *nodes = ARENA_ARRAY(&writer->arena, OutlineNode, count + 1);
    nodes[0].object = root;
    for (size_t i = 1; i <= count; i++) {
        uint32_t parent = (uint32_t)i - 1;
        while (parent > 0 && writer->outline.at[parent - 1].level >= writer->outline.at[i - 1].level)
            parent = nodes[parent].parent;
        nodes[i].object = object_reserve(&writer->objects);
        nodes[i].parent = parent;
        nodes[i].previous = nodes[parent].last;
        if (nodes[parent].last)
            nodes[nodes[parent].last].next = (uint32_t)i;
        else
            nodes[parent].first = (uint32_t)i;
        nodes[parent].last = (uint32_t)i;
        nodes[parent].kids++;
    }
    return nodes;
}

static void relation_write(const OutlineNode *nodes, const char *key, uint32_t node, Out *out)
{
    if (node == 0)
        return;
    out_text(out, key);
    write_reference(out, nodes[node].object);
}

static void entry_write(Writer *writer, const OutlineNode *nodes, size_t i)
{
    const OutlineEntry *entry = &writer->outline.at[i - 1];
    Out *out = object_begin(&writer->objects, nodes[i].object);
    out_text(out, "<</Title");
    write_text(out, entry->title);
    out_text(out, "/Parent");
    write_reference(out, nodes[nodes[i].parent].object);
    relation_write(nodes, "/Prev", nodes[i].previous, out);
    relation_write(nodes, "/Next", nodes[i].next, out);
    relation_write(nodes, "/First", nodes[i].first, out);
    relation_write(nodes, "/Last", nodes[i].last, out);
    if (nodes[i].kids) {
        out_text(out, "/Count -");
        write_integer(out, nodes[i].kids);
    }
    out_text(out, "/Dest[");
    write_integer(out, entry->page);
    out_text(out, " 0 R/XYZ ");
    write_number(out, MARGIN_SIDE);
    out_char(out, ' ');
    write_number(out, PAGE_HEIGHT - entry->top);
    out_text(out, " null]>>");
    object_end(&writer->objects);
}

uint32_t outline_write(Writer *writer)
{
    uint32_t root = object_reserve(&writer->objects);
    const OutlineNode *nodes = outline_link(writer, root);
    for (size_t i = 1; i <= writer->outline.count; i++)
        entry_write(writer, nodes, i);
    Out *out = object_begin(&writer->objects, root);
    out_text(out, "<</Type/Outlines/Count ");
    write_integer(out, nodes[0].kids);
    relation_write(nodes, "/First", nodes[0].first, out);
    relation_write(nodes, "/Last", nodes[0].last, out);
    out_text(out, ">>");
    object_end(&writer->objects);
    return root;
}
