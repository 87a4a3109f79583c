/* Opens font files. In: a folder; out: faces, each opened when first asked for, so that a report in Latin
 * script maps two files and no more. Knows nothing of texts; asks neither fontconfig nor the environment. */
#include "codegen/text/fonts.h"

#include "support/out.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

typedef struct FaceRow {
    const char *files[2]; /* regular, bold */
    uint32_t percent, leading;
} FaceRow;

static const FaceRow rows[FACE_COUNT] = {
#define FACE(name, regular, bold, percent, leading) {{regular, bold}, percent, leading},
#include "codegen/text/face.def"
};

/* Where Debian's font packages put them; below a folder of the user's own the same names are tried. */
static const char *const packages[] = {"", "andika/", "noto/", "dejavu/", "droid/", "nanum/"};

/* Bit 1 of OS/2.fsType: restricted licence, not to be embedded. */
#define RESTRICTED_LICENCE 0x0002

static hb_blob_t *file_map(const FontSet *fonts, const char *file, Out *path)
{
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++) {
        path->length = 0;
        out_str(path, fonts->folder);
        out_char(path, '/');
        out_text(path, packages[i]);
        out_text(path, file);
        out_char(path, '\0');
        hb_blob_t *blob = hb_blob_create_from_file_or_fail(path->at);
        if (blob)
            return blob;
    }
    return NULL;
}

/* Only TrueType outlines whose licence lets them be embedded. */
static bool face_usable(hb_face_t *face)
{
    hb_blob_t *outlines = hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f'));
    hb_blob_t *licence = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length = 0;
    const char *at = hb_blob_get_data(licence, &length);
    bool usable = hb_blob_get_length(outlines) > 0;
    if (length >= 10 && (at[9] & RESTRICTED_LICENCE) != 0)
        usable = false;
    hb_blob_destroy(licence);
    hb_blob_destroy(outlines);
    return usable;
}

/* Most texts are mostly ASCII: looked up once. */
static void ascii_find(Face *face)
{
    for (uint32_t character = 0; character < 128; character++) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(face->font, character, &glyph) && glyph != 0)
            face->ascii[character / 32] |= UINT32_C(1) << character % 32;
    }
}

static uint32_t replacement_find(const Face *face)
{
    static const uint32_t candidates[] = {0xFFFD, 0x25A1, '?', ' '};
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(face->font, candidates[i], &glyph) && glyph != 0)
            return glyph;
    }
    return 1;
}

static void face_open(const FontSet *fonts, Face *face, const char *file)
{
    Out path = {0};
    hb_blob_t *blob = file_map(fonts, file, &path);
    out_free(&path);
    if (!blob)
        return;
    hb_face_t *opened = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    if (!face_usable(opened)) {
        hb_face_destroy(opened);
        return;
    }
    hb_face_make_immutable(opened);
    face->face = opened;
    face->upem = hb_face_get_upem(opened);
    face->font = hb_font_create(opened);
    hb_font_set_scale(face->font, (int)face->upem, (int)face->upem);
    hb_ot_font_set_funcs(face->font);
    hb_font_make_immutable(face->font);
    face->replacement = replacement_find(face);
    ascii_find(face);
}

Face *fonts_face(FontSet *fonts, FaceName name, bool bold)
{
    bool drawn = bold && rows[name].files[1][0] != '\0';
    Face *face = &fonts->faces[name * 2 + (drawn ? 1 : 0)];
    if (!face->tried) {
        face->tried = true;
        face->number = name * 2 + (drawn ? 1 : 0);
        face->percent = rows[name].percent;
        face->leading = rows[name].leading;
        face_open(fonts, face, rows[name].files[drawn ? 1 : 0]);
    }
    if (!face->face)
        return drawn ? fonts_face(fonts, name, false) : NULL;
    return face;
}

bool face_has(const Face *face, uint32_t character)
{
    hb_codepoint_t glyph = 0;
    if (character < 128)
        return face->ascii[character / 32] >> character % 32 & 1;
    return hb_font_get_nominal_glyph(face->font, character, &glyph) && glyph != 0;
}

FontSet *fonts_open(Str folder, Findings *findings)
{
    FontSet *fonts = memory_grow(NULL, sizeof *fonts);
    *fonts = (FontSet){0};
    UErrorCode error = U_ZERO_ERROR;
    fonts->folder = folder.length ? arena_str(&fonts->arena, folder) : STR("/usr/share/fonts/truetype");
    fonts->buffer = hb_buffer_create();
    fonts->bidi = ubidi_openSized(0, 0, &error);
    if (!fonts_face(fonts, FACE_text, false) || !fonts_face(fonts, FACE_text, true)) {
        finding_fonts_not_found(findings, (Place){0}, fonts->folder);
        fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_close(FontSet *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < FACE_COUNT * 2; i++) {
        hb_font_destroy(fonts->faces[i].font);
        hb_face_destroy(fonts->faces[i].face);
    }
    hb_buffer_destroy(fonts->buffer);
    ubidi_close(fonts->bidi);
    if (fonts->breaks)
        ubrk_close(fonts->breaks);
    free(fonts->missing.at);
    arena_free(&fonts->scratch);
    arena_free(&fonts->arena);
    free(fonts);
}

void fonts_report_missing(FontSet *fonts, Findings *findings)
{
    for (size_t i = 0; i < fonts->missing.count; i++) {
        const MissingCharacter *missing = &fonts->missing.at[i];
        UErrorCode error = U_ZERO_ERROR;
        char name[128] = "";
        u_charName((UChar32)missing->code, U_EXTENDED_CHAR_NAME, name, sizeof name, &error);
        finding_character_without_glyph(findings, (Place){0}, missing->code, str_from(name),
                                        missing->context);
    }
    fonts->missing.count = 0;
}
