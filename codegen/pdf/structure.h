/* Structure: the tree of elements that tells readers what each piece of a page is. */
#ifndef SENC_PDF_STRUCTURE_H
#define SENC_PDF_STRUCTURE_H

#include "codegen/pdf/object.h"

typedef enum ElementKind {
#define ELEMENT(type) ELEMENT_##type,
#include "codegen/pdf/element.def"
} ElementKind;

typedef enum TableScope { SCOPE_none, SCOPE_column, SCOPE_row } TableScope;

typedef struct Element Element;

/* What an element holds: another element, a piece of a page, or an annotation. */
typedef struct Kid {
    struct Kid *next;
    Element *element;    /* or NULL */
    uint32_t page;       /* object number of the page of what follows */
    uint32_t mark;       /* MCID; where element and annotation are not */
    uint32_t annotation; /* object number, or 0 */
} Kid;

struct Element {
    ElementKind kind;
    Element *parent; /* NULL for the document */
    Kid *first, *last;
    uint32_t object;                /* 0 until it is part of the tree */
    Str language;                   /* where it differs; or empty */
    Str alternative;                /* of a figure */
    Str actual;                     /* the text itself, where its glyphs cannot say it; or empty */
    const char *numbering;          /* of a list: Disc or Decimal; or NULL */
    TableScope scope;               /* of a header cell */
    uint32_t column_span, row_span; /* 0 and 1 alike: one */
    int64_t box[4];                 /* of a figure: left, bottom, right, top in thousandths of a point */
};

typedef struct Structure {
    Arena *arena;
    Objects *objects;
    ARRAY(Element *) elements; /* in the order in which they joined the tree */
    uint32_t root;             /* object of the StructTreeRoot */
} Structure;

/* A new element below `parent`. It joins the tree when it is first marked, or by element_attach, so that the
 * order of kids is the order of the text. */
Element *element_new(Structure *structure, Element *parent, ElementKind kind);

/* The standard type's name. */
const char *element_name(const Element *element);

/* Makes it, and all above it, part of the tree, after what is there already. */
void element_attach(Structure *structure, Element *element);

/* Adds a piece of a page (its MCID there), or an annotation, to an element, which joins the tree. */
void element_mark(Structure *structure, Element *element, uint32_t page, uint32_t mark);
void element_annotation(Structure *structure, Element *element, uint32_t page, uint32_t annotation);

/* Writes all elements and the root. `parents` is the number of the parent tree's object. */
void structure_write(Structure *structure, uint32_t parents, uint32_t next_key);

#endif
