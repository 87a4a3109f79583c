/* Outline: the shape of a glyph, for painters that have no fonts of their own. */
#ifndef SENC_TEXT_OUTLINE_H
#define SENC_TEXT_OUTLINE_H

#include "codegen/text/fonts.h"

/* Follows an outline. Places are in font units from the glyph's origin, y upwards. */
typedef struct OutlinePen {
    void *state;
    void (*move)(void *state, double x, double y);
    void (*line)(void *state, double x, double y);
    void (*curve)(void *state, double x1, double y1, double x2, double y2, double x, double y); /* cubic */
    void (*close)(void *state);
} OutlinePen;

typedef struct Outliner Outliner;

/* What following outlines needs; freed by outliner_close. */
Outliner *outliner_open(void);
void outliner_close(Outliner *outliner);

/* Leads `pen` along the glyph. Source: the face's glyf table, unhinted. */
void outline_follow(Outliner *outliner, const Face *face, uint32_t glyph, const OutlinePen *pen);

#endif
