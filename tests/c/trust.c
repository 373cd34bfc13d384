/* Whom to trust and who is told: certificates fetched and remembered, the proxy, the limits, the log. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

#define CANARY "C4nary-trust"

static struct bkj_error *err;

/* A client of the simulator's Veeam server with these options, which logs in. */
static bkj_status login(const struct bkj_client_options *options, const char *password)
{
    struct bkj_veeam *client = NULL;
    bkj_status status =
        bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), password, options, &client, &err);
    if (status == BKJ_OK) {
        status = bkj_veeam_login(client, &err);
    }
    bkj_veeam_free(client);
    return status;
}

static void known_hosts(void)
{
    char folder[] = "/tmp/backupjobs-trust-XXXXXX", path[64];
    const char *url = sim("VEEAM_URL");
    struct bkj_certificate *certificate = NULL;
    struct bkj_known_hosts *hosts = NULL;
    struct bkj_string_list *known = NULL;
    struct bkj_client_options *options = bkj_client_options_new();
    struct bkj_cancel_token *token = bkj_cancel_token_new();
    int64_t from = 0, until = 0;
    bool found = true;
    CHECK(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/known_hosts", folder);

    OK(bkj_trust_fetch(url, options, token, &certificate, &err));
    CHECK_TEXT(bkj_certificate_sha256(certificate), sim("LEAF_SHA256"));
    CHECK_TEXT(bkj_certificate_subject(certificate), "CN=backupjobs-sim");
    CHECK_HAS(bkj_certificate_issuer(certificate), "throw-away CA");
    CHECK(bkj_certificate_names_len(certificate) == 3 && bkj_certificate_names_at(certificate, 3) == NULL);
    CHECK_TEXT(bkj_certificate_names_at(certificate, 1), "127.0.0.1");
    CHECK(bkj_certificate_not_before(certificate, &from) && bkj_certificate_not_after(certificate, &until) && from < until);
    CHECK(strlen(bkj_certificate_fingerprint(certificate)) == 95);
    CHECK_HAS(bkj_certificate_pem(certificate), "-----BEGIN CERTIFICATE-----\n");
    CHECK(!bkj_certificate_self_signed(certificate) && !bkj_certificate_trusted(certificate));
    CHECK_HAS(bkj_certificate_refusal(certificate), "not signed by a trusted authority");
    CHECK_HAS(bkj_certificate_text(certificate), bkj_certificate_fingerprint(certificate));

    OK(bkj_known_hosts_open(path, &hosts, &err));
    CHECK_TEXT(bkj_known_hosts_path(hosts), path);
    OK(bkj_known_hosts_forget(hosts, url, &found, &err));
    CHECK(!found);
    OK(bkj_client_options_set_trust_known_hosts(options, path, &err));
    FAILS(BKJ_ERR_TLS, login(options, CANARY));
    CHECK_HAS(bkj_error_message(err), bkj_certificate_fingerprint(certificate));
    CHECK_HAS(bkj_error_remedy(err), "remember");
    bkj_error_free(err);
    err = NULL;
    OK(bkj_known_hosts_remember(hosts, url, certificate, &err));
    OK(login(options, sim("VEEAM_PASSWORD")));
    OK(bkj_known_hosts_lookup(hosts, url, &known, &err));
    CHECK(bkj_string_list_len(known) == 1);
    CHECK_TEXT(bkj_string_list_at(known, 0), bkj_certificate_fingerprint(certificate));
    OK(bkj_known_hosts_forget(hosts, url, &found, &err));
    CHECK(found);
    FAILS(BKJ_ERR_TLS, login(options, CANARY));
    CHECK(strstr(bkj_error_detail(err), CANARY) == NULL);

    /* What cannot be done is refused by name, and writes nothing. */
    struct bkj_certificate *none = NULL;
    FAILS(BKJ_ERR_CONFIG, bkj_trust_fetch("http://localhost", NULL, NULL, &none, &err));
    CHECK_TEXT(bkj_error_operation(err), "trust.fetch");
    bkj_cancel_token_cancel(token);
    FAILS(BKJ_ERR_CANCELLED, bkj_trust_fetch(url, NULL, token, &none, &err));
    FAILS(BKJ_ERR_CONFIG, bkj_known_hosts_lookup(hosts, "no url", &known, &err));
    CHECK_TEXT(bkj_error_operation(err), "known_hosts.lookup");
    struct bkj_known_hosts *folder_only = NULL;
    FAILS(BKJ_ERR_CONFIG, bkj_known_hosts_open(folder, &folder_only, &err));
    CHECK(none == NULL && folder_only == NULL);

    bkj_error_free(err);
    err = NULL;
    CHECK(remove(path) == 0 && rmdir(folder) == 0);
    bkj_string_list_free(known);
    bkj_known_hosts_free(hosts);
    bkj_certificate_free(certificate);
    bkj_cancel_token_free(token);
    bkj_client_options_free(options);
}

/* What a log callback has seen. */
struct seen {
    int events, warnings, released;
    int failed, retried;
    bool leaked;
    bkj_status inside;
    const struct bkj_veeam *client;
    struct bkj_log_event *last;
};

static void note(void *userdata, const struct bkj_log_event *event)
{
    struct seen *seen = userdata;
    int64_t number = 0;
    seen->events++;
    seen->warnings += bkj_log_event_level(event) == BKJ_LOG_LEVEL_WARNING;
    seen->retried += bkj_log_event_level(event) == BKJ_LOG_LEVEL_INFO;
    seen->failed += bkj_log_event_error(event) != BKJ_OK;
    CHECK_TEXT(bkj_log_event_server(event), sim("VEEAM_URL"));
    if (bkj_log_event_level(event) == BKJ_LOG_LEVEL_DEBUG) {
        CHECK(bkj_log_event_attempt(event, &number) && number >= 1);
        CHECK(bkj_log_event_elapsed_ms(event, &number) && number >= 0);
        CHECK(bkj_log_event_status(event, &number) == (bkj_log_event_error(event) == BKJ_OK));
        CHECK_HAS(bkj_log_event_url(event), sim("VEEAM_URL"));
        CHECK_HAS(bkj_log_event_operation(event), "veeam.");
        CHECK(bkj_log_event_method(event) != NULL);
    }
    seen->leaked = seen->leaked || strstr(bkj_log_event_message(event), CANARY) != NULL;
    seen->leaked = seen->leaked || strstr(bkj_log_event_message(event), sim("VEEAM_PASSWORD")) != NULL;
    if (seen->client != NULL) {
        struct bkj_veeam_job_list *none = NULL;
        seen->inside = bkj_veeam_jobs(seen->client, &none, NULL);
        CHECK(none == NULL);
    }
    bkj_log_event_free(seen->last);
    seen->last = bkj_log_event_clone(event);
}

static void release(void *userdata)
{
    ((struct seen *)userdata)->released++;
}

static void logging(void)
{
    struct seen seen = {0};
    struct bkj_client_options *options = trusting();
    struct bkj_veeam *client = NULL, *stranger = NULL;
    struct bkj_veeam_job_list *jobs = NULL;
    int64_t status = 0;

    OK(bkj_client_options_set_log(options, note, &seen, release, &err));
    OK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options, &client, &err));
    OK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), CANARY, options, &stranger, &err));
    CHECK(seen.events == 0);
    FAILS(BKJ_ERR_UNAUTHENTICATED, bkj_veeam_login(stranger, &err));
    bkj_error_free(err);
    err = NULL;
    CHECK(seen.events == 1 && bkj_log_event_status(seen.last, &status) && status == 400);
    OK(bkj_veeam_login(client, &err));
    CHECK(seen.events == 2 && seen.retried == 0 && seen.failed == 0);
    CHECK_TEXT(bkj_log_event_method(seen.last), "POST");

    /* A call from inside is refused, and ends nothing. */
    seen.client = client;
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Jobs\",\"action\":{\"kind\":\"status\",\"status\":503,\"headers\":{\"retry-after\":\"0\"}}}");
    OK(bkj_veeam_jobs(client, &jobs, &err));
    CHECK(bkj_veeam_job_list_len(jobs) > 0 && seen.inside == BKJ_ERR_CONFIG);
    CHECK(seen.events == 5 && seen.retried == 1 && seen.failed == 1);
    CHECK_TEXT(bkj_log_event_operation(seen.last), "veeam.jobs");
    bkj_veeam_job_list_free(jobs);
    jobs = NULL;
    seen.client = NULL;

    /* Nobody to tell is the default; the client made before goes on. */
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Jobs\",\"times\":4,\"action\":{\"kind\":\"reset_before\"}}");
    FAILS(BKJ_ERR_UNREACHABLE, bkj_veeam_jobs(client, &jobs, &err));
    CHECK(seen.failed == 1 + 4 + 3 && seen.retried == 1 + 3);
    bkj_error_free(err);
    err = NULL;
    control_request("DELETE", "/faults", "");
    OK(bkj_client_options_set_log(options, NULL, NULL, NULL, &err));
    CHECK(seen.released == 0);
    const int before = seen.events;
    OK(login(options, sim("VEEAM_PASSWORD")));
    CHECK(seen.events == before);

    bkj_veeam_free(stranger);
    CHECK(seen.released == 0);
    bkj_veeam_free(client);
    CHECK(seen.released == 1 && seen.warnings == 0 && !seen.leaked);
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_client_options_set_log(NULL, note, &seen, release, &err));
    CHECK(seen.released == 2);
    bkj_error_free(err);
    err = NULL;

    /* Nobody checks the certificate: said once, and in every report. */
    struct bkj_server *server = NULL;
    struct bkj_report *report = NULL;
    OK(bkj_client_options_set_trust_insecure(options, &err));
    OK(bkj_client_options_set_log(options, note, &seen, NULL, &err));
    OK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options, &client, &err));
    CHECK(seen.warnings == 1);
    CHECK_TEXT(bkj_log_level_name(bkj_log_event_level(seen.last)), "warning");
    CHECK_HAS(bkj_log_event_message(seen.last), "not checked");
    CHECK_TEXT(bkj_log_event_operation(seen.last), "");
    CHECK(bkj_log_event_method(seen.last) == NULL && bkj_log_event_url(seen.last) == NULL);
    CHECK(!bkj_log_event_status(seen.last, NULL) && !bkj_log_event_attempt(seen.last, NULL));
    OK(bkj_veeam_server(client, &server, &err));
    CHECK(bkj_server_insecure(server));
    OK(bkj_server_check_all(server, NULL, NULL, 0, &report, &err));
    CHECK(bkj_report_insecure(report) && seen.warnings == 1 && !seen.leaked);
    CHECK_HAS(bkj_verdict_reason(bkj_report_verdicts_at(report, 0)), "not checked");
    bkj_report_free(report);
    bkj_server_free(server);
    bkj_veeam_free(client);

    client = open_veeam(6);
    OK(bkj_veeam_server(client, &server, &err));
    CHECK(!bkj_server_insecure(server));
    bkj_server_free(server);
    bkj_veeam_free(client);
    bkj_log_event_free(seen.last);
    bkj_client_options_free(options);
    CHECK(bkj_log_level_from_name("info") == BKJ_LOG_LEVEL_INFO && bkj_log_level_from_name("trace") == BKJ_ABSENT);
}

static void limits(void)
{
    struct bkj_client_options *options = trusting();
    FAILS(BKJ_ERR_CONFIG, bkj_client_options_set_proxy_url(options, "socks5://me:" CANARY "@proxy.example", &err));
    CHECK(strstr(bkj_error_detail(err), CANARY) == NULL);
    OK(bkj_client_options_set_proxy_url(options, "http://me:" CANARY "@127.0.0.1:1", &err));
    OK(bkj_client_options_set_retry_none(options, &err));
    FAILS(BKJ_ERR_UNREACHABLE, login(options, CANARY));
    CHECK_HAS(bkj_error_message(err), "the proxy http://127.0.0.1:1 ");
    CHECK(strstr(bkj_error_detail(err), CANARY) == NULL);

    /* What is set beats the environment. */
    CHECK(setenv("HTTPS_PROXY", "http://127.0.0.1:2", 1) == 0 && unsetenv("NO_PROXY") == 0 && unsetenv("no_proxy") == 0);
    OK(bkj_client_options_set_proxy_environment(options, &err));
    FAILS(BKJ_ERR_UNREACHABLE, login(options, CANARY));
    CHECK_HAS(bkj_error_message(err), "127.0.0.1:2");
    bkj_error_free(err);
    err = NULL;
    OK(bkj_client_options_set_proxy_none(options, &err));
    OK(login(options, sim("VEEAM_PASSWORD")));
    CHECK(unsetenv("HTTPS_PROXY") == 0);

    OK(bkj_client_options_set_max_concurrency(options, 1, &err));
    OK(bkj_client_options_set_retry_budget(options, 0, &err));
    OK(bkj_client_options_set_max_body(options, 20, &err));
    FAILS(BKJ_ERR_PROTOCOL, login(options, sim("VEEAM_PASSWORD")));
    CHECK_HAS(bkj_error_message(err), "larger than 20 bytes");
    OK(bkj_client_options_set_max_body(options, 0, NULL));
    FAILS(BKJ_ERR_CONFIG, login(options, CANARY));
    CHECK_HAS(bkj_error_message(err), "max_body is 0");
    OK(bkj_client_options_set_max_body(options, 1 << 20, NULL));
    OK(bkj_client_options_set_max_concurrency(options, 0, NULL));
    FAILS(BKJ_ERR_CONFIG, login(options, CANARY));
    CHECK_HAS(bkj_error_message(err), "max_concurrency is 0");
    bkj_error_free(err);
    err = NULL;
    bkj_client_options_free(options);

    /* Without a stock of retries the first error is the last. */
    struct seen seen = {0};
    struct bkj_veeam *client = NULL;
    struct bkj_veeam_job_list *jobs = NULL;
    options = trusting();
    OK(bkj_client_options_set_retry_budget(options, 0, &err));
    OK(bkj_client_options_set_log(options, note, &seen, NULL, &err));
    OK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options, &client, &err));
    OK(bkj_veeam_login(client, &err));
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Jobs\",\"times\":0,\"action\":{\"kind\":\"reset_before\"}}");
    FAILS(BKJ_ERR_UNREACHABLE, bkj_veeam_jobs(client, &jobs, &err));
    CHECK(seen.failed == 2 && seen.retried == 1);
    CHECK_HAS(bkj_log_event_message(seen.last), "used up");
    control_request("DELETE", "/faults", "");
    bkj_error_free(err);
    err = NULL;
    bkj_veeam_free(client);
    bkj_log_event_free(seen.last);
    bkj_client_options_free(options);
}

static void secrets(void)
{
    char path[] = "/tmp/backupjobs-secret-XXXXXX";
    const int file = mkstemp(path);
    struct bkj_secret *secret = NULL, *none = NULL;
    const char *echo[] = {"printf", " %s\n", sim("VEEAM_PASSWORD")};
    const char *fail[] = {"sh", "-c", "echo " CANARY "; exit 7"};
    struct bkj_client_options *options = trusting();
    CHECK(file >= 0 && write(file, CANARY "\n", sizeof CANARY) == (ssize_t)sizeof CANARY);

    OK(bkj_secret_from_command(echo, 3, 0, &secret, &err));
    CHECK_TEXT(bkj_secret_value(secret), sim("VEEAM_PASSWORD"));
    OK(login(options, bkj_secret_value(secret)));
    bkj_secret_free(secret);
    OK(bkj_secret_from_file(path, &secret, &err));
    CHECK_TEXT(bkj_secret_value(secret), CANARY);
    bkj_secret_free(secret);
    CHECK(setenv("BACKUPJOBS_TEST_SECRET", CANARY, 1) == 0);
    OK(bkj_secret_from_env("BACKUPJOBS_TEST_SECRET", &secret, &err));
    CHECK_TEXT(bkj_secret_value(secret), CANARY);
    bkj_secret_free(secret);

    FAILS(BKJ_ERR_CONFIG, bkj_secret_from_command(fail, 3, 0, &none, &err));
    CHECK_HAS(bkj_error_message(err), "exit status: 7");
    CHECK(strstr(bkj_error_detail(err), CANARY) == NULL);
    CHECK(write(file, "\0x", 2) == 2);
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_secret_from_file(path, &none, &err));
    CHECK_TEXT(bkj_error_operation(err), "secret.from_file");
    CHECK(strstr(bkj_error_detail(err), CANARY) == NULL);
    FAILS(BKJ_ERR_CONFIG, bkj_secret_from_env("BACKUPJOBS_NOT_SET", &none, &err));
    CHECK_HAS(bkj_error_message(err), "BACKUPJOBS_NOT_SET is not set");
    CHECK(none == NULL && close(file) == 0 && unlink(path) == 0);
    bkj_error_free(err);
    err = NULL;
    bkj_client_options_free(options);
}

int main(void)
{
    control("/reset", "");
    known_hosts();
    logging();
    limits();
    secrets();
    return finish("trust");
}
