/* The reference evaluator. In: nodes, records; out: values. It goes through the tree as it stands and keeps
 * nothing from one record to the next. */
#include "sema/check/evaluate_kinds.h"
#include "sema/check/readings.h"

#include <string.h>

static CheckValue missing(const CheckNode *node)
{
    return VALUE_MISSING(node->type);
}

CheckValue yes_or_no(bool yes)
{
    CheckValue value = VALUE_MISSING(((CheckType){.id = CHECK_yes_no}));
    value.known = true;
    value.number = yes;
    return value;
}

static CheckValue of_amount(const CheckNode *node, Amount amount)
{
    CheckValue value = missing(node);
    value.known = !amount_is_missing(amount);
    value.amount = amount;
    return value;
}

static CheckValue of_day(const CheckNode *node, int32_t day)
{
    CheckValue value = missing(node);
    value.known = day_is_known(day);
    value.number = day;
    return value;
}

static CheckValue of_constant(const CheckNode *node)
{
    CheckValue value = missing(node);
    value.known = true;
    value.number = node->number;
    value.amount = node->amount;
    value.text = node->text;
    return value;
}

/* ---- yes and no ---- */

static CheckValue of_and(Evaluation *evaluation, const CheckNode *node, bool decides)
{
    CheckValue a = evaluate(evaluation, node->a);
    if (a.known && a.number == decides)
        return a;
    CheckValue b = evaluate(evaluation, node->b);
    if (b.known && b.number == decides)
        return b;
    return a.known ? b : a;
}

static CheckValue of_not(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue a = evaluate(evaluation, node->a);
    return a.known ? yes_or_no(!a.number) : a;
}

/* A yes/no fact that is missing is no, but it has not been given. */
static CheckValue of_given_flag(Evaluation *evaluation, const CheckNode *field)
{
    CheckValue record = evaluate(evaluation, field->a);
    return yes_or_no(record.known && record.row != ROW_NONE &&
                     records_given(evaluation->derived->records, (FieldId)field->of, record.row));
}

static CheckValue of_given(Evaluation *evaluation, const CheckNode *node)
{
    const CheckNode *asked = &evaluation->program->nodes[node->a];
    if (asked->op == CHECK_OP_field && asked->type.id == CHECK_yes_no)
        return of_given_flag(evaluation, asked);
    if (!asked->type.is_list)
        return yes_or_no(evaluate(evaluation, node->a).known);
    CheckValue item;
    ListWalk walk = list_walk(evaluation, node->a);
    return yes_or_no(list_next(&walk, &item));
}

static CheckValue of_is_kind(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue record = evaluate(evaluation, node->a);
    if (!record.known || record.row == ROW_NONE)
        return missing(node);
    const TableHead *table = records_table(evaluation->derived->records, (Kind)record.kind);
    return yes_or_no(record.kind == node->of &&
                     (!node->number || table->variant[record.row] + 1 == node->number));
}

static CheckValue of_includes(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue item, wanted = evaluate(evaluation, node->b);
    if (!wanted.known)
        return missing(node);
    ListWalk walk = list_walk(evaluation, node->a);
    while (list_next(&walk, &item)) {
        CheckValue equal = values_equal(evaluation, &item, &wanted);
        if (equal.known && equal.number)
            return equal;
    }
    return yes_or_no(false);
}

/* ---- texts ---- */

static char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_of_word(char c)
{
    return (lowered(c) >= 'a' && lowered(c) <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Do the words that stand at `at` begin and end no longer word? */
static bool is_whole(Str text, size_t at, Str words)
{
    if (at && is_of_word(words.at[0]) && is_of_word(text.at[at - 1]))
        return false;
    size_t end = at + words.length;
    return end == text.length || !is_of_word(words.at[words.length - 1]) || !is_of_word(text.at[end]);
}

bool text_says(Str text, Str words)
{
    for (size_t at = 0; (at = str_find_folded(text, words, at)) < text.length; at++)
        if (is_whole(text, at, words))
            return true;
    return false;
}

static CheckValue says_or_matches(const Evaluation *evaluation, const CheckNode *node, Str text)
{
    if (node->op == CHECK_OP_says)
        return yes_or_no(text_says(text, node->text));
    if (!evaluation->readings)
        return missing(node);
    CheckValue answer = VALUE_MISSING(node->type);
    answer.number = readings_match(evaluation->readings, node->text, text, &answer.known);
    return answer;
}

/* Of a list of texts: does one of them? */
static CheckValue of_words(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue text, answer = yes_or_no(false);
    if (!evaluation->program->nodes[node->a].type.is_list) {
        text = evaluate(evaluation, node->a);
        return text.known ? says_or_matches(evaluation, node, text.text) : missing(node);
    }
    ListWalk walk = list_walk(evaluation, node->a);
    while (list_next(&walk, &text)) {
        answer = says_or_matches(evaluation, node, text.text);
        if (answer.known && answer.number)
            break;
    }
    return answer;
}

/* ---- reckoning ---- */

int32_t day_moved(int32_t day, Amount length, int32_t sign)
{
    bool is_days = unit_dimension((Unit)length.unit) == DIMENSION_days;
    int64_t count = ratio_round(ratio_make(length.number, 1000));
    if (count == AMOUNT_MISSING || count > INT32_MAX || count < -INT32_MAX)
        return DAY_MISSING;
    return day_add(day, sign * count, is_days ? DAY_UNIT_day : DAY_UNIT_month);
}

static CheckValue of_sum(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue a = evaluate(evaluation, node->a), b = evaluate(evaluation, node->b);
    bool adds = node->op == CHECK_OP_add;
    if (!a.known || !b.known)
        return missing(node);
    if (a.type.id == CHECK_day && b.type.id == CHECK_day)
        return of_amount(node, amount_whole(a.number - b.number, UNIT_day));
    if (a.type.id == CHECK_day)
        return of_day(node, day_moved((int32_t)a.number, b.amount, adds ? 1 : -1));
    return of_amount(node, adds ? amount_add(a.amount, b.amount) : amount_subtract(a.amount, b.amount));
}

static CheckValue of_product(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue a = evaluate(evaluation, node->a), b = evaluate(evaluation, node->b);
    if (!a.known || !b.known)
        return missing(node);
    return of_amount(node, node->op == CHECK_OP_multiply ? amount_multiply(a.amount, b.amount)
                                                         : amount_divide(a.amount, b.amount));
}

static CheckValue of_negate(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue a = evaluate(evaluation, node->a);
    return a.known ? of_amount(node, amount_negate(a.amount)) : a;
}

/* ---- going through lists ---- */

/* The next of those for which `where` is surely true. */
static bool next_of_those(ListWalk *walk, const CheckNode *node, CheckValue *item)
{
    Evaluation *evaluation = walk->evaluation;
    while (!evaluation->gave_up && list_next(walk, item)) {
        evaluation->frames[node->of] = *item;
        if (node->b == NODE_NONE || surely(evaluation, node->b, true))
            return true;
    }
    return false;
}

/* `every` fails with the first for which its condition surely fails, `some` holds with the first for which it
 * surely holds; else both are unknown where one of them is. */
static CheckValue of_each(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue item, result = yes_or_no(node->op == CHECK_OP_every);
    ListWalk walk = list_walk(evaluation, node->a);
    while (next_of_those(&walk, node, &item)) {
        CheckValue holds = node->c == NODE_NONE ? yes_or_no(true) : evaluate(evaluation, node->c);
        if (!holds.known)
            result.known = false;
        else if (holds.number == (node->op == CHECK_OP_some))
            return holds;
    }
    return result;
}

static CheckValue of_count(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue item;
    int64_t count = 0;
    ListWalk walk = list_walk(evaluation, node->a);
    while (next_of_those(&walk, node, &item))
        count++;
    return of_amount(node, amount_whole(count, UNIT_number));
}

Amount total_of_nothing(Dimension dimension)
{
    Unit unit = UNIT_number;
    for (Unit one = UNIT_COUNT; one-- > UNIT_none + 1;)
        if (unit_dimension(one) == dimension)
            unit = one;
    return amount_whole(0, unit);
}

static CheckValue of_total(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue item;
    Amount sum = AMOUNT_NONE;
    int64_t count = 0;
    ListWalk walk = list_walk(evaluation, node->a);
    while (next_of_those(&walk, node, &item)) {
        CheckValue one = evaluate(evaluation, node->c);
        if (!one.known)
            continue;
        sum = count++ ? amount_add(sum, one.amount) : one.amount;
        if (amount_is_missing(sum))
            return missing(node);
    }
    if (node->op == CHECK_OP_total)
        return of_amount(node, count ? sum : total_of_nothing((Dimension)node->type.of));
    return count ? of_amount(node, amount_divide(sum, amount_whole(count, UNIT_number))) : missing(node);
}

/* ---- all of it ---- */

static CheckValue of_fact(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue record = evaluate(evaluation, node->a);
    if (!record.known || record.row == ROW_NONE)
        return missing(node);
    if (node->op == CHECK_OP_outer)
        return value_of_outer(evaluation, &record, (Kind)node->of);
    CheckValue value = node->op == CHECK_OP_field
                           ? value_of_field(evaluation, (FieldId)node->of, record.row)
                           : value_of_derived(evaluation, (DerivedId)node->of, record.row);
    value.type = node->type;
    return value;
}

static CheckValue of_comparison(Evaluation *evaluation, const CheckNode *node)
{
    CheckValue a = evaluate(evaluation, node->a), b = evaluate(evaluation, node->b);
    if (!a.known || !b.known)
        return missing(node);
    return node->op == CHECK_OP_equal ? values_equal(evaluation, &a, &b)
                                      : values_ordered(&a, &b, node->op == CHECK_OP_at_most);
}

CheckValue evaluate(Evaluation *evaluation, NodeId id)
{
    const CheckNode *node = &evaluation->program->nodes[id];
    if (++evaluation->steps > EVALUATION_MOST) {
        evaluation->gave_up = true;
        return missing(node);
    }
    switch ((CheckOp)node->op) {
    case CHECK_OP_constant: return of_constant(node);
    case CHECK_OP_today: return of_day(node, evaluation->derived->records->today);
    case CHECK_OP_limit: return of_amount(node, evaluation->limit);
    case CHECK_OP_item: return evaluation->frames[node->of];
    case CHECK_OP_outer:
    case CHECK_OP_field:
    case CHECK_OP_derived: return of_fact(evaluation, node);
    case CHECK_OP_is_kind: return of_is_kind(evaluation, node);
    case CHECK_OP_list_field:
    case CHECK_OP_list_derived:
    case CHECK_OP_rows_inside:
    case CHECK_OP_rows_naming:
    case CHECK_OP_rows_of_plan:
    case CHECK_OP_rows_of_pupil:
    case CHECK_OP_rows_all: return missing(node); /* no value: gone through by those that take lists */
    case CHECK_OP_given: return of_given(evaluation, node);
    case CHECK_OP_not: return of_not(evaluation, node);
    case CHECK_OP_and: return of_and(evaluation, node, false);
    case CHECK_OP_or: return of_and(evaluation, node, true);
    case CHECK_OP_equal:
    case CHECK_OP_less:
    case CHECK_OP_at_most: return of_comparison(evaluation, node);
    case CHECK_OP_includes: return of_includes(evaluation, node);
    case CHECK_OP_says:
    case CHECK_OP_matches: return of_words(evaluation, node);
    case CHECK_OP_add:
    case CHECK_OP_subtract: return of_sum(evaluation, node);
    case CHECK_OP_multiply:
    case CHECK_OP_divide: return of_product(evaluation, node);
    case CHECK_OP_negate: return of_negate(evaluation, node);
    case CHECK_OP_every:
    case CHECK_OP_some: return of_each(evaluation, node);
    case CHECK_OP_count: return of_count(evaluation, node);
    case CHECK_OP_total:
    case CHECK_OP_average: return of_total(evaluation, node);
    }
    return missing(node);
}

void evaluation_set(Evaluation *evaluation, Kind kind, uint32_t row)
{
    evaluation->frames[0] = value_of_record(kind, row);
    evaluation->steps = 0;
    evaluation->gave_up = false;
}

bool surely(Evaluation *evaluation, NodeId node, bool wanted)
{
    CheckValue value = evaluate(evaluation, node);
    return value.known && (value.number != 0) == wanted && !evaluation->gave_up;
}
