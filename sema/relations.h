/* Relations: which records name which, both ways, as rows in arrays. */
#ifndef SENC_SEMA_RELATIONS_H
#define SENC_SEMA_RELATIONS_H

#include "sema/records.h"

/* One a row of relation.def: RELATION_meets goes from provision to need. */
typedef enum RelationId {
#define RELATION(name, ...) RELATION_##name,
#include "sema/relation.def"
    RELATION_COUNT
} RelationId;

/* Rows of one kind. */
typedef struct RowList {
    const uint32_t *at;
    uint32_t count;
} RowList;

/* The rows that go with row r stand from rows[first[r]] up to rows[first[r + 1]]. */
typedef struct RowLists {
    uint32_t *first, *rows;
} RowLists;

typedef struct Relations {
    Arena arena;
    RowLists forth[RELATION_COUNT], back[RELATION_COUNT];
} Relations;

/* Makes all relations of linked records, in time linear in them; freed with relations_free. References that
 * found nothing are left out, and a record named twice by the same one counts once. */
void relations_make(Relations *relations, const Records *records);
void relations_free(Relations *relations);

/* What a record names, in the order it names them: the needs that provision `row` meets (RELATION_meets). */
RowList relation_named(const Relations *relations, RelationId id, uint32_t row);

/* What names a record: the provision that meets need `row` (RELATION_meets). In the order of the text, but by
 * date: results (their `on`), attendance (its `until`), judgements (the day of their review); those without a
 * date first. */
RowList relation_naming(const Relations *relations, RelationId id, uint32_t row);

/* The kinds a relation goes from and to. */
Kind relation_from(RelationId id);
Kind relation_to(RelationId id);

#endif
