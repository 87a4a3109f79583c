/* Parting a map into bands. In: boxes and links; out: which band draws which of them. It knows nothing of
 * sizes but how many boxes a page holds.
 *
 * A block is a need with all that hangs on it and on no need before it: outcomes and their provision. What
 * hangs on no need begins a block of its own, and a hope joins the first block that it leads to. Bands are
 * filled with blocks; only a block larger than a band is cut. */
#include "codegen/diagram/band.h"

#define NONE UINT32_MAX

/* What is known of the map while it is being parted. */
typedef struct Parting {
    const Map *map;
    Arena *arena;
    uint32_t *first,
        *next_to;    /* right ends of the links of box i: next_to[first[i]] up to next_to[first[i + 1]] */
    uint32_t *block; /* of each box, or NONE */
    uint32_t block_count;
    uint32_t *taken; /* boxes but hopes, each before what hangs on it */
    size_t taken_count;
    uint32_t *order;       /* boxes, block by block */
    uint32_t *block_first; /* where each block begins in `order`; one more than there are blocks */
    uint32_t *band;        /* of each box; NONE for one left out */
    uint32_t band_count;
} Parting;

static MapColumn column_of(const Parting *parting, uint32_t box)
{
    return parting->map->boxes.at[box].column;
}

static bool is_drawable(const Map *map, MapLink link)
{
    return link.from != link.to && link.from < map->boxes.count && link.to < map->boxes.count;
}

/* The link with its left end first; ends in one column stay as they are. */
static MapLink link_turned(const Parting *parting, MapLink link)
{
    if (column_of(parting, link.from) <= column_of(parting, link.to))
        return link;
    return (MapLink){link.to, link.from};
}

/* ---- blocks ---- */

static void neighbours_index(Parting *parting)
{
    const Map *map = parting->map;
    size_t boxes = map->boxes.count;
    parting->first = ARENA_ARRAY(parting->arena, uint32_t, boxes + 2);
    parting->next_to = ARENA_ARRAY(parting->arena, uint32_t, map->links.count);
    for (size_t i = 0; i < map->links.count; i++)
        if (is_drawable(map, map->links.at[i]))
            parting->first[link_turned(parting, map->links.at[i]).from + 2]++;
    for (size_t box = 2; box < boxes + 2; box++)
        parting->first[box] += parting->first[box - 1];
    for (size_t i = 0; i < map->links.count; i++) {
        if (!is_drawable(map, map->links.at[i]))
            continue;
        MapLink link = link_turned(parting, map->links.at[i]);
        parting->next_to[parting->first[link.from + 1]++] = link.to;
    }
}

/* Takes `box` and what hangs on it into the newest block. Each step leads to a column further right, so the
 * depth is that of the columns. */
static void block_take(Parting *parting, uint32_t box)
{
    parting->block[box] = parting->block_count - 1;
    parting->taken[parting->taken_count++] = box;
    for (uint32_t i = parting->first[box]; i < parting->first[box + 1]; i++) {
        uint32_t next = parting->next_to[i];
        if (parting->block[next] == NONE && column_of(parting, next) > column_of(parting, box))
            block_take(parting, next);
    }
}

/* The first block that a hope leads to; the first of all for one that leads nowhere. */
static uint32_t block_of_hope(const Parting *parting, uint32_t hope)
{
    uint32_t block = NONE;
    for (uint32_t i = parting->first[hope]; i < parting->first[hope + 1]; i++) {
        uint32_t next = parting->next_to[i];
        if (column_of(parting, next) != MAP_aspiration && parting->block[next] < block)
            block = parting->block[next];
    }
    return block == NONE ? 0 : block;
}

static void blocks_find(Parting *parting)
{
    size_t boxes = parting->map->boxes.count;
    parting->block = ARENA_ARRAY(parting->arena, uint32_t, boxes);
    parting->taken = ARENA_ARRAY(parting->arena, uint32_t, boxes);
    for (uint32_t box = 0; box < boxes; box++)
        parting->block[box] = NONE;
    for (MapColumn column = MAP_need; column < MAP_COLUMN_COUNT; column++) {
        for (uint32_t box = 0; box < boxes; box++) {
            if (column_of(parting, box) != column || parting->block[box] != NONE)
                continue;
            parting->block_count++;
            block_take(parting, box);
        }
    }
    for (uint32_t box = 0; box < boxes; box++)
        if (column_of(parting, box) == MAP_aspiration)
            parting->block[box] = block_of_hope(parting, box);
    if (parting->block_count == 0 && boxes > 0)
        parting->block_count = 1; /* nothing but hopes */
}

/* Sorts the boxes by block: hopes first, then each box before what hangs on it. */
static void blocks_order(Parting *parting)
{
    size_t boxes = parting->map->boxes.count;
    uint32_t *first = ARENA_ARRAY(parting->arena, uint32_t, parting->block_count + 2);
    parting->order = ARENA_ARRAY(parting->arena, uint32_t, boxes);
    for (uint32_t box = 0; box < boxes; box++)
        first[parting->block[box] + 2]++;
    for (uint32_t block = 2; block < parting->block_count + 2; block++)
        first[block] += first[block - 1];
    for (uint32_t box = 0; box < boxes; box++)
        if (column_of(parting, box) == MAP_aspiration)
            parting->order[first[parting->block[box] + 1]++] = box;
    for (size_t i = 0; i < parting->taken_count; i++)
        parting->order[first[parting->block[parting->taken[i]] + 1]++] = parting->taken[i];
    parting->block_first = first;
}

/* ---- filling bands ---- */

/* How full a band is. */
typedef struct Load {
    size_t boxes, column[MAP_COLUMN_COUNT];
} Load;

static Load load_of(const Parting *parting, const uint32_t *order, size_t count)
{
    Load load = {.boxes = count};
    for (size_t i = 0; i < count; i++)
        load.column[column_of(parting, order[i])]++;
    return load;
}

static Load load_sum(Load a, Load b)
{
    a.boxes += b.boxes;
    for (int column = 0; column < MAP_COLUMN_COUNT; column++)
        a.column[column] += b.column[column];
    return a;
}

static bool is_within(Load load, size_t most, size_t column_most)
{
    for (int column = 0; column < MAP_COLUMN_COUNT; column++)
        if (load.column[column] > column_most)
            return false;
    return load.boxes <= most;
}

/* How many boxes a band should have so that all bands come out about equal. */
static size_t fair_share(Load whole)
{
    size_t bands = (whole.boxes + BAND_BOXES_MOST - 1) / BAND_BOXES_MOST;
    for (int column = 0; column < MAP_COLUMN_COUNT; column++) {
        size_t wanted = (whole.column[column] + BAND_COLUMN_MOST - 1) / BAND_COLUMN_MOST;
        bands = wanted > bands ? wanted : bands;
    }
    return bands ? (whole.boxes + bands - 1) / bands : 0;
}

/* Puts the boxes of one block into the band, and what does not fit into further ones. */
static Load block_put(Parting *parting, Load load, const uint32_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Load sum = load_sum(load, load_of(parting, &order[i], 1));
        if (!is_within(sum, BAND_BOXES_MOST, BAND_COLUMN_MOST)) {
            parting->band_count++;
            sum = load_of(parting, &order[i], 1);
        }
        parting->band[order[i]] = parting->band_count;
        load = sum;
    }
    return load;
}

static void bands_fill(Parting *parting, Load whole)
{
    Load load = {.boxes = 0};
    size_t share = fair_share(whole);
    for (uint32_t block = 0; block < parting->block_count; block++) {
        const uint32_t *order = parting->order + parting->block_first[block];
        size_t count = parting->block_first[block + 1] - parting->block_first[block];
        Load sum = load_sum(load, load_of(parting, order, count));
        bool fits = is_within(sum, BAND_BOXES_MOST, BAND_COLUMN_MOST) && load.boxes + count / 2 <= share;
        if (!fits && load.boxes > 0) {
            parting->band_count++;
            load = (Load){.boxes = 0};
        }
        load = block_put(parting, load, order, count);
    }
    parting->band_count += load.boxes > 0;
}

/* Gives each box its band; returns how many are left out of the drawing. */
static size_t bands_assign(Parting *parting)
{
    size_t boxes = parting->map->boxes.count, left_out = 0;
    parting->band = ARENA_ARRAY(parting->arena, uint32_t, boxes);
    Load whole = load_of(parting, parting->order, boxes);
    if (is_within(whole, BAND_BOXES_MOST, WHOLE_COLUMN_MOST))
        parting->band_count = boxes > 0;
    else
        bands_fill(parting, whole);
    for (size_t i = DRAWN_MOST; i < boxes; i++) {
        parting->band[parting->order[i]] = NONE;
        left_out++;
    }
    if (left_out)
        parting->band_count = parting->band[parting->order[DRAWN_MOST - 1]] + 1;
    return left_out;
}

/* ---- boxes and links of each band ---- */

static void boxes_collect(const Parting *parting, Bands *bands)
{
    size_t boxes = parting->map->boxes.count;
    for (size_t box = 0; box < boxes; box++)
        if (parting->band[box] != NONE)
            bands->at[parting->band[box]].box_count++;
    for (size_t i = 0; i < bands->count; i++) {
        Band *band = &bands->at[i];
        band->boxes = ARENA_ARRAY(parting->arena, BandBox, band->box_count + BAND_REPEATS_MOST);
        band->box_count = 0;
    }
    for (uint32_t box = 0; box < boxes; box++) {
        if (parting->band[box] == NONE)
            continue;
        Band *band = &bands->at[parting->band[box]];
        band->boxes[band->box_count++] = (BandBox){box, false};
    }
}

static uint32_t band_find(const Band *band, uint32_t box)
{
    for (uint32_t i = 0; i < band->box_count; i++)
        if (band->boxes[i].box == box)
            return i;
    return NONE;
}

/* Shows `box` again in `band`, at its place in the order of the records. False when no more may be. */
static bool band_repeat(Band *band, uint32_t box)
{
    if (band_find(band, box) != NONE)
        return true;
    size_t repeats = 0;
    for (size_t i = 0; i < band->box_count; i++)
        repeats += band->boxes[i].repeated;
    if (repeats == BAND_REPEATS_MOST)
        return false;
    size_t at = band->box_count++;
    for (; at > 0 && band->boxes[at - 1].box > box; at--)
        band->boxes[at] = band->boxes[at - 1];
    band->boxes[at] = (BandBox){box, true};
    return true;
}

/* The band that draws a link: the later of its two ends'. NONE when an end is not drawn or there is no link.
 */
static uint32_t band_of_link(const Parting *parting, MapLink link)
{
    if (!is_drawable(parting->map, link))
        return NONE;
    uint32_t from = parting->band[link.from], to = parting->band[link.to];
    return from > to ? from : to;
}

/* First the boxes that are shown again, then the links: a box that joins moves those behind it. */
static void links_collect(const Parting *parting, Bands *bands)
{
    const Map *map = parting->map;
    for (size_t i = 0; i < map->links.count; i++) {
        MapLink link = map->links.at[i];
        uint32_t band = band_of_link(parting, link);
        if (band == NONE)
            continue;
        if (band_repeat(&bands->at[band], link.from) && band_repeat(&bands->at[band], link.to))
            bands->at[band].link_count++;
    }
    for (size_t i = 0; i < bands->count; i++) {
        Band *band = &bands->at[i];
        size_t room = band->link_count < BAND_LINKS_MOST ? band->link_count : BAND_LINKS_MOST;
        band->links = ARENA_ARRAY(parting->arena, BandLink, room);
        band->link_count = 0;
    }
}

/* False when the band has no room for the link. */
static bool band_link(const Parting *parting, Band *band, MapLink link)
{
    MapLink turned = link_turned(parting, link);
    uint32_t left = band_find(band, turned.from), right = band_find(band, turned.to);
    if (left == NONE || right == NONE || band->link_count == BAND_LINKS_MOST)
        return false;
    band->links[band->link_count++] = (BandLink){left, right, turned.from != link.from};
    return true;
}

static void links_put(const Parting *parting, Bands *bands)
{
    const Map *map = parting->map;
    for (size_t i = 0; i < map->links.count; i++) {
        MapLink link = map->links.at[i];
        uint32_t band = band_of_link(parting, link);
        if (is_drawable(map, link) && (band == NONE || !band_link(parting, &bands->at[band], link)))
            bands->links_left_out++;
    }
}

Bands bands_part(const Map *map, Arena *arena)
{
    Parting parting = {.map = map, .arena = arena};
    Bands bands = {.count = 0};
    neighbours_index(&parting);
    blocks_find(&parting);
    blocks_order(&parting);
    bands.boxes_left_out = bands_assign(&parting);
    bands.count = parting.band_count;
    bands.at = ARENA_ARRAY(arena, Band, bands.count);
    boxes_collect(&parting, &bands);
    links_collect(&parting, &bands);
    links_put(&parting, &bands);
    return bands;
}
