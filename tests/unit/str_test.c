/* Slices: cutting, comparing, trimming, and how near two words are. */
#include "support/str.h"

#include "tests/unit/expect.h"

/* As a search byte by byte finds it, whatever stands before and behind. */
static void test_finding(Tally *tally)
{
    static const char *const texts[] = {"",
                                        "a",
                                        "Some access TO Access to it",
                                        "[[{xX{x",
                                        "aaaaaaaaaaaaaaab",
                                        "caf\xc3\xa9 Caf\xc3\xa9 CAF\xc3\xa9 au lait and more",
                                        "01234567890123456789"};
    static const char *const words[] = {"",    "a",    "access to", "{x", "aab", "caf\xc3\xa9",
                                        "789", "lait", "9",         "Z"};
    bool same = true;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t j = 0; j < sizeof words / sizeof *words; j++) {
            Str text = str_from(texts[i]), word = str_from(words[j]);
            for (size_t from = 0; from <= text.length; from++) {
                size_t wanted = text.length;
                for (size_t at = text.length; word.length && at-- > from;)
                    if (at + word.length <= text.length &&
                        str_equal_folded(str_slice(text, at, at + word.length), word))
                        wanted = at;
                same &= str_find_folded(text, word, from) == wanted;
            }
        }
    expect(tally, same, "words are found but for their case");
}

static void test_cutting(Tally *tally)
{
    expect_str(tally, "slice", str_slice(STR("outcome"), 3, 5), "co");
    expect_str(tally, "slice past the end", str_slice(STR("need"), 2, 99), "ed");
    expect_str(tally, "slice from past the end", str_slice(STR("need"), 9, 12), "");
    expect_str(tally, "slice of nothing", str_slice((Str){NULL, 0}, 0, 4), "");
    expect_str(tally, "trim", str_trim(STR(" \t\u00a0need B1\r\n\u00a0 ")), "need B1");
    expect_str(tally, "trim of pauses", str_trim_pause(STR("ear defenders ready: – …")),
               "ear defenders ready");
    expect_str(tally, "trim of nothing but pauses", str_trim_pause(STR(" ;,")), "");
    expect_str(tally, "trim of blanks", str_trim(STR(" \u00a0 \n")), "");
    expect(tally, str_starts(STR("provision"), STR("pro")), "provision starts with pro");
    expect(tally, !str_starts(STR("pro"), STR("provision")), "pro does not start with provision");
    expect(tally, str_ends(STR("provision"), STR("sion")), "provision ends with sion");
    expect(tally, str_ends(STR("x"), STR("")), "all ends with nothing");
}

static void test_comparing(Tally *tally)
{
    expect(tally, str_equal((Str){NULL, 0}, STR("")), "nothing equals nothing");
    expect(tally, str_equal_folded(STR("SEMH"), STR("semh")), "case is folded");
    expect(tally, !str_equal_folded(STR("[x"), STR("{x")), "marks are not folded");
    expect(tally, str_compare(STR("B1"), STR("B10")) < 0, "a prefix sorts first");
    expect(tally, str_compare(STR("é"), STR("z")) > 0, "bytes are unsigned");
    expect(tally, str_hash(STR("B1")) != str_hash(STR("B2")), "hashes differ");
}

static void test_distance(Tally *tally)
{
    static const struct {
        const char *a, *b;
        unsigned limit, distance;
    } cases[] = {
        {"outcome", "outcome", 2, 0},
        {"outcome", "OUTCOME", 2, 0},
        {"outcmoe", "outcome", 2, 1},
        {"outcme", "outcome", 2, 1},
        {"outtcome", "outcome", 2, 1},
        {"outcame", "outcome", 2, 1},
        {"need", "outcome", 2, 3},
        {"", "by", 2, 2},
        {"", "", 0, 0},
        {"by", "", 1, 2},
        {"provison", "provision", 1, 1},
        {"abcd", "badc", 3, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_int(tally, cases[i].a,
                   str_distance(str_from(cases[i].a), str_from(cases[i].b), cases[i].limit),
                   cases[i].distance);
}

int main(void)
{
    Tally tally = {0, 0};
    test_cutting(&tally);
    test_finding(&tally);
    test_comparing(&tally);
    test_distance(&tally);
    return tally_end(&tally);
}
