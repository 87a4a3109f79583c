/* UTF-8: what is well formed, decoding, widths; lines and columns of sources. */
#include "support/utf8.h"

#include "support/source.h"
#include "tests/unit/expect.h"

#include <string.h>

static void test_checking(Tally *tally)
{
    static const struct {
        const char *bytes;
        size_t length, bad;
    } cases[] = {
        {"", 0, 0},
        {"plain", 5, 5},
        {"caf\xc3\xa9", 5, 5},
        {"\xc0\xaf", 2, 0},                         /* overlong */
        {"\xe0\x80\x80", 3, 0},                     /* overlong */
        {"\xed\xa0\x80", 3, 0},                     /* half of a pair */
        {"\xf4\x90\x80\x80", 4, 0},                 /* past the last */
        {"\xf0\x9f\x98\x80", 4, 4},                 /* a face */
        {"ab\xe2\x80", 4, 2},                       /* cut off */
        {"ab\x80", 3, 2},                           /* goes on with nothing */
        {"a\0b", 3, 1},                             /* zero */
        {"0123456789abcdef0123456789\xff", 27, 26}, /* behind the fast way */
        {"0123456789abcde\0f", 17, 15},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_int(tally, "first bad byte", (int64_t)utf8_first_bad((Str){cases[i].bytes, cases[i].length}),
                   (int64_t)cases[i].bad);
}

/* Every code point there is, there and back. */
static void test_all_code_points(Tally *tally)
{
    unsigned wrong = 0;
    for (uint32_t code = 1; code <= 0x10ffff; code++) {
        char bytes[4];
        unsigned length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4, size;
        for (unsigned i = length; i-- > 1;)
            bytes[i] = (char)(0x80 | (code >> 6 * (length - 1 - i) & 0x3f));
        static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
        bytes[0] = (char)(leads[length] | code >> 6 * (length - 1));
        bool surrogate = code >= 0xd800 && code < 0xe000;
        uint32_t decoded = utf8_decode(bytes, bytes + length, &size);
        wrong += surrogate ? decoded != 0xfffd || size != 1 : decoded != code || size != length;
    }
    expect_int(tally, "code points decoded wrongly", wrong, 0);
}

static void test_widths(Tally *tally)
{
    expect_int(tally, "plain", utf8_width(STR("need"), 0), 4);
    expect_int(tally, "combining", utf8_width(STR("cafe\u0301"), 0), 4);
    expect_int(tally, "wide", utf8_width(STR("中文"), 0), 4);
    expect_int(tally, "tab", utf8_width(STR("\t"), 3), 5);
    expect_int(tally, "tabs", utf8_width(STR("a\tb"), 0), 9);
    expect_int(tally, "nothing", utf8_width((Str){NULL, 0}, 0), 0);
    expect_int(tally, "count", (int64_t)utf8_count(STR("0123456789abcdefé’😀")), 19);
}

static void expect_place(Tally *tally, const Source *source, uint32_t offset, uint32_t line, uint32_t column)
{
    LineColumn at = source_line_column(source, offset);
    expect_int(tally, "line", at.line, line);
    expect_int(tally, "column", at.column, column);
}

static void test_lines(Tally *tally)
{
    char text[] = "\xef\xbb\xbf"
                  "né\r\nb\rc\n\nlast\0";
    Source source = {.name = STR("x"), .text = text, .size = sizeof text - 2};
    Arena arena = {0};
    source_lines(&source, &arena);
    expect_int(tally, "lines", source.line_count, 5);
    expect_str(tally, "line 1", source_line(&source, 1), "né");
    expect_str(tally, "line 3", source_line(&source, 3), "c");
    expect_str(tally, "line 4", source_line(&source, 4), "");
    expect_str(tally, "line 9", source_line(&source, 9), "");
    expect_place(tally, &source, 3, 1, 1);
    expect_place(tally, &source, 6, 1, 3);
    expect_place(tally, &source, 8, 2, 1);
    expect_place(tally, &source, 10, 3, 1);
    expect_place(tally, &source, 99, 5, 5);
    arena_free(&arena);
}

static void test_long_line(Tally *tally)
{
    static char text[100002];
    for (size_t i = 0; i + 1 < 100000; i += 2)
        memcpy(text + i, "é", 2);
    Source source = {.name = STR("x"), .text = text, .size = 100000};
    Arena arena = {0};
    source_lines(&source, &arena);
    for (uint32_t offset = 0; offset < 100000; offset += 3334)
        expect_place(tally, &source, offset, 1, offset / 2 + 1);
    arena_free(&arena);
}

int main(void)
{
    Tally tally = {0, 0};
    test_checking(&tally);
    test_all_code_points(&tally);
    test_widths(&tally);
    test_lines(&tally);
    test_long_line(&tally);
    return tally_end(&tally);
}
