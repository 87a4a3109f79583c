/* Acronyms: short forms that a plan or document uses before, and without, saying what they stand for. In: the
 * words of texts, stdlib/glossary.def; out: at the record with the first use, the short form and its meaning.
 */
#include "sema/texts/reader.h"

#include <stdlib.h>

typedef struct Acronym {
    Str word, stem, rest;
} Acronym;

static const Acronym glossary[] = {
#define ACRONYM(word, stem, rest) {STR_INIT(word), STR_INIT(stem), STR_INIT(rest)},
#include "stdlib/glossary.def"
};

enum { GLOSSARY_COUNT = sizeof glossary / sizeof *glossary, ACRONYM_MOST = 7 };

/* At least two capitals, and short. */
static bool is_short_form(Str word)
{
    unsigned capitals = 0;
    for (size_t i = 0; i < word.length; i++)
        capitals += word.at[i] >= 'A' && word.at[i] <= 'Z';
    return capitals > 1;
}

/* What parents read of a plan, and what is for everyone. */
static bool is_for_parents(Kind kind)
{
    return kind == KIND_need || kind == KIND_outcome || kind == KIND_provision || kind == KIND_strategy ||
           kind == KIND_adjustment || kind == KIND_meeting || kind == KIND_topic ||
           kind == KIND_school_document;
}

/* Short forms of one meaning are one. */
static unsigned group_of(unsigned row)
{
    unsigned first = 0;
    while (!str_equal(glossary[first].stem, glossary[row].stem))
        first++;
    return first;
}

void acronyms_read(Reader *reader, const TextPlace *place, Str word)
{
    if (word.length < 2 || word.length > ACRONYM_MOST + 4)
        return;
    Str bare = word_bare(word);
    if (bare.length > ACRONYM_MOST || !is_for_parents(place->kind) || !is_short_form(bare))
        return;
    for (unsigned row = 0; row < GLOSSARY_COUNT; row++)
        if (str_equal(glossary[row].word, bare)) {
            ARRAY_ADD(&reader->uses, (AcronymUse){*place, group_of(row), row, bare});
            return;
        }
}

/* ---- first uses ---- */

static int order(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* By plan or document, by meaning, in the order of the text. */
static int compare_uses(const void *a, const void *b)
{
    const AcronymUse *one = a, *other = b;
    int result = order(one->place.plan, other->place.plan);
    result = result ? result : order(one->place.document, other->place.document);
    result = result ? result : order(one->group, other->group);
    result = result ? result : order(one->place.offset, other->place.offset);
    return result ? result : order((uintptr_t)one->word.at, (uintptr_t)other->word.at);
}

typedef struct Explaining {
    Str stem;
    bool is_explained;
} Explaining;

static void look_for_stem(void *context, const TextPlace *place, Str text)
{
    Explaining *explaining = context;
    (void)place;
    explaining->is_explained = explaining->is_explained || text_holds(text, explaining->stem);
}

static bool is_explained(const Reader *reader, const TextPlace *place, Str stem)
{
    Explaining explaining = {.stem = stem};
    bool in_plan = place->plan != ROW_NONE;
    Kind outer = in_plan ? KIND_plan : KIND_school_document;
    uint32_t outer_row = in_plan ? place->plan : place->document;
    for (size_t i = 0; text_kinds[i] != KIND_file && !explaining.is_explained; i++) {
        Kind kind = (Kind)text_kinds[i];
        RowRange rows = kind == outer ? (RowRange){outer_row, outer_row + 1}
                                      : records_inside(reader->records, kind, outer, outer_row);
        for (uint32_t row = rows.first; row < rows.end && !explaining.is_explained; row++)
            texts_visit(reader->records, &(TextPlace){.kind = kind, .row = row}, look_for_stem, &explaining);
    }
    return explaining.is_explained;
}

static bool same_group(const AcronymUse *one, const AcronymUse *other)
{
    return one->place.plan == other->place.plan && one->place.document == other->place.document &&
           one->group == other->group;
}

void acronyms_end(Reader *reader)
{
    if (reader->uses.count)
        qsort(reader->uses.at, reader->uses.count, sizeof *reader->uses.at, compare_uses);
    for (size_t i = 0; i < reader->uses.count; i++) {
        const AcronymUse *use = &reader->uses.at[i];
        const Acronym *acronym = &glossary[use->row];
        TextFigures *figures = &reader->texts->of_kind[use->place.kind][use->place.row];
        if ((i && same_group(use, use - 1)) || figures->acronym.length ||
            is_explained(reader, &use->place, acronym->stem))
            continue;
        figures->acronym = use->word;
        figures->meaning = arena_format(&reader->texts->arena, STR_FMT STR_FMT, STR_ARG(acronym->stem),
                                        STR_ARG(acronym->rest));
    }
}
