/* Between the files that read amounts out of texts. */
#ifndef SENC_SEMA_WORDS_AMOUNT_READER_H
#define SENC_SEMA_WORDS_AMOUNT_READER_H

#include "sema/words/amounts.h"

typedef struct AmountReader {
    const Prose *prose;
    uint32_t start, at; /* words: where the amount begins, and what is read next */
} AmountReader;

/* The role of a word, none behind the end of the clause; its value; whether it is just that word. */
Role reader_role(const AmountReader *reader, uint32_t word);
int32_t reader_value(const AmountReader *reader, uint32_t word);
bool reader_is(const AmountReader *reader, uint32_t word, const char *text);

/* A number at reader->at, in thousandths; false, and nothing read, where none stands. */
bool reader_number(AmountReader *reader, int64_t *number);

/* What begins at reader->at, with reader->at behind it; false where none does. (amounts_when.c,
 * amounts_special.c) */
bool reader_when(AmountReader *reader, ProseAmount *amount);  /* dates, deadlines, times of day, how often */
bool reader_group(AmountReader *reader, ProseAmount *amount); /* how many share it */
bool reader_special(AmountReader *reader, ProseAmount *amount); /* half an hour, £400, an hour and a half */

/* Behind `1 hour`: `30 minutes`, `and a half`, added to it. */
void reader_more_time(AmountReader *reader, ProseAmount *amount);

#endif
