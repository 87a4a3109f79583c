/* Pupils' names in texts: which pupil a text names, and in which words. */
#include "sema/pupil_names.h"
#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

#define SCHOOL                                                                                               \
    "school \"Rowan Lane Primary\" { person mrs-b \"Mrs Ella Brampton\" }\n"                                 \
    "pupil BK \"Bilal K\"\n"                                                                                 \
    "pupil RM \"Rowan Marsh\"\n"                                                                             \
    "pupil ES \"Ella Stone\"\n"                                                                              \
    "pupil ZO \"Zoë O'Hara\"\n"                                                                             \
    "pupil AM \"Anne-Marie T\"\n"

static const struct {
    const char *text, *words;
} cases[] = {
    {"Bilal in Year 4 loved it.", "Bilal"},
    {"We asked Bilal Khan’s mother.", "Bilal Khan"},
    {"He plays with Bilal. Kai plays too.", "Bilal"},
    {"Bilal Ahmed is our caretaker.", ""},
    {"Mr Bilal teaches the recorder.", ""},
    {"bilal", ""},
    {"Bilalia is a town.", ""},
    {"Rowan is the name of a class.", ""},
    {"Rowan Marsh won.", "Rowan Marsh"},
    {"Rowan M won.", "Rowan M"},
    {"Rowan House won.", ""},
    {"Ella will ring you.", ""},
    {"Ella Stone will ring you.", "Ella Stone"},
    {"“Zoë” said so.", "Zoë"},
    {"It was Anne-Marie’s idea.", "Anne-Marie"},
    {"It was Anne’s idea.", ""},
    {"", ""},
};

int main(void)
{
    Tally tally = {0};
    Compiled compiled;
    Arena arena = {0};
    PupilNames names;
    compile_text(&compiled, STR(SCHOOL), iso_day("2026-11-22"));
    pupil_names_make(&names, &compiled.records, &arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        PupilFound found = pupil_names_find(&names, str_from(cases[i].text), 0, ROW_NONE);
        expect(&tally, str_equal(found.words, str_from(cases[i].words)), cases[i].text);
    }
    Str two = STR("Bilal plays with Anne-Marie.");
    expect_int(&tally, "another than himself", pupil_names_find(&names, two, 0, 0).pupil, 4);
    arena_free(&arena);
    compiled_free(&compiled);
    return tally_end(&tally);
}
