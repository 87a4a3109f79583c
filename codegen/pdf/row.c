/* Paints the rows of tables, whole or over pages. In: measured cells; out: their text, rules and boxes on the
 * page, each cell one element wherever its lines stand. It does not decide where a row is parted. */
#include "codegen/pdf/row.h"

enum {
    RULE_THIN = 400,
    RULE_STRONG = 900,
    NAME_ROOM = 400 /* percent of the text size: how much of a row's name is shown again */
};

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

/* Paints a cell from the cursor on; returns the height of what it painted. */
static int32_t cell_paint(const TableFlow *flow, const CellLayout *cell, StackCursor *cursor, int32_t room,
                          bool forced)
{
    Writer *writer = flow->writer;
    return stack_paint(writer, &cell->stack, cursor,
                       cell_left(flow, cell->column, cell->span) + cell_pad_side(writer),
                       writer->y + cell_pad_top(writer), room, forced);
}

void row_paint(const TableFlow *flow, size_t r)
{
    Writer *writer = flow->writer;
    const RowLayout *row = &flow->layout->rows[r];
    row_decorate(flow, r, writer->y, row->height);
    row_attach(flow, r);
    for (uint32_t c = 0; c < row->cell_count; c++)
        cell_paint(flow, &row->cells[c], &(StackCursor){0}, INT32_MAX / 2, true);
    writer->y += row->height;
}

StackCursor *row_begin(const TableFlow *flow, size_t r)
{
    row_attach(flow, r);
    return ARENA_ARRAY(&flow->writer->arena, StackCursor, flow->layout->rows[r].cell_count + 1);
}

bool row_part_paint(const TableFlow *flow, size_t r, StackCursor *cursors, bool forced)
{
    Writer *writer = flow->writer;
    const RowLayout *row = &flow->layout->rows[r];
    int32_t pad = cell_pad_top(writer), used = 0, room = PAGE_BOTTOM - writer->y - 2 * pad;
    bool all = true;
    for (uint32_t c = 0; c < row->cell_count; c++) {
        int32_t height = cell_paint(flow, &row->cells[c], &cursors[c], room, forced);
        used = height > used ? height : used;
        all = all && stack_done(&row->cells[c].stack, &cursors[c]);
    }
    writer->y += used + 2 * pad;
    /* A row that goes on has no rule under it: it has not ended. */
    if (!all)
        return false;
    paint_artifact(writer, MARK_decoration);
    paint_rectangle(writer->page, flow->left, writer->y - RULE_THIN, flow->width, RULE_THIN,
                    ink_colour(INK_rule));
    return true;
}

void row_name_repeat(const TableFlow *flow, size_t r, const StackCursor *cursors)
{
    Writer *writer = flow->writer;
    const RowLayout *row = &flow->layout->rows[r];
    writer->repeating = MARK_header;
    for (uint32_t c = 0; c < row->cell_count; c++) {
        const CellLayout *cell = &row->cells[c];
        bool names = cell->cell && cell->cell->header && stack_done(&cell->stack, &cursors[c]);
        if (names)
            cell_paint(flow, cell, &(StackCursor){0}, percent_of_size(writer, NAME_ROOM), false);
    }
    paint_close(writer->page);
    writer->repeating = MARK_nothing;
}

void table_top_paint(const TableFlow *flow)
{
    paint_artifact(flow->writer, MARK_decoration);
    paint_rectangle(flow->writer->page, flow->left, flow->writer->y, flow->width, RULE_THIN,
                    ink_colour(INK_rule));
}
