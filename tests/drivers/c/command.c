/* Reading a command: the operation and its key=value pairs. */
#include "driver.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* \\, \t, \n and \r, in place; any other backslash stands for itself. */
static void unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        char plain = '\0';
        if (from[0] == '\\') {
            plain = from[1] == 't' ? '\t' : from[1] == 'n' ? '\n' : from[1] == 'r' ? '\r' : from[1] == '\\' ? '\\' : '\0';
        }
        if (plain != '\0') {
            from++;
        }
        *to++ = plain != '\0' ? plain : *from;
    }
    *to = '\0';
}

void parse(struct command *command, char *line)
{
    memset(command, 0, sizeof *command);
    command->op = line;
    char *next = strchr(line, '\t');
    while (next != NULL) {
        *next = '\0';
        char *pair = next + 1;
        next = strchr(pair, '\t');
        char *equals = strchr(pair, '=');
        if (equals == NULL || (next != NULL && equals > next) || command->count == MAX_PAIRS) {
            command->trouble = "a pair is no key=value";
            return;
        }
        *equals = '\0';
        command->keys[command->count] = pair;
        command->values[command->count++] = equals + 1;
    }
    for (size_t i = 0; i < command->count; i++) {
        unescape(command->values[i]);
    }
}

const char *get(const struct command *command, const char *key)
{
    for (size_t i = 0; i < command->count; i++) {
        if (strcmp(command->keys[i], key) == 0) {
            return command->values[i];
        }
    }
    return NULL;
}

const char *need(struct command *command, const char *key)
{
    const char *value = get(command, key);
    if (value == NULL) {
        command->trouble = "a pair is missing";
    }
    return value;
}

/* A number, or `otherwise` when it is not given. */
uint64_t number(struct command *command, const char *key, uint64_t otherwise)
{
    const char *value = get(command, key);
    if (value == NULL) {
        return otherwise;
    }
    char *end = NULL;
    errno = 0;
    const unsigned long long parsed = strtoull(value, &end, 10);
    if (!isdigit((unsigned char)*value) || *end != '\0' || errno != 0) {
        command->trouble = "a number cannot be read";
    }
    return parsed;
}

/* 1, 0, or BKJ_ABSENT when it is not given. */
int32_t flag(struct command *command, const char *key)
{
    const char *value = get(command, key);
    if (value == NULL) {
        return BKJ_ABSENT;
    }
    if (strcmp(value, "true") != 0 && strcmp(value, "false") != 0) {
        command->trouble = "a flag is neither true nor false";
    }
    return strcmp(value, "true") == 0;
}
