/* Arenas: zeroed, aligned, large and small, used again. Also the buffer that printers write into. */
#include "support/arena.h"
#include "support/out.h"

#include "tests/unit/expect.h"

#include <string.h>

static bool is_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

static void fill_arena(Tally *tally, Arena *arena)
{
    for (size_t size = 1; size < 200000; size = size * 3 + 1)
        for (size_t align = 1; align <= 16; align *= 2) {
            char *at = arena_alloc(arena, size, align);
            expect(tally, ((uintptr_t)at & (align - 1)) == 0, "memory is aligned");
            expect(tally, is_zero(at, size), "memory is zeroed");
            memset(at, 0xff, size);
        }
}

static void test_arena(Tally *tally)
{
    Arena arena = {0};
    fill_arena(tally, &arena);
    arena_reset(&arena);
    fill_arena(tally, &arena);
    expect_str(tally, "format", arena_format(&arena, "%s %d", "week", 12), "week 12");
    Str copy = arena_str(&arena, STR("need"));
    expect(tally, copy.at[copy.length] == '\0', "a copy has a zero byte behind it");
    expect(tally, arena_copy(&arena, "", 0, 1) != NULL, "a copy of nothing is something");
    arena_free(&arena);
    arena_reset(&arena);
    expect(tally, arena.block == NULL, "an arena given back is empty");
}

static void test_out(Tally *tally)
{
    Out out = {0};
    out_text(&out, "a");
    out_fill(&out, '-', 5000);
    expect_int(tally, "length", (int64_t)out.length, 5001);
    out.length = 0;
    out_int(&out, INT64_MIN);
    out_char(&out, ' ');
    out_thousandths(&out, -250);
    out_char(&out, ' ');
    out_thousandths(&out, 12500);
    out_char(&out, ' ');
    out_thousandths(&out, 3007);
    out_char(&out, ' ');
    out_thousandths(&out, INT64_MIN);
    expect_str(tally, "numbers", out_result(&out),
               "-9223372036854775808 -0.25 12.5 3.007 -9223372036854775.808");
    out.length = 0;
    out_utf8(&out, 'x');
    out_utf8(&out, 0xe9);
    out_utf8(&out, 0x2019);
    out_utf8(&out, 0x1f600);
    expect_str(tally, "code points", out_result(&out), "xé’😀");
    out_free(&out);
}

int main(void)
{
    Tally tally = {0, 0};
    test_arena(&tally);
    test_out(&tally);
    return tally_end(&tally);
}
