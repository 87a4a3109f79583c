/* Writer: what is known while one report becomes a PDF. Lengths are thousandths of a point; on pages y runs
 * downwards from the top edge until it is written. */
#ifndef SENC_PDF_WRITER_H
#define SENC_PDF_WRITER_H

#include "codegen/module.h"
#include "codegen/pdf/font.h"
#include "codegen/pdf/structure.h"

enum {
    PAGE_WIDTH = 595276, /* A4 */
    PAGE_HEIGHT = 841890,
    MARGIN_SIDE = 62362,   /* 22 mm */
    MARGIN_TOP = 73701,    /* 26 mm: the running head stands in it */
    MARGIN_BOTTOM = 68031, /* 24 mm: the footer stands in it */
    COLUMN = PAGE_WIDTH - 2 * MARGIN_SIDE,
    PAGE_BOTTOM = PAGE_HEIGHT - MARGIN_BOTTOM,
    PAGE_COLUMN = PAGE_BOTTOM - MARGIN_TOP
};

typedef uint32_t Colour; /* 0xRRGGBB */
#define COLOUR_UNKNOWN UINT32_MAX

typedef enum MarkKind { MARK_nothing, MARK_decoration, MARK_header, MARK_footer, MARK_element } MarkKind;

typedef struct Page {
    uint32_t object;
    Out content;
    ARRAY(Element *) marks;      /* the element of each MCID */
    ARRAY(uint32_t) annotations; /* object numbers */
    MarkKind open;
    const Element *element; /* while an element is open */
    Colour fill, stroke;    /* as the viewer has them now */
} Page;

/* One annotation: a link's places on one page. */
typedef struct LinkArea {
    uint32_t object;
    Page *page;
    const Element *element;
    Str target, contents;
    ARRAY(int32_t) boxes; /* left, top, right, bottom of each line */
} LinkArea;

/* A place that links lead to. */
typedef struct LinkAnchor {
    Str id;
    uint32_t page; /* object number; 0 until it is placed */
    int32_t left, top;
} LinkAnchor;

/* An entry of the outline. */
typedef struct OutlineEntry {
    Str title;
    unsigned level; /* of its heading */
    uint32_t page;
    int32_t top;
} OutlineEntry;

struct TableLayout;

/* A figure that its page had no room for: it stands at the top of the next. */
typedef struct FigureWaiting {
    const Block *block; /* NULL for none */
    Element *element;
    int32_t left, width;
} FigureWaiting;

typedef struct Writer {
    const Document *document;
    const RenderOptions *options;
    FontSet *fonts;
    Arena arena;
    Objects objects;
    Structure structure;
    PdfFonts pdf_fonts;
    ARRAY(Page *) pages;
    Page *page;
    int32_t y;          /* where the next thing goes */
    int32_t gap;        /* space that the last block wants below it */
    int32_t size;       /* of body text */
    bool leftwards;     /* the document reads from right to left */
    MarkKind repeating; /* what is painted has been said before: this artifact; or MARK_nothing */
    ARRAY(LinkArea *) links;
    LinkAnchor *anchors; /* hash table by id */
    size_t anchor_room;  /* a power of two */
    ARRAY(OutlineEntry) outline;
    FigureWaiting waiting;
    const Block *prepared; /* the table laid out last, and its layout */
    struct TableLayout *prepared_layout;
} Writer;

#endif
