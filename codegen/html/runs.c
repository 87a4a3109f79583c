/* Runs into inline markup. In: the runs of a paragraph; out: text, links, strong, code, bdi and lang. */
#include "codegen/html/markup.h"
#include "report/document_glue.h"

#include <string.h>

Str runs_language(const Runs *runs)
{
    Str language = {NULL, 0};
    for (size_t i = 0; i < runs->list.count; i++) {
        if (i > 0 && !str_equal(runs->list.at[i].language, language))
            return (Str){NULL, 0};
        language = runs->list.at[i].language;
    }
    return language_is_valid(language) ? language : (Str){NULL, 0};
}

bool runs_are_empty(const Runs *runs)
{
    for (size_t i = 0; i < runs->list.count; i++)
        if (str_trim(runs->list.at[i].text).length > 0)
            return false;
    return true;
}

/* A line longer than that breaks on a phone, whatever it parts. */
#define WHOLE_MOST 30

/* A line of the text, in which glued words stay together. A no-break space would do that too, but would not
 * be found by who searches for the words, and would be copied with them. */
static void line_write(Out *out, Str line)
{
    size_t plain = 0; /* where the text begins that has not been written */
    for (size_t word = 0; word < line.length;) {
        size_t end = glue_end(line, word);
        bool glued = memchr(line.at + word, ' ', end - word) != NULL;
        if (glued && end - word <= WHOLE_MOST) {
            out_escaped(out, str_slice(line, plain, word));
            out_text(out, "<span class=\"whole\">");
            out_escaped(out, str_slice(line, word, end));
            out_text(out, "</span>");
            plain = end;
        }
        word = end + 1;
    }
    out_escaped(out, str_slice(line, plain, line.length));
}

/* The text with its line feeds as line breaks. */
static void lines_write(Out *out, Str text)
{
    size_t first = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] != '\n')
            continue;
        line_write(out, str_slice(text, first, i));
        out_text(out, "<br>");
        first = i + 1;
    }
    line_write(out, str_slice(text, first, text.length));
}

static void styled_write(Out *out, const Run *run)
{
    if (run->style & RUN_strong)
        out_text(out, "<strong>");
    if (run->style & RUN_code)
        out_text(out, "<code>");
    lines_write(out, run->text);
    if (run->style & RUN_code)
        out_text(out, "</code>");
    if (run->style & RUN_strong)
        out_text(out, "</strong>");
}

/* bdi for a value, span for words in another language, else nothing around them. */
static void spoken_write(Out *out, const Run *run, Str language)
{
    bool foreign = language_is_valid(run->language) && !str_equal(run->language, language);
    const char *element = run->isolated ? "bdi" : foreign ? "span" : NULL;
    if (!element) {
        styled_write(out, run);
        return;
    }
    out_format(out, "<%s", element);
    if (foreign)
        language_write(out, run->language);
    out_char(out, '>');
    styled_write(out, run);
    out_format(out, "</%s>", element);
}

void runs_write(Out *out, const Runs *runs, Str language)
{
    for (size_t i = 0; i < runs->list.count; i++) {
        const Run *run = &runs->list.at[i];
        bool linked = run->text.length > 0 && target_is_safe(run->target);
        if (linked) {
            /* On paper a link is followed by its address, but for one that shows it. */
            out_text(out, str_equal(run->text, run->target) ? "<a class=\"bare\"" : "<a");
            target_write(out, run->target);
            out_char(out, '>');
        }
        spoken_write(out, run, language);
        if (linked)
            out_text(out, "</a>");
    }
}

void runs_write_unlinked(Out *out, const Runs *runs)
{
    for (size_t i = 0; i < runs->list.count; i++)
        spoken_write(out, &runs->list.at[i], (Str){NULL, 0});
}

void runs_write_text(Out *out, const Runs *runs)
{
    for (size_t i = 0; i < runs->list.count; i++) {
        const Run *run = &runs->list.at[i];
        out_text(out, run->isolated ? "\xE2\x81\xA8" : ""); /* U+2068, for attributes know no bdi */
        out_escaped(out, run->text);
        out_text(out, run->isolated ? "\xE2\x81\xA9" : "");
    }
}
