/* A line that is being read by its signature: shared by signature.c, which reads it, slip.c, which finds
 * out what is wrong or nearly right, surplus.c, which says what is left over, and
 * shorthand.c. Not for others. */
#ifndef SENC_SEMA_READING_H
#define SENC_SEMA_READING_H

#include "sema/binder.h"

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

/* ---- signature.c ---- */

/* Keeps a value of the fact in the record; and where it stands, from `first` to the cursor. */
void reading_store(Reading *reading, FieldId id, const void *value);
void reading_note_place(Reading *reading, FieldId id, const Token *first);

/* Reads the value, or the list of values, of a fact. */
Fit reading_values(Reading *reading, FieldId id);
/* Was a clause that may stand once read already? */
bool reading_has_clause(const Reading *reading, FieldId id);
/* Does a clause of the line, or another fact of the record around it, begin at `at`? */
bool reading_key_at(const Reading *reading, const Token *at);

/* ---- slip.c ---- */

/* Each of these looks at the cursor, where reading has come to a stop, and says whether it found a slip that
 * leaves one meaning: then it is reported, what was meant is kept, and the cursor stands behind it. */
bool slip_word_forgotten(Reading *reading); /* `result E1` for `result of E1` */
bool slip_misspelt_choice(Reading *reading);
bool slip_text_without_quotes(Reading *reading, FieldId id);
bool slip_next_fact(Reading *reading); /* another fact on the line: the cursor stays before it */

/* More words after one for a person, who has just been read: `Jo Marsh`, `class techer`. They are taken into
 * the name. */
void slip_name_goes_on(Reading *reading, Who *who);
/* Reports the `taken` words at the cursor as none of the list's choices, with the one that is near, or NULL.
 */
void slip_unknown_choice(Reading *reading, const Field *field, const Phrase *near, unsigned taken);
/* Reports that a value is of no type its fact takes. */
void slip_wrong_type(Reading *reading, const Field *field, Str key);
/* Reports that a clause's word has nothing, or nothing of its type, behind it. */
void slip_clause(Reading *reading, const Field *field, const Token *key);
/* Reports the first place that must be filled and is not. */
void slip_missing_place(Reading *reading, const Token *key);

/* ---- surplus.c ---- */

/* Reports what no place of the line takes, and passes over it or the rest of the line. False where it is
 * another record of the line's kind: the cursor stays before it. */
bool surplus_read(Reading *reading);

/* ---- shorthand.c ---- */

/* Reads what at the cursor is a change or days in short, and notes it. */
bool shorthand_read(Reading *reading);

/* `from 41 - 70`, `from 41 -> 70`, `from 41 → 70`: a sign for `to` at the cursor. Then it is noted, and the
 * value behind it read. */
bool shorthand_sign_for_to(Reading *reading);

#endif
