/* The tables made of schema.def, choice.def, nest.def, target.def and type.def. */
#include "sema/schema.h"

#define TO(kind) (1u << TARGET_INDEX_##kind)

const KindInfo schema_kinds[KIND_COUNT] = {
    [KIND_file] = {.name = STR_INIT("file"), .key = STR_INIT("file"), .doc = STR_INIT("A file.")},
#define KIND(kind, key_, letter_, doc_)                                                                      \
    [KIND_##kind] = {STR_INIT(#kind),         STR_INIT(key_),       STR_INIT(letter_), STR_INIT(doc_),       \
                     offsetof(Records, kind), FIELD_##kind##_FIRST, FIELD_##kind##_END},
#include "sema/schema.def"
};

const Field schema_fields[FIELD_COUNT] = {
#define FIELD_ROW(kind, owner_, fact, place_, key_, type_, of_, many_, see_, doc_, example_)                 \
    [FIELD_##kind##_##fact] = {KIND_##kind,                                                                  \
                               owner_,                                                                       \
                               STR_INIT(#fact),                                                              \
                               STR_INIT(key_),                                                               \
                               STR_INIT(doc_),                                                               \
                               STR_INIT(example_),                                                           \
                               PLACE_##place_,                                                               \
                               TYPE_##type_,                                                                 \
                               MANY_##many_,                                                                 \
                               SEE_##see_,                                                                   \
                               of_,                                                                          \
                               offsetof(Records, kind.fact),                                                 \
                               sizeof(Value_##type_)},
#define FIELD(kind, fact, place_, key_, type_, of_, many_, see_, doc_, example_)                             \
    FIELD_ROW(kind, FIELD_COUNT, fact, place_, key_, type_, of_, many_, see_, doc_, example_)
#define OWNED(kind, owner, fact, key_, type_, of_, many_, see_, doc_, example_)                              \
    FIELD_ROW(kind, FIELD_##kind##_##owner, fact, OWNED, key_, type_, of_, many_, see_, doc_, example_)
#include "sema/schema.def"
};

/* By the C type of the value. */
static const int32_t missing_int32_t = DAY_MISSING;
static const Amount missing_Amount = {.number = AMOUNT_MISSING};
static const Dosage missing_Dosage = {.duration = {.number = AMOUNT_MISSING},
                                      .span = {.number = AMOUNT_MISSING}};
static const Reference missing_Reference = {.row = ROW_NONE};
static const Who missing_Who = {.row = ROW_NONE};
static const Str missing_Str = {NULL, 0};
static const GroupSize missing_GroupSize = {0};
static const RecordKind missing_RecordKind = {0};
static const Condition missing_Condition = {.text = {NULL, 0}};
static const Sample missing_Sample = {.text = {NULL, 0}};
static const uint8_t missing_uint8_t = 0;

static const struct {
    Str description, example;
    const void *missing;
} types[TYPE_COUNT] = {
#define TYPE(type, c, description, example)                                                                  \
    [TYPE_##type] = {STR_INIT(description), STR_INIT(example), &missing_##c},
#include "sema/type.def"
};

Str type_description(Type type)
{
    return types[type].description;
}

Str type_example(Type type)
{
    return types[type].example;
}

const void *type_missing(Type type)
{
    return types[type].missing;
}

bool type_is_amount(Type type)
{
    return types[type].missing == &missing_Amount;
}

static const ChoiceInfo choices[] = {
#define CHOICES(list, doc)                    {{NULL, 0}, {NULL, 0}, {NULL, 0}},
#define CHOICE(list, id, phrase, code, print) {STR_INIT(phrase), STR_INIT(code), STR_INIT(print)},
#include "sema/choice.def"
};

/* Where each list begins in `choices`: an enum that counts its rows, one for each list's missing choice. */
enum {
#define CHOICES(list, doc)    CHOICE_ROW_##list,
#define CHOICE(list, id, ...) CHOICE_ROW_##list##_##id,
#include "sema/choice.def"
    CHOICE_ROW_COUNT
};

static const struct {
    unsigned first, count;
    Str description;
} lists[CHOICES_COUNT] = {
#define CHOICES(list, doc) [CHOICES_##list] = {CHOICE_ROW_##list, CHOICE_##list##_COUNT, STR_INIT(doc)},
#include "sema/choice.def"
};

const ChoiceInfo *choice_info(ChoiceList list, unsigned choice)
{
    return &choices[lists[list].first + choice];
}

unsigned choice_count(ChoiceList list)
{
    return lists[list].count;
}

Str choice_list_description(ChoiceList list)
{
    return lists[list].description;
}

bool schema_nests(Kind outer, Kind inner)
{
    static const bool nests[KIND_COUNT][KIND_COUNT] = {
#define NEST(outer, inner) [KIND_##outer][KIND_##inner] = true,
#include "sema/nest.def"
    };
    if (inner == KIND_note)
        return outer != KIND_note && outer != KIND_file;
    return nests[outer][inner];
}

static const struct {
    Kind kind;
    FieldId code;
    bool in_project;
} targets[TARGET_COUNT] = {
#define SCOPE_plan          false
#define SCOPE_project       true
#define TARGET(kind, scope) [TARGET_INDEX_##kind] = {KIND_##kind, FIELD_##kind##_code, SCOPE_##scope},
#include "sema/target.def"
};

/* The number of a kind in `targets` + 1; 0 for a kind without codes. */
static const uint8_t target_of[KIND_COUNT] = {
#define TARGET(kind, scope) [KIND_##kind] = TARGET_INDEX_##kind + 1,
#include "sema/target.def"
};

FieldId schema_code_field(Kind kind)
{
    return target_of[kind] ? targets[target_of[kind] - 1].code : FIELD_COUNT;
}

bool schema_is_target(Kind kind, bool *in_project)
{
    if (!target_of[kind])
        return false;
    *in_project = targets[target_of[kind] - 1].in_project;
    return true;
}

bool schema_leads_to(uint32_t of, Kind kind)
{
    return target_of[kind] && (of >> (target_of[kind] - 1)) & 1;
}

Str schema_variant_key(Kind kind, unsigned variant)
{
    if (variant == 0)
        return schema_kinds[kind].key;
    static const struct {
        Kind kind;
        unsigned variant;
        Str key;
    } others[] = {
#define ALSO(kind, key, variant) {KIND_##kind, variant, STR_INIT(key)},
#include "sema/schema.def"
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].kind == kind && others[i].variant == variant)
            return others[i].key;
    return schema_kinds[kind].key;
}

Str schema_name_spaced(Arena *arena, Str name)
{
    char *copy = arena_copy(arena, name.at, name.length, 1);
    for (size_t i = 0; i < name.length; i++)
        if (copy[i] == '_')
            copy[i] = ' ';
    return (Str){copy, name.length};
}
