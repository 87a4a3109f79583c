/* Fixes made in a text, the patch that shows them, and the baseline. */
#include "codegen/findings/baseline.h"
#include "codegen/findings/fixes.h"
#include "codegen/findings/patch.h"
#include "tests/unit/expect.h"

#include <string.h>

/* ---- fixes ---- */

typedef struct Fix {
    uint32_t first, end;
    const char *text;
} Fix;

static const struct {
    const char *name, *before;
    Fix fixes[3]; /* to the first without a text */
    const char *after;
    size_t made;
} fix_cases[] = {
    {"none", "year 4", {{0, 0, NULL}}, "", 0},
    {"one", "yer 4\n", {{0, 3, "year"}}, "year 4\n", 1},
    {"out of order", "a b c", {{4, 5, "C"}, {0, 1, "A"}}, "A b C", 2},
    {"of two that overlap the first", "abcdef", {{1, 4, "X"}, {3, 5, "Y"}}, "aXef", 1},
    {"side by side", "abcd", {{0, 2, "X"}, {2, 4, "Y"}}, "XY", 2},
    {"put in where one has ended", "abcd", {{0, 2, "X"}, {2, 2, "Y"}}, "Xcd", 1},
    {"two put in at one place", "ab", {{1, 1, ";"}, {1, 1, ","}}, "a;b", 1},
    {"at both ends", "b", {{0, 0, "a"}, {1, 1, "c"}}, "abc", 2},
    {"nothing new", "ab", {{0, 1, "a"}}, "", 0},
    {"all left out", "ab", {{0, 2, ""}}, "", 1},
    {"a line as the others end", "a\r\nb\r\n", {{3, 3, "x\ny\n"}}, "a\r\nx\r\ny\r\nb\r\n", 1},
    {"a line behind a mark",
     "\xef\xbb\xbf"
     "a\nb",
     {{5, 5, "x\n"}},
     "\xef\xbb\xbf"
     "a\nx\nb",
     1},
};

static void test_fixes(Tally *tally)
{
    for (size_t i = 0; i < sizeof fix_cases / sizeof *fix_cases; i++) {
        char bytes[64] = {0};
        strcpy(bytes, fix_cases[i].before);
        Source source = {.name = STR("a.sen"), .text = bytes, .size = strlen(bytes)};
        Findings findings = {0};
        Out text = {0}, told = {0};
        for (const Fix *fix = fix_cases[i].fixes; fix < fix_cases[i].fixes + 3 && fix->text; fix++) {
            Span span = {fix->first, fix->end};
            finding_fix(&findings, finding_full_stop(&findings, (Place){&source, span}), span,
                        str_from(fix->text));
        }
        expect_int(tally, fix_cases[i].name, (int64_t)fixes_make(&findings, &source, &text, &told),
                   (int64_t)fix_cases[i].made);
        expect_str(tally, fix_cases[i].name, out_result(&text), fix_cases[i].after);
        out_free(&text);
        out_free(&told);
        findings_free(&findings);
    }
}

/* ---- patches ---- */

static const struct {
    const char *name, *before, *after, *patch;
} patch_cases[] = {
    {"a.sen", "a\nb\n", "a\nb\n", ""},
    {"a.sen", "a\n", "b\n", "--- a/a.sen\n+++ b/a.sen\n@@ -1,1 +1,1 @@\n-a\n+b\n"},
    {"/home/a.sen", "", "b\n", "--- a/home/a.sen\n+++ b/home/a.sen\n@@ -0,0 +1,1 @@\n+b\n"},
    {"./a.sen", "a\n", "", "--- a/a.sen\n+++ b/a.sen\n@@ -1,1 +0,0 @@\n-a\n"},
    {"a b.sen", "a", "b",
     "--- a/a b.sen\t\n+++ b/a b.sen\t\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n"
     "+b\n\\ No newline at end of file\n"},
    {"a\"\n.sen", "a\n", "b\n",
     "--- \"a/a\\\"\\012.sen\"\n+++ \"b/a\\\"\\012.sen\"\n@@ -1,1 +1,1 @@\n-a\n+b\n"},
    {"a.sen", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\n10\ny\n",
     "--- a/a.sen\n+++ b/a.sen\n@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3\n 4\n 5\n@@ -8,4 +8,4 @@\n 8\n 9\n "
     "10\n-11\n+y\n"},
    {"a.sen", "1\n2\n3\n", "1\n2\n2a\n3\n", "--- a/a.sen\n+++ b/a.sen\n@@ -1,3 +1,4 @@\n 1\n 2\n+2a\n 3\n"},
};

static void test_patches(Tally *tally)
{
    for (size_t i = 0; i < sizeof patch_cases / sizeof *patch_cases; i++) {
        Out out = {0};
        patch_write(str_from(patch_cases[i].name), str_from(patch_cases[i].before),
                    str_from(patch_cases[i].after), &out);
        expect_str(tally, patch_cases[i].name, out_result(&out), patch_cases[i].patch);
        out_free(&out);
    }
}

/* ---- baseline ---- */

static void test_baseline(Tally *tally)
{
    static const char merged[] =
        "{\n\"00000000000000ab\": \"bad-date\",\n\"00000000000000aa\": \"unknown-fact\",\n"
        "\"00000000000000aa\": \"unknown-fact\",\n\"senc-baseline\": 1\n}\n";
    Baseline baseline = {0};
    Out out = {0};
    Str why = STR("");
    Finding known = {.rule = finding_rule(FINDING_bad_date), .fingerprint = 0xab};
    Finding unknown = {.rule = finding_rule(FINDING_bad_date), .fingerprint = 0xac};
    expect(tally, baseline_read(&baseline, str_from(merged), &why), "what two branches merged is read");
    expect(tally, baseline_knows(&baseline, &known) && !baseline_knows(&baseline, &unknown),
           "it knows what it holds");
    baseline_add(&baseline, &unknown);
    expect(tally, baseline_knows(&baseline, &unknown), "and what is added");
    baseline_write(&baseline, &out);
    expect_str(tally, "it is written by name and number", out_result(&out),
               "{\n\"00000000000000ab\": \"bad-date\",\n\"00000000000000ac\": \"bad-date\",\n"
               "\"00000000000000aa\": \"unknown-fact\",\n\"senc-baseline\": 1\n}\n");
    out_free(&out);
    baseline_free(&baseline);
}

int main(void)
{
    Tally tally = {0};
    test_fixes(&tally);
    test_patches(&tally);
    test_baseline(&tally);
    return tally_end(&tally);
}
