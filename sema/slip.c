/* What is wrong with a line, or nearly right: slips that leave one meaning are taken for what was meant, with
 * a note or finding and a safe fix; the rest is reported once. */
#include "sema/reading.h"

#include <string.h>

/* A fact that may stand once and does: its word here is none of the record's (`time 20 minutes, when
 * needed`). */
static bool stands_already(const Reading *reading, const Phrase *phrase)
{
    if (phrase->meaning != MEANING_field || reading->signature->own_keys != CONTEXT_KEYS(KIND_file))
        return false;
    FieldId id = (FieldId)phrase->value;
    return schema_field(id)->many != MANY_list && schema_field(id)->kind == reading->scope.kind &&
           records_given(reading->binder->records, id, reading->scope.row);
}

bool slip_next_fact(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Token *at = cursor->at;
    const Phrase *phrase = phrase_match(binder->language, reading->signature->keys, at, cursor->end);
    if (!phrase || stands_already(reading, phrase))
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

void slip_unknown_choice(Reading *reading, const Field *field, const Phrase *near, unsigned taken)
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
                                            cursor->at, cursor->end, 1, &taken);
        if (!near)
            continue;
        slip_unknown_choice(reading, field, near, taken);
        reading_store(reading, id, &(uint8_t){(uint8_t)near->value});
        cursor->at += taken;
        reading_note_place(reading, id, cursor->at - taken);
        reading->next = i + 1;
        return true;
    }
    return false;
}

/* May what stands at the cursor be the value of the clause, though its word was forgotten? */
static bool fits_clause(const Reading *reading, const Field *field)
{
    const Binder *binder = reading->binder;
    const Cursor *cursor = reading->cursor;
    if (field->place != PLACE_CLAUSE || cursor->at->kind != TOKEN_word)
        return false;
    if (field->type == TYPE_reference)
        return field->many == MANY_one;
    return field->type == TYPE_who &&
           phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_post), cursor->at, cursor->end);
}

bool slip_word_forgotten(Reading *reading)
{
    Binder *binder = reading->binder;
    const KindInfo *kind = schema_kind(reading->scope.kind);
    const Token *first = reading->cursor->at;
    if (reading->signature->clauses != CONTEXT_HEAD(reading->scope.kind))
        return false;
    for (FieldId id = kind->first_field; id < kind->field_end; id++) {
        const Field *field = schema_field(id);
        if (!fits_clause(reading, field) || records_given(binder->records, id, reading->scope.row))
            continue;
        Finding *finding = finding_word_forgotten(binder->findings, binder_token_place(binder, first),
                                                  field->key, binder_text(binder, first, first));
        finding_fix(binder->findings, finding, (Span){first->first, first->first},
                    arena_format(&binder->scratch, STR_FMT " ", STR_ARG(field->key)));
        return reading_values(reading, id) != FIT_no;
    }
    return false;
}

static bool is_capital(Str word)
{
    return word.length && !(word.at[0] >= 'a' && word.at[0] <= 'z');
}

void slip_name_goes_on(Reading *reading, Who *who)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Token *first = cursor->at - 1, *last = first;
    if (who->post || who->quoted)
        return;
    bool is_name = is_capital(who->text);
    while (last + 1 < cursor->end && last[1].kind == TOKEN_word && !last[1].after_comma &&
           !reading_key_at(reading, last + 1) &&
           !phrase_match(binder->language, reading->signature->own_keys, last + 1, cursor->end) &&
           !binder_is_small(binder, (Cursor){last + 1, cursor->end}, SMALL_and) &&
           !binder_is_small(binder, (Cursor){last + 1, cursor->end}, SMALL_on)) {
        last++;
        is_name = is_name && is_capital(binder_text(binder, last, last));
    }
    if (last == first)
        return;
    who->text = binder_text(binder, first, last);
    who->at.end = last->end;
    cursor->at = last + 1;
    if (!is_name)
        return;
    who->quoted = true;
    Finding *finding =
        finding_name_without_quotes(binder->findings, binder_place(binder, first, last), who->text);
    finding_fix(binder->findings, finding, who->at,
                arena_format(&binder->scratch, "\"" STR_FMT "\"", STR_ARG(who->text)));
}

/* An example of the value: of the whole head, where the first place's example is that. */
static Str example_of_place(const Signature *signature, const Field *field)
{
    Str whole = signature->count ? schema_field(signature->positional[0])->example : field->example;
    bool shows = memmem(whole.at, whole.length, field->example.at, field->example.length) != NULL;
    return shows ? whole : field->example;
}

/* `Meeting went well.`: words where a value belongs are perhaps a remark. Then the full stop behind them is
 * no mistake of its own. */
static void help_with_remark(Reading *reading, const Field *field, Finding *finding)
{
    Binder *binder = reading->binder;
    const Cursor *cursor = reading->cursor;
    for (const Token *at = cursor->at; at < cursor->end; at++)
        if (at->kind != TOKEN_word)
            return;
    findings_hush(binder->findings, binder_place_to_end(binder, cursor->at, cursor->end), SEVERITY_note);
    if (cursor->end - cursor->at > 1)
        finding_help(binder->findings, finding,
                     "For example: " STR_FMT ". If the line is only a remark, put # before it.",
                     STR_ARG(field->example));
}

/* `outcome 1`, `meets 1`: a number where a code may stand. */
static bool is_code_of_figures(const Reading *reading, const Field *field)
{
    const Signature *signature = reading->signature;
    return reading->cursor->at->kind == TOKEN_number &&
           (field->type == TYPE_code || field->type == TYPE_reference ||
            (signature->count && schema_field(signature->positional[0])->type == TYPE_code));
}

void slip_wrong_type(Reading *reading, const Field *field, Str key)
{
    Binder *binder = reading->binder;
    const Token *at = reading->cursor->at;
    Finding *finding =
        finding_wrong_type(binder->findings, binder_token_place(binder, at), key,
                           type_description(field->type), binder_text(binder, at, at), field->example);
    if (at->kind == TOKEN_text && field->type != TYPE_code)
        finding_help(binder->findings, finding,
                     "Only texts stand in quotation marks: take them away. For example: " STR_FMT,
                     STR_ARG(field->example));
    else if (is_code_of_figures(reading, field))
        finding_help(binder->findings, finding, "A code begins with a letter. For example: " STR_FMT,
                     STR_ARG(example_of_place(reading->signature, field)));
    else
        help_with_remark(reading, field, finding);
}

void slip_missing_place(Reading *reading, const Token *key)
{
    const Signature *signature = reading->signature;
    Binder *binder = reading->binder;
    for (unsigned i = reading->next; i < signature->count && !reading->trouble; i++) {
        const Field *field = schema_field(signature->positional[i]);
        if (field->place != PLACE_HEAD || binder_goes_without_saying(binder, reading->scope, field))
            continue;
        findings_hush(binder->findings, binder_place_to_end(binder, key, reading->cursor->at), SEVERITY_note);
        finding_part_missing(binder->findings, binder_token_place(binder, key), signature->key,
                             type_description(field->type), field->doc, example_of_place(signature, field));
        reading->trouble = true;
    }
}

/* Does the key at `at` have a value behind it that is no mere word? Prose is full of words that begin facts
 * (`will review his work`), and none of figures, texts and codes. */
static bool key_has_value(const Reading *reading, const Token *at)
{
    const Binder *binder = reading->binder;
    const Token *end = reading->cursor->end;
    const Signature *signature = reading->signature;
    const Phrase *key = phrase_match(binder->language, signature->clauses, at, end);
    if (!key)
        key = phrase_match(binder->language, signature->keys, at, end);
    const Token *value = at + key->length;
    if (value >= end || value->kind != TOKEN_word)
        return true;
    Str word = token_text(binder->source, value);
    char last = word.at[word.length - 1];
    return (last >= 'A' && last <= 'Z') || (last >= '0' && last <= '9') ||
           phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_post), value, end);
}

/* Does the text without marks go on at `at`? A comma parts texts only where several may stand. */
static bool text_goes_on(const Reading *reading, const Field *field, const Token *at)
{
    if (at >= reading->cursor->end || at->kind == TOKEN_text || at->kind == TOKEN_long_text)
        return false;
    if (at->after_comma && field->many == MANY_list)
        return false;
    return !reading_key_at(reading, at) || !key_has_value(reading, at);
}

/* `where library`: words where a text in quotes belongs, up to a clause or another fact. What is odd in them
 * is part of the text. */
bool slip_text_without_quotes(Reading *reading, FieldId id)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Field *field = schema_field(id);
    const Token *first = cursor->at, *last = first;
    if (cursor->at >= cursor->end || field->type != TYPE_text || first->kind != TOKEN_word)
        return false;
    while (text_goes_on(reading, field, last + 1))
        last++;
    if (last + 1 < cursor->end && last[1].kind == TOKEN_text && !last[1].after_comma)
        return false; /* the text is there: the words before it are something else */
    Place place = last + 1 == cursor->end ? binder_place_to_end(binder, first, cursor->end)
                                          : binder_place(binder, first, last);
    Str text = source_text(binder->source, place.span);
    findings_hush(binder->findings, place, SEVERITY_error);
    if (!reading->trouble)
        finding_fix(binder->findings, finding_text_without_quotes(binder->findings, place, text), place.span,
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
    Floating floating;
    if (floating_read(binder, cursor, &floating))
        return;
    slip_wrong_type(reading, field, field->key);
    cursor->at++;
}
