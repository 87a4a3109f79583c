/* Glue: which words had better stay on one line. */
#include "report/document_glue.h"
#include "tests/unit/expect.h"

#include <string.h>

/* `whole`, at the beginning of `text`, is kept together; no more. */
static const struct {
    const char *text, *whole;
} cases[] = {
    {"16 July 2027 and after", "16 July 2027"},
    {"16 July 2027 to 3 August", "16 July 2027"},
    {"(16 July 2027) it", "(16 July 2027)"},
    {"10 minutes, 5 times", "10 minutes,"},
    {"24 of 30", "24 of"},
    {"1.5 hours a week", "1.5 hours"},
    {"£6,000 a year", "£6,000 a"},
    {"01632 960177, or write", "01632 960177,"},
    {"Miss Lowry reads", "Miss Lowry"},
    {"Rowan T reads", "Rowan T"},
    {"Year 5 (key stage 2)", "Year 5"},
    {"year (50 minutes a week)", "year"},
    {"year\n5", "year"},
    {"1970 Act", "1970"},
    {"2,000 words", "2,000 words"},
    {"60 communication-friendly classrooms", "60"},
    {"word", "word"},
    {"", ""},
    {" 5 minutes", ""},
    {"5 ", "5"},
};

int main(void)
{
    Tally tally = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str text = str_from(cases[i].text);
        expect_str(&tally, cases[i].text, str_slice(text, 0, glue_end(text, 0)), cases[i].whole);
    }
    Str text = STR("begun on 3 May 2026");
    expect_int(&tally, "from within", (int64_t)glue_end(text, strlen("begun on ")), (int64_t)text.length);
    return tally_end(&tally);
}
