/* Reading a line by its signature: clauses by their word, values by their place, from left to right
 * (language.md section 7). Each mistake is one finding; what can still be understood of the line is kept. */
#include "sema/reading.h"

#include <string.h>

/* ---- storing ---- */

void reading_note_place(Reading *reading, FieldId id, const Token *first)
{
    Span at = {first->first, reading->cursor->at[-1].end};
    records_note_place(reading->binder->records, reading->scope.kind, reading->scope.row, id, at);
}

/* Where the next value of the fact goes. */
static void *value_place(const Reading *reading, FieldId id)
{
    Records *records = reading->binder->records;
    return schema_field(id)->many == MANY_list ? records_list_add(records, id)
                                               : records_value(records, id, reading->scope.row);
}

void reading_store(Reading *reading, FieldId id, const void *value)
{
    memcpy(value_place(reading, id), value, schema_field(id)->size);
}

/* What was begun with is there still, where nothing was read. */
static void drop_value(const Reading *reading, FieldId id, Fit fit, void *value)
{
    const Field *field = schema_field(id);
    if (field->many == MANY_list)
        records_list_drop(reading->binder->records, id);
    else if (fit == FIT_bad)
        memcpy(value, type_missing(field->type), field->size);
}

/* Reads one value and keeps it, if it is one. */
static Fit read_one(Reading *reading, FieldId id)
{
    const Field *field = schema_field(id);
    void *value = value_place(reading, id);
    Fit fit = value_read(reading->binder, field, reading->cursor, value);
    if (fit != FIT_yes)
        drop_value(reading, id, fit, value);
    else if (field->type == TYPE_who)
        slip_name_goes_on(reading, value);
    return fit;
}

/* ---- lists ---- */

bool reading_key_at(const Reading *reading, const Token *at)
{
    const Binder *binder = reading->binder;
    const Token *end = reading->cursor->end;
    return phrase_match(binder->language, reading->signature->clauses, at, end) ||
           phrase_match(binder->language, reading->signature->keys, at, end);
}

/* Does a clause of this line, or another fact of the record, begin at the cursor? A post goes on with a list
 * of people, a bare code yields to a fact of its name. */
static bool list_yields(Reading *reading, const Field *field)
{
    Binder *binder = reading->binder;
    Cursor cursor = *reading->cursor;
    if (cursor.at->kind != TOKEN_word)
        return false;
    if (field->type == TYPE_who &&
        phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_post), cursor.at, cursor.end))
        return false;
    if (field->type == TYPE_choice &&
        phrase_match(binder->language, CONTEXT_CHOICES(field->of), cursor.at, cursor.end))
        return false;
    if (field->type == TYPE_record_kind &&
        phrase_match(binder->language, CONTEXT_RECORDS, cursor.at, cursor.end))
        return false;
    return reading_key_at(reading, cursor.at);
}

/* `for B1/B2`, `Tue/Thu`: a stroke for the comma. */
static bool is_another_after_stroke(Reading *reading, const Field *field)
{
    const Binder *binder = reading->binder;
    const Token *at = reading->cursor->at, *next = at + 1, *end = reading->cursor->end;
    if (at->kind != TOKEN_mark || next >= end || !str_equal(token_text(binder->source, at), STR("/")))
        return false;
    bool is_choice =
        field->type == TYPE_choice && phrase_match(binder->language, CONTEXT_CHOICES(field->of), next, end);
    if (!is_choice && (field->type != TYPE_reference || next->kind != TOKEN_word))
        return false;
    Finding *finding = finding_comma_forgotten(binder->findings, binder_token_place(binder, next),
                                               binder_text(binder, next, next));
    finding_fix(binder->findings, finding, (Span){at[-1].end, next->first}, STR(", "));
    reading->cursor->at++;
    return true;
}

/* `for B1 B2`, `with parent pupil`: another code or post, though no comma parts them. */
static bool is_another_without_comma(Reading *reading, const Field *field)
{
    const Binder *binder = reading->binder;
    const Token *at = reading->cursor->at;
    if (is_another_after_stroke(reading, field))
        return true;
    bool is_post = field->type == TYPE_who &&
                   phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_post), at, reading->cursor->end);
    if ((field->type != TYPE_reference && !is_post) || at->kind != TOKEN_word || reading_key_at(reading, at))
        return false;
    Finding *finding = finding_comma_forgotten(binder->findings, binder_token_place(binder, at),
                                               binder_text(binder, at, at));
    finding_fix(binder->findings, finding, (Span){at[-1].end, at->first}, STR(", "));
    return true;
}

/* Passes over `and`, or sees that a comma parted the token from what stood before. */
static bool list_goes_on(Reading *reading, const Field *field)
{
    Cursor *cursor = reading->cursor;
    if (cursor->at >= cursor->end)
        return false;
    if (binder_skip_small(reading->binder, cursor, SMALL_and))
        return cursor->at < cursor->end;
    return cursor->at->after_comma || is_another_without_comma(reading, field);
}

static Fit read_rest_of_list(Reading *reading, FieldId id)
{
    const Field *field = schema_field(id);
    for (;;) {
        Cursor before = *reading->cursor;
        if (!list_goes_on(reading, field))
            return FIT_yes;
        Fit fit = list_yields(reading, field) ? FIT_no : read_one(reading, id);
        if (fit == FIT_no) {
            *reading->cursor = before;
            return FIT_yes;
        }
        if (fit == FIT_bad)
            reading->trouble = true;
    }
}

Fit reading_values(Reading *reading, FieldId id)
{
    const Field *field = schema_field(id);
    const Token *first = reading->cursor->at;
    if (first >= reading->cursor->end || first->kind == TOKEN_bad_byte)
        return FIT_no;
    Fit fit = is_bad(first) ? FIT_bad : read_one(reading, id);
    if (fit == FIT_no)
        return FIT_no;
    if (fit == FIT_bad) {
        reading->trouble = true;
        if (reading->cursor->at == first)
            reading->cursor->at++;
    }
    if (field->many == MANY_list)
        read_rest_of_list(reading, id);
    reading_note_place(reading, id, first);
    return fit;
}

/* ---- clauses ---- */

bool reading_has_clause(const Reading *reading, FieldId id)
{
    for (unsigned i = 0; i < reading->clause_count; i++)
        if (reading->clauses[i] == id)
            return true;
    return false;
}

static void use_clause(Reading *reading, FieldId id)
{
    if (schema_field(id)->many != MANY_list && reading->clause_count < 8)
        reading->clauses[reading->clause_count++] = id;
}

static bool read_clause(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Token *key = cursor->at;
    const Phrase *phrase =
        phrase_match(binder->language, reading->signature->clauses, cursor->at, cursor->end);
    if (!phrase || reading_has_clause(reading, (FieldId)phrase->value))
        return false;
    FieldId id = (FieldId)phrase->value;
    const Field *field = schema_field(id);
    cursor->at += phrase->length;
    use_clause(reading, id);
    if (field->type == TYPE_flag) {
        uint8_t yes = FLAG_yes;
        reading_store(reading, id, &yes);
        reading_note_place(reading, id, key);
    } else if (reading_values(reading, id) == FIT_no && !slip_text_without_quotes(reading, id)) {
        slip_clause(reading, field, key);
    }
    return true;
}

/* A bare date where the line has an `on` not yet used. */
static bool read_bare_date(Reading *reading)
{
    Cursor *cursor = reading->cursor;
    if (!is_kind(*cursor, TOKEN_date) && !is_kind(*cursor, TOKEN_bad_date))
        return false;
    const KindInfo *kind = schema_kind(reading->scope.kind);
    for (FieldId id = kind->first_field; id < kind->field_end; id++) {
        const Field *field = schema_field(id);
        bool is_here =
            field->place == PLACE_CLAUSE && reading->signature->clauses == CONTEXT_HEAD(field->kind);
        bool is_owned =
            field->place == PLACE_OWNED && reading->signature->clauses == CONTEXT_CLAUSES(field->owner);
        if (!(is_here || is_owned) || !str_equal(field->key, STR("on")) || reading_has_clause(reading, id))
            continue;
        use_clause(reading, id);
        return reading_values(reading, id) != FIT_no;
    }
    return false;
}

/* ---- places ---- */

/* `attended 22 out of 36` in a provision, `result on …` in an outcome: what the record stands in is what it
 * names. */
bool binder_goes_without_saying(const Binder *binder, Scope scope, const Field *field)
{
    const TableHead *table = records_table(binder->records, scope.kind);
    return field->type == TYPE_reference && field->kind == scope.kind &&
           schema_leads_to(field->of, (Kind)table->parent_kind[scope.row]);
}

/* Reads the first place that takes what stands at the cursor; with `dates`, of those that take a date. */
static bool read_first_place(Reading *reading, bool dates)
{
    const Signature *signature = reading->signature;
    for (unsigned i = reading->next; i < signature->count; i++) {
        const Field *field = schema_field(signature->positional[i]);
        bool is_date = field->type == TYPE_date || field->type == TYPE_start_date;
        if ((is_date || !dates) && reading_values(reading, signature->positional[i]) != FIT_no) {
            reading->next = i + 1;
            return true;
        }
        if (field->place == PLACE_HEAD && field->many == MANY_one &&
            !binder_goes_without_saying(reading->binder, reading->scope, field))
            break;
    }
    return false;
}

/* `on` may stand before a date or not. */
static bool read_place(Reading *reading)
{
    Cursor before = *reading->cursor;
    if (read_first_place(reading, false))
        return true;
    if (binder_skip_small(reading->binder, reading->cursor, SMALL_on) && read_first_place(reading, true))
        return true;
    *reading->cursor = before;
    return false;
}

/* A fact of the record itself, whose braces were forgotten. */
static bool own_fact_begins(const Reading *reading)
{
    const Binder *binder = reading->binder;
    const Cursor *cursor = reading->cursor;
    Context keys = reading->signature->own_keys;
    if (keys == CONTEXT_KEYS(KIND_file))
        return false;
    const Phrase *phrase = phrase_match(binder->language, keys, cursor->at, cursor->end);
    bool used = phrase && phrase->meaning == MEANING_field &&
                reading_has_clause(reading, (FieldId)phrase->value) &&
                phrase_match(binder->language, reading->signature->keys, cursor->at, cursor->end);
    return phrase && !used;
}

/* The next place wants a text, and words stand there. */
static bool slip_text_at_place(Reading *reading)
{
    if (reading->next >= reading->signature->count)
        return false;
    if (!slip_text_without_quotes(reading, reading->signature->positional[reading->next]))
        return false;
    reading->next++;
    return true;
}

bool signature_read(Binder *binder, const Signature *signature, Scope scope, const Token *key, Cursor *cursor)
{
    Reading reading = {.binder = binder, .signature = signature, .scope = scope, .cursor = cursor};
    const Token *first = cursor->at;
    while (cursor->at < cursor->end) {
        if (read_clause(&reading) || read_place(&reading) || read_bare_date(&reading))
            continue;
        if (is_bad(cursor->at) && shorthand_sign_for_to(&reading))
            continue;
        if (is_bad(cursor->at)) {
            reading.trouble = true;
            cursor->at++;
            continue;
        }
        if (cursor->at > first && (own_fact_begins(&reading) || slip_next_fact(&reading)))
            break;
        if (!slip_word_forgotten(&reading) && !slip_misspelt_choice(&reading) &&
            !slip_text_at_place(&reading) && !surplus_read(&reading))
            break;
    }
    slip_missing_place(&reading, key);
    return !reading.trouble;
}
