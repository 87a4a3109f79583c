/* Reading a value by the type that is wanted. The simple types are read here, the others in value_*.c. */
#include "sema/binder.h"

static Fit value_text(Binder *binder, const Field *field, Cursor *cursor, Str *text)
{
    bool is_long = is_kind(*cursor, TOKEN_long_text);
    if (!is_kind(*cursor, TOKEN_text) && !is_long)
        return FIT_no;
    *text = literal_text(binder->source, cursor->at, &binder->records->arena);
    if (is_long && field->type != TYPE_long_text)
        finding_long_text_here(binder->findings, binder_token_place(binder, cursor->at));
    bool begins = text->length && (unsigned char)*text->at > ' ' && (unsigned char)*text->at < 0x80;
    if (!begins && !str_trim(*text).length)
        finding_empty_text(binder->findings, binder_token_place(binder, cursor->at), field->doc);
    cursor->at++;
    return FIT_yes;
}

/* The words at the cursor as a choice of the list, written plain or in quotes. */
static const Phrase *choice_at(const Binder *binder, ChoiceList list, Cursor cursor)
{
    if (!is_kind(cursor, TOKEN_text))
        return phrase_match(binder->language, CONTEXT_CHOICES(list), cursor.at, cursor.end);
    Arena scratch = {0};
    Str text = literal_text(binder->source, cursor.at, &scratch);
    const Phrase *phrase = phrase_of_text(binder->language, CONTEXT_CHOICES(list), text);
    arena_free(&scratch);
    return phrase;
}

/* `cognition and lerning`: the first word is a choice by itself, but the whole is another, misspelt. */
static bool is_longer_misspelt(const Binder *binder, ChoiceList list, const Phrase *phrase, Cursor cursor)
{
    Cursor after = {cursor.at + phrase->length, cursor.end};
    unsigned taken = 0;
    if (cursor.at->kind == TOKEN_text || !binder_is_small(binder, after, SMALL_and))
        return false;
    after.at++;
    if (after.at >= after.end || after.at->kind != TOKEN_word || choice_at(binder, list, after))
        return false;
    return phrase_nearest(binder->language, CONTEXT_CHOICES(list), binder->source, cursor.at, cursor.end,
                          phrase->length + 2, &taken) != NULL;
}

static Fit value_choice(Binder *binder, const Field *field, Cursor *cursor, uint8_t *choice)
{
    const Phrase *phrase = choice_at(binder, (ChoiceList)field->of, *cursor);
    if (!phrase || is_longer_misspelt(binder, (ChoiceList)field->of, phrase, *cursor))
        return FIT_no;
    *choice = (uint8_t)phrase->value;
    cursor->at += cursor->at->kind == TOKEN_text ? 1 : phrase->length;
    return FIT_yes;
}

/* Would the word be read as a choice that stands after the code (`need SEMH "…"` names an area, not a code)?
 */
static bool is_choice_after_code(const Binder *binder, const Field *field, Cursor cursor)
{
    FieldId next = (FieldId)(schema_code_field(field->kind) + 1);
    const Field *after = schema_field(next);
    if (field->place != PLACE_MAYBE || after->kind != field->kind || after->type != TYPE_choice)
        return false;
    if (!choice_at(binder, (ChoiceList)after->of, cursor))
        return false;
    Cursor second = {cursor.at + 1, cursor.end};
    return !choice_at(binder, (ChoiceList)after->of, second);
}

static Fit value_code(Binder *binder, const Field *field, Cursor *cursor, Str *code)
{
    if (!is_kind(*cursor, TOKEN_word) || is_choice_after_code(binder, field, *cursor))
        return FIT_no;
    *code = token_text(binder->source, cursor->at++);
    return FIT_yes;
}

static Fit value_name(Binder *binder, Cursor *cursor, Str *name)
{
    if (!is_kind(*cursor, TOKEN_word))
        return FIT_no;
    *name = token_text(binder->source, cursor->at++);
    return FIT_yes;
}

static Fit value_flag(Binder *binder, Cursor *cursor, uint8_t *flag)
{
    if (binder_skip_small(binder, cursor, SMALL_yes))
        *flag = FLAG_yes;
    else if (binder_skip_small(binder, cursor, SMALL_no))
        *flag = FLAG_no;
    else
        return FIT_no;
    return FIT_yes;
}

static Fit value_record_kind(Binder *binder, Cursor *cursor, RecordKind *kind)
{
    const Phrase *phrase = phrase_match(binder->language, CONTEXT_RECORDS, cursor->at, cursor->end);
    if (!phrase)
        return FIT_no;
    *kind = (RecordKind){(uint8_t)phrase->value, phrase->variant};
    cursor->at += phrase->length;
    return FIT_yes;
}

/* All that is left of the line. What it says is found out by the check language. */
static Fit value_condition(Binder *binder, Cursor *cursor, Condition *condition)
{
    if (cursor->at == cursor->end)
        return FIT_no;
    condition->at = (Span){cursor->at->first, cursor->end[-1].end};
    condition->text = source_text(binder->source, condition->at);
    cursor->at = cursor->end;
    return FIT_yes;
}

/* The rest of the line and its block, which is then not bound: what stands in it belongs to no plan. */
static Fit value_sample(Binder *binder, Cursor *cursor, Sample *sample)
{
    const Token *tokens = binder->tree->tokens->list.at;
    const Line *line = binder->line;
    bool has_block = line->has_block && line->close;
    if (cursor->at == cursor->end && !has_block)
        return FIT_no;
    const Token *first = cursor->at < cursor->end ? cursor->at : &tokens[line->open];
    const Token *last = has_block ? &tokens[line->close] : &cursor->end[-1];
    sample->at = (Span){first->first, last->end};
    sample->text = source_text(binder->source, sample->at);
    cursor->at = cursor->end;
    return FIT_yes;
}

Fit value_read(Binder *binder, const Field *field, Cursor *cursor, void *value)
{
    switch ((Type)field->type) {
    case TYPE_code: return value_code(binder, field, cursor, value);
    case TYPE_name: return value_name(binder, cursor, value);
    case TYPE_text:
    case TYPE_long_text: return value_text(binder, field, cursor, value);
    case TYPE_date: return value_date(binder, false, cursor, value);
    case TYPE_start_date: return value_date(binder, true, cursor, value);
    case TYPE_school_year: return value_school_year(binder, cursor, value);
    case TYPE_year_group: return value_year_group(binder, cursor, value);
    case TYPE_clock: return value_clock(binder, cursor, value);
    case TYPE_number: return value_number(binder, cursor, value);
    case TYPE_amount: return value_amount(binder, cursor, value);
    case TYPE_money: return value_money(binder, false, cursor, value);
    case TYPE_price: return value_money(binder, true, cursor, value);
    case TYPE_duration: return value_duration(binder, cursor, value);
    case TYPE_span: return value_span(binder, cursor, value);
    case TYPE_score: return value_score(binder, cursor, value);
    case TYPE_dosage: return value_dosage(binder, cursor, value);
    case TYPE_group_size: return value_group(binder, cursor, value);
    case TYPE_who: return value_who(binder, cursor, value);
    case TYPE_reference:
    case TYPE_named: return value_reference(binder, field, cursor, value);
    case TYPE_choice: return value_choice(binder, field, cursor, value);
    case TYPE_flag: return value_flag(binder, cursor, value);
    case TYPE_record_kind: return value_record_kind(binder, cursor, value);
    case TYPE_condition: return value_condition(binder, cursor, value);
    case TYPE_sample: return value_sample(binder, cursor, value);
    case TYPE_COUNT: break;
    }
    return FIT_no;
}
