/* open.*: clients, and what they need. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

bkj_status options_of(struct command *command, struct bkj_client_options **out)
{
    struct bkj_client_options *options = bkj_client_options_new();
    bkj_status status = BKJ_OK;
    *out = options;
    if (get(command, "ca_file") != NULL) {
        status = bkj_client_options_set_trust_ca_file(options, get(command, "ca_file"), &failure);
    } else if (get(command, "pin") != NULL) {
        status = bkj_client_options_set_trust_pin(options, get(command, "pin"), &failure);
    } else if (get(command, "known_hosts") != NULL) {
        status = bkj_client_options_set_trust_known_hosts(options, get(command, "known_hosts"), &failure);
    } else if (flag(command, "insecure") == 1) {
        status = bkj_client_options_set_trust_insecure(options, &failure);
    }
    if (status == BKJ_OK && get(command, "connect_timeout_ms") != NULL) {
        const uint64_t ms = number(command, "connect_timeout_ms", 0);
        status = bkj_client_options_set_connect_timeout_ms(options, ms, &failure);
    }
    if (status == BKJ_OK && get(command, "request_timeout_ms") != NULL) {
        const uint64_t ms = number(command, "request_timeout_ms", 0);
        status = bkj_client_options_set_request_timeout_ms(options, ms, &failure);
    }
    if (status == BKJ_OK && get(command, "retry_attempts") != NULL) {
        const uint64_t attempts = number(command, "retry_attempts", 0);
        status = bkj_client_options_set_retry_attempts(options, (uint32_t)attempts, &failure);
    }
    const char *proxy = get(command, "proxy");
    if (proxy != NULL) {
        SET(proxy[0] == '\0' ? bkj_client_options_set_proxy_none(options, &failure)
                             : bkj_client_options_set_proxy_url(options, proxy, &failure));
    }
    if (get(command, "max_body") != NULL) {
        SET(bkj_client_options_set_max_body(options, (size_t)number(command, "max_body", 0), &failure));
    }
    if (get(command, "retry_budget") != NULL) {
        SET(bkj_client_options_set_retry_budget(options, (uint32_t)number(command, "retry_budget", 0), &failure));
    }
    if (get(command, "max_concurrency") != NULL) {
        SET(bkj_client_options_set_max_concurrency(options, (uint32_t)number(command, "max_concurrency", 0), &failure));
    }
    if (flag(command, "log") == 1) {
        SET(log_to_stdout(options));
    }
    return status;
}

void use_server(struct bkj_server *opened)
{
    bkj_server_free(server);
    server = opened;
}

static bkj_status open_veeam(struct command *command, const struct bkj_client_options *options)
{
    const char *version = need(command, "version");
    const char *url = need(command, "url"), *user = need(command, "username"), *password = need(command, "password");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam *client = NULL;
    struct bkj_server *opened = NULL;
    const int32_t dialect = (int32_t)strtol(version[0] == 'v' ? version + 1 : version, NULL, 10);
    bkj_status status = bkj_veeam_new(url, dialect, user, password, options, &client, &failure);
    if (status == BKJ_OK) {
        status = bkj_veeam_server(client, &opened, &failure);
    }
    if (status != BKJ_OK) {
        bkj_veeam_free(client);
        return status;
    }
    use_server(opened);
    bkj_veeam_close(veeam, NULL);
    bkj_veeam_free(veeam);
    veeam = client;
    return BKJ_OK;
}

/* The number of a name, or 0 when it is not given. */
static int32_t code_of(struct command *command, const char *key, const char *(*name)(int32_t code))
{
    const char *given = get(command, key);
    int32_t code = 0;
    while (given != NULL && (code == 0 || strcmp(name(code), given) != 0)) {
        if (name(++code) == NULL) {
            command->trouble = "a name is not known";
            return 0;
        }
    }
    return code;
}

static bkj_status open_vcenter(struct command *command, const struct bkj_client_options *options)
{
    const char *url = need(command, "url"), *user = need(command, "username"), *password = need(command, "password");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_vcenter *client = NULL;
    struct bkj_server *opened = NULL;
    struct bkj_vcenter_backup_request *plan = NULL;
    const int32_t dialect = code_of(command, "dialect", bkj_vcenter_dialect_name);
    const int32_t login = code_of(command, "login", bkj_vcenter_login_mode_name);
    bkj_status status = command->trouble != NULL ? NO_SENSE
        : dialect == 0 && login == 0 ? bkj_vcenter_new(url, user, password, options, &client, &failure)
        : bkj_vcenter_new_with(url, dialect, login, user, password, options, &client, &failure);
    if (status == BKJ_OK && get(command, "plan.location") != NULL) {
        status = plan_of(command, &plan);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_server(client, plan, &opened, &failure);
    }
    bkj_vcenter_backup_request_free(plan);
    if (status != BKJ_OK) {
        bkj_vcenter_free(client);
        return status;
    }
    use_server(opened);
    bkj_vcenter_close(vcenter, NULL);
    bkj_vcenter_free(vcenter);
    vcenter = client;
    return BKJ_OK;
}

bkj_status open_command(struct command *command, const char *verb)
{
    struct bkj_client_options *options = NULL;
    bkj_status status = options_of(command, &options);
    if (status == BKJ_OK && command->trouble == NULL) {
        status = IS("veeam") ? open_veeam(command, options)
            : IS("teradata") ? open_teradata(command, options)
            : IS("vcenter") ? open_vcenter(command, options) : NO_SENSE;
    }
    bkj_client_options_free(options);
    return status;
}
