/* Paint: marks on a page. Every mark belongs to an element or is an artifact. */
#ifndef SENC_PDF_PAINT_H
#define SENC_PDF_PAINT_H

#include "codegen/pdf/writer.h"

/* What is painted from here on belongs to `element` (to an artifact while writer->repeating). */
void paint_element(Writer *writer, Element *element);

/* What is painted from here on is no content. */
void paint_artifact(Writer *writer, MarkKind kind);

/* Ends what is open on the page. */
void paint_close(Page *page);

void paint_fill(Page *page, Colour colour);
void paint_stroke(Page *page, Colour colour);

/* A filled rectangle. */
void paint_rectangle(Page *page, int32_t left, int32_t top, int32_t width, int32_t height, Colour colour);

/* "x y", a point of the page, with a blank behind it. */
void paint_point(Page *page, int64_t x, int64_t y);

/* The glyphs of a piece, its line's left end at `left`, on `baseline`. */
void paint_piece(Writer *writer, const Passage *passage, const TextPiece *piece, int32_t left,
                 int32_t baseline, Colour colour);

/* Whether codes alone cannot say what the piece says: then its element needs `actual`. */
bool piece_needs_actual(const Passage *passage, const TextPiece *piece);

/* What the piece says, in UTF-8. */
Str piece_text(Writer *writer, const Passage *passage, const TextPiece *piece);

/* The print value of an ink. */
Colour ink_colour(Ink ink);

#endif
