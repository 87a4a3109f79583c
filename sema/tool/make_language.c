/* A tool of the build: works out the table of words and phrases from the schema once, and prints it as C, so
 * that senc has it at once when it starts. */
#include "sema/phrase.h"
#include "sema/tool/print_shapes.h"

#include <inttypes.h>
#include <stdio.h>

static void print_words(const Vocabulary *words)
{
    printf("static const Str words[] = {\n");
    for (size_t i = 0; i < words->words.count; i++)
        printf("    {\"%.*s\", %zu},\n", STR_ARG(words->words.at[i]), words->words.at[i].length);
    printf("};\n\n");
}

static void print_word_slots(const Vocabulary *words)
{
    printf("static const VocabularySlot word_slots[] = {");
    for (uint32_t i = 0; i < words->slot_count; i++)
        printf("%s{%" PRIu64 "u, %u, %u},", i % 4 ? " " : "\n    ", words->slots[i].start,
               words->slots[i].number, words->slots[i].length);
    printf("\n};\n\n");
}

static void print_uses(const Language *language)
{
    printf("static const WordUse uses[] = {");
    for (size_t i = 0; i < language->words.words.count; i++)
        printf("%s{%" PRIu64 "u, %" PRIu64 "u, %u},", i % 3 ? " " : "\n    ", language->uses[i].contexts,
               language->uses[i].smalls, language->uses[i].spoken);
    printf("\n};\n\n");
}

static void print_figure_words(const Language *language)
{
    printf("        .figure_words = {");
    for (unsigned figure = 0; figure < FIGURE_WORDS; figure++)
        printf("%s%u", figure ? ", " : "", language->figure_words[figure]);
    printf("},\n");
}

static void print_phrase_slots(const Language *language)
{
    printf("static const PhraseSlot phrase_slots[] = {");
    for (uint32_t i = 0; i < language->slot_count; i++)
        printf("%s{%u, %u, %u},", i % 6 ? " " : "\n    ", language->slots[i].context, language->slots[i].word,
               language->slots[i].phrase);
    printf("\n};\n\n");
}

static void print_phrases(const Language *language)
{
    printf("static const Phrase phrases[] = {\n");
    for (size_t i = 0; i < language->phrases.count; i++) {
        const Phrase *phrase = &language->phrases.at[i];
        printf("    {%u, {", phrase->context);
        for (unsigned word = 0; word < phrase->length; word++)
            printf("%s%u", word ? ", " : "", phrase->word[word]);
        printf("}, %u, %u, %u, %d, %u},\n", phrase->length, phrase->meaning, phrase->variant, phrase->said,
               phrase->value);
    }
    printf("};\n\n");
}

static void print_language(const Language *language)
{
    printf("const Language *language_standard(void)\n{\n    static const Language language = {\n"
           "        .words = {.words = {(Str *)(uintptr_t)words, %zu, 0},\n"
           "                  .slots = (VocabularySlot *)(uintptr_t)word_slots, .slot_count = %u},\n"
           "        .uses = (WordUse *)(uintptr_t)uses,\n",
           language->words.words.count, language->words.slot_count);
    print_figure_words(language);
    printf("        .phrases = {(Phrase *)(uintptr_t)phrases, %zu, 0},\n"
           "        .slots = (PhraseSlot *)(uintptr_t)phrase_slots, .slot_count = %u};\n    return "
           "&language;\n}\n",
           language->phrases.count, language->slot_count);
}

int main(void)
{
    Language language;
    language_build(&language);
    printf("/* Made from the schema by sema/tool/make_language.c. */\n#include \"sema/phrase.h\"\n"
           "#include \"sema/shape.h\"\n\n");
    print_words(&language.words);
    print_word_slots(&language.words);
    print_phrases(&language);
    print_phrase_slots(&language);
    print_uses(&language);
    print_shapes();
    print_language(&language);
    language_free(&language);
    return 0;
}
