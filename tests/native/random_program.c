/* Programs at random: expressions of each type put together from all operations, as typing would let through,
 * and a little beyond. In: a random number; out: a program of rules on random kinds. */
#include "tests/native/random.h"

#include "sema/check/typing.h"

#include <stddef.h>
#include <stdlib.h>

typedef struct Growing {
    Random *random;
    ProgramParts parts;
    RecordKind frames[CHECK_DEPTH_MOST + 1]; /* KIND_file: a value that is no record … */
    uint8_t values[CHECK_DEPTH_MOST + 1];    /* … but of this type */
    unsigned depth;
} Growing;

static NodeId any(Growing *growing, CheckTypeId type, unsigned room);

static NodeId add(Growing *growing, CheckNode node)
{
    ARRAY_ADD(&growing->parts.nodes, node);
    return (NodeId)growing->parts.nodes.count - 1;
}

static CheckNode node_of(CheckOp op, CheckTypeId type, uint16_t of, NodeId a, NodeId b)
{
    return (CheckNode){.op = (uint8_t)op,
                       .type = {.id = (uint8_t)type},
                       .of = of,
                       .a = a,
                       .b = b,
                       .c = NODE_NONE,
                       .amount = AMOUNT_NONE,
                       .text = {"", 0}};
}

static uint32_t below(Growing *growing, uint32_t count)
{
    return random_below(growing->random, count);
}

/* ---- records ---- */

static NodeId item(Growing *growing, unsigned depth)
{
    bool is_record = growing->frames[depth].kind != KIND_file;
    CheckNode node = node_of(CHECK_OP_item, is_record ? CHECK_record : (CheckTypeId)growing->values[depth],
                             (uint16_t)depth, NODE_NONE, NODE_NONE);
    node.type.of = growing->frames[depth].kind;
    return add(growing, node);
}

/* The only kind a reference leads to, else KIND_file. */
static Kind kind_led_to(const Field *field)
{
    CheckType type = type_of_field(field);
    return type.id == CHECK_record ? (Kind)type.of : KIND_file;
}

static NodeId record_named(Growing *growing, NodeId record, Kind *kind)
{
    const KindInfo *info = schema_kind(*kind);
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        const Field *field = schema_field(id);
        Kind led = kind_led_to(field);
        if (led == KIND_file || field->many == MANY_list || below(growing, 2))
            continue;
        CheckNode node = node_of(CHECK_OP_field, CHECK_record, (uint16_t)id, record, NODE_NONE);
        node.type.of = (uint16_t)led;
        *kind = led;
        return add(growing, node);
    }
    return record;
}

/* A record that facts can be asked of: what is gone through, what it stands in, what it names. */
static NodeId record_of(Growing *growing, Kind *kind)
{
    static const uint8_t outers[] = {KIND_plan, KIND_pupil, KIND_section, KIND_school, KIND_outcome};
    unsigned depth = below(growing, growing->depth + 1);
    while (growing->frames[depth].kind == KIND_file)
        depth--;
    *kind = (Kind)growing->frames[depth].kind;
    NodeId record = item(growing, depth);
    if (below(growing, 3) == 0) {
        *kind = (Kind)outers[below(growing, sizeof outers)];
        CheckNode node = node_of(CHECK_OP_outer, CHECK_record, (uint16_t)*kind, record, NODE_NONE);
        node.type.of = (uint16_t)*kind;
        record = add(growing, node);
    }
    return below(growing, 4) ? record : record_named(growing, record, kind);
}

/* ---- facts ---- */

/* A fact of the record of that type, one or a list; NODE_NONE where it has none. */
static NodeId fact(Growing *growing, NodeId record, Kind kind, CheckTypeId type, bool is_list)
{
    const KindInfo *info = schema_kind(kind);
    CheckNode found = {.op = CHECK_OP_today};
    uint32_t met = 0;
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        const Field *field = schema_field(id);
        CheckType has = type_of_field(field);
        if (has.id != type || (field->many == MANY_list) != is_list || below(growing, ++met))
            continue;
        found =
            node_of(is_list ? CHECK_OP_list_field : CHECK_OP_field, type, (uint16_t)id, record, NODE_NONE);
        found.type.of = has.of;
    }
    for (DerivedId id = 0; id < DERIVED_COUNT; id++) {
        const DerivedInfo *fact_info = derived_info(id);
        if (fact_info->kind != kind || fact_info->type.id != type || fact_info->type.is_list != is_list ||
            below(growing, ++met))
            continue;
        found = node_of(is_list ? CHECK_OP_list_derived : CHECK_OP_derived, type, (uint16_t)id, record,
                        NODE_NONE);
        found.type.of = fact_info->type.of;
    }
    found.type.is_list = is_list;
    return met ? add(growing, found) : NODE_NONE;
}

static NodeId fact_of_some(Growing *growing, CheckTypeId type, bool is_list)
{
    for (unsigned tries = 0; tries < 6; tries++) {
        Kind kind;
        NodeId record = record_of(growing, &kind);
        NodeId found = fact(growing, record, kind, type, is_list);
        if (found != NODE_NONE)
            return found;
    }
    return NODE_NONE;
}

/* ---- lists ---- */

static RelationId relation_to_kind(Growing *growing, Kind kind)
{
    RelationId found = RELATION_COUNT;
    uint32_t met = 0;
    for (RelationId id = 0; id < RELATION_COUNT; id++)
        if (relation_to(id) == kind && below(growing, ++met) == 0)
            found = id;
    return found;
}

static NodeId rows(Growing *growing, RecordKind *of)
{
    static const uint8_t kinds[] = {KIND_plan,    KIND_need,   KIND_outcome, KIND_provision, KIND_section,
                                    KIND_meeting, KIND_review, KIND_advice,  KIND_result,    KIND_pupil};
    static const uint8_t ops[] = {CHECK_OP_rows_inside, CHECK_OP_rows_of_plan, CHECK_OP_rows_of_pupil,
                                  CHECK_OP_rows_all, CHECK_OP_rows_naming};
    Kind kind;
    NodeId record = record_of(growing, &kind);
    *of = (RecordKind){kinds[below(growing, sizeof kinds)], (uint8_t)below(growing, 3)};
    CheckOp op = (CheckOp)ops[below(growing, sizeof ops)];
    uint16_t by = of->kind;
    RelationId relation = relation_to_kind(growing, kind);
    if (op == CHECK_OP_rows_naming && relation == RELATION_COUNT)
        op = CHECK_OP_rows_of_plan;
    if (op == CHECK_OP_rows_naming) {
        by = (uint16_t)relation;
        of->kind = (uint8_t)relation_from(relation);
    }
    CheckNode list = node_of(op, CHECK_record, by, op == CHECK_OP_rows_all ? NODE_NONE : record, NODE_NONE);
    list.type = (CheckType){CHECK_record, 1, of->kind};
    list.number = of->variant;
    return add(growing, list);
}

/* A list of records, or of values of some type. */
static NodeId list_of(Growing *growing, RecordKind *of, uint8_t *type)
{
    static const uint8_t types[] = {CHECK_day, CHECK_text, CHECK_who, CHECK_choice, CHECK_record};
    *type = types[below(growing, sizeof types)];
    NodeId list = below(growing, 2) ? fact_of_some(growing, (CheckTypeId)*type, true) : NODE_NONE;
    *of = (RecordKind){KIND_file, 0};
    if (list != NODE_NONE)
        return list;
    *type = CHECK_record;
    return rows(growing, of);
}

static NodeId fold(Growing *growing, CheckOp op, CheckTypeId type, unsigned room)
{
    RecordKind of;
    uint8_t values;
    NodeId list = list_of(growing, &of, &values);
    unsigned depth = ++growing->depth;
    growing->frames[depth] = of;
    growing->values[depth] = values;
    NodeId where = below(growing, 2) ? any(growing, CHECK_yes_no, room / 2) : NODE_NONE;
    bool sums = op == CHECK_OP_total || op == CHECK_OP_average, counts = op == CHECK_OP_count;
    NodeId body = sums                ? any(growing, CHECK_amount, room / 2)
                  : counts            ? NODE_NONE
                  : below(growing, 4) ? any(growing, CHECK_yes_no, room / 2)
                                      : NODE_NONE;
    growing->depth--;
    CheckNode node = node_of(op, type, (uint16_t)depth, list, where);
    node.c = body;
    if (sums)
        node.type.of = (uint16_t)below(growing, DIMENSION_COUNT);
    return add(growing, node);
}

static NodeId includes(Growing *growing, unsigned room)
{
    RecordKind of;
    uint8_t values;
    NodeId list = list_of(growing, &of, &values);
    CheckTypeId wanted = (CheckTypeId)growing->parts.nodes.at[list].type.id;
    return add(growing, node_of(CHECK_OP_includes, CHECK_yes_no, 0, list, any(growing, wanted, room / 2)));
}

/* ---- expressions ---- */

static NodeId constant(Growing *growing, CheckTypeId type)
{
    CheckNode node = node_of(CHECK_OP_constant, type, 0, NODE_NONE, NODE_NONE);
    Random *random = growing->random;
    switch (type) {
    case CHECK_yes_no: node.number = below(growing, 2); break;
    case CHECK_amount: node.amount = random_amount(random, (Unit)(1 + below(growing, UNIT_COUNT - 1))); break;
    case CHECK_day: node.number = random_day(random); break;
    case CHECK_choice: node.number = 1 + below(growing, 5); break;
    case CHECK_who:
        if (below(growing, 3))
            node.number = 1 + below(growing, choice_count(CHOICES_post) - 1);
        else
            node.text = random_text(random);
        break;
    case CHECK_text:
    case CHECK_record:
    case CHECK_shape: node.text = random_text(random); break;
    }
    return add(growing, node);
}

static NodeId pair(Growing *growing, CheckOp op, CheckTypeId type, CheckTypeId of, unsigned room)
{
    NodeId a = any(growing, of, room / 2), b = any(growing, of, room / 2);
    return add(growing, node_of(op, type, 0, a, b));
}

static NodeId words(Growing *growing, unsigned room)
{
    NodeId text =
        below(growing, 3) ? any(growing, CHECK_text, room / 2) : fact_of_some(growing, CHECK_text, true);
    if (text == NODE_NONE)
        text = any(growing, CHECK_text, 0);
    CheckNode node =
        node_of(below(growing, 2) ? CHECK_OP_says : CHECK_OP_matches, CHECK_yes_no, 0, text, NODE_NONE);
    node.text = random_text(growing->random);
    return add(growing, node);
}

static NodeId given(Growing *growing, unsigned room)
{
    RecordKind of;
    uint8_t values;
    NodeId asked = below(growing, 4) == 0
                       ? list_of(growing, &of, &values)
                       : any(growing, (CheckTypeId)below(growing, CHECK_shape + 1), room / 2);
    return add(growing, node_of(CHECK_OP_given, CHECK_yes_no, 0, asked, NODE_NONE));
}

static NodeId asks_kind(Growing *growing, unsigned room)
{
    static const uint8_t kinds[] = {KIND_plan, KIND_need, KIND_aspiration, KIND_outcome, KIND_pupil};
    NodeId record = any(growing, CHECK_record, room / 2);
    CheckNode node =
        node_of(CHECK_OP_is_kind, CHECK_yes_no, kinds[below(growing, sizeof kinds)], record, NODE_NONE);
    node.number = below(growing, 3);
    return add(growing, node);
}

static NodeId yes_no(Growing *growing, unsigned room)
{
    static const uint8_t equal[] = {CHECK_yes_no, CHECK_amount, CHECK_day,   CHECK_text,
                                    CHECK_choice, CHECK_who,    CHECK_record};
    bool goes_deeper = growing->depth < CHECK_DEPTH_MOST;
    switch (below(growing, goes_deeper ? 15 : 12)) {
    case 0: return constant(growing, CHECK_yes_no);
    case 1:
        return add(growing,
                   node_of(CHECK_OP_not, CHECK_yes_no, 0, any(growing, CHECK_yes_no, room - 1), NODE_NONE));
    case 2: return pair(growing, CHECK_OP_and, CHECK_yes_no, CHECK_yes_no, room);
    case 3: return pair(growing, CHECK_OP_or, CHECK_yes_no, CHECK_yes_no, room);
    case 4:
    case 5:
        return pair(growing, CHECK_OP_equal, CHECK_yes_no, (CheckTypeId)equal[below(growing, sizeof equal)],
                    room);
    case 6:
        return pair(growing, below(growing, 2) ? CHECK_OP_less : CHECK_OP_at_most, CHECK_yes_no,
                    below(growing, 3) ? CHECK_amount : CHECK_day, room);
    case 7: return words(growing, room);
    case 8: return given(growing, room);
    case 9: return asks_kind(growing, room);
    case 10:
    case 11: return fact_of_some(growing, CHECK_yes_no, false);
    case 12: return includes(growing, room);
    default: return fold(growing, below(growing, 2) ? CHECK_OP_every : CHECK_OP_some, CHECK_yes_no, room);
    }
}

static NodeId amount(Growing *growing, unsigned room)
{
    static const uint8_t pairs[] = {CHECK_OP_add, CHECK_OP_subtract, CHECK_OP_multiply, CHECK_OP_divide};
    bool goes_deeper = growing->depth < CHECK_DEPTH_MOST;
    switch (below(growing, goes_deeper ? 10 : 7)) {
    case 0: return constant(growing, CHECK_amount);
    case 1: return add(growing, node_of(CHECK_OP_limit, CHECK_amount, 0, NODE_NONE, NODE_NONE));
    case 2:
        return add(growing, node_of(CHECK_OP_negate, CHECK_amount, 0, any(growing, CHECK_amount, room - 1),
                                    NODE_NONE));
    case 3:
    case 4: return pair(growing, (CheckOp)pairs[below(growing, 4)], CHECK_amount, CHECK_amount, room);
    case 5: return pair(growing, CHECK_OP_subtract, CHECK_amount, CHECK_day, room);
    case 6: return fact_of_some(growing, CHECK_amount, false);
    case 7: return fold(growing, CHECK_OP_count, CHECK_amount, room);
    case 8: return fold(growing, CHECK_OP_total, CHECK_amount, room);
    default: return fold(growing, CHECK_OP_average, CHECK_amount, room);
    }
}

static NodeId day(Growing *growing, unsigned room)
{
    if (below(growing, 4) == 0)
        return add(growing, node_of(CHECK_OP_today, CHECK_day, 0, NODE_NONE, NODE_NONE));
    if (below(growing, 3))
        return fact_of_some(growing, CHECK_day, false);
    NodeId from = any(growing, CHECK_day, room / 2), length = any(growing, CHECK_amount, room / 2);
    return add(growing,
               node_of(below(growing, 2) ? CHECK_OP_add : CHECK_OP_subtract, CHECK_day, 0, from, length));
}

static NodeId record(Growing *growing)
{
    Kind kind;
    NodeId found = below(growing, 2) ? fact_of_some(growing, CHECK_record, false) : NODE_NONE;
    return found == NODE_NONE ? record_of(growing, &kind) : found;
}

/* What is gone through, where it is of that type. */
static NodeId value_gone_through(Growing *growing, CheckTypeId type)
{
    unsigned depth = growing->depth;
    bool fits = growing->frames[depth].kind == KIND_file && growing->values[depth] == type;
    return fits && below(growing, 2) ? item(growing, depth) : NODE_NONE;
}

static NodeId any(Growing *growing, CheckTypeId type, unsigned room)
{
    NodeId found = value_gone_through(growing, type);
    if (found == NODE_NONE && room > 1 && type == CHECK_yes_no)
        found = yes_no(growing, room);
    else if (found == NODE_NONE && room > 1 && type == CHECK_amount)
        found = amount(growing, room);
    else if (found == NODE_NONE && room > 1 && type == CHECK_day)
        found = day(growing, room);
    else if (found == NODE_NONE && type == CHECK_record && below(growing, 4))
        found = record(growing);
    else if (found == NODE_NONE && below(growing, 5))
        found = fact_of_some(growing, type, false);
    return found == NODE_NONE ? constant(growing, type) : found;
}

/* ---- rules ---- */

static void add_rule(Growing *growing, uint32_t number, Arena *arena)
{
    static const uint8_t kinds[] = {KIND_plan,    KIND_need,   KIND_outcome, KIND_provision,
                                    KIND_meeting, KIND_review, KIND_pupil,   KIND_school};
    growing->frames[0] = (RecordKind){kinds[below(growing, sizeof kinds)], (uint8_t)below(growing, 3)};
    growing->depth = 0;
    CheckRule rule = {.check = number, .on = growing->frames[0], .asked = FIELD_COUNT};
    rule.when = below(growing, 2) ? any(growing, CHECK_yes_no, 10) : NODE_NONE;
    rule.require = any(growing, CHECK_yes_no, 4 + below(growing, 40));
    Check check = {
        .rule = {.name = arena_format(arena, "random-%u", (unsigned)number), .severity = SEVERITY_warning},
        .limit = random_amount(growing->random, UNIT_day),
        .in_force_from = DAY_MISSING,
        .in_force_until = DAY_MISSING};
    ARRAY_ADD(&growing->parts.rules, rule);
    ARRAY_ADD(&growing->parts.checks, check);
}

/* Kept in the arena, as what is compiled is. */
#define KEEP(program, arena, parts, one, many)                                                               \
    ((program).one##_count = (uint32_t)(parts).many.count,                                                   \
     (program).many = arena_copy((arena), (parts).many.at, (parts).many.count * sizeof *(parts).many.at,     \
                                 alignof(max_align_t)),                                                      \
     free((parts).many.at))

Program random_program(Random *random, uint32_t count, Arena *arena)
{
    Growing growing = {.random = random};
    Program program = {0};
    for (uint32_t i = 0; i < count; i++)
        add_rule(&growing, i, arena);
    KEEP(program, arena, growing.parts, check, checks);
    KEEP(program, arena, growing.parts, rule, rules);
    KEEP(program, arena, growing.parts, node, nodes);
    return program;
}
