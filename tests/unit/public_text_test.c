/* What public texts give away: pupils in them, and numbers of pupils so small that one may guess who they
 * are. */
#include "sema/public_text.h"
#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

#define PUPILS                                                                                               \
    "pupil BK \"Bilal K\" { year 4; born 9 November 2017 }\n"                                                \
    "pupil TA \"Tom Ash\" { year 4 }\n"                                                                      \
    "pupil CD \"Cam D\" { year 11 }\n"

/* A text, the words in it that tell who a pupil is, and those that count very few. */
static const struct {
    const char *text, *pupil, *counted;
} cases[] = {
    {"Bilal loved it.", "Bilal", ""},
    {"BK in Year 4 loved it.", "BK in Year 4", ""},
    {"BK in Year 5 is somebody else.", "", ""},
    {"B.K. (Y4) loved it.", "B.K. (Y4", ""},
    {"A TA in Year 4 reads with them.", "", ""},
    {"C.D. in Year 11 left.", "C.D. in Year 11", ""},
    {"A boy born on 9 November 2017 loved it.", "9 November 2017", ""},
    {"The board met on 10 November 2017.", "", ""},
    {"Number B820200015001 was moved.", "B820200015001", ""},
    {"Ring 01632 960170 or 123456789012.", "", ""},
    {"2 pupils with visual impairment joined.", "", "2 pupils with visual impairment"},
    {"Three deaf children are in Year 2.", "", "Three deaf children"},
    {"One pupil has an EHC plan.", "", "One pupil has an EHC plan"},
    {"One pupil told us that it helped.", "", ""},
    {"Two pupils from each class sit on the council.", "", ""},
    {"Fewer than 6 pupils have an EHC plan.", "", ""},
    {"Fewer than 3 pupils have an EHC plan.", "", ""},
    {"34 pupils have SEN support, 12 children an EHC plan.", "", "12 children an EHC plan"},
    {"A group of 4 pupils with speech needs meets daily.", "", ""},
    {"Groups have 3 to 5 children with speech and language needs.", "", ""},
    {"Each group has 3 pupils with similar needs.", "", ""},
    {"Children in Years 2 and 3 have support for 4 weeks.", "", ""},
    {"Our 2 teaching assistants help children with autism.", "", ""},
    {"The plan costs £4 for pupils with medical needs.", "", ""},
    {"There are no pupils with visual impairment.", "", ""},
    {"At least 5 pupils have an EHC plan.", "", ""},
    {"In the last 2 years pupils with EHC plans stayed.", "", ""},
    {"Up to 3 children with autism come to the club.", "", ""},
};

static void expect_text(Tally *tally, Str got, const char *wanted, const char *text)
{
    bool equal = str_equal(got, str_from(wanted));
    expect(tally, equal, text);
    if (!equal)
        printf("    '" STR_FMT "', wanted '%s'\n", STR_ARG(got), wanted);
}

static void try_case(Tally *tally, size_t i, const char *document)
{
    Compiled compiled;
    Arena arena = {0};
    Str text = arena_format(&arena, PUPILS "%s { \"%s\" }\n", document, cases[i].text);
    compile_text(&compiled, text, iso_day("2026-11-22"));
    PublicTexts found = public_texts(&compiled.records, &arena);
    bool is_public = *document != 'a';
    expect_text(tally, found.document[0].pupil, is_public ? cases[i].pupil : "", cases[i].text);
    expect_text(tally, found.document[0].counted, is_public ? cases[i].counted : "", cases[i].text);
    arena_free(&arena);
    compiled_free(&compiled);
}

int main(void)
{
    Tally tally = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        try_case(&tally, i, "send policy \"SEND policy\"");
        try_case(&tally, i, "action plan \"SEND action plan\"");
    }
    return tally_end(&tally);
}
