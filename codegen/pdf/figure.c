/* Places figures. In: a drawing with its caption and alternative; out: figures on pages, scaled down to the
 * column and parted, where the drawing allows, when taller than a page. */
#include "codegen/pdf/figure.h"

#include "codegen/pdf/drawing.h"
#include "codegen/pdf/flow.h"
#include "codegen/pdf/page.h"

/* A figure laid out: its scale and its caption. */
typedef struct FigureLayout {
    const Drawing *drawing;
    TextBlock *caption; /* or NULL */
    int32_t caption_height;
    int64_t numerator, denominator;
} FigureLayout;

/* Drawings are made for a report in letters of that size, and grow with larger ones. */
#define USUAL_SIZE 12000

static int64_t figure_growth(const Writer *writer)
{
    return writer->size > USUAL_SIZE ? writer->size : USUAL_SIZE;
}

int32_t figure_width(const Writer *writer, const Drawing *drawing)
{
    return (int32_t)(drawing->width * figure_growth(writer) / USUAL_SIZE);
}

static void scale_down(FigureLayout *layout, int64_t length, int64_t most)
{
    if (length * layout->numerator > most * layout->denominator) {
        layout->numerator = most;
        layout->denominator = length;
    }
}

static FigureLayout figure_lay_out(Writer *writer, const Figure *figure, int32_t width)
{
    FigureLayout layout = {
        .drawing = figure->drawing, .numerator = figure_growth(writer), .denominator = USUAL_SIZE};
    if (runs_text(writer, &figure->caption).length > 0) {
        layout.caption = textblock_new(writer, NULL, &figure->caption, ROLE_caption, false);
        textblock_fit(layout.caption, width);
        layout.caption_height = textblock_height(layout.caption, 0, layout.caption->lines.count) +
                                role_after(writer, ROLE_caption);
    }
    /* A caption longer than half a page goes on by itself. */
    if (layout.caption_height > PAGE_COLUMN / 2)
        layout.caption_height = PAGE_COLUMN / 2;
    if (!layout.drawing)
        return layout;
    scale_down(&layout, layout.drawing->width, width);
    if (layout.drawing->break_count == 0)
        scale_down(&layout, layout.drawing->height, PAGE_COLUMN - layout.caption_height);
    return layout;
}

static int32_t scaled(const FigureLayout *layout, int64_t length)
{
    return (int32_t)(length * layout->numerator / layout->denominator);
}

/* Where the part of the drawing that begins at `from` ends, with `room` on the page. */
static int32_t part_end(const FigureLayout *layout, int32_t from, int32_t room)
{
    const Drawing *drawing = layout->drawing;
    int32_t end = drawing->height;
    if (scaled(layout, (int64_t)end - from) <= room)
        return end;
    for (size_t i = 0; i < drawing->break_count; i++) {
        int32_t at = drawing->breaks[i];
        if (at > from && (end == drawing->height || scaled(layout, (int64_t)at - from) <= room))
            end = at;
    }
    return end;
}

int32_t figure_start_height(Writer *writer, const Block *block, int32_t width)
{
    const Figure *figure = &block->as.figure;
    if (!figure->drawing)
        return percent_of_size(writer, 3 * 150);
    FigureLayout layout = figure_lay_out(writer, figure, width);
    int32_t end = part_end(&layout, 0, PAGE_COLUMN - layout.caption_height);
    return scaled(&layout, end) + layout.caption_height;
}

static void alternative_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width)
{
    Run *run = ARENA_NEW(&writer->arena, Run);
    *run = (Run){.text = block->as.figure.alternative};
    Block *paragraph = ARENA_NEW(&writer->arena, Block);
    *paragraph = (Block){.kind = BLOCK_paragraph, .id = block->id};
    paragraph->as.paragraph.runs = (Runs){.list = {.at = run, .count = 1, .room = 1}};
    flow_block(writer, paragraph, parent, left, width);
    if (block->as.figure.caption.list.count == 0)
        return;
    paragraph = ARENA_NEW(&writer->arena, Block);
    *paragraph = (Block){.kind = BLOCK_paragraph};
    paragraph->as.paragraph.style = PARAGRAPH_small;
    paragraph->as.paragraph.runs = block->as.figure.caption;
    flow_block(writer, paragraph, parent, left, width);
}

/* Paints one part as a figure of its own, `element`. */
static void part_paint(Writer *writer, const FigureLayout *layout, const Block *block, Element *element,
                       const DrawingPlace *place)
{
    int32_t height = scaled(layout, (int64_t)place->end - place->from);
    element->alternative = block->as.figure.alternative;
    if (place->from > 0)
        element->alternative =
            arena_format(&writer->arena, "Continued: " STR_FMT, STR_ARG(block->as.figure.alternative));
    element->box[0] = place->left;
    element->box[1] = PAGE_HEIGHT - (int64_t)place->top - height;
    element->box[2] = place->left + (int64_t)scaled(layout, layout->drawing->width);
    element->box[3] = PAGE_HEIGHT - (int64_t)place->top;
    element_attach(&writer->structure, element);
    drawing_paint(writer, layout->drawing, place, element);
    writer->y += height;
}

static void caption_paint(Writer *writer, const FigureLayout *layout, Element *figure, int32_t left)
{
    TextBlock *caption = layout->caption;
    if (!caption)
        return;
    caption->element = element_new(&writer->structure, figure, ELEMENT_Caption);
    writer->y += role_after(writer, ROLE_caption);
    flow_lines(writer, caption, left);
}

/* Paints the figure from here on; its first part is `figure`. */
static void parts_flow(Writer *writer, const Block *block, Element *figure, int32_t left, int32_t width)
{
    FigureLayout layout = figure_lay_out(writer, &block->as.figure, width);
    int32_t height = layout.drawing->height, end = 0;
    anchor_place(writer, block->id, left, writer->y);
    for (int32_t from = 0; from < height || from == 0; from = end) {
        if (from > 0) {
            page_begin(writer);
            figure = element_new(&writer->structure, figure->parent, ELEMENT_Figure);
        }
        end = part_end(&layout, from, PAGE_BOTTOM - writer->y - layout.caption_height);
        int32_t spare = width - scaled(&layout, layout.drawing->width);
        int32_t side = writer->leftwards ? left + spare : left;
        DrawingPlace place = {.left = side,
                              .top = writer->y,
                              .from = from,
                              .end = end,
                              .numerator = layout.numerator,
                              .denominator = layout.denominator};
        part_paint(writer, &layout, block, figure, &place);
        if (end <= from)
            break;
    }
    caption_paint(writer, &layout, figure, left);
    writer->gap = percent_of_size(writer, 85);
}

bool figure_may_wait(const Block *block)
{
    return block->kind == BLOCK_figure && block->as.figure.drawing && block->next &&
           block->next->kind == BLOCK_table && block->next->as.table.rows.count > 0;
}

void figure_waiting_flow(Writer *writer)
{
    FigureWaiting waiting = writer->waiting;
    if (!waiting.block)
        return;
    writer->waiting = (FigureWaiting){0};
    parts_flow(writer, waiting.block, waiting.element, waiting.left, waiting.width);
}

void figure_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width)
{
    if (!block->as.figure.drawing) {
        alternative_flow(writer, block, parent, left, width);
        return;
    }
    int32_t height = figure_start_height(writer, block, width);
    Element *figure = element_new(&writer->structure, parent, ELEMENT_Figure);
    page_space(writer, percent_of_size(writer, 60));
    if (writer->y + height > PAGE_BOTTOM && !page_is_fresh(writer) && figure_may_wait(block) &&
        !writer->waiting.block) {
        /* It is read where it belongs, before the table. */
        element_attach(&writer->structure, figure);
        writer->waiting = (FigureWaiting){block, figure, left, width};
        return;
    }
    page_ensure(writer, height);
    parts_flow(writer, block, figure, left, width);
}
