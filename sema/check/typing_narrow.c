/* Narrowing: `some outcome for this` goes through the outcomes that name this record, not through all of the
 * plan, so that a plan with a thousand needs takes no million steps. What is found is the same. */
#include "sema/check/typing.h"

/* The relation by which `list` (a fact of what is gone through at `depth`) names records; else
 * RELATION_COUNT. */
static unsigned relation_of_fact(const CheckNode *nodes, NodeId fact, unsigned depth)
{
    static const FieldId facts[] = {
#define RELATION(name, from, fact, to) FIELD_##from##_##fact,
#include "sema/relation.def"
    };
    const CheckNode *node = &nodes[fact];
    bool is_fact = node->op == CHECK_OP_list_field || node->op == CHECK_OP_field;
    if (!is_fact || nodes[node->a].op != CHECK_OP_item || nodes[node->a].of != depth)
        return RELATION_COUNT;
    for (unsigned id = 0; id < RELATION_COUNT; id++)
        if (facts[id] == node->of)
            return id;
    return RELATION_COUNT;
}

/* Is the node what is gone through further out, and of the kind that the relation names? */
static bool is_named_item(const CheckNode *node, unsigned relation, unsigned depth)
{
    return node->op == CHECK_OP_item && node->of < depth && node->type.id == CHECK_record &&
           node->type.of == (uint16_t)relation_to((RelationId)relation);
}

/* Where the condition can only hold of records that name another by a fact of theirs: that fact's relation
 * and the node of the other record. */
static bool names_another(const CheckNode *nodes, NodeId condition, unsigned depth, unsigned *relation,
                          NodeId *named)
{
    if (condition == NODE_NONE)
        return false;
    const CheckNode *node = &nodes[condition];
    if (node->op == CHECK_OP_and)
        return names_another(nodes, node->a, depth, relation, named) ||
               names_another(nodes, node->b, depth, relation, named);
    if (node->op != CHECK_OP_includes && node->op != CHECK_OP_equal)
        return false;
    *relation = relation_of_fact(nodes, node->a, depth);
    *named = node->b;
    return *relation != RELATION_COUNT && is_named_item(&nodes[node->b], *relation, depth);
}

void narrow_each(Typing *typing, NodeId each)
{
    CheckNode *nodes = typing->parts->nodes.at, *node = &nodes[each];
    CheckNode *list = &nodes[node->a];
    unsigned relation;
    NodeId named;
    if (list->op != CHECK_OP_rows_of_plan)
        return;
    bool narrows = names_another(nodes, node->b, node->of, &relation, &named) ||
                   (node->op == CHECK_OP_some && names_another(nodes, node->c, node->of, &relation, &named));
    if (!narrows || relation_from((RelationId)relation) != (Kind)list->of)
        return;
    list->op = CHECK_OP_rows_naming;
    list->of = (uint16_t)relation;
    list->a = named;
}
