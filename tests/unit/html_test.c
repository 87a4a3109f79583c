/* HTML, SVG and DOT: whatever stands in a plan stays text, and the page has the structure that readers who
 * listen need. With the argument `page` (or `draft`) it writes the sample page instead, for
 * tests/html-conformance. */
#include "codegen/html/markup.h"

#include "tests/unit/html_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int passed, failed;

static void check(bool right, const char *what, Str detail)
{
    passed += right;
    failed += !right;
    if (!right)
        printf("%s: " STR_FMT "\n", what, STR_ARG(detail));
}

static size_t count_of(Str text, const char *part)
{
    size_t count = 0, length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++)
        count += memcmp(text.at + i, part, length) == 0;
    return count;
}

static bool has(Str text, const char *part)
{
    return count_of(text, part) > 0;
}

/* ---- escaping ---- */

typedef struct Pair {
    Str from, to;
} Pair;

static const Pair escapes[] = {
    {STR_INIT("a<b>&\"'"), STR_INIT("a&lt;b&gt;&amp;&quot;&#39;")},
    {STR_INIT("tab\tline\nend"), STR_INIT("tab\tline\nend")},
    {STR_INIT("\x01\x08\x0B\x1B\x7F"
              "x\ry"),
     STR_INIT("x y")},
    {STR_INIT("\xC2\x85\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90z"), STR_INIT("z")},   /* C1, noncharacters */
    {STR_INIT("\xC0\xBC!"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD!")},               /* an overlong `<` */
    {STR_INIT("\xED\xA0\x80"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD")}, /* a surrogate */
    {STR_INIT("\xE2\x82"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD")},                 /* cut off */
    {STR_INIT("Zo\xC3\xAB \xF0\x9F\xA6\x89"), STR_INIT("Zo\xC3\xAB \xF0\x9F\xA6\x89")},
    {STR_INIT(""), STR_INIT("")},
};

static void test_escapes(void)
{
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        Out out = {0};
        out_escaped(&out, escapes[i].from);
        check(str_equal(out_result(&out), escapes[i].to), "escaped otherwise than wanted", out_result(&out));
        out_free(&out);
    }
}

typedef struct LinkTarget {
    Str text;
    bool safe;
} LinkTarget;

static const LinkTarget targets[] = {
    {STR_INIT("#need-B1"), true},
    {STR_INIT("https://example.org/a?b=c&d"), true},
    {STR_INIT("HTTP://example.org"), true},
    {STR_INIT("mailto:senco@example.sch.uk"), true},
    {STR_INIT("tel:+441632960123"), true},
    {STR_INIT(""), false},
    {STR_INIT("#"), false},
    {STR_INIT("#a\"b"), false},
    {STR_INIT("https:"), false},
    {STR_INIT("javascript:alert(1)"), false},
    {STR_INIT("JaVaScRiPt:alert(1)"), false},
    {STR_INIT("java\nscript:alert(1)"), false},
    {STR_INIT("\x01https://example.org"), false},
    {STR_INIT(" https://example.org"), false},
    {STR_INIT("https://example.org/a b"), false},
    {STR_INIT("data:text/html,x"), false},
    {STR_INIT("vbscript:x"), false},
    {STR_INIT("file:///etc/passwd"), false},
    {STR_INIT("//example.org"), false},
    {STR_INIT("plan.html"), false},
    {STR_INIT("blob:https://example.org"), false},
};

static void test_targets(void)
{
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        check(target_is_safe(targets[i].text) == targets[i].safe, "target judged wrongly", targets[i].text);
}

/* ---- skeletons: what remains of markup when all that is data is left out ---- */

/* Copies a tag without the values of its attributes; returns where it ends. */
static size_t skeleton_tag(Str page, size_t at, Out *out)
{
    char quote = 0;
    for (; at < page.length; at++) {
        char c = page.at[at];
        if (quote && c == quote)
            quote = 0;
        else if (!quote && (c == '"' || c == '\''))
            quote = c;
        else if (!quote)
            out_char(out, c);
        if (!quote && c == '>')
            return at + 1;
    }
    return at;
}

static void skeleton(Str page, Out *out)
{
    for (size_t at = 0; at < page.length;) {
        Str rest = str_slice(page, at, page.length);
        if (str_starts(rest, STR("<style>"))) {
            const char *end = memmem(rest.at, rest.length, "</style", 7);
            at = end ? (size_t)(end - page.at) : page.length;
        } else if (str_starts(rest, STR("<br>"))) {
            at += 4;
        } else if (page.at[at] == '<') {
            at = skeleton_tag(page, at, out);
        } else {
            at++;
        }
    }
}

/* The same of Graphviz's language: its strings are left out. */
static void skeleton_dot(Str graph, Out *out)
{
    bool inside = false;
    for (size_t at = 0; at < graph.length; at++) {
        if (inside && graph.at[at] == '\\')
            at++;
        else if (graph.at[at] == '"')
            inside = !inside;
        else if (!inside)
            out_char(out, graph.at[at]);
    }
    out_text(out, inside ? "unclosed" : "");
}

/* ---- hostile strings through every path ---- */

static const Str hostile[] = {
    STR_INIT("<script>alert(1)</script>"),
    STR_INIT("\"><img src=x onerror=alert(1)>"),
    STR_INIT("' onload='alert(1)' x='"),
    STR_INIT("</style><script>alert(1)</script><style>"),
    STR_INIT("</title></svg></text></a><script>"),
    STR_INIT("]]><!-- --><![CDATA[ <?xml ?>"),
    STR_INIT("&lt;b&gt;&#60;&quot;&"),
    STR_INIT("javascript:alert(1)"),
    STR_INIT("\\\" URL=\"https://example.org\" x=\""),
    STR_INIT("\\"),
    STR_INIT("\\N\\G\\E\\\\\""),
    STR_INIT("<b>bold</b>"),
    STR_INIT("\"]; evil [label=<<b>x</b>>]; \""),
    STR_INIT("*/ } body{display:none} @import url(x); \"; content:\""),
    STR_INIT("\x01\x02\x0B"
             "a\x7F\xC2\x85\xEF\xBF\xBF"),
    STR_INIT("\xC0\xBCscript\xC0\xBE \xFF\xFE \xED\xA0\x80"),
    STR_INIT("\xE2\x80\xAEtxet\xE2\x81\xA9\xE2\x81\xA8"),
    STR_INIT("a\nb\r\nc\td"),
};

static void build_runs(Runs *runs, Str text, Str target)
{
    for (unsigned style = 0; style < 4; style++) {
        runs_value(runs, text, style)->target = target;
        runs_add(runs, text, style)->language = target;
    }
}

static Drawing *build_drawing(Arena *arena, Str text, Str target)
{
    Drawing *drawing = drawing_new(arena, 100000, 50000);
    draw_group(drawing, text, target);
    draw_text(drawing, (Point){1, 2}, ANCHOR_middle, 9000, text);
    draw_group_end(drawing);
    draw_group(drawing, STR(""), target);
    draw_rectangle(drawing, 0, 0, 10000, 10000, INK_panel, INK_rule)->hidden = true;
    return drawing; /* the second group stays open: the writer closes it */
}

static void build_table(Document *document, Blocks *to, Str text, Str target)
{
    Block *table = document_table(document, to, 1);
    table->id = target;
    build_runs(&table->as.table.caption, text, target);
    for (int r = 0; r < 2; r++) {
        Row *row = table_row(table, target);
        for (int c = 0; c < 3; c++)
            build_runs(cell_text(document, row, c == 0), text, target);
    }
}

/* A document with `text` in every place that shows text, and `target` in every place for an id, link or
 * language. */
static Document *build_document(Arena *arena, Str text, Str target)
{
    Document *document = document_new(arena, text, target);
    document->subject = document->author = document->running_head = document->footer = text;
    static const Str ids[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
    for (int i = 0; i < 3; i++) {
        Blocks *body = &document_section(document, &document->body, 2, text, ids[i])->as.section.body;
        for (ParagraphStyle style = PARAGRAPH_body; style <= PARAGRAPH_small; style++)
            build_runs(&document_paragraph(document, body, style)->as.paragraph.runs, text, target);
        Item *item = list_item(document_list(document, body, i == 1));
        item->id = target;
        build_runs(&document_paragraph(document, &item->body, PARAGRAPH_body)->as.paragraph.runs, text,
                   target);
        build_table(document, body, text, target);
        Block *figure = document_figure(document, body, text);
        figure->id = target;
        build_runs(&figure->as.figure.caption, text, target);
        figure->as.figure.drawing = i ? build_drawing(arena, text, target) : NULL;
    }
    return document;
}

static void page_skeleton(Str text, Str target, Out *out)
{
    Arena arena = {0};
    Out page = {0};
    Document *document = build_document(&arena, text, target);
    html_write(document, &(RenderOptions){.creator = text}, &page);
    skeleton(out_result(&page), out);
    document_free(document);
    out_free(&page);
    arena_free(&arena);
}

static void drawing_skeleton(Str text, Str target, Out *out)
{
    Arena arena = {0};
    Out page = {0};
    Drawing *drawing = build_drawing(&arena, text, target);
    svg_write(drawing, text, arena_format(&arena, STR_FMT " more", STR_ARG(text)), &page);
    skeleton(out_result(&page), out);
    drawing_free(drawing);
    out_free(&page);
    arena_free(&arena);
}

static void map_skeleton(Str text, Str target, Out *out)
{
    Map map = {0};
    Out graph = {0};
    for (MapColumn column = 0; column < MAP_COLUMN_COUNT; column++)
        ARRAY_ADD(&map.boxes, (MapBox){column, text, text, text, target, text});
    ARRAY_ADD(&map.links, (MapLink){0, 1});
    ARRAY_ADD(&map.links, (MapLink){9, 1}); /* to nowhere: left out */
    dot_write(&map, text, &graph);
    skeleton_dot(out_result(&graph), out);
    map_free(&map);
    out_free(&graph);
}

typedef void (*Skeleton)(Str text, Str target, Out *out);

static void test_hostile(const char *what, Skeleton make)
{
    Out wanted = {0};
    make(STR("x"), STR(""), &wanted);
    check(wanted.length > 100, what, STR("hardly any markup at all"));
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        Out got = {0};
        make(hostile[i], hostile[i], &got);
        check(str_equal(out_result(&got), out_result(&wanted)), what, hostile[i]);
        out_free(&got);
    }
    out_free(&wanted);
}

/* ---- structure ---- */

/* The value of the attribute whose name and `="` end at `at`. */
static Str value_at(Str page, size_t at)
{
    size_t end = at;
    while (end < page.length && page.at[end] != '"')
        end++;
    return str_slice(page, at, end);
}

static void test_links(Str page)
{
    for (size_t i = 0; i + 7 < page.length; i++) {
        Str rest = str_slice(page, i, page.length);
        bool link = str_starts(rest, STR(" href=\"#")), id = str_starts(rest, STR(" id=\""));
        if (!link && !id)
            continue;
        Str name = value_at(page, i + (link ? 8 : 5));
        char wanted[100];
        snprintf(wanted, sizeof wanted, " id=\"" STR_FMT "\"", STR_ARG(name));
        check(count_of(page, wanted) == 1, link ? "a link to nowhere" : "an id given twice", name);
    }
}

static void test_headings(Str page)
{
    char level = '0';
    for (size_t i = 0; i + 3 < page.length; i++) {
        if (page.at[i] != '<' || page.at[i + 1] != 'h' || page.at[i + 2] < '1' || page.at[i + 2] > '6')
            continue;
        check(page.at[i + 2] <= level + 1, "a heading skips a level", str_slice(page, i, i + 40));
        level = page.at[i + 2];
    }
    check(count_of(page, "<h1>") == 1, "not one h1", STR(""));
}

static const char *const wanted_parts[] = {
    "<html lang=\"en-GB\" dir=\"ltr\">",
    "default-src 'none'",
    "<nav aria-labelledby=\"senc-contents\">",
    "<blockquote lang=\"ar\" dir=\"rtl\"><p>",
    "<bdi lang=\"ar\" dir=\"rtl\">",
    "<table class=\"facts\">",
    "<caption>Needs and",
    "<thead>",
    "<th scope=\"col\">",
    "<th scope=\"row\">",
    "<th scope=\"rowgroup\" colspan=\"7\">",
    "class=\"room\" style=\"height:36pt\"",
    "<col style=\"width:30%\">",
    "<section class=\"new-page\" id=\"provision\">",
    "aria-label=\"B1 Reading 80 minutes a week\"",
    "stroke-dasharray=\"4 3\"",
    "href=\"mailto:senco@example.sch.uk\"",
    "prefers-reduced-motion",
};

static void write_sample(Out *out, bool draft)
{
    Arena arena = {0};
    Document *document = sample_document(&arena);
    document->draft = draft;
    html_write(document, &(RenderOptions){.creator = STR("senc")}, out);
    document_free(document);
    arena_free(&arena);
}

/* A document in which nothing is given. */
static void test_empty(void)
{
    Arena arena = {0};
    Out out = {0};
    Str nothing = {NULL, 0};
    Document *document = document_new(&arena, nothing, nothing);
    html_write(document, &(RenderOptions){.text_size = 0}, &out);
    svg_write(drawing_new(&arena, 0, 0), nothing, nothing, &out);
    dot_write(&(Map){.boxes = {NULL, 0, 0}}, nothing, &out);
    out_escaped(&out, nothing);
    check(has(out_result(&out), "<h1></h1>"), "an empty page", out_result(&out));
    document_free(document);
    out_free(&out);
    arena_free(&arena);
}

/* Dates and names stay whole at a line's end, and are still found as they were written. */
static void test_glue(void)
{
    Arena arena = {0};
    Out out = {0};
    Document *document = document_new(&arena, STR("Title"), STR("en-GB"));
    Runs *runs = &document_paragraph(document, &document->body, PARAGRAPH_body)->as.paragraph.runs;
    runs_add(runs, STR("Begun on 16 July 2027 by Miss Lowry.\nFor 10 minutes <a> day, all year (in all)"),
             RUN_plain);
    html_write(document, &(RenderOptions){0}, &out);
    Str page = out_result(&out);
    check(has(page,
              "Begun on <span class=\"whole\">16 July 2027</span> by <span class=\"whole\">Miss Lowry."
              "</span><br>For <span class=\"whole\">10 minutes</span> &lt;a&gt; day, all year (in all)"),
          "glued words", page);
    check(!has(page, "\xC2\xA0"), "a blank that cannot be searched for", page);
    out_free(&out);
    document_free(document);
    arena_free(&arena);
}

/* On a phone, a row of many words is stacked, each cell under the name of its column; one of few is not. */
static void test_stacks(void)
{
    Arena arena = {0};
    Out out = {0};
    Document *document = document_new(&arena, STR("Title"), STR("en-GB"));
    Block *table = document_table(document, &document->body, 1);
    ROW(table, "", true, STR("Help"), STR("What we \"do\""), STR("Who"));
    ROW(table, "", false, STR("F1"), STR("Reading aloud with a friend from the class above"), STR(""));
    table = document_table(document, &document->body, 1);
    ROW(table, "", true, STR("Hope"), STR("Need"), STR("Outcome"));
    ROW(table, "", false, STR("A1"), STR("B1 and B2"), STR("E1"));
    html_write(document, &(RenderOptions){0}, &out);
    Str page = out_result(&out);
    check(count_of(page, "class=\"middle stack\"") == 1 && count_of(page, "class=\"terse\"") == 1, "stacked",
          page);
    check(has(page, "<td data-label=\"\xE2\x81\xA8What we &quot;do&quot;\xE2\x81\xA9\">"),
          "the name of a column", page);
    check(!has(page, "data-label=\"Who\""), "an empty cell has no name to show", page);
    check(has(page, "<th scope=\"row\"><bdi>F1"), "the name of a row", page);
    out_free(&out);
    document_free(document);
    arena_free(&arena);
}

static void test_structure(void)
{
    Out out = {0};
    write_sample(&out, false);
    Str page = out_result(&out);
    for (size_t i = 0; i < sizeof wanted_parts / sizeof *wanted_parts; i++)
        check(has(page, wanted_parts[i]), "missing", str_from(wanted_parts[i]));
    check(!has(page, "<script") && !has(page, "<link") && !has(page, "url("), "something to run or fetch",
          STR(""));
    check(!has(page, "DRAFT"), "called a draft", STR(""));
    test_headings(page);
    test_links(page);
    out_free(&out);
    write_sample(&out, true);
    check(has(out_result(&out), "<strong>DRAFT</strong>"), "not called a draft", STR(""));
    out_free(&out);
}

/* ---- drawings ---- */

static void draw_odd_shapes(Drawing *drawing)
{
    Point points[5] = {{12500, -250}, {3, 3000}, {INT32_MAX, INT32_MIN}, {0, 0}, {0, 0}};
    draw_group_end(drawing); /* nothing to end */
    draw_line(drawing, points, 2, INK_rule, 750)->dashed = true;
    draw_line(drawing, points, 1, INK_rule, 750);
    draw_line(drawing, points, 0, INK_rule, 750);
    draw_curve(drawing, points, 5, INK_accent, 1000)->arrow = true;
    draw_line(drawing, points + 3, 2, INK_accent, 1000)->arrow = true; /* no direction */
    draw_rectangle(drawing, 9000, 8000, 1000, 2000, INK_panel, INK_none);
    draw_circle(drawing, points[0], -5, (Ink)99, INK_none);
    draw_text(drawing, points[0], ANCHOR_end, 9000, STR("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D."))->measured =
        20250;
    draw_text(drawing, points[0], ANCHOR_end, 9000, STR("  "));
    for (int i = 0; i < 80; i++)
        draw_group(drawing, STR("deep"), STR("https://example.org"));
}

static void test_drawing(void)
{
    Arena arena = {0};
    Out out = {0};
    Drawing *drawing = drawing_new(&arena, 123456, 50000);
    draw_odd_shapes(drawing);
    svg_write(drawing, STR("Odd"), STR("Odd shapes"), &out);
    Str svg = out_result(&out);
    check(has(svg, "width=\"123.456pt\" height=\"50pt\" viewBox=\"0 0 123.456 50\""), "size", svg);
    check(has(svg, "<path d=\"M12.5 -0.25L0.003 3\" fill=\"none\"") || has(svg, "M12.5 -0.25L0.003 3"),
          "line", svg);
    check(has(svg, "<rect x=\"1\" y=\"2\" width=\"8\" height=\"6\""), "turned rectangle", svg);
    check(has(svg, "textLength=\"20.25\""), "measured text", svg);
    check(has(svg, "\xE2\x81\xA8\xD7\xA9"), "right to left is isolated", svg);
    check(count_of(svg, "<g") + count_of(svg, "<a ") == 64 && count_of(svg, "<a ") == 1, "groups", svg);
    check(count_of(svg, "<g") == count_of(svg, "</g>") && count_of(svg, "</a>") == 1, "closed groups", svg);
    check(count_of(svg, "<text") == 1 && count_of(svg, "nan") == 0, "texts", svg);
    drawing_free(drawing);
    drawing_free(drawing);
    out_free(&out);
    arena_free(&arena);
}

/* A link into the report leads nowhere from a file of its own. */
static void test_drawing_alone(void)
{
    Arena arena = {0};
    Out inside = {0}, alone = {0};
    Drawing *drawing = drawing_new(&arena, 1000, 1000);
    draw_group(drawing, STR("B1"), STR("#need-B1"));
    draw_group_end(drawing);
    svg_write_inline(drawing, STR("f"), STR("Map"), STR("What it shows"), &inside);
    svg_write(drawing, STR("Map"), STR("What it shows"), &alone);
    check(has(out_result(&inside), "role=\"group\"") && has(out_result(&inside), "<a href=\"#need-B1\""),
          "linked inside", out_result(&inside));
    check(has(out_result(&alone), "role=\"img\"") && !has(out_result(&alone), "href"), "not linked alone",
          out_result(&alone));
    check(has(out_result(&inside), "aria-labelledby=\"f-title f-description\""), "named",
          out_result(&inside));
    drawing_free(drawing);
    out_free(&inside);
    out_free(&alone);
    arena_free(&arena);
}

static void test_dot(void)
{
    Map map = {0};
    Out out = {0};
    ARRAY_ADD(&map.boxes,
              (MapBox){MAP_need, STR("B1"), STR("Say \"a\\b\" & go"), STR(""), STR("#x"), STR("")});
    ARRAY_ADD(&map.boxes,
              (MapBox){MAP_outcome, STR(""), STR("Line\nfeed"), STR("80 min"), STR(""), STR("no provision")});
    ARRAY_ADD(&map.links, (MapLink){0, 1});
    dot_write(&map, STR("Map"), &out);
    Str graph = out_result(&out);
    check(has(graph, "n0 [label=\"B1  Say \\\"a\\\\b\\\" &amp; go\""), "label", graph);
    check(has(graph, "80 min\\nMissing: no provision\", ") && has(graph, "dashed"), "missing", graph);
    check(has(graph, "n0 -> n1;") && has(graph, "rankdir=LR"), "link", graph);
    check(!has(graph, "#x") && !has(graph, "URL"), "no links", graph);
    map_free(&map);
    out_free(&out);
}

int main(int count, char **arguments)
{
    if (count > 1) {
        Out out = {0};
        write_sample(&out, strcmp(arguments[1], "draft") == 0);
        fwrite(out.at, 1, out.length, stdout);
        out_free(&out);
        return 0;
    }
    test_escapes();
    test_targets();
    test_hostile("markup injected into HTML", page_skeleton);
    test_hostile("markup injected into SVG", drawing_skeleton);
    test_hostile("code injected into DOT", map_skeleton);
    test_empty();
    test_glue();
    test_stacks();
    test_structure();
    test_drawing();
    test_drawing_alone();
    test_dot();
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
