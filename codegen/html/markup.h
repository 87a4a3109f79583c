/* Markup: what the files of this folder share. Everything that comes from a plan passes through out_escaped,
 * and every link through target_write, so that nothing in a plan can become markup. */
#ifndef SENC_CODEGEN_HTML_MARKUP_H
#define SENC_CODEGEN_HTML_MARKUP_H

#include "codegen/html/html.h"

/* The style sheet of page.css, made into C by the Makefile. */
extern const char page_style[];

/* The first choice is the face that drawings are measured with. */
#define FONT_FAMILY "Andika, Verdana, Arial, sans-serif"

/* A page being written. */
typedef struct Page {
    Out *out;
    const Document *document;
    const Runs *heading;                /* of the section being written; NULL before the first */
    unsigned table_count, figure_count; /* so far: they make names unique */
} Page;

/* Letters, digits, `-`, `_` and `.` only, and at least one. */
bool id_is_valid(Str id);

/* ` id="…"` where `id` is valid; else nothing. */
void id_write(Out *out, Str id);

/* Whether a link may lead there: "#id", https, http, mailto, tel. */
bool target_is_safe(Str target);

/* ` href="…"`. The target must be safe. */
void target_write(Out *out, Str target);

/* Letters, digits and `-` only, and at least one. */
bool language_is_valid(Str language);

/* ` lang="…"`, and ` dir="rtl"` or `dir="ltr"`; nothing when `language` is empty or no tag. */
void language_write(Out *out, Str language);

/* The runs as inline markup; `language` is that of the element around them. */
void runs_write(Out *out, const Runs *runs, Str language);

/* The same without links, for a place that is a link itself. */
void runs_write_unlinked(Out *out, const Runs *runs);

/* The runs as the text of an attribute or of a title. */
void runs_write_text(Out *out, const Runs *runs);

/* The one language (a valid tag) that all runs name, so that the element around them can bear it; else empty.
 */
Str runs_language(const Runs *runs);

/* Whether there is any text in the runs. */
bool runs_are_empty(const Runs *runs);

void blocks_write(Page *page, const Blocks *blocks);

/* The blocks from `first` up to `end`, which is not written; NULL for all that follow. */
void blocks_write_until(Page *page, const Block *first, const Block *end);

/* Blocks of an item or a cell: a single plain paragraph stands there without its <p>. */
void content_write(Page *page, const Blocks *blocks);

void table_write(Page *page, const Table *table, Str id);

/* The inks as CSS variables, light and dark, and the classes that fill and stroke with them. */
void ink_style_write(Out *out);

/* ` class="…"` for fill and stroke; with `fallback` also the light colours as attributes, for readers of SVG
 * that know no variables. */
void ink_write(Out *out, Ink fill, Ink stroke, bool fallback);

/* ` aria-label="…"` for the group that begins at shape `index`: its name and all the words seen in it.
 * Nothing when it has neither. */
void group_name_write(Out *out, const Drawing *drawing, size_t index);

#endif
