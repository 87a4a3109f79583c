/* Parsing: for each text its lines, nested, and its findings; hostile shapes at size. */
#include "parser/parse.h"

#include "tests/unit/front.h"

/* "need B1 { evidence … }": the lines, each block in braces, a bar between lines. */
static void list_lines(Front *front, const Line *line)
{
    for (; line; line = line->next) {
        Span span = line_span(front->tree, line);
        out_str(&front->out, source_text(&front->source, span));
        if (line->has_block) {
            out_text(&front->out, " {");
            list_lines(front, line->first_child);
            out_text(&front->out, line->close ? "}" : "?");
        }
        out_text(&front->out, line->next ? "|" : "");
    }
}

static Str line_list(Front *front)
{
    front->out.length = 0;
    list_lines(front, front->tree->first);
    return out_result(&front->out);
}

static const struct {
    const char *text, *lines, *findings;
} cases[] = {
    {"", "", ""},
    {"\n;\n", "", ""},
    {"year 4", "year 4", ""},
    {"year 4;born x\nby y,\n z", "year 4|born x|by y,\n z", ""},
    {"need B1 { a; b }", "need B1 {a|b}", ""},
    {"need B1\n\n{\na\n}\nc", "need B1 {a}|c", ""},
    {"need B1 {} c", "need B1 {}|c", ""},
    {"need B1 { for A1, }", "need B1 {for A1}", ""},
    {"a { b { c } d }", "a {b {c}|d}", ""},
    {"a } b", "a|b", "extra-brace@2"},
    {"a { b } } c", "a {b}|c", "extra-brace@8"},
    {"{ a } b", "a|b", "block-without-head@0"},
    {"a { { b } c }", "a {b|c}", "block-without-head@4"},
    {"{ }", "", "block-without-head@0"},
    {"a { b", "a {b?", "missing-brace@2"},
    {"a { b\npupil X \"Y\" { year 4 }", "a {b?|pupil X \"Y\" {year 4}", "missing-brace@2"},
    {"a { b {\nsupport plan for X { c }", "a {b {??|support plan for X {c}",
     "missing-brace@2 missing-brace@6"},
    {"a { b\nehc plan for X", "a {b?|ehc plan for X", "missing-brace@2"},
    {"a { b\nschool \"X\"\n{ c }", "a {b?|school \"X\" {c}", "missing-brace@2"},
    {"a { pupil X }", "a {pupil X}", ""},
    {"a {\npupil away 3\nschool \"X\"\n}", "a {pupil away 3|school \"X\"}", ""},
    {"check x on y { fails {\npupil X \"Y\" { z }\n} }", "check x on y {fails {pupil X \"Y\" {z}}}", ""},
    {"a {\n  b {\n    c\n  d {\n  }\n}\n", "a {b {c?|d {}}", "missing-brace@8"},
    {"a {\n  b\n    c\n  }\n  d\n}\n", "a {b {c}|d}", "missing-opening-brace@6"},
    {"a {\n  b {\n    c\n   d\n  }\n", "a {b {c|d}?", "missing-brace@2"},
};

static void test_cases(Tally *tally)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Front front;
        front_begin(&front, str_from(cases[i].text));
        front_parse(&front);
        expect_str(tally, cases[i].text, line_list(&front), cases[i].lines);
        expect_str(tally, cases[i].text, front_findings(&front), cases[i].findings);
        front_end(&front);
    }
}

/* `pattern` over and over: how many findings, of which the last is `last`. */
static void expect_many(Tally *tally, const char *pattern, size_t times, size_t most, const char *last)
{
    Out out = {0};
    for (size_t i = 0; i < times; i++)
        out_text(&out, pattern);
    Front front;
    front_begin(&front, out_result(&out));
    front_parse(&front);
    size_t count = front.findings.list.count;
    expect(tally, count <= most, pattern);
    if (count)
        expect_str(tally, pattern, finding_name(front.findings.list.at[count - 1]->kind), last);
    front_end(&front);
    out_free(&out);
}

static void test_hostile(Tally *tally)
{
    expect_many(tally, "{", 200000, 2, "too-deep");
    expect_many(tally, "a {", 200000, 1, "too-deep");
    expect_many(tally, "a {}", 200000, 0, "");
    expect_many(tally, "}", 200000, 2000, "many-mistakes");
    expect_many(tally, "\"\n", 100001, 1, "unclosed-text");
    expect_many(tally, "\"a\n", 100000, 2000, "many-mistakes");
    expect_many(tally, "\"a {", 100000, 2001, "many-mistakes");
    expect_many(tally, "\"\"\"\n", 100001, 1, "unclosed-text");
    expect_many(tally, "“a ", 100000, 1, "unclosed-text");
    expect_many(tally, "'a ", 100000, 1, "unclosed-text");
    expect_many(tally, "'a\n", 100000, 2000, "many-mistakes");
    expect_many(tally, "«a\n", 100000, 2000, "many-mistakes");
    expect_many(tally, "` ", 100000, 2000, "many-mistakes");
    expect_many(tally, "16July2027x 4 ", 100000, 0, "");
    expect_many(tally, "July 16 ", 100000, 2000, "many-mistakes");
    expect_many(tally, "a: ", 100000, 8, "colon-after-key");
    expect_many(tally, "x", 5000000, 0, "");
    expect_many(tally, "16 Jluy ", 100000, 0, "");
    expect_many(tally, "a {\npupil X {\n", 100000, 2000, "many-mistakes");
    expect_many(tally, "pupil A {\n    need\n  {\n", 10000, 2000, "missing-brace");
    expect_many(tally, "  a {\n      b\n{\n c\n", 10000, 2000, "too-deep");
}

int main(void)
{
    Tally tally = {0, 0};
    test_cases(&tally);
    test_hostile(&tally);
    return tally_end(&tally);
}
