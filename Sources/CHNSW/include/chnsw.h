#ifndef CHNSW_H
#define CHNSW_H

#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>

// A graph of near neighbours (hnswlib) over rows of IEEE halves of length one, by inner product.
//
// Searches may run at once; an insert or a removal may not run beside anything. No call throws:
// what fails (memory) says so by its return value, and the graph is as it was.

#ifdef __cplusplus
extern "C" {
#endif

struct chnsw_graph;

/// Makes an empty graph; NULL when there is no memory.
struct chnsw_graph *_Nullable chnsw_create(size_t dimension, size_t capacity, size_t links, size_t ef_construction);

void chnsw_destroy(struct chnsw_graph *_Nonnull graph);

/// Writes the graph to a file; false when not all of it could be written.
bool chnsw_save(const struct chnsw_graph *_Nonnull graph, const char *_Nonnull path);

/// Reads what chnsw_save wrote; NULL when the file is not whole, not of this dimension, or memory lacks.
struct chnsw_graph *_Nullable chnsw_load(const char *_Nonnull path, size_t dimension);

/// How many rows were ever added, the removed ones too.
size_t chnsw_count(const struct chnsw_graph *_Nonnull graph);

/// Adds a row under a label that was never used before; false when there is no memory.
bool chnsw_insert(struct chnsw_graph *_Nonnull graph, const uint16_t *_Nonnull row, uint32_t label);

/// Takes a label out of all answers; its row stays a part of the ways. False when it is not there.
bool chnsw_remove(struct chnsw_graph *_Nonnull graph, uint32_t label);

/// The row of a label where it lies; NULL when it is not there. Valid until the next insert.
const uint16_t *_Nullable chnsw_row(const struct chnsw_graph *_Nonnull graph, uint32_t label);

/// Writes the nearest labels with their cosines, the nearest first; returns how many, at most limit.
///
/// ef is how many candidates are kept on the way, at least limit.
size_t chnsw_search(
    const struct chnsw_graph *_Nonnull graph, const uint16_t *_Nonnull query, size_t limit, size_t ef,
    uint32_t *_Nonnull labels, float *_Nonnull cosines);

#ifdef __cplusplus
}
#endif

#endif
