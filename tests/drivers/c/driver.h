/* What the files of the driver share. */
#ifndef DRIVER_H
#define DRIVER_H

#include "backupjobs.h"

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

void parse(struct command *command, char *line);
const char *get(const struct command *command, const char *key);
const char *need(struct command *command, const char *key);
/* A number, or `otherwise` when it is not given. */
uint64_t number(struct command *command, const char *key, uint64_t otherwise);
/* 1, 0, or BKJ_ABSENT when it is not given. */
int32_t flag(struct command *command, const char *key);

/* ---- what the commands so far have opened and found ------------------------------------------------------------- */

extern struct bkj_veeam *veeam;
extern struct bkj_teradata *teradata;
extern struct bkj_vcenter *vcenter;
extern struct bkj_server *server;
extern struct bkj_run *last_run;
/* Of the command under way. */
extern struct bkj_error *failure;

char *copy(const char *text);
/* The parts of a text between commas, in one piece of memory that begins with them; `count` says how many. */
const char **split(const char *text, size_t *count);
/* The same with another separator. */
const char **split_at(const char *text, char separator, size_t *count);
void remember_id(const char *id);
void remember_run(const struct bkj_run *run);
/* What an id in a command means: @id and @run stand for what was found before. */
const char *meant(struct command *command, const char *given);
const char *id_of(struct command *command, const char *key);

/* ---- printing --------------------------------------------------------------------------------------------------- */

/* A path inside an answer; "" at its top. */
struct path {
    char text[512];
};

extern const struct path top;
struct path join(const struct path *path, const char *name);
struct path element(const struct path *path, size_t index);

void line(const char *path, const char *value);
void show_text(const struct path *path, const char *name, const char *value);
void show_number(const struct path *path, const char *name, bool present, int64_t value);
void show_time(const struct path *path, const char *name, const char *value);
void show_flag(const struct path *path, const char *name, int32_t value);
void show_json(const struct path *path, const char *name, const char *value);
void show_arg(const struct path *path, const char *arg);
void show_error(const struct bkj_error *o);

void show_common_job(const struct path *path, const struct bkj_job *o);
void show_run(const struct path *path, const struct bkj_run *o);
void show_account_line(const struct path *path, const struct bkj_line *o);
void show_verdict(const struct path *path, const struct bkj_verdict *o);

void show_veeam_job(const struct path *path, const struct bkj_veeam_job *o);
void show_copy_job(const struct path *path, const struct bkj_veeam_copy_job *o);
void show_job_item(const struct path *path, const struct bkj_veeam_job_item *o);
void show_job_session(const struct path *path, const struct bkj_veeam_job_session *o);
void show_log_item(const struct path *path, const struct bkj_veeam_log_item *o);
void show_processed_object(const struct path *path, const struct bkj_veeam_processed_object *o);
void show_restore_session(const struct path *path, const struct bkj_veeam_restore_session *o);
void show_restore_session_event(const struct path *path, const struct bkj_veeam_restore_session_event *o);
void show_restore_session_statistics(const struct path *path, const struct bkj_veeam_restore_session_statistics *o);
void show_organization(const struct path *path, const struct bkj_veeam_organization *o);
void show_used_repository(const struct path *path, const struct bkj_veeam_used_repository *o);
void show_repository(const struct path *path, const struct bkj_veeam_repository *o);
void show_service_instance(const struct path *path, const struct bkj_veeam_service_instance *o);
void show_health(const struct path *path, const struct bkj_veeam_health *o);

void show_teradata_job(const struct path *path, const struct bkj_teradata_job *o);
void show_execution(const struct path *path, const struct bkj_teradata_execution *o);
void show_preparation(const struct path *path, const struct bkj_teradata_objects_preparation *o);
void show_backup_object(const struct path *path, const struct bkj_teradata_backup_object *o);
void show_permissions(const struct path *path, const struct bkj_teradata_restore_permissions *o);
void show_database(const struct path *path, const struct bkj_teradata_database *o);

void show_backup_status(const struct path *path, const struct bkj_vcenter_backup_job_status *o);
void show_result(const struct path *path, const struct bkj_vcenter_return_result *o);
void show_session(const struct path *path, const struct bkj_vcenter_session_info *o);
void show_message(const struct path *path, const struct bkj_vcenter_localizable_message *o);
void show_details(const struct path *path, const struct bkj_vcenter_backup_details *o);
void show_part(const struct path *path, const struct bkj_vcenter_part *o);
void show_schedule(const struct path *path, const struct bkj_vcenter_schedule *o);
void show_archive(const struct path *path, const struct bkj_vcenter_archive_summary *o);
void show_archive_info(const struct path *path, const struct bkj_vcenter_archive_info *o);
void show_metadata(const struct path *path, const struct bkj_vcenter_restore_metadata *o);

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

/* ---- commands --------------------------------------------------------------------------------------------------- */

/* What a command answers when it makes no sense to the driver, or when no command has that name. */
#define NO_SENSE INT32_MIN

#define IS(name) (strcmp(verb, name) == 0)

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

/* Prints the rows of the iterator that a call has written to `iter`, the first `take` of them or all, and frees it. */
#define SOME(type, show)                                        \
    do {                                                        \
        const uint64_t take = number(command, "take", UINT64_MAX); \
        for (uint64_t i = 0; status == BKJ_OK && i < take; i++) { \
            struct type *row = NULL;                            \
            status = type##_iter_next(iter, &row, &failure);    \
            if (row == NULL) {                                  \
                break;                                          \
            }                                                   \
            const struct path inner = element(&top, (size_t)i); \
            show(&inner, row);                                  \
            type##_free(row);                                   \
        }                                                       \
        type##_iter_free(iter);                                 \
        return status;                                          \
    } while (0)

/* Prints an object without an id that a call has written to `found`, and frees it. */
#define SHOW(type, show)                                        \
    do {                                                        \
        if (status == BKJ_OK) {                                 \
            show(&top, found);                                  \
        }                                                       \
        type##_free(found);                                     \
        return status;                                          \
    } while (0)

/* Calls that get one object by the id in a pair. */
#define GET_BY(type, show, call, key)                           \
    do {                                                        \
        struct type *found = NULL;                              \
        const char *given = id_of(command, key);                \
        if (given == NULL) {                                    \
            return NO_SENSE;                                    \
        }                                                       \
        const bkj_status status = call(client, given, &found, &failure); \
        ONE(type, show, id);                                    \
    } while (0)

#define GET(type, show, call) GET_BY(type, show, call, "id")

/* Calls that do something with what has an id. */
#define ACT(call)                                               \
    do {                                                        \
        const char *given = id_of(command, "id");               \
        return given != NULL ? call(client, given, &failure) : NO_SENSE; \
    } while (0)

/* Calls that list what belongs to something. */
#define ALL_OF(type, show, call, key)                           \
    do {                                                        \
        struct type *list = NULL;                               \
        const char *given = id_of(command, key);                \
        const bkj_status status = given != NULL ? call(veeam, given, &list, &failure) : NO_SENSE; \
        LIST(type, show);                                       \
    } while (0)

/* The same, one page at a time. */
#define EACH_OF(type, show, call, key)                          \
    do {                                                        \
        struct type##_iter *iter = NULL;                        \
        const char *given = id_of(command, key);                \
        bkj_status status = given != NULL ? call(veeam, given, &iter, &failure) : NO_SENSE; \
        SOME(type, show);                                       \
    } while (0)

/* Calls that list all there is. */
#define ALL(type, show, call)                                   \
    do {                                                        \
        struct type *list = NULL;                               \
        const bkj_status status = call(client, &list, &failure); \
        LIST(type, show);                                       \
    } while (0)

/* Calls that do something with what has an id. */
#define ACT(call)                                               \
    do {                                                        \
        const char *given = id_of(command, "id");               \
        return given != NULL ? call(client, given, &failure) : NO_SENSE; \
    } while (0)

/* One more step of making something, if all went well so far. */
#define SET(call)                                               \
    do {                                                        \
        if (status == BKJ_OK) {                                 \
            status = (call);                                    \
        }                                                       \
    } while (0)

/* Sets a field of `spec` to what the pair of its name says, if there is one. */
#define SET_TEXT(type, field)                                   \
    do {                                                        \
        if (get(command, #field) != NULL) {                     \
            SET(type##_set_##field(spec, get(command, #field), &failure)); \
        }                                                       \
    } while (0)
#define SET_FLAG(type, field) SET(type##_set_##field(spec, flag(command, #field), &failure))
#define SET_TEXTS(type, field)                                  \
    do {                                                        \
        if (get(command, #field) != NULL) {                     \
            size_t count = 0;                                   \
            const char **texts = split(get(command, #field), &count); \
            SET(type##_set_##field(spec, texts, count, &failure)); \
            free(texts);                                        \
        }                                                       \
    } while (0)

#define SET_ID(type, field)                                     \
    do {                                                        \
        if (get(command, #field) != NULL) {                     \
            SET(type##_set_##field(spec, id_of(command, #field), &failure)); \
        }                                                       \
    } while (0)
#define SET_TIME(type, field)                                   \
    do {                                                        \
        if (get(command, #field) != NULL) {                     \
            SET(type##_set_##field(spec, (int64_t)number(command, #field, 0), &failure)); \
        }                                                       \
    } while (0)
#define SET_ITEMS(type, field)                                  \
    do {                                                        \
        if (get(command, #field) != NULL) {                     \
            struct items items = {NULL, 0};                     \
            SET(items_of(get(command, #field), &items));        \
            SET(type##_set_##field(spec, (const struct bkj_veeam_job_item *const *)items.all, items.count, &failure)); \
            free_items(&items);                                 \
        }                                                       \
    } while (0)

bkj_status open_command(struct command *command, const char *verb);
bkj_status options_of(struct command *command, struct bkj_client_options **out);

/* Options that print what the log tells, where it happens. */
bkj_status log_to_stdout(struct bkj_client_options *options);
/* Counts the events from 0 again. */
void begin_log(void);
/* Nothing is printed any more. */
void end_log(void);
bkj_status trust_command(struct command *command, const char *verb);
void forget_certificate(void);

/* Not a command of this file. */
#define NOT_HERE (INT32_MIN + 1)

bkj_status open_teradata(struct command *command, const struct bkj_client_options *options);
/* From now on the server that is meant; it is the driver's to free. */
void use_server(struct bkj_server *opened);
bkj_status veeam_command(struct command *command, const char *verb);
bkj_status veeam_jobs(struct command *command, const char *verb);
bkj_status veeam_items(struct command *command, const char *verb);
bkj_status veeam_runs(struct command *command, const char *verb);
bkj_status veeam_copies(struct command *command, const char *verb);
bkj_status veeam_restores(struct command *command, const char *verb);
bkj_status veeam_places(struct command *command, const char *verb);

/* Items of a job, as a command writes them. */
struct items {
    struct bkj_veeam_job_item **all;
    size_t count;
};

bkj_status items_of(const char *given, struct items *items);
void free_items(struct items *items);
/* The schedule that the pairs describe; nothing is written when there is none. */
bkj_status copy_schedule_of(struct command *command, struct bkj_veeam_copy_schedule **out);
bkj_status job_schedule_of(struct command *command, struct bkj_veeam_job_schedule **out);

bkj_status teradata_command(struct command *command, const char *verb);
bkj_status teradata_restores(struct command *command, const char *verb);
bkj_status create_restore_of(struct command *command, const char *job, const char *execution);
/* Prints and remembers an id that a call has written to `id`, if there is one, and frees it. */
bkj_status found_id(bkj_status status, const char *what, struct bkj_string *id);
bkj_status vcenter_command(struct command *command, const char *verb);
bkj_status vcenter_schedules(struct command *command, const char *verb);
bkj_status vcenter_archives(struct command *command, const char *verb);
/* The backup request that the plan.… pairs describe. */
bkj_status plan_of(struct command *command, struct bkj_vcenter_backup_request **out);

bkj_status server_command(struct command *command, const char *verb);
/* Prints and remembers the run of a call that went well, and frees it. */
bkj_status found_run(bkj_status status, struct bkj_run *run);
bkj_status start_options(struct command *command, struct bkj_start_options **out);
/* Prints and remembers what a start gave, and frees it. */
bkj_status found_start(bkj_status status, struct bkj_started *started);
bkj_status wait_for(struct command *command, const char *job);
bkj_status wait_for_all(struct command *command);
bkj_status judge(struct command *command);
bkj_status check(struct command *command, const char *job);
bkj_status check_all(struct command *command);
bkj_status explain(struct command *command, const char *job);

bkj_status prepare(struct command *command, const char *job);
bkj_status carry_out(struct command *command);
bkj_status show_ticket(void);
bkj_status reload(struct command *command);
bkj_status ticket_command(struct command *command, const char *verb);
void forget_ticket(void);

#endif
