/* Linker: what the parts of linking share. Nobody outside link*.c includes this. */
#ifndef SENC_SEMA_LINKER_H
#define SENC_SEMA_LINKER_H

#include "sema/code_map.h"
#include "sema/link.h"
#include "sema/schema.h"

typedef struct Linker {
    Records *records;
    Findings *findings;
    CodeMap codes;    /* by plan, or by kind for those of the project */
    CodeMap names;    /* persons by the forms of their names; records that a text may name */
    CodeMap missed;   /* codes of a school that was not found, each reported once */
    Arena scratch;    /* forms of names */
    uint64_t nearest; /* how many more codes may be compared in search of the nearest */
} Linker;

/* ---- link_code.c ---- */

/* Where the codes of `kind` are unique, for a record that stands where (`from`, `row`) does. */
CodeScope scope_of(const Records *records, Kind kind, Kind from, uint32_t row);

/* Enters all codes into `codes`, gives those that are wanting, and reports those that stand twice or are
 * words of the language. */
void link_codes(Linker *linker);

/* ---- link_reference.c ---- */

/* What a reference fact of a record may lead to. */
typedef struct Sought {
    Str text;
    Place place;
    FieldId field;
    Kind from; /* the record that has the fact */
    uint32_t row;
    uint32_t of; /* targets as bits */
} Sought;

/* The record of that code, of a kind that is sought; NULL for none. Says so, once, where the compiler gave
 * the code. */
const CodeEntry *sought_find(Linker *linker, const Sought *sought);

/* A record of that code of any other kind that can be seen from there, or NULL. */
const CodeEntry *sought_elsewhere(const Linker *linker, const Sought *sought);

/* Reports a code of another kind. */
Finding *sought_wrong_kind(Linker *linker, const Sought *sought, const CodeEntry *found);

/* Is there no school, and has the code been reported already? Says so to what would report it again. */
bool sought_in_vain(Linker *linker, const Sought *sought);

/* Is there one code that is nearest and near enough? */
bool sought_has_near(Linker *linker, const Sought *sought);

/* Adds to a finding the one code that is nearest, and what it is; false when there is none near enough. */
bool sought_offer_near(Linker *linker, const Sought *sought, Finding *finding);

/* Adds that, or else the codes there are; false when there are none. */
bool sought_offer(Linker *linker, const Sought *sought, Finding *finding);

void link_reference(Linker *linker, const Sought *sought, Reference *reference, bool may_be_text);

/* ---- link_who.c ---- */

void link_names(Linker *linker);
void link_who(Linker *linker, const Sought *sought, Who *who);

/* ---- link_term.c ---- */

void link_terms(Linker *linker);

/* ---- link_plan.c ---- */

void link_plans(Linker *linker);

/* ---- link_describe.c ---- */

/* Kinds as bits, and the first of them: for (uint32_t left = of; left; left &= left - 1) …
 * target_first(left). */
#define ALL_TARGETS ((1u << TARGET_COUNT) - 1)
Kind target_first(uint32_t left);

/* "an outcome", "provision". */
Str kind_phrase(Linker *linker, Kind kind);

/* "need or aspiration", "a need or an aspiration". */
Str targets_phrase(Linker *linker, uint32_t of, bool with_article);

/* The word a fact begins with; of one that stands by its place, its record's. */
Str field_word(FieldId field);

/* The name or text of a record, cut short: "Bilal will read a Year 3 passage …". Empty for none. */
Str record_title(Linker *linker, Kind kind, uint32_t row);

/* The fact that says it; FIELD_COUNT for none. */
FieldId title_field(Kind kind);

/* The code of a record; empty for none. */
Str record_code(const Records *records, Kind kind, uint32_t row);

#endif
