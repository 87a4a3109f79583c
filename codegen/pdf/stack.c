/* Lays out paragraphs and lists. In: blocks; out: entries with their labels, elements and places. Knows
 * nothing of pages but the one being painted. */
#include "codegen/pdf/stack.h"

#include <stdlib.h>

/* Lists in lists step in no further than this. */
#define MOST_INDENT (COLUMN / 3)

/* What the walk into lists carries along. */
typedef struct ListPlace {
    int32_t indent;
    TextBlock *label; /* for the first paragraph of an item */
    int32_t hang;
    Str ids[2]; /* of the list and the item, for the first paragraph */
} ListPlace;

static void blocks_add(Writer *writer, Stack *stack, const Blocks *blocks, Element *parent, ListPlace *place);

void stack_free(Stack *stack)
{
    free(stack->entries.at);
    *stack = (Stack){0};
}

static RoleName paragraph_role(const Stack *stack, ParagraphStyle style)
{
    static const RoleName of_style[] = {[PARAGRAPH_body] = ROLE_body,
                                        [PARAGRAPH_lead] = ROLE_lead,
                                        [PARAGRAPH_quote] = ROLE_quote,
                                        [PARAGRAPH_note] = ROLE_note,
                                        [PARAGRAPH_small] = ROLE_small};
    if (stack->in_cell && style != PARAGRAPH_small)
        return stack->head ? ROLE_head_cell : ROLE_cell;
    return of_style[style];
}

/* Takes what waits for an item's first paragraph. */
static StackEntry entry_of(ListPlace *place, Str id)
{
    StackEntry entry = {.indent = place->indent, .label = place->label, .hang = place->hang};
    entry.ids[0] = place->ids[0];
    entry.ids[1] = place->ids[1];
    entry.ids[2] = id;
    *place = (ListPlace){.indent = place->indent};
    return entry;
}

static void paragraph_add(Writer *writer, Stack *stack, const Block *block, Element *parent, ListPlace *place)
{
    ParagraphStyle style = block->as.paragraph.style;
    RoleName role = paragraph_role(stack, style);
    StackEntry entry = entry_of(place, block->id);
    if (style == PARAGRAPH_note && !stack->in_cell)
        parent = element_new(&writer->structure, parent, ELEMENT_Note);
    Element *element = element_new(&writer->structure, parent, ELEMENT_P);
    entry.text = textblock_new(writer, element, &block->as.paragraph.runs, role, stack->numeric);
    if (stack->numeric)
        entry.text->alignment = ALIGN_right;
    entry.before = role_before(writer, role);
    entry.after = role_after(writer, role);
    ARRAY_ADD(&stack->entries, entry);
}

/* How wide the widest label is, with the space behind it. */
static int32_t label_width(const Writer *writer, const Block *list)
{
    int32_t digits = 1;
    for (size_t count = list->as.list.items.count; count >= 10; count /= 10)
        digits++;
    return percent_of_size(writer, list->as.list.ordered ? 95 + 60 * digits : 130);
}

static void list_add(Writer *writer, Stack *stack, const Block *block, Element *parent,
                     const ListPlace *outer)
{
    Element *list = element_new(&writer->structure, parent, ELEMENT_L);
    list->numbering = block->as.list.ordered ? "Decimal" : "Disc";
    int32_t hang = label_width(writer, block);
    for (size_t i = 0; i < block->as.list.items.count; i++) {
        const Item *item = &block->as.list.items.at[i];
        Element *element = element_new(&writer->structure, list, ELEMENT_LI);
        Element *label = element_new(&writer->structure, element, ELEMENT_Lbl);
        Element *body = element_new(&writer->structure, element, ELEMENT_LBody);
        Str sign = block->as.list.ordered ? arena_format(&writer->arena, "%zu.", i + 1) : STR("•");
        int32_t indent = outer->indent < MOST_INDENT ? outer->indent + hang : outer->indent;
        ListPlace place = {.indent = indent, .hang = hang, .ids = {{0}, item->id}};
        place.ids[0] = i == 0 ? block->id : (Str){0};
        place.label = textblock_of(writer, label, sign, stack->in_cell ? ROLE_cell : ROLE_body);
        size_t first = stack->entries.count;
        blocks_add(writer, stack, &item->body, body, &place);
        for (size_t k = first; k < stack->entries.count; k++)
            stack->entries.at[k].after = role_after(writer, ROLE_cell);
    }
    if (stack->entries.count > 0 && outer->indent == 0)
        stack->entries.at[stack->entries.count - 1].after =
            role_after(writer, stack->in_cell ? ROLE_cell : ROLE_body);
}

static void block_add(Writer *writer, Stack *stack, const Block *block, Element *parent, ListPlace *place)
{
    switch (block->kind) {
    case BLOCK_paragraph: paragraph_add(writer, stack, block, parent, place); break;
    case BLOCK_list: list_add(writer, stack, block, parent, place); break;
    case BLOCK_section:
    case BLOCK_table:
    case BLOCK_figure: {
        StackEntry entry = entry_of(place, block->id);
        entry.other = block;
        entry.parent = parent;
        ARRAY_ADD(&stack->entries, entry);
        break;
    }
    }
}

static void blocks_add(Writer *writer, Stack *stack, const Blocks *blocks, Element *parent, ListPlace *place)
{
    for (const Block *block = blocks->first; block; block = block->next)
        block_add(writer, stack, block, parent, place);
}

void stack_add(Writer *writer, Stack *stack, const Blocks *blocks, Element *parent)
{
    ListPlace place = {0};
    blocks_add(writer, stack, blocks, parent, &place);
}

void stack_add_block(Writer *writer, Stack *stack, const Block *block, Element *parent)
{
    ListPlace place = {0};
    block_add(writer, stack, block, parent, &place);
}

static int64_t stack_width(const Stack *stack, int64_t (*width_of)(const Passage *))
{
    int64_t widest = 0;
    for (size_t i = 0; i < stack->entries.count; i++) {
        const StackEntry *entry = &stack->entries.at[i];
        int64_t width = entry->text ? entry->indent + width_of(entry->text->passage) : 0;
        widest = width > widest ? width : widest;
    }
    return widest;
}

int64_t stack_minimum_width(const Stack *stack)
{
    return stack_width(stack, passage_minimum_width);
}

int64_t stack_natural_width(const Stack *stack)
{
    return stack_width(stack, passage_natural_width);
}

void stack_fit(Writer *writer, Stack *stack, int32_t width)
{
    int32_t least = percent_of_size(writer, 100);
    for (size_t i = 0; i < stack->entries.count; i++) {
        StackEntry *entry = &stack->entries.at[i];
        int32_t rest = width - entry->indent > least ? width - entry->indent : least;
        if (entry->text)
            textblock_fit(entry->text, rest);
        if (entry->label)
            textblock_fit(entry->label, entry->hang);
    }
}

/* The space between an entry and the one above it. */
static int32_t gap_above(const Stack *stack, size_t i)
{
    if (i == 0)
        return 0;
    int32_t after = stack->entries.at[i - 1].after, before = stack->entries.at[i].before;
    return after > before ? after : before;
}

int32_t stack_rest_height(const Stack *stack, const StackCursor *cursor)
{
    int32_t height = 0;
    for (size_t i = cursor->entry; i < stack->entries.count; i++) {
        const TextBlock *text = stack->entries.at[i].text;
        uint32_t first = i == cursor->entry ? cursor->line : 0;
        if (text)
            height += (i > cursor->entry ? gap_above(stack, i) : 0) +
                      textblock_height(text, first, text->lines.count);
    }
    return height;
}

int32_t stack_height(const Stack *stack)
{
    return stack_rest_height(stack, &(StackCursor){0, 0});
}

int32_t entry_left(const Writer *writer, const StackEntry *entry, int32_t left)
{
    return writer->leftwards ? left : left + entry->indent;
}

void entry_begin(Writer *writer, const StackEntry *entry, int32_t left, int32_t top)
{
    for (size_t i = 0; i < 3; i++)
        anchor_place(writer, entry->ids[i], left, top);
    if (!entry->label)
        return;
    int32_t start = writer->leftwards ? left + entry->text->width : left - entry->hang;
    textblock_paint(writer, entry->label, 0, 1, start, top);
}

bool stack_done(const Stack *stack, const StackCursor *cursor)
{
    return cursor->entry >= stack->entries.count;
}

/* Where the lines from `first` on must stop to stay within `room`, with no line left alone on either page. */
static uint32_t lines_fitting(const TextBlock *text, uint32_t first, int32_t room)
{
    uint32_t end = first, count = (uint32_t)text->lines.count;
    int32_t height = 0;
    while (end < count && height + textblock_line_height(text, end) <= room)
        height += textblock_line_height(text, end++);
    if (end == count)
        return end;
    end -= end > first && end + 1 == count;
    return end < first + 2 ? first : end;
}

/* Paints lines of one entry; returns the height used, and in `*all` whether it was the rest of them. */
static int32_t entry_paint(Writer *writer, const StackEntry *entry, StackCursor *cursor, int32_t left,
                           int32_t top, int32_t room, bool forced, bool *all)
{
    const TextBlock *text = entry->text;
    uint32_t end = lines_fitting(text, cursor->line, room);
    if (forced && end == cursor->line)
        end++;
    int32_t height = textblock_height(text, cursor->line, end);
    *all = end == text->lines.count;
    if (end == cursor->line)
        return 0;
    if (cursor->line == 0)
        entry_begin(writer, entry, entry_left(writer, entry, left), top);
    textblock_paint(writer, entry->text, cursor->line, end, entry_left(writer, entry, left), top);
    cursor->line = end;
    return height;
}

int32_t stack_paint(Writer *writer, const Stack *stack, StackCursor *cursor, int32_t left, int32_t top,
                    int32_t room, bool forced)
{
    int32_t used = 0;
    size_t first = cursor->entry;
    while (!stack_done(stack, cursor)) {
        const StackEntry *entry = &stack->entries.at[cursor->entry];
        int32_t gap = cursor->entry > first ? gap_above(stack, cursor->entry) : 0;
        bool all = true;
        if (entry->text) {
            int32_t height = entry_paint(writer, entry, cursor, left, top + used + gap, room - used - gap,
                                         forced && used == 0, &all);
            used += height > 0 ? gap + height : 0;
        }
        if (!all)
            break;
        *cursor = (StackCursor){cursor->entry + 1, 0};
    }
    return used;
}
