/* Writes the structure tree. In: elements with their kids in reading order; out: their objects. Knows nothing
 * of where things stand on a page. */
#include "codegen/pdf/structure.h"

static const char *const names[] = {
#define ELEMENT(type) #type,
#include "codegen/pdf/element.def"
};

const char *element_name(const Element *element)
{
    return names[element->kind];
}

Element *element_new(Structure *structure, Element *parent, ElementKind kind)
{
    Element *element = ARENA_NEW(structure->arena, Element);
    element->kind = kind;
    element->parent = parent;
    return element;
}

static Kid *kid_add(Structure *structure, Element *element)
{
    Kid *kid = ARENA_NEW(structure->arena, Kid);
    if (element->last)
        element->last->next = kid;
    else
        element->first = kid;
    element->last = kid;
    return kid;
}

void element_attach(Structure *structure, Element *element)
{
    if (element->object)
        return;
    if (element->parent) {
        element_attach(structure, element->parent);
        kid_add(structure, element->parent)->element = element;
    }
    element->object = object_reserve(structure->objects);
    ARRAY_ADD(&structure->elements, element);
}

void element_mark(Structure *structure, Element *element, uint32_t page, uint32_t mark)
{
    element_attach(structure, element);
    Kid *kid = kid_add(structure, element);
    kid->page = page;
    kid->mark = mark;
}

void element_annotation(Structure *structure, Element *element, uint32_t page, uint32_t annotation)
{
    element_attach(structure, element);
    Kid *kid = kid_add(structure, element);
    kid->page = page;
    kid->annotation = annotation;
}

/* The page that most of its kids can leave out: the first marked one's. */
static uint32_t element_page(const Element *element)
{
    for (const Kid *kid = element->first; kid; kid = kid->next)
        if (!kid->element && !kid->annotation)
            return kid->page;
    return 0;
}

static void kid_write(const Kid *kid, uint32_t page, Out *out)
{
    if (kid->element) {
        write_reference(out, kid->element->object);
    } else if (kid->annotation) {
        out_text(out, "<</Type/OBJR/Obj");
        write_reference(out, kid->annotation);
        out_text(out, "/Pg");
        write_reference(out, kid->page);
        out_text(out, ">>");
    } else if (kid->page == page) {
        out_char(out, ' ');
        write_integer(out, kid->mark);
    } else {
        out_text(out, "<</Type/MCR/Pg");
        write_reference(out, kid->page);
        out_text(out, "/MCID ");
        write_integer(out, kid->mark);
        out_text(out, ">>");
    }
}

static void box_write(const Element *element, Out *out)
{
    out_text(out, "/A<</O/Layout/Placement/Block/BBox[");
    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            out_char(out, ' ');
        write_number(out, element->box[i]);
    }
    out_text(out, "]>>");
}

static void cell_write(const Element *element, Out *out)
{
    static const char *const scopes[] = {"", "/Scope/Column", "/Scope/Row"};
    if (element->scope == SCOPE_none && element->column_span < 2 && element->row_span < 2)
        return;
    out_text(out, "/A<</O/Table");
    out_text(out, scopes[element->scope]);
    if (element->column_span > 1)
        out_format(out, "/ColSpan %u", (unsigned)element->column_span);
    if (element->row_span > 1)
        out_format(out, "/RowSpan %u", (unsigned)element->row_span);
    out_text(out, ">>");
}

static void attributes_write(const Element *element, Out *out)
{
    if (element->language.length) {
        out_text(out, "/Lang");
        write_text(out, element->language);
    }
    if (element->alternative.length) {
        out_text(out, "/Alt");
        write_text(out, element->alternative);
    }
    if (element->actual.length) {
        out_text(out, "/ActualText");
        write_text(out, element->actual);
    }
    if (element->kind == ELEMENT_Figure)
        box_write(element, out);
    if (element->kind == ELEMENT_TH || element->kind == ELEMENT_TD)
        cell_write(element, out);
    if (element->numbering)
        out_format(out, "/A<</O/List/ListNumbering/%s>>", element->numbering);
    if (element->kind == ELEMENT_Note)
        out_format(out, "/ID(note-%u)", (unsigned)element->object);
}

static void element_write(Structure *structure, const Element *element)
{
    Out *out = object_begin(structure->objects, element->object);
    uint32_t page = element_page(element);
    out_text(out, "<</Type/StructElem/S/");
    out_text(out, element_name(element));
    out_text(out, "/P");
    write_reference(out, element->parent ? element->parent->object : structure->root);
    if (page) {
        out_text(out, "/Pg");
        write_reference(out, page);
    }
    attributes_write(element, out);
    if (element->first) {
        out_text(out, "/K[");
        for (const Kid *kid = element->first; kid; kid = kid->next)
            kid_write(kid, page, out);
        out_char(out, ']');
    }
    out_text(out, ">>");
    object_end(structure->objects);
}

void structure_write(Structure *structure, uint32_t parents, uint32_t next_key)
{
    for (size_t i = 0; i < structure->elements.count; i++)
        element_write(structure, structure->elements.at[i]);
    Out *out = object_begin(structure->objects, structure->root);
    out_text(out, "<</Type/StructTreeRoot/K[");
    write_reference(out, structure->elements.at[0]->object);
    out_text(out, "]/ParentTree");
    write_reference(out, parents);
    out_text(out, "/ParentTreeNextKey ");
    write_integer(out, next_key);
    out_text(out, ">>");
    object_end(structure->objects);
}
