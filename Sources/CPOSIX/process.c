#define _GNU_SOURCE
#include "cposix_process.h"
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

int cposix_die_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : errno;
}

static int prepare(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, int stream,
                   int errors) {
    int result = posix_spawn_file_actions_adddup2(actions, stream, STDIN_FILENO);
    if (result == 0) result = posix_spawn_file_actions_adddup2(actions, stream, STDOUT_FILENO);
    if (result == 0) result = posix_spawn_file_actions_adddup2(actions, errors, STDERR_FILENO);
    if (result == 0) result = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    // The program starts with default signals, whatever the caller ignores or blocks.
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    if (result == 0) result = posix_spawnattr_setsigdefault(attributes, &all);
    if (result == 0) result = posix_spawnattr_setsigmask(attributes, &none);
    if (result == 0)
        result = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    return result;
}

int cposix_start(const char *program, char *const *arguments, char *const *environment, int stream,
                 int errors, pid_t *process) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    int result = prepare(&actions, &attributes, stream, errors);
    if (result == 0)
        result = posix_spawn(process, program, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return result;
}

int cposix_stream_pair(int pair[2]) {
    return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0 ? 0 : errno;
}
