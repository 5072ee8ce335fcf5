#include "kernel.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

// e to the x: 2 to the whole part by the exponent's bits, the rest by a polynomial (Cephes, expf).
CMATRIX_INLINE float exponential(float x) {
    x = x > 88.0f ? 88.0f : (x < -87.0f ? -87.0f : x);
    const float shifted = x * 1.44269504f + 12582912.0f; // adding 1.5 * 2^23 rounds to a whole number
    const float whole = shifted - 12582912.0f;
    const float rest = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * rest + 1.3981999507e-3f;
    p = p * rest + 8.3334519073e-3f;
    p = p * rest + 4.1665795894e-2f;
    p = p * rest + 1.6666665459e-1f;
    p = p * rest + 5.0000001201e-1f;
    p = p * rest * rest + rest + 1.0f;
    const int32_t bits = ((int32_t)whole + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    return p * power;
}

// The error function by formula 7.1.26 of Abramowitz and Stegun, absolute error below 1.5e-7.
CMATRIX_INLINE float error_function(float x) {
    const float a = fabsf(x);
    const float t = 1.0f / (1.0f + 0.3275911f * a);
    float p = 1.061405429f;
    p = p * t - 1.453152027f;
    p = p * t + 1.421413741f;
    p = p * t - 0.284496736f;
    p = p * t + 0.254829592f;
    return copysignf(1.0f - p * t * exponential(-a * a), x);
}

CMATRIX_INLINE void gelu(float *x, size_t count) {
    for (size_t i = 0; i < count; i++) x[i] = 0.5f * x[i] * (1.0f + error_function(x[i] * 0.70710678f));
}

CMATRIX_FOR_EACH_PROCESSOR(gelu, (float *x, size_t count), (x, count))

CMATRIX_INLINE void softmax(float *x, size_t rows, size_t columns) {
    for (size_t row = 0; row < rows; row++, x += columns) {
        float greatest = x[0];
        for (size_t i = 1; i < columns; i++) greatest = x[i] > greatest ? x[i] : greatest;
        for (size_t i = 0; i < columns; i++) x[i] = exponential(x[i] - greatest);
        float total = 0;
        for (size_t i = 0; i < columns; i++) total += x[i];
        for (size_t i = 0; i < columns; i++) x[i] /= total;
    }
}

CMATRIX_FOR_EACH_PROCESSOR(softmax, (float *x, size_t rows, size_t columns), (x, rows, columns))

CMATRIX_INLINE void normalize(
    float *x, const float *added, const float *gain, const float *shift, float epsilon, size_t rows,
    size_t columns) {
    for (size_t row = 0; row < rows; row++, x += columns) {
        if (added)
            for (size_t i = 0; i < columns; i++) x[i] += added[row * columns + i];
        double total = 0, squares = 0;
        for (size_t i = 0; i < columns; i++) total += x[i];
        const float mean = (float)(total / (double)columns);
        for (size_t i = 0; i < columns; i++) squares += (double)(x[i] - mean) * (x[i] - mean);
        const float factor = 1.0f / sqrtf((float)(squares / (double)columns) + epsilon);
        for (size_t i = 0; i < columns; i++) x[i] = (x[i] - mean) * factor * gain[i] + shift[i];
    }
}

CMATRIX_FOR_EACH_PROCESSOR(normalize, (
    float *x, const float *added, const float *gain, const float *shift, float epsilon, size_t rows,
    size_t columns), (x, added, gain, shift, epsilon, rows, columns))
