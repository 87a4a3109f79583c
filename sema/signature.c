/* Reading a line by its signature: clauses by their word, values by their place, from left to right
 * (language.md section 7). Each mistake is one finding; what can still be understood of the line is kept. */
#include "sema/binder.h"

#include <string.h>

#define VALUE_MOST 64 /* bytes of the largest value */

typedef struct Reading {
    Binder *binder;
    const Signature *signature;
    Scope scope;
    Cursor *cursor;
    unsigned next;      /* the first place not yet filled */
    bool trouble;       /* something was reported: what is missing may be no mistake of its own */
    FieldId clauses[8]; /* one and opt clauses already read */
    unsigned clause_count;
} Reading;

/* ---- storing ---- */

static void note_place(Reading *reading, FieldId id, const Token *first)
{
    Span at = {first->first, reading->cursor->at[-1].end};
    records_note_place(reading->binder->records, reading->scope.kind, reading->scope.row, id, at);
}

static void store(Reading *reading, FieldId id, const void *value)
{
    const Field *field = schema_field(id);
    Records *records = reading->binder->records;
    void *to = field->many == MANY_list ? records_list_add(records, id)
                                        : records_value(records, id, reading->scope.row);
    memcpy(to, value, field->size);
}

static Fit read_one(Reading *reading, const Field *field, void *value)
{
    memcpy(value, type_missing(field->type), field->size);
    return value_read(reading->binder, field, reading->cursor, value);
}

/* ---- lists ---- */

/* Does a clause of this line, or another fact of the record, begin at the cursor? A post goes on with a list
 * of people, a bare code yields to a fact of its name. */
static bool list_yields(Reading *reading, const Field *field)
{
    Binder *binder = reading->binder;
    Cursor cursor = *reading->cursor;
    if (cursor.at->kind != TOKEN_word)
        return false;
    if (field->type == TYPE_who &&
        phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_post), binder->source, cursor.at, cursor.end))
        return false;
    if (field->type == TYPE_choice &&
        phrase_match(binder->language, CONTEXT_CHOICES(field->of), binder->source, cursor.at, cursor.end))
        return false;
    return phrase_match(binder->language, reading->signature->clauses, binder->source, cursor.at,
                        cursor.end) ||
           phrase_match(binder->language, reading->signature->keys, binder->source, cursor.at, cursor.end);
}

/* Passes over `and`, or sees that a comma parted the token from what stood before. */
static bool list_goes_on(Reading *reading)
{
    Cursor *cursor = reading->cursor;
    if (cursor->at >= cursor->end)
        return false;
    if (binder_skip_small(reading->binder, cursor, SMALL_and))
        return cursor->at < cursor->end;
    return cursor->at->after_comma;
}

static Fit read_rest_of_list(Reading *reading, FieldId id)
{
    const Field *field = schema_field(id);
    _Alignas(max_align_t) char value[VALUE_MOST];
    for (;;) {
        Cursor before = *reading->cursor;
        if (!list_goes_on(reading))
            return FIT_yes;
        Fit fit = list_yields(reading, field) ? FIT_no : read_one(reading, field, value);
        if (fit == FIT_no) {
            *reading->cursor = before;
            return FIT_yes;
        }
        if (fit == FIT_bad) {
            reading->trouble = true;
            continue;
        }
        store(reading, id, value);
    }
}

/* Reads the value, or the list of values, of a fact. */
static Fit read_values(Reading *reading, FieldId id)
{
    const Field *field = schema_field(id);
    const Token *first = reading->cursor->at;
    _Alignas(max_align_t) char value[VALUE_MOST];
    if (first >= reading->cursor->end || first->kind == TOKEN_bad_byte)
        return FIT_no;
    Fit fit = is_bad(first) ? FIT_bad : read_one(reading, field, value);
    if (fit == FIT_no)
        return FIT_no;
    if (fit == FIT_bad) {
        reading->trouble = true;
        if (reading->cursor->at == first)
            reading->cursor->at++;
    } else {
        store(reading, id, value);
    }
    if (field->many == MANY_list)
        read_rest_of_list(reading, id);
    note_place(reading, id, first);
    return fit;
}

/* ---- clauses ---- */

static bool clause_used(const Reading *reading, FieldId id)
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

/* A clause word stands alone, or what follows it is of another type. */
static void report_clause(Reading *reading, const Field *field, const Token *key)
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

static bool read_clause(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Token *key = cursor->at;
    const Phrase *phrase =
        phrase_match(binder->language, reading->signature->clauses, binder->source, cursor->at, cursor->end);
    if (!phrase || clause_used(reading, (FieldId)phrase->value))
        return false;
    FieldId id = (FieldId)phrase->value;
    const Field *field = schema_field(id);
    cursor->at += phrase->length;
    use_clause(reading, id);
    if (field->type == TYPE_flag) {
        uint8_t yes = FLAG_yes;
        store(reading, id, &yes);
        note_place(reading, id, key);
    } else if (read_values(reading, id) == FIT_no) {
        report_clause(reading, field, key);
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
        if (!(is_here || is_owned) || !str_equal(field->key, STR("on")) || clause_used(reading, id))
            continue;
        use_clause(reading, id);
        return read_values(reading, id) != FIT_no;
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

static bool read_place(Reading *reading)
{
    const Signature *signature = reading->signature;
    Cursor before = *reading->cursor;
    for (int without_on = 0; without_on < 2; without_on++) {
        if (without_on && !binder_skip_small(reading->binder, reading->cursor, SMALL_on))
            return false;
        bool is_date = is_kind(*reading->cursor, TOKEN_date) || is_kind(*reading->cursor, TOKEN_month) ||
                       is_kind(*reading->cursor, TOKEN_bad_date);
        for (unsigned i = reading->next; i < signature->count && (!without_on || is_date); i++) {
            FieldId id = signature->positional[i];
            if (read_values(reading, id) != FIT_no) {
                reading->next = i + 1;
                return true;
            }
            const Field *field = schema_field(id);
            if (field->place == PLACE_HEAD && field->many == MANY_one &&
                !binder_goes_without_saying(reading->binder, reading->scope, field))
                break;
        }
        *reading->cursor = before;
    }
    return false;
}

/* ---- what is left over, what is missing ---- */

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

/* Another fact of the record stands on the same line. */
static bool next_line_begins(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    const Token *at = cursor->at;
    if (!phrase_match(binder->language, reading->signature->keys, binder->source, at, cursor->end))
        return false;
    Finding *finding = finding_semicolon_forgotten(binder->findings, binder_token_place(binder, at),
                                                   binder_text(binder, at, at));
    uint32_t end = at[-1].end;
    finding_fix(binder->findings, finding, (Span){end, at->first}, STR("; "));
    return true;
}

static void report_choice(Reading *reading, const Field *field, const Phrase *near, unsigned taken)
{
    Binder *binder = reading->binder;
    const Token *at = reading->cursor->at;
    Place place = binder_place(binder, at, at + taken - 1);
    ChoiceList list = (ChoiceList)field->of;
    Str meant = near ? phrase_text(binder->language, near, &binder->scratch)
                     : phrase_list(binder->language, CONTEXT_CHOICES(list), 16, &binder->scratch);
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

/* A word that is nearly a choice of one of the places still open: reported, taken for that, and passed over.
 */
static bool read_misspelt_choice(Reading *reading)
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
        store(reading, id, &(uint8_t){(uint8_t)near->value});
        cursor->at += taken;
        note_place(reading, id, cursor->at - taken);
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

static void report_left_over(Reading *reading)
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

static void report_missing_places(Reading *reading, const Token *key)
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

void signature_read(Binder *binder, const Signature *signature, Scope scope, const Token *key, Cursor *cursor)
{
    Reading reading = {.binder = binder, .signature = signature, .scope = scope, .cursor = cursor};
    const Token *first = cursor->at;
    while (cursor->at < cursor->end) {
        if (read_clause(&reading) || read_place(&reading) || read_bare_date(&reading))
            continue;
        if (is_bad(cursor->at)) {
            reading.trouble = true;
            cursor->at++;
            continue;
        }
        if (cursor->at > first && next_line_begins(&reading))
            break;
        if (!read_misspelt_choice(&reading))
            report_left_over(&reading);
    }
    report_missing_places(&reading, key);
}
