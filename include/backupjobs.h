/*
 * backupjobs: start, wait for and judge backup jobs on Veeam Backup for Microsoft 365, Teradata VantageCloud and the
 * VMware vCenter appliance. Start -> wait -> verdict, never started twice, never falsely green.
 *
 * Made from the library's source; do not edit. Link with -lbackupjobs. C++ has more comfort in backupjobs.hpp.
 *
 * After the rules come versions, errors, texts and times; then the model that all systems share, from runs and servers to
 * verdicts and checks; then logs, settings of clients, trust, secrets and cancelling; then Veeam, Teradata and vCenter. To
 * begin, read bkj_server_start(), bkj_server_wait() and bkj_verdict_of(), and the client of your system.
 *
 *     struct bkj_veeam *client = NULL;   struct bkj_server *server = NULL;   struct bkj_started *started = NULL;
 *     struct bkj_run *run = NULL;        struct bkj_error *err = NULL;
 *
 *     if (bkj_veeam_new(url, BKJ_VEEAM_DIALECT_V6, user, password, NULL, &client, &err) == BKJ_OK
 *         && bkj_veeam_server(client, &server, &err) == BKJ_OK
 *         && bkj_server_start(server, job, NULL, &started, &err) == BKJ_OK
 *         && bkj_server_wait(server, job, bkj_run_id(bkj_started_run(started)), NULL, NULL, NULL, &run, &err) == BKJ_OK)
 *         puts(bkj_run_raw_status(run));
 *     else
 *         fprintf(stderr, "%s\n", bkj_error_line(err));
 *
 *     bkj_error_free(err);  bkj_run_free(run);  bkj_started_free(started);  bkj_server_free(server);
 *     bkj_veeam_free(client);
 *
 * RULES. They hold for every function, so that a signature says all the rest.
 *
 * Beginning and end. Nothing has to be initialised or shut down: the library has no state besides the objects.
 *
 * Calls. A function that can fail returns a bkj_status: BKJ_OK, which is 0, or a positive BKJ_ERR_... number. Results
 *   come through `out`, and are written only on success: what was there before stays there on failure. Functions that
 *   cannot fail return their result.
 *
 * Errors. The last parameter of a function that can fail is `err`. It may be NULL; if it is not, an error object is
 *   written there on failure, and only then. It belongs to the caller, and is freed with bkj_error_free(). An older
 *   object in the same variable is not freed: free it first. There is no "last error" anywhere else.
 *
 * Ownership. What comes through `out`, and what a ..._new() or ..._clone() returns, belongs to the caller, and each is
 *   freed with the _free() of its own type. Everything else that is returned by pointer (const) is borrowed: it belongs
 *   to the object that it was got from, and lives as long as that. No function takes over an object that it is given;
 *   what the library needs longer, it copies. Objects may be freed in any order: a server outlives its client.
 *
 * NULL. X_free(NULL) does nothing. An accessor asked about a NULL object returns what stands for nothing: NULL, false,
 *   0, BKJ_ABSENT, or the constant for unknown (a JSON text is "{}" then). A call that is given NULL where it needs
 *   something answers BKJ_ERR_INVALID_ARGUMENT. Where NULL has a meaning, the function says so: options may always be
 *   NULL, for the defaults.
 *
 * Texts. In: UTF-8, NUL-terminated; anything else is BKJ_ERR_INVALID_ARGUMENT. They are copied. Out: the same, never to
 *   be freed or changed. A NUL inside a server's text comes as U+FFFD. Secrets (passwords, tokens) go in and never come
 *   out: not in errors, not through accessors. The library wipes its copies.
 *
 * What may be absent. A text is NULL; a flag is an int32_t of 1, 0 or BKJ_ABSENT; a number is written through `out`
 *   (which may be NULL) by a function that returns whether there is one.
 *
 * Enums. Words of a vendor come as they are, and beside them as a number, which is 0 for a word that this version does
 *   not know: new versions of the vendors' products have new words. Numbers never change; new ones may be added.
 *
 * Times. The vendors' objects have them as the server wrote them; bkj_time_unix_ms() reads them. The common model has
 *   milliseconds since 1970-01-01T00:00:00Z. Durations are milliseconds, and say so in their names (..._ms).
 *
 * Lists. ..._list_len() and ..._list_at(list, index), which returns NULL beyond the end. An iterator fetches as it goes:
 *   ..._iter_next() gives objects that belong to the caller, and BKJ_OK with NULL in `out` after the last.
 *
 * Types are opaque. They may be written with or without `struct`, except a few that share their name with the function
 *   that gets one, as stat does: there, `struct` is needed.
 *
 * Threads. Every call blocks its thread until it is done; the library starts no threads. Clients, servers and cancel
 *   tokens may be used by any number of threads at once. Results never change, so any number of threads may read them.
 *   Tickets, iterators, options and other objects with setters are for one thread at a time, whichever it is. Anything may
 *   be freed on any thread, but not while it is being used.
 *
 * After fork() clients work on in the child. It opens connections of its own and leaves its parent's alone. It goes on with
 *   the session that the parent has logged in, and logs in itself only when that no longer works; it never ends a session
 *   that is its parent's. A session that the parent ends is over for its children too: they log in anew.
 *
 * Callbacks get `userdata` back, are called on the thread that makes the call, and must not throw or jump out. They may
 *   make calls themselves; only from that of a log, what would send a request is refused.
 *
 * Signals. The library sets no signal handler, and no SIGPIPE of its own connections reaches the program.
 *
 * Panics. A defect of the library answers BKJ_ERR_INTERNAL (an accessor: what stands for nothing), says where it is on
 *   standard error, and never unwinds into its caller. Only when memory runs out, the process ends.
 *
 * Versions. BKJ_VERSION is the version of this header, bkj_version() that of the library that runs; both also come as a
 *   number that can be compared. A program works with the library that it was built with and with every later one of the
 *   same name (libbackupjobs.so.0): functions and constants are only added. What is to go one day is marked with
 *   BKJ_DEPRECATED first. ffi-c/ABI.md has the whole promise.
 */


#ifndef BACKUPJOBS_H
#define BACKUPJOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The version of this header. */
#define BKJ_VERSION "0.1.0"

/** The same as one number, 0xMMmmpp: `#if BKJ_VERSION_NUMBER >= 0x000200` is true from 0.2.0 on. */
#define BKJ_VERSION_NUMBER (BKJ_VERSION_MAJOR << 16 | BKJ_VERSION_MINOR << 8 | BKJ_VERSION_PATCH)

/** The id of the one job that a vCenter appliance has in the common model. */
#define BKJ_VCENTER_APPLIANCE_BACKUP "appliance-backup"

/**
 * Stands before every function: the shared library exports it. Programs that link the static library on Windows define
 * BKJ_STATIC; anything else can be had by defining BKJ_API before this header is included.
 */
#ifndef BKJ_API
#  if defined(_WIN32) && !defined(BKJ_STATIC)
#    define BKJ_API __declspec(dllimport)
#  elif defined(__GNUC__)
#    define BKJ_API __attribute__((visibility("default")))
#  else
#    define BKJ_API
#  endif
#endif

/**
 * Stands before a function that is to go with the next SONAME, and says what to call instead: compilers warn where it is
 * called. To have no warnings, define it as empty before this header is included: -D'BKJ_DEPRECATED(text)='.
 */
#ifndef BKJ_DEPRECATED
#  if defined(_MSC_VER)
#    define BKJ_DEPRECATED(text) __declspec(deprecated(text))
#  elif defined(__GNUC__)
#    define BKJ_DEPRECATED(text) __attribute__((deprecated(text)))
#  else
#    define BKJ_DEPRECATED(text)
#  endif
#endif

/* In C++, -Wshadow warns of a type that shares its name with a function. */
#if defined(__cplusplus) && defined(__GNUC__)
#  pragma GCC diagnostic push
#  pragma GCC diagnostic ignored "-Wshadow"
#endif

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/* All types of objects, by the sections that explain them. */

/* Statuses, and the error objects that say more */
typedef struct bkj_error bkj_error;

/* Texts that a call returns on their own, not inside another object */
typedef struct bkj_string bkj_string;
typedef struct bkj_string_list bkj_string_list;

/* The vocabulary all systems share */
typedef struct bkj_run bkj_run;
typedef struct bkj_run_list bkj_run_list;

/* Jobs, as all systems have them */
typedef struct bkj_job bkj_job;
typedef struct bkj_job_list bkj_job_list;

/* Starting a job once */
typedef struct bkj_start_options bkj_start_options;
typedef struct bkj_started bkj_started;

/* Waiting for a run to end, and hearing how it goes */
typedef struct bkj_wait_options bkj_wait_options;
typedef struct bkj_progress bkj_progress;

/* The verbs that all three systems share */
typedef struct bkj_server bkj_server;

/* Judging a run */
typedef struct bkj_policy bkj_policy;
typedef struct bkj_verdict bkj_verdict;

/* Judging jobs by their history */
typedef struct bkj_report bkj_report;

/* Waiting for several runs at once */
typedef struct bkj_wait_result bkj_wait_result;
typedef struct bkj_wait_result_list bkj_wait_result_list;

/* A start that can be taken up again */
typedef struct bkj_ticket bkj_ticket;

/* What the vendor has to say about a run, in one account */
typedef struct bkj_line bkj_line;
typedef struct bkj_account bkj_account;

/* What the library has to say while it works, told to a function of C */
typedef struct bkj_log_event bkj_log_event;

/* TLS, proxy, timeouts, limits, retries and the log of a client */
typedef struct bkj_client_options bkj_client_options;

/* A server's certificate, fetched to be looked at before it is trusted */
typedef struct bkj_certificate bkj_certificate;

/* A file of hosts and the certificates that were compared by a person, as ssh keeps one for keys */
typedef struct bkj_known_hosts bkj_known_hosts;

/* Secrets from where they are kept */
typedef struct bkj_secret bkj_secret;

/* Cancel tokens */
typedef struct bkj_cancel_token bkj_cancel_token;

/* Veeam Backup for Microsoft 365 */
typedef struct bkj_veeam bkj_veeam;

/* Veeam: The server itself */
struct bkj_veeam_service_instance;
struct bkj_veeam_health;
typedef struct bkj_veeam_health_entry bkj_veeam_health_entry;

/* Veeam: Organizations */
struct bkj_veeam_organization;
typedef struct bkj_veeam_organization_list bkj_veeam_organization_list;
typedef struct bkj_veeam_organization_iter bkj_veeam_organization_iter;
typedef struct bkj_veeam_organization_query bkj_veeam_organization_query;
typedef struct bkj_veeam_used_repository bkj_veeam_used_repository;
typedef struct bkj_veeam_used_repository_list bkj_veeam_used_repository_list;
typedef struct bkj_veeam_used_repository_iter bkj_veeam_used_repository_iter;

/* Veeam: Backup repositories */
struct bkj_veeam_repository;
typedef struct bkj_veeam_repository_list bkj_veeam_repository_list;
typedef struct bkj_veeam_repository_iter bkj_veeam_repository_iter;
typedef struct bkj_veeam_object_storage bkj_veeam_object_storage;
typedef struct bkj_veeam_repository_query bkj_veeam_repository_query;

/* Veeam: Backup jobs, as the server has them */
struct bkj_veeam_job;
typedef struct bkj_veeam_job_list bkj_veeam_job_list;
typedef struct bkj_veeam_job_iter bkj_veeam_job_iter;
typedef struct bkj_veeam_job_query bkj_veeam_job_query;

/* Veeam: Job sessions */
struct bkj_veeam_job_session;
typedef struct bkj_veeam_job_session_list bkj_veeam_job_session_list;
typedef struct bkj_veeam_job_session_iter bkj_veeam_job_session_iter;

/* Veeam: Which job sessions to list */
typedef struct bkj_veeam_session_query bkj_veeam_session_query;

/* Veeam: Rates and amounts of a session */
typedef struct bkj_veeam_statistics bkj_veeam_statistics;

/* Veeam: Log items */
struct bkj_veeam_log_item;
typedef struct bkj_veeam_log_item_list bkj_veeam_log_item_list;
typedef struct bkj_veeam_log_item_iter bkj_veeam_log_item_iter;
typedef struct bkj_veeam_log_item_query bkj_veeam_log_item_query;

/* Veeam: The objects that a job session has processed, v7 and later */
typedef struct bkj_veeam_processed_object bkj_veeam_processed_object;
typedef struct bkj_veeam_processed_object_list bkj_veeam_processed_object_list;
typedef struct bkj_veeam_processed_object_iter bkj_veeam_processed_object_iter;

/* Veeam: Making and changing backup jobs, v6 and later */
struct bkj_veeam_create_job;
struct bkj_veeam_edit_job;

/* Veeam: What a job backs up, and what it leaves out */
typedef struct bkj_veeam_job_item bkj_veeam_job_item;
typedef struct bkj_veeam_job_item_list bkj_veeam_job_item_list;
typedef struct bkj_veeam_job_item_iter bkj_veeam_job_item_iter;

/* Veeam: The users that items of a job stand for */
typedef struct bkj_veeam_user bkj_veeam_user;

/* Veeam: The groups that items of a job stand for */
typedef struct bkj_veeam_group bkj_veeam_group;

/* Veeam: The sites that items of a job stand for */
typedef struct bkj_veeam_job_site bkj_veeam_job_site;

/* Veeam: The teams that items of a job stand for */
typedef struct bkj_veeam_team bkj_veeam_team;

/* Veeam: When backup jobs run by themselves */
typedef struct bkj_veeam_job_schedule bkj_veeam_job_schedule;

/* Veeam: The hours of the week in which a job may run */
typedef struct bkj_veeam_backup_window bkj_veeam_backup_window;

/* Veeam: Backup copy jobs */
struct bkj_veeam_copy_job;
typedef struct bkj_veeam_copy_job_list bkj_veeam_copy_job_list;
typedef struct bkj_veeam_copy_job_iter bkj_veeam_copy_job_iter;
typedef struct bkj_veeam_copy_job_query bkj_veeam_copy_job_query;

/* Veeam: When copy jobs run by themselves */
typedef struct bkj_veeam_copy_schedule bkj_veeam_copy_schedule;

/* Veeam: Making and changing backup copy jobs, v6 and later */
struct bkj_veeam_edit_copy_job;

/* Veeam: What a new copy job needs */
struct bkj_veeam_create_copy_job;

/* Veeam: What to explore */
typedef struct bkj_veeam_explore_options bkj_veeam_explore_options;

/* Veeam: Restore sessions, started from a job's backups */
struct bkj_veeam_restore_session;

/* Veeam: Restore sessions */
typedef struct bkj_veeam_restore_session_iter bkj_veeam_restore_session_iter;
typedef struct bkj_veeam_restore_session_list bkj_veeam_restore_session_list;
typedef struct bkj_veeam_restore_session_query bkj_veeam_restore_session_query;

/* Veeam: What happened in a restore session, and how much */
typedef struct bkj_veeam_restore_session_event bkj_veeam_restore_session_event;
typedef struct bkj_veeam_restore_session_event_list bkj_veeam_restore_session_event_list;
typedef struct bkj_veeam_restore_session_event_iter bkj_veeam_restore_session_event_iter;
struct bkj_veeam_restore_session_statistics;
typedef struct bkj_veeam_restored_item bkj_veeam_restored_item;

/* Veeam: The links of an object, as the server wrote them */
typedef struct bkj_veeam_links bkj_veeam_links;

/* Teradata VantageCloud BaaS */
typedef struct bkj_teradata bkj_teradata;

/* Teradata: Where the bearer token comes from */
typedef struct bkj_teradata_token_source bkj_teradata_token_source;

/* Teradata: Jobs, as the site has them */
struct bkj_teradata_job;
typedef struct bkj_teradata_job_list bkj_teradata_job_list;

/* Teradata: What can be done with jobs */
typedef struct bkj_teradata_job_query bkj_teradata_job_query;
typedef struct bkj_teradata_job_iter bkj_teradata_job_iter;

/* Teradata: Where the copies of a job go, and its newest run */
typedef struct bkj_teradata_target_site bkj_teradata_target_site;
typedef struct bkj_teradata_last_execution bkj_teradata_last_execution;

/* Teradata: What a job backs up and how */
typedef struct bkj_teradata_job_settings bkj_teradata_job_settings;
typedef struct bkj_teradata_object_selection bkj_teradata_object_selection;
typedef struct bkj_teradata_excluded_object bkj_teradata_excluded_object;

/* Teradata: Executions */
typedef struct bkj_teradata_execution bkj_teradata_execution;
typedef struct bkj_teradata_execution_list bkj_teradata_execution_list;
typedef struct bkj_teradata_execution_iter bkj_teradata_execution_iter;

/* Teradata: What a backup holds */
struct bkj_teradata_objects_preparation;
typedef struct bkj_teradata_backup_object bkj_teradata_backup_object;
typedef struct bkj_teradata_backup_object_list bkj_teradata_backup_object_list;
typedef struct bkj_teradata_backup_object_iter bkj_teradata_backup_object_iter;

/* Teradata: Restores */
typedef struct bkj_teradata_restore_request bkj_teradata_restore_request;

/* Teradata: Whether a user may restore */
typedef struct bkj_teradata_restore_permissions_request bkj_teradata_restore_permissions_request;
struct bkj_teradata_restore_permissions;

/* Teradata: The databases of a site */
typedef struct bkj_teradata_database bkj_teradata_database;
typedef struct bkj_teradata_database_list bkj_teradata_database_list;
typedef struct bkj_teradata_database_iter bkj_teradata_database_iter;

/* The VMware vCenter appliance */
typedef struct bkj_vcenter bkj_vcenter;

/* vCenter: What the appliance knows of our session */
typedef struct bkj_vcenter_session_info bkj_vcenter_session_info;

/* vCenter: The parts of an appliance that a backup can hold */
typedef struct bkj_vcenter_part bkj_vcenter_part;
typedef struct bkj_vcenter_part_list bkj_vcenter_part_list;

/* vCenter: The request for a backup */
typedef struct bkj_vcenter_backup_request bkj_vcenter_backup_request;

/* vCenter: Backup jobs as the appliance has them */
typedef struct bkj_vcenter_backup_job_status bkj_vcenter_backup_job_status;

/* vCenter: Details of backups, with a vocabulary of their own */
struct bkj_vcenter_backup_details;
typedef struct bkj_vcenter_backup_details_list bkj_vcenter_backup_details_list;
typedef struct bkj_vcenter_task_progress bkj_vcenter_task_progress;
typedef struct bkj_vcenter_build_info bkj_vcenter_build_info;
typedef struct bkj_vcenter_dynamic_id bkj_vcenter_dynamic_id;
typedef struct bkj_vcenter_task_error bkj_vcenter_task_error;

/* vCenter: Cancelling a backup */
typedef struct bkj_vcenter_return_result bkj_vcenter_return_result;

/* vCenter: Schedules of an appliance's own backups */
struct bkj_vcenter_schedule;
typedef struct bkj_vcenter_schedule_list bkj_vcenter_schedule_list;

/* vCenter: What a schedule is to be, or what is to change of it */
typedef struct bkj_vcenter_schedule_spec bkj_vcenter_schedule_spec;
typedef struct bkj_vcenter_schedule_update bkj_vcenter_schedule_update;

/* vCenter: When a schedule runs, and how much it keeps */
typedef struct bkj_vcenter_recurrence_info bkj_vcenter_recurrence_info;
typedef struct bkj_vcenter_retention_info bkj_vcenter_retention_info;

/* vCenter: Where backups are kept */
typedef struct bkj_vcenter_location bkj_vcenter_location;

/* vCenter: What is kept at a destination */
typedef struct bkj_vcenter_archive_summary bkj_vcenter_archive_summary;
typedef struct bkj_vcenter_archive_summary_list bkj_vcenter_archive_summary_list;
typedef struct bkj_vcenter_archive_info bkj_vcenter_archive_info;
typedef struct bkj_vcenter_archive_query bkj_vcenter_archive_query;

/* vCenter: Whether a backup can be restored here */
typedef struct bkj_vcenter_restore_request bkj_vcenter_restore_request;
typedef struct bkj_vcenter_restore_metadata bkj_vcenter_restore_metadata;

/* vCenter: Messages of the appliance */
typedef struct bkj_vcenter_localizable_message bkj_vcenter_localizable_message;

/**
 * @defgroup backupjobs_version Versions
 *
 * Versions: of this header, and of the library that runs.
 * @{
 */

/** Major part of the version of this header. */
#define BKJ_VERSION_MAJOR 0

/** Minor part of the version of this header. */
#define BKJ_VERSION_MINOR 1

/** Last part of the version of this header. */
#define BKJ_VERSION_PATCH 0

/** The version of the library that runs, which may be newer than the header. */
BKJ_API const char *bkj_version(void);

/** The same as one number, 0xMMmmpp, to be compared with BKJ_VERSION_NUMBER. */
BKJ_API int32_t bkj_version_number(void);

/** @} */

/**
 * @defgroup backupjobs_absent What stands for nothing
 * @{
 */

/** Stands for what is not there: in flags, which are 1 or 0 otherwise, and in numbers that cannot be negative. */
#define BKJ_ABSENT (-1)

/** @} */

/**
 * @defgroup backupjobs_error Statuses, and the error objects that say more
 * @{
 */

/** What a call answers: BKJ_OK, or one of BKJ_ERR_…. New numbers may be added; existing ones never change. */
typedef int32_t bkj_status;

/** Success. */
#define BKJ_OK 0

/** The configuration cannot work: bad URL, unreadable CA file, missing setting. */
#define BKJ_ERR_CONFIG 1

/** No connection: name not found, refused, reset before anything was sent. */
#define BKJ_ERR_UNREACHABLE 2

/** The secure connection failed: unknown authority, wrong name, expired, wrong pin. */
#define BKJ_ERR_TLS 3

/** The server did not answer in time. */
#define BKJ_ERR_TIMEOUT 4

/** Wrong, missing or expired credentials. */
#define BKJ_ERR_UNAUTHENTICATED 5

/** The credentials are good but may not do this. */
#define BKJ_ERR_DENIED 6

/** No such job, run, site or path. */
#define BKJ_ERR_NOT_FOUND 7

/** The job (or, on vCenter, any backup) is running already. */
#define BKJ_ERR_ALREADY_RUNNING 8

/** The server refuses in its present state. */
#define BKJ_ERR_CONFLICT 9

/**
 * An argument was refused, by the library before any request or by the server. A NULL where none may be is one, too.
 */
#define BKJ_ERR_INVALID_ARGUMENT 10

/** Too many requests. */
#define BKJ_ERR_RATE_LIMITED 11

/** The server answered that it could not do it (HTTP 5xx). */
#define BKJ_ERR_UNAVAILABLE 12

/** The answer does not make sense: not JSON, wrong shape, a redirect. */
#define BKJ_ERR_PROTOCOL 13

/** A start that may or may not have happened. Look before you start again. */
#define BKJ_ERR_OUTCOME_UNKNOWN 14

/** This system, or this version of its API, cannot do that. No request was sent. */
#define BKJ_ERR_UNSUPPORTED 15

/** Cancelled by the caller. */
#define BKJ_ERR_CANCELLED 16

/** The deadline of a wait passed. The backup itself goes on. */
#define BKJ_ERR_DEADLINE 17

/** The client was closed. */
#define BKJ_ERR_CLOSED 18

/** A defect of this library. */
#define BKJ_ERR_INTERNAL 19

/** What went wrong in one call. Belongs to the caller; free it with bkj_error_free(). */
struct bkj_error;

/** The stable name of a status: "ok", "config", "already_running"…; NULL for a number that is none. */
BKJ_API const char *bkj_status_name(bkj_status status);

/** What usually helps against an error of that status; NULL for BKJ_OK and for a number that is none. */
BKJ_API const char *bkj_status_remedy(bkj_status status);

/** An error of the caller's own, for example to report it in the same way; NULL for a status that is no error. */
BKJ_API struct bkj_error *bkj_error_new(bkj_status kind, const char *message);

/** The kind: the status that the call has answered. */
BKJ_API bkj_status bkj_error_kind(const struct bkj_error *error);

/** The operation, for example "veeam.start_job"; "" when it failed before one began. */
BKJ_API const char *bkj_error_operation(const struct bkj_error *error);

/** Scheme, host and port of the server, or NULL; never user info, never a query. */
BKJ_API const char *bkj_error_server(const struct bkj_error *error);

/** What happened, without the operation, the server and the remedy. */
BKJ_API const char *bkj_error_message(const struct bkj_error *error);

/** What to do about it. */
BKJ_API const char *bkj_error_remedy(const struct bkj_error *error);

/** HTTP status of the answer, when there was one. */
BKJ_API bool bkj_error_http_status(const struct bkj_error *error, int64_t *out);

/** The vendor's code for the error, or NULL. */
BKJ_API const char *bkj_error_vendor_code(const struct bkj_error *error);

/** The vendor's own sentence, or NULL. */
BKJ_API const char *bkj_error_vendor_message(const struct bkj_error *error);

/** True when the same call may succeed later without any change. */
BKJ_API bool bkj_error_is_retryable(const struct bkj_error *error);

/** How long the server asked to wait, in milliseconds, if it did. */
BKJ_API bool bkj_error_retry_after_ms(const struct bkj_error *error, int64_t *out);

/** True when a request that changes something was sent and its fate is not known. */
BKJ_API bool bkj_error_may_have_taken_effect(const struct bkj_error *error);

/** Everything a log needs, in one line: operation, server, kind, message, HTTP status, remedy. */
BKJ_API const char *bkj_error_line(const struct bkj_error *error);

/** The same and more, spread over several lines. */
BKJ_API const char *bkj_error_detail(const struct bkj_error *error);

/** Frees an error. */
BKJ_API void bkj_error_free(struct bkj_error *error);

/** @} */

/**
 * @defgroup backupjobs_string Texts that a call returns on their own, not inside another object
 * @{
 */

/** A text that belongs to the caller. */
struct bkj_string;

/** The text itself; lives as long as the string object. */
BKJ_API const char *bkj_string_value(const struct bkj_string *string);

/** Frees a string object. */
BKJ_API void bkj_string_free(struct bkj_string *string);

/** A list of texts. */
struct bkj_string_list;

/** Number of texts. */
BKJ_API size_t bkj_string_list_len(const struct bkj_string_list *list);

/** One text, from 0; NULL beyond the end. */
BKJ_API const char *bkj_string_list_at(const struct bkj_string_list *list, size_t index);

/** Frees a list and all texts got from it. */
BKJ_API void bkj_string_list_free(struct bkj_string_list *list);

/** @} */

/**
 * @defgroup backupjobs_time Times as vendors write them
 * @{
 */

/**
 * Reads a vendor's time: RFC 3339 with 0 to 9 fraction digits and Z or an offset; without either, UTC is meant. Writes
 * milliseconds since 1970-01-01T00:00:00Z, rounded down. False for NULL, for what is no time, and for years before
 * 1971, which servers write for "never".
 */
BKJ_API
bool bkj_time_unix_ms(const char *text,
                      int64_t *out);

/** @} */

/**
 * @defgroup backupjobs_run The vocabulary all systems share
 *
 * The vocabulary all systems share: a job has runs; a run has a phase, an outcome and the vendor's own word.
 * @{
 */

/** Veeam Backup for Microsoft 365. */
#define BKJ_SYSTEM_VEEAM 1

/** Teradata VantageCloud BaaS. */
#define BKJ_SYSTEM_TERADATA 2

/** VMware vCenter appliance. */
#define BKJ_SYSTEM_VCENTER 3

/** The stable name of a BKJ_SYSTEM_… number; NULL for a number that is none. */
BKJ_API const char *bkj_system_name(int32_t code);

/** The BKJ_SYSTEM_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_system_from_name(const char *name);

/** The vendor's word is one we do not know, and nothing says the run is over. Never taken for an end. */
#define BKJ_PHASE_UNKNOWN 0

/** Accepted, not yet working. */
#define BKJ_PHASE_QUEUED 1

/** Working. */
#define BKJ_PHASE_RUNNING 2

/** Over; look at the outcome. */
#define BKJ_PHASE_FINISHED 3

/** The stable name of a BKJ_PHASE_… number; NULL for a number that is none. */
BKJ_API const char *bkj_phase_name(int32_t code);

/** The BKJ_PHASE_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_phase_from_name(const char *name);

/** The run is over but the vendor's word is one we do not know. Never success. */
#define BKJ_OUTCOME_UNKNOWN 0

/** Everything was backed up. */
#define BKJ_OUTCOME_SUCCESS 1

/** A backup exists, with something to look at. */
#define BKJ_OUTCOME_WARNING 2

/** No usable backup. */
#define BKJ_OUTCOME_FAILED 3

/** Stopped by somebody before the end. */
#define BKJ_OUTCOME_STOPPED 4

/** The stable name of a BKJ_OUTCOME_… number; NULL for a number that is none. */
BKJ_API const char *bkj_outcome_name(int32_t code);

/** The BKJ_OUTCOME_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_outcome_from_name(const char *name);

/** One run of a job: a Veeam job session, a Teradata execution, a vCenter backup job. */
struct bkj_run;

/** The system it runs on: a BKJ_SYSTEM_… number. */
BKJ_API int32_t bkj_run_system(const struct bkj_run *run);

/** The job it belongs to. */
BKJ_API const char *bkj_run_job_id(const struct bkj_run *run);

/** The vendor's id of the run. */
BKJ_API const char *bkj_run_id(const struct bkj_run *run);

/** Where it stands: a BKJ_PHASE_… number. */
BKJ_API int32_t bkj_run_phase(const struct bkj_run *run);

/** How it ended: a BKJ_OUTCOME_… number; BKJ_ABSENT while it is not finished. */
BKJ_API int32_t bkj_run_outcome(const struct bkj_run *run);

/** The vendor's own word for all this. */
BKJ_API const char *bkj_run_raw_status(const struct bkj_run *run);

/** When it began, in milliseconds since 1970. */
BKJ_API bool bkj_run_started(const struct bkj_run *run, int64_t *out);

/** When it ended, in milliseconds since 1970. */
BKJ_API bool bkj_run_ended(const struct bkj_run *run, int64_t *out);

/** Progress in per cent, where the vendor has one (vCenter). 100 is not yet success. */
BKJ_API bool bkj_run_percent(const struct bkj_run *run, int64_t *out);

/** Objects processed so far, where the vendor counts them (Veeam). */
BKJ_API bool bkj_run_objects(const struct bkj_run *run, int64_t *out);

/** Bytes of the backup or the transfer so far, where the vendor tells. */
BKJ_API bool bkj_run_bytes(const struct bkj_run *run, int64_t *out);

/** The vendor's sentence about it, or NULL. */
BKJ_API const char *bkj_run_message(const struct bkj_run *run);

/** The vendor says that it will try again, as a new run (Veeam v7 and later). */
BKJ_API bool bkj_run_will_be_retried(const struct bkj_run *run);

/** The first run of which this one is a retry (Veeam v7 and later), or NULL. */
BKJ_API const char *bkj_run_retry_of(const struct bkj_run *run);

/** True while the run is queued or running, and when nobody can tell: it may still be working. */
BKJ_API bool bkj_run_is_active(const struct bkj_run *run);

/** A copy of a run, for example of one that belongs to a list; NULL for NULL. */
BKJ_API struct bkj_run *bkj_run_clone(const struct bkj_run *run);

/** Frees a run that belongs to the caller. */
BKJ_API void bkj_run_free(struct bkj_run *run);

/** A list of runs. */
struct bkj_run_list;

/** Number of runs. */
BKJ_API size_t bkj_run_list_len(const struct bkj_run_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API const struct bkj_run *bkj_run_list_at(const struct bkj_run_list *list, size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_run_list_free(struct bkj_run_list *list);

/** @} */

/**
 * @defgroup backupjobs_job Jobs, as all systems have them
 * @{
 */

/** A job as all systems have it. */
struct bkj_job;

/** The system it lives on: a BKJ_SYSTEM_… number. */
BKJ_API int32_t bkj_job_system(const struct bkj_job *job);

/** The vendor's id. */
BKJ_API const char *bkj_job_id(const struct bkj_job *job);

/** The vendor's name for it. */
BKJ_API const char *bkj_job_name(const struct bkj_job *job);

/** Whether its schedule is on: 1 or 0; BKJ_ABSENT where the system has no such thing. */
BKJ_API int32_t bkj_job_enabled(const struct bkj_job *job);

/** The vendor's word for the state of the newest run, or NULL. */
BKJ_API const char *bkj_job_raw_status(const struct bkj_job *job);

/** When the newest run began, in milliseconds since 1970. */
BKJ_API bool bkj_job_last_run(const struct bkj_job *job, int64_t *out);

/** When the scheduler runs it next, in milliseconds since 1970. */
BKJ_API bool bkj_job_next_run(const struct bkj_job *job, int64_t *out);

/** Frees a job that belongs to the caller. */
BKJ_API void bkj_job_free(struct bkj_job *job);

/** A list of jobs. */
struct bkj_job_list;

/** Number of jobs. */
BKJ_API size_t bkj_job_list_len(const struct bkj_job_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API const struct bkj_job *bkj_job_list_at(const struct bkj_job_list *list, size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_job_list_free(struct bkj_job_list *list);

/** @} */

/**
 * @defgroup backupjobs_start Starting a job once
 * @{
 */

/** Take the running one: the result says BKJ_ORIGIN_ADOPTED. */
#define BKJ_IF_RUNNING_ADOPT 0

/** Answer BKJ_ERR_ALREADY_RUNNING. */
#define BKJ_IF_RUNNING_FAIL 1

/** Leave it alone: the result says BKJ_ORIGIN_SKIPPED, with the running one for information. */
#define BKJ_IF_RUNNING_SKIP 2

/** The stable name of a BKJ_IF_RUNNING_… number; NULL for a number that is none. */
BKJ_API const char *bkj_if_running_name(int32_t code);

/** The BKJ_IF_RUNNING_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_if_running_from_name(const char *name);

/** It began because of our request: the vendor's answer named it. */
#define BKJ_ORIGIN_OURS 1

/** It ran already, or somebody else started it. */
#define BKJ_ORIGIN_ADOPTED 2

/**
 * It began after the watermark, so most likely because of our request; but the vendor's answer named no run
 * (Veeam before v8) or was lost, and a scheduler or a colleague may have been quicker by a moment.
 */
#define BKJ_ORIGIN_INDISTINGUISHABLE 3

/** Nothing was started, as asked for by BKJ_IF_RUNNING_SKIP. */
#define BKJ_ORIGIN_SKIPPED 4

/** The stable name of a BKJ_ORIGIN_… number; NULL for a number that is none. */
BKJ_API const char *bkj_origin_name(int32_t code);

/** The BKJ_ORIGIN_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_origin_from_name(const char *name);

/** How to start. */
struct bkj_start_options;

/** Default options: adopt a running run, as the job is set up, look for the new run for 30 s, every second. */
BKJ_API struct bkj_start_options *bkj_start_options_new(void);

/** What to do when the job runs already: a BKJ_IF_RUNNING_… number. */
BKJ_API
bkj_status bkj_start_options_set_if_running(struct bkj_start_options *options,
                                            int32_t if_running,
                                            struct bkj_error **err);

/** 1: a full backup; 0: an incremental one; BKJ_ABSENT: as the job is set up. */
BKJ_API
bkj_status bkj_start_options_set_full(struct bkj_start_options *options,
                                      int32_t full,
                                      struct bkj_error **err);

/** How long to look for the new run when the answer did not name it, in milliseconds. */
BKJ_API
bkj_status bkj_start_options_set_settle_ms(struct bkj_start_options *options,
                                           uint64_t milliseconds,
                                           struct bkj_error **err);

/** The pause between two looks, in milliseconds. */
BKJ_API
bkj_status bkj_start_options_set_look_every_ms(struct bkj_start_options *options,
                                               uint64_t milliseconds,
                                               struct bkj_error **err);

/** Frees options. */
BKJ_API void bkj_start_options_free(struct bkj_start_options *options);

/** A started (or adopted) run. */
struct bkj_started;

/** The run, as it stood when it was found. It lives as long as the started object; bkj_run_clone() makes a copy. */
BKJ_API
const struct bkj_run *bkj_started_run(const struct bkj_started *started);

/** Whose run it is: a BKJ_ORIGIN_… number. */
BKJ_API int32_t bkj_started_origin(const struct bkj_started *started);

/** Frees a started object and its run. */
BKJ_API void bkj_started_free(struct bkj_started *started);

/** @} */

/**
 * @defgroup backupjobs_wait Waiting for a run to end, and hearing how it goes
 * @{
 */

/** How to wait. */
struct bkj_wait_options;

/**
 * Default options: a day; a look every 2 s at first, every 60 s at last; five minutes of patience with an
 * unreachable server.
 */
BKJ_API struct bkj_wait_options *bkj_wait_options_new(void);

/** Longest time to wait in all, in milliseconds. The backup goes on when it passes. */
BKJ_API
bkj_status bkj_wait_options_set_deadline_ms(struct bkj_wait_options *options,
                                            uint64_t milliseconds,
                                            struct bkj_error **err);

/** Pause between two looks at a young run, in milliseconds. */
BKJ_API
bkj_status bkj_wait_options_set_poll_min_ms(struct bkj_wait_options *options,
                                            uint64_t milliseconds,
                                            struct bkj_error **err);

/** Pause between two looks at an old run, in milliseconds; the pause grows with the run's age up to this. */
BKJ_API
bkj_status bkj_wait_options_set_poll_max_ms(struct bkj_wait_options *options,
                                            uint64_t milliseconds,
                                            struct bkj_error **err);

/** How long the server may be unreachable, or not list the run, before the wait gives up, in milliseconds. */
BKJ_API
bkj_status bkj_wait_options_set_unreachable_ms(struct bkj_wait_options *options,
                                               uint64_t milliseconds,
                                               struct bkj_error **err);

/** Frees options. */
BKJ_API void bkj_wait_options_free(struct bkj_wait_options *options);

/** What a progress callback is told after every look. Lives until the callback returns. */
struct bkj_progress;

/**
 * Called on the thread that waits, after every look. 0: go on; anything else: stop waiting, the call then answers
 * BKJ_ERR_CANCELLED (or the run, if this look saw its end). Must not throw.
 */
typedef int32_t (*bkj_progress_callback)(void *userdata, const struct bkj_progress *progress);

/** The run as it stands; NULL as long as no look has succeeded. */
BKJ_API const struct bkj_run *bkj_progress_run(const struct bkj_progress *progress);

/** Time waited so far, in milliseconds. */
BKJ_API uint64_t bkj_progress_elapsed_ms(const struct bkj_progress *progress);

/** Looks so far, failed ones included. */
BKJ_API uint64_t bkj_progress_polls(const struct bkj_progress *progress);

/** Pause before the next look, in milliseconds; 0 at the end. */
BKJ_API uint64_t bkj_progress_next_poll_ms(const struct bkj_progress *progress);

/** Why the last look failed, if it did and the wait goes on all the same; else NULL. */
BKJ_API const char *bkj_progress_trouble(const struct bkj_progress *progress);

/** @} */

/**
 * @defgroup backupjobs_server The verbs that all three systems share
 * @{
 */

/** Start a job now. */
#define BKJ_VERB_START 1

/** Stop the running run of a job. */
#define BKJ_VERB_STOP 2

/** Switch a job's schedule on. */
#define BKJ_VERB_ENABLE 3

/** Switch a job's schedule off. */
#define BKJ_VERB_DISABLE 4

/** Ask for a full instead of an incremental backup. */
#define BKJ_VERB_START_FULL 5

/** The stable name of a BKJ_VERB_… number; NULL for a number that is none. */
BKJ_API const char *bkj_verb_name(int32_t code);

/** The BKJ_VERB_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_verb_from_name(const char *name);

/** One server of any of the three systems. May be used from any number of threads at once. */
struct bkj_server;

/** Which of the three systems it is: a BKJ_SYSTEM_… number. */
BKJ_API int32_t bkj_server_system(const struct bkj_server *server);

/** Scheme, host and port. */
BKJ_API const char *bkj_server_url(const struct bkj_server *server);

/**
 * True when the server's certificate is not checked: whoever answers for the host name gets the credentials, and what it
 * answers proves nothing. Also in every report.
 */
BKJ_API
bool bkj_server_insecure(const struct bkj_server *server);

/**
 * Whether this system, in this version, has the verb, a BKJ_VERB_… number. A verb it lacks answers BKJ_ERR_UNSUPPORTED
 * without any request.
 */
BKJ_API
bool bkj_server_supports(const struct bkj_server *server,
                         int32_t verb);

/** The same server whose calls end early when `cancel` is cancelled. */
BKJ_API
bkj_status bkj_server_with_cancel(const struct bkj_server *server,
                                  const struct bkj_cancel_token *cancel,
                                  struct bkj_server **out,
                                  struct bkj_error **err);

/** All jobs, however many pages the server needs for them. vCenter has one, BKJ_VCENTER_APPLIANCE_BACKUP. */
BKJ_API
bkj_status bkj_server_jobs(const struct bkj_server *server,
                           struct bkj_job_list **out,
                           struct bkj_error **err);

/** One job. BKJ_ERR_INVALID_ARGUMENT when the id cannot be one of this system. */
BKJ_API
bkj_status bkj_server_job(const struct bkj_server *server,
                          const char *job,
                          struct bkj_job **out,
                          struct bkj_error **err);

/** The newest runs of a job, newest first, at most `limit` (0: 100). */
BKJ_API
bkj_status bkj_server_runs(const struct bkj_server *server,
                           const char *job,
                           size_t limit,
                           struct bkj_run_list **out,
                           struct bkj_error **err);

/** One run of a job, as it stands now. */
BKJ_API
bkj_status bkj_server_run(const struct bkj_server *server,
                          const char *job,
                          const char *run,
                          struct bkj_run **out,
                          struct bkj_error **err);

/**
 * Starts a job, once. `options` may be NULL. BKJ_ERR_ALREADY_RUNNING only with BKJ_IF_RUNNING_FAIL;
 * BKJ_ERR_OUTCOME_UNKNOWN when the start may have happened but no run of it could be found.
 */
BKJ_API
bkj_status bkj_server_start(const struct bkj_server *server,
                            const char *job,
                            const struct bkj_start_options *options,
                            struct bkj_started **out,
                            struct bkj_error **err);

/**
 * Waits until a run is over, and returns it as it ended; calls `progress`, if it is not NULL, after every look.
 * `options` may be NULL. BKJ_ERR_DEADLINE and BKJ_ERR_CANCELLED leave the backup alone.
 */
BKJ_API
bkj_status bkj_server_wait(const struct bkj_server *server,
                           const char *job,
                           const char *run,
                           const struct bkj_wait_options *options,
                           bkj_progress_callback progress,
                           void *userdata,
                           struct bkj_run **out,
                           struct bkj_error **err);

/**
 * Stops the running run of a job. The answer may come before the run has wound down. BKJ_ERR_CONFLICT when
 * nothing runs.
 */
BKJ_API bkj_status bkj_server_stop(const struct bkj_server *server, const char *job, struct bkj_error **err);

/** Switches the job's schedule on. Only Veeam has this. */
BKJ_API
bkj_status bkj_server_enable(const struct bkj_server *server,
                             const char *job,
                             struct bkj_error **err);

/** Switches the job's schedule off. Only Veeam has this. A disabled Veeam job can still be started by hand. */
BKJ_API
bkj_status bkj_server_disable(const struct bkj_server *server,
                              const char *job,
                              struct bkj_error **err);

/**
 * Ends the session on the server, for the client and all servers made of it; later calls answer BKJ_ERR_CLOSED.
 * Happens by itself when the last of them is freed.
 */
BKJ_API
bkj_status bkj_server_close(const struct bkj_server *server,
                            struct bkj_error **err);

/** Frees a server. */
BKJ_API void bkj_server_free(struct bkj_server *server);

/** @} */

/**
 * @defgroup backupjobs_verdict Judging a run
 *
 * Judging a run: what a monitoring system shows.
 * @{
 */

/** A backup was made. */
#define BKJ_LEVEL_OK 0

/** A backup was made, with something to look at. */
#define BKJ_LEVEL_WARNING 1

/** There is no usable backup. */
#define BKJ_LEVEL_CRITICAL 2

/** Nobody can tell. */
#define BKJ_LEVEL_UNKNOWN 3

/** The stable name of a BKJ_LEVEL_… number; NULL for a number that is none. */
BKJ_API const char *bkj_level_name(int32_t code);

/** The BKJ_LEVEL_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_level_from_name(const char *name);

/** What is tolerated. */
struct bkj_policy;

/**
 * The default policy: warnings and disabled jobs are warnings; the last good run is at most 26 hours old, a day and some
 * slack; a run may take any time.
 */
BKJ_API
struct bkj_policy *bkj_policy_new(void);

/** Whether a run that ended with a warning is as good as one without. */
BKJ_API
bkj_status bkj_policy_set_warnings_ok(struct bkj_policy *policy,
                                      bool warnings_ok,
                                      struct bkj_error **err);

/** Whether a job whose schedule is off may be green. */
BKJ_API
bkj_status bkj_policy_set_disabled_ok(struct bkj_policy *policy,
                                      bool disabled_ok,
                                      struct bkj_error **err);

/**
 * How old the last good run may be, in milliseconds; BKJ_ABSENT: any age, which is only for jobs that never run by
 * themselves.
 */
BKJ_API
bkj_status bkj_policy_set_max_age_ms(struct bkj_policy *policy,
                                     int64_t milliseconds,
                                     struct bkj_error **err);

/** How long a run may take, in milliseconds; BKJ_ABSENT: any time. */
BKJ_API
bkj_status bkj_policy_set_max_running_ms(struct bkj_policy *policy,
                                         int64_t milliseconds,
                                         struct bkj_error **err);

/** The time to judge by, in milliseconds since 1970; BKJ_ABSENT: the server's clock, by its last answer. */
BKJ_API bkj_status bkj_policy_set_now(struct bkj_policy *policy, int64_t now, struct bkj_error **err);

/** Frees a policy. */
BKJ_API void bkj_policy_free(struct bkj_policy *policy);

/** A judgement with its reason and its evidence. */
struct bkj_verdict;

/**
 * Judges one run against a policy (NULL: the default). A run that is not over, or whose end is not understood, is
 * BKJ_LEVEL_UNKNOWN, never BKJ_LEVEL_OK.
 */
BKJ_API
bkj_status bkj_verdict_of(const struct bkj_run *run,
                          const struct bkj_policy *policy,
                          struct bkj_verdict **out,
                          struct bkj_error **err);

/**
 * How bad it is: a BKJ_LEVEL_… number, which is also the exit code that monitoring systems expect.
 * BKJ_LEVEL_UNKNOWN for NULL.
 */
BKJ_API int32_t bkj_verdict_level(const struct bkj_verdict *verdict);

/** Why, in one line that names the run and the vendor's word. */
BKJ_API const char *bkj_verdict_reason(const struct bkj_verdict *verdict);

/** The job judged; NULL where there was none. */
BKJ_API const char *bkj_verdict_job_id(const struct bkj_verdict *verdict);

/** Its name; NULL where it is not known. */
BKJ_API const char *bkj_verdict_job_name(const struct bkj_verdict *verdict);

/** The run it rests on, which lives as long as the verdict; NULL where there is none. */
BKJ_API const struct bkj_run *bkj_verdict_run(const struct bkj_verdict *verdict);

/** Age of the last good run, in milliseconds. False where no check found one. */
BKJ_API bool bkj_verdict_age_ms(const struct bkj_verdict *verdict, int64_t *out);

/** Frees a verdict. */
BKJ_API void bkj_verdict_free(struct bkj_verdict *verdict);

/** @} */

/**
 * @defgroup backupjobs_check Judging jobs by their history
 * @{
 */

/** The verdicts on all jobs of a server. */
struct bkj_report;

/** The worst level: a BKJ_LEVEL_… number. Critical is worse than unknown. BKJ_LEVEL_UNKNOWN for NULL. */
BKJ_API int32_t bkj_report_level(const struct bkj_report *report);

/** Number of verdicts: one a job, in the server's order; then one for every expected job that is missing. */
BKJ_API size_t bkj_report_verdicts_len(const struct bkj_report *report);

/** One verdict, from 0, which lives as long as the report; NULL beyond the end. */
BKJ_API const struct bkj_verdict *bkj_report_verdicts_at(const struct bkj_report *report, size_t index);

/** True when the server's certificate is not checked: anybody may have said all this. Every reason says so, too. */
BKJ_API
bool bkj_report_insecure(const struct bkj_report *report);

/** Frees a report and everything got from it. */
BKJ_API void bkj_report_free(struct bkj_report *report);

/**
 * Judges a job by its history against a policy (NULL: the default). Green needs a dated success that is young enough: a
 * job that never ran, is disabled, has vanished or whose history cannot be read is never BKJ_LEVEL_OK. The reason and
 * the evidence are in the verdict, also when the server could not be asked; only BKJ_ERR_INVALID_ARGUMENT,
 * BKJ_ERR_CONFIG, BKJ_ERR_CANCELLED and BKJ_ERR_CLOSED stay errors.
 */
BKJ_API
bkj_status bkj_server_check(const struct bkj_server *server,
                            const char *job,
                            const struct bkj_policy *policy,
                            struct bkj_verdict **out,
                            struct bkj_error **err);

/**
 * Judges every job of the server against a policy (NULL: the default), and says which of the `count` jobs that must be
 * there (ids or names) are missing. A server without jobs, or that cannot be asked, is not BKJ_LEVEL_OK.
 */
BKJ_API
bkj_status bkj_server_check_all(const struct bkj_server *server,
                                const struct bkj_policy *policy,
                                const char *const *expect_jobs,
                                size_t count,
                                struct bkj_report **out,
                                struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_wait_all Waiting for several runs at once
 * @{
 */

/** How one of several waits ended: with a run or with an error. It belongs to the list it is in. */
struct bkj_wait_result;

/** The run as it ended; NULL when there is an error. */
BKJ_API const struct bkj_run *bkj_wait_result_run(const struct bkj_wait_result *result);

/** Why the wait for this run was given up; NULL when there is a run. It belongs to the list: do not free it. */
BKJ_API const struct bkj_error *bkj_wait_result_error(const struct bkj_wait_result *result);

/** The results of several waits, in the order of the runs. */
struct bkj_wait_result_list;

/** Number of results. */
BKJ_API size_t bkj_wait_result_list_len(const struct bkj_wait_result_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_wait_result *bkj_wait_result_list_at(const struct bkj_wait_result_list *list,
                                                      size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_wait_result_list_free(struct bkj_wait_result_list *list);

/**
 * Called on the thread that waits, for every run after every look; `index` says which of the runs it is, from 0. 0: go
 * on; anything else: stop waiting for all of them; those that have not ended then have BKJ_ERR_CANCELLED. Must not throw.
 */
typedef int32_t (*bkj_progress_all_callback)(void *userdata, size_t index, const struct bkj_progress *progress);

/**
 * Waits for several runs at once, with one list request for all of them where the vendor has one (Veeam, Teradata):
 * `count` runs, of which `runs[i]` is a run of the job `jobs[i]`. `options` and `progress` may be NULL. Each run has its
 * own result, see bkj_server_wait(); the call itself fails only for its arguments.
 */
BKJ_API
bkj_status bkj_server_wait_all(const struct bkj_server *server,
                               const char *const *jobs,
                               const char *const *runs,
                               size_t count,
                               const struct bkj_wait_options *options,
                               bkj_progress_all_callback progress,
                               void *userdata,
                               struct bkj_wait_result_list **out,
                               struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_ticket A start that can be taken up again
 *
 * A start that can be taken up again: what was known before the request, and how far it got.
 * @{
 */

/** Nothing was sent. */
#define BKJ_STAGE_PREPARED 1

/** The request was about to be sent, or was sent. It is never sent again. */
#define BKJ_STAGE_SENDING 2

/** The run is known. */
#define BKJ_STAGE_STARTED 3

/** The stable name of a BKJ_STAGE_… number; NULL for a number that is none. */
BKJ_API const char *bkj_stage_name(int32_t code);

/** The BKJ_STAGE_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_stage_from_name(const char *name);

/**
 * One start of one job: at most one request is ever sent for it, by whoever holds it. It keeps the runs known before
 * the request, so that a later look can tell what is new, and the stage. For one thread at a time.
 */
struct bkj_ticket;

/**
 * Called on the thread that carries the ticket out, before the request and after every change of the ticket, which is
 * the one that was given to the call. 0: it is saved; anything else: it could not be saved. Must not throw.
 */
typedef int32_t (*bkj_save_callback)(void *userdata, const struct bkj_ticket *ticket);

/** The system it is for: a BKJ_SYSTEM_… number. */
BKJ_API int32_t bkj_ticket_system(const struct bkj_ticket *ticket);

/** The server it is for: scheme, host and port; for Teradata the site or account, too. */
BKJ_API const char *bkj_ticket_server(const struct bkj_ticket *ticket);

/** The job it starts. */
BKJ_API const char *bkj_ticket_job(const struct bkj_ticket *ticket);

/** How far it got: a BKJ_STAGE_… number. */
BKJ_API int32_t bkj_ticket_stage(const struct bkj_ticket *ticket);

/** The run it became, once known; else NULL. The text lives until the ticket is carried out again. */
BKJ_API const char *bkj_ticket_run(const struct bkj_ticket *ticket);

/** When it was prepared, by the clock here, in milliseconds since 1970. */
BKJ_API bool bkj_ticket_prepared(const struct bkj_ticket *ticket, int64_t *out);

/** A random word that is only in this ticket. vCenter keeps it in the comment of the backup. */
BKJ_API const char *bkj_ticket_marker(const struct bkj_ticket *ticket);

/**
 * The text form, as it stands now: one line of JSON without secrets, versioned, and the same in all languages. Save it
 * whenever a bkj_save_callback is called, and a program that crashes at any point can take the start up again.
 */
BKJ_API
bkj_status bkj_ticket_to_text(const struct bkj_ticket *ticket,
                              struct bkj_string **out,
                              struct bkj_error **err);

/** Reads the text form. BKJ_ERR_INVALID_ARGUMENT when the text is no ticket, is damaged, or is of a newer version. */
BKJ_API
bkj_status bkj_ticket_from_text(const char *text,
                                struct bkj_ticket **out,
                                struct bkj_error **err);

/** Frees a ticket; not while it is being carried out. */
BKJ_API void bkj_ticket_free(struct bkj_ticket *ticket);

/**
 * Reads the runs known before a start and writes them on a ticket; sends nothing that starts anything. `options` may be
 * NULL. When the job runs already, bkj_server_carry_out() does what the options say.
 */
BKJ_API
bkj_status bkj_server_prepare(const struct bkj_server *server,
                              const char *job,
                              const struct bkj_start_options *options,
                              struct bkj_ticket **out,
                              struct bkj_error **err);

/**
 * Carries out a prepared start, or takes it up again, and changes the ticket accordingly. At most one request that
 * starts something is ever sent for a ticket: `save` (may be NULL) is called before the request and after every change;
 * write the ticket's text to a safe place there. When that fails before the request, nothing is sent: BKJ_ERR_CONFIG.
 *
 * A ticket read back as prepared is looked up first, for as long as it is set to settle, and only when no run began
 * since or is running is the request sent; one read back as sending is only looked up. BKJ_ERR_INVALID_ARGUMENT when the
 * ticket is for another server, or is being carried out already.
 */
BKJ_API
bkj_status bkj_server_carry_out(const struct bkj_server *server,
                                struct bkj_ticket *ticket,
                                bkj_save_callback save,
                                void *userdata,
                                struct bkj_started **out,
                                struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_explain What the vendor has to say about a run, in one account
 * @{
 */

/** One sentence of the vendor. It belongs to the account it is in. */
struct bkj_line;

/** When, in milliseconds since 1970. False where it is not dated. */
BKJ_API bool bkj_line_at(const struct bkj_line *line, int64_t *out);

/** The vendor's word for how bad it is ("Success", "Warning", "Failed"…); NULL where it gives none. */
BKJ_API const char *bkj_line_severity(const struct bkj_line *line);

/** The sentence. */
BKJ_API const char *bkj_line_text(const struct bkj_line *line);

/** A run and everything said about it. */
struct bkj_account;

/** The run, which lives as long as the account. */
BKJ_API const struct bkj_run *bkj_account_run(const struct bkj_account *account);

/** Number of the vendor's sentences. */
BKJ_API size_t bkj_account_lines_len(const struct bkj_account *account);

/** One sentence, from 0, oldest first, which lives as long as the account; NULL beyond the end. */
BKJ_API const struct bkj_line *bkj_account_lines_at(const struct bkj_account *account, size_t index);

/** All of it as a readable text of several lines. */
BKJ_API const char *bkj_account_text(const struct bkj_account *account);

/** Frees an account and everything got from it. */
BKJ_API void bkj_account_free(struct bkj_account *account);

/** Everything the vendor has to say about a run. When only the details cannot be read, the account says so. */
BKJ_API
bkj_status bkj_server_explain(const struct bkj_server *server,
                              const char *job,
                              const char *run,
                              struct bkj_account **out,
                              struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_userdata What a callback of C gets back
 *
 * What a callback of C gets back: a pointer that is not ours, and how to tell its owner that it is no longer needed.
 * @{
 */

/** Told once, when the library no longer needs `userdata`. Must not throw. */
typedef void (*bkj_release_callback)(void *userdata);

/** @} */

/**
 * @defgroup backupjobs_log What the library has to say while it works, told to a function of C
 * @{
 */

/** A request and its end. */
#define BKJ_LOG_LEVEL_DEBUG 10

/** A request is sent again. */
#define BKJ_LOG_LEVEL_INFO 20

/** Something to put right: certificates are not checked, a version of the API is deprecated. */
#define BKJ_LOG_LEVEL_WARNING 30

/** The stable name of a BKJ_LOG_LEVEL_… number; NULL for a number that is none. */
BKJ_API const char *bkj_log_level_name(int32_t code);

/** The BKJ_LOG_LEVEL_… number of a stable name; BKJ_ABSENT for a name that is none. */
BKJ_API int32_t bkj_log_level_from_name(const char *name);

/**
 * One thing that happened. Never holds a secret: no header, no body, no query, no sentence of the server. What a callback
 * is given lives until the callback returns; a clone belongs to the caller.
 */
struct bkj_log_event;

/**
 * Told of every request, on the thread that makes the call, while that call goes on; by several threads at once when
 * several make calls. So it must be quick, and must not throw. What would send a request from inside it is refused with
 * BKJ_ERR_CONFIG: it only takes note. It is called also while the last handle of a client is freed, which ends a session.
 */
typedef void (*bkj_log_callback)(void *userdata, const struct bkj_log_event *event);

/** How much it matters: a BKJ_LOG_LEVEL_… number, which is that of Python's `logging`; 0 for NULL. */
BKJ_API int32_t bkj_log_event_level(const struct bkj_log_event *event);

/** All that follows in one line. */
BKJ_API const char *bkj_log_event_message(const struct bkj_log_event *event);

/** Scheme, host and port of the server. */
BKJ_API const char *bkj_log_event_server(const struct bkj_log_event *event);

/** The operation, for example "veeam.jobs"; "" where no request is meant. */
BKJ_API const char *bkj_log_event_operation(const struct bkj_log_event *event);

/** The method of the request, or NULL. */
BKJ_API const char *bkj_log_event_method(const struct bkj_log_event *event);

/** Scheme, host, port and path of the request, or NULL; never user info, never a query. */
BKJ_API const char *bkj_log_event_url(const struct bkj_log_event *event);

/** HTTP status of the answer, when there was one. */
BKJ_API bool bkj_log_event_status(const struct bkj_log_event *event, int64_t *out);

/** What went wrong, a BKJ_ERR_… number; BKJ_OK when there was an answer. For a retry, why it is made. */
BKJ_API bkj_status bkj_log_event_error(const struct bkj_log_event *event);

/** Time from sending to the last byte; for a retry, the pause before it. In milliseconds. */
BKJ_API bool bkj_log_event_elapsed_ms(const struct bkj_log_event *event, int64_t *out);

/** Which try of the request, from 1. */
BKJ_API bool bkj_log_event_attempt(const struct bkj_log_event *event, int64_t *out);

/** A copy of its own, which the caller frees: for those who look at it later, on another thread. */
BKJ_API struct bkj_log_event *bkj_log_event_clone(const struct bkj_log_event *event);

/** Frees a clone. What a callback is given is not to be freed. */
BKJ_API void bkj_log_event_free(struct bkj_log_event *event);

/** @} */

/**
 * @defgroup backupjobs_options TLS, proxy, timeouts, limits, retries and the log of a client
 * @{
 */

/** Settings that all three systems share. A client copies them when it is made. */
struct bkj_client_options;

/**
 * Default options: the system's certificate store, the environment's proxy, 10 s to connect, 60 s for a request, 64 MiB
 * for an answer, 4 tries for a read, a stock of 20 retries, 16 requests at a time, no log.
 */
BKJ_API
struct bkj_client_options *bkj_client_options_new(void);

/**
 * Trusts the system's certificate store (the default); or, where the environment says so, the PEM file of SSL_CERT_FILE
 * and the directories of SSL_CERT_DIR instead of it.
 */
BKJ_API
bkj_status bkj_client_options_set_trust_system(struct bkj_client_options *options,
                                               struct bkj_error **err);

/** Trusts only the authorities in a PEM file, which is read when a client is made. */
BKJ_API
bkj_status bkj_client_options_set_trust_ca_file(struct bkj_client_options *options,
                                                const char *path,
                                                struct bkj_error **err);

/** Trusts only the authorities in a PEM text of `length` bytes, which is copied. */
BKJ_API
bkj_status bkj_client_options_set_trust_ca_pem(struct bkj_client_options *options,
                                               const char *pem,
                                               size_t length,
                                               struct bkj_error **err);

/**
 * Trusts exactly the certificate with this SHA-256 (64 hex digits, plain or with colons), whatever its name, dates
 * and issuer. For self-signed servers.
 */
BKJ_API
bkj_status bkj_client_options_set_trust_pin(struct bkj_client_options *options,
                                            const char *sha256,
                                            struct bkj_error **err);

/**
 * Trusts exactly the certificates that a file remembers for the host and port, whatever their names, dates and issuers.
 * bkj_known_hosts says what the file looks like. It is read again at every handshake.
 */
BKJ_API
bkj_status bkj_client_options_set_trust_known_hosts(struct bkj_client_options *options,
                                                    const char *path,
                                                    struct bkj_error **err);

/** Trusts any certificate: whoever can answer for the host name gets the credentials. */
BKJ_API
bkj_status bkj_client_options_set_trust_insecure(struct bkj_client_options *options,
                                                 struct bkj_error **err);

/**
 * Goes through the proxy that the environment names (the default): HTTPS_PROXY or https_proxy, else ALL_PROXY or
 * all_proxy; not for what stands in NO_PROXY or no_proxy.
 */
BKJ_API
bkj_status bkj_client_options_set_proxy_environment(struct bkj_client_options *options,
                                                    struct bkj_error **err);

/** Goes through no proxy, whatever the environment says. */
BKJ_API
bkj_status bkj_client_options_set_proxy_none(struct bkj_client_options *options,
                                             struct bkj_error **err);

/**
 * Goes through this proxy, whatever the environment says: http://proxy.example:3128, or with a login
 * http://user:password@proxy.example:3128, which is never shown. BKJ_ERR_CONFIG for anything else.
 */
BKJ_API
bkj_status bkj_client_options_set_proxy_url(struct bkj_client_options *options,
                                            const char *url,
                                            struct bkj_error **err);

/** Longest time to open a connection, proxy and TLS included, in milliseconds. */
BKJ_API
bkj_status bkj_client_options_set_connect_timeout_ms(struct bkj_client_options *options,
                                                     uint64_t milliseconds,
                                                     struct bkj_error **err);

/**
 * Longest time for one request, from sending to the last byte, however slowly they come, in milliseconds. Not the time a
 * wait may take.
 */
BKJ_API
bkj_status bkj_client_options_set_request_timeout_ms(struct bkj_client_options *options,
                                                     uint64_t milliseconds,
                                                     struct bkj_error **err);

/** Largest answer, in bytes; a larger one is BKJ_ERR_PROTOCOL. 0 is refused when a client is made. */
BKJ_API
bkj_status bkj_client_options_set_max_body(struct bkj_client_options *options,
                                           size_t bytes,
                                           struct bkj_error **err);

/**
 * How many requests the client, and what is made of it, have under way at a time, logins included; others wait their
 * turn. 0 is refused when a client is made.
 */
BKJ_API
bkj_status bkj_client_options_set_max_concurrency(struct bkj_client_options *options,
                                                  uint32_t requests,
                                                  struct bkj_error **err);

/**
 * How many retries the client, and what is made of it, may make in all before requests and time must have made them
 * good: one comes back with every ten requests, and one every ten seconds. When none is left, the error comes at once.
 */
BKJ_API
bkj_status bkj_client_options_set_retry_budget(struct bkj_client_options *options,
                                               uint32_t retries,
                                               struct bkj_error **err);

/** No new try begins after this many milliseconds. */
BKJ_API
bkj_status bkj_client_options_set_retry_total_ms(struct bkj_client_options *options,
                                                 uint64_t milliseconds,
                                                 struct bkj_error **err);

/** The first pause between tries is a random part of this many milliseconds; it doubles with each try. */
BKJ_API
bkj_status bkj_client_options_set_retry_base_ms(struct bkj_client_options *options,
                                                uint64_t milliseconds,
                                                struct bkj_error **err);

/** No pause between tries is longer, in milliseconds, except when the server asks for it. */
BKJ_API
bkj_status bkj_client_options_set_retry_cap_ms(struct bkj_client_options *options,
                                               uint64_t milliseconds,
                                               struct bkj_error **err);

/**
 * Tries of a read in all, the first included; 1 switches retries off. What starts or changes something is never
 * repeated blindly.
 */
BKJ_API
bkj_status bkj_client_options_set_retry_attempts(struct bkj_client_options *options,
                                                 uint32_t attempts,
                                                 struct bkj_error **err);

/** No retries at all. */
BKJ_API
bkj_status bkj_client_options_set_retry_none(struct bkj_client_options *options,
                                             struct bkj_error **err);

/**
 * Tells `callback` of every request; NULL: nobody (the default). `release` (may be NULL) is called exactly once, when
 * neither the options nor any client made with them needs `userdata`, also if this call fails.
 */
BKJ_API
bkj_status bkj_client_options_set_log(struct bkj_client_options *options,
                                      bkj_log_callback callback,
                                      void *userdata,
                                      bkj_release_callback release,
                                      struct bkj_error **err);

/** Frees options. Clients made with them are not concerned. */
BKJ_API void bkj_client_options_free(struct bkj_client_options *options);

/** @} */

/**
 * @defgroup backupjobs_certificate A server's certificate, fetched to be looked at before it is trusted
 * @{
 */

/** A certificate in words. What cannot be read is absent; the fingerprint is always there. */
struct bkj_certificate;

/**
 * The certificate that the server at a URL shows, trusted or not. Sends no credentials, in fact no request at all: the
 * handshake ends once the server has proved that it owns the certificate's key. Of `options` (may be NULL) only the
 * timeouts and the proxy count. `cancel` may be NULL.
 */
BKJ_API
bkj_status bkj_trust_fetch(const char *url,
                           const struct bkj_client_options *options,
                           const struct bkj_cancel_token *cancel,
                           struct bkj_certificate **out,
                           struct bkj_error **err);

/** Whom it is for, as a distinguished name such as "CN=vb365.example, O=Example", or NULL. */
BKJ_API const char *bkj_certificate_subject(const struct bkj_certificate *certificate);

/** Who signed it, or NULL. */
BKJ_API const char *bkj_certificate_issuer(const struct bkj_certificate *certificate);

/**
 * Number of host names and addresses it is good for. A name that stands in the subject alone does not count (RFC 9525).
 */
BKJ_API
size_t bkj_certificate_names_len(const struct bkj_certificate *certificate);

/** One host name or address, from 0; NULL beyond the end. */
BKJ_API const char *bkj_certificate_names_at(const struct bkj_certificate *certificate, size_t index);

/** Good from then on. */
BKJ_API bool bkj_certificate_not_before(const struct bkj_certificate *certificate, int64_t *out);

/** Good until then. The end of year 9999 means "never". */
BKJ_API bool bkj_certificate_not_after(const struct bkj_certificate *certificate, int64_t *out);

/** SHA-256 of the whole certificate: 64 lower-case hex digits. */
BKJ_API const char *bkj_certificate_sha256(const struct bkj_certificate *certificate);

/** The same as most tools show it: 32 pairs of upper-case hex digits with colons. */
BKJ_API const char *bkj_certificate_fingerprint(const struct bkj_certificate *certificate);

/** The certificate itself, PEM. */
BKJ_API const char *bkj_certificate_pem(const struct bkj_certificate *certificate);

/** True when its issuer is its subject: nobody else vouches for it. */
BKJ_API bool bkj_certificate_self_signed(const struct bkj_certificate *certificate);

/** True when the system's store accepts it for the host that showed it: then nothing needs to be remembered. */
BKJ_API bool bkj_certificate_trusted(const struct bkj_certificate *certificate);

/** Why the system's store does not accept it; NULL when it does. */
BKJ_API const char *bkj_certificate_refusal(const struct bkj_certificate *certificate);

/** Everything that a person compares, one thing a line. */
BKJ_API const char *bkj_certificate_text(const struct bkj_certificate *certificate);

/** Frees a certificate. */
BKJ_API void bkj_certificate_free(struct bkj_certificate *certificate);

/** @} */

/**
 * @defgroup backupjobs_known_hosts A file of hosts and the certificates that were compared by a person, as ssh keeps one for keys
 * @{
 */

/**
 * A file with one host and one certificate a line, in which # begins a comment: "vb365.example:4443 AA:BB:…:99". A host
 * may have several lines. A file that we create is its owner's only, and replaced as a whole; several processes may
 * change it at once. May be used from any number of threads at once.
 */
struct bkj_known_hosts;

/**
 * Opens a file, and checks that every line of it can be read. One that does not exist is one without hosts.
 * BKJ_ERR_CONFIG when the file or a line of it cannot be read, or when everybody may write it.
 */
BKJ_API
bkj_status bkj_known_hosts_open(const char *path,
                                struct bkj_known_hosts **out,
                                struct bkj_error **err);

/** Where the file is, as it was given. */
BKJ_API const char *bkj_known_hosts_path(const struct bkj_known_hosts *hosts);

/** The SHA-256s remembered for the host and port of a URL, with colons; an empty list for an unknown host. */
BKJ_API
bkj_status bkj_known_hosts_lookup(const struct bkj_known_hosts *hosts,
                                  const char *url,
                                  struct bkj_string_list **out,
                                  struct bkj_error **err);

/**
 * Adds a certificate for the host and port of a URL; what was remembered before stays. For a certificate that replaces
 * another, bkj_known_hosts_forget() the host first.
 */
BKJ_API
bkj_status bkj_known_hosts_remember(const struct bkj_known_hosts *hosts,
                                    const char *url,
                                    const struct bkj_certificate *certificate,
                                    struct bkj_error **err);

/**
 * Removes every certificate of the host and port of a URL; comments and other hosts stay. Writes whether there was one.
 */
BKJ_API
bkj_status bkj_known_hosts_forget(const struct bkj_known_hosts *hosts,
                                  const char *url,
                                  bool *out,
                                  struct bkj_error **err);

/** Frees it. The file stays. */
BKJ_API void bkj_known_hosts_free(struct bkj_known_hosts *hosts);

/** @} */

/**
 * @defgroup backupjobs_secret Secrets from where they are kept
 *
 * Secrets from where they are kept: the environment, a file, the output of a command.
 * @{
 */

/**
 * A secret that belongs to the caller, to be given to the calls that take a password, token or key as text. Its text is
 * wiped when it is freed: free it as soon as the client is made.
 */
struct bkj_secret;

/**
 * The value of an environment variable, as it is. BKJ_ERR_CONFIG, which never shows the value, when it is not set, empty,
 * larger than 64 KiB or not UTF-8.
 */
BKJ_API
bkj_status bkj_secret_from_env(const char *name,
                               struct bkj_secret **out,
                               struct bkj_error **err);

/**
 * The content of a file without the line break at its end. A file that everybody may write is refused. BKJ_ERR_CONFIG
 * also when it cannot be read, is empty, larger than 64 KiB or not UTF-8.
 */
BKJ_API
bkj_status bkj_secret_from_file(const char *path,
                                struct bkj_secret **out,
                                struct bkj_error **err);

/**
 * What a program writes to its standard output, without the white space around it: `argv` has `count` texts, the program
 * first. It is run without a shell and without input, and killed after `limit_ms` (0: 30 s). BKJ_ERR_CONFIG, which names
 * the program and its exit code but never an argument or the output, when that fails.
 */
BKJ_API
bkj_status bkj_secret_from_command(const char *const *argv,
                                   size_t count,
                                   uint64_t limit_ms,
                                   struct bkj_secret **out,
                                   struct bkj_error **err);

/**
 * The plain text, for the calls that take one: do not copy or print it. It lives as long as the secret. NULL for NULL.
 */
BKJ_API
const char *bkj_secret_value(const struct bkj_secret *secret);

/** Wipes and frees a secret. Clients made with it have their own copy, and wipe that. */
BKJ_API void bkj_secret_free(struct bkj_secret *secret);

/** @} */

/**
 * @defgroup backupjobs_cancel Cancel tokens
 *
 * Cancel tokens: the way to end a call early, from another thread or from a signal handler.
 * @{
 */

/** Cancels the calls of the clients and servers made with it. Cancelling never touches the backup on the server. */
struct bkj_cancel_token;

/**
 * Asked at least every 100 ms, on the thread that makes the call, while it waits. Anything but 0 cancels. Must not throw.
 */
typedef int32_t (*bkj_probe_callback)(void *userdata);

/** A token that nobody has cancelled. */
BKJ_API struct bkj_cancel_token *bkj_cancel_token_new(void);

/**
 * Another token with the same flag, and in addition a question asked while calls wait. `release` (may be NULL) is
 * called exactly once, when `userdata` is no longer needed, also if this call fails.
 */
BKJ_API
bkj_status bkj_cancel_token_with_probe(const struct bkj_cancel_token *token,
                                       bkj_probe_callback probe,
                                       void *userdata,
                                       bkj_release_callback release,
                                       struct bkj_cancel_token **out,
                                       struct bkj_error **err);

/** Cancels. Safe to call from any thread and from a signal handler. What is cancelled stays cancelled. */
BKJ_API void bkj_cancel_token_cancel(const struct bkj_cancel_token *token);

/** True once cancelled. */
BKJ_API bool bkj_cancel_token_is_cancelled(const struct bkj_cancel_token *token);

/**
 * Frees a token. Clients made with it keep what they need of it; freed, it can no longer be cancelled through this
 * handle.
 */
BKJ_API
void bkj_cancel_token_free(struct bkj_cancel_token *token);

/** @} */

/**
 * @defgroup backupjobs_veeam Veeam Backup for Microsoft 365
 *
 * Veeam Backup for Microsoft 365: the client.
 * @{
 */

/** v2, product 2.0 (2018). */
#define BKJ_VEEAM_DIALECT_V2 2

/** v3, product 3.0 (2019): restore sessions from jobs. */
#define BKJ_VEEAM_DIALECT_V3 3

/** v4, product 4.0 (2019): object storage. */
#define BKJ_VEEAM_DIALECT_V4 4

/** v5, product 5.0 (2020): Teams, job sessions in pages. */
#define BKJ_VEEAM_DIALECT_V5 5

/** v6, product 6.0 (2022): one endpoint per action, relative links, backup copy jobs. */
#define BKJ_VEEAM_DIALECT_V6 6

/** v7, product 7.0 (2023): job sessions of one job by a filter, retries, logout. */
#define BKJ_VEEAM_DIALECT_V7 7

/** v8, product 8.0 (2024): every list in pages, the answer to a start names the run. */
#define BKJ_VEEAM_DIALECT_V8 8

/** A client of one Veeam Backup for Microsoft 365 server. May be used from any number of threads at once. */
struct bkj_veeam;

/**
 * A client of a Veeam server. `url` is https://host:4443, without the version; `version` is a
 * BKJ_VEEAM_DIALECT_… number: a server serves several versions at once. `options` may be NULL. Checks the
 * configuration and sends nothing yet: the login happens at the first call.
 */
BKJ_API
bkj_status bkj_veeam_new(const char *url,
                         int32_t version,
                         const char *username,
                         const char *password,
                         const struct bkj_client_options *options,
                         struct bkj_veeam **out,
                         struct bkj_error **err);

/** Scheme, host and port. */
BKJ_API const char *bkj_veeam_url(const struct bkj_veeam *client);

/** The version of the API it speaks: a BKJ_VEEAM_DIALECT_… number; 0 for NULL. */
BKJ_API int32_t bkj_veeam_dialect(const struct bkj_veeam *client);

/** The same client, sharing connections and login, whose calls end early when `cancel` is cancelled. */
BKJ_API
bkj_status bkj_veeam_with_cancel(const struct bkj_veeam *client,
                                 const struct bkj_cancel_token *cancel,
                                 struct bkj_veeam **out,
                                 struct bkj_error **err);

/** This server in the common model. It shares the login with the client. */
BKJ_API
bkj_status bkj_veeam_server(const struct bkj_veeam *client,
                            struct bkj_server **out,
                            struct bkj_error **err);

/** Logs in now, to find out early whether the credentials are good. */
BKJ_API bkj_status bkj_veeam_login(const struct bkj_veeam *client, struct bkj_error **err);

/**
 * Forgets the token; later calls answer BKJ_ERR_CLOSED. Happens by itself when the last client and server that
 * share the login are freed.
 */
BKJ_API
bkj_status bkj_veeam_close(const struct bkj_veeam *client,
                           struct bkj_error **err);

/** Frees a client. Servers made of it go on. */
BKJ_API void bkj_veeam_free(struct bkj_veeam *client);

/** @} */

/**
 * @defgroup backupjobs_veeam_detect Veeam: Which versions of the API a server serves
 * @{
 */

/**
 * Which versions of the API the server at that URL serves, without credentials: `dialects`, which has room for `capacity`
 * numbers, gets BKJ_VEEAM_DIALECT_… numbers, oldest first, and `count` their number. Room for 16 is enough for any version
 * of this library; where there is too little, nothing is written. `options` may be NULL.
 */
BKJ_API
bkj_status bkj_veeam_detect(const char *url,
                            const struct bkj_client_options *options,
                            int32_t *dialects,
                            size_t capacity,
                            size_t *count,
                            struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_veeam_service Veeam: The server itself
 *
 * The server itself: its version, and how it is.
 * @{
 */

/** The installed product. https://helpcenter.veeam.com/docs/vbo365/rest/versioning.html */
BKJ_API
bkj_status bkj_veeam_service_instance(const struct bkj_veeam *client,
                                      struct bkj_veeam_service_instance **out,
                                      struct bkj_error **err);

/** How the product is. Which HTTP status an unhealthy one answers with is not documented. */
BKJ_API
bkj_status bkj_veeam_health(const struct bkj_veeam *client,
                            struct bkj_veeam_health **out,
                            struct bkj_error **err);

/** The installed product. */
struct bkj_veeam_service_instance;

/** UUID. NULL when there is none. */
BKJ_API
const char *bkj_veeam_service_instance_installation_id(const struct bkj_veeam_service_instance *instance);

/** Version of the product, like `8.1.0.305`. NULL when there is none. */
BKJ_API const char *bkj_veeam_service_instance_version(const struct bkj_veeam_service_instance *instance);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_service_instance_extra_json(const struct bkj_veeam_service_instance *instance);

/** Frees a service instance that belongs to the caller. */
BKJ_API void bkj_veeam_service_instance_free(struct bkj_veeam_service_instance *instance);

/** How the product is. */
struct bkj_veeam_health;

/** `Healthy` or `Unhealthy`. NULL when there is none. */
BKJ_API const char *bkj_veeam_health_status(const struct bkj_veeam_health *health);

/** Its parts. On the wire they are the members of an object, here a list: how many. */
BKJ_API size_t bkj_veeam_health_entries_len(const struct bkj_veeam_health *health);

/**
 * Its parts. On the wire they are the members of an object, here a list: one of them, from 0; NULL beyond the end.
 */
BKJ_API
const struct bkj_veeam_health_entry *bkj_veeam_health_entries_at(const struct bkj_veeam_health *health,
                                                                 size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_health_extra_json(const struct bkj_veeam_health *health);

/** Frees a health that belongs to the caller. */
BKJ_API void bkj_veeam_health_free(struct bkj_veeam_health *health);

/** How a part of the product is. */
struct bkj_veeam_health_entry;

/** Name of the part, like `nats`. */
BKJ_API const char *bkj_veeam_health_entry_name(const struct bkj_veeam_health_entry *entry);

/** `Healthy` or `Unhealthy`. NULL when there is none. */
BKJ_API const char *bkj_veeam_health_entry_status(const struct bkj_veeam_health_entry *entry);

/** What the vendor says about it. NULL when there is none. */
BKJ_API const char *bkj_veeam_health_entry_description(const struct bkj_veeam_health_entry *entry);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_health_entry_extra_json(const struct bkj_veeam_health_entry *entry);

/** @} */

/**
 * @defgroup backupjobs_veeam_organizations Veeam: Organizations
 * @{
 */

/** An organization. */
struct bkj_veeam_organization;

/** UUID. */
BKJ_API const char *bkj_veeam_organization_id(const struct bkj_veeam_organization *organization);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_veeam_organization_name(const struct bkj_veeam_organization *organization);

/** Name at Microsoft. NULL when there is none. */
BKJ_API const char *bkj_veeam_organization_office_name(const struct bkj_veeam_organization *organization);

/** Description; v7. NULL when there is none. */
BKJ_API const char *bkj_veeam_organization_description(const struct bkj_veeam_organization *organization);

/** `Office365`, `OnPremises` or `Hybrid`. NULL when there is none. */
BKJ_API const char *bkj_veeam_organization_kind(const struct bkj_veeam_organization *organization);

/** Region of the cloud. NULL when there is none. */
BKJ_API const char *bkj_veeam_organization_region(const struct bkj_veeam_organization *organization);

/** Whether Exchange Online is covered. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_organization_is_exchange_online(const struct bkj_veeam_organization *organization);

/** Whether SharePoint Online is covered. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_veeam_organization_is_share_point_online(const struct bkj_veeam_organization *organization);

/** Whether Teams is covered; v5 and later. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_organization_is_teams_online(const struct bkj_veeam_organization *organization);

/** Whether chats of Teams are covered; v6. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_veeam_organization_is_teams_chats_online(const struct bkj_veeam_organization *organization);

/** Whether Exchange on premises is covered. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_organization_is_exchange(const struct bkj_veeam_organization *organization);

/** Whether SharePoint on premises is covered. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_organization_is_sharepoint(const struct bkj_veeam_organization *organization);

/** Id at Microsoft; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_organization_msid(const struct bkj_veeam_organization *organization);

/** Id of its data in the backup; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_organization_backed_up_organization_id(const struct bkj_veeam_organization *organization);

/** Whether anything was ever backed up. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_organization_is_backedup(const struct bkj_veeam_organization *organization);

/**
 * When its data was first backed up. (The odd spelling is the vendor's.). As the server wrote it
 * (bkj_time_unix_ms() reads it); NULL when there is none.
 */
BKJ_API
const char *bkj_veeam_organization_first_backuptime(const struct bkj_veeam_organization *organization);

/**
 * When its data was last backed up. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is
 * none.
 */
BKJ_API const char *bkj_veeam_organization_last_backuptime(const struct bkj_veeam_organization *organization);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_organization_links(const struct bkj_veeam_organization *organization);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_organization_links_json(const struct bkj_veeam_organization *organization);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_organization_extra_json(const struct bkj_veeam_organization *organization);

/** Frees an organization that belongs to the caller. */
BKJ_API void bkj_veeam_organization_free(struct bkj_veeam_organization *organization);

/** A list of organizations. */
struct bkj_veeam_organization_list;

/** Number of organizations. */
BKJ_API size_t bkj_veeam_organization_list_len(const struct bkj_veeam_organization_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_organization *bkj_veeam_organization_list_at(const struct bkj_veeam_organization_list *list,
                                                                    size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_organization_list_free(struct bkj_veeam_organization_list *list);

/** All organizations. */
BKJ_API
bkj_status bkj_veeam_organizations(const struct bkj_veeam *client,
                                   struct bkj_veeam_organization_list **out,
                                   struct bkj_error **err);

/**
 * One organization. `extended_view` asks for is_backedup, first_backuptime and last_backuptime: 1, 0, or BKJ_ABSENT for
 * the server's default, which is 1 in v6 and 0 in v7 and v8.
 */
BKJ_API
bkj_status bkj_veeam_organization(const struct bkj_veeam *client,
                                  const char *id,
                                  int32_t extended_view,
                                  struct bkj_veeam_organization **out,
                                  struct bkj_error **err);

/** The organizations asked for, one page at a time. `query` may be NULL: all. */
BKJ_API
bkj_status bkj_veeam_iter_organizations(const struct bkj_veeam *client,
                                        const struct bkj_veeam_organization_query *query,
                                        struct bkj_veeam_organization_iter **out,
                                        struct bkj_error **err);

/** The repositories with data of an organization. */
BKJ_API
bkj_status bkj_veeam_used_repositories(const struct bkj_veeam *client,
                                       const char *organization_id,
                                       struct bkj_veeam_used_repository_list **out,
                                       struct bkj_error **err);

/** The same, one page at a time. */
BKJ_API
bkj_status bkj_veeam_iter_used_repositories(const struct bkj_veeam *client,
                                            const char *organization_id,
                                            struct bkj_veeam_used_repository_iter **out,
                                            struct bkj_error **err);

/** Organizations, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_organization_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_organization_iter_next(struct bkj_veeam_organization_iter *iter,
                                            struct bkj_veeam_organization **out,
                                            struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_organization_iter_free(struct bkj_veeam_organization_iter *iter);

/** Which organizations to list, and how. Unset: all, as the server shows them by itself. */
struct bkj_veeam_organization_query;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_organization_query *bkj_veeam_organization_query_new(void);

/**
 * Whether to tell when data were backed up. Needs the proxy to be online. Unset, v6 does and v7 and v8 do not; earlier
 * versions always do, and are not asked: 1, 0, or BKJ_ABSENT.
 */
BKJ_API
bkj_status bkj_veeam_organization_query_set_extended_view(struct bkj_veeam_organization_query *query,
                                                          int32_t yes,
                                                          struct bkj_error **err);

/** Only the organization with this id at Microsoft; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_organization_query_set_msid(struct bkj_veeam_organization_query *query,
                                                 const char *text,
                                                 struct bkj_error **err);

/** Only the organization whose data have this id in the backup; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_organization_query_set_backed_up_organization_id(struct bkj_veeam_organization_query *query,
                                                                      const char *text,
                                                                      struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_organization_query_free(struct bkj_veeam_organization_query *spec);

/** A repository with data of an organization. */
struct bkj_veeam_used_repository;

/** The repository; before v8 told by the `backupRepository` link. NULL when there is none. */
BKJ_API
const char *bkj_veeam_used_repository_repository_id(const struct bkj_veeam_used_repository *repository);

/** Bytes used. False when there is none. */
BKJ_API
bool bkj_veeam_used_repository_used_space_bytes(const struct bkj_veeam_used_repository *repository,
                                                int64_t *out);

/** Bytes of the local cache. False when there is none. */
BKJ_API
bool bkj_veeam_used_repository_local_cache_used_space_bytes(const struct bkj_veeam_used_repository *repository,
                                                            int64_t *out);

/** Bytes in object storage. False when there is none. */
BKJ_API
bool bkj_veeam_used_repository_object_storage_used_space_bytes(const struct bkj_veeam_used_repository *repository,
                                                               int64_t *out);

/** Whether it can be reached. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_used_repository_is_available(const struct bkj_veeam_used_repository *repository);

/** What the vendor says about it. NULL when there is none. */
BKJ_API const char *bkj_veeam_used_repository_details(const struct bkj_veeam_used_repository *repository);

/** Objects protected; v8. False when there is none. */
BKJ_API
bool bkj_veeam_used_repository_protected_objects_count(const struct bkj_veeam_used_repository *repository,
                                                       int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_used_repository_links(const struct bkj_veeam_used_repository *repository);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_used_repository_links_json(const struct bkj_veeam_used_repository *repository);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_used_repository_extra_json(const struct bkj_veeam_used_repository *repository);

/** Frees a used repository that belongs to the caller. */
BKJ_API void bkj_veeam_used_repository_free(struct bkj_veeam_used_repository *repository);

/** A list of used repositorys. */
struct bkj_veeam_used_repository_list;

/** Number of used repositorys. */
BKJ_API size_t bkj_veeam_used_repository_list_len(const struct bkj_veeam_used_repository_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_used_repository *bkj_veeam_used_repository_list_at(const struct bkj_veeam_used_repository_list *list,
                                                                          size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_used_repository_list_free(struct bkj_veeam_used_repository_list *list);

/** Used repositorys, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_used_repository_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_used_repository_iter_next(struct bkj_veeam_used_repository_iter *iter,
                                               struct bkj_veeam_used_repository **out,
                                               struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_used_repository_iter_free(struct bkj_veeam_used_repository_iter *iter);

/** @} */

/**
 * @defgroup backupjobs_veeam_repositories Veeam: Backup repositories
 * @{
 */

/** A backup repository. */
struct bkj_veeam_repository;

/** UUID. */
BKJ_API const char *bkj_veeam_repository_id(const struct bkj_veeam_repository *repository);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_name(const struct bkj_veeam_repository *repository);

/** Description. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_description(const struct bkj_veeam_repository *repository);

/** Backup proxy that serves it. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_proxy_id(const struct bkj_veeam_repository *repository);

/** Pool of proxies that serves it; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_proxy_pool_id(const struct bkj_veeam_repository *repository);

/** Organization it belongs to; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_organization_id(const struct bkj_veeam_repository *repository);

/** Path on the proxy. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_path(const struct bkj_veeam_repository *repository);

/** Object storage behind it; none for a local one. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_object_storage_id(const struct bkj_veeam_repository *repository);

/** Up to v7: path of the cache of the object storage. NULL when there is none. */
BKJ_API
const char *bkj_veeam_repository_object_storage_cache_path(const struct bkj_veeam_repository *repository);

/** Whether the object storage is encrypted. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_veeam_repository_object_storage_encryption_enabled(const struct bkj_veeam_repository *repository);

/** The key it is encrypted with. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_encryption_key_id(const struct bkj_veeam_repository *repository);

/** v8: object storage behind it; none for a local one. NULL when there is none. */
BKJ_API
const struct bkj_veeam_object_storage *bkj_veeam_repository_object_storage(const struct bkj_veeam_repository *repository);

/** Whether it is an archive. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_repository_is_long_term(const struct bkj_veeam_repository *repository);

/** Bytes in all. False when there is none. */
BKJ_API bool bkj_veeam_repository_capacity_bytes(const struct bkj_veeam_repository *repository, int64_t *out);

/** Bytes free. False when there is none. */
BKJ_API
bool bkj_veeam_repository_free_space_bytes(const struct bkj_veeam_repository *repository,
                                           int64_t *out);

/** `ItemLevel` or `SnapshotBased`. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_retention_type(const struct bkj_veeam_repository *repository);

/** `Daily`, `Monthly` or `Yearly`. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_retention_period_type(const struct bkj_veeam_repository *repository);

/** Days kept. False when there is none. */
BKJ_API
bool bkj_veeam_repository_daily_retention_period(const struct bkj_veeam_repository *repository,
                                                 int64_t *out);

/** Months kept. False when there is none. */
BKJ_API
bool bkj_veeam_repository_monthly_retention_period(const struct bkj_veeam_repository *repository,
                                                   int64_t *out);

/** `Year1`, `Years2` … `Years25` or `Keep`. NULL when there is none. */
BKJ_API
const char *bkj_veeam_repository_yearly_retention_period(const struct bkj_veeam_repository *repository);

/** When what is too old is removed: `Daily` or `Monthly`. NULL when there is none. */
BKJ_API
const char *bkj_veeam_repository_retention_frequency_type(const struct bkj_veeam_repository *repository);

/** `HH:mm:ss` of a daily removal. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_daily_time(const struct bkj_veeam_repository *repository);

/** Days of a daily removal. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_daily_type(const struct bkj_veeam_repository *repository);

/** The same as a BKJ_VEEAM_DAILY_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_veeam_repository_daily_type_code(const struct bkj_veeam_repository *repository);

/** `HH:mm:ss` of a monthly removal. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_monthly_time(const struct bkj_veeam_repository *repository);

/** Which of those days of the month: `First` … `Fourth`, `Last`. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_monthly_daynumber(const struct bkj_veeam_repository *repository);

/** Day of the week of a monthly removal. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_monthly_dayofweek(const struct bkj_veeam_repository *repository);

/** Whether it needs to be synchronized. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_repository_is_out_of_sync(const struct bkj_veeam_repository *repository);

/** Whether it needs to be upgraded; v8. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_repository_is_outdated(const struct bkj_veeam_repository *repository);

/** Whether it is indexed; v8. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_repository_is_indexed(const struct bkj_veeam_repository *repository);

/** Whether it is locked while its data are moved; v8. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_repository_is_migration_locked(const struct bkj_veeam_repository *repository);

/** Whether it cannot be used; v8. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_repository_is_out_of_order(const struct bkj_veeam_repository *repository);

/** Why not; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_repository_out_of_order_reason(const struct bkj_veeam_repository *repository);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_repository_links(const struct bkj_veeam_repository *repository);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_repository_links_json(const struct bkj_veeam_repository *repository);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_repository_extra_json(const struct bkj_veeam_repository *repository);

/** Frees a repository that belongs to the caller. */
BKJ_API void bkj_veeam_repository_free(struct bkj_veeam_repository *repository);

/** A list of backup repositories. */
struct bkj_veeam_repository_list;

/** Number of backup repositories. */
BKJ_API size_t bkj_veeam_repository_list_len(const struct bkj_veeam_repository_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_repository *bkj_veeam_repository_list_at(const struct bkj_veeam_repository_list *list,
                                                                size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_repository_list_free(struct bkj_veeam_repository_list *list);

/** All backup repositories. */
BKJ_API
bkj_status bkj_veeam_repositories(const struct bkj_veeam *client,
                                  struct bkj_veeam_repository_list **out,
                                  struct bkj_error **err);

/** One backup repository. */
BKJ_API
bkj_status bkj_veeam_repository(const struct bkj_veeam *client,
                                const char *id,
                                struct bkj_veeam_repository **out,
                                struct bkj_error **err);

/**
 * The backup repositories asked for, one page at a time. Before v6 the server does not filter by proxy: we do, and a
 * repository that does not tell its proxy is left out. `query` may be NULL: all.
 */
BKJ_API
bkj_status bkj_veeam_iter_repositories(const struct bkj_veeam *client,
                                       const struct bkj_veeam_repository_query *query,
                                       struct bkj_veeam_repository_iter **out,
                                       struct bkj_error **err);

/** Repositorys, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_repository_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_repository_iter_next(struct bkj_veeam_repository_iter *iter,
                                          struct bkj_veeam_repository **out,
                                          struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_repository_iter_free(struct bkj_veeam_repository_iter *iter);

/** The object storage behind a repository, v8. */
struct bkj_veeam_object_storage;

/** UUID. NULL when there is none. */
BKJ_API const char *bkj_veeam_object_storage_id(const struct bkj_veeam_object_storage *storage);

/**
 * `AzureBlob`, `AzureBlobArchive`, `AmazonS3`, `AmazonS3Compatible`, `AmazonS3Glacier`, `WasabiCloud` or `IBMCloud`.
 * NULL when there is none.
 */
BKJ_API
const char *bkj_veeam_object_storage_kind(const struct bkj_veeam_object_storage *storage);

/** Account it is reached with. NULL when there is none. */
BKJ_API const char *bkj_veeam_object_storage_account_id(const struct bkj_veeam_object_storage *storage);

/** Whether its size is limited. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_object_storage_size_limit_enabled(const struct bkj_veeam_object_storage *storage);

/** The limit, in GB. False when there is none. */
BKJ_API
bool bkj_veeam_object_storage_size_limit_gb(const struct bkj_veeam_object_storage *storage,
                                            int64_t *out);

/** Bytes used. False when there is none. */
BKJ_API
bool bkj_veeam_object_storage_used_space_bytes(const struct bkj_veeam_object_storage *storage,
                                               int64_t *out);

/** Bytes free. False when there is none. */
BKJ_API
bool bkj_veeam_object_storage_free_space_bytes(const struct bkj_veeam_object_storage *storage,
                                               int64_t *out);

/** Whether backups cannot be changed for a time. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_object_storage_enable_immutability(const struct bkj_veeam_object_storage *storage);

/** Whether some accounts can change them all the same. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_veeam_object_storage_enable_immutability_governance_mode(const struct bkj_veeam_object_storage *storage);

/** That time, in days. False when there is none. */
BKJ_API
bool bkj_veeam_object_storage_immutability_period_days(const struct bkj_veeam_object_storage *storage,
                                                       int64_t *out);

/** Whether an archiver appliance is used. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_veeam_object_storage_use_archiver_appliance(const struct bkj_veeam_object_storage *storage);

/** Amazon and compatible: folder. NULL when there is none. */
BKJ_API const char *bkj_veeam_object_storage_s3_folder(const struct bkj_veeam_object_storage *storage);

/** Azure: folder. NULL when there is none. */
BKJ_API const char *bkj_veeam_object_storage_azure_folder(const struct bkj_veeam_object_storage *storage);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_object_storage_links(const struct bkj_veeam_object_storage *storage);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_object_storage_links_json(const struct bkj_veeam_object_storage *storage);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_object_storage_extra_json(const struct bkj_veeam_object_storage *storage);

/** Which repositories to list. Unset: all. */
struct bkj_veeam_repository_query;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_repository_query *bkj_veeam_repository_query_new(void);

/** Only repositories that this proxy serves; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_repository_query_set_proxy_id(struct bkj_veeam_repository_query *query,
                                                   const char *text,
                                                   struct bkj_error **err);

/** Only repositories that this pool of proxies serves; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_repository_query_set_proxy_pool_id(struct bkj_veeam_repository_query *query,
                                                        const char *text,
                                                        struct bkj_error **err);

/** Only repositories of this organization; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_repository_query_set_organization_id(struct bkj_veeam_repository_query *query,
                                                          const char *text,
                                                          struct bkj_error **err);

/** `Some(true)`: only archives. `Some(false)`: all, as when unset, by the v8 document. v6: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_repository_query_set_long_term(struct bkj_veeam_repository_query *query,
                                                    int32_t yes,
                                                    struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_repository_query_free(struct bkj_veeam_repository_query *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_jobs Veeam: Backup jobs, as the server has them
 * @{
 */

/**
 * State of a job, a copy job or a job session: the state of its newest run. 0 stands for a word that this
 * version does not know, or for none.
 */
#define BKJ_VEEAM_JOB_STATUS_UNKNOWN 0

/** Stopped, or never run. The word is "Stopped". */
#define BKJ_VEEAM_JOB_STATUS_STOPPED 1

/** Running. The word is "Running". */
#define BKJ_VEEAM_JOB_STATUS_RUNNING 2

/** The last run succeeded. The word is "Success". */
#define BKJ_VEEAM_JOB_STATUS_SUCCESS 3

/** The last run ended with warnings. The word is "Warning". */
#define BKJ_VEEAM_JOB_STATUS_WARNING 4

/** The last run failed. The word is "Failed". */
#define BKJ_VEEAM_JOB_STATUS_FAILED 5

/** Not set up. The word is "NotConfigured". */
#define BKJ_VEEAM_JOB_STATUS_NOT_CONFIGURED 6

/** The backup proxy is gone. The word is "Disconnected". */
#define BKJ_VEEAM_JOB_STATUS_DISCONNECTED 7

/** Waiting to run. The word is "Queued". */
#define BKJ_VEEAM_JOB_STATUS_QUEUED 8

/** The vendor's word for a BKJ_VEEAM_JOB_STATUS_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_job_status_word(int32_t code);

/**
 * The BKJ_VEEAM_JOB_STATUS_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API int32_t bkj_veeam_job_status_from_word(const char *word);

/** What a job backs up. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_BACKUP_TYPE_UNKNOWN 0

/** The whole organization. The word is "EntireOrganization". */
#define BKJ_VEEAM_BACKUP_TYPE_ENTIRE_ORGANIZATION 1

/** Chosen items. The word is "SelectedItems". */
#define BKJ_VEEAM_BACKUP_TYPE_SELECTED_ITEMS 2

/** The vendor's word for a BKJ_VEEAM_BACKUP_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_backup_type_word(int32_t code);

/**
 * The BKJ_VEEAM_BACKUP_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API int32_t bkj_veeam_backup_type_from_word(const char *word);

/** A backup job. */
struct bkj_veeam_job;

/** UUID. */
BKJ_API const char *bkj_veeam_job_id(const struct bkj_veeam_job *job);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_name(const struct bkj_veeam_job *job);

/** Description; "" when empty. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_description(const struct bkj_veeam_job *job);

/** Organization it backs up; before v8 told by the `organization` link. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_organization_id(const struct bkj_veeam_job *job);

/** Repository it writes to; v6 (before, the `backupRepository` link). NULL when there is none. */
BKJ_API const char *bkj_veeam_job_repository_id(const struct bkj_veeam_job *job);

/** What it backs up. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_backup_type(const struct bkj_veeam_job *job);

/** The same as a BKJ_VEEAM_BACKUP_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_veeam_job_backup_type_code(const struct bkj_veeam_job *job);

/** When it runs by itself. NULL when there is none. */
BKJ_API const struct bkj_veeam_job_schedule *bkj_veeam_job_schedule_policy(const struct bkj_veeam_job *job);

/**
 * When the newest run began; none before the first. As the server wrote it (bkj_time_unix_ms() reads it); NULL
 * when there is none.
 */
BKJ_API
const char *bkj_veeam_job_last_run(const struct bkj_veeam_job *job);

/**
 * When it runs next; none while unscheduled or disabled. As the server wrote it (bkj_time_unix_ms() reads it);
 * NULL when there is none.
 */
BKJ_API
const char *bkj_veeam_job_next_run(const struct bkj_veeam_job *job);

/** When it last succeeded; v7. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_job_last_backup(const struct bkj_veeam_job *job);

/** Whether the schedule is on. A disabled job can still be started by hand. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_is_enabled(const struct bkj_veeam_job *job);

/** State of the newest run. Right after a start it may still be that of the run before. NULL when there is none. */
BKJ_API
const char *bkj_veeam_job_last_status(const struct bkj_veeam_job *job);

/** The same as a BKJ_VEEAM_JOB_STATUS_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_veeam_job_last_status_code(const struct bkj_veeam_job *job);

/** v2: whether it is running. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_is_run(const struct bkj_veeam_job *job);

/** v6, v7: whether it was to run right after it was created. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_run_now(const struct bkj_veeam_job *job);

/** v6, v7: what it backs up, where the answer says so. See bkj_veeam_selected_items(): how many. */
BKJ_API size_t bkj_veeam_job_selected_items_len(const struct bkj_veeam_job *job);

/**
 * v6, v7: what it backs up, where the answer says so. See bkj_veeam_selected_items(): one of them, from 0; NULL beyond
 * the end.
 */
BKJ_API
const struct bkj_veeam_job_item *bkj_veeam_job_selected_items_at(const struct bkj_veeam_job *job,
                                                                 size_t index);

/** v6, v7: what it leaves out, where the answer says so. See bkj_veeam_excluded_items(): how many. */
BKJ_API size_t bkj_veeam_job_excluded_items_len(const struct bkj_veeam_job *job);

/**
 * v6, v7: what it leaves out, where the answer says so. See bkj_veeam_excluded_items(): one of them, from 0; NULL beyond
 * the end.
 */
BKJ_API
const struct bkj_veeam_job_item *bkj_veeam_job_excluded_items_at(const struct bkj_veeam_job *job,
                                                                 size_t index);

/** Version of the object: counts up with every change; v8. False when there is none. */
BKJ_API bool bkj_veeam_job_e_tag(const struct bkj_veeam_job *job, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_job_links(const struct bkj_veeam_job *job);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_links_json(const struct bkj_veeam_job *job);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_extra_json(const struct bkj_veeam_job *job);

/** Frees a job that belongs to the caller. */
BKJ_API void bkj_veeam_job_free(struct bkj_veeam_job *job);

/** A list of jobs. */
struct bkj_veeam_job_list;

/** Number of jobs. */
BKJ_API size_t bkj_veeam_job_list_len(const struct bkj_veeam_job_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_job *bkj_veeam_job_list_at(const struct bkj_veeam_job_list *list,
                                                  size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_job_list_free(struct bkj_veeam_job_list *list);

/**
 * The backup jobs asked for, one page at a time. Before v8 the server does not filter by repository: we do, and a job
 * that does not tell its repository is left out. `query` may be NULL: all.
 */
BKJ_API
bkj_status bkj_veeam_iter_jobs(const struct bkj_veeam *client,
                               const struct bkj_veeam_job_query *query,
                               struct bkj_veeam_job_iter **out,
                               struct bkj_error **err);

/** Deletes a job; its backups stay. A job that has a copy job cannot be deleted before that is. */
BKJ_API
bkj_status bkj_veeam_delete_job(const struct bkj_veeam *client,
                                const char *id,
                                struct bkj_error **err);

/** Jobs, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_job_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_job_iter_next(struct bkj_veeam_job_iter *iter,
                                   struct bkj_veeam_job **out,
                                   struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_job_iter_free(struct bkj_veeam_job_iter *iter);

/** Which jobs to list. Unset: all. */
struct bkj_veeam_job_query;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_job_query *bkj_veeam_job_query_new(void);

/** Only jobs of this organization; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_query_set_organization_id(struct bkj_veeam_job_query *query,
                                                   const char *text,
                                                   struct bkj_error **err);

/** Only jobs that write to this repository; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_query_set_repository_id(struct bkj_veeam_job_query *query,
                                                 const char *text,
                                                 struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_job_query_free(struct bkj_veeam_job_query *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_job_calls Veeam: What can be done with backup jobs
 * @{
 */

/** All backup jobs. */
BKJ_API
bkj_status bkj_veeam_jobs(const struct bkj_veeam *client,
                          struct bkj_veeam_job_list **out,
                          struct bkj_error **err);

/** One backup job. */
BKJ_API
bkj_status bkj_veeam_job(const struct bkj_veeam *client,
                         const char *id,
                         struct bkj_veeam_job **out,
                         struct bkj_error **err);

/**
 * Starts a job. v8 answers with the session; before, `*out` becomes NULL, and bkj_server_start() finds the run. `full` is
 * 1 for a full backup, 0 for an incremental one (both v6 and later), BKJ_ABSENT for what the job is set up to.
 */
BKJ_API
bkj_status bkj_veeam_start_job(const struct bkj_veeam *client,
                               const char *id,
                               int32_t full,
                               struct bkj_veeam_job_session **out,
                               struct bkj_error **err);

/** Stops a job's run. The answer may come before the run has wound down; what was backed up is kept. */
BKJ_API bkj_status bkj_veeam_stop_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);

/** Switches a job's schedule on. */
BKJ_API
bkj_status bkj_veeam_enable_job(const struct bkj_veeam *client,
                                const char *id,
                                struct bkj_error **err);

/** Switches a job's schedule off. The job can still be started by hand. */
BKJ_API
bkj_status bkj_veeam_disable_job(const struct bkj_veeam *client,
                                 const char *id,
                                 struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_veeam_runs Veeam: Job sessions
 *
 * Job sessions: the runs of a job.
 * @{
 */

/** One run of a backup job or copy job. */
struct bkj_veeam_job_session;

/** UUID. */
BKJ_API const char *bkj_veeam_job_session_id(const struct bkj_veeam_job_session *session);

/** What the vendor says about it; v6. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_details(const struct bkj_veeam_job_session *session);

/** When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_creation_time(const struct bkj_veeam_job_session *session);

/**
 * When it ended; none while it runs. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is
 * none.
 */
BKJ_API const char *bkj_veeam_job_session_end_time(const struct bkj_veeam_job_session *session);

/** 0 on the first try; v6. False when there is none. */
BKJ_API bool bkj_veeam_job_session_retry_count(const struct bkj_veeam_job_session *session, int64_t *out);

/** Whether the job will be tried again, as a new session; v7. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_session_job_will_be_retried(const struct bkj_veeam_job_session *session);

/** Objects processed so far: a count, not a percentage. False when there is none. */
BKJ_API bool bkj_veeam_job_session_progress(const struct bkj_veeam_job_session *session, int64_t *out);

/** Of a backup job or of a copy job; v7. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_job_type(const struct bkj_veeam_job_session *session);

/** The same as a BKJ_VEEAM_SESSION_JOB_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_veeam_job_session_job_type_code(const struct bkj_veeam_job_session *session);

/** `Full` or `Incremental`; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_job_session_job_session_config_type(const struct bkj_veeam_job_session *session);

/** State. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_status(const struct bkj_veeam_job_session *session);

/** The same as a BKJ_VEEAM_JOB_STATUS_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_veeam_job_session_status_code(const struct bkj_veeam_job_session *session);

/** Rates and amounts. NULL when there is none. */
BKJ_API
const struct bkj_veeam_statistics *bkj_veeam_job_session_statistics(const struct bkj_veeam_job_session *session);

/** Backup proxy; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_proxy_id(const struct bkj_veeam_job_session *session);

/** Pool of backup proxies; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_proxy_pool_id(const struct bkj_veeam_job_session *session);

/** Version of the object: counts up with every change; v8. False when there is none. */
BKJ_API bool bkj_veeam_job_session_e_tag(const struct bkj_veeam_job_session *session, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_job_session_links(const struct bkj_veeam_job_session *session);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_session_links_json(const struct bkj_veeam_job_session *session);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_session_extra_json(const struct bkj_veeam_job_session *session);

/** Frees a job session that belongs to the caller. */
BKJ_API void bkj_veeam_job_session_free(struct bkj_veeam_job_session *session);

/** A list of job sessions. */
struct bkj_veeam_job_session_list;

/** Number of job sessions. */
BKJ_API size_t bkj_veeam_job_session_list_len(const struct bkj_veeam_job_session_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_job_session *bkj_veeam_job_session_list_at(const struct bkj_veeam_job_session_list *list,
                                                                  size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_job_session_list_free(struct bkj_veeam_job_session_list *list);

/** The id of its job, from the link named "job"; NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_job_id(const struct bkj_veeam_job_session *session);

/** Repository it writes to; v7. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_repository_id(const struct bkj_veeam_job_session *session);

/** The first try, of which this session is a retry; v7. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_session_main_session_id(const struct bkj_veeam_job_session *session);

/** The newest sessions of a job, newest first, at most `limit` (0: 100). */
BKJ_API
bkj_status bkj_veeam_job_sessions(const struct bkj_veeam *client,
                                  const char *job_id,
                                  size_t limit,
                                  struct bkj_veeam_job_session_list **out,
                                  struct bkj_error **err);

/** The newest sessions of all jobs, newest first, at most `limit` (0: 100). */
BKJ_API
bkj_status bkj_veeam_all_job_sessions(const struct bkj_veeam *client,
                                      size_t limit,
                                      struct bkj_veeam_job_session_list **out,
                                      struct bkj_error **err);

/** One session. */
BKJ_API
bkj_status bkj_veeam_job_session(const struct bkj_veeam *client,
                                 const char *id,
                                 struct bkj_veeam_job_session **out,
                                 struct bkj_error **err);

/** Job sessions, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_job_session_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_job_session_iter_next(struct bkj_veeam_job_session_iter *iter,
                                           struct bkj_veeam_job_session **out,
                                           struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_job_session_iter_free(struct bkj_veeam_job_session_iter *iter);

/** @} */

/**
 * @defgroup backupjobs_veeam_session_query Veeam: Which job sessions to list
 *
 * Which job sessions to list: what the version filters goes on the wire, the rest we do.
 * @{
 */

/** Whose session it is. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_SESSION_JOB_TYPE_UNKNOWN 0

/** Of a backup job. The word is "Backup". */
#define BKJ_VEEAM_SESSION_JOB_TYPE_BACKUP 1

/** Of a copy job. The word is "Copy". */
#define BKJ_VEEAM_SESSION_JOB_TYPE_COPY 2

/** The vendor's word for a BKJ_VEEAM_SESSION_JOB_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_session_job_type_word(int32_t code);

/**
 * The BKJ_VEEAM_SESSION_JOB_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
 * version does not know.
 */
BKJ_API
int32_t bkj_veeam_session_job_type_from_word(const char *word);

/**
 * The job sessions asked for, one page at a time, in the server's order: newest first, as clients see it. `query` may
 * be NULL: all.
 */
BKJ_API
bkj_status bkj_veeam_iter_job_sessions(const struct bkj_veeam *client,
                                       const struct bkj_veeam_session_query *query,
                                       struct bkj_veeam_job_session_iter **out,
                                       struct bkj_error **err);

/** Which job sessions to list. Unset: all. */
struct bkj_veeam_session_query;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_session_query *bkj_veeam_session_query_new(void);

/** Only sessions of this job. Whether the id of a copy job works is not documented; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_session_query_set_job_id(struct bkj_veeam_session_query *query,
                                              const char *text,
                                              struct bkj_error **err);

/** Only sessions of backup jobs, or of copy jobs; v6, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_session_query_set_job_type(struct bkj_veeam_session_query *query,
                                                const char *word,
                                                struct bkj_error **err);

/** Only sessions that stand so, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_session_query_set_status(struct bkj_veeam_session_query *query,
                                              const char *word,
                                              struct bkj_error **err);

/**
 * Only sessions that ended then or later. A session that has not ended is left out where we filter: up to v5, and in
 * v6 beside `job_id`, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
 */
BKJ_API
bkj_status bkj_veeam_session_query_set_end_time_lower_bound(struct bkj_veeam_session_query *query,
                                                            int64_t unix_ms,
                                                            struct bkj_error **err);

/**
 * Only sessions that ended then or earlier. A session that has not ended is left out where we filter: up to v6, in
 * milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
 */
BKJ_API
bkj_status bkj_veeam_session_query_set_end_time_upper_bound(struct bkj_veeam_session_query *query,
                                                            int64_t unix_ms,
                                                            struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_session_query_free(struct bkj_veeam_session_query *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_statistics Veeam: Rates and amounts of a session
 * @{
 */

/**
 * Rates and amounts of a session. v2 writes texts like `832.4 KB/s (52 items/s)`, later versions numbers. They
 * belong to their session.
 */
struct bkj_veeam_statistics;

/** Bytes a second processed. False when there is none. */
BKJ_API
bool bkj_veeam_statistics_processing_rate_bytes(const struct bkj_veeam_statistics *statistics,
                                                int64_t *out);

/** Items a second processed. False when there is none. */
BKJ_API
bool bkj_veeam_statistics_processing_rate_items(const struct bkj_veeam_statistics *statistics,
                                                int64_t *out);

/** Bytes a second read. False when there is none. */
BKJ_API
bool bkj_veeam_statistics_read_rate_bytes(const struct bkj_veeam_statistics *statistics,
                                          int64_t *out);

/** Bytes a second written. False when there is none. */
BKJ_API
bool bkj_veeam_statistics_write_rate_bytes(const struct bkj_veeam_statistics *statistics,
                                           int64_t *out);

/** Bytes transferred. False when there is none. */
BKJ_API
bool bkj_veeam_statistics_transferred_data_bytes(const struct bkj_veeam_statistics *statistics,
                                                 int64_t *out);

/** Objects processed. False when there is none. */
BKJ_API
bool bkj_veeam_statistics_processed_objects(const struct bkj_veeam_statistics *statistics,
                                            int64_t *out);

/** v2: the processing rate in words. NULL when there is none. */
BKJ_API const char *bkj_veeam_statistics_processing_rate(const struct bkj_veeam_statistics *statistics);

/** v2: the read rate in words. NULL when there is none. */
BKJ_API const char *bkj_veeam_statistics_read_rate(const struct bkj_veeam_statistics *statistics);

/** v2: the write rate in words. NULL when there is none. */
BKJ_API const char *bkj_veeam_statistics_write_rate(const struct bkj_veeam_statistics *statistics);

/** v2: the amount transferred in words. NULL when there is none. */
BKJ_API const char *bkj_veeam_statistics_transferred_data(const struct bkj_veeam_statistics *statistics);

/** What slows it down: `NA`, `Detecting`, `Source`, `Target`. NULL when there is none. */
BKJ_API const char *bkj_veeam_statistics_bottleneck(const struct bkj_veeam_statistics *statistics);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_statistics_extra_json(const struct bkj_veeam_statistics *statistics);

/** @} */

/**
 * @defgroup backupjobs_veeam_log_items Veeam: Log items
 *
 * Log items: what a job session did, step by step.
 * @{
 */

/** One step of a job session. */
struct bkj_veeam_log_item;

/** UUID. */
BKJ_API const char *bkj_veeam_log_item_id(const struct bkj_veeam_log_item *item);

/** Counts up within the server. False when there is none. */
BKJ_API bool bkj_veeam_log_item_usn(const struct bkj_veeam_log_item *item, int64_t *out);

/** v8: how it went. NULL when there is none. */
BKJ_API const char *bkj_veeam_log_item_kind(const struct bkj_veeam_log_item *item);

/** The same as a BKJ_VEEAM_LOG_ITEM_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_veeam_log_item_kind_code(const struct bkj_veeam_log_item *item);

/** v8: the sentence. NULL when there is none. */
BKJ_API const char *bkj_veeam_log_item_message(const struct bkj_veeam_log_item *item);

/** The sentence, with the severity in brackets before it: "[Success] …". NULL when there is none. */
BKJ_API const char *bkj_veeam_log_item_title(const struct bkj_veeam_log_item *item);

/** When the step began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_log_item_creation_time(const struct bkj_veeam_log_item *item);

/** When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_log_item_end_time(const struct bkj_veeam_log_item *item);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_log_item_links(const struct bkj_veeam_log_item *item);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_log_item_links_json(const struct bkj_veeam_log_item *item);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_log_item_extra_json(const struct bkj_veeam_log_item *item);

/** The word in brackets at the beginning of the title; NULL when there is none. */
BKJ_API const char *bkj_veeam_log_item_severity(const struct bkj_veeam_log_item *item);

/** The title without the word in brackets. */
BKJ_API const char *bkj_veeam_log_item_sentence(const struct bkj_veeam_log_item *item);

/** A list of log items. */
struct bkj_veeam_log_item_list;

/** Number of log items. */
BKJ_API size_t bkj_veeam_log_item_list_len(const struct bkj_veeam_log_item_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_log_item *bkj_veeam_log_item_list_at(const struct bkj_veeam_log_item_list *list,
                                                            size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_log_item_list_free(struct bkj_veeam_log_item_list *list);

/** The steps of a job session, oldest first. */
BKJ_API
bkj_status bkj_veeam_log_items(const struct bkj_veeam *client,
                               const char *session_id,
                               struct bkj_veeam_log_item_list **out,
                               struct bkj_error **err);

/** How a step of a job session went; v8. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_LOG_ITEM_TYPE_UNKNOWN 0

/** It is going on. The word is "Running". */
#define BKJ_VEEAM_LOG_ITEM_TYPE_RUNNING 1

/** There is something to look at. The word is "Warning". */
#define BKJ_VEEAM_LOG_ITEM_TYPE_WARNING 2

/** It failed. The word is "Error". */
#define BKJ_VEEAM_LOG_ITEM_TYPE_ERROR 3

/** It succeeded. The word is "Success". */
#define BKJ_VEEAM_LOG_ITEM_TYPE_SUCCESS 4

/** It was stopped. The word is "Stop". */
#define BKJ_VEEAM_LOG_ITEM_TYPE_STOP 5

/** The vendor's word for a BKJ_VEEAM_LOG_ITEM_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_log_item_type_word(int32_t code);

/**
 * The BKJ_VEEAM_LOG_ITEM_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
 * version does not know.
 */
BKJ_API
int32_t bkj_veeam_log_item_type_from_word(const char *word);

/** The steps asked for, one page at a time, in the server's order. `query` may be NULL: all. */
BKJ_API
bkj_status bkj_veeam_iter_log_items(const struct bkj_veeam *client,
                                    const char *session_id,
                                    const struct bkj_veeam_log_item_query *query,
                                    struct bkj_veeam_log_item_iter **out,
                                    struct bkj_error **err);

/** One step of a job session. */
BKJ_API
bkj_status bkj_veeam_log_item(const struct bkj_veeam *client,
                              const char *session_id,
                              const char *id,
                              struct bkj_veeam_log_item **out,
                              struct bkj_error **err);

/** Log items, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_log_item_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_log_item_iter_next(struct bkj_veeam_log_item_iter *iter,
                                        struct bkj_veeam_log_item **out,
                                        struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_log_item_iter_free(struct bkj_veeam_log_item_iter *iter);

/** Frees a log item that belongs to the caller. */
BKJ_API void bkj_veeam_log_item_free(struct bkj_veeam_log_item *item);

/** Which steps to list. Unset: all, in the server's order. */
struct bkj_veeam_log_item_query;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_log_item_query *bkj_veeam_log_item_query_new(void);

/**
 * Only steps that went so. Before v8 by the word in brackets, whose words are not documented, as a word; NULL: not
 * set.
 */
BKJ_API
bkj_status bkj_veeam_log_item_query_set_kind(struct bkj_veeam_log_item_query *query,
                                             const char *word,
                                             struct bkj_error **err);

/** v8: oldest first, or newest first: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_log_item_query_set_ascending(struct bkj_veeam_log_item_query *query,
                                                  int32_t yes,
                                                  struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_log_item_query_free(struct bkj_veeam_log_item_query *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_processed_objects Veeam: The objects that a job session has processed, v7 and later
 * @{
 */

/** The objects that a job session has processed. */
BKJ_API
bkj_status bkj_veeam_processed_objects(const struct bkj_veeam *client,
                                       const char *session_id,
                                       struct bkj_veeam_processed_object_list **out,
                                       struct bkj_error **err);

/** The same, one page at a time. */
BKJ_API
bkj_status bkj_veeam_iter_processed_objects(const struct bkj_veeam *client,
                                            const char *session_id,
                                            struct bkj_veeam_processed_object_iter **out,
                                            struct bkj_error **err);

/** One object of a job session. */
struct bkj_veeam_processed_object;

/** Id of the object. */
BKJ_API const char *bkj_veeam_processed_object_id(const struct bkj_veeam_processed_object *object);

/** `Group`, `User`, `Site` or `Team`. NULL when there is none. */
BKJ_API const char *bkj_veeam_processed_object_kind(const struct bkj_veeam_processed_object *object);

/** `Success`, `Warning` or `Failed`. NULL when there is none. */
BKJ_API const char *bkj_veeam_processed_object_status(const struct bkj_veeam_processed_object *object);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_processed_object_links(const struct bkj_veeam_processed_object *object);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_processed_object_links_json(const struct bkj_veeam_processed_object *object);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_processed_object_extra_json(const struct bkj_veeam_processed_object *object);

/** Frees a processed object that belongs to the caller. */
BKJ_API void bkj_veeam_processed_object_free(struct bkj_veeam_processed_object *object);

/** A list of processed objects. */
struct bkj_veeam_processed_object_list;

/** Number of processed objects. */
BKJ_API size_t bkj_veeam_processed_object_list_len(const struct bkj_veeam_processed_object_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_processed_object *bkj_veeam_processed_object_list_at(const struct bkj_veeam_processed_object_list *list,
                                                                            size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_processed_object_list_free(struct bkj_veeam_processed_object_list *list);

/** Processed objects, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_processed_object_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_processed_object_iter_next(struct bkj_veeam_processed_object_iter *iter,
                                                struct bkj_veeam_processed_object **out,
                                                struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_processed_object_iter_free(struct bkj_veeam_processed_object_iter *iter);

/** @} */

/**
 * @defgroup backupjobs_veeam_job_setup Veeam: Making and changing backup jobs, v6 and later
 * @{
 */

/** Creates a backup job. */
BKJ_API
bkj_status bkj_veeam_create_job(const struct bkj_veeam *client,
                                const struct bkj_veeam_create_job *spec,
                                struct bkj_veeam_job **out,
                                struct bkj_error **err);

/** Changes a backup job. */
BKJ_API
bkj_status bkj_veeam_edit_job(const struct bkj_veeam *client,
                              const char *id,
                              const struct bkj_veeam_edit_job *edit,
                              struct bkj_error **err);

/** What a new backup job needs. Unset members are not sent. */
struct bkj_veeam_create_job;

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_veeam_create_job_new(const char *organization_id,
                                    const char *repository_id,
                                    struct bkj_veeam_create_job **out,
                                    struct bkj_error **err);

/** The organization to back up. */
BKJ_API
bkj_status bkj_veeam_create_job_set_organization_id(struct bkj_veeam_create_job *spec,
                                                    const char *text,
                                                    struct bkj_error **err);

/** The repository written to. */
BKJ_API
bkj_status bkj_veeam_create_job_set_repository_id(struct bkj_veeam_create_job *spec,
                                                  const char *text,
                                                  struct bkj_error **err);

/** What it backs up, as a word. */
BKJ_API
bkj_status bkj_veeam_create_job_set_backup_type(struct bkj_veeam_create_job *spec,
                                                const char *word,
                                                struct bkj_error **err);

/** Name; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_create_job_set_name(struct bkj_veeam_create_job *spec,
                                         const char *text,
                                         struct bkj_error **err);

/** Description; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_create_job_set_description(struct bkj_veeam_create_job *spec,
                                                const char *text,
                                                struct bkj_error **err);

/** What it backs up, with BKJ_VEEAM_BACKUP_TYPE_SELECTED_ITEMS: `count` handles, which are copied. */
BKJ_API
bkj_status bkj_veeam_create_job_set_selected_items(struct bkj_veeam_create_job *spec,
                                                   const struct bkj_veeam_job_item *const *objects,
                                                   size_t count,
                                                   struct bkj_error **err);

/** What it leaves out: `count` handles, which are copied. */
BKJ_API
bkj_status bkj_veeam_create_job_set_excluded_items(struct bkj_veeam_create_job *spec,
                                                   const struct bkj_veeam_job_item *const *objects,
                                                   size_t count,
                                                   struct bkj_error **err);

/** When it runs by itself, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_create_job_set_schedule_policy(struct bkj_veeam_create_job *spec,
                                                    const struct bkj_veeam_job_schedule *value,
                                                    struct bkj_error **err);

/** Whether its schedule is on: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_create_job_set_is_enabled(struct bkj_veeam_create_job *spec,
                                               int32_t yes,
                                               struct bkj_error **err);

/** Whether it runs right after it was created: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_create_job_set_run_now(struct bkj_veeam_create_job *spec,
                                            int32_t yes,
                                            struct bkj_error **err);

/** Whether the properties of the items are left as they are known to the server; v8: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_create_job_set_skip_item_update(struct bkj_veeam_create_job *spec,
                                                     int32_t yes,
                                                     struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_create_job_free(struct bkj_veeam_create_job *spec);

/**
 * What to change about a backup job. Unset members are not sent, and stay as they are (inferred from the v8 document,
 * where every member may be null).
 */
struct bkj_veeam_edit_job;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_edit_job *bkj_veeam_edit_job_new(void);

/** The repository written to; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_repository_id(struct bkj_veeam_edit_job *spec,
                                                const char *text,
                                                struct bkj_error **err);

/** What it backs up, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_backup_type(struct bkj_veeam_edit_job *spec,
                                              const char *word,
                                              struct bkj_error **err);

/** Name; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_name(struct bkj_veeam_edit_job *spec,
                                       const char *text,
                                       struct bkj_error **err);

/** Description; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_description(struct bkj_veeam_edit_job *spec,
                                              const char *text,
                                              struct bkj_error **err);

/** What it backs up, all of it: `count` handles, which are copied. Not called: unchanged. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_selected_items(struct bkj_veeam_edit_job *spec,
                                                 const struct bkj_veeam_job_item *const *objects,
                                                 size_t count,
                                                 struct bkj_error **err);

/**
 * What it leaves out, all of it; an empty list leaves out nothing: `count` handles, which are copied. Not called:
 * unchanged.
 */
BKJ_API
bkj_status bkj_veeam_edit_job_set_excluded_items(struct bkj_veeam_edit_job *spec,
                                                 const struct bkj_veeam_job_item *const *objects,
                                                 size_t count,
                                                 struct bkj_error **err);

/** When it runs by itself, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_schedule_policy(struct bkj_veeam_edit_job *spec,
                                                  const struct bkj_veeam_job_schedule *value,
                                                  struct bkj_error **err);

/** Whether its schedule is on: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_is_enabled(struct bkj_veeam_edit_job *spec,
                                             int32_t yes,
                                             struct bkj_error **err);

/** Whether it runs right now: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_run_now(struct bkj_veeam_edit_job *spec,
                                          int32_t yes,
                                          struct bkj_error **err);

/** Whether the properties of the items are left as they are known to the server; v8: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_edit_job_set_skip_item_update(struct bkj_veeam_edit_job *spec,
                                                   int32_t yes,
                                                   struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_edit_job_free(struct bkj_veeam_edit_job *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_items Veeam: What a job backs up, and what it leaves out
 * @{
 */

/** What an item of a job is. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_JOB_ITEM_TYPE_UNKNOWN 0

/** A group, with its members if wanted. The word is "Group". */
#define BKJ_VEEAM_JOB_ITEM_TYPE_GROUP 1

/** A user. The word is "User". */
#define BKJ_VEEAM_JOB_ITEM_TYPE_USER 2

/** A site. The word is "Site". */
#define BKJ_VEEAM_JOB_ITEM_TYPE_SITE 3

/** A part of the organization: all mailboxes, all sites and so on. The word is "PartialOrganization". */
#define BKJ_VEEAM_JOB_ITEM_TYPE_PARTIAL_ORGANIZATION 4

/** All personal sites. The word is "PersonalSites". */
#define BKJ_VEEAM_JOB_ITEM_TYPE_PERSONAL_SITES 5

/** Folders of that name in every OneDrive. The word is "OneDriveFolders". */
#define BKJ_VEEAM_JOB_ITEM_TYPE_ONE_DRIVE_FOLDERS 6

/** A team; v5 and later. The word is "Team". */
#define BKJ_VEEAM_JOB_ITEM_TYPE_TEAM 7

/** The vendor's word for a BKJ_VEEAM_JOB_ITEM_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_job_item_type_word(int32_t code);

/**
 * The BKJ_VEEAM_JOB_ITEM_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
 * version does not know.
 */
BKJ_API
int32_t bkj_veeam_job_item_type_from_word(const char *word);

/** What a job backs up. (The documents of v6 to v8 that we have do not list the resource; the job's links do.) */
BKJ_API
bkj_status bkj_veeam_selected_items(const struct bkj_veeam *client,
                                    const char *job_id,
                                    struct bkj_veeam_job_item_list **out,
                                    struct bkj_error **err);

/** The same, one page at a time. */
BKJ_API
bkj_status bkj_veeam_iter_selected_items(const struct bkj_veeam *client,
                                         const char *job_id,
                                         struct bkj_veeam_job_item_iter **out,
                                         struct bkj_error **err);

/** What a job leaves out. */
BKJ_API
bkj_status bkj_veeam_excluded_items(const struct bkj_veeam *client,
                                    const char *job_id,
                                    struct bkj_veeam_job_item_list **out,
                                    struct bkj_error **err);

/** The same, one page at a time. */
BKJ_API
bkj_status bkj_veeam_iter_excluded_items(const struct bkj_veeam *client,
                                         const char *job_id,
                                         struct bkj_veeam_job_item_iter **out,
                                         struct bkj_error **err);

/** One item of a job. Unset members are not sent. */
struct bkj_veeam_job_item;

/** What it is. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_item_kind(const struct bkj_veeam_job_item *item);

/** The same as a BKJ_VEEAM_JOB_ITEM_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_veeam_job_item_kind_code(const struct bkj_veeam_job_item *item);

/** Id of the item within the job: made up by the server from the type and the object. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_item_id(const struct bkj_veeam_job_item *item);

/** Mail, of a user, a group or the organization. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_mailbox(const struct bkj_veeam_job_item *item);

/** OneDrive, of a user or the organization. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_one_drive(const struct bkj_veeam_job_item *item);

/** Archive mail, of a user or the organization. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_archive_mailbox(const struct bkj_veeam_job_item *item);

/** Sites, of the organization. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_sites(const struct bkj_veeam_job_item *item);

/** Teams, of the organization. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_teams(const struct bkj_veeam_job_item *item);

/** Chats, of the organization or, from v7 on, of a team. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_teams_chats(const struct bkj_veeam_job_item *item);

/** Chats of a team, in v6. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_chats(const struct bkj_veeam_job_item *item);

/** The personal site of a user. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_personal_site(const struct bkj_veeam_job_item *item);

/** The members of a group. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_members(const struct bkj_veeam_job_item *item);

/** Mail of the members of a group. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_member_mailbox(const struct bkj_veeam_job_item *item);

/** Archive mail of the members of a group. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_member_archive_mailbox(const struct bkj_veeam_job_item *item);

/** OneDrive of the members of a group. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_member_onedrive(const struct bkj_veeam_job_item *item);

/** Personal sites of the members of a group. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_member_site(const struct bkj_veeam_job_item *item);

/** The site of a group. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_item_group_site(const struct bkj_veeam_job_item *item);

/** Names of OneDrive folders: how many. */
BKJ_API size_t bkj_veeam_job_item_folders_len(const struct bkj_veeam_job_item *item);

/** Names of OneDrive folders: one of them, from 0; NULL beyond the end. */
BKJ_API const char *bkj_veeam_job_item_folders_at(const struct bkj_veeam_job_item *item, size_t index);

/** The user. NULL when there is none. */
BKJ_API const struct bkj_veeam_user *bkj_veeam_job_item_user(const struct bkj_veeam_job_item *item);

/** The group. NULL when there is none. */
BKJ_API const struct bkj_veeam_group *bkj_veeam_job_item_group(const struct bkj_veeam_job_item *item);

/** The site. NULL when there is none. */
BKJ_API const struct bkj_veeam_job_site *bkj_veeam_job_item_site(const struct bkj_veeam_job_item *item);

/** The team. NULL when there is none. */
BKJ_API const struct bkj_veeam_team *bkj_veeam_job_item_team(const struct bkj_veeam_job_item *item);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_job_item_links(const struct bkj_veeam_job_item *item);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_item_links_json(const struct bkj_veeam_job_item *item);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_item_extra_json(const struct bkj_veeam_job_item *item);

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_veeam_job_item_new(const char *kind,
                                  struct bkj_veeam_job_item **out,
                                  struct bkj_error **err);

/** What it is, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_item_set_kind(struct bkj_veeam_job_item *object,
                                       const char *word,
                                       struct bkj_error **err);

/** Id of the item within the job: made up by the server from the type and the object; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_item_set_id(struct bkj_veeam_job_item *object,
                                     const char *text,
                                     struct bkj_error **err);

/** Mail, of a user, a group or the organization: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_mailbox(struct bkj_veeam_job_item *object,
                                          int32_t yes,
                                          struct bkj_error **err);

/** OneDrive, of a user or the organization: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_one_drive(struct bkj_veeam_job_item *object,
                                            int32_t yes,
                                            struct bkj_error **err);

/** Archive mail, of a user or the organization: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_archive_mailbox(struct bkj_veeam_job_item *object,
                                                  int32_t yes,
                                                  struct bkj_error **err);

/** Sites, of the organization: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_sites(struct bkj_veeam_job_item *object,
                                        int32_t yes,
                                        struct bkj_error **err);

/** Teams, of the organization: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_teams(struct bkj_veeam_job_item *object,
                                        int32_t yes,
                                        struct bkj_error **err);

/** Chats, of the organization or, from v7 on, of a team: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_teams_chats(struct bkj_veeam_job_item *object,
                                              int32_t yes,
                                              struct bkj_error **err);

/** Chats of a team, in v6: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_chats(struct bkj_veeam_job_item *object,
                                        int32_t yes,
                                        struct bkj_error **err);

/** The personal site of a user: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_personal_site(struct bkj_veeam_job_item *object,
                                                int32_t yes,
                                                struct bkj_error **err);

/** The members of a group: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_members(struct bkj_veeam_job_item *object,
                                          int32_t yes,
                                          struct bkj_error **err);

/** Mail of the members of a group: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_member_mailbox(struct bkj_veeam_job_item *object,
                                                 int32_t yes,
                                                 struct bkj_error **err);

/** Archive mail of the members of a group: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_member_archive_mailbox(struct bkj_veeam_job_item *object,
                                                         int32_t yes,
                                                         struct bkj_error **err);

/** OneDrive of the members of a group: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_member_onedrive(struct bkj_veeam_job_item *object,
                                                  int32_t yes,
                                                  struct bkj_error **err);

/** Personal sites of the members of a group: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_member_site(struct bkj_veeam_job_item *object,
                                              int32_t yes,
                                              struct bkj_error **err);

/** The site of a group: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_item_set_group_site(struct bkj_veeam_job_item *object,
                                             int32_t yes,
                                             struct bkj_error **err);

/** Names of OneDrive folders: `count` texts. */
BKJ_API
bkj_status bkj_veeam_job_item_set_folders(struct bkj_veeam_job_item *object,
                                          const char *const *texts,
                                          size_t count,
                                          struct bkj_error **err);

/** The user, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_item_set_user(struct bkj_veeam_job_item *object,
                                       const struct bkj_veeam_user *value,
                                       struct bkj_error **err);

/** The group, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_item_set_group(struct bkj_veeam_job_item *object,
                                        const struct bkj_veeam_group *value,
                                        struct bkj_error **err);

/** The site, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_item_set_site(struct bkj_veeam_job_item *object,
                                       const struct bkj_veeam_job_site *value,
                                       struct bkj_error **err);

/** The team, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_item_set_team(struct bkj_veeam_job_item *object,
                                       const struct bkj_veeam_team *value,
                                       struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_job_item_set_extra_json(struct bkj_veeam_job_item *object,
                                             const char *json,
                                             struct bkj_error **err);

/** Frees a job item that belongs to the caller. */
BKJ_API void bkj_veeam_job_item_free(struct bkj_veeam_job_item *item);

/** A list of job items. */
struct bkj_veeam_job_item_list;

/** Number of job items. */
BKJ_API size_t bkj_veeam_job_item_list_len(const struct bkj_veeam_job_item_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_job_item *bkj_veeam_job_item_list_at(const struct bkj_veeam_job_item_list *list,
                                                            size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_job_item_list_free(struct bkj_veeam_job_item_list *list);

/** Job items, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_job_item_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_job_item_iter_next(struct bkj_veeam_job_item_iter *iter,
                                        struct bkj_veeam_job_item **out,
                                        struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_job_item_iter_free(struct bkj_veeam_job_item_iter *iter);

/** @} */

/**
 * @defgroup backupjobs_veeam_item_users Veeam: The users that items of a job stand for
 * @{
 */

/** A user of an item. In a request the id is enough (inferred: no member is required). */
struct bkj_veeam_user;

/** Id within the product. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_id(const struct bkj_veeam_user *user);

/** Name as shown. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_display_name(const struct bkj_veeam_user *user);

/** Mail address. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_name(const struct bkj_veeam_user *user);

/** `User`, `Shared` or `Public`. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_kind(const struct bkj_veeam_user *user);

/** `OnPremises`, `Cloud` or `Hybrid`. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_location_type(const struct bkj_veeam_user *user);

/** Id on premises; v7. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_on_premises_sid(const struct bkj_veeam_user *user);

/** Office in the place of business; v7. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_office(const struct bkj_veeam_user *user);

/** Id at Microsoft; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_msid(const struct bkj_veeam_user *user);

/** Where the data are kept; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_user_data_location(const struct bkj_veeam_user *user);

/** Version of the object; v8. False when there is none. */
BKJ_API bool bkj_veeam_user_e_tag(const struct bkj_veeam_user *user, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_user_links(const struct bkj_veeam_user *user);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_user_links_json(const struct bkj_veeam_user *user);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_user_extra_json(const struct bkj_veeam_user *user);

/** With what is needed; the rest has setters. */
BKJ_API bkj_status bkj_veeam_user_new(const char *id, struct bkj_veeam_user **out, struct bkj_error **err);

/** Id within the product; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_id(struct bkj_veeam_user *object,
                                 const char *text,
                                 struct bkj_error **err);

/** Name as shown; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_display_name(struct bkj_veeam_user *object,
                                           const char *text,
                                           struct bkj_error **err);

/** Mail address; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_name(struct bkj_veeam_user *object,
                                   const char *text,
                                   struct bkj_error **err);

/** `User`, `Shared` or `Public`; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_kind(struct bkj_veeam_user *object,
                                   const char *text,
                                   struct bkj_error **err);

/** `OnPremises`, `Cloud` or `Hybrid`; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_location_type(struct bkj_veeam_user *object,
                                            const char *text,
                                            struct bkj_error **err);

/** Id on premises; v7; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_on_premises_sid(struct bkj_veeam_user *object,
                                              const char *text,
                                              struct bkj_error **err);

/** Office in the place of business; v7; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_office(struct bkj_veeam_user *object,
                                     const char *text,
                                     struct bkj_error **err);

/** Id at Microsoft; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_msid(struct bkj_veeam_user *object,
                                   const char *text,
                                   struct bkj_error **err);

/** Where the data are kept; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_data_location(struct bkj_veeam_user *object,
                                            const char *text,
                                            struct bkj_error **err);

/** Version of the object; v8; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_user_set_e_tag(struct bkj_veeam_user *object,
                                    int64_t number,
                                    struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_user_set_extra_json(struct bkj_veeam_user *object,
                                         const char *json,
                                         struct bkj_error **err);

/** Frees a user that belongs to the caller. */
BKJ_API void bkj_veeam_user_free(struct bkj_veeam_user *user);

/** @} */

/**
 * @defgroup backupjobs_veeam_item_groups Veeam: The groups that items of a job stand for
 * @{
 */

/** A group of an item. In a request the id is enough (inferred: no member is required). */
struct bkj_veeam_group;

/** Id within the product. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_id(const struct bkj_veeam_group *group);

/** Name as shown. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_display_name(const struct bkj_veeam_group *group);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_name(const struct bkj_veeam_group *group);

/** User who manages it. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_managed_by(const struct bkj_veeam_group *group);

/** Its site. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_site(const struct bkj_veeam_group *group);

/** `Office365`, `Security`, `Distribution` or `DynamicDistribution`. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_kind(const struct bkj_veeam_group *group);

/** `OnPremises`, `Cloud` or `Hybrid`. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_location_type(const struct bkj_veeam_group *group);

/** Id on premises; v7. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_on_premises_sid(const struct bkj_veeam_group *group);

/** Id at Microsoft; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_msid(const struct bkj_veeam_group *group);

/** Where the data are kept; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_group_data_location(const struct bkj_veeam_group *group);

/** Version of the object; v8. False when there is none. */
BKJ_API bool bkj_veeam_group_e_tag(const struct bkj_veeam_group *group, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_group_links(const struct bkj_veeam_group *group);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_group_links_json(const struct bkj_veeam_group *group);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_group_extra_json(const struct bkj_veeam_group *group);

/** With what is needed; the rest has setters. */
BKJ_API bkj_status bkj_veeam_group_new(const char *id, struct bkj_veeam_group **out, struct bkj_error **err);

/** Id within the product; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_id(struct bkj_veeam_group *object,
                                  const char *text,
                                  struct bkj_error **err);

/** Name as shown; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_display_name(struct bkj_veeam_group *object,
                                            const char *text,
                                            struct bkj_error **err);

/** Name; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_name(struct bkj_veeam_group *object,
                                    const char *text,
                                    struct bkj_error **err);

/** User who manages it; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_managed_by(struct bkj_veeam_group *object,
                                          const char *text,
                                          struct bkj_error **err);

/** Its site; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_site(struct bkj_veeam_group *object,
                                    const char *text,
                                    struct bkj_error **err);

/** `Office365`, `Security`, `Distribution` or `DynamicDistribution`; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_kind(struct bkj_veeam_group *object,
                                    const char *text,
                                    struct bkj_error **err);

/** `OnPremises`, `Cloud` or `Hybrid`; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_location_type(struct bkj_veeam_group *object,
                                             const char *text,
                                             struct bkj_error **err);

/** Id on premises; v7; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_on_premises_sid(struct bkj_veeam_group *object,
                                               const char *text,
                                               struct bkj_error **err);

/** Id at Microsoft; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_msid(struct bkj_veeam_group *object,
                                    const char *text,
                                    struct bkj_error **err);

/** Where the data are kept; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_data_location(struct bkj_veeam_group *object,
                                             const char *text,
                                             struct bkj_error **err);

/** Version of the object; v8; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_group_set_e_tag(struct bkj_veeam_group *object,
                                     int64_t number,
                                     struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_group_set_extra_json(struct bkj_veeam_group *object,
                                          const char *json,
                                          struct bkj_error **err);

/** Frees a group that belongs to the caller. */
BKJ_API void bkj_veeam_group_free(struct bkj_veeam_group *group);

/** @} */

/**
 * @defgroup backupjobs_veeam_item_sites Veeam: The sites that items of a job stand for
 * @{
 */

/** A site of an item. A request needs the five that bkj_veeam_job_site_new() takes, by the OpenAPI documents. */
struct bkj_veeam_job_site;

/** Id within the product. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_site_id(const struct bkj_veeam_job_site *site);

/** Address. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_site_url(const struct bkj_veeam_job_site *site);

/** Title. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_site_title(const struct bkj_veeam_job_site *site);

/** Whether it lies in the cloud. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_site_is_cloud(const struct bkj_veeam_job_site *site);

/** Whether it is a personal one. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_site_is_personal(const struct bkj_veeam_job_site *site);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_site_name(const struct bkj_veeam_job_site *site);

/** Address of the object above it. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_site_parent_url(const struct bkj_veeam_job_site *site);

/** What went wrong with its site collections. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_site_site_collection_error(const struct bkj_veeam_job_site *site);

/** Version of the object; v8. False when there is none. */
BKJ_API bool bkj_veeam_job_site_e_tag(const struct bkj_veeam_job_site *site, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_job_site_links(const struct bkj_veeam_job_site *site);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_site_links_json(const struct bkj_veeam_job_site *site);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_site_extra_json(const struct bkj_veeam_job_site *site);

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_veeam_job_site_new(const char *id,
                                  const char *url,
                                  const char *title,
                                  bool is_cloud,
                                  bool is_personal,
                                  struct bkj_veeam_job_site **out,
                                  struct bkj_error **err);

/** Id within the product; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_site_set_id(struct bkj_veeam_job_site *object,
                                     const char *text,
                                     struct bkj_error **err);

/** Address; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_site_set_url(struct bkj_veeam_job_site *object,
                                      const char *text,
                                      struct bkj_error **err);

/** Title; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_site_set_title(struct bkj_veeam_job_site *object,
                                        const char *text,
                                        struct bkj_error **err);

/** Whether it lies in the cloud: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_site_set_is_cloud(struct bkj_veeam_job_site *object,
                                           int32_t yes,
                                           struct bkj_error **err);

/** Whether it is a personal one: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_site_set_is_personal(struct bkj_veeam_job_site *object,
                                              int32_t yes,
                                              struct bkj_error **err);

/** Name; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_site_set_name(struct bkj_veeam_job_site *object,
                                       const char *text,
                                       struct bkj_error **err);

/** Address of the object above it; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_site_set_parent_url(struct bkj_veeam_job_site *object,
                                             const char *text,
                                             struct bkj_error **err);

/** What went wrong with its site collections; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_site_set_site_collection_error(struct bkj_veeam_job_site *object,
                                                        const char *text,
                                                        struct bkj_error **err);

/** Version of the object; v8; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_job_site_set_e_tag(struct bkj_veeam_job_site *object,
                                        int64_t number,
                                        struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_job_site_set_extra_json(struct bkj_veeam_job_site *object,
                                             const char *json,
                                             struct bkj_error **err);

/** Frees a job site that belongs to the caller. */
BKJ_API void bkj_veeam_job_site_free(struct bkj_veeam_job_site *site);

/** @} */

/**
 * @defgroup backupjobs_veeam_item_teams Veeam: The teams that items of a job stand for
 * @{
 */

/** A team of an item. A request needs the three that bkj_veeam_team_new() takes, by the OpenAPI documents. */
struct bkj_veeam_team;

/** UUID. NULL when there is none. */
BKJ_API const char *bkj_veeam_team_id(const struct bkj_veeam_team *team);

/** Name as shown. NULL when there is none. */
BKJ_API const char *bkj_veeam_team_display_name(const struct bkj_veeam_team *team);

/** Mail address. NULL when there is none. */
BKJ_API const char *bkj_veeam_team_mail(const struct bkj_veeam_team *team);

/** Description. NULL when there is none. */
BKJ_API const char *bkj_veeam_team_description(const struct bkj_veeam_team *team);

/** Id at Microsoft; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_team_msid(const struct bkj_veeam_team *team);

/** Where the data are kept; v8. NULL when there is none. */
BKJ_API const char *bkj_veeam_team_data_location(const struct bkj_veeam_team *team);

/** Version of the object; v8. False when there is none. */
BKJ_API bool bkj_veeam_team_e_tag(const struct bkj_veeam_team *team, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_team_links(const struct bkj_veeam_team *team);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_team_links_json(const struct bkj_veeam_team *team);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_team_extra_json(const struct bkj_veeam_team *team);

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_veeam_team_new(const char *id,
                              const char *display_name,
                              const char *mail,
                              struct bkj_veeam_team **out,
                              struct bkj_error **err);

/** UUID; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_team_set_id(struct bkj_veeam_team *object,
                                 const char *text,
                                 struct bkj_error **err);

/** Name as shown; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_team_set_display_name(struct bkj_veeam_team *object,
                                           const char *text,
                                           struct bkj_error **err);

/** Mail address; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_team_set_mail(struct bkj_veeam_team *object,
                                   const char *text,
                                   struct bkj_error **err);

/** Description; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_team_set_description(struct bkj_veeam_team *object,
                                          const char *text,
                                          struct bkj_error **err);

/** Id at Microsoft; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_team_set_msid(struct bkj_veeam_team *object,
                                   const char *text,
                                   struct bkj_error **err);

/** Where the data are kept; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_team_set_data_location(struct bkj_veeam_team *object,
                                            const char *text,
                                            struct bkj_error **err);

/** Version of the object; v8; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_team_set_e_tag(struct bkj_veeam_team *object,
                                    int64_t number,
                                    struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_team_set_extra_json(struct bkj_veeam_team *object,
                                         const char *json,
                                         struct bkj_error **err);

/** Frees a team that belongs to the caller. */
BKJ_API void bkj_veeam_team_free(struct bkj_veeam_team *team);

/** @} */

/**
 * @defgroup backupjobs_veeam_schedule_words Veeam: The words that the schedules of jobs and copy jobs share
 * @{
 */

/** Days of a daily schedule. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_DAILY_TYPE_UNKNOWN 0

/** Every day. The word is "Everyday". */
#define BKJ_VEEAM_DAILY_TYPE_EVERYDAY 1

/** Monday to Friday. The word is "Workdays". */
#define BKJ_VEEAM_DAILY_TYPE_WORKDAYS 2

/** Saturday and Sunday. The word is "Weekends". */
#define BKJ_VEEAM_DAILY_TYPE_WEEKENDS 3

/** Mondays. The word is "Monday". */
#define BKJ_VEEAM_DAILY_TYPE_MONDAY 4

/** Tuesdays. The word is "Tuesday". */
#define BKJ_VEEAM_DAILY_TYPE_TUESDAY 5

/** Wednesdays. The word is "Wednesday". */
#define BKJ_VEEAM_DAILY_TYPE_WEDNESDAY 6

/** Thursdays. The word is "Thursday". */
#define BKJ_VEEAM_DAILY_TYPE_THURSDAY 7

/** Fridays. The word is "Friday". */
#define BKJ_VEEAM_DAILY_TYPE_FRIDAY 8

/** Saturdays. The word is "Saturday". */
#define BKJ_VEEAM_DAILY_TYPE_SATURDAY 9

/** Sundays. The word is "Sunday". */
#define BKJ_VEEAM_DAILY_TYPE_SUNDAY 10

/** The vendor's word for a BKJ_VEEAM_DAILY_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_daily_type_word(int32_t code);

/**
 * The BKJ_VEEAM_DAILY_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API int32_t bkj_veeam_daily_type_from_word(const char *word);

/** Interval of a periodic schedule. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_PERIODICALLY_EVERY_UNKNOWN 0

/** 5 minutes. The word is "Minutes5". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES5 1

/** 10 minutes. The word is "Minutes10". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES10 2

/** 15 minutes. The word is "Minutes15". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES15 3

/** 30 minutes. The word is "Minutes30". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES30 4

/** 1 hour. The word is "Hours1". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS1 5

/** 2 hours. The word is "Hours2". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS2 6

/** 4 hours. The word is "Hours4". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS4 7

/** 8 hours. The word is "Hours8". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS8 8

/** 12 hours; v8. The word is "Hours12". */
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS12 9

/** The vendor's word for a BKJ_VEEAM_PERIODICALLY_EVERY_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_periodically_every_word(int32_t code);

/**
 * The BKJ_VEEAM_PERIODICALLY_EVERY_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_veeam_periodically_every_from_word(const char *word);

/** @} */

/**
 * @defgroup backupjobs_veeam_job_schedule Veeam: When backup jobs run by themselves
 * @{
 */

/** Type of a backup job's schedule. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_UNKNOWN 0

/** Every few minutes or hours. The word is "Periodically". */
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_PERIODICALLY 1

/** Once a day. The word is "Daily". */
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_DAILY 2

/** Only by hand. The word is "ManualOnly". */
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_MANUAL_ONLY 3

/** The vendor's word for a BKJ_VEEAM_JOB_SCHEDULE_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_job_schedule_type_word(int32_t code);

/**
 * The BKJ_VEEAM_JOB_SCHEDULE_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_veeam_job_schedule_type_from_word(const char *word);

/**
 * `schedulePolicy` of a backup job. As part of a job it belongs to that; one that the caller made is freed with
 * bkj_veeam_job_schedule_free().
 */
struct bkj_veeam_job_schedule;

/** Type. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_schedule_kind(const struct bkj_veeam_job_schedule *schedule);

/**
 * The same as a BKJ_VEEAM_JOB_SCHEDULE_TYPE_… number; 0 for a word that this version does not know, or for none.
 */
BKJ_API
int32_t bkj_veeam_job_schedule_kind_code(const struct bkj_veeam_job_schedule *schedule);

/** Whether the schedule is on. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_schedule_schedule_enabled(const struct bkj_veeam_job_schedule *schedule);

/** Days of a daily schedule. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_schedule_daily_type(const struct bkj_veeam_job_schedule *schedule);

/** The same as a BKJ_VEEAM_DAILY_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_veeam_job_schedule_daily_type_code(const struct bkj_veeam_job_schedule *schedule);

/** `HH:mm:ss` of a daily schedule. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_schedule_daily_time(const struct bkj_veeam_job_schedule *schedule);

/** Interval of a periodic schedule. NULL when there is none. */
BKJ_API const char *bkj_veeam_job_schedule_periodically_every(const struct bkj_veeam_job_schedule *schedule);

/**
 * The same as a BKJ_VEEAM_PERIODICALLY_EVERY_… number; 0 for a word that this version does not know, or for
 * none.
 */
BKJ_API int32_t bkj_veeam_job_schedule_periodically_every_code(const struct bkj_veeam_job_schedule *schedule);

/** Minutes past the hour, 0–59, for intervals of hours; v6. False when there is none. */
BKJ_API
bool bkj_veeam_job_schedule_periodically_offset_minutes(const struct bkj_veeam_job_schedule *schedule,
                                                        int64_t *out);

/** Whether a periodic job runs only in certain hours; v7. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_veeam_job_schedule_periodically_window_enabled(const struct bkj_veeam_job_schedule *schedule);

/** Hours in which a periodic job may run; v6. NULL when there is none. */
BKJ_API
const struct bkj_veeam_backup_window *bkj_veeam_job_schedule_periodically_window_settings(const struct bkj_veeam_job_schedule *schedule);

/** Whether a run outside the window is ended. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_schedule_backup_window_enabled(const struct bkj_veeam_job_schedule *schedule);

/** That window. NULL when there is none. */
BKJ_API
const struct bkj_veeam_backup_window *bkj_veeam_job_schedule_backup_window_settings(const struct bkj_veeam_job_schedule *schedule);

/** Whether a failed run is tried again. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_job_schedule_retry_enabled(const struct bkj_veeam_job_schedule *schedule);

/** How often. False when there is none. */
BKJ_API bool bkj_veeam_job_schedule_retry_number(const struct bkj_veeam_job_schedule *schedule, int64_t *out);

/** Minutes between. False when there is none. */
BKJ_API
bool bkj_veeam_job_schedule_retry_wait_interval(const struct bkj_veeam_job_schedule *schedule,
                                                int64_t *out);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_job_schedule_extra_json(const struct bkj_veeam_job_schedule *schedule);

/** Frees a job schedule that belongs to the caller. */
BKJ_API void bkj_veeam_job_schedule_free(struct bkj_veeam_job_schedule *schedule);

/** @} */

/**
 * @defgroup backupjobs_veeam_new_job_schedule Veeam: Making a schedule for a backup job
 * @{
 */

/** A schedule without anything set. */
BKJ_API struct bkj_veeam_job_schedule *bkj_veeam_job_schedule_new(void);

/** Runs only by hand. */
BKJ_API struct bkj_veeam_job_schedule *bkj_veeam_job_schedule_manual(void);

/** Runs once a day. `days` is a word such as "Everyday"; `time` is HH:mm:ss. */
BKJ_API
bkj_status bkj_veeam_job_schedule_daily(const char *days,
                                        const char *time,
                                        struct bkj_veeam_job_schedule **out,
                                        struct bkj_error **err);

/** Runs every so often. `every` is a word such as "Hours2". */
BKJ_API
bkj_status bkj_veeam_job_schedule_periodically(const char *every,
                                               struct bkj_veeam_job_schedule **out,
                                               struct bkj_error **err);

/** Binds a schedule to a window, of which it keeps a copy: a run outside is ended. */
BKJ_API
bkj_status bkj_veeam_job_schedule_within(struct bkj_veeam_job_schedule *schedule,
                                         const struct bkj_veeam_backup_window *window,
                                         struct bkj_error **err);

/** Tries a failed run again, so many times, with so many minutes between. */
BKJ_API
bkj_status bkj_veeam_job_schedule_retried(struct bkj_veeam_job_schedule *schedule,
                                          int64_t times,
                                          int64_t wait_minutes,
                                          struct bkj_error **err);

/** Type, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_kind(struct bkj_veeam_job_schedule *object,
                                           const char *word,
                                           struct bkj_error **err);

/**
 * Whether the schedule is on. To be set only with intervals of hours, by the v7 and v8 documents: 1, 0, or BKJ_ABSENT.
 */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_schedule_enabled(struct bkj_veeam_job_schedule *object,
                                                       int32_t yes,
                                                       struct bkj_error **err);

/** Days of a daily schedule, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_daily_type(struct bkj_veeam_job_schedule *object,
                                                 const char *word,
                                                 struct bkj_error **err);

/** `HH:mm:ss` of a daily schedule; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_daily_time(struct bkj_veeam_job_schedule *object,
                                                 const char *text,
                                                 struct bkj_error **err);

/** Interval of a periodic schedule, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_periodically_every(struct bkj_veeam_job_schedule *object,
                                                         const char *word,
                                                         struct bkj_error **err);

/** Minutes past the hour, 0–59, for intervals of hours; v6; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_periodically_offset_minutes(struct bkj_veeam_job_schedule *object,
                                                                  int64_t number,
                                                                  struct bkj_error **err);

/** Whether a periodic job runs only in certain hours; v7: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_periodically_window_enabled(struct bkj_veeam_job_schedule *object,
                                                                  int32_t yes,
                                                                  struct bkj_error **err);

/** Those hours; v6, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_periodically_window_settings(struct bkj_veeam_job_schedule *object,
                                                                   const struct bkj_veeam_backup_window *value,
                                                                   struct bkj_error **err);

/** Whether a run outside the window is ended: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_backup_window_enabled(struct bkj_veeam_job_schedule *object,
                                                            int32_t yes,
                                                            struct bkj_error **err);

/** That window, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_backup_window_settings(struct bkj_veeam_job_schedule *object,
                                                             const struct bkj_veeam_backup_window *value,
                                                             struct bkj_error **err);

/** Whether a failed run is tried again: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_retry_enabled(struct bkj_veeam_job_schedule *object,
                                                    int32_t yes,
                                                    struct bkj_error **err);

/** How often, 1–777; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_retry_number(struct bkj_veeam_job_schedule *object,
                                                   int64_t number,
                                                   struct bkj_error **err);

/** Minutes between, 1–999; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_retry_wait_interval(struct bkj_veeam_job_schedule *object,
                                                          int64_t number,
                                                          struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_job_schedule_set_extra_json(struct bkj_veeam_job_schedule *object,
                                                 const char *json,
                                                 struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_veeam_backup_window Veeam: The hours of the week in which a job may run
 * @{
 */

/**
 * The hours of the week in which a job may run: 168 flags from Sunday 00:00 on. As part of another object it
 * belongs to that; one that the caller made is freed with bkj_veeam_backup_window_free().
 */
struct bkj_veeam_backup_window;

/** Number of flags in the window, 168 in any that is sound. */
BKJ_API size_t bkj_veeam_backup_window_backup_window_len(const struct bkj_veeam_backup_window *window);

/** One flag of the window, from 0: Sunday 00:00. True: allowed. False beyond the end. */
BKJ_API
bool bkj_veeam_backup_window_backup_window_at(const struct bkj_veeam_backup_window *window,
                                              size_t index);

/**
 * Minutes from UTC. Which sign means east is not documented; read plainly, +60 is UTC+1. False when there is
 * none.
 */
BKJ_API
bool bkj_veeam_backup_window_minute_offset(const struct bkj_veeam_backup_window *window,
                                           int64_t *out);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_backup_window_extra_json(const struct bkj_veeam_backup_window *window);

/**
 * A window of `length` hours, which must be 168: one byte an hour, 0 for closed, anything else for allowed; from
 * Sunday 00:00 on. `minute_offset` is in minutes from UTC.
 */
BKJ_API
bkj_status bkj_veeam_backup_window_new(const uint8_t *hours,
                                       size_t length,
                                       int64_t minute_offset,
                                       struct bkj_veeam_backup_window **out,
                                       struct bkj_error **err);

/** Every hour of the week. */
BKJ_API struct bkj_veeam_backup_window *bkj_veeam_backup_window_always(void);

/** Further members to send, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_backup_window_set_extra_json(struct bkj_veeam_backup_window *window,
                                                  const char *json,
                                                  struct bkj_error **err);

/** Frees a backup window that belongs to the caller. */
BKJ_API void bkj_veeam_backup_window_free(struct bkj_veeam_backup_window *window);

/** @} */

/**
 * @defgroup backupjobs_veeam_copy_jobs Veeam: Backup copy jobs
 * @{
 */

/** A backup copy job. */
struct bkj_veeam_copy_job;

/** UUID. */
BKJ_API const char *bkj_veeam_copy_job_id(const struct bkj_veeam_copy_job *job);

/** Name, made up by the server. NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_job_name(const struct bkj_veeam_copy_job *job);

/** The backup job it copies. NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_job_backup_job_id(const struct bkj_veeam_copy_job *job);

/** Its organization; before v8 told by the `organization` link. NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_job_organization_id(const struct bkj_veeam_copy_job *job);

/** The repository it copies to. NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_job_repository_id(const struct bkj_veeam_copy_job *job);

/** When it copies. NULL when there is none. */
BKJ_API
const struct bkj_veeam_copy_schedule *bkj_veeam_copy_job_schedule_policy(const struct bkj_veeam_copy_job *job);

/** Whether its schedule is on. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_copy_job_is_enabled(const struct bkj_veeam_copy_job *job);

/** When the newest run began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_job_last_run(const struct bkj_veeam_copy_job *job);

/** When it runs next. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_job_next_run(const struct bkj_veeam_copy_job *job);

/** When it last succeeded; v7. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_job_last_backup(const struct bkj_veeam_copy_job *job);

/** State of the newest run. The documented sample of a job just created says `Success`. NULL when there is none. */
BKJ_API
const char *bkj_veeam_copy_job_last_status(const struct bkj_veeam_copy_job *job);

/** The same as a BKJ_VEEAM_JOB_STATUS_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_veeam_copy_job_last_status_code(const struct bkj_veeam_copy_job *job);

/** Version of the object: counts up with every change; v8. False when there is none. */
BKJ_API bool bkj_veeam_copy_job_e_tag(const struct bkj_veeam_copy_job *job, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API const struct bkj_veeam_links *bkj_veeam_copy_job_links(const struct bkj_veeam_copy_job *job);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_copy_job_links_json(const struct bkj_veeam_copy_job *job);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_copy_job_extra_json(const struct bkj_veeam_copy_job *job);

/** Frees a copy job that belongs to the caller. */
BKJ_API void bkj_veeam_copy_job_free(struct bkj_veeam_copy_job *job);

/** A list of copy jobs. */
struct bkj_veeam_copy_job_list;

/** Number of copy jobs. */
BKJ_API size_t bkj_veeam_copy_job_list_len(const struct bkj_veeam_copy_job_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_copy_job *bkj_veeam_copy_job_list_at(const struct bkj_veeam_copy_job_list *list,
                                                            size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_copy_job_list_free(struct bkj_veeam_copy_job_list *list);

/**
 * Creates a copy job; v6. A backup job can have one. Ids that are none, a window that has not 168 hours and the
 * like are refused before any request.
 */
BKJ_API
bkj_status bkj_veeam_create_copy_job(const struct bkj_veeam *client,
                                     const struct bkj_veeam_create_copy_job *spec,
                                     struct bkj_veeam_copy_job **out,
                                     struct bkj_error **err);

/** All copy jobs; v6. */
BKJ_API
bkj_status bkj_veeam_copy_jobs(const struct bkj_veeam *client,
                               struct bkj_veeam_copy_job_list **out,
                               struct bkj_error **err);

/** One copy job; v6. */
BKJ_API
bkj_status bkj_veeam_copy_job(const struct bkj_veeam *client,
                              const char *id,
                              struct bkj_veeam_copy_job **out,
                              struct bkj_error **err);

/**
 * The copy jobs asked for, one page at a time. Before v8 the server does not filter by organization: we do, by the
 * link of the copy job. `query` may be NULL: all.
 */
BKJ_API
bkj_status bkj_veeam_iter_copy_jobs(const struct bkj_veeam *client,
                                    const struct bkj_veeam_copy_job_query *query,
                                    struct bkj_veeam_copy_job_iter **out,
                                    struct bkj_error **err);

/** The copy job of a backup job. */
BKJ_API
bkj_status bkj_veeam_copy_job_of(const struct bkj_veeam *client,
                                 const char *job_id,
                                 struct bkj_veeam_copy_job **out,
                                 struct bkj_error **err);

/** The backup job of a copy job. */
BKJ_API
bkj_status bkj_veeam_backup_job_of(const struct bkj_veeam *client,
                                   const char *copy_job_id,
                                   struct bkj_veeam_job **out,
                                   struct bkj_error **err);

/**
 * Starts a copy job: it copies the latest restore point. v8 answers with the session of the new run; before, the
 * answer names none. NULL when the answer names none.
 */
BKJ_API
bkj_status bkj_veeam_start_copy_job(const struct bkj_veeam *client,
                                    const char *id,
                                    struct bkj_veeam_job_session **out,
                                    struct bkj_error **err);

/** Stops the run of a copy job. The answer may come before the run has wound down. */
BKJ_API
bkj_status bkj_veeam_stop_copy_job(const struct bkj_veeam *client,
                                   const char *id,
                                   struct bkj_error **err);

/** Switches the schedule of a copy job on. */
BKJ_API
bkj_status bkj_veeam_enable_copy_job(const struct bkj_veeam *client,
                                     const char *id,
                                     struct bkj_error **err);

/** Switches the schedule of a copy job off. */
BKJ_API
bkj_status bkj_veeam_disable_copy_job(const struct bkj_veeam *client,
                                      const char *id,
                                      struct bkj_error **err);

/** Deletes a copy job. */
BKJ_API
bkj_status bkj_veeam_delete_copy_job(const struct bkj_veeam *client,
                                     const char *id,
                                     struct bkj_error **err);

/** Copy jobs, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_copy_job_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_copy_job_iter_next(struct bkj_veeam_copy_job_iter *iter,
                                        struct bkj_veeam_copy_job **out,
                                        struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_copy_job_iter_free(struct bkj_veeam_copy_job_iter *iter);

/** Which copy jobs to list. Unset: all. */
struct bkj_veeam_copy_job_query;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_copy_job_query *bkj_veeam_copy_job_query_new(void);

/** Only copy jobs that copy to this repository; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_copy_job_query_set_repository_id(struct bkj_veeam_copy_job_query *query,
                                                      const char *text,
                                                      struct bkj_error **err);

/** Only copy jobs of this organization; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_copy_job_query_set_organization_id(struct bkj_veeam_copy_job_query *query,
                                                        const char *text,
                                                        struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_copy_job_query_free(struct bkj_veeam_copy_job_query *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_copy_schedule Veeam: When copy jobs run by themselves
 * @{
 */

/** Type of a copy job's schedule. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_UNKNOWN 0

/** Right after a new restore point appears in the source repository. The word is "Immediate". */
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_IMMEDIATE 1

/** Every few minutes or hours. The word is "Periodically". */
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_PERIODICALLY 2

/** Once a day. The word is "DailyAtTime". */
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_DAILY_AT_TIME 3

/** The vendor's word for a BKJ_VEEAM_COPY_SCHEDULE_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_copy_schedule_type_word(int32_t code);

/**
 * The BKJ_VEEAM_COPY_SCHEDULE_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_veeam_copy_schedule_type_from_word(const char *word);

/**
 * `schedulePolicy` of a copy job. Unset members are not sent. As part of a copy job it belongs to that; one that
 * the caller made is freed with bkj_veeam_copy_schedule_free(). Setting something ends the life of everything
 * got from the schedule before.
 */
struct bkj_veeam_copy_schedule;

/** Type. NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_schedule_kind(const struct bkj_veeam_copy_schedule *schedule);

/**
 * The same as a BKJ_VEEAM_COPY_SCHEDULE_TYPE_… number; 0 for a word that this version does not know, or for
 * none.
 */
BKJ_API int32_t bkj_veeam_copy_schedule_kind_code(const struct bkj_veeam_copy_schedule *schedule);

/** Days of a daily schedule. NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_schedule_daily_type(const struct bkj_veeam_copy_schedule *schedule);

/** The same as a BKJ_VEEAM_DAILY_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_veeam_copy_schedule_daily_type_code(const struct bkj_veeam_copy_schedule *schedule);

/** `HH:mm:ss` of a daily schedule. NULL when there is none. */
BKJ_API const char *bkj_veeam_copy_schedule_daily_time(const struct bkj_veeam_copy_schedule *schedule);

/** Interval of a periodic schedule. NULL when there is none. */
BKJ_API
const char *bkj_veeam_copy_schedule_periodically_every(const struct bkj_veeam_copy_schedule *schedule);

/**
 * The same as a BKJ_VEEAM_PERIODICALLY_EVERY_… number; 0 for a word that this version does not know, or for
 * none.
 */
BKJ_API
int32_t bkj_veeam_copy_schedule_periodically_every_code(const struct bkj_veeam_copy_schedule *schedule);

/** Whether copying is bound to a window. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_veeam_copy_schedule_backup_copy_window_enabled(const struct bkj_veeam_copy_schedule *schedule);

/** That window. NULL when there is none. */
BKJ_API
const struct bkj_veeam_backup_window *bkj_veeam_copy_schedule_backup_copy_window_settings(const struct bkj_veeam_copy_schedule *schedule);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_copy_schedule_extra_json(const struct bkj_veeam_copy_schedule *schedule);

/** Frees a copy schedule that belongs to the caller. */
BKJ_API void bkj_veeam_copy_schedule_free(struct bkj_veeam_copy_schedule *schedule);

/** @} */

/**
 * @defgroup backupjobs_veeam_copy_job_setup Veeam: Making and changing backup copy jobs, v6 and later
 * @{
 */

/** Changes a copy job. */
BKJ_API
bkj_status bkj_veeam_edit_copy_job(const struct bkj_veeam *client,
                                   const char *id,
                                   const struct bkj_veeam_edit_copy_job *edit,
                                   struct bkj_error **err);

/** The organization; needed by v8, unknown before; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_create_copy_job_set_organization_id(struct bkj_veeam_create_copy_job *spec,
                                                         const char *text,
                                                         struct bkj_error **err);

/** What to change about a copy job. Unset members are not sent, and stay as they are (inferred). */
struct bkj_veeam_edit_copy_job;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_edit_copy_job *bkj_veeam_edit_copy_job_new(void);

/** The backup job whose restore points are copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_copy_job_set_backup_job_id(struct bkj_veeam_edit_copy_job *spec,
                                                     const char *text,
                                                     struct bkj_error **err);

/** The organization; v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_copy_job_set_organization_id(struct bkj_veeam_edit_copy_job *spec,
                                                       const char *text,
                                                       struct bkj_error **err);

/** The repository copied to; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_copy_job_set_repository_id(struct bkj_veeam_edit_copy_job *spec,
                                                     const char *text,
                                                     struct bkj_error **err);

/** When it copies, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_edit_copy_job_set_schedule_policy(struct bkj_veeam_edit_copy_job *spec,
                                                       const struct bkj_veeam_copy_schedule *value,
                                                       struct bkj_error **err);

/** Whether its schedule is on: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_edit_copy_job_set_is_enabled(struct bkj_veeam_edit_copy_job *spec,
                                                  int32_t yes,
                                                  struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_edit_copy_job_free(struct bkj_veeam_edit_copy_job *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_create_copy_job Veeam: What a new copy job needs
 * @{
 */

/** What a new copy job needs. The server makes up its name: that of the backup job, and "copy job". */
struct bkj_veeam_create_copy_job;

/**
 * An enabled copy job that copies the restore points of a backup job to a repository (one extended with archive object
 * storage). The schedule is copied.
 */
BKJ_API
bkj_status bkj_veeam_create_copy_job_new(const char *backup_job_id,
                                         const char *repository_id,
                                         const struct bkj_veeam_copy_schedule *schedule,
                                         struct bkj_veeam_create_copy_job **out,
                                         struct bkj_error **err);

/** The backup job whose restore points are copied. */
BKJ_API
bkj_status bkj_veeam_create_copy_job_set_backup_job_id(struct bkj_veeam_create_copy_job *spec,
                                                       const char *id,
                                                       struct bkj_error **err);

/** The repository copied to. */
BKJ_API
bkj_status bkj_veeam_create_copy_job_set_repository_id(struct bkj_veeam_create_copy_job *spec,
                                                       const char *id,
                                                       struct bkj_error **err);

/** When it copies; the schedule is copied. */
BKJ_API
bkj_status bkj_veeam_create_copy_job_set_schedule_policy(struct bkj_veeam_create_copy_job *spec,
                                                         const struct bkj_veeam_copy_schedule *schedule,
                                                         struct bkj_error **err);

/** Whether its schedule is on. */
BKJ_API
bkj_status bkj_veeam_create_copy_job_set_is_enabled(struct bkj_veeam_create_copy_job *spec,
                                                    bool enabled,
                                                    struct bkj_error **err);

/** Frees what was made to create a copy job. */
BKJ_API void bkj_veeam_create_copy_job_free(struct bkj_veeam_create_copy_job *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_new_copy_schedule Veeam: Making a schedule for a new copy job
 * @{
 */

/** A schedule without anything set. */
BKJ_API struct bkj_veeam_copy_schedule *bkj_veeam_copy_schedule_new(void);

/** Copies right after each new restore point. */
BKJ_API struct bkj_veeam_copy_schedule *bkj_veeam_copy_schedule_immediate(void);

/** Copies once a day. `days` is a word such as "Everyday"; `time` is HH:mm:ss. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_daily(const char *days,
                                         const char *time,
                                         struct bkj_veeam_copy_schedule **out,
                                         struct bkj_error **err);

/** Copies every so often. `every` is a word such as "Hours2". */
BKJ_API
bkj_status bkj_veeam_copy_schedule_periodically(const char *every,
                                                struct bkj_veeam_copy_schedule **out,
                                                struct bkj_error **err);

/** Binds a schedule to a window, of which it keeps a copy. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_within(struct bkj_veeam_copy_schedule *schedule,
                                          const struct bkj_veeam_backup_window *window,
                                          struct bkj_error **err);

/** The type, a word such as "DailyAtTime"; NULL: unset. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_set_kind(struct bkj_veeam_copy_schedule *schedule,
                                            const char *word,
                                            struct bkj_error **err);

/** Days of a daily schedule, a word such as "Workdays"; NULL: unset. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_set_daily_type(struct bkj_veeam_copy_schedule *schedule,
                                                  const char *word,
                                                  struct bkj_error **err);

/** Interval of a periodic schedule, a word such as "Hours2"; NULL: unset. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_set_periodically_every(struct bkj_veeam_copy_schedule *schedule,
                                                          const char *word,
                                                          struct bkj_error **err);

/** HH:mm:ss of a daily schedule; NULL: unset. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_set_daily_time(struct bkj_veeam_copy_schedule *schedule,
                                                  const char *time,
                                                  struct bkj_error **err);

/** Whether copying is bound to a window: 1, 0, or BKJ_ABSENT for unset. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_set_backup_copy_window_enabled(struct bkj_veeam_copy_schedule *schedule,
                                                                  int32_t enabled,
                                                                  struct bkj_error **err);

/** That window, of which the schedule keeps a copy; NULL: unset. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_set_backup_copy_window_settings(struct bkj_veeam_copy_schedule *schedule,
                                                                   const struct bkj_veeam_backup_window *window,
                                                                   struct bkj_error **err);

/** Further members to send, as a JSON object. */
BKJ_API
bkj_status bkj_veeam_copy_schedule_set_extra_json(struct bkj_veeam_copy_schedule *schedule,
                                                  const char *json,
                                                  struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_veeam_explore_options Veeam: What to explore
 * @{
 */

/** The explorer that a restore session opens. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_EXPLORER_TYPE_UNKNOWN 0

/** Exchange. The word is "vex". */
#define BKJ_VEEAM_EXPLORER_TYPE_VEX 1

/** SharePoint. The word is "vesp". */
#define BKJ_VEEAM_EXPLORER_TYPE_VESP 2

/** OneDrive for Business. The word is "veod". */
#define BKJ_VEEAM_EXPLORER_TYPE_VEOD 3

/** Teams; v5 and later. The word is "vet". */
#define BKJ_VEEAM_EXPLORER_TYPE_VET 4

/** The vendor's word for a BKJ_VEEAM_EXPLORER_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_explorer_type_word(int32_t code);

/**
 * The BKJ_VEEAM_EXPLORER_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_veeam_explorer_type_from_word(const char *word);

/** What to explore. */
struct bkj_veeam_explore_options;

/**
 * Explores a point in time, in UTC: yyyy-MM-dd HH:mm:ss.SSS, yyyy.MM.dd hh:mm:ss, or ISO 8601; sent as it is.
 * `explorer` is a word such as "vex".
 */
BKJ_API
bkj_status bkj_veeam_explore_options_new(const char *datetime,
                                         const char *explorer,
                                         struct bkj_veeam_explore_options **out,
                                         struct bkj_error **err);

/** Explores an instant, given in milliseconds since 1970-01-01T00:00:00Z. */
BKJ_API
bkj_status bkj_veeam_explore_options_at(int64_t unix_ms,
                                        const char *explorer,
                                        struct bkj_veeam_explore_options **out,
                                        struct bkj_error **err);

/** The point in time. */
BKJ_API
bkj_status bkj_veeam_explore_options_set_datetime(struct bkj_veeam_explore_options *options,
                                                  const char *datetime,
                                                  struct bkj_error **err);

/** The explorer. */
BKJ_API
bkj_status bkj_veeam_explore_options_set_explorer(struct bkj_veeam_explore_options *options,
                                                  const char *explorer,
                                                  struct bkj_error **err);

/** Whether deleted items are shown: 1, 0, or BKJ_ABSENT, which is not sent. */
BKJ_API
bkj_status bkj_veeam_explore_options_set_show_deleted(struct bkj_veeam_explore_options *options,
                                                      int32_t show,
                                                      struct bkj_error **err);

/** Whether all versions of items are shown: 1, 0, or BKJ_ABSENT, which is not sent. */
BKJ_API
bkj_status bkj_veeam_explore_options_set_show_all_versions(struct bkj_veeam_explore_options *options,
                                                           int32_t show,
                                                           struct bkj_error **err);

/** Frees options. */
BKJ_API void bkj_veeam_explore_options_free(struct bkj_veeam_explore_options *options);

/** @} */

/**
 * @defgroup backupjobs_veeam_explore Veeam: Exploring backups
 *
 * Exploring backups: opens a restore session.
 * @{
 */

/**
 * Starts a restore session from all backups of an organization. NULL when the answer names none, as for
 * bkj_veeam_explore_job().
 */
BKJ_API
bkj_status bkj_veeam_explore_organization(const struct bkj_veeam *client,
                                          const char *id,
                                          const struct bkj_veeam_explore_options *options,
                                          struct bkj_veeam_restore_session **out,
                                          struct bkj_error **err);

/**
 * Starts a restore session from the backup copies of an organization in an object storage repository. NULL when the
 * answer names none, as for bkj_veeam_explore_job().
 */
BKJ_API
bkj_status bkj_veeam_explore_repository(const struct bkj_veeam *client,
                                        const char *repository_id,
                                        const char *organization_id,
                                        const struct bkj_veeam_explore_options *options,
                                        struct bkj_veeam_restore_session **out,
                                        struct bkj_error **err);

/** Only backups in this repository: when an organization is explored, v8; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_explore_options_set_repository_id(struct bkj_veeam_explore_options *spec,
                                                       const char *text,
                                                       struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_veeam_restore Veeam: Restore sessions, started from a job's backups
 * @{
 */

/** A restore session. */
struct bkj_veeam_restore_session;

/** UUID. */
BKJ_API const char *bkj_veeam_restore_session_id(const struct bkj_veeam_restore_session *session);

/** Name, made up by the server. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_name(const struct bkj_veeam_restore_session *session);

/** Organization whose data it shows. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_organization(const struct bkj_veeam_restore_session *session);

/** The explorer. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_explorer(const struct bkj_veeam_restore_session *session);

/** The same as a BKJ_VEEAM_EXPLORER_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_veeam_restore_session_explorer_code(const struct bkj_veeam_restore_session *session);

/** When it was opened. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_creation_time(const struct bkj_veeam_restore_session *session);

/** When it was closed. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_end_time(const struct bkj_veeam_restore_session *session);

/** `Working` or `Stopped`; before v6 also `Starting`, `Stopping`. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_state(const struct bkj_veeam_restore_session *session);

/** `Success`, `Warning`, `Failed`; present while it is open, too. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_result(const struct bkj_veeam_restore_session *session);

/** Account that opened it. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_initiated_by(const struct bkj_veeam_restore_session *session);

/** What the vendor says about it. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_details(const struct bkj_veeam_restore_session *session);

/** What it covers. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_scope_name(const struct bkj_veeam_restore_session *session);

/** Host it was opened from. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_client_host(const struct bkj_veeam_restore_session *session);

/** Why it ended. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_reason(const struct bkj_veeam_restore_session *session);

/** Version of the object: counts up with every change; v8. False when there is none. */
BKJ_API bool bkj_veeam_restore_session_e_tag(const struct bkj_veeam_restore_session *session, int64_t *out);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_restore_session_links(const struct bkj_veeam_restore_session *session);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_restore_session_links_json(const struct bkj_veeam_restore_session *session);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_restore_session_extra_json(const struct bkj_veeam_restore_session *session);

/** Frees a restore session that belongs to the caller. */
BKJ_API void bkj_veeam_restore_session_free(struct bkj_veeam_restore_session *session);

/**
 * Starts a restore session from a job's backups; v5 and later. Success with NULL in `out` means that the server did not
 * say which session it opened (v5 documents an answer without body).
 */
BKJ_API
bkj_status bkj_veeam_explore_job(const struct bkj_veeam *client,
                                 const char *id,
                                 const struct bkj_veeam_explore_options *options,
                                 struct bkj_veeam_restore_session **out,
                                 struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_veeam_restore_sessions Veeam: Restore sessions
 *
 * Restore sessions. They are opened by exploring; the server ends those that nobody uses.
 * @{
 */

/** What restore sessions are ordered by; v8. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VEEAM_RESTORE_SESSION_ORDER_UNKNOWN 0

/** When they were opened. The word is "CreationTime". */
#define BKJ_VEEAM_RESTORE_SESSION_ORDER_CREATION_TIME 1

/** When they were closed. The word is "EndTime". */
#define BKJ_VEEAM_RESTORE_SESSION_ORDER_END_TIME 2

/** The vendor's word for a BKJ_VEEAM_RESTORE_SESSION_ORDER_… number; NULL for a number that has none. */
BKJ_API const char *bkj_veeam_restore_session_order_word(int32_t code);

/**
 * The BKJ_VEEAM_RESTORE_SESSION_ORDER_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_veeam_restore_session_order_from_word(const char *word);

/** All restore sessions. */
BKJ_API
bkj_status bkj_veeam_restore_sessions(const struct bkj_veeam *client,
                                      struct bkj_veeam_restore_session_list **out,
                                      struct bkj_error **err);

/** The restore sessions asked for, one page at a time. `query` may be NULL: all. */
BKJ_API
bkj_status bkj_veeam_iter_restore_sessions(const struct bkj_veeam *client,
                                           const struct bkj_veeam_restore_session_query *query,
                                           struct bkj_veeam_restore_session_iter **out,
                                           struct bkj_error **err);

/** One restore session. */
BKJ_API
bkj_status bkj_veeam_restore_session(const struct bkj_veeam *client,
                                     const char *id,
                                     struct bkj_veeam_restore_session **out,
                                     struct bkj_error **err);

/** Closes a restore session. */
BKJ_API
bkj_status bkj_veeam_stop_restore_session(const struct bkj_veeam *client,
                                          const char *id,
                                          struct bkj_error **err);

/** Restore sessions, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_restore_session_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_restore_session_iter_next(struct bkj_veeam_restore_session_iter *iter,
                                               struct bkj_veeam_restore_session **out,
                                               struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_restore_session_iter_free(struct bkj_veeam_restore_session_iter *iter);

/** A list of restore sessions. */
struct bkj_veeam_restore_session_list;

/** Number of restore sessions. */
BKJ_API size_t bkj_veeam_restore_session_list_len(const struct bkj_veeam_restore_session_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_restore_session *bkj_veeam_restore_session_list_at(const struct bkj_veeam_restore_session_list *list,
                                                                          size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_restore_session_list_free(struct bkj_veeam_restore_session_list *list);

/**
 * Which restore sessions to list. Unset: all, in the server's order. Where a version does not filter, we do, and leave
 * out sessions that do not tell the time.
 */
struct bkj_veeam_restore_session_query;

/** Nothing set yet. */
BKJ_API struct bkj_veeam_restore_session_query *bkj_veeam_restore_session_query_new(void);

/** Only sessions opened then or later, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_restore_session_query_set_start_time_from(struct bkj_veeam_restore_session_query *query,
                                                               int64_t unix_ms,
                                                               struct bkj_error **err);

/** Only sessions opened then or earlier, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_restore_session_query_set_start_time_to(struct bkj_veeam_restore_session_query *query,
                                                             int64_t unix_ms,
                                                             struct bkj_error **err);

/** Only sessions closed then or later, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_restore_session_query_set_end_time_from(struct bkj_veeam_restore_session_query *query,
                                                             int64_t unix_ms,
                                                             struct bkj_error **err);

/** Only sessions closed then or earlier, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_veeam_restore_session_query_set_end_time_to(struct bkj_veeam_restore_session_query *query,
                                                           int64_t unix_ms,
                                                           struct bkj_error **err);

/** v8: oldest first, or newest first: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_veeam_restore_session_query_set_ascending(struct bkj_veeam_restore_session_query *query,
                                                         int32_t yes,
                                                         struct bkj_error **err);

/** v8: ordered by what; when they were opened, if unset, as a word; NULL: not set. */
BKJ_API
bkj_status bkj_veeam_restore_session_query_set_order_by(struct bkj_veeam_restore_session_query *query,
                                                        const char *word,
                                                        struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_veeam_restore_session_query_free(struct bkj_veeam_restore_session_query *spec);

/** @} */

/**
 * @defgroup backupjobs_veeam_restore_events Veeam: What happened in a restore session, and how much
 * @{
 */

/** The events of a restore session. */
BKJ_API
bkj_status bkj_veeam_restore_session_events(const struct bkj_veeam *client,
                                            const char *id,
                                            struct bkj_veeam_restore_session_event_list **out,
                                            struct bkj_error **err);

/** The same, one page at a time. */
BKJ_API
bkj_status bkj_veeam_iter_restore_session_events(const struct bkj_veeam *client,
                                                 const char *id,
                                                 struct bkj_veeam_restore_session_event_iter **out,
                                                 struct bkj_error **err);

/** How much a restore session has restored. */
BKJ_API
bkj_status bkj_veeam_restore_session_statistics(const struct bkj_veeam *client,
                                                const char *id,
                                                struct bkj_veeam_restore_session_statistics **out,
                                                struct bkj_error **err);

/** One event of a restore session. */
struct bkj_veeam_restore_session_event;

/** UUID. */
BKJ_API const char *bkj_veeam_restore_session_event_id(const struct bkj_veeam_restore_session_event *event);

/** `None`, `Save`, `Export`, `Send`, `Restore` or `View`. NULL when there is none. */
BKJ_API const char *bkj_veeam_restore_session_event_kind(const struct bkj_veeam_restore_session_event *event);

/** `Running`, `Success`, `Warning`, `Failed`, `Cancelled` or `Skipped`. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_status(const struct bkj_veeam_restore_session_event *event);

/** When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_start_time(const struct bkj_veeam_restore_session_event *event);

/** When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_end_time(const struct bkj_veeam_restore_session_event *event);

/** How long it took: `hh:mm:ss.fffffff`. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_duration(const struct bkj_veeam_restore_session_event *event);

/** Title. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_title(const struct bkj_veeam_restore_session_event *event);

/** The sentence. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_message(const struct bkj_veeam_restore_session_event *event);

/** Its place among the events. False when there is none. */
BKJ_API
bool bkj_veeam_restore_session_event_order(const struct bkj_veeam_restore_session_event *event,
                                           int64_t *out);

/** Name of the item. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_item_name(const struct bkj_veeam_restore_session_event *event);

/** Type of the item. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_item_type(const struct bkj_veeam_restore_session_event *event);

/** Bytes of the item. False when there is none. */
BKJ_API
bool bkj_veeam_restore_session_event_item_size_bytes(const struct bkj_veeam_restore_session_event *event,
                                                     int64_t *out);

/** Where it came from. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_source(const struct bkj_veeam_restore_session_event *event);

/** Where it went. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_target(const struct bkj_veeam_restore_session_event *event);

/** Organization; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_organization_id(const struct bkj_veeam_restore_session_event *event);

/** Organization by its id in the backup; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_backed_up_organization_id(const struct bkj_veeam_restore_session_event *event);

/** User; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_user_id(const struct bkj_veeam_restore_session_event *event);

/** Group; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_group_id(const struct bkj_veeam_restore_session_event *event);

/** Site; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_site_id(const struct bkj_veeam_restore_session_event *event);

/** Team; v8. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restore_session_event_team_id(const struct bkj_veeam_restore_session_event *event);

/** The links; NULL when the server sent none. */
BKJ_API
const struct bkj_veeam_links *bkj_veeam_restore_session_event_links(const struct bkj_veeam_restore_session_event *event);

/** The links as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_veeam_restore_session_event_links_json(const struct bkj_veeam_restore_session_event *event);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_veeam_restore_session_event_extra_json(const struct bkj_veeam_restore_session_event *event);

/** Frees a restore session event that belongs to the caller. */
BKJ_API void bkj_veeam_restore_session_event_free(struct bkj_veeam_restore_session_event *event);

/** A list of restore session events. */
struct bkj_veeam_restore_session_event_list;

/** Number of restore session events. */
BKJ_API
size_t bkj_veeam_restore_session_event_list_len(const struct bkj_veeam_restore_session_event_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_restore_session_event *bkj_veeam_restore_session_event_list_at(const struct bkj_veeam_restore_session_event_list *list,
                                                                                      size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_veeam_restore_session_event_list_free(struct bkj_veeam_restore_session_event_list *list);

/** Restore session events, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_veeam_restore_session_event_iter;

/** The next one, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_veeam_restore_session_event_iter_next(struct bkj_veeam_restore_session_event_iter *iter,
                                                     struct bkj_veeam_restore_session_event **out,
                                                     struct bkj_error **err);

/** Frees an iterator, but nothing got from it. */
BKJ_API void bkj_veeam_restore_session_event_iter_free(struct bkj_veeam_restore_session_event_iter *iter);

/** How much a restore session has restored. */
struct bkj_veeam_restore_session_statistics;

/** Items in the backup. False when there is none. */
BKJ_API
bool bkj_veeam_restore_session_statistics_total_items_count(const struct bkj_veeam_restore_session_statistics *statistics,
                                                            int64_t *out);

/** Items restored. False when there is none. */
BKJ_API
bool bkj_veeam_restore_session_statistics_restored_items_count(const struct bkj_veeam_restore_session_statistics *statistics,
                                                               int64_t *out);

/** Items that could not be restored. False when there is none. */
BKJ_API
bool bkj_veeam_restore_session_statistics_failed_items_count(const struct bkj_veeam_restore_session_statistics *statistics,
                                                             int64_t *out);

/** Items left out. False when there is none. */
BKJ_API
bool bkj_veeam_restore_session_statistics_skipped_items_count(const struct bkj_veeam_restore_session_statistics *statistics,
                                                              int64_t *out);

/** Warnings: how many. */
BKJ_API
size_t bkj_veeam_restore_session_statistics_warnings_len(const struct bkj_veeam_restore_session_statistics *statistics);

/** Warnings: one of them, from 0; NULL beyond the end. */
BKJ_API
const char *bkj_veeam_restore_session_statistics_warnings_at(const struct bkj_veeam_restore_session_statistics *statistics,
                                                             size_t index);

/** Errors: how many. */
BKJ_API
size_t bkj_veeam_restore_session_statistics_errors_len(const struct bkj_veeam_restore_session_statistics *statistics);

/** Errors: one of them, from 0; NULL beyond the end. */
BKJ_API
const char *bkj_veeam_restore_session_statistics_errors_at(const struct bkj_veeam_restore_session_statistics *statistics,
                                                           size_t index);

/** The items, where the server tells them one by one: how many. */
BKJ_API
size_t bkj_veeam_restore_session_statistics_items_len(const struct bkj_veeam_restore_session_statistics *statistics);

/** The items, where the server tells them one by one: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_restored_item *bkj_veeam_restore_session_statistics_items_at(const struct bkj_veeam_restore_session_statistics *statistics,
                                                                                    size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_veeam_restore_session_statistics_extra_json(const struct bkj_veeam_restore_session_statistics *statistics);

/** Frees a restore session statistics that belongs to the caller. */
BKJ_API
void bkj_veeam_restore_session_statistics_free(struct bkj_veeam_restore_session_statistics *statistics);

/** One item of a restore. */
struct bkj_veeam_restored_item;

/** Id. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_id(const struct bkj_veeam_restored_item *item);

/** `Item`, `BulkMailbox` or `BulkOneDrive`. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_kind(const struct bkj_veeam_restored_item *item);

/** What was restored, like `ExchangeMailbox` or `TeamsPost`. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_item_type(const struct bkj_veeam_restored_item *item);

/** `Success`, `Warning`, `Failed` or `Skipped`. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_status(const struct bkj_veeam_restored_item *item);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_name(const struct bkj_veeam_restored_item *item);

/** Title. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_title(const struct bkj_veeam_restored_item *item);

/** Where it lies. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_path(const struct bkj_veeam_restored_item *item);

/** What went wrong. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_error(const struct bkj_veeam_restored_item *item);

/** Warnings: how many. */
BKJ_API size_t bkj_veeam_restored_item_warnings_len(const struct bkj_veeam_restored_item *item);

/** Warnings: one of them, from 0; NULL beyond the end. */
BKJ_API
const char *bkj_veeam_restored_item_warnings_at(const struct bkj_veeam_restored_item *item,
                                                size_t index);

/** Mailbox: its address. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_mailbox_email(const struct bkj_veeam_restored_item *item);

/** Mailbox: whether it is an archive. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_restored_item_mailbox_is_archive(const struct bkj_veeam_restored_item *item);

/** Mailbox: whether it is a public one. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_veeam_restored_item_mailbox_is_public(const struct bkj_veeam_restored_item *item);

/** Mailbox: items created. False when there is none. */
BKJ_API
bool bkj_veeam_restored_item_created_mailbox_items_count(const struct bkj_veeam_restored_item *item,
                                                         int64_t *out);

/** Mailbox: items merged. False when there is none. */
BKJ_API
bool bkj_veeam_restored_item_merged_mailbox_items_count(const struct bkj_veeam_restored_item *item,
                                                        int64_t *out);

/** Mailbox: items that could not be restored. False when there is none. */
BKJ_API
bool bkj_veeam_restored_item_failed_mailbox_items_count(const struct bkj_veeam_restored_item *item,
                                                        int64_t *out);

/** Mailbox: items left out. False when there is none. */
BKJ_API
bool bkj_veeam_restored_item_skipped_mailbox_items_count(const struct bkj_veeam_restored_item *item,
                                                         int64_t *out);

/** Mailbox: why it could not go on. NULL when there is none. */
BKJ_API
const char *bkj_veeam_restored_item_cannot_continue_mailbox_error(const struct bkj_veeam_restored_item *item);

/** OneDrive: id of its web. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_one_drive_web_id(const struct bkj_veeam_restored_item *item);

/** OneDrive: id of its site. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_one_drive_site_id(const struct bkj_veeam_restored_item *item);

/** OneDrive: its address. NULL when there is none. */
BKJ_API const char *bkj_veeam_restored_item_one_drive_url(const struct bkj_veeam_restored_item *item);

/** OneDrive: what is in it: how many. */
BKJ_API size_t bkj_veeam_restored_item_child_items_len(const struct bkj_veeam_restored_item *item);

/** OneDrive: what is in it: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_veeam_restored_item *bkj_veeam_restored_item_child_items_at(const struct bkj_veeam_restored_item *item,
                                                                             size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_veeam_restored_item_extra_json(const struct bkj_veeam_restored_item *item);

/** @} */

/**
 * @defgroup backupjobs_veeam_links Veeam: The links of an object, as the server wrote them
 * @{
 */

/** The links of an object. Absolute up to v5, relative from v6. */
struct bkj_veeam_links;

/** Number of links. */
BKJ_API size_t bkj_veeam_links_len(const struct bkj_veeam_links *links);

/** The name of a link, from 0; NULL beyond the end. */
BKJ_API const char *bkj_veeam_links_name_at(const struct bkj_veeam_links *links, size_t index);

/** The target of a link, from 0; NULL beyond the end. */
BKJ_API const char *bkj_veeam_links_href_at(const struct bkj_veeam_links *links, size_t index);

/** The target of the link of that name; NULL when there is none. */
BKJ_API const char *bkj_veeam_links_href(const struct bkj_veeam_links *links, const char *name);

/**
 * The id at the end of the target of the link of that name; NULL when there is none. Older versions of the API give
 * some ids only here.
 */
BKJ_API
const char *bkj_veeam_links_id(const struct bkj_veeam_links *links,
                               const char *name);

/** @} */

/**
 * @defgroup backupjobs_teradata_token Teradata: Where the bearer token comes from, if it is a function of C
 * @{
 */

/**
 * Asked for a bearer token: writes it to `buffer`, which has `capacity` bytes, and returns its length without any NUL.
 *
 * A token that does not fit is not written: only its length is returned, and the callback is asked again with a larger
 * buffer. A negative number means that there is no token; `buffer` may then hold a NUL-terminated UTF-8 text that says
 * why, which is shown to users. The library wipes the buffer. Called by one thread at a time, on whichever thread makes
 * a call. Must not throw.
 */
typedef int32_t (*bkj_token_callback)(void *userdata, char *buffer, size_t capacity);

/** @} */

/**
 * @defgroup backupjobs_teradata Teradata VantageCloud BaaS
 *
 * Teradata VantageCloud BaaS: the client.
 * @{
 */

/** VantageCloud Enterprise: documented whole. The name is "enterprise". */
#define BKJ_TERADATA_DIALECT_ENTERPRISE 1

/** VantageCloud Lake: reading jobs is documented, the rest is by symmetry. The name is "lake". */
#define BKJ_TERADATA_DIALECT_LAKE 2

/** The name of a BKJ_TERADATA_DIALECT_… number; NULL for any other number. */
BKJ_API const char *bkj_teradata_dialect_name(int32_t code);

/**
 * A client of one Teradata VantageCloud site, or of one Lake account. May be used from any number of threads at once.
 */
struct bkj_teradata;

/**
 * A client of a Teradata site with a token that is good for as long as it lives. `url` is https://<api-path>,
 * with a path prefix if there is one. `options` may be NULL. Checks the configuration and sends nothing yet.
 */
BKJ_API
bkj_status bkj_teradata_new(const char *url,
                            const char *site_id,
                            const char *token,
                            const struct bkj_client_options *options,
                            struct bkj_teradata **out,
                            struct bkj_error **err);

/**
 * The same with a callback that is asked for the token: at the first call, and again when the server refuses the
 * token. `release` (may be NULL) is called exactly once, when `userdata` is no longer needed, also if this call
 * fails.
 */
BKJ_API
bkj_status bkj_teradata_new_with_callback(const char *url,
                                          const char *site_id,
                                          bkj_token_callback callback,
                                          void *userdata,
                                          bkj_release_callback release,
                                          const struct bkj_client_options *options,
                                          struct bkj_teradata **out,
                                          struct bkj_error **err);

/** The same with any source of tokens, which is copied. */
BKJ_API
bkj_status bkj_teradata_new_with_source(const char *url,
                                        const char *site_id,
                                        const struct bkj_teradata_token_source *source,
                                        const struct bkj_client_options *options,
                                        struct bkj_teradata **out,
                                        struct bkj_error **err);

/**
 * A client of a VantageCloud Lake account. `url` is that of the console. Only reading jobs is documented for Lake:
 * with `allow_unverified`, what is guessed by symmetry to Enterprise is sent as well; without, it answers
 * BKJ_ERR_UNSUPPORTED before any request.
 */
BKJ_API
bkj_status bkj_teradata_new_lake(const char *url,
                                 const char *account_id,
                                 const struct bkj_teradata_token_source *source,
                                 bool allow_unverified,
                                 const struct bkj_client_options *options,
                                 struct bkj_teradata **out,
                                 struct bkj_error **err);

/** What it speaks, a BKJ_TERADATA_DIALECT_… number; 0 for NULL. */
BKJ_API int32_t bkj_teradata_dialect(const struct bkj_teradata *client);

/** The Lake account; "" on Enterprise. */
BKJ_API const char *bkj_teradata_account_id(const struct bkj_teradata *client);

/** Scheme, host and port. */
BKJ_API const char *bkj_teradata_url(const struct bkj_teradata *client);

/** The site; "" on Lake. */
BKJ_API const char *bkj_teradata_site_id(const struct bkj_teradata *client);

/** The same client, sharing connections and login, whose calls end early when `cancel` is cancelled. */
BKJ_API
bkj_status bkj_teradata_with_cancel(const struct bkj_teradata *client,
                                    const struct bkj_cancel_token *cancel,
                                    struct bkj_teradata **out,
                                    struct bkj_error **err);

/** This site in the common model. It shares the login with the client. */
BKJ_API
bkj_status bkj_teradata_server(const struct bkj_teradata *client,
                               struct bkj_server **out,
                               struct bkj_error **err);

/** Asks the token source now. Whether the server accepts the token shows at the first call. */
BKJ_API bkj_status bkj_teradata_login(const struct bkj_teradata *client, struct bkj_error **err);

/**
 * Forgets the token; later calls answer BKJ_ERR_CLOSED. Happens by itself when the last client and server that
 * share the login are freed.
 */
BKJ_API
bkj_status bkj_teradata_close(const struct bkj_teradata *client,
                              struct bkj_error **err);

/** Frees a client. Servers made of it go on. */
BKJ_API void bkj_teradata_free(struct bkj_teradata *client);

/** @} */

/**
 * @defgroup backupjobs_teradata_token_source Teradata: Where the bearer token comes from
 * @{
 */

/** The claim `org_key`, as on the page about BaaS. The name is "org_key". */
#define BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_KEY 1

/** The claim `org_id`, as on the vendor's general page. The name is "org_id". */
#define BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_ID 2

/** The name of a BKJ_TERADATA_ORGANIZATION_CLAIM_… number; NULL for any other number. */
BKJ_API const char *bkj_teradata_organization_claim_name(int32_t code);

/** Where the bearer token comes from. It is copied when a client is made of it. */
struct bkj_teradata_token_source;

/** This token, for as long as it lives. */
BKJ_API
bkj_status bkj_teradata_token_source_static(const char *token,
                                            struct bkj_teradata_token_source **out,
                                            struct bkj_error **err);

/**
 * A callback, asked at the first call, and again when the server refuses the token. `release` (may be NULL) is called
 * exactly once, when neither the source nor any client of it needs `userdata`, also if this call fails.
 */
BKJ_API
bkj_status bkj_teradata_token_source_callback(bkj_token_callback callback,
                                              void *userdata,
                                              bkj_release_callback release,
                                              struct bkj_teradata_token_source **out,
                                              struct bkj_error **err);

/**
 * A program that prints the token: `argv` has `count` texts, the program first. It is run without a shell and without
 * input, and killed after `timeout_ms` (0: 30 s). Neither its arguments nor its output are ever shown.
 */
BKJ_API
bkj_status bkj_teradata_token_source_command(const char *const *argv,
                                             size_t count,
                                             uint64_t timeout_ms,
                                             struct bkj_teradata_token_source **out,
                                             struct bkj_error **err);

/**
 * An OAuth 2.0 token endpoint, asked with the client credentials grant. `scope` may be NULL. Not documented for BaaS.
 */
BKJ_API
bkj_status bkj_teradata_token_source_client_credentials(const char *token_url,
                                                        const char *client_id,
                                                        const char *client_secret,
                                                        const char *scope,
                                                        struct bkj_teradata_token_source **out,
                                                        struct bkj_error **err);

/**
 * A token for VantageCloud Lake, signed here with a private key (PEM text, PKCS#8 or PKCS#1) that the console knows as
 * `key_name`, out of a personal access token of the database user `username`. It is signed anew before it expires.
 */
BKJ_API
bkj_status bkj_teradata_token_source_lake_jwt(const char *personal_access_token,
                                              const char *private_key,
                                              const char *key_name,
                                              const char *username,
                                              const char *organization,
                                              struct bkj_teradata_token_source **out,
                                              struct bkj_error **err);

/** User and password in every request. Not documented for BaaS. */
BKJ_API
bkj_status bkj_teradata_token_source_basic(const char *username,
                                           const char *password,
                                           struct bkj_teradata_token_source **out,
                                           struct bkj_error **err);

/** The claim that names the organization, a BKJ_TERADATA_ORGANIZATION_CLAIM_… number. Only for a Lake token. */
BKJ_API
bkj_status bkj_teradata_token_source_set_organization_claim(struct bkj_teradata_token_source *source,
                                                            int32_t claim,
                                                            struct bkj_error **err);

/** How long each token is good for; an hour by default. Only for a Lake token. */
BKJ_API
bkj_status bkj_teradata_token_source_set_lifetime_ms(struct bkj_teradata_token_source *source,
                                                     uint64_t lifetime_ms,
                                                     struct bkj_error **err);

/** Frees a source. Clients made of it go on. */
BKJ_API void bkj_teradata_token_source_free(struct bkj_teradata_token_source *source);

/** @} */

/**
 * @defgroup backupjobs_teradata_jobs Teradata: Jobs, as the site has them
 * @{
 */

/** What a job or an execution does. 0 stands for a word that this version does not know, or for none. */
#define BKJ_TERADATA_JOB_TYPE_UNKNOWN 0

/** Backs up. The word is "BACKUP". */
#define BKJ_TERADATA_JOB_TYPE_BACKUP 1

/** Restores. The word is "RESTORE". */
#define BKJ_TERADATA_JOB_TYPE_RESTORE 2

/** The vendor's word for a BKJ_TERADATA_JOB_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_teradata_job_type_word(int32_t code);

/**
 * The BKJ_TERADATA_JOB_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API int32_t bkj_teradata_job_type_from_word(const char *word);

/**
 * How much a backup takes. (The word CUMULATIVE of the vendor's backup engine is not offered here.) 0 stands for a
 * word that this version does not know, or for none.
 */
#define BKJ_TERADATA_RUN_TYPE_UNKNOWN 0

/** Everything. The word is "FULL". */
#define BKJ_TERADATA_RUN_TYPE_FULL 1

/** What changed since the last backup. The word is "DELTA". */
#define BKJ_TERADATA_RUN_TYPE_DELTA 2

/** The vendor's word for a BKJ_TERADATA_RUN_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_teradata_run_type_word(int32_t code);

/**
 * The BKJ_TERADATA_RUN_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API int32_t bkj_teradata_run_type_from_word(const char *word);

/** A job. Lists leave out `job_settings`. */
struct bkj_teradata_job;

/** A whole number. */
BKJ_API const char *bkj_teradata_job_job_id(const struct bkj_teradata_job *job);

/** Site. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_site_id(const struct bkj_teradata_job *job);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_name(const struct bkj_teradata_job *job);

/** Description. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_description(const struct bkj_teradata_job *job);

/** What it does. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_job_type(const struct bkj_teradata_job *job);

/** The same as a BKJ_TERADATA_JOB_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_teradata_job_job_type_code(const struct bkj_teradata_job *job);

/** How much it takes when nothing else is asked for. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_backup_type(const struct bkj_teradata_job *job);

/** The same as a BKJ_TERADATA_RUN_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_teradata_job_backup_type_code(const struct bkj_teradata_job *job);

/** Engine; `DSA` is the only word documented. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_backup_mechanism(const struct bkj_teradata_job *job);

/** Whether its schedule is on. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_job_is_active(const struct bkj_teradata_job *job);

/** Whether a run is aborted after `auto_abort_in_minutes`. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_job_is_auto_abort_active(const struct bkj_teradata_job *job);

/** Minutes; 0 when off. False when there is none. */
BKJ_API bool bkj_teradata_job_auto_abort_in_minutes(const struct bkj_teradata_job *job, int64_t *out);

/** Priority; which end is high is not documented. False when there is none. */
BKJ_API bool bkj_teradata_job_priority(const struct bkj_teradata_job *job, int64_t *out);

/** Backups kept. False when there is none. */
BKJ_API bool bkj_teradata_job_no_of_retention_copies(const struct bkj_teradata_job *job, int64_t *out);

/** When it runs next. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_teradata_job_next_run_time(const struct bkj_teradata_job *job);

/** Cloud of the target; `AWS` is the only word documented. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_site_target_type(const struct bkj_teradata_job *job);

/** Where copies go. NULL when there is none. */
BKJ_API
const struct bkj_teradata_target_site *bkj_teradata_job_target_site_details(const struct bkj_teradata_job *job);

/** The newest run. NULL when there is none. */
BKJ_API
const struct bkj_teradata_last_execution *bkj_teradata_job_last_execution_details(const struct bkj_teradata_job *job);

/** What is backed up and how; only when one job is asked for. NULL when there is none. */
BKJ_API
const struct bkj_teradata_job_settings *bkj_teradata_job_job_settings(const struct bkj_teradata_job *job);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_teradata_job_extra_json(const struct bkj_teradata_job *job);

/** Frees a job that belongs to the caller. */
BKJ_API void bkj_teradata_job_free(struct bkj_teradata_job *job);

/** A list of jobs. */
struct bkj_teradata_job_list;

/** Number of jobs. */
BKJ_API size_t bkj_teradata_job_list_len(const struct bkj_teradata_job_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_teradata_job *bkj_teradata_job_list_at(const struct bkj_teradata_job_list *list,
                                                        size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_teradata_job_list_free(struct bkj_teradata_job_list *list);

/** @} */

/**
 * @defgroup backupjobs_teradata_job_calls Teradata: What can be done with jobs
 * @{
 */

/** Which jobs to list. */
struct bkj_teradata_job_query;

/** All jobs. */
BKJ_API struct bkj_teradata_job_query *bkj_teradata_job_query_new(void);

/** 1: only active jobs; 0: what the server makes of false; BKJ_ABSENT: all. */
BKJ_API
bkj_status bkj_teradata_job_query_set_is_active(struct bkj_teradata_job_query *query,
                                                int32_t active,
                                                struct bkj_error **err);

/** Only this kind, a word such as "BACKUP"; NULL: both. */
BKJ_API
bkj_status bkj_teradata_job_query_set_job_type(struct bkj_teradata_job_query *query,
                                               const char *job_type,
                                               struct bkj_error **err);

/** Only this page, from 1; BKJ_ABSENT: all pages, in as many requests as it takes. */
BKJ_API
bkj_status bkj_teradata_job_query_set_page(struct bkj_teradata_job_query *query,
                                           int64_t page,
                                           struct bkj_error **err);

/** Rows a page; without a page this only sets the size of the requests. 0: the server's default with a page. */
BKJ_API
bkj_status bkj_teradata_job_query_set_page_size(struct bkj_teradata_job_query *query,
                                                uint32_t rows,
                                                struct bkj_error **err);

/** Frees a query. */
BKJ_API void bkj_teradata_job_query_free(struct bkj_teradata_job_query *query);

/** The jobs of the site. `query` may be NULL: all jobs. Lists leave out the job settings. */
BKJ_API
bkj_status bkj_teradata_jobs(const struct bkj_teradata *client,
                             const struct bkj_teradata_job_query *query,
                             struct bkj_teradata_job_list **out,
                             struct bkj_error **err);

/** The jobs of the site, one page at a time. `query` may be NULL: all jobs. */
BKJ_API
bkj_status bkj_teradata_iter_jobs(const struct bkj_teradata *client,
                                  const struct bkj_teradata_job_query *query,
                                  struct bkj_teradata_job_iter **out,
                                  struct bkj_error **err);

/** Jobs, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_teradata_job_iter;

/** The next job, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_teradata_job_iter_next(struct bkj_teradata_job_iter *iter,
                                      struct bkj_teradata_job **out,
                                      struct bkj_error **err);

/** Frees an iterator, but no job got from it. */
BKJ_API void bkj_teradata_job_iter_free(struct bkj_teradata_job_iter *iter);

/** One job, with its settings. */
BKJ_API
bkj_status bkj_teradata_job(const struct bkj_teradata *client,
                            const char *job_id,
                            struct bkj_teradata_job **out,
                            struct bkj_error **err);

/**
 * Executes a backup job and returns the id of the execution. `run_type` is "FULL" or "DELTA"; NULL: as the job
 * is set up.
 */
BKJ_API
bkj_status bkj_teradata_execute(const struct bkj_teradata *client,
                                const char *job_id,
                                const char *run_type,
                                struct bkj_string **out,
                                struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_teradata_job_details Teradata: Where the copies of a job go, and its newest run
 * @{
 */

/** `targetSiteDetails` of a job. It belongs to its job. */
struct bkj_teradata_target_site;

/** Site. NULL when there is none. */
BKJ_API const char *bkj_teradata_target_site_target_site_id(const struct bkj_teradata_target_site *site);

/** Copies kept there. False when there is none. */
BKJ_API
bool bkj_teradata_target_site_target_retention_copies_count(const struct bkj_teradata_target_site *site,
                                                            int64_t *out);

/** Where that number comes from; words not documented. NULL when there is none. */
BKJ_API
const char *bkj_teradata_target_site_target_retention_source(const struct bkj_teradata_target_site *site);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_teradata_target_site_extra_json(const struct bkj_teradata_target_site *site);

/** `last_execution_details` of a job. Ids that are numbers here are texts in Execution. It belongs to its job. */
struct bkj_teradata_last_execution;

/** State. NULL when there is none. */
BKJ_API const char *bkj_teradata_last_execution_status(const struct bkj_teradata_last_execution *execution);

/** When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_teradata_last_execution_start_time(const struct bkj_teradata_last_execution *execution);

/** When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_teradata_last_execution_end_time(const struct bkj_teradata_last_execution *execution);

/** Bytes (inferred). False when there is none. */
BKJ_API
bool bkj_teradata_last_execution_backup_set_size(const struct bkj_teradata_last_execution *execution,
                                                 int64_t *out);

/** Backup job. NULL when there is none. */
BKJ_API
const char *bkj_teradata_last_execution_backup_job_id(const struct bkj_teradata_last_execution *execution);

/** Execution of that backup job. NULL when there is none. */
BKJ_API
const char *bkj_teradata_last_execution_backup_job_execution_id(const struct bkj_teradata_last_execution *execution);

/** Execution of a restore. NULL when there is none. */
BKJ_API
const char *bkj_teradata_last_execution_restore_execution_id(const struct bkj_teradata_last_execution *execution);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_teradata_last_execution_extra_json(const struct bkj_teradata_last_execution *execution);

/** @} */

/**
 * @defgroup backupjobs_teradata_job_settings Teradata: What a job backs up and how
 * @{
 */

/** `job_settings` of a job. They belong to their job. */
struct bkj_teradata_job_settings;

/** Whether the objects stay writable meanwhile (inferred). 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_job_settings_online(const struct bkj_teradata_job_settings *settings);

/** What is backed up: how many. */
BKJ_API size_t bkj_teradata_job_settings_objects_len(const struct bkj_teradata_job_settings *settings);

/** What is backed up: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_teradata_object_selection *bkj_teradata_job_settings_objects_at(const struct bkj_teradata_job_settings *settings,
                                                                                 size_t index);

/** For restores. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_teradata_job_settings_continue_job_on_access_right_violation(const struct bkj_teradata_job_settings *settings);

/** For restores. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_job_settings_run_as_a_copy_job(const struct bkj_teradata_job_settings *settings);

/** For restores: a database name, despite its own name. NULL when there is none. */
BKJ_API
const char *bkj_teradata_job_settings_restore_to_a_different_database_on_target_site(const struct bkj_teradata_job_settings *settings);

/** Spelt so on the wire. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_job_settings_skip_statstics(const struct bkj_teradata_job_settings *settings);

/** Copy retained. NULL when there is none. */
BKJ_API const char *bkj_teradata_job_settings_retained_copy(const struct bkj_teradata_job_settings *settings);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_teradata_job_settings_extra_json(const struct bkj_teradata_job_settings *settings);

/** One object of JobSettings, or one to restore. */
struct bkj_teradata_object_selection;

/** Name. NULL when there is none. */
BKJ_API
const char *bkj_teradata_object_selection_object_name(const struct bkj_teradata_object_selection *object);

/** `DATABASE` is the only word documented. NULL when there is none. */
BKJ_API
const char *bkj_teradata_object_selection_object_type(const struct bkj_teradata_object_selection *object);

/** Parent. NULL when there is none. */
BKJ_API
const char *bkj_teradata_object_selection_parent_name(const struct bkj_teradata_object_selection *object);

/** Type of the parent. NULL when there is none. */
BKJ_API
const char *bkj_teradata_object_selection_parent_type(const struct bkj_teradata_object_selection *object);

/** Whether everything below it is taken. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_object_selection_include_all(const struct bkj_teradata_object_selection *object);

/** New name, for restores. NULL when there is none. */
BKJ_API
const char *bkj_teradata_object_selection_rename_to(const struct bkj_teradata_object_selection *object);

/** What is left out: how many. */
BKJ_API
size_t bkj_teradata_object_selection_exclude_objects_len(const struct bkj_teradata_object_selection *object);

/** What is left out: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_teradata_excluded_object *bkj_teradata_object_selection_exclude_objects_at(const struct bkj_teradata_object_selection *object,
                                                                                            size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_teradata_object_selection_extra_json(const struct bkj_teradata_object_selection *object);

/** An object to restore: all of it. `kind` is its type, such as "DATABASE". */
BKJ_API
bkj_status bkj_teradata_object_selection_new(const char *name,
                                             const char *kind,
                                             struct bkj_teradata_object_selection **out,
                                             struct bkj_error **err);

/** The object above it, and its type. */
BKJ_API
bkj_status bkj_teradata_object_selection_set_parent(struct bkj_teradata_object_selection *object,
                                                    const char *name,
                                                    const char *kind,
                                                    struct bkj_error **err);

/** Its new name. */
BKJ_API
bkj_status bkj_teradata_object_selection_set_rename_to(struct bkj_teradata_object_selection *object,
                                                       const char *name,
                                                       struct bkj_error **err);

/** Leaves out this object in it. */
BKJ_API
bkj_status bkj_teradata_object_selection_add_exclude(struct bkj_teradata_object_selection *object,
                                                     const char *name,
                                                     const char *kind,
                                                     struct bkj_error **err);

/** Frees an object that the caller made; one inside another object belongs to that. */
BKJ_API void bkj_teradata_object_selection_free(struct bkj_teradata_object_selection *object);

/** One exception of an ObjectSelection. */
struct bkj_teradata_excluded_object;

/** Name. NULL when there is none. */
BKJ_API
const char *bkj_teradata_excluded_object_object_name(const struct bkj_teradata_excluded_object *object);

/** Type. NULL when there is none. */
BKJ_API
const char *bkj_teradata_excluded_object_object_type(const struct bkj_teradata_excluded_object *object);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_teradata_excluded_object_extra_json(const struct bkj_teradata_excluded_object *object);

/** @} */

/**
 * @defgroup backupjobs_teradata_runs Teradata: Executions
 *
 * Executions: the runs of a job.
 * @{
 */

/** One run of a backup or restore job: the documented members, in their order. */
struct bkj_teradata_execution;

/** Site. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_site_id(const struct bkj_teradata_execution *execution);

/** Site copied to. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_target_site(const struct bkj_teradata_execution *execution);

/** Job. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_job_id(const struct bkj_teradata_execution *execution);

/** Name of the job. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_job_name(const struct bkj_teradata_execution *execution);

/** Engine; `DSA` is the only word documented. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_backup_mechanism(const struct bkj_teradata_execution *execution);

/** What it does; lists mix both kinds. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_job_type(const struct bkj_teradata_execution *execution);

/** The same as a BKJ_TERADATA_JOB_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_teradata_execution_job_type_code(const struct bkj_teradata_execution *execution);

/** The id that `x-resource-id` names. */
BKJ_API const char *bkj_teradata_execution_execution_id(const struct bkj_teradata_execution *execution);

/** Name. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_execution_name(const struct bkj_teradata_execution *execution);

/** When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_start_time(const struct bkj_teradata_execution *execution);

/** When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_end_time(const struct bkj_teradata_execution *execution);

/** Bytes (inferred). False when there is none. */
BKJ_API
bool bkj_teradata_execution_backup_set_size(const struct bkj_teradata_execution *execution,
                                            int64_t *out);

/** Id in the engine. NULL when there is none. */
BKJ_API
const char *bkj_teradata_execution_server_execution_id(const struct bkj_teradata_execution *execution);

/** Execution it builds on. NULL when there is none. */
BKJ_API
const char *bkj_teradata_execution_parent_execution_id(const struct bkj_teradata_execution *execution);

/** State. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_status(const struct bkj_teradata_execution *execution);

/** State of copying it to the target site; `FAILED` is the only word documented. NULL when there is none. */
BKJ_API
const char *bkj_teradata_execution_saveset_replication_status(const struct bkj_teradata_execution *execution);

/** Whether the backup is kept. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_execution_is_saveset_retained(const struct bkj_teradata_execution *execution);

/** Whether the backup is gone. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_teradata_execution_is_saveset_deleted(const struct bkj_teradata_execution *execution);

/** The backup. False when there is none. */
BKJ_API bool bkj_teradata_execution_saveset_id(const struct bkj_teradata_execution *execution, int64_t *out);

/** How much it took. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_run_type(const struct bkj_teradata_execution *execution);

/** The same as a BKJ_TERADATA_RUN_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API int32_t bkj_teradata_execution_run_type_code(const struct bkj_teradata_execution *execution);

/** Words not documented. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_site_type(const struct bkj_teradata_execution *execution);

/** What the vendor says about it. NULL when there is none. */
BKJ_API const char *bkj_teradata_execution_status_detail(const struct bkj_teradata_execution *execution);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_teradata_execution_extra_json(const struct bkj_teradata_execution *execution);

/**
 * Where it stands, as the common model has it: a BKJ_PHASE_… number. BKJ_PHASE_UNKNOWN for a word that this version
 * does not know.
 */
BKJ_API
int32_t bkj_teradata_execution_phase(const struct bkj_teradata_execution *execution);

/** How it ended: a BKJ_OUTCOME_… number; BKJ_ABSENT while it is not known to be over. */
BKJ_API int32_t bkj_teradata_execution_outcome(const struct bkj_teradata_execution *execution);

/** Frees an execution that belongs to the caller. */
BKJ_API void bkj_teradata_execution_free(struct bkj_teradata_execution *execution);

/** A list of executions. */
struct bkj_teradata_execution_list;

/** Number of executions. */
BKJ_API size_t bkj_teradata_execution_list_len(const struct bkj_teradata_execution_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_teradata_execution *bkj_teradata_execution_list_at(const struct bkj_teradata_execution_list *list,
                                                                    size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_teradata_execution_list_free(struct bkj_teradata_execution_list *list);

/** Executions, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_teradata_execution_iter;

/** The next execution, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_teradata_execution_iter_next(struct bkj_teradata_execution_iter *iter,
                                            struct bkj_teradata_execution **out,
                                            struct bkj_error **err);

/** Frees an iterator, but no execution got from it. */
BKJ_API void bkj_teradata_execution_iter_free(struct bkj_teradata_execution_iter *iter);

/** @} */

/**
 * @defgroup backupjobs_teradata_run_calls Teradata: Listing executions
 * @{
 */

/** All executions of the site, in the server's order. */
BKJ_API
bkj_status bkj_teradata_site_executions(const struct bkj_teradata *client,
                                        struct bkj_teradata_execution_list **out,
                                        struct bkj_error **err);

/** All executions of a job, in the server's order. */
BKJ_API
bkj_status bkj_teradata_job_executions(const struct bkj_teradata *client,
                                       const char *job_id,
                                       struct bkj_teradata_execution_list **out,
                                       struct bkj_error **err);

/** All executions of the site, one page at a time if the server pages. */
BKJ_API
bkj_status bkj_teradata_iter_site_executions(const struct bkj_teradata *client,
                                             struct bkj_teradata_execution_iter **out,
                                             struct bkj_error **err);

/** All executions of a job, one page at a time if the server pages. */
BKJ_API
bkj_status bkj_teradata_iter_job_executions(const struct bkj_teradata *client,
                                            const char *job_id,
                                            struct bkj_teradata_execution_iter **out,
                                            struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_teradata_objects Teradata: What a backup holds
 *
 * What a backup holds: the objects that a restore may name.
 * @{
 */

/**
 * How far the preparation of objects is. Which one is told when there are several is not documented: the call takes
 * only the site.
 */
struct bkj_teradata_objects_preparation;

/** State; no word is documented. NULL when there is none. */
BKJ_API
const char *bkj_teradata_objects_preparation_status(const struct bkj_teradata_objects_preparation *preparation);

/** What the vendor says about it. NULL when there is none. */
BKJ_API
const char *bkj_teradata_objects_preparation_details(const struct bkj_teradata_objects_preparation *preparation);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_teradata_objects_preparation_extra_json(const struct bkj_teradata_objects_preparation *preparation);

/**
 * Where the preparation stands, read as the state of an execution is (inferred): a BKJ_PHASE_… number,
 * BKJ_PHASE_UNKNOWN for a word that this version does not know.
 */
BKJ_API
int32_t bkj_teradata_objects_preparation_phase(const struct bkj_teradata_objects_preparation *preparation);

/** How a finished preparation ended: a BKJ_OUTCOME_… number; BKJ_ABSENT while it is not known to be over. */
BKJ_API
int32_t bkj_teradata_objects_preparation_outcome(const struct bkj_teradata_objects_preparation *preparation);

/** Frees a preparation that belongs to the caller. */
BKJ_API void bkj_teradata_objects_preparation_free(struct bkj_teradata_objects_preparation *preparation);

/** One object in a backup. */
struct bkj_teradata_backup_object;

/** Name. NULL when there is none. */
BKJ_API const char *bkj_teradata_backup_object_object_name(const struct bkj_teradata_backup_object *object);

/** `DATABASE` is the only word documented. NULL when there is none. */
BKJ_API const char *bkj_teradata_backup_object_object_type(const struct bkj_teradata_backup_object *object);

/** Parent. NULL when there is none. */
BKJ_API const char *bkj_teradata_backup_object_parent_name(const struct bkj_teradata_backup_object *object);

/** Type of the parent. NULL when there is none. */
BKJ_API const char *bkj_teradata_backup_object_parent_type(const struct bkj_teradata_backup_object *object);

/** Bytes. False when there is none. */
BKJ_API
bool bkj_teradata_backup_object_byte_count(const struct bkj_teradata_backup_object *object,
                                           int64_t *out);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_teradata_backup_object_extra_json(const struct bkj_teradata_backup_object *object);

/** Frees a backup object that belongs to the caller. */
BKJ_API void bkj_teradata_backup_object_free(struct bkj_teradata_backup_object *object);

/** A list of backup objects. */
struct bkj_teradata_backup_object_list;

/** Number of backup objects. */
BKJ_API size_t bkj_teradata_backup_object_list_len(const struct bkj_teradata_backup_object_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_teradata_backup_object *bkj_teradata_backup_object_list_at(const struct bkj_teradata_backup_object_list *list,
                                                                            size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_teradata_backup_object_list_free(struct bkj_teradata_backup_object_list *list);

/** Objects, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_teradata_backup_object_iter;

/** The next object, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_teradata_backup_object_iter_next(struct bkj_teradata_backup_object_iter *iter,
                                                struct bkj_teradata_backup_object **out,
                                                struct bkj_error **err);

/** Frees an iterator, but no object got from it. */
BKJ_API void bkj_teradata_backup_object_iter_free(struct bkj_teradata_backup_object_iter *iter);

/**
 * Starts preparing the objects of a backup, so that they can be listed and restored; the result is the id of the
 * preparation. Enterprise only.
 */
BKJ_API
bkj_status bkj_teradata_prepare_objects(const struct bkj_teradata *client,
                                        const char *job_id,
                                        const char *execution_id,
                                        struct bkj_string **out,
                                        struct bkj_error **err);

/** How far the preparation of objects is. Enterprise only. */
BKJ_API
bkj_status bkj_teradata_objects_preparation(const struct bkj_teradata *client,
                                            struct bkj_teradata_objects_preparation **out,
                                            struct bkj_error **err);

/** The objects in a backup, which must be prepared first. Enterprise only. */
BKJ_API
bkj_status bkj_teradata_backup_objects(const struct bkj_teradata *client,
                                       const char *job_id,
                                       const char *execution_id,
                                       struct bkj_teradata_backup_object_list **out,
                                       struct bkj_error **err);

/** The same, one page at a time if the server pages. */
BKJ_API
bkj_status bkj_teradata_iter_backup_objects(const struct bkj_teradata *client,
                                            const char *job_id,
                                            const char *execution_id,
                                            struct bkj_teradata_backup_object_iter **out,
                                            struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_teradata_restores Teradata: Restores
 *
 * Restores: executions whose type is `RESTORE`.
 * @{
 */

/** What to restore, and where to. */
struct bkj_teradata_restore_request;

/**
 * A restore of nothing yet: add the objects. `target_site` is the site of the backup itself, or another one; the
 * database user is the one that restores.
 */
BKJ_API
bkj_status bkj_teradata_restore_request_new(const char *name,
                                            const char *target_site,
                                            const char *username,
                                            const char *password,
                                            struct bkj_teradata_restore_request **out,
                                            struct bkj_error **err);

/** The name of the restore. */
BKJ_API
bkj_status bkj_teradata_restore_request_set_name(struct bkj_teradata_restore_request *request,
                                                 const char *name,
                                                 struct bkj_error **err);

/** The site to restore to. */
BKJ_API
bkj_status bkj_teradata_restore_request_set_target_site(struct bkj_teradata_restore_request *request,
                                                        const char *target_site,
                                                        struct bkj_error **err);

/** The database user that restores. */
BKJ_API
bkj_status bkj_teradata_restore_request_set_credentials(struct bkj_teradata_restore_request *request,
                                                        const char *username,
                                                        const char *password,
                                                        struct bkj_error **err);

/** Restores this object, too; it is copied. */
BKJ_API
bkj_status bkj_teradata_restore_request_add_object(struct bkj_teradata_restore_request *request,
                                                   const struct bkj_teradata_object_selection *object,
                                                   struct bkj_error **err);

/** Restores this object of a backup, too: all of it, under its own name. */
BKJ_API
bkj_status bkj_teradata_restore_request_add_backup_object(struct bkj_teradata_restore_request *request,
                                                          const struct bkj_teradata_backup_object *object,
                                                          struct bkj_error **err);

/** Whether to go on after a violation of access rights. */
BKJ_API
bkj_status bkj_teradata_restore_request_set_continue_job_on_access_right_violation(struct bkj_teradata_restore_request *request,
                                                                                   bool yes,
                                                                                   struct bkj_error **err);

/** Whether to copy instead of restoring, in the sense of the vendor's backup engine (inferred). */
BKJ_API
bkj_status bkj_teradata_restore_request_set_run_as_a_copy_job(struct bkj_teradata_restore_request *request,
                                                              bool yes,
                                                              struct bkj_error **err);

/** Whether statistics are left out. Spelt so on the wire. */
BKJ_API
bkj_status bkj_teradata_restore_request_set_skip_statstics(struct bkj_teradata_restore_request *request,
                                                           bool yes,
                                                           struct bkj_error **err);

/** Whether join and hash indexes are left out. */
BKJ_API
bkj_status bkj_teradata_restore_request_set_skip_join_or_hash_indexes(struct bkj_teradata_restore_request *request,
                                                                      bool yes,
                                                                      struct bkj_error **err);

/** Frees a request. */
BKJ_API void bkj_teradata_restore_request_free(struct bkj_teradata_restore_request *request);

/**
 * Creates a restore out of a backup, and starts it; sent once. The result is the id of the restore, or NULL when the
 * answer does not name it: then it is among the restores of the execution. Enterprise only.
 */
BKJ_API
bkj_status bkj_teradata_create_restore(const struct bkj_teradata *client,
                                       const char *job_id,
                                       const char *execution_id,
                                       const struct bkj_teradata_restore_request *request,
                                       struct bkj_string **out,
                                       struct bkj_error **err);

/** One restore. Enterprise only. */
BKJ_API
bkj_status bkj_teradata_restore(const struct bkj_teradata *client,
                                const char *job_id,
                                const char *execution_id,
                                const char *restore_id,
                                struct bkj_teradata_execution **out,
                                struct bkj_error **err);

/** All restores of the site, in the server's order. Enterprise only. */
BKJ_API
bkj_status bkj_teradata_site_restores(const struct bkj_teradata *client,
                                      struct bkj_teradata_execution_list **out,
                                      struct bkj_error **err);

/** The same, one page at a time if the server pages. */
BKJ_API
bkj_status bkj_teradata_iter_site_restores(const struct bkj_teradata *client,
                                           struct bkj_teradata_execution_iter **out,
                                           struct bkj_error **err);

/** All restores of a backup. Enterprise only. */
BKJ_API
bkj_status bkj_teradata_execution_restores(const struct bkj_teradata *client,
                                           const char *job_id,
                                           const char *execution_id,
                                           struct bkj_teradata_execution_list **out,
                                           struct bkj_error **err);

/** The same, one page at a time if the server pages. */
BKJ_API
bkj_status bkj_teradata_iter_execution_restores(const struct bkj_teradata *client,
                                                const char *job_id,
                                                const char *execution_id,
                                                struct bkj_teradata_execution_iter **out,
                                                struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_teradata_permissions Teradata: Whether a user may restore
 * @{
 */

/** What to ask. Nothing of it is documented. */
struct bkj_teradata_restore_permissions_request;

/** A request without credentials and members. */
BKJ_API struct bkj_teradata_restore_permissions_request *bkj_teradata_restore_permissions_request_new(void);

/** The database user who is to restore, sent as in a restore. */
BKJ_API
bkj_status bkj_teradata_restore_permissions_request_set_credentials(struct bkj_teradata_restore_permissions_request *request,
                                                                    const char *username,
                                                                    const char *password,
                                                                    struct bkj_error **err);

/** The members of the body, as a JSON object. */
BKJ_API
bkj_status bkj_teradata_restore_permissions_request_set_members_json(struct bkj_teradata_restore_permissions_request *request,
                                                                     const char *json,
                                                                     struct bkj_error **err);

/** Frees a request. */
BKJ_API
void bkj_teradata_restore_permissions_request_free(struct bkj_teradata_restore_permissions_request *request);

/**
 * The answer. Its members are not documented: `permitted` and `details` are guesses, all others are in `extra`. An
 * answer that is no object is there, too, as `value`.
 */
struct bkj_teradata_restore_permissions;

/**
 * Whether the restore would be allowed (inferred). 1, 0, or BKJ_ABSENT: then look into
 * `extra`, and do not take it for a yes.
 */
BKJ_API
int32_t bkj_teradata_restore_permissions_permitted(const struct bkj_teradata_restore_permissions *permissions);

/** What the vendor says about it (inferred). NULL when there is none. */
BKJ_API
const char *bkj_teradata_restore_permissions_details(const struct bkj_teradata_restore_permissions *permissions);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_teradata_restore_permissions_extra_json(const struct bkj_teradata_restore_permissions *permissions);

/** Frees permissions that belong to the caller. */
BKJ_API void bkj_teradata_restore_permissions_free(struct bkj_teradata_restore_permissions *permissions);

/** Whether a user may restore. `request` may be NULL: an empty one. Enterprise only; bodies are not documented. */
BKJ_API
bkj_status bkj_teradata_restore_permissions(const struct bkj_teradata *client,
                                            const struct bkj_teradata_restore_permissions_request *request,
                                            struct bkj_teradata_restore_permissions **out,
                                            struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_teradata_databases Teradata: The databases of a site
 * @{
 */

/**
 * A database. The vendor does not document the rows of this list: a `name` is taken for the name (inferred), also when
 * a row is nothing but a text; everything else is in `extra`.
 */
struct bkj_teradata_database;

/** Name (inferred). NULL when there is none. */
BKJ_API const char *bkj_teradata_database_name(const struct bkj_teradata_database *database);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_teradata_database_extra_json(const struct bkj_teradata_database *database);

/** Frees a database that belongs to the caller. */
BKJ_API void bkj_teradata_database_free(struct bkj_teradata_database *database);

/** A list of databases. */
struct bkj_teradata_database_list;

/** Number of databases. */
BKJ_API size_t bkj_teradata_database_list_len(const struct bkj_teradata_database_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_teradata_database *bkj_teradata_database_list_at(const struct bkj_teradata_database_list *list,
                                                                  size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_teradata_database_list_free(struct bkj_teradata_database_list *list);

/** Databases, read page by page. Holds one page, and the connection; one thread at a time. */
struct bkj_teradata_database_iter;

/** The next database, which belongs to the caller; NULL after the last. After an error there is none. */
BKJ_API
bkj_status bkj_teradata_database_iter_next(struct bkj_teradata_database_iter *iter,
                                           struct bkj_teradata_database **out,
                                           struct bkj_error **err);

/** Frees an iterator, but no database got from it. */
BKJ_API void bkj_teradata_database_iter_free(struct bkj_teradata_database_iter *iter);

/** The databases of the site. Enterprise only. */
BKJ_API
bkj_status bkj_teradata_databases(const struct bkj_teradata *client,
                                  struct bkj_teradata_database_list **out,
                                  struct bkj_error **err);

/** The same, one page at a time if the server pages. */
BKJ_API
bkj_status bkj_teradata_iter_databases(const struct bkj_teradata *client,
                                       struct bkj_teradata_database_iter **out,
                                       struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_vcenter The VMware vCenter appliance
 *
 * The VMware vCenter appliance: the client.
 * @{
 */

/** Below `/rest`: 6.5 and later; deprecated since 7.0 U2. The name is "rest". */
#define BKJ_VCENTER_DIALECT_REST 1

/** Below `/api`: 7.0 U2 and later. The name is "api". */
#define BKJ_VCENTER_DIALECT_API 2

/** The name of a BKJ_VCENTER_DIALECT_… number; NULL for any other number. */
BKJ_API const char *bkj_vcenter_dialect_name(int32_t code);

/** A session, made at the first call and deleted at the end. The name is "session". */
#define BKJ_VCENTER_LOGIN_MODE_SESSION 1

/** User and password with every request; no session. What port 5480 takes. The name is "basic". */
#define BKJ_VCENTER_LOGIN_MODE_BASIC 2

/** The name of a BKJ_VCENTER_LOGIN_MODE_… number; NULL for any other number. */
BKJ_API const char *bkj_vcenter_login_mode_name(int32_t code);

/** A client of one vCenter appliance. May be used from any number of threads at once. */
struct bkj_vcenter;

/**
 * A client of a vCenter appliance. `url` is https://vcenter.example; `username` is a single-sign-on user such as
 * administrator@vsphere.local. `options` may be NULL. Checks the configuration and sends nothing yet: the login
 * happens at the first call.
 */
BKJ_API
bkj_status bkj_vcenter_new(const char *url,
                           const char *username,
                           const char *password,
                           const struct bkj_client_options *options,
                           struct bkj_vcenter **out,
                           struct bkj_error **err);

/**
 * The same with an explicit choice: `dialect` is a BKJ_VCENTER_DIALECT_… number, or 0 to find it at the first call;
 * `login` is a BKJ_VCENTER_LOGIN_MODE_… number, or 0 for basic on port 5480 and a session elsewhere.
 */
BKJ_API
bkj_status bkj_vcenter_new_with(const char *url,
                                int32_t dialect,
                                int32_t login,
                                const char *username,
                                const char *password,
                                const struct bkj_client_options *options,
                                struct bkj_vcenter **out,
                                struct bkj_error **err);

/**
 * The dialect it speaks, a BKJ_VCENTER_DIALECT_… number: the one given, or the one found; 0 before the first call.
 */
BKJ_API
int32_t bkj_vcenter_dialect(const struct bkj_vcenter *client);

/** Scheme, host and port. */
BKJ_API const char *bkj_vcenter_url(const struct bkj_vcenter *client);

/** The same client, sharing connections and login, whose calls end early when `cancel` is cancelled. */
BKJ_API
bkj_status bkj_vcenter_with_cancel(const struct bkj_vcenter *client,
                                   const struct bkj_cancel_token *cancel,
                                   struct bkj_vcenter **out,
                                   struct bkj_error **err);

/**
 * This appliance in the common model. It has one job, BKJ_VCENTER_APPLIANCE_BACKUP; starting it sends `request`, which is
 * copied. With NULL the job can be watched and stopped, but not started.
 */
BKJ_API
bkj_status bkj_vcenter_server(const struct bkj_vcenter *client,
                              const struct bkj_vcenter_backup_request *request,
                              struct bkj_server **out,
                              struct bkj_error **err);

/** Creates the session now, to find out early whether the credentials are good. */
BKJ_API bkj_status bkj_vcenter_login(const struct bkj_vcenter *client, struct bkj_error **err);

/**
 * Deletes the session on the server; later calls answer BKJ_ERR_CLOSED. A running backup goes on. Happens by
 * itself when the last client and server that share the login are freed.
 */
BKJ_API bkj_status bkj_vcenter_close(const struct bkj_vcenter *client, struct bkj_error **err);

/** Frees a client. Servers made of it go on. */
BKJ_API void bkj_vcenter_free(struct bkj_vcenter *client);

/** @} */

/**
 * @defgroup backupjobs_vcenter_session vCenter: What the appliance knows of our session
 * @{
 */

/** What the server knows of our session. */
struct bkj_vcenter_session_info;

/** User. NULL when there is none. */
BKJ_API const char *bkj_vcenter_session_info_user(const struct bkj_vcenter_session_info *session);

/** When it was made. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_vcenter_session_info_created_time(const struct bkj_vcenter_session_info *session);

/** When it was last used. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_vcenter_session_info_last_accessed_time(const struct bkj_vcenter_session_info *session);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_session_info_extra_json(const struct bkj_vcenter_session_info *session);

/** Frees a session info that belongs to the caller. */
BKJ_API void bkj_vcenter_session_info_free(struct bkj_vcenter_session_info *session);

/** What the server knows of our session. */
BKJ_API
bkj_status bkj_vcenter_session(const struct bkj_vcenter *client,
                               struct bkj_vcenter_session_info **out,
                               struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_vcenter_detect vCenter: Which dialect an appliance speaks
 * @{
 */

/**
 * Asks an appliance which dialect to speak with it, without credentials: `*out` gets a BKJ_VCENTER_DIALECT_… number, the
 * newer one if it serves both. `options` may be NULL.
 */
BKJ_API
bkj_status bkj_vcenter_detect(const char *url,
                              const struct bkj_client_options *options,
                              int32_t *out,
                              struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_vcenter_parts vCenter: The parts of an appliance that a backup can hold
 * @{
 */

/** The parts of this appliance. */
BKJ_API
bkj_status bkj_vcenter_parts(const struct bkj_vcenter *client,
                             struct bkj_vcenter_part_list **out,
                             struct bkj_error **err);

/** The size of a part in MB. */
BKJ_API
bkj_status bkj_vcenter_part_size(const struct bkj_vcenter *client,
                                 const char *id,
                                 int64_t *out,
                                 struct bkj_error **err);

/** A part of the appliance. */
struct bkj_vcenter_part;

/** Such as `common` (always backed up) or `seat` (statistics, events and tasks). */
BKJ_API const char *bkj_vcenter_part_id(const struct bkj_vcenter_part *part);

/** Name. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_part_name(const struct bkj_vcenter_part *part);

/** Description. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_part_description(const struct bkj_vcenter_part *part);

/** Whether the vendor's own console proposes it. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_vcenter_part_selected_by_default(const struct bkj_vcenter_part *part);

/** Whether it may be left out. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_vcenter_part_optional(const struct bkj_vcenter_part *part);

/**
 * Whether it can be restored by itself (inferred from its use in restores); 8.0 U3 and later. 1, 0, or BKJ_ABSENT.
 */
BKJ_API
int32_t bkj_vcenter_part_standalone(const struct bkj_vcenter_part *part);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_part_extra_json(const struct bkj_vcenter_part *part);

/** A list of parts. */
struct bkj_vcenter_part_list;

/** Number of parts. */
BKJ_API size_t bkj_vcenter_part_list_len(const struct bkj_vcenter_part_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_part *bkj_vcenter_part_list_at(const struct bkj_vcenter_part_list *list,
                                                        size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_vcenter_part_list_free(struct bkj_vcenter_part_list *list);

/** @} */

/**
 * @defgroup backupjobs_vcenter_jobs vCenter: The request for a backup
 * @{
 */

/** How the appliance reaches the destination. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VCENTER_LOCATION_TYPE_UNKNOWN 0

/** FTP. The word is "FTP". */
#define BKJ_VCENTER_LOCATION_TYPE_FTP 1

/** HTTP. The word is "HTTP". */
#define BKJ_VCENTER_LOCATION_TYPE_HTTP 2

/** FTPS. The word is "FTPS". */
#define BKJ_VCENTER_LOCATION_TYPE_FTPS 3

/** HTTPS. The word is "HTTPS". */
#define BKJ_VCENTER_LOCATION_TYPE_HTTPS 4

/** SSH copy; use SFTP from 7.0 on. The word is "SCP". */
#define BKJ_VCENTER_LOCATION_TYPE_SCP 5

/** SFTP; from about 6.7 U1 on. The word is "SFTP". */
#define BKJ_VCENTER_LOCATION_TYPE_SFTP 6

/** NFS; 6.7 U2 and later. The word is "NFS". */
#define BKJ_VCENTER_LOCATION_TYPE_NFS 7

/** SMB; 6.7 U2 and later. The word is "SMB". */
#define BKJ_VCENTER_LOCATION_TYPE_SMB 8

/** The vendor's word for a BKJ_VCENTER_LOCATION_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_vcenter_location_type_word(int32_t code);

/**
 * The BKJ_VCENTER_LOCATION_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_vcenter_location_type_from_word(const char *word);

/** What to back up, and where to. Unset members are not sent. */
struct bkj_vcenter_backup_request;

/**
 * A request for the mandatory parts, unencrypted. `location_type` is a word such as "SFTP"; `location` is the path or URL
 * of the destination.
 */
BKJ_API
bkj_status bkj_vcenter_backup_request_new(const char *location_type,
                                          const char *location,
                                          struct bkj_vcenter_backup_request **out,
                                          struct bkj_error **err);

/** Optional parts to include, such as "seat": `length` texts. */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_parts(struct bkj_vcenter_backup_request *request,
                                                const char *const *parts,
                                                size_t length,
                                                struct bkj_error **err);

/** How the appliance reaches the destination. */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_location_type(struct bkj_vcenter_backup_request *request,
                                                        const char *location_type,
                                                        struct bkj_error **err);

/** Path or URL of the destination. */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_location(struct bkj_vcenter_backup_request *request,
                                                   const char *location,
                                                   struct bkj_error **err);

/**
 * Encrypts the backup; NULL: not encrypted. Policy: 8 to 20 visible ASCII characters with an upper-case letter,
 * a lower-case letter, a digit and a special character.
 */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_backup_password(struct bkj_vcenter_backup_request *request,
                                                          const char *password,
                                                          struct bkj_error **err);

/** User at the destination; NULL: no authentication there. */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_location_user(struct bkj_vcenter_backup_request *request,
                                                        const char *user,
                                                        struct bkj_error **err);

/** Password at the destination; NULL: none. */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_location_password(struct bkj_vcenter_backup_request *request,
                                                            const char *password,
                                                            struct bkj_error **err);

/** A comment kept with the backup; NULL: none. */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_comment(struct bkj_vcenter_backup_request *request,
                                                  const char *comment,
                                                  struct bkj_error **err);

/** Frees a request, and wipes its passwords. */
BKJ_API void bkj_vcenter_backup_request_free(struct bkj_vcenter_backup_request *request);

/**
 * Starts a backup and returns its status. An appliance runs one backup or restore at a time, whoever started it:
 * BKJ_ERR_ALREADY_RUNNING.
 */
BKJ_API
bkj_status bkj_vcenter_create_backup_job(const struct bkj_vcenter *client,
                                         const struct bkj_vcenter_backup_request *request,
                                         struct bkj_vcenter_backup_job_status **out,
                                         struct bkj_error **err);

/**
 * Looks whether a backup could work, without starting it: the destination, its credentials, the space. What it says is
 * in the answer; an answer alone is no good news.
 */
BKJ_API
bkj_status bkj_vcenter_validate_backup(const struct bkj_vcenter *client,
                                       const struct bkj_vcenter_backup_request *request,
                                       struct bkj_vcenter_return_result **out,
                                       struct bkj_error **err);

/**
 * Backs the database up the fast way, which may slow the appliance down meanwhile; 7.0 U2 and later (older ones refuse
 * the member). Unset: the slow way: 1, 0, or BKJ_ABSENT.
 */
BKJ_API
bkj_status bkj_vcenter_backup_request_set_fast_backup(struct bkj_vcenter_backup_request *spec,
                                                      int32_t yes,
                                                      struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_vcenter_runs vCenter: Backup jobs as the appliance has them
 *
 * Backup jobs as the appliance has them: runs, in the common model.
 * @{
 */

/**
 * State of a backup. There is no word for cancelled: a cancelled backup ends `FAILED`. 0 stands for a word that
 * this version does not know, or for none.
 */
#define BKJ_VCENTER_PROCESS_STATE_UNKNOWN 0

/** Failed, or cancelled. The word is "FAILED". */
#define BKJ_VCENTER_PROCESS_STATE_FAILED 1

/** Working. The word is "INPROGRESS". */
#define BKJ_VCENTER_PROCESS_STATE_IN_PROGRESS 2

/** Not started. The word is "NONE". */
#define BKJ_VCENTER_PROCESS_STATE_NONE 3

/** Done. The word is "SUCCEEDED". */
#define BKJ_VCENTER_PROCESS_STATE_SUCCEEDED 4

/** The vendor's word for a BKJ_VCENTER_PROCESS_STATE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_vcenter_process_state_word(int32_t code);

/**
 * The BKJ_VCENTER_PROCESS_STATE_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_vcenter_process_state_from_word(const char *word);

/** Status of a backup. */
struct bkj_vcenter_backup_job_status;

/** `YYYYMMDD-hhmmss-<build>`. */
BKJ_API const char *bkj_vcenter_backup_job_status_id(const struct bkj_vcenter_backup_job_status *status);

/** State. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_job_status_state(const struct bkj_vcenter_backup_job_status *status);

/** The same as a BKJ_VCENTER_PROCESS_STATE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_vcenter_backup_job_status_state_code(const struct bkj_vcenter_backup_job_status *status);

/** Messages; while it works they tell the step: how many. */
BKJ_API size_t bkj_vcenter_backup_job_status_messages_len(const struct bkj_vcenter_backup_job_status *status);

/** Messages; while it works they tell the step: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_backup_job_status_messages_at(const struct bkj_vcenter_backup_job_status *status,
                                                                                        size_t index);

/** Per cent. 100 may come before `SUCCEEDED`, and says nothing about success. False when there is none. */
BKJ_API
bool bkj_vcenter_backup_job_status_progress(const struct bkj_vcenter_backup_job_status *status,
                                            int64_t *out);

/** When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_vcenter_backup_job_status_start_time(const struct bkj_vcenter_backup_job_status *status);

/** When it ended; none until then. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_vcenter_backup_job_status_end_time(const struct bkj_vcenter_backup_job_status *status);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_vcenter_backup_job_status_extra_json(const struct bkj_vcenter_backup_job_status *status);

/** Frees a backup job status that belongs to the caller. */
BKJ_API void bkj_vcenter_backup_job_status_free(struct bkj_vcenter_backup_job_status *status);

/** The ids of all backups the appliance remembers, newest first. */
BKJ_API
bkj_status bkj_vcenter_backup_jobs(const struct bkj_vcenter *client,
                                   struct bkj_string_list **out,
                                   struct bkj_error **err);

/** The status of one backup. */
BKJ_API
bkj_status bkj_vcenter_backup_job(const struct bkj_vcenter *client,
                                  const char *id,
                                  struct bkj_vcenter_backup_job_status **out,
                                  struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_vcenter_details vCenter: Details of backups, with a vocabulary of their own
 *
 * Details of backups, with a vocabulary of their own: a backup `INPROGRESS` is `RUNNING` here.
 * @{
 */

/**
 * State of a backup in its details. There is no word for cancelled. 0 stands for a word that this version does not
 * know, or for none.
 */
#define BKJ_VCENTER_TASK_STATUS_UNKNOWN 0

/** Waiting. The word is "PENDING". */
#define BKJ_VCENTER_TASK_STATUS_PENDING 1

/** Working. The word is "RUNNING". */
#define BKJ_VCENTER_TASK_STATUS_RUNNING 2

/** Held up by something. The word is "BLOCKED". */
#define BKJ_VCENTER_TASK_STATUS_BLOCKED 3

/** Done. The word is "SUCCEEDED". */
#define BKJ_VCENTER_TASK_STATUS_SUCCEEDED 4

/** Failed, or cancelled. The word is "FAILED". */
#define BKJ_VCENTER_TASK_STATUS_FAILED 5

/** The vendor's word for a BKJ_VCENTER_TASK_STATUS_… number; NULL for a number that has none. */
BKJ_API const char *bkj_vcenter_task_status_word(int32_t code);

/**
 * The BKJ_VCENTER_TASK_STATUS_… number of a vendor's word, compared without regard to case; 0 for a word that this
 * version does not know.
 */
BKJ_API
int32_t bkj_vcenter_task_status_from_word(const char *word);

/** What made a backup. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VCENTER_BACKUP_TYPE_UNKNOWN 0

/** A schedule. The word is "SCHEDULED". */
#define BKJ_VCENTER_BACKUP_TYPE_SCHEDULED 1

/** A request. The word is "MANUAL". */
#define BKJ_VCENTER_BACKUP_TYPE_MANUAL 2

/** The appliance itself, on its own disk (inferred); 9.0 and later. The word is "LOCAL_BACKUP". */
#define BKJ_VCENTER_BACKUP_TYPE_LOCAL_BACKUP 3

/** The vendor's word for a BKJ_VCENTER_BACKUP_TYPE_… number; NULL for a number that has none. */
BKJ_API const char *bkj_vcenter_backup_type_word(int32_t code);

/**
 * The BKJ_VCENTER_BACKUP_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
 * version does not know.
 */
BKJ_API
int32_t bkj_vcenter_backup_type_from_word(const char *word);

/** Details of these backups, or of all when `ids` is empty; newest first. 6.7 and later. */
BKJ_API
bkj_status bkj_vcenter_backup_details(const struct bkj_vcenter *client,
                                      const char *const *ids,
                                      size_t count,
                                      struct bkj_vcenter_backup_details_list **out,
                                      struct bkj_error **err);

/** Details of a backup. */
struct bkj_vcenter_backup_details;

/** `YYYYMMDD-hhmmss-<build>`; in the answer it is the key. */
BKJ_API const char *bkj_vcenter_backup_details_id(const struct bkj_vcenter_backup_details *details);

/** URL of the destination. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_location(const struct bkj_vcenter_backup_details *details);

/** User there. NULL when there is none. */
BKJ_API
const char *bkj_vcenter_backup_details_location_user(const struct bkj_vcenter_backup_details *details);

/** What made it. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_kind(const struct bkj_vcenter_backup_details *details);

/** The same as a BKJ_VCENTER_BACKUP_TYPE_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_vcenter_backup_details_kind_code(const struct bkj_vcenter_backup_details *details);

/** State. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_status(const struct bkj_vcenter_backup_details *details);

/** The same as a BKJ_VCENTER_TASK_STATUS_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_vcenter_backup_details_status_code(const struct bkj_vcenter_backup_details *details);

/** Messages: how many. */
BKJ_API size_t bkj_vcenter_backup_details_messages_len(const struct bkj_vcenter_backup_details *details);

/** Messages: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_backup_details_messages_at(const struct bkj_vcenter_backup_details *details,
                                                                                     size_t index);

/** How far it is; none while it waits. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_task_progress *bkj_vcenter_backup_details_progress(const struct bkj_vcenter_backup_details *details);

/** Seconds it has taken so far, or in all. False when there is none. */
BKJ_API
bool bkj_vcenter_backup_details_duration(const struct bkj_vcenter_backup_details *details,
                                         int64_t *out);

/** Bytes transferred (seen in clients). False when there is none. */
BKJ_API bool bkj_vcenter_backup_details_size(const struct bkj_vcenter_backup_details *details, int64_t *out);

/** When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_start_time(const struct bkj_vcenter_backup_details *details);

/** When it ended; none until then. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_vcenter_backup_details_end_time(const struct bkj_vcenter_backup_details *details);

/** Version of the appliance then; 6.7 U2 and later. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_build_info *bkj_vcenter_backup_details_build(const struct bkj_vcenter_backup_details *details);

/** Whether the database was backed up the fast way; 8.0 U3 and later. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_vcenter_backup_details_fast_backup(const struct bkj_vcenter_backup_details *details);

/** Why it failed. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_task_error *bkj_vcenter_backup_details_error(const struct bkj_vcenter_backup_details *details);

/** Whether it can be cancelled now. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_vcenter_backup_details_cancelable(const struct bkj_vcenter_backup_details *details);

/** What is being done. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_backup_details_description(const struct bkj_vcenter_backup_details *details);

/** Id of the vendor's service. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_service(const struct bkj_vcenter_backup_details *details);

/** Id of its operation. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_operation(const struct bkj_vcenter_backup_details *details);

/** Task that this one is a part of. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_parent(const struct bkj_vcenter_backup_details *details);

/** What it works on. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_dynamic_id *bkj_vcenter_backup_details_target(const struct bkj_vcenter_backup_details *details);

/** Who asked for it. NULL when there is none. */
BKJ_API const char *bkj_vcenter_backup_details_user(const struct bkj_vcenter_backup_details *details);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_backup_details_extra_json(const struct bkj_vcenter_backup_details *details);

/** A list of backup detailss. */
struct bkj_vcenter_backup_details_list;

/** Number of backup detailss. */
BKJ_API size_t bkj_vcenter_backup_details_list_len(const struct bkj_vcenter_backup_details_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_backup_details *bkj_vcenter_backup_details_list_at(const struct bkj_vcenter_backup_details_list *list,
                                                                            size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_vcenter_backup_details_list_free(struct bkj_vcenter_backup_details_list *list);

/** How far a backup is. Says nothing about success. */
struct bkj_vcenter_task_progress;

/** All there is to do. False when there is none. */
BKJ_API bool bkj_vcenter_task_progress_total(const struct bkj_vcenter_task_progress *progress, int64_t *out);

/** What is done; never shrinks. False when there is none. */
BKJ_API
bool bkj_vcenter_task_progress_completed(const struct bkj_vcenter_task_progress *progress,
                                         int64_t *out);

/** The step. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_task_progress_message(const struct bkj_vcenter_task_progress *progress);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_task_progress_extra_json(const struct bkj_vcenter_task_progress *progress);

/** Version of an appliance. */
struct bkj_vcenter_build_info;

/** Such as `6.8.2 GA`. NULL when there is none. */
BKJ_API const char *bkj_vcenter_build_info_version_name(const struct bkj_vcenter_build_info *info);

/** Such as `6.8.2.10000`. NULL when there is none. */
BKJ_API const char *bkj_vcenter_build_info_version(const struct bkj_vcenter_build_info *info);

/** Build number. NULL when there is none. */
BKJ_API const char *bkj_vcenter_build_info_build_number(const struct bkj_vcenter_build_info *info);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_build_info_extra_json(const struct bkj_vcenter_build_info *info);

/** A resource of any type. */
struct bkj_vcenter_dynamic_id;

/** Type. NULL when there is none. */
BKJ_API const char *bkj_vcenter_dynamic_id_kind(const struct bkj_vcenter_dynamic_id *id);

/** Id. NULL when there is none. */
BKJ_API const char *bkj_vcenter_dynamic_id_id(const struct bkj_vcenter_dynamic_id *id);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_dynamic_id_extra_json(const struct bkj_vcenter_dynamic_id *id);

/** Why a backup failed: an error of any of the vendor's types. */
struct bkj_vcenter_task_error;

/** The error's name, such as `INTERNAL_SERVER_ERROR`. NULL when there is none. */
BKJ_API const char *bkj_vcenter_task_error_error_type(const struct bkj_vcenter_task_error *error);

/** What it says; the first message is about what was done, the following ones are its causes: how many. */
BKJ_API size_t bkj_vcenter_task_error_messages_len(const struct bkj_vcenter_task_error *error);

/**
 * What it says; the first message is about what was done, the following ones are its causes: one of them, from 0; NULL
 * beyond the end.
 */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_task_error_messages_at(const struct bkj_vcenter_task_error *error,
                                                                                 size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_task_error_extra_json(const struct bkj_vcenter_task_error *error);

/** @} */

/**
 * @defgroup backupjobs_vcenter_cancel vCenter: Cancelling a backup
 * @{
 */

/** Result of a cancel. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VCENTER_RETURN_STATUS_UNKNOWN 0

/** Not done. The word is "FAIL". */
#define BKJ_VCENTER_RETURN_STATUS_FAIL 1

/** Done, with something to look at. The word is "WARNING". */
#define BKJ_VCENTER_RETURN_STATUS_WARNING 2

/** Done. The word is "OK". */
#define BKJ_VCENTER_RETURN_STATUS_OK 3

/** The vendor's word for a BKJ_VCENTER_RETURN_STATUS_… number; NULL for a number that has none. */
BKJ_API const char *bkj_vcenter_return_status_word(int32_t code);

/**
 * The BKJ_VCENTER_RETURN_STATUS_… number of a vendor's word, compared without regard to case; 0 for a word that
 * this version does not know.
 */
BKJ_API
int32_t bkj_vcenter_return_status_from_word(const char *word);

/** Answer to a cancel. (The reference labels it a job status; the type is this one.) */
struct bkj_vcenter_return_result;

/** Result. NULL when there is none. */
BKJ_API const char *bkj_vcenter_return_result_status(const struct bkj_vcenter_return_result *result);

/** The same as a BKJ_VCENTER_RETURN_STATUS_… number; 0 for a word that this version does not know, or for none. */
BKJ_API
int32_t bkj_vcenter_return_result_status_code(const struct bkj_vcenter_return_result *result);

/** Messages: how many. */
BKJ_API size_t bkj_vcenter_return_result_messages_len(const struct bkj_vcenter_return_result *result);

/** Messages: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_return_result_messages_at(const struct bkj_vcenter_return_result *result,
                                                                                    size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_return_result_extra_json(const struct bkj_vcenter_return_result *result);

/** Frees a return result that belongs to the caller. */
BKJ_API void bkj_vcenter_return_result_free(struct bkj_vcenter_return_result *result);

/** Cancels a backup. */
BKJ_API
bkj_status bkj_vcenter_cancel_backup_job(const struct bkj_vcenter *client,
                                         const char *id,
                                         struct bkj_vcenter_return_result **out,
                                         struct bkj_error **err);

/** @} */

/**
 * @defgroup backupjobs_vcenter_schedules vCenter: Schedules of an appliance's own backups
 *
 * Schedules of an appliance's own backups; 6.7 and later. An appliance may allow only one; the one that its console
 * makes
 * @{
 */

/** All schedules. */
BKJ_API
bkj_status bkj_vcenter_schedules(const struct bkj_vcenter *client,
                                 struct bkj_vcenter_schedule_list **out,
                                 struct bkj_error **err);

/** One schedule. */
BKJ_API
bkj_status bkj_vcenter_schedule(const struct bkj_vcenter *client,
                                const char *id,
                                struct bkj_vcenter_schedule **out,
                                struct bkj_error **err);

/** Makes a schedule of that name. It is on, unless the specification says otherwise. */
BKJ_API
bkj_status bkj_vcenter_create_schedule(const struct bkj_vcenter *client,
                                       const char *id,
                                       const struct bkj_vcenter_schedule_spec *spec,
                                       struct bkj_error **err);

/** Changes what is set in `update`, and leaves the rest. */
BKJ_API
bkj_status bkj_vcenter_update_schedule(const struct bkj_vcenter *client,
                                       const char *id,
                                       const struct bkj_vcenter_schedule_update *update,
                                       struct bkj_error **err);

/** Deletes a schedule. Its backups stay. */
BKJ_API
bkj_status bkj_vcenter_delete_schedule(const struct bkj_vcenter *client,
                                       const char *id,
                                       struct bkj_error **err);

/** Starts a backup as the schedule would, now. The answer is its status. */
BKJ_API
bkj_status bkj_vcenter_run_schedule(const struct bkj_vcenter *client,
                                    const char *id,
                                    const char *comment,
                                    struct bkj_vcenter_backup_job_status **out,
                                    struct bkj_error **err);

/** A schedule. Its passwords are never told. */
struct bkj_vcenter_schedule;

/** Its name, such as `default`; in a list it is the key, of a single one it is what was asked for. */
BKJ_API const char *bkj_vcenter_schedule_id(const struct bkj_vcenter_schedule *schedule);

/** Optional parts that it includes: how many. */
BKJ_API size_t bkj_vcenter_schedule_parts_len(const struct bkj_vcenter_schedule *schedule);

/** Optional parts that it includes: one of them, from 0; NULL beyond the end. */
BKJ_API const char *bkj_vcenter_schedule_parts_at(const struct bkj_vcenter_schedule *schedule, size_t index);

/** URL of the destination. NULL when there is none. */
BKJ_API const char *bkj_vcenter_schedule_location(const struct bkj_vcenter_schedule *schedule);

/** User there. NULL when there is none. */
BKJ_API const char *bkj_vcenter_schedule_location_user(const struct bkj_vcenter_schedule *schedule);

/** Whether it is on. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_vcenter_schedule_enable(const struct bkj_vcenter_schedule *schedule);

/** When it runs. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_recurrence_info *bkj_vcenter_schedule_recurrence_info(const struct bkj_vcenter_schedule *schedule);

/** How many backups it keeps; none: all. NULL when there is none. */
BKJ_API
const struct bkj_vcenter_retention_info *bkj_vcenter_schedule_retention_info(const struct bkj_vcenter_schedule *schedule);

/** Whether the database is backed up the fast way; 8.0 U3 and later. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_vcenter_schedule_fast_backup(const struct bkj_vcenter_schedule *schedule);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_schedule_extra_json(const struct bkj_vcenter_schedule *schedule);

/** Frees a schedule that belongs to the caller. */
BKJ_API void bkj_vcenter_schedule_free(struct bkj_vcenter_schedule *schedule);

/** A list of schedules. */
struct bkj_vcenter_schedule_list;

/** Number of schedules. */
BKJ_API size_t bkj_vcenter_schedule_list_len(const struct bkj_vcenter_schedule_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_schedule *bkj_vcenter_schedule_list_at(const struct bkj_vcenter_schedule_list *list,
                                                                size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_vcenter_schedule_list_free(struct bkj_vcenter_schedule_list *list);

/** @} */

/**
 * @defgroup backupjobs_vcenter_schedule_spec vCenter: What a schedule is to be, or what is to change of it
 * @{
 */

/** A schedule to be made (`CreateSpec` in the vendor's words). Unset members are not sent. */
struct bkj_vcenter_schedule_spec;

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_new(const char *location,
                                         struct bkj_vcenter_schedule_spec **out,
                                         struct bkj_error **err);

/** Optional parts to include, such as `seat`; not sent when empty: `count` texts. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_parts(struct bkj_vcenter_schedule_spec *spec,
                                               const char *const *texts,
                                               size_t count,
                                               struct bkj_error **err);

/**
 * Encrypts the backups; policy as for bkj_vcenter_backup_request_set_backup_password(). Unset: not encrypted. It is copied,
 * and wiped with this object; NULL: not set.
 */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_backup_password(struct bkj_vcenter_schedule_spec *spec,
                                                         const char *secret,
                                                         struct bkj_error **err);

/** URL of the destination; its scheme tells the type. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_location(struct bkj_vcenter_schedule_spec *spec,
                                                  const char *text,
                                                  struct bkj_error **err);

/** User at the destination. Unset: no authentication there; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_location_user(struct bkj_vcenter_schedule_spec *spec,
                                                       const char *text,
                                                       struct bkj_error **err);

/** Password at the destination. It is copied, and wiped with this object; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_location_password(struct bkj_vcenter_schedule_spec *spec,
                                                           const char *secret,
                                                           struct bkj_error **err);

/** Whether it is on. Unset: on: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_enable(struct bkj_vcenter_schedule_spec *spec,
                                                int32_t yes,
                                                struct bkj_error **err);

/** When it runs, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_recurrence_info(struct bkj_vcenter_schedule_spec *spec,
                                                         const struct bkj_vcenter_recurrence_info *value,
                                                         struct bkj_error **err);

/** How many backups it keeps. Unset: all, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_retention_info(struct bkj_vcenter_schedule_spec *spec,
                                                        const struct bkj_vcenter_retention_info *value,
                                                        struct bkj_error **err);

/**
 * Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member). Unset: the slow way: 1, 0, or
 * BKJ_ABSENT.
 */
BKJ_API
bkj_status bkj_vcenter_schedule_spec_set_fast_backup(struct bkj_vcenter_schedule_spec *spec,
                                                     int32_t yes,
                                                     struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_vcenter_schedule_spec_free(struct bkj_vcenter_schedule_spec *spec);

/** What is to change of a schedule (`UpdateSpec` in the vendor's words). Unset members stay as they are. */
struct bkj_vcenter_schedule_update;

/** Nothing set yet. */
BKJ_API struct bkj_vcenter_schedule_update *bkj_vcenter_schedule_update_new(void);

/** Optional parts to include; empty: none of them: `count` texts. Not called: unchanged. */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_parts(struct bkj_vcenter_schedule_update *spec,
                                                 const char *const *texts,
                                                 size_t count,
                                                 struct bkj_error **err);

/**
 * Encrypts the backups; policy as for bkj_vcenter_backup_request_set_backup_password(). It is copied, and wiped with this
 * object; NULL: not set.
 */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_backup_password(struct bkj_vcenter_schedule_update *spec,
                                                           const char *secret,
                                                           struct bkj_error **err);

/** URL of the destination; its scheme tells the type; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_location(struct bkj_vcenter_schedule_update *spec,
                                                    const char *text,
                                                    struct bkj_error **err);

/** User at the destination; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_location_user(struct bkj_vcenter_schedule_update *spec,
                                                         const char *text,
                                                         struct bkj_error **err);

/** Password at the destination. It is copied, and wiped with this object; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_location_password(struct bkj_vcenter_schedule_update *spec,
                                                             const char *secret,
                                                             struct bkj_error **err);

/** Whether it is on: 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_enable(struct bkj_vcenter_schedule_update *spec,
                                                  int32_t yes,
                                                  struct bkj_error **err);

/** When it runs, which is copied; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_recurrence_info(struct bkj_vcenter_schedule_update *spec,
                                                           const struct bkj_vcenter_recurrence_info *value,
                                                           struct bkj_error **err);

/**
 * How many backups it keeps. (There is no word for "all again": make the schedule anew.), which is copied; NULL: not
 * set.
 */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_retention_info(struct bkj_vcenter_schedule_update *spec,
                                                          const struct bkj_vcenter_retention_info *value,
                                                          struct bkj_error **err);

/** Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member): 1, 0, or BKJ_ABSENT. */
BKJ_API
bkj_status bkj_vcenter_schedule_update_set_fast_backup(struct bkj_vcenter_schedule_update *spec,
                                                       int32_t yes,
                                                       struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_vcenter_schedule_update_free(struct bkj_vcenter_schedule_update *spec);

/** @} */

/**
 * @defgroup backupjobs_vcenter_recurrence vCenter: When a schedule runs, and how much it keeps
 * @{
 */

/** Day of a schedule. 0 stands for a word that this version does not know, or for none. */
#define BKJ_VCENTER_DAY_OF_WEEK_UNKNOWN 0

/** Monday. The word is "MONDAY". */
#define BKJ_VCENTER_DAY_OF_WEEK_MONDAY 1

/** Tuesday. The word is "TUESDAY". */
#define BKJ_VCENTER_DAY_OF_WEEK_TUESDAY 2

/** Wednesday. The word is "WEDNESDAY". */
#define BKJ_VCENTER_DAY_OF_WEEK_WEDNESDAY 3

/** Thursday. The word is "THURSDAY". */
#define BKJ_VCENTER_DAY_OF_WEEK_THURSDAY 4

/** Friday. The word is "FRIDAY". */
#define BKJ_VCENTER_DAY_OF_WEEK_FRIDAY 5

/** Saturday. The word is "SATURDAY". */
#define BKJ_VCENTER_DAY_OF_WEEK_SATURDAY 6

/** Sunday. The word is "SUNDAY". */
#define BKJ_VCENTER_DAY_OF_WEEK_SUNDAY 7

/** The vendor's word for a BKJ_VCENTER_DAY_OF_WEEK_… number; NULL for a number that has none. */
BKJ_API const char *bkj_vcenter_day_of_week_word(int32_t code);

/**
 * The BKJ_VCENTER_DAY_OF_WEEK_… number of a vendor's word, compared without regard to case; 0 for a word that this
 * version does not know.
 */
BKJ_API
int32_t bkj_vcenter_day_of_week_from_word(const char *word);

/** When a schedule runs. The clock is the appliance's (which zone it means is not documented). */
struct bkj_vcenter_recurrence_info;

/** Minute, 0–59. A request must have it. False when there is none. */
BKJ_API bool bkj_vcenter_recurrence_info_minute(const struct bkj_vcenter_recurrence_info *info, int64_t *out);

/** Hour, 0–23. A request must have it. False when there is none. */
BKJ_API bool bkj_vcenter_recurrence_info_hour(const struct bkj_vcenter_recurrence_info *info, int64_t *out);

/** Days, as words: how many. None: every day. */
BKJ_API size_t bkj_vcenter_recurrence_info_days_len(const struct bkj_vcenter_recurrence_info *info);

/** Days, as words: one of them, from 0; NULL beyond the end. */
BKJ_API
const char *bkj_vcenter_recurrence_info_days_at(const struct bkj_vcenter_recurrence_info *info,
                                                size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_recurrence_info_extra_json(const struct bkj_vcenter_recurrence_info *info);

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_vcenter_recurrence_info_new(int64_t hour,
                                           int64_t minute,
                                           struct bkj_vcenter_recurrence_info **out,
                                           struct bkj_error **err);

/** Minute, 0–59. A request must have it; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_vcenter_recurrence_info_set_minute(struct bkj_vcenter_recurrence_info *object,
                                                  int64_t number,
                                                  struct bkj_error **err);

/** Hour, 0–23. A request must have it; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_vcenter_recurrence_info_set_hour(struct bkj_vcenter_recurrence_info *object,
                                                int64_t number,
                                                struct bkj_error **err);

/** Days. None of them: every day: `count` words. */
BKJ_API
bkj_status bkj_vcenter_recurrence_info_set_days(struct bkj_vcenter_recurrence_info *object,
                                                const char *const *words,
                                                size_t count,
                                                struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_vcenter_recurrence_info_set_extra_json(struct bkj_vcenter_recurrence_info *object,
                                                      const char *json,
                                                      struct bkj_error **err);

/** Frees a recurrence info that belongs to the caller. */
BKJ_API void bkj_vcenter_recurrence_info_free(struct bkj_vcenter_recurrence_info *info);

/** How many backups a schedule keeps. */
struct bkj_vcenter_retention_info;

/** Backups kept. A request must have it, and at least 1. False when there is none. */
BKJ_API
bool bkj_vcenter_retention_info_max_count(const struct bkj_vcenter_retention_info *info,
                                          int64_t *out);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_retention_info_extra_json(const struct bkj_vcenter_retention_info *info);

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_vcenter_retention_info_new(int64_t max_count,
                                          struct bkj_vcenter_retention_info **out,
                                          struct bkj_error **err);

/** Backups kept. A request must have it, and at least 1; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_vcenter_retention_info_set_max_count(struct bkj_vcenter_retention_info *object,
                                                    int64_t number,
                                                    struct bkj_error **err);

/** Members to be sent besides, as a JSON object. */
BKJ_API
bkj_status bkj_vcenter_retention_info_set_extra_json(struct bkj_vcenter_retention_info *object,
                                                     const char *json,
                                                     struct bkj_error **err);

/** Frees a retention info that belongs to the caller. */
BKJ_API void bkj_vcenter_retention_info_free(struct bkj_vcenter_retention_info *info);

/** @} */

/**
 * @defgroup backupjobs_vcenter_location vCenter: Where backups are kept
 * @{
 */

/** A place with backups, and who may read it (`LocationSpec` in the vendor's words). Unset members are not sent. */
struct bkj_vcenter_location;

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_vcenter_location_new(const char *location,
                                    struct bkj_vcenter_location **out,
                                    struct bkj_error **err);

/** URL such as `sftp://backup.example.net/vcsa`; its scheme is one of the BKJ_VCENTER_LOCATION_TYPE_… words. */
BKJ_API
bkj_status bkj_vcenter_location_set_location(struct bkj_vcenter_location *spec,
                                             const char *text,
                                             struct bkj_error **err);

/** User there. Unset: no authentication; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_location_set_location_user(struct bkj_vcenter_location *spec,
                                                  const char *text,
                                                  struct bkj_error **err);

/**
 * Password there. Below `/rest` it travels in the query of the request, by the vendor's design; it is kept out of
 * every message here, but the logs of a proxy may have it. It is copied, and wiped with this object; NULL: not set.
 */
BKJ_API
bkj_status bkj_vcenter_location_set_location_password(struct bkj_vcenter_location *spec,
                                                      const char *secret,
                                                      struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_vcenter_location_free(struct bkj_vcenter_location *spec);

/** @} */

/**
 * @defgroup backupjobs_vcenter_archives vCenter: What is kept at a destination
 *
 * What is kept at a destination: a directory for each appliance, and in it one archive for each backup; 6.7 and
 * later.
 * @{
 */

/** The appliances that have backups at a place: names of directories such as `sn_vcenter.example`. */
BKJ_API
bkj_status bkj_vcenter_system_names(const struct bkj_vcenter *client,
                                    const struct bkj_vcenter_location *at,
                                    struct bkj_string_list **out,
                                    struct bkj_error **err);

/** The archives of one appliance at a place. `query` may be NULL: all. */
BKJ_API
bkj_status bkj_vcenter_archives(const struct bkj_vcenter *client,
                                const char *system_name,
                                const struct bkj_vcenter_location *at,
                                const struct bkj_vcenter_archive_query *query,
                                struct bkj_vcenter_archive_summary_list **out,
                                struct bkj_error **err);

/** One archive of an appliance at a place. */
BKJ_API
bkj_status bkj_vcenter_archive(const struct bkj_vcenter *client,
                               const char *system_name,
                               const char *archive,
                               const struct bkj_vcenter_location *at,
                               struct bkj_vcenter_archive_info **out,
                               struct bkj_error **err);

/** An archive in a list. */
struct bkj_vcenter_archive_summary;

/**
 * Its name, `M_<version>_<YYYYMMDD-hhmmss>_<comment in base32>`; `S_…` when a schedule made it (seen in clients).
 */
BKJ_API
const char *bkj_vcenter_archive_summary_archive(const struct bkj_vcenter_archive_summary *summary);

/** When the backup began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API const char *bkj_vcenter_archive_summary_timestamp(const struct bkj_vcenter_archive_summary *summary);

/** Version of the appliance. NULL when there is none. */
BKJ_API const char *bkj_vcenter_archive_summary_version(const struct bkj_vcenter_archive_summary *summary);

/** Comment. NULL when there is none. */
BKJ_API const char *bkj_vcenter_archive_summary_comment(const struct bkj_vcenter_archive_summary *summary);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_archive_summary_extra_json(const struct bkj_vcenter_archive_summary *summary);

/** A list of archive summarys. */
struct bkj_vcenter_archive_summary_list;

/** Number of archive summarys. */
BKJ_API size_t bkj_vcenter_archive_summary_list_len(const struct bkj_vcenter_archive_summary_list *list);

/** One element, from 0, which lives as long as the list; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_archive_summary *bkj_vcenter_archive_summary_list_at(const struct bkj_vcenter_archive_summary_list *list,
                                                                              size_t index);

/** Frees a list and everything got from it. */
BKJ_API void bkj_vcenter_archive_summary_list_free(struct bkj_vcenter_archive_summary_list *list);

/** An archive. */
struct bkj_vcenter_archive_info;

/** When the backup was completed. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_vcenter_archive_info_timestamp(const struct bkj_vcenter_archive_info *info);

/** URL of the archive. NULL when there is none. */
BKJ_API const char *bkj_vcenter_archive_info_location(const struct bkj_vcenter_archive_info *info);

/** Parts in it: how many. */
BKJ_API size_t bkj_vcenter_archive_info_parts_len(const struct bkj_vcenter_archive_info *info);

/** Parts in it: one of them, from 0; NULL beyond the end. */
BKJ_API
const char *bkj_vcenter_archive_info_parts_at(const struct bkj_vcenter_archive_info *info,
                                              size_t index);

/** Version of the appliance. NULL when there is none. */
BKJ_API const char *bkj_vcenter_archive_info_version(const struct bkj_vcenter_archive_info *info);

/** Name of the appliance's directory. NULL when there is none. */
BKJ_API const char *bkj_vcenter_archive_info_system_name(const struct bkj_vcenter_archive_info *info);

/** Comment. NULL when there is none. */
BKJ_API const char *bkj_vcenter_archive_info_comment(const struct bkj_vcenter_archive_info *info);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API const char *bkj_vcenter_archive_info_extra_json(const struct bkj_vcenter_archive_info *info);

/** Frees a archive info that belongs to the caller. */
BKJ_API void bkj_vcenter_archive_info_free(struct bkj_vcenter_archive_info *info);

/** Which archives to list (`FilterSpec` in the vendor's words). Unset members are not sent. */
struct bkj_vcenter_archive_query;

/** Nothing set yet. */
BKJ_API struct bkj_vcenter_archive_query *bkj_vcenter_archive_query_new(void);

/** Only backups made then or later, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_vcenter_archive_query_set_start_timestamp(struct bkj_vcenter_archive_query *query,
                                                         int64_t unix_ms,
                                                         struct bkj_error **err);

/** Only backups made then or earlier, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_vcenter_archive_query_set_end_timestamp(struct bkj_vcenter_archive_query *query,
                                                       int64_t unix_ms,
                                                       struct bkj_error **err);

/** Only backups whose comment holds this text; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_archive_query_set_comment_substring(struct bkj_vcenter_archive_query *query,
                                                           const char *text,
                                                           struct bkj_error **err);

/** Only so many of the newest. Unset: 128, by the documentation; BKJ_ABSENT: not set. */
BKJ_API
bkj_status bkj_vcenter_archive_query_set_max_results(struct bkj_vcenter_archive_query *query,
                                                     int64_t number,
                                                     struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_vcenter_archive_query_free(struct bkj_vcenter_archive_query *spec);

/** @} */

/**
 * @defgroup backupjobs_vcenter_restore vCenter: Whether a backup can be restored here
 *
 * Whether a backup can be restored here. The restore itself is not offered: it works only on an appliance that was
 * just
 * @{
 */

/** Reads a backup's description and compares it with this appliance; restores nothing. */
BKJ_API
bkj_status bkj_vcenter_validate_restore(const struct bkj_vcenter *client,
                                        const struct bkj_vcenter_restore_request *request,
                                        struct bkj_vcenter_restore_metadata **out,
                                        struct bkj_error **err);

/** Whether this appliance can be backed up and restored at all. 6.7 and later. */
BKJ_API
bkj_status bkj_vcenter_recovery_supported(const struct bkj_vcenter *client,
                                          bool *out,
                                          struct bkj_error **err);

/** Which backup to restore. Unset members are not sent. */
struct bkj_vcenter_restore_request;

/** With what is needed; the rest has setters. */
BKJ_API
bkj_status bkj_vcenter_restore_request_new(const char *location_type,
                                           const char *location,
                                           struct bkj_vcenter_restore_request **out,
                                           struct bkj_error **err);

/** Only these parts, which must be standalone ones; 8.0 U3 and later. Not sent when empty: `count` texts. */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_parts(struct bkj_vcenter_restore_request *spec,
                                                 const char *const *texts,
                                                 size_t count,
                                                 struct bkj_error **err);

/**
 * The password that the backup was encrypted with. No policy holds here: it is what it was. It is copied, and wiped
 * with this object; NULL: not set.
 */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_backup_password(struct bkj_vcenter_restore_request *spec,
                                                           const char *secret,
                                                           struct bkj_error **err);

/** How the appliance reaches the backup, as a word. */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_location_type(struct bkj_vcenter_restore_request *spec,
                                                         const char *word,
                                                         struct bkj_error **err);

/** Path or URL of the archive itself, not of the place that holds all of them (seen in clients). */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_location(struct bkj_vcenter_restore_request *spec,
                                                    const char *text,
                                                    struct bkj_error **err);

/** User there. Unset: no authentication; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_location_user(struct bkj_vcenter_restore_request *spec,
                                                         const char *text,
                                                         struct bkj_error **err);

/** Password there. It is copied, and wiped with this object; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_location_password(struct bkj_vcenter_restore_request *spec,
                                                             const char *secret,
                                                             struct bkj_error **err);

/** Single-sign-on administrator; 6.7 and later; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_sso_admin_user_name(struct bkj_vcenter_restore_request *spec,
                                                               const char *text,
                                                               struct bkj_error **err);

/** Its password. It is copied, and wiped with this object; NULL: not set. */
BKJ_API
bkj_status bkj_vcenter_restore_request_set_sso_admin_user_password(struct bkj_vcenter_restore_request *spec,
                                                                   const char *secret,
                                                                   struct bkj_error **err);

/** Frees it. */
BKJ_API void bkj_vcenter_restore_request_free(struct bkj_vcenter_restore_request *spec);

/** What a backup is, and whether it fits this appliance (`Metadata` in the vendor's words). */
struct bkj_vcenter_restore_metadata;

/** When the backup was completed. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none. */
BKJ_API
const char *bkj_vcenter_restore_metadata_timestamp(const struct bkj_vcenter_restore_metadata *metadata);

/** Parts in it: how many. */
BKJ_API size_t bkj_vcenter_restore_metadata_parts_len(const struct bkj_vcenter_restore_metadata *metadata);

/** Parts in it: one of them, from 0; NULL beyond the end. */
BKJ_API
const char *bkj_vcenter_restore_metadata_parts_at(const struct bkj_vcenter_restore_metadata *metadata,
                                                  size_t index);

/** Version of the appliance that was backed up. NULL when there is none. */
BKJ_API const char *bkj_vcenter_restore_metadata_version(const struct bkj_vcenter_restore_metadata *metadata);

/** Its name in the network. NULL when there is none. */
BKJ_API const char *bkj_vcenter_restore_metadata_boxname(const struct bkj_vcenter_restore_metadata *metadata);

/** Whether the single-sign-on administrator must be given; 6.7 and later. 1, 0, or BKJ_ABSENT. */
BKJ_API
int32_t bkj_vcenter_restore_metadata_sso_login_required(const struct bkj_vcenter_restore_metadata *metadata);

/** Comment. NULL when there is none. */
BKJ_API const char *bkj_vcenter_restore_metadata_comment(const struct bkj_vcenter_restore_metadata *metadata);

/** Whether it fits: deployment type, network and version. Nothing but true is a yes. 1, 0, or BKJ_ABSENT. */
BKJ_API int32_t bkj_vcenter_restore_metadata_applicable(const struct bkj_vcenter_restore_metadata *metadata);

/** Why it does not fit: how many. */
BKJ_API size_t bkj_vcenter_restore_metadata_messages_len(const struct bkj_vcenter_restore_metadata *metadata);

/** Why it does not fit: one of them, from 0; NULL beyond the end. */
BKJ_API
const struct bkj_vcenter_localizable_message *bkj_vcenter_restore_metadata_messages_at(const struct bkj_vcenter_restore_metadata *metadata,
                                                                                       size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_vcenter_restore_metadata_extra_json(const struct bkj_vcenter_restore_metadata *metadata);

/** Frees a restore metadata that belongs to the caller. */
BKJ_API void bkj_vcenter_restore_metadata_free(struct bkj_vcenter_restore_metadata *metadata);

/** @} */

/**
 * @defgroup backupjobs_vcenter_messages vCenter: Messages of the appliance
 * @{
 */

/** A message in English, with its id and arguments. It belongs to the object it is in. */
struct bkj_vcenter_localizable_message;

/** Id in the message bundle. NULL when there is none. */
BKJ_API const char *bkj_vcenter_localizable_message_id(const struct bkj_vcenter_localizable_message *message);

/** English text. NULL when there is none. */
BKJ_API
const char *bkj_vcenter_localizable_message_default_message(const struct bkj_vcenter_localizable_message *message);

/** Arguments: how many. */
BKJ_API
size_t bkj_vcenter_localizable_message_args_len(const struct bkj_vcenter_localizable_message *message);

/** Arguments: one of them, from 0; NULL beyond the end. */
BKJ_API
const char *bkj_vcenter_localizable_message_args_at(const struct bkj_vcenter_localizable_message *message,
                                                    size_t index);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_vcenter_localizable_message_params_json(const struct bkj_vcenter_localizable_message *message);

/** The text in the language of the request; 7.0 and later. NULL when there is none. */
BKJ_API
const char *bkj_vcenter_localizable_message_localized(const struct bkj_vcenter_localizable_message *message);

/** Members this version does not know, as a JSON object: "{}" when there are none. */
BKJ_API
const char *bkj_vcenter_localizable_message_extra_json(const struct bkj_vcenter_localizable_message *message);

/** @} */

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#if defined(__cplusplus) && defined(__GNUC__)
#  pragma GCC diagnostic pop
#endif

#endif  /* BACKUPJOBS_H */
