/* Sentences of school documents: which of a report's are a policy's too, and which speak of what will be. In:
 * records; out: two shares a report. Sentences are compared word by word, marks and capitals aside. */
#include "sema/calendar.h"
#include "sema/document_figures.h"
#include "sema/text_words.h"

enum { SENTENCE_WORDS_LEAST = 4, SENTENCES_LEAST = 5 };

/* ---- sentences ---- */

/* Where the sentence that begins at `from` ends: behind its mark, at an empty line, or where a line of a list
 * or a heading begins. */
static size_t sentence_end(Str text, size_t from)
{
    for (size_t at = from; at < text.length; at++) {
        char c = text.at[at], next = at + 1 < text.length ? text.at[at + 1] : '\n';
        bool marked = (c == '.' || c == '!' || c == '?') && (next == ' ' || next == '\n' || next == '"');
        bool parted = c == '\n' && (next == '\n' || next == '-' || next == '*' || next == '#');
        if (marked || parted)
            return at + 1;
    }
    return text.length;
}

static char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Of its words; 0 for a sentence too short to count. */
static uint64_t sentence_hash(Str sentence)
{
    uint64_t hash = 14695981039346656037u;
    uint32_t count = 0;
    for (Str word = text_word(sentence, 0); word.length;
         word = text_word(sentence, text_word_end(sentence, word)), count++) {
        for (size_t i = 0; i < word.length; i++)
            hash = (hash ^ (unsigned char)folded(word.at[i])) * 1099511628211u;
        hash = (hash ^ ' ') * 1099511628211u;
    }
    return count < SENTENCE_WORDS_LEAST ? 0 : hash | 1;
}

static bool is_promise(Str sentence)
{
    static const Str words[] = {STR_INIT("will"),   STR_INIT("shall"),  STR_INIT("aim"),
                                STR_INIT("aims"),   STR_INIT("intend"), STR_INIT("intends"),
                                STR_INIT("strive"), STR_INIT("strives")};
    for (Str word = text_word(sentence, 0); word.length;
         word = text_word(sentence, text_word_end(sentence, word)))
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (str_equal_folded(word, words[i]))
                return true;
    return false;
}

/* ---- a document's ---- */

typedef struct HashSet {
    uint64_t *slots; /* open addressing; 0 is empty */
    size_t mask;
} HashSet;

static void set_add(HashSet *set, uint64_t hash)
{
    size_t i = hash & set->mask;
    while (set->slots[i] && set->slots[i] != hash)
        i = (i + 1) & set->mask;
    set->slots[i] = hash;
}

static bool set_has(const HashSet *set, uint64_t hash)
{
    size_t i = hash & set->mask;
    while (set->slots[i] && set->slots[i] != hash)
        i = (i + 1) & set->mask;
    return set->slots[i] != 0;
}

typedef struct Count {
    HashSet *add; /* where sentences go, or NULL */
    const HashSet *known;
    int32_t all, shared, promised;
} Count;

static void count_text(Count *count, Str text)
{
    for (size_t at = 0; at < text.length;) {
        size_t end = sentence_end(text, at);
        Str sentence = str_slice(text, at, end);
        uint64_t hash = sentence_hash(sentence);
        at = end;
        if (!hash)
            continue;
        count->all++;
        count->shared += count->known && set_has(count->known, hash);
        count->promised += is_promise(sentence);
        if (count->add)
            set_add(count->add, hash);
    }
}

static void count_document(Count *count, const Records *records, uint32_t row)
{
    const List_long_text *texts = &records->school_document.text;
    RowRange topics = records_inside(records, KIND_topic, KIND_school_document, row);
    for (uint32_t i = texts->first[row]; i < texts->first[row + 1]; i++)
        count_text(count, texts->items[i]);
    for (uint32_t one = topics.first; one < topics.end; one++)
        count_text(count, records->topic.text[one]);
}

enum { VARIANT_report, VARIANT_policy };

/* The sentences of all policies; no slots where there are none. */
static HashSet policy_sentences(const Records *records, Arena *arena)
{
    const TableHead *head = &records->school_document.head;
    Count all = {0};
    HashSet set = {0};
    for (uint32_t row = 0; row < head->count; row++)
        if (head->variant[row] == VARIANT_policy)
            count_document(&all, records, row);
    if (!all.all)
        return set;
    size_t room = 16;
    while (room < 2 * (size_t)all.all)
        room *= 2;
    set = (HashSet){ARENA_ARRAY(arena, uint64_t, room), room - 1};
    Count again = {.add = &set};
    for (uint32_t row = 0; row < head->count; row++)
        if (head->variant[row] == VARIANT_policy)
            count_document(&again, records, row);
    return set;
}

void document_sentences(const Records *records, DocumentFigures *figures, Arena *arena)
{
    const TableHead *head = &records->school_document.head;
    HashSet policy = policy_sentences(records, arena);
    for (uint32_t row = 0; row < head->count; row++) {
        Count count = {.known = policy.slots ? &policy : NULL};
        if (head->variant[row] != VARIANT_report)
            continue;
        count_document(&count, records, row);
        if (count.all < SENTENCES_LEAST)
            continue;
        figures[row].promised = count.promised * 100 / count.all;
        if (policy.slots)
            figures[row].shared = count.shared * 100 / count.all;
    }
}
