/*
 * The scenario suite's hand on the C library: reads commands from stdin, makes the calls, prints what came back.
 *
 * One command a line: the operation, then key=value pairs, all separated by TABs. The answer is any number of lines
 * path<TAB>value and one line "ok" or error<TAB>kind. Drivers in the other languages speak exactly the same, so that
 * their answers can be compared line by line. It decides nothing: whatever it prints comes from the library.
 */
#define _POSIX_C_SOURCE 200809L
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bkj_veeam *veeam;
struct bkj_teradata *teradata;
struct bkj_vcenter *vcenter;
struct bkj_server *server;
struct bkj_run *last_run;
struct bkj_error *failure;
static char *last_id;

char *copy(const char *text)
{
    char *copied = malloc(strlen(text) + 1);
    if (copied == NULL) {
        abort();
    }
    return strcpy(copied, text);
}

void remember_id(const char *id)
{
    free(last_id);
    last_id = copy(id);
}

void remember_run(const struct bkj_run *run)
{
    struct bkj_run *kept = bkj_run_clone(run);
    bkj_run_free(last_run);
    last_run = kept;
}

const char **split(const char *text, size_t *count)
{
    return split_at(text, ',', count);
}

const char **split_at(const char *text, char separator, size_t *count)
{
    size_t separators = 0;
    for (const char *at = text; *at != '\0'; at++) {
        separators += *at == separator;
    }
    *count = text[0] != '\0' ? separators + 1 : 0;
    const size_t pointers = (separators + 1) * sizeof(char *);
    const char **parts = malloc(pointers + strlen(text) + 1);
    if (parts == NULL) {
        abort();
    }
    char *part = strcpy((char *)parts + pointers, text);
    for (size_t i = 0; i < *count; i++) {
        parts[i] = part;
        part += strcspn(part, (const char[]){separator, '\0'});
        *part++ = '\0';
    }
    return parts;
}

const char *meant(struct command *command, const char *given)
{
    if (strcmp(given, "@id") == 0) {
        given = last_id;
    } else if (strcmp(given, "@run") == 0) {
        given = bkj_run_id(last_run);
    }
    if (given == NULL) {
        command->trouble = "nothing was found yet that this could mean";
    }
    return given;
}

const char *id_of(struct command *command, const char *key)
{
    const char *given = need(command, key);
    return given != NULL ? meant(command, given) : NULL;
}

static bkj_status obey(struct command *command)
{
    if (command->trouble != NULL) {
        return NO_SENSE;
    } else if (strcmp(command->op, "version") == 0) {
        line("version", bkj_version());
        return BKJ_OK;
    } else if (strcmp(command->op, "close") == 0) {
        bkj_veeam_close(veeam, NULL);
        bkj_teradata_close(teradata, NULL);
        bkj_vcenter_close(vcenter, NULL);
        return BKJ_OK;
    }
    static const struct {
        const char *room;
        bkj_status (*obey)(struct command *command, const char *verb);
    } rooms[] = {
        {"open.", open_command},       {"veeam.", veeam_command},   {"teradata.", teradata_command},
        {"vcenter.", vcenter_command}, {"server.", server_command}, {"ticket.", ticket_command},
        {"trust.", trust_command},
    };
    for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++) {
        const size_t length = strlen(rooms[i].room);
        if (strncmp(command->op, rooms[i].room, length) == 0) {
            return rooms[i].obey(command, command->op + length);
        }
    }
    return NO_SENSE;
}

int main(void)
{
    char *text = NULL;
    size_t capacity = 0;
    for (ssize_t length = getline(&text, &capacity, stdin); length >= 0; length = getline(&text, &capacity, stdin)) {
        struct command command;
        if (length > 0 && text[length - 1] == '\n') {
            text[length - 1] = '\0';
        }
        if (strcmp(text, "quit") == 0) {
            break;
        }
        parse(&command, text);
        begin_log();
        bkj_status status = obey(&command);
        if (command.trouble != NULL) {
            status = NO_SENSE;
        }
        if (status == BKJ_OK) {
            puts("ok");
        } else if (status == NO_SENSE) {
            line("error.message", command.trouble != NULL ? command.trouble : "the command makes no sense here");
            puts("error\tdriver");
        } else {
            show_error(failure);
            printf("error\t%s\n", bkj_status_name(status));
        }
        bkj_error_free(failure);
        failure = NULL;
        fflush(stdout);
    }
    end_log();
    free(text);
    free(last_id);
    forget_ticket();
    forget_certificate();
    bkj_run_free(last_run);
    bkj_server_free(server);
    bkj_veeam_free(veeam);
    bkj_teradata_free(teradata);
    bkj_vcenter_free(vcenter);
    return 0;
}
