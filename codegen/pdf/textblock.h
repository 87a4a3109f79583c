/* Text blocks: the runs of a paragraph, heading, caption or label in one role, laid out and painted. */
#ifndef SENC_PDF_TEXTBLOCK_H
#define SENC_PDF_TEXTBLOCK_H

#include "codegen/pdf/language.h"
#include "codegen/pdf/link.h"
#include "codegen/pdf/paint.h"

typedef enum RoleName {
#define ROLE(name, ...) ROLE_##name,
#include "codegen/pdf/role.def"
    ROLE_COUNT
} RoleName;

typedef enum Alignment { ALIGN_start, ALIGN_end, ALIGN_right } Alignment;

/* What is known of one of the runs while it is painted. */
typedef struct SpanState {
    Element *element; /* its own, or the block's */
    uint32_t
        item; /* of the passage, plus 1, for which `element` was made where the script gives the language */
    LinkArea *area;
    bool links;
} SpanState;

typedef struct TextBlock {
    Passage *passage;
    TextLines lines; /* once textblock_fit has been called */
    RoleName role;
    Alignment alignment;
    Element *element; /* that its text belongs to */
    const Run *runs;
    Str language;   /* that all its runs share, or the document's */
    bool leftwards; /* it reads from right to left */
    SpanState *spans;
    int32_t size, line_height, width;
} TextBlock;

/* Shapes `runs` (kept, not copied) for `role`, to stand in `element`. */
TextBlock *textblock_new(Writer *writer, Element *element, const Runs *runs, RoleName role, bool tabular);

/* The same for one text of ours. */
TextBlock *textblock_of(Writer *writer, Element *element, Str text, RoleName role);

/* Breaks it into lines of at most `width`. */
void textblock_fit(TextBlock *block, int32_t width);

/* The height of line `line`, and of the lines first … end − 1. */
int32_t textblock_line_height(const TextBlock *block, uint32_t line);
int32_t textblock_height(const TextBlock *block, uint32_t first, uint32_t end);

/* Paints the lines first … end − 1 on the current page, the first one's top at `top`, in a column that begins
 * at `left` and is as wide as the block was fitted. */
void textblock_paint(Writer *writer, TextBlock *block, uint32_t first, uint32_t end, int32_t left,
                     int32_t top);

/* Space before and after a block of that role. */
int32_t role_before(const Writer *writer, RoleName role);
int32_t role_after(const Writer *writer, RoleName role);

/* `percent` of the body text's size. */
int32_t percent_of_size(const Writer *writer, int32_t percent);

#endif
