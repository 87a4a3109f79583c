/* Readings: what word lists find in the texts of records, and what these texts tell of amounts and people.
 * Each text is read once a run, whatever the number of lists and checks; own words are never looked into. */
#ifndef SENC_SEMA_CHECK_READINGS_H
#define SENC_SEMA_CHECK_READINGS_H

#include "sema/check/program.h"
#include "sema/derive.h"
#include "sema/words/lists.h"
#include "sema/words/says.h"

/* What the words of a provision or outcome tell by themselves. An amount is missing where nothing is told,
 * more than one thing, or one that may be less than it says. */
typedef struct Told {
    ProseSays says;
    Ratio weekly_minutes;
    Amount target; /* of an outcome with a measure: the number of what is measured */
    int32_t day; /* by when; of a month alone the outcome's own date where that lies in it, else its last day.
                    DAY_MISSING */
} Told;

/* A text that has been read. */
typedef struct Reading {
    const char *at;
    uint32_t length;
    uint32_t row;   /* of the kind of `field` */
    uint16_t field; /* FieldId; FIELD_COUNT for a text that is no fact */
    uint16_t spare;
    uint32_t told; /* index + 1 in Readings.told; 0 for none */
} Reading;

/* The lists of one name: their bits. */
typedef struct NamedList {
    const char *at; /* the name, as it stands in a condition */
    uint32_t bit[WORD_SETS];
} NamedList;

typedef struct Readings {
    const Derived *derived;
    const WordLists *lists[WORD_SETS];
    uint32_t first_bit[WORD_SETS], blocks;
    ARRAY(Reading) list;
    ARRAY(uint64_t) found; /* of each reading `blocks`: a bit for each list that found something */
    ARRAY(Told) told;
    ARRAY(NamedList) named;
    uint32_t *slots; /* by the address of the text: index + 1 */
    uint32_t slot_count;
    uint32_t last;                  /* the reading that was last asked for */
    uint32_t first_of[FIELD_COUNT]; /* index + 1 of a column's first reading; 0 while it has not been read */
    bool has_names;
    NameSet names;
    Prose prose;
    ProseAmounts amounts;
    WordMatches matches;
} Readings;

/* Sets up; nothing is read yet. `derived` and the programs must outlive it. Freed with readings_free. */
void readings_begin(Readings *readings, const Derived *derived, const Program *const *programs,
                    unsigned program_count);
void readings_free(Readings *readings);

/* Reads beforehand all texts that a rule asks about. */
void readings_prepare(Readings *readings, const Program *program, const CheckRule *rule);

/* Does a list of that name find a phrase in the text? Not `known` where there is no such list. */
bool readings_match(Readings *readings, Str list, Str text, bool *known);

/* What the text of a provision or outcome tells. */
const Told *readings_told(Readings *readings, Kind kind, uint32_t row);

/* A phrase that was found. */
typedef struct PhraseFound {
    Span at;                /* in the text */
    const WordEntry *entry; /* NULL for an amount that may be less than it says */
} PhraseFound;
typedef ARRAY(PhraseFound) PhrasesFound;

/* Adds the phrases of a list in a text. Reads the text again. */
void readings_find(Readings *readings, Str list, Str text, PhrasesFound *found);
/* Adds the amounts in the text of a provision that may be less than they say. */
void readings_find_floating(Readings *readings, Kind kind, uint32_t row, PhrasesFound *found);

/* ---- for the parts of reading ---- */

/* reading_facts.c: what guards want to know of a record; whether its text is somebody's own words. */
GuardFacts reading_facts(const Derived *derived, Kind kind, uint32_t row);
bool reading_is_own(const Records *records, Kind kind, uint32_t row);
/* The names of the project, and those built in. */
void reading_names(const Records *records, NameSet *names);

/* reading_told.c */
Told reading_told(const Records *records, Kind kind, uint32_t row, const Prose *prose,
                  const ProseAmounts *amounts);
bool reading_floats(const ProseAmount *amount);

#endif
