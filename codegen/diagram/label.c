/* Breaking the texts of a box into lines. In: a box of the map, a width, and a meter that knows the letters;
 * out: lines in the order they are read, and the height they need. It knows nothing of where the box will
 * stand. */
#include "codegen/diagram/label.h"

#include "support/utf8.h"

#include <string.h>

#define POINT        1000
#define CODE_GAP     3500 /* between the code and the title */
#define SHOWN_MOST   1200 /* bytes of a text that are looked at: five lines never hold more */
#define MISSING_MOST 2    /* lines of what is missing */

static const char ellipsis[] = "…";
static const char mark[] = "! ";

/* The texts of one size and weight. */
typedef struct Hand {
    const TextMeter *meter;
    int32_t size;
    bool bold;
    Arena *arena;
} Hand;

static int32_t hand_width(const Hand *hand, Str text)
{
    return text.length ? hand->meter->width(hand->meter->state, text, hand->size, hand->bold) : 0;
}

/* Hebrew, Arabic, Syriac, Thaana, N'Ko and their like. */
static bool is_leftwards_letter(uint32_t code)
{
    return (code >= 0x5BE && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
           (code >= 0xFE70 && code <= 0xFEFC) || (code >= 0x10800 && code <= 0x10FFF) ||
           (code >= 0x1E800 && code <= 0x1EFFF);
}

static bool is_other_letter(uint32_t code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || (code >= 0xC0 && code < 0x590) ||
           (code >= 0x900 && code < 0x2000) || code >= 0x2C00;
}

/* The first letter decides, as in the text layer. */
static bool is_leftwards(Str text)
{
    const char *end = text.at + text.length;
    unsigned size;
    for (const char *at = text.at; at < end; at += size) {
        uint32_t code = utf8_decode(at, end, &size);
        if (is_leftwards_letter(code))
            return true;
        if (is_other_letter(code))
            return false;
    }
    return false;
}

/* What fits into `width`, without the blanks at the break. */
static Str hand_fit(const Hand *hand, Str text, int32_t width)
{
    size_t length = hand->meter->fit(hand->meter->state, text, hand->size, hand->bold, width);
    return str_slice(text, 0, length ? length : 1);
}

static LabelLine line_make(const Hand *hand, Str text)
{
    return (LabelLine){text, hand_width(hand, text)};
}

/* A line that stands for more than it shows. */
static LabelLine line_cut(const Hand *hand, Str text, int32_t width)
{
    int32_t room = width - hand_width(hand, str_from(ellipsis));
    Str shown = str_trim_pause(room > 0 ? hand_fit(hand, text, room) : (Str){NULL, 0});
    return line_make(hand, arena_format(hand->arena, STR_FMT "%s", STR_ARG(shown), ellipsis));
}

/* The beginning of `text`, as far as a box can show it, with every line end and control byte as a blank. Sets
 * `*cut` when there was more. */
static Str text_shown(Str text, Arena *arena, bool *cut)
{
    text = str_trim(text);
    size_t length = text.length;
    if (length > SHOWN_MOST) {
        length = SHOWN_MOST;
        while (length > 0 && ((unsigned char)text.at[length] & 0xC0) == 0x80)
            length--;
    }
    *cut = length < text.length;
    char *copy = arena_copy(arena, text.at, length, 1);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)copy[i] < ' ' || copy[i] == 0x7F)
            copy[i] = ' ';
    return str_trim((Str){copy, length});
}

/* True when `shown` breaks the first word of `text`, which stands whole in `width`: better a line later. */
static bool is_word_cramped(const Hand *hand, Str text, Str shown, int32_t width)
{
    const char *blank = memchr(text.at, ' ', text.length);
    Str word = {text.at, blank ? (size_t)(blank - text.at) : text.length};
    return shown.length < word.length && hand_width(hand, word) <= width;
}

/* Whether it is worth while to ask if all of `text` fits: letters are half as wide as they are high. */
static bool may_fit(const Hand *hand, Str text, int32_t width)
{
    return (int64_t)text.length * hand->size * 9 / 20 <= width;
}

static void line_add(LabelLines *lines, LabelLine line)
{
    lines->at[lines->count++] = line;
}

/* Breaks `text` into at most `limit` lines of `width`, the first of them `first` wide. */
static LabelLines lines_break(const Hand *hand, Str text, int32_t first, int32_t width, unsigned limit)
{
    LabelLines lines = {.count = 0};
    bool cut = false;
    Str rest = text_shown(text, hand->arena, &cut);
    lines.leftwards = is_leftwards(rest);
    while (rest.length && lines.count < limit) {
        int32_t room = lines.count ? width : first;
        LabelLine whole = may_fit(hand, rest, room) ? line_make(hand, rest) : (LabelLine){rest, INT32_MAX};
        if (whole.width <= room && !cut) {
            line_add(&lines, whole);
            break;
        }
        Str shown = hand_fit(hand, rest, room);
        if (room < width && limit > 1 && is_word_cramped(hand, rest, shown, width)) {
            line_add(&lines, (LabelLine){{NULL, 0}, 0});
            continue;
        }
        Str after = str_trim(str_slice(rest, shown.length, rest.length));
        bool stops = lines.count + 1 == limit && (after.length || cut);
        line_add(&lines, stops ? line_cut(hand, rest, room) : line_make(hand, str_trim(shown)));
        rest = after;
    }
    return lines;
}

LabelLine label_line(Str text, int32_t size, bool bold, int32_t width, const TextMeter *meter, Arena *arena)
{
    Hand hand = {meter, size, bold, arena};
    return lines_break(&hand, text, width, width, 1).at[0];
}

static int32_t whole_points(int32_t length)
{
    return (length + POINT - 1) / POINT * POINT;
}

/* Code and title, which share the first line. */
static void title_measure(Label *label, const MapBox *box, int32_t inner, unsigned limit,
                          const TextMeter *meter, Arena *arena)
{
    Hand hand = {meter, TITLE_SIZE, false, arena};
    if (box->code.length) {
        label->code = label_line(box->code, TITLE_SIZE, true, inner * 3 / 5, meter, arena);
        label->code_space = label->code.width + CODE_GAP;
    }
    label->title = lines_break(&hand, box->title, inner - label->code_space, inner, limit);
}

static int32_t label_height(const Label *label)
{
    unsigned titles = label->title.count ? label->title.count : 1;
    unsigned small = label->detail.count + label->missing.count;
    return whole_points(2 * LABEL_PADDING + (int32_t)titles * TITLE_LEADING + (int32_t)small * SMALL_LEADING);
}

Label label_measure(const MapBox *box, int32_t width, LabelLimits limits, const TextMeter *meter,
                    Arena *arena)
{
    int32_t inner = width - 2 * LABEL_MARGIN;
    Label label = {.title = {.count = 0}};
    title_measure(&label, box, inner, limits.title, meter, arena);
    Hand small = {meter, SMALL_SIZE, false, arena}, strong = {meter, SMALL_SIZE, true, arena};
    label.detail = lines_break(&small, box->detail, inner, inner, limits.detail);
    if (box->missing.length) {
        Str marked = arena_format(arena, "%s" STR_FMT, mark, STR_ARG(box->missing));
        label.missing = lines_break(&strong, marked, inner, inner, MISSING_MOST);
    }
    label.height = label_height(&label);
    return label;
}

Label label_repeat(const MapBox *box, int32_t width, const TextMeter *meter, Arena *arena)
{
    Label label = {.title = {.count = 0}};
    title_measure(&label, box, width - 2 * LABEL_MARGIN, 1, meter, arena);
    label.height = label_height(&label);
    return label;
}
