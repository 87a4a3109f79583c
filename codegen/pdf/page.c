/* Begins, finishes and writes pages. In: what was painted; out: page objects, the parent tree, and on each
 * page the running head and footer, which are artifacts: a listener hears them never, not once a page. */
#include "codegen/pdf/page.h"

#include "codegen/pdf/figure.h"

enum {
    HEAD_TOP = 34016,  /* 12 mm */
    FOOT_TOP = 785197, /* 277 mm */
    MOST_LINES = 2,    /* of a running head or footer */
    RULE = 500         /* half a point */
};

static void blank_page_begin(Writer *writer)
{
    Page *page = ARENA_NEW(&writer->arena, Page);
    *page =
        (Page){.object = object_reserve(&writer->objects), .fill = COLOUR_UNKNOWN, .stroke = COLOUR_UNKNOWN};
    if (writer->page)
        paint_close(writer->page);
    ARRAY_ADD(&writer->pages, page);
    writer->page = page;
    writer->y = MARGIN_TOP;
    writer->gap = 0;
}

/* A page with the figure that waits at its top. */
static void figure_page_begin(Writer *writer)
{
    blank_page_begin(writer);
    figure_waiting_flow(writer);
    writer->y += writer->gap;
    writer->gap = 0;
}

void page_begin(Writer *writer)
{
    if (!writer->waiting.block) {
        blank_page_begin(writer);
        return;
    }
    figure_page_begin(writer);
    /* What goes on after the figure begins where some of it fits. */
    if (PAGE_BOTTOM - writer->y < PAGE_COLUMN / 4)
        blank_page_begin(writer);
}

bool page_is_fresh(const Writer *writer)
{
    return writer->y <= MARGIN_TOP;
}

void page_ensure(Writer *writer, int32_t height)
{
    if (writer->y + height > PAGE_BOTTOM && !page_is_fresh(writer))
        page_begin(writer);
}

void page_space(Writer *writer, int32_t before)
{
    int32_t space = writer->gap > before ? writer->gap : before;
    writer->gap = 0;
    if (!page_is_fresh(writer))
        writer->y += space;
}

/* A text of ours at `top`, no wider than `width`; returns its height. */
static int32_t line_paint(Writer *writer, Str text, RoleName role, Alignment alignment, int32_t left,
                          int32_t width, int32_t top, uint32_t most_lines)
{
    if (text.length == 0)
        return 0;
    TextBlock *block = textblock_of(writer, NULL, text, role);
    block->alignment = alignment;
    textblock_fit(block, width);
    textblock_paint(writer, block, 0, most_lines, left, top);
    return textblock_height(block, 0, most_lines);
}

static void head_paint(Writer *writer)
{
    const Document *document = writer->document;
    int32_t draft_width = document->draft ? COLUMN / 2 : 0;
    paint_artifact(writer, MARK_header);
    int32_t left = MARGIN_SIDE + (writer->leftwards ? draft_width : 0);
    int32_t height = line_paint(writer, document->running_head, ROLE_running, ALIGN_start, left,
                                COLUMN - draft_width, HEAD_TOP, MOST_LINES);
    if (document->draft) {
        left = MARGIN_SIDE + (writer->leftwards ? 0 : COLUMN - draft_width);
        int32_t drawn = line_paint(writer, STR("DRAFT – the plan has errors"), ROLE_draft, ALIGN_end, left,
                                   draft_width, HEAD_TOP, 1);
        height = drawn > height ? drawn : height;
    }
    if (height > 0)
        paint_rectangle(writer->page, MARGIN_SIDE, HEAD_TOP + height + 3000, COLUMN, RULE,
                        ink_colour(INK_rule));
}

/* In English, as all words of ours in a report are: it is written in English whatever language the people it
 * quotes speak, and says so (Document.language). */
static void foot_paint(Writer *writer, size_t number)
{
    enum { NUMBER_WIDTH = 110000 };
    Str says = arena_format(&writer->arena, "Page %zu of %zu", number, writer->pages.count);
    paint_artifact(writer, MARK_footer);
    int32_t left = MARGIN_SIDE + (writer->leftwards ? NUMBER_WIDTH : 0);
    line_paint(writer, writer->document->footer, ROLE_running, ALIGN_start, left, COLUMN - NUMBER_WIDTH,
               FOOT_TOP, MOST_LINES);
    left = MARGIN_SIDE + (writer->leftwards ? 0 : COLUMN - NUMBER_WIDTH);
    line_paint(writer, says, ROLE_running, ALIGN_end, left, NUMBER_WIDTH, FOOT_TOP, 1);
}

void pages_finish(Writer *writer)
{
    if (writer->waiting.block)
        figure_page_begin(writer);
    for (size_t i = 0; i < writer->pages.count; i++) {
        paint_close(writer->page);
        writer->page = writer->pages.at[i];
        writer->repeating = MARK_header;
        head_paint(writer);
        writer->repeating = MARK_footer;
        foot_paint(writer, i + 1);
    }
    writer->repeating = MARK_nothing;
    paint_close(writer->page);
}

/* Where a page's parts are. */
typedef struct PageParts {
    uint32_t content, tree, resources;
} PageParts;

static void page_write(Writer *writer, const Page *page, PageParts parts, size_t number)
{
    Out *out = object_begin(&writer->objects, page->object);
    out_text(out, "<</Type/Page/Parent");
    write_reference(out, parts.tree);
    out_text(out, "/Contents");
    write_reference(out, parts.content);
    /* PDF/A takes no inherited resources. */
    out_text(out, "/Resources");
    write_reference(out, parts.resources);
    out_text(out, "/Tabs/S/StructParents ");
    write_integer(out, (int64_t)number);
    if (page->annotations.count > 0) {
        out_text(out, "/Annots[");
        for (size_t i = 0; i < page->annotations.count; i++)
            write_reference(out, page->annotations.at[i]);
        out_char(out, ']');
    }
    out_text(out, ">>");
    object_end(&writer->objects);
}

/* The elements of a page's pieces, in the order of their numbers. */
static uint32_t marks_write(Writer *writer, const Page *page)
{
    uint32_t number = object_reserve(&writer->objects);
    Out *out = object_begin(&writer->objects, number);
    out_char(out, '[');
    for (size_t i = 0; i < page->marks.count; i++)
        write_reference(out, page->marks.at[i]->object);
    out_char(out, ']');
    object_end(&writer->objects);
    return number;
}

static void parents_write(Writer *writer, uint32_t parents)
{
    uint32_t *numbers = ARENA_ARRAY(&writer->arena, uint32_t, writer->pages.count + 1);
    for (size_t i = 0; i < writer->pages.count; i++)
        numbers[i] = marks_write(writer, writer->pages.at[i]);
    Out *out = object_begin(&writer->objects, parents);
    out_text(out, "<</Nums[");
    for (size_t i = 0; i < writer->pages.count + writer->links.count; i++) {
        bool is_page = i < writer->pages.count;
        write_integer(out, (int64_t)i);
        write_reference(out,
                        is_page ? numbers[i] : writer->links.at[i - writer->pages.count]->element->object);
        out_char(out, ' ');
    }
    out_text(out, "]>>");
    object_end(&writer->objects);
}

/* All pages share their fonts. */
static void resources_write(Writer *writer, uint32_t number)
{
    Out *out = object_begin(&writer->objects, number);
    out_text(out, "<</Font<<");
    pdf_fonts_resources(&writer->pdf_fonts, out);
    out_text(out, ">>>>");
    object_end(&writer->objects);
}

/* All pages hang on one node. */
static void tree_write(Writer *writer, uint32_t tree)
{
    Out *out = object_begin(&writer->objects, tree);
    out_text(out, "<</Type/Pages/Count ");
    write_integer(out, (int64_t)writer->pages.count);
    out_text(out, "/MediaBox[0 0 ");
    write_number(out, PAGE_WIDTH);
    out_char(out, ' ');
    write_number(out, PAGE_HEIGHT);
    out_text(out, "]/Kids[");
    for (size_t i = 0; i < writer->pages.count; i++)
        write_reference(out, writer->pages.at[i]->object);
    out_text(out, "]>>");
    object_end(&writer->objects);
}

uint32_t pages_write(Writer *writer, uint32_t parents)
{
    PageParts parts = {.tree = object_reserve(&writer->objects),
                       .resources = object_reserve(&writer->objects)};
    for (size_t i = 0; i < writer->pages.count; i++) {
        Page *page = writer->pages.at[i];
        parts.content = object_reserve(&writer->objects);
        object_stream(&writer->objects, parts.content, (Str){0}, out_result(&page->content), false);
        page_write(writer, page, parts, i);
    }
    resources_write(writer, parts.resources);
    tree_write(writer, parts.tree);
    parents_write(writer, parents);
    return parts.tree;
}
