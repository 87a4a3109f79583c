/* Between the files that read amounts out of texts. */
#ifndef SENC_SEMA_WORDS_AMOUNT_READER_H
#define SENC_SEMA_WORDS_AMOUNT_READER_H

#include "sema/words/amounts.h"

typedef struct AmountReader {
    const Prose *prose;
    uint32_t start, at; /* words: where the amount begins, and what is read next */
    bool awaits_per; /* the amount before, in the same clause, is a length that is not yet so much a week */
} AmountReader;

/* The role of a word, none behind the end of the clause; its value; whether it is just that word. */
Role reader_role(const AmountReader *reader, uint32_t word);
int32_t reader_value(const AmountReader *reader, uint32_t word);
bool reader_is(const AmountReader *reader, uint32_t word, const char *text);

/* Is the word an event that has a length of its own: a lesson, break, exam? */
bool reader_is_event(const AmountReader *reader, uint32_t word);

/* The whole number written in figures at a word, also `3rd`; -1 where there is none. */
int reader_figures(const AmountReader *reader, uint32_t word);

/* A number at reader->at, in thousandths; false, and nothing read, where none stands. */
bool reader_number(AmountReader *reader, int64_t *number);

/* What begins at reader->at, with reader->at behind it; false where none does. (amounts_when.c,
 * amounts_often.c, amounts_special.c) */
bool reader_when(AmountReader *reader, ProseAmount *amount);  /* dates, deadlines, times of day, how often */
bool reader_often(AmountReader *reader, ProseAmount *amount); /* how often alone */
bool reader_group(AmountReader *reader, ProseAmount *amount); /* how many share it */
bool reader_people(AmountReader *reader, ProseAmount *amount,
                   int64_t number);                             /* behind a number: of pupils at most */
bool reader_special(AmountReader *reader, ProseAmount *amount); /* half an hour, £400, an hour and a half */

/* Behind `1 hour`: `30 minutes`, `and a half`, added to it. */
void reader_more_time(AmountReader *reader, ProseAmount *amount);

#endif
