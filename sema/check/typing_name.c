/* Names: what a word of a condition stands for. In: the name and what is gone through; out: a node, or the
 * name back as a value that something else must explain. */
#include "sema/check/typing.h"

/* ---- types of facts ---- */

/* A reference that leads to one kind only says which. */
static uint16_t only_target(uint32_t of)
{
    Kind found = KIND_file;
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        if (!schema_leads_to(of, kind))
            continue;
        if (found != KIND_file)
            return KIND_file;
        found = kind;
    }
    return (uint16_t)found;
}

CheckType type_of_field(const Field *field)
{
    switch ((Type)field->type) {
    case TYPE_code:
    case TYPE_name:
    case TYPE_text:
    case TYPE_long_text: return TYPE_OF(CHECK_text, 0);
    case TYPE_date:
    case TYPE_start_date: return TYPE_OF(CHECK_day, 0);
    case TYPE_school_year:
    case TYPE_year_group:
    case TYPE_number: return TYPE_OF(CHECK_amount, DIMENSION_number);
    case TYPE_clock:
    case TYPE_duration: return TYPE_OF(CHECK_amount, DIMENSION_time);
    case TYPE_money:
    case TYPE_price: return TYPE_OF(CHECK_amount, DIMENSION_money);
    case TYPE_amount:
    case TYPE_span:
    case TYPE_score: return TYPE_OF(CHECK_amount, DIMENSION_none);
    case TYPE_who: return TYPE_OF(CHECK_who, 0);
    case TYPE_reference:
    case TYPE_named: return TYPE_OF(CHECK_record, only_target(field->of));
    case TYPE_choice: return TYPE_OF(CHECK_choice, field->of);
    case TYPE_flag: return TYPE_OF(CHECK_yes_no, 0);
    case TYPE_dosage:
    case TYPE_group_size:
    case TYPE_record_kind:
    case TYPE_condition:
    case TYPE_sample:
    case TYPE_COUNT: break;
    }
    return TYPE_OF(CHECK_shape, 0);
}

/* ---- what a record has ---- */

static bool field_is_called(Typing *typing, const Field *field, Str text)
{
    if (field->place == PLACE_OWNED) {
        const Field *owner = schema_field(field->owner);
        Str whole =
            arena_format(typing->arena, STR_FMT " " STR_FMT, STR_ARG(owner->key), STR_ARG(field->key));
        if (field->key.length && str_equal_folded(whole, text))
            return true;
    } else if (field->key.length && str_equal_folded(field->key, text)) {
        return true;
    }
    return str_equal_folded(schema_name_spaced(typing->arena, field->name), text);
}

static FieldId field_named(Typing *typing, Kind kind, Str text)
{
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++)
        if (field_is_called(typing, schema_field(id), text))
            return id;
    return FIELD_COUNT;
}

static Typed fact_of(Typing *typing, NodeId record, FieldId id, const CondNode *from)
{
    const Field *field = schema_field(id);
    CheckType type = type_of_field(field);
    type.is_list = field->many == MANY_list;
    return typed(typing, type.is_list ? CHECK_OP_list_field : CHECK_OP_field, type, (uint16_t)id, record,
                 NODE_NONE, from);
}

static const DerivedInfo derived[DERIVED_COUNT] = {
#define DERIVED_yes_no    CHECK_yes_no, 0
#define DERIVED_amount    CHECK_amount, 0
#define DERIVED_day       CHECK_day, 0
#define DERIVED_text      CHECK_text, 0
#define DERIVED_choice    CHECK_choice, 0
#define DERIVED_shape     CHECK_shape, 0
#define DERIVED_who       CHECK_who, 0
#define DERIVED_text_list CHECK_text, 1
#define DERIVED_who_list  CHECK_who, 1
#define DERIVED(kind, id, phrase, type, of, doc)                                                             \
    [DERIVED_##kind##_##id] = {KIND_##kind, STR_INIT(phrase), {DERIVED_##type, of}},
#include "sema/check/derived.def"
};

const DerivedInfo *derived_info(DerivedId id)
{
    return &derived[id];
}

static Typed derived_of(Typing *typing, NodeId record, Kind kind, const CondNode *name)
{
    for (unsigned id = 0; id < DERIVED_COUNT; id++)
        if (derived[id].kind == kind && str_equal_folded(derived[id].name, name->text)) {
            CheckOp op = derived[id].type.is_list ? CHECK_OP_list_derived : CHECK_OP_derived;
            return typed(typing, op, derived[id].type, (uint16_t)id, record, NODE_NONE, name);
        }
    return NOT_TYPED;
}

static Typed outer_of(Typing *typing, NodeId record, Kind kind, const CondNode *from)
{
    typing->wants_school |= kind == KIND_school;
    return typed(typing, CHECK_OP_outer, TYPE_OF(CHECK_record, kind), (uint16_t)kind, record, NODE_NONE,
                 from);
}

/* What any record may be asked for: `code`, `text`, `date`, `name`, `place`. */
static Typed common_of(Typing *typing, NodeId record, Kind kind, const CondNode *name)
{
    FieldId id = FIELD_COUNT;
    if (str_equal_folded(name->text, STR("code")))
        id = schema_code_field(kind);
    else if (str_equal_folded(name->text, STR("date")))
        id = field_named(typing, kind, STR("on"));
    else if (str_equal_folded(name->text, STR("place")))
        id = field_named(typing, kind, STR("where"));
    else if (str_equal_folded(name->text, STR("text")) &&
             field_named(typing, kind, STR("name")) != FIELD_COUNT)
        id = field_named(typing, kind, STR("name"));
    else if (str_equal_folded(name->text, STR("name")))
        return fact_of(typing, outer_of(typing, record, KIND_pupil, name).node, FIELD_pupil_name, name);
    return id == FIELD_COUNT ? NOT_TYPED : fact_of(typing, record, id, name);
}

static Typed name_in_record(Typing *typing, NodeId record, Kind kind, const CondNode *name)
{
    Typed found = derived_of(typing, record, kind, name);
    if (is_typed(found) || kind == KIND_file)
        return found;
    FieldId id = field_named(typing, kind, name->text);
    return id != FIELD_COUNT ? fact_of(typing, record, id, name) : common_of(typing, record, kind, name);
}

static NodeId frame_item(Typing *typing, unsigned depth)
{
    return add_node(typing, CHECK_OP_item, typing->frames[depth].type, (uint16_t)depth, NODE_NONE, NODE_NONE);
}

static Typed name_in_frames(Typing *typing, const CondNode *name)
{
    for (unsigned depth = typing->depth + 1; depth-- > 0;) {
        CheckType type = typing->frames[depth].type;
        if (type.id != CHECK_record)
            continue;
        Typed found = name_in_record(typing, frame_item(typing, depth), (Kind)type.of, name);
        if (is_typed(found))
            return found;
    }
    return NOT_TYPED;
}

/* ---- kinds ---- */

bool kind_named(const Typing *typing, Str text, RecordKind *kind)
{
    const Phrase *phrase = phrase_of_text(typing->language, CONTEXT_RECORDS, text);
    if (phrase)
        *kind = (RecordKind){(uint8_t)phrase->value, phrase->variant};
    return phrase != NULL;
}

/* May the inner kind stand in the outer, at any depth? Asked from the inside out: most kinds stand in few. */
static bool contains_kind(Kind outer, Kind inner)
{
    bool met[KIND_COUNT] = {false};
    Kind waiting[KIND_COUNT] = {inner};
    met[inner] = true;
    for (size_t count = 1; count > 0;) {
        Kind kind = waiting[--count];
        if (schema_nests(outer, kind))
            return inner != outer;
        for (Kind middle = KIND_file + 1; middle < KIND_COUNT; middle++) {
            if (met[middle] || !schema_nests(middle, kind))
                continue;
            met[middle] = true;
            waiting[count++] = middle;
        }
    }
    return false;
}

/* Is there one record of that kind for a record of the other: what it stands in? */
static bool is_outer(Kind outer, Kind kind)
{
    if (outer == KIND_school)
        return true;
    if (outer == KIND_pupil && (kind == KIND_plan || contains_kind(KIND_plan, kind)))
        return true;
    return contains_kind(outer, kind) && kind != KIND_pupil;
}

static Typed rows(Typing *typing, CheckOp op, RecordKind kind, uint16_t of, NodeId record,
                  const CondNode *from)
{
    Typed list = typed(typing, op, LIST_OF(CHECK_record, kind.kind), of, record, NODE_NONE, from);
    typing->parts->nodes.at[list.node].number = kind.variant;
    return list;
}

/* By which relation, if any, records of `kind` name one of `named`; with `of_one`, each names one only. */
static unsigned relation_between(Kind kind, Kind named, bool of_one)
{
    for (unsigned id = 0; id < RELATION_COUNT; id++) {
        static const FieldId facts[] = {
#define RELATION(name, from, fact, to) FIELD_##from##_##fact,
#include "sema/relation.def"
        };
        if (relation_from((RelationId)id) == kind && relation_to((RelationId)id) == named &&
            (!of_one || schema_field(facts[id])->many == MANY_one))
            return id;
    }
    return RELATION_COUNT;
}

/* Records of the kind that belong to one record: that name it, or stand in it. */
static Typed rows_of_record(Typing *typing, NodeId record, Kind outer, RecordKind kind, const CondNode *from)
{
    unsigned relation = relation_between((Kind)kind.kind, outer, true);
    if (outer == KIND_school) /* what stands beside it in its file is the school's as well */
        return rows(typing, CHECK_OP_rows_all, kind, kind.kind, NODE_NONE, from);
    if (relation != RELATION_COUNT)
        return rows(typing, CHECK_OP_rows_naming, kind, (uint16_t)relation, record, from);
    if (contains_kind(outer, (Kind)kind.kind))
        return rows(typing, CHECK_OP_rows_inside, kind, kind.kind, record, from);
    return NOT_TYPED;
}

/* Records of the kind, as near as there are any: of a record that is gone through, else of its plan, else of
 * its pupil's plans, else of the project. */
static Typed rows_of_kind(Typing *typing, RecordKind kind, const CondNode *from)
{
    for (unsigned depth = typing->depth + 1; depth-- > 0;) {
        CheckType type = typing->frames[depth].type;
        if (type.id != CHECK_record || type.of == KIND_file)
            continue;
        Typed found = rows_of_record(typing, frame_item(typing, depth), (Kind)type.of, kind, from);
        if (is_typed(found))
            return found;
    }
    bool in_plan = contains_kind(KIND_plan, (Kind)kind.kind);
    for (unsigned depth = typing->depth + 1; in_plan && depth-- > 0;) {
        CheckType type = typing->frames[depth].type;
        if (type.id != CHECK_record || type.of == KIND_file)
            continue;
        if (contains_kind(KIND_plan, (Kind)type.of) && type.of != KIND_meeting)
            return rows(typing, CHECK_OP_rows_of_plan, kind, kind.kind, frame_item(typing, depth), from);
        if (type.of == KIND_pupil)
            return rows(typing, CHECK_OP_rows_of_pupil, kind, kind.kind, frame_item(typing, depth), from);
    }
    typing->wants_school |= contains_kind(KIND_school, (Kind)kind.kind) && !in_plan &&
                            kind.kind != KIND_pupil && !contains_kind(KIND_pupil, (Kind)kind.kind);
    return rows(typing, CHECK_OP_rows_all, kind, kind.kind, NODE_NONE, from);
}

/* The one record of that kind that goes without saying: what is gone through, or what that stands in. */
static Typed record_of_kind(Typing *typing, RecordKind kind, const CondNode *from)
{
    for (unsigned depth = typing->depth + 1; depth-- > 0;) {
        CheckType type = typing->frames[depth].type;
        if (type.id != CHECK_record || type.of == KIND_file)
            continue;
        NodeId item = frame_item(typing, depth);
        if (type.of == kind.kind)
            return (Typed){.node = item, .type = type, .from = from};
        if (is_outer((Kind)kind.kind, (Kind)type.of))
            return outer_of(typing, item, (Kind)kind.kind, from);
    }
    return NOT_TYPED;
}

/* ---- names ---- */

Typed type_name(Typing *typing, const CondNode *name)
{
    Typed found = name_in_frames(typing, name);
    RecordKind kind;
    if (is_typed(found))
        return found;
    if (!kind_named(typing, name->text, &kind))
        return (Typed){.node = NODE_NONE, .value = name, .from = name};
    if (!kind.variant)
        found = record_of_kind(typing, kind, name);
    found = is_typed(found) ? found : rows_of_kind(typing, kind, name);
    found.value = name; /* it may be a choice as well */
    return found;
}

Typed type_of_path(Typing *typing, const CondNode *node)
{
    Typed record = node->b->op == COND_name ? type_name(typing, node->b) : type_any(typing, node->b);
    if (!is_typed(record)) {
        if (record.value)
            report_name(typing, record.value);
        return NOT_TYPED;
    }
    if (record.type.is_list) {
        finding_condition_is_a_list(typing->findings, typing_place(typing, node->b),
                                    typing_text(typing, node->b));
        return NOT_TYPED;
    }
    Typed found = NOT_TYPED;
    RecordKind kind;
    if (record.type.id == CHECK_record && record.type.of != KIND_file) {
        found = name_in_record(typing, record.node, (Kind)record.type.of, node->a);
        if (!is_typed(found) && kind_named(typing, node->a->text, &kind)) {
            if (!kind.variant && is_outer((Kind)kind.kind, (Kind)record.type.of))
                found = outer_of(typing, record.node, (Kind)kind.kind, node);
            else
                found = rows_of_record(typing, record.node, (Kind)record.type.of, kind, node);
        }
    }
    if (!is_typed(found))
        finding_condition_unknown_name(typing->findings, typing_place(typing, node->a),
                                       typing_text(typing, node->a), typing_text(typing, node->b));
    found.from = node;
    return found;
}

Typed type_list(Typing *typing, const CondNode *name, uint8_t *variant)
{
    RecordKind kind;
    *variant = 0;
    Typed fact = name_in_frames(typing, name);
    if (is_typed(fact) && fact.type.is_list)
        return fact;
    if (kind_named(typing, name->text, &kind)) {
        *variant = kind.variant;
        return rows_of_kind(typing, kind, name);
    }
    if (is_typed(fact))
        finding_condition_not_a_list(typing->findings, typing_place(typing, name), typing_text(typing, name));
    else
        report_name(typing, name);
    return NOT_TYPED;
}

Typed type_had(Typing *typing, const CondNode *name)
{
    CheckType type = typing->frames[typing->depth].type;
    RecordKind kind;
    Typed found = NOT_TYPED;
    if (type.id != CHECK_record || type.of == KIND_file) {
        report_name(typing, name);
        return NOT_TYPED;
    }
    NodeId item = frame_item(typing, typing->depth);
    found = name_in_record(typing, item, (Kind)type.of, name);
    if (is_typed(found) || !kind_named(typing, name->text, &kind))
        return found;
    found = rows_of_record(typing, item, (Kind)type.of, kind, name);
    unsigned relation = relation_between((Kind)kind.kind, (Kind)type.of, false);
    if (!is_typed(found) && relation != RELATION_COUNT)
        found = rows(typing, CHECK_OP_rows_naming, kind, (uint16_t)relation, item, name);
    return found;
}

Typed record_as(Typing *typing, Typed one, CheckTypeId wanted)
{
    if (!is_typed(one) || one.type.is_list || one.type.id != CHECK_record || one.type.of == KIND_file)
        return one;
    CondNode name = *one.from;
    name.text = wanted == CHECK_day ? STR("date") : STR("text");
    if (wanted != CHECK_day && wanted != CHECK_text)
        return one;
    Typed found = name_in_record(typing, one.node, (Kind)one.type.of, &name);
    found.from = one.from;
    return is_typed(found) && found.type.id == wanted ? found : one;
}

/* ---- names that are none ---- */

static Str kind_words(const Typing *typing)
{
    CheckType type = typing->frames[typing->depth].type;
    if (type.id != CHECK_record || type.of == KIND_file)
        return STR("this");
    unsigned variant = typing->frames[typing->depth].variant;
    return schema_variant_key((Kind)type.of, variant ? variant - 1 : 0);
}

typedef struct Near {
    Str wanted, best;
    unsigned distance;
} Near;

static void try_near(Near *near, Str text)
{
    unsigned distance = str_distance(text, near->wanted, near->distance);
    if (text.length > 2 && distance < near->distance) {
        near->distance = distance;
        near->best = text;
    }
}

void report_name(Typing *typing, const CondNode *name)
{
    CheckType type = typing->frames[typing->depth].type;
    Near near = {.wanted = name->text, .distance = name->text.length < 5 ? 2 : 4};
    Finding *finding = finding_condition_unknown_name(typing->findings, typing_place(typing, name),
                                                      typing_text(typing, name), kind_words(typing));
    if (type.id != CHECK_record)
        return;
    const KindInfo *info = schema_kind((Kind)type.of);
    for (FieldId id = info->first_field; type.of != KIND_file && id < info->field_end; id++) {
        try_near(&near, schema_field(id)->key);
        try_near(&near, schema_name_spaced(typing->arena, schema_field(id)->name));
    }
    for (unsigned id = 0; id < DERIVED_COUNT; id++)
        if (derived[id].kind == (Kind)type.of)
            try_near(&near, derived[id].name);
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
        try_near(&near, schema_name_spaced(typing->arena, schema_kind(kind)->name));
    if (near.best.length)
        finding_help(typing->findings, finding, "Did you mean ‘" STR_FMT "’?", STR_ARG(near.best));
}
