/* Shapes: which facts matter when a line is read, worked out of the schema when senc is built
 * (sema/tool/print_shapes.c), so that no line need go through all of a kind's. */
#ifndef SENC_SEMA_SHAPE_H
#define SENC_SEMA_SHAPE_H

#include "sema/schema.h"

/* Facts in the order of the schema: shape_fields from `first` on. */
typedef struct FieldSlice {
    uint16_t first, count;
} FieldSlice;

typedef struct KindShape {
    FieldSlice head;   /* values that stand in the head by their place */
    FieldSlice wanted; /* clauses of the head that must be given, there or in the block */
    FieldSlice lists;  /* facts of many values */
    uint16_t bare;     /* what a line that begins with a text gives; FIELD_COUNT for nothing */
} KindShape;

typedef struct FactShape {
    FieldSlice places;  /* the fact, and its clauses that have no word */
    FieldSlice amounts; /* of these and its other clauses, those that take an amount */
} FactShape;

extern const uint16_t shape_fields[]; /* FieldId */
extern const KindShape shape_kinds[KIND_COUNT];
extern const FactShape shape_facts[FIELD_COUNT];

#endif
