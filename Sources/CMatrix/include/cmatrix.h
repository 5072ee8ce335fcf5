#ifndef CMATRIX_H
#define CMATRIX_H

#include <stddef.h>
#include <stdint.h>

// Arithmetic on float matrices in rows, compiled for AVX-512, AVX2 and plain x86-64 (NEON on ARM);
// the best one for this machine is chosen at each call. Nothing allocates or fails.

#ifdef __cplusplus
extern "C" {
#endif

/// y[m][n] = scale * sum over k of x[m][k] * w[n][k], plus bias[n] unless bias is NULL.
///
/// Each matrix has its own distance between rows, counted in floats. y overlaps neither x nor w.
void cmatrix_multiply(
    const float *_Nonnull x, size_t x_stride, const float *_Nonnull w, size_t w_stride,
    const float *_Nullable bias, float scale, float *_Nonnull y, size_t y_stride, size_t rows,
    size_t columns, size_t depth);

/// x = gelu(x), the exact form with erf (absolute error below 5e-7).
void cmatrix_gelu(float *_Nonnull x, size_t count);

/// Each row = its softmax.
void cmatrix_softmax(float *_Nonnull x, size_t rows, size_t columns);

/// Each row of x = layer norm of (x + added): (v - mean) / sqrt(variance + epsilon) * gain + shift.
///
/// added may be NULL.
void cmatrix_normalize(
    float *_Nonnull x, const float *_Nullable added, const float *_Nonnull gain,
    const float *_Nonnull shift, float epsilon, size_t rows, size_t columns);

/// dots[i] = the dot product of query with row i; exact, the same on every processor.
void cmatrix_scan_int8(
    const int8_t *_Nonnull query, const int8_t *_Nonnull rows, size_t count, size_t dimension,
    int32_t *_Nonnull dots);

/// The dot product of two rows of IEEE halves, summed in floats.
float cmatrix_dot_half(const uint16_t *_Nonnull a, const uint16_t *_Nonnull b, size_t count);

/// Rounds floats to the nearest IEEE halves.
void cmatrix_to_half(const float *_Nonnull floats, uint16_t *_Nonnull halves, size_t count);

#ifdef __cplusplus
}
#endif

#endif
