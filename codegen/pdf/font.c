/* Gives codes to pairs of glyph and text, so that what looks alike may still read differently: a hyphen and a
 * no-break hyphen, or a replacement sign and the character it stands for. */
#include "codegen/pdf/font.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CODES = 65000, FIRST_HEADS = 256 };

void pdf_fonts_free(PdfFonts *fonts)
{
    for (size_t i = 0; i < fonts->list.count; i++) {
        PdfFont *font = fonts->list.at[i];
        free(font->codes.at);
        free(font->texts.at);
        free(font->heads);
        free(font);
    }
    free(fonts->list.at);
    *fonts = (PdfFonts){0};
}

static uint32_t *heads_new(uint32_t count)
{
    uint32_t *heads = memory_grow(NULL, count * sizeof *heads);
    memset(heads, 0, count * sizeof *heads);
    return heads;
}

uint32_t pdf_font_for(PdfFonts *fonts, const Face *face, uint32_t codes)
{
    uint32_t *of_face = &fonts->of_face[face->number];
    if (*of_face && fonts->list.at[*of_face - 1]->codes.count + codes <= MOST_CODES)
        return *of_face - 1;
    PdfFont *font = memory_grow(NULL, sizeof *font);
    *font = (PdfFont){.face = face, .object = object_reserve(fonts->objects), .head_count = FIRST_HEADS};
    font->heads = heads_new(FIRST_HEADS);
    ARRAY_ADD(&fonts->list, font);
    *of_face = (uint32_t)fonts->list.count;
    return *of_face - 1;
}

static uint64_t code_hash(uint32_t glyph, const UChar *text, uint32_t length)
{
    uint64_t hash = glyph * UINT64_C(0x9E3779B97F4A7C15);
    for (uint32_t i = 0; i < length; i++)
        hash = (hash ^ text[i]) * UINT64_C(0x9E3779B97F4A7C15);
    return hash >> 32;
}

static void heads_double(PdfFont *font)
{
    free(font->heads);
    font->head_count *= 2;
    font->heads = heads_new(font->head_count);
    for (uint32_t i = 0; i < font->codes.count; i++) {
        FontCode *code = &font->codes.at[i];
        uint32_t *head = &font->heads[code_hash(code->glyph, font->texts.at + code->text, code->length) &
                                      (font->head_count - 1)];
        code->next = *head;
        *head = i + 1;
    }
}

static uint16_t glyph_width(const Face *face, uint32_t glyph)
{
    int64_t advance = hb_font_get_glyph_h_advance(face->font, glyph);
    return (uint16_t)((advance * 1000 + face->upem / 2) / face->upem);
}

uint32_t pdf_font_code(PdfFont *font, uint32_t glyph, const UChar *text, uint32_t length)
{
    uint32_t *head = &font->heads[code_hash(glyph, text, length) & (font->head_count - 1)];
    for (uint32_t at = *head; at; at = font->codes.at[at - 1].next) {
        const FontCode *code = &font->codes.at[at - 1];
        if (code->glyph == glyph && code->length == length &&
            memcmp(font->texts.at + code->text, text, length * sizeof *text) == 0)
            return at;
    }
    FontCode code = {glyph, (uint32_t)font->texts.count, length, *head, glyph_width(font->face, glyph)};
    for (uint32_t i = 0; i < length; i++)
        ARRAY_ADD(&font->texts, text[i]);
    ARRAY_ADD(&font->codes, code);
    *head = (uint32_t)font->codes.count;
    uint32_t made = *head;
    if (font->codes.count > font->head_count)
        heads_double(font);
    return made;
}

void pdf_fonts_resources(const PdfFonts *fonts, Out *out)
{
    for (size_t i = 0; i < fonts->list.count; i++) {
        out_text(out, "/F");
        write_integer(out, (int64_t)i + 1);
        write_reference(out, fonts->list.at[i]->object);
    }
}
