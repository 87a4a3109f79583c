/* A document as plain text. In: the tree; out: one line for each title, paragraph, item and caption, in the
 * order in which a screen reader would say them. It says nothing about looks, so that tests can hold it
 * against the text that others take out of HTML and PDF. */
#include "report/document.h"

/* Line breaks within a run become blanks, so that a paragraph stays one line. */
static void text_runs(const Runs *runs, Out *out)
{
    size_t start = out->length;
    for (size_t i = 0; i < runs->list.count; i++) {
        Str text = runs->list.at[i].text;
        for (size_t at = 0; at < text.length; at++)
            out_char(out, text.at[at] == '\n' ? ' ' : text.at[at]);
    }
    if (out->length > start)
        out_char(out, '\n');
}

static void text_line(Str text, Out *out)
{
    if (text.length == 0)
        return;
    out_str(out, text);
    out_char(out, '\n');
}

static void text_blocks(const Blocks *blocks, Out *out);

static void text_table(const Table *table, Out *out)
{
    text_runs(&table->caption, out);
    for (size_t r = 0; r < table->rows.count; r++) {
        const Row *row = &table->rows.at[r];
        for (size_t c = 0; c < row->cells.count; c++)
            text_blocks(&row->cells.at[c].body, out);
    }
}

static void text_block(const Block *block, Out *out)
{
    switch (block->kind) {
    case BLOCK_section:
        text_runs(&block->as.section.title, out);
        text_blocks(&block->as.section.body, out);
        break;
    case BLOCK_paragraph: text_runs(&block->as.paragraph.runs, out); break;
    case BLOCK_list:
        for (size_t i = 0; i < block->as.list.items.count; i++)
            text_blocks(&block->as.list.items.at[i].body, out);
        break;
    case BLOCK_table: text_table(&block->as.table, out); break;
    case BLOCK_figure:
        text_line(block->as.figure.alternative, out);
        text_runs(&block->as.figure.caption, out);
        break;
    }
}

static void text_blocks(const Blocks *blocks, Out *out)
{
    for (const Block *block = blocks->first; block; block = block->next)
        text_block(block, out);
}

void document_plain_text(const Document *document, Out *out)
{
    text_line(document->title, out);
    text_blocks(&document->body, out);
}
