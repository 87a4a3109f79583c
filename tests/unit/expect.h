/* What unit tests say: expectations that are counted, and printed when they fail. */
#ifndef SENC_TESTS_UNIT_EXPECT_H
#define SENC_TESTS_UNIT_EXPECT_H

#include "lexer/literal.h"
#include "support/str.h"

#include <inttypes.h>
#include <stdio.h>

typedef struct Tally {
    int passed, failed;
} Tally;

static inline void expect(Tally *tally, bool holds, const char *what)
{
    tally->passed += holds;
    tally->failed += !holds;
    if (!holds)
        printf("%s does not hold\n", what);
}

static inline void expect_int(Tally *tally, const char *what, int64_t got, int64_t wanted)
{
    tally->passed += got == wanted;
    tally->failed += got != wanted;
    if (got != wanted)
        printf("%s: %" PRId64 ", wanted %" PRId64 "\n", what, got, wanted);
}

static inline void expect_str(Tally *tally, const char *what, Str got, const char *wanted)
{
    bool equal = str_equal(got, str_from(wanted));
    tally->passed += equal;
    tally->failed += !equal;
    if (!equal)
        printf("%s: '" STR_FMT "', wanted '%s'\n", what, STR_ARG(got), wanted);
}

/* The day of "2027-07-16"; missing for "". */
static inline int32_t iso_day(const char *text)
{
    int year, month, day;
    if (sscanf(text, "%d-%d-%d", &year, &month, &day) != 3)
        return DAY_MISSING;
    return day_from_date(year, month, day);
}

/* The exit status of the test. */
static inline int tally_end(const Tally *tally)
{
    printf("%d expectations held, %d did not\n", tally->passed, tally->failed);
    return tally->failed != 0;
}

#endif
