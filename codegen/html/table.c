/* Tables into HTML. In: rows of cells; out: caption, columns, head and body with the scope of each header, in
 * a frame that scrolls by itself when the table is wider than the screen. On a phone, the cells of a row of
 * many words stand one below the other: each then bears the name of its column. */
#include "codegen/html/markup.h"

/* Tables of so few columns wrap on a phone; wider ones keep a width in which their words stand well, and
 * scroll within themselves, or are stacked. */
#define NARROW_COLUMNS 2
#define MIDDLE_COLUMNS 4

/* Letters that fit beside each other on a phone: a table whose columns need no more stays one. */
#define TERSE_LETTERS  44

/* What a table is like on a screen. */
typedef struct TableShape {
    size_t width; /* in columns */
    bool scrolls; /* has more than wrap on a phone */
    bool stacks;  /* its cells, there */
} TableShape;

static size_t table_width(const Table *table)
{
    size_t widest = table->columns.count;
    for (size_t r = 0; r < table->rows.count; r++) {
        size_t width = 0;
        for (size_t c = 0; c < table->rows.at[r].cells.count; c++)
            width += table->rows.at[r].cells.at[c].column_span;
        if (width > widest)
            widest = width;
    }
    return widest;
}

/* Names and values, a pair a row: the head of a plan. */
static bool is_facts(const Table *table)
{
    if (table->header_rows > 0 || table->rows.count == 0)
        return false;
    for (size_t r = 0; r < table->rows.count; r++) {
        const Row *row = &table->rows.at[r];
        if (row->cells.count != 2 || !row->cells.at[0].header || row->cells.at[1].header)
            return false;
    }
    return true;
}

static bool cell_is_empty(const Cell *cell)
{
    for (const Block *block = cell->body.first; block; block = block->next)
        if (block->kind != BLOCK_paragraph || !runs_are_empty(&block->as.paragraph.runs))
            return false;
    return true;
}

static size_t cell_letters(const Cell *cell)
{
    size_t letters = 0;
    for (const Block *block = cell->body.first; block; block = block->next) {
        if (block->kind != BLOCK_paragraph)
            return TERSE_LETTERS + 1;
        for (size_t i = 0; i < block->as.paragraph.runs.list.count; i++)
            letters += block->as.paragraph.runs.list.at[i].text.length;
    }
    return letters;
}

static bool is_terse(const Table *table, size_t width)
{
    size_t sum = 0;
    for (size_t c = 0; c < width && sum <= TERSE_LETTERS; c++) {
        size_t most = 0;
        for (size_t r = 0; r < table->rows.count; r++) {
            const Row *row = &table->rows.at[r];
            size_t letters = c < row->cells.count ? cell_letters(&row->cells.at[c]) : 0;
            most = letters > most ? letters : most;
        }
        sum += most;
    }
    return sum <= TERSE_LETTERS;
}

/* The name of a column: NULL where the heads do not say it in one cell. */
static const Runs *column_name(const Table *table, size_t column, size_t width)
{
    const Row *head = table->header_rows == 1 && table->rows.count > 0 ? &table->rows.at[0] : NULL;
    if (!head || head->cells.count != width || column >= width)
        return NULL;
    const Block *block = head->cells.at[column].body.first;
    return block && block->kind == BLOCK_paragraph ? &block->as.paragraph.runs : NULL;
}

/* A header cell as wide as the table heads the rows below it. */
static bool is_group_row(const Row *row, size_t width)
{
    return width > 1 && row->cells.count == 1 && row->cells.at[0].header &&
           row->cells.at[0].column_span >= width;
}

static const char *header_scope(const Cell *cell, bool in_head, bool group)
{
    if (in_head)
        return cell->column_span > 1 ? "colgroup" : "col";
    return group || cell->row_span > 1 ? "rowgroup" : "row";
}

typedef struct CellPlace {
    bool in_head, group; /* in a header row; alone in a row of its own */
    bool numeric;        /* by its column */
    const Runs *name;    /* of its column, to be shown with it where rows are stacked; or NULL */
} CellPlace;

static void cell_write(Page *page, const Cell *cell, CellPlace place)
{
    Out *out = page->out;
    /* An empty header would be announced as one: the corner of a table is a plain cell. */
    bool header = cell->header && !cell_is_empty(cell);
    out_text(out, header ? "<th" : "<td");
    if (header)
        out_format(out, " scope=\"%s\"", header_scope(cell, place.in_head, place.group));
    if (cell->column_span > 1)
        out_format(out, " colspan=\"%u\"", cell->column_span);
    if (cell->row_span > 1)
        out_format(out, " rowspan=\"%u\"", cell->row_span);
    if (place.numeric)
        out_text(out, " class=\"number\"");
    if (place.name && !header && !cell_is_empty(cell)) {
        out_text(out, " data-label=\"");
        runs_write_text(out, place.name);
        out_char(out, '"');
    }
    out_char(out, '>');
    content_write(page, &cell->body);
    out_text(out, header ? "</th>" : "</td>");
}

static void row_write(Page *page, const Table *table, const Row *row, const TableShape *shape, bool in_head)
{
    bool group = !in_head && is_group_row(row, shape->width);
    Out *out = page->out;
    out_text(out, "<tr");
    id_write(out, row->id);
    if (group) {
        out_text(out, " class=\"group\"");
    } else if (row->minimum_height > 0) {
        out_text(out, " class=\"room\" style=\"height:");
        out_thousandths(out, row->minimum_height);
        out_text(out, "pt\"");
    }
    out_char(out, '>');
    size_t column = 0;
    for (size_t c = 0; c < row->cells.count; c++) {
        bool numeric = !group && column < table->columns.count && table->columns.at[column].numeric;
        bool named = shape->scrolls && !in_head && !group;
        const Runs *name = named ? column_name(table, column, shape->width) : NULL;
        cell_write(page, &row->cells.at[c], (CellPlace){in_head, group, numeric, name});
        column += row->cells.at[c].column_span;
    }
    out_text(out, "</tr>\n");
}

static void rows_write(Page *page, const Table *table, const TableShape *shape)
{
    Out *out = page->out;
    size_t heads = table->header_rows < table->rows.count ? table->header_rows : table->rows.count;
    if (heads > 0)
        out_text(out, "<thead>\n");
    for (size_t r = 0; r < heads; r++)
        row_write(page, table, &table->rows.at[r], shape, true);
    if (heads > 0)
        out_text(out, "</thead>\n");
    for (size_t r = heads; r < table->rows.count; r++) {
        bool group = is_group_row(&table->rows.at[r], shape->width);
        if (r == heads || group)
            out_text(out, r == heads ? "<tbody>\n" : "</tbody>\n<tbody>\n");
        row_write(page, table, &table->rows.at[r], shape, false);
    }
    if (table->rows.count > heads)
        out_text(out, "</tbody>\n");
}

/* Shares of the width, when all columns say theirs. */
static void columns_write(Out *out, const Table *table)
{
    for (size_t i = 0; i < table->columns.count; i++)
        if (table->columns.at[i].weight == 0)
            return;
    if (table->columns.count == 0)
        return;
    out_text(out, "<colgroup>");
    for (size_t i = 0; i < table->columns.count; i++)
        out_format(out, "<col style=\"width:%u%%\">", table->columns.at[i].weight);
    out_text(out, "</colgroup>\n");
}

static void region_open(Page *page, const Table *table)
{
    Out *out = page->out;
    const Runs *name = runs_are_empty(&table->caption) ? page->heading : &table->caption;
    out_format(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table %u",
               page->table_count);
    if (name && !runs_are_empty(name)) {
        out_text(out, ": ");
        runs_write_text(out, name);
    }
    out_text(out, "\">\n");
}

static TableShape table_shape(const Table *table)
{
    TableShape shape = {.width = table_width(table)};
    shape.scrolls = shape.width > NARROW_COLUMNS;
    shape.stacks = shape.scrolls && !is_terse(table, shape.width);
    return shape;
}

static const char *table_class(const Table *table, const TableShape *shape)
{
    if (shape->stacks)
        return shape->width > MIDDLE_COLUMNS ? " class=\"wide stack\"" : " class=\"middle stack\"";
    if (shape->scrolls)
        return " class=\"terse\"";
    return is_facts(table) ? " class=\"facts\"" : "";
}

void table_write(Page *page, const Table *table, Str id)
{
    Out *out = page->out;
    TableShape shape = table_shape(table);
    if (table->rows.count == 0)
        return;
    page->table_count++;
    if (shape.scrolls)
        region_open(page, table);
    out_format(out, "<table%s", table_class(table, &shape));
    id_write(out, id);
    out_text(out, ">\n");
    if (!runs_are_empty(&table->caption)) {
        out_text(out, "<caption>");
        runs_write(out, &table->caption, (Str){NULL, 0});
        out_text(out, "</caption>\n");
    }
    columns_write(out, table);
    rows_write(page, table, &shape);
    out_text(out, shape.scrolls ? "</table>\n</div>\n" : "</table>\n");
}
