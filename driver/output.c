/* From records to files: the document once, the map laid out once, then each form. Modules are opened for the
 * forms that need them. */
#include "driver/output.h"

#include "codegen/html/html.h"
#include "codegen/modules.h"
#include "report/plan_map.h"
#include "report/report.h"

#include <stdio.h>
#include <string.h>

typedef enum Form {
#define OUTPUT(ending, help) FORM_OF_##ending,
#include "driver/output.def"
    FORM_COUNT
} Form;

/* What is made once for all outputs of a run. */
typedef struct Making {
    const Project *project;
    const Options *options;
    Findings *findings;
    Arena arena;
    Modules modules;
    Str font_folder; /* empty: where Debian's packages put fonts */
    FontSet *fonts;
    TextMeter meter;
    Derived derived;
    uint32_t plan;
    Document *document;
    Map *map;
    Drawing *drawing; /* of the map alone */
    Str title, description;
} Making;

/* ---- which forms ---- */

static const char *const endings[] = {
#define OUTPUT(ending, help) "." #ending,
#include "driver/output.def"
};

static Form form_of(const char *path)
{
    for (unsigned form = 0; form < FORM_COUNT; form++)
        if (str_ends(str_from(path), str_from(endings[form])))
            return (Form)form;
    return FORM_COUNT;
}

static void report_ending(Making *making, const char *path)
{
    Out list = {0};
    for (unsigned form = 0; form < FORM_COUNT; form++)
        out_format(&list, "%s%s", form ? ", " : "", endings[form]);
    finding_unknown_ending(making->findings, (Place){0}, str_from(path), out_result(&list));
    out_free(&list);
}

static bool check_names(Making *making)
{
    bool good = true;
    for (size_t i = 0; i < making->options->outputs.count; i++) {
        const char *path = making->options->outputs.at[i];
        Str real = path_real(path, &making->arena);
        bool is_input = real.length && path_set_find(&making->project->names, real) != PATH_NONE;
        if (is_input)
            finding_output_is_input(making->findings, (Place){0}, str_from(path));
        else if (form_of(path) == FORM_COUNT)
            report_ending(making, path);
        good = good && !is_input && form_of(path) != FORM_COUNT;
    }
    return good;
}

static bool wants(const Making *making, Form form)
{
    for (size_t i = 0; i < making->options->outputs.count; i++)
        if (form_of(making->options->outputs.at[i]) == form)
            return true;
    return false;
}

/* ---- what all need ---- */

/* The folder the user named, else the one installed with this program; empty when senc runs from its build.
 */
static Str font_folder(const Options *options, Arena *arena)
{
    Str program = path_real("/proc/self/exe", arena);
    if (options->font_dir[0] || !program.length)
        return str_from(options->font_dir);
    Str installed = path_join(path_folder(program, arena), STR("../share/senc/fonts"), arena);
    return path_is_folder(installed.at) ? installed : STR("");
}

static bool open_fonts(Making *making)
{
    if (making->fonts)
        return true;
    const PdfModule *pdf = modules_pdf(&making->modules, making->findings);
    if (!pdf)
        return false;
    making->font_folder = font_folder(making->options, &making->arena);
    making->fonts = pdf->fonts_open(making->font_folder, making->findings);
    if (making->fonts)
        making->meter = pdf->meter(making->fonts);
    return making->fonts != NULL;
}

/* The width of a page's text in thousandths of a point: A4 less two margins of 22 mm. */
#define TEXT_WIDTH 470552

static Drawing *draw(Making *making, const Map *map)
{
    if (!open_fonts(making))
        return NULL;
    const DiagramModule *diagram = modules_diagram(&making->modules, making->findings);
    return diagram ? diagram->draw(map, &making->meter, TEXT_WIDTH, &making->arena, making->findings) : NULL;
}

/* Lays out every map in the document. */
static bool draw_figures(Making *making, Blocks blocks)
{
    for (Block *block = blocks.first; block; block = block->next) {
        if (block->kind == BLOCK_section && !draw_figures(making, block->as.section.body))
            return false;
        if (block->kind != BLOCK_figure || !block->as.figure.map || block->as.figure.drawing)
            continue;
        block->as.figure.drawing = draw(making, block->as.figure.map);
        if (!block->as.figure.drawing)
            return false;
    }
    return true;
}

static bool make_document(Making *making, bool draft)
{
    if (!wants(making, FORM_OF_pdf) && !wants(making, FORM_OF_html))
        return true;
    if (!open_fonts(making))
        return false;
    ReportOptions report = {.audience = making->options->audience, .draft = draft, .meter = &making->meter};
    making->document = plan_report(&making->derived, making->plan, &report, &making->arena);
    return draw_figures(making, making->document->body);
}

static bool make_map(Making *making)
{
    bool picture = wants(making, FORM_OF_svg) || wants(making, FORM_OF_png);
    if (!picture && !wants(making, FORM_OF_dot))
        return true;
    ReportOptions report = {.audience = making->options->audience};
    making->map = plan_map(&making->derived, making->plan, &report, &making->arena);
    uint32_t pupil = making->derived.plan[making->plan].pupil;
    Str name = pupil == ROW_NONE ? STR("") : making->project->records.pupil.name[pupil];
    making->title =
        arena_format(&making->arena, "Provision map%s" STR_FMT, name.length ? ": " : "", STR_ARG(name));
    making->description = plan_map_alternative(making->map, &making->arena);
    if (picture)
        making->drawing = draw(making, making->map);
    return !picture || making->drawing;
}

/* ---- each form ---- */

static bool make_form(Making *making, Form form, Out *out)
{
    RenderOptions render = {.epoch = making->options->epoch,
                            .creator = STR("senc " SENC_VERSION),
                            .fonts = making->fonts,
                            .text_size = making->options->text_size};
    const PngModule *png;
    switch (form) {
    case FORM_OF_pdf:
        return modules_pdf(&making->modules, making->findings)
            ->write(making->document, &render, making->findings, out);
    case FORM_OF_html: html_write(making->document, &render, out); return true;
    case FORM_OF_svg: svg_write(making->drawing, making->title, making->description, out); return true;
    case FORM_OF_dot: dot_write(making->map, making->title, out); return true;
    case FORM_OF_png:
        png = modules_png(&making->modules, making->findings);
        return png && png->write(making->drawing, making->font_folder, 3, making->findings, out);
    case FORM_COUNT: break;
    }
    return false;
}

static bool write_all(Making *making)
{
    Writing writing = {0};
    bool good = true;
    for (size_t i = 0; good && i < making->options->outputs.count; i++) {
        const char *path = making->options->outputs.at[i];
        Out out = {0};
        good = make_form(making, form_of(path), &out) &&
               writing_add(&writing, path, out_result(&out), making->findings);
        out_free(&out);
    }
    good = good && writing_finish(&writing, making->findings);
    for (size_t i = 0; good && !making->options->quiet && i < making->options->outputs.count; i++)
        printf("%s\n", making->options->outputs.at[i]);
    writing_free(&writing);
    return good;
}

/* ---- the whole ---- */

static bool find_plan(Making *making, const Source *plan_file)
{
    const Records *records = &making->project->records;
    const TableHead *plan = &records->plan.head;
    making->plan = ROW_NONE;
    for (uint32_t row = 0; row < plan->count; row++) {
        if (plan->source[row] != plan_file->index)
            continue;
        if (making->plan != ROW_NONE) {
            Finding *finding = finding_several_plans_here(
                making->findings, records_line(records, KIND_plan, row), plan_file->name);
            finding_second(making->findings, finding, records_line(records, KIND_plan, making->plan),
                           "the first plan begins here");
            return false;
        }
        making->plan = row;
    }
    if (making->plan == ROW_NONE)
        finding_no_plan_here(making->findings, (Place){0}, plan_file->name);
    return making->plan != ROW_NONE;
}

bool outputs_make(const Project *project, const Source *plan_file, const Options *options, bool draft,
                  Findings *findings)
{
    Making making = {.project = project, .options = options, .findings = findings};
    making.modules.folder = folder_of_modules(&making.arena);
    bool good = check_names(&making) && find_plan(&making, plan_file);
    if (good) {
        records_derive(&making.derived, &project->records);
        good = make_map(&making) && make_document(&making, draft) && write_all(&making);
        records_derived_free(&making.derived);
    }
    if (making.document)
        document_free(making.document);
    if (making.drawing)
        drawing_free(making.drawing);
    if (making.map)
        map_free(making.map);
    if (making.fonts)
        modules_pdf(&making.modules, findings)->fonts_close(making.fonts);
    arena_free(&making.arena);
    return good;
}
