/* The schema as tables: every kind and fact of schema.def, to be looked up at run time. */
#ifndef SENC_SEMA_SCHEMA_H
#define SENC_SEMA_SCHEMA_H

#include "sema/records.h"

typedef enum Type {
#define TYPE(type, ...) TYPE_##type,
#include "sema/type.def"
    TYPE_COUNT
} Type;

/* Where a fact is written (schema.def says what each means). */
typedef enum FieldPlace {
    PLACE_HEAD,
    PLACE_MAYBE,
    PLACE_CLAUSE,
    PLACE_FACT,
    PLACE_BARE,
    PLACE_OWNED
} FieldPlace;

typedef enum Many { MANY_one, MANY_opt, MANY_list } Many;

/* Who may see a fact: each includes those before it. */
typedef enum Audience { SEE_everyone, SEE_family, SEE_staff, SEE_lead } Audience;

/* The kinds that references lead to, as bits (target.def). */
typedef enum Target {
#define TARGET(kind, scope) TARGET_INDEX_##kind,
#include "sema/target.def"
    TARGET_COUNT
} Target;

typedef struct Field {
    Kind kind;
    FieldId owner; /* of an OWNED fact; FIELD_COUNT else */
    Str name;      /* as in schema.def: `measure_from` */
    Str key;       /* as written: "from" */
    Str doc, example;
    uint8_t place, type, many, see;
    uint32_t of;     /* a ChoiceList, or bits 1 << TARGET_INDEX_… */
    uint32_t offset; /* of its column in Records */
    uint32_t size;   /* of one value */
} Field;

typedef struct KindInfo {
    Str name, key, letter, doc;
    uint32_t table_offset;
    FieldId first_field, field_end;
} KindInfo;

typedef struct ChoiceInfo {
    Str phrase, code, print;
} ChoiceInfo;

extern const KindInfo schema_kinds[KIND_COUNT];
extern const Field schema_fields[FIELD_COUNT];

static inline const KindInfo *schema_kind(Kind kind)
{
    return &schema_kinds[kind];
}

static inline const Field *schema_field(FieldId field)
{
    return &schema_fields[field];
}

/* What a reader calls a type ("a date"), an example of it, and a value that means missing (of the type's
 * size). */
Str type_description(Type type);
Str type_example(Type type);
const void *type_missing(Type type);
/* Is its value an Amount? */
bool type_is_amount(Type type);

/* The choices of a list: `choice` from 1 to choice_count(list) - 1. */
const ChoiceInfo *choice_info(ChoiceList list, unsigned choice);
unsigned choice_count(ChoiceList list);
/* What the list holds ("a status"). */
Str choice_list_description(ChoiceList list);

/* May `inner` stand in `outer`? */
bool schema_nests(Kind outer, Kind inner);

/* The kind's code fact, or FIELD_COUNT; and whether its codes are unique in the project (else in a plan). */
FieldId schema_code_field(Kind kind);
bool schema_is_target(Kind kind, bool *in_project);
/* Does a reference fact (`of` in Field) lead to `kind`? */
bool schema_leads_to(uint32_t of, Kind kind);

/* A name of the schema as it is spoken: `measure_from` as "measure from", in `arena`. */
Str schema_name_spaced(Arena *arena, Str name);

/* The key of a kind as it was written: its variant's. */
Str schema_variant_key(Kind kind, unsigned variant);

#endif
