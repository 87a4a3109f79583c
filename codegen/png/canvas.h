/* Canvas: a picture in pixels while it is being painted. */
#ifndef SENC_CODEGEN_PNG_CANVAS_H
#define SENC_CODEGEN_PNG_CANVAS_H

#include "codegen/text/outline.h"
#include "codegen/text/passage.h"

#include <cairo.h>

typedef struct Canvas {
    cairo_t *cairo; /* in points, y downwards */
    FontSet *fonts;
    Outliner *outliner;
    Arena scratch; /* of one text */
} Canvas;

/* The colours of `ink`; false for none. */
bool canvas_ink(Canvas *canvas, Ink ink);

/* A text shape: letters as filled outlines. */
void canvas_text(Canvas *canvas, const Shape *shape);

/* Any other shape; groups leave no mark. */
void canvas_shape(Canvas *canvas, const Shape *shape);

#endif
