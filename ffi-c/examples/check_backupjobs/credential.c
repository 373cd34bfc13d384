#define _POSIX_C_SOURCE 200809L

#include "credential.h"

#include "deadline.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

/* What follows the prefix; NULL where it does not stand, or nothing follows. */
static const char *after(const char *source, const char *prefix)
{
    const size_t length = strlen(prefix);
    return strncmp(source, prefix, length) == 0 && source[length] != '\0' ? source + length : NULL;
}

bool credential_is_source(const char *source)
{
    return after(source, "file:") != NULL || after(source, "env:") != NULL || after(source, "command:") != NULL;
}

static bkj_status run(const char *command, struct bkj_secret **out, struct bkj_error **err)
{
    char *words = memory_grow(NULL, strlen(command) + 1), *rest = NULL;
    const char **argv = memory_grow(NULL, (strlen(command) + 1) * sizeof *argv);
    size_t count = 0;
    strcpy(words, command);
    for (char *word = strtok_r(words, " \t", &rest); word != NULL; word = strtok_r(NULL, " \t", &rest)) {
        argv[count++] = word;
    }
    /* 0 would be the library's default of 30 s. */
    const bkj_status status = bkj_secret_from_command(argv, count, deadline_left_ms() + 1, out, err);
    free(words);
    free(argv);
    return status;
}

bkj_status credential_read(const char *source, struct bkj_secret **out, struct bkj_error **err)
{
    const char *rest;
    if ((rest = after(source, "file:")) != NULL) {
        return bkj_secret_from_file(rest, out, err);
    }
    if ((rest = after(source, "env:")) != NULL) {
        return bkj_secret_from_env(rest, out, err);
    }
    return run(source + strlen("command:"), out, err);
}
