/* Pours blocks into pages. In: the document's tree; out: painted pages. Keeps headings with what follows and
 * never leaves a single line of a paragraph by itself. */
#include "codegen/pdf/flow.h"

#include "codegen/pdf/figure.h"
#include "codegen/pdf/page.h"
#include "codegen/pdf/pair.h"
#include "codegen/pdf/table.h"

enum {
    MEASURE = 3700,     /* percent of the text size: some 68 letters */
    QUOTE_INDENT = 130, /* percent of the text size */
    NOTE_PAD = 75,
    BAR = 2400 /* the width of the quotation's bar */
};

/* Text is no wider than a line that the eye finds back from; tables and figures use all the column. */
static int32_t measure(const Writer *writer, int32_t width)
{
    int32_t most = percent_of_size(writer, MEASURE);
    return width < most ? width : most;
}

/* How a paragraph's role sets its lines off from the column. */
typedef struct Frame {
    int32_t indent, pad;
    bool bar, panel;
} Frame;

static Frame frame_of(const Writer *writer, RoleName role)
{
    if (role == ROLE_quote)
        return (Frame){.indent = percent_of_size(writer, QUOTE_INDENT), .bar = true};
    if (role == ROLE_note)
        return (Frame){.indent = percent_of_size(writer, NOTE_PAD),
                       .pad = percent_of_size(writer, NOTE_PAD / 2),
                       .panel = true};
    return (Frame){0};
}

/* The stretch of the column that an entry stands in: as wide as its lines may be; for a panel, all of it. */
typedef struct Region {
    int32_t left, width;
} Region;

static Region region_of(const Writer *writer, const Frame *frame, int32_t left, int32_t width)
{
    int32_t most = frame->panel ? width : measure(writer, width);
    return (Region){writer->leftwards ? left + width - most : left, most};
}

static void frame_paint(Writer *writer, const Frame *frame, bool leftwards, Region region, int32_t height)
{
    if (!frame->bar && !frame->panel)
        return;
    paint_artifact(writer, MARK_decoration);
    if (frame->panel)
        paint_rectangle(writer->page, region.left, writer->y, region.width, height, ink_colour(INK_panel));
    int32_t bar = leftwards ? region.left + region.width - BAR : region.left;
    paint_rectangle(writer->page, bar, writer->y, BAR, height,
                    ink_colour(frame->bar ? INK_accent : INK_rule));
}

/* How many lines from `first` on go onto this page; 0 when it is better to begin the next. */
static uint32_t lines_here(const Writer *writer, const TextBlock *text, uint32_t first, int32_t padding)
{
    uint32_t rest = text->lines.count - first, fits = 0;
    int32_t room = PAGE_BOTTOM - writer->y - 2 * padding;
    while (fits < rest && textblock_line_height(text, first + fits) <= room)
        room -= textblock_line_height(text, first + fits++);
    if (fits == rest)
        return fits;
    if (page_is_fresh(writer) && fits < 4)
        return fits > 0 ? fits : 1;
    if (fits + 2 > rest)
        fits = rest < 2 ? 0 : rest - 2;
    return fits < 2 ? 0 : fits;
}

/* Where the lines of an entry begin: beside its frame, on the side that its text begins from; a list's indent
 * is on the side of the document. */
static int32_t text_left(const Writer *writer, const StackEntry *entry, const Frame *frame, Region region)
{
    if (!entry->text->leftwards)
        return region.left + frame->indent + (writer->leftwards ? 0 : entry->indent);
    return region.left + region.width - frame->indent - (writer->leftwards ? entry->indent : 0) -
           entry->text->width;
}

static void entry_flow(Writer *writer, const StackEntry *entry, int32_t left, int32_t width)
{
    TextBlock *text = entry->text;
    Frame frame = frame_of(writer, text->role);
    Region region = region_of(writer, &frame, left, width);
    int32_t start = text_left(writer, entry, &frame, region);
    uint32_t first = 0;
    page_space(writer, entry->before);
    while (first < text->lines.count) {
        uint32_t count = lines_here(writer, text, first, frame.pad);
        if (count == 0) {
            page_begin(writer);
            continue;
        }
        int32_t height = textblock_height(text, first, first + count) + 2 * frame.pad;
        frame_paint(writer, &frame, text->leftwards, region, height);
        if (first == 0)
            entry_begin(writer, entry, start, writer->y);
        textblock_paint(writer, text, first, first + count, start, writer->y + frame.pad);
        writer->y += height;
        first += count;
        if (first < text->lines.count)
            page_begin(writer);
    }
    writer->gap = entry->after;
}

/* Fits each paragraph to its own frame and to the measure. */
static void entry_fit(Writer *writer, StackEntry *entry, int32_t width)
{
    Frame frame = frame_of(writer, entry->text->role);
    int32_t least = percent_of_size(writer, 300);
    int32_t rest = measure(writer, width) - entry->indent - frame.indent - frame.pad;
    textblock_fit(entry->text, rest > least ? rest : least);
    if (entry->label)
        textblock_fit(entry->label, entry->hang);
}

static void text_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width)
{
    Stack stack = {0};
    stack_add_block(writer, &stack, block, parent);
    for (size_t i = 0; i < stack.entries.count; i++) {
        StackEntry *entry = &stack.entries.at[i];
        if (entry->text) {
            entry_fit(writer, entry, width);
            entry_flow(writer, entry, left, width);
        } else {
            flow_block(writer, entry->other, entry->parent, entry_left(writer, entry, left),
                       width - entry->indent);
        }
    }
    stack_free(&stack);
}

void flow_lines(Writer *writer, TextBlock *text, int32_t left)
{
    for (uint32_t first = 0; first < text->lines.count;) {
        uint32_t end = first + 1;
        while (end < text->lines.count && writer->y + textblock_height(text, first, end + 1) <= PAGE_BOTTOM)
            end++;
        textblock_paint(writer, text, first, end, left, writer->y);
        writer->y += textblock_height(text, first, end);
        first = end;
        if (first < text->lines.count)
            page_begin(writer);
    }
}

RoleName heading_role(unsigned level)
{
    return level <= 1   ? ROLE_title
           : level == 2 ? ROLE_heading_2
           : level == 3 ? ROLE_heading_3
                        : ROLE_heading_4;
}

/* How much must fit below a heading: what it keeps with, or, where the page has no room for that, what comes
 * in its stead. */
typedef struct Follow {
    int32_t wanted, least;
} Follow;

static Follow follow_of(Writer *writer, const Block *first, int32_t width)
{
    Follow follow = {0};
    if (!first)
        return follow;
    follow.wanted = follow.least = flow_start_height(writer, first, width);
    if (figure_may_wait(first))
        follow.least = flow_start_height(writer, first->next, width);
    return follow;
}

/* Paints a heading, on the page where what follows fits below it. */
static void heading_flow(Writer *writer, const Runs *title, unsigned level, Element *parent, int32_t left,
                         int32_t width, Follow follow)
{
    ElementKind kind = (ElementKind)(ELEMENT_H1 + (level < 1 ? 0 : level > 6 ? 5 : level - 1));
    RoleName role = heading_role(level);
    TextBlock *text =
        textblock_new(writer, element_new(&writer->structure, parent, kind), title, role, false);
    textblock_fit(text, width);
    int32_t height = textblock_height(text, 0, text->lines.count), after = role_after(writer, role);
    page_space(writer, role_before(writer, role));
    height += after;
    bool fits = writer->y + height + follow.wanted <= PAGE_BOTTOM;
    page_ensure(writer, height + (fits ? follow.wanted : follow.least));
    if (level > 1)
        outline_add(writer, runs_text(writer, title), level, writer->y);
    flow_lines(writer, text, left);
    writer->gap = after;
}

/* Whether it is quickly measured. */
static bool is_short(const Block *block)
{
    size_t bytes = 0;
    if (block->kind == BLOCK_list)
        return block->as.list.items.count <= 2;
    for (size_t i = 0; i < block->as.paragraph.runs.list.count; i++)
        bytes += block->as.paragraph.runs.list.at[i].text.length;
    return bytes < 300;
}

static bool is_small_print(const Block *block)
{
    return block->kind == BLOCK_paragraph && block->as.paragraph.style == PARAGRAPH_small && is_short(block);
}

/* Whether a paragraph of a few lines stays with the block after it: it says what that table, list or figure
 * is, or small print says more of it. */
static bool leads_in(const Block *block)
{
    const Block *next = block->next;
    if (block->kind != BLOCK_paragraph || !next || is_small_print(block) || !is_short(block))
        return false;
    if (is_small_print(next))
        return true;
    return block->as.paragraph.style == PARAGRAPH_body &&
           (next->kind == BLOCK_table || next->kind == BLOCK_list || next->kind == BLOCK_figure);
}

static void section_flow(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width)
{
    Element *section = element_new(&writer->structure, parent, ELEMENT_Sect);
    const Block *first = block->as.section.body.first;
    if (block->as.section.new_page && !page_is_fresh(writer))
        page_begin(writer);
    heading_flow(writer, &block->as.section.title, block->as.section.level, section, left, width,
                 follow_of(writer, first, width));
    anchor_place(writer, block->id, left, writer->y - percent_of_size(writer, 200));
    for (const Block *child = first; child; child = child->next) {
        if (leads_in(child))
            page_ensure(writer, writer->gap + flow_start_height(writer, child, width));
        if (pair_begins(writer, child, width)) {
            pair_flow(writer, child, section, left, width);
            child = child->next;
        } else {
            flow_block(writer, child, section, left, width);
        }
    }
}

void flow_block(Writer *writer, const Block *block, Element *parent, int32_t left, int32_t width)
{
    switch (block->kind) {
    case BLOCK_section: section_flow(writer, block, parent, left, width); break;
    case BLOCK_paragraph:
    case BLOCK_list: text_flow(writer, block, parent, left, width); break;
    case BLOCK_table: table_flow(writer, block, parent, left, width); break;
    case BLOCK_figure: figure_flow(writer, block, parent, left, width); break;
    }
}

/* Three lines of text, or all of it where that is less. */
static int32_t text_start_height(Writer *writer, const Block *block, int32_t width)
{
    int32_t most = percent_of_size(writer, 3 * 150), height = most;
    Stack stack = {0};
    if (!is_short(block))
        return most;
    stack_add_block(writer, &stack, block, NULL);
    stack_fit(writer, &stack, measure(writer, width));
    height = stack_height(&stack);
    stack_free(&stack);
    return height < most ? height : most;
}

int32_t flow_start_height(Writer *writer, const Block *block, int32_t width)
{
    /* Of the space before a table or figure, that after a heading makes up the most. */
    switch (block->kind) {
    case BLOCK_section: {
        const Block *first = block->as.section.body.first;
        if (pair_begins(writer, block, width))
            return pair_height(writer, block, width);
        return percent_of_size(writer, 300) + (first ? flow_start_height(writer, first, width) : 0);
    }
    case BLOCK_table: return percent_of_size(writer, 20) + table_start_height(writer, block, width);
    case BLOCK_figure: return percent_of_size(writer, 20) + figure_start_height(writer, block, width);
    case BLOCK_paragraph:
        if (leads_in(block))
            return text_start_height(writer, block, width) + role_after(writer, ROLE_body) +
                   flow_start_height(writer, block->next, width);
        break;
    case BLOCK_list: break;
    }
    return text_start_height(writer, block, width);
}

/* The heads of the pages say it too, but only to those who look. */
static void draft_flow(Writer *writer, Element *root)
{
    TextBlock *text = textblock_of(writer, element_new(&writer->structure, root, ELEMENT_P),
                                   STR("DRAFT – made although the plan still has errors."), ROLE_draft);
    textblock_fit(text, COLUMN);
    page_space(writer, 0);
    flow_lines(writer, text, MARGIN_SIDE);
    writer->gap = role_after(writer, ROLE_body);
}

void flow_document(Writer *writer)
{
    const Document *document = writer->document;
    Element *root = element_new(&writer->structure, NULL, ELEMENT_Document);
    element_attach(&writer->structure, root);
    page_begin(writer);
    Run *run = ARENA_NEW(&writer->arena, Run);
    *run = (Run){.text = document->title};
    Runs title = {.list = {.at = run, .count = 1, .room = 1}};
    heading_flow(writer, &title, 1, root, MARGIN_SIDE, COLUMN, (Follow){0});
    if (document->draft)
        draft_flow(writer, root);
    for (const Block *block = document->body.first; block; block = block->next)
        flow_block(writer, block, root, MARGIN_SIDE, COLUMN);
    if (writer->outline.count == 0)
        outline_add(writer, document->title, 2, MARGIN_TOP);
}
