/* Makes a PDF of everything a document can hold: all kinds of blocks, a table over pages, many scripts, links
 * and drawings. In: files to write, or none; out: the PDF, the document's plain text, and whether the module
 * keeps its word on repetition and on characters without glyph.
 *
 *   pdf_test                   checks in memory
 *   pdf_test FILE.pdf [TEXT]   writes the report and its plain text
 *   pdf_test --rtl FILE.pdf    the same for a document that reads from right to left
 *   pdf_test --time            how long a report of five pages takes, in microseconds */
#include "codegen/module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned failed;

static void check(bool holds, const char *what)
{
    if (holds)
        return;
    failed++;
    fprintf(stderr, "pdf_test: %s\n", what);
}

static Runs *paragraph(Document *document, Blocks *to, ParagraphStyle style, const char *text)
{
    Block *block = document_paragraph(document, to, style);
    if (text)
        runs_add(&block->as.paragraph.runs, str_from(text), RUN_plain);
    return &block->as.paragraph.runs;
}

static void in_language(Runs *runs, const char *text, const char *language)
{
    runs_value(runs, str_from(text), RUN_plain)->language = str_from(language);
}

static void add_texts(Document *document, Blocks *to)
{
    Block *section = document_section(document, to, 2, STR("About Zoë"), STR("about"));
    Blocks *body = &section->as.section.body;
    paragraph(
        document, body, PARAGRAPH_body,
        "Zoë is nine and in Year 5 at Hill Top Primary School. She likes drawing horses, knows every bus in "
        "town by its number, and tells long and funny stories once she feels safe. Reading tires her: she "
        "loses "
        "her place when lines are close together, and she would rather listen. Her teachers and her family "
        "agreed this plan with her on 3 September 2026.");
    paragraph(
        document, body, PARAGRAPH_quote,
        "I like it when people wait until I have finished.\nPlease don\xE2\x80\x99t finish my sentences for "
        "me. I "
        "know what I want to say, it just takes a bit longer to come out than it does for other people.");
    paragraph(document, body, PARAGRAPH_note,
              "This section is in Zoë\xE2\x80\x99s own words, written down by her mother. It was read back "
              "to her, and "
              "she changed two sentences.");
    Runs *runs = paragraph(document, body, PARAGRAPH_body, "What helps most is in ");
    runs_link(runs, STR("the table of provision"), STR("#provision"));
    runs_add(runs, STR(", above all "), RUN_plain);
    runs_link(runs,
              STR("B2, reading with coloured overlays twice a week in a quiet room with the same adult"),
              STR("#b2"));
    runs_add(runs, STR("; the law behind it is "), RUN_plain);
    runs_link(runs, STR("section 66 of the Act"),
              STR("https://www.legislation.gov.uk/ukpga/2014/6/section/66"));
    runs_add(runs, STR(". Write to "), RUN_plain);
    runs_link(runs, STR("the SENCO"), STR("mailto:senco@hilltop.example"));
    runs_add(runs, STR(" at any time; her code is "), RUN_plain);
    runs_add(runs, STR("B1"), RUN_code);
    runs_add(runs, STR(", and this is "), RUN_plain);
    runs_add(runs, STR("important"), RUN_strong);
    runs_add(runs, STR("."), RUN_plain);
    Runs *nowhere = paragraph(document, body, PARAGRAPH_small, "A link that leads nowhere stays text: ");
    runs_link(nowhere, STR("gone"), STR("#gone"));
    runs_add(nowhere, STR(", and no script runs: "), RUN_plain);
    runs_link(nowhere, STR("no"), STR("javascript:alert(1)"));
}

static void add_lists(Document *document, Blocks *to)
{
    Block *section = document_section(document, to, 3, STR("What everybody does"), STR("lists"));
    Blocks *body = &section->as.section.body;
    Block *list = document_list(document, body, false);
    Item *item = list_item(list);
    item->id = STR("wait");
    paragraph(document, &item->body, PARAGRAPH_body,
              "wait ten seconds after a question before saying anything more, "
              "and look away while waiting so that it does not feel like a test");
    item = list_item(list);
    paragraph(document, &item->body, PARAGRAPH_body, "give instructions one at a time:");
    Block *inner = document_list(document, &item->body, true);
    for (int i = 0; i < 3; i++) {
        static const char *const steps[] = {"say it", "show it", "let her say it back"};
        paragraph(document, &list_item(inner)->body, PARAGRAPH_body, steps[i]);
    }
    paragraph(document, &list_item(list)->body, PARAGRAPH_body, "use the same picture cards as at home");
}

static void add_scripts(Document *document, Blocks *to)
{
    Block *section = document_section(document, to, 2, STR("Names and languages"), STR("scripts"));
    Blocks *body = &section->as.section.body;
    static const char *const texts[][2] = {
        {"\u0645\u062d\u0645\u062f \u0639\u0644\u064a", "ar"},
        {"\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd", "he"},
        {"\u0b95\u0bca\u0b9f\u0bcd\u0b9f\u0bc1 \u0ba4\u0bae\u0bbf\u0bb4\u0bcd", "ta"},
        {"\u4e2d\u6587\u540d\u5b57", "zh"},
        {"\u0391\u03b8\u03ae\u03bd\u03b1", "el"},
        {"\u0939\u093f\u0928\u094d\u0926\u0940", "hi"},
        {"\u09ac\u09be\u0982\u09b2\u09be", "bn"},
        {"\u0a2a\u0a70\u0a1c\u0a3e\u0a2c\u0a40", "pa"},
        {"\u0627\u0631\u062f\u0648 \u0632\u0628\u0627\u0646", "ur"},
        {"\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22\u0e17\u0e33", "th"},
        {"\u1781\u17c4\u17a2\u178a\u17b6", "km"},
        {"\ud55c\uad6d\uc5b4", "ko"},
        {"\u3072\u3089\u304c\u306a \u30ab\u30ca", "ja"},
        {"\u0423\u043a\u0440\u0430\u0457\u043d\u0441\u044c\u043a\u0430", "uk"},
        {"\u10e5\u10d0\u10e0\u10d7\u10e3\u10da\u10d8", "ka"},
        {"\u12a0\u121b\u122d\u129b", "am"},
        {"\u1019\u103c\u1014\u103a\u1019\u102c", "my"},
        {"Ti\u1ebfng Vi\u1ec7t", "vi"},
        {"Łódź", "pl"},
        {"\u0d2e\u0d32\u0d2f\u0d3e\u0d33\u0d02", "ml"}};
    Runs *runs = paragraph(document, body, PARAGRAPH_body, "Her class says good morning in ");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (i > 0)
            runs_add(runs, STR(", "), RUN_plain);
        in_language(runs, texts[i][0], texts[i][1]);
    }
    runs_add(runs, STR("."), RUN_plain);
    runs = paragraph(document, body, PARAGRAPH_body, "Three names in a row keep their order: ");
    runs_value(runs, STR("\u0641\u0627\u0637\u0645\u0629"), RUN_plain);
    runs_add(runs, STR(", "), RUN_plain);
    runs_value(runs, STR("\u064a\u0648\u0633\u0641"), RUN_plain);
    runs_add(runs, STR(", "), RUN_plain);
    runs_value(runs, STR("\u0645\u0631\u064a\u0645"), RUN_plain);
    runs_add(runs, STR(" (parents); signs: ✓ ✗ → ½ £12.50 50% α≥2 ☺ ★ ffi e\u0301."), RUN_plain);
    paragraph(document, body, PARAGRAPH_body,
              "A sign nobody draws: \U000E0FFFx and \U0001F984, and a private one: \uE123.");
    runs = paragraph(document, body, PARAGRAPH_body, NULL);
    in_language(runs,
                "\u0648\u0644\u062f \u062c\u0645\u064a\u0639 \u0627\u0644\u0646\u0627\u0633 "
                "\u0623\u062d\u0631\u0627\u0631\u0627 "
                "\u0645\u062a\u0633\u0627\u0648\u064a\u0646 \u0641\u064a "
                "\u0627\u0644\u0643\u0631\u0627\u0645\u0629 \u0648\u0627\u0644\u062d\u0642\u0648\u0642. "
                "\u0648\u0642\u062f \u0648\u0647\u0628\u0648\u0627 \u0639\u0642\u0644\u0627 "
                "\u0648\u0636\u0645\u064a\u0631\u0627 "
                "\u0648\u0639\u0644\u064a\u0647\u0645 \u0623\u0646 \u064a\u0639\u0627\u0645\u0644 "
                "\u0628\u0639\u0636\u0647\u0645 "
                "\u0628\u0639\u0636\u0627 \u0628\u0631\u0648\u062d \u0627\u0644\u0625\u062e\u0627\u0621 (UN "
                "1948, Art. 1).",
                "ar");
}

static void add_long_table(Document *document, Blocks *to, unsigned rows, const char *seventh)
{
    Block *section = document_section(document, to, 2, STR("Provision"), STR("provision"));
    Blocks *body = &section->as.section.body;
    paragraph(document, body, PARAGRAPH_body,
              "Everything that is given, week by week. Hours are hours of one adult.");
    Block *table = document_table(document, body, 1);
    runs_add(&table->as.table.caption, STR("What is given, by whom and how often"), RUN_plain);
    table_column(table, false, 0);
    table_column(table, false, 0);
    table_column(table, false, 0);
    table_column(table, true, 0);
    Row *row = table_row(table, STR(""));
    runs_add(cell_text(document, row, true), STR("Code"), RUN_plain);
    runs_add(cell_text(document, row, true), STR("Provision"), RUN_plain);
    runs_add(cell_text(document, row, true), STR("Given by"), RUN_plain);
    runs_add(cell_text(document, row, true), STR("Minutes a week"), RUN_plain);
    for (unsigned i = 1; i <= rows; i++) {
        Str code = arena_format(document->arena, "B%u", i), id = arena_format(document->arena, "b%u", i);
        row = table_row(table, id);
        runs_add(cell_text(document, row, true), code, RUN_plain);
        Runs *runs = cell_text(document, row, false);
        runs_add(runs, STR("Reading aloud with coloured overlays in a quiet room; builds on "), RUN_plain);
        runs_link(runs, arena_format(document->arena, "B%u", i % rows + 1),
                  arena_format(document->arena, "#b%u", i % rows + 1));
        runs_value(cell_text(document, row, false), i % 7 ? STR("Ms O\xE2\x80\x99Neill") : str_from(seventh),
                   RUN_plain);
        runs_add(cell_text(document, row, false), arena_format(document->arena, "%u", i * 37 % 200),
                 RUN_plain);
    }
}

static void add_other_tables(Document *document, Blocks *to)
{
    Block *section = document_section(document, to, 2, STR("Who agreed"), STR("agreed"));
    Blocks *body = &section->as.section.body;
    Block *table = document_table(document, body, 1);
    runs_add(&table->as.table.caption, STR("Signatures"), RUN_plain);
    static const char *const heads[] = {"Name", "Signature", "Date"};
    static const char *const names[] = {"Zoë Adeyemi", "Grace Adeyemi (mother)", "Mr P. Hart (SENCO)"};
    Row *row = table_row(table, STR(""));
    for (size_t i = 0; i < 3; i++)
        runs_add(cell_text(document, row, true), str_from(heads[i]), RUN_plain);
    for (size_t i = 0; i < 3; i++) {
        row = table_row(table, STR(""));
        row->minimum_height = 40000;
        runs_add(cell_text(document, row, true), str_from(names[i]), RUN_plain);
        cell_text(document, row, false);
        cell_text(document, row, false);
    }
    table = document_table(document, body, 1);
    runs_add(&table->as.table.caption, STR("Cells that span"), RUN_plain);
    row = table_row(table, STR(""));
    runs_add(cell_text(document, row, true), STR("Term"), RUN_plain);
    runs_add(cell_text(document, row, true), STR("Reading"), RUN_plain);
    row->cells.at[1].column_span = 2;
    row = table_row(table, STR(""));
    runs_add(cell_text(document, row, true),
             STR("Autumn, with a text long enough for several lines in its cell"), RUN_plain);
    row->cells.at[0].row_span = 2;
    runs_add(cell_text(document, row, false), STR("Age 7"), RUN_plain);
    runs_add(cell_text(document, row, false), STR("Age 8"), RUN_plain);
    row = table_row(table, STR(""));
    runs_add(cell_text(document, row, false), STR("Both together"), RUN_plain);
    row->cells.at[0].column_span = 2;
    row = table_row(table, STR(""));
    runs_add(cell_text(document, row, true), STR("Spring"), RUN_plain);
    table = document_table(document, body, 0);
    for (size_t i = 0; i < 3; i++) {
        row = table_row(table, STR(""));
        runs_add(cell_text(document, row, true), str_from(heads[i]), RUN_plain);
        runs_add(cell_text(document, row, false), str_from(names[i]), RUN_plain);
    }
}

static void box(Drawing *drawing, int32_t left, int32_t top, Ink ink, const char *text, const char *target)
{
    draw_group(drawing, str_from(text), str_from(target));
    draw_rectangle(drawing, left, top, left + 120000, top + 44000, ink, INK_text)->radius = 6000;
    draw_text(drawing, (Point){left + 60000, top + 26000}, ANCHOR_middle, 11000, str_from(text));
    draw_group_end(drawing);
}

static void add_figures(Document *document, Blocks *to)
{
    Block *section = document_section(document, to, 2, STR("The map"), STR("map"));
    Blocks *body = &section->as.section.body;
    Block *figure = document_figure(document, body, STR("Zoë wants to read alone; B1 and B2 lead there."));
    Drawing *drawing = drawing_new(document->arena, 640000, 200000);
    static const Ink inks[] = {INK_aspiration, INK_need, INK_outcome, INK_provision};
    static const char *const texts[] = {"Read alone", "Reading", "Reads a page",
                                        "\u0642\u0631\u0627\u0621\u0629 B2"};
    static const char *const targets[] = {"", "#about", "", "#b2"};
    for (int32_t i = 0; i < 4; i++) {
        if (i > 0) {
            const Point curve[] = {{i * 160000 - 30000, 100000},
                                   {i * 160000 - 20000, 90000},
                                   {i * 160000 - 15000, 100000},
                                   {i * 160000 + 8000, 100000}};
            draw_curve(drawing, curve, 4, INK_muted, 1200)->arrow = true;
        }
        box(drawing, 10000 + i * 160000, 78000, inks[i], texts[i], targets[i]);
    }
    draw_circle(drawing, (Point){320000, 170000}, 10000, INK_panel, INK_accent);
    Shape *dashed = draw_rectangle(drawing, 10000, 140000, 130000, 184000, INK_paper, INK_missing);
    dashed->dashed = true;
    draw_text(drawing, (Point){70000, 166000}, ANCHOR_middle, 11000, STR("No provision"))->fill = INK_missing;
    const Point triangle[] = {{400000, 160000}, {420000, 180000}, {380000, 180000}};
    draw_polygon(drawing, triangle, 3, INK_need)->hidden = true;
    figure->as.figure.drawing = drawing;
    runs_add(&figure->as.figure.caption, STR("From aspiration to provision"), RUN_plain);
    Block *none = document_figure(document, body,
                                  STR("A map that could not be laid out: two needs, three provisions."));
    runs_add(&none->as.figure.caption, STR("No drawing"), RUN_plain);
    Block *tall = document_figure(document, body, STR("A tall picture over two pages."));
    drawing = drawing_new(document->arena, 400000, 1000000);
    drawing->breaks = ARENA_ARRAY(document->arena, int32_t, 9);
    drawing->break_count = 9;
    for (int32_t i = 0; i < 10; i++) {
        box(drawing, 20000, i * 100000 + 20000, INK_outcome, "Step", "#about");
        if (i > 0)
            drawing->breaks[i - 1] = i * 100000;
    }
    tall->as.figure.drawing = drawing;
}

static void add_tall_row(Document *document, Blocks *to)
{
    Block *section = document_section(document, to, 2, STR("A row taller than a page"), STR("tall"));
    Block *table = document_table(document, &section->as.section.body, 1);
    Row *row = table_row(table, STR(""));
    runs_add(cell_text(document, row, true), STR("When"), RUN_plain);
    runs_add(cell_text(document, row, true), STR("What was said"), RUN_plain);
    row = table_row(table, STR(""));
    runs_add(cell_text(document, row, true), STR("3 May 2027"), RUN_plain);
    Runs *runs = cell_text(document, row, false);
    for (unsigned i = 0; i < 90; i++)
        runs_add(runs, STR("Everybody said what had gone well and what had not, and nobody was in a hurry. "),
                 RUN_plain);
}

static Document *document_make(Arena *arena, const char *language)
{
    Document *document = document_new(arena, STR("Plan for Zoë Adeyemi"), str_from(language));
    document->subject = STR("Support plan, autumn 2026");
    document->author = STR("Hill Top Primary School");
    document->running_head = STR("Plan for Zoë Adeyemi · 3 September 2026");
    document->footer = STR("Confidential: for Zoë, her family and those who work with her");
    document->draft = true;
    paragraph(document, &document->body, PARAGRAPH_lead,
              "What Zoë wants, what she needs, and what the school gives her this year.");
    add_texts(document, &document->body);
    add_lists(document, &document->body.last->as.section.body);
    add_scripts(document, &document->body);
    add_figures(document, &document->body);
    add_long_table(document, &document->body, 60, "\u0623. \u062d\u0633\u0646");
    add_other_tables(document, &document->body);
    add_tall_row(document, &document->body);
    return document;
}

/* Five pages in Latin script, as most reports are. */
static Document *usual_document_make(Arena *arena)
{
    Document *document = document_new(arena, STR("Plan for Zoë Adeyemi"), STR("en-GB"));
    document->running_head = STR("Plan for Zoë Adeyemi · 3 September 2026");
    add_texts(document, &document->body);
    add_lists(document, &document->body.last->as.section.body);
    add_long_table(document, &document->body, 44, "Ms O\xE2\x80\x99Neill");
    add_other_tables(document, &document->body);
    return document;
}

static const PdfModule *module_open(void)
{
    void *library = dlopen("senc-pdf.so", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        fprintf(stderr, "%s\n", dlerror());
    const PdfModule *module = library ? dlsym(library, "senc_pdf") : NULL;
    return module && module->version == SENC_MODULE_VERSION ? module : NULL;
}

/* The language "" asks for the usual report. */
static bool report_write(const PdfModule *module, const char *language, Findings *findings, Out *pdf,
                         Out *text)
{
    Arena arena = {0};
    FontSet *fonts = module->fonts_open((Str){0}, findings);
    if (!fonts)
        return false;
    RenderOptions options = {
        .epoch = 1788393600, .creator = STR("senc test"), .fonts = fonts, .text_size = 12000};
    Document *document = *language ? document_make(&arena, language) : usual_document_make(&arena);
    bool written = module->write(document, &options, findings, pdf);
    if (text)
        document_plain_text(document, text);
    document_free(document);
    arena_free(&arena);
    module->fonts_close(fonts);
    return written;
}

static bool file_write(const char *name, const Out *out)
{
    FILE *file = fopen(name, "wb");
    bool written = file && fwrite(out->at, 1, out->length, file) == out->length;
    return file && fclose(file) == 0 && written;
}

static size_t count_of(const Findings *findings, FindingKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->list.count; i++)
        count += findings->list.at[i]->kind == kind;
    return count;
}

static void check_meter(const PdfModule *module)
{
    Findings findings = {0};
    FontSet *fonts = module->fonts_open((Str){0}, &findings);
    if (!fonts) {
        check(false, "the fonts are not there");
        return;
    }
    TextMeter meter = module->meter(fonts);
    Str text = STR("Reading with overlays");
    int32_t width = meter.width(meter.state, text, 12000, false);
    check(width > 90000 && width < 160000, "the width of a text is out of reason");
    check(meter.width(meter.state, text, 24000, false) / 2 - width < 20, "width does not grow with size");
    size_t fits = meter.fit(meter.state, text, 12000, false, width * 3 / 4);
    check(fits == strlen("Reading with "), "a text is not cut where its line may break");
    check(meter.fit(meter.state, text, 12000, false, 1) == 1, "not one character fits into nothing");
    check(meter.fit(meter.state, text, 12000, false, width + 100) == text.length,
          "a text does not fit its width");
    module->fonts_close(fonts);
    findings_free(&findings);
}

static void check_no_fonts(const PdfModule *module)
{
    Findings findings = {0};
    check(module->fonts_open(STR("/nowhere"), &findings) == NULL, "fonts come from nowhere");
    check(count_of(&findings, FINDING_fonts_not_found) == 1, "no finding says that there are no fonts");
    findings_free(&findings);
}

static void check_in_memory(const PdfModule *module)
{
    Findings findings = {0}, again = {0};
    Out first = {0}, second = {0};
    check(report_write(module, "en-GB", &findings, &first, NULL), "the report is not written");
    check(report_write(module, "en-GB", &again, &second, NULL), "the report is not written twice");
    check(first.length == second.length && memcmp(first.at, second.at, first.length) == 0,
          "the bytes differ");
    check(count_of(&findings, FINDING_character_without_glyph) >= 1,
          "a character without glyph is not reported");
    check_meter(module);
    check_no_fonts(module);
    out_free(&first);
    out_free(&second);
    findings_free(&findings);
    findings_free(&again);
}

static int64_t microseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void time_report(const PdfModule *module)
{
    for (unsigned i = 0; i < 5; i++) {
        Findings findings = {0};
        Out pdf = {0};
        int64_t before = microseconds();
        report_write(module, "", &findings, &pdf, NULL);
        printf("%lld\n", (long long)(microseconds() - before));
        out_free(&pdf);
        findings_free(&findings);
    }
}

static void write_files(const PdfModule *module, int count, char **arguments)
{
    bool leftwards = strcmp(arguments[0], "--rtl") == 0;
    Findings findings = {0};
    Out pdf = {0}, text = {0};
    check(report_write(module, leftwards ? "ar" : "en-GB", &findings, &pdf, &text),
          "the report is not written");
    check(file_write(arguments[leftwards ? 1 : 0], &pdf), "the PDF cannot be saved");
    if (!leftwards && count > 1)
        check(file_write(arguments[1], &text), "the text cannot be saved");
    for (size_t i = 0; i < findings.list.count; i++)
        printf(STR_FMT "\n", STR_ARG(findings.list.at[i]->message));
    out_free(&pdf);
    out_free(&text);
    findings_free(&findings);
}

int main(int argc, char **argv)
{
    const PdfModule *module = module_open();
    if (!module) {
        fprintf(stderr, "pdf_test: no module\n");
        return 1;
    }
    if (argc > 1 && strcmp(argv[1], "--time") == 0)
        time_report(module);
    else if (argc > 1)
        write_files(module, argc - 1, argv + 1);
    else
        check_in_memory(module);
    return failed > 0;
}
