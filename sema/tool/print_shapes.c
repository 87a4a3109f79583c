/* Prints the tables of sema/shape.h as C: part of the tool that makes language.c. */
#include "sema/tool/print_shapes.h"

#include "sema/shape.h"
#include "support/array.h"

#include <stdio.h>
#include <stdlib.h>

typedef ARRAY(uint16_t) FieldPool;

typedef bool Choose(const Field *field);

/* Adds those of the facts from `first` up to `end` that are chosen. */
static FieldSlice slice_of(FieldPool *pool, FieldId first, FieldId end, Choose *choose)
{
    FieldSlice slice = {(uint16_t)pool->count, 0};
    for (FieldId id = first; id < end; id++)
        if (choose(schema_field(id))) {
            ARRAY_ADD(pool, (uint16_t)id);
            slice.count++;
        }
    return slice;
}

static bool is_place_of_head(const Field *field)
{
    return field->place == PLACE_HEAD || field->place == PLACE_MAYBE;
}

static bool is_wanted_clause(const Field *field)
{
    return field->place == PLACE_CLAUSE && field->many == MANY_one;
}

static bool is_list(const Field *field)
{
    return field->many == MANY_list;
}

static bool is_place_of_fact(const Field *field)
{
    return field->place != PLACE_OWNED || !field->key.length;
}

static bool is_amount(const Field *field)
{
    return field->type == TYPE_amount;
}

static uint16_t bare_fact(const KindInfo *kind)
{
    for (FieldId id = kind->first_field; id < kind->field_end; id++)
        if (schema_field(id)->place == PLACE_BARE)
            return (uint16_t)id;
    return FIELD_COUNT;
}

/* A fact's own clauses follow it in the schema. */
static FieldId behind_clauses(FieldId id)
{
    FieldId end = id + 1;
    while (end < FIELD_COUNT && schema_field(end)->owner == id)
        end++;
    return end;
}

#define SLICE(slice) (unsigned)(slice).first, (unsigned)(slice).count

static void print_kinds(FieldPool *pool)
{
    printf("const KindShape shape_kinds[KIND_COUNT] = {\n");
    for (Kind kind = KIND_file; kind < KIND_COUNT; kind++) {
        const KindInfo *info = schema_kind(kind);
        FieldId first = info->first_field, end = info->field_end;
        FieldSlice head = slice_of(pool, first, end, is_place_of_head);
        FieldSlice wanted = slice_of(pool, first, end, is_wanted_clause);
        FieldSlice lists = slice_of(pool, first, end, is_list);
        printf("    {{%u, %u}, {%u, %u}, {%u, %u}, %u},\n", SLICE(head), SLICE(wanted), SLICE(lists),
               bare_fact(info));
    }
    printf("};\n\n");
}

static void print_facts(FieldPool *pool)
{
    printf("const FactShape shape_facts[FIELD_COUNT] = {\n");
    for (FieldId id = 0; id < FIELD_COUNT; id++) {
        FieldId end = behind_clauses(id);
        FieldSlice places = {(uint16_t)pool->count, 1};
        ARRAY_ADD(pool, (uint16_t)id);
        places.count = (uint16_t)(places.count + slice_of(pool, id + 1, end, is_place_of_fact).count);
        FieldSlice amounts = slice_of(pool, id, end, is_amount);
        printf("    {{%u, %u}, {%u, %u}},\n", SLICE(places), SLICE(amounts));
    }
    printf("};\n\n");
}

void print_shapes(void)
{
    FieldPool pool = {0};
    print_kinds(&pool);
    print_facts(&pool);
    printf("const uint16_t shape_fields[] = {");
    for (size_t i = 0; i < pool.count; i++)
        printf("%s%u,", i % 16 ? " " : "\n    ", (unsigned)pool.at[i]);
    printf("\n};\n\n");
    free(pool.at);
}
