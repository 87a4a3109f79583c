/* Sets two small figures beside each other. In: two sections that follow each other; out: both on one page,
 * each in half the column, in the order they are read. A page of charts half as wide as itself would be half
 * empty. */
#include "codegen/pdf/pair.h"

#include "codegen/pdf/figure.h"
#include "codegen/pdf/flow.h"
#include "codegen/pdf/page.h"

/* More of them below a figure are better read across the page. */
#define MOST_REMARKS 2

static int32_t half_of(int32_t width)
{
    return (width - PAIR_GAP) / 2;
}

static bool is_remark(const Block *block)
{
    return block->kind == BLOCK_paragraph ||
           (block->kind == BLOCK_list && block->as.list.items.count <= MOST_REMARKS);
}

static bool is_small(const Writer *writer, const Block *block, int32_t width)
{
    const Block *first = block && block->kind == BLOCK_section ? block->as.section.body.first : NULL;
    if (!first || first->kind != BLOCK_figure || block->as.section.new_page)
        return false;
    const Drawing *drawing = first->as.figure.drawing;
    const Block *below = first->next;
    return drawing && figure_width(writer, drawing) <= width && drawing->height <= width &&
           drawing->break_count == 0 && (!below || (is_remark(below) && !below->next));
}

bool pair_begins(const Writer *writer, const Block *block, int32_t width)
{
    int32_t half = half_of(width);
    return is_small(writer, block, half) && is_small(writer, block->next, half);
}

static int32_t remark_height(Writer *writer, const Block *block, int32_t width)
{
    Stack stack = {0};
    stack_add_block(writer, &stack, block, NULL);
    stack_fit(writer, &stack, width);
    int32_t height = stack_height(&stack);
    stack_free(&stack);
    return height + percent_of_size(writer, 120); /* the figure's space below */
}

static int32_t section_height(Writer *writer, const Block *block, int32_t width)
{
    const Block *figure = block->as.section.body.first;
    RoleName role = heading_role(block->as.section.level);
    TextBlock *title = textblock_new(writer, NULL, &block->as.section.title, role, false);
    textblock_fit(title, width);
    int32_t height = role_before(writer, role) + textblock_height(title, 0, title->lines.count) +
                     role_after(writer, role) + percent_of_size(writer, 60) +
                     figure_start_height(writer, figure, width);
    return figure->next ? height + remark_height(writer, figure->next, width) : height;
}

int32_t pair_height(Writer *writer, const Block *block, int32_t width)
{
    int32_t first = section_height(writer, block, half_of(width)),
            second = section_height(writer, block->next, half_of(width));
    return first > second ? first : second;
}

void pair_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width)
{
    int32_t half = half_of(width), other = left + width - half;
    page_ensure(writer, pair_height(writer, block, width));
    int32_t top = writer->y, gap = writer->gap;
    const Page *page = writer->page;
    flow_block(writer, block, parent, writer->leftwards ? other : left, half);
    int32_t bottom = writer->y, wish = writer->gap;
    /* Remarks of many lines may have gone on to another page: then the second follows below. */
    if (writer->page == page) {
        writer->y = top;
        writer->gap = gap;
    }
    flow_block(writer, block->next, parent, writer->leftwards ? left : other, half);
    if (writer->page == page && bottom > writer->y)
        writer->y = bottom;
    writer->gap = wish > writer->gap ? wish : writer->gap;
}
