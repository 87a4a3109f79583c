/* Literals: what the digits and marks of a token mean. All arithmetic is in whole numbers. */
#ifndef SENC_LEXER_LITERAL_H
#define SENC_LEXER_LITERAL_H

#include "lexer/token.h"

/* A number in thousandths (3.5 is 3500). False when it is too large for that or has more than three decimals.
 */
bool literal_number(Str text, int64_t *thousandths);

/* A sum in pence (£18.50 is 1850; also `£1,200`, `£6k`). False when it cannot be one. */
bool literal_money(Str text, int64_t *pence);

/* The text between the marks of a text or long_text token: escapes undone, line breaks folded to a space, a
 * blank line kept as one line feed (a new paragraph); a long text is kept as it is but for the indentation
 * all its lines share. A slice of the source where nothing had to change, else copied into `arena`. */
Str literal_text(const Source *source, const Token *token, Arena *arena);

/* Days since 1970-01-01 of a date of the Gregorian calendar; DAY_MISSING for an impossible one. */
int32_t day_from_date(int year, int month, int day);

/* The parts of a day: month and day from 1. */
void day_to_date(int32_t day, int *year, int *month, int *day_of_month);

/* How many days the month (1 to 12) has. */
int days_in_month(int year, int month);
bool is_leap_year(int year);

/* The month whose name begins with the three bytes at `word`, case aside; 0 for none. */
int month_begun(const char *word);

/* "January" for 1; empty for what is no month. */
Str month_name(int month);

/* "16 July 2027", in `arena`. */
Str day_text(Arena *arena, int32_t day);

#endif
