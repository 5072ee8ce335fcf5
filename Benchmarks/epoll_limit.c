// The limit: one thread, one epoll loop, and the same text for whatever asks. It reads no header; a request
// is over at its empty line, or as many bytes behind it as POST announces in a Content-Length of up to
// five digits. `reprise bench http` compiles it with `cc -O2` and measures beside it.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nok\n";

static int body_length(const char *head, const char *end) {
    const char *found = memmem(head, end - head, "Content-Length: ", 16);
    return found ? atoi(found + 16) : 0;
}

// Answers every whole request in the buffer; returns how many bytes are left of the next one.
static int serve(int client, char *buffer, int count) {
    char *start = buffer, *end = buffer + count;
    for (;;) {
        char *head_end = memmem(start, end - start, "\r\n\r\n", 4);
        if (!head_end) break;
        char *next = head_end + 4 + body_length(start, head_end);
        if (next > end) break;
        if (send(client, answer, sizeof answer - 1, MSG_NOSIGNAL) < 0) return -1;
        start = next;
    }
    memmove(buffer, start, end - start);
    return end - start;
}

int main(void) {
    static char buffers[4096][4096];
    static int counts[4096];
    int listener = socket(AF_INET, SOCK_STREAM, 0), loop = epoll_create1(0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 511)) return 1;
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("http://127.0.0.1:%d\n", ntohs(address.sin_port));
    fflush(stdout);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[256];
    epoll_ctl(loop, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int ready = epoll_wait(loop, events, 256, -1);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd == listener) {
                int client = accept4(listener, 0, 0, SOCK_NONBLOCK);
                if (client < 0 || client >= 4096) { if (client >= 0) close(client); continue; }
                setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                counts[client] = 0;
                event = (struct epoll_event){.events = EPOLLIN, .data.fd = client};
                epoll_ctl(loop, EPOLL_CTL_ADD, client, &event);
                continue;
            }
            int count = read(fd, buffers[fd] + counts[fd], sizeof buffers[fd] - counts[fd]);
            if (count > 0) counts[fd] = serve(fd, buffers[fd], counts[fd] + count);
            if (count <= 0 || counts[fd] < 0) close(fd);
        }
    }
}
