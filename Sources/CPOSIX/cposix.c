#define _GNU_SOURCE
#include "cposix.h"
#include <pthread.h>
#include <stdio.h>

void cposix_name_current_thread(const char *name) {
    char kept[16];
    snprintf(kept, sizeof kept, "%s", name);
    pthread_setname_np(pthread_self(), kept);
}
