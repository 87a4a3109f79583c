/* Cuts a passage into items: stretches of one face, script, direction and span. Chooses the face of each
 * character by the order text face, face of the script, Noto Sans, symbols, replacement sign. */
#include "codegen/text/passage.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

typedef struct ScriptRow {
    UScriptCode script;
    FaceName face;
    Str language;
} ScriptRow;

static const ScriptRow scripts[] = {
#define SCRIPT(script, face, language) {USCRIPT_##script, FACE_##face, STR_INIT(language)},
#include "codegen/text/face.def"
};

static const ScriptRow *script_find(int32_t script)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (scripts[i].script == script)
            return &scripts[i];
    return NULL;
}

Str script_language(int32_t script)
{
    const ScriptRow *row = script_find(script);
    return row ? row->language : (Str){0};
}

static const Face *face_with(FontSet *fonts, FaceName name, bool bold, uint32_t code)
{
    const Face *face = fonts_face(fonts, name, bold);
    return face && face_has(face, code) ? face : NULL;
}

/* The cascade. The script's own face comes first where there is one: a text face with a third of the Greek
 * letters would mix two hands in one word. NULL when no face has the character. */
static const Face *face_choose(FontSet *fonts, const TextSpan *span, uint32_t code, const ScriptRow *row)
{
    static const FaceName others[] = {FACE_text,  FACE_sans,     FACE_symbols,
                                      FACE_signs, FACE_pictures, FACE_mathematics};
    bool common = row && uscript_hasScript((UChar32)code, USCRIPT_COMMON);
    const Face *face = NULL;
    if (row && !common && (face = face_with(fonts, row->face, span->bold, code)))
        return face;
    if (span->code && (face = face_with(fonts, FACE_code, span->bold, code)))
        return face;
    if ((face = face_with(fonts, FACE_text, span->bold, code)))
        return face;
    if (row && common && (face = face_with(fonts, row->face, span->bold, code)))
        return face;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if ((face = face_with(fonts, others[i], span->bold, code)))
            return face;
    return NULL;
}

static void missing_note(FontSet *fonts, uint32_t code, Str context)
{
    for (size_t i = 0; i < fonts->missing.count; i++)
        if (fonts->missing.at[i].code == code)
            return;
    size_t end = context.length < 60 ? context.length : 60;
    while (end > 0 && end < context.length && ((unsigned char)context.at[end] & 0xC0) == 0x80)
        end--;
    MissingCharacter missing = {code, arena_str(&fonts->arena, str_slice(context, 0, end))};
    ARRAY_ADD(&fonts->missing, missing);
}

/* Marks, joiners, variation signs and blanks stay in the face before them. */
static bool is_follower(UChar32 code)
{
    if (code < 0x80)
        return code == ' ';
    int8_t type = u_charType(code);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK ||
           type == U_SPACE_SEPARATOR;
}

static bool is_silent(UChar32 code)
{
    return code >= 0x80 && u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* What the walk over a passage knows. */
typedef struct Walk {
    Passage *passage;
    const uint8_t *levels;
    const uint32_t *span_starts;
    uint32_t span;
    int32_t script;       /* of what stands before; COMMON at the beginning */
    const ScriptRow *row; /* of that script, or NULL */
    bool lettered;        /* the character at hand is of that script and no other */
    const Face *face;
    TextItem *item; /* the last one */
    uint32_t room;
} Walk;

static int32_t ascii_script(UChar32 code)
{
    return (code | 32) >= 'a' && (code | 32) <= 'z' ? USCRIPT_LATIN : USCRIPT_COMMON;
}

static void walk_script(Walk *walk, UChar32 code)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t script = code < 0x80 ? ascii_script(code) : uscript_getScript(code, &error);
    walk->lettered = script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN &&
                     U_SUCCESS(error);
    if (!walk->lettered)
        return;
    /* What stands before the first letter takes its script. */
    if (walk->script == USCRIPT_COMMON && walk->item && walk->item->script == USCRIPT_COMMON)
        walk->item->script = script;
    if (walk->script != script)
        walk->row = script_find(script);
    walk->script = script;
}

static void walk_face(Walk *walk, UChar32 code)
{
    FontSet *fonts = walk->passage->fonts;
    const TextSpan *span = &walk->passage->spans[walk->span];
    if (walk->face && (is_silent(code) || (is_follower(code) && face_has(walk->face, (uint32_t)code))))
        return;
    const Face *face = face_choose(fonts, span, (uint32_t)code, walk->row);
    if (!face && !is_silent(code))
        missing_note(fonts, (uint32_t)code, span->text);
    walk->face = face ? face : fonts_face(fonts, FACE_text, span->bold);
}

static TextItem *item_add(Walk *walk)
{
    Passage *passage = walk->passage;
    if (passage->item_count == walk->room) {
        uint32_t room = walk->room ? walk->room * 2 : 4;
        TextItem *items = ARENA_ARRAY(passage->arena, TextItem, room);
        for (uint32_t i = 0; i < passage->item_count; i++)
            items[i] = passage->items[i];
        passage->items = items;
        walk->room = room;
    }
    return &passage->items[passage->item_count++];
}

/* Lengthens the last item by a character, or begins the next. */
static void walk_item(Walk *walk, uint32_t first, uint32_t end)
{
    TextItem *item = walk->item;
    uint8_t level = walk->levels[first];
    if (item && item->face == walk->face && item->script == walk->script && item->level == level &&
        item->span == walk->span) {
        item->end = end;
        item->lettered |= walk->lettered;
        return;
    }
    item = walk->item = item_add(walk);
    *item = (TextItem){.face = walk->face,
                       .first = first,
                       .end = end,
                       .span = walk->span,
                       .script = walk->script,
                       .lettered = walk->lettered,
                       .level = level};
    item->size = (int32_t)((int64_t)walk->passage->style.size * walk->face->percent / 100);
}

/* A span of another weight or kind chooses its faces anew. */
static void walk_span(Walk *walk, uint32_t at)
{
    const TextSpan *spans = walk->passage->spans;
    uint32_t before = walk->span;
    while (walk->span + 1 < walk->passage->span_count && at >= walk->span_starts[walk->span + 1])
        walk->span++;
    if (spans[walk->span].bold != spans[before].bold || spans[walk->span].code != spans[before].code)
        walk->face = NULL;
}

void passage_itemise(Passage *passage, const uint8_t *levels, const uint32_t *span_starts)
{
    Walk walk = {.passage = passage, .levels = levels, .span_starts = span_starts, .script = USCRIPT_COMMON};
    for (uint32_t at = 0; at < passage->length;) {
        uint32_t first = at;
        UChar32 code;
        U16_NEXT(passage->text, at, passage->length, code);
        walk_span(&walk, first);
        walk_script(&walk, code);
        walk_face(&walk, code);
        walk_item(&walk, first, at);
    }
}
