/* Small helpers of binding: places, words, the terms known so far. */
#include "sema/binder.h"

Place binder_place(const Binder *binder, const Token *first, const Token *last)
{
    return (Place){binder->source, {first->first, last->end}};
}

Place binder_token_place(const Binder *binder, const Token *token)
{
    return binder_place(binder, token, token);
}

Str binder_text(const Binder *binder, const Token *first, const Token *last)
{
    return source_text(binder->source, (Span){first->first, last->end});
}

Str binder_rest(const Binder *binder, Cursor cursor)
{
    if (cursor.at >= cursor.end)
        return STR("");
    return binder_text(binder, cursor.at, cursor.end - 1);
}

Str binder_scope_name(const Binder *binder, Scope scope)
{
    if (scope.kind == KIND_file)
        return STR("file");
    return schema_variant_key(scope.kind, records_table(binder->records, scope.kind)->variant[scope.row]);
}

Place binder_place_to_end(const Binder *binder, const Token *first, const Token *end)
{
    Place place = binder_place(binder, first, end - 1);
    const Source *source = binder->source;
    uint32_t at = place.span.end;
    while (at < source->size && (source->text[at] == ' ' || source->text[at] == '\t'))
        at++;
    if (at < source->size && (source->text[at] == '.' || source->text[at] == ':'))
        place.span.end = at + 1;
    return place;
}

static bool words_fit(const Phrase *phrase, Cursor cursor)
{
    if (cursor.end - cursor.at < phrase->length)
        return false;
    for (unsigned i = 1; i < phrase->length; i++)
        if (cursor.at[i].kind != TOKEN_word || (uint32_t)cursor.at[i].value != phrase->word[i])
            return false;
    return true;
}

/* A word may have several meanings (`term` is a unit and a small word); all stand together in the table, the
 * longest first. */
const Phrase *binder_spoken_as(const Binder *binder, Cursor cursor, SpokenClass class, uint16_t value)
{
    const Language *language = binder->language;
    const Phrase *limit = language->phrases.at + language->phrases.count;
    const Phrase *phrase = phrase_match(language, CONTEXT_SPOKEN, cursor.at, cursor.end);
    uint16_t word = phrase ? phrase->word[0] : 0;
    for (; phrase && phrase < limit && phrase->context == CONTEXT_SPOKEN && phrase->word[0] == word; phrase++)
        if (phrase->variant == class && (value == ANY_VALUE || phrase->value == value) &&
            words_fit(phrase, cursor))
            return phrase;
    return NULL;
}

void records_calendar(const Records *records, Calendar *calendar)
{
    const struct term_table *term = &records->term;
    for (uint32_t row = 0; row < term->head.count; row++)
        calendar_add(calendar, (Term){.name = term->name[row],
                                      .first = term->starts[row],
                                      .last = term->ends[row],
                                      .half_first = term->half_term[row],
                                      .half_last = term->half_term_ends[row]});
}

const Calendar *binder_calendar(Binder *binder)
{
    if (binder->calendar_terms != binder->records->term.head.count) {
        calendar_free(&binder->calendar);
        records_calendar(binder->records, &binder->calendar);
        binder->calendar_terms = binder->records->term.head.count;
    }
    return &binder->calendar;
}
