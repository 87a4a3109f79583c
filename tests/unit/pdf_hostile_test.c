/* Documents that nobody would write: each must become a PDF all the same, or a finding, and never a crash.
 * In: nothing, or a folder to keep the files in; out: a line for each that fails. */
#include "codegen/module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* `count` times `text`. */
static Str repeat(Arena *arena, const char *text, size_t count)
{
    size_t length = strlen(text);
    char *at = arena_alloc(arena, length * count + 1, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(at + i * length, text, length);
    return (Str){at, length * count};
}

static void empty(Document *document)
{
    document->title = (Str){0};
    document->running_head = document->footer = (Str){0};
    document->language = (Str){0};
}

static void empty_parts(Document *document)
{
    document_paragraph(document, &document->body, PARAGRAPH_note);
    document_list(document, &document->body, true);
    list_item(document_list(document, &document->body, false));
    document_table(document, &document->body, 0);
    document_table(document, &document->body, 3);
    table_row(document_table(document, &document->body, 1), (Str){0});
    document_figure(document, &document->body, STR("Nothing"))->as.figure.drawing =
        drawing_new(document->arena, 0, 0);
    document_section(document, &document->body, 6, (Str){0}, (Str){0});
}

static void long_words(Document *document)
{
    document->title = repeat(document->arena, "Antidisestablishmentarianism", 300);
    document->footer = document->running_head = document->title;
    Block *section =
        document_section(document, &document->body, 2, repeat(document->arena, "word ", 3000), STR("s"));
    Runs *runs = &document_paragraph(document, &section->as.section.body, PARAGRAPH_quote)->as.paragraph.runs;
    runs_link(runs, repeat(document->arena, "x", 20000), STR("#s"));
    runs_add(runs, repeat(document->arena, "\n", 500), RUN_plain);
    runs_add(runs, repeat(document->arena, "\xCC\x81", 3000), RUN_strong);
}

static void controls(Document *document)
{
    Runs *runs = &document_paragraph(document, &document->body, PARAGRAPH_body)->as.paragraph.runs;
    runs_add(runs, STR("a\tb\rc\x01\x1F\x7F\xC2\x85\u2028\u2029\u202E\u2067\u2066\u2069\u200F\uFEFF\u00AD"),
             RUN_plain);
    runs_value(runs, STR("\u202E\u2069\u2069 out of its isolate \u2067"), RUN_code);
    runs_add(runs, STR("\xFF\xC0\xAF\xED\xA0\x80 broken \xF0\x9F"), RUN_plain);
    runs_link(runs, STR("quotes \" < > ( ) \\"), STR("https://example.org/\"()<>\\ \n"));
    runs_link(runs, STR("nothing"), STR("#"));
    runs->list.at[0].language = STR("not a language (at all)");
}

static void deep_lists(Document *document)
{
    Blocks *body = &document->body;
    for (int i = 0; i < 60; i++) {
        Item *item = list_item(document_list(document, body, i % 2));
        runs_add(&document_paragraph(document, &item->body, PARAGRAPH_body)->as.paragraph.runs, STR("deeper"),
                 RUN_plain);
        body = &item->body;
    }
}

static void wide_table(Document *document)
{
    Block *table = document_table(document, &document->body, 2);
    for (int r = 0; r < 6; r++) {
        Row *row = table_row(table, STR("same"));
        for (int c = 0; c < (r == 4 ? 700 : 30); c++) {
            runs_add(cell_text(document, row, r < 2), STR("cell"), RUN_plain);
            row->cells.at[c].column_span = (uint8_t)(c % 5 == 0 ? 255 : c);
            row->cells.at[c].row_span = (uint8_t)(c % 7 == 0 ? 255 : 0);
        }
    }
}

static void tall_heads(Document *document)
{
    Block *table = document_table(document, &document->body, 1);
    runs_add(&table->as.table.caption, repeat(document->arena, "A caption without end. ", 800), RUN_plain);
    for (int r = 0; r < 4; r++) {
        Row *row = table_row(table, (Str){0});
        runs_add(cell_text(document, row, true), repeat(document->arena, "tall ", r == 3 ? 3 : 4000),
                 RUN_plain);
        runs_add(cell_text(document, row, false), STR("short"), RUN_plain);
        row->minimum_height = r == 3 ? INT32_MAX / 4 : 0;
    }
    Block *figure = document_figure(document, &document->body, STR("Small, with much to say"));
    figure->as.figure.drawing = drawing_new(document->arena, 100000, 100000);
    runs_add(&figure->as.figure.caption, repeat(document->arena, "And so on. ", 900), RUN_plain);
}

static void odd_drawings(Document *document)
{
    Drawing *drawing = drawing_new(document->arena, 1 << 30, 1 << 30);
    const Point points[] = {{0, 0}, {1 << 29, 5}, {-(1 << 29), 1 << 29}, {7, 7}};
    draw_line(drawing, points, 1, INK_text, 0);
    draw_curve(drawing, points, 3, INK_text, 1000)->arrow = true;
    draw_curve(drawing, points, 4, INK_accent, 0)->arrow = true;
    draw_polygon(drawing, points, 2, INK_panel);
    draw_circle(drawing, points[2], 1 << 20, INK_none, INK_none);
    draw_rectangle(drawing, 100, 100, -100, -100, INK_need, INK_rule)->radius = 1 << 30;
    draw_text(drawing, points[0], ANCHOR_end, 0, STR("nothing"));
    draw_group_end(drawing);
    for (int i = 0; i < 40; i++)
        draw_group(drawing, STR("group"), STR("#nowhere"));
    document_figure(document, &document->body, STR("Odd"))->as.figure.drawing = drawing;
}

static void many_rows(Document *document)
{
    Block *table = document_table(document, &document->body, 1);
    for (int r = 0; r < 400; r++) {
        Row *row = table_row(table, arena_format(document->arena, "row-%d", r));
        runs_link(cell_text(document, row, true), STR("link"),
                  arena_format(document->arena, "#row-%d", 399 - r));
        runs_add(cell_text(document, row, false), STR("text of a cell"), RUN_plain);
    }
}

/* Rows that meet the end of a page: parted, headed, spanning, to be written in. */
static void parted_rows(Document *document)
{
    Block *table = document_table(document, &document->body, 1);
    for (unsigned r = 0; r < 40; r++) {
        bool heads = r % 6 == 5;
        Row *row = table_row(table, arena_format(document->arena, "part-%u", r));
        runs_add(cell_text(document, row, true), STR("B1"), RUN_plain);
        row->cells.at[0].column_span = heads ? 3 : 1;
        row->minimum_height = r % 9 == 8 ? 90000 : 0;
        if (heads)
            continue;
        runs_link(cell_text(document, row, false), repeat(document->arena, "long words ", r * 7),
                  STR("#part-3"));
        runs_add(cell_text(document, row, false), repeat(document->arena, "and more ", r), RUN_plain);
        row->cells.at[2].row_span = r % 11 == 10 ? 2 : 1;
    }
}

/* Figures that their page has no room for: with a table to go first, without one, and at the very end. */
static void waiting_figures(Document *document)
{
    for (int i = 0; i < 8; i++) {
        Block *section = document_section(document, &document->body, 2, STR("Part"), (Str){0});
        Blocks *body = &section->as.section.body;
        if (i < 6)
            runs_add(&document_paragraph(document, body, PARAGRAPH_body)->as.paragraph.runs,
                     repeat(document->arena, "some words ", (size_t)i * 31), RUN_plain);
        Block *figure = document_figure(document, body, STR("A picture"));
        figure->as.figure.drawing = drawing_new(document->arena, 400000, 300000 + i * 50000);
        draw_text(figure->as.figure.drawing, (Point){5000, 20000}, ANCHOR_start, 9000, STR("inside"));
        Block *table = i % 3 == 2 ? NULL : document_table(document, body, 1);
        for (int r = 0; table && r < 5; r++)
            runs_add(cell_text(document, table_row(table, (Str){0}), r == 0), STR("cell"), RUN_plain);
    }
}

typedef struct Hostile {
    const char *name;
    void (*make)(Document *);
} Hostile;

static const Hostile hostile[] = {
    {"empty", empty},
    {"empty-parts", empty_parts},
    {"long-words", long_words},
    {"controls", controls},
    {"deep-lists", deep_lists},
    {"wide-table", wide_table},
    {"tall-heads", tall_heads},
    {"odd-drawings", odd_drawings},
    {"many-rows", many_rows},
    {"parted-rows", parted_rows},
    {"waiting-figures", waiting_figures},
};

static bool file_write(const char *folder, const char *name, const Out *out)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.pdf", folder, name);
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(out->at, 1, out->length, file) == out->length;
    return file && fclose(file) == 0 && written;
}

static bool case_run(const PdfModule *module, const Hostile *one, const char *folder)
{
    Arena arena = {0};
    Findings findings = {0};
    Out pdf = {0};
    Document *document = document_new(&arena, STR("Hostile"), STR("en-GB"));
    one->make(document);
    RenderOptions options = {
        .creator = STR("test"), .fonts = module->fonts_open((Str){0}, &findings), .text_size = 18000};
    bool written = options.fonts && module->write(document, &options, &findings, &pdf);
    bool good = written ? pdf.length > 1000 : findings.error_count > 0;
    if (good && written && folder)
        good = file_write(folder, one->name, &pdf);
    module->fonts_close(options.fonts);
    document_free(document);
    out_free(&pdf);
    findings_free(&findings);
    arena_free(&arena);
    return good;
}

int main(int argc, char **argv)
{
    void *library = dlopen("senc-pdf.so", RTLD_NOW | RTLD_LOCAL);
    const PdfModule *module = library ? dlsym(library, "senc_pdf") : NULL;
    size_t count = sizeof hostile / sizeof *hostile, failed = 0;
    for (size_t i = 0; i < count; i++) {
        if (module && case_run(module, &hostile[i], argc > 1 ? argv[1] : NULL))
            continue;
        failed++;
        printf("%s is not written\n", hostile[i].name);
    }
    printf("%zu passed, %zu failed\n", count - failed, failed);
    return failed > 0;
}
