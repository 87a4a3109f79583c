/* Comparing and reckoning: both sides must be of one sort; a word that is a choice, a code or a kind is what
 * the other side wants it to be. */
#include "sema/check/typing.h"

#define YES_NO TYPE_OF(CHECK_yes_no, 0)

/* ---- words that the other side explains ---- */

static Typed constant_number(Typing *typing, CheckType type, int64_t number, const CondNode *from)
{
    Typed one = typed(typing, CHECK_OP_constant, type, 0, NODE_NONE, NODE_NONE, from);
    typing->parts->nodes.at[one.node].number = number;
    return one;
}

static Typed constant_text(Typing *typing, CheckType type, Str text, const CondNode *from)
{
    Typed one = constant_number(typing, type, 0, from);
    typing->parts->nodes.at[one.node].text = text;
    return one;
}

static Typed choice_value(Typing *typing, CheckType wanted, const CondNode *value)
{
    const Phrase *phrase = phrase_of_text(typing->language, CONTEXT_CHOICES(wanted.of), value->text);
    if (phrase)
        return constant_number(typing, TYPE_OF(CHECK_choice, wanted.of), phrase->value, value);
    Str choices = phrase_list(typing->language, CONTEXT_CHOICES(wanted.of), 40, typing->arena);
    finding_condition_no_such_choice(typing->findings, typing_place(typing, value),
                                     typing_text(typing, value),
                                     choice_list_description((ChoiceList)wanted.of), choices);
    return NOT_TYPED;
}

/* A post, or else somebody's code or name. */
static Typed who_value(Typing *typing, const CondNode *value)
{
    const Phrase *phrase = phrase_of_text(typing->language, CONTEXT_CHOICES(CHOICES_post), value->text);
    return phrase ? constant_number(typing, TYPE_OF(CHECK_who, 0), phrase->value, value)
                  : constant_text(typing, TYPE_OF(CHECK_who, 0), value->text, value);
}

/* The value as the wanted type takes it; not typed and nothing reported where that takes no words. */
static Typed value_as(Typing *typing, CheckType wanted, const CondNode *value, bool *taken)
{
    *taken = true;
    switch ((CheckTypeId)wanted.id) {
    case CHECK_choice: return choice_value(typing, wanted, value);
    case CHECK_who: return who_value(typing, value);
    case CHECK_record: return constant_text(typing, TYPE_OF(CHECK_record, wanted.of), value->text, value);
    case CHECK_text:
        if (value->op == COND_text)
            break;
        return constant_text(typing, TYPE_OF(CHECK_text, 0), value->text, value);
    case CHECK_yes_no:
    case CHECK_amount:
    case CHECK_day:
    case CHECK_shape: break;
    }
    *taken = false;
    return NOT_TYPED;
}

/* ---- equality ---- */

static bool same_type(CheckType a, CheckType b)
{
    if (a.id == CHECK_who && b.id == CHECK_record)
        return b.of == KIND_person || b.of == KIND_parent;
    if (b.id == CHECK_who && a.id == CHECK_record)
        return same_type(b, a);
    if (a.id != b.id)
        return false;
    if (a.id == CHECK_amount)
        return a.of == b.of || a.of == DIMENSION_none || b.of == DIMENSION_none;
    if (a.id == CHECK_record)
        return a.of == b.of || a.of == KIND_file || b.of == KIND_file;
    return a.of == b.of;
}

/* The word that a side is, if it can be understood in another way than as what it is. A name that is a fact
 * of some record may be a choice or a post as well: `from pupil`. */
static const CondNode *word_of(Typed side, Typed other)
{
    if (!is_typed(side))
        return side.value;
    if (side.from->op == COND_text && (other.type.id == CHECK_who || side.type.id != other.type.id))
        return side.from;
    bool by_list = other.type.id == CHECK_choice || other.type.id == CHECK_who;
    bool fits = !side.type.is_list && same_type(side.type, other.type);
    if (side.from->op != COND_name || fits || !(by_list || side.value))
        return NULL;
    return side.from;
}

/* A side that is a mere word, or a text where something else is wanted, becomes what the other side is. */
static Typed side_as(Typing *typing, Typed side, Typed other)
{
    bool taken;
    const CondNode *word = is_typed(other) ? word_of(side, other) : NULL;
    if (!word)
        return side;
    Typed converted = value_as(typing, other.type, word, &taken);
    return taken ? converted : side;
}

/* A number of months or years beside an age is one. */
static void take_as_age(Typing *typing, Typed *one, Typed other)
{
    CheckNode *node = &typing->parts->nodes.at[one->node];
    bool is_length = one->type.id == CHECK_amount && one->type.of == DIMENSION_months;
    if (other.type.id != CHECK_amount || other.type.of != DIMENSION_age || !is_length ||
        node->op != CHECK_OP_constant)
        return;
    node->amount.unit = UNIT_age;
    node->type.of = one->type.of = DIMENSION_age;
}

static Typed report_types(Typing *typing, Typed a, Typed b)
{
    finding_condition_types_differ(typing->findings, typing_place(typing, b.from),
                                   typing_text(typing, a.from), type_words(typing, a.type),
                                   typing_text(typing, b.from), type_words(typing, b.type));
    return NOT_TYPED;
}

/* Reports a word that nobody could explain. */
static bool both_typed(Typing *typing, Typed a, Typed b)
{
    if (!is_typed(a) && a.value)
        report_name(typing, a.value);
    else if (!is_typed(b) && b.value)
        report_name(typing, b.value);
    return is_typed(a) && is_typed(b);
}

/* `plan is EHC plan`, `plan is draft`: a word that names a variant of the record's kind, or a yes/no fact. */
static Typed kind_or_flag(Typing *typing, Typed record, const CondNode *word, const CondNode *from)
{
    RecordKind kind;
    if (!is_typed(record) || record.type.is_list || record.type.id != CHECK_record || !word ||
        word->op != COND_name)
        return NOT_TYPED;
    if (kind_named(typing, word->text, &kind)) {
        Typed one = typed(typing, CHECK_OP_is_kind, YES_NO, kind.kind, record.node, NODE_NONE, from);
        typing->parts->nodes.at[one.node].number = kind.variant;
        return one;
    }
    if (record.type.of == KIND_file)
        return NOT_TYPED;
    Frame kept = typing->frames[typing->depth];
    typing->frames[typing->depth] = (Frame){record.type, 0};
    Typed flag = type_had(typing, word);
    typing->frames[typing->depth] = kept;
    if (!is_typed(flag) || flag.type.is_list || flag.type.id != CHECK_yes_no)
        return NOT_TYPED;
    typing->parts->nodes.at[flag.node].a = record.node;
    return flag;
}

static Typed type_equal(Typing *typing, Typed a, Typed b, const CondNode *from)
{
    Typed kind = kind_or_flag(typing, a, b.value, from);
    if (is_typed(kind))
        return kind;
    CheckType item = a.type;
    b = side_as(typing, b, a);
    if (!is_typed(a))
        a = side_as(typing, a, b);
    if (!both_typed(typing, a, b))
        return NOT_TYPED;
    if (b.type.is_list) {
        finding_condition_is_a_list(typing->findings, typing_place(typing, b.from),
                                    typing_text(typing, b.from));
        return NOT_TYPED;
    }
    if (!a.type.is_list) {
        a = record_as(typing, a, (CheckTypeId)b.type.id);
        b = record_as(typing, b, (CheckTypeId)a.type.id);
    }
    take_as_age(typing, &a, b);
    take_as_age(typing, &b, a);
    if (!same_type(a.type, b.type) || item.id == CHECK_shape)
        return report_types(typing, a, b);
    CheckOp op = a.type.is_list ? CHECK_OP_includes : CHECK_OP_equal;
    return typed(typing, op, YES_NO, 0, a.node, b.node, from);
}

/* ---- order ---- */

static Typed type_order(Typing *typing, const CondNode *node, Typed a, Typed b)
{
    if (!both_typed(typing, a, b))
        return NOT_TYPED;
    const Typed *list = a.type.is_list ? &a : b.type.is_list ? &b : NULL;
    if (list) {
        finding_condition_is_a_list(typing->findings, typing_place(typing, list->from),
                                    typing_text(typing, list->from));
        return NOT_TYPED;
    }
    a = record_as(typing, a, CHECK_day);
    b = record_as(typing, b, CHECK_day);
    take_as_age(typing, &a, b);
    take_as_age(typing, &b, a);
    if (!same_type(a.type, b.type))
        return report_types(typing, a, b);
    if (a.type.id != CHECK_amount && a.type.id != CHECK_day) {
        finding_condition_no_order(typing->findings, typing_place(typing, a.from),
                                   typing_text(typing, a.from), type_words(typing, a.type));
        return NOT_TYPED;
    }
    bool turned = node->compare == COMPARE_more || node->compare == COMPARE_least;
    bool strict = node->compare == COMPARE_more || node->compare == COMPARE_less;
    return typed(typing, strict ? CHECK_OP_less : CHECK_OP_at_most, YES_NO, 0, turned ? b.node : a.node,
                 turned ? a.node : b.node, node);
}

Typed type_compare(Typing *typing, const CondNode *node)
{
    Typed a = type_any(typing, node->a), b = type_any(typing, node->b);
    a.from = node->a;
    b.from = node->b;
    if ((!is_typed(a) && !a.value) || (!is_typed(b) && !b.value))
        return NOT_TYPED;
    if (node->compare != COMPARE_is && node->compare != COMPARE_is_not)
        return type_order(typing, node, a, b);
    Typed equal = type_equal(typing, a, b, node);
    if (node->compare == COMPARE_is_not && is_typed(equal))
        equal = typed(typing, CHECK_OP_not, YES_NO, 0, equal.node, NODE_NONE, node);
    return equal;
}

Typed type_holds(Typing *typing, const CondNode *node)
{
    Typed a = type_any(typing, node->a), b = type_any(typing, node->b);
    a.from = node->a;
    b.from = node->b;
    if ((!is_typed(a) && !a.value) || (!is_typed(b) && !b.value))
        return NOT_TYPED;
    return type_equal(typing, a, b, node);
}

/* ---- reckoning ---- */

static bool is_length(CheckType type)
{
    return type.id == CHECK_amount && (type.of == DIMENSION_days || type.of == DIMENSION_months);
}

static Typed not_an_amount(Typing *typing, Typed one)
{
    finding_condition_not_an_amount(typing->findings, typing_place(typing, one.from),
                                    typing_text(typing, one.from), type_words(typing, one.type));
    return NOT_TYPED;
}

static Typed type_sum_or_gap(Typing *typing, const CondNode *node, Typed a, Typed b)
{
    CheckOp op = node->op == COND_add ? CHECK_OP_add : CHECK_OP_subtract;
    if (a.type.id == CHECK_day && is_length(b.type))
        return typed(typing, op, a.type, 0, a.node, b.node, node);
    if (a.type.id == CHECK_day && b.type.id == CHECK_day && op == CHECK_OP_subtract)
        return typed(typing, op, TYPE_OF(CHECK_amount, DIMENSION_days), 0, a.node, b.node, node);
    if (a.type.id != CHECK_amount && a.type.id != CHECK_day)
        return not_an_amount(typing, a);
    if (!same_type(a.type, b.type))
        return report_types(typing, a, b);
    if (a.type.id == CHECK_day)
        return not_an_amount(typing, b);
    return typed(typing, op, a.type.of == DIMENSION_none ? b.type : a.type, 0, a.node, b.node, node);
}

static bool is_factor(CheckType type)
{
    return type.of == DIMENSION_number || type.of == DIMENSION_share || type.of == DIMENSION_none;
}

static Typed type_product(Typing *typing, const CondNode *node, Typed a, Typed b)
{
    bool divides = node->op == COND_divide;
    if (a.type.id != CHECK_amount || b.type.id != CHECK_amount)
        return not_an_amount(typing, a.type.id != CHECK_amount ? a : b);
    CheckType type = a.type;
    if (divides && a.type.of == b.type.of && a.type.of != DIMENSION_none)
        type = TYPE_OF(CHECK_amount, DIMENSION_number);
    else if (!divides && !is_factor(b.type) && is_factor(a.type))
        type = b.type;
    else if (!is_factor(b.type))
        return report_types(typing, a, b);
    return typed(typing, divides ? CHECK_OP_divide : CHECK_OP_multiply, type, 0, a.node, b.node, node);
}

Typed type_arithmetic(Typing *typing, const CondNode *node)
{
    Typed a = type_any(typing, node->a), b = node->b ? type_any(typing, node->b) : a;
    a.from = node->a;
    b.from = node->b ? node->b : node->a;
    if (!both_typed(typing, a, b))
        return NOT_TYPED;
    if (a.type.is_list || b.type.is_list) {
        const CondNode *list = a.type.is_list ? a.from : b.from;
        finding_condition_is_a_list(typing->findings, typing_place(typing, list), typing_text(typing, list));
        return NOT_TYPED;
    }
    if (node->op == COND_add || node->op == COND_subtract) {
        a = record_as(typing, a, CHECK_day);
        b = record_as(typing, b, CHECK_day);
        return type_sum_or_gap(typing, node, a, b);
    }
    if (node->op != COND_negate)
        return type_product(typing, node, a, b);
    if (a.type.id != CHECK_amount)
        return not_an_amount(typing, a);
    return typed(typing, CHECK_OP_negate, a.type, 0, a.node, NODE_NONE, node);
}
