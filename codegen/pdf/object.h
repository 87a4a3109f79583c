/* Objects: the parts of a PDF file, numbered from 1, and the file they make. */
#ifndef SENC_PDF_OBJECT_H
#define SENC_PDF_OBJECT_H

#include "support/array.h"
#include "support/out.h"

#include <zlib.h>

/* Where an object's text lies. */
typedef struct ObjectPlace {
    size_t first, end; /* in `texts`, or in `streams` */
    bool is_stream;
} ObjectPlace;

/* Zero-initialise; freed with objects_free. */
typedef struct Objects {
    ARRAY(ObjectPlace) places; /* of object number − 1 */
    Out texts, streams;
    uint32_t open;   /* the object being written */
    z_stream packer; /* one for all streams */
    bool packer_ready;
} Objects;

void objects_free(Objects *objects);

/* The next object number. Its object may be written later, but must be written. */
uint32_t object_reserve(Objects *objects);

/* Begins object `number`; what is written to the buffer until object_end is its text. One at a time. */
Out *object_begin(Objects *objects, uint32_t number);
void object_end(Objects *objects);

/* Writes object `number` as a stream of `data`; `entries` are what its dictionary says besides length and
 * filter. `plain` data is not packed. */
void object_stream(Objects *objects, uint32_t number, Str entries, Str data, bool plain);

/* Writes the file: every object, cross-references and an identifier made from all of it. */
void objects_write(Objects *objects, uint32_t root, uint32_t information, Out *out);

/* ---- the forms of values ---- */

/* `thousandths` / 1000, in decimal. */
void write_number(Out *out, int64_t thousandths);
void write_integer(Out *out, int64_t integer);
/* "12 0 R", with a blank before it. */
void write_reference(Out *out, uint32_t number);
/* A text for people: in ASCII, or in UTF-16. */
void write_text(Out *out, Str utf8);
/* Bytes as a string: for addresses. */
void write_bytes(Out *out, Str bytes);
/* Four hexadecimal digits. */
void write_hex4(Out *out, unsigned value);

#endif
