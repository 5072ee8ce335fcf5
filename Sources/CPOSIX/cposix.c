#define _GNU_SOURCE
#include <sys/timex.h>
#include "cposix.h"
#include <pthread.h>
#include <stdio.h>

void cposix_name_current_thread(const char *name) {
    char kept[16];
    snprintf(kept, sizeof kept, "%s", name);
    pthread_setname_np(pthread_self(), kept);
}

int cposix_clock_is_kept(long *microseconds) {
    struct timex state = {.modes = 0};
    int code = adjtimex(&state);
    *microseconds = state.esterror;
    return code >= 0 && code != TIME_ERROR;
}
