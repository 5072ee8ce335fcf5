#ifndef CMATRIX_H
#define CMATRIX_H

#include <stddef.h>

// Arithmetic on float matrices in rows, compiled for AVX-512, AVX2 and plain x86-64 (NEON on ARM);
// the best one for this machine is chosen at each call. Nothing allocates or fails.

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

#endif
