/* Passage: one paragraph's worth of text, shaped; and its lines at a given width.
 *
 * Lengths are thousandths of a point unless they are said to be font units. */
#ifndef SENC_TEXT_PASSAGE_H
#define SENC_TEXT_PASSAGE_H

#include "codegen/text/fonts.h"

/* A stretch of text in one style, as the caller has it. */
typedef struct TextSpan {
    Str text;     /* UTF-8; a line feed ends a line */
    Str language; /* BCP 47; or empty: the passage's */
    bool bold;
    bool code;     /* in a face of fixed width */
    bool isolated; /* its direction stays inside it */
} TextSpan;

typedef struct TextStyle {
    int32_t size;   /* of the letters */
    Str language;   /* BCP 47 of the passage */
    bool leftwards; /* the passage reads from right to left */
    bool tabular;   /* figures of one width */
} TextStyle;

/* One glyph, in font units. Glyphs stand in the order of the text, whatever way it runs. */
typedef struct TextGlyph {
    uint32_t id;
    int32_t advance;
    int32_t x, y; /* from the pen; y upwards */
    uint32_t first,
        end;     /* the characters (UTF-16 units) its cluster stands for; equal for all of a cluster */
    bool unsafe; /* a line cut before it changes its shape */
} TextGlyph;

/* Glyphs of one face, direction, script and span. */
typedef struct TextItem {
    const Face *face;
    TextGlyph *glyphs;
    uint32_t glyph_count;
    uint32_t first, end; /* characters */
    int32_t size;
    uint32_t span;  /* which of the caller's spans */
    int32_t script; /* UScriptCode */
    uint8_t level;  /* of embedding: odd runs leftwards */
    bool lettered;  /* has a character that this script alone uses */
} TextItem;

typedef enum TextBreak { BREAK_none, BREAK_may, BREAK_must } TextBreak;

typedef struct Passage {
    FontSet *fonts;
    Arena *arena;
    const TextSpan *spans;
    size_t span_count;
    TextStyle style;
    UChar *text;     /* isolates put in; white space and control characters made blanks */
    uint32_t length; /* UTF-16 units */
    TextItem *items; /* in the order of the text */
    uint32_t item_count;
    int64_t *edge;   /* length + 1: where the pen is before each unit, were all one line */
    uint8_t *breaks; /* length + 1: TextBreak before each unit */
} Passage;

/* Part of an item on one line. */
typedef struct TextPiece {
    const TextItem *item;
    const TextGlyph *glyphs; /* in the order of the text */
    uint32_t glyph_count;
    uint32_t first, end; /* characters */
    int32_t left, width; /* from the left end of the line's ink */
} TextPiece;

typedef struct TextLine {
    TextPiece *pieces; /* in the order of the text */
    uint32_t piece_count;
    int32_t width;   /* without the blanks that hang over its end */
    int32_t leading; /* what its faces want above the usual line height */
} TextLine;

typedef struct TextLines {
    TextLine *at;
    uint32_t count;
} TextLines;

/* Shapes `spans` (kept, not copied) into `arena`. Never fails: what no face has is drawn as a replacement
 * sign and remembered in `fonts`. */
Passage *passage_make(FontSet *fonts, Arena *arena, const TextSpan *spans, size_t count,
                      const TextStyle *style);

/* How wide it is with only the line breaks it must have; and how wide its widest part that had better
 * not be broken. */
int64_t passage_natural_width(const Passage *passage);
int64_t passage_minimum_width(const Passage *passage);

/* Breaks it into lines at most `width` wide; at least one, which may be empty. In the passage's arena. */
TextLines passage_lines(const Passage *passage, int32_t width);

/* The first unit after the line that begins at `first`. */
uint32_t passage_line_end(const Passage *passage, uint32_t first, int64_t width);

/* The language that the script of a piece gives away; empty where it says too little. */
Str script_language(int32_t script);

/* ---- between the files of this folder ---- */

/* Shapes the characters first … end of an item; the glyphs go to the passage's arena. */
TextGlyph *passage_shape(const Passage *passage, const TextItem *item, uint32_t first, uint32_t end,
                         uint32_t *count);

/* Fills in `items`, from `levels` of embedding (one a unit). */
void passage_itemise(Passage *passage, const uint8_t *levels, const uint32_t *span_starts);

#endif
