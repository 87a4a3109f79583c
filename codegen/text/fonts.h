/* Fonts: the faces of a report, opened one by one as its texts need them. */
#ifndef SENC_TEXT_FONTS_H
#define SENC_TEXT_FONTS_H

#include "codegen/module.h"

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

typedef enum FaceName {
#define FACE(name, ...) FACE_##name,
#include "codegen/text/face.def"
    FACE_COUNT
} FaceName;

/* One font file. */
typedef struct Face {
    hb_face_t *face;
    hb_font_t *font;      /* scaled to font units: all arithmetic is in whole numbers */
    uint32_t upem;        /* font units in an em */
    uint32_t number;      /* of all faces, the same on each run: 2 × FaceName + bold */
    uint32_t replacement; /* the glyph for a character without one: U+FFFD or what is nearest; never 0 */
    uint32_t percent;     /* its size against the text around it */
    uint32_t leading;     /* what its lines want besides, in percent of the text size */
    uint32_t ascii[4];    /* a bit for each ASCII character it has */
    bool tried;           /* to open it */
} Face;

/* A character no face has. */
typedef struct MissingCharacter {
    uint32_t code;
    Str context; /* the run of text it stands in; in the set's arena */
} MissingCharacter;

struct FontSet {
    Arena arena;   /* the folder, the missing characters' contexts */
    Arena scratch; /* of one measurement */
    Str folder;    /* or empty: where Debian puts fonts */
    Face faces[FACE_COUNT * 2];
    hb_buffer_t *buffer;
    UBiDi *bidi;
    UBreakIterator *breaks;          /* opened when a text first wants it */
    ARRAY(MissingCharacter) missing; /* each once, in the order met */
};

/* Opens the text faces; the others when a text needs them. NULL, and a finding, when a text face is not
 * there. Source: PdfModule.fonts_open. */
FontSet *fonts_open(Str folder, Findings *findings);
void fonts_close(FontSet *fonts);

/* The face of that name; the regular one where there is no bold. NULL when it cannot be opened or may not be
 * embedded. Owned by `fonts`. */
Face *fonts_face(FontSet *fonts, FaceName name, bool bold);

/* Whether the face has a glyph for the character. */
bool face_has(const Face *face, uint32_t character);

/* How wide texts are. Holds as long as `fonts`. */
TextMeter fonts_meter(FontSet *fonts);

/* Reports, as notes, the characters met so far that no face has, and forgets them. */
void fonts_report_missing(FontSet *fonts, Findings *findings);

#endif
