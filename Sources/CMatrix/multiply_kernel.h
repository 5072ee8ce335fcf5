// The matrix product for one kind of processor. Included once for each, with KERNEL (the name),
// TARGET (an attribute), LANES (floats in a register), TILE_ROWS and TILE_COLUMNS defined.
//
// Both matrices run along the depth in memory, so nothing is packed: weights are read where the
// file is mapped. A tile of dot products keeps its sums in registers and uses each loaded vector
// several times.

#define JOIN_NAMES(a, b) a##_##b
#define JOIN(a, b) JOIN_NAMES(a, b)
#define lanes JOIN(KERNEL, lanes)
#define tile JOIN(KERNEL, tile)
#define strip JOIN(KERNEL, strip)

typedef float lanes __attribute__((vector_size(LANES * sizeof(float)), aligned(4)));

CMATRIX_INLINE TARGET void tile(const struct operands *o, size_t row, size_t column, const int rows, const int columns) {
    const float *x = o->x + row * o->x_stride, *w = o->w + column * o->w_stride;
    lanes total[TILE_ROWS][TILE_COLUMNS] = {0};
    size_t k = 0;
    for (; k + LANES <= o->depth; k += LANES) {
        lanes weights[TILE_COLUMNS];
#pragma clang loop unroll(full)
        for (int n = 0; n < columns; n++) {
            weights[n] = *(const lanes *)(w + n * o->w_stride + k);
            // The columns after these: with few rows, waiting for memory is half of the time.
            __builtin_prefetch(w + (columns + n) * o->w_stride + k);
        }
#pragma clang loop unroll(full)
        for (int m = 0; m < rows; m++) {
            const lanes value = *(const lanes *)(x + m * o->x_stride + k);
#pragma clang loop unroll(full)
            for (int n = 0; n < columns; n++) total[m][n] += value * weights[n];
        }
    }
#pragma clang loop unroll(full)
    for (int m = 0; m < rows; m++) {
#pragma clang loop unroll(full)
        for (int n = 0; n < columns; n++) {
            float dot = sum((const float *)&total[m][n], LANES);
            for (size_t rest = k; rest < o->depth; rest++)
                dot += x[m * o->x_stride + rest] * w[n * o->w_stride + rest];
            const float bias = o->bias ? o->bias[column + n] : 0;
            o->y[(row + m) * o->y_stride + column + n] = dot * o->scale + bias;
        }
    }
}

CMATRIX_INLINE TARGET void strip(const struct operands *o, size_t column, const int columns) {
    size_t row = 0;
    for (; row + TILE_ROWS <= o->rows; row += TILE_ROWS) tile(o, row, column, TILE_ROWS, columns);
    switch (o->rows - row) {
    case 5: tile(o, row, column, 5, columns); break;
    case 4: tile(o, row, column, 4, columns); break;
    case 3: tile(o, row, column, 3, columns); break;
    case 2: tile(o, row, column, 2, columns); break;
    case 1: tile(o, row, column, 1, columns); break;
    }
}

TARGET static void KERNEL(const struct operands *o) {
    size_t column = 0;
    for (; column + TILE_COLUMNS <= o->columns; column += TILE_COLUMNS) strip(o, column, TILE_COLUMNS);
    for (; column < o->columns; column++) strip(o, column, 1);
}

#undef lanes
#undef tile
#undef strip
#undef JOIN
#undef JOIN_NAMES
#undef KERNEL
#undef TARGET
#undef LANES
#undef TILE_ROWS
#undef TILE_COLUMNS
