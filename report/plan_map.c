/* The provision map. In: what the plan links to what. Out: boxes and links to be laid out by somebody else,
 * the same in words, and as a table for who cannot see or print the picture. */
#include "report/plan_map.h"

#include "report/words.h"

#include <stdlib.h>

/* Letters of a text that stand in a box. */
#define TITLE_MOST 96

typedef struct MapKind {
    Kind kind;
    MapColumn column;
    FieldId text;
} MapKind;

/* In the order of the columns. */
static const MapKind map_kinds[] = {
    {KIND_aspiration, MAP_aspiration, FIELD_aspiration_text},
    {KIND_need, MAP_need, FIELD_need_text},
    {KIND_outcome, MAP_outcome, FIELD_outcome_text},
    {KIND_provision, MAP_provision, FIELD_provision_text},
};

enum { MAP_KINDS = sizeof map_kinds / sizeof *map_kinds };

/* What a map is made with: for each column, which rows of the plan belong there and which box each became. */
typedef struct MapMaker {
    Plan plan;
    Map *map;
    RowRange rows[MAP_COLUMN_COUNT];
    uint32_t *box[MAP_COLUMN_COUNT]; /* of each row; ROW_NONE for one left out */
} MapMaker;

/* ---- what stands in a box ---- */

/* The first sentence, and of that no more than fits a box. */
static Str text_in_short(Arena *arena, Str text)
{
    size_t end = 0, blank = 0, letters = 0;
    for (; end < text.length && letters < TITLE_MOST; end++) {
        char c = text.at[end];
        letters += ((unsigned char)c & 0xC0) != 0x80;
        if (c == ' ' || c == '\n')
            blank = end;
        if ((c == '.' || c == '\n') && end + 1 < text.length && (c == '\n' || text.at[end + 1] == ' ') &&
            letters > 12)
            return str_slice(text, 0, c == '.' ? end + 1 : end);
    }
    if (end == text.length)
        return text;
    while (blank == 0 && end > 0 && ((unsigned char)text.at[end] & 0xC0) == 0x80)
        end--;
    return arena_format(arena, STR_FMT "…", STR_ARG(str_trim_pause(str_slice(text, 0, blank ? blank : end))));
}

/* "50 minutes a week, Jo Marsh" */
static Str provision_detail(const Plan *plan, uint32_t row)
{
    Saying said = plan->derived->effective[row].time_said;
    Str week = {NULL, 0};
    Out out = {0};
    Runs people = {0};
    if (saying_is_known(said) && fact_seen(&plan->facts, (FieldId)said.field))
        week = week_text(plan->arena, &plan->derived->effective[row].time,
                         plan->derived->provision[row].weekly_minutes);
    out_str(&out, week);
    provision_people(plan, row, &people, NAME_plain);
    for (size_t i = 0; i < people.list.count; i++) {
        out_text(&out, i == 0 && week.length > 0 ? ", " : "");
        out_str(&out, people.list.at[i].text);
    }
    Str detail = arena_str(plan->arena, out_result(&out));
    free(people.list.at);
    out_free(&out);
    return detail;
}

static Str outcome_detail(const Plan *plan, uint32_t row)
{
    int32_t by = fact_day(&plan->facts, FIELD_outcome_by, row);
    if (!day_is_known(by))
        return (Str){NULL, 0};
    Str day = date_text(plan->arena, by, DATE_FORM_long);
    return arena_format(plan->arena, "by " STR_FMT, STR_ARG(day));
}

static void box_add(MapMaker *maker, const MapKind *kind, uint32_t row)
{
    const Plan *plan = &maker->plan;
    Str text =
        kind->kind == KIND_provision ? provision_name(plan, row) : fact_text(&plan->facts, kind->text, row);
    MapBox box = {.column = kind->column,
                  .code = plan_code(plan, kind->kind, row),
                  .title = text_in_short(plan->arena, text),
                  .target = plan_target(plan, kind->kind, row)};
    if (kind->kind == KIND_provision)
        box.detail = provision_detail(plan, row);
    else if (kind->kind == KIND_outcome)
        box.detail = outcome_detail(plan, row);
    maker->box[kind->column][row - maker->rows[kind->column].first] = (uint32_t)maker->map->boxes.count;
    ARRAY_ADD(&maker->map->boxes, box);
}

static bool is_left_out(const Plan *plan, Kind kind, uint32_t row)
{
    return (kind == KIND_outcome || kind == KIND_provision) && plan_row_is_finished(plan, kind, row);
}

static void boxes_make(MapMaker *maker)
{
    for (size_t i = 0; i < MAP_KINDS; i++) {
        const MapKind *kind = &map_kinds[i];
        RowRange rows = maker->rows[kind->column] = plan_rows(&maker->plan, kind->kind);
        maker->box[kind->column] = ARENA_ARRAY(maker->plan.arena, uint32_t, rows.end - rows.first + 1);
        for (uint32_t row = rows.first; row < rows.end; row++) {
            maker->box[kind->column][row - rows.first] = ROW_NONE;
            if (!is_left_out(&maker->plan, kind->kind, row))
                box_add(maker, kind, row);
        }
    }
}

/* ---- links ---- */

static uint32_t box_of(const MapMaker *maker, MapColumn column, uint32_t row)
{
    RowRange rows = maker->rows[column];
    return row >= rows.first && row < rows.end ? maker->box[column][row - rows.first] : ROW_NONE;
}

static void link_add(MapMaker *maker, uint32_t from, uint32_t to)
{
    if (from != ROW_NONE && to != ROW_NONE)
        ARRAY_ADD(&maker->map->links, (MapLink){from, to});
}

static void outcome_links(MapMaker *maker, uint32_t row)
{
    const Relations *relations = &maker->plan.derived->relations;
    uint32_t own = box_of(maker, MAP_outcome, row);
    RowList hopes = relation_named(relations, RELATION_serves_aspiration, row);
    RowList needs = relation_named(relations, RELATION_serves_need, row);
    for (uint32_t i = 0; i < hopes.count; i++)
        link_add(maker, box_of(maker, MAP_aspiration, hopes.at[i]), own);
    for (uint32_t i = 0; i < needs.count; i++)
        link_add(maker, box_of(maker, MAP_need, needs.at[i]), own);
}

/* Links of one record that are looked through. With more, a line too many is drawn rather than time wasted.
 */
#define FEW 64

static bool holds(RowList rows, uint32_t row)
{
    for (uint32_t i = 0; i < rows.count && i < FEW; i++)
        if (rows.at[i] == row)
            return true;
    return false;
}

/* Does the help reach the need through one of its outcomes? Then the map needs no line of its own for that.
 */
static bool reaches(const MapMaker *maker, RowList outcomes, uint32_t need)
{
    const Relations *relations = &maker->plan.derived->relations;
    for (uint32_t i = 0; i < outcomes.count && i < FEW; i++)
        if (box_of(maker, MAP_outcome, outcomes.at[i]) != ROW_NONE &&
            holds(relation_named(relations, RELATION_serves_need, outcomes.at[i]), need))
            return true;
    return false;
}

static void provision_links(MapMaker *maker, uint32_t row)
{
    const Relations *relations = &maker->plan.derived->relations;
    uint32_t own = box_of(maker, MAP_provision, row);
    RowList outcomes = relation_named(relations, RELATION_towards, row);
    RowList needs = relation_named(relations, RELATION_meets, row);
    for (uint32_t i = 0; i < needs.count; i++)
        if (!reaches(maker, outcomes, needs.at[i]))
            link_add(maker, box_of(maker, MAP_need, needs.at[i]), own);
    for (uint32_t i = 0; i < outcomes.count; i++)
        link_add(maker, box_of(maker, MAP_outcome, outcomes.at[i]), own);
}

/* ---- what is missing ---- */

/* Is one of the rows in the map? */
static bool any_shown(const MapMaker *maker, MapColumn column, RowList rows)
{
    for (uint32_t i = 0; i < rows.count; i++)
        if (box_of(maker, column, rows.at[i]) != ROW_NONE)
            return true;
    return false;
}

typedef struct Wanted {
    MapColumn of; /* the boxes that want it */
    RelationId relation;
    bool back;        /* named by the other, rather than naming it */
    MapColumn column; /* of the other */
    const char *words;
} Wanted;

/* Every need is met by provision (CFA s37); the rest is good sense (Code 9.66). */
static const Wanted wanted[] = {
    {MAP_aspiration, RELATION_serves_aspiration, true, MAP_outcome, "no outcome"},
    {MAP_need, RELATION_serves_need, true, MAP_outcome, "no outcome"},
    {MAP_need, RELATION_meets, true, MAP_provision, "no help"},
    {MAP_outcome, RELATION_serves_need, false, MAP_need, "no need"},
    {MAP_outcome, RELATION_towards, true, MAP_provision, "no help"},
    {MAP_provision, RELATION_meets, false, MAP_need, "no need"},
    {MAP_provision, RELATION_towards, false, MAP_outcome, "no outcome"},
};

static Str missing_words(const MapMaker *maker, MapColumn column, uint32_t row)
{
    const Relations *relations = &maker->plan.derived->relations;
    Str words = {NULL, 0};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        if (wanted[i].of != column)
            continue;
        RowList rows = wanted[i].back ? relation_naming(relations, wanted[i].relation, row)
                                      : relation_named(relations, wanted[i].relation, row);
        if (any_shown(maker, wanted[i].column, rows))
            continue;
        words = words.length == 0
                    ? str_from(wanted[i].words)
                    : arena_format(maker->plan.arena, STR_FMT ", %s", STR_ARG(words), wanted[i].words);
    }
    return words;
}

static void missing_note(MapMaker *maker)
{
    for (MapColumn column = 0; column < MAP_COLUMN_COUNT; column++)
        for (uint32_t row = maker->rows[column].first; row < maker->rows[column].end; row++) {
            uint32_t box = box_of(maker, column, row);
            if (box != ROW_NONE)
                maker->map->boxes.at[box].missing = missing_words(maker, column, row);
        }
}

/* ---- the map ---- */

Map *plan_map(const Derived *derived, uint32_t plan_row, const ReportOptions *options, Arena *arena)
{
    MapMaker maker = {.plan = plan_open(derived, plan_row, options, arena), .map = ARENA_NEW(arena, Map)};
    boxes_make(&maker);
    for (uint32_t row = maker.rows[MAP_outcome].first; row < maker.rows[MAP_outcome].end; row++)
        outcome_links(&maker, row);
    for (uint32_t row = maker.rows[MAP_provision].first; row < maker.rows[MAP_provision].end; row++)
        provision_links(&maker, row);
    missing_note(&maker);
    return maker.map;
}

Str plan_map_alternative(const Map *map, Arena *arena)
{
    static const char *const names[MAP_COLUMN_COUNT][2] = {
        {"hope", "hopes"}, {"need", "needs"}, {"outcome", "outcomes"}, {"kind of help", "kinds of help"}};
    uint64_t count[MAP_COLUMN_COUNT] = {0}, broken = 0;
    Out out = {0};
    for (size_t i = 0; i < map->boxes.count; i++) {
        count[map->boxes.at[i].column]++;
        broken += map->boxes.at[i].missing.length > 0;
    }
    out_text(&out, "Map: ");
    for (uint32_t i = 0; i < MAP_COLUMN_COUNT; i++) {
        out_text(&out, joint(i, MAP_COLUMN_COUNT));
        out_str(&out, counted(arena, count[i], names[i][0], names[i][1]));
    }
    out_text(&out, ", with lines from each to what it leads to. ");
    if (broken == 0)
        out_text(&out, "Nothing is missing.");
    else
        out_format(&out, "%llu of them %s without a link that belongs to %s.", (unsigned long long)broken,
                   broken == 1 ? "is" : "are", broken == 1 ? "it" : "them");
    Str text = arena_str(arena, out_result(&out));
    out_free(&out);
    return text;
}
