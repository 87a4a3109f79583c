/* Rendering: findings as a reader or a program wants them. Findings in, bytes out; sorting, choosing and
 * counting are the caller's business. */
#ifndef SENC_SUPPORT_RENDER_H
#define SENC_SUPPORT_RENDER_H

#include "support/finding.h"
#include "support/out.h"

typedef struct RenderStyle {
    unsigned width; /* terminal columns that lines are kept within; 0 where nothing need be broken */
    bool colour;    /* with ANSI escapes */
} RenderStyle;

/* Each of these writes all findings of the list, in its order. The lines of the sources concerned are looked
 * up, in the memory of `findings`, where that has not been done: the sources must not outlive it then. Not
 * for two threads at once that share a source. */

/* For people: where, what, the line with the place underlined, a second place, how to mend it, the safe fix.
 * Empty lines part the findings. */
void render_text(Findings *findings, const RenderStyle *style, Out *out);

/* One line each: `file:line:column: severity: message [name]`. */
void render_short(Findings *findings, Out *out);

/* One JSON object a line: file, line, column, endLine, endColumn (behind the last character), severity,
 * check, message, help, related (a list of places with messages), fix (a place and its replacement). What a
 * finding lacks is left out. Columns count characters from 1. */
void render_json(Findings *findings, Out *out);

/* `text` with nothing in it that a terminal would act on: control characters and line ends become blanks,
 * marks that turn the direction of writing and bytes that are no UTF-8 become U+FFFD. */
void render_plain(Str text, Out *out);

/* What the fix of a finding would do, in words: "write ‘a’ for ‘b’". The finding must have one. */
Str render_fix(Findings *findings, const Finding *finding);

/* What it did: "‘b’ is now ‘a’". */
Str render_fixed(Findings *findings, const Finding *finding);

/* Where a place begins and ends. Line 0 for a place in no source. */
typedef struct Location {
    LineColumn first, end;
} Location;

Location render_locate(Findings *findings, Place place);

#endif
