/* Taking a condition apart: names longest first, then small words, values and marks. In: its text; out:
 * pieces for the grammar. What a name means here is not asked. */
#include "condition_grammar.h"

#include "lexer/scan.h"

#include <stdlib.h>
#include <string.h>

typedef struct CondScan {
    const Language *language;
    CondText text;
    Arena *arena;
    Source source; /* the text by itself */
    Tokens tokens;
    Records records; /* none: what readers of values ask for */
    Findings silent; /* what is wrong with words and figures has been reported with the file */
    Binder binder;
    ARRAY(Piece) pieces;
} CondScan;

static Span span_in_file(const CondScan *scan, const Token *first, const Token *last)
{
    if (scan->text.whole.source)
        return scan->text.whole.span;
    return (Span){scan->text.first + first->first, scan->text.first + last->end};
}

/* A piece of `count` tokens with a node that the caller completes. */
static CondNode *add_piece(CondScan *scan, int token, CondOp op, const Token *at, unsigned count)
{
    CondNode *node = ARENA_NEW(scan->arena, CondNode);
    *node = (CondNode){.op = (uint8_t)op, .at = span_in_file(scan, at, at + count - 1)};
    ARRAY_ADD(&scan->pieces, (Piece){token, node->at, node});
    return node;
}

/* ---- words ---- */

static int small_word(Str text)
{
    static const struct {
        Str word;
        int token;
    } words[] = {
#define CONDITION_WORD(id, word) {STR_INIT(word), COND_TOKEN_##id},
#include "sema/check/word.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_folded(words[i].word, text))
            return words[i].token;
    return 0;
}

static CondOp word_op(int token)
{
    switch (token) {
    case COND_TOKEN_THIS: return COND_this;
    case COND_TOKEN_TODAY: return COND_today;
    case COND_TOKEN_LIMIT: return COND_limit;
    default: return COND_yes_no;
    }
}

/* The words as they stand, with one blank between two. */
static Str words_of(CondScan *scan, const Token *at, unsigned count)
{
    Str text = arena_str(scan->arena, token_text(&scan->source, at));
    for (unsigned i = 1; i < count; i++) {
        Str word = token_text(&scan->source, &at[i]);
        text = arena_format(scan->arena, STR_FMT "%s" STR_FMT, STR_ARG(text), at[i].after_comma ? ", " : " ",
                            STR_ARG(word));
    }
    return text;
}

static unsigned scan_name(CondScan *scan, const Token *at, const Token *end)
{
    const Phrase *name = phrase_match(scan->language, CONTEXT_NAMES, at, end);
    const Phrase *value = phrase_match(scan->language, CONTEXT_VALUES, at, end);
    if (!name && !value)
        return 0;
    bool is_value = value && (!name || value->length > name->length);
    unsigned count = is_value ? value->length : name->length;
    CondNode *node = add_piece(scan, is_value ? COND_TOKEN_VALUE : COND_TOKEN_NAME, COND_name, at, count);
    node->text = words_of(scan, at, count);
    return count;
}

static unsigned scan_small(CondScan *scan, const Token *at)
{
    int token = small_word(token_text(&scan->source, at));
    if (token)
        add_piece(scan, token, word_op(token), at, 1)->day = token == COND_TOKEN_YES;
    return token != 0;
}

/* ---- values and marks ---- */

static unsigned scan_value(CondScan *scan, const Token *at, const Token *end)
{
    Cursor cursor = {at, end};
    int32_t day;
    Amount amount;
    if (at->kind == TOKEN_text || at->kind == TOKEN_long_text) {
        CondNode *node = add_piece(scan, COND_TOKEN_TEXT, COND_text, at, 1);
        node->text = literal_text(&scan->source, at, scan->arena);
        return 1;
    }
    if (value_date(&scan->binder, false, &cursor, &day) == FIT_yes) {
        add_piece(scan, COND_TOKEN_LITERAL, COND_day, at, (unsigned)(cursor.at - at))->day = day;
        return (unsigned)(cursor.at - at);
    }
    cursor.at = at;
    if (value_amount(&scan->binder, &cursor, &amount) != FIT_yes)
        return 0;
    if (amount.unit == UNIT_age && at->kind != TOKEN_age)
        amount.unit = UNIT_month; /* `12 months` is a length of time, unless it is compared with an age */
    add_piece(scan, COND_TOKEN_LITERAL, COND_amount, at, (unsigned)(cursor.at - at))->amount = amount;
    return (unsigned)(cursor.at - at);
}

static unsigned scan_mark_piece(CondScan *scan, const Token *at)
{
    static const struct {
        Str mark;
        int token;
    } marks[] = {{STR_INIT("("), '('},
                 {STR_INIT(")"), ')'},
                 {STR_INIT("+"), '+'},
                 {STR_INIT("-"), '-'},
                 {STR_INIT("−"), '-'},
                 {STR_INIT("–"), '-'},
                 {STR_INIT("*"), '*'},
                 {STR_INIT("×"), '*'},
                 {STR_INIT("/"), '/'},
                 {STR_INIT("÷"), '/'},
                 {STR_INIT("="), '='},
                 {STR_INIT("<"), '<'},
                 {STR_INIT(">"), '>'},
                 {STR_INIT("<="), COND_TOKEN_MOST},
                 {STR_INIT("≤"), COND_TOKEN_MOST},
                 {STR_INIT(">="), COND_TOKEN_LEAST},
                 {STR_INIT("≥"), COND_TOKEN_LEAST}};
    Str text = token_text(&scan->source, at);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_equal(marks[i].mark, text)) {
            add_piece(scan, marks[i].token, COND_yes_no, at, 1);
            return 1;
        }
    return 0;
}

/* ---- all of it ---- */

static unsigned scan_piece(CondScan *scan, const Token *at, const Token *end)
{
    unsigned count = 0;
    if (at->kind == TOKEN_word) {
        count = scan_name(scan, at, end);
        count = count ? count : scan_small(scan, at);
    }
    count = count ? count : scan_mark_piece(scan, at);
    count = count ? count : scan_value(scan, at, end);
    if (!count && at->kind == TOKEN_word) {
        add_piece(scan, COND_TOKEN_WORD, COND_name, at, 1)->text = words_of(scan, at, 1);
        count = 1;
    }
    return count;
}

/* A copy with room for what the scanner writes; line ends are gone, for they part nothing here. */
static void take_text(CondScan *scan)
{
    size_t size = scan->text.text.length;
    char *copy = arena_alloc(scan->arena, size + 2, 1);
    if (size)
        memcpy(copy, scan->text.text.at, size);
    scan->source =
        (Source){.name = scan->text.source ? scan->text.source->name : STR(""), .text = copy, .size = size};
}

static bool scan_all(CondScan *scan, Findings *findings)
{
    const Token *at = scan->tokens.list.at, *end = at + scan->tokens.list.count - 1;
    while (at < end) {
        unsigned count = at->kind == TOKEN_line_end ? 1 : scan_piece(scan, at, end);
        if (!count) {
            if (!is_bad(at) || scan->text.whole.source)
                finding_condition_odd_part(findings, (Place){scan->text.source, span_in_file(scan, at, at)},
                                           finding_shown(findings, token_text(&scan->source, at)));
            return false;
        }
        at += count;
    }
    const Token *last = end > scan->tokens.list.at ? end - 1 : end;
    add_piece(scan, 0, COND_yes_no, last, 1);
    return true;
}

const Piece *condition_scan(const Language *language, CondText text, Arena *arena, Findings *findings)
{
    CondScan state = {.language = language, .text = text, .arena = arena};
    take_text(&state);
    const Piece *pieces = NULL;
    if (scan(&state.source, &language->words, &state.tokens, &state.silent)) {
        state.binder = (Binder){.language = language,
                                .source = &state.source,
                                .records = &state.records,
                                .findings = &state.silent,
                                .calendar_terms = UINT32_MAX};
        if (scan_all(&state, findings))
            pieces = arena_copy(arena, state.pieces.at, state.pieces.count * sizeof *state.pieces.at,
                                alignof(Piece));
    }
    calendar_free(&state.binder.calendar);
    arena_free(&state.binder.scratch);
    records_free(&state.records);
    findings_free(&state.silent);
    tokens_free(&state.tokens);
    free(state.pieces.at);
    return pieces;
}
