/* CodeMap: codes and names by scope, found without regard to case in constant time. */
#ifndef SENC_SEMA_CODE_MAP_H
#define SENC_SEMA_CODE_MAP_H

#include "sema/records.h"

/* Where a text is unique: in a record (the plan it stands in), or among the records of a kind (row ROW_NONE).
 */
typedef struct CodeScope {
    uint32_t kind, row;
} CodeScope;

typedef struct CodeEntry {
    Str text;
    CodeScope scope;
    uint32_t kind, row;               /* the record */
    uint32_t second_kind, second_row; /* the next one of that name; second_row ROW_NONE for none */
    bool made;                        /* the code was given by the compiler */
    uint64_t hash;
} CodeEntry;

/* Where an entry is kept: half of its hash beside its number, so that most others are passed over unseen. */
typedef struct CodeSlot {
    uint32_t tag, entry; /* entry: index + 1; 0 for none */
} CodeSlot;

/* Zero-initialise; freed with code_map_free. Texts are not copied. */
typedef struct CodeMap {
    ARRAY(CodeEntry) entries;
    CodeSlot *slots;
    uint32_t slot_count;
} CodeMap;

void code_map_free(CodeMap *map);

/* The entry of `text` in `scope`, or NULL. Valid until the next code_map_add. */
CodeEntry *code_map_find(const CodeMap *map, CodeScope scope, Str text);

/* Adds a record; NULL when that was new, else the entry of the record that has the text already, in which the
 * first other record is remembered. */
CodeEntry *code_map_add(CodeMap *map, CodeScope scope, Str text, Kind kind, uint32_t row);

#endif
