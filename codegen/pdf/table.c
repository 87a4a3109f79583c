/* Pours tables over pages. In: a measured grid; out: rows on pages. Heads are painted again on each page as
 * artifacts: a listener has heard them once and gets them with each cell. */
#include "codegen/pdf/table.h"

#include "codegen/pdf/flow.h"
#include "codegen/pdf/page.h"
#include "codegen/pdf/row.h"

/* Room on a page that a row is parted for; less of it stays white, for a row is read best in one piece. */
#define PART_LEAST (PAGE_COLUMN / 6)

/* A row of so much more than a few lines may stand alone at the end or the beginning of a page, thousandths
 * of a point: keeping it with its neighbour would leave half a page white. */
#define TALL_ROW   40000

static TableLayout *layout_of(Writer *writer, const Block *block, int32_t width)
{
    if (writer->prepared != block) {
        writer->prepared_layout = grid_make(writer, block, width);
        writer->prepared = block;
    }
    return writer->prepared_layout;
}

static int32_t caption_height(const TableLayout *layout)
{
    return layout->caption ? textblock_height(layout->caption, 0, layout->caption->lines.count) +
                                 role_after(layout->writer, ROLE_caption)
                           : 0;
}

static int32_t head_height(TableLayout *layout)
{
    int32_t height = 0;
    for (size_t r = 0; r < layout->head_rows; r = layout->rows[r].group_end)
        height += grid_group(layout, r);
    return height;
}

static bool is_head(const TableLayout *layout, size_t row)
{
    return row < layout->head_rows;
}

/* Whether the last row of a group may be parted between its lines: the others, `*above` high, only head it,
 * and nobody writes into it. */
static bool group_parts(TableLayout *layout, size_t first, int32_t *above)
{
    size_t last = layout->rows[first].group_end - 1;
    grid_group(layout, first);
    *above = 0;
    for (size_t r = first; r <= last; r++) {
        const RowLayout *row = &layout->rows[r];
        for (uint32_t c = 0; c < row->cell_count; c++)
            if (row->cells[c].rows > 1)
                return false;
        *above += r < last ? row->height : 0;
    }
    return !is_head(layout, first) && layout->rows[last].row->minimum_height == 0;
}

/* How much room a group must find to begin: all of it, or as much as a row is parted for. */
static int32_t group_least(TableLayout *layout, size_t first)
{
    int32_t height = grid_group(layout, first), above;
    if (!group_parts(layout, first, &above) || height <= above + PART_LEAST)
        return height;
    return above + PART_LEAST;
}

int32_t table_start_height(Writer *writer, const Block *block, int32_t width)
{
    TableLayout *layout = layout_of(writer, block, width);
    int32_t height = caption_height(layout) + head_height(layout), room = PAGE_COLUMN - height;
    size_t count = layout->table->rows.count, together = layout->head_rows + 2;
    if (room < percent_of_size(writer, 5 * 135))
        return 0;
    for (size_t r = layout->head_rows; r < count && (r < together || layout->rows[r].group_end == count);
         r = layout->rows[r].group_end) {
        int32_t group = group_least(layout, r);
        if (group > room)
            return height + percent_of_size(writer, 5 * 135); /* it is split: a few lines of it will do */
        height += group;
        room -= group;
        if (group > TALL_ROW)
            break;
    }
    return height;
}

static void head_paint(const TableFlow *flow)
{
    for (size_t r = 0; r < flow->layout->head_rows; r++)
        row_paint(flow, r);
}

static void next_page(TableFlow *flow)
{
    page_begin(flow->writer);
    flow->rows_here = 0;
    if (!flow->repeats)
        return;
    flow->writer->repeating = MARK_header;
    head_paint(flow);
    paint_close(flow->writer->page);
    flow->writer->repeating = MARK_nothing;
}

static void row_split(TableFlow *flow, size_t r)
{
    StackCursor *cursors = row_begin(flow, r);
    bool forced = flow->rows_here == 0;
    while (!row_part_paint(flow, r, cursors, forced)) {
        next_page(flow);
        row_name_repeat(flow, r, cursors);
        forced = true;
    }
}

/* Whether the group at `r` should begin a new page: it neither fits nor can be parted here, or the last one
 * would stand alone after it. */
static bool wants_page(TableFlow *flow, size_t r)
{
    TableLayout *layout = flow->layout;
    size_t next = layout->rows[r].group_end, count = layout->table->rows.count;
    int32_t height = grid_group(layout, r), room = PAGE_BOTTOM - flow->writer->y;
    if (flow->rows_here == 0)
        return false;
    if (height > room)
        return group_least(layout, r) > room;
    return next < count && layout->rows[next].group_end == count && flow->rows_here > 1 &&
           grid_group(layout, next) <= TALL_ROW && height + grid_group(layout, next) > room;
}

static void group_flow(TableFlow *flow, size_t r)
{
    TableLayout *layout = flow->layout;
    int32_t above;
    if (wants_page(flow, r))
        next_page(flow);
    if (grid_group(layout, r) > PAGE_BOTTOM - flow->writer->y && !group_parts(layout, r, &above))
        grid_unbind(layout, r);
    size_t end = layout->rows[r].group_end;
    for (size_t k = r; k < end; k++) {
        if (layout->rows[k].height > PAGE_BOTTOM - flow->writer->y)
            row_split(flow, k);
        else
            row_paint(flow, k);
        grid_row_free(layout, k);
    }
    flow->rows_here += end - r;
}

void table_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width)
{
    TableFlow flow = {.writer = writer, .left = left, .width = width};
    size_t count = block->as.table.rows.count;
    if (count == 0)
        return;
    flow.layout = layout_of(writer, block, width);
    flow.layout->element->parent = parent;
    page_space(writer, percent_of_size(writer, 60));
    page_ensure(writer, table_start_height(writer, block, width));
    anchor_place(writer, block->id, left, writer->y);
    if (flow.layout->caption) {
        flow_lines(writer, flow.layout->caption, left);
        writer->y += role_after(writer, ROLE_caption);
    }
    /* Heads that fill half a page are painted once, like any row. */
    flow.repeats = head_height(flow.layout) <= PAGE_COLUMN / 2;
    if (flow.repeats)
        head_paint(&flow);
    if (flow.layout->head_rows == 0)
        table_top_paint(&flow);
    for (size_t r = flow.repeats ? flow.layout->head_rows : 0; r < count;) {
        group_flow(&flow, r);
        r = flow.layout->rows[r].group_end;
    }
    for (size_t r = 0; r < flow.layout->head_rows; r++)
        grid_row_free(flow.layout, r);
    writer->prepared = NULL;
    writer->gap = percent_of_size(writer, 140);
}
