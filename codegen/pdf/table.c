/* Pours tables over pages. In: a measured grid; out: rows on pages. Heads are painted again on each page as
 * artifacts: a listener has heard them once and gets them with each cell. */
#include "codegen/pdf/table.h"

#include "codegen/pdf/flow.h"
#include "codegen/pdf/grid.h"
#include "codegen/pdf/page.h"

enum { RULE_THIN = 400, RULE_STRONG = 900 };

/* A row of so much more than a few lines may stand alone at the end or the beginning of a page, thousandths
 * of a point: keeping it with its neighbour would leave half a page white. */
#define TALL_ROW 40000

/* A table on its way down the pages. */
typedef struct TableFlow {
    Writer *writer;
    TableLayout *layout;
    int32_t left, width;
    bool repeats;     /* its heads, on each page */
    size_t rows_here; /* body rows on this page */
} TableFlow;

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

int32_t table_start_height(Writer *writer, const Block *block, int32_t width)
{
    TableLayout *layout = layout_of(writer, block, width);
    int32_t height = caption_height(layout) + head_height(layout), room = PAGE_BOTTOM - MARGIN_TOP - height;
    size_t count = layout->table->rows.count, together = layout->head_rows + 2;
    if (room < percent_of_size(writer, 5 * 135))
        return 0;
    for (size_t r = layout->head_rows; r < count && (r < together || layout->rows[r].group_end == count);
         r = layout->rows[r].group_end) {
        int32_t group = grid_group(layout, r);
        if (group > room)
            return height + percent_of_size(writer, 5 * 135); /* it is split: a few lines of it will do */
        height += group;
        room -= group;
        if (group > TALL_ROW)
            break;
    }
    return height;
}

static int32_t cell_left(const TableFlow *flow, uint32_t column, uint32_t span)
{
    const int32_t *offset = flow->layout->offset;
    return flow->writer->leftwards ? flow->left + flow->width - offset[column + span]
                                   : flow->left + offset[column];
}

static int32_t cell_width(const TableFlow *flow, const CellLayout *cell)
{
    return flow->layout->offset[cell->column + cell->span] - flow->layout->offset[cell->column];
}

static bool is_head(const TableFlow *flow, size_t row)
{
    return row < flow->layout->head_rows;
}

/* The rule under a row: under each cell that ends here. */
static void rules_paint(const TableFlow *flow, size_t r, int32_t bottom)
{
    const RowLayout *rows = flow->layout->rows;
    Page *page = flow->writer->page;
    bool strong = is_head(flow, r) && r + 1 == flow->layout->head_rows;
    int32_t thick = strong ? RULE_STRONG : RULE_THIN;
    Colour colour = ink_colour(strong ? INK_accent : INK_rule);
    if (rows[r].group_end == r + 1) {
        paint_rectangle(page, flow->left, bottom - thick, flow->width, thick, colour);
        return;
    }
    for (size_t from = r + 1; from-- > 0;) {
        for (uint32_t c = 0; c < rows[from].cell_count; c++) {
            const CellLayout *cell = &rows[from].cells[c];
            if (from + cell->rows == r + 1)
                paint_rectangle(page, cell_left(flow, cell->column, cell->span), bottom - thick,
                                cell_width(flow, cell), thick, colour);
        }
        if (from == 0 || rows[from - 1].group_end <= r)
            break;
    }
}

/* Lines between the cells of a row to write in, so that each has its own place. */
static void boxes_paint(const TableFlow *flow, const RowLayout *row, int32_t top, int32_t height)
{
    if (row->row->minimum_height <= 0)
        return;
    Colour colour = ink_colour(INK_rule);
    Page *page = flow->writer->page;
    paint_rectangle(page, flow->left, top, RULE_THIN, height, colour);
    for (uint32_t c = 0; c < row->cell_count; c++) {
        const CellLayout *cell = &row->cells[c];
        int32_t edge = cell_left(flow, cell->column, cell->span) + cell_width(flow, cell) - RULE_THIN;
        paint_rectangle(page, edge, top, RULE_THIN, height, colour);
    }
}

static void row_decorate(const TableFlow *flow, size_t r, int32_t top, int32_t height)
{
    const RowLayout *row = &flow->layout->rows[r];
    paint_artifact(flow->writer, MARK_decoration);
    if (is_head(flow, r))
        paint_rectangle(flow->writer->page, flow->left, top, flow->width, height, ink_colour(INK_panel));
    boxes_paint(flow, row, top, height);
    rules_paint(flow, r, top + height);
}

/* A row and its cells join the tree in the order of the text, empty ones too. */
static void row_attach(const TableFlow *flow, size_t r)
{
    const RowLayout *row = &flow->layout->rows[r];
    if (flow->writer->repeating)
        return;
    element_attach(&flow->writer->structure, row->element);
    for (uint32_t c = 0; c < row->cell_count; c++)
        element_attach(&flow->writer->structure, row->cells[c].element);
    anchor_place(flow->writer, row->row->id, flow->left, flow->writer->y);
}

static void row_paint(const TableFlow *flow, size_t r)
{
    Writer *writer = flow->writer;
    const RowLayout *row = &flow->layout->rows[r];
    row_decorate(flow, r, writer->y, row->height);
    row_attach(flow, r);
    for (uint32_t c = 0; c < row->cell_count; c++) {
        const CellLayout *cell = &row->cells[c];
        StackCursor cursor = {0};
        stack_paint(writer, &cell->stack, &cursor,
                    cell_left(flow, cell->column, cell->span) + cell_pad_side(writer),
                    writer->y + cell_pad_top(writer), INT32_MAX / 2, true);
    }
    writer->y += row->height;
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

/* Paints what fits of a row that no page holds; true when all of it is done. */
static bool row_part_paint(const TableFlow *flow, size_t r, StackCursor *cursors)
{
    Writer *writer = flow->writer;
    const RowLayout *row = &flow->layout->rows[r];
    int32_t pad = cell_pad_top(writer), used = 0, room = PAGE_BOTTOM - writer->y - 2 * pad;
    bool all = true;
    for (uint32_t c = 0; c < row->cell_count; c++) {
        const CellLayout *cell = &row->cells[c];
        int32_t height = stack_paint(writer, &cell->stack, &cursors[c],
                                     cell_left(flow, cell->column, cell->span) + cell_pad_side(writer),
                                     writer->y + pad, room, true);
        used = height > used ? height : used;
        all = all && stack_done(&cell->stack, &cursors[c]);
    }
    paint_artifact(writer, MARK_decoration);
    writer->y += used + 2 * pad;
    paint_rectangle(writer->page, flow->left, writer->y - RULE_THIN, flow->width, RULE_THIN,
                    ink_colour(INK_rule));
    return all;
}

static void row_split(TableFlow *flow, size_t r)
{
    const RowLayout *row = &flow->layout->rows[r];
    StackCursor *cursors = ARENA_ARRAY(&flow->writer->arena, StackCursor, row->cell_count + 1);
    row_attach(flow, r);
    while (!row_part_paint(flow, r, cursors))
        next_page(flow);
}

/* Whether the group at `r` should begin a new page: it does not fit, or the last one would stand alone after
 * it. */
static bool wants_page(TableFlow *flow, size_t r)
{
    TableLayout *layout = flow->layout;
    size_t next = layout->rows[r].group_end, count = layout->table->rows.count;
    int32_t height = grid_group(layout, r), room = PAGE_BOTTOM - flow->writer->y;
    if (flow->rows_here == 0)
        return false;
    if (height > room)
        return true;
    return next < count && layout->rows[next].group_end == count && flow->rows_here > 1 &&
           grid_group(layout, next) <= TALL_ROW && height + grid_group(layout, next) > room;
}

static void group_flow(TableFlow *flow, size_t r)
{
    TableLayout *layout = flow->layout;
    if (wants_page(flow, r))
        next_page(flow);
    if (grid_group(layout, r) > PAGE_BOTTOM - flow->writer->y)
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
    flow.repeats = head_height(flow.layout) <= (PAGE_BOTTOM - MARGIN_TOP) / 2;
    if (flow.repeats)
        head_paint(&flow);
    if (flow.layout->head_rows == 0) {
        paint_artifact(writer, MARK_decoration);
        paint_rectangle(writer->page, left, writer->y, width, RULE_THIN, ink_colour(INK_rule));
    }
    for (size_t r = flow.repeats ? flow.layout->head_rows : 0; r < count;) {
        group_flow(&flow, r);
        r = flow.layout->rows[r].group_end;
    }
    for (size_t r = 0; r < flow.layout->head_rows; r++)
        grid_row_free(flow.layout, r);
    writer->prepared = NULL;
    writer->gap = percent_of_size(writer, 140);
}
