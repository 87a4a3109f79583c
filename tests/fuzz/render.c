/* Any bytes scanned and parsed, and what is found shown in all three forms: nothing a terminal would act on.
 */
#include "tests/fuzz/front.h"

#include "parser/parse.h"
#include "support/render.h"

static void check_plain(const Out *out)
{
    for (size_t i = 0; i < out->length; i++)
        if ((unsigned char)out->at[i] < ' ' && out->at[i] != '\n')
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Vocabulary vocabulary = {0};
    Tokens tokens = {0};
    Findings findings = {0};
    Arena arena = {0};
    Out out = {0};
    front_vocabulary(&vocabulary);
    Source source = front_source(bytes, size);
    scan(&source, &vocabulary, &tokens, &findings);
    parse(&source, &tokens, &vocabulary, &arena, &findings);
    findings_sort(&findings);
    render_text(&findings, &(RenderStyle){.width = (unsigned)(size % 100)}, &out);
    render_short(&findings, &out);
    render_json(&findings, &out);
    check_plain(&out);
    out_free(&out);
    arena_free(&arena);
    findings_free(&findings);
    tokens_free(&tokens);
    vocabulary_free(&vocabulary);
    free(source.text);
    return 0;
}
