/* The module senc-png.so. In: a drawing; out: a PNG file. Cairo paints lines and areas; letters come from our
 * own text layer as outlines, so that a picture looks like the page it belongs to, whatever fonts and
 * settings the machine has. */
#include "codegen/png/canvas.h"

#define POINT     1000
#define SIDE_MOST 32767 /* pixels: Cairo's limit, and that of most programs */
#define MARGIN    12    /* points of paper around the drawing, which else ends at the edge of its boxes */

/* A side of the picture of a drawing that is so long. */
static int64_t pixels(int32_t length, unsigned scale)
{
    return (((int64_t)length + 2 * MARGIN * POINT) * scale + POINT - 1) / POINT;
}

static bool is_too_large(const Drawing *drawing, unsigned scale)
{
    return pixels(drawing->width, scale) > SIDE_MOST || pixels(drawing->height, scale) > SIDE_MOST;
}

static cairo_status_t bytes_write(void *out, const unsigned char *bytes, unsigned count)
{
    out_bytes(out, bytes, count);
    return CAIRO_STATUS_SUCCESS;
}

static void drawing_paint(Canvas *canvas, const Drawing *drawing)
{
    canvas_ink(canvas, INK_paper);
    cairo_paint(canvas->cairo);
    for (size_t i = 0; i < drawing->shapes.count; i++)
        canvas_shape(canvas, &drawing->shapes.at[i]);
}

static cairo_status_t surface_write(FontSet *fonts, const Drawing *drawing, unsigned scale, Out *out)
{
    int width = (int)pixels(drawing->width, scale), height = (int)pixels(drawing->height, scale);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width > 0 ? width : 1, height > 0 ? height : 1);
    Canvas canvas = {.cairo = cairo_create(surface), .fonts = fonts, .outliner = outliner_open()};
    cairo_scale(canvas.cairo, scale, scale);
    cairo_translate(canvas.cairo, MARGIN, MARGIN);
    drawing_paint(&canvas, drawing);
    cairo_status_t status = cairo_status(canvas.cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface, bytes_write, out);
    outliner_close(canvas.outliner);
    arena_free(&canvas.scratch);
    cairo_destroy(canvas.cairo);
    cairo_surface_destroy(surface);
    return status;
}

static bool png_write(const Drawing *drawing, Str font_folder, unsigned scale, Findings *findings, Out *out)
{
    while (scale > 1 && is_too_large(drawing, scale))
        scale--;
    if (is_too_large(drawing, scale)) {
        finding_png_too_large(findings, (Place){.source = NULL}, (long long)pixels(drawing->width, scale),
                              (long long)pixels(drawing->height, scale));
        return false;
    }
    FontSet *fonts = fonts_open(font_folder, findings);
    if (!fonts)
        return false;
    cairo_status_t status = surface_write(fonts, drawing, scale ? scale : 1, out);
    if (status != CAIRO_STATUS_SUCCESS)
        finding_png_failed(findings, (Place){.source = NULL}, str_from(cairo_status_to_string(status)));
    fonts_report_missing(fonts, findings);
    fonts_close(fonts);
    return status == CAIRO_STATUS_SUCCESS;
}

__attribute__((visibility("default"))) extern const PngModule senc_png;
const PngModule senc_png = {.version = SENC_MODULE_VERSION, .write = png_write};
