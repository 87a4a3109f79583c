/* Measures tables. In: rows of cells that may span; out: a grid in which every row adds up to the same number
 * of columns, with widths fixed for the whole table and heights found row by row. Paints nothing. */
#include "codegen/pdf/grid.h"

#include <stdlib.h>

/* Rows looked at for the widths of columns: enough to see what the table is like. */
enum { SAMPLE = 200, MOST_COLUMNS = 512 };

int32_t cell_pad_side(const Writer *writer)
{
    return percent_of_size(writer, 50);
}

int32_t cell_pad_top(const Writer *writer)
{
    return percent_of_size(writer, 25);
}

static uint32_t at_least_one(uint32_t number)
{
    return number > 0 ? number : 1;
}

static bool is_head(const TableLayout *layout, size_t row)
{
    return row < layout->head_rows;
}

static Element *cell_element(TableLayout *layout, size_t row, const CellLayout *cell)
{
    bool names = cell->cell && (is_head(layout, row) || cell->cell->header);
    Structure *structure = &layout->writer->structure;
    Element *element = element_new(structure, layout->rows[row].element, names ? ELEMENT_TH : ELEMENT_TD);
    if (names)
        element->scope = is_head(layout, row) ? SCOPE_column : SCOPE_row;
    element->column_span = cell->span;
    element->row_span = cell->rows;
    return element;
}

static void cell_add(TableLayout *layout, size_t row, CellLayout cell)
{
    RowLayout *to = &layout->rows[row];
    cell.element = cell_element(layout, row, &cell);
    to->cells[to->cell_count++] = cell;
    if (row + cell.rows > to->group_end)
        to->group_end = row + cell.rows;
}

/* How many columns from `column` on are free, `wanted` at most. */
static uint32_t columns_free(const uint32_t *busy, uint32_t column, uint32_t columns, uint32_t wanted)
{
    uint32_t free_count = 0;
    while (free_count < wanted && column + free_count < columns && busy[column + free_count] == 0)
        free_count++;
    return free_count;
}

/* Places one row's cells around those that hang in from above; returns the column after the last one used. */
static uint32_t row_place(TableLayout *layout, size_t r, uint32_t *busy, uint32_t columns, bool keep)
{
    const Row *row = &layout->table->rows.at[r];
    size_t last = is_head(layout, r) ? layout->head_rows : layout->table->rows.count;
    uint32_t column = 0, used = 0;
    for (size_t c = 0; c < row->cells.count; c++) {
        const Cell *cell = &row->cells.at[c];
        while (column < columns && busy[column])
            column++;
        uint32_t span = columns_free(busy, column, columns, at_least_one(cell->column_span));
        uint32_t rows = at_least_one(cell->row_span);
        if (span == 0)
            break;
        rows = rows > last - r ? (uint32_t)(last - r) : rows;
        for (uint32_t k = 0; k < span; k++)
            busy[column + k] = rows;
        if (keep)
            cell_add(layout, r, (CellLayout){.cell = cell, .column = column, .span = span, .rows = rows});
        column += span;
    }
    for (column = 0; column < columns; column++) {
        if (busy[column])
            used = column + 1;
        else if (keep)
            cell_add(layout, r, (CellLayout){.column = column, .span = 1, .rows = 1});
        busy[column] -= busy[column] > 0;
    }
    return used;
}

static uint32_t rows_place(TableLayout *layout, uint32_t columns, bool keep)
{
    Arena *arena = &layout->writer->arena;
    uint32_t *busy = ARENA_ARRAY(arena, uint32_t, columns + 1);
    uint32_t widest = 0;
    for (size_t r = 0; r < layout->table->rows.count; r++) {
        RowLayout *row = &layout->rows[r];
        if (keep) {
            row->cells = ARENA_ARRAY(arena, CellLayout, columns);
            row->group_end = r + 1;
            row->row = &layout->table->rows.at[r];
            row->element = element_new(&layout->writer->structure,
                                       is_head(layout, r) ? layout->head : layout->body, ELEMENT_TR);
        }
        uint32_t used = row_place(layout, r, busy, columns, keep);
        widest = used > widest ? used : widest;
    }
    return widest;
}

/* A header as wide as the table heads the rows below it: it stays with the first of them. */
static void headers_bind(TableLayout *layout)
{
    size_t count = layout->table->rows.count;
    for (size_t r = layout->head_rows; r + 1 < count; r++) {
        const RowLayout *row = &layout->rows[r];
        bool only = row->cell_count == 1 && row->cells[0].cell && row->cells[0].cell->header;
        if (only && row->group_end == r + 1)
            layout->rows[r].group_end = r + 2;
    }
}

/* Makes groups whole: what binds to a later row takes along what that one binds to. */
static void groups_close(TableLayout *layout)
{
    for (size_t r = layout->table->rows.count; r-- > 0;) {
        RowLayout *row = &layout->rows[r];
        for (size_t k = r + 1; k < row->group_end; k++)
            if (layout->rows[k].group_end > row->group_end)
                row->group_end = layout->rows[k].group_end;
    }
}

static bool column_is_numeric(const TableLayout *layout, uint32_t column)
{
    return column < layout->table->columns.count && layout->table->columns.at[column].numeric;
}

static void row_shape(TableLayout *layout, size_t r)
{
    RowLayout *row = &layout->rows[r];
    for (uint32_t c = 0; c < row->cell_count; c++) {
        CellLayout *cell = &row->cells[c];
        if (!cell->cell || cell->stack.entries.count > 0)
            continue;
        cell->stack.in_cell = true;
        cell->stack.head = is_head(layout, r) || cell->cell->header;
        cell->stack.numeric = column_is_numeric(layout, cell->column);
        stack_add(layout->writer, &cell->stack, &cell->cell->body, cell->element);
    }
}

/* What a column needs and what it would like. */
typedef struct ColumnWish {
    int64_t least, wanted, given;
} ColumnWish;

static void wishes_find(TableLayout *layout, ColumnWish *wishes, int32_t width)
{
    int64_t pad = 2 * (int64_t)cell_pad_side(layout->writer);
    for (size_t r = 0; r < layout->table->rows.count && r < SAMPLE; r++) {
        row_shape(layout, r);
        for (uint32_t c = 0; c < layout->rows[r].cell_count; c++) {
            const CellLayout *cell = &layout->rows[r].cells[c];
            ColumnWish *wish = &wishes[cell->column];
            if (cell->span > 1 || !cell->cell)
                continue;
            int64_t least = stack_minimum_width(&cell->stack) + pad + 100,
                    natural = stack_natural_width(&cell->stack) + pad;
            /* An empty place to write in wants its share too. */
            if (layout->rows[r].row->minimum_height > 0 && natural == pad)
                natural = width / layout->column_count;
            wish->least = least > wish->least ? least : wish->least;
            wish->wanted = natural > wish->wanted ? natural : wish->wanted;
        }
    }
    for (uint32_t c = 0; c < layout->column_count; c++) {
        wishes[c].least = wishes[c].least > 2 * pad ? wishes[c].least : 2 * pad;
        if (c < layout->table->columns.count && layout->table->columns.at[c].weight > 0)
            wishes[c].wanted = (int64_t)width * layout->table->columns.at[c].weight / 100;
        if (wishes[c].wanted < wishes[c].least)
            wishes[c].wanted = wishes[c].least;
    }
}

/* Gives columns that want no more than an equal share what they want, until none is left that does; returns
 * how many still wait, and in `*rest` the width left for them. */
static uint32_t modest_grant(ColumnWish *wishes, uint32_t count, int64_t *rest)
{
    uint32_t waiting = count;
    for (bool granted = true; granted && waiting > 0;) {
        int64_t share = *rest / waiting;
        granted = false;
        for (uint32_t c = 0; c < count; c++) {
            if (wishes[c].given > 0 || wishes[c].wanted > share)
                continue;
            wishes[c].given = wishes[c].wanted;
            *rest -= wishes[c].given;
            waiting--;
            granted = true;
        }
    }
    return waiting;
}

/* Shares `rest` among the columns that wait: what they need, and the more the more they want. */
static bool greedy_grant(ColumnWish *wishes, uint32_t count, int64_t rest)
{
    int64_t needed = 0, liked = 0;
    for (uint32_t c = 0; c < count; c++) {
        needed += wishes[c].given ? 0 : wishes[c].least;
        liked += wishes[c].given ? 0 : wishes[c].wanted - wishes[c].least;
    }
    if (needed > rest)
        return false;
    rest -= needed;
    for (uint32_t c = 0; c < count; c++)
        if (!wishes[c].given)
            wishes[c].given =
                wishes[c].least + (wishes[c].wanted - wishes[c].least) * rest / (liked ? liked : 1);
    return true;
}

/* When even that is too much: all give way alike. */
static void needs_grant(ColumnWish *wishes, uint32_t count, int64_t width)
{
    int64_t needed = 0, liked = 0;
    for (uint32_t c = 0; c < count; c++) {
        needed += wishes[c].least;
        liked += wishes[c].wanted - wishes[c].least;
    }
    for (uint32_t c = 0; c < count; c++) {
        int64_t more = needed < width
                           ? (width - needed) * (wishes[c].wanted - wishes[c].least) / (liked ? liked : 1)
                           : 0;
        wishes[c].given = needed > width ? wishes[c].least * width / needed : wishes[c].least + more;
    }
}

static void columns_measure(TableLayout *layout, int32_t width)
{
    Arena *arena = &layout->writer->arena;
    uint32_t count = layout->column_count;
    ColumnWish *wishes = ARENA_ARRAY(arena, ColumnWish, count);
    int64_t rest = width, all = 0, sum = 0;
    wishes_find(layout, wishes, width);
    if (modest_grant(wishes, count, &rest) > 0 && !greedy_grant(wishes, count, rest))
        needs_grant(wishes, count, width);
    for (uint32_t c = 0; c < count; c++)
        all += wishes[c].given;
    layout->offset = ARENA_ARRAY(arena, int32_t, count + 1);
    for (uint32_t c = 0; c < count; c++) {
        sum += wishes[c].given;
        layout->offset[c + 1] = (int32_t)(sum * width / (all ? all : 1));
    }
}

static void caption_make(TableLayout *layout, int32_t width)
{
    Writer *writer = layout->writer;
    layout->caption_element = element_new(&writer->structure, layout->element, ELEMENT_Caption);
    if (runs_text(writer, &layout->table->caption).length == 0)
        return;
    layout->caption =
        textblock_new(writer, layout->caption_element, &layout->table->caption, ROLE_caption, false);
    textblock_fit(layout->caption, width);
}

TableLayout *grid_make(Writer *writer, const Block *block, int32_t width)
{
    const Table *table = &block->as.table;
    TableLayout *layout = ARENA_NEW(&writer->arena, TableLayout);
    *layout = (TableLayout){.writer = writer, .table = table};
    layout->element = element_new(&writer->structure, NULL, ELEMENT_Table);
    layout->head = element_new(&writer->structure, layout->element, ELEMENT_THead);
    layout->body = element_new(&writer->structure, layout->element, ELEMENT_TBody);
    layout->rows = ARENA_ARRAY(&writer->arena, RowLayout, table->rows.count + 1);
    /* A table of heads only has no body to repeat them for. */
    layout->head_rows = table->header_rows < table->rows.count ? table->header_rows : 0;
    uint32_t declared = (uint32_t)table->columns.count;
    uint32_t used = rows_place(layout, MOST_COLUMNS, false);
    layout->column_count = at_least_one(used > declared ? used : declared);
    rows_place(layout, layout->column_count, true);
    headers_bind(layout);
    groups_close(layout);
    caption_make(layout, width);
    columns_measure(layout, width);
    return layout;
}

static int32_t cell_need(const TableLayout *layout, const CellLayout *cell)
{
    return stack_height(&cell->stack) + 2 * cell_pad_top(layout->writer);
}

static void row_lay_out(TableLayout *layout, size_t r)
{
    RowLayout *row = &layout->rows[r];
    if (row->laid_out)
        return;
    row->laid_out = true;
    row_shape(layout, r);
    row->height = percent_of_size(layout->writer, 124) + 2 * cell_pad_top(layout->writer);
    if (row->row->minimum_height > row->height)
        row->height = row->row->minimum_height;
    for (uint32_t c = 0; c < row->cell_count; c++) {
        CellLayout *cell = &row->cells[c];
        int32_t width = layout->offset[cell->column + cell->span] - layout->offset[cell->column];
        stack_fit(layout->writer, &cell->stack, width - 2 * cell_pad_side(layout->writer));
        int32_t need = cell_need(layout, cell);
        if (cell->rows == 1 && need > row->height)
            row->height = need;
    }
}

/* Lengthens the last row of each cell that covers several until it fits. */
static void spans_fit(TableLayout *layout, size_t r)
{
    for (uint32_t c = 0; c < layout->rows[r].cell_count; c++) {
        const CellLayout *cell = &layout->rows[r].cells[c];
        int32_t have = 0;
        if (cell->rows < 2)
            continue;
        for (size_t k = r; k < r + cell->rows; k++)
            have += layout->rows[k].height;
        int32_t need = cell_need(layout, cell);
        if (need > have)
            layout->rows[r + cell->rows - 1].height += need - have;
    }
}

int32_t grid_group(TableLayout *layout, size_t first)
{
    int32_t height = 0;
    size_t end = layout->rows[first].group_end;
    bool known = layout->rows[first].laid_out;
    for (size_t r = first; r < end; r++)
        row_lay_out(layout, r);
    for (size_t r = first; r < end && !known && end > first + 1; r++)
        spans_fit(layout, r);
    for (size_t r = first; r < end; r++)
        height += layout->rows[r].height;
    return height;
}

void grid_unbind(TableLayout *layout, size_t first)
{
    size_t end = layout->rows[first].group_end;
    for (size_t r = first; r < end; r++) {
        RowLayout *row = &layout->rows[r];
        row->group_end = r + 1;
        for (uint32_t c = 0; c < row->cell_count; c++) {
            int32_t need = cell_need(layout, &row->cells[c]);
            row->height = row->cells[c].rows > 1 && need > row->height ? need : row->height;
        }
    }
}

void grid_row_free(TableLayout *layout, size_t row)
{
    for (uint32_t c = 0; c < layout->rows[row].cell_count; c++)
        stack_free(&layout->rows[row].cells[c].stack);
}
