/* Series: names put into words, as many as there are. */
#include "sema/series.h"

#include <stdio.h>

static int passed, failed;

static void check(const char *last, uint32_t count, const char *wanted)
{
    static const Str codes[] = {STR_INIT("E1"),  STR_INIT("E2"),  STR_INIT("E3"),  STR_INIT("E4"),
                                STR_INIT("E5"),  STR_INIT("E6"),  STR_INIT("E7"),  STR_INIT("E8"),
                                STR_INIT("E9"),  STR_INIT("E10"), STR_INIT("E11"), STR_INIT("E12"),
                                STR_INIT("E13"), STR_INIT("E14")};
    Arena arena = {0};
    Series series = {0};
    for (uint32_t i = 0; i < count; i++)
        series_add(&series, codes[i]);
    Str text = series_text(&arena, &series, last);
    bool right = str_equal(text, str_from(wanted));
    passed += right;
    failed += !right;
    if (!right)
        printf("%u names: " STR_FMT "\n", count, STR_ARG(text));
    arena_free(&arena);
}

int main(void)
{
    check("and", 0, "");
    check("and", 1, "E1");
    check("and", 2, "E1 and E2");
    check("or", 3, "E1, E2 or E3");
    check("and", 12, "E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11 and E12");
    check("and", 14, "E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12 and 2 more");
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
