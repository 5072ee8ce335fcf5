#pragma once

/// Takes what libmongoc would write to standard error by itself, and drops it.
///
/// libmongoc logs while it is being loaded, before a program can set a handler: after a process that was
/// killed, the next one with its number says that the shared memory of its counters is taken. The dynamic
/// linker prefers this definition to the library's own. Failures reach the callers as `bson_error_t`.
void mongoc_log_default_handler(int level, const char *domain, const char *message, void *data);
