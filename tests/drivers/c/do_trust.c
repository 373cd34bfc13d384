/* trust.*: certificates fetched, remembered, forgotten; and what the log tells. */
#include "driver.h"

#include <string.h>

/* What trust.remember remembers. */
static struct bkj_certificate *kept;
/* Events printed since the command began. */
static size_t told;
static bool answering;

/* Without times: they differ each time, and the message names one. */
static void tell(void *userdata, const struct bkj_log_event *o)
{
    const struct path log = {"log"}, event = element(&log, told++), *path = &event;
    (void)userdata;
    if (!answering) {
        return;
    }
    show_text(path, "level", bkj_log_level_name(bkj_log_event_level(o)));
    TEXT(bkj_log_event, server);
    show_text(path, "operation", bkj_log_event_operation(o)[0] != '\0' ? bkj_log_event_operation(o) : NULL);
    TEXT(bkj_log_event, method);
    TEXT(bkj_log_event, url);
    NUMBER(bkj_log_event, status);
    show_text(path, "error", bkj_log_event_error(o) != BKJ_OK ? bkj_status_name(bkj_log_event_error(o)) : NULL);
    NUMBER(bkj_log_event, attempt);
}

bkj_status log_to_stdout(struct bkj_client_options *options)
{
    return bkj_client_options_set_log(options, tell, NULL, NULL, &failure);
}

void begin_log(void)
{
    told = 0;
    answering = true;
}

void end_log(void)
{
    answering = false;
}

void forget_certificate(void)
{
    bkj_certificate_free(kept);
    kept = NULL;
}

static void show_certificate(const struct path *path, const struct bkj_certificate *o)
{
    TEXT(bkj_certificate, subject);
    TEXT(bkj_certificate, issuer);
    EACH(bkj_certificate, names, show_arg);
    NUMBER(bkj_certificate, not_before);
    NUMBER(bkj_certificate, not_after);
    TEXT(bkj_certificate, sha256);
    TEXT(bkj_certificate, fingerprint);
    TEXT(bkj_certificate, pem);
    FLAG(bkj_certificate, self_signed);
    FLAG(bkj_certificate, trusted);
    TEXT(bkj_certificate, refusal);
}

static bkj_status fetch(struct command *command, const char *url)
{
    struct bkj_client_options *options = NULL;
    struct bkj_certificate *found = NULL;
    bkj_status status = options_of(command, &options);
    if (status == BKJ_OK) {
        status = command->trouble != NULL ? NO_SENSE : bkj_trust_fetch(url, options, NULL, &found, &failure);
    }
    bkj_client_options_free(options);
    if (status == BKJ_OK) {
        show_certificate(&top, found);
        forget_certificate();
        kept = found;
    }
    return status;
}

bkj_status trust_command(struct command *command, const char *verb)
{
    const char *url = need(command, "url");
    if (url == NULL) {
        return NO_SENSE;
    } else if (IS("fetch")) {
        return fetch(command, url);
    }
    const char *file = need(command, "known_hosts");
    struct bkj_known_hosts *hosts = NULL;
    bkj_status status = file != NULL ? bkj_known_hosts_open(file, &hosts, &failure) : NO_SENSE;
    if (status != BKJ_OK) {
        return status;
    } else if (IS("remember")) {
        status = kept != NULL ? bkj_known_hosts_remember(hosts, url, kept, &failure) : NO_SENSE;
    } else if (IS("lookup")) {
        struct bkj_string_list *list = NULL;
        status = bkj_known_hosts_lookup(hosts, url, &list, &failure);
        for (size_t i = 0; i < bkj_string_list_len(list); i++) {
            line(element(&top, i).text, bkj_string_list_at(list, i));
        }
        bkj_string_list_free(list);
    } else if (IS("forget")) {
        bool found = false;
        status = bkj_known_hosts_forget(hosts, url, &found, &failure);
        if (status == BKJ_OK) {
            show_flag(&top, "found", found);
        }
    } else {
        status = NO_SENSE;
    }
    bkj_known_hosts_free(hosts);
    return status;
}
