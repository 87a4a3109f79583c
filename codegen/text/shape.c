/* Shapes items with HarfBuzz. In: characters of one face, script and direction; out: glyphs in font units, in
 * the order of the text, each with the characters its cluster stands for. */
#include "codegen/text/passage.h"

#include <hb-icu.h>
#include <string.h>
#include <unicode/uscript.h>

/* Ligatures off, so that letters stay letters for those who learn to read them; what a script needs to be
 * readable (rlig, calt, locl, mark) is never touched. */
static unsigned features_set(const Passage *passage, const TextItem *item, hb_feature_t *features)
{
    static const hb_tag_t off[] = {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('d', 'l', 'i', 'g'),
                                   HB_TAG('c', 'l', 'i', 'g')};
    unsigned count = 0;
    if (item->script == USCRIPT_LATIN || item->script == USCRIPT_COMMON)
        for (size_t i = 0; i < sizeof off / sizeof *off; i++)
            features[count++] = (hb_feature_t){off[i], 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    if (passage->style.tabular)
        features[count++] =
            (hb_feature_t){HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    return count;
}

static void buffer_fill(const Passage *passage, const TextItem *item, uint32_t first, uint32_t end)
{
    hb_buffer_t *buffer = passage->fonts->buffer;
    Str language = passage->spans[item->span].language;
    if (language.length == 0)
        language = passage->style.language;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_set_direction(buffer, item->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, hb_icu_script_to_script((UScriptCode)item->script));
    hb_buffer_set_language(buffer, hb_language_from_string(language.at, (int)language.length));
    hb_buffer_add_utf16(buffer, (const uint16_t *)passage->text, (int)passage->length, first,
                        (int)(end - first));
}

static void glyph_take(TextGlyph *glyph, const hb_glyph_info_t *info, const hb_glyph_position_t *position)
{
    glyph->id = info->codepoint;
    glyph->advance = position->x_advance;
    glyph->x = position->x_offset;
    glyph->y = position->y_offset;
    glyph->first = info->cluster;
    glyph->unsafe = (hb_glyph_info_get_glyph_flags(info) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
}

/* Each cluster reaches to the next one; the first takes what was left out before it. */
static void clusters_close(TextGlyph *glyphs, uint32_t count, uint32_t first, uint32_t end)
{
    for (uint32_t i = count; i > 0; i--) {
        glyphs[i - 1].end = end;
        if (i == 1 || glyphs[i - 2].first != glyphs[i - 1].first)
            end = glyphs[i - 1].first;
    }
    for (uint32_t i = 0; i < count && glyphs[i].first == end; i++)
        if (end > first)
            glyphs[i].first = first;
}

/* Glyph 0 is an empty box that no reader can name. */
static void replacement_put(const Face *face, TextGlyph *glyph)
{
    glyph->id = face->replacement;
    glyph->advance = hb_font_get_glyph_h_advance(face->font, glyph->id);
    glyph->x = glyph->y = 0;
}

TextGlyph *passage_shape(const Passage *passage, const TextItem *item, uint32_t first, uint32_t end,
                         uint32_t *count)
{
    /* Our own shaper by name: a face with Graphite tables would otherwise be shaped by them, ten times
     * slower. */
    static const char *const shapers[] = {"ot", NULL};
    hb_feature_t features[4];
    unsigned feature_count = features_set(passage, item, features);
    hb_buffer_t *buffer = passage->fonts->buffer;
    buffer_fill(passage, item, first, end);
    hb_shape_full(item->face->font, buffer, features, feature_count, shapers);

    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    TextGlyph *glyphs = ARENA_ARRAY(passage->arena, TextGlyph, *count);
    for (uint32_t i = 0; i < *count; i++) {
        uint32_t from = item->level & 1 ? *count - 1 - i : i;
        glyph_take(&glyphs[i], &infos[from], &positions[from]);
        if (glyphs[i].id == 0)
            replacement_put(item->face, &glyphs[i]);
    }
    clusters_close(glyphs, *count, first, end);
    return glyphs;
}
