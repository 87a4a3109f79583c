/* A text scanned, and parsed, with a few words of the language: what came out as one line of text. */
#ifndef SENC_TESTS_UNIT_FRONT_H
#define SENC_TESTS_UNIT_FRONT_H

#include "lexer/scan.h"
#include "parser/parse.h"

#include "tests/unit/expect.h"

#include <stdlib.h>
#include <string.h>

typedef struct Front {
    Vocabulary vocabulary;
    Source source;
    Tokens tokens;
    Findings findings;
    Arena arena;
    const Tree *tree;
    Out out;
} Front;

static inline void front_begin(Front *front, Str text)
{
    static const char *const words[] = {"and",      "born",    "by",      "check",     "ehc",   "evidence",
                                        "for",      "from",    "measure", "meets",     "need",  "on",
                                        "outcome",  "parents", "plan",    "provision", "pupil", "school",
                                        "strength", "support", "to",      "weeks",     "year"};
    *front = (Front){0};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        vocabulary_add(&front->vocabulary, str_from(words[i]));
    front->source =
        (Source){.name = STR("plan.sen"), .text = calloc(text.length + 2, 1), .size = text.length};
    if (text.length)
        memcpy(front->source.text, text.at, text.length);
    scan(&front->source, &front->vocabulary, &front->tokens, &front->findings);
}

static inline void front_parse(Front *front)
{
    front->tree = parse(&front->source, &front->tokens, &front->vocabulary, &front->arena, &front->findings);
    findings_sort(&front->findings);
}

static inline void front_end(Front *front)
{
    out_free(&front->out);
    arena_free(&front->arena);
    findings_free(&front->findings);
    tokens_free(&front->tokens);
    vocabulary_free(&front->vocabulary);
    free(front->source.text);
}

/* "bad-date@3 colon-after-key@9": the findings by name, with the byte each stands at. */
static inline Str front_findings(Front *front)
{
    front->out.length = 0;
    for (size_t i = 0; i < front->findings.list.count; i++) {
        const Finding *finding = front->findings.list.at[i];
        out_text(&front->out, i ? " " : "");
        out_str(&front->out, finding_name(finding->kind));
        out_format(&front->out, "@%u", finding->place.span.first);
    }
    return out_result(&front->out);
}

#endif
