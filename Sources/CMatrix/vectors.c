#include "kernel.h"

#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Rows of bytes and of halves. Products of bytes are summed in whole numbers, so every processor
// gives the same sum; halves are widened to floats first.

static int32_t dot_int8_plain(const int8_t *a, const int8_t *b, size_t count) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += (int32_t)a[i] * b[i];
    return sum;
}

static float widened(uint16_t half) {
    _Float16 value;
    memcpy(&value, &half, sizeof value);
    return (float)value;
}

static float dot_half_plain(const uint16_t *a, const uint16_t *b, size_t count) {
    float sum = 0;
    for (size_t i = 0; i < count; i++) sum += widened(a[i]) * widened(b[i]);
    return sum;
}

#if defined(__x86_64__)
#define HALF_AVX2 __attribute__((target("avx2,fma,f16c")))

CMATRIX_AVX512 static int32_t dot_int8_avx512(const int8_t *a, const int8_t *b, size_t count) {
    __m512i sum = _mm512_setzero_si512();
    size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        const __m512i x = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(a + i)));
        const __m512i y = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(b + i)));
        sum = _mm512_add_epi32(sum, _mm512_madd_epi16(x, y));
    }
    return _mm512_reduce_add_epi32(sum) + dot_int8_plain(a + i, b + i, count - i);
}

CMATRIX_AVX2 static int32_t dot_int8_avx2(const int8_t *a, const int8_t *b, size_t count) {
    __m256i sum = _mm256_setzero_si256();
    size_t i = 0;
    for (; i + 16 <= count; i += 16) {
        const __m256i x = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(a + i)));
        const __m256i y = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(b + i)));
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(x, y));
    }
    int32_t parts[8];
    _mm256_storeu_si256((__m256i *)parts, sum);
    int32_t total = 0;
    for (int part = 0; part < 8; part++) total += parts[part];
    return total + dot_int8_plain(a + i, b + i, count - i);
}

CMATRIX_AVX512 static float dot_half_avx512(const uint16_t *a, const uint16_t *b, size_t count) {
    __m512 sum = _mm512_setzero_ps();
    size_t i = 0;
    for (; i + 16 <= count; i += 16)
        sum = _mm512_fmadd_ps(
            _mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *)(a + i))),
            _mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *)(b + i))), sum);
    return _mm512_reduce_add_ps(sum) + dot_half_plain(a + i, b + i, count - i);
}

HALF_AVX2 static float dot_half_avx2(const uint16_t *a, const uint16_t *b, size_t count) {
    __m256 sum = _mm256_setzero_ps();
    size_t i = 0;
    for (; i + 8 <= count; i += 8)
        sum = _mm256_fmadd_ps(
            _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(a + i))),
            _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(b + i))), sum);
    float parts[8];
    _mm256_storeu_ps(parts, sum);
    float total = 0;
    for (int part = 0; part < 8; part++) total += parts[part];
    return total + dot_half_plain(a + i, b + i, count - i);
}
#endif

static int32_t dot_int8(const int8_t *a, const int8_t *b, size_t count) {
#if defined(__x86_64__)
    if (cmatrix_has_avx512()) return dot_int8_avx512(a, b, count);
    if (cmatrix_has_avx2()) return dot_int8_avx2(a, b, count);
#endif
    return dot_int8_plain(a, b, count);
}

void cmatrix_scan_int8(
    const int8_t *query, const int8_t *rows, size_t count, size_t dimension, int32_t *dots) {
    for (size_t row = 0; row < count; row++) dots[row] = dot_int8(query, rows + row * dimension, dimension);
}

float cmatrix_dot_half(const uint16_t *a, const uint16_t *b, size_t count) {
#if defined(__x86_64__)
    if (cmatrix_has_avx512()) return dot_half_avx512(a, b, count);
    if (cmatrix_has_avx2() && __builtin_cpu_supports("f16c")) return dot_half_avx2(a, b, count);
#endif
    return dot_half_plain(a, b, count);
}

void cmatrix_to_half(const float *floats, uint16_t *halves, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const _Float16 value = (_Float16)floats[i];
        memcpy(halves + i, &value, sizeof value);
    }
}
