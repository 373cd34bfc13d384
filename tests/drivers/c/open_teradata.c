/* open.teradata: both products, and every way to get a token. */
#include "driver.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The token callback: reads the file each time, and drops the white space around the token. */
static int32_t token_from_file(void *userdata, char *buffer, size_t capacity)
{
    FILE *file = fopen(userdata, "rb");
    if (file == NULL) {
        snprintf(buffer, capacity, "%s (os error %d)", strerror(errno), errno);
        return -1;
    }
    size_t length = fread(buffer, 1, capacity, file);
    fclose(file);
    size_t begin = 0;
    while (begin < length && isspace((unsigned char)buffer[begin])) {
        begin++;
    }
    while (length > begin && isspace((unsigned char)buffer[length - 1])) {
        length--;
    }
    memmove(buffer, buffer + begin, length - begin);
    return (int32_t)(length - begin);
}

/* The number of the claim that the pair names; 0 for none. */
static int32_t claim_of(struct command *command)
{
    const char *given = get(command, "organization_claim");
    for (int32_t code = 1; bkj_teradata_organization_claim_name(code) != NULL; code++) {
        if (strcmp(bkj_teradata_organization_claim_name(code), given) == 0) {
            return code;
        }
    }
    command->trouble = "a claim is not known";
    return 0;
}

static bkj_status command_of(struct command *command, struct bkj_teradata_token_source **out)
{
    size_t count = 0;
    const char **argv = split(get(command, "token_command"), &count);
    const uint64_t timeout_ms = number(command, "token_timeout_ms", 0);
    const bkj_status status = bkj_teradata_token_source_command(argv, count, timeout_ms, out, &failure);
    free(argv);
    return status;
}

static bkj_status credentials_of(struct command *command, struct bkj_teradata_token_source **out)
{
    const char *url = need(command, "token_url"), *id = need(command, "client_id");
    const char *secret = need(command, "client_secret"), *scope = get(command, "scope");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    return bkj_teradata_token_source_client_credentials(url, id, secret, scope, out, &failure);
}

static bkj_status jwt_of(struct command *command, struct bkj_teradata_token_source **out)
{
    const char *token = need(command, "personal_access_token"), *key = need(command, "private_key");
    const char *name = need(command, "key_name"), *user = need(command, "username");
    const char *organization = need(command, "organization");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    bkj_status status = bkj_teradata_token_source_lake_jwt(token, key, name, user, organization, out, &failure);
    if (status == BKJ_OK && get(command, "organization_claim") != NULL) {
        status = bkj_teradata_token_source_set_organization_claim(*out, claim_of(command), &failure);
    }
    if (status == BKJ_OK && get(command, "lifetime_ms") != NULL) {
        status = bkj_teradata_token_source_set_lifetime_ms(*out, number(command, "lifetime_ms", 0), &failure);
    }
    return status;
}

/* The source that the pairs describe: a token when nothing else is there. */
static bkj_status source_of(struct command *command, struct bkj_teradata_token_source **out)
{
    const char *file = get(command, "token_file"), *user = get(command, "username");
    if (file != NULL) {
        return bkj_teradata_token_source_callback(token_from_file, copy(file), free, out, &failure);
    } else if (get(command, "token_command") != NULL) {
        return command_of(command, out);
    } else if (get(command, "token_url") != NULL) {
        return credentials_of(command, out);
    } else if (get(command, "personal_access_token") != NULL) {
        return jwt_of(command, out);
    }
    const char *secret = need(command, user != NULL ? "password" : "token");
    if (secret == NULL) {
        return NO_SENSE;
    }
    return user != NULL ? bkj_teradata_token_source_basic(user, secret, out, &failure)
                        : bkj_teradata_token_source_static(secret, out, &failure);
}

static bkj_status client_of(struct command *command, const struct bkj_client_options *options,
                            struct bkj_teradata **out)
{
    const char *url = need(command, "url"), *account = get(command, "account_id"), *file = get(command, "token_file");
    const char *site = account == NULL ? need(command, "site_id") : NULL;
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    /* Two sources have a constructor of their own. */
    if (account == NULL && file != NULL) {
        return bkj_teradata_new_with_callback(url, site, token_from_file, copy(file), free, options, out, &failure);
    }
    if (account == NULL && get(command, "token") != NULL) {
        return bkj_teradata_new(url, site, get(command, "token"), options, out, &failure);
    }
    struct bkj_teradata_token_source *source = NULL;
    const bool unverified = flag(command, "allow_unverified") == 1;
    bkj_status status = source_of(command, &source);
    if (status == BKJ_OK) {
        status = command->trouble != NULL ? NO_SENSE
            : account != NULL ? bkj_teradata_new_lake(url, account, source, unverified, options, out, &failure)
                              : bkj_teradata_new_with_source(url, site, source, options, out, &failure);
    }
    bkj_teradata_token_source_free(source);
    return status;
}

bkj_status open_teradata(struct command *command, const struct bkj_client_options *options)
{
    struct bkj_teradata *client = NULL;
    struct bkj_server *opened = NULL;
    bkj_status status = client_of(command, options, &client);
    if (status == BKJ_OK) {
        status = bkj_teradata_server(client, &opened, &failure);
    }
    if (status != BKJ_OK) {
        bkj_teradata_free(client);
        return status;
    }
    use_server(opened);
    bkj_teradata_close(teradata, NULL);
    bkj_teradata_free(teradata);
    teradata = client;
    return BKJ_OK;
}
