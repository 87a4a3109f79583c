/* Glue: words that had better not part at a line's end. The document's text keeps its ordinary blanks, so
 * that what is searched for or copied out is what was written; each face keeps the words together in its own
 * way. */
#ifndef SENC_REPORT_DOCUMENT_GLUE_H
#define SENC_REPORT_DOCUMENT_GLUE_H

#include "support/str.h"

/* Letters of a word that are looked at: no word that glue knows is longer. */
#define GLUE_WORD_MOST 15

/* A word in plain letters; what is not ASCII stands as '?'. Begins as {0}. */
typedef struct GlueWord {
    char at[GLUE_WORD_MOST + 1];
    unsigned length;
    bool is_long; /* it goes on behind the letters that are kept */
    bool opens;   /* a bracket stood before it */
} GlueWord;

/* Adds a letter, or the bracket before the first one. */
void glue_word_add(GlueWord *word, uint32_t letter);

/* Whether breaking a line between two words would part a date ("16 | July 2027"), a number from what it
 * counts, a telephone number, or a name from its title or initial. */
bool glue_holds(const GlueWord *before, const GlueWord *after);

/* Where the words end that are glued, one to the next, to the one that begins at `first`: the end of that
 * word itself when it is glued to none. `text` is UTF-8; words are parted by single blanks only. */
size_t glue_end(Str text, size_t first);

#endif
