/* A text's own amounts: how long, how often, how many, with whom, by when; with their places and clauses.
 * They are compared with a record's facts, or tell whether a phrase says what it comes to; they never replace
 * facts.
 *
 * Understood: figures and number words; `half an hour`, `an hour and a half`, `20–45 minutes`, `at least 22
 * hours a week`, `up to 3 times a week`, `twice daily`, `every Tuesday`, `Mondays and Thursdays`, `in each
 * lesson`, `group of six`, `1:1`, `four out of five`, `18 of 20`, `70 words a minute`, `25% extra time`, `by
 * July 2027`, `16 July 2027`, `16/07/2027`, `by the end of Year 5`, `for 12 weeks`, `£400`. */
#ifndef SENC_SEMA_WORDS_AMOUNTS_H
#define SENC_SEMA_WORDS_AMOUNTS_H

#include "sema/amount.h"
#include "sema/words/prose.h"

typedef enum ProseAmountKind {
    PROSE_COUNT,     /* a number of anything: amount */
    PROSE_DURATION,  /* a length of time, with `per` where it is so much a week */
    PROSE_FREQUENCY, /* how often: amount of sessions, with its `per`; missing where it is tied to an event
                        (every lesson) */
    PROSE_SESSIONS,  /* a number of sessions */
    PROSE_SPAN,      /* for, within, over so many weeks */
    PROSE_GROUP,     /* how many share it: amount; 1 for 1:1 */
    PROSE_SCORE,     /* so many out of so many */
    PROSE_RATE,      /* so many of something in a time: 70 words a minute */
    PROSE_SHARE,     /* per cent */
    PROSE_MONEY,
    PROSE_DATE,     /* day: of `July 2027` its first */
    PROSE_DEADLINE, /* by the end of a year, term, stage; by a review, birthday, holiday */
    PROSE_CLOCK,    /* a time of day */
    PROSE_LABEL     /* the number of a year group, stage, level or document: counts nothing */
} ProseAmountKind;

typedef enum ProseAmountFlag {
    AMOUNT_range = 1,    /* `most` is its upper end */
    AMOUNT_up_to = 2,    /* may be less: up to, no more than */
    AMOUNT_about = 4,    /* about, around, on average */
    AMOUNT_at_least = 8, /* a stated minimum */
    AMOUNT_bound =
        16, /* of a frequency: as often as an event that has a length of its own: in every lesson */
} ProseAmountFlag;

typedef struct ProseAmount {
    uint8_t kind;  /* ProseAmountKind */
    uint8_t flags; /* ProseAmountFlag bits */
    uint16_t clause;
    uint32_t first_word, end_word;
    Span at;
    Amount amount; /* may be missing: a frequency without a number, a deadline */
    Amount most;   /* of a range */
    int32_t day;   /* of a date; DAY_MISSING else */
} ProseAmount;

/* Zero-initialise; used for many texts, freed at last. */
typedef struct ProseAmounts {
    ARRAY(ProseAmount) list; /* in the order of the text, none overlapping */
} ProseAmounts;

/* Finds the amounts of a text that has been read; own words and names are passed over. */
void prose_find_amounts(const Prose *prose, ProseAmounts *amounts);
void prose_amounts_free(ProseAmounts *amounts);

/* May the amount be less than it says: a range, up to, about? A stated minimum does not float. */
bool amount_floats(const ProseAmount *amount);

/* Does it tell how often: a frequency, or so long a week? */
bool amount_tells_how_often(const ProseAmount *amount);

/* Does a kind of amount stand in the words from `range.first` up to `range.end`? The first, or NULL. */
const ProseAmount *prose_amount_in(const ProseAmounts *amounts, WordRange range, ProseAmountKind kind);

#endif
