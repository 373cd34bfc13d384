#include "server.h"

#include "credential.h"
#include "deadline.h"

static void take_note(void *userdata, const struct bkj_log_event *event)
{
    struct text *requests = userdata;
    text_add(requests, "  ");
    text_add_clean(requests, bkj_log_event_message(event));
    text_add(requests, "\n");
}

static bkj_status set_trust(struct bkj_client_options *options, const struct arguments *arguments, struct bkj_error **err)
{
    if (arguments->ca_file != NULL) {
        return bkj_client_options_set_trust_ca_file(options, arguments->ca_file, err);
    }
    if (arguments->pin != NULL) {
        return bkj_client_options_set_trust_pin(options, arguments->pin, err);
    }
    if (arguments->known_hosts != NULL) {
        return bkj_client_options_set_trust_known_hosts(options, arguments->known_hosts, err);
    }
    return arguments->insecure ? bkj_client_options_set_trust_insecure(options, err) : BKJ_OK;
}

/* One slow request may take most of the time, so that its own error, which says what was waited for, comes before the
 * deadline's; and what fails quickly is tried again, what fails slowly is not. */
static bkj_status set_times(struct bkj_client_options *options, uint64_t left_ms, struct bkj_error **err)
{
    bkj_status status = bkj_client_options_set_connect_timeout_ms(options, left_ms / 2, err);
    status = status != BKJ_OK ? status : bkj_client_options_set_request_timeout_ms(options, left_ms * 3 / 4, err);
    return status != BKJ_OK ? status : bkj_client_options_set_retry_total_ms(options, left_ms / 3, err);
}

/* The server keeps what it needs of the client, which can be freed at once. */
static bkj_status connect_to(const struct arguments *arguments, const struct bkj_client_options *options,
                             struct bkj_server **out, struct bkj_error **err)
{
    const char *url = arguments->url.at;
    struct bkj_secret *user = NULL, *password = NULL;
    bkj_status status;
    if (arguments->system == BKJ_SYSTEM_TERADATA) {
        struct bkj_teradata *client = NULL;
        status = credential_read(arguments->token, &password, err);
        status = status != BKJ_OK ? status
            : bkj_teradata_new(url, arguments->site, bkj_secret_value(password), options, &client, err);
        status = status != BKJ_OK ? status : bkj_teradata_server(client, out, err);
        bkj_teradata_free(client);
        bkj_secret_free(password);
        return status;
    }
    status = credential_read(arguments->user, &user, err);
    status = status != BKJ_OK ? status : credential_read(arguments->password, &password, err);
    if (status == BKJ_OK && arguments->system == BKJ_SYSTEM_VEEAM) {
        struct bkj_veeam *client = NULL;
        status = bkj_veeam_new(url, arguments->veeam_version, bkj_secret_value(user), bkj_secret_value(password), options,
                               &client, err);
        status = status != BKJ_OK ? status : bkj_veeam_server(client, out, err);
        bkj_veeam_free(client);
    } else if (status == BKJ_OK) {
        struct bkj_vcenter *client = NULL;
        status = bkj_vcenter_new(url, bkj_secret_value(user), bkj_secret_value(password), options, &client, err);
        status = status != BKJ_OK ? status : bkj_vcenter_server(client, NULL, out, err);
        bkj_vcenter_free(client);
    }
    bkj_secret_free(user);
    bkj_secret_free(password);
    return status;
}

bkj_status server_open(const struct arguments *arguments, struct text *requests, struct bkj_server **out, struct bkj_error **err)
{
    struct bkj_client_options *options = bkj_client_options_new();
    struct bkj_cancel_token *never = bkj_cancel_token_new(), *cancel = NULL;
    struct bkj_server *server = NULL;
    bkj_status status = set_trust(options, arguments, err);
    status = status != BKJ_OK ? status : set_times(options, deadline_left_ms(), err);
    if (status == BKJ_OK && arguments->verbose >= 3) {
        status = bkj_client_options_set_log(options, take_note, requests, NULL, err);
    }
    status = status != BKJ_OK ? status : connect_to(arguments, options, &server, err);
    status = status != BKJ_OK ? status : bkj_cancel_token_with_probe(never, deadline_probe, NULL, NULL, &cancel, err);
    status = status != BKJ_OK ? status : bkj_server_with_cancel(server, cancel, out, err);
    bkj_server_free(server);
    bkj_cancel_token_free(cancel);
    bkj_cancel_token_free(never);
    bkj_client_options_free(options);
    return status;
}
