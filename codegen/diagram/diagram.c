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

static bool bands_draw(Studio *studio, Drawing *drawing, const Bands *bands)
{
    int32_t top = 0;
    drawing->breaks = ARENA_ARRAY(drawing->arena, int32_t, bands->count);
    for (size_t i = 0; i < bands->count; i++) {
        Sheet sheet;
        if (!sheet_lay(studio, &bands->at[i], &sheet))
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

/* What a page of A4 as wide as the drawing leaves between a heading above and a caption below. */
static int32_t page_room(int32_t width)
{
    return (int32_t)((int64_t)width * 5 / 4);
}

static Drawing *diagram_draw(const Map *map, const TextMeter *meter, int32_t width, Arena *arena,
                             Findings *findings)
{
    Arena scratch = {.block = NULL};
    Studio studio = {.map = map, .meter = meter, .scratch = &scratch};
    studio.columns = columns_place(map, MARGIN, width - 2 * MARGIN);
    Drawing *drawing = drawing_new(arena, studio.columns.right + MARGIN, 0);
    studio.height_most = page_room(drawing->width) - HEADING_HEIGHT - MARGIN;
    bool drawn = map_draw(&studio, drawing, findings);
    if (!drawn)
        drawing_free(drawing);
    out_free(&studio.said);
    arena_free(&scratch);
    return drawn ? drawing : NULL;
}

__attribute__((visibility("default"))) extern const DiagramModule senc_diagram;
const DiagramModule senc_diagram = {.version = SENC_MODULE_VERSION, .draw = diagram_draw};
