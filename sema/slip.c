/* What is wrong with a line, or nearly right: slips that leave one meaning are taken for what was meant, with
 * a note or finding and a safe fix; the rest is reported once. */
#include "sema/reading.h"

/* The place that what is left over was perhaps meant for. */
static const Field *next_place(const Reading *reading)
{
    const Signature *signature = reading->signature;
    for (unsigned i = reading->next; i < signature->count; i++) {
        const Field *field = schema_field(signature->positional[i]);
        if (field->place != PLACE_MAYBE && field->place != PLACE_OWNED)
            return field;
    }
    return NULL;
}

bool slip_next_fact(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Token *at = cursor->at;
    if (!phrase_match(binder->language, reading->signature->keys, binder->source, at, cursor->end))
        return false;
    if (binder->without_braces)
        return true; /* the braces that are offered part the facts too */
    Finding *finding = finding_semicolon_forgotten(binder->findings, binder_token_place(binder, at),
                                                   binder_text(binder, at, at));
    uint32_t end = at[-1].end;
    finding_fix(binder->findings, finding, (Span){end, at->first}, STR("; "));
    return true;
}

/* "specific learning difficulty (SPLD), …": the first choices of a list, as they may be written. */
#define OFFERED_MOST 16
static Str choices_text(ChoiceList list, Arena *arena)
{
    Str text = STR("");
    for (unsigned choice = 1; choice < choice_count(list) && choice <= OFFERED_MOST; choice++) {
        const ChoiceInfo *info = choice_info(list, choice);
        bool code = info->code.length > 0;
        text =
            arena_format(arena, STR_FMT "%s" STR_FMT "%s" STR_FMT "%s", STR_ARG(text), choice > 1 ? ", " : "",
                         STR_ARG(info->phrase), code ? " (" : "", STR_ARG(info->code), code ? ")" : "");
    }
    return choice_count(list) <= OFFERED_MOST + 1 ? text : arena_format(arena, STR_FMT ", …", STR_ARG(text));
}

static void report_choice(Reading *reading, const Field *field, const Phrase *near, unsigned taken)
{
    Binder *binder = reading->binder;
    const Token *at = reading->cursor->at;
    Place place = binder_place(binder, at, at + taken - 1);
    ChoiceList list = (ChoiceList)field->of;
    Str meant =
        near ? phrase_text(binder->language, near, &binder->scratch) : choices_text(list, &binder->scratch);
    Str offered = meant;
    if (near && !str_equal_folded(meant, choice_info(list, near->value)->phrase))
        offered = arena_format(&binder->scratch, STR_FMT " (" STR_FMT ")", STR_ARG(meant),
                               STR_ARG(choice_info(list, near->value)->phrase));
    Finding *finding = finding_unknown_choice(
        binder->findings, place, binder_text(binder, at, at + taken - 1), choice_list_description(list),
        near ? "Did you mean" : "One of these", offered);
    if (near)
        finding_fix(binder->findings, finding, place.span, meant);
    reading->trouble = true;
}

bool slip_misspelt_choice(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    for (unsigned i = reading->next; i < reading->signature->count; i++) {
        FieldId id = reading->signature->positional[i];
        const Field *field = schema_field(id);
        unsigned taken = 1;
        if (field->type != TYPE_choice || cursor->at->kind != TOKEN_word)
            continue;
        const Phrase *near = phrase_nearest(binder->language, CONTEXT_CHOICES(field->of), binder->source,
                                            cursor->at, cursor->end, &taken);
        if (!near)
            continue;
        report_choice(reading, field, near, taken);
        reading_store(reading, id, &(uint8_t){(uint8_t)near->value});
        cursor->at += taken;
        reading_note_place(reading, id, cursor->at - taken);
        reading->next = i + 1;
        return true;
    }
    return false;
}

static void report_wrong_value(Reading *reading, const Field *field)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    if (field->type == TYPE_choice) {
        report_choice(reading, field, NULL, 1);
        return;
    }
    finding_wrong_type(binder->findings, binder_token_place(binder, cursor->at),
                       field->key.length ? field->key : reading->signature->key,
                       type_description(field->type), binder_text(binder, cursor->at, cursor->at),
                       field->example);
}

void slip_left_over(Reading *reading)
{
    const Field *field = next_place(reading);
    Binder *binder = reading->binder;
    if (!reading->trouble && field) {
        report_wrong_value(reading, field);
    } else if (!reading->trouble) {
        Cursor *cursor = reading->cursor;
        finding_left_over(binder->findings, binder_place(binder, cursor->at, cursor->end - 1),
                          binder_rest(binder, *cursor), reading->signature->key);
    }
    reading->trouble = true;
    reading->cursor->at = reading->cursor->end;
}

void slip_missing_place(Reading *reading, const Token *key)
{
    const Signature *signature = reading->signature;
    Binder *binder = reading->binder;
    for (unsigned i = reading->next; i < signature->count && !reading->trouble; i++) {
        const Field *field = schema_field(signature->positional[i]);
        if (field->place != PLACE_HEAD || binder_goes_without_saying(binder, reading->scope, field))
            continue;
        finding_part_missing(binder->findings, binder_token_place(binder, key), signature->key,
                             type_description(field->type), field->doc, field->example);
        reading->trouble = true;
    }
}

/* `where library`: words where a text in quotes belongs, up to a clause, another fact or a comma. */
bool slip_text_without_quotes(Reading *reading, FieldId id)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Token *first = cursor->at, *last = first;
    if (cursor->at >= cursor->end || schema_field(id)->type != TYPE_text || first->kind != TOKEN_word)
        return false;
    while (last + 1 < cursor->end && (last[1].kind == TOKEN_word || last[1].kind == TOKEN_number) &&
           !last[1].after_comma && !reading_key_at(reading, last + 1))
        last++;
    Str text = binder_text(binder, first, last);
    Place place = binder_place(binder, first, last);
    Finding *finding = finding_text_without_quotes(binder->findings, place, text);
    finding_fix(binder->findings, finding, place.span,
                arena_format(&binder->scratch, "\"" STR_FMT "\"", STR_ARG(text)));
    cursor->at = last + 1;
    reading_store(reading, id, &text);
    reading_note_place(reading, id, first);
    return true;
}

void slip_clause(Reading *reading, const Field *field, const Token *key)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    reading->trouble = true;
    if (cursor->at >= cursor->end) {
        finding_fact_without_value(binder->findings, binder_token_place(binder, key), field->key,
                                   type_description(field->type), field->example);
        return;
    }
    finding_wrong_type(binder->findings, binder_token_place(binder, cursor->at), field->key,
                       type_description(field->type), binder_text(binder, cursor->at, cursor->at),
                       field->example);
    cursor->at++;
}
