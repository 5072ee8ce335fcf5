#ifndef CPOSIX_PROCESS_H
#define CPOSIX_PROCESS_H

#include <sys/types.h>

/// Has the kernel kill this process when the thread that started it ends.
///
/// A starter that has ended before this call is not noticed. Returns 0, or an `errno` value.
int cposix_die_with_parent(void);

/// Starts a program with one stream socket as its standard input and output.
///
/// It inherits nothing else but `errors` as its standard error. Both lists end with NULL; the program
/// is a path and is not searched for. Returns 0 and the process, or an `errno` value.
int cposix_start(const char *_Nonnull program, char *_Nullable const *_Nonnull arguments,
                 char *_Nullable const *_Nonnull environment, int stream, int errors,
                 pid_t *_Nonnull process);

/// Makes a pair of connected stream sockets that other programs do not inherit.
///
/// Returns 0, or an `errno` value.
int cposix_stream_pair(int pair[_Nonnull 2]);
#endif
