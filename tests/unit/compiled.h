/* Compiled: a text taken through scanning, parsing, binding and linking, for unit tests. */
#ifndef SENC_TESTS_UNIT_COMPILED_H
#define SENC_TESTS_UNIT_COMPILED_H

#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/derive.h"
#include "sema/link.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Compiled {
    Source source;
    Tokens tokens;
    Arena arena;
    Findings findings;
    Records records;
    Derived derived;
} Compiled;

static inline void compile_text(Compiled *compiled, Str text, int32_t today)
{
    *compiled = (Compiled){.source = {.name = STR_INIT("plan.sen"), .size = text.length}};
    compiled->source.text = calloc(text.length + 2, 1);
    if (text.length)
        memcpy(compiled->source.text, text.at, text.length);
    compiled->records.today = today;
    const Language *language = language_standard();
    scan(&compiled->source, &language->words, &compiled->tokens, &compiled->findings);
    const Tree *tree =
        parse(&compiled->source, &compiled->tokens, &language->words, &compiled->arena, &compiled->findings);
    ARRAY_ADD(&compiled->records.sources, &compiled->source);
    bind(language, tree, &compiled->records, &compiled->findings);
    records_link(&compiled->records, &compiled->findings);
    records_derive(&compiled->derived, &compiled->records);
    findings_sort(&compiled->findings);
}

static inline void compiled_free(Compiled *compiled)
{
    records_derived_free(&compiled->derived);
    records_free(&compiled->records);
    findings_free(&compiled->findings);
    tokens_free(&compiled->tokens);
    arena_free(&compiled->arena);
    free(compiled->source.text);
}

/* The text of a finding's place. */
static inline Str finding_found(const Finding *finding)
{
    return source_text(finding->place.source, finding->place.span);
}

static inline void compiled_print(const Compiled *compiled)
{
    for (size_t i = 0; i < compiled->findings.list.count; i++) {
        const Finding *finding = compiled->findings.list.at[i];
        printf("    %s [" STR_FMT "] ‘" STR_FMT "’: " STR_FMT " " STR_FMT "\n",
               severity_name(finding->severity).at, STR_ARG(finding_name(finding->kind)),
               STR_ARG(finding_found(finding)), STR_ARG(finding->message), STR_ARG(finding->help));
        if (finding->second.source)
            printf("        " STR_FMT ": " STR_FMT "\n", STR_ARG(finding->second_message),
                   STR_ARG(source_text(finding->second.source, finding->second.span)));
    }
}

#endif
