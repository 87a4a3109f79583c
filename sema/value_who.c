/* People and codes: a post or party in words, a person's code, a name in quotes, a code of another record. */
#include "sema/binder.h"

static Who who_at(const Binder *binder, const Token *first, const Token *last, Str text)
{
    return (Who){.text = text, .at = binder_place(binder, first, last).span, .row = ROW_NONE};
}

static const Phrase *post_at(const Binder *binder, Cursor cursor)
{
    return phrase_match(binder->language, CONTEXT_CHOICES(CHOICES_post), cursor.at, cursor.end);
}

static Fit who_in_quotes(Binder *binder, Cursor *cursor, Who *who)
{
    Str text = literal_text(binder->source, cursor->at, &binder->records->arena);
    *who = who_at(binder, cursor->at, cursor->at, text);
    who->quoted = true;
    const Phrase *post = phrase_of_text(binder->language, CONTEXT_CHOICES(CHOICES_post), text);
    if (post)
        who->post = (uint8_t)post->value;
    cursor->at++;
    return FIT_yes;
}

/* `by a TA`, `by the class teacher` */
static bool is_article(const Binder *binder, Cursor cursor)
{
    return binder_is_small(binder, cursor, SMALL_a) || binder_is_small(binder, cursor, SMALL_an) ||
           binder_is_small(binder, cursor, SMALL_the);
}

static bool is_title(const Binder *binder, Cursor cursor)
{
    static const Small titles[] = {SMALL_mr, SMALL_mrs, SMALL_ms, SMALL_miss, SMALL_dr};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (binder_is_small(binder, cursor, titles[i]))
            return true;
    return false;
}

/* `by Mrs Brampton`, without the quotes: the words up to a comma or a word that begins with a small letter.
 */
static Fit who_by_name(Binder *binder, Cursor *cursor, Who *who)
{
    const Token *first = cursor->at, *last = first;
    while (last + 1 < cursor->end && last[1].kind == TOKEN_word && !last[1].after_comma) {
        char initial = token_text(binder->source, last + 1).at[0];
        if (initial >= 'a' && initial <= 'z')
            break;
        last++;
    }
    Str name = binder_text(binder, first, last);
    *who = who_at(binder, first, last, name);
    who->quoted = true;
    Finding *finding = finding_name_without_quotes(binder->findings, binder_place(binder, first, last), name);
    finding_fix(binder->findings, finding, who->at,
                arena_format(&binder->scratch, "\"" STR_FMT "\"", STR_ARG(name)));
    cursor->at = last + 1;
    return FIT_yes;
}

Fit value_who(Binder *binder, Cursor *cursor, Who *who)
{
    if (is_kind(*cursor, TOKEN_text))
        return who_in_quotes(binder, cursor, who);
    if (!is_kind(*cursor, TOKEN_word))
        return FIT_no;
    const Phrase *post = post_at(binder, *cursor);
    if (!post && is_article(binder, *cursor)) {
        post = post_at(binder, (Cursor){cursor->at + 1, cursor->end});
        cursor->at += post ? 1 : 0;
    }
    if (post) {
        *who = who_at(binder, cursor->at, cursor->at + post->length - 1,
                      binder_text(binder, cursor->at, cursor->at + post->length - 1));
        who->post = (uint8_t)post->value;
        cursor->at += post->length;
        return FIT_yes;
    }
    if (is_title(binder, *cursor))
        return who_by_name(binder, cursor, who);
    *who = who_at(binder, cursor->at, cursor->at, token_text(binder->source, cursor->at));
    cursor->at++;
    return FIT_yes;
}

Fit value_reference(Binder *binder, const Field *field, Cursor *cursor, Reference *reference)
{
    bool quoted = is_kind(*cursor, TOKEN_text);
    if (!quoted && !is_kind(*cursor, TOKEN_word))
        return FIT_no;
    *reference =
        (Reference){.at = binder_token_place(binder, cursor->at).span, .quoted = quoted, .row = ROW_NONE};
    reference->text = quoted ? literal_text(binder->source, cursor->at, &binder->records->arena)
                             : token_text(binder->source, cursor->at);
    if (quoted && field->type == TYPE_reference)
        reference->quoted = false; /* a code in quotes is a code */
    cursor->at++;
    return FIT_yes;
}
