/* Places that links lead to. In: the ids of a document; out: where each came to stand. */
#include "codegen/pdf/link.h"

static LinkAnchor *slot_find(const Writer *writer, Str id)
{
    size_t at = str_hash(id) & (writer->anchor_room - 1);
    while (writer->anchors[at].id.length && !str_equal(writer->anchors[at].id, id))
        at = (at + 1) & (writer->anchor_room - 1);
    return &writer->anchors[at];
}

/* What is done with each id of a document. */
typedef struct Visitor {
    Writer *writer;
    size_t count;
    bool counting;
} Visitor;

static void id_visit(Visitor *visitor, Str id)
{
    if (id.length == 0)
        return;
    if (visitor->counting)
        visitor->count++;
    else
        slot_find(visitor->writer, id)->id = id;
}

static void blocks_visit(Visitor *visitor, const Blocks *blocks);

static void table_visit(Visitor *visitor, const Table *table)
{
    for (size_t r = 0; r < table->rows.count; r++) {
        const Row *row = &table->rows.at[r];
        id_visit(visitor, row->id);
        for (size_t c = 0; c < row->cells.count; c++)
            blocks_visit(visitor, &row->cells.at[c].body);
    }
}

static void block_visit(Visitor *visitor, const Block *block)
{
    id_visit(visitor, block->id);
    switch (block->kind) {
    case BLOCK_section: blocks_visit(visitor, &block->as.section.body); break;
    case BLOCK_list:
        for (size_t i = 0; i < block->as.list.items.count; i++) {
            id_visit(visitor, block->as.list.items.at[i].id);
            blocks_visit(visitor, &block->as.list.items.at[i].body);
        }
        break;
    case BLOCK_table: table_visit(visitor, &block->as.table); break;
    case BLOCK_paragraph:
    case BLOCK_figure: break;
    }
}

static void blocks_visit(Visitor *visitor, const Blocks *blocks)
{
    for (const Block *block = blocks->first; block; block = block->next)
        block_visit(visitor, block);
}

void anchors_collect(Writer *writer)
{
    Visitor visitor = {.writer = writer, .counting = true};
    blocks_visit(&visitor, &writer->document->body);
    writer->anchor_room = 16;
    while (writer->anchor_room < visitor.count * 2)
        writer->anchor_room *= 2;
    writer->anchors = ARENA_ARRAY(&writer->arena, LinkAnchor, writer->anchor_room);
    visitor.counting = false;
    blocks_visit(&visitor, &writer->document->body);
}

void anchor_place(Writer *writer, Str id, int32_t left, int32_t top)
{
    if (id.length == 0 || writer->repeating)
        return;
    LinkAnchor *anchor = slot_find(writer, id);
    if (anchor->page)
        return;
    anchor->page = writer->page->object;
    anchor->left = left;
    anchor->top = top;
}

bool link_leads(const Writer *writer, Str target)
{
    if (target.length > 1 && target.at[0] == '#')
        return slot_find(writer, str_slice(target, 1, target.length))->id.length > 0;
    return str_starts(target, STR("https://")) || str_starts(target, STR("http://")) ||
           str_starts(target, STR("mailto:"));
}

/* " [7 0 R/XYZ 62.3 700 null]"; an id that was never placed leads to the first page. */
static void destination_write(const Writer *writer, Str id, Out *out)
{
    const LinkAnchor *anchor = slot_find(writer, id);
    out_text(out, "/Dest[");
    write_integer(out, anchor->page ? anchor->page : writer->pages.at[0]->object);
    out_text(out, " 0 R/XYZ ");
    write_number(out, anchor->left);
    out_char(out, ' ');
    write_number(out, PAGE_HEIGHT - anchor->top);
    out_text(out, " null]");
}

static void area_rectangle(const LinkArea *area, Out *out)
{
    int32_t all[4] = {area->boxes.at[0], area->boxes.at[1], area->boxes.at[2], area->boxes.at[3]};
    for (size_t i = 4; i < area->boxes.count; i += 4) {
        const int32_t *box = &area->boxes.at[i];
        all[0] = box[0] < all[0] ? box[0] : all[0];
        all[1] = box[1] < all[1] ? box[1] : all[1];
        all[2] = box[2] > all[2] ? box[2] : all[2];
        all[3] = box[3] > all[3] ? box[3] : all[3];
    }
    const int64_t corners[4] = {all[0], PAGE_HEIGHT - all[3], all[2], PAGE_HEIGHT - all[1]};
    for (size_t i = 0; i < 4; i++) {
        write_number(out, corners[i]);
        out_char(out, i < 3 ? ' ' : ']');
    }
}

static void area_quads(const LinkArea *area, Out *out)
{
    out_text(out, "/QuadPoints[");
    for (size_t i = 0; i < area->boxes.count; i += 4) {
        const int32_t *box = &area->boxes.at[i];
        const int64_t points[8] = {box[0], PAGE_HEIGHT - box[1], box[2], PAGE_HEIGHT - box[1],
                                   box[0], PAGE_HEIGHT - box[3], box[2], PAGE_HEIGHT - box[3]};
        for (size_t k = 0; k < 8; k++) {
            if (i + k > 0)
                out_char(out, ' ');
            write_number(out, points[k]);
        }
    }
    out_char(out, ']');
}

static void area_write(Writer *writer, const LinkArea *area, uint32_t key)
{
    Out *out = object_begin(&writer->objects, area->object);
    out_text(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P");
    write_reference(out, area->page->object);
    out_text(out, "/Rect[");
    area_rectangle(area, out);
    area_quads(area, out);
    out_text(out, "/Contents");
    write_text(out, area->contents);
    out_text(out, "/StructParent ");
    write_integer(out, key);
    if (area->target.at[0] == '#') {
        destination_write(writer, str_slice(area->target, 1, area->target.length), out);
    } else {
        out_text(out, "/A<</S/URI/URI");
        write_bytes(out, area->target);
        out_text(out, ">>");
    }
    out_text(out, ">>");
    object_end(&writer->objects);
}

void links_write(Writer *writer, uint32_t first_key)
{
    for (size_t i = 0; i < writer->links.count; i++)
        area_write(writer, writer->links.at[i], first_key + (uint32_t)i);
}
