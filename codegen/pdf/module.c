/* The module senc-pdf.so: one table of functions. In: documents; out: PDF/UA-1 and PDF/A-2a files. */
#include "codegen/pdf/flow.h"
#include "codegen/pdf/metadata.h"
#include "codegen/pdf/page.h"

#include <stdlib.h>

/* A file must have a title and a language, whatever the report has. */
static Document document_fill(const Document *document)
{
    Document filled = *document;
    if (str_trim(filled.title).length == 0)
        filled.title = STR("Untitled");
    if (!language_is_tag(filled.language))
        filled.language = STR("und");
    return filled;
}

static void writer_open(Writer *writer)
{
    writer->size = writer->options->text_size > 0 ? writer->options->text_size : 12000;
    writer->leftwards = language_right_to_left(writer->document->language);
    writer->structure.arena = &writer->arena;
    writer->structure.objects = &writer->objects;
    writer->structure.root = object_reserve(&writer->objects);
    writer->pdf_fonts.objects = &writer->objects;
    anchors_collect(writer);
}

static void writer_close(Writer *writer)
{
    for (size_t i = 0; i < writer->pages.count; i++) {
        Page *page = writer->pages.at[i];
        out_free(&page->content);
        free(page->marks.at);
        free(page->annotations.at);
    }
    for (size_t i = 0; i < writer->links.count; i++)
        free(writer->links.at[i]->boxes.at);
    free(writer->pages.at);
    free(writer->links.at);
    free(writer->outline.at);
    free(writer->structure.elements.at);
    pdf_fonts_free(&writer->pdf_fonts);
    objects_free(&writer->objects);
    arena_free(&writer->arena);
}

static bool file_write(Writer *writer, Out *out)
{
    uint32_t parents = object_reserve(&writer->objects);
    uint32_t pages = pages_write(writer, parents);
    uint32_t outline = outline_write(writer);
    links_write(writer, (uint32_t)writer->pages.count);
    structure_write(&writer->structure, parents, (uint32_t)(writer->pages.count + writer->links.count));
    if (!pdf_fonts_write(&writer->pdf_fonts))
        return false;
    uint32_t catalog = catalog_write(writer, pages, outline);
    uint32_t information = information_write(writer);
    objects_write(&writer->objects, catalog, information, out);
    return true;
}

static bool document_write(const Document *document, const RenderOptions *options, Findings *findings,
                           Out *out)
{
    Document filled = document_fill(document);
    Writer writer = {.document = &filled, .options = options, .fonts = options->fonts};
    writer_open(&writer);
    flow_document(&writer);
    pages_finish(&writer);
    bool written = file_write(&writer, out);
    if (!written)
        finding_font_not_cut(findings, (Place){0});
    fonts_report_missing(options->fonts, findings);
    writer_close(&writer);
    return written;
}

__attribute__((visibility("default"))) extern const PdfModule senc_pdf;
const PdfModule senc_pdf = {
    .version = SENC_MODULE_VERSION,
    .fonts_open = fonts_open,
    .fonts_close = fonts_close,
    .meter = fonts_meter,
    .write = document_write,
};
