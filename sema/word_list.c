/* Words in a row. */
#include "sema/word_list.h"

void word_list_add(WordList *list, bool wanted, Str item)
{
    if (wanted && list->count < WORD_LIST_MOST)
        list->items[list->count++] = item;
}

Str word_list_text(const WordList *list, const char *last, Arena *arena)
{
    Str text = list->count ? list->items[0] : STR("");
    for (unsigned i = 1; i < list->count; i++)
        text = arena_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(text), i + 1 < list->count ? ", " : last,
                            STR_ARG(list->items[i]));
    return text;
}
