/* In: two texts that differ in a few lines; out: a patch. Lines are matched in their order; where they
 * differ, by the nearest pair that is alike again. */
#include "codegen/findings/patch.h"

#include "support/array.h"

#include <stdlib.h>
#include <string.h>

enum {
    CONTEXT = 3, /* lines shown around a change */
    LOOK_AHEAD =
        400, /* lines in which texts that differ are to be alike again; else all that follows differs */
};

typedef ARRAY(Str) Lines;

/* Lines of `before` from `before_first` up to `before_end` become those of `after`. */
typedef struct Change {
    size_t before_first, before_end, after_first, after_end;
} Change;

typedef struct Patch {
    Lines before, after;
    ARRAY(Change) changes;
    Out *out;
} Patch;

/* ---- lines ---- */

/* Each with its end; the last may have none. */
static Lines lines_of(Str text)
{
    Lines lines = {0};
    for (size_t at = 0; at < text.length;) {
        const char *end = memchr(text.at + at, '\n', text.length - at);
        size_t next = end ? (size_t)(end - text.at) + 1 : text.length;
        ARRAY_ADD(&lines, str_slice(text, at, next));
        at = next;
    }
    return lines;
}

static bool alike(const Patch *patch, size_t before, size_t after)
{
    bool here = before < patch->before.count, there = after < patch->after.count;
    return here && there ? str_equal(patch->before.at[before], patch->after.at[after]) : !here && !there;
}

/* Moves to the nearest pair of lines that are alike, or both ends. */
static void find_alike(const Patch *patch, size_t *before, size_t *after)
{
    for (size_t steps = 1; steps <= LOOK_AHEAD; steps++)
        for (size_t down = 0; down <= steps; down++) {
            size_t one = *before + down, other = *after + steps - down;
            if (one > patch->before.count || other > patch->after.count || !alike(patch, one, other))
                continue;
            *before = one;
            *after = other;
            return;
        }
    *before = patch->before.count;
    *after = patch->after.count;
}

static void find_changes(Patch *patch)
{
    size_t before = 0, after = 0;
    while (before < patch->before.count || after < patch->after.count) {
        if (alike(patch, before, after)) {
            before++;
            after++;
            continue;
        }
        Change change = {before, before, after, after};
        find_alike(patch, &change.before_end, &change.after_end);
        ARRAY_ADD(&patch->changes, change);
        before = change.before_end;
        after = change.after_end;
    }
}

/* ---- writing ---- */

static void write_line(Out *out, char mark, Str line)
{
    out_char(out, mark);
    out_str(out, line);
    if (!str_ends(line, STR("\n")))
        out_text(out, "\n\\ No newline at end of file\n");
}

static void write_lines(Out *out, char mark, const Lines *lines, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        write_line(out, mark, lines->at[i]);
}

/* "12,5": what stands there, or the line before it where that is nothing. */
static void write_range(Out *out, char mark, size_t first, size_t end)
{
    out_format(out, "%c%zu,%zu", mark, end > first ? first + 1 : first, end - first);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Changes from `first` up to `end`, so near each other that the lines between them are shown. */
static void write_hunk(const Patch *patch, size_t first, size_t end)
{
    const Change *top = &patch->changes.at[first], *last = &patch->changes.at[end - 1];
    size_t before_lines = least(CONTEXT, top->before_first);
    size_t behind_lines = least(CONTEXT, patch->before.count - last->before_end);
    size_t at = top->before_first - before_lines;
    out_text(patch->out, "@@ ");
    write_range(patch->out, '-', at, last->before_end + behind_lines);
    out_char(patch->out, ' ');
    write_range(patch->out, '+', top->after_first - before_lines, last->after_end + behind_lines);
    out_text(patch->out, " @@\n");
    for (size_t i = first; i < end; i++) {
        const Change *change = &patch->changes.at[i];
        write_lines(patch->out, ' ', &patch->before, at, change->before_first);
        write_lines(patch->out, '-', &patch->before, change->before_first, change->before_end);
        write_lines(patch->out, '+', &patch->after, change->after_first, change->after_end);
        at = change->before_end;
    }
    write_lines(patch->out, ' ', &patch->before, at, last->before_end + behind_lines);
}

static void write_hunks(const Patch *patch)
{
    for (size_t first = 0; first < patch->changes.count;) {
        size_t end = first + 1;
        while (end < patch->changes.count &&
               patch->changes.at[end].before_first - patch->changes.at[end - 1].before_end <= 2 * CONTEXT)
            end++;
        write_hunk(patch, first, end);
        first = end;
    }
}

static bool needs_quotes(Str name)
{
    for (size_t i = 0; i < name.length; i++)
        if ((unsigned char)name.at[i] < ' ' || name.at[i] == '"' || name.at[i] == '\\' || name.at[i] == 0x7f)
            return true;
    return false;
}

/* `--- a/plans/ana.sen`: quoted as in C where it must be; behind a name with blanks stands a tab, to end it.
 */
static void write_name(Out *out, const char *mark, const char *side, Str name)
{
    bool quoted = needs_quotes(name);
    out_format(out, "%s%s%s", mark, quoted ? "\"" : "", side);
    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (c == '"' || c == '\\')
            out_format(out, "\\%c", c);
        else if (c < ' ' || c == 0x7f)
            out_format(out, "\\%03o", c);
        else
            out_char(out, (char)c);
    }
    out_text(out, quoted ? "\"" : "");
    out_text(out, memchr(name.at, ' ', name.length) ? "\t\n" : "\n");
}

void patch_write(Str name, Str before, Str after, Out *out)
{
    Patch patch = {.before = lines_of(before), .after = lines_of(after), .out = out};
    find_changes(&patch);
    if (patch.changes.count) {
        while (str_starts(name, STR("/")) || str_starts(name, STR("./")))
            name = str_slice(name, name.at[0] == '/' ? 1 : 2, name.length);
        write_name(out, "--- ", "a/", name);
        write_name(out, "+++ ", "b/", name);
        write_hunks(&patch);
    }
    free(patch.before.at);
    free(patch.after.at);
    free(patch.changes.at);
}
