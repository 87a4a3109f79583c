/* Finds the words around a place where a line could break, for glue to judge. In: a passage; out: whether its
 * line had better break elsewhere. */
#include "codegen/text/glue.h"

#include "report/document_glue.h"

static bool is_gap(UChar unit)
{
    return unit == ' ' || unit == '\n' || unit == '\t' || (unit >= 0x2066 && unit <= 0x2069);
}

static GlueWord word_before(const Passage *passage, uint32_t at)
{
    GlueWord word = {0};
    while (at > 0 && is_gap(passage->text[at - 1]))
        at--;
    uint32_t start = at;
    while (start > 0 && at - start <= GLUE_WORD_MOST && !is_gap(passage->text[start - 1]))
        start--;
    for (; start < at; start++)
        glue_word_add(&word, passage->text[start]);
    return word;
}

static GlueWord word_after(const Passage *passage, uint32_t at)
{
    GlueWord word = {0};
    while (at < passage->length && is_gap(passage->text[at]))
        at++;
    for (; at < passage->length && !word.is_long && !is_gap(passage->text[at]); at++)
        glue_word_add(&word, passage->text[at]);
    return word;
}

bool passage_is_glued(const Passage *passage, uint32_t at)
{
    if (at == 0 || at >= passage->length || !is_gap(passage->text[at - 1]))
        return false;
    GlueWord before = word_before(passage, at), after = word_after(passage, at);
    return glue_holds(&before, &after);
}
