#include "cmongolog.h"

void mongoc_log_default_handler(int level, const char *domain, const char *message, void *data) {
    (void)level;
    (void)domain;
    (void)message;
    (void)data;
}
