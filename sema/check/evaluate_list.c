/* Lists: the values of a fact, or records that belong to one, one after the other. */
#include "sema/check/evaluate.h"

static RowRange all_rows(const Records *records, Kind kind)
{
    return (RowRange){0, records_table(records, kind)->count};
}

/* The pupil that a record is or is about, or ROW_NONE. */
static uint32_t pupil_of(const Evaluation *evaluation, const CheckValue *record)
{
    if (record->kind == KIND_pupil)
        return record->row;
    return value_of_outer(evaluation, record, KIND_pupil).row;
}

static void walk_rows(ListWalk *walk, const CheckValue *record)
{
    const Evaluation *evaluation = walk->evaluation;
    const Records *records = evaluation->derived->records;
    Kind kind = (Kind)walk->node->type.of;
    switch ((int)walk->node->op) {
    case CHECK_OP_rows_inside:
        walk->rows = records_inside(records, kind, (Kind)record->kind, record->row);
        break;
    case CHECK_OP_rows_naming:
        walk->named =
            relation_naming(&evaluation->derived->relations, (RelationId)walk->node->of, record->row);
        break;
    case CHECK_OP_rows_of_plan: {
        uint32_t plan = records_enclosing(records, KIND_plan, (Kind)record->kind, record->row);
        if (plan != ROW_NONE)
            walk->rows = records_inside(records, kind, KIND_plan, plan);
        break;
    }
    default: {
        uint32_t pupil = pupil_of(evaluation, record);
        if (pupil != ROW_NONE)
            walk->named = relation_naming(&evaluation->derived->relations, RELATION_plan_for, pupil);
    }
    }
}

ListWalk list_walk(Evaluation *evaluation, NodeId list)
{
    const CheckNode *node = &evaluation->program->nodes[list];
    ListWalk walk = {.evaluation = evaluation, .node = node};
    if (node->op == CHECK_OP_rows_all) {
        walk.rows = all_rows(evaluation->derived->records, (Kind)node->of);
        return walk;
    }
    CheckValue record = evaluate(evaluation, node->a);
    if (!record.known || record.row == ROW_NONE)
        return walk;
    if (node->op == CHECK_OP_list_field)
        walk.values = column_values(evaluation->derived->records, (FieldId)node->of, record.row);
    else if (node->op == CHECK_OP_list_derived)
        walk.values = values_of_derived(evaluation->derived, (DerivedId)node->of, record.row);
    else
        walk_rows(&walk, &record);
    return walk;
}

Values values_of_derived(const Derived *derived, DerivedId id, uint32_t row)
{
    const Effective *effective = &derived->effective[row];
    bool is_who = id == DERIVED_provision_by;
    return is_who ? (Values){(char *)effective->by, effective->by_count, sizeof(Who)}
                  : (Values){(char *)effective->trained_in, effective->trained_in_count, sizeof(Str)};
}

static bool next_value(ListWalk *walk, CheckValue *value)
{
    const CheckNode *node = walk->node;
    if (walk->next >= walk->values.count)
        return false;
    const void *at = values_at(walk->values, walk->next++);
    if (node->op == CHECK_OP_list_field)
        *value = value_of_fact(walk->evaluation->derived->records, (FieldId)node->of, at);
    else
        *value = node->type.id == CHECK_who ? value_of_who(at) : value_of_text(*(const Str *)at);
    return true;
}

static bool next_row(ListWalk *walk, uint32_t *row)
{
    const Records *records = walk->evaluation->derived->records;
    bool of_plans = walk->node->op == CHECK_OP_rows_of_pupil;
    for (;;) {
        if (walk->rows.first < walk->rows.end) {
            *row = walk->rows.first++;
            return true;
        }
        if (walk->next >= walk->named.count)
            return false;
        *row = walk->named.at[walk->next++];
        if (!of_plans)
            return true;
        walk->rows = records_inside(records, (Kind)walk->node->of, KIND_plan, *row);
    }
}

bool list_next(ListWalk *walk, CheckValue *value)
{
    const CheckNode *node = walk->node;
    if (++walk->evaluation->steps > EVALUATION_MOST) {
        walk->evaluation->gave_up = true;
        return false;
    }
    if (node->op == CHECK_OP_list_derived || node->op == CHECK_OP_list_field)
        return next_value(walk, value);
    uint32_t row;
    const TableHead *table = records_table(walk->evaluation->derived->records, (Kind)node->type.of);
    do {
        if (!next_row(walk, &row))
            return false;
    } while (node->number && table->variant[row] + 1 != node->number);
    *value = value_of_record((Kind)node->type.of, row);
    return true;
}
