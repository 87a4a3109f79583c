/* Stacks: paragraphs and lists one below the other, laid out but not yet placed: a cell's text, or a stretch
 * of the page's column. */
#ifndef SENC_PDF_STACK_H
#define SENC_PDF_STACK_H

#include "codegen/pdf/textblock.h"

/* A paragraph of a stack. */
typedef struct StackEntry {
    TextBlock *text;    /* NULL for `other` */
    TextBlock *label;   /* a list's bullet or number, beside the first line; or NULL */
    const Block *other; /* a table, figure or section that stands in a list */
    Element *parent;    /* of `other` */
    Str ids[3];         /* of the list, the item and the block that begin here; or empty */
    int32_t indent;     /* from the side where lines begin */
    int32_t hang;       /* how far before that the label begins */
    int32_t before, after;
} StackEntry;

typedef struct Stack {
    ARRAY(StackEntry) entries;
    bool in_cell;       /* of a table: closer, and in its roles */
    bool head, numeric; /* of a header cell; of a numeric column */
} Stack;

/* Where the painting of a stack has come to. */
typedef struct StackCursor {
    size_t entry;
    uint32_t line;
} StackCursor;

/* Adds the blocks, to stand in `parent`. Not laid out yet. Freed by stack_free. */
void stack_add(Writer *writer, Stack *stack, const Blocks *blocks, Element *parent);
void stack_add_block(Writer *writer, Stack *stack, const Block *block, Element *parent);
void stack_free(Stack *stack);

/* Its narrowest and its natural width. */
int64_t stack_minimum_width(const Stack *stack);
int64_t stack_natural_width(const Stack *stack);

/* Breaks its lines for a column of `width`. */
void stack_fit(Writer *writer, Stack *stack, int32_t width);

/* The height it takes in one piece; and what comes after `cursor`. */
int32_t stack_height(const Stack *stack);
int32_t stack_rest_height(const Stack *stack, const StackCursor *cursor);

/* Paints from `cursor` on what fits into `room`, but one line at least when `forced`. Moves the cursor;
 * returns the height used. */
int32_t stack_paint(Writer *writer, const Stack *stack, StackCursor *cursor, int32_t left, int32_t top,
                    int32_t room, bool forced);

/* Whether all has been painted. */
bool stack_done(const Stack *stack, const StackCursor *cursor);

/* Paints an entry's label beside its first line, which begins at `left`, `top`, and places its ids there. */
void entry_begin(Writer *writer, const StackEntry *entry, int32_t left, int32_t top);

/* Where the entry's lines begin in a column at `left`. */
int32_t entry_left(const Writer *writer, const StackEntry *entry, int32_t left);

#endif
