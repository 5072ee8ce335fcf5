#include "cpango.h"
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

enum { longest_whole_word = 12 };

// A syllable is nearly as wide as the font is high.
static int whole_word(cpango_style style) {
    return MIN(longest_whole_word, (int)(style.width / style.size));
}

static gboolean is_hangul(gunichar character) {
    return g_unichar_get_script(character) == G_UNICODE_SCRIPT_HANGUL;
}

// Pango breaks Hangul after any syllable; captions read better when words stay whole. Very long words
// keep their breaks, or they would leave the picture.
static void keep_words_whole(PangoAttrList *attributes, const char *text, size_t length, int longest) {
    const char *end = text + length;
    for (const char *at = text; at < end;) {
        const char *start = at;
        int count = 0, hangul = 0;
        while (at < end && !g_unichar_isspace(g_utf8_get_char(at))) {
            hangul += is_hangul(g_utf8_get_char(at));
            count++;
            at = g_utf8_next_char(at);
        }
        if (hangul > 0 && count <= longest) {
            PangoAttribute *attribute = pango_attr_allow_breaks_new(FALSE);
            attribute->start_index = (guint)(start - text);
            attribute->end_index = (guint)(at - text);
            pango_attr_list_insert(attributes, attribute);
        }
        if (at < end) at = g_utf8_next_char(at);
    }
}

static PangoLayout *make_layout(cairo_t *cairo, const char *text, size_t length, cpango_style style) {
    PangoLayout *layout = pango_cairo_create_layout(cairo);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, style.family);
    pango_font_description_set_weight(font, (PangoWeight)style.weight);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_context_set_language(pango_layout_get_context(layout), pango_language_from_string("ko"));
    pango_layout_set_width(layout, style.width * PANGO_SCALE);
    pango_layout_set_height(layout, -style.lines);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, style.centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout, text, (int)length);
    PangoAttrList *attributes = pango_attr_list_new();
    keep_words_whole(attributes, text, length, whole_word(style));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    return layout;
}

// The layout's own rectangles miss nothing only together: ink of accents, logical of blanks.
static PangoRectangle bounds(PangoLayout *layout) {
    PangoRectangle ink, logical;
    pango_layout_get_pixel_extents(layout, &ink, &logical);
    int left = MIN(ink.x, logical.x), top = MIN(ink.y, logical.y);
    int right = MAX(ink.x + ink.width, logical.x + logical.width);
    int bottom = MAX(ink.y + ink.height, logical.y + logical.height);
    return (PangoRectangle){left, top, right - left, bottom - top};
}

static void copy_rows(cairo_surface_t *surface, cpango_image *image) {
    cairo_surface_flush(surface);
    const unsigned char *rows = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    size_t row = (size_t)image->width * sizeof(uint32_t);
    for (int y = 0; y < image->height; y++)
        memcpy(image->samples + (size_t)y * (size_t)image->width, rows + (size_t)y * (size_t)stride, row);
}

static int draw_layout(PangoLayout *layout, cpango_style style, cpango_image *image) {
    PangoRectangle area = bounds(layout);
    if (area.width <= 0 || area.height <= 0) return -1;
    // A single glyph can be wider than its line.
    area.width = MIN(area.width, style.width);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, area.width, area.height);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, (style.colour >> 16 & 255) / 255.0, (style.colour >> 8 & 255) / 255.0,
                         (style.colour & 255) / 255.0);
    cairo_move_to(cairo, -area.x, -area.y);
    pango_cairo_show_layout(cairo, layout);
    *image = (cpango_image){.width = area.width, .height = area.height};
    if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS)
        image->samples = calloc((size_t)area.width * (size_t)area.height, sizeof(uint32_t));
    if (image->samples) copy_rows(surface, image);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return image->samples ? 0 : -1;
}

int cpango_draw(const char *text, size_t length, cpango_style style, cpango_image *image) {
    *image = (cpango_image){0};
    if (length > INT32_MAX || !g_utf8_validate(text, (gssize)length, NULL)) return -1;
    cairo_surface_t *scratch = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1);
    cairo_t *cairo = cairo_create(scratch);
    PangoLayout *layout = make_layout(cairo, text, length, style);
    int result = draw_layout(layout, style, image);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_destroy(scratch);
    return result;
}

void cpango_free(cpango_image *image) {
    free(image->samples);
    *image = (cpango_image){0};
}
