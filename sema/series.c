/* Series: see the header. In: names; out: their words. */
#include "sema/series.h"

void series_add(Series *series, Str name)
{
    if (series->count < SERIES_MOST)
        series->names[series->count] = name;
    series->count++;
}

Str series_text(Arena *arena, const Series *series, const char *last)
{
    Str text = STR("");
    uint32_t named = series->count < SERIES_MOST ? series->count : SERIES_MOST;
    for (uint32_t i = 0; i < named; i++) {
        const char *gap = !i ? "" : i + 1 == series->count ? " " : ", ";
        const char *word = i && i + 1 == series->count ? last : "";
        text = arena_format(arena, STR_FMT "%s%s%s" STR_FMT, STR_ARG(text), gap, word, *word ? " " : "",
                            STR_ARG(series->names[i]));
    }
    if (series->count > named)
        text = arena_format(arena, STR_FMT " and %u more", STR_ARG(text), series->count - named);
    return text;
}
