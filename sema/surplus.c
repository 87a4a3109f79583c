/* What is left over on a line: an amount that floats, a second value where one may stand, another record
 * whose key was not written again. In: a line that has come to a stop. Out: one finding, and the line read on
 * where it can be. */
#include "sema/reading.h"

/* How far before the cursor an amount may begin that goes on behind it: `£40 a term - £50`. */
#define LOOK_BACK 4

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

static bool is_sign(const Binder *binder, Cursor cursor, const char *signs)
{
    if (cursor.at >= cursor.end || (cursor.at->kind != TOKEN_mark && cursor.at->kind != TOKEN_bad_byte))
        return false;
    Str text = token_text(binder->source, cursor.at);
    for (; *signs; signs++)
        if (text.length == 1 && text.at[0] == *signs)
            return true;
    return false;
}

/* ---- amounts ---- */

static bool is_amount_field(const Field *field)
{
    return type_is_amount((Type)field->type);
}

/* `cost £40 to £50 a term`: the first has been read, or neither. */
static bool is_floating(Reading *reading)
{
    Cursor *cursor = reading->cursor;
    Floating floating;
    const Token *line = reading->binder->tree->tokens->list.at;
    for (int back = 0; back <= LOOK_BACK && cursor->at - back > line; back++) {
        Cursor whole = {cursor->at - back, cursor->end};
        if (back && (cursor->at->after_comma || whole.at->kind == TOKEN_line_end))
            return false;
        if (!floating_read(reading->binder, &whole, &floating))
            continue;
        cursor->at = whole.at > cursor->at ? whole.at : cursor->end;
        return true;
    }
    return false;
}

/* ---- values out of their order ---- */

/* Codes end in a figure; other words may be anything. */
static bool may_be_code(const Binder *binder, const Token *token)
{
    Str word = token_text(binder->source, token);
    return token->kind == TOKEN_word && word.at[word.length - 1] >= '0' && word.at[word.length - 1] <= '9';
}

/* Reads the value at the cursor into a place before the last that has been read. */
static bool read_earlier_place(Reading *reading)
{
    const Binder *binder = reading->binder;
    for (unsigned i = 0; reading->cursor->at < reading->cursor->end && i + 1 < reading->next; i++) {
        FieldId id = reading->signature->positional[i];
        bool fits = schema_field(id)->type != TYPE_code || may_be_code(binder, reading->cursor->at);
        if (fits && !records_given(binder->records, id, reading->scope.row) &&
            reading_values(reading, id) != FIT_no)
            return true;
    }
    return false;
}

/* `session 9:15 Tuesday`, `outcome "…" E1`. */
static bool is_out_of_order(Reading *reading)
{
    Binder *binder = reading->binder;
    const Token *first = reading->cursor->at;
    while (read_earlier_place(reading))
        continue;
    if (reading->cursor->at == first)
        return false;
    Place place = binder_place(binder, first, reading->cursor->at - 1);
    finding_out_of_order(binder->findings, place, source_text(binder->source, place.span));
    return true;
}

/* ---- second values ---- */

/* Another fact of the record that has the same choices, for the second of two: `secondary need`. */
static FieldId other_field(const Field *field)
{
    const KindInfo *kind = schema_kind(field->kind);
    for (FieldId id = kind->first_field; id < kind->field_end; id++) {
        const Field *other = schema_field(id);
        if (other != field && other->place == PLACE_FACT && other->type == TYPE_choice &&
            other->of == field->of)
            return id;
    }
    return FIELD_COUNT;
}

/* The end of a second value of the field's type at `cursor`, behind what parts the two; NULL where none
 * stands. */
static const Token *second_end(const Reading *reading, const Field *field, Cursor *cursor,
                               const Phrase **choice)
{
    const Binder *binder = reading->binder;
    while (is_sign(binder, *cursor, "/+-(&"))
        cursor->at++;
    if (!binder_skip_small(binder, cursor, SMALL_and))
        binder_skip_small(binder, cursor, SMALL_or);
    *choice = NULL;
    if (cursor->at >= cursor->end)
        return NULL;
    if (field->type == TYPE_date || field->type == TYPE_start_date)
        return cursor->at->kind == TOKEN_date || cursor->at->kind == TOKEN_month ? cursor->at + 1 : NULL;
    if (field->type != TYPE_choice)
        return NULL;
    *choice = phrase_match(binder->language, CONTEXT_CHOICES(field->of), cursor->at, cursor->end);
    return *choice ? cursor->at + (*choice)->length : NULL;
}

/* `SPLD (dyslexia)` */
static void report_again(Reading *reading, const Token *before, const Token *first, const Token *end)
{
    Binder *binder = reading->binder;
    Place place = binder_place(binder, first, end - 1);
    findings_hush(binder->findings, place, SEVERITY_error);
    Finding *finding = finding_said_again(binder->findings, place, source_text(binder->source, place.span));
    finding_fix(binder->findings, finding, (Span){before->end, end[-1].end}, STR(""));
}

static void report_second(Reading *reading, const Field *field, const Token *first, const Token *end)
{
    Binder *binder = reading->binder;
    Place place = binder_place(binder, first, end - 1);
    Str key = field->key.length ? field->key : reading->signature->key;
    Str found = source_text(binder->source, place.span);
    FieldId other = field->type == TYPE_choice ? other_field(field) : FIELD_COUNT;
    Finding *finding = finding_second_value(binder->findings, place, key, found);
    if (other != FIELD_COUNT)
        finding_help(binder->findings, finding,
                     "Keep the one that weighs most; give the other a line of its own: " STR_FMT " " STR_FMT,
                     STR_ARG(schema_field(other)->key), STR_ARG(found));
    reading->trouble = true;
}

/* `primary need dyslexia and ADHD`, `by 16 July 2027 or 20 July 2027`: the first is read, the others are
 * passed over. */
static bool is_second(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor, after = *cursor;
    const Token *before = cursor->at - 1, *first;
    const Phrase *choice;
    if (!reading->next)
        return false;
    FieldId id = reading->signature->positional[reading->next - 1];
    const Field *field = schema_field(id);
    const Token *end = field->many == MANY_list ? NULL : second_end(reading, field, &after, &choice);
    if (!end)
        return false;
    bool again =
        choice && choice->value == *(uint8_t *)records_value(binder->records, id, reading->scope.row);
    first = after.at;
    for (const Token *next = end; next; next = second_end(reading, field, &after, &choice))
        after.at = end = next;
    cursor->at = end + (end < cursor->end && is_sign(binder, (Cursor){end, cursor->end}, ")"));
    if (again)
        report_again(reading, before,
                     is_sign(binder, (Cursor){first - 1, cursor->end}, "(") ? first - 1 : first, cursor->at);
    else
        report_second(reading, field, first, end);
    return true;
}

/* ---- records whose key is not written again ---- */

/* Does what stands at the cursor fill the first place of the line's record once more? */
static bool fills_first_place(const Reading *reading, Cursor cursor)
{
    const Binder *binder = reading->binder;
    const Field *field = schema_field(reading->signature->positional[0]);
    if (cursor.at >= cursor.end || field->place != PLACE_HEAD ||
        !records_given(binder->records, reading->signature->positional[0], reading->scope.row))
        return false;
    if (field->type == TYPE_choice)
        return phrase_match(binder->language, CONTEXT_CHOICES(field->of), cursor.at, cursor.end);
    return field->type == TYPE_text ? cursor.at->kind == TOKEN_text
                                    : field->type == TYPE_date && cursor.at->kind == TOKEN_date;
}

/* Is a place that must be filled still empty, or does a block follow? */
static bool is_open(const Reading *reading)
{
    const Token *next = reading->cursor->end;
    if (next->kind == TOKEN_line_end)
        next++;
    return next->kind == TOKEN_open || next_place(reading);
}

/* `session Tuesday 9:15, Thursday 10:00`: another session. */
static bool is_again(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor, after = *cursor;
    const Signature *signature = reading->signature;
    if (signature->clauses != CONTEXT_HEAD(reading->scope.kind) || !signature->count || is_open(reading))
        return false;
    bool said = binder_skip_small(binder, &after, SMALL_and);
    if (!(said || after.at->after_comma || after.at->kind == TOKEN_word) ||
        !fills_first_place(reading, after))
        return false;
    Finding *finding = finding_key_not_repeated(binder->findings, binder_token_place(binder, after.at),
                                                binder_text(binder, after.at, after.at), signature->key);
    finding_fix(binder->findings, finding, (Span){cursor->at[-1].end, after.at->first},
                arena_format(&binder->scratch, "; " STR_FMT " ", STR_ARG(signature->key)));
    cursor->at = after.at;
    return binder->again = true;
}

/* ---- the rest ---- */

static void report_wrong_value(Reading *reading, const Field *field)
{
    if (field->type == TYPE_choice)
        slip_unknown_choice(reading, field, NULL, 1);
    else
        slip_wrong_type(reading, field, field->key.length ? field->key : reading->signature->key);
}

static void report_rest(Reading *reading, const Field *place)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor;
    if (!reading->trouble && place)
        report_wrong_value(reading, place);
    else if (!reading->trouble)
        finding_left_over(binder->findings, binder_place(binder, cursor->at, cursor->end - 1),
                          binder_rest(binder, *cursor), reading->signature->key);
    reading->trouble = true;
    cursor->at = cursor->end;
}

bool surplus_read(Reading *reading)
{
    const Field *place = next_place(reading);
    if (shorthand_read(reading) || is_out_of_order(reading))
        return true;
    if (!place && is_again(reading))
        return false;
    if (is_second(reading))
        return true;
    const Signature *signature = reading->signature;
    bool is_amount = place ? is_amount_field(place)
                           : signature->count && is_amount_field(schema_field(signature->positional[0]));
    if ((is_amount || reading->clause_count) && is_floating(reading))
        reading->trouble = true;
    else
        report_rest(reading, place);
    return true;
}
