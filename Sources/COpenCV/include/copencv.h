#ifndef COPENCV_H
#define COPENCV_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A plane of 8-bit samples that the caller owns.
typedef struct {
    uint8_t *_Nonnull samples;
    int32_t width;
    int32_t height;
    /// Bytes from one row to the next.
    ptrdiff_t stride;
} copencv_plane;

/// Fills polygons with 255, edges smoothed, by the even-odd rule.
///
/// `points` are x and y in sixteenths of a pixel; `counts` are the points of each contour.
/// Returns 0, or -1 when OpenCV refused.
int copencv_fill_polygons(copencv_plane mask, const int32_t *_Nonnull points,
                          const int32_t *_Nonnull counts, int32_t contours);

/// Blurs in place with a Gaussian of `sigma` pixels. Returns 0, or -1 when OpenCV refused.
int copencv_blur(copencv_plane plane, double sigma);

/// Grows bright areas in place by a disc of `radius` pixels. Returns 0, or -1 when OpenCV refused.
int copencv_dilate(copencv_plane plane, int32_t radius);

/// Fills `target` with the whole of `source`, made smaller or larger. Returns 0, or -1 when OpenCV refused.
int copencv_resize(copencv_plane source, copencv_plane target);

/// Fills `target` with a part of `source`, enlarged `scale` times: its left upper corner is the place
/// (`x`, `y`) of the source, which need not be whole. Returns 0, or -1 when OpenCV refused.
int copencv_enlarge(copencv_plane source, copencv_plane target, double x, double y, double scale);

#ifdef __cplusplus
}
#endif
#endif
