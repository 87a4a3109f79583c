/* Source: the bytes of one file, its name, and where its lines begin. Place: the only notion of "where". */
#ifndef SENC_SUPPORT_SOURCE_H
#define SENC_SUPPORT_SOURCE_H

#include "support/arena.h"

/* A range of bytes in a source: `first` up to `end` (exclusive). */
typedef struct Span {
    uint32_t first, end;
} Span;

typedef struct Source {
    Str name;       /* as the user typed it, or relative to the project; shown in findings */
    char *text;     /* `size` bytes and two zero bytes; writable, for the scanner marks token ends in it */
    size_t size;    /* bytes, at most SOURCE_MOST */
    uint32_t index; /* its number in the compilation: the order of findings */
    uint32_t *line_start; /* offset of each line's first byte; made by source_lines when first wanted */
    uint32_t line_count;
    uint32_t
        *characters_before; /* for every 512th byte: how many characters stand before it; made likewise */
} Source;

/* A span in a source. `source` is NULL for a finding about no file (an option, a missing module). */
typedef struct Place {
    const Source *source;
    Span span;
} Place;

/* The largest file that is read, in bytes (offsets are 32 bits wide, the scanner counts in int). */
#define SOURCE_MOST ((size_t)1 << 30)

/* Line and column of a byte, both from 1; the column counts characters (code points), as editors do. */
typedef struct LineColumn {
    uint32_t line, column;
} LineColumn;

/* Finds the lines (ended by LF, CR LF or CR) of `source`; does nothing when they are known. Not for two
 * threads at once. */
void source_lines(Source *source, Arena *arena);

/* Where `offset` stands. The lines must be known. */
LineColumn source_line_column(const Source *source, uint32_t offset);

/* The line (from 1) without its end. The lines must be known. */
Str source_line(const Source *source, uint32_t line);

/* The text of a span. */
Str source_text(const Source *source, Span span);

#endif
