/* Lines that begin with no word the record knows: what may have been meant. In: the line's tokens. Out: a
 * finding, and the key where it is plain. Bullets and numbers of lists are passed over, a loose sentence is
 * told from a mistyped fact. Nothing here is asked of a line that begins as it should. */
#include "sema/binder.h"

#include <string.h>

/* Tokens of a list's number: `(`, `a`, `)`. */
#define LABEL_MOST     4
/* Signs of a line drawn across the page. */
#define RULE_LEAST     3
/* A line of so many words, none of them a text in quotes, is prose. */
#define SENTENCE_LEAST 3
/* Known words that are offered where none is near. */
#define OFFERED_MOST   12

/* ---- bullets and numbers ---- */

static const Phrase *key_at(const Binder *binder, Scope scope, const Token *at, const Token *end)
{
    return phrase_match(binder->language, CONTEXT_KEYS(scope.kind), at, end);
}

static bool is_sign(const Token *token)
{
    return token->kind == TOKEN_mark || token->kind == TOKEN_bad_byte || token->kind == TOKEN_times;
}

/* `a`, `iv`: what lists are numbered with beside figures. */
static bool is_list_letter(Str word)
{
    if (word.length == 1)
        return true;
    for (size_t i = 0; i < word.length; i++)
        if (!strchr("ivxIVX", word.at[i]))
            return false;
    return word.length <= LABEL_MOST;
}

static bool is_label(const Binder *binder, const Token *token)
{
    return is_sign(token) || token->kind == TOKEN_number || token->kind == TOKEN_dash_pair ||
           (token->kind == TOKEN_word && is_list_letter(token_text(binder->source, token)));
}

/* `***`, `--`: signs that set a line apart, or begin a comment elsewhere. */
static bool is_repeated(const Binder *binder, Cursor cursor)
{
    const Token *at = cursor.at;
    return is_sign(at) && at + 1 < cursor.end && is_sign(at + 1) &&
           str_equal(token_text(binder->source, at), token_text(binder->source, at + 1));
}

/* The key behind a bullet or the number of a list: `1) need`, `a. need`, `[ ] need`. */
static const Phrase *behind_label(Binder *binder, Scope scope, Cursor *cursor)
{
    const Token *first = cursor->at, *at = first;
    const Phrase *key = NULL;
    if (is_repeated(binder, *cursor))
        return NULL;
    while (!key && at < cursor->end && at - first < LABEL_MOST && is_label(binder, at))
        key = key_at(binder, scope, ++at, cursor->end);
    if (!key || at->after_comma)
        return NULL;
    Place place = binder_place(binder, first, at - 1);
    findings_hush(binder->findings, place, SEVERITY_error); /* its signs mean nothing by themselves */
    Finding *finding = finding_bullet(binder->findings, place, binder_text(binder, first, at - 1));
    finding_fix(binder->findings, finding, (Span){first->first, at->first}, STR(""));
    cursor->at = at + key->length;
    return key;
}

/* ---- codes ---- */

static bool looks_like_code(const Binder *binder, const Token *token)
{
    if (token->kind != TOKEN_word)
        return false;
    Str word = token_text(binder->source, token);
    return word.at[word.length - 1] >= '0' && word.at[word.length - 1] <= '9';
}

/* `B1 need "…"`: the code of a record before its key. */
static const Phrase *behind_code(Binder *binder, Scope scope, Cursor *cursor)
{
    const Token *code = cursor->at;
    if (!looks_like_code(binder, code) || code + 1 >= cursor->end || code[1].after_comma)
        return NULL;
    const Phrase *key = key_at(binder, scope, code + 1, cursor->end);
    if (!key || key->meaning != MEANING_kind || schema_code_field((Kind)key->value) == FIELD_COUNT)
        return NULL;
    const Token *next = code + 1 + key->length;
    if (next < cursor->end && looks_like_code(binder, next))
        return NULL;
    Place place = binder_place(binder, code, next - 1);
    Str name = binder_text(binder, code + 1, next - 1), text = token_text(binder->source, code);
    findings_hush(binder->findings, place, SEVERITY_note); /* `B1: need` */
    Finding *finding =
        finding_code_before_key(binder->findings, binder_token_place(binder, code), text, name);
    finding_fix(binder->findings, finding, place.span,
                arena_format(&binder->scratch, STR_FMT " " STR_FMT, STR_ARG(name), STR_ARG(text)));
    binder->code_before = code;
    cursor->at = next;
    return key;
}

/* ---- sentences ---- */

/* `-----`, `=====`: a line drawn across the page. */
static bool is_ruled(Cursor cursor)
{
    if (cursor.end[-1].end - cursor.at->first < RULE_LEAST)
        return false;
    while (cursor.at < cursor.end && is_sign(cursor.at))
        cursor.at++;
    return cursor.at == cursor.end;
}

static void report_ruled(Binder *binder, Cursor cursor)
{
    Place place = binder_place(binder, cursor.at, cursor.end - 1);
    findings_hush(binder->findings, place, SEVERITY_error);
    Finding *finding = finding_ruled_line(binder->findings, place);
    finding_fix(binder->findings, finding, place.span, STR(""));
}

/* Does a block or a text in quotes show that the line was meant for a record or fact? */
static bool has_form(Cursor cursor)
{
    const Token *next = cursor.end;
    if (next->kind == TOKEN_line_end)
        next++;
    bool has_text = false;
    for (; cursor.at < cursor.end; cursor.at++)
        has_text = has_text || cursor.at->kind == TOKEN_text || cursor.at->kind == TOKEN_long_text;
    return has_text || next->kind == TOKEN_open;
}

/* Words with a blank or the line's end behind them: noise has signs there. */
static size_t word_count(Cursor cursor)
{
    size_t words = 0;
    for (; cursor.at < cursor.end; cursor.at++)
        words += cursor.at->kind == TOKEN_word &&
                 (cursor.at + 1 == cursor.end || !(cursor.at->detail & TOKEN_DETAIL_touches_next));
    return words;
}

/* `Ana likes dogs.` A full stop ends a sentence, and no fact; `(ask mum)`: nor does one begin with a sign. */
static bool is_sentence(const Binder *binder, Cursor cursor, bool key_is_near)
{
    if (has_form(cursor))
        return false;
    size_t words = word_count(cursor);
    Place place = binder_place_to_end(binder, cursor.at, cursor.end);
    char last = binder->source->text[place.span.end - 1];
    bool ends = last == '.' || last == '!' || last == '?' || is_sign(cursor.at);
    return words >= SENTENCE_LEAST ? ends || !key_is_near
                                   : ends && (words > 1 || (words && is_sign(cursor.at)));
}

/* The length of a mark that begins a comment elsewhere: `//`, `--`, `/ *`. */
static uint32_t foreign_comment(Str line)
{
    static const Str marks[] = {STR_INIT("//"), STR_INIT("--"), STR_INIT("/*")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(line, marks[i]))
            return (uint32_t)marks[i].length;
    return 0;
}

static void report_sentence(Binder *binder, Scope scope, Cursor cursor)
{
    Place place = binder_place_to_end(binder, cursor.at, cursor.end);
    Str line = source_text(binder->source, place.span);
    uint32_t comment = foreign_comment(line);
    findings_hush(binder->findings, place, SEVERITY_error); /* what is odd in it is part of the sentence */
    Finding *finding = finding_loose_sentence(binder->findings, place, binder_scope_name(binder, scope),
                                              finding_shown(binder->findings, line));
    if (comment)
        finding_fix(binder->findings, finding, (Span){place.span.first, place.span.first + comment},
                    STR("#"));
    if (comment || scope.kind == KIND_file)
        finding_help(binder->findings, finding, "Put # before it, and it stays out of the plan.");
}

/* ---- keys that stand elsewhere, or nearly ---- */

/* Where the latest record of that kind in this one begins; 0 when there is none. */
static uint32_t latest_of(const Binder *binder, Scope scope, Kind kind)
{
    const TableHead *table = records_table(binder->records, kind);
    uint32_t last = table->count - 1;
    bool is_here = table->count && table->source[last] == binder->source->index &&
                   table->parent_kind[last] == scope.kind && table->parent[last] == scope.row;
    return is_here ? table->place[last].first : 0;
}

/* Some other record in which the words at the cursor are a key: the one above the line, whose braces may be
 * missing, else one that could stand there, else any; KIND_file for none. */
static Kind elsewhere(const Binder *binder, Scope scope, Cursor cursor)
{
    Kind found = KIND_file;
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++) {
        if (kind == KIND_use || !phrase_match(binder->language, CONTEXT_KEYS(kind), cursor.at, cursor.end))
            continue;
        bool nearer = schema_nests(scope.kind, kind) &&
                      (!schema_nests(scope.kind, found) ||
                       latest_of(binder, scope, kind) > latest_of(binder, scope, found));
        if (found == KIND_file || nearer)
            found = kind;
    }
    return found;
}

/* `SEN support` in a pupil: all words of the line are a choice of one of its facts, whose name was left out.
 */
static bool report_choice_alone(Binder *binder, Scope scope, Cursor cursor)
{
    const KindInfo *kind = schema_kind(scope.kind);
    const Field *fact = NULL;
    unsigned count = 0;
    for (FieldId id = kind->first_field; id < kind->field_end; id++) {
        const Field *field = schema_field(id);
        if (field->type != TYPE_choice || field->place != PLACE_FACT)
            continue;
        const Phrase *choice =
            phrase_match(binder->language, CONTEXT_CHOICES(field->of), cursor.at, cursor.end);
        if (!choice || cursor.at + choice->length != cursor.end)
            continue;
        fact = fact ? fact : field;
        count++;
    }
    if (!fact)
        return false;
    Place place = binder_place(binder, cursor.at, cursor.end - 1);
    Str found = source_text(binder->source, place.span);
    Str meant = arena_format(&binder->scratch, STR_FMT " " STR_FMT, STR_ARG(fact->key), STR_ARG(found));
    Finding *finding =
        finding_unknown_fact(binder->findings, place, found, binder_scope_name(binder, scope), meant);
    if (count == 1)
        finding_fix(binder->findings, finding, place.span, meant);
    return true;
}

/* The key that the words at the cursor are a slip or two from. Of a word of two letters one slip leaves too
 * little. */
static const Phrase *near_key(const Binder *binder, Scope scope, Cursor cursor, unsigned *taken)
{
    const Phrase *near = phrase_nearest(binder->language, CONTEXT_KEYS(scope.kind), binder->source, cursor.at,
                                        cursor.end, 1, taken);
    return near && *taken == 1 && cursor.at->end - cursor.at->first <= 2 ? NULL : near;
}

static const Phrase *report_near(Binder *binder, Scope scope, Cursor *cursor, const Phrase *near,
                                 unsigned taken)
{
    Place place = binder_place(binder, cursor->at, cursor->at + taken - 1);
    Str meant = phrase_text(binder->language, near, &binder->scratch);
    Finding *finding = finding_unknown_fact(binder->findings, place, source_text(binder->source, place.span),
                                            binder_scope_name(binder, scope), meant);
    finding_fix(binder->findings, finding, place.span, meant);
    cursor->at += taken;
    return near;
}

/* The first words are a key, but of another record or of the file. */
static void report_elsewhere(Binder *binder, Scope scope, Cursor cursor, Kind other, const Phrase *alone)
{
    Str name = binder_scope_name(binder, scope);
    if (other == KIND_file)
        finding_stands_by_itself(binder->findings,
                                 binder_place(binder, cursor.at, cursor.at + alone->length - 1),
                                 phrase_text(binder->language, alone, &binder->scratch), name, name);
    else if (!binder->is_unclosed) /* else the brace that is missing has been reported */
        finding_fact_elsewhere(binder->findings, binder_token_place(binder, cursor.at),
                               binder_text(binder, cursor.at, cursor.at), schema_kind(other)->key, name);
}

/* A line that begins with a word. */
static const Phrase *unknown_word(Binder *binder, Scope scope, Cursor *cursor)
{
    unsigned taken = 1;
    const Phrase *alone = key_at(binder, (Scope){KIND_file, ROW_NONE}, cursor->at, cursor->end);
    /* `action plan` is no action */
    Kind other = alone && alone->length > 1 ? KIND_file : elsewhere(binder, scope, *cursor);
    bool is_known = alone || other != KIND_file;
    if (is_known && line_is_astray(binder, scope, *cursor))
        return NULL;
    const Phrase *near = is_known ? NULL : near_key(binder, scope, *cursor, &taken);
    if (is_sentence(binder, *cursor, is_known || near)) {
        report_sentence(binder, scope, *cursor);
        return NULL;
    }
    findings_hush(binder->findings, binder_place_to_end(binder, cursor->at, cursor->end), SEVERITY_note);
    if (near)
        return report_near(binder, scope, cursor, near, taken);
    if (is_known)
        report_elsewhere(binder, scope, *cursor, other, alone);
    else if (!report_choice_alone(binder, scope, *cursor))
        finding_unknown_line(
            binder->findings, binder_token_place(binder, cursor->at), token_text(binder->source, cursor->at),
            binder_scope_name(binder, scope),
            phrase_list(binder->language, CONTEXT_KEYS(scope.kind), OFFERED_MOST, &binder->scratch));
    return NULL;
}

/* A line that begins with a value or a sign. */
static void unknown_value(Binder *binder, Scope scope, Cursor cursor)
{
    if (binder->cut_short)
        return;
    if (is_ruled(cursor)) {
        report_ruled(binder, cursor);
        return;
    }
    if (is_sentence(binder, cursor, !is_sign(cursor.at))) {
        report_sentence(binder, scope, cursor);
        return;
    }
    if (is_bad(cursor.at))
        return;
    Str keys = phrase_list(binder->language, CONTEXT_KEYS(scope.kind), OFFERED_MOST, &binder->scratch);
    Finding *finding =
        finding_line_without_key(binder->findings, binder_token_place(binder, cursor.at),
                                 token_description(cursor.at->kind), binder_scope_name(binder, scope), keys);
    if (cursor.at->kind == TOKEN_text && scope.kind != KIND_file)
        finding_help(binder->findings, finding,
                     "Begin it with a word that says what it is, or with note for a remark: " STR_FMT " …",
                     STR_ARG(keys));
}

const Phrase *key_mended(Binder *binder, Scope scope, Cursor *cursor, bool *guessed)
{
    const Phrase *key = behind_label(binder, scope, cursor);
    if (!key)
        key = behind_code(binder, scope, cursor);
    if (key)
        return key;
    if (cursor->at->kind != TOKEN_word) {
        unknown_value(binder, scope, *cursor);
        return NULL;
    }
    *guessed = true;
    return unknown_word(binder, scope, cursor);
}
