/* No work at all: the request is sent, the answer is received. What no client can be faster than. Without TLS. */
#include "bench.h"
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ROOM = 16 << 20 };
static char buffer[ROOM];
static int server;
static int port;

static long exchange(const char *method, const char *path, const char *body)
{
    char request[2048];
    size_t filled = 0, whole = ROOM;
    const int size = snprintf(request, sizeof request,
                              "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: application/json\r\n"
                              "Authorization: Bearer " BENCH_TOKEN "\r\nContent-Length: %zu\r\n\r\n%s",
                              method, path, port, strlen(body), body);
    if (send(server, request, (size_t)size, MSG_NOSIGNAL) != size) {
        bench_fail("the server does not take it");
    }
    while (filled < whole) {
        const ssize_t more = recv(server, buffer + filled, ROOM - filled, 0);
        if (more <= 0) {
            bench_fail("the server is gone");
        }
        filled += (size_t)more;
        if (whole == ROOM) {
            const char *end = memmem(buffer, filled, "\r\n\r\n", 4);
            const char *length = memmem(buffer, filled, "Content-Length: ", 16);
            if (end != NULL && length != NULL) {
                whole = (size_t)(end - buffer) + 4 + (size_t)atol(length + 16);
            }
        }
    }
    return -1;
}

static long read_status(void)
{
    return exchange("GET", BENCH_STATUS_PATH, "");
}

static long start(void)
{
    return exchange("POST", BENCH_BACKUP_PATH, "{\"parts\":[\"seat\"],\"location_type\":\"SFTP\",\"location\":\"" BENCH_LOCATION "\"}");
}

static long executions(void)
{
    return exchange("GET", BENCH_EXECUTIONS_PATH, "");
}

static long windows(void)
{
    return exchange("GET", BENCH_COPY_JOBS_PATH, "");
}

int main(int argc, char **argv)
{
    static const struct bench_work works[] = {{"read", read_status},  {"start", start},       {"three", executions}, {"failed", executions},
                                              {"frame", executions}, {"windows", windows}, {NULL, NULL}};
    if (argc >= 4 && sscanf(argv[2], "http://127.0.0.1:%d", &port) == 1) {
        const struct sockaddr_in address = {
            .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
        const int at_once = 1;
        server = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(server, (const struct sockaddr *)&address, sizeof address) != 0) {
            bench_fail("no connection");
        }
        setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    }
    return bench_main(argc, argv, works);
}
