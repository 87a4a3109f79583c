/* Blocks into HTML. In: the blocks of a document, in order; out: sections, paragraphs, lists and figures.
 * Tables stand in table.c, the page around all this in html.c. */
#include "codegen/html/markup.h"

static void section_write(Page *page, const Block *block)
{
    Out *out = page->out;
    const Runs *title = &block->as.section.title;
    out_text(out, block->as.section.new_page ? "<section class=\"new-page\"" : "<section");
    id_write(out, block->id);
    out_format(out, ">\n<h%u", block->as.section.level);
    Str language = runs_language(title);
    language_write(out, language);
    out_char(out, '>');
    runs_write(out, title, language);
    out_format(out, "</h%u>\n", block->as.section.level);

    const Runs *outer = page->heading;
    page->heading = title;
    blocks_write(page, &block->as.section.body);
    page->heading = outer;
    out_text(out, "</section>\n");
}

/* ---- paragraphs ---- */

static const char *const paragraph_class[] = {
    [PARAGRAPH_body] = "",
    [PARAGRAPH_lead] = " class=\"lead\"",
    [PARAGRAPH_quote] = "",
    [PARAGRAPH_note] = " class=\"note\"",
    [PARAGRAPH_small] = " class=\"small\"",
};

/* Somebody's words whose language nobody named stand on the side where their writing begins. */
static void direction_write(Out *out, const Runs *runs, Str language)
{
    if (language.length > 0)
        language_write(out, language);
    else if (runs->list.count == 1 && runs->list.at[0].isolated)
        out_text(out, " dir=\"auto\"");
}

static void paragraph_write(Page *page, const Block *block)
{
    Out *out = page->out;
    const Runs *runs = &block->as.paragraph.runs;
    bool quote = block->as.paragraph.style == PARAGRAPH_quote;
    Str language = runs_language(runs);
    out_text(out, quote ? "<blockquote" : "<p");
    id_write(out, block->id);
    out_text(out, paragraph_class[block->as.paragraph.style]);
    direction_write(out, runs, language);
    out_text(out, quote ? "><p>" : ">");
    runs_write(out, runs, language);
    out_text(out, quote ? "</p></blockquote>\n" : "</p>\n");
}

void content_write(Page *page, const Blocks *blocks)
{
    const Block *only = blocks->first;
    if (only && !only->next && only->kind == BLOCK_paragraph && only->as.paragraph.style == PARAGRAPH_body &&
        only->id.length == 0 && runs_language(&only->as.paragraph.runs).length == 0)
        runs_write(page->out, &only->as.paragraph.runs, (Str){NULL, 0});
    else
        blocks_write(page, blocks);
}

/* ---- lists ---- */

static void list_write(Page *page, const Block *block)
{
    Out *out = page->out;
    const char *element = block->as.list.ordered ? "ol" : "ul";
    if (block->as.list.items.count == 0)
        return;
    out_format(out, "<%s", element);
    id_write(out, block->id);
    out_text(out, ">\n");
    for (size_t i = 0; i < block->as.list.items.count; i++) {
        out_text(out, "<li");
        id_write(out, block->as.list.items.at[i].id);
        out_char(out, '>');
        content_write(page, &block->as.list.items.at[i].body);
        out_text(out, "</li>\n");
    }
    out_format(out, "</%s>\n", element);
}

/* ---- figures ---- */

#define WIDE_DRAWING   300000 /* thousandths of a point: what does not fit a phone unless it scrolls */

/* On a wide screen a wide drawing may grow by so much: its letters are small, for paper. */
#define GROWTH_PERCENT 140

static void region_open(Page *page, const Figure *figure)
{
    Out *out = page->out;
    const Runs *name = runs_are_empty(&figure->caption) ? page->heading : &figure->caption;
    out_text(out, "<div class=\"scroll\" style=\"--most:");
    out_thousandths(out, (int64_t)figure->drawing->width * GROWTH_PERCENT / 100);
    out_format(out, "pt\" role=\"region\" tabindex=\"0\" aria-label=\"Figure %u", page->figure_count);
    if (name && !runs_are_empty(name)) {
        out_text(out, ": ");
        runs_write_text(out, name);
    }
    out_text(out, "\">\n");
}

static void drawing_write(Page *page, const Figure *figure)
{
    Out *out = page->out, title = {0}, id = {0};
    out_format(&id, "senc-figure-%u", page->figure_count);
    for (size_t i = 0; i < figure->caption.list.count; i++)
        out_str(&title, figure->caption.list.at[i].text);
    bool wide = figure->drawing->width > WIDE_DRAWING;
    if (wide)
        region_open(page, figure);
    svg_write_inline(figure->drawing, out_result(&id), out_result(&title), figure->alternative, out);
    out_text(out, wide ? "</div>\n" : "");
    out_free(&title);
    out_free(&id);
}

static void figure_write(Page *page, const Block *block)
{
    Out *out = page->out;
    const Figure *figure = &block->as.figure;
    page->figure_count++;
    out_text(out, "<figure");
    id_write(out, block->id);
    out_text(out, ">\n");
    if (figure->drawing) {
        drawing_write(page, figure);
    } else {
        out_text(out, "<p>");
        out_escaped(out, figure->alternative);
        out_text(out, "</p>\n");
    }
    if (!runs_are_empty(&figure->caption)) {
        out_text(out, "<figcaption>");
        runs_write(out, &figure->caption, (Str){NULL, 0});
        out_text(out, "</figcaption>\n");
    }
    out_text(out, "</figure>\n");
}

void blocks_write_until(Page *page, const Block *first, const Block *end)
{
    for (const Block *block = first; block != end; block = block->next) {
        switch (block->kind) {
        case BLOCK_section: section_write(page, block); break;
        case BLOCK_paragraph: paragraph_write(page, block); break;
        case BLOCK_list: list_write(page, block); break;
        case BLOCK_table: table_write(page, &block->as.table, block->id); break;
        case BLOCK_figure: figure_write(page, block); break;
        }
    }
}

void blocks_write(Page *page, const Blocks *blocks)
{
    blocks_write_until(page, blocks->first, NULL);
}
