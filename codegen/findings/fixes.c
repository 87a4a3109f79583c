/* In: findings and the bytes they are about; out: bytes. It opens no file, and everything but the fixed spans
 * stays as it is: line ends, a byte order mark, what is no UTF-8. */
#include "codegen/findings/fixes.h"

#include "support/render.h"

#include <stdlib.h>
#include <string.h>

typedef ARRAY(const Finding *) Fixes;

static int compare_fixes(const void *left, const void *right)
{
    const Finding *a = *(const Finding *const *)left, *b = *(const Finding *const *)right;
    if (a->fix.span.first != b->fix.span.first)
        return a->fix.span.first < b->fix.span.first ? -1 : 1;
    if (a->fix.span.end != b->fix.span.end)
        return a->fix.span.end < b->fix.span.end ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static Fixes fixes_of(const Findings *findings, const Source *source)
{
    Fixes fixes = {0};
    for (size_t i = 0; i < findings->list.count; i++)
        if (findings->list.at[i]->fix.source == source && !findings->list.at[i]->allowed.at)
            ARRAY_ADD(&fixes, findings->list.at[i]);
    if (fixes.count)
        qsort(fixes.at, fixes.count, sizeof *fixes.at, compare_fixes);
    return fixes;
}

/* Whether lines end in CR LF: as the first one does. */
static bool ends_lines_with_two(const Source *source)
{
    const char *end = memchr(source->text, '\n', source->size);
    return end && end > source->text && end[-1] == '\r';
}

/* The replacement, with its line ends as the file's. */
static void write_replacement(Out *text, const Finding *finding, const Source *source)
{
    Str replacement = finding->replacement;
    bool two = memchr(replacement.at, '\n', replacement.length) && ends_lines_with_two(source);
    for (size_t i = 0; i < replacement.length; i++) {
        if (two && replacement.at[i] == '\n' && (i == 0 || replacement.at[i - 1] != '\r'))
            out_char(text, '\r');
        out_char(text, replacement.at[i]);
    }
}

static void tell(Findings *findings, const Finding *finding, Out *told)
{
    Location at = render_locate(findings, finding->fix);
    render_plain(finding->fix.source->name, told);
    out_format(told, ":%u:%u: fixed: ", at.first.line, at.first.column);
    render_plain(render_fixed(findings, finding), told);
    out_format(told, " [" STR_FMT "]\n", STR_ARG(finding->rule->name));
}

size_t fixes_make(Findings *findings, const Source *source, Out *text, Out *told)
{
    Fixes fixes = fixes_of(findings, source);
    size_t made = 0;
    uint32_t done = 0; /* bytes of the source */
    for (size_t i = 0; i < fixes.count; i++) {
        Span span = fixes.at[i]->fix.span;
        bool meets = made && span.first <= done && (span.first < done || span.first == span.end);
        if (meets || str_equal(source_text(source, span), fixes.at[i]->replacement))
            continue;
        out_str(text, source_text(source, (Span){done, span.first}));
        write_replacement(text, fixes.at[i], source);
        tell(findings, fixes.at[i], told);
        done = span.end;
        made++;
    }
    if (made)
        out_str(text, source_text(source, (Span){done, (uint32_t)source->size}));
    free(fixes.at);
    return made;
}
