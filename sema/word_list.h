/* Word list: a few words or phrases to be read as one in a sentence. */
#ifndef SENC_SEMA_WORD_LIST_H
#define SENC_SEMA_WORD_LIST_H

#include "support/arena.h"

enum { WORD_LIST_MOST = 40 };

/* Zero-initialise. */
typedef struct WordList {
    Str items[WORD_LIST_MOST];
    unsigned count;
} WordList;

/* Adds `item` if it is wanted and there is room. */
void word_list_add(WordList *list, bool wanted, Str item);

/* "a", "a and b", "a, b and c" with " and " as `last`; empty for none. In `arena` where there are several. */
Str word_list_text(const WordList *list, const char *last, Arena *arena);

#endif
