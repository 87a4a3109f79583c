/* What machine code depends on, as bytes and numbers: the program it is made of, and how records lie. */
#include "sema/check/native.h"

#include "support/out.h"

static void put_number(Out *out, int64_t number)
{
    out_bytes(out, &number, sizeof number);
}

static void put_text(Out *out, Str text)
{
    put_number(out, (int64_t)text.length);
    out_str(out, text);
}

static void put_amount(Out *out, Amount amount)
{
    put_number(out, amount.number);
    put_number(out, amount.unit | amount.per << 8 | (int64_t)amount.out_of << 32);
}

static void put_type(Out *out, CheckType type)
{
    put_number(out, type.id | type.is_list << 8 | type.of << 16);
}

static void put_node(Out *out, const CheckNode *node)
{
    put_type(out, node->type);
    put_number(out, node->op | (int64_t)node->of << 32);
    put_number(out, node->a | (int64_t)node->b << 32);
    put_number(out, node->c);
    put_number(out, node->number);
    put_amount(out, node->amount);
    put_text(out, node->text);
}

void native_key(const Program *program, Out *out)
{
    put_number(out, (int64_t)native_layout());
    put_number(out, program->rule_count);
    for (uint32_t i = 0; i < program->rule_count; i++) {
        const CheckRule *rule = &program->rules[i];
        put_number(out, rule->on.kind | rule->on.variant << 8);
        put_number(out, rule->when | (int64_t)rule->require << 32);
    }
    put_number(out, program->node_count);
    for (uint32_t i = 0; i < program->node_count; i++)
        put_node(out, &program->nodes[i]);
}

uint64_t native_layout(void)
{
    static const size_t sizes[] = {
        sizeof(Records),        sizeof(Derived),     sizeof(TableHead),    sizeof(ProvisionFigures),
        sizeof(OutcomeFigures), sizeof(PlanFigures), sizeof(PupilFigures), sizeof(CheckValue),
        sizeof(CheckFrame),     sizeof(CheckNode),   sizeof(CheckRuntime), sizeof(Relations),
        DERIVED_COUNT,          FIELD_COUNT,         KIND_COUNT,           CHECK_OP_average};
    Out out = {0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        put_number(&out, (int64_t)sizes[i]);
    for (FieldId id = 0; id < FIELD_COUNT; id++) {
        const Field *field = schema_field(id);
        put_number(&out, field->offset | (int64_t)field->size << 32);
        put_number(&out, field->type | field->many << 8);
    }
    uint64_t layout = str_hash(out_result(&out));
    out_free(&out);
    return layout;
}
