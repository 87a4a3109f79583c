/* Reads language tags. In: what a report says of its runs; out: what a file may say. */
#include "codegen/pdf/language.h"

bool language_is_tag(Str language)
{
    size_t length = 0; /* of the subtag */
    for (size_t i = 0; i < language.length; i++) {
        char c = language.at[i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'), digit = c >= '0' && c <= '9';
        if (c == '-' ? length == 0 : !letter && (!digit || length == i))
            return false;
        length = c == '-' ? 0 : length + 1;
        if (length > 8)
            return false;
    }
    return length > 0;
}

Str run_language(const Run *run)
{
    return language_is_tag(run->language) ? run->language : (Str){0};
}

Str runs_language(const Runs *runs)
{
    Str language = runs->list.count > 0 ? run_language(&runs->list.at[0]) : (Str){0};
    for (size_t i = 1; i < runs->list.count; i++)
        if (!str_equal(run_language(&runs->list.at[i]), language))
            return (Str){0};
    return language;
}

bool language_same(Str a, Str b)
{
    size_t i = 0;
    while (i < a.length && i < b.length && a.at[i] != '-' && b.at[i] != '-' &&
           (a.at[i] | 32) == (b.at[i] | 32))
        i++;
    return (i == a.length || a.at[i] == '-') && (i == b.length || b.at[i] == '-');
}
