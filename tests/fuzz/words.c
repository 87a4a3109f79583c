/* Any bytes as patterns, a line each (`!` before an exception), and behind an empty line as a text: the
 * automaton finds what is found pattern by pattern; amounts and guards take whatever comes. */
#include "sema/words/guard.h"
#include "tests/fuzz/front.h"
#include "tests/unit/words_naive.h"

/* Patterns a text is tried against: more make the plain way too slow. */
#define PATTERNS 12

static Str next_line(Str *rest)
{
    const char *end = rest->length ? memchr(rest->at, '\n', rest->length) : NULL;
    size_t length = end ? (size_t)(end - rest->at) : rest->length;
    Str line = str_slice(*rest, 0, length);
    *rest = str_slice(*rest, length + (end != NULL), rest->length);
    return line;
}

static void add_patterns(AutomatonBuilder *builder, Str *rest)
{
    for (unsigned i = 0; rest->length; i++) {
        Str line = next_line(rest);
        if (!line.length)
            return;
        bool is_exception = line.at[0] == '!';
        PatternInfo info = {.list = i % 2, .is_exception = is_exception, .entry = i};
        PatternFault fault = {0};
        if (i < PATTERNS)
            fault = automaton_add(builder, str_slice(line, is_exception, line.length), info);
        if (fault.at.first > line.length || fault.at.end > line.length + 1)
            abort();
    }
}

static void check_words(const Prose *prose)
{
    uint32_t end = 0;
    for (size_t i = 0; i < prose->words.count; i++) {
        const ProseWord *word = &prose->words.at[i];
        if (word->first < end || word->end <= word->first || word->end > prose->text.length)
            abort();
        end = word->end;
    }
}

static void check_amounts(const Prose *prose, const ProseAmounts *amounts)
{
    uint32_t end = 0;
    for (size_t i = 0; i < amounts->list.count; i++) {
        const ProseAmount *amount = &amounts->list.at[i];
        if (amount->first_word < end || amount->end_word <= amount->first_word ||
            amount->end_word > prose->words.count)
            abort();
        end = amount->end_word;
    }
}

static void ask_guards(const Prose *prose, const ProseAmounts *amounts, const WordMatches *matches)
{
    GuardText text = {.prose = prose, .amounts = amounts};
    for (size_t i = 0; i < matches->list.count; i++)
        for (unsigned guard = 1; guard < CHOICE_guard_COUNT; guard++)
            guard_holds(guard, &text, &matches->list.at[i]);
    prose_says(prose, amounts);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AutomatonBuilder builder = {0};
    Arena arena = {0};
    Automaton automaton;
    Prose prose = {0};
    ProseAmounts amounts = {0};
    WordMatches matches = {0};
    char *copy = memory_grow(NULL, size + 1);
    if (size)
        memcpy(copy, bytes, size);
    Str rest = {copy, size};
    add_patterns(&builder, &rest);
    rest.length = rest.length > 3000 ? 3000 : rest.length;
    bool fits = automaton_end(&builder, &arena, &automaton);
    prose_read(&prose, &automaton.lexicon, rest);
    check_words(&prose);
    prose_find_amounts(&prose, &amounts);
    check_amounts(&prose, &amounts);
    automaton_match(&automaton, &prose, &matches);
    for (unsigned list = 0; fits && list < 2; list++)
        if (!naive_agrees(&builder, &automaton, &prose, &matches, list))
            abort();
    ask_guards(&prose, &amounts, &matches);
    word_matches_free(&matches);
    prose_amounts_free(&amounts);
    prose_free(&prose);
    automaton_builder_free(&builder);
    arena_free(&arena);
    free(copy);
    return 0;
}
