#ifndef CMONGO_SHIM_H
#define CMONGO_SHIM_H
#include <mongoc/mongoc.h>

/// What went wrong, for people. Swift sees the text as a tuple of 504 numbers.
static inline const char *_Nonnull cmongo_message(const bson_error_t *_Nonnull error) {
    return error->message;
}

/// Takes over the bytes of a BSON document, NULL when they are none.
static inline bson_t *_Nullable cmongo_document(const uint8_t *_Nonnull bytes, size_t count) {
    return bson_new_from_data(bytes, count);
}

/// Keeps the library from writing to standard error: what matters comes back as an error.
static inline void cmongo_be_silent(void) {
    mongoc_log_set_handler(NULL, NULL);
}
#endif
