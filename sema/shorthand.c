/* Shorthand: a change or days of the week written shorter than the language has them: `41-70`, `41 → 70`,
 * `Mon-Fri`. In: a line that has come to a stop. Out: the values, and a note that says them in full. */
#include "sema/reading.h"

/* ---- changes ---- */

/* The clause of the line with that word whose value is an amount, if it has not been read; FIELD_COUNT for
 * none. */
static FieldId amount_clause(const Reading *reading, Str key)
{
    for (FieldId id = 0; id < FIELD_COUNT; id++) {
        const Field *field = schema_field(id);
        bool is_here =
            (field->place == PLACE_OWNED && reading->signature->clauses == CONTEXT_CLAUSES(field->owner)) ||
            (field->place == PLACE_CLAUSE && reading->signature->clauses == CONTEXT_HEAD(field->kind));
        if (is_here && field->type == TYPE_amount && str_equal(field->key, key))
            return reading_has_clause(reading, id) ? FIELD_COUNT : id;
    }
    return FIELD_COUNT;
}

/* `measure "…" 41 to 70`: the first amount without its `from`. */
static bool from_forgotten(Reading *reading)
{
    Binder *binder = reading->binder;
    const Token *first = reading->cursor->at;
    FieldId from = amount_clause(reading, STR("from"));
    if (from == FIELD_COUNT || first->kind == TOKEN_word || first->kind == TOKEN_dash_pair ||
        reading_values(reading, from) == FIT_no)
        return false;
    Finding *finding = finding_word_forgotten(binder->findings, binder_token_place(binder, first),
                                              STR("from"), binder_text(binder, first, first));
    finding_fix(binder->findings, finding, (Span){first->first, first->first}, STR("from "));
    return true;
}

/* `measure "…" 41-70` */
static bool change_in_short(Reading *reading)
{
    Binder *binder = reading->binder;
    const Token *pair = reading->cursor->at;
    FieldId from = amount_clause(reading, STR("from")), to = amount_clause(reading, STR("to"));
    if (from == FIELD_COUNT || to == FIELD_COUNT || pair->kind != TOKEN_dash_pair)
        return false;
    unsigned first = (uint32_t)pair->value >> 16, second = (uint32_t)pair->value & 0xFFFF;
    Amount amounts[] = {amount_make(first * INT64_C(1000), UNIT_number),
                        amount_make(second * INT64_C(1000), UNIT_number)};
    reading->cursor->at++;
    reading_store(reading, from, &amounts[0]);
    reading_note_place(reading, from, pair);
    reading_store(reading, to, &amounts[1]);
    reading_note_place(reading, to, pair);
    Str better = arena_format(&binder->scratch, "from %u to %u", first, second);
    Place place = binder_token_place(binder, pair);
    Finding *finding =
        finding_change_in_short(binder->findings, place, token_text(binder->source, pair), better);
    finding_fix(binder->findings, finding, place.span, better);
    return true;
}

bool shorthand_sign_for_to(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor, before = *cursor;
    const Token *first = cursor->at;
    FieldId to = amount_clause(reading, STR("to"));
    if (to == FIELD_COUNT || amount_clause(reading, STR("from")) != FIELD_COUNT)
        return false;
    while (cursor->at < cursor->end && cursor->at - first < 2 &&
           (cursor->at->kind == TOKEN_mark || cursor->at->kind == TOKEN_bad_byte))
        cursor->at++;
    if (cursor->at == first || reading_values(reading, to) == FIT_no) {
        *cursor = before;
        return false;
    }
    const Token *value = first + (cursor->at > first + 2 && first[1].kind != TOKEN_number ? 2 : 1);
    Place place = binder_place(binder, first, value - 1);
    findings_hush(binder->findings, place, SEVERITY_error);
    Finding *finding = finding_sign_for_to(binder->findings, place, source_text(binder->source, place.span));
    bool touches = first > binder->tree->tokens->list.at && first[-1].end == first->first;
    finding_fix(binder->findings, finding, (Span){first->first, value->first},
                touches ? STR(" to ") : STR("to "));
    return true;
}

/* ---- days ---- */

/* Stores the days behind `first` up to `last`, and notes that all are meant. */
static void store_days(Reading *reading, FieldId id, unsigned first, unsigned last, const Token *from)
{
    Binder *binder = reading->binder;
    Str all = choice_info(CHOICES_day, first)->phrase;
    for (unsigned day = first + 1; day <= last; day++) {
        reading_store(reading, id, &(uint8_t){(uint8_t)day});
        all = arena_format(&binder->scratch, STR_FMT ", " STR_FMT, STR_ARG(all),
                           STR_ARG(choice_info(CHOICES_day, day)->phrase));
    }
    Place place = binder_place(binder, from, reading->cursor->at - 1);
    findings_hush(binder->findings, place, SEVERITY_error);
    Finding *finding =
        finding_days_in_short(binder->findings, place, source_text(binder->source, place.span), all);
    finding_fix(binder->findings, finding, place.span, all);
}

static const Phrase *day_at(const Binder *binder, Cursor cursor)
{
    return phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_day), cursor.at, cursor.end);
}

/* `Mon-Fri`, in one word: the first day is stored, and the place filled. */
static const Phrase *days_in_one_word(Reading *reading, FieldId id, unsigned *first)
{
    const Binder *binder = reading->binder;
    if (reading->cursor->at->kind != TOKEN_word)
        return NULL;
    Str word = token_text(binder->source, reading->cursor->at);
    size_t dash = 0;
    while (dash < word.length && word.at[dash] != '-')
        dash++;
    const Phrase *one =
        phrase_of_text(binder->language, CONTEXT_CHOICES(CHOICES_day), str_slice(word, 0, dash));
    const Phrase *two = dash == word.length ? NULL
                                            : phrase_of_text(binder->language, CONTEXT_CHOICES(CHOICES_day),
                                                             str_slice(word, dash + 1, word.length));
    if (!one || !two)
        return NULL;
    *first = one->value;
    reading_store(reading, id, &(uint8_t){(uint8_t)one->value});
    reading->next = 1;
    return two;
}

/* `Monday to Friday`, `Mon - Fri`, `Mon-Fri` where days are listed. */
static bool is_days(Reading *reading)
{
    Binder *binder = reading->binder;
    Cursor *cursor = reading->cursor, after = *cursor;
    const Token *from = cursor->at;
    const Signature *signature = reading->signature;
    const Field *field = signature->count ? schema_field(signature->positional[0]) : NULL;
    if (!field || field->type != TYPE_choice || field->of != CHOICES_day || field->many != MANY_list ||
        reading->next > 1)
        return false;
    unsigned first = 0;
    const Phrase *last;
    if (reading->next) {
        const Phrase *before = day_at(binder, (Cursor){--from, cursor->end});
        bool parts = binder_skip_small(binder, &after, SMALL_to);
        after.at += !parts && after.at->kind == TOKEN_mark;
        last = before && after.at > cursor->at ? day_at(binder, after) : NULL;
        first = before ? before->value : 0;
    } else {
        last = days_in_one_word(reading, signature->positional[0], &first);
    }
    if (!last || last->value <= first)
        return false;
    cursor->at = after.at + 1;
    store_days(reading, signature->positional[0], first, last->value, from);
    return true;
}

bool shorthand_read(Reading *reading)
{
    return from_forgotten(reading) || change_in_short(reading) || shorthand_sign_for_to(reading) ||
           is_days(reading);
}
