/* Messages: the words of a check with the values of a record in their braces. */
#include "sema/check/run.h"

#include "sema/delivery.h"
#include "sema/schema.h"

static Str words_of_record(const Records *records, const CheckValue *value)
{
    if (value->row == ROW_NONE)
        return value->text;
    FieldId code = schema_code_field((Kind)value->kind);
    Str text = code == FIELD_COUNT ? STR("") : *(const Str *)records_value(records, code, value->row);
    return text.length ? text : schema_kind((Kind)value->kind)->key;
}

static Str words_of_who(const Records *records, const CheckValue *value)
{
    if (value->row != ROW_NONE && value->kind == KIND_person)
        return records->person.name[value->row];
    if (value->row != ROW_NONE && value->kind == KIND_parent)
        return records->parent.name[value->row];
    return value->number ? choice_info(CHOICES_post, (unsigned)value->number)->phrase : value->text;
}

static Str words_of_value(const Records *records, const CheckValue *value, CheckType type, Arena *arena)
{
    if (!value->known)
        return STR("nothing");
    switch ((CheckTypeId)value->type.id) {
    case CHECK_yes_no: return value->number ? STR("yes") : STR("no");
    case CHECK_amount: return amount_text(arena, value->amount);
    case CHECK_day: return date_text(arena, (int32_t)value->number, DATE_FORM_long);
    case CHECK_text: return value->text;
    case CHECK_choice: return choice_info((ChoiceList)type.of, (unsigned)value->number)->phrase;
    case CHECK_who: return words_of_who(records, value);
    case CHECK_record: return words_of_record(records, value);
    case CHECK_shape: break;
    }
    return STR("");
}

static Str words_of_list(Evaluation *evaluation, NodeId list, Arena *arena)
{
    CheckValue item;
    Str text = STR("");
    CheckType type = evaluation->program->nodes[list].type;
    ListWalk walk = list_walk(evaluation, list);
    while (list_next(&walk, &item)) {
        Str one = words_of_value(evaluation->derived->records, &item, type, arena);
        text =
            arena_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(text), text.length ? ", " : "", STR_ARG(one));
    }
    return text.length ? text : STR("nothing");
}

/* How long, how often, for how long: what no condition can take apart, a message may still tell. NULL for
 * what is none. */
static const Dosage *dosage_of_node(Evaluation *evaluation, const CheckNode *node)
{
    const Derived *derived = evaluation->derived;
    CheckValue record = evaluate(evaluation, node->a);
    if (!record.known || record.row == ROW_NONE)
        return NULL;
    if (node->op == CHECK_OP_field)
        return schema_field((FieldId)node->of)->type == TYPE_dosage
                   ? records_value(derived->records, (FieldId)node->of, record.row)
                   : NULL;
    if (node->of == DERIVED_provision_time)
        return &derived->effective[record.row].time;
    return node->of == DERIVED_provision_usual_time ? provision_programme(derived, record.row).time : NULL;
}

static Str words_of_shape(Evaluation *evaluation, const CheckNode *node, Arena *arena)
{
    const Dosage *dosage = dosage_of_node(evaluation, node);
    Str text = dosage ? dosage_text(arena, dosage) : STR("");
    return text.length ? text : STR("nothing");
}

/* A pupil may have no name here: then no code stands for it in the middle of a sentence. */
static Str words_of_node(Evaluation *evaluation, NodeId id, Arena *arena)
{
    const CheckNode *node = &evaluation->program->nodes[id];
    if (node->type.is_list)
        return words_of_list(evaluation, id, arena);
    if (node->type.id == CHECK_shape)
        return words_of_shape(evaluation, node, arena);
    CheckValue value = evaluate(evaluation, id);
    if (!value.known && node->op == CHECK_OP_field && node->of == FIELD_pupil_name)
        return STR("the pupil");
    return words_of_value(evaluation->derived->records, &value, node->type, arena);
}

/* What stands in braces; `phrase` is NULL where no phrase was found. */
static Str words_of_piece(Evaluation *evaluation, NodeId value, const PhraseTold *phrase, Arena *arena)
{
    static const PhraseTold none = {STR_INIT("the text"), STR_INIT(""), STR_INIT("")};
    phrase = phrase ? phrase : &none;
    switch (value) {
    case NODE_NONE: return STR("");
    case PIECE_PHRASE: return phrase->words;
    case PIECE_BECAUSE: return phrase->because;
    case PIECE_INSTEAD: return phrase->instead;
    default: return words_of_node(evaluation, value, arena);
    }
}

Str message_fill(Evaluation *evaluation, Stretch pieces, const PhraseTold *phrase, Arena *arena)
{
    Str text = STR("");
    for (uint32_t i = pieces.first; i < pieces.first + pieces.count; i++) {
        const MessagePiece *piece = &evaluation->program->pieces[i];
        Str value = words_of_piece(evaluation, piece->value, phrase, arena);
        text = arena_format(arena, STR_FMT STR_FMT STR_FMT, STR_ARG(text), STR_ARG(piece->words),
                            STR_ARG(value));
    }
    return text;
}

/* "Write, for example: …." with one full stop, also where a text of the example ends with its own. */
static Str words_of_example(const Check *check, Arena *arena)
{
    if (!check->suggest.length)
        return STR("");
    bool stops = str_ends(check->suggest, STR(".\"")) || str_ends(check->suggest, STR("."));
    return arena_format(arena, "Write, for example: " STR_FMT "%s", STR_ARG(check->suggest),
                        stops ? "" : ".");
}

Str message_help(const Check *check, Arena *arena)
{
    const char *gap = check->rule.why.length && check->suggest.length ? " " : "";
    Str text = arena_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(check->rule.why), gap,
                            STR_ARG(words_of_example(check, arena)));
    if (check->rule.cites.length)
        text = arena_format(arena, STR_FMT "%s(" STR_FMT ")", STR_ARG(text), text.length ? " " : "",
                            STR_ARG(check->rule.cites));
    return text;
}
