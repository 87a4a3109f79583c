/* Fonts of a PDF: codes for pairs of glyph and text, and at the end the subset that holds the glyphs. */
#ifndef SENC_PDF_FONT_H
#define SENC_PDF_FONT_H

#include "codegen/pdf/object.h"
#include "codegen/text/passage.h"

/* A character code's meaning. */
typedef struct FontCode {
    uint32_t glyph;        /* of the face */
    uint32_t text, length; /* UTF-16, in the font's `texts` */
    uint32_t next;         /* code with the same hash, or 0 */
    uint16_t width;        /* thousandths of an em, as the viewer will move on */
} FontCode;

/* One embedded font. Another is begun for the same face when its codes run out. */
typedef struct PdfFont {
    const Face *face;
    uint32_t object;
    ARRAY(FontCode) codes; /* of code − 1 */
    ARRAY(UChar) texts;
    uint32_t *heads;     /* hash table of codes */
    uint32_t head_count; /* a power of two */
} PdfFont;

/* Zero-initialise but for `objects`; freed with pdf_fonts_free. */
typedef struct PdfFonts {
    Objects *objects;
    ARRAY(PdfFont *) list;            /* in the order of first use: /F1, /F2 … */
    uint32_t of_face[FACE_COUNT * 2]; /* index + 1 of the font in use for a face */
} PdfFonts;

void pdf_fonts_free(PdfFonts *fonts);

/* The index of the font for a face with room for `codes` more. */
uint32_t pdf_font_for(PdfFonts *fonts, const Face *face, uint32_t codes);

/* The code for `glyph` that stands for `text`. */
uint32_t pdf_font_code(PdfFont *font, uint32_t glyph, const UChar *text, uint32_t length);

/* Writes all fonts. False when a face refuses to be cut down. */
bool pdf_fonts_write(PdfFonts *fonts);

/* Writes the dictionary that names them: "/F1 7 0 R …". */
void pdf_fonts_resources(const PdfFonts *fonts, Out *out);

#endif
