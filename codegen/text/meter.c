/* Measures texts for those who draw: how wide, and how much fits. In: UTF-8; out: thousandths of a point,
 * bytes. */
#include "codegen/text/passage.h"

static Passage *text_shape(FontSet *fonts, Str text, int32_t size, bool bold)
{
    arena_reset(&fonts->scratch);
    TextSpan *span = ARENA_NEW(&fonts->scratch, TextSpan);
    *span = (TextSpan){.text = text, .bold = bold};
    TextStyle style = {.size = size, .language = STR("en-GB")};
    return passage_make(fonts, &fonts->scratch, span, 1, &style);
}

static int32_t meter_width(void *state, Str text, int32_t size, bool bold)
{
    int64_t width = passage_natural_width(text_shape(state, text, size, bold));
    return width < INT32_MAX ? (int32_t)width : INT32_MAX;
}

/* How many bytes of UTF-8 the first `units` units of UTF-16 take. */
static size_t bytes_of_units(Str text, uint32_t units)
{
    size_t at = 0;
    while (at < text.length && units > 0) {
        unsigned char lead = (unsigned char)text.at[at];
        units -= lead >= 0xF0 && units > 1 ? 2 : 1;
        do
            at++;
        while (at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80);
    }
    return at;
}

static size_t meter_fit(void *state, Str text, int32_t size, bool bold, int32_t width)
{
    const Passage *passage = text_shape(state, text, size, bold);
    return bytes_of_units(text, passage_line_end(passage, 0, width));
}

TextMeter fonts_meter(FontSet *fonts)
{
    return (TextMeter){.state = fonts, .width = meter_width, .fit = meter_fit};
}
