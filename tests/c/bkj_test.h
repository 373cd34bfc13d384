/* What the test programs share: checks that count, the simulator's addresses, and a way to its control port. */
#ifndef BKJ_TEST_H
#define BKJ_TEST_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int checks_failed;

#define CHECK(condition)                                                                \
    do {                                                                                \
        if (!(condition)) {                                                             \
            checks_failed++;                                                            \
            fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);   \
        }                                                                               \
    } while (0)

#define CHECK_TEXT(actual, expected)                                                    \
    do {                                                                                \
        const char *is_ = (actual), *should_ = (expected);                              \
        if (is_ == NULL || strcmp(is_, should_) != 0) {                                 \
            checks_failed++;                                                            \
            fprintf(stderr, "%s:%d: %s is '%s', not '%s'\n", __FILE__, __LINE__, #actual, is_ ? is_ : "(NULL)", should_); \
        }                                                                               \
    } while (0)

#define CHECK_HAS(actual, part)                                                         \
    do {                                                                                \
        const char *is_ = (actual), *should_ = (part);                                  \
        if (is_ == NULL || strstr(is_, should_) == NULL) {                              \
            checks_failed++;                                                            \
            fprintf(stderr, "%s:%d: no '%s' in '%s'\n", __FILE__, __LINE__, should_, is_ ? is_ : "(NULL)"); \
        }                                                                               \
    } while (0)

/* A call that must succeed; says why when it does not. `err` is a variable of the caller's. */
#define OK(call)                                                                        \
    do {                                                                                \
        if ((call) != BKJ_OK) {                                                         \
            checks_failed++;                                                            \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, err != NULL ? bkj_error_line(err) : #call); \
            bkj_error_free(err);                                                        \
            err = NULL;                                                                 \
        }                                                                               \
    } while (0)

/* A call that must fail in this way; leaves the error in `err`, whose texts show no secret. */
#define FAILS(kind_, call)                                                              \
    do {                                                                                \
        bkj_error_free(err);                                                            \
        err = NULL;                                                                     \
        const bkj_status got_ = (call);                                                 \
        if (got_ != (kind_) || err == NULL || bkj_error_kind(err) != (kind_)) {         \
            checks_failed++;                                                            \
            fprintf(stderr, "%s:%d: %s answered %s, not %s\n", __FILE__, __LINE__, #call, bkj_status_name(got_), bkj_status_name(kind_)); \
        }                                                                               \
        CHECK(!leaks(err));                                                             \
    } while (0)

/* An address, name or secret of the simulator: run.sh puts its ready line into the environment. */
static inline const char *sim(const char *name)
{
    char variable[64];
    snprintf(variable, sizeof variable, "SIM_%s", name);
    const char *value = getenv(variable);
    if (value == NULL) {
        fprintf(stderr, "%s is not set: start this through run.sh\n", variable);
        exit(2);
    }
    return value;
}

/* Tells the simulator's control port something: control("POST", "/reset", ""). */
static inline void control_request(const char *method, const char *path, const char *body)
{
    char request[2048], answer[64] = "";
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons((uint16_t)strtol(sim("CONTROL_PORT"), NULL, 10));
    const int port = socket(AF_INET, SOCK_STREAM, 0);
    const int length = snprintf(request, sizeof request,
        "%s %s HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
        method, path, strlen(body), body);
    if (port < 0 || connect(port, (struct sockaddr *)&address, sizeof address) != 0
        || write(port, request, (size_t)length) != length || read(port, answer, sizeof answer - 1) < 12
        || strstr(answer, " 2") == NULL) {
        fprintf(stderr, "the simulator does not take %s %s %s: %s\n", method, path, body, answer);
        exit(2);
    }
    close(port);
}

static inline void control(const char *path, const char *body)
{
    control_request("POST", path, body);
}

static unsigned long texts_searched;

static inline int finish(const char *what)
{
    if (texts_searched != 0) {
        printf("%s: %s (secrets searched in %lu texts of errors)\n", what, checks_failed == 0 ? "ok" : "FAILED", texts_searched);
    } else {
        printf("%s: %s\n", what, checks_failed == 0 ? "ok" : "FAILED");
    }
    return checks_failed != 0;
}

#ifdef BACKUPJOBS_H
/* Whether a text of the error holds a secret of the simulator, or a word that stands in all secrets of these programs. */
static inline bool leaks(const struct bkj_error *err)
{
    static const char *const names[] = {
        "VEEAM_PASSWORD", "VCENTER_PASSWORD", "TERADATA_PASSWORD", "TERADATA_TOKEN", "TERADATA_CLIENT_SECRET",
        "TERADATA_PERSONAL_ACCESS_TOKEN",
    };
    const char *texts[] = {
        bkj_error_operation(err), bkj_error_server(err), bkj_error_message(err), bkj_error_remedy(err),
        bkj_error_vendor_code(err), bkj_error_vendor_message(err), bkj_error_line(err), bkj_error_detail(err),
    };
    bool found = false;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i] == NULL) {
            continue;
        }
        texts_searched++;
        found = found || strstr(texts[i], "C4nary") != NULL || strstr(texts[i], "PRIVATE KEY") != NULL;
        for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
            found = found || strstr(texts[i], sim(names[n])) != NULL;
        }
    }
    return found;
}

/* Options that trust the simulator's authority. */
static inline struct bkj_client_options *trusting(void)
{
    struct bkj_client_options *options = bkj_client_options_new();
    CHECK(bkj_client_options_set_trust_ca_file(options, sim("CA_FILE"), NULL) == BKJ_OK);
    CHECK(bkj_client_options_set_retry_base_ms(options, 1, NULL) == BKJ_OK);
    return options;
}

/* Wait options that need no sleeping: the simulator's clock moves with each request. */
static inline struct bkj_wait_options *hasty(void)
{
    struct bkj_wait_options *options = bkj_wait_options_new();
    CHECK(bkj_wait_options_set_poll_min_ms(options, 1, NULL) == BKJ_OK);
    CHECK(bkj_wait_options_set_poll_max_ms(options, 1, NULL) == BKJ_OK);
    return options;
}

static inline struct bkj_veeam *open_veeam(int32_t version)
{
    struct bkj_client_options *options = trusting();
    struct bkj_veeam *client = NULL;
    struct bkj_error *err = NULL;
    OK(bkj_veeam_new(sim("VEEAM_URL"), version, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options, &client, &err));
    bkj_client_options_free(options);
    return client;
}

static inline struct bkj_teradata *open_teradata(void)
{
    struct bkj_client_options *options = trusting();
    struct bkj_teradata *client = NULL;
    struct bkj_error *err = NULL;
    OK(bkj_teradata_new(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), sim("TERADATA_TOKEN"), options, &client, &err));
    bkj_client_options_free(options);
    return client;
}

static inline struct bkj_vcenter *open_vcenter(void)
{
    struct bkj_client_options *options = trusting();
    struct bkj_vcenter *client = NULL;
    struct bkj_error *err = NULL;
    OK(bkj_vcenter_new(sim("VCENTER_URL"), sim("VCENTER_USERNAME"), sim("VCENTER_PASSWORD"), options, &client, &err));
    bkj_client_options_free(options);
    return client;
}
#endif

#endif
