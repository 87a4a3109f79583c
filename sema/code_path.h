/* Code paths: where in a plan a place stands, by the codes of the records around it: "plan=BK/outcome=E1/".
 * What a reader would call it, which stays when lines move or a file is renamed. */
#ifndef SENC_SEMA_CODE_PATH_H
#define SENC_SEMA_CODE_PATH_H

#include "sema/records.h"

/* A record; row ROW_NONE for none. */
typedef struct RecordAt {
    Kind kind;
    uint32_t row;
} RecordAt;

/* The innermost record that holds the place. */
RecordAt record_around(const Records *records, Place place);

/* The innermost record that holds the place, as steps from the outermost: each its kind and, where it has
 * one, its code, else what it is of (a plan its pupil, a section its letter, a cycle its name). Headed by the
 * school, where the project has one. Pupils go by their names as well, for codes are unique in a project
 * only. `inside` says whether there is such a record; where there is none, the first record of the file
 * stands for it. The result lives in `arena`. */
Str code_path(const Records *records, Place place, Arena *arena, bool *inside);

#endif
