#ifndef CMATRIX_KERNEL_H
#define CMATRIX_KERNEL_H

#include "cmatrix.h"

#define CMATRIX_INLINE static inline __attribute__((always_inline))

// Chosen by plain ifs: a choice by the loader (target_clones) crashes under the thread sanitizer.
#if defined(__x86_64__)
#define CMATRIX_AVX2 __attribute__((target("avx2,fma")))
#define CMATRIX_AVX512 __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw")))

CMATRIX_INLINE int cmatrix_has_avx2(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

CMATRIX_INLINE int cmatrix_has_avx512(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
}

// Defines the function cmatrix_<name> from the inline function <name>, compiled for each processor.
#define CMATRIX_FOR_EACH_PROCESSOR(name, parameters, arguments)                                        \
    CMATRIX_AVX512 static void name##_avx512 parameters { name arguments; }                            \
    CMATRIX_AVX2 static void name##_avx2 parameters { name arguments; }                                \
    void cmatrix_##name parameters {                                                                   \
        if (cmatrix_has_avx512()) return name##_avx512 arguments;                                      \
        if (cmatrix_has_avx2()) return name##_avx2 arguments;                                          \
        name arguments;                                                                                \
    }
#else
#define CMATRIX_FOR_EACH_PROCESSOR(name, parameters, arguments)                                        \
    void cmatrix_##name parameters { name arguments; }
#endif

#endif
