/* What the parts of binding share: the state, the place in a line, and the readers of values. Not for others.
 */
#ifndef SENC_SEMA_BINDER_H
#define SENC_SEMA_BINDER_H

#include "lexer/literal.h"
#include "sema/bind.h"
#include "sema/shape.h"

/* A record that is being bound. */
typedef struct Scope {
    Kind kind;
    uint32_t row;
} Scope;

typedef struct Binder {
    const Language *language;
    const Tree *tree;
    const Source *source;
    const Line *line; /* that is being bound */
    Records *records;
    Findings *findings;
    Arena scratch;            /* texts of findings */
    Calendar calendar;        /* of the terms bound so far */
    uint32_t calendar_terms;  /* how many those were */
    bool without_braces;      /* facts on the line of a record without braces are being read */
    const Line *block;        /* whose block is being read; NULL at the top of the file */
    Scope closed;             /* the record whose block was read last … */
    uint32_t closed_by;       /* … and the brace that closed it; 0 for none */
    bool is_reopened;         /* a line behind that brace was found to belong to the record */
    uint32_t too_soon;        /* braces found to close too soon, up to EXTRA_BRACES_MOST */
    bool is_moved, moves_out; /* the line is to be read again in another record; those behind it too */
    Scope moved_to;
    bool is_unclosed;   /* the block being read was never closed: what stands in it may belong outside */
    bool cut_short;     /* the line before had nothing, or too little, behind its key */
    bool head_is_whole; /* the record read last: nothing in its head was in doubt */
    bool again;         /* another record of the same kind follows, without its key */
    const Token *code_before; /* the code of the next record, if it stands before its key; else NULL */
} Binder;

/* Where reading stands in a line: tokens from `at` up to `end`. */
typedef struct Cursor {
    const Token *at, *end;
} Cursor;

/* What came of trying to read a value. */
typedef enum Fit {
    FIT_no,  /* the tokens are something else: nothing was taken, the value is as it was */
    FIT_yes, /* read */
    FIT_bad  /* it was meant so, but cannot be read: reported, and passed over */
} Fit;

/* ---- helpers (binder.c) ---- */

Place binder_place(const Binder *binder, const Token *first, const Token *last);
Place binder_token_place(const Binder *binder, const Token *token);
Str binder_text(const Binder *binder, const Token *first, const Token *last);
Str binder_rest(const Binder *binder, Cursor cursor); /* the text from the cursor to the line's end */

#define ANY_VALUE UINT16_MAX

/* The longest spoken phrase of the class and with that value (or any) at the cursor, where the first word may
 * begin one of the class; or NULL. */
const Phrase *binder_spoken_as(const Binder *binder, Cursor cursor, SpokenClass class, uint16_t value);

/* The longest spoken phrase of the class at the cursor, or NULL. */
static inline const Phrase *binder_spoken(const Binder *binder, Cursor cursor, SpokenClass class)
{
    uint32_t word = cursor.at < cursor.end ? phrase_word(binder->language, cursor.at) : 0;
    if (!(binder->language->uses[word].spoken >> class & 1))
        return NULL;
    return binder_spoken_as(binder, cursor, class, ANY_VALUE);
}

/* The small word at the cursor, or NULL. */
static inline const Phrase *binder_small(const Binder *binder, Cursor cursor, Small small)
{
    uint32_t word = cursor.at < cursor.end ? phrase_word(binder->language, cursor.at) : 0;
    if (!(binder->language->uses[word].smalls >> small & 1))
        return NULL;
    return binder_spoken_as(binder, cursor, SPOKEN_small, small);
}

static inline bool binder_is_small(const Binder *binder, Cursor cursor, Small small)
{
    return binder_small(binder, cursor, small) != NULL;
}

/* Passes over the word if it stands at the cursor. */
static inline bool binder_skip_small(const Binder *binder, Cursor *cursor, Small small)
{
    const Phrase *phrase = binder_small(binder, *cursor, small);
    if (phrase)
        cursor->at += phrase->length;
    return phrase != NULL;
}

static inline bool is_bad(const Token *token)
{
    return token->kind >= TOKEN_bad_date;
}

static inline bool is_kind(Cursor cursor, TokenKind kind)
{
    return cursor.at < cursor.end && cursor.at->kind == kind;
}

/* The unit after `a`, `an`, `per`, `each`, `every` or a slash; UNIT_none for none. */
Unit binder_read_per(const Binder *binder, Cursor *cursor);

/* The school's terms as far as bound. */
const Calendar *binder_calendar(Binder *binder);

/* What the thing a line stands in is called: "need", "file". */
Str binder_scope_name(const Binder *binder, Scope scope);

/* The place from `first` to the end of its line of values at `end`, with the full stop or colon behind them.
 */
Place binder_place_to_end(const Binder *binder, const Token *first, const Token *end);

/* Does a line whose key is none of its record's belong to the record around it or before it, which a brace
 * closed too late or too soon? Then that is reported once, and the line is to be read again there. (astray.c)
 */
bool line_is_astray(Binder *binder, Scope scope, Cursor cursor);

/* ---- lines that begin with no key (key.c) ---- */

/* The line at the cursor begins with nothing that the record knows: says so, and returns the key that stands
 * behind a bullet or was plainly meant, with the cursor behind it; else NULL. `guessed`: it was meant only.
 */
const Phrase *key_mended(Binder *binder, Scope scope, Cursor *cursor, bool *guessed);

/* ---- values ---- */

/* Reads a value of the field's type at the cursor into `value` (of the type's C type). */
Fit value_read(Binder *binder, const Field *field, Cursor *cursor, void *value);

Fit value_date(Binder *binder, bool is_start, Cursor *cursor, int32_t *day); /* value_date.c */
Fit value_school_year(Binder *binder, Cursor *cursor, int32_t *year);
Fit value_year_group(Binder *binder, Cursor *cursor, int32_t *group);
Fit value_clock(Binder *binder, Cursor *cursor, int32_t *minutes);
Fit value_amount(Binder *binder, Cursor *cursor, Amount *amount); /* value_amount.c */
Fit value_number(Binder *binder, Cursor *cursor, Amount *amount);
Fit value_money(Binder *binder, bool is_price, Cursor *cursor, Amount *amount);
Fit value_duration(Binder *binder, Cursor *cursor, Amount *amount);
Fit value_span(Binder *binder, Cursor *cursor, Amount *amount);
Fit value_score(Binder *binder, Cursor *cursor, Amount *amount);
Fit value_group(Binder *binder, Cursor *cursor, GroupSize *group);
Fit value_dosage(Binder *binder, Cursor *cursor, Dosage *dosage); /* value_dosage.c */
Fit value_who(Binder *binder, Cursor *cursor, Who *who);          /* value_who.c */
Fit value_reference(Binder *binder, const Field *field, Cursor *cursor, Reference *reference);
bool read_count(const Binder *binder, Cursor *cursor,
                int64_t *thousandths); /* a number in figures or as a word */

/* After the fact `id` has been bound: do the two values of its change (from … to …) go together? What is
 * wrong is reported; a unit that was written once is given to both. (change.c) */
void change_check(Binder *binder, Scope scope, FieldId id);

/* An amount that floats (`20 to 30 minutes`, `about 12 weeks`) at the cursor, with the least it can be. */
typedef struct Floating {
    int64_t least; /* in thousandths */
    Unit unit;     /* UNIT_none for none */
    Unit per;      /* of `2 to 3 times a week`; UNIT_none for none */
} Floating;

/* Reads and reports one, and leaves the cursor behind it; false, and nothing done, where none stands. Asked
 * only of what could not be read as an amount. (floating.c) */
bool floating_read(Binder *binder, Cursor *cursor, Floating *floating);

/* ---- lines (signature.c) ---- */

/* Need the record not name what it refers to, because it stands in it? */
bool binder_goes_without_saying(const Binder *binder, Scope scope, const Field *field);

/* What may follow the key of a line: values by their place, and clauses. */
typedef struct Signature {
    const uint16_t *positional; /* FieldId */
    unsigned count;
    Context clauses;  /* the line's own clauses */
    Context keys;     /* of the record the line stands in: what a forgotten `;` may be followed by */
    Context own_keys; /* of the record that the line itself makes; 0 (a file's) for a fact */
    Str key;          /* as the reader knows it, for findings */
} Signature;

/* Reads the rest of a line, whose key's first token is `key`, into the record. Stops before what begins
 * another line. True when nothing of it was in doubt, so that what it lacks may be asked for. */
bool signature_read(Binder *binder, const Signature *signature, Scope scope, const Token *key,
                    Cursor *cursor);

#endif
