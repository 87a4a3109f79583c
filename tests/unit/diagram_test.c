/* The provision map as a picture: every box and link is there, nothing overlaps or leaves the page, hostile
 * texts do no harm, large maps stay cheap, and the same map gives the same bytes. */
#include "codegen/html/html.h"
#include "codegen/modules.h"
#include "tests/unit/expect.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define POINT      1000
#define PAGE_WIDTH (481 * POINT)

/* What every test needs. */
typedef struct Bench {
    Tally tally;
    const DiagramModule *diagram;
    TextMeter meter;
    Arena arena;
    Findings findings;
} Bench;

/* ---- a meter without fonts, which counts its work ---- */

typedef struct Ruler {
    uint64_t calls, bytes;
} Ruler;

static int32_t ruler_width(void *state, Str text, int32_t size, bool bold)
{
    Ruler *ruler = state;
    ruler->calls++;
    ruler->bytes += text.length;
    int64_t letters = 0;
    for (size_t i = 0; i < text.length; i++)
        letters += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return (int32_t)(letters * size * (bold ? 60 : 55) / 100);
}

/* Breaks after the last blank that fits, else between any two letters. */
static size_t ruler_fit(void *state, Str text, int32_t size, bool bold, int32_t width)
{
    Ruler *ruler = state;
    ruler->calls++;
    ruler->bytes += text.length;
    int64_t room = (int64_t)width * 100 / ((int64_t)size * (bold ? 60 : 55)), letters = 0;
    size_t blank = 0, at = 0;
    while (at < text.length && (letters < room || at == 0)) {
        for (at++; at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80;)
            at++;
        letters++;
        blank = text.at[at - 1] == ' ' ? at : blank;
    }
    return at < text.length && text.at[at] != ' ' && blank ? blank : at;
}

/* ---- maps ---- */

static uint32_t box_add(Map *map, MapColumn column, Str code, const char *title, const char *detail)
{
    ARRAY_ADD(&map->boxes, (MapBox){.column = column,
                                    .code = code,
                                    .title = str_from(title),
                                    .detail = str_from(detail),
                                    .target = STR("#here")});
    return (uint32_t)map->boxes.count - 1;
}

static void link_add(Map *map, uint32_t from, uint32_t to)
{
    ARRAY_ADD(&map->links, (MapLink){from, to});
}

static Str code_make(Arena *arena, char letter, size_t number)
{
    return arena_format(arena, "%c%zu", letter, number + 1);
}

/* A plan of 2 hopes, 5 needs, 5 outcomes and 12 provisions, with titles as long as real ones; F1 serves two
 * outcomes, and the last need has provision but no outcome. */
static Map plan_make(Arena *arena)
{
    Map map = {.boxes = {NULL, 0, 0}};
    uint32_t need[5], outcome[5];
    for (size_t i = 0; i < 2; i++)
        box_add(&map, MAP_aspiration, code_make(arena, 'A', i),
                "I want to read my football magazine by myself.", "from Bilal");
    for (size_t i = 0; i < 5; i++)
        need[i] =
            box_add(&map, MAP_need, code_make(arena, 'B', i),
                    "Reads 41 words a minute, in the lowest tenth for his age.", "cognition and learning");
    for (size_t i = 0; i < 5; i++)
        outcome[i] = box_add(&map, MAP_outcome, code_make(arena, 'E', i),
                             "Reads 80 words a minute from a text for Year 4.", "by 16 July 2027");
    for (size_t i = 0; i < 12; i++) {
        uint32_t provision = box_add(&map, MAP_provision, code_make(arena, 'F', i),
                                     "Precision teaching of the words that come up most often",
                                     "50 minutes a week; Mrs Patel, teaching assistant");
        link_add(&map, i < 10 ? outcome[i * 2 / 5] : need[4], provision);
    }
    for (size_t i = 0; i < 4; i++) {
        link_add(&map, i / 2 ? 1 : 0, need[i]);
        link_add(&map, need[i], outcome[i]);
    }
    link_add(&map, outcome[1], 12);
    map.boxes.at[need[4]].missing = STR("no outcome");
    map.boxes.at[outcome[4]].missing = STR("no provision");
    return map;
}

/* `count` boxes, a sixth of them needs; every tenth provision is shared with another need's outcome. */
static Map large_make(Arena *arena, size_t count)
{
    Map map = {.boxes = {NULL, 0, 0}};
    size_t hopes = 2, needs = count / 6, outcomes = count / 4, provisions = count - hopes - needs - outcomes;
    for (size_t i = 0; i < hopes; i++)
        box_add(&map, MAP_aspiration, code_make(arena, 'A', i), "To be in the band", "");
    for (size_t i = 0; i < needs; i++) {
        box_add(&map, MAP_need, code_make(arena, 'B', i), "Follows instructions of one step only", "");
        link_add(&map, (uint32_t)(i % hopes), (uint32_t)(hopes + i));
    }
    for (size_t i = 0; i < outcomes; i++) {
        box_add(&map, MAP_outcome, code_make(arena, 'E', i), "Follows three steps", "by July 2027");
        link_add(&map, (uint32_t)(hopes + i * needs / outcomes), (uint32_t)(hopes + needs + i));
    }
    for (size_t i = 0; i < provisions; i++) {
        uint32_t box =
            box_add(&map, MAP_provision, code_make(arena, 'F', i), "Task board with pictures", "Mr Osei");
        link_add(&map, (uint32_t)(hopes + needs + i * outcomes / provisions), box);
        if (i % 10 == 9)
            link_add(&map, (uint32_t)(hopes + needs + i * 7 % outcomes), box);
    }
    return map;
}

/* ---- looking at a drawing ---- */

static Drawing *draw(Bench *bench, const Map *map, int32_t width)
{
    Drawing *drawing = bench->diagram->draw(map, &bench->meter, width, &bench->arena, &bench->findings);
    expect(&bench->tally, drawing != NULL, "a drawing");
    if (!drawing)
        exit(tally_end(&bench->tally) | 1);
    return drawing;
}

static bool overlap(const Shape *a, const Shape *b)
{
    return a->points[0].x < b->points[1].x && b->points[0].x < a->points[1].x &&
           a->points[0].y < b->points[1].y && b->points[0].y < a->points[1].y;
}

static bool is_on_page(const Drawing *drawing, const Shape *shape)
{
    for (size_t i = 0; i < shape->point_count; i++) {
        Point point = shape->points[i];
        if (point.x < 0 || point.y < 0 || point.x > drawing->width || point.y > drawing->height)
            return false;
    }
    return true;
}

/* The frames of all boxes, in the order drawn. */
typedef struct Frames {
    ARRAY(const Shape *) list;
} Frames;

static Frames frames_find(const Drawing *drawing)
{
    Frames frames = {.list = {NULL, 0, 0}};
    for (size_t i = 0; i < drawing->shapes.count; i++)
        if (drawing->shapes.at[i].kind == SHAPE_rectangle)
            ARRAY_ADD(&frames.list, &drawing->shapes.at[i]);
    return frames;
}

static size_t overlaps_count(const Frames *frames)
{
    size_t count = 0;
    for (size_t i = 0; i < frames->list.count; i++)
        for (size_t k = 0; k < i; k++)
            count += overlap(frames->list.at[i], frames->list.at[k]);
    return count;
}

/* Texts that are too small, or stand outside the box they belong to. */
static size_t bad_texts_count(const Drawing *drawing, const TextMeter *meter)
{
    const Shape *frame = NULL;
    size_t bad = 0;
    for (size_t i = 0; i < drawing->shapes.count; i++) {
        const Shape *shape = &drawing->shapes.at[i];
        if (shape->kind == SHAPE_rectangle)
            frame = shape;
        if (shape->kind == SHAPE_group_end)
            frame = NULL;
        if (shape->kind != SHAPE_text)
            continue;
        Point at = shape->points[0];
        int32_t width = meter->width(meter->state, shape->text, shape->size, shape->bold);
        at.x -= shape->anchor == ANCHOR_end ? width : 0;
        int32_t right = at.x + width;
        bad += shape->size < 8 * POINT || right > drawing->width || shape->anchor == ANCHOR_middle;
        bad += frame && (at.x < frame->points[0].x || right > frame->points[1].x ||
                         at.y - shape->size / 2 < frame->points[0].y || at.y > frame->points[1].y);
    }
    return bad;
}

/* True when a box's left or right edge passes through the point. */
static bool is_at_edge(const Frames *frames, Point point, int corner)
{
    for (size_t i = 0; i < frames->list.count; i++) {
        const Shape *frame = frames->list.at[i];
        if (frame->points[corner].x == point.x && frame->points[0].y <= point.y &&
            point.y <= frame->points[1].y)
            return true;
    }
    return false;
}

/* Links drawn whole: hidden, with an arrowhead, from the right edge of a box to the left edge of another. */
static size_t good_links_count(const Drawing *drawing, const Frames *frames)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->shapes.count; i++) {
        const Shape *shape = &drawing->shapes.at[i];
        if (shape->kind == SHAPE_curve && shape->arrow && shape->hidden && shape->point_count % 3 == 1)
            count += is_at_edge(frames, shape->points[0], 1) &&
                     is_at_edge(frames, shape->points[shape->point_count - 1], 0);
    }
    return count;
}

static size_t kinds_count(const Drawing *drawing, ShapeKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->shapes.count; i++)
        count += drawing->shapes.at[i].kind == kind;
    return count;
}

static bool has_text(const Drawing *drawing, const char *text)
{
    for (size_t i = 0; i < drawing->shapes.count; i++)
        if (drawing->shapes.at[i].kind == SHAPE_text && str_equal(drawing->shapes.at[i].text, str_from(text)))
            return true;
    return false;
}

static bool is_sound(Bench *bench, const Drawing *drawing)
{
    Frames frames = frames_find(drawing);
    size_t off_page = 0;
    for (size_t i = 0; i < drawing->shapes.count; i++)
        off_page += !is_on_page(drawing, &drawing->shapes.at[i]);
    bool sound =
        off_page == 0 && overlaps_count(&frames) == 0 && bad_texts_count(drawing, &bench->meter) == 0;
    free(frames.list.at);
    return sound;
}

static size_t findings_count(const Findings *findings, FindingKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->list.count; i++)
        count += findings->list.at[i]->kind == kind;
    return count;
}

/* ---- tests ---- */

static void test_plan(Bench *bench)
{
    Map map = plan_make(&bench->arena);
    Drawing *drawing = draw(bench, &map, PAGE_WIDTH);
    Frames frames = frames_find(drawing);
    expect(&bench->tally, drawing->width <= PAGE_WIDTH && drawing->height <= 602 * POINT,
           "a plan fits a page");
    expect_int(&bench->tally, "parts of a plan", (int64_t)drawing->break_count, 0);
    expect_int(&bench->tally, "boxes", (int64_t)frames.list.count, (int64_t)map.boxes.count);
    expect_int(&bench->tally, "things with a name", (int64_t)kinds_count(drawing, SHAPE_group),
               (int64_t)map.boxes.count);
    expect_int(&bench->tally, "links", (int64_t)good_links_count(drawing, &frames), (int64_t)map.links.count);
    expect(&bench->tally, is_sound(bench, drawing), "nothing of a plan overlaps or sticks out");
    expect(&bench->tally, has_text(drawing, "Hopes") && has_text(drawing, "Help"), "headings");
    expect(&bench->tally, has_text(drawing, "! no outcome") && has_text(drawing, "! no provision"),
           "what is missing");
    size_t dashed = 0;
    for (size_t i = 0; i < frames.list.count; i++)
        dashed += frames.list.at[i]->dashed && frames.list.at[i]->stroke == INK_missing;
    expect_int(&bench->tally, "dashed boxes", (int64_t)dashed, 2);
    free(frames.list.at);
    drawing_free(drawing);
    map_free(&map);
}

/* Boxes linked alike come in the order of the records, from top to bottom. */
static void test_order(Bench *bench)
{
    Map map = plan_make(&bench->arena);
    Drawing *drawing = draw(bench, &map, PAGE_WIDTH);
    Frames frames = frames_find(drawing);
    for (uint32_t i = 1; i < 5; i++)
        expect(&bench->tally, frames.list.at[1 + i]->points[0].y < frames.list.at[2 + i]->points[0].y,
               "needs stand in their order");
    free(frames.list.at);
    drawing_free(drawing);
    map_free(&map);
}

static Out svg_of(Bench *bench, const Map *map)
{
    Drawing *drawing = draw(bench, map, PAGE_WIDTH);
    Out svg = {.at = NULL};
    svg_write(drawing, STR("Provision map"), STR("What it shows"), &svg);
    drawing_free(drawing);
    return svg;
}

static void test_same_bytes(Bench *bench)
{
    Map plan = plan_make(&bench->arena), large = large_make(&bench->arena, 90);
    Out first = svg_of(bench, &plan), between = svg_of(bench, &large);
    bool comma = setlocale(LC_ALL, "de_DE.UTF-8") || setlocale(LC_ALL, "fr_FR.UTF-8");
    Out second = svg_of(bench, &plan), again = svg_of(bench, &large);
    setlocale(LC_ALL, "C");
    printf("a comma locale was %s\n", comma ? "set" : "not to be had");
    expect(&bench->tally, str_equal(out_result(&first), out_result(&second)), "a plan gives the same bytes");
    expect(&bench->tally, str_equal(out_result(&between), out_result(&again)), "a large map too");
    out_free(&first), out_free(&second), out_free(&between), out_free(&again);
    map_free(&plan), map_free(&large);
}

static void test_hostile(Bench *bench)
{
    static const char *const titles[] = {
        "",
        "\\N \\G \\L <b>bold</b> &lt; \"quoted\" ]]> <!-- --> javascript:alert(1)",
        "line\nend\ttab\x01\x1F\x7F",
        "أريد أن أقرأ مجلتي وحدي",
        "Pneumonoultramicroscopicsilicovolcanoconiosisandnoblankanywhereatalltobreakthislongword",
        "\xF0\x9F\x98\x80\xF0\x9F\x98\x80 e\xCC\x81\xCC\x81\xCC\x81",
        "   ",
    };
    Map map = {.boxes = {NULL, 0, 0}};
    char *huge = malloc(200001);
    memset(huge, 'w', 200000);
    huge[200000] = '\0';
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        uint32_t need = box_add(&map, MAP_need, str_from(titles[i]), titles[i], titles[i]);
        link_add(&map, need, box_add(&map, MAP_provision, STR("F"), titles[i], huge));
        map.boxes.at[need].missing = str_from(titles[i]);
    }
    box_add(&map, MAP_outcome, str_from(huge), huge, "");
    Drawing *drawing = draw(bench, &map, PAGE_WIDTH);
    expect(&bench->tally, is_sound(bench, drawing), "hostile texts stay in their boxes");
    expect_int(&bench->tally, "hostile boxes", (int64_t)kinds_count(drawing, SHAPE_group),
               (int64_t)map.boxes.count);
    for (size_t i = 0; i < drawing->shapes.count; i++)
        if (drawing->shapes.at[i].kind == SHAPE_text)
            for (size_t k = 0; k < drawing->shapes.at[i].text.length; k++)
                if ((unsigned char)drawing->shapes.at[i].text.at[k] < ' ')
                    expect(&bench->tally, false, "no control byte is drawn");
    drawing_free(drawing);
    free(huge);
    map_free(&map);
}

/* Links that go backwards, within a column, to the same box or nowhere; columns without boxes. */
static void test_odd_links(Bench *bench)
{
    Map map = {.boxes = {NULL, 0, 0}};
    uint32_t provision = box_add(&map, MAP_provision, STR("F1"), "Reading", "");
    uint32_t need = box_add(&map, MAP_need, STR("B1"), "Reading", "");
    uint32_t other = box_add(&map, MAP_need, STR("B2"), "Spelling", "");
    link_add(&map, provision, need);
    link_add(&map, need, other);
    link_add(&map, need, need);
    link_add(&map, need, 99);
    Drawing *drawing = draw(bench, &map, PAGE_WIDTH);
    expect(&bench->tally, is_sound(bench, drawing), "odd links do no harm");
    expect_int(&bench->tally, "odd links", (int64_t)kinds_count(drawing, SHAPE_curve), 2);
    expect(&bench->tally, !has_text(drawing, "Outcomes"), "no heading over nothing");
    drawing_free(drawing);
    map_free(&map);
}

static void test_small(Bench *bench)
{
    Map map = {.boxes = {NULL, 0, 0}};
    drawing_free(draw(bench, &map, PAGE_WIDTH));
    drawing_free(draw(bench, &map, -5));
    for (uint32_t i = 0; i < 40; i++)
        box_add(&map, MAP_aspiration, STR("A"), "A hope", "");
    Drawing *drawing = draw(bench, &map, 10);
    expect(&bench->tally, is_sound(bench, drawing), "a narrow page");
    expect_int(&bench->tally, "hopes alone", (int64_t)kinds_count(drawing, SHAPE_group), 40);
    drawing_free(drawing);
    map_free(&map);
}

/* Each part of a picture fits a page, and no shape crosses a break. */
static void expect_breaks(Bench *bench, const Drawing *drawing)
{
    int32_t top = 0;
    for (size_t i = 0; i <= drawing->break_count; i++) {
        int32_t bottom = i < drawing->break_count ? drawing->breaks[i] : drawing->height;
        expect(&bench->tally, bottom > top && bottom - top <= 720 * POINT, "a part fits a page");
        top = bottom;
    }
    for (size_t i = 0; i < drawing->shapes.count; i++) {
        const Shape *shape = &drawing->shapes.at[i];
        for (size_t k = 0; k < drawing->break_count && shape->kind == SHAPE_rectangle; k++)
            if (shape->points[0].y < drawing->breaks[k] && shape->points[1].y > drawing->breaks[k])
                expect(&bench->tally, false, "no box is cut");
    }
}

/* Work is counted, not timed: twice the boxes must not take much more than twice the measuring. */
static void test_large(Bench *bench)
{
    Ruler ruler = {0, 0};
    TextMeter kept = bench->meter;
    bench->meter = (TextMeter){&ruler, ruler_width, ruler_fit};
    uint64_t calls = 0;
    for (size_t count = 400; count <= 1600; count *= 2) {
        Map map = large_make(&bench->arena, count);
        ruler = (Ruler){0, 0};
        Drawing *drawing = draw(bench, &map, PAGE_WIDTH);
        expect(&bench->tally, calls == 0 || ruler.calls < calls * 5 / 2, "work grows as the map does");
        calls = ruler.calls;
        Frames frames = frames_find(drawing);
        expect(&bench->tally, frames.list.count >= map.boxes.count, "every box of a large map");
        expect_int(&bench->tally, "links of a large map", (int64_t)good_links_count(drawing, &frames),
                   (int64_t)map.links.count);
        expect(&bench->tally, is_sound(bench, drawing), "nothing of a large map overlaps");
        expect_breaks(bench, drawing);
        free(frames.list.at);
        drawing_free(drawing);
        map_free(&map);
    }
    bench->meter = kept;
}

/* 200 needs that all lead to 200 outcomes, and more boxes than anybody reads: cut short, and said so. */
static void test_excess(Bench *bench)
{
    Map dense = {.boxes = {NULL, 0, 0}};
    for (uint32_t i = 0; i < 400; i++)
        box_add(&dense, i < 200 ? MAP_need : MAP_outcome, STR("X"), "Dense", "");
    for (uint32_t i = 0; i < 200; i++)
        for (uint32_t k = 200; k < 400; k++)
            link_add(&dense, i, k);
    Drawing *drawing = draw(bench, &dense, PAGE_WIDTH);
    expect_int(&bench->tally, "a note", (int64_t)findings_count(&bench->findings, FINDING_diagram_shortened),
               1);
    expect(&bench->tally, is_sound(bench, drawing), "nothing of a dense map overlaps");
    drawing_free(drawing);
    Map many = large_make(&bench->arena, 9000);
    drawing = draw(bench, &many, PAGE_WIDTH);
    expect_int(&bench->tally, "two notes",
               (int64_t)findings_count(&bench->findings, FINDING_diagram_shortened), 2);
    expect(&bench->tally, drawing->shapes.count < 40000, "a picture of 9,000 boxes is cut short");
    drawing_free(drawing);
    map_free(&dense), map_free(&many);
}

static void test_png(Bench *bench, const PngModule *png)
{
    Map map = plan_make(&bench->arena);
    Drawing *drawing = draw(bench, &map, PAGE_WIDTH);
    Out first = {.at = NULL}, second = {.at = NULL}, none = {.at = NULL};
    expect(&bench->tally, png->write(drawing, STR(""), 2, &bench->findings, &first), "a PNG");
    expect(&bench->tally, png->write(drawing, STR(""), 2, &bench->findings, &second), "a PNG again");
    expect(&bench->tally, str_starts(out_result(&first), STR("\x89PNG\r\n")), "the signature of a PNG");
    expect(&bench->tally, str_equal(out_result(&first), out_result(&second)), "a PNG of the same bytes");
    drawing->height = 40000 * POINT;
    expect(&bench->tally, !png->write(drawing, STR(""), 2, &bench->findings, &none),
           "no PNG of 40,000 points");
    expect_int(&bench->tally, "a finding", (int64_t)findings_count(&bench->findings, FINDING_png_too_large),
               1);
    out_free(&first), out_free(&second), out_free(&none);
    drawing_free(drawing);
    map_free(&map);
}

static void tests_run(Bench *bench, const PngModule *png)
{
    test_plan(bench);
    test_order(bench);
    test_same_bytes(bench);
    test_hostile(bench);
    test_odd_links(bench);
    test_small(bench);
    test_large(bench);
    test_excess(bench);
    test_png(bench, png);
}

int main(void)
{
    Bench bench = {.diagram = NULL};
    Modules modules = {.pdf = NULL};
    const PdfModule *pdf = modules_pdf(&modules, &bench.findings);
    const PngModule *png = modules_png(&modules, &bench.findings);
    bench.diagram = modules_diagram(&modules, &bench.findings);
    FontSet *fonts = pdf ? pdf->fonts_open(STR(""), &bench.findings) : NULL;
    expect(&bench.tally, pdf && png && bench.diagram && fonts, "modules and fonts");
    if (bench.tally.failed == 0) {
        bench.meter = pdf->meter(fonts);
        tests_run(&bench, png);
    }
    for (size_t i = 0; i < bench.findings.list.count; i++)
        printf("told: " STR_FMT "\n", STR_ARG(bench.findings.list.at[i]->message));
    if (fonts)
        pdf->fonts_close(fonts);
    findings_free(&bench.findings);
    arena_free(&bench.arena);
    return tally_end(&bench.tally);
}
