/* Lines to rows: finds the key a line begins with, in the record it stands in, and binds what follows by the
 * schema's signature of that key; then the lines of its block in turn. What the values mean is for value*.c
 * to read. */
#include "sema/binder.h"

#include <stdlib.h>

static void bind_block(Binder *binder, Scope scope, const Line *line);

/* ---- keys ---- */

/* `guessed`: the key is misspelt and has been reported. */
static const Phrase *find_key(Binder *binder, Scope scope, Cursor *cursor, bool *guessed)
{
    const Phrase *phrase = phrase_match(binder->language, CONTEXT_KEYS(scope.kind), cursor->at, cursor->end);
    *guessed = false;
    if (!phrase)
        phrase = key_mended(binder, scope, cursor, guessed);
    else
        cursor->at += phrase->length;
    return phrase;
}

/* ---- facts ---- */

/* A fact that may be given once is given again. */
static bool given_twice(Binder *binder, Scope scope, const Field *field, FieldId id, const Token *key)
{
    if (field->many == MANY_list || !records_given(binder->records, id, scope.row))
        return false;
    Finding *finding = finding_given_twice(binder->findings, binder_token_place(binder, key), field->key);
    finding_second(binder->findings, finding, records_place(binder->records, scope.kind, scope.row, id),
                   "It is given here already.");
    return true;
}

/* A sample is the rest of its line with its block, be there anything before the block or not. */
static void bind_sample(Binder *binder, FieldId id, Cursor *cursor)
{
    if (value_read(binder, schema_field(id), cursor, records_list_add(binder->records, id)) != FIT_yes)
        records_list_drop(binder->records, id);
}

static bool ends_in_sample(const Binder *binder, Scope scope)
{
    const Token *first = &binder->tree->tokens->list.at[binder->line->first_value];
    const Phrase *phrase = scope.kind == KIND_check
                               ? phrase_match(binder->language, CONTEXT_KEYS(scope.kind), first, first + 1)
                               : NULL;
    return phrase && phrase->meaning == MEANING_field &&
           schema_field((FieldId)phrase->value)->type == TYPE_sample;
}

static void bind_fact(Binder *binder, Scope scope, FieldId id, const Token *key, Cursor *cursor)
{
    const Field *field = schema_field(id);
    FieldSlice places = shape_facts[id].places;
    Signature signature = {.positional = shape_fields + places.first,
                           .count = places.count,
                           .clauses = CONTEXT_CLAUSES(id),
                           .keys = CONTEXT_KEYS(scope.kind),
                           .key = field->key};
    if (given_twice(binder, scope, field, id, key)) {
        cursor->at = cursor->end;
        return;
    }
    if (field->type == TYPE_flag && cursor->at == cursor->end) {
        *(uint8_t *)records_value(binder->records, id, scope.row) = FLAG_yes;
        records_note_place(binder->records, scope.kind, scope.row, id, (Span){key->first, key->end});
        return;
    }
    bool block_is_value = field->type == TYPE_sample && binder->line->has_block;
    if (cursor->at == cursor->end && !block_is_value) {
        finding_fact_without_value(binder->findings, binder_token_place(binder, key), field->key,
                                   type_description(field->type), field->example);
        return;
    }
    if (field->type == TYPE_sample)
        bind_sample(binder, id, cursor);
    else
        signature_read(binder, &signature, scope, key, cursor);
    change_check(binder, scope, id);
}

/* A text that begins a line: the record's own text, where it has one. */
static bool bind_bare(Binder *binder, Scope scope, Cursor *cursor)
{
    FieldId bare = shape_kinds[scope.kind].bare;
    if (bare != FIELD_COUNT)
        bind_fact(binder, scope, bare, cursor->at, cursor);
    return bare != FIELD_COUNT;
}

/* The record that a text begins: an entry of a list of words, whose key may be left out. */
static const Phrase *record_of_text(Scope scope)
{
    static const Phrase entry = {.meaning = MEANING_kind, .value = KIND_phrase};
    return scope.kind == KIND_words ? &entry : NULL;
}

/* ---- records ---- */

/* What stands in a record's head by its place, or must stand there, comes first in the schema. */
static bool stands_in_head(FieldId id)
{
    const Field *field = schema_field(id);
    return field->place == PLACE_HEAD || field->place == PLACE_MAYBE || field->place == PLACE_CLAUSE;
}

static Signature head_signature(Kind kind, unsigned variant, Kind outer)
{
    FieldSlice places = shape_kinds[kind].head;
    return (Signature){.positional = shape_fields + places.first,
                       .count = places.count,
                       .clauses = CONTEXT_HEAD(kind),
                       .keys = CONTEXT_KEYS(outer),
                       .key = schema_variant_key(kind, variant)};
}

/* A row for a record whose key stands at `key`. */
static Scope open_record(Binder *binder, Scope outer, const Phrase *phrase, const Token *key)
{
    Scope scope = {(Kind)phrase->value, records_add(binder->records, (Kind)phrase->value)};
    TableHead *table = records_table(binder->records, scope.kind);
    table->parent[scope.row] = outer.row;
    table->parent_kind[scope.row] = (uint8_t)outer.kind;
    table->variant[scope.row] = phrase->variant;
    table->source[scope.row] = binder->source->index;
    table->place[scope.row] = table->line[scope.row] = (Span){key->first, key->end};
    return scope;
}

static void close_line(Binder *binder, Scope scope, const Token *last)
{
    TableHead *table = records_table(binder->records, scope.kind);
    table->line[scope.row].end = last->end;
    table->place[scope.row].end = last->end;
}

/* A fact of the head that is wanted and stands nowhere, once the block has been read too: the first, for its
 * example shows the others. */
static void check_wanted(Binder *binder, Scope scope)
{
    FieldSlice wanted = shape_kinds[scope.kind].wanted;
    for (unsigned i = 0; i < wanted.count; i++) {
        FieldId id = shape_fields[wanted.first + i];
        const Field *field = schema_field(id);
        if (records_given(binder->records, id, scope.row) || binder_goes_without_saying(binder, scope, field))
            continue;
        finding_part_missing(binder->findings, records_line(binder->records, scope.kind, scope.row),
                             binder_scope_name(binder, scope), field->key, field->doc, field->example);
        return;
    }
}

/* `next`, `invited`: any part of the head may be left out, but not all, where nothing can stand below it. */
static void check_says_something(Binder *binder, Scope scope)
{
    const KindInfo *info = schema_kind(scope.kind);
    Span line = records_line(binder->records, scope.kind, scope.row).span;
    FieldId first = info->first_field;
    bool has_words = line.end - line.first > info->key.length; /* as written, or in other words for it */
    if (has_words || first == info->field_end || !stands_in_head(first) ||
        !stands_in_head((FieldId)(info->field_end - 1)))
        return;
    for (Kind inner = KIND_file; inner < KIND_COUNT; inner++)
        if (inner != KIND_note && schema_nests(scope.kind, inner))
            return;
    for (FieldId id = first; id < info->field_end; id++)
        if (records_given(binder->records, id, scope.row) || schema_field(id)->many == MANY_one)
            return;
    const Field *field = schema_field(first);
    finding_fact_without_value(binder->findings, records_line(binder->records, scope.kind, scope.row),
                               info->key, type_description(field->type), field->example);
}

/* ---- lines ---- */

/* The scope of a line that could not be understood. */
#define NOTHING ((Scope){KIND_COUNT, ROW_NONE})

static Scope bind_next(Binder *binder, Scope scope, Cursor *cursor);

/* Does a fact of the record begin here? One that it has already yields to the record around it, if that knows
 * the word too: `step "…" by 1 May 2027 by 16 July 2027`. */
static bool fact_begins(const Binder *binder, Scope record, Kind outer, Cursor cursor)
{
    const Phrase *phrase = phrase_match(binder->language, CONTEXT_KEYS(record.kind), cursor.at, cursor.end);
    if (!phrase || phrase->meaning != MEANING_field)
        return phrase != NULL;
    FieldId id = (FieldId)phrase->value;
    return schema_field(id)->many == MANY_list || !records_given(binder->records, id, record.row) ||
           !phrase_match(binder->language, CONTEXT_KEYS(outer), cursor.at, cursor.end);
}

/* `outcome E1 "…" by 16 July 2027`: facts of a record on its own line. They are read up to the line's end or
 * what is none of its facts; where the record has no braces further on, they are offered in braces. */
static void bind_without_braces(Binder *binder, Scope record, Kind outer, Str name, Cursor *cursor)
{
    const Token *first = cursor->at, *next = cursor->end;
    Str inside = STR("");
    Finding *finding = finding_braces_forgotten(binder->findings, binder_token_place(binder, first),
                                                binder_text(binder, first, first), name);
    binder->without_braces = true;
    while (fact_begins(binder, record, outer, *cursor)) {
        const Token *at = cursor->at;
        bind_next(binder, record, cursor);
        Str one = binder_text(binder, at, cursor->at - 1);
        inside = arena_format(&binder->scratch, STR_FMT "%s" STR_FMT, STR_ARG(inside),
                              inside.length ? "; " : "", STR_ARG(one));
    }
    binder->without_braces = false;
    if (next->kind == TOKEN_line_end)
        next++;
    if (cursor->at == cursor->end && next->kind != TOKEN_open)
        finding_fix(binder->findings, finding, (Span){first->first, cursor->at[-1].end},
                    arena_format(&binder->scratch, "{ " STR_FMT " }", STR_ARG(inside)));
}

/* `B1 need …`: the code has been read before the key. */
static void take_code_before(Binder *binder, Scope record)
{
    const Token *code = binder->code_before;
    if (!code)
        return;
    FieldId id = schema_code_field(record.kind);
    *(Str *)records_value(binder->records, id, record.row) = token_text(binder->source, code);
    records_note_place(binder->records, record.kind, record.row, id, (Span){code->first, code->end});
    binder->code_before = NULL;
}

/* A record from its key on, to the end of its head. */
static Scope bind_head(Binder *binder, Scope scope, const Phrase *phrase, const Token *key, Cursor *cursor)
{
    Scope record = open_record(binder, scope, phrase, key);
    take_code_before(binder, record);
    Signature signature = head_signature(record.kind, phrase->variant, scope.kind);
    signature.own_keys = CONTEXT_KEYS(record.kind);
    bool whole = signature_read(binder, &signature, record, key, cursor);
    if (fact_begins(binder, record, scope.kind, *cursor))
        bind_without_braces(binder, record, scope.kind, signature.key, cursor);
    binder->head_is_whole = whole;
    close_line(binder, record, cursor->at - 1);
    return record;
}

/* A record, and those of its kind that follow on the line without the key; the last. */
static Scope bind_heads(Binder *binder, Scope scope, const Phrase *phrase, const Token *key, Cursor *cursor)
{
    Scope record = bind_head(binder, scope, phrase, key, cursor);
    while (binder->again) {
        binder->again = false;
        record = bind_head(binder, scope, phrase, cursor->at, cursor);
    }
    return record;
}

static Scope bind_as(Binder *binder, Scope scope, const Phrase *phrase, const Token *key, Cursor *cursor)
{
    if (phrase->meaning != MEANING_field)
        return bind_heads(binder, scope, phrase, key, cursor);
    bind_fact(binder, scope, (FieldId)phrase->value, key, cursor);
    return scope;
}

/* What does not fit a guess is no mistake of its own, but then the guess is no safe change. */
static Scope bind_guessed(Binder *binder, Scope scope, const Phrase *phrase, const Token *key, Cursor *cursor)
{
    Findings *findings = binder->findings, unsaid = {0};
    binder->findings = &unsaid;
    scope = bind_as(binder, scope, phrase, key, cursor);
    binder->findings = findings;
    binder->head_is_whole = false;
    if (unsaid.error_count)
        findings->list.at[findings->list.count - 1]->fix.source = NULL;
    findings_free(&unsaid);
    return scope;
}

/* Binds the line's next record or fact; the record it made, or the scope itself. */
static Scope bind_next(Binder *binder, Scope scope, Cursor *cursor)
{
    const Token *key = cursor->at;
    bool is_text = key->kind == TOKEN_text || key->kind == TOKEN_long_text;
    if (is_text && bind_bare(binder, scope, cursor))
        return scope;
    if (is_text && record_of_text(scope))
        return bind_heads(binder, scope, record_of_text(scope), key, cursor);
    bool guessed;
    const Phrase *phrase = find_key(binder, scope, cursor, &guessed);
    if (!phrase) {
        cursor->at = cursor->end;
        return NOTHING;
    }
    return guessed ? bind_guessed(binder, scope, phrase, key, cursor)
                   : bind_as(binder, scope, phrase, key, cursor);
}

static void bind_record_block(Binder *binder, Scope record, const Line *line)
{
    TableHead *table = records_table(binder->records, record.kind);
    const Tokens *tokens = binder->tree->tokens;
    bool is_whole = binder->head_is_whole;
    table->has_block[record.row] = line->has_block;
    if (line->has_block) {
        /* open until its end is known, so that what stands in it lies inside */
        table->place[record.row].end =
            line->close ? tokens->list.at[line->close].end : (uint32_t)binder->source->size;
        bool is_unclosed = binder->is_unclosed;
        const Line *block = binder->block;
        binder->is_unclosed = !line->close;
        binder->block = line;
        bind_block(binder, record, line->first_child);
        binder->is_unclosed = is_unclosed;
        binder->block = block;
        binder->closed = record;
        binder->closed_by = line->close;
        binder->is_reopened = false;
    }
    if (is_whole)
        check_wanted(binder, record);
    if (is_whole && !line->has_block)
        check_says_something(binder, record);
}

/* Where a line lacks its value, a value that begins the next is no mistake of its own. */
static bool is_about_lack(FindingKind kind)
{
    return kind == FINDING_part_missing || kind == FINDING_fact_without_value;
}

static void bind_line(Binder *binder, Scope scope, const Line *line)
{
    const Token *tokens = binder->tree->tokens->list.at;
    Cursor cursor = {tokens + line->first_value, tokens + line->value_end};
    Scope last = scope;
    binder->line = line;
    uint32_t errors = binder->findings->error_count;
    while (cursor.at < cursor.end) {
        last = bind_next(binder, scope, &cursor);
        binder->cut_short = cursor.at >= cursor.end && binder->findings->error_count > errors &&
                            is_about_lack(binder->findings->list.at[binder->findings->list.count - 1]->kind);
        bool is_record = last.kind != NOTHING.kind && (last.kind != scope.kind || last.row != scope.row);
        if (is_record && cursor.at < cursor.end && binder->head_is_whole)
            check_wanted(binder, last);
        if (is_record && cursor.at >= cursor.end) {
            bind_record_block(binder, last, line);
            return;
        }
    }
    if (line->has_block && last.kind == scope.kind && last.row == scope.row &&
        line->value_end > line->first_value && binder->findings->error_count == errors &&
        !ends_in_sample(binder, scope))
        finding_fact_with_block(binder->findings, binder_token_place(binder, &tokens[line->open]));
}

/* The block ended before a line in it, where braces are as many as they should be: its own is one too many.
 */
static void report_late_brace(Binder *binder)
{
    const Token *tokens = binder->tree->tokens->list.at;
    if (binder->block && binder->block->close && !binder->tree->missing_count)
        finding_extra_brace(binder->findings, binder_token_place(binder, &tokens[binder->block->close]));
}

static void bind_block(Binder *binder, Scope scope, const Line *line)
{
    Scope own = scope;
    uint32_t too_soon = binder->too_soon;
    for (; line && !findings_full(binder->findings, binder->source); line = line->next) {
        bind_line(binder, scope, line);
        while (binder->is_moved) {
            binder->is_moved = false;
            scope = binder->moves_out ? binder->moved_to : scope;
            bind_line(binder, binder->moved_to, line);
        }
    }
    if ((scope.row != own.row || scope.kind != own.kind) && too_soon == binder->too_soon)
        report_late_brace(binder);
}

void bind(const Language *language, const Tree *tree, Records *records, Findings *findings)
{
    Binder binder = {.language = language,
                     .tree = tree,
                     .source = tree->source,
                     .records = records,
                     .findings = findings,
                     .calendar_terms = UINT32_MAX};
    bind_block(&binder, (Scope){KIND_file, ROW_NONE}, tree->first);
    calendar_free(&binder.calendar);
    arena_free(&binder.scratch);
}
