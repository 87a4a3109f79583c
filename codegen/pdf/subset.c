/* Cuts fonts down to the glyphs used and writes their dictionaries. In: codes; out: Type0 fonts with
 * CIDToGIDMap and ToUnicode. */
#include "codegen/pdf/font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

/* A face cut down. */
typedef struct Subset {
    hb_blob_t *file;
    hb_map_t *renumbered; /* glyph of the face → glyph of the subset */
    char name[80];        /* ABCDEF+PostScriptName */
} Subset;

/* A CID font needs outlines and metrics and nothing else; least of all the character map, which the library
 * would read through, thousands of entries, for each subset. */
static hb_blob_t *table_reference(hb_face_t *face, hb_tag_t tag, void *whole)
{
    static const hb_tag_t wanted[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                                      HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                                      HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p')};
    (void)face;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (wanted[i] == tag)
            return hb_face_reference_table(whole, tag);
    return NULL;
}

/* The PostScript name, without what may not stand in a PDF name. */
static void postscript_name(hb_face_t *face, char *name, unsigned room)
{
    unsigned length = room;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
    unsigned kept = 0;
    for (unsigned i = 0; name[i]; i++)
        if ((name[i] >= '0' && name[i] <= '9') || (name[i] >= 'A' && name[i] <= 'Z') ||
            (name[i] >= 'a' && name[i] <= 'z') || name[i] == '-')
            name[kept++] = name[i];
    name[kept] = '\0';
}

/* Six letters made from the subset's bytes and its codes. */
static void subset_name(const PdfFont *font, Subset *subset)
{
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(subset->file, &length);
    uint64_t hash = str_hash((Str){bytes, length}) ^ font->codes.count;
    for (unsigned i = 0; i < 6; i++, hash /= 26)
        subset->name[i] = (char)('A' + hash % 26);
    subset->name[6] = '+';
    postscript_name(font->face->face, subset->name + 7, sizeof subset->name - 7);
}

static bool subset_make(const PdfFont *font, Subset *subset)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return false;
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < font->codes.count; i++)
        hb_set_add(wanted, font->codes.at[i].glyph);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_face_t *bare = hb_face_create_for_tables(table_reference, font->face->face, NULL);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(bare, input);
    hb_subset_input_destroy(input);
    hb_face_destroy(bare);
    if (!plan)
        return false;
    hb_face_t *face = hb_subset_plan_execute_or_fail(plan);
    if (face) {
        subset->renumbered = hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan));
        subset->file = hb_face_reference_blob(face);
        subset_name(font, subset);
    }
    hb_face_destroy(face);
    hb_subset_plan_destroy(plan);
    return subset->file != NULL;
}

static void file_write(Objects *objects, uint32_t number, const Subset *subset)
{
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(subset->file, &length);
    Out entries = {0};
    out_format(&entries, "/Length1 %u", length);
    object_stream(objects, number, out_result(&entries), (Str){bytes, length}, false);
    out_free(&entries);
}

static void glyph_map_write(Objects *objects, uint32_t number, const PdfFont *font, const Subset *subset)
{
    Out map = {0};
    out_fill(&map, '\0', 2);
    for (size_t i = 0; i < font->codes.count; i++) {
        unsigned glyph = hb_map_get(subset->renumbered, font->codes.at[i].glyph);
        out_char(&map, (char)(glyph >> 8));
        out_char(&map, (char)(glyph & 0xFF));
    }
    object_stream(objects, number, (Str){0}, out_result(&map), false);
    out_free(&map);
}

static void unicode_write(Objects *objects, uint32_t number, const PdfFont *font)
{
    enum { A_BLOCK = 100 };
    Out map = {0};
    out_text(&map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                   "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (size_t i = 0; i < font->codes.count; i++) {
        const FontCode *code = &font->codes.at[i];
        size_t rest = font->codes.count - i;
        if (i % A_BLOCK == 0) {
            write_integer(&map, (int64_t)(rest < A_BLOCK ? rest : A_BLOCK));
            out_text(&map, " beginbfchar\n");
        }
        out_char(&map, '<');
        write_hex4(&map, (unsigned)i + 1);
        out_text(&map, "><");
        for (uint32_t unit = 0; unit < code->length; unit++)
            write_hex4(&map, font->texts.at[code->text + unit]);
        out_text(&map, ">\n");
        if (i % A_BLOCK == A_BLOCK - 1 || rest == 1)
            out_text(&map, "endbfchar\n");
    }
    out_text(&map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    object_stream(objects, number, (Str){0}, out_result(&map), false);
    out_free(&map);
}

/* A metric of the face in thousandths of an em. */
static int64_t metric(const Face *face, hb_ot_metrics_tag_t tag, int64_t otherwise)
{
    hb_position_t value = 0;
    if (!hb_ot_metrics_get_position(face->font, tag, &value))
        return otherwise;
    return (int64_t)value * 1000 / face->upem;
}

/* The box of all glyphs, from the table `head`. */
static void font_box_write(const Face *face, Out *out)
{
    unsigned length = 0;
    hb_blob_t *head = hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
    const char *at = hb_blob_get_data(head, &length);
    out_text(out, "/FontBBox[");
    for (unsigned i = 0; i < 4; i++) {
        int64_t value = 0;
        if (length >= 44)
            value = (int16_t)((unsigned char)at[36 + 2 * i] << 8 | (unsigned char)at[37 + 2 * i]);
        write_integer(out, value * 1000 / face->upem);
        out_char(out, i < 3 ? ' ' : ']');
    }
    hb_blob_destroy(head);
}

static void descriptor_write(Objects *objects, uint32_t number, uint32_t file, const PdfFont *font,
                             const Subset *subset)
{
    Out *out = object_begin(objects, number);
    out_format(out, "<</Type/FontDescriptor/FontName/%s/Flags 4", subset->name);
    font_box_write(font->face, out);
    out_text(out, "/ItalicAngle 0/Ascent ");
    write_integer(out, metric(font->face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 900));
    out_text(out, "/Descent ");
    write_integer(out, metric(font->face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -250));
    out_text(out, "/CapHeight ");
    write_integer(out, metric(font->face, HB_OT_METRICS_TAG_CAP_HEIGHT, 700));
    out_text(out, font->face->number % 2 ? "/StemV 140/FontFile2" : "/StemV 80/FontFile2");
    write_reference(out, file);
    out_text(out, ">>");
    object_end(objects);
}

static void descendant_write(Objects *objects, uint32_t number, uint32_t descriptor, uint32_t map,
                             const PdfFont *font, const Subset *subset)
{
    Out *out = object_begin(objects, number);
    out_format(out,
               "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
               "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor",
               subset->name);
    write_reference(out, descriptor);
    out_text(out, "/CIDToGIDMap");
    write_reference(out, map);
    out_text(out, "/W[1[");
    for (size_t i = 0; i < font->codes.count; i++) {
        if (i > 0)
            out_char(out, i % 32 ? ' ' : '\n');
        write_integer(out, font->codes.at[i].width);
    }
    out_text(out, "]]>>");
    object_end(objects);
}

static bool font_write(Objects *objects, const PdfFont *font)
{
    Subset subset = {0};
    if (!subset_make(font, &subset))
        return false;
    uint32_t descendant = object_reserve(objects), descriptor = object_reserve(objects);
    uint32_t file = object_reserve(objects), map = object_reserve(objects), unicode = object_reserve(objects);
    Out *out = object_begin(objects, font->object);
    out_format(out, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[",
               subset.name);
    write_reference(out, descendant);
    out_text(out, "]/ToUnicode");
    write_reference(out, unicode);
    out_text(out, ">>");
    object_end(objects);
    descendant_write(objects, descendant, descriptor, map, font, &subset);
    descriptor_write(objects, descriptor, file, font, &subset);
    file_write(objects, file, &subset);
    glyph_map_write(objects, map, font, &subset);
    unicode_write(objects, unicode, font);
    hb_map_destroy(subset.renumbered);
    hb_blob_destroy(subset.file);
    return true;
}

bool pdf_fonts_write(PdfFonts *fonts)
{
    for (size_t i = 0; i < fonts->list.count; i++)
        if (!font_write(fonts->objects, fonts->list.at[i]))
            return false;
    return true;
}
