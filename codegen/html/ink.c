/* Inks into style. In: the colours of codegen/ink.def; out: CSS variables, and the classes and attributes by
 * which shapes use them. */
#include "codegen/html/markup.h"

typedef struct InkColour {
    const char *name;
    uint32_t light, dark; /* 0xRRGGBB */
} InkColour;

static const InkColour inks[INK_COUNT] = {
    [INK_none] = {"none", 0, 0},
#define INK(name, light, dark) [INK_##name] = {#name, light, dark},
#include "codegen/ink.def"
};

static void variables_write(Out *out, bool dark)
{
    out_text(out, ":root{");
    for (Ink ink = INK_none + 1; ink < INK_COUNT; ink++)
        out_format(out, "--%s:#%06x;", inks[ink].name, dark ? inks[ink].dark : inks[ink].light);
    out_text(out, "}");
}

void ink_style_write(Out *out)
{
    out_text(out, ":root{color-scheme:light dark}\n");
    variables_write(out, false);
    out_text(out, "\n@media screen and (prefers-color-scheme:dark){");
    variables_write(out, true);
    out_text(out, "}\n");
    for (Ink ink = INK_none + 1; ink < INK_COUNT; ink++)
        out_format(out, ".f-%s{fill:var(--%s)}.s-%s{stroke:var(--%s)}\n", inks[ink].name, inks[ink].name,
                   inks[ink].name, inks[ink].name);
}

static Ink ink_known(Ink ink)
{
    return ink > INK_none && ink < INK_COUNT ? ink : INK_none;
}

void ink_write(Out *out, Ink fill, Ink stroke, bool fallback)
{
    fill = ink_known(fill);
    stroke = ink_known(stroke);
    if (fill || stroke) {
        out_text(out, " class=\"");
        if (fill)
            out_format(out, "f-%s", inks[fill].name);
        if (stroke)
            out_format(out, "%ss-%s", fill ? " " : "", inks[stroke].name);
        out_char(out, '"');
    }
    if (!fill)
        out_text(out, " fill=\"none\"");
    else if (fallback)
        out_format(out, " fill=\"#%06x\"", inks[fill].light);
    if (stroke && fallback)
        out_format(out, " stroke=\"#%06x\"", inks[stroke].light);
}
