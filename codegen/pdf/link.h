/* Links: annotations, the places they lead to, and the outline. */
#ifndef SENC_PDF_LINK_H
#define SENC_PDF_LINK_H

#include "codegen/pdf/writer.h"

/* Finds all places of the document that have an id. Before anything is painted. */
void anchors_collect(Writer *writer);

/* Says that the place `id` is here, on the page being painted. Nothing for an empty id. */
void anchor_place(Writer *writer, Str id, int32_t left, int32_t top);

/* Whether a link to `target` can be made: a place of this document, or an address outside it that is no
 * script. */
bool link_leads(const Writer *writer, Str target);

/* Adds a box on the page being painted to the link `area`, which belongs to `element`; NULL or the area of
 * another page begins a new one. `says` is the text of the link. Returns the area. */
LinkArea *link_add(Writer *writer, LinkArea *area, Element *element, Str target, Str says,
                   const int32_t box[4]);

/* Adds a heading to the outline. */
void outline_add(Writer *writer, Str title, unsigned level, int32_t top);

/* Writes the annotations. They are numbered in the parent tree from `first_key`. */
void links_write(Writer *writer, uint32_t first_key);

/* Writes the outline; returns its object number. */
uint32_t outline_write(Writer *writer);

/* The text of all runs, line feeds as blanks; in the writer's arena. */
Str runs_text(Writer *writer, const Runs *runs);

#endif
