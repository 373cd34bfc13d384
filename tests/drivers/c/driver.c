/*
 * The scenario suite's hand on the C library: reads commands from stdin, makes the calls, prints what came back.
 *
 * One command a line: the operation, then key=value pairs, all separated by TABs. The answer is any number of lines
 * path<TAB>value and one line "ok" or error<TAB>kind. Drivers in the other languages speak exactly the same, so that
 * their answers can be compared line by line. It decides nothing: whatever it prints comes from the library.
 */
#define _POSIX_C_SOURCE 200809L
#include "backupjobs.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the command ------------------------------------------------------------------------------------------------ */

#define MAX_PAIRS 64

struct command {
    char *op;
    size_t count;
    char *keys[MAX_PAIRS];
    char *values[MAX_PAIRS];
    /* Why the command makes no sense to the driver; NULL while it does. */
    const char *trouble;
};

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

static void parse(struct command *command, char *line)
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

static const char *get(const struct command *command, const char *key)
{
    for (size_t i = 0; i < command->count; i++) {
        if (strcmp(command->keys[i], key) == 0) {
            return command->values[i];
        }
    }
    return NULL;
}

static const char *need(struct command *command, const char *key)
{
    const char *value = get(command, key);
    if (value == NULL) {
        command->trouble = "a pair is missing";
    }
    return value;
}

/* A number, or `otherwise` when it is not given. */
static uint64_t number(struct command *command, const char *key, uint64_t otherwise)
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
static int32_t flag(struct command *command, const char *key)
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

/* ---- what the commands so far have opened and found ------------------------------------------------------------- */

static struct bkj_veeam *veeam;
static struct bkj_teradata *teradata;
static struct bkj_vcenter *vcenter;
static struct bkj_server *server;
static struct bkj_run *last_run;
static char *last_id;
/* Of the command under way. */
static struct bkj_error *err;

static char *copy(const char *text)
{
    char *copied = malloc(strlen(text) + 1);
    if (copied == NULL) {
        abort();
    }
    return strcpy(copied, text);
}

static void remember_id(const char *id)
{
    free(last_id);
    last_id = copy(id);
}

static void remember_run(const struct bkj_run *run)
{
    struct bkj_run *kept = bkj_run_clone(run);
    bkj_run_free(last_run);
    last_run = kept;
}

/* An id as the command gives it; @id and @run stand for what was found before. */
static const char *id_of(struct command *command, const char *key)
{
    const char *given = need(command, key);
    if (given != NULL && strcmp(given, "@id") == 0) {
        given = last_id;
    } else if (given != NULL && strcmp(given, "@run") == 0) {
        given = bkj_run_id(last_run);
    }
    if (given == NULL && command->trouble == NULL) {
        command->trouble = "nothing was found yet that this could mean";
    }
    return given;
}

/* ---- printing --------------------------------------------------------------------------------------------------- */

/* A path inside an answer; "" at its top. */
struct path {
    char text[512];
};

static struct path join(const struct path *path, const char *name)
{
    struct path joined;
    snprintf(joined.text, sizeof joined.text, "%.400s%s%.100s", path->text, path->text[0] != '\0' ? "." : "", name);
    return joined;
}

static struct path element(const struct path *path, size_t index)
{
    struct path joined;
    snprintf(joined.text, sizeof joined.text, "%.400s[%zu]", path->text, index);
    return joined;
}

static const struct path top = {""};

static void line(const char *path, const char *value)
{
    printf("%s\t", path);
    for (; *value != '\0'; value++) {
        switch (*value) {
        case '\\': fputs("\\\\", stdout); break;
        case '\t': fputs("\\t", stdout); break;
        case '\n': fputs("\\n", stdout); break;
        case '\r': fputs("\\r", stdout); break;
        default: putchar(*value);
        }
    }
    putchar('\n');
}

static void show_text(const struct path *path, const char *name, const char *value)
{
    if (value != NULL) {
        line(join(path, name).text, value);
    }
}

static void show_number(const struct path *path, const char *name, bool present, int64_t value)
{
    if (present) {
        printf("%s\t%" PRId64 "\n", join(path, name).text, value);
    }
}

static void show_time(const struct path *path, const char *name, const char *value)
{
    int64_t ms = 0;
    const struct path whole = join(path, name);
    show_text(path, name, value);
    const bool readable = bkj_time_unix_ms(value, &ms);
    show_number(&whole, "at", readable, ms);
}

static void show_flag(const struct path *path, const char *name, int32_t value)
{
    show_text(path, name, value == BKJ_ABSENT ? NULL : value != 0 ? "true" : "false");
}

static void show_json(const struct path *path, const char *name, const char *value)
{
    show_text(path, name, strcmp(value, "{}") == 0 ? NULL : value);
}

/* One field of `o`, an object of `type`, by its name. */
#define TEXT(type, field) show_text(path, #field, type##_##field(o))
#define TIME(type, field) show_time(path, #field, type##_##field(o))
#define FLAG(type, field) show_flag(path, #field, type##_##field(o))
#define JSON(type, field) show_json(path, #field, type##_##field##_json(o))
#define NUMBER(type, field)                                     \
    do {                                                        \
        int64_t value = 0;                                      \
        const bool present = type##_##field(o, &value);         \
        show_number(path, #field, present, value);              \
    } while (0)
#define INSIDE(type, field, show)                               \
    do {                                                        \
        const struct path inner = join(path, #field);           \
        if (type##_##field(o) != NULL) {                        \
            show(&inner, type##_##field(o));                    \
        }                                                       \
    } while (0)
#define EACH(type, field, show)                                 \
    for (size_t i = 0; i < type##_##field##_len(o); i++) {      \
        const struct path whole = join(path, #field);           \
        const struct path inner = element(&whole, i);           \
        show(&inner, type##_##field##_at(o, i));                \
    }

static void show_common_job(const struct path *path, const struct bkj_job *o)
{
    show_text(path, "system", bkj_system_name(bkj_job_system(o)));
    TEXT(bkj_job, id);
    TEXT(bkj_job, name);
    FLAG(bkj_job, enabled);
    TEXT(bkj_job, raw_status);
    NUMBER(bkj_job, last_run);
    NUMBER(bkj_job, next_run);
}

static void show_run(const struct path *path, const struct bkj_run *o)
{
    show_text(path, "system", bkj_system_name(bkj_run_system(o)));
    TEXT(bkj_run, job_id);
    TEXT(bkj_run, id);
    show_text(path, "phase", bkj_phase_name(bkj_run_phase(o)));
    show_text(path, "outcome", bkj_outcome_name(bkj_run_outcome(o)));
    TEXT(bkj_run, raw_status);
    NUMBER(bkj_run, started);
    NUMBER(bkj_run, ended);
    NUMBER(bkj_run, percent);
    NUMBER(bkj_run, objects);
    NUMBER(bkj_run, bytes);
    TEXT(bkj_run, message);
}

static void show_window(const struct path *path, const struct bkj_veeam_backup_window *o)
{
    const size_t length = bkj_veeam_backup_window_backup_window_len(o);
    char *hours = malloc(length + 1);
    if (hours == NULL) {
        abort();
    }
    for (size_t i = 0; i < length; i++) {
        hours[i] = bkj_veeam_backup_window_backup_window_at(o, i) ? '1' : '0';
    }
    hours[length] = '\0';
    show_text(path, "backup_window", length > 0 ? hours : NULL);
    free(hours);
    NUMBER(bkj_veeam_backup_window, minute_offset);
    JSON(bkj_veeam_backup_window, extra);
}

static void show_job_schedule(const struct path *path, const struct bkj_veeam_job_schedule *o)
{
    TEXT(bkj_veeam_job_schedule, kind);
    FLAG(bkj_veeam_job_schedule, schedule_enabled);
    TEXT(bkj_veeam_job_schedule, daily_type);
    TEXT(bkj_veeam_job_schedule, daily_time);
    TEXT(bkj_veeam_job_schedule, periodically_every);
    NUMBER(bkj_veeam_job_schedule, periodically_offset_minutes);
    INSIDE(bkj_veeam_job_schedule, periodically_window_settings, show_window);
    FLAG(bkj_veeam_job_schedule, backup_window_enabled);
    INSIDE(bkj_veeam_job_schedule, backup_window_settings, show_window);
    FLAG(bkj_veeam_job_schedule, retry_enabled);
    NUMBER(bkj_veeam_job_schedule, retry_number);
    NUMBER(bkj_veeam_job_schedule, retry_wait_interval);
    JSON(bkj_veeam_job_schedule, extra);
}

static void show_veeam_job(const struct path *path, const struct bkj_veeam_job *o)
{
    TEXT(bkj_veeam_job, id);
    TEXT(bkj_veeam_job, name);
    TEXT(bkj_veeam_job, description);
    TEXT(bkj_veeam_job, repository_id);
    TEXT(bkj_veeam_job, backup_type);
    INSIDE(bkj_veeam_job, schedule_policy, show_job_schedule);
    TIME(bkj_veeam_job, last_run);
    TIME(bkj_veeam_job, next_run);
    FLAG(bkj_veeam_job, is_enabled);
    TEXT(bkj_veeam_job, last_status);
    FLAG(bkj_veeam_job, is_run);
    JSON(bkj_veeam_job, links);
    JSON(bkj_veeam_job, extra);
}

static void show_copy_schedule(const struct path *path, const struct bkj_veeam_copy_schedule *o)
{
    TEXT(bkj_veeam_copy_schedule, kind);
    TEXT(bkj_veeam_copy_schedule, daily_type);
    TEXT(bkj_veeam_copy_schedule, daily_time);
    TEXT(bkj_veeam_copy_schedule, periodically_every);
    FLAG(bkj_veeam_copy_schedule, backup_copy_window_enabled);
    INSIDE(bkj_veeam_copy_schedule, backup_copy_window_settings, show_window);
    JSON(bkj_veeam_copy_schedule, extra);
}

static void show_copy_job(const struct path *path, const struct bkj_veeam_copy_job *o)
{
    TEXT(bkj_veeam_copy_job, id);
    TEXT(bkj_veeam_copy_job, name);
    TEXT(bkj_veeam_copy_job, backup_job_id);
    TEXT(bkj_veeam_copy_job, repository_id);
    INSIDE(bkj_veeam_copy_job, schedule_policy, show_copy_schedule);
    FLAG(bkj_veeam_copy_job, is_enabled);
    TIME(bkj_veeam_copy_job, last_run);
    TIME(bkj_veeam_copy_job, next_run);
    TEXT(bkj_veeam_copy_job, last_status);
    JSON(bkj_veeam_copy_job, links);
    JSON(bkj_veeam_copy_job, extra);
}

static void show_statistics(const struct path *path, const struct bkj_veeam_statistics *o)
{
    NUMBER(bkj_veeam_statistics, processing_rate_bytes);
    NUMBER(bkj_veeam_statistics, processing_rate_items);
    NUMBER(bkj_veeam_statistics, read_rate_bytes);
    NUMBER(bkj_veeam_statistics, write_rate_bytes);
    NUMBER(bkj_veeam_statistics, transferred_data_bytes);
    NUMBER(bkj_veeam_statistics, processed_objects);
    TEXT(bkj_veeam_statistics, processing_rate);
    TEXT(bkj_veeam_statistics, read_rate);
    TEXT(bkj_veeam_statistics, write_rate);
    TEXT(bkj_veeam_statistics, transferred_data);
    TEXT(bkj_veeam_statistics, bottleneck);
    JSON(bkj_veeam_statistics, extra);
}

static void show_job_session(const struct path *path, const struct bkj_veeam_job_session *o)
{
    TEXT(bkj_veeam_job_session, id);
    TEXT(bkj_veeam_job_session, details);
    TIME(bkj_veeam_job_session, creation_time);
    TIME(bkj_veeam_job_session, end_time);
    NUMBER(bkj_veeam_job_session, retry_count);
    NUMBER(bkj_veeam_job_session, progress);
    TEXT(bkj_veeam_job_session, status);
    INSIDE(bkj_veeam_job_session, statistics, show_statistics);
    JSON(bkj_veeam_job_session, links);
    JSON(bkj_veeam_job_session, extra);
}

static void show_restore_session(const struct path *path, const struct bkj_veeam_restore_session *o)
{
    TEXT(bkj_veeam_restore_session, id);
    TEXT(bkj_veeam_restore_session, name);
    TEXT(bkj_veeam_restore_session, organization);
    TEXT(bkj_veeam_restore_session, explorer);
    TIME(bkj_veeam_restore_session, creation_time);
    TIME(bkj_veeam_restore_session, end_time);
    TEXT(bkj_veeam_restore_session, state);
    TEXT(bkj_veeam_restore_session, result);
    TEXT(bkj_veeam_restore_session, initiated_by);
    TEXT(bkj_veeam_restore_session, details);
    TEXT(bkj_veeam_restore_session, scope_name);
    TEXT(bkj_veeam_restore_session, client_host);
    TEXT(bkj_veeam_restore_session, reason);
    JSON(bkj_veeam_restore_session, links);
    JSON(bkj_veeam_restore_session, extra);
}

static void show_organization(const struct path *path, const struct bkj_veeam_organization *o)
{
    TEXT(bkj_veeam_organization, id);
    TEXT(bkj_veeam_organization, name);
    TEXT(bkj_veeam_organization, office_name);
    TEXT(bkj_veeam_organization, kind);
    TEXT(bkj_veeam_organization, region);
    FLAG(bkj_veeam_organization, is_exchange_online);
    FLAG(bkj_veeam_organization, is_share_point_online);
    FLAG(bkj_veeam_organization, is_teams_online);
    FLAG(bkj_veeam_organization, is_backedup);
    TIME(bkj_veeam_organization, first_backuptime);
    TIME(bkj_veeam_organization, last_backuptime);
    JSON(bkj_veeam_organization, links);
    JSON(bkj_veeam_organization, extra);
}

static void show_repository(const struct path *path, const struct bkj_veeam_repository *o)
{
    TEXT(bkj_veeam_repository, id);
    TEXT(bkj_veeam_repository, name);
    TEXT(bkj_veeam_repository, description);
    TEXT(bkj_veeam_repository, proxy_id);
    TEXT(bkj_veeam_repository, path);
    TEXT(bkj_veeam_repository, object_storage_id);
    FLAG(bkj_veeam_repository, is_long_term);
    NUMBER(bkj_veeam_repository, capacity_bytes);
    NUMBER(bkj_veeam_repository, free_space_bytes);
    TEXT(bkj_veeam_repository, retention_type);
    FLAG(bkj_veeam_repository, is_out_of_sync);
    JSON(bkj_veeam_repository, links);
    JSON(bkj_veeam_repository, extra);
}

static void show_target_site(const struct path *path, const struct bkj_teradata_target_site *o)
{
    TEXT(bkj_teradata_target_site, target_site_id);
    NUMBER(bkj_teradata_target_site, target_retention_copies_count);
    TEXT(bkj_teradata_target_site, target_retention_source);
    JSON(bkj_teradata_target_site, extra);
}

static void show_last_execution(const struct path *path, const struct bkj_teradata_last_execution *o)
{
    TEXT(bkj_teradata_last_execution, status);
    TIME(bkj_teradata_last_execution, start_time);
    TIME(bkj_teradata_last_execution, end_time);
    NUMBER(bkj_teradata_last_execution, backup_set_size);
    TEXT(bkj_teradata_last_execution, backup_job_id);
    TEXT(bkj_teradata_last_execution, backup_job_execution_id);
    TEXT(bkj_teradata_last_execution, restore_execution_id);
    JSON(bkj_teradata_last_execution, extra);
}

static void show_excluded(const struct path *path, const struct bkj_teradata_excluded_object *o)
{
    TEXT(bkj_teradata_excluded_object, object_name);
    TEXT(bkj_teradata_excluded_object, object_type);
    JSON(bkj_teradata_excluded_object, extra);
}

static void show_selection(const struct path *path, const struct bkj_teradata_object_selection *o)
{
    TEXT(bkj_teradata_object_selection, object_name);
    TEXT(bkj_teradata_object_selection, object_type);
    TEXT(bkj_teradata_object_selection, parent_name);
    TEXT(bkj_teradata_object_selection, parent_type);
    FLAG(bkj_teradata_object_selection, include_all);
    TEXT(bkj_teradata_object_selection, rename_to);
    EACH(bkj_teradata_object_selection, exclude_objects, show_excluded);
    JSON(bkj_teradata_object_selection, extra);
}

static void show_settings(const struct path *path, const struct bkj_teradata_job_settings *o)
{
    FLAG(bkj_teradata_job_settings, online);
    EACH(bkj_teradata_job_settings, objects, show_selection);
    FLAG(bkj_teradata_job_settings, continue_job_on_access_right_violation);
    FLAG(bkj_teradata_job_settings, run_as_a_copy_job);
    TEXT(bkj_teradata_job_settings, restore_to_a_different_database_on_target_site);
    FLAG(bkj_teradata_job_settings, skip_statstics);
    TEXT(bkj_teradata_job_settings, retained_copy);
    JSON(bkj_teradata_job_settings, extra);
}

static void show_teradata_job(const struct path *path, const struct bkj_teradata_job *o)
{
    TEXT(bkj_teradata_job, job_id);
    TEXT(bkj_teradata_job, site_id);
    TEXT(bkj_teradata_job, name);
    TEXT(bkj_teradata_job, description);
    TEXT(bkj_teradata_job, job_type);
    TEXT(bkj_teradata_job, backup_type);
    TEXT(bkj_teradata_job, backup_mechanism);
    FLAG(bkj_teradata_job, is_active);
    FLAG(bkj_teradata_job, is_auto_abort_active);
    NUMBER(bkj_teradata_job, auto_abort_in_minutes);
    NUMBER(bkj_teradata_job, priority);
    NUMBER(bkj_teradata_job, no_of_retention_copies);
    TIME(bkj_teradata_job, next_run_time);
    TEXT(bkj_teradata_job, site_target_type);
    INSIDE(bkj_teradata_job, target_site_details, show_target_site);
    INSIDE(bkj_teradata_job, last_execution_details, show_last_execution);
    INSIDE(bkj_teradata_job, job_settings, show_settings);
    JSON(bkj_teradata_job, extra);
}

static void show_execution(const struct path *path, const struct bkj_teradata_execution *o)
{
    TEXT(bkj_teradata_execution, site_id);
    TEXT(bkj_teradata_execution, target_site);
    TEXT(bkj_teradata_execution, job_id);
    TEXT(bkj_teradata_execution, job_name);
    TEXT(bkj_teradata_execution, backup_mechanism);
    TEXT(bkj_teradata_execution, job_type);
    TEXT(bkj_teradata_execution, execution_id);
    TEXT(bkj_teradata_execution, execution_name);
    TIME(bkj_teradata_execution, start_time);
    TIME(bkj_teradata_execution, end_time);
    NUMBER(bkj_teradata_execution, backup_set_size);
    TEXT(bkj_teradata_execution, server_execution_id);
    TEXT(bkj_teradata_execution, parent_execution_id);
    TEXT(bkj_teradata_execution, status);
    TEXT(bkj_teradata_execution, saveset_replication_status);
    FLAG(bkj_teradata_execution, is_saveset_retained);
    FLAG(bkj_teradata_execution, is_saveset_deleted);
    NUMBER(bkj_teradata_execution, saveset_id);
    TEXT(bkj_teradata_execution, run_type);
    TEXT(bkj_teradata_execution, site_type);
    TEXT(bkj_teradata_execution, status_detail);
    JSON(bkj_teradata_execution, extra);
}

static void show_arg(const struct path *path, const char *arg)
{
    line(path->text, arg);
}

static void show_message(const struct path *path, const struct bkj_vcenter_localizable_message *o)
{
    TEXT(bkj_vcenter_localizable_message, id);
    TEXT(bkj_vcenter_localizable_message, default_message);
    EACH(bkj_vcenter_localizable_message, args, show_arg);
    JSON(bkj_vcenter_localizable_message, extra);
}

static void show_backup_status(const struct path *path, const struct bkj_vcenter_backup_job_status *o)
{
    TEXT(bkj_vcenter_backup_job_status, id);
    TEXT(bkj_vcenter_backup_job_status, state);
    EACH(bkj_vcenter_backup_job_status, messages, show_message);
    NUMBER(bkj_vcenter_backup_job_status, progress);
    TIME(bkj_vcenter_backup_job_status, start_time);
    TIME(bkj_vcenter_backup_job_status, end_time);
    JSON(bkj_vcenter_backup_job_status, extra);
}

static void show_result(const struct path *path, const struct bkj_vcenter_return_result *o)
{
    TEXT(bkj_vcenter_return_result, status);
    EACH(bkj_vcenter_return_result, messages, show_message);
    JSON(bkj_vcenter_return_result, extra);
}

static void show_session(const struct path *path, const struct bkj_vcenter_session_info *o)
{
    TEXT(bkj_vcenter_session_info, user);
    TIME(bkj_vcenter_session_info, created_time);
    TIME(bkj_vcenter_session_info, last_accessed_time);
    JSON(bkj_vcenter_session_info, extra);
}

static void show_error(const struct bkj_error *o)
{
    const struct path error = {"error"};
    const struct path *path = &error;
    int64_t status = 0;
    show_text(path, "operation", bkj_error_operation(o)[0] != '\0' ? bkj_error_operation(o) : NULL);
    TEXT(bkj_error, message);
    TEXT(bkj_error, remedy);
    const bool answered = bkj_error_http_status(o, &status);
    show_number(path, "http_status", answered, status);
    TEXT(bkj_error, vendor_code);
    TEXT(bkj_error, vendor_message);
    show_flag(path, "retryable", bkj_error_is_retryable(o));
    FLAG(bkj_error, may_have_taken_effect);
    TEXT(bkj_error, line);
}

/* ---- commands --------------------------------------------------------------------------------------------------- */

/* What a command answers when it makes no sense to the driver, or when no command has that name. */
#define NO_SENSE INT32_MIN

/* Prints an object that a call has written to `found`, remembers its id, and frees it. */
#define ONE(type, show, id)                                     \
    do {                                                        \
        if (status == BKJ_OK && found != NULL) {                \
            show(&top, found);                                  \
            remember_id(type##_##id(found));                    \
        }                                                       \
        type##_free(found);                                     \
        return status;                                          \
    } while (0)

/* Prints a list that a call has written to `list`, and frees it. */
#define LIST(type, show)                                        \
    do {                                                        \
        for (size_t i = 0; i < type##_len(list); i++) {         \
            const struct path inner = element(&top, i);         \
            show(&inner, type##_at(list, i));                   \
        }                                                       \
        type##_free(list);                                      \
        return status;                                          \
    } while (0)

#define IS(name) (strcmp(verb, name) == 0)

static bkj_status options_of(struct command *command, struct bkj_client_options **out)
{
    struct bkj_client_options *options = bkj_client_options_new();
    bkj_status status = BKJ_OK;
    *out = options;
    if (get(command, "ca_file") != NULL) {
        status = bkj_client_options_set_trust_ca_file(options, get(command, "ca_file"), &err);
    } else if (get(command, "pin") != NULL) {
        status = bkj_client_options_set_trust_pin(options, get(command, "pin"), &err);
    } else if (flag(command, "insecure") == 1) {
        status = bkj_client_options_set_trust_insecure(options, &err);
    }
    if (status == BKJ_OK && get(command, "connect_timeout_ms") != NULL) {
        const uint64_t ms = number(command, "connect_timeout_ms", 0);
        status = bkj_client_options_set_connect_timeout_ms(options, ms, &err);
    }
    if (status == BKJ_OK && get(command, "request_timeout_ms") != NULL) {
        const uint64_t ms = number(command, "request_timeout_ms", 0);
        status = bkj_client_options_set_request_timeout_ms(options, ms, &err);
    }
    if (status == BKJ_OK && get(command, "retry_attempts") != NULL) {
        const uint64_t attempts = number(command, "retry_attempts", 0);
        status = bkj_client_options_set_retry_attempts(options, (uint32_t)attempts, &err);
    }
    return status;
}

/* The backup request that the plan.... pairs describe. */
static bkj_status plan_of(struct command *command, struct bkj_vcenter_backup_request **out)
{
    struct bkj_vcenter_backup_request *plan = NULL;
    const char *type = get(command, "plan.location_type");
    const char *location = get(command, "plan.location");
    bkj_status status = bkj_vcenter_backup_request_new(type != NULL ? type : "", location != NULL ? location : "", &plan, &err);
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_location_user(plan, get(command, "plan.location_user"), &err);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_location_password(plan, get(command, "plan.location_password"), &err);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_backup_password(plan, get(command, "plan.backup_password"), &err);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_comment(plan, get(command, "plan.comment"), &err);
    }
    if (status == BKJ_OK && get(command, "plan.parts") != NULL && get(command, "plan.parts")[0] != '\0') {
        const char *parts[32];
        size_t count = 0;
        char *text = copy(get(command, "plan.parts"));
        for (char *part = text; part != NULL && count < 32;) {
            char *comma = strchr(part, ',');
            if (comma != NULL) {
                *comma = '\0';
            }
            parts[count++] = part;
            part = comma != NULL ? comma + 1 : NULL;
        }
        status = bkj_vcenter_backup_request_set_parts(plan, parts, count, &err);
        free(text);
    }
    *out = plan;
    return status;
}

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

static void use_server(struct bkj_server *opened)
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
    bkj_status status = bkj_veeam_new(url, dialect, user, password, options, &client, &err);
    if (status == BKJ_OK) {
        status = bkj_veeam_server(client, &opened, &err);
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

static bkj_status open_teradata(struct command *command, const struct bkj_client_options *options)
{
    const char *url = need(command, "url"), *site = need(command, "site_id");
    const char *file = get(command, "token_file");
    const char *token = file != NULL ? NULL : need(command, "token");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_teradata *client = NULL;
    struct bkj_server *opened = NULL;
    bkj_status status = file != NULL
        ? bkj_teradata_new_with_callback(url, site, token_from_file, copy(file), free, options, &client, &err)
        : bkj_teradata_new(url, site, token, options, &client, &err);
    if (status == BKJ_OK) {
        status = bkj_teradata_server(client, &opened, &err);
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

static bkj_status open_vcenter(struct command *command, const struct bkj_client_options *options)
{
    const char *url = need(command, "url"), *user = need(command, "username"), *password = need(command, "password");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_vcenter *client = NULL;
    struct bkj_server *opened = NULL;
    struct bkj_vcenter_backup_request *plan = NULL;
    bkj_status status = bkj_vcenter_new(url, user, password, options, &client, &err);
    if (status == BKJ_OK && get(command, "plan.location") != NULL) {
        status = plan_of(command, &plan);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_server(client, plan, &opened, &err);
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

static bkj_status open_command(struct command *command, const char *verb)
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

static bkj_status explore(struct command *command)
{
    const char *id = id_of(command, "id");
    const char *datetime = need(command, "datetime"), *explorer = need(command, "explorer");
    const int32_t deleted = flag(command, "show_deleted"), all = flag(command, "show_all_versions");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_explore_options *options = NULL;
    struct bkj_veeam_restore_session *found = NULL;
    bkj_status status = bkj_veeam_explore_options_new(datetime, explorer, &options, &err);
    if (status == BKJ_OK) {
        status = bkj_veeam_explore_options_set_show_deleted(options, deleted, &err);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_explore_options_set_show_all_versions(options, all, &err);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_explore_job(veeam, id, options, &found, &err);
    }
    bkj_veeam_explore_options_free(options);
    ONE(bkj_veeam_restore_session, show_restore_session, id);
}

static bkj_status bind_to_window(struct command *command, struct bkj_veeam_copy_schedule *schedule)
{
    const char *window = get(command, "window");
    if (window == NULL) {
        return BKJ_OK;
    }
    const size_t length = strlen(window);
    uint8_t *hours = malloc(length + 1);
    if (hours == NULL) {
        abort();
    }
    for (size_t i = 0; i < length; i++) {
        hours[i] = window[i] == '1';
    }
    const char *offset = get(command, "minute_offset");
    const int64_t minutes = offset != NULL ? strtoll(offset, NULL, 10) : 0;
    struct bkj_veeam_backup_window *bound = NULL;
    bkj_status status = bkj_veeam_backup_window_new(hours, length, minutes, &bound, &err);
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_within(schedule, bound, &err);
    }
    bkj_veeam_backup_window_free(bound);
    free(hours);
    return status;
}

static bkj_status create_copy_job(struct command *command)
{
    const char *job = id_of(command, "backup_job_id"), *repository = id_of(command, "repository_id");
    const bool enabled = flag(command, "is_enabled") != 0;
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_copy_schedule *schedule = bkj_veeam_copy_schedule_new();
    struct bkj_veeam_create_copy_job *spec = NULL;
    struct bkj_veeam_copy_job *found = NULL;
    bkj_status status = bkj_veeam_copy_schedule_set_kind(schedule, get(command, "type"), &err);
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_set_daily_type(schedule, get(command, "daily_type"), &err);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_set_daily_time(schedule, get(command, "daily_time"), &err);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_set_periodically_every(schedule, get(command, "periodically_every"), &err);
    }
    if (status == BKJ_OK) {
        status = bind_to_window(command, schedule);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_create_copy_job_new(job, repository, schedule, &spec, &err);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_create_copy_job_set_is_enabled(spec, enabled, &err);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_create_copy_job(veeam, spec, &found, &err);
    }
    bkj_veeam_create_copy_job_free(spec);
    bkj_veeam_copy_schedule_free(schedule);
    ONE(bkj_veeam_copy_job, show_copy_job, id);
}

/* Calls that get one object by its id. */
#define GET(type, show, call)                                   \
    do {                                                        \
        struct type *found = NULL;                              \
        const char *id = id_of(command, "id");                  \
        if (id == NULL) {                                       \
            return NO_SENSE;                                    \
        }                                                       \
        const bkj_status status = call(client, id, &found, &err); \
        ONE(type, show, id);                                    \
    } while (0)

/* Calls that list all there is. */
#define ALL(type, show, call)                                   \
    do {                                                        \
        struct type *list = NULL;                               \
        const bkj_status status = call(client, &list, &err);    \
        LIST(type, show);                                       \
    } while (0)

static bkj_status veeam_command(struct command *command, const char *verb)
{
    const struct bkj_veeam *client = veeam;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_veeam_login(client, &err);
    } else if (IS("jobs")) {
        ALL(bkj_veeam_job_list, show_veeam_job, bkj_veeam_jobs);
    } else if (IS("job")) {
        GET(bkj_veeam_job, show_veeam_job, bkj_veeam_job);
    } else if (IS("job_session")) {
        GET(bkj_veeam_job_session, show_job_session, bkj_veeam_job_session);
    } else if (IS("organizations")) {
        ALL(bkj_veeam_organization_list, show_organization, bkj_veeam_organizations);
    } else if (IS("organization")) {
        GET(bkj_veeam_organization, show_organization, bkj_veeam_organization);
    } else if (IS("repositories")) {
        ALL(bkj_veeam_repository_list, show_repository, bkj_veeam_repositories);
    } else if (IS("repository")) {
        GET(bkj_veeam_repository, show_repository, bkj_veeam_repository);
    } else if (IS("copy_jobs")) {
        ALL(bkj_veeam_copy_job_list, show_copy_job, bkj_veeam_copy_jobs);
    } else if (IS("copy_job")) {
        GET(bkj_veeam_copy_job, show_copy_job, bkj_veeam_copy_job);
    } else if (IS("create_copy_job")) {
        return create_copy_job(command);
    } else if (IS("explore_job")) {
        return explore(command);
    } else if (IS("job_sessions") || IS("all_job_sessions")) {
        struct bkj_veeam_job_session_list *list = NULL;
        const char *job = IS("job_sessions") ? id_of(command, "job_id") : NULL;
        const size_t limit = (size_t)number(command, "limit", 0);
        if (command->trouble != NULL) {
            return NO_SENSE;
        }
        const bkj_status status = job != NULL ? bkj_veeam_job_sessions(client, job, limit, &list, &err)
                                              : bkj_veeam_all_job_sessions(client, limit, &list, &err);
        LIST(bkj_veeam_job_session_list, show_job_session);
    }
    const bool action = IS("start_job") || IS("stop_job") || IS("enable_job") || IS("disable_job");
    const char *id = action ? id_of(command, "id") : NULL;
    const int32_t full = flag(command, "full");
    if (id == NULL || command->trouble != NULL) {
        return NO_SENSE;
    }
    return IS("start_job") ? bkj_veeam_start_job(client, id, full, &err)
        : IS("stop_job") ? bkj_veeam_stop_job(client, id, &err)
        : IS("enable_job") ? bkj_veeam_enable_job(client, id, &err) : bkj_veeam_disable_job(client, id, &err);
}

static bkj_status teradata_jobs(struct command *command)
{
    struct bkj_teradata_job_list *list = NULL;
    struct bkj_teradata_job_query *query = bkj_teradata_job_query_new();
    bkj_status status = bkj_teradata_job_query_set_is_active(query, flag(command, "is_active"), &err);
    if (status == BKJ_OK) {
        status = bkj_teradata_job_query_set_job_type(query, get(command, "job_type"), &err);
    }
    if (status == BKJ_OK && get(command, "page") != NULL) {
        status = bkj_teradata_job_query_set_page(query, (int64_t)number(command, "page", 0), &err);
    }
    if (status == BKJ_OK) {
        status = bkj_teradata_job_query_set_page_size(query, (uint32_t)number(command, "page_size", 0), &err);
    }
    if (status == BKJ_OK) {
        status = command->trouble != NULL ? NO_SENSE : bkj_teradata_jobs(teradata, query, &list, &err);
    }
    bkj_teradata_job_query_free(query);
    LIST(bkj_teradata_job_list, show_teradata_job);
}

static bkj_status teradata_command(struct command *command, const char *verb)
{
    const struct bkj_teradata *client = teradata;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_teradata_login(client, &err);
    } else if (IS("jobs")) {
        return teradata_jobs(command);
    } else if (IS("job")) {
        struct bkj_teradata_job *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_teradata_job(client, id, &found, &err) : NO_SENSE;
        ONE(bkj_teradata_job, show_teradata_job, job_id);
    } else if (IS("execute")) {
        struct bkj_string *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status =
            id != NULL ? bkj_teradata_execute(client, id, get(command, "run_type"), &found, &err) : NO_SENSE;
        if (status == BKJ_OK) {
            line("execution_id", bkj_string_value(found));
            remember_id(bkj_string_value(found));
        }
        bkj_string_free(found);
        return status;
    } else if (IS("site_executions")) {
        ALL(bkj_teradata_execution_list, show_execution, bkj_teradata_site_executions);
    } else if (IS("job_executions")) {
        struct bkj_teradata_execution_list *list = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_teradata_job_executions(client, id, &list, &err) : NO_SENSE;
        LIST(bkj_teradata_execution_list, show_execution);
    }
    return NO_SENSE;
}

static bkj_status vcenter_command(struct command *command, const char *verb)
{
    const struct bkj_vcenter *client = vcenter;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_vcenter_login(client, &err);
    } else if (IS("session")) {
        struct bkj_vcenter_session_info *found = NULL;
        const bkj_status status = bkj_vcenter_session(client, &found, &err);
        if (status == BKJ_OK) {
            show_session(&top, found);
        }
        bkj_vcenter_session_info_free(found);
        return status;
    } else if (IS("create_backup_job")) {
        struct bkj_vcenter_backup_job_status *found = NULL;
        struct bkj_vcenter_backup_request *plan = NULL;
        bkj_status status = plan_of(command, &plan);
        if (status == BKJ_OK) {
            status = bkj_vcenter_create_backup_job(client, plan, &found, &err);
        }
        bkj_vcenter_backup_request_free(plan);
        ONE(bkj_vcenter_backup_job_status, show_backup_status, id);
    } else if (IS("backup_jobs")) {
        ALL(bkj_string_list, show_arg, bkj_vcenter_backup_jobs);
    } else if (IS("backup_job")) {
        GET(bkj_vcenter_backup_job_status, show_backup_status, bkj_vcenter_backup_job);
    } else if (IS("cancel_backup_job")) {
        struct bkj_vcenter_return_result *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_vcenter_cancel_backup_job(client, id, &found, &err) : NO_SENSE;
        if (status == BKJ_OK) {
            show_result(&top, found);
        }
        bkj_vcenter_return_result_free(found);
        return status;
    }
    return NO_SENSE;
}

static bkj_status found_run(bkj_status status, struct bkj_run *run)
{
    if (status == BKJ_OK) {
        show_run(&top, run);
        remember_run(run);
    }
    bkj_run_free(run);
    return status;
}

static bkj_status start(struct command *command, const char *job)
{
    struct bkj_start_options *options = bkj_start_options_new();
    struct bkj_started *started = NULL;
    const char *if_running = get(command, "if_running");
    bkj_status status = bkj_start_options_set_full(options, flag(command, "full"), &err);
    if (status == BKJ_OK && if_running != NULL) {
        const int32_t code = bkj_if_running_from_name(if_running);
        status = code == BKJ_ABSENT ? NO_SENSE : bkj_start_options_set_if_running(options, code, &err);
    }
    if (status == BKJ_OK && get(command, "settle_ms") != NULL) {
        status = bkj_start_options_set_settle_ms(options, number(command, "settle_ms", 0), &err);
    }
    if (status == BKJ_OK && get(command, "look_every_ms") != NULL) {
        status = bkj_start_options_set_look_every_ms(options, number(command, "look_every_ms", 0), &err);
    }
    if (status == BKJ_OK) {
        status = command->trouble != NULL ? NO_SENSE : bkj_server_start(server, job, options, &started, &err);
    }
    if (status == BKJ_OK) {
        show_run(&top, bkj_started_run(started));
        remember_run(bkj_started_run(started));
        line("origin", bkj_origin_name(bkj_started_origin(started)));
    }
    bkj_started_free(started);
    bkj_start_options_free(options);
    return status;
}

struct listener {
    bool shown;
    uint64_t calls;
    uint64_t last;
};

static int32_t on_progress(void *userdata, const struct bkj_progress *progress)
{
    struct listener *listener = userdata;
    const struct bkj_run *o = bkj_progress_run(progress);
    if (listener->shown) {
        struct path here;
        const struct path *path = &here;
        snprintf(here.text, sizeof here.text, "progress[%" PRIu64 "]", listener->calls);
        if (o != NULL) {
            show_text(path, "phase", bkj_phase_name(bkj_run_phase(o)));
            TEXT(bkj_run, raw_status);
            NUMBER(bkj_run, percent);
            NUMBER(bkj_run, objects);
        }
        show_text(path, "trouble", bkj_progress_trouble(progress));
    }
    listener->calls++;
    return listener->last != 0 && listener->calls >= listener->last;
}

static bkj_status wait_for(struct command *command, const char *job)
{
    const char *run = id_of(command, "run");
    struct bkj_wait_options *options = bkj_wait_options_new();
    struct bkj_run *ended = NULL;
    struct listener listener = {flag(command, "progress") == 1, 0, number(command, "cancel_after_polls", 0)};
    bkj_status status = BKJ_OK;
    if (get(command, "deadline_ms") != NULL) {
        status = bkj_wait_options_set_deadline_ms(options, number(command, "deadline_ms", 0), &err);
    }
    if (status == BKJ_OK && get(command, "poll_min_ms") != NULL) {
        status = bkj_wait_options_set_poll_min_ms(options, number(command, "poll_min_ms", 0), &err);
    }
    if (status == BKJ_OK && get(command, "poll_max_ms") != NULL) {
        status = bkj_wait_options_set_poll_max_ms(options, number(command, "poll_max_ms", 0), &err);
    }
    if (status == BKJ_OK && get(command, "unreachable_ms") != NULL) {
        status = bkj_wait_options_set_unreachable_ms(options, number(command, "unreachable_ms", 0), &err);
    }
    if (status == BKJ_OK) {
        status = command->trouble != NULL
            ? NO_SENSE
            : bkj_server_wait(server, job, run, options, on_progress, &listener, &ended, &err);
    }
    bkj_wait_options_free(options);
    return found_run(status, ended);
}

static bkj_status judge(struct command *command)
{
    struct bkj_policy *policy = bkj_policy_new();
    struct bkj_verdict *verdict = NULL;
    bkj_status status = bkj_policy_set_warnings_ok(policy, flag(command, "warnings_ok") == 1, &err);
    if (status == BKJ_OK) {
        status = last_run == NULL ? NO_SENSE : bkj_verdict_of(last_run, policy, &verdict, &err);
    }
    if (status == BKJ_OK) {
        line("level", bkj_level_name(bkj_verdict_level(verdict)));
        line("reason", bkj_verdict_reason(verdict));
    }
    bkj_verdict_free(verdict);
    bkj_policy_free(policy);
    return status;
}

static bkj_status server_command(struct command *command, const char *verb)
{
    const struct bkj_server *client = server;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("jobs")) {
        ALL(bkj_job_list, show_common_job, bkj_server_jobs);
    } else if (IS("verdict")) {
        return judge(command);
    } else if (IS("supports")) {
        const char *name = need(command, "verb");
        const int32_t code = name != NULL ? bkj_verb_from_name(name) : BKJ_ABSENT;
        if (code == BKJ_ABSENT) {
            return NO_SENSE;
        }
        line("supports", bkj_server_supports(client, code) ? "true" : "false");
        return BKJ_OK;
    }
    const char *job = need(command, "job");
    if (job == NULL) {
        return NO_SENSE;
    } else if (IS("job")) {
        struct bkj_job *found = NULL;
        const bkj_status status = bkj_server_job(client, job, &found, &err);
        if (status == BKJ_OK) {
            show_common_job(&top, found);
        }
        bkj_job_free(found);
        return status;
    } else if (IS("runs")) {
        struct bkj_run_list *list = NULL;
        const size_t limit = (size_t)number(command, "limit", 0);
        const bkj_status status =
            command->trouble != NULL ? NO_SENSE : bkj_server_runs(client, job, limit, &list, &err);
        LIST(bkj_run_list, show_run);
    } else if (IS("run")) {
        struct bkj_run *found = NULL;
        const char *run = id_of(command, "run");
        const bkj_status status = run != NULL ? bkj_server_run(client, job, run, &found, &err) : NO_SENSE;
        return found_run(status, found);
    } else if (IS("start")) {
        return start(command, job);
    } else if (IS("wait")) {
        return wait_for(command, job);
    } else if (IS("stop")) {
        return bkj_server_stop(client, job, &err);
    } else if (IS("enable")) {
        return bkj_server_enable(client, job, &err);
    } else if (IS("disable")) {
        return bkj_server_disable(client, job, &err);
    }
    return NO_SENSE;
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
        {"vcenter.", vcenter_command}, {"server.", server_command},
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
            show_error(err);
            printf("error\t%s\n", bkj_status_name(status));
        }
        bkj_error_free(err);
        err = NULL;
        fflush(stdout);
    }
    free(text);
    free(last_id);
    bkj_run_free(last_run);
    bkj_server_free(server);
    bkj_veeam_free(veeam);
    bkj_teradata_free(teradata);
    bkj_vcenter_free(vcenter);
    return 0;
}
