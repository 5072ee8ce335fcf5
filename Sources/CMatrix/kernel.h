#ifndef CMATRIX_KERNEL_H
#define CMATRIX_KERNEL_H

#include "cmatrix.h"

// One machine code for each kind of processor behind one name, resolved by the loader.
#if defined(__x86_64__)
#define CMATRIX_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CMATRIX_CLONES
#endif

#define CMATRIX_INLINE static inline __attribute__((always_inline))

#endif
