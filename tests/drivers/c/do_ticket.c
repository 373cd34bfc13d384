/* Tickets: a start that is prepared, carried out, written down and taken up again. */
#include "driver.h"

#include <stdio.h>
#include <string.h>

/* The ticket at hand, and the text it had last at each stage. */
static struct bkj_ticket *ticket;
static struct bkj_string *texts[BKJ_STAGE_STARTED + 1];

static bkj_status keep_text(const struct bkj_ticket *now)
{
    struct bkj_string *text = NULL;
    const bkj_status status = bkj_ticket_to_text(now, &text, &failure);
    if (status == BKJ_OK) {
        bkj_string_free(texts[bkj_ticket_stage(now)]);
        texts[bkj_ticket_stage(now)] = text;
    }
    return status;
}

void forget_ticket(void)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        bkj_string_free(texts[i]);
        texts[i] = NULL;
    }
    bkj_ticket_free(ticket);
    ticket = NULL;
}

/* What can be compared: the marker and the time differ each time. */
static void show(const struct bkj_ticket *o)
{
    const struct path *path = &top;
    show_text(path, "stage", bkj_stage_name(bkj_ticket_stage(o)));
    TEXT(bkj_ticket, job);
    TEXT(bkj_ticket, run);
    struct bkj_string *text = NULL;
    if (bkj_ticket_to_text(o, &text, NULL) == BKJ_OK) {
        line("~ticket", bkj_string_value(text));
    }
    bkj_string_free(text);
}

bkj_status prepare(struct command *command, const char *job)
{
    struct bkj_start_options *options = NULL;
    struct bkj_ticket *prepared = NULL;
    bkj_status status = start_options(command, &options);
    if (status == BKJ_OK) {
        status = bkj_server_prepare(server, job, options, &prepared, &failure);
    }
    bkj_start_options_free(options);
    if (status == BKJ_OK) {
        forget_ticket();
        ticket = prepared;
        show(ticket);
        status = keep_text(ticket);
    }
    return status;
}

struct keeper {
    bool fails;
    size_t saves;
};

static int32_t on_save(void *userdata, const struct bkj_ticket *now)
{
    struct keeper *keeper = userdata;
    printf("saves[%zu]\t%s\n", keeper->saves, bkj_stage_name(bkj_ticket_stage(now)));
    keeper->saves++;
    return keeper->fails || keep_text(now) != BKJ_OK;
}

bkj_status carry_out(struct command *command)
{
    struct keeper keeper = {flag(command, "save_fails") == 1, 0};
    struct bkj_started *started = NULL;
    if (ticket == NULL || command->trouble != NULL) {
        return NO_SENSE;
    }
    const bkj_status status = bkj_server_carry_out(server, ticket, on_save, &keeper, &started, &failure);
    return found_start(status, started);
}

bkj_status show_ticket(void)
{
    if (ticket == NULL) {
        return NO_SENSE;
    }
    show(ticket);
    return BKJ_OK;
}

bkj_status reload(struct command *command)
{
    const char *name = get(command, "stage");
    const int32_t stage = name != NULL ? bkj_stage_from_name(name) : bkj_ticket_stage(ticket);
    if (ticket == NULL || stage == BKJ_ABSENT) {
        return NO_SENSE;
    }
    struct bkj_string *now = NULL;
    struct bkj_ticket *read = NULL;
    bkj_status status = name != NULL ? BKJ_OK : bkj_ticket_to_text(ticket, &now, &failure);
    const struct bkj_string *text = name != NULL ? texts[stage] : now;
    if (status == BKJ_OK) {
        status = text != NULL ? bkj_ticket_from_text(bkj_string_value(text), &read, &failure) : NO_SENSE;
    }
    bkj_string_free(now);
    if (status == BKJ_OK) {
        bkj_ticket_free(ticket);
        ticket = read;
    }
    return status;
}

bkj_status ticket_command(struct command *command, const char *verb)
{
    const char *text = IS("parse") ? need(command, "text") : NULL;
    struct bkj_ticket *read = NULL;
    if (text == NULL) {
        return NO_SENSE;
    }
    const bkj_status status = bkj_ticket_from_text(text, &read, &failure);
    if (status == BKJ_OK) {
        show(read);
    }
    bkj_ticket_free(read);
    return status;
}
