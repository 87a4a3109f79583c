/* The provision map as a picture. In: boxes and links, a meter for letters, the width of the page; out: a
 * drawing, or a finding when Graphviz refuses. The room's front door, and the one symbol of senc-diagram.so.
 *
 * A map is parted into bands of up to 30 boxes (band.h), each laid out on its own and stacked below the last,
 * so the work grows as the map does. A band tries to be no taller than a page of paper as wide as it is: its
 * texts are given fewer lines, and its boxes less space, until it fits. */
#include "codegen/diagram/paint.h"
#include "codegen/module.h"

#define MARGIN     1000  /* around the picture: half a strong line lies outside its box */
#define BAND_SPACE 16000 /* between two bands */
#define NOTE_SIZE  9000
#define NOTE_SPACE 16000

/* How roomy a band is drawn. */
typedef struct Ease {
    LabelLimits limits;
    int32_t gap; /* between two boxes of a column */
} Ease;

static const Ease eases[] = {{{3, 2}, 10000}, {{3, 2}, 6000}, {{2, 2}, 5000}, {{2, 1}, 5000}};

enum { EASE_COUNT = sizeof eases / sizeof *eases };

/* What one drawing needs while it is made. */
typedef struct Studio {
    const Map *map;
    const TextMeter *meter;
    Columns columns;
    int32_t page_height;
    Arena *scratch;
    LayoutEngine *engine;
    Out said; /* by Graphviz */
} Studio;

/* ---- one band ---- */

static void boxes_measure(const Studio *studio, Sheet *sheet, const Ease *ease)
{
    const Band *band = sheet->band;
    for (size_t i = 0; i < band->box_count; i++) {
        const MapBox *box = &studio->map->boxes.at[band->boxes[i].box];
        unsigned column = studio->columns.index[box->column];
        int32_t width = studio->columns.at[column].right - studio->columns.at[column].left;
        sheet->labels[i] = band->boxes[i].repeated
                               ? label_repeat(box, width, studio->meter, studio->scratch)
                               : label_measure(box, width, ease->limits, studio->meter, studio->scratch);
        sheet->layout.boxes[i] = (LayoutBox){.column = column, .height = sheet->labels[i].height};
    }
}

static void links_list(Sheet *sheet)
{
    Layout *layout = &sheet->layout;
    layout->link_count = 0;
    for (size_t i = 0; i < sheet->band->link_count; i++) {
        const BandLink *link = &sheet->band->links[i];
        bool beside = layout->boxes[link->left].column == layout->boxes[link->right].column;
        sheet->link_at[i] = beside ? PAINT_BESIDE : (uint32_t)layout->link_count;
        if (!beside)
            layout->links[layout->link_count++] = (LayoutLink){.from = link->left, .to = link->right};
    }
}

static Sheet sheet_new(const Studio *studio, const Band *band)
{
    Sheet sheet = {.map = studio->map, .columns = &studio->columns, .band = band};
    sheet.labels = ARENA_ARRAY(studio->scratch, Label, band->box_count);
    sheet.link_at = ARENA_ARRAY(studio->scratch, uint32_t, band->link_count);
    sheet.layout.columns = studio->columns.at;
    sheet.layout.column_count = studio->columns.count;
    sheet.layout.boxes = ARENA_ARRAY(studio->scratch, LayoutBox, band->box_count);
    sheet.layout.box_count = band->box_count;
    sheet.layout.links = ARENA_ARRAY(studio->scratch, LayoutLink, band->link_count);
    return sheet;
}

/* The height of the fullest column: the least that the band can have. */
static int32_t sheet_height_least(const Sheet *sheet)
{
    int32_t height[MAP_COLUMN_COUNT] = {0}, most = 0;
    for (size_t i = 0; i < sheet->layout.box_count; i++) {
        const LayoutBox *box = &sheet->layout.boxes[i];
        height[box->column] += box->height + sheet->layout.gap;
        most = height[box->column] > most ? height[box->column] : most;
    }
    return most - sheet->layout.gap;
}

/* Lays the band out with as much ease as a page allows. */
static bool sheet_lay(Studio *studio, Sheet *sheet)
{
    int32_t limit = studio->page_height - HEADING_HEIGHT;
    for (unsigned i = 0; i < EASE_COUNT; i++) {
        bool last = i + 1 == EASE_COUNT;
        sheet->layout.gap = eases[i].gap;
        boxes_measure(studio, sheet, &eases[i]);
        if (sheet_height_least(sheet) > limit && !last)
            continue;
        links_list(sheet);
        if (!layout_run(studio->engine, &sheet->layout, studio->scratch, &studio->said))
            return false;
        if (sheet->layout.height <= limit)
            break;
    }
    return true;
}

/* ---- the whole ---- */

static bool bands_draw(Studio *studio, Drawing *drawing, const Bands *bands)
{
    int32_t top = 0;
    drawing->breaks = ARENA_ARRAY(drawing->arena, int32_t, bands->count);
    for (size_t i = 0; i < bands->count; i++) {
        Sheet sheet = sheet_new(studio, &bands->at[i]);
        if (!sheet_lay(studio, &sheet))
            return false;
        if (i > 0) {
            drawing->breaks[drawing->break_count++] = top + BAND_SPACE / 2;
            top += BAND_SPACE;
        }
        paint_headings(drawing, &studio->columns, top, studio->meter);
        paint_sheet(drawing, &sheet, top + HEADING_HEIGHT);
        top += HEADING_HEIGHT + sheet.layout.height + MARGIN;
    }
    drawing->height = top;
    return true;
}

/* A line below the picture, or in place of one. */
static void note_draw(Studio *studio, Drawing *drawing, Str text)
{
    LabelLine line = label_line(text, NOTE_SIZE, false, drawing->width, studio->meter, studio->scratch);
    Shape *shape = draw_text(drawing, (Point){MARGIN, drawing->height + NOTE_SPACE * 3 / 4}, ANCHOR_start,
                             NOTE_SIZE, line.text);
    shape->measured = line.width;
    drawing->height += NOTE_SPACE;
}

static void shortage_tell(Studio *studio, Drawing *drawing, const Bands *bands, Findings *findings)
{
    if (!bands->boxes_left_out && !bands->links_left_out)
        return;
    note_draw(studio, drawing,
              arena_format(studio->scratch, "Left out for want of room: %zu boxes, %zu links.",
                           bands->boxes_left_out, bands->links_left_out));
    finding_diagram_shortened(findings, (Place){.source = NULL}, bands->boxes_left_out,
                              bands->links_left_out);
}

static void failure_tell(Studio *studio, Findings *findings)
{
    Str said = str_trim(out_result(&studio->said));
    finding_diagram_failed(findings, (Place){.source = NULL}, said.length ? said : STR("nothing"));
}

static bool map_draw(Studio *studio, Drawing *drawing, Findings *findings)
{
    if (studio->map->boxes.count == 0) {
        note_draw(studio, drawing, STR("There is nothing to show yet: no needs, outcomes or provision."));
        return true;
    }
    Bands bands = bands_part(studio->map, studio->scratch);
    studio->engine = layout_open(studio->scratch);
    bool drawn = studio->engine && bands_draw(studio, drawing, &bands);
    if (studio->engine)
        layout_close(studio->engine);
    if (drawn)
        shortage_tell(studio, drawing, &bands, findings);
    else
        failure_tell(studio, findings);
    return drawn;
}

static Drawing *diagram_draw(const Map *map, const TextMeter *meter, int32_t width, Arena *arena,
                             Findings *findings)
{
    Arena scratch = {.block = NULL};
    Studio studio = {.map = map, .meter = meter, .scratch = &scratch};
    studio.columns = columns_place(map, MARGIN, width - 2 * MARGIN);
    Drawing *drawing = drawing_new(arena, studio.columns.right + MARGIN, 0);
    studio.page_height = (int32_t)((int64_t)drawing->width * 1414 / 1000); /* the shape of A4 */
    bool drawn = map_draw(&studio, drawing, findings);
    if (!drawn)
        drawing_free(drawing);
    out_free(&studio.said);
    arena_free(&scratch);
    return drawn ? drawing : NULL;
}

__attribute__((visibility("default"))) extern const DiagramModule senc_diagram;
const DiagramModule senc_diagram = {.version = SENC_MODULE_VERSION, .draw = diagram_draw};
