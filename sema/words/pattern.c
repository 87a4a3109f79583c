/* Patterns into rows of steps. First the brackets are multiplied out into plain rows of words, which is
 * bounded and easy to see through; then each row becomes steps. */
#include "sema/words/pattern.h"

#include "sema/words/inflect.h"
#include "sema/words/prose.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Ways to write what stands so far. */
typedef struct Ways {
    Str *at;
    size_t count;
} Ways;

typedef struct Reader {
    Str pattern;
    size_t at;
    unsigned depth;
    Arena *arena;
    PatternFault fault;
} Reader;

static void set_fault(Reader *reader, PatternFaultKind kind, size_t first, size_t end)
{
    if (reader->fault.kind == PATTERN_fine)
        reader->fault = (PatternFault){kind, {(uint32_t)first, (uint32_t)end}};
}

/* ---- brackets ---- */

static Ways one_way(Reader *reader, Str text)
{
    Ways ways = {ARENA_NEW(reader->arena, Str), 1};
    ways.at[0] = text;
    return ways;
}

/* Each way of `a` with each of `b` behind it. */
static Ways ways_join(Reader *reader, Ways a, Ways b)
{
    if (a.count * b.count > PATTERN_VARIANTS_MOST)
        set_fault(reader, PATTERN_wide, 0, reader->pattern.length);
    if (reader->fault.kind)
        return a;
    Ways ways = {ARENA_ARRAY(reader->arena, Str, a.count * b.count), 0};
    for (size_t i = 0; i < a.count; i++)
        for (size_t k = 0; k < b.count; k++)
            ways.at[ways.count++] =
                arena_format(reader->arena, STR_FMT STR_FMT, STR_ARG(a.at[i]), STR_ARG(b.at[k]));
    return ways;
}

static Ways ways_both(Reader *reader, Ways a, Ways b)
{
    if (a.count + b.count > PATTERN_VARIANTS_MOST)
        set_fault(reader, PATTERN_wide, 0, reader->pattern.length);
    if (reader->fault.kind)
        return a;
    Ways ways = {ARENA_ARRAY(reader->arena, Str, a.count + b.count), a.count + b.count};
    memcpy(ways.at, a.at, a.count * sizeof(Str));
    memcpy(ways.at + a.count, b.at, b.count * sizeof(Str));
    return ways;
}

static Ways read_choice(Reader *reader, char close, size_t open);

static char peek(const Reader *reader)
{
    return reader->at < reader->pattern.length ? reader->pattern.at[reader->at] : 0;
}

static Ways read_bracket(Reader *reader)
{
    size_t open = reader->at++;
    char close = reader->pattern.at[open] == '(' ? ')' : ']';
    if (++reader->depth > PATTERN_DEPTH_MOST)
        set_fault(reader, PATTERN_long, open, open + 1);
    Ways ways = reader->fault.kind ? one_way(reader, STR("")) : read_choice(reader, close, open);
    reader->depth--;
    if (!reader->fault.kind && peek(reader) != close)
        set_fault(reader, PATTERN_unclosed, open, open + 1);
    reader->at++;
    return close == ']' ? ways_both(reader, one_way(reader, STR("")), ways) : ways;
}

/* Up to a `|`, a bracket that closes, or the end. */
static Ways read_row(Reader *reader)
{
    Ways ways = one_way(reader, STR(""));
    while (peek(reader) && !memchr("|)]", peek(reader), 3) && !reader->fault.kind) {
        size_t first = reader->at;
        while (peek(reader) && !memchr("|)]([", peek(reader), 5))
            reader->at++;
        Str plain = str_slice(reader->pattern, first, reader->at);
        ways = ways_join(reader, ways, plain.length ? one_way(reader, plain) : read_bracket(reader));
    }
    return ways;
}

static Ways read_choice(Reader *reader, char close, size_t open)
{
    Ways all = {0};
    do {
        size_t first = reader->at;
        Ways row = read_row(reader);
        if (first == reader->at && (close || peek(reader) == '|' || all.count))
            set_fault(reader, PATTERN_empty, close ? open : first, first + 1);
        all = all.count ? ways_both(reader, all, row) : row;
    } while (!reader->fault.kind && peek(reader) == '|' && ++reader->at);
    return all;
}

/* All rows of words that the pattern stands for. */
static Ways read_pattern(Reader *reader)
{
    if (reader->pattern.length > PATTERN_BYTES_MOST ||
        utf8_first_bad(reader->pattern) != reader->pattern.length) {
        set_fault(reader, PATTERN_long, 0, reader->pattern.length);
        return (Ways){0};
    }
    Ways ways = read_choice(reader, 0, 0);
    if (!reader->fault.kind && reader->at < reader->pattern.length)
        set_fault(reader, PATTERN_unopened, reader->at, reader->at + 1);
    return ways;
}

/* ---- rows to steps ---- */

typedef struct Row {
    Reader *reader;
    PatternSteps *steps;
    Prose *prose; /* for words as a text would have them */
    bool at_head;
    unsigned words, gaps;
} Row;

static void add_element(Row *row, ElementKind kind, uint32_t first, uint16_t count)
{
    ARRAY_ADD(&row->steps->elements,
              (Element){.kind = (uint8_t)kind, .first = first, .count = count, .at_head = row->at_head});
}

static void add_symbol(Row *row, Str word)
{
    uint32_t symbol = lexicon_add(&row->steps->lexicon, word);
    if (symbol)
        ARRAY_ADD(&row->steps->symbols, (uint16_t)symbol);
    else
        set_fault(row->reader, PATTERN_long, 0, row->reader->pattern.length);
}

/* A word, or with a star all its forms. */
static void add_word(Row *row, Str word, bool has_star)
{
    uint32_t first = (uint32_t)row->steps->symbols.count;
    Forms forms = has_star ? word_forms(word, row->reader->arena) : (Forms){.at = {word}, .count = 1};
    for (unsigned i = 0; i < forms.count; i++)
        add_symbol(row, forms.at[i]);
    add_element(row, ELEMENT_words, first, (uint16_t)(row->steps->symbols.count - first));
    row->words++;
}

/* The word as the lexicon keeps it, or as what it is one word with. */
static Str folded_word(const Row *row, size_t i)
{
    const ProseWord *at = &row->prose->words.at[i];
    if (at->symbol && at->symbol < lexicon_number)
        return role_word(at->symbol)->word;
    Str word = prose_word(row->prose, i);
    char *folded = arena_copy(row->reader->arena, word.at, word.length, 1);
    size_t length = 0;
    for (size_t k = 0; k < word.length; k++) {
        bool is_curly = word.length - k > 2 && memcmp(word.at + k, "\xE2\x80\x99", 3) == 0;
        char byte = word.at[k];
        folded[length++] = is_curly ? '\'' : byte >= 'A' && byte <= 'Z' ? (char)(byte | 32) : byte;
        k += is_curly ? 2 : 0;
    }
    return (Str){folded, length};
}

/* What stands between two blanks of the row: a gap, a number, or words, hyphens being blanks. */
static void add_piece(Row *row, Str piece)
{
    if (str_equal(piece, STR("…")) || str_equal(piece, STR("..."))) {
        for (unsigned i = 0; i < PATTERN_GAP; i++)
            add_element(row, ELEMENT_any, 0, 0);
        row->gaps++;
        return;
    }
    if (str_equal(piece, STR("N"))) {
        add_element(row, ELEMENT_number, 0, 0);
        row->words++;
        return;
    }
    bool has_star = str_ends(piece, STR("*"));
    Lexicon lexicon = lexicon_view(&row->steps->lexicon);
    prose_read(row->prose, &lexicon, piece);
    if (!row->prose->words.count || memchr(piece.at, '*', piece.length - has_star))
        set_fault(row->reader, PATTERN_mark, 0, row->reader->pattern.length);
    for (size_t i = 0; i < row->prose->words.count; i++)
        add_word(row, folded_word(row, i), has_star && i + 1 == row->prose->words.count);
}

/* `one to one` is one word in texts. */
static Str with_one_to_one(const Row *row, Str text)
{
    const char *found = memmem(text.at, text.length, "one to one", 10);
    size_t at = found ? (size_t)(found - text.at) : 0;
    if (!found)
        return text;
    Str before = str_slice(text, 0, at), behind = str_slice(text, at + 10, text.length);
    return arena_format(row->reader->arena, STR_FMT "1:1" STR_FMT, STR_ARG(before), STR_ARG(behind));
}

static void add_row(Row *row, Str text, uint32_t number)
{
    size_t start = row->steps->elements.count;
    row->at_head = str_starts(text, STR("^"));
    row->words = row->gaps = 0;
    text = with_one_to_one(row, str_trim(str_slice(text, row->at_head, text.length)));
    while (text.length && !row->reader->fault.kind) {
        const char *blank = memchr(text.at, ' ', text.length);
        size_t length = blank ? (size_t)(blank - text.at) : text.length;
        add_piece(row, str_slice(text, 0, length));
        text = str_trim(str_slice(text, length, text.length));
    }
    const Element *elements = row->steps->elements.at;
    size_t end = row->steps->elements.count;
    if (!row->words)
        set_fault(row->reader, PATTERN_empty, 0, row->reader->pattern.length);
    else if (elements[start].kind == ELEMENT_any || elements[end - 1].kind == ELEMENT_any)
        set_fault(row->reader, PATTERN_mark, 0, row->reader->pattern.length);
    if (row->words > PATTERN_WORDS_MOST || row->gaps > PATTERN_GAPS_MOST)
        set_fault(row->reader, PATTERN_long, 0, row->reader->pattern.length);
    if (row->reader->fault.kind)
        return;
    add_element(row, ELEMENT_end, number, 0);
    row->steps->elements.at[start].is_start = true;
}

PatternFault pattern_add(PatternSteps *steps, Str pattern, uint32_t number)
{
    Arena arena = {0};
    Prose prose = {0};
    Reader reader = {.pattern = pattern, .arena = &arena};
    size_t elements = steps->elements.count, symbols = steps->symbols.count;
    if (!steps->lexicon.symbol_count)
        lexicon_begin(&steps->lexicon);
    Ways ways = read_pattern(&reader);
    Row row = {.reader = &reader, .steps = steps, .prose = &prose};
    for (size_t i = 0; i < ways.count && !reader.fault.kind; i++)
        add_row(&row, ways.at[i], number);
    if (reader.fault.kind) {
        steps->elements.count = elements;
        steps->symbols.count = symbols;
    }
    prose_free(&prose);
    arena_free(&arena);
    return reader.fault;
}

void pattern_steps_free(PatternSteps *steps)
{
    lexicon_builder_free(&steps->lexicon);
    free(steps->elements.at);
    free(steps->symbols.at);
    *steps = (PatternSteps){0};
}
