/* Documents and drawings: the tree as plain text, languages that run from right to left, arrowheads. */
#include "tests/unit/html_sample.h"

#include <stdio.h>

static int passed, failed;

static void check(bool right, const char *what, Str detail)
{
    passed += right;
    failed += !right;
    if (!right)
        printf("%s: " STR_FMT "\n", what, STR_ARG(detail));
}

static void test_plain_text(void)
{
    Arena arena = {0};
    Out out = {0};
    Document *document = document_new(&arena, STR("Title"), STR("en-GB"));
    Blocks *body = &document_section(document, &document->body, 2, STR("Part"), STR("part"))->as.section.body;
    Runs *runs = &document_paragraph(document, body, PARAGRAPH_body)->as.paragraph.runs;
    runs_add(runs, STR("one\n"), RUN_plain);
    runs_value(runs, STR("two"), RUN_strong);
    document_paragraph(document, body, PARAGRAPH_note); /* says nothing */
    Block *list = document_list(document, body, true);
    sample_text(document, &list_item(list)->body, PARAGRAPH_body, STR("item"));
    Block *table = document_table(document, body, 1);
    runs_add(&table->as.table.caption, STR("caption"), RUN_plain);
    ROW(table, "", true, STR("head"), STR(""));
    ROW(table, "", false, STR("row"), STR("cell"));
    Block *figure = document_figure(document, body, STR("what it shows"));
    figure->as.figure.drawing = drawing_new(&arena, 1000, 1000);
    draw_text(figure->as.figure.drawing, (Point){0, 0}, ANCHOR_start, 9000, STR("unsaid"));
    runs_add(&figure->as.figure.caption, STR("figure"), RUN_plain);
    document_plain_text(document, &out);
    check(str_equal(out_result(&out),
                    STR("Title\nPart\none two\nitem\ncaption\nhead\nrow\ncell\nwhat it shows\nfigure\n")),
          "plain text", out_result(&out));
    document_free(document);
    out_free(&out);
    arena_free(&arena);
}

/* Every list grows past its first room; what was made stays. */
static void test_growth(void)
{
    Arena arena = {0};
    Document *document = sample_document(&arena);
    Block *table = document_table(document, &document->body, 0);
    for (int r = 0; r < 100; r++) {
        Row *row = table_row(table, STR("r"));
        for (int c = 0; c < 40; c++)
            for (int i = 0; i < 20; i++)
                runs_add(cell_text(document, row, false), STR("x"), RUN_plain);
    }
    Block *last = document_section(document, &document->body, 9, STR(""), STR("end"));
    check(last->as.section.level == 6 && last->as.section.title.list.count == 0, "level and title",
          STR("end"));
    check(table->as.table.rows.count == 100 && table->as.table.rows.at[99].cells.count == 800, "cells",
          STR("grown"));
    check(table->next == last && document->body.last == last, "order", STR("grown"));
    document_free(document);
    document_free(document);
    arena_free(&arena);
}

typedef struct Tag {
    Str tag;
    bool right_to_left;
} Tag;

static const Tag tags[] = {
    {STR_INIT("ar"), true},         {STR_INIT("AR"), true},         {STR_INIT("ur-PK"), true},
    {STR_INIT("fa-AF"), true},      {STR_INIT("he"), true},         {STR_INIT("pa-Arab"), true},
    {STR_INIT("pa-arab-PK"), true}, {STR_INIT("pa"), false},        {STR_INIT("ar-Latn"), false},
    {STR_INIT("en-GB"), false},     {STR_INIT("en-x-Arab"), false}, {STR_INIT("de-1996"), false},
    {STR_INIT(""), false},          {STR_INIT("arabic"), false},    {STR_INIT("-"), false},
    {STR_INIT("ckb-IQ"), true},     {STR_INIT("az-Cyrl"), false},   {STR_INIT("so"), false},
};

static void test_languages(void)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        check(language_right_to_left(tags[i].tag) == tags[i].right_to_left, "direction", tags[i].tag);
}

static void test_arrowheads(void)
{
    Point points[3] = {{0, 0}, {10000, 0}, {10000, 0}}, head[3];
    Shape line = {
        .kind = SHAPE_line, .arrow = true, .points = points, .point_count = 3, .stroke_width = 1000};
    check(shape_arrow_head(&line, head) && head[0].x == 10000 && head[0].y == 0, "tip", STR("right"));
    check(head[1].x == 3500 && head[1].y == 2600 && head[2].y == -2600, "barbs", STR("right"));
    points[0] = (Point){INT32_MIN, INT32_MIN};
    points[1] = points[2] = (Point){INT32_MAX, INT32_MAX};
    check(shape_arrow_head(&line, head), "a long line", STR("arrow"));
    points[0] = points[1];
    check(!shape_arrow_head(&line, head), "no direction", STR("arrow"));
    line.point_count = 1;
    check(!shape_arrow_head(&line, head), "one point", STR("arrow"));
    line.point_count = 3, line.arrow = false;
    check(!shape_arrow_head(&line, head), "not asked for", STR("arrow"));
}

int main(void)
{
    test_plain_text();
    test_growth();
    test_languages();
    test_arrowheads();
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
