/* What a box of a drawing is called by readers who listen. In: a group of shapes; out: its name. People who
 * speak to their computer say what they see, so the name holds all the words that stand in the box
 * (WCAG 2.5.3). */
#include "codegen/html/markup.h"

#include <string.h>

/* The end of the group that begins at `first`. */
static size_t group_end(const Drawing *drawing, size_t first)
{
    size_t depth = 0, i = first;
    for (; i < drawing->shapes.count; i++) {
        depth += drawing->shapes.at[i].kind == SHAPE_group;
        depth -= drawing->shapes.at[i].kind == SHAPE_group_end;
        if (depth == 0)
            break;
    }
    return i;
}

/* The texts within the group, a blank between them. */
static void seen_text(const Drawing *drawing, size_t first, Out *out)
{
    for (size_t i = first, end = group_end(drawing, first); i < end; i++) {
        const Shape *shape = &drawing->shapes.at[i];
        if (shape->kind != SHAPE_text || shape->hidden || shape->text.length == 0)
            continue;
        if (out->length > 0)
            out_char(out, ' ');
        out_str(out, shape->text);
    }
}

/* The text without blanks and punctuation (U+2000 to U+206F is all punctuation). */
static void bare_letters(Str text, Out *out)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        bool letter = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (c == 0xE2 && i + 2 < text.length && ((unsigned char)text.at[i + 1] & 0xFE) == 0x80)
            i += 2;
        else if (letter)
            out_char(out, (char)c);
    }
}

static bool says_all(Str name, Str seen)
{
    Out long_letters = {0}, short_letters = {0};
    bare_letters(name, &long_letters);
    bare_letters(seen, &short_letters);
    bool all = short_letters.length == 0 ||
               (long_letters.length > 0 &&
                memmem(long_letters.at, long_letters.length, short_letters.at, short_letters.length));
    out_free(&long_letters);
    out_free(&short_letters);
    return all;
}

void group_name_write(Out *out, const Drawing *drawing, size_t index)
{
    Str name = drawing->shapes.at[index].text;
    Out text = {0};
    seen_text(drawing, index, &text);
    Str seen = out_result(&text);
    bool name_enough = name.length > 0 && says_all(name, seen), seen_enough = says_all(seen, name);
    if (name.length > 0 || seen.length > 0) {
        out_text(out, " aria-label=\"");
        out_escaped(out, name_enough ? name : seen);
        out_text(out, name_enough || seen_enough ? "" : ": ");
        if (!name_enough && !seen_enough)
            out_escaped(out, name);
        out_char(out, '"');
    }
    out_free(&text);
}
