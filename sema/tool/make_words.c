/* A tool of the build: the word lists of the standard library as C tables. Files of lists in, C out; it ends
 * with 1 where one of them has a mistake. */
#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/words/lists.h"
#include "support/render.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct Library {
    Records records;
    Findings findings;
    Arena arena;
} Library;

/* A file's bytes with two zeros behind them; NULL where it cannot be read. */
static Source *read_source(Library *library, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        return NULL;
    long size = ftell(file);
    Source *source = ARENA_NEW(&library->arena, Source);
    *source = (Source){.name = str_from(path), .index = (uint32_t)library->records.sources.count};
    source->text = arena_alloc(&library->arena, (size_t)size + 2, 1);
    rewind(file);
    source->size = fread(source->text, 1, (size_t)size, file);
    fclose(file);
    return source;
}

static bool take_file(Library *library, const char *path)
{
    const Language *language = language_standard();
    Tokens tokens = {0};
    Source *source = read_source(library, path);
    if (!source)
        return false;
    scan(source, &language->words, &tokens, &library->findings);
    const Tree *tree = parse(source, &tokens, &language->words, &library->arena, &library->findings);
    ARRAY_ADD(&library->records.sources, source);
    bind(language, tree, &library->records, &library->findings);
    tokens_free(&tokens);
    return true;
}

static bool write_lists(Library *library)
{
    WordLists lists;
    Out out = {0};
    word_lists_check(&library->records, &library->findings);
    bool fits = word_lists_make(&library->records, &library->arena, &lists);
    if (fits && !library->findings.list.count) {
        out_text(&out, "#include \"sema/words/lists.h\"\n\n");
        word_lists_write(&out, &lists, STR("standard_words"));
        fwrite(out.at, 1, out.length, stdout);
    } else {
        findings_sort(&library->findings);
        render_short(&library->findings, &out);
        fwrite(out.at, 1, out.length, stderr);
    }
    out_free(&out);
    return !library->findings.list.count;
}

int main(int count, char **paths)
{
    Library library = {0};
    bool fine = true;
    for (int i = 1; i < count && fine; i++)
        fine = take_file(&library, paths[i]);
    fine = fine && write_lists(&library);
    records_free(&library.records);
    findings_free(&library.findings);
    arena_free(&library.arena);
    return !fine;
}
