/* What is marked in a text once its words are known: proper names, the first verb, clauses and sentences. */
#include "sema/words/prose.h"

#include <stdlib.h>
#include <string.h>

Str prose_word(const Prose *prose, size_t word)
{
    const ProseWord *at = &prose->words.at[word];
    return (Str){prose->text.at + at->first, at->end - at->first};
}

/* ---- names ---- */

static void mark_span(Prose *prose, size_t *word, Span span)
{
    while (*word < prose->words.count && prose->words.at[*word].end <= span.first)
        ++*word;
    for (size_t i = *word; i < prose->words.count && prose->words.at[i].first < span.end; i++)
        prose->words.at[i].flags |= PROSE_name;
}

void prose_mark_names(Prose *prose, const Span *spans, size_t count)
{
    size_t word = 0;
    for (size_t i = 0; i < count; i++)
        mark_span(prose, &word, spans[i]);
}

static bool is_part_of_word(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte >= 128;
}

/* A name's bucket: by its first word, as plain as can be, so that both sides see the same. */
static uint32_t name_bucket(Str name)
{
    size_t length = 0;
    while (length < name.length && is_part_of_word((unsigned char)name.at[length]))
        length++;
    return (uint32_t)(str_hash((Str){name.at, length}) % 1024);
}

void name_set_add(NameSet *set, Str name)
{
    if (!name.length || !is_part_of_word((unsigned char)name.at[0]))
        return;
    uint32_t *bucket = &set->buckets[name_bucket(name)];
    ARRAY_ADD(&set->names, name);
    ARRAY_ADD(&set->next, *bucket);
    *bucket = (uint32_t)set->names.count;
}

void name_set_free(NameSet *set)
{
    free(set->names.at);
    free(set->next.at);
    *set = (NameSet){0};
}

/* The longest name of the set that stands at `at`. */
static size_t name_at(const NameSet *set, Str rest)
{
    size_t longest = 0;
    for (uint32_t i = set->buckets[name_bucket(rest)]; i; i = set->next.at[i - 1]) {
        Str name = set->names.at[i - 1];
        bool ends = name.length == rest.length ||
                    (name.length < rest.length && !is_part_of_word((unsigned char)rest.at[name.length]));
        if (name.length > longest && ends && str_starts(rest, name))
            longest = name.length;
    }
    return longest;
}

void prose_mark_set(Prose *prose, const NameSet *set)
{
    for (size_t i = 0; set->names.count && i < prose->words.count; i++) {
        uint32_t first = prose->words.at[i].first;
        size_t length = name_at(set, str_slice(prose->text, first, prose->text.length));
        for (; length && i < prose->words.count && prose->words.at[i].first < first + length; i++)
            prose->words.at[i].flags |= PROSE_name;
        i -= length != 0;
    }
}

/* ---- the first verb ---- */

/* Over what may stand between `will` and the verb that tells what is done: `will also have been able to`.
 * Each on the way may be the one a pattern asks for (`be able to access`). */
static size_t mark_behind(Prose *prose, size_t word)
{
    for (; word < prose->words.count; word++) {
        ProseWord *at = &prose->words.at[word];
        if (at->flags & (PROSE_own | PROSE_name))
            break;
        at->flags |= PROSE_head;
        bool is_helping = at->role == ROLE_be || at->role == ROLE_have || at->role == ROLE_able ||
                          at->role == ROLE_to || at->role == ROLE_adverb || at->role == ROLE_negation;
        if (!is_helping)
            break;
    }
    return word;
}

/* `By July 2027, Sam …`, `At the end of Y6 …`, `Within 12 months …` tell when, not what. */
static bool begins_time(const ProseWord *word)
{
    return word->role == ROLE_by || word->role == ROLE_at || word->role == ROLE_within ||
           word->role == ROLE_when || word->role == ROLE_for;
}

/* A name between a time and the verb: `By July 2027, Sam goes …`, `By the end of Year 5 Sam goes …`. */
static bool is_subject(const Prose *prose, uint32_t word)
{
    const ProseWord *at = &prose->words.at[word];
    bool follows_name = word > 0 && (at[-1].flags & PROSE_capital) && at[-1].role == ROLE_none;
    return (at->flags & PROSE_capital) &&
           ((at->before & BEFORE_comma) || (at->role == ROLE_none && !follows_name));
}

/* Words of the sentence looked at for its verb. */
#define HEAD_REACH 60

/* Marks what stands behind the sentence's `will`, or its first `to`, `can` or name; and its first word, when
 * it may be the verb itself. The first word's follower is one too: `Freya develops …`. */
static void mark_sentence(Prose *prose, WordRange range)
{
    uint32_t first = range.first;
    uint32_t end = range.end - first > HEAD_REACH ? first + HEAD_REACH : range.end;
    bool is_time = begins_time(&prose->words.at[first]);
    if (prose->words.at[first].role == ROLE_to) {
        mark_behind(prose, first + 1);
        return;
    }
    for (uint32_t i = first; i < end; i++) {
        const ProseWord *at = &prose->words.at[i];
        if (at->role == ROLE_will || (at->role == ROLE_modal && i - first < 8)) {
            mark_behind(prose, i + 1);
            return;
        }
        bool is_subject_to = at->role == ROLE_to && i - first > 0 && i - first < 4 && !is_time;
        if (is_subject_to) {
            mark_behind(prose, i + 1);
            break;
        }
    }
    if (!is_time)
        mark_behind(prose, first);
    for (uint32_t i = first + 1; i < end; i++) {
        const ProseWord *at = &prose->words.at[i];
        bool is_follower = i == first + 1 && !is_time && !(at->before & BEFORE_comma);
        bool is_after_time = is_time && is_subject(prose, i - 1);
        if (is_follower || is_after_time)
            mark_behind(prose, i);
    }
}

void prose_mark_heads(Prose *prose)
{
    for (uint32_t i = 0; i < prose->words.count;) {
        WordRange range = prose_sentence(prose, i);
        if (!(prose->words.at[i].flags & PROSE_own))
            mark_sentence(prose, range);
        i = range.end;
    }
}

/* ---- clauses ---- */

static WordRange range_around(const Prose *prose, uint32_t word, bool over_colons)
{
    const ProseWord *words = prose->words.at;
    WordRange range = {word, word + 1};
    while (range.first > 0 && (!(words[range.first].before & BEFORE_clause) ||
                               (over_colons && (words[range.first].before & BEFORE_colon))))
        range.first--;
    while (range.end < prose->words.count && (!(words[range.end].before & BEFORE_clause) ||
                                              (over_colons && (words[range.end].before & BEFORE_colon))))
        range.end++;
    return range;
}

WordRange prose_clause(const Prose *prose, uint32_t word)
{
    return range_around(prose, word, false);
}

WordRange prose_sentence(const Prose *prose, uint32_t word)
{
    return range_around(prose, word, true);
}
