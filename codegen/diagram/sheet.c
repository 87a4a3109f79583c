/* Fitting a band to a page. In: a band and a height; out: its boxes with their lines of text and their
 * places. A column that is too tall gets fewer lines in its boxes and less space between them, step by step;
 * the others keep theirs. */
#include "codegen/diagram/sheet.h"

/* How roomy a column is drawn. The line that names minutes and person stays whole longest. */
typedef struct Ease {
    LabelLimits limits;
    int32_t gap; /* between two boxes of a column */
} Ease;

static const Ease eases[] = {{{5, 2}, 10000}, {{4, 2}, 10000}, {{3, 2}, 10000},
                             {{3, 2}, 6000},  {{2, 2}, 4000},  {{1, 2}, 4000}};

enum {
    EASE_COUNT = sizeof eases / sizeof *eases,
    EASE_USUAL = 2,         /* three lines; a column with few boxes may show more */
    HEIGHT_AT_HAND = 110000 /* thousandths of a point: no page is saved below it */
};

/* For each column its ease, and the least height it can have. */
typedef struct Fit {
    unsigned ease[MAP_COLUMN_COUNT];
    int32_t height[MAP_COLUMN_COUNT];
} Fit;

/* ---- measuring ---- */

static void boxes_measure(const Studio *studio, Sheet *sheet, const Fit *fit)
{
    const Band *band = sheet->band;
    for (size_t i = 0; i < band->box_count; i++) {
        const MapBox *box = &studio->map->boxes.at[band->boxes[i].box];
        unsigned column = studio->columns.index[box->column];
        int32_t width = studio->columns.at[column].right - studio->columns.at[column].left;
        LabelLimits limits = eases[fit->ease[column]].limits;
        sheet->labels[i] = band->boxes[i].repeated
                               ? label_repeat(box, width, studio->meter, studio->scratch)
                               : label_measure(box, width, limits, studio->meter, studio->scratch);
        sheet->layout.boxes[i] = (LayoutBox){.column = column, .height = sheet->labels[i].height};
    }
}

/* The tightest column decides how close boxes stand. */
static int32_t gap_find(const Studio *studio, const Fit *fit)
{
    int32_t gap = eases[0].gap;
    for (unsigned column = 0; column < studio->columns.count; column++)
        gap = eases[fit->ease[column]].gap < gap ? eases[fit->ease[column]].gap : gap;
    return gap;
}

static void heights_find(const Sheet *sheet, Fit *fit)
{
    for (unsigned column = 0; column < MAP_COLUMN_COUNT; column++)
        fit->height[column] = -sheet->layout.gap;
    for (size_t i = 0; i < sheet->layout.box_count; i++) {
        const LayoutBox *box = &sheet->layout.boxes[i];
        fit->height[box->column] += box->height + sheet->layout.gap;
    }
}

/* Tightens each column taller than `limit`; false when none is, or none can be tightened further. */
static bool tighten(const Studio *studio, Fit *fit, int32_t limit)
{
    bool any = false;
    for (unsigned column = 0; column < studio->columns.count; column++) {
        if (fit->height[column] <= limit || fit->ease[column] + 1 >= EASE_COUNT)
            continue;
        fit->ease[column]++;
        any = true;
    }
    return any;
}

static void sheet_measure(const Studio *studio, Sheet *sheet, Fit *fit)
{
    sheet->layout.gap = gap_find(studio, fit);
    boxes_measure(studio, sheet, fit);
    heights_find(sheet, fit);
}

/* ---- laying out ---- */

static void links_list(Sheet *sheet)
{
    Layout *layout = &sheet->layout;
    layout->link_count = 0;
    for (size_t i = 0; i < sheet->band->link_count; i++) {
        const BandLink *link = &sheet->band->links[i];
        bool beside = layout->boxes[link->left].column == layout->boxes[link->right].column;
        sheet->link_at[i] = beside ? SHEET_BESIDE : (uint32_t)layout->link_count;
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

/* The height that the fullest column takes with three lines to a title. */
static int32_t usual_height(const Studio *studio, Sheet *sheet)
{
    Fit fit = {.ease = {EASE_USUAL, EASE_USUAL, EASE_USUAL, EASE_USUAL}};
    int32_t height = 0;
    sheet_measure(studio, sheet, &fit);
    for (unsigned column = 0; column < studio->columns.count; column++)
        height = fit.height[column] > height ? fit.height[column] : height;
    return height;
}

/* A column with few boxes may show more of their words, as long as that makes the map no higher: boxes that
 * stand opposite others need some room to do so. */
static void ease_settle(const Studio *studio, Sheet *sheet, Fit *fit)
{
    int32_t usual = usual_height(studio, sheet) * 4 / 5;
    int32_t limit = usual > HEIGHT_AT_HAND ? usual : HEIGHT_AT_HAND;
    sheet_measure(studio, sheet, fit);
    for (unsigned step = 0; step < EASE_USUAL; step++) {
        for (unsigned column = 0; column < studio->columns.count; column++)
            fit->ease[column] += fit->height[column] > limit && fit->ease[column] < EASE_USUAL;
        sheet_measure(studio, sheet, fit);
    }
}

bool sheet_lay(Studio *studio, const Band *band, Sheet *sheet)
{
    *sheet = sheet_new(studio, band);
    Fit fit = {.ease = {0}};
    ease_settle(studio, sheet, &fit);
    while (tighten(studio, &fit, studio->height_most))
        sheet_measure(studio, sheet, &fit);
    for (int32_t limit = studio->height_most;;) {
        links_list(sheet);
        if (!layout_run(studio->engine, &sheet->layout, studio->scratch, &studio->said))
            return false;
        /* Links that pass a column take room in it, and boxes stand opposite others: the whole is taller than
         * its columns by so much, and they have to make up for it. */
        limit -= sheet->layout.height - studio->height_most;
        if (sheet->layout.height <= studio->height_most || !tighten(studio, &fit, limit))
            return true;
        sheet_measure(studio, sheet, &fit);
    }
}
