/* Slices of bytes: comparing, cutting, hashing, and how near two words are. Knows no file and no memory but
 * what it is handed. */
#include "support/str.h"

#include <string.h>

/* Words longer than this are not compared letter by letter: no word of the language is. */
#define DISTANCE_LONGEST 96

static char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

Str str_from(const char *text)
{
    return text ? (Str){text, strlen(text)} : (Str){NULL, 0};
}

Str str_slice(Str str, size_t first, size_t end)
{
    end = least(end, str.length);
    first = least(first, end);
    return (Str){str.at ? str.at + first : NULL, end - first};
}

bool str_equal(Str a, Str b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool str_equal_folded(Str a, Str b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (fold(a.at[i]) != fold(b.at[i]))
            return false;
    return true;
}

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first byte is the lowest");

/* A byte of a word of eight that is 0 shows as 0x80 in its place, and none below it does. */
static uint64_t zero_bytes(uint64_t eight)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    return (eight - ones) & ~eight & (ones << 7);
}

static bool is_at(Str text, Str words, size_t at)
{
    for (size_t i = 1; i < words.length; i++)
        if (fold(text.at[at + i]) != fold(words.at[i]))
            return false;
    return true;
}

/* Eight bytes at a time are looked through for the first one of the words: a letter and its capital differ in
 * one bit. */
size_t str_find_folded(Str text, Str words, size_t from)
{
    if (!words.length)
        return text.length;
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint8_t first = (uint8_t)fold(words.at[0]);
    uint64_t wanted = ones * first, bit = first >= 'a' && first <= 'z' ? ones << 5 : 0;
    for (size_t at = from; at + words.length <= text.length;) {
        uint64_t eight = ~wanted;
        size_t room = text.length - at;
        if (room >= sizeof eight)
            memcpy(&eight, text.at + at, sizeof eight);
        else
            eight = (uint8_t)text.at[at] | (~wanted << 8);
        uint64_t found = zero_bytes((eight | bit) ^ (wanted | bit));
        size_t skipped = found ? (size_t)__builtin_ctzll(found) / 8 : room >= sizeof eight ? 8 : 1;
        at += skipped;
        if (found && at + words.length <= text.length && is_at(text, words, at))
            return at;
        at += found != 0;
    }
    return text.length;
}

int str_compare(Str a, Str b)
{
    size_t shared = least(a.length, b.length);
    int order = shared ? memcmp(a.at, b.at, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

bool str_starts(Str str, Str prefix)
{
    return str.length >= prefix.length && str_equal(str_slice(str, 0, prefix.length), prefix);
}

bool str_ends(Str str, Str suffix)
{
    return str.length >= suffix.length &&
           str_equal(str_slice(str, str.length - suffix.length, str.length), suffix);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* How many bytes of white space stand at the front, 0 for none. */
static size_t blank_front(Str str)
{
    if (str.length && is_blank(str.at[0]))
        return 1;
    return str_starts(str, STR("\u00a0")) ? 2 : 0;
}

static size_t blank_back(Str str)
{
    if (str.length && is_blank(str.at[str.length - 1]))
        return 1;
    return str_ends(str, STR("\u00a0")) ? 2 : 0;
}

Str str_trim(Str str)
{
    for (size_t blank; (blank = blank_front(str));)
        str = str_slice(str, blank, str.length);
    for (size_t blank; (blank = blank_back(str));)
        str = str_slice(str, 0, str.length - blank);
    return str;
}

Str str_trim_pause(Str str)
{
    static const char *const pauses[] = {",", ":", ";", "-", "–", "—", "…"};
    str = str_trim(str);
    for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++)
        if (str_ends(str, str_from(pauses[i]))) {
            str = str_trim(str_slice(str, 0, str.length - strlen(pauses[i])));
            i = (size_t)-1;
        }
    return str;
}

/* FNV-1a, then mixed, so that the low bits of short words differ. */
uint64_t str_hash(Str str)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < str.length; i++)
        hash = (hash ^ (unsigned char)str.at[i]) * 0x100000001b3u;
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93u;
    return hash ^ hash >> 32;
}

static unsigned least_of(unsigned a, unsigned b, unsigned c)
{
    unsigned two = a < b ? a : b;
    return two < c ? two : c;
}

/* One row of the table of distances: `now` from the two rows before it. Returns the least of the row. */
static unsigned distance_row(Str a, Str b, size_t i, const unsigned *before, const unsigned *last,
                             unsigned *now)
{
    unsigned best = now[0] = (unsigned)i;
    for (size_t j = 1; j <= b.length; j++) {
        bool same = fold(a.at[i - 1]) == fold(b.at[j - 1]);
        now[j] = least_of(last[j] + 1, now[j - 1] + 1, last[j - 1] + !same);
        bool swapped = i > 1 && j > 1 && fold(a.at[i - 1]) == fold(b.at[j - 2]) &&
                       fold(a.at[i - 2]) == fold(b.at[j - 1]);
        if (swapped && before[j - 2] + 1 < now[j])
            now[j] = before[j - 2] + 1;
        if (now[j] < best)
            best = now[j];
    }
    return best;
}

unsigned str_distance(Str a, Str b, unsigned limit)
{
    size_t apart = a.length > b.length ? a.length - b.length : b.length - a.length;
    if (apart > limit || b.length > DISTANCE_LONGEST)
        return str_equal_folded(a, b) ? 0 : limit + 1;
    unsigned rows[3][DISTANCE_LONGEST + 1];
    for (size_t j = 0; j <= b.length; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a.length; i++)
        if (distance_row(a, b, i, rows[(i + 1) % 3], rows[(i - 1) % 3], rows[i % 3]) > limit)
            return limit + 1;
    unsigned distance = rows[a.length % 3][b.length];
    return distance < limit ? distance : distance > limit ? limit + 1 : limit;
}
