#include "kernel.h"

struct operands {
    const float *x, *w, *bias;
    float *y;
    size_t x_stride, w_stride, y_stride, rows, columns, depth;
    float scale;
};

// Adds the halves until one is left: short chains, and nearer to the true sum than one after the other.
CMATRIX_INLINE float sum(const float *values, const int count) {
    float parts[16];
    for (int i = 0; i < count; i++) parts[i] = values[i];
    for (int half = count / 2; half > 0; half /= 2)
        for (int i = 0; i < half; i++) parts[i] += parts[i + half];
    return parts[0];
}

#define KERNEL multiply_plain
#define TARGET
#define LANES 4
#define TILE_ROWS 6
#define TILE_COLUMNS 2
#include "multiply_kernel.h"

#if defined(__x86_64__)
#define KERNEL multiply_avx2
#define TARGET CMATRIX_AVX2
#define LANES 8
#define TILE_ROWS 6
#define TILE_COLUMNS 2
#include "multiply_kernel.h"

#define KERNEL multiply_avx512
#define TARGET CMATRIX_AVX512
#define LANES 16
#define TILE_ROWS 6
#define TILE_COLUMNS 4
#include "multiply_kernel.h"
#endif

void cmatrix_multiply(
    const float *x, size_t x_stride, const float *w, size_t w_stride, const float *bias, float scale,
    float *y, size_t y_stride, size_t rows, size_t columns, size_t depth) {
    const struct operands o = {x, w, bias, y, x_stride, w_stride, y_stride, rows, columns, depth, scale};
#if defined(__x86_64__)
    if (cmatrix_has_avx512()) return multiply_avx512(&o);
    if (cmatrix_has_avx2()) return multiply_avx2(&o);
#endif
    multiply_plain(&o);
}
