/* Outlines of glyphs, by HarfBuzz. In: a face and a glyph; out: calls of a pen. Quadratic curves arrive as
 * cubic ones, so that pens need to know one kind only. */
#include "codegen/text/outline.h"

/* HarfBuzz hands each call the pen as draw data. */
static void pen_move(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x, float y,
                     void *user)
{
    (void)functions, (void)state, (void)user;
    const OutlinePen *pen = data;
    pen->move(pen->state, (double)x, (double)y);
}

static void pen_line(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x, float y,
                     void *user)
{
    (void)functions, (void)state, (void)user;
    const OutlinePen *pen = data;
    pen->line(pen->state, (double)x, (double)y);
}

static void pen_curve(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x1, float y1,
                      float x2, float y2, float x, float y, void *user)
{
    (void)functions, (void)state, (void)user;
    const OutlinePen *pen = data;
    pen->curve(pen->state, (double)x1, (double)y1, (double)x2, (double)y2, (double)x, (double)y);
}

static void pen_close(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, void *user)
{
    (void)functions, (void)state, (void)user;
    const OutlinePen *pen = data;
    pen->close(pen->state);
}

/* The functions are all there is, so they stand for the whole. */
static hb_draw_funcs_t *functions_of(Outliner *outliner)
{
    return (hb_draw_funcs_t *)outliner;
}

Outliner *outliner_open(void)
{
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, pen_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(functions, pen_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(functions, pen_curve, NULL, NULL);
    hb_draw_funcs_set_close_path_func(functions, pen_close, NULL, NULL);
    hb_draw_funcs_make_immutable(functions);
    return (Outliner *)functions;
}

void outliner_close(Outliner *outliner)
{
    hb_draw_funcs_destroy(functions_of(outliner));
}

void outline_follow(Outliner *outliner, const Face *face, uint32_t glyph, const OutlinePen *pen)
{
    hb_font_get_glyph_shape(face->font, glyph, functions_of(outliner), (void *)pen);
}
