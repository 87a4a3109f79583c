/* Scan: the words of a text one after the other, and where sentences begin. Knows no language but its marks.
 */
#ifndef SENC_SEMA_TEXTS_SCAN_H
#define SENC_SEMA_TEXTS_SCAN_H

#include "support/str.h"

/* Zero-initialise but for the text. */
typedef struct TextScan {
    Str text;
    size_t at;
    Str word; /* letters and digits; an apostrophe, a hyphen, a dot or a stroke between two of them belongs to
                 it */
    bool begins; /* a sentence, or a part of one behind a colon or semicolon, begins with it */
} TextScan;

/* Goes on to the next word; false at the end. */
bool text_scan_next(TextScan *scan);

/* The first word of a text; empty for none. */
Str text_scan_first(Str text);

/* The word without "'s" at its end. */
Str word_bare(Str word);

/* "he", "her", "themselves" …, in any case. */
bool word_is_pronoun(Str word);

/* A hash of the word, the case of ASCII letters aside; the same on every run and machine. */
uint64_t word_hash(Str word);

/* Does the text hold the words anywhere, the case of ASCII letters aside? */
bool text_holds(Str text, Str words);

#endif
