// Load at a steady rate: a request every so often on whichever connection is free, whether the one before
// was answered or not. Latencies count from the moment a request was due, so a server that stands still is
// not spared (coordinated omission). One thread.
//
//   paced_load PORT PATH RATE SECONDS CONNECTIONS [FORM]
//
// Prints the line that load.lua prints.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST 1024

struct connection { int fd, count; int64_t due; char buffer[16384]; };

static struct connection connections[MOST];
static int idle[MOST], idle_count, failed;
static uint32_t *latencies;
static int64_t done;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int compare(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// Returns 1 when the answer is whole.
static int whole(struct connection *c) {
    char *end = memmem(c->buffer, c->count, "\r\n\r\n", 4);
    if (!end) return 0;
    char *found = memmem(c->buffer, end - c->buffer, "Content-Length: ", 16);
    return c->count >= end + 4 - c->buffer + (found ? atoi(found + 16) : 0);
}

static void receive(int i, int64_t limit) {
    struct connection *c = &connections[i];
    int count = read(c->fd, c->buffer + c->count, sizeof c->buffer - c->count);
    if (count <= 0) { failed++; close(c->fd); return; }
    c->count += count;
    if (!whole(c)) return;
    if (c->buffer[9] != '2') failed++;
    if (done < limit) latencies[done++] = (now() - c->due) / 1000;
    c->count = 0;
    idle[idle_count++] = i;
}

int main(int argc, char **argv) {
    if (argc < 6) return 2;
    int port = atoi(argv[1]), rate = atoi(argv[3]), seconds = atoi(argv[4]), count = atoi(argv[5]), on = 1;
    const char *form = argc > 6 ? argv[6] : 0;
    static char request[65536];
    int size = snprintf(
        request, sizeof request,
        form ? "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
               "Content-Length: %zu\r\n\r\n%s"
             : "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        argv[2], form ? strlen(form) : 0, form ? form : "");
    int loop = epoll_create1(0);
    int64_t limit = (int64_t)rate * seconds + 1;
    latencies = malloc(limit * sizeof *latencies);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    for (int i = 0; i < count && i < MOST; i++) {
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(fd, (struct sockaddr *)&address, sizeof address)) return 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        epoll_ctl(loop, EPOLL_CTL_ADD, fd, &event);
        connections[i].fd = fd;
        idle[idle_count++] = i;
    }
    int64_t start = now(), step = 1000000000LL / rate, end = start + seconds * 1000000000LL, next = start;
    struct epoll_event events[MOST];
    while (now() < end) {
        while (idle_count && next <= now()) {
            struct connection *c = &connections[idle[--idle_count]];
            c->due = next;
            next += step;
            if (send(c->fd, request, size, MSG_NOSIGNAL) != size) failed++;
        }
        // Shorter than a millisecond is not to be had from epoll_wait; waiting actively would take a core.
        int64_t wait = next - now();
        struct timespec pause = {0, wait > 0 && idle_count ? wait : 0};
        int ready = epoll_pwait2(loop, events, MOST, idle_count ? &pause : 0, 0);
        for (int i = 0; i < ready; i++) receive(events[i].data.u32, limit);
    }
    qsort(latencies, done, sizeof *latencies, compare);
    if (!done) return 1;
    printf("figures requests=%lld microseconds=%lld p50=%u p99=%u failed=%d\n", (long long)done,
           (long long)((now() - start) / 1000), latencies[done / 2], latencies[done * 99 / 100], failed);
}
