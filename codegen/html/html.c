/* A document as one HTML file. In: the tree; out: the page around the blocks: head with styles, title,
 * contents, main part and foot. No script, nothing fetched; a policy in the head forbids both, whatever a
 * plan may say. */
#include "codegen/html/markup.h"

#include "support/utf8.h"

/* ---- the head ---- */

static void meta_write(Out *out, const char *name, Str content)
{
    if (content.length == 0)
        return;
    out_format(out, "<meta name=\"%s\" content=\"", name);
    out_escaped(out, content);
    out_text(out, "\">\n");
}

/* A string of CSS. All but ASCII letters, digits and blanks is written by number, for here neither quotes nor
 * `</` of HTML may appear. */
static void css_string(Out *out, Str text)
{
    out_char(out, '"');
    for (size_t i = 0; i < text.length;) {
        unsigned size;
        uint32_t code = utf8_decode(text.at + i, text.at + text.length, &size);
        i += size;
        bool plain =
            (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
        if (plain || code == ' ')
            out_char(out, (char)code);
        else if (code > ' ')
            out_format(out, "\\%x ", code);
    }
    out_char(out, '"');
}

/* What stands on each printed page: running head, DRAFT, footer and number. */
static void print_heads_write(Out *out, const Document *document)
{
    out_text(out, "@page{@top-left{content:");
    css_string(out, document->running_head);
    out_text(out, document->draft ? "}@top-right{content:\"DRAFT\";font-weight:700" : "");
    out_text(out, "}@bottom-left{content:");
    css_string(out, document->footer);
    out_text(out, "}@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages)}}\n"
                  "@page:first{@top-left{content:none}}\n");
}

static void head_write(const Page *page, const RenderOptions *options)
{
    Out *out = page->out;
    const Document *document = page->document;
    out_text(out, "<head>\n<meta charset=\"utf-8\">\n<title>");
    out_escaped(out, document->title);
    out_text(out, "</title>\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n");
    meta_write(out, "description", document->subject);
    meta_write(out, "author", document->author);
    if (options)
        meta_write(out, "generator", options->creator);
    out_text(out, "<style>\n");
    ink_style_write(out);
    out_text(out, page_style);
    print_heads_write(out, document);
    out_text(out, "</style>\n</head>\n");
}

/* ---- contents ---- */

#define FEWEST_CONTENTS 3 /* sections, below which a list of them helps nobody */

static bool is_listed(const Block *block)
{
    return block->kind == BLOCK_section && block->as.section.level == 2 && id_is_valid(block->id) &&
           !runs_are_empty(&block->as.section.title);
}

static bool has_contents(const Document *document)
{
    unsigned count = 0;
    for (const Block *block = document->body.first; block; block = block->next)
        count += is_listed(block);
    return count >= FEWEST_CONTENTS;
}

static void contents_write(const Page *page)
{
    Out *out = page->out;
    out_text(out, "<nav aria-labelledby=\"senc-contents\">\n<p id=\"senc-contents\">Contents</p>\n<ul>\n");
    for (const Block *block = page->document->body.first; block; block = block->next) {
        if (!is_listed(block))
            continue;
        out_text(out, "<li><a href=\"#");
        out_str(out, block->id);
        out_text(out, "\">");
        runs_write_unlinked(out, &block->as.section.title);
        out_text(out, "</a></li>\n");
    }
    out_text(out, "</ul>\n</nav>\n");
}

/* ---- the body ---- */

static bool is_lead(const Block *block)
{
    return block->kind == BLOCK_paragraph && block->as.paragraph.style == PARAGRAPH_lead;
}

/* Title, and the sentences under it. Returns the first block that is not among them. */
static const Block *header_write(Page *page)
{
    Out *out = page->out;
    out_text(out, "<header>\n");
    if (page->document->draft)
        out_text(
            out,
            "<p class=\"draft\"><strong>DRAFT</strong> – made although the plan still has errors.</p>\n");
    out_text(out, "<h1>");
    out_escaped(out, page->document->title);
    out_text(out, "</h1>\n");
    const Block *rest = page->document->body.first;
    while (rest && is_lead(rest))
        rest = rest->next;
    blocks_write_until(page, page->document->body.first, rest);
    out_text(out, "</header>\n");
    return rest;
}

static void body_write(Page *page)
{
    Out *out = page->out;
    bool contents = has_contents(page->document);
    out_format(out, "<body%s>\n<a class=\"skip\" href=\"#senc-main\">Skip to the content</a>\n",
               contents ? " class=\"with-contents\"" : "");
    const Block *rest = header_write(page);
    if (contents)
        contents_write(page);
    out_text(out, "<main id=\"senc-main\" tabindex=\"-1\">\n");
    blocks_write_until(page, rest, NULL);
    out_text(out, "</main>\n");
    if (page->document->footer.length > 0) {
        out_text(out, "<footer><p>");
        out_escaped(out, page->document->footer);
        out_text(out, "</p></footer>\n");
    }
    out_text(out, "</body>\n");
}

void html_write(const Document *document, const RenderOptions *options, Out *out)
{
    Page page = {.out = out, .document = document};
    out_text(out, "<!DOCTYPE html>\n<html");
    language_write(out, document->language);
    out_text(out, ">\n");
    head_write(&page, options);
    body_write(&page);
    out_text(out, "</html>\n");
}
