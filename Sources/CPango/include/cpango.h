#ifndef CPANGO_H
#define CPANGO_H

#include <stddef.h>
#include <stdint.h>

/// How a block of text is set.
typedef struct {
    /// Comma-separated families; glyphs they lack come from any installed font.
    const char *_Nonnull family;
    /// Height of the font in pixels.
    double size;
    /// 400 is regular, 700 is bold.
    int32_t weight;
    /// Lines are broken at this many pixels.
    int32_t width;
    /// What does not fit ends with an ellipsis.
    int32_t lines;
    /// Whether lines are centred; otherwise they begin where their script begins.
    int32_t centred;
    /// 0xRRGGBB.
    uint32_t colour;
} cpango_style;

/// Premultiplied 32-bit samples in native order: 0xAARRGGBB.
typedef struct {
    uint32_t *_Nullable samples;
    int32_t width;
    int32_t height;
} cpango_image;

/// Sets `length` bytes of UTF-8 and draws them as small as they fit.
///
/// Hangul words stay whole where a line allows. Returns 0, or -1 when there is no memory or nothing
/// to draw; `image` must be freed with `cpango_free`.
int cpango_draw(const char *_Nonnull text, size_t length, cpango_style style, cpango_image *_Nonnull image);

void cpango_free(cpango_image *_Nonnull image);
#endif
