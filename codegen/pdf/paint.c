/* Paints on pages and keeps their marks in order: at each moment nothing, one artifact or one element is
 * open. In: elements and shapes; out: content streams. */
#include "codegen/pdf/paint.h"

static const Colour inks[INK_COUNT] = {
#define INK(name, light, dark) [INK_##name] = light,
#include "codegen/ink.def"
};

Colour ink_colour(Ink ink)
{
    return inks[ink];
}

void paint_close(Page *page)
{
    if (page->open != MARK_nothing)
        out_text(&page->content, "EMC\n");
    page->open = MARK_nothing;
    page->element = NULL;
}

void paint_artifact(Writer *writer, MarkKind kind)
{
    static const char *const begins[] = {
        "", "/Artifact BMC\n", "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n",
        "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n", ""};
    Page *page = writer->page;
    if (writer->repeating)
        kind = writer->repeating;
    if (page->open == kind)
        return;
    paint_close(page);
    out_text(&page->content, begins[kind]);
    page->open = kind;
}

void paint_element(Writer *writer, Element *element)
{
    Page *page = writer->page;
    if (writer->repeating) {
        paint_artifact(writer, writer->repeating);
        return;
    }
    if (page->open == MARK_element && page->element == element)
        return;
    paint_close(page);
    out_char(&page->content, '/');
    out_text(&page->content, element_name(element));
    out_text(&page->content, "<</MCID ");
    write_integer(&page->content, (int64_t)page->marks.count);
    if (element->actual.length) {
        out_text(&page->content, "/ActualText");
        write_text(&page->content, element->actual);
    }
    out_text(&page->content, ">>BDC\n");
    element_mark(&writer->structure, element, page->object, (uint32_t)page->marks.count);
    ARRAY_ADD(&page->marks, element);
    page->open = MARK_element;
    page->element = element;
}

static void colour_write(Out *out, Colour colour, const char *operator)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        write_number(out, ((colour >> shift & 0xFF) * 1000 + 127) / 255);
        out_char(out, ' ');
    }
    out_text(out, operator);
}

void paint_fill(Page *page, Colour colour)
{
    if (page->fill != colour)
        colour_write(&page->content, colour, "rg\n");
    page->fill = colour;
}

void paint_stroke(Page *page, Colour colour)
{
    if (page->stroke != colour)
        colour_write(&page->content, colour, "RG\n");
    page->stroke = colour;
}

void paint_point(Page *page, int64_t x, int64_t y)
{
    write_number(&page->content, x);
    out_char(&page->content, ' ');
    write_number(&page->content, PAGE_HEIGHT - y);
    out_char(&page->content, ' ');
}

void paint_rectangle(Page *page, int32_t left, int32_t top, int32_t width, int32_t height, Colour colour)
{
    paint_fill(page, colour);
    paint_point(page, left, (int64_t)top + height);
    write_number(&page->content, width);
    out_char(&page->content, ' ');
    write_number(&page->content, height);
    out_text(&page->content, " re f\n");
}
