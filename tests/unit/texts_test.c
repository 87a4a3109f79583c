/* What texts of plans hold: the words of sentences, other children, words that stand elsewhere, short forms.
 */
#include "sema/texts/scan.h"
#include "sema/texts/texts.h"
#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

/* ---- words and sentences ---- */

static const struct {
    const char *text;
    unsigned words, sentences;
} scans[] = {
    {"", 0, 0},
    {"One two three.", 3, 1},
    {"One two. Three!", 3, 2},
    {"See Mr. Dunn, e.g. on Monday at 9.30.", 8, 1},
    {"He can’t do self-help tasks, says mum.", 7, 1},
    {"First: look; then wait", 4, 3},
    {"“Well?” – so he asked", 4, 2},
    {"\xE2\x80", 1, 1},
    {"\xFF\xFE a", 2, 1},
};

static void test_scans(Tally *tally)
{
    for (size_t i = 0; i < sizeof scans / sizeof *scans; i++) {
        TextScan scan = {.text = str_from(scans[i].text)};
        unsigned words = 0, sentences = 0;
        while (text_scan_next(&scan)) {
            words++;
            sentences += scan.begins;
        }
        expect_int(tally, scans[i].text, words, scans[i].words);
        expect_int(tally, scans[i].text, sentences, scans[i].sentences);
    }
}

/* ---- figures ---- */

#define LONG                                                                                                 \
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "      \
    "seventeen eighteen nineteen twenty red orange yellow green blue indigo violet black white grey brown "  \
    "pink gold silver copper iron lead tin zinc steel brass bronze"

#define PLANS                                                                                                \
    "school \"Rowan Lane Primary\" { person mr-d \"Mr Theo Dunn\" }\n"                                       \
    "pupil BK \"Bilal K\" { pronouns \"he/him\"; parent \"Sara K\" }\n"                                      \
    "pupil MT \"Maya T\" { pronouns \"she\" }\n"                                                             \
    "support plan for BK {\n"                                                                                \
    "  need B1 \"Bilal " LONG "\"\n"                                                                         \
    "  need B2 \"Sara has time, and Theo will help; Maya hits him.\"\n"                                      \
    "  need B3 \"Jack needs a reader.\"\n"                                                                   \
    "  need B4 \"Seen by SaLT. Then by an EP.\"\n"                                                           \
    "  need B5 \"The educational psychologist saw him.\"\n"                                                  \
    "}\n"                                                                                                    \
    "support plan for MT {\n"                                                                                \
    "  need B1 \"Maya " LONG " again\"\n"                                                                    \
    "  need B2 \"He reads.\"\n"                                                                              \
    "  need B3 \"He writes two lines.\"\n"                                                                   \
    "  need B4 \"His hand hurts.\"\n"                                                                        \
    "}\n"

static void test_figures(Tally *tally)
{
    Compiled compiled;
    Texts texts;
    compile_text(&compiled, STR(PLANS), iso_day("2026-11-22"));
    texts_read(&texts, &compiled.derived);
    const TextFigures *needs = texts.of_kind[KIND_need], *plans = texts.of_kind[KIND_plan];
    expect_int(tally, "a long sentence", needs[0].sentence_words, 43);
    expect_int(tally, "copied words, the name left out", needs[0].copied_words, 42);
    expect_int(tally, "in the other plan", needs[5].copied_words, 42);
    expect_str(tally, "where", needs[0].copied_where, "in another pupil’s plan");
    expect_str(tally, "a parent and a teacher are no other child", needs[1].other_child, "Maya");
    expect_str(tally, "nor the wrong one", needs[1].wrong_child, "");
    expect_str(tally, "a name from another plan", needs[2].wrong_child, "Jack");
    expect_str(tally, "a short form", needs[3].acronym, "SaLT");
    expect_str(tally, "what it means", needs[3].meaning, "speech and language therapist");
    expect_int(tally, "nothing to tell", needs[4].copied_words, 0);
    expect_str(tally, "his own pronouns", plans[0].wrong_child, "");
    expect_str(tally, "not hers", plans[1].wrong_child, "he");
    texts_free(&texts);
    compiled_free(&compiled);
}

int main(void)
{
    Tally tally = {0};
    test_scans(&tally);
    test_figures(&tally);
    return tally_end(&tally);
}
