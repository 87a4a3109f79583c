/* Typing: expressions. In: the tree of a condition; out: nodes of the program, each of a type. */
#include "sema/check/typing.h"

#include "sema/words/lists.h"

/* ---- helpers ---- */

NodeId add_node(Typing *typing, CheckOp op, CheckType type, uint16_t of, NodeId a, NodeId b)
{
    CheckNode node = {.op = (uint8_t)op,
                      .type = type,
                      .of = of,
                      .a = a,
                      .b = b,
                      .c = NODE_NONE,
                      .amount = AMOUNT_NONE,
                      .text = {"", 0}};
    ARRAY_ADD(&typing->parts->nodes, node);
    return (NodeId)(typing->parts->nodes.count - 1);
}

Typed typed(Typing *typing, CheckOp op, CheckType type, uint16_t of, NodeId a, NodeId b, const CondNode *from)
{
    return (Typed){.node = add_node(typing, op, type, of, a, b), .type = type, .from = from};
}

bool is_typed(Typed one)
{
    return one.node != NODE_NONE;
}

Place typing_place(const Typing *typing, const CondNode *node)
{
    return (Place){typing->source, node->at};
}

Str typing_text(Typing *typing, const CondNode *node)
{
    return finding_shown(typing->findings, source_text(typing->source, node->at));
}

Str type_words(Typing *typing, CheckType type)
{
    static const Str words[] = {[CHECK_yes_no] = STR_INIT("yes or no"),
                                [CHECK_amount] = STR_INIT("a number"),
                                [CHECK_day] = STR_INIT("a date"),
                                [CHECK_text] = STR_INIT("a text"),
                                [CHECK_choice] = STR_INIT("one of a list"),
                                [CHECK_who] = STR_INIT("a person or post"),
                                [CHECK_record] = STR_INIT("a record"),
                                [CHECK_shape] =
                                    STR_INIT("something that can only be asked after with ‘exists’")};
    (void)typing;
    if (type.id == CHECK_amount && type.of != DIMENSION_none)
        return dimension_description((Dimension)type.of);
    if (type.id == CHECK_choice)
        return choice_list_description((ChoiceList)type.of);
    return words[type.id];
}

static Typed constant(Typing *typing, CheckType type, const CondNode *from)
{
    Typed one = typed(typing, CHECK_OP_constant, type, 0, NODE_NONE, NODE_NONE, from);
    CheckNode *node = &typing->parts->nodes.at[one.node];
    node->number = from->day;
    node->amount = from->op == COND_amount ? from->amount : AMOUNT_NONE;
    if (from->op == COND_text)
        node->text = from->text;
    return one;
}

static Typed type_limit(Typing *typing, const CondNode *node)
{
    if (!typing->has_limit) {
        finding_condition_without_limit(typing->findings, typing_place(typing, node));
        return NOT_TYPED;
    }
    CheckType type = TYPE_OF(CHECK_amount, unit_dimension((Unit)typing->limit.unit));
    return typed(typing, CHECK_OP_limit, type, 0, NODE_NONE, NODE_NONE, node);
}

/* ---- going through records ---- */

/* Enters what is gone through; false when that is too deep or no list. */
static bool enter(Typing *typing, const CondNode *name, Typed *list)
{
    uint8_t variant;
    *list = type_list(typing, name, &variant);
    if (!is_typed(*list))
        return false;
    if (typing->depth == CHECK_DEPTH_MOST) {
        finding_condition_too_deep(typing->findings, typing_place(typing, name), CHECK_DEPTH_MOST);
        return false;
    }
    CheckType item = list->type;
    item.is_list = 0;
    typing->frames[++typing->depth] = (Frame){item, variant};
    return true;
}

static NodeId each_body(Typing *typing, const CondNode *node, bool *failed)
{
    if (!node)
        return NODE_NONE;
    NodeId body = type_yes_no(typing, node);
    *failed |= body == NODE_NONE;
    return body;
}

static CheckOp each_op(CondOp op)
{
    switch ((int)op) {
    case COND_every: return CHECK_OP_every;
    case COND_number_of: return CHECK_OP_count;
    case COND_total: return CHECK_OP_total;
    case COND_average: return CHECK_OP_average;
    default: return CHECK_OP_some;
    }
}

static Typed type_each(Typing *typing, const CondNode *node)
{
    Typed list;
    bool failed = false;
    if (!enter(typing, node->a, &list))
        return NOT_TYPED;
    uint16_t depth = (uint16_t)typing->depth;
    NodeId where = each_body(typing, node->b, &failed);
    NodeId body = each_body(typing, node->c, &failed);
    typing->depth--;
    if (failed)
        return NOT_TYPED;
    bool counts = node->op == COND_number_of;
    CheckType type = counts ? TYPE_OF(CHECK_amount, DIMENSION_number) : TYPE_OF(CHECK_yes_no, 0);
    Typed one = typed(typing, each_op((CondOp)node->op), type, depth, list.node, where, node);
    typing->parts->nodes.at[one.node].c = body;
    narrow_each(typing, one.node);
    if (node->op == COND_no)
        one = typed(typing, CHECK_OP_not, type, 0, one.node, NODE_NONE, node);
    return one;
}

/* `total cost a year of provision`: what is added up is a fact of each. */
static Typed type_sum_of(Typing *typing, const CondNode *node)
{
    Typed list;
    bool failed = false;
    if (!enter(typing, node->a, &list))
        return NOT_TYPED;
    uint16_t depth = (uint16_t)typing->depth;
    NodeId where = each_body(typing, node->b, &failed);
    Typed item = type_name(typing, node->c);
    if (!is_typed(item)) {
        report_name(typing, node->c);
    } else if (item.type.is_list || item.type.id != CHECK_amount) {
        finding_condition_not_an_amount(typing->findings, typing_place(typing, node->c),
                                        typing_text(typing, node->c), type_words(typing, item.type));
        item.node = NODE_NONE;
    }
    typing->depth--;
    if (failed || !is_typed(item))
        return NOT_TYPED;
    Typed one = typed(typing, each_op((CondOp)node->op), item.type, depth, list.node, where, node);
    typing->parts->nodes.at[one.node].c = item.node;
    narrow_each(typing, one.node);
    return one;
}

static Typed type_it(Typing *typing, const CondNode *node)
{
    Frame frame = typing->frames[typing->depth];
    return typed(typing, CHECK_OP_item, frame.type, (uint16_t)typing->depth, NODE_NONE, NODE_NONE, node);
}

/* ---- asking ---- */

static Typed type_given(Typing *typing, const CondNode *node)
{
    Typed asked = node->op == COND_has ? type_had(typing, node->a) : type_any(typing, node->a);
    if (!is_typed(asked)) {
        if (asked.value || node->op == COND_has)
            report_name(typing, asked.value ? asked.value : node->a);
        return NOT_TYPED;
    }
    return typed(typing, CHECK_OP_given, TYPE_OF(CHECK_yes_no, 0), 0, asked.node, NODE_NONE, node);
}

static bool has_list(const Typing *typing, Str name)
{
    const struct words_table *own = &typing->records->words;
    for (uint32_t row = 0; row < own->head.count; row++)
        if (str_equal(own->name[row], name))
            return true;
    return typing->words && word_list_find(typing->words, name) < typing->words->list_count;
}

/* The nearest, or how a list is made. */
static Str nearest_list(Typing *typing, Str name)
{
    Str nearest = STR("");
    unsigned least = 4;
    for (uint32_t i = 0; typing->words && i < typing->words->list_count; i++) {
        unsigned distance = str_distance(typing->words->lists[i].name, name, least);
        if (distance < least) {
            least = distance;
            nearest = typing->words->lists[i].name;
        }
    }
    if (!nearest.length)
        return STR("Make one: words my-list on provision { phrase \"now and then\" because \"…\" }");
    return arena_format(typing->arena, "The nearest is " STR_FMT ".", STR_ARG(nearest));
}

/* `text says "…"`, `text matches words …`. */
static Typed type_of_words(Typing *typing, const CondNode *node)
{
    Typed text = record_as(typing, type_any(typing, node->a), CHECK_text);
    if (!is_typed(text)) {
        if (text.value)
            report_name(typing, text.value);
        return NOT_TYPED;
    }
    if (text.type.id != CHECK_text) {
        finding_condition_types_differ(typing->findings, typing_place(typing, node->a),
                                       typing_text(typing, node->a), type_words(typing, text.type),
                                       node->text, STR("a text"));
        return NOT_TYPED;
    }
    CheckOp op = node->op == COND_says ? CHECK_OP_says : CHECK_OP_matches;
    typing->asks_list |= op == CHECK_OP_matches;
    if (op == CHECK_OP_matches && !has_list(typing, node->text)) {
        finding_condition_no_such_words(typing->findings, typing_place(typing, node), node->text,
                                        nearest_list(typing, node->text));
        return NOT_TYPED;
    }
    Typed one = typed(typing, op, TYPE_OF(CHECK_yes_no, 0), 0, text.node, NODE_NONE, node);
    typing->parts->nodes.at[one.node].text = node->text;
    return one;
}

static Typed type_logic(Typing *typing, const CondNode *node)
{
    NodeId a = type_yes_no(typing, node->a), b = node->b ? type_yes_no(typing, node->b) : NODE_NONE;
    if (a == NODE_NONE || (node->b && b == NODE_NONE))
        return NOT_TYPED;
    CheckOp op = node->op == COND_not ? CHECK_OP_not : node->op == COND_and ? CHECK_OP_and : CHECK_OP_or;
    return typed(typing, op, TYPE_OF(CHECK_yes_no, 0), 0, a, b, node);
}

/* ---- all of it ---- */

Typed type_any(Typing *typing, const CondNode *node)
{
    switch ((CondOp)node->op) {
    case COND_name: return type_name(typing, node);
    case COND_amount:
        return constant(typing, TYPE_OF(CHECK_amount, unit_dimension((Unit)node->amount.unit)), node);
    case COND_day: return constant(typing, TYPE_OF(CHECK_day, 0), node);
    case COND_text: return constant(typing, TYPE_OF(CHECK_text, 0), node);
    case COND_yes_no: return constant(typing, TYPE_OF(CHECK_yes_no, 0), node);
    case COND_this:
        return typed(typing, CHECK_OP_item, typing->frames[0].type, 0, NODE_NONE, NODE_NONE, node);
    case COND_today:
        return typed(typing, CHECK_OP_today, TYPE_OF(CHECK_day, 0), 0, NODE_NONE, NODE_NONE, node);
    case COND_limit: return type_limit(typing, node);
    case COND_of: return type_of_path(typing, node);
    case COND_not:
    case COND_and:
    case COND_or: return type_logic(typing, node);
    case COND_exists:
    case COND_has: return type_given(typing, node);
    case COND_compare: return type_compare(typing, node);
    case COND_holds: return type_holds(typing, node);
    case COND_says:
    case COND_matches: return type_of_words(typing, node);
    case COND_add:
    case COND_subtract:
    case COND_multiply:
    case COND_divide:
    case COND_negate: return type_arithmetic(typing, node);
    case COND_every:
    case COND_some:
    case COND_no:
    case COND_number_of: return type_each(typing, node);
    case COND_total:
    case COND_average: return type_sum_of(typing, node);
    case COND_it: return type_it(typing, node);
    }
    return NOT_TYPED;
}

NodeId type_yes_no(Typing *typing, const CondNode *node)
{
    Typed one = type_any(typing, node);
    if (!is_typed(one)) {
        if (one.value)
            report_name(typing, one.value);
        return NODE_NONE;
    }
    if (!one.type.is_list && one.type.id == CHECK_yes_no)
        return one.node;
    Str type = one.type.is_list ? STR("a list") : type_words(typing, one.type);
    finding_condition_not_yes_no(typing->findings, typing_place(typing, node), typing_text(typing, node),
                                 type);
    return NODE_NONE;
}

NodeId typing_condition(Typing *typing, const CondNode *node)
{
    typing->depth = 0;
    return type_yes_no(typing, node);
}

NodeId typing_sum(Typing *typing, const CondNode *node)
{
    typing->depth = 0;
    Typed one = type_any(typing, node);
    if (!is_typed(one) && one.value)
        report_name(typing, one.value);
    return one.node;
}
