/* HTML, SVG and DOT: texts that need no library. */
#ifndef SENC_CODEGEN_HTML_HTML_H
#define SENC_CODEGEN_HTML_HTML_H

#include "codegen/module.h"

/* Writes the document as one HTML file: no script, styles inside, drawings as inline SVG. */
void html_write(const Document *document, const RenderOptions *options, Out *out);

/* Writes a drawing as an SVG file of its own, with `title` and `description` for readers who listen. */
void svg_write(const Drawing *drawing, Str title, Str description, Out *out);

/* Writes a drawing as an <svg> element inside HTML; `id` (unique in the page) begins the ids of its title and
 * description. Colours are the page's. */
void svg_write_inline(const Drawing *drawing, Str id, Str title, Str description, Out *out);

/* Writes a map in Graphviz's language, for who wants to draw it otherwise. */
void dot_write(const Map *map, Str title, Out *out);

/* Escapes the five characters that mean something in HTML and XML; drops those XML forbids. */
void out_escaped(Out *out, Str text);

#endif
