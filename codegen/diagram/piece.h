/* Piece: the boxes of a layout that links join. Each is laid out by itself; then all are stacked. */
#ifndef SENC_CODEGEN_DIAGRAM_PIECE_H
#define SENC_CODEGEN_DIAGRAM_PIECE_H

#include "codegen/diagram/layout.h"

typedef struct Piece {
    Layout layout;   /* its own boxes and links, numbered from 0 */
    uint32_t *boxes; /* for each of them its index in the whole layout, ascending */
    uint32_t *links;
} Piece;

typedef struct Pieces {
    Piece *at; /* in the order of their first boxes */
    size_t count;
} Pieces;

/* The pieces of `layout`, not yet laid out. They live in `arena`. */
Pieces pieces_find(const Layout *layout, Arena *arena);

/* Puts laid-out pieces below each other, as close as their columns let them, and hands their boxes' places
 * and links' curves to the whole layout. */
void pieces_stack(const Pieces *pieces, Layout *layout, Arena *arena);

#endif
