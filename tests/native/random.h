/* Random: numbers that are the same on every machine, records made of them, and programs of checks. */
#ifndef SENC_TESTS_NATIVE_RANDOM_H
#define SENC_TESTS_NATIVE_RANDOM_H

#include "sema/check/native.h"

typedef struct Random {
    uint64_t state;
} Random;

static inline uint64_t random_next(Random *random)
{
    uint64_t mixed = random->state += UINT64_C(0x9e3779b97f4a7c15);
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

/* From 0 to below `count`, which is not 0. */
static inline uint32_t random_below(Random *random, uint32_t count)
{
    return (uint32_t)((random_next(random) >> 32) % count);
}

/* So many times in a hundred. */
static inline bool random_chance(Random *random, uint32_t percent)
{
    return random_below(random, 100) < percent;
}

/* A text, which may be empty; an amount, which may be missing, of any unit, as large as there are. */
Str random_text(Random *random);
Amount random_amount(Random *random, Unit unit);
int32_t random_day(Random *random);

/* Records of all kinds, nested as the schema has it, with random facts and links: about `size` of them, and
 * `rows` more of one kind. Freed with records_free. `source` is the file they say they stand in. */
void random_records(Random *random, Records *records, Source *source, uint32_t size, Kind kind,
                    uint32_t rows);

/* A program of `count` rules, each of one check, well typed; lives in `arena`. */
Program random_program(Random *random, uint32_t count, Arena *arena);

#endif
