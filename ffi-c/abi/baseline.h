/*
 * The recorded ABI of libbackupjobs.so.0: every constant, type and function that programs may be built with. Lines are only
 * added. Made of include/backupjobs.h by tests/abi/check.py --write; ffi-c/ABI.md says what may change when.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BKJ_ABSENT (-1)
#define BKJ_ERR_ALREADY_RUNNING 8
#define BKJ_ERR_CANCELLED 16
#define BKJ_ERR_CLOSED 18
#define BKJ_ERR_CONFIG 1
#define BKJ_ERR_CONFLICT 9
#define BKJ_ERR_DEADLINE 17
#define BKJ_ERR_DENIED 6
#define BKJ_ERR_INTERNAL 19
#define BKJ_ERR_INVALID_ARGUMENT 10
#define BKJ_ERR_NOT_FOUND 7
#define BKJ_ERR_OUTCOME_UNKNOWN 14
#define BKJ_ERR_PROTOCOL 13
#define BKJ_ERR_RATE_LIMITED 11
#define BKJ_ERR_TIMEOUT 4
#define BKJ_ERR_TLS 3
#define BKJ_ERR_UNAUTHENTICATED 5
#define BKJ_ERR_UNAVAILABLE 12
#define BKJ_ERR_UNREACHABLE 2
#define BKJ_ERR_UNSUPPORTED 15
#define BKJ_IF_RUNNING_ADOPT 0
#define BKJ_IF_RUNNING_FAIL 1
#define BKJ_IF_RUNNING_SKIP 2
#define BKJ_LEVEL_CRITICAL 2
#define BKJ_LEVEL_OK 0
#define BKJ_LEVEL_UNKNOWN 3
#define BKJ_LEVEL_WARNING 1
#define BKJ_LOG_LEVEL_DEBUG 10
#define BKJ_LOG_LEVEL_INFO 20
#define BKJ_LOG_LEVEL_WARNING 30
#define BKJ_OK 0
#define BKJ_ORIGIN_ADOPTED 2
#define BKJ_ORIGIN_INDISTINGUISHABLE 3
#define BKJ_ORIGIN_OURS 1
#define BKJ_ORIGIN_SKIPPED 4
#define BKJ_OUTCOME_FAILED 3
#define BKJ_OUTCOME_STOPPED 4
#define BKJ_OUTCOME_SUCCESS 1
#define BKJ_OUTCOME_UNKNOWN 0
#define BKJ_OUTCOME_WARNING 2
#define BKJ_PHASE_FINISHED 3
#define BKJ_PHASE_QUEUED 1
#define BKJ_PHASE_RUNNING 2
#define BKJ_PHASE_UNKNOWN 0
#define BKJ_STAGE_PREPARED 1
#define BKJ_STAGE_SENDING 2
#define BKJ_STAGE_STARTED 3
#define BKJ_SYSTEM_TERADATA 2
#define BKJ_SYSTEM_VCENTER 3
#define BKJ_SYSTEM_VEEAM 1
#define BKJ_TERADATA_DIALECT_ENTERPRISE 1
#define BKJ_TERADATA_DIALECT_LAKE 2
#define BKJ_TERADATA_JOB_TYPE_BACKUP 1
#define BKJ_TERADATA_JOB_TYPE_RESTORE 2
#define BKJ_TERADATA_JOB_TYPE_UNKNOWN 0
#define BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_ID 2
#define BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_KEY 1
#define BKJ_TERADATA_RUN_TYPE_DELTA 2
#define BKJ_TERADATA_RUN_TYPE_FULL 1
#define BKJ_TERADATA_RUN_TYPE_UNKNOWN 0
#define BKJ_VCENTER_APPLIANCE_BACKUP "appliance-backup"
#define BKJ_VCENTER_BACKUP_TYPE_LOCAL_BACKUP 3
#define BKJ_VCENTER_BACKUP_TYPE_MANUAL 2
#define BKJ_VCENTER_BACKUP_TYPE_SCHEDULED 1
#define BKJ_VCENTER_BACKUP_TYPE_UNKNOWN 0
#define BKJ_VCENTER_DAY_OF_WEEK_FRIDAY 5
#define BKJ_VCENTER_DAY_OF_WEEK_MONDAY 1
#define BKJ_VCENTER_DAY_OF_WEEK_SATURDAY 6
#define BKJ_VCENTER_DAY_OF_WEEK_SUNDAY 7
#define BKJ_VCENTER_DAY_OF_WEEK_THURSDAY 4
#define BKJ_VCENTER_DAY_OF_WEEK_TUESDAY 2
#define BKJ_VCENTER_DAY_OF_WEEK_UNKNOWN 0
#define BKJ_VCENTER_DAY_OF_WEEK_WEDNESDAY 3
#define BKJ_VCENTER_DIALECT_API 2
#define BKJ_VCENTER_DIALECT_REST 1
#define BKJ_VCENTER_LOCATION_TYPE_FTP 1
#define BKJ_VCENTER_LOCATION_TYPE_FTPS 3
#define BKJ_VCENTER_LOCATION_TYPE_HTTP 2
#define BKJ_VCENTER_LOCATION_TYPE_HTTPS 4
#define BKJ_VCENTER_LOCATION_TYPE_NFS 7
#define BKJ_VCENTER_LOCATION_TYPE_SCP 5
#define BKJ_VCENTER_LOCATION_TYPE_SFTP 6
#define BKJ_VCENTER_LOCATION_TYPE_SMB 8
#define BKJ_VCENTER_LOCATION_TYPE_UNKNOWN 0
#define BKJ_VCENTER_LOGIN_MODE_BASIC 2
#define BKJ_VCENTER_LOGIN_MODE_SESSION 1
#define BKJ_VCENTER_PROCESS_STATE_FAILED 1
#define BKJ_VCENTER_PROCESS_STATE_IN_PROGRESS 2
#define BKJ_VCENTER_PROCESS_STATE_NONE 3
#define BKJ_VCENTER_PROCESS_STATE_SUCCEEDED 4
#define BKJ_VCENTER_PROCESS_STATE_UNKNOWN 0
#define BKJ_VCENTER_RETURN_STATUS_FAIL 1
#define BKJ_VCENTER_RETURN_STATUS_OK 3
#define BKJ_VCENTER_RETURN_STATUS_UNKNOWN 0
#define BKJ_VCENTER_RETURN_STATUS_WARNING 2
#define BKJ_VCENTER_TASK_STATUS_BLOCKED 3
#define BKJ_VCENTER_TASK_STATUS_FAILED 5
#define BKJ_VCENTER_TASK_STATUS_PENDING 1
#define BKJ_VCENTER_TASK_STATUS_RUNNING 2
#define BKJ_VCENTER_TASK_STATUS_SUCCEEDED 4
#define BKJ_VCENTER_TASK_STATUS_UNKNOWN 0
#define BKJ_VEEAM_BACKUP_TYPE_ENTIRE_ORGANIZATION 1
#define BKJ_VEEAM_BACKUP_TYPE_SELECTED_ITEMS 2
#define BKJ_VEEAM_BACKUP_TYPE_UNKNOWN 0
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_DAILY_AT_TIME 3
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_IMMEDIATE 1
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_PERIODICALLY 2
#define BKJ_VEEAM_COPY_SCHEDULE_TYPE_UNKNOWN 0
#define BKJ_VEEAM_DAILY_TYPE_EVERYDAY 1
#define BKJ_VEEAM_DAILY_TYPE_FRIDAY 8
#define BKJ_VEEAM_DAILY_TYPE_MONDAY 4
#define BKJ_VEEAM_DAILY_TYPE_SATURDAY 9
#define BKJ_VEEAM_DAILY_TYPE_SUNDAY 10
#define BKJ_VEEAM_DAILY_TYPE_THURSDAY 7
#define BKJ_VEEAM_DAILY_TYPE_TUESDAY 5
#define BKJ_VEEAM_DAILY_TYPE_UNKNOWN 0
#define BKJ_VEEAM_DAILY_TYPE_WEDNESDAY 6
#define BKJ_VEEAM_DAILY_TYPE_WEEKENDS 3
#define BKJ_VEEAM_DAILY_TYPE_WORKDAYS 2
#define BKJ_VEEAM_DIALECT_V2 2
#define BKJ_VEEAM_DIALECT_V3 3
#define BKJ_VEEAM_DIALECT_V4 4
#define BKJ_VEEAM_DIALECT_V5 5
#define BKJ_VEEAM_DIALECT_V6 6
#define BKJ_VEEAM_DIALECT_V7 7
#define BKJ_VEEAM_DIALECT_V8 8
#define BKJ_VEEAM_EXPLORER_TYPE_UNKNOWN 0
#define BKJ_VEEAM_EXPLORER_TYPE_VEOD 3
#define BKJ_VEEAM_EXPLORER_TYPE_VESP 2
#define BKJ_VEEAM_EXPLORER_TYPE_VET 4
#define BKJ_VEEAM_EXPLORER_TYPE_VEX 1
#define BKJ_VEEAM_JOB_ITEM_TYPE_GROUP 1
#define BKJ_VEEAM_JOB_ITEM_TYPE_ONE_DRIVE_FOLDERS 6
#define BKJ_VEEAM_JOB_ITEM_TYPE_PARTIAL_ORGANIZATION 4
#define BKJ_VEEAM_JOB_ITEM_TYPE_PERSONAL_SITES 5
#define BKJ_VEEAM_JOB_ITEM_TYPE_SITE 3
#define BKJ_VEEAM_JOB_ITEM_TYPE_TEAM 7
#define BKJ_VEEAM_JOB_ITEM_TYPE_UNKNOWN 0
#define BKJ_VEEAM_JOB_ITEM_TYPE_USER 2
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_DAILY 2
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_MANUAL_ONLY 3
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_PERIODICALLY 1
#define BKJ_VEEAM_JOB_SCHEDULE_TYPE_UNKNOWN 0
#define BKJ_VEEAM_JOB_STATUS_DISCONNECTED 7
#define BKJ_VEEAM_JOB_STATUS_FAILED 5
#define BKJ_VEEAM_JOB_STATUS_NOT_CONFIGURED 6
#define BKJ_VEEAM_JOB_STATUS_QUEUED 8
#define BKJ_VEEAM_JOB_STATUS_RUNNING 2
#define BKJ_VEEAM_JOB_STATUS_STOPPED 1
#define BKJ_VEEAM_JOB_STATUS_SUCCESS 3
#define BKJ_VEEAM_JOB_STATUS_UNKNOWN 0
#define BKJ_VEEAM_JOB_STATUS_WARNING 4
#define BKJ_VEEAM_LOG_ITEM_TYPE_ERROR 3
#define BKJ_VEEAM_LOG_ITEM_TYPE_RUNNING 1
#define BKJ_VEEAM_LOG_ITEM_TYPE_STOP 5
#define BKJ_VEEAM_LOG_ITEM_TYPE_SUCCESS 4
#define BKJ_VEEAM_LOG_ITEM_TYPE_UNKNOWN 0
#define BKJ_VEEAM_LOG_ITEM_TYPE_WARNING 2
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS1 5
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS12 9
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS2 6
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS4 7
#define BKJ_VEEAM_PERIODICALLY_EVERY_HOURS8 8
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES10 2
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES15 3
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES30 4
#define BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES5 1
#define BKJ_VEEAM_PERIODICALLY_EVERY_UNKNOWN 0
#define BKJ_VEEAM_RESTORE_SESSION_ORDER_CREATION_TIME 1
#define BKJ_VEEAM_RESTORE_SESSION_ORDER_END_TIME 2
#define BKJ_VEEAM_RESTORE_SESSION_ORDER_UNKNOWN 0
#define BKJ_VEEAM_SESSION_JOB_TYPE_BACKUP 1
#define BKJ_VEEAM_SESSION_JOB_TYPE_COPY 2
#define BKJ_VEEAM_SESSION_JOB_TYPE_UNKNOWN 0
#define BKJ_VERB_DISABLE 4
#define BKJ_VERB_ENABLE 3
#define BKJ_VERB_START 1
#define BKJ_VERB_START_FULL 5
#define BKJ_VERB_STOP 2
struct bkj_account;
struct bkj_cancel_token;
struct bkj_certificate;
struct bkj_client_options;
struct bkj_error;
struct bkj_job;
struct bkj_job_list;
struct bkj_known_hosts;
struct bkj_line;
struct bkj_log_event;
struct bkj_policy;
struct bkj_progress;
struct bkj_report;
struct bkj_run;
struct bkj_run_list;
struct bkj_secret;
struct bkj_server;
struct bkj_start_options;
struct bkj_started;
struct bkj_string;
struct bkj_string_list;
struct bkj_teradata;
struct bkj_teradata_backup_object;
struct bkj_teradata_backup_object_iter;
struct bkj_teradata_backup_object_list;
struct bkj_teradata_database;
struct bkj_teradata_database_iter;
struct bkj_teradata_database_list;
struct bkj_teradata_excluded_object;
struct bkj_teradata_execution;
struct bkj_teradata_execution_iter;
struct bkj_teradata_execution_list;
struct bkj_teradata_job;
struct bkj_teradata_job;
struct bkj_teradata_job_iter;
struct bkj_teradata_job_list;
struct bkj_teradata_job_query;
struct bkj_teradata_job_settings;
struct bkj_teradata_last_execution;
struct bkj_teradata_object_selection;
struct bkj_teradata_objects_preparation;
struct bkj_teradata_objects_preparation;
struct bkj_teradata_restore_permissions;
struct bkj_teradata_restore_permissions;
struct bkj_teradata_restore_permissions_request;
struct bkj_teradata_restore_request;
struct bkj_teradata_target_site;
struct bkj_teradata_token_source;
struct bkj_ticket;
struct bkj_vcenter;
struct bkj_vcenter_archive_info;
struct bkj_vcenter_archive_query;
struct bkj_vcenter_archive_summary;
struct bkj_vcenter_archive_summary_list;
struct bkj_vcenter_backup_details;
struct bkj_vcenter_backup_details;
struct bkj_vcenter_backup_details_list;
struct bkj_vcenter_backup_job_status;
struct bkj_vcenter_backup_request;
struct bkj_vcenter_build_info;
struct bkj_vcenter_dynamic_id;
struct bkj_vcenter_localizable_message;
struct bkj_vcenter_location;
struct bkj_vcenter_part;
struct bkj_vcenter_part_list;
struct bkj_vcenter_recurrence_info;
struct bkj_vcenter_restore_metadata;
struct bkj_vcenter_restore_request;
struct bkj_vcenter_retention_info;
struct bkj_vcenter_return_result;
struct bkj_vcenter_schedule;
struct bkj_vcenter_schedule;
struct bkj_vcenter_schedule_list;
struct bkj_vcenter_schedule_spec;
struct bkj_vcenter_schedule_update;
struct bkj_vcenter_session_info;
struct bkj_vcenter_task_error;
struct bkj_vcenter_task_progress;
struct bkj_veeam;
struct bkj_veeam_backup_window;
struct bkj_veeam_copy_job;
struct bkj_veeam_copy_job;
struct bkj_veeam_copy_job_iter;
struct bkj_veeam_copy_job_list;
struct bkj_veeam_copy_job_query;
struct bkj_veeam_copy_schedule;
struct bkj_veeam_create_copy_job;
struct bkj_veeam_create_copy_job;
struct bkj_veeam_create_job;
struct bkj_veeam_create_job;
struct bkj_veeam_edit_copy_job;
struct bkj_veeam_edit_copy_job;
struct bkj_veeam_edit_job;
struct bkj_veeam_edit_job;
struct bkj_veeam_explore_options;
struct bkj_veeam_group;
struct bkj_veeam_health;
struct bkj_veeam_health;
struct bkj_veeam_health_entry;
struct bkj_veeam_job;
struct bkj_veeam_job;
struct bkj_veeam_job_item;
struct bkj_veeam_job_item_iter;
struct bkj_veeam_job_item_list;
struct bkj_veeam_job_iter;
struct bkj_veeam_job_list;
struct bkj_veeam_job_query;
struct bkj_veeam_job_schedule;
struct bkj_veeam_job_session;
struct bkj_veeam_job_session;
struct bkj_veeam_job_session_iter;
struct bkj_veeam_job_session_list;
struct bkj_veeam_job_site;
struct bkj_veeam_links;
struct bkj_veeam_log_item;
struct bkj_veeam_log_item;
struct bkj_veeam_log_item_iter;
struct bkj_veeam_log_item_list;
struct bkj_veeam_log_item_query;
struct bkj_veeam_object_storage;
struct bkj_veeam_organization;
struct bkj_veeam_organization;
struct bkj_veeam_organization_iter;
struct bkj_veeam_organization_list;
struct bkj_veeam_organization_query;
struct bkj_veeam_processed_object;
struct bkj_veeam_processed_object_iter;
struct bkj_veeam_processed_object_list;
struct bkj_veeam_repository;
struct bkj_veeam_repository;
struct bkj_veeam_repository_iter;
struct bkj_veeam_repository_list;
struct bkj_veeam_repository_query;
struct bkj_veeam_restore_session;
struct bkj_veeam_restore_session;
struct bkj_veeam_restore_session_event;
struct bkj_veeam_restore_session_event_iter;
struct bkj_veeam_restore_session_event_list;
struct bkj_veeam_restore_session_iter;
struct bkj_veeam_restore_session_list;
struct bkj_veeam_restore_session_query;
struct bkj_veeam_restore_session_statistics;
struct bkj_veeam_restore_session_statistics;
struct bkj_veeam_restored_item;
struct bkj_veeam_service_instance;
struct bkj_veeam_service_instance;
struct bkj_veeam_session_query;
struct bkj_veeam_statistics;
struct bkj_veeam_team;
struct bkj_veeam_used_repository;
struct bkj_veeam_used_repository_iter;
struct bkj_veeam_used_repository_list;
struct bkj_veeam_user;
struct bkj_verdict;
struct bkj_wait_options;
struct bkj_wait_result;
struct bkj_wait_result_list;
typedef int32_t bkj_status;
typedef struct bkj_account bkj_account;
typedef struct bkj_cancel_token bkj_cancel_token;
typedef struct bkj_certificate bkj_certificate;
typedef struct bkj_client_options bkj_client_options;
typedef struct bkj_error bkj_error;
typedef struct bkj_job bkj_job;
typedef struct bkj_job_list bkj_job_list;
typedef struct bkj_known_hosts bkj_known_hosts;
typedef struct bkj_line bkj_line;
typedef struct bkj_log_event bkj_log_event;
typedef struct bkj_policy bkj_policy;
typedef struct bkj_progress bkj_progress;
typedef struct bkj_report bkj_report;
typedef struct bkj_run bkj_run;
typedef struct bkj_run_list bkj_run_list;
typedef struct bkj_secret bkj_secret;
typedef struct bkj_server bkj_server;
typedef struct bkj_start_options bkj_start_options;
typedef struct bkj_started bkj_started;
typedef struct bkj_string bkj_string;
typedef struct bkj_string_list bkj_string_list;
typedef struct bkj_teradata bkj_teradata;
typedef struct bkj_teradata_backup_object bkj_teradata_backup_object;
typedef struct bkj_teradata_backup_object_iter bkj_teradata_backup_object_iter;
typedef struct bkj_teradata_backup_object_list bkj_teradata_backup_object_list;
typedef struct bkj_teradata_database bkj_teradata_database;
typedef struct bkj_teradata_database_iter bkj_teradata_database_iter;
typedef struct bkj_teradata_database_list bkj_teradata_database_list;
typedef struct bkj_teradata_excluded_object bkj_teradata_excluded_object;
typedef struct bkj_teradata_execution bkj_teradata_execution;
typedef struct bkj_teradata_execution_iter bkj_teradata_execution_iter;
typedef struct bkj_teradata_execution_list bkj_teradata_execution_list;
typedef struct bkj_teradata_job_iter bkj_teradata_job_iter;
typedef struct bkj_teradata_job_list bkj_teradata_job_list;
typedef struct bkj_teradata_job_query bkj_teradata_job_query;
typedef struct bkj_teradata_job_settings bkj_teradata_job_settings;
typedef struct bkj_teradata_last_execution bkj_teradata_last_execution;
typedef struct bkj_teradata_object_selection bkj_teradata_object_selection;
typedef struct bkj_teradata_restore_permissions_request bkj_teradata_restore_permissions_request;
typedef struct bkj_teradata_restore_request bkj_teradata_restore_request;
typedef struct bkj_teradata_target_site bkj_teradata_target_site;
typedef struct bkj_teradata_token_source bkj_teradata_token_source;
typedef struct bkj_ticket bkj_ticket;
typedef struct bkj_vcenter bkj_vcenter;
typedef struct bkj_vcenter_archive_info bkj_vcenter_archive_info;
typedef struct bkj_vcenter_archive_query bkj_vcenter_archive_query;
typedef struct bkj_vcenter_archive_summary bkj_vcenter_archive_summary;
typedef struct bkj_vcenter_archive_summary_list bkj_vcenter_archive_summary_list;
typedef struct bkj_vcenter_backup_details_list bkj_vcenter_backup_details_list;
typedef struct bkj_vcenter_backup_job_status bkj_vcenter_backup_job_status;
typedef struct bkj_vcenter_backup_request bkj_vcenter_backup_request;
typedef struct bkj_vcenter_build_info bkj_vcenter_build_info;
typedef struct bkj_vcenter_dynamic_id bkj_vcenter_dynamic_id;
typedef struct bkj_vcenter_localizable_message bkj_vcenter_localizable_message;
typedef struct bkj_vcenter_location bkj_vcenter_location;
typedef struct bkj_vcenter_part bkj_vcenter_part;
typedef struct bkj_vcenter_part_list bkj_vcenter_part_list;
typedef struct bkj_vcenter_recurrence_info bkj_vcenter_recurrence_info;
typedef struct bkj_vcenter_restore_metadata bkj_vcenter_restore_metadata;
typedef struct bkj_vcenter_restore_request bkj_vcenter_restore_request;
typedef struct bkj_vcenter_retention_info bkj_vcenter_retention_info;
typedef struct bkj_vcenter_return_result bkj_vcenter_return_result;
typedef struct bkj_vcenter_schedule_list bkj_vcenter_schedule_list;
typedef struct bkj_vcenter_schedule_spec bkj_vcenter_schedule_spec;
typedef struct bkj_vcenter_schedule_update bkj_vcenter_schedule_update;
typedef struct bkj_vcenter_session_info bkj_vcenter_session_info;
typedef struct bkj_vcenter_task_error bkj_vcenter_task_error;
typedef struct bkj_vcenter_task_progress bkj_vcenter_task_progress;
typedef struct bkj_veeam bkj_veeam;
typedef struct bkj_veeam_backup_window bkj_veeam_backup_window;
typedef struct bkj_veeam_copy_job_iter bkj_veeam_copy_job_iter;
typedef struct bkj_veeam_copy_job_list bkj_veeam_copy_job_list;
typedef struct bkj_veeam_copy_job_query bkj_veeam_copy_job_query;
typedef struct bkj_veeam_copy_schedule bkj_veeam_copy_schedule;
typedef struct bkj_veeam_explore_options bkj_veeam_explore_options;
typedef struct bkj_veeam_group bkj_veeam_group;
typedef struct bkj_veeam_health_entry bkj_veeam_health_entry;
typedef struct bkj_veeam_job_item bkj_veeam_job_item;
typedef struct bkj_veeam_job_item_iter bkj_veeam_job_item_iter;
typedef struct bkj_veeam_job_item_list bkj_veeam_job_item_list;
typedef struct bkj_veeam_job_iter bkj_veeam_job_iter;
typedef struct bkj_veeam_job_list bkj_veeam_job_list;
typedef struct bkj_veeam_job_query bkj_veeam_job_query;
typedef struct bkj_veeam_job_schedule bkj_veeam_job_schedule;
typedef struct bkj_veeam_job_session_iter bkj_veeam_job_session_iter;
typedef struct bkj_veeam_job_session_list bkj_veeam_job_session_list;
typedef struct bkj_veeam_job_site bkj_veeam_job_site;
typedef struct bkj_veeam_links bkj_veeam_links;
typedef struct bkj_veeam_log_item_iter bkj_veeam_log_item_iter;
typedef struct bkj_veeam_log_item_list bkj_veeam_log_item_list;
typedef struct bkj_veeam_log_item_query bkj_veeam_log_item_query;
typedef struct bkj_veeam_object_storage bkj_veeam_object_storage;
typedef struct bkj_veeam_organization_iter bkj_veeam_organization_iter;
typedef struct bkj_veeam_organization_list bkj_veeam_organization_list;
typedef struct bkj_veeam_organization_query bkj_veeam_organization_query;
typedef struct bkj_veeam_processed_object bkj_veeam_processed_object;
typedef struct bkj_veeam_processed_object_iter bkj_veeam_processed_object_iter;
typedef struct bkj_veeam_processed_object_list bkj_veeam_processed_object_list;
typedef struct bkj_veeam_repository_iter bkj_veeam_repository_iter;
typedef struct bkj_veeam_repository_list bkj_veeam_repository_list;
typedef struct bkj_veeam_repository_query bkj_veeam_repository_query;
typedef struct bkj_veeam_restore_session_event bkj_veeam_restore_session_event;
typedef struct bkj_veeam_restore_session_event_iter bkj_veeam_restore_session_event_iter;
typedef struct bkj_veeam_restore_session_event_list bkj_veeam_restore_session_event_list;
typedef struct bkj_veeam_restore_session_iter bkj_veeam_restore_session_iter;
typedef struct bkj_veeam_restore_session_list bkj_veeam_restore_session_list;
typedef struct bkj_veeam_restore_session_query bkj_veeam_restore_session_query;
typedef struct bkj_veeam_restored_item bkj_veeam_restored_item;
typedef struct bkj_veeam_session_query bkj_veeam_session_query;
typedef struct bkj_veeam_statistics bkj_veeam_statistics;
typedef struct bkj_veeam_team bkj_veeam_team;
typedef struct bkj_veeam_used_repository bkj_veeam_used_repository;
typedef struct bkj_veeam_used_repository_iter bkj_veeam_used_repository_iter;
typedef struct bkj_veeam_used_repository_list bkj_veeam_used_repository_list;
typedef struct bkj_veeam_user bkj_veeam_user;
typedef struct bkj_verdict bkj_verdict;
typedef struct bkj_wait_options bkj_wait_options;
typedef struct bkj_wait_result bkj_wait_result;
typedef struct bkj_wait_result_list bkj_wait_result_list;
typedef int32_t (*bkj_probe_callback)(void *userdata);
typedef int32_t (*bkj_progress_all_callback)(void *userdata, size_t index, const struct bkj_progress *progress);
typedef int32_t (*bkj_progress_callback)(void *userdata, const struct bkj_progress *progress);
typedef int32_t (*bkj_save_callback)(void *userdata, const struct bkj_ticket *ticket);
typedef int32_t (*bkj_token_callback)(void *userdata, char *buffer, size_t capacity);
typedef void (*bkj_log_callback)(void *userdata, const struct bkj_log_event *event);
typedef void (*bkj_release_callback)(void *userdata);
void bkj_account_free(struct bkj_account *account);
const struct bkj_line *bkj_account_lines_at(const struct bkj_account *account, size_t index);
size_t bkj_account_lines_len(const struct bkj_account *account);
const struct bkj_run *bkj_account_run(const struct bkj_account *account);
const char *bkj_account_text(const struct bkj_account *account);
void bkj_cancel_token_cancel(const struct bkj_cancel_token *token);
void bkj_cancel_token_free(struct bkj_cancel_token *token);
bool bkj_cancel_token_is_cancelled(const struct bkj_cancel_token *token);
struct bkj_cancel_token *bkj_cancel_token_new(void);
bkj_status bkj_cancel_token_with_probe(const struct bkj_cancel_token *token, bkj_probe_callback probe, void *userdata, bkj_release_callback release, struct bkj_cancel_token **out, struct bkj_error **err);
const char *bkj_certificate_fingerprint(const struct bkj_certificate *certificate);
void bkj_certificate_free(struct bkj_certificate *certificate);
const char *bkj_certificate_issuer(const struct bkj_certificate *certificate);
const char *bkj_certificate_names_at(const struct bkj_certificate *certificate, size_t index);
size_t bkj_certificate_names_len(const struct bkj_certificate *certificate);
bool bkj_certificate_not_after(const struct bkj_certificate *certificate, int64_t *out);
bool bkj_certificate_not_before(const struct bkj_certificate *certificate, int64_t *out);
const char *bkj_certificate_pem(const struct bkj_certificate *certificate);
const char *bkj_certificate_refusal(const struct bkj_certificate *certificate);
bool bkj_certificate_self_signed(const struct bkj_certificate *certificate);
const char *bkj_certificate_sha256(const struct bkj_certificate *certificate);
const char *bkj_certificate_subject(const struct bkj_certificate *certificate);
const char *bkj_certificate_text(const struct bkj_certificate *certificate);
bool bkj_certificate_trusted(const struct bkj_certificate *certificate);
void bkj_client_options_free(struct bkj_client_options *options);
struct bkj_client_options *bkj_client_options_new(void);
bkj_status bkj_client_options_set_connect_timeout_ms(struct bkj_client_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_client_options_set_log(struct bkj_client_options *options, bkj_log_callback callback, void *userdata, bkj_release_callback release, struct bkj_error **err);
bkj_status bkj_client_options_set_max_body(struct bkj_client_options *options, size_t bytes, struct bkj_error **err);
bkj_status bkj_client_options_set_max_concurrency(struct bkj_client_options *options, uint32_t requests, struct bkj_error **err);
bkj_status bkj_client_options_set_proxy_environment(struct bkj_client_options *options, struct bkj_error **err);
bkj_status bkj_client_options_set_proxy_none(struct bkj_client_options *options, struct bkj_error **err);
bkj_status bkj_client_options_set_proxy_url(struct bkj_client_options *options, const char *url, struct bkj_error **err);
bkj_status bkj_client_options_set_request_timeout_ms(struct bkj_client_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_client_options_set_retry_attempts(struct bkj_client_options *options, uint32_t attempts, struct bkj_error **err);
bkj_status bkj_client_options_set_retry_base_ms(struct bkj_client_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_client_options_set_retry_budget(struct bkj_client_options *options, uint32_t retries, struct bkj_error **err);
bkj_status bkj_client_options_set_retry_cap_ms(struct bkj_client_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_client_options_set_retry_none(struct bkj_client_options *options, struct bkj_error **err);
bkj_status bkj_client_options_set_retry_total_ms(struct bkj_client_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_client_options_set_trust_ca_file(struct bkj_client_options *options, const char *path, struct bkj_error **err);
bkj_status bkj_client_options_set_trust_ca_pem(struct bkj_client_options *options, const char *pem, size_t length, struct bkj_error **err);
bkj_status bkj_client_options_set_trust_insecure(struct bkj_client_options *options, struct bkj_error **err);
bkj_status bkj_client_options_set_trust_known_hosts(struct bkj_client_options *options, const char *path, struct bkj_error **err);
bkj_status bkj_client_options_set_trust_pin(struct bkj_client_options *options, const char *sha256, struct bkj_error **err);
bkj_status bkj_client_options_set_trust_system(struct bkj_client_options *options, struct bkj_error **err);
const char *bkj_error_detail(const struct bkj_error *error);
void bkj_error_free(struct bkj_error *error);
bool bkj_error_http_status(const struct bkj_error *error, int64_t *out);
bool bkj_error_is_retryable(const struct bkj_error *error);
bkj_status bkj_error_kind(const struct bkj_error *error);
const char *bkj_error_line(const struct bkj_error *error);
bool bkj_error_may_have_taken_effect(const struct bkj_error *error);
const char *bkj_error_message(const struct bkj_error *error);
struct bkj_error *bkj_error_new(bkj_status kind, const char *message);
const char *bkj_error_operation(const struct bkj_error *error);
const char *bkj_error_remedy(const struct bkj_error *error);
bool bkj_error_retry_after_ms(const struct bkj_error *error, int64_t *out);
const char *bkj_error_server(const struct bkj_error *error);
const char *bkj_error_vendor_code(const struct bkj_error *error);
const char *bkj_error_vendor_message(const struct bkj_error *error);
int32_t bkj_if_running_from_name(const char *name);
const char *bkj_if_running_name(int32_t code);
int32_t bkj_job_enabled(const struct bkj_job *job);
void bkj_job_free(struct bkj_job *job);
const char *bkj_job_id(const struct bkj_job *job);
bool bkj_job_last_run(const struct bkj_job *job, int64_t *out);
const struct bkj_job *bkj_job_list_at(const struct bkj_job_list *list, size_t index);
void bkj_job_list_free(struct bkj_job_list *list);
size_t bkj_job_list_len(const struct bkj_job_list *list);
const char *bkj_job_name(const struct bkj_job *job);
bool bkj_job_next_run(const struct bkj_job *job, int64_t *out);
const char *bkj_job_raw_status(const struct bkj_job *job);
int32_t bkj_job_system(const struct bkj_job *job);
bkj_status bkj_known_hosts_forget(const struct bkj_known_hosts *hosts, const char *url, bool *out, struct bkj_error **err);
void bkj_known_hosts_free(struct bkj_known_hosts *hosts);
bkj_status bkj_known_hosts_lookup(const struct bkj_known_hosts *hosts, const char *url, struct bkj_string_list **out, struct bkj_error **err);
bkj_status bkj_known_hosts_open(const char *path, struct bkj_known_hosts **out, struct bkj_error **err);
const char *bkj_known_hosts_path(const struct bkj_known_hosts *hosts);
bkj_status bkj_known_hosts_remember(const struct bkj_known_hosts *hosts, const char *url, const struct bkj_certificate *certificate, struct bkj_error **err);
int32_t bkj_level_from_name(const char *name);
const char *bkj_level_name(int32_t code);
bool bkj_line_at(const struct bkj_line *line, int64_t *out);
const char *bkj_line_severity(const struct bkj_line *line);
const char *bkj_line_text(const struct bkj_line *line);
bool bkj_log_event_attempt(const struct bkj_log_event *event, int64_t *out);
struct bkj_log_event *bkj_log_event_clone(const struct bkj_log_event *event);
bool bkj_log_event_elapsed_ms(const struct bkj_log_event *event, int64_t *out);
bkj_status bkj_log_event_error(const struct bkj_log_event *event);
void bkj_log_event_free(struct bkj_log_event *event);
int32_t bkj_log_event_level(const struct bkj_log_event *event);
const char *bkj_log_event_message(const struct bkj_log_event *event);
const char *bkj_log_event_method(const struct bkj_log_event *event);
const char *bkj_log_event_operation(const struct bkj_log_event *event);
const char *bkj_log_event_server(const struct bkj_log_event *event);
bool bkj_log_event_status(const struct bkj_log_event *event, int64_t *out);
const char *bkj_log_event_url(const struct bkj_log_event *event);
int32_t bkj_log_level_from_name(const char *name);
const char *bkj_log_level_name(int32_t code);
int32_t bkj_origin_from_name(const char *name);
const char *bkj_origin_name(int32_t code);
int32_t bkj_outcome_from_name(const char *name);
const char *bkj_outcome_name(int32_t code);
int32_t bkj_phase_from_name(const char *name);
const char *bkj_phase_name(int32_t code);
void bkj_policy_free(struct bkj_policy *policy);
struct bkj_policy *bkj_policy_new(void);
bkj_status bkj_policy_set_disabled_ok(struct bkj_policy *policy, bool disabled_ok, struct bkj_error **err);
bkj_status bkj_policy_set_max_age_ms(struct bkj_policy *policy, int64_t milliseconds, struct bkj_error **err);
bkj_status bkj_policy_set_max_running_ms(struct bkj_policy *policy, int64_t milliseconds, struct bkj_error **err);
bkj_status bkj_policy_set_now(struct bkj_policy *policy, int64_t now, struct bkj_error **err);
bkj_status bkj_policy_set_warnings_ok(struct bkj_policy *policy, bool warnings_ok, struct bkj_error **err);
uint64_t bkj_progress_elapsed_ms(const struct bkj_progress *progress);
uint64_t bkj_progress_next_poll_ms(const struct bkj_progress *progress);
uint64_t bkj_progress_polls(const struct bkj_progress *progress);
const struct bkj_run *bkj_progress_run(const struct bkj_progress *progress);
const char *bkj_progress_trouble(const struct bkj_progress *progress);
void bkj_report_free(struct bkj_report *report);
bool bkj_report_insecure(const struct bkj_report *report);
int32_t bkj_report_level(const struct bkj_report *report);
const struct bkj_verdict *bkj_report_verdicts_at(const struct bkj_report *report, size_t index);
size_t bkj_report_verdicts_len(const struct bkj_report *report);
bool bkj_run_bytes(const struct bkj_run *run, int64_t *out);
struct bkj_run *bkj_run_clone(const struct bkj_run *run);
bool bkj_run_ended(const struct bkj_run *run, int64_t *out);
void bkj_run_free(struct bkj_run *run);
const char *bkj_run_id(const struct bkj_run *run);
bool bkj_run_is_active(const struct bkj_run *run);
const char *bkj_run_job_id(const struct bkj_run *run);
const struct bkj_run *bkj_run_list_at(const struct bkj_run_list *list, size_t index);
void bkj_run_list_free(struct bkj_run_list *list);
size_t bkj_run_list_len(const struct bkj_run_list *list);
const char *bkj_run_message(const struct bkj_run *run);
bool bkj_run_objects(const struct bkj_run *run, int64_t *out);
int32_t bkj_run_outcome(const struct bkj_run *run);
bool bkj_run_percent(const struct bkj_run *run, int64_t *out);
int32_t bkj_run_phase(const struct bkj_run *run);
const char *bkj_run_raw_status(const struct bkj_run *run);
const char *bkj_run_retry_of(const struct bkj_run *run);
bool bkj_run_started(const struct bkj_run *run, int64_t *out);
int32_t bkj_run_system(const struct bkj_run *run);
bool bkj_run_will_be_retried(const struct bkj_run *run);
void bkj_secret_free(struct bkj_secret *secret);
bkj_status bkj_secret_from_command(const char *const *argv, size_t count, uint64_t limit_ms, struct bkj_secret **out, struct bkj_error **err);
bkj_status bkj_secret_from_env(const char *name, struct bkj_secret **out, struct bkj_error **err);
bkj_status bkj_secret_from_file(const char *path, struct bkj_secret **out, struct bkj_error **err);
const char *bkj_secret_value(const struct bkj_secret *secret);
bkj_status bkj_server_carry_out(const struct bkj_server *server, struct bkj_ticket *ticket, bkj_save_callback save, void *userdata, struct bkj_started **out, struct bkj_error **err);
bkj_status bkj_server_check(const struct bkj_server *server, const char *job, const struct bkj_policy *policy, struct bkj_verdict **out, struct bkj_error **err);
bkj_status bkj_server_check_all(const struct bkj_server *server, const struct bkj_policy *policy, const char *const *expect_jobs, size_t count, struct bkj_report **out, struct bkj_error **err);
bkj_status bkj_server_close(const struct bkj_server *server, struct bkj_error **err);
bkj_status bkj_server_disable(const struct bkj_server *server, const char *job, struct bkj_error **err);
bkj_status bkj_server_enable(const struct bkj_server *server, const char *job, struct bkj_error **err);
bkj_status bkj_server_explain(const struct bkj_server *server, const char *job, const char *run, struct bkj_account **out, struct bkj_error **err);
void bkj_server_free(struct bkj_server *server);
bool bkj_server_insecure(const struct bkj_server *server);
bkj_status bkj_server_job(const struct bkj_server *server, const char *job, struct bkj_job **out, struct bkj_error **err);
bkj_status bkj_server_jobs(const struct bkj_server *server, struct bkj_job_list **out, struct bkj_error **err);
bkj_status bkj_server_prepare(const struct bkj_server *server, const char *job, const struct bkj_start_options *options, struct bkj_ticket **out, struct bkj_error **err);
bkj_status bkj_server_run(const struct bkj_server *server, const char *job, const char *run, struct bkj_run **out, struct bkj_error **err);
bkj_status bkj_server_runs(const struct bkj_server *server, const char *job, size_t limit, struct bkj_run_list **out, struct bkj_error **err);
bkj_status bkj_server_start(const struct bkj_server *server, const char *job, const struct bkj_start_options *options, struct bkj_started **out, struct bkj_error **err);
bkj_status bkj_server_stop(const struct bkj_server *server, const char *job, struct bkj_error **err);
bool bkj_server_supports(const struct bkj_server *server, int32_t verb);
int32_t bkj_server_system(const struct bkj_server *server);
const char *bkj_server_url(const struct bkj_server *server);
bkj_status bkj_server_wait(const struct bkj_server *server, const char *job, const char *run, const struct bkj_wait_options *options, bkj_progress_callback progress, void *userdata, struct bkj_run **out, struct bkj_error **err);
bkj_status bkj_server_wait_all(const struct bkj_server *server, const char *const *jobs, const char *const *runs, size_t count, const struct bkj_wait_options *options, bkj_progress_all_callback progress, void *userdata, struct bkj_wait_result_list **out, struct bkj_error **err);
bkj_status bkj_server_with_cancel(const struct bkj_server *server, const struct bkj_cancel_token *cancel, struct bkj_server **out, struct bkj_error **err);
int32_t bkj_stage_from_name(const char *name);
const char *bkj_stage_name(int32_t code);
void bkj_start_options_free(struct bkj_start_options *options);
struct bkj_start_options *bkj_start_options_new(void);
bkj_status bkj_start_options_set_full(struct bkj_start_options *options, int32_t full, struct bkj_error **err);
bkj_status bkj_start_options_set_if_running(struct bkj_start_options *options, int32_t if_running, struct bkj_error **err);
bkj_status bkj_start_options_set_look_every_ms(struct bkj_start_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_start_options_set_settle_ms(struct bkj_start_options *options, uint64_t milliseconds, struct bkj_error **err);
void bkj_started_free(struct bkj_started *started);
int32_t bkj_started_origin(const struct bkj_started *started);
const struct bkj_run *bkj_started_run(const struct bkj_started *started);
const char *bkj_status_name(bkj_status status);
const char *bkj_status_remedy(bkj_status status);
void bkj_string_free(struct bkj_string *string);
const char *bkj_string_list_at(const struct bkj_string_list *list, size_t index);
void bkj_string_list_free(struct bkj_string_list *list);
size_t bkj_string_list_len(const struct bkj_string_list *list);
const char *bkj_string_value(const struct bkj_string *string);
int32_t bkj_system_from_name(const char *name);
const char *bkj_system_name(int32_t code);
const char *bkj_teradata_account_id(const struct bkj_teradata *client);
bool bkj_teradata_backup_object_byte_count(const struct bkj_teradata_backup_object *object, int64_t *out);
const char *bkj_teradata_backup_object_extra_json(const struct bkj_teradata_backup_object *object);
void bkj_teradata_backup_object_free(struct bkj_teradata_backup_object *object);
void bkj_teradata_backup_object_iter_free(struct bkj_teradata_backup_object_iter *iter);
bkj_status bkj_teradata_backup_object_iter_next(struct bkj_teradata_backup_object_iter *iter, struct bkj_teradata_backup_object **out, struct bkj_error **err);
const struct bkj_teradata_backup_object *bkj_teradata_backup_object_list_at(const struct bkj_teradata_backup_object_list *list, size_t index);
void bkj_teradata_backup_object_list_free(struct bkj_teradata_backup_object_list *list);
size_t bkj_teradata_backup_object_list_len(const struct bkj_teradata_backup_object_list *list);
const char *bkj_teradata_backup_object_object_name(const struct bkj_teradata_backup_object *object);
const char *bkj_teradata_backup_object_object_type(const struct bkj_teradata_backup_object *object);
const char *bkj_teradata_backup_object_parent_name(const struct bkj_teradata_backup_object *object);
const char *bkj_teradata_backup_object_parent_type(const struct bkj_teradata_backup_object *object);
bkj_status bkj_teradata_backup_objects(const struct bkj_teradata *client, const char *job_id, const char *execution_id, struct bkj_teradata_backup_object_list **out, struct bkj_error **err);
bkj_status bkj_teradata_close(const struct bkj_teradata *client, struct bkj_error **err);
bkj_status bkj_teradata_create_restore(const struct bkj_teradata *client, const char *job_id, const char *execution_id, const struct bkj_teradata_restore_request *request, struct bkj_string **out, struct bkj_error **err);
const char *bkj_teradata_database_extra_json(const struct bkj_teradata_database *database);
void bkj_teradata_database_free(struct bkj_teradata_database *database);
void bkj_teradata_database_iter_free(struct bkj_teradata_database_iter *iter);
bkj_status bkj_teradata_database_iter_next(struct bkj_teradata_database_iter *iter, struct bkj_teradata_database **out, struct bkj_error **err);
const struct bkj_teradata_database *bkj_teradata_database_list_at(const struct bkj_teradata_database_list *list, size_t index);
void bkj_teradata_database_list_free(struct bkj_teradata_database_list *list);
size_t bkj_teradata_database_list_len(const struct bkj_teradata_database_list *list);
const char *bkj_teradata_database_name(const struct bkj_teradata_database *database);
bkj_status bkj_teradata_databases(const struct bkj_teradata *client, struct bkj_teradata_database_list **out, struct bkj_error **err);
int32_t bkj_teradata_dialect(const struct bkj_teradata *client);
const char *bkj_teradata_dialect_name(int32_t code);
const char *bkj_teradata_excluded_object_extra_json(const struct bkj_teradata_excluded_object *object);
const char *bkj_teradata_excluded_object_object_name(const struct bkj_teradata_excluded_object *object);
const char *bkj_teradata_excluded_object_object_type(const struct bkj_teradata_excluded_object *object);
bkj_status bkj_teradata_execute(const struct bkj_teradata *client, const char *job_id, const char *run_type, struct bkj_string **out, struct bkj_error **err);
const char *bkj_teradata_execution_backup_mechanism(const struct bkj_teradata_execution *execution);
bool bkj_teradata_execution_backup_set_size(const struct bkj_teradata_execution *execution, int64_t *out);
const char *bkj_teradata_execution_end_time(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_execution_id(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_execution_name(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_extra_json(const struct bkj_teradata_execution *execution);
void bkj_teradata_execution_free(struct bkj_teradata_execution *execution);
int32_t bkj_teradata_execution_is_saveset_deleted(const struct bkj_teradata_execution *execution);
int32_t bkj_teradata_execution_is_saveset_retained(const struct bkj_teradata_execution *execution);
void bkj_teradata_execution_iter_free(struct bkj_teradata_execution_iter *iter);
bkj_status bkj_teradata_execution_iter_next(struct bkj_teradata_execution_iter *iter, struct bkj_teradata_execution **out, struct bkj_error **err);
const char *bkj_teradata_execution_job_id(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_job_name(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_job_type(const struct bkj_teradata_execution *execution);
int32_t bkj_teradata_execution_job_type_code(const struct bkj_teradata_execution *execution);
const struct bkj_teradata_execution *bkj_teradata_execution_list_at(const struct bkj_teradata_execution_list *list, size_t index);
void bkj_teradata_execution_list_free(struct bkj_teradata_execution_list *list);
size_t bkj_teradata_execution_list_len(const struct bkj_teradata_execution_list *list);
int32_t bkj_teradata_execution_outcome(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_parent_execution_id(const struct bkj_teradata_execution *execution);
int32_t bkj_teradata_execution_phase(const struct bkj_teradata_execution *execution);
bkj_status bkj_teradata_execution_restores(const struct bkj_teradata *client, const char *job_id, const char *execution_id, struct bkj_teradata_execution_list **out, struct bkj_error **err);
const char *bkj_teradata_execution_run_type(const struct bkj_teradata_execution *execution);
int32_t bkj_teradata_execution_run_type_code(const struct bkj_teradata_execution *execution);
bool bkj_teradata_execution_saveset_id(const struct bkj_teradata_execution *execution, int64_t *out);
const char *bkj_teradata_execution_saveset_replication_status(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_server_execution_id(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_site_id(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_site_type(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_start_time(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_status(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_status_detail(const struct bkj_teradata_execution *execution);
const char *bkj_teradata_execution_target_site(const struct bkj_teradata_execution *execution);
void bkj_teradata_free(struct bkj_teradata *client);
bkj_status bkj_teradata_iter_backup_objects(const struct bkj_teradata *client, const char *job_id, const char *execution_id, struct bkj_teradata_backup_object_iter **out, struct bkj_error **err);
bkj_status bkj_teradata_iter_databases(const struct bkj_teradata *client, struct bkj_teradata_database_iter **out, struct bkj_error **err);
bkj_status bkj_teradata_iter_execution_restores(const struct bkj_teradata *client, const char *job_id, const char *execution_id, struct bkj_teradata_execution_iter **out, struct bkj_error **err);
bkj_status bkj_teradata_iter_job_executions(const struct bkj_teradata *client, const char *job_id, struct bkj_teradata_execution_iter **out, struct bkj_error **err);
bkj_status bkj_teradata_iter_jobs(const struct bkj_teradata *client, const struct bkj_teradata_job_query *query, struct bkj_teradata_job_iter **out, struct bkj_error **err);
bkj_status bkj_teradata_iter_site_executions(const struct bkj_teradata *client, struct bkj_teradata_execution_iter **out, struct bkj_error **err);
bkj_status bkj_teradata_iter_site_restores(const struct bkj_teradata *client, struct bkj_teradata_execution_iter **out, struct bkj_error **err);
bkj_status bkj_teradata_job(const struct bkj_teradata *client, const char *job_id, struct bkj_teradata_job **out, struct bkj_error **err);
bool bkj_teradata_job_auto_abort_in_minutes(const struct bkj_teradata_job *job, int64_t *out);
const char *bkj_teradata_job_backup_mechanism(const struct bkj_teradata_job *job);
const char *bkj_teradata_job_backup_type(const struct bkj_teradata_job *job);
int32_t bkj_teradata_job_backup_type_code(const struct bkj_teradata_job *job);
const char *bkj_teradata_job_description(const struct bkj_teradata_job *job);
bkj_status bkj_teradata_job_executions(const struct bkj_teradata *client, const char *job_id, struct bkj_teradata_execution_list **out, struct bkj_error **err);
const char *bkj_teradata_job_extra_json(const struct bkj_teradata_job *job);
void bkj_teradata_job_free(struct bkj_teradata_job *job);
int32_t bkj_teradata_job_is_active(const struct bkj_teradata_job *job);
int32_t bkj_teradata_job_is_auto_abort_active(const struct bkj_teradata_job *job);
void bkj_teradata_job_iter_free(struct bkj_teradata_job_iter *iter);
bkj_status bkj_teradata_job_iter_next(struct bkj_teradata_job_iter *iter, struct bkj_teradata_job **out, struct bkj_error **err);
const char *bkj_teradata_job_job_id(const struct bkj_teradata_job *job);
const struct bkj_teradata_job_settings *bkj_teradata_job_job_settings(const struct bkj_teradata_job *job);
const char *bkj_teradata_job_job_type(const struct bkj_teradata_job *job);
int32_t bkj_teradata_job_job_type_code(const struct bkj_teradata_job *job);
const struct bkj_teradata_last_execution *bkj_teradata_job_last_execution_details(const struct bkj_teradata_job *job);
const struct bkj_teradata_job *bkj_teradata_job_list_at(const struct bkj_teradata_job_list *list, size_t index);
void bkj_teradata_job_list_free(struct bkj_teradata_job_list *list);
size_t bkj_teradata_job_list_len(const struct bkj_teradata_job_list *list);
const char *bkj_teradata_job_name(const struct bkj_teradata_job *job);
const char *bkj_teradata_job_next_run_time(const struct bkj_teradata_job *job);
bool bkj_teradata_job_no_of_retention_copies(const struct bkj_teradata_job *job, int64_t *out);
bool bkj_teradata_job_priority(const struct bkj_teradata_job *job, int64_t *out);
void bkj_teradata_job_query_free(struct bkj_teradata_job_query *query);
struct bkj_teradata_job_query *bkj_teradata_job_query_new(void);
bkj_status bkj_teradata_job_query_set_is_active(struct bkj_teradata_job_query *query, int32_t active, struct bkj_error **err);
bkj_status bkj_teradata_job_query_set_job_type(struct bkj_teradata_job_query *query, const char *job_type, struct bkj_error **err);
bkj_status bkj_teradata_job_query_set_page(struct bkj_teradata_job_query *query, int64_t page, struct bkj_error **err);
bkj_status bkj_teradata_job_query_set_page_size(struct bkj_teradata_job_query *query, uint32_t rows, struct bkj_error **err);
int32_t bkj_teradata_job_settings_continue_job_on_access_right_violation(const struct bkj_teradata_job_settings *settings);
const char *bkj_teradata_job_settings_extra_json(const struct bkj_teradata_job_settings *settings);
const struct bkj_teradata_object_selection *bkj_teradata_job_settings_objects_at(const struct bkj_teradata_job_settings *settings, size_t index);
size_t bkj_teradata_job_settings_objects_len(const struct bkj_teradata_job_settings *settings);
int32_t bkj_teradata_job_settings_online(const struct bkj_teradata_job_settings *settings);
const char *bkj_teradata_job_settings_restore_to_a_different_database_on_target_site(const struct bkj_teradata_job_settings *settings);
const char *bkj_teradata_job_settings_retained_copy(const struct bkj_teradata_job_settings *settings);
int32_t bkj_teradata_job_settings_run_as_a_copy_job(const struct bkj_teradata_job_settings *settings);
int32_t bkj_teradata_job_settings_skip_statstics(const struct bkj_teradata_job_settings *settings);
const char *bkj_teradata_job_site_id(const struct bkj_teradata_job *job);
const char *bkj_teradata_job_site_target_type(const struct bkj_teradata_job *job);
const struct bkj_teradata_target_site *bkj_teradata_job_target_site_details(const struct bkj_teradata_job *job);
int32_t bkj_teradata_job_type_from_word(const char *word);
const char *bkj_teradata_job_type_word(int32_t code);
bkj_status bkj_teradata_jobs(const struct bkj_teradata *client, const struct bkj_teradata_job_query *query, struct bkj_teradata_job_list **out, struct bkj_error **err);
const char *bkj_teradata_last_execution_backup_job_execution_id(const struct bkj_teradata_last_execution *execution);
const char *bkj_teradata_last_execution_backup_job_id(const struct bkj_teradata_last_execution *execution);
bool bkj_teradata_last_execution_backup_set_size(const struct bkj_teradata_last_execution *execution, int64_t *out);
const char *bkj_teradata_last_execution_end_time(const struct bkj_teradata_last_execution *execution);
const char *bkj_teradata_last_execution_extra_json(const struct bkj_teradata_last_execution *execution);
const char *bkj_teradata_last_execution_restore_execution_id(const struct bkj_teradata_last_execution *execution);
const char *bkj_teradata_last_execution_start_time(const struct bkj_teradata_last_execution *execution);
const char *bkj_teradata_last_execution_status(const struct bkj_teradata_last_execution *execution);
bkj_status bkj_teradata_login(const struct bkj_teradata *client, struct bkj_error **err);
bkj_status bkj_teradata_new(const char *url, const char *site_id, const char *token, const struct bkj_client_options *options, struct bkj_teradata **out, struct bkj_error **err);
bkj_status bkj_teradata_new_lake(const char *url, const char *account_id, const struct bkj_teradata_token_source *source, bool allow_unverified, const struct bkj_client_options *options, struct bkj_teradata **out, struct bkj_error **err);
bkj_status bkj_teradata_new_with_callback(const char *url, const char *site_id, bkj_token_callback callback, void *userdata, bkj_release_callback release, const struct bkj_client_options *options, struct bkj_teradata **out, struct bkj_error **err);
bkj_status bkj_teradata_new_with_source(const char *url, const char *site_id, const struct bkj_teradata_token_source *source, const struct bkj_client_options *options, struct bkj_teradata **out, struct bkj_error **err);
bkj_status bkj_teradata_object_selection_add_exclude(struct bkj_teradata_object_selection *object, const char *name, const char *kind, struct bkj_error **err);
const struct bkj_teradata_excluded_object *bkj_teradata_object_selection_exclude_objects_at(const struct bkj_teradata_object_selection *object, size_t index);
size_t bkj_teradata_object_selection_exclude_objects_len(const struct bkj_teradata_object_selection *object);
const char *bkj_teradata_object_selection_extra_json(const struct bkj_teradata_object_selection *object);
void bkj_teradata_object_selection_free(struct bkj_teradata_object_selection *object);
int32_t bkj_teradata_object_selection_include_all(const struct bkj_teradata_object_selection *object);
bkj_status bkj_teradata_object_selection_new(const char *name, const char *kind, struct bkj_teradata_object_selection **out, struct bkj_error **err);
const char *bkj_teradata_object_selection_object_name(const struct bkj_teradata_object_selection *object);
const char *bkj_teradata_object_selection_object_type(const struct bkj_teradata_object_selection *object);
const char *bkj_teradata_object_selection_parent_name(const struct bkj_teradata_object_selection *object);
const char *bkj_teradata_object_selection_parent_type(const struct bkj_teradata_object_selection *object);
const char *bkj_teradata_object_selection_rename_to(const struct bkj_teradata_object_selection *object);
bkj_status bkj_teradata_object_selection_set_parent(struct bkj_teradata_object_selection *object, const char *name, const char *kind, struct bkj_error **err);
bkj_status bkj_teradata_object_selection_set_rename_to(struct bkj_teradata_object_selection *object, const char *name, struct bkj_error **err);
bkj_status bkj_teradata_objects_preparation(const struct bkj_teradata *client, struct bkj_teradata_objects_preparation **out, struct bkj_error **err);
const char *bkj_teradata_objects_preparation_details(const struct bkj_teradata_objects_preparation *preparation);
const char *bkj_teradata_objects_preparation_extra_json(const struct bkj_teradata_objects_preparation *preparation);
void bkj_teradata_objects_preparation_free(struct bkj_teradata_objects_preparation *preparation);
int32_t bkj_teradata_objects_preparation_outcome(const struct bkj_teradata_objects_preparation *preparation);
int32_t bkj_teradata_objects_preparation_phase(const struct bkj_teradata_objects_preparation *preparation);
const char *bkj_teradata_objects_preparation_status(const struct bkj_teradata_objects_preparation *preparation);
const char *bkj_teradata_organization_claim_name(int32_t code);
bkj_status bkj_teradata_prepare_objects(const struct bkj_teradata *client, const char *job_id, const char *execution_id, struct bkj_string **out, struct bkj_error **err);
bkj_status bkj_teradata_restore(const struct bkj_teradata *client, const char *job_id, const char *execution_id, const char *restore_id, struct bkj_teradata_execution **out, struct bkj_error **err);
bkj_status bkj_teradata_restore_permissions(const struct bkj_teradata *client, const struct bkj_teradata_restore_permissions_request *request, struct bkj_teradata_restore_permissions **out, struct bkj_error **err);
const char *bkj_teradata_restore_permissions_details(const struct bkj_teradata_restore_permissions *permissions);
const char *bkj_teradata_restore_permissions_extra_json(const struct bkj_teradata_restore_permissions *permissions);
void bkj_teradata_restore_permissions_free(struct bkj_teradata_restore_permissions *permissions);
int32_t bkj_teradata_restore_permissions_permitted(const struct bkj_teradata_restore_permissions *permissions);
void bkj_teradata_restore_permissions_request_free(struct bkj_teradata_restore_permissions_request *request);
struct bkj_teradata_restore_permissions_request *bkj_teradata_restore_permissions_request_new(void);
bkj_status bkj_teradata_restore_permissions_request_set_credentials(struct bkj_teradata_restore_permissions_request *request, const char *username, const char *password, struct bkj_error **err);
bkj_status bkj_teradata_restore_permissions_request_set_members_json(struct bkj_teradata_restore_permissions_request *request, const char *json, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_add_backup_object(struct bkj_teradata_restore_request *request, const struct bkj_teradata_backup_object *object, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_add_object(struct bkj_teradata_restore_request *request, const struct bkj_teradata_object_selection *object, struct bkj_error **err);
void bkj_teradata_restore_request_free(struct bkj_teradata_restore_request *request);
bkj_status bkj_teradata_restore_request_new(const char *name, const char *target_site, const char *username, const char *password, struct bkj_teradata_restore_request **out, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_set_continue_job_on_access_right_violation(struct bkj_teradata_restore_request *request, bool yes, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_set_credentials(struct bkj_teradata_restore_request *request, const char *username, const char *password, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_set_name(struct bkj_teradata_restore_request *request, const char *name, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_set_run_as_a_copy_job(struct bkj_teradata_restore_request *request, bool yes, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_set_skip_join_or_hash_indexes(struct bkj_teradata_restore_request *request, bool yes, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_set_skip_statstics(struct bkj_teradata_restore_request *request, bool yes, struct bkj_error **err);
bkj_status bkj_teradata_restore_request_set_target_site(struct bkj_teradata_restore_request *request, const char *target_site, struct bkj_error **err);
int32_t bkj_teradata_run_type_from_word(const char *word);
const char *bkj_teradata_run_type_word(int32_t code);
bkj_status bkj_teradata_server(const struct bkj_teradata *client, struct bkj_server **out, struct bkj_error **err);
bkj_status bkj_teradata_site_executions(const struct bkj_teradata *client, struct bkj_teradata_execution_list **out, struct bkj_error **err);
const char *bkj_teradata_site_id(const struct bkj_teradata *client);
bkj_status bkj_teradata_site_restores(const struct bkj_teradata *client, struct bkj_teradata_execution_list **out, struct bkj_error **err);
const char *bkj_teradata_target_site_extra_json(const struct bkj_teradata_target_site *site);
bool bkj_teradata_target_site_target_retention_copies_count(const struct bkj_teradata_target_site *site, int64_t *out);
const char *bkj_teradata_target_site_target_retention_source(const struct bkj_teradata_target_site *site);
const char *bkj_teradata_target_site_target_site_id(const struct bkj_teradata_target_site *site);
bkj_status bkj_teradata_token_source_basic(const char *username, const char *password, struct bkj_teradata_token_source **out, struct bkj_error **err);
bkj_status bkj_teradata_token_source_callback(bkj_token_callback callback, void *userdata, bkj_release_callback release, struct bkj_teradata_token_source **out, struct bkj_error **err);
bkj_status bkj_teradata_token_source_client_credentials(const char *token_url, const char *client_id, const char *client_secret, const char *scope, struct bkj_teradata_token_source **out, struct bkj_error **err);
bkj_status bkj_teradata_token_source_command(const char *const *argv, size_t count, uint64_t timeout_ms, struct bkj_teradata_token_source **out, struct bkj_error **err);
void bkj_teradata_token_source_free(struct bkj_teradata_token_source *source);
bkj_status bkj_teradata_token_source_lake_jwt(const char *personal_access_token, const char *private_key, const char *key_name, const char *username, const char *organization, struct bkj_teradata_token_source **out, struct bkj_error **err);
bkj_status bkj_teradata_token_source_set_lifetime_ms(struct bkj_teradata_token_source *source, uint64_t lifetime_ms, struct bkj_error **err);
bkj_status bkj_teradata_token_source_set_organization_claim(struct bkj_teradata_token_source *source, int32_t claim, struct bkj_error **err);
bkj_status bkj_teradata_token_source_static(const char *token, struct bkj_teradata_token_source **out, struct bkj_error **err);
const char *bkj_teradata_url(const struct bkj_teradata *client);
bkj_status bkj_teradata_with_cancel(const struct bkj_teradata *client, const struct bkj_cancel_token *cancel, struct bkj_teradata **out, struct bkj_error **err);
void bkj_ticket_free(struct bkj_ticket *ticket);
bkj_status bkj_ticket_from_text(const char *text, struct bkj_ticket **out, struct bkj_error **err);
const char *bkj_ticket_job(const struct bkj_ticket *ticket);
const char *bkj_ticket_marker(const struct bkj_ticket *ticket);
bool bkj_ticket_prepared(const struct bkj_ticket *ticket, int64_t *out);
const char *bkj_ticket_run(const struct bkj_ticket *ticket);
const char *bkj_ticket_server(const struct bkj_ticket *ticket);
int32_t bkj_ticket_stage(const struct bkj_ticket *ticket);
int32_t bkj_ticket_system(const struct bkj_ticket *ticket);
bkj_status bkj_ticket_to_text(const struct bkj_ticket *ticket, struct bkj_string **out, struct bkj_error **err);
bool bkj_time_unix_ms(const char *text, int64_t *out);
bkj_status bkj_trust_fetch(const char *url, const struct bkj_client_options *options, const struct bkj_cancel_token *cancel, struct bkj_certificate **out, struct bkj_error **err);
bkj_status bkj_vcenter_archive(const struct bkj_vcenter *client, const char *system_name, const char *archive, const struct bkj_vcenter_location *at, struct bkj_vcenter_archive_info **out, struct bkj_error **err);
const char *bkj_vcenter_archive_info_comment(const struct bkj_vcenter_archive_info *info);
const char *bkj_vcenter_archive_info_extra_json(const struct bkj_vcenter_archive_info *info);
void bkj_vcenter_archive_info_free(struct bkj_vcenter_archive_info *info);
const char *bkj_vcenter_archive_info_location(const struct bkj_vcenter_archive_info *info);
const char *bkj_vcenter_archive_info_parts_at(const struct bkj_vcenter_archive_info *info, size_t index);
size_t bkj_vcenter_archive_info_parts_len(const struct bkj_vcenter_archive_info *info);
const char *bkj_vcenter_archive_info_system_name(const struct bkj_vcenter_archive_info *info);
const char *bkj_vcenter_archive_info_timestamp(const struct bkj_vcenter_archive_info *info);
const char *bkj_vcenter_archive_info_version(const struct bkj_vcenter_archive_info *info);
void bkj_vcenter_archive_query_free(struct bkj_vcenter_archive_query *spec);
struct bkj_vcenter_archive_query *bkj_vcenter_archive_query_new(void);
bkj_status bkj_vcenter_archive_query_set_comment_substring(struct bkj_vcenter_archive_query *query, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_archive_query_set_end_timestamp(struct bkj_vcenter_archive_query *query, int64_t unix_ms, struct bkj_error **err);
bkj_status bkj_vcenter_archive_query_set_max_results(struct bkj_vcenter_archive_query *query, int64_t number, struct bkj_error **err);
bkj_status bkj_vcenter_archive_query_set_start_timestamp(struct bkj_vcenter_archive_query *query, int64_t unix_ms, struct bkj_error **err);
const char *bkj_vcenter_archive_summary_archive(const struct bkj_vcenter_archive_summary *summary);
const char *bkj_vcenter_archive_summary_comment(const struct bkj_vcenter_archive_summary *summary);
const char *bkj_vcenter_archive_summary_extra_json(const struct bkj_vcenter_archive_summary *summary);
const struct bkj_vcenter_archive_summary *bkj_vcenter_archive_summary_list_at(const struct bkj_vcenter_archive_summary_list *list, size_t index);
void bkj_vcenter_archive_summary_list_free(struct bkj_vcenter_archive_summary_list *list);
size_t bkj_vcenter_archive_summary_list_len(const struct bkj_vcenter_archive_summary_list *list);
const char *bkj_vcenter_archive_summary_timestamp(const struct bkj_vcenter_archive_summary *summary);
const char *bkj_vcenter_archive_summary_version(const struct bkj_vcenter_archive_summary *summary);
bkj_status bkj_vcenter_archives(const struct bkj_vcenter *client, const char *system_name, const struct bkj_vcenter_location *at, const struct bkj_vcenter_archive_query *query, struct bkj_vcenter_archive_summary_list **out, struct bkj_error **err);
bkj_status bkj_vcenter_backup_details(const struct bkj_vcenter *client, const char *const *ids, size_t count, struct bkj_vcenter_backup_details_list **out, struct bkj_error **err);
const struct bkj_vcenter_build_info *bkj_vcenter_backup_details_build(const struct bkj_vcenter_backup_details *details);
int32_t bkj_vcenter_backup_details_cancelable(const struct bkj_vcenter_backup_details *details);
const struct bkj_vcenter_localizable_message *bkj_vcenter_backup_details_description(const struct bkj_vcenter_backup_details *details);
bool bkj_vcenter_backup_details_duration(const struct bkj_vcenter_backup_details *details, int64_t *out);
const char *bkj_vcenter_backup_details_end_time(const struct bkj_vcenter_backup_details *details);
const struct bkj_vcenter_task_error *bkj_vcenter_backup_details_error(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_extra_json(const struct bkj_vcenter_backup_details *details);
int32_t bkj_vcenter_backup_details_fast_backup(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_id(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_kind(const struct bkj_vcenter_backup_details *details);
int32_t bkj_vcenter_backup_details_kind_code(const struct bkj_vcenter_backup_details *details);
const struct bkj_vcenter_backup_details *bkj_vcenter_backup_details_list_at(const struct bkj_vcenter_backup_details_list *list, size_t index);
void bkj_vcenter_backup_details_list_free(struct bkj_vcenter_backup_details_list *list);
size_t bkj_vcenter_backup_details_list_len(const struct bkj_vcenter_backup_details_list *list);
const char *bkj_vcenter_backup_details_location(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_location_user(const struct bkj_vcenter_backup_details *details);
const struct bkj_vcenter_localizable_message *bkj_vcenter_backup_details_messages_at(const struct bkj_vcenter_backup_details *details, size_t index);
size_t bkj_vcenter_backup_details_messages_len(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_operation(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_parent(const struct bkj_vcenter_backup_details *details);
const struct bkj_vcenter_task_progress *bkj_vcenter_backup_details_progress(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_service(const struct bkj_vcenter_backup_details *details);
bool bkj_vcenter_backup_details_size(const struct bkj_vcenter_backup_details *details, int64_t *out);
const char *bkj_vcenter_backup_details_start_time(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_status(const struct bkj_vcenter_backup_details *details);
int32_t bkj_vcenter_backup_details_status_code(const struct bkj_vcenter_backup_details *details);
const struct bkj_vcenter_dynamic_id *bkj_vcenter_backup_details_target(const struct bkj_vcenter_backup_details *details);
const char *bkj_vcenter_backup_details_user(const struct bkj_vcenter_backup_details *details);
bkj_status bkj_vcenter_backup_job(const struct bkj_vcenter *client, const char *id, struct bkj_vcenter_backup_job_status **out, struct bkj_error **err);
const char *bkj_vcenter_backup_job_status_end_time(const struct bkj_vcenter_backup_job_status *status);
const char *bkj_vcenter_backup_job_status_extra_json(const struct bkj_vcenter_backup_job_status *status);
void bkj_vcenter_backup_job_status_free(struct bkj_vcenter_backup_job_status *status);
const char *bkj_vcenter_backup_job_status_id(const struct bkj_vcenter_backup_job_status *status);
const struct bkj_vcenter_localizable_message *bkj_vcenter_backup_job_status_messages_at(const struct bkj_vcenter_backup_job_status *status, size_t index);
size_t bkj_vcenter_backup_job_status_messages_len(const struct bkj_vcenter_backup_job_status *status);
bool bkj_vcenter_backup_job_status_progress(const struct bkj_vcenter_backup_job_status *status, int64_t *out);
const char *bkj_vcenter_backup_job_status_start_time(const struct bkj_vcenter_backup_job_status *status);
const char *bkj_vcenter_backup_job_status_state(const struct bkj_vcenter_backup_job_status *status);
int32_t bkj_vcenter_backup_job_status_state_code(const struct bkj_vcenter_backup_job_status *status);
bkj_status bkj_vcenter_backup_jobs(const struct bkj_vcenter *client, struct bkj_string_list **out, struct bkj_error **err);
void bkj_vcenter_backup_request_free(struct bkj_vcenter_backup_request *request);
bkj_status bkj_vcenter_backup_request_new(const char *location_type, const char *location, struct bkj_vcenter_backup_request **out, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_backup_password(struct bkj_vcenter_backup_request *request, const char *password, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_comment(struct bkj_vcenter_backup_request *request, const char *comment, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_fast_backup(struct bkj_vcenter_backup_request *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_location(struct bkj_vcenter_backup_request *request, const char *location, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_location_password(struct bkj_vcenter_backup_request *request, const char *password, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_location_type(struct bkj_vcenter_backup_request *request, const char *location_type, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_location_user(struct bkj_vcenter_backup_request *request, const char *user, struct bkj_error **err);
bkj_status bkj_vcenter_backup_request_set_parts(struct bkj_vcenter_backup_request *request, const char *const *parts, size_t length, struct bkj_error **err);
int32_t bkj_vcenter_backup_type_from_word(const char *word);
const char *bkj_vcenter_backup_type_word(int32_t code);
const char *bkj_vcenter_build_info_build_number(const struct bkj_vcenter_build_info *info);
const char *bkj_vcenter_build_info_extra_json(const struct bkj_vcenter_build_info *info);
const char *bkj_vcenter_build_info_version(const struct bkj_vcenter_build_info *info);
const char *bkj_vcenter_build_info_version_name(const struct bkj_vcenter_build_info *info);
bkj_status bkj_vcenter_cancel_backup_job(const struct bkj_vcenter *client, const char *id, struct bkj_vcenter_return_result **out, struct bkj_error **err);
bkj_status bkj_vcenter_close(const struct bkj_vcenter *client, struct bkj_error **err);
bkj_status bkj_vcenter_create_backup_job(const struct bkj_vcenter *client, const struct bkj_vcenter_backup_request *request, struct bkj_vcenter_backup_job_status **out, struct bkj_error **err);
bkj_status bkj_vcenter_create_schedule(const struct bkj_vcenter *client, const char *id, const struct bkj_vcenter_schedule_spec *spec, struct bkj_error **err);
int32_t bkj_vcenter_day_of_week_from_word(const char *word);
const char *bkj_vcenter_day_of_week_word(int32_t code);
bkj_status bkj_vcenter_delete_schedule(const struct bkj_vcenter *client, const char *id, struct bkj_error **err);
bkj_status bkj_vcenter_detect(const char *url, const struct bkj_client_options *options, int32_t *out, struct bkj_error **err);
int32_t bkj_vcenter_dialect(const struct bkj_vcenter *client);
const char *bkj_vcenter_dialect_name(int32_t code);
const char *bkj_vcenter_dynamic_id_extra_json(const struct bkj_vcenter_dynamic_id *id);
const char *bkj_vcenter_dynamic_id_id(const struct bkj_vcenter_dynamic_id *id);
const char *bkj_vcenter_dynamic_id_kind(const struct bkj_vcenter_dynamic_id *id);
void bkj_vcenter_free(struct bkj_vcenter *client);
const char *bkj_vcenter_localizable_message_args_at(const struct bkj_vcenter_localizable_message *message, size_t index);
size_t bkj_vcenter_localizable_message_args_len(const struct bkj_vcenter_localizable_message *message);
const char *bkj_vcenter_localizable_message_default_message(const struct bkj_vcenter_localizable_message *message);
const char *bkj_vcenter_localizable_message_extra_json(const struct bkj_vcenter_localizable_message *message);
const char *bkj_vcenter_localizable_message_id(const struct bkj_vcenter_localizable_message *message);
const char *bkj_vcenter_localizable_message_localized(const struct bkj_vcenter_localizable_message *message);
const char *bkj_vcenter_localizable_message_params_json(const struct bkj_vcenter_localizable_message *message);
void bkj_vcenter_location_free(struct bkj_vcenter_location *spec);
bkj_status bkj_vcenter_location_new(const char *location, struct bkj_vcenter_location **out, struct bkj_error **err);
bkj_status bkj_vcenter_location_set_location(struct bkj_vcenter_location *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_location_set_location_password(struct bkj_vcenter_location *spec, const char *secret, struct bkj_error **err);
bkj_status bkj_vcenter_location_set_location_user(struct bkj_vcenter_location *spec, const char *text, struct bkj_error **err);
int32_t bkj_vcenter_location_type_from_word(const char *word);
const char *bkj_vcenter_location_type_word(int32_t code);
bkj_status bkj_vcenter_login(const struct bkj_vcenter *client, struct bkj_error **err);
const char *bkj_vcenter_login_mode_name(int32_t code);
bkj_status bkj_vcenter_new(const char *url, const char *username, const char *password, const struct bkj_client_options *options, struct bkj_vcenter **out, struct bkj_error **err);
bkj_status bkj_vcenter_new_with(const char *url, int32_t dialect, int32_t login, const char *username, const char *password, const struct bkj_client_options *options, struct bkj_vcenter **out, struct bkj_error **err);
const struct bkj_vcenter_localizable_message *bkj_vcenter_part_description(const struct bkj_vcenter_part *part);
const char *bkj_vcenter_part_extra_json(const struct bkj_vcenter_part *part);
const char *bkj_vcenter_part_id(const struct bkj_vcenter_part *part);
const struct bkj_vcenter_part *bkj_vcenter_part_list_at(const struct bkj_vcenter_part_list *list, size_t index);
void bkj_vcenter_part_list_free(struct bkj_vcenter_part_list *list);
size_t bkj_vcenter_part_list_len(const struct bkj_vcenter_part_list *list);
const struct bkj_vcenter_localizable_message *bkj_vcenter_part_name(const struct bkj_vcenter_part *part);
int32_t bkj_vcenter_part_optional(const struct bkj_vcenter_part *part);
int32_t bkj_vcenter_part_selected_by_default(const struct bkj_vcenter_part *part);
bkj_status bkj_vcenter_part_size(const struct bkj_vcenter *client, const char *id, int64_t *out, struct bkj_error **err);
int32_t bkj_vcenter_part_standalone(const struct bkj_vcenter_part *part);
bkj_status bkj_vcenter_parts(const struct bkj_vcenter *client, struct bkj_vcenter_part_list **out, struct bkj_error **err);
int32_t bkj_vcenter_process_state_from_word(const char *word);
const char *bkj_vcenter_process_state_word(int32_t code);
bkj_status bkj_vcenter_recovery_supported(const struct bkj_vcenter *client, bool *out, struct bkj_error **err);
const char *bkj_vcenter_recurrence_info_days_at(const struct bkj_vcenter_recurrence_info *info, size_t index);
size_t bkj_vcenter_recurrence_info_days_len(const struct bkj_vcenter_recurrence_info *info);
const char *bkj_vcenter_recurrence_info_extra_json(const struct bkj_vcenter_recurrence_info *info);
void bkj_vcenter_recurrence_info_free(struct bkj_vcenter_recurrence_info *info);
bool bkj_vcenter_recurrence_info_hour(const struct bkj_vcenter_recurrence_info *info, int64_t *out);
bool bkj_vcenter_recurrence_info_minute(const struct bkj_vcenter_recurrence_info *info, int64_t *out);
bkj_status bkj_vcenter_recurrence_info_new(int64_t hour, int64_t minute, struct bkj_vcenter_recurrence_info **out, struct bkj_error **err);
bkj_status bkj_vcenter_recurrence_info_set_days(struct bkj_vcenter_recurrence_info *object, const char *const *words, size_t count, struct bkj_error **err);
bkj_status bkj_vcenter_recurrence_info_set_extra_json(struct bkj_vcenter_recurrence_info *object, const char *json, struct bkj_error **err);
bkj_status bkj_vcenter_recurrence_info_set_hour(struct bkj_vcenter_recurrence_info *object, int64_t number, struct bkj_error **err);
bkj_status bkj_vcenter_recurrence_info_set_minute(struct bkj_vcenter_recurrence_info *object, int64_t number, struct bkj_error **err);
int32_t bkj_vcenter_restore_metadata_applicable(const struct bkj_vcenter_restore_metadata *metadata);
const char *bkj_vcenter_restore_metadata_boxname(const struct bkj_vcenter_restore_metadata *metadata);
const char *bkj_vcenter_restore_metadata_comment(const struct bkj_vcenter_restore_metadata *metadata);
const char *bkj_vcenter_restore_metadata_extra_json(const struct bkj_vcenter_restore_metadata *metadata);
void bkj_vcenter_restore_metadata_free(struct bkj_vcenter_restore_metadata *metadata);
const struct bkj_vcenter_localizable_message *bkj_vcenter_restore_metadata_messages_at(const struct bkj_vcenter_restore_metadata *metadata, size_t index);
size_t bkj_vcenter_restore_metadata_messages_len(const struct bkj_vcenter_restore_metadata *metadata);
const char *bkj_vcenter_restore_metadata_parts_at(const struct bkj_vcenter_restore_metadata *metadata, size_t index);
size_t bkj_vcenter_restore_metadata_parts_len(const struct bkj_vcenter_restore_metadata *metadata);
int32_t bkj_vcenter_restore_metadata_sso_login_required(const struct bkj_vcenter_restore_metadata *metadata);
const char *bkj_vcenter_restore_metadata_timestamp(const struct bkj_vcenter_restore_metadata *metadata);
const char *bkj_vcenter_restore_metadata_version(const struct bkj_vcenter_restore_metadata *metadata);
void bkj_vcenter_restore_request_free(struct bkj_vcenter_restore_request *spec);
bkj_status bkj_vcenter_restore_request_new(const char *location_type, const char *location, struct bkj_vcenter_restore_request **out, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_backup_password(struct bkj_vcenter_restore_request *spec, const char *secret, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_location(struct bkj_vcenter_restore_request *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_location_password(struct bkj_vcenter_restore_request *spec, const char *secret, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_location_type(struct bkj_vcenter_restore_request *spec, const char *word, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_location_user(struct bkj_vcenter_restore_request *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_parts(struct bkj_vcenter_restore_request *spec, const char *const *texts, size_t count, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_sso_admin_user_name(struct bkj_vcenter_restore_request *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_restore_request_set_sso_admin_user_password(struct bkj_vcenter_restore_request *spec, const char *secret, struct bkj_error **err);
const char *bkj_vcenter_retention_info_extra_json(const struct bkj_vcenter_retention_info *info);
void bkj_vcenter_retention_info_free(struct bkj_vcenter_retention_info *info);
bool bkj_vcenter_retention_info_max_count(const struct bkj_vcenter_retention_info *info, int64_t *out);
bkj_status bkj_vcenter_retention_info_new(int64_t max_count, struct bkj_vcenter_retention_info **out, struct bkj_error **err);
bkj_status bkj_vcenter_retention_info_set_extra_json(struct bkj_vcenter_retention_info *object, const char *json, struct bkj_error **err);
bkj_status bkj_vcenter_retention_info_set_max_count(struct bkj_vcenter_retention_info *object, int64_t number, struct bkj_error **err);
const char *bkj_vcenter_return_result_extra_json(const struct bkj_vcenter_return_result *result);
void bkj_vcenter_return_result_free(struct bkj_vcenter_return_result *result);
const struct bkj_vcenter_localizable_message *bkj_vcenter_return_result_messages_at(const struct bkj_vcenter_return_result *result, size_t index);
size_t bkj_vcenter_return_result_messages_len(const struct bkj_vcenter_return_result *result);
const char *bkj_vcenter_return_result_status(const struct bkj_vcenter_return_result *result);
int32_t bkj_vcenter_return_result_status_code(const struct bkj_vcenter_return_result *result);
int32_t bkj_vcenter_return_status_from_word(const char *word);
const char *bkj_vcenter_return_status_word(int32_t code);
bkj_status bkj_vcenter_run_schedule(const struct bkj_vcenter *client, const char *id, const char *comment, struct bkj_vcenter_backup_job_status **out, struct bkj_error **err);
bkj_status bkj_vcenter_schedule(const struct bkj_vcenter *client, const char *id, struct bkj_vcenter_schedule **out, struct bkj_error **err);
int32_t bkj_vcenter_schedule_enable(const struct bkj_vcenter_schedule *schedule);
const char *bkj_vcenter_schedule_extra_json(const struct bkj_vcenter_schedule *schedule);
int32_t bkj_vcenter_schedule_fast_backup(const struct bkj_vcenter_schedule *schedule);
void bkj_vcenter_schedule_free(struct bkj_vcenter_schedule *schedule);
const char *bkj_vcenter_schedule_id(const struct bkj_vcenter_schedule *schedule);
const struct bkj_vcenter_schedule *bkj_vcenter_schedule_list_at(const struct bkj_vcenter_schedule_list *list, size_t index);
void bkj_vcenter_schedule_list_free(struct bkj_vcenter_schedule_list *list);
size_t bkj_vcenter_schedule_list_len(const struct bkj_vcenter_schedule_list *list);
const char *bkj_vcenter_schedule_location(const struct bkj_vcenter_schedule *schedule);
const char *bkj_vcenter_schedule_location_user(const struct bkj_vcenter_schedule *schedule);
const char *bkj_vcenter_schedule_parts_at(const struct bkj_vcenter_schedule *schedule, size_t index);
size_t bkj_vcenter_schedule_parts_len(const struct bkj_vcenter_schedule *schedule);
const struct bkj_vcenter_recurrence_info *bkj_vcenter_schedule_recurrence_info(const struct bkj_vcenter_schedule *schedule);
const struct bkj_vcenter_retention_info *bkj_vcenter_schedule_retention_info(const struct bkj_vcenter_schedule *schedule);
void bkj_vcenter_schedule_spec_free(struct bkj_vcenter_schedule_spec *spec);
bkj_status bkj_vcenter_schedule_spec_new(const char *location, struct bkj_vcenter_schedule_spec **out, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_backup_password(struct bkj_vcenter_schedule_spec *spec, const char *secret, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_enable(struct bkj_vcenter_schedule_spec *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_fast_backup(struct bkj_vcenter_schedule_spec *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_location(struct bkj_vcenter_schedule_spec *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_location_password(struct bkj_vcenter_schedule_spec *spec, const char *secret, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_location_user(struct bkj_vcenter_schedule_spec *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_parts(struct bkj_vcenter_schedule_spec *spec, const char *const *texts, size_t count, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_recurrence_info(struct bkj_vcenter_schedule_spec *spec, const struct bkj_vcenter_recurrence_info *value, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_spec_set_retention_info(struct bkj_vcenter_schedule_spec *spec, const struct bkj_vcenter_retention_info *value, struct bkj_error **err);
void bkj_vcenter_schedule_update_free(struct bkj_vcenter_schedule_update *spec);
struct bkj_vcenter_schedule_update *bkj_vcenter_schedule_update_new(void);
bkj_status bkj_vcenter_schedule_update_set_backup_password(struct bkj_vcenter_schedule_update *spec, const char *secret, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_enable(struct bkj_vcenter_schedule_update *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_fast_backup(struct bkj_vcenter_schedule_update *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_location(struct bkj_vcenter_schedule_update *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_location_password(struct bkj_vcenter_schedule_update *spec, const char *secret, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_location_user(struct bkj_vcenter_schedule_update *spec, const char *text, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_parts(struct bkj_vcenter_schedule_update *spec, const char *const *texts, size_t count, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_recurrence_info(struct bkj_vcenter_schedule_update *spec, const struct bkj_vcenter_recurrence_info *value, struct bkj_error **err);
bkj_status bkj_vcenter_schedule_update_set_retention_info(struct bkj_vcenter_schedule_update *spec, const struct bkj_vcenter_retention_info *value, struct bkj_error **err);
bkj_status bkj_vcenter_schedules(const struct bkj_vcenter *client, struct bkj_vcenter_schedule_list **out, struct bkj_error **err);
bkj_status bkj_vcenter_server(const struct bkj_vcenter *client, const struct bkj_vcenter_backup_request *request, struct bkj_server **out, struct bkj_error **err);
bkj_status bkj_vcenter_session(const struct bkj_vcenter *client, struct bkj_vcenter_session_info **out, struct bkj_error **err);
const char *bkj_vcenter_session_info_created_time(const struct bkj_vcenter_session_info *session);
const char *bkj_vcenter_session_info_extra_json(const struct bkj_vcenter_session_info *session);
void bkj_vcenter_session_info_free(struct bkj_vcenter_session_info *session);
const char *bkj_vcenter_session_info_last_accessed_time(const struct bkj_vcenter_session_info *session);
const char *bkj_vcenter_session_info_user(const struct bkj_vcenter_session_info *session);
bkj_status bkj_vcenter_system_names(const struct bkj_vcenter *client, const struct bkj_vcenter_location *at, struct bkj_string_list **out, struct bkj_error **err);
const char *bkj_vcenter_task_error_error_type(const struct bkj_vcenter_task_error *error);
const char *bkj_vcenter_task_error_extra_json(const struct bkj_vcenter_task_error *error);
const struct bkj_vcenter_localizable_message *bkj_vcenter_task_error_messages_at(const struct bkj_vcenter_task_error *error, size_t index);
size_t bkj_vcenter_task_error_messages_len(const struct bkj_vcenter_task_error *error);
bool bkj_vcenter_task_progress_completed(const struct bkj_vcenter_task_progress *progress, int64_t *out);
const char *bkj_vcenter_task_progress_extra_json(const struct bkj_vcenter_task_progress *progress);
const struct bkj_vcenter_localizable_message *bkj_vcenter_task_progress_message(const struct bkj_vcenter_task_progress *progress);
bool bkj_vcenter_task_progress_total(const struct bkj_vcenter_task_progress *progress, int64_t *out);
int32_t bkj_vcenter_task_status_from_word(const char *word);
const char *bkj_vcenter_task_status_word(int32_t code);
bkj_status bkj_vcenter_update_schedule(const struct bkj_vcenter *client, const char *id, const struct bkj_vcenter_schedule_update *update, struct bkj_error **err);
const char *bkj_vcenter_url(const struct bkj_vcenter *client);
bkj_status bkj_vcenter_validate_backup(const struct bkj_vcenter *client, const struct bkj_vcenter_backup_request *request, struct bkj_vcenter_return_result **out, struct bkj_error **err);
bkj_status bkj_vcenter_validate_restore(const struct bkj_vcenter *client, const struct bkj_vcenter_restore_request *request, struct bkj_vcenter_restore_metadata **out, struct bkj_error **err);
bkj_status bkj_vcenter_with_cancel(const struct bkj_vcenter *client, const struct bkj_cancel_token *cancel, struct bkj_vcenter **out, struct bkj_error **err);
bkj_status bkj_veeam_all_job_sessions(const struct bkj_veeam *client, size_t limit, struct bkj_veeam_job_session_list **out, struct bkj_error **err);
bkj_status bkj_veeam_backup_job_of(const struct bkj_veeam *client, const char *copy_job_id, struct bkj_veeam_job **out, struct bkj_error **err);
int32_t bkj_veeam_backup_type_from_word(const char *word);
const char *bkj_veeam_backup_type_word(int32_t code);
struct bkj_veeam_backup_window *bkj_veeam_backup_window_always(void);
bool bkj_veeam_backup_window_backup_window_at(const struct bkj_veeam_backup_window *window, size_t index);
size_t bkj_veeam_backup_window_backup_window_len(const struct bkj_veeam_backup_window *window);
const char *bkj_veeam_backup_window_extra_json(const struct bkj_veeam_backup_window *window);
void bkj_veeam_backup_window_free(struct bkj_veeam_backup_window *window);
bool bkj_veeam_backup_window_minute_offset(const struct bkj_veeam_backup_window *window, int64_t *out);
bkj_status bkj_veeam_backup_window_new(const uint8_t *hours, size_t length, int64_t minute_offset, struct bkj_veeam_backup_window **out, struct bkj_error **err);
bkj_status bkj_veeam_backup_window_set_extra_json(struct bkj_veeam_backup_window *window, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_close(const struct bkj_veeam *client, struct bkj_error **err);
bkj_status bkj_veeam_copy_job(const struct bkj_veeam *client, const char *id, struct bkj_veeam_copy_job **out, struct bkj_error **err);
const char *bkj_veeam_copy_job_backup_job_id(const struct bkj_veeam_copy_job *job);
bool bkj_veeam_copy_job_e_tag(const struct bkj_veeam_copy_job *job, int64_t *out);
const char *bkj_veeam_copy_job_extra_json(const struct bkj_veeam_copy_job *job);
void bkj_veeam_copy_job_free(struct bkj_veeam_copy_job *job);
const char *bkj_veeam_copy_job_id(const struct bkj_veeam_copy_job *job);
int32_t bkj_veeam_copy_job_is_enabled(const struct bkj_veeam_copy_job *job);
void bkj_veeam_copy_job_iter_free(struct bkj_veeam_copy_job_iter *iter);
bkj_status bkj_veeam_copy_job_iter_next(struct bkj_veeam_copy_job_iter *iter, struct bkj_veeam_copy_job **out, struct bkj_error **err);
const char *bkj_veeam_copy_job_last_backup(const struct bkj_veeam_copy_job *job);
const char *bkj_veeam_copy_job_last_run(const struct bkj_veeam_copy_job *job);
const char *bkj_veeam_copy_job_last_status(const struct bkj_veeam_copy_job *job);
int32_t bkj_veeam_copy_job_last_status_code(const struct bkj_veeam_copy_job *job);
const struct bkj_veeam_links *bkj_veeam_copy_job_links(const struct bkj_veeam_copy_job *job);
const char *bkj_veeam_copy_job_links_json(const struct bkj_veeam_copy_job *job);
const struct bkj_veeam_copy_job *bkj_veeam_copy_job_list_at(const struct bkj_veeam_copy_job_list *list, size_t index);
void bkj_veeam_copy_job_list_free(struct bkj_veeam_copy_job_list *list);
size_t bkj_veeam_copy_job_list_len(const struct bkj_veeam_copy_job_list *list);
const char *bkj_veeam_copy_job_name(const struct bkj_veeam_copy_job *job);
const char *bkj_veeam_copy_job_next_run(const struct bkj_veeam_copy_job *job);
bkj_status bkj_veeam_copy_job_of(const struct bkj_veeam *client, const char *job_id, struct bkj_veeam_copy_job **out, struct bkj_error **err);
const char *bkj_veeam_copy_job_organization_id(const struct bkj_veeam_copy_job *job);
void bkj_veeam_copy_job_query_free(struct bkj_veeam_copy_job_query *spec);
struct bkj_veeam_copy_job_query *bkj_veeam_copy_job_query_new(void);
bkj_status bkj_veeam_copy_job_query_set_organization_id(struct bkj_veeam_copy_job_query *query, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_copy_job_query_set_repository_id(struct bkj_veeam_copy_job_query *query, const char *text, struct bkj_error **err);
const char *bkj_veeam_copy_job_repository_id(const struct bkj_veeam_copy_job *job);
const struct bkj_veeam_copy_schedule *bkj_veeam_copy_job_schedule_policy(const struct bkj_veeam_copy_job *job);
bkj_status bkj_veeam_copy_jobs(const struct bkj_veeam *client, struct bkj_veeam_copy_job_list **out, struct bkj_error **err);
int32_t bkj_veeam_copy_schedule_backup_copy_window_enabled(const struct bkj_veeam_copy_schedule *schedule);
const struct bkj_veeam_backup_window *bkj_veeam_copy_schedule_backup_copy_window_settings(const struct bkj_veeam_copy_schedule *schedule);
bkj_status bkj_veeam_copy_schedule_daily(const char *days, const char *time, struct bkj_veeam_copy_schedule **out, struct bkj_error **err);
const char *bkj_veeam_copy_schedule_daily_time(const struct bkj_veeam_copy_schedule *schedule);
const char *bkj_veeam_copy_schedule_daily_type(const struct bkj_veeam_copy_schedule *schedule);
int32_t bkj_veeam_copy_schedule_daily_type_code(const struct bkj_veeam_copy_schedule *schedule);
const char *bkj_veeam_copy_schedule_extra_json(const struct bkj_veeam_copy_schedule *schedule);
void bkj_veeam_copy_schedule_free(struct bkj_veeam_copy_schedule *schedule);
struct bkj_veeam_copy_schedule *bkj_veeam_copy_schedule_immediate(void);
const char *bkj_veeam_copy_schedule_kind(const struct bkj_veeam_copy_schedule *schedule);
int32_t bkj_veeam_copy_schedule_kind_code(const struct bkj_veeam_copy_schedule *schedule);
struct bkj_veeam_copy_schedule *bkj_veeam_copy_schedule_new(void);
bkj_status bkj_veeam_copy_schedule_periodically(const char *every, struct bkj_veeam_copy_schedule **out, struct bkj_error **err);
const char *bkj_veeam_copy_schedule_periodically_every(const struct bkj_veeam_copy_schedule *schedule);
int32_t bkj_veeam_copy_schedule_periodically_every_code(const struct bkj_veeam_copy_schedule *schedule);
bkj_status bkj_veeam_copy_schedule_set_backup_copy_window_enabled(struct bkj_veeam_copy_schedule *schedule, int32_t enabled, struct bkj_error **err);
bkj_status bkj_veeam_copy_schedule_set_backup_copy_window_settings(struct bkj_veeam_copy_schedule *schedule, const struct bkj_veeam_backup_window *window, struct bkj_error **err);
bkj_status bkj_veeam_copy_schedule_set_daily_time(struct bkj_veeam_copy_schedule *schedule, const char *time, struct bkj_error **err);
bkj_status bkj_veeam_copy_schedule_set_daily_type(struct bkj_veeam_copy_schedule *schedule, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_copy_schedule_set_extra_json(struct bkj_veeam_copy_schedule *schedule, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_copy_schedule_set_kind(struct bkj_veeam_copy_schedule *schedule, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_copy_schedule_set_periodically_every(struct bkj_veeam_copy_schedule *schedule, const char *word, struct bkj_error **err);
int32_t bkj_veeam_copy_schedule_type_from_word(const char *word);
const char *bkj_veeam_copy_schedule_type_word(int32_t code);
bkj_status bkj_veeam_copy_schedule_within(struct bkj_veeam_copy_schedule *schedule, const struct bkj_veeam_backup_window *window, struct bkj_error **err);
bkj_status bkj_veeam_create_copy_job(const struct bkj_veeam *client, const struct bkj_veeam_create_copy_job *spec, struct bkj_veeam_copy_job **out, struct bkj_error **err);
void bkj_veeam_create_copy_job_free(struct bkj_veeam_create_copy_job *spec);
bkj_status bkj_veeam_create_copy_job_new(const char *backup_job_id, const char *repository_id, const struct bkj_veeam_copy_schedule *schedule, struct bkj_veeam_create_copy_job **out, struct bkj_error **err);
bkj_status bkj_veeam_create_copy_job_set_backup_job_id(struct bkj_veeam_create_copy_job *spec, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_create_copy_job_set_is_enabled(struct bkj_veeam_create_copy_job *spec, bool enabled, struct bkj_error **err);
bkj_status bkj_veeam_create_copy_job_set_organization_id(struct bkj_veeam_create_copy_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_create_copy_job_set_repository_id(struct bkj_veeam_create_copy_job *spec, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_create_copy_job_set_schedule_policy(struct bkj_veeam_create_copy_job *spec, const struct bkj_veeam_copy_schedule *schedule, struct bkj_error **err);
bkj_status bkj_veeam_create_job(const struct bkj_veeam *client, const struct bkj_veeam_create_job *spec, struct bkj_veeam_job **out, struct bkj_error **err);
void bkj_veeam_create_job_free(struct bkj_veeam_create_job *spec);
bkj_status bkj_veeam_create_job_new(const char *organization_id, const char *repository_id, struct bkj_veeam_create_job **out, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_backup_type(struct bkj_veeam_create_job *spec, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_description(struct bkj_veeam_create_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_excluded_items(struct bkj_veeam_create_job *spec, const struct bkj_veeam_job_item *const *objects, size_t count, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_is_enabled(struct bkj_veeam_create_job *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_name(struct bkj_veeam_create_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_organization_id(struct bkj_veeam_create_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_repository_id(struct bkj_veeam_create_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_run_now(struct bkj_veeam_create_job *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_schedule_policy(struct bkj_veeam_create_job *spec, const struct bkj_veeam_job_schedule *value, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_selected_items(struct bkj_veeam_create_job *spec, const struct bkj_veeam_job_item *const *objects, size_t count, struct bkj_error **err);
bkj_status bkj_veeam_create_job_set_skip_item_update(struct bkj_veeam_create_job *spec, int32_t yes, struct bkj_error **err);
int32_t bkj_veeam_daily_type_from_word(const char *word);
const char *bkj_veeam_daily_type_word(int32_t code);
bkj_status bkj_veeam_delete_copy_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_delete_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_detect(const char *url, const struct bkj_client_options *options, int32_t *dialects, size_t capacity, size_t *count, struct bkj_error **err);
int32_t bkj_veeam_dialect(const struct bkj_veeam *client);
bkj_status bkj_veeam_disable_copy_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_disable_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_edit_copy_job(const struct bkj_veeam *client, const char *id, const struct bkj_veeam_edit_copy_job *edit, struct bkj_error **err);
void bkj_veeam_edit_copy_job_free(struct bkj_veeam_edit_copy_job *spec);
struct bkj_veeam_edit_copy_job *bkj_veeam_edit_copy_job_new(void);
bkj_status bkj_veeam_edit_copy_job_set_backup_job_id(struct bkj_veeam_edit_copy_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_edit_copy_job_set_is_enabled(struct bkj_veeam_edit_copy_job *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_edit_copy_job_set_organization_id(struct bkj_veeam_edit_copy_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_edit_copy_job_set_repository_id(struct bkj_veeam_edit_copy_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_edit_copy_job_set_schedule_policy(struct bkj_veeam_edit_copy_job *spec, const struct bkj_veeam_copy_schedule *value, struct bkj_error **err);
bkj_status bkj_veeam_edit_job(const struct bkj_veeam *client, const char *id, const struct bkj_veeam_edit_job *edit, struct bkj_error **err);
void bkj_veeam_edit_job_free(struct bkj_veeam_edit_job *spec);
struct bkj_veeam_edit_job *bkj_veeam_edit_job_new(void);
bkj_status bkj_veeam_edit_job_set_backup_type(struct bkj_veeam_edit_job *spec, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_description(struct bkj_veeam_edit_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_excluded_items(struct bkj_veeam_edit_job *spec, const struct bkj_veeam_job_item *const *objects, size_t count, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_is_enabled(struct bkj_veeam_edit_job *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_name(struct bkj_veeam_edit_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_repository_id(struct bkj_veeam_edit_job *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_run_now(struct bkj_veeam_edit_job *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_schedule_policy(struct bkj_veeam_edit_job *spec, const struct bkj_veeam_job_schedule *value, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_selected_items(struct bkj_veeam_edit_job *spec, const struct bkj_veeam_job_item *const *objects, size_t count, struct bkj_error **err);
bkj_status bkj_veeam_edit_job_set_skip_item_update(struct bkj_veeam_edit_job *spec, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_enable_copy_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_enable_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_excluded_items(const struct bkj_veeam *client, const char *job_id, struct bkj_veeam_job_item_list **out, struct bkj_error **err);
bkj_status bkj_veeam_explore_job(const struct bkj_veeam *client, const char *id, const struct bkj_veeam_explore_options *options, struct bkj_veeam_restore_session **out, struct bkj_error **err);
bkj_status bkj_veeam_explore_options_at(int64_t unix_ms, const char *explorer, struct bkj_veeam_explore_options **out, struct bkj_error **err);
void bkj_veeam_explore_options_free(struct bkj_veeam_explore_options *options);
bkj_status bkj_veeam_explore_options_new(const char *datetime, const char *explorer, struct bkj_veeam_explore_options **out, struct bkj_error **err);
bkj_status bkj_veeam_explore_options_set_datetime(struct bkj_veeam_explore_options *options, const char *datetime, struct bkj_error **err);
bkj_status bkj_veeam_explore_options_set_explorer(struct bkj_veeam_explore_options *options, const char *explorer, struct bkj_error **err);
bkj_status bkj_veeam_explore_options_set_repository_id(struct bkj_veeam_explore_options *spec, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_explore_options_set_show_all_versions(struct bkj_veeam_explore_options *options, int32_t show, struct bkj_error **err);
bkj_status bkj_veeam_explore_options_set_show_deleted(struct bkj_veeam_explore_options *options, int32_t show, struct bkj_error **err);
bkj_status bkj_veeam_explore_organization(const struct bkj_veeam *client, const char *id, const struct bkj_veeam_explore_options *options, struct bkj_veeam_restore_session **out, struct bkj_error **err);
bkj_status bkj_veeam_explore_repository(const struct bkj_veeam *client, const char *repository_id, const char *organization_id, const struct bkj_veeam_explore_options *options, struct bkj_veeam_restore_session **out, struct bkj_error **err);
int32_t bkj_veeam_explorer_type_from_word(const char *word);
const char *bkj_veeam_explorer_type_word(int32_t code);
void bkj_veeam_free(struct bkj_veeam *client);
const char *bkj_veeam_group_data_location(const struct bkj_veeam_group *group);
const char *bkj_veeam_group_display_name(const struct bkj_veeam_group *group);
bool bkj_veeam_group_e_tag(const struct bkj_veeam_group *group, int64_t *out);
const char *bkj_veeam_group_extra_json(const struct bkj_veeam_group *group);
void bkj_veeam_group_free(struct bkj_veeam_group *group);
const char *bkj_veeam_group_id(const struct bkj_veeam_group *group);
const char *bkj_veeam_group_kind(const struct bkj_veeam_group *group);
const struct bkj_veeam_links *bkj_veeam_group_links(const struct bkj_veeam_group *group);
const char *bkj_veeam_group_links_json(const struct bkj_veeam_group *group);
const char *bkj_veeam_group_location_type(const struct bkj_veeam_group *group);
const char *bkj_veeam_group_managed_by(const struct bkj_veeam_group *group);
const char *bkj_veeam_group_msid(const struct bkj_veeam_group *group);
const char *bkj_veeam_group_name(const struct bkj_veeam_group *group);
bkj_status bkj_veeam_group_new(const char *id, struct bkj_veeam_group **out, struct bkj_error **err);
const char *bkj_veeam_group_on_premises_sid(const struct bkj_veeam_group *group);
bkj_status bkj_veeam_group_set_data_location(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_display_name(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_e_tag(struct bkj_veeam_group *object, int64_t number, struct bkj_error **err);
bkj_status bkj_veeam_group_set_extra_json(struct bkj_veeam_group *object, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_group_set_id(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_kind(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_location_type(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_managed_by(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_msid(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_name(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_on_premises_sid(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_group_set_site(struct bkj_veeam_group *object, const char *text, struct bkj_error **err);
const char *bkj_veeam_group_site(const struct bkj_veeam_group *group);
bkj_status bkj_veeam_health(const struct bkj_veeam *client, struct bkj_veeam_health **out, struct bkj_error **err);
const struct bkj_veeam_health_entry *bkj_veeam_health_entries_at(const struct bkj_veeam_health *health, size_t index);
size_t bkj_veeam_health_entries_len(const struct bkj_veeam_health *health);
const char *bkj_veeam_health_entry_description(const struct bkj_veeam_health_entry *entry);
const char *bkj_veeam_health_entry_extra_json(const struct bkj_veeam_health_entry *entry);
const char *bkj_veeam_health_entry_name(const struct bkj_veeam_health_entry *entry);
const char *bkj_veeam_health_entry_status(const struct bkj_veeam_health_entry *entry);
const char *bkj_veeam_health_extra_json(const struct bkj_veeam_health *health);
void bkj_veeam_health_free(struct bkj_veeam_health *health);
const char *bkj_veeam_health_status(const struct bkj_veeam_health *health);
bkj_status bkj_veeam_iter_copy_jobs(const struct bkj_veeam *client, const struct bkj_veeam_copy_job_query *query, struct bkj_veeam_copy_job_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_excluded_items(const struct bkj_veeam *client, const char *job_id, struct bkj_veeam_job_item_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_job_sessions(const struct bkj_veeam *client, const struct bkj_veeam_session_query *query, struct bkj_veeam_job_session_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_jobs(const struct bkj_veeam *client, const struct bkj_veeam_job_query *query, struct bkj_veeam_job_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_log_items(const struct bkj_veeam *client, const char *session_id, const struct bkj_veeam_log_item_query *query, struct bkj_veeam_log_item_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_organizations(const struct bkj_veeam *client, const struct bkj_veeam_organization_query *query, struct bkj_veeam_organization_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_processed_objects(const struct bkj_veeam *client, const char *session_id, struct bkj_veeam_processed_object_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_repositories(const struct bkj_veeam *client, const struct bkj_veeam_repository_query *query, struct bkj_veeam_repository_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_restore_session_events(const struct bkj_veeam *client, const char *id, struct bkj_veeam_restore_session_event_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_restore_sessions(const struct bkj_veeam *client, const struct bkj_veeam_restore_session_query *query, struct bkj_veeam_restore_session_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_selected_items(const struct bkj_veeam *client, const char *job_id, struct bkj_veeam_job_item_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_iter_used_repositories(const struct bkj_veeam *client, const char *organization_id, struct bkj_veeam_used_repository_iter **out, struct bkj_error **err);
bkj_status bkj_veeam_job(const struct bkj_veeam *client, const char *id, struct bkj_veeam_job **out, struct bkj_error **err);
const char *bkj_veeam_job_backup_type(const struct bkj_veeam_job *job);
int32_t bkj_veeam_job_backup_type_code(const struct bkj_veeam_job *job);
const char *bkj_veeam_job_description(const struct bkj_veeam_job *job);
bool bkj_veeam_job_e_tag(const struct bkj_veeam_job *job, int64_t *out);
const struct bkj_veeam_job_item *bkj_veeam_job_excluded_items_at(const struct bkj_veeam_job *job, size_t index);
size_t bkj_veeam_job_excluded_items_len(const struct bkj_veeam_job *job);
const char *bkj_veeam_job_extra_json(const struct bkj_veeam_job *job);
void bkj_veeam_job_free(struct bkj_veeam_job *job);
const char *bkj_veeam_job_id(const struct bkj_veeam_job *job);
int32_t bkj_veeam_job_is_enabled(const struct bkj_veeam_job *job);
int32_t bkj_veeam_job_is_run(const struct bkj_veeam_job *job);
int32_t bkj_veeam_job_item_archive_mailbox(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_chats(const struct bkj_veeam_job_item *item);
const char *bkj_veeam_job_item_extra_json(const struct bkj_veeam_job_item *item);
const char *bkj_veeam_job_item_folders_at(const struct bkj_veeam_job_item *item, size_t index);
size_t bkj_veeam_job_item_folders_len(const struct bkj_veeam_job_item *item);
void bkj_veeam_job_item_free(struct bkj_veeam_job_item *item);
const struct bkj_veeam_group *bkj_veeam_job_item_group(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_group_site(const struct bkj_veeam_job_item *item);
const char *bkj_veeam_job_item_id(const struct bkj_veeam_job_item *item);
void bkj_veeam_job_item_iter_free(struct bkj_veeam_job_item_iter *iter);
bkj_status bkj_veeam_job_item_iter_next(struct bkj_veeam_job_item_iter *iter, struct bkj_veeam_job_item **out, struct bkj_error **err);
const char *bkj_veeam_job_item_kind(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_kind_code(const struct bkj_veeam_job_item *item);
const struct bkj_veeam_links *bkj_veeam_job_item_links(const struct bkj_veeam_job_item *item);
const char *bkj_veeam_job_item_links_json(const struct bkj_veeam_job_item *item);
const struct bkj_veeam_job_item *bkj_veeam_job_item_list_at(const struct bkj_veeam_job_item_list *list, size_t index);
void bkj_veeam_job_item_list_free(struct bkj_veeam_job_item_list *list);
size_t bkj_veeam_job_item_list_len(const struct bkj_veeam_job_item_list *list);
int32_t bkj_veeam_job_item_mailbox(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_member_archive_mailbox(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_member_mailbox(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_member_onedrive(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_member_site(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_members(const struct bkj_veeam_job_item *item);
bkj_status bkj_veeam_job_item_new(const char *kind, struct bkj_veeam_job_item **out, struct bkj_error **err);
int32_t bkj_veeam_job_item_one_drive(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_personal_site(const struct bkj_veeam_job_item *item);
bkj_status bkj_veeam_job_item_set_archive_mailbox(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_chats(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_extra_json(struct bkj_veeam_job_item *object, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_folders(struct bkj_veeam_job_item *object, const char *const *texts, size_t count, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_group(struct bkj_veeam_job_item *object, const struct bkj_veeam_group *value, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_group_site(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_id(struct bkj_veeam_job_item *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_kind(struct bkj_veeam_job_item *object, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_mailbox(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_member_archive_mailbox(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_member_mailbox(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_member_onedrive(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_member_site(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_members(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_one_drive(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_personal_site(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_site(struct bkj_veeam_job_item *object, const struct bkj_veeam_job_site *value, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_sites(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_team(struct bkj_veeam_job_item *object, const struct bkj_veeam_team *value, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_teams(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_teams_chats(struct bkj_veeam_job_item *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_item_set_user(struct bkj_veeam_job_item *object, const struct bkj_veeam_user *value, struct bkj_error **err);
const struct bkj_veeam_job_site *bkj_veeam_job_item_site(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_sites(const struct bkj_veeam_job_item *item);
const struct bkj_veeam_team *bkj_veeam_job_item_team(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_teams(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_teams_chats(const struct bkj_veeam_job_item *item);
int32_t bkj_veeam_job_item_type_from_word(const char *word);
const char *bkj_veeam_job_item_type_word(int32_t code);
const struct bkj_veeam_user *bkj_veeam_job_item_user(const struct bkj_veeam_job_item *item);
void bkj_veeam_job_iter_free(struct bkj_veeam_job_iter *iter);
bkj_status bkj_veeam_job_iter_next(struct bkj_veeam_job_iter *iter, struct bkj_veeam_job **out, struct bkj_error **err);
const char *bkj_veeam_job_last_backup(const struct bkj_veeam_job *job);
const char *bkj_veeam_job_last_run(const struct bkj_veeam_job *job);
const char *bkj_veeam_job_last_status(const struct bkj_veeam_job *job);
int32_t bkj_veeam_job_last_status_code(const struct bkj_veeam_job *job);
const struct bkj_veeam_links *bkj_veeam_job_links(const struct bkj_veeam_job *job);
const char *bkj_veeam_job_links_json(const struct bkj_veeam_job *job);
const struct bkj_veeam_job *bkj_veeam_job_list_at(const struct bkj_veeam_job_list *list, size_t index);
void bkj_veeam_job_list_free(struct bkj_veeam_job_list *list);
size_t bkj_veeam_job_list_len(const struct bkj_veeam_job_list *list);
const char *bkj_veeam_job_name(const struct bkj_veeam_job *job);
const char *bkj_veeam_job_next_run(const struct bkj_veeam_job *job);
const char *bkj_veeam_job_organization_id(const struct bkj_veeam_job *job);
void bkj_veeam_job_query_free(struct bkj_veeam_job_query *spec);
struct bkj_veeam_job_query *bkj_veeam_job_query_new(void);
bkj_status bkj_veeam_job_query_set_organization_id(struct bkj_veeam_job_query *query, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_query_set_repository_id(struct bkj_veeam_job_query *query, const char *text, struct bkj_error **err);
const char *bkj_veeam_job_repository_id(const struct bkj_veeam_job *job);
int32_t bkj_veeam_job_run_now(const struct bkj_veeam_job *job);
int32_t bkj_veeam_job_schedule_backup_window_enabled(const struct bkj_veeam_job_schedule *schedule);
const struct bkj_veeam_backup_window *bkj_veeam_job_schedule_backup_window_settings(const struct bkj_veeam_job_schedule *schedule);
bkj_status bkj_veeam_job_schedule_daily(const char *days, const char *time, struct bkj_veeam_job_schedule **out, struct bkj_error **err);
const char *bkj_veeam_job_schedule_daily_time(const struct bkj_veeam_job_schedule *schedule);
const char *bkj_veeam_job_schedule_daily_type(const struct bkj_veeam_job_schedule *schedule);
int32_t bkj_veeam_job_schedule_daily_type_code(const struct bkj_veeam_job_schedule *schedule);
const char *bkj_veeam_job_schedule_extra_json(const struct bkj_veeam_job_schedule *schedule);
void bkj_veeam_job_schedule_free(struct bkj_veeam_job_schedule *schedule);
const char *bkj_veeam_job_schedule_kind(const struct bkj_veeam_job_schedule *schedule);
int32_t bkj_veeam_job_schedule_kind_code(const struct bkj_veeam_job_schedule *schedule);
struct bkj_veeam_job_schedule *bkj_veeam_job_schedule_manual(void);
struct bkj_veeam_job_schedule *bkj_veeam_job_schedule_new(void);
bkj_status bkj_veeam_job_schedule_periodically(const char *every, struct bkj_veeam_job_schedule **out, struct bkj_error **err);
const char *bkj_veeam_job_schedule_periodically_every(const struct bkj_veeam_job_schedule *schedule);
int32_t bkj_veeam_job_schedule_periodically_every_code(const struct bkj_veeam_job_schedule *schedule);
bool bkj_veeam_job_schedule_periodically_offset_minutes(const struct bkj_veeam_job_schedule *schedule, int64_t *out);
int32_t bkj_veeam_job_schedule_periodically_window_enabled(const struct bkj_veeam_job_schedule *schedule);
const struct bkj_veeam_backup_window *bkj_veeam_job_schedule_periodically_window_settings(const struct bkj_veeam_job_schedule *schedule);
const struct bkj_veeam_job_schedule *bkj_veeam_job_schedule_policy(const struct bkj_veeam_job *job);
bkj_status bkj_veeam_job_schedule_retried(struct bkj_veeam_job_schedule *schedule, int64_t times, int64_t wait_minutes, struct bkj_error **err);
int32_t bkj_veeam_job_schedule_retry_enabled(const struct bkj_veeam_job_schedule *schedule);
bool bkj_veeam_job_schedule_retry_number(const struct bkj_veeam_job_schedule *schedule, int64_t *out);
bool bkj_veeam_job_schedule_retry_wait_interval(const struct bkj_veeam_job_schedule *schedule, int64_t *out);
int32_t bkj_veeam_job_schedule_schedule_enabled(const struct bkj_veeam_job_schedule *schedule);
bkj_status bkj_veeam_job_schedule_set_backup_window_enabled(struct bkj_veeam_job_schedule *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_backup_window_settings(struct bkj_veeam_job_schedule *object, const struct bkj_veeam_backup_window *value, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_daily_time(struct bkj_veeam_job_schedule *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_daily_type(struct bkj_veeam_job_schedule *object, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_extra_json(struct bkj_veeam_job_schedule *object, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_kind(struct bkj_veeam_job_schedule *object, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_periodically_every(struct bkj_veeam_job_schedule *object, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_periodically_offset_minutes(struct bkj_veeam_job_schedule *object, int64_t number, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_periodically_window_enabled(struct bkj_veeam_job_schedule *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_periodically_window_settings(struct bkj_veeam_job_schedule *object, const struct bkj_veeam_backup_window *value, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_retry_enabled(struct bkj_veeam_job_schedule *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_retry_number(struct bkj_veeam_job_schedule *object, int64_t number, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_retry_wait_interval(struct bkj_veeam_job_schedule *object, int64_t number, struct bkj_error **err);
bkj_status bkj_veeam_job_schedule_set_schedule_enabled(struct bkj_veeam_job_schedule *object, int32_t yes, struct bkj_error **err);
int32_t bkj_veeam_job_schedule_type_from_word(const char *word);
const char *bkj_veeam_job_schedule_type_word(int32_t code);
bkj_status bkj_veeam_job_schedule_within(struct bkj_veeam_job_schedule *schedule, const struct bkj_veeam_backup_window *window, struct bkj_error **err);
const struct bkj_veeam_job_item *bkj_veeam_job_selected_items_at(const struct bkj_veeam_job *job, size_t index);
size_t bkj_veeam_job_selected_items_len(const struct bkj_veeam_job *job);
bkj_status bkj_veeam_job_session(const struct bkj_veeam *client, const char *id, struct bkj_veeam_job_session **out, struct bkj_error **err);
const char *bkj_veeam_job_session_creation_time(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_details(const struct bkj_veeam_job_session *session);
bool bkj_veeam_job_session_e_tag(const struct bkj_veeam_job_session *session, int64_t *out);
const char *bkj_veeam_job_session_end_time(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_extra_json(const struct bkj_veeam_job_session *session);
void bkj_veeam_job_session_free(struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_id(const struct bkj_veeam_job_session *session);
void bkj_veeam_job_session_iter_free(struct bkj_veeam_job_session_iter *iter);
bkj_status bkj_veeam_job_session_iter_next(struct bkj_veeam_job_session_iter *iter, struct bkj_veeam_job_session **out, struct bkj_error **err);
const char *bkj_veeam_job_session_job_id(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_job_session_config_type(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_job_type(const struct bkj_veeam_job_session *session);
int32_t bkj_veeam_job_session_job_type_code(const struct bkj_veeam_job_session *session);
int32_t bkj_veeam_job_session_job_will_be_retried(const struct bkj_veeam_job_session *session);
const struct bkj_veeam_links *bkj_veeam_job_session_links(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_links_json(const struct bkj_veeam_job_session *session);
const struct bkj_veeam_job_session *bkj_veeam_job_session_list_at(const struct bkj_veeam_job_session_list *list, size_t index);
void bkj_veeam_job_session_list_free(struct bkj_veeam_job_session_list *list);
size_t bkj_veeam_job_session_list_len(const struct bkj_veeam_job_session_list *list);
const char *bkj_veeam_job_session_main_session_id(const struct bkj_veeam_job_session *session);
bool bkj_veeam_job_session_progress(const struct bkj_veeam_job_session *session, int64_t *out);
const char *bkj_veeam_job_session_proxy_id(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_proxy_pool_id(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_repository_id(const struct bkj_veeam_job_session *session);
bool bkj_veeam_job_session_retry_count(const struct bkj_veeam_job_session *session, int64_t *out);
const struct bkj_veeam_statistics *bkj_veeam_job_session_statistics(const struct bkj_veeam_job_session *session);
const char *bkj_veeam_job_session_status(const struct bkj_veeam_job_session *session);
int32_t bkj_veeam_job_session_status_code(const struct bkj_veeam_job_session *session);
bkj_status bkj_veeam_job_sessions(const struct bkj_veeam *client, const char *job_id, size_t limit, struct bkj_veeam_job_session_list **out, struct bkj_error **err);
bool bkj_veeam_job_site_e_tag(const struct bkj_veeam_job_site *site, int64_t *out);
const char *bkj_veeam_job_site_extra_json(const struct bkj_veeam_job_site *site);
void bkj_veeam_job_site_free(struct bkj_veeam_job_site *site);
const char *bkj_veeam_job_site_id(const struct bkj_veeam_job_site *site);
int32_t bkj_veeam_job_site_is_cloud(const struct bkj_veeam_job_site *site);
int32_t bkj_veeam_job_site_is_personal(const struct bkj_veeam_job_site *site);
const struct bkj_veeam_links *bkj_veeam_job_site_links(const struct bkj_veeam_job_site *site);
const char *bkj_veeam_job_site_links_json(const struct bkj_veeam_job_site *site);
const char *bkj_veeam_job_site_name(const struct bkj_veeam_job_site *site);
bkj_status bkj_veeam_job_site_new(const char *id, const char *url, const char *title, bool is_cloud, bool is_personal, struct bkj_veeam_job_site **out, struct bkj_error **err);
const char *bkj_veeam_job_site_parent_url(const struct bkj_veeam_job_site *site);
bkj_status bkj_veeam_job_site_set_e_tag(struct bkj_veeam_job_site *object, int64_t number, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_extra_json(struct bkj_veeam_job_site *object, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_id(struct bkj_veeam_job_site *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_is_cloud(struct bkj_veeam_job_site *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_is_personal(struct bkj_veeam_job_site *object, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_name(struct bkj_veeam_job_site *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_parent_url(struct bkj_veeam_job_site *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_site_collection_error(struct bkj_veeam_job_site *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_title(struct bkj_veeam_job_site *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_job_site_set_url(struct bkj_veeam_job_site *object, const char *text, struct bkj_error **err);
const char *bkj_veeam_job_site_site_collection_error(const struct bkj_veeam_job_site *site);
const char *bkj_veeam_job_site_title(const struct bkj_veeam_job_site *site);
const char *bkj_veeam_job_site_url(const struct bkj_veeam_job_site *site);
int32_t bkj_veeam_job_status_from_word(const char *word);
const char *bkj_veeam_job_status_word(int32_t code);
bkj_status bkj_veeam_jobs(const struct bkj_veeam *client, struct bkj_veeam_job_list **out, struct bkj_error **err);
const char *bkj_veeam_links_href(const struct bkj_veeam_links *links, const char *name);
const char *bkj_veeam_links_href_at(const struct bkj_veeam_links *links, size_t index);
const char *bkj_veeam_links_id(const struct bkj_veeam_links *links, const char *name);
size_t bkj_veeam_links_len(const struct bkj_veeam_links *links);
const char *bkj_veeam_links_name_at(const struct bkj_veeam_links *links, size_t index);
bkj_status bkj_veeam_log_item(const struct bkj_veeam *client, const char *session_id, const char *id, struct bkj_veeam_log_item **out, struct bkj_error **err);
const char *bkj_veeam_log_item_creation_time(const struct bkj_veeam_log_item *item);
const char *bkj_veeam_log_item_end_time(const struct bkj_veeam_log_item *item);
const char *bkj_veeam_log_item_extra_json(const struct bkj_veeam_log_item *item);
void bkj_veeam_log_item_free(struct bkj_veeam_log_item *item);
const char *bkj_veeam_log_item_id(const struct bkj_veeam_log_item *item);
void bkj_veeam_log_item_iter_free(struct bkj_veeam_log_item_iter *iter);
bkj_status bkj_veeam_log_item_iter_next(struct bkj_veeam_log_item_iter *iter, struct bkj_veeam_log_item **out, struct bkj_error **err);
const char *bkj_veeam_log_item_kind(const struct bkj_veeam_log_item *item);
int32_t bkj_veeam_log_item_kind_code(const struct bkj_veeam_log_item *item);
const struct bkj_veeam_links *bkj_veeam_log_item_links(const struct bkj_veeam_log_item *item);
const char *bkj_veeam_log_item_links_json(const struct bkj_veeam_log_item *item);
const struct bkj_veeam_log_item *bkj_veeam_log_item_list_at(const struct bkj_veeam_log_item_list *list, size_t index);
void bkj_veeam_log_item_list_free(struct bkj_veeam_log_item_list *list);
size_t bkj_veeam_log_item_list_len(const struct bkj_veeam_log_item_list *list);
const char *bkj_veeam_log_item_message(const struct bkj_veeam_log_item *item);
void bkj_veeam_log_item_query_free(struct bkj_veeam_log_item_query *spec);
struct bkj_veeam_log_item_query *bkj_veeam_log_item_query_new(void);
bkj_status bkj_veeam_log_item_query_set_ascending(struct bkj_veeam_log_item_query *query, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_log_item_query_set_kind(struct bkj_veeam_log_item_query *query, const char *word, struct bkj_error **err);
const char *bkj_veeam_log_item_sentence(const struct bkj_veeam_log_item *item);
const char *bkj_veeam_log_item_severity(const struct bkj_veeam_log_item *item);
const char *bkj_veeam_log_item_title(const struct bkj_veeam_log_item *item);
int32_t bkj_veeam_log_item_type_from_word(const char *word);
const char *bkj_veeam_log_item_type_word(int32_t code);
bool bkj_veeam_log_item_usn(const struct bkj_veeam_log_item *item, int64_t *out);
bkj_status bkj_veeam_log_items(const struct bkj_veeam *client, const char *session_id, struct bkj_veeam_log_item_list **out, struct bkj_error **err);
bkj_status bkj_veeam_login(const struct bkj_veeam *client, struct bkj_error **err);
bkj_status bkj_veeam_new(const char *url, int32_t version, const char *username, const char *password, const struct bkj_client_options *options, struct bkj_veeam **out, struct bkj_error **err);
const char *bkj_veeam_object_storage_account_id(const struct bkj_veeam_object_storage *storage);
const char *bkj_veeam_object_storage_azure_folder(const struct bkj_veeam_object_storage *storage);
int32_t bkj_veeam_object_storage_enable_immutability(const struct bkj_veeam_object_storage *storage);
int32_t bkj_veeam_object_storage_enable_immutability_governance_mode(const struct bkj_veeam_object_storage *storage);
const char *bkj_veeam_object_storage_extra_json(const struct bkj_veeam_object_storage *storage);
bool bkj_veeam_object_storage_free_space_bytes(const struct bkj_veeam_object_storage *storage, int64_t *out);
const char *bkj_veeam_object_storage_id(const struct bkj_veeam_object_storage *storage);
bool bkj_veeam_object_storage_immutability_period_days(const struct bkj_veeam_object_storage *storage, int64_t *out);
const char *bkj_veeam_object_storage_kind(const struct bkj_veeam_object_storage *storage);
const struct bkj_veeam_links *bkj_veeam_object_storage_links(const struct bkj_veeam_object_storage *storage);
const char *bkj_veeam_object_storage_links_json(const struct bkj_veeam_object_storage *storage);
const char *bkj_veeam_object_storage_s3_folder(const struct bkj_veeam_object_storage *storage);
int32_t bkj_veeam_object_storage_size_limit_enabled(const struct bkj_veeam_object_storage *storage);
bool bkj_veeam_object_storage_size_limit_gb(const struct bkj_veeam_object_storage *storage, int64_t *out);
int32_t bkj_veeam_object_storage_use_archiver_appliance(const struct bkj_veeam_object_storage *storage);
bool bkj_veeam_object_storage_used_space_bytes(const struct bkj_veeam_object_storage *storage, int64_t *out);
bkj_status bkj_veeam_organization(const struct bkj_veeam *client, const char *id, int32_t extended_view, struct bkj_veeam_organization **out, struct bkj_error **err);
const char *bkj_veeam_organization_backed_up_organization_id(const struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_description(const struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_extra_json(const struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_first_backuptime(const struct bkj_veeam_organization *organization);
void bkj_veeam_organization_free(struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_id(const struct bkj_veeam_organization *organization);
int32_t bkj_veeam_organization_is_backedup(const struct bkj_veeam_organization *organization);
int32_t bkj_veeam_organization_is_exchange(const struct bkj_veeam_organization *organization);
int32_t bkj_veeam_organization_is_exchange_online(const struct bkj_veeam_organization *organization);
int32_t bkj_veeam_organization_is_share_point_online(const struct bkj_veeam_organization *organization);
int32_t bkj_veeam_organization_is_sharepoint(const struct bkj_veeam_organization *organization);
int32_t bkj_veeam_organization_is_teams_chats_online(const struct bkj_veeam_organization *organization);
int32_t bkj_veeam_organization_is_teams_online(const struct bkj_veeam_organization *organization);
void bkj_veeam_organization_iter_free(struct bkj_veeam_organization_iter *iter);
bkj_status bkj_veeam_organization_iter_next(struct bkj_veeam_organization_iter *iter, struct bkj_veeam_organization **out, struct bkj_error **err);
const char *bkj_veeam_organization_kind(const struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_last_backuptime(const struct bkj_veeam_organization *organization);
const struct bkj_veeam_links *bkj_veeam_organization_links(const struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_links_json(const struct bkj_veeam_organization *organization);
const struct bkj_veeam_organization *bkj_veeam_organization_list_at(const struct bkj_veeam_organization_list *list, size_t index);
void bkj_veeam_organization_list_free(struct bkj_veeam_organization_list *list);
size_t bkj_veeam_organization_list_len(const struct bkj_veeam_organization_list *list);
const char *bkj_veeam_organization_msid(const struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_name(const struct bkj_veeam_organization *organization);
const char *bkj_veeam_organization_office_name(const struct bkj_veeam_organization *organization);
void bkj_veeam_organization_query_free(struct bkj_veeam_organization_query *spec);
struct bkj_veeam_organization_query *bkj_veeam_organization_query_new(void);
bkj_status bkj_veeam_organization_query_set_backed_up_organization_id(struct bkj_veeam_organization_query *query, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_organization_query_set_extended_view(struct bkj_veeam_organization_query *query, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_organization_query_set_msid(struct bkj_veeam_organization_query *query, const char *text, struct bkj_error **err);
const char *bkj_veeam_organization_region(const struct bkj_veeam_organization *organization);
bkj_status bkj_veeam_organizations(const struct bkj_veeam *client, struct bkj_veeam_organization_list **out, struct bkj_error **err);
int32_t bkj_veeam_periodically_every_from_word(const char *word);
const char *bkj_veeam_periodically_every_word(int32_t code);
const char *bkj_veeam_processed_object_extra_json(const struct bkj_veeam_processed_object *object);
void bkj_veeam_processed_object_free(struct bkj_veeam_processed_object *object);
const char *bkj_veeam_processed_object_id(const struct bkj_veeam_processed_object *object);
void bkj_veeam_processed_object_iter_free(struct bkj_veeam_processed_object_iter *iter);
bkj_status bkj_veeam_processed_object_iter_next(struct bkj_veeam_processed_object_iter *iter, struct bkj_veeam_processed_object **out, struct bkj_error **err);
const char *bkj_veeam_processed_object_kind(const struct bkj_veeam_processed_object *object);
const struct bkj_veeam_links *bkj_veeam_processed_object_links(const struct bkj_veeam_processed_object *object);
const char *bkj_veeam_processed_object_links_json(const struct bkj_veeam_processed_object *object);
const struct bkj_veeam_processed_object *bkj_veeam_processed_object_list_at(const struct bkj_veeam_processed_object_list *list, size_t index);
void bkj_veeam_processed_object_list_free(struct bkj_veeam_processed_object_list *list);
size_t bkj_veeam_processed_object_list_len(const struct bkj_veeam_processed_object_list *list);
const char *bkj_veeam_processed_object_status(const struct bkj_veeam_processed_object *object);
bkj_status bkj_veeam_processed_objects(const struct bkj_veeam *client, const char *session_id, struct bkj_veeam_processed_object_list **out, struct bkj_error **err);
bkj_status bkj_veeam_repositories(const struct bkj_veeam *client, struct bkj_veeam_repository_list **out, struct bkj_error **err);
bkj_status bkj_veeam_repository(const struct bkj_veeam *client, const char *id, struct bkj_veeam_repository **out, struct bkj_error **err);
bool bkj_veeam_repository_capacity_bytes(const struct bkj_veeam_repository *repository, int64_t *out);
bool bkj_veeam_repository_daily_retention_period(const struct bkj_veeam_repository *repository, int64_t *out);
const char *bkj_veeam_repository_daily_time(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_daily_type(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_daily_type_code(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_description(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_encryption_key_id(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_extra_json(const struct bkj_veeam_repository *repository);
void bkj_veeam_repository_free(struct bkj_veeam_repository *repository);
bool bkj_veeam_repository_free_space_bytes(const struct bkj_veeam_repository *repository, int64_t *out);
const char *bkj_veeam_repository_id(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_is_indexed(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_is_long_term(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_is_migration_locked(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_is_out_of_order(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_is_out_of_sync(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_is_outdated(const struct bkj_veeam_repository *repository);
void bkj_veeam_repository_iter_free(struct bkj_veeam_repository_iter *iter);
bkj_status bkj_veeam_repository_iter_next(struct bkj_veeam_repository_iter *iter, struct bkj_veeam_repository **out, struct bkj_error **err);
const struct bkj_veeam_links *bkj_veeam_repository_links(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_links_json(const struct bkj_veeam_repository *repository);
const struct bkj_veeam_repository *bkj_veeam_repository_list_at(const struct bkj_veeam_repository_list *list, size_t index);
void bkj_veeam_repository_list_free(struct bkj_veeam_repository_list *list);
size_t bkj_veeam_repository_list_len(const struct bkj_veeam_repository_list *list);
const char *bkj_veeam_repository_monthly_daynumber(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_monthly_dayofweek(const struct bkj_veeam_repository *repository);
bool bkj_veeam_repository_monthly_retention_period(const struct bkj_veeam_repository *repository, int64_t *out);
const char *bkj_veeam_repository_monthly_time(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_name(const struct bkj_veeam_repository *repository);
const struct bkj_veeam_object_storage *bkj_veeam_repository_object_storage(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_object_storage_cache_path(const struct bkj_veeam_repository *repository);
int32_t bkj_veeam_repository_object_storage_encryption_enabled(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_object_storage_id(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_organization_id(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_out_of_order_reason(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_path(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_proxy_id(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_proxy_pool_id(const struct bkj_veeam_repository *repository);
void bkj_veeam_repository_query_free(struct bkj_veeam_repository_query *spec);
struct bkj_veeam_repository_query *bkj_veeam_repository_query_new(void);
bkj_status bkj_veeam_repository_query_set_long_term(struct bkj_veeam_repository_query *query, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_repository_query_set_organization_id(struct bkj_veeam_repository_query *query, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_repository_query_set_proxy_id(struct bkj_veeam_repository_query *query, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_repository_query_set_proxy_pool_id(struct bkj_veeam_repository_query *query, const char *text, struct bkj_error **err);
const char *bkj_veeam_repository_retention_frequency_type(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_retention_period_type(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_retention_type(const struct bkj_veeam_repository *repository);
const char *bkj_veeam_repository_yearly_retention_period(const struct bkj_veeam_repository *repository);
bkj_status bkj_veeam_restore_session(const struct bkj_veeam *client, const char *id, struct bkj_veeam_restore_session **out, struct bkj_error **err);
const char *bkj_veeam_restore_session_client_host(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_creation_time(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_details(const struct bkj_veeam_restore_session *session);
bool bkj_veeam_restore_session_e_tag(const struct bkj_veeam_restore_session *session, int64_t *out);
const char *bkj_veeam_restore_session_end_time(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_event_backed_up_organization_id(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_duration(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_end_time(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_extra_json(const struct bkj_veeam_restore_session_event *event);
void bkj_veeam_restore_session_event_free(struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_group_id(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_id(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_item_name(const struct bkj_veeam_restore_session_event *event);
bool bkj_veeam_restore_session_event_item_size_bytes(const struct bkj_veeam_restore_session_event *event, int64_t *out);
const char *bkj_veeam_restore_session_event_item_type(const struct bkj_veeam_restore_session_event *event);
void bkj_veeam_restore_session_event_iter_free(struct bkj_veeam_restore_session_event_iter *iter);
bkj_status bkj_veeam_restore_session_event_iter_next(struct bkj_veeam_restore_session_event_iter *iter, struct bkj_veeam_restore_session_event **out, struct bkj_error **err);
const char *bkj_veeam_restore_session_event_kind(const struct bkj_veeam_restore_session_event *event);
const struct bkj_veeam_links *bkj_veeam_restore_session_event_links(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_links_json(const struct bkj_veeam_restore_session_event *event);
const struct bkj_veeam_restore_session_event *bkj_veeam_restore_session_event_list_at(const struct bkj_veeam_restore_session_event_list *list, size_t index);
void bkj_veeam_restore_session_event_list_free(struct bkj_veeam_restore_session_event_list *list);
size_t bkj_veeam_restore_session_event_list_len(const struct bkj_veeam_restore_session_event_list *list);
const char *bkj_veeam_restore_session_event_message(const struct bkj_veeam_restore_session_event *event);
bool bkj_veeam_restore_session_event_order(const struct bkj_veeam_restore_session_event *event, int64_t *out);
const char *bkj_veeam_restore_session_event_organization_id(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_site_id(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_source(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_start_time(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_status(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_target(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_team_id(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_title(const struct bkj_veeam_restore_session_event *event);
const char *bkj_veeam_restore_session_event_user_id(const struct bkj_veeam_restore_session_event *event);
bkj_status bkj_veeam_restore_session_events(const struct bkj_veeam *client, const char *id, struct bkj_veeam_restore_session_event_list **out, struct bkj_error **err);
const char *bkj_veeam_restore_session_explorer(const struct bkj_veeam_restore_session *session);
int32_t bkj_veeam_restore_session_explorer_code(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_extra_json(const struct bkj_veeam_restore_session *session);
void bkj_veeam_restore_session_free(struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_id(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_initiated_by(const struct bkj_veeam_restore_session *session);
void bkj_veeam_restore_session_iter_free(struct bkj_veeam_restore_session_iter *iter);
bkj_status bkj_veeam_restore_session_iter_next(struct bkj_veeam_restore_session_iter *iter, struct bkj_veeam_restore_session **out, struct bkj_error **err);
const struct bkj_veeam_links *bkj_veeam_restore_session_links(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_links_json(const struct bkj_veeam_restore_session *session);
const struct bkj_veeam_restore_session *bkj_veeam_restore_session_list_at(const struct bkj_veeam_restore_session_list *list, size_t index);
void bkj_veeam_restore_session_list_free(struct bkj_veeam_restore_session_list *list);
size_t bkj_veeam_restore_session_list_len(const struct bkj_veeam_restore_session_list *list);
const char *bkj_veeam_restore_session_name(const struct bkj_veeam_restore_session *session);
int32_t bkj_veeam_restore_session_order_from_word(const char *word);
const char *bkj_veeam_restore_session_order_word(int32_t code);
const char *bkj_veeam_restore_session_organization(const struct bkj_veeam_restore_session *session);
void bkj_veeam_restore_session_query_free(struct bkj_veeam_restore_session_query *spec);
struct bkj_veeam_restore_session_query *bkj_veeam_restore_session_query_new(void);
bkj_status bkj_veeam_restore_session_query_set_ascending(struct bkj_veeam_restore_session_query *query, int32_t yes, struct bkj_error **err);
bkj_status bkj_veeam_restore_session_query_set_end_time_from(struct bkj_veeam_restore_session_query *query, int64_t unix_ms, struct bkj_error **err);
bkj_status bkj_veeam_restore_session_query_set_end_time_to(struct bkj_veeam_restore_session_query *query, int64_t unix_ms, struct bkj_error **err);
bkj_status bkj_veeam_restore_session_query_set_order_by(struct bkj_veeam_restore_session_query *query, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_restore_session_query_set_start_time_from(struct bkj_veeam_restore_session_query *query, int64_t unix_ms, struct bkj_error **err);
bkj_status bkj_veeam_restore_session_query_set_start_time_to(struct bkj_veeam_restore_session_query *query, int64_t unix_ms, struct bkj_error **err);
const char *bkj_veeam_restore_session_reason(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_result(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_scope_name(const struct bkj_veeam_restore_session *session);
const char *bkj_veeam_restore_session_state(const struct bkj_veeam_restore_session *session);
bkj_status bkj_veeam_restore_session_statistics(const struct bkj_veeam *client, const char *id, struct bkj_veeam_restore_session_statistics **out, struct bkj_error **err);
const char *bkj_veeam_restore_session_statistics_errors_at(const struct bkj_veeam_restore_session_statistics *statistics, size_t index);
size_t bkj_veeam_restore_session_statistics_errors_len(const struct bkj_veeam_restore_session_statistics *statistics);
const char *bkj_veeam_restore_session_statistics_extra_json(const struct bkj_veeam_restore_session_statistics *statistics);
bool bkj_veeam_restore_session_statistics_failed_items_count(const struct bkj_veeam_restore_session_statistics *statistics, int64_t *out);
void bkj_veeam_restore_session_statistics_free(struct bkj_veeam_restore_session_statistics *statistics);
const struct bkj_veeam_restored_item *bkj_veeam_restore_session_statistics_items_at(const struct bkj_veeam_restore_session_statistics *statistics, size_t index);
size_t bkj_veeam_restore_session_statistics_items_len(const struct bkj_veeam_restore_session_statistics *statistics);
bool bkj_veeam_restore_session_statistics_restored_items_count(const struct bkj_veeam_restore_session_statistics *statistics, int64_t *out);
bool bkj_veeam_restore_session_statistics_skipped_items_count(const struct bkj_veeam_restore_session_statistics *statistics, int64_t *out);
bool bkj_veeam_restore_session_statistics_total_items_count(const struct bkj_veeam_restore_session_statistics *statistics, int64_t *out);
const char *bkj_veeam_restore_session_statistics_warnings_at(const struct bkj_veeam_restore_session_statistics *statistics, size_t index);
size_t bkj_veeam_restore_session_statistics_warnings_len(const struct bkj_veeam_restore_session_statistics *statistics);
bkj_status bkj_veeam_restore_sessions(const struct bkj_veeam *client, struct bkj_veeam_restore_session_list **out, struct bkj_error **err);
const char *bkj_veeam_restored_item_cannot_continue_mailbox_error(const struct bkj_veeam_restored_item *item);
const struct bkj_veeam_restored_item *bkj_veeam_restored_item_child_items_at(const struct bkj_veeam_restored_item *item, size_t index);
size_t bkj_veeam_restored_item_child_items_len(const struct bkj_veeam_restored_item *item);
bool bkj_veeam_restored_item_created_mailbox_items_count(const struct bkj_veeam_restored_item *item, int64_t *out);
const char *bkj_veeam_restored_item_error(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_extra_json(const struct bkj_veeam_restored_item *item);
bool bkj_veeam_restored_item_failed_mailbox_items_count(const struct bkj_veeam_restored_item *item, int64_t *out);
const char *bkj_veeam_restored_item_id(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_item_type(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_kind(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_mailbox_email(const struct bkj_veeam_restored_item *item);
int32_t bkj_veeam_restored_item_mailbox_is_archive(const struct bkj_veeam_restored_item *item);
int32_t bkj_veeam_restored_item_mailbox_is_public(const struct bkj_veeam_restored_item *item);
bool bkj_veeam_restored_item_merged_mailbox_items_count(const struct bkj_veeam_restored_item *item, int64_t *out);
const char *bkj_veeam_restored_item_name(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_one_drive_site_id(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_one_drive_url(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_one_drive_web_id(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_path(const struct bkj_veeam_restored_item *item);
bool bkj_veeam_restored_item_skipped_mailbox_items_count(const struct bkj_veeam_restored_item *item, int64_t *out);
const char *bkj_veeam_restored_item_status(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_title(const struct bkj_veeam_restored_item *item);
const char *bkj_veeam_restored_item_warnings_at(const struct bkj_veeam_restored_item *item, size_t index);
size_t bkj_veeam_restored_item_warnings_len(const struct bkj_veeam_restored_item *item);
bkj_status bkj_veeam_selected_items(const struct bkj_veeam *client, const char *job_id, struct bkj_veeam_job_item_list **out, struct bkj_error **err);
bkj_status bkj_veeam_server(const struct bkj_veeam *client, struct bkj_server **out, struct bkj_error **err);
bkj_status bkj_veeam_service_instance(const struct bkj_veeam *client, struct bkj_veeam_service_instance **out, struct bkj_error **err);
const char *bkj_veeam_service_instance_extra_json(const struct bkj_veeam_service_instance *instance);
void bkj_veeam_service_instance_free(struct bkj_veeam_service_instance *instance);
const char *bkj_veeam_service_instance_installation_id(const struct bkj_veeam_service_instance *instance);
const char *bkj_veeam_service_instance_version(const struct bkj_veeam_service_instance *instance);
int32_t bkj_veeam_session_job_type_from_word(const char *word);
const char *bkj_veeam_session_job_type_word(int32_t code);
void bkj_veeam_session_query_free(struct bkj_veeam_session_query *spec);
struct bkj_veeam_session_query *bkj_veeam_session_query_new(void);
bkj_status bkj_veeam_session_query_set_end_time_lower_bound(struct bkj_veeam_session_query *query, int64_t unix_ms, struct bkj_error **err);
bkj_status bkj_veeam_session_query_set_end_time_upper_bound(struct bkj_veeam_session_query *query, int64_t unix_ms, struct bkj_error **err);
bkj_status bkj_veeam_session_query_set_job_id(struct bkj_veeam_session_query *query, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_session_query_set_job_type(struct bkj_veeam_session_query *query, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_session_query_set_status(struct bkj_veeam_session_query *query, const char *word, struct bkj_error **err);
bkj_status bkj_veeam_start_copy_job(const struct bkj_veeam *client, const char *id, struct bkj_veeam_job_session **out, struct bkj_error **err);
bkj_status bkj_veeam_start_job(const struct bkj_veeam *client, const char *id, int32_t full, struct bkj_veeam_job_session **out, struct bkj_error **err);
const char *bkj_veeam_statistics_bottleneck(const struct bkj_veeam_statistics *statistics);
const char *bkj_veeam_statistics_extra_json(const struct bkj_veeam_statistics *statistics);
bool bkj_veeam_statistics_processed_objects(const struct bkj_veeam_statistics *statistics, int64_t *out);
const char *bkj_veeam_statistics_processing_rate(const struct bkj_veeam_statistics *statistics);
bool bkj_veeam_statistics_processing_rate_bytes(const struct bkj_veeam_statistics *statistics, int64_t *out);
bool bkj_veeam_statistics_processing_rate_items(const struct bkj_veeam_statistics *statistics, int64_t *out);
const char *bkj_veeam_statistics_read_rate(const struct bkj_veeam_statistics *statistics);
bool bkj_veeam_statistics_read_rate_bytes(const struct bkj_veeam_statistics *statistics, int64_t *out);
const char *bkj_veeam_statistics_transferred_data(const struct bkj_veeam_statistics *statistics);
bool bkj_veeam_statistics_transferred_data_bytes(const struct bkj_veeam_statistics *statistics, int64_t *out);
const char *bkj_veeam_statistics_write_rate(const struct bkj_veeam_statistics *statistics);
bool bkj_veeam_statistics_write_rate_bytes(const struct bkj_veeam_statistics *statistics, int64_t *out);
bkj_status bkj_veeam_stop_copy_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_stop_job(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
bkj_status bkj_veeam_stop_restore_session(const struct bkj_veeam *client, const char *id, struct bkj_error **err);
const char *bkj_veeam_team_data_location(const struct bkj_veeam_team *team);
const char *bkj_veeam_team_description(const struct bkj_veeam_team *team);
const char *bkj_veeam_team_display_name(const struct bkj_veeam_team *team);
bool bkj_veeam_team_e_tag(const struct bkj_veeam_team *team, int64_t *out);
const char *bkj_veeam_team_extra_json(const struct bkj_veeam_team *team);
void bkj_veeam_team_free(struct bkj_veeam_team *team);
const char *bkj_veeam_team_id(const struct bkj_veeam_team *team);
const struct bkj_veeam_links *bkj_veeam_team_links(const struct bkj_veeam_team *team);
const char *bkj_veeam_team_links_json(const struct bkj_veeam_team *team);
const char *bkj_veeam_team_mail(const struct bkj_veeam_team *team);
const char *bkj_veeam_team_msid(const struct bkj_veeam_team *team);
bkj_status bkj_veeam_team_new(const char *id, const char *display_name, const char *mail, struct bkj_veeam_team **out, struct bkj_error **err);
bkj_status bkj_veeam_team_set_data_location(struct bkj_veeam_team *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_team_set_description(struct bkj_veeam_team *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_team_set_display_name(struct bkj_veeam_team *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_team_set_e_tag(struct bkj_veeam_team *object, int64_t number, struct bkj_error **err);
bkj_status bkj_veeam_team_set_extra_json(struct bkj_veeam_team *object, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_team_set_id(struct bkj_veeam_team *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_team_set_mail(struct bkj_veeam_team *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_team_set_msid(struct bkj_veeam_team *object, const char *text, struct bkj_error **err);
const char *bkj_veeam_url(const struct bkj_veeam *client);
bkj_status bkj_veeam_used_repositories(const struct bkj_veeam *client, const char *organization_id, struct bkj_veeam_used_repository_list **out, struct bkj_error **err);
const char *bkj_veeam_used_repository_details(const struct bkj_veeam_used_repository *repository);
const char *bkj_veeam_used_repository_extra_json(const struct bkj_veeam_used_repository *repository);
void bkj_veeam_used_repository_free(struct bkj_veeam_used_repository *repository);
int32_t bkj_veeam_used_repository_is_available(const struct bkj_veeam_used_repository *repository);
void bkj_veeam_used_repository_iter_free(struct bkj_veeam_used_repository_iter *iter);
bkj_status bkj_veeam_used_repository_iter_next(struct bkj_veeam_used_repository_iter *iter, struct bkj_veeam_used_repository **out, struct bkj_error **err);
const struct bkj_veeam_links *bkj_veeam_used_repository_links(const struct bkj_veeam_used_repository *repository);
const char *bkj_veeam_used_repository_links_json(const struct bkj_veeam_used_repository *repository);
const struct bkj_veeam_used_repository *bkj_veeam_used_repository_list_at(const struct bkj_veeam_used_repository_list *list, size_t index);
void bkj_veeam_used_repository_list_free(struct bkj_veeam_used_repository_list *list);
size_t bkj_veeam_used_repository_list_len(const struct bkj_veeam_used_repository_list *list);
bool bkj_veeam_used_repository_local_cache_used_space_bytes(const struct bkj_veeam_used_repository *repository, int64_t *out);
bool bkj_veeam_used_repository_object_storage_used_space_bytes(const struct bkj_veeam_used_repository *repository, int64_t *out);
bool bkj_veeam_used_repository_protected_objects_count(const struct bkj_veeam_used_repository *repository, int64_t *out);
const char *bkj_veeam_used_repository_repository_id(const struct bkj_veeam_used_repository *repository);
bool bkj_veeam_used_repository_used_space_bytes(const struct bkj_veeam_used_repository *repository, int64_t *out);
const char *bkj_veeam_user_data_location(const struct bkj_veeam_user *user);
const char *bkj_veeam_user_display_name(const struct bkj_veeam_user *user);
bool bkj_veeam_user_e_tag(const struct bkj_veeam_user *user, int64_t *out);
const char *bkj_veeam_user_extra_json(const struct bkj_veeam_user *user);
void bkj_veeam_user_free(struct bkj_veeam_user *user);
const char *bkj_veeam_user_id(const struct bkj_veeam_user *user);
const char *bkj_veeam_user_kind(const struct bkj_veeam_user *user);
const struct bkj_veeam_links *bkj_veeam_user_links(const struct bkj_veeam_user *user);
const char *bkj_veeam_user_links_json(const struct bkj_veeam_user *user);
const char *bkj_veeam_user_location_type(const struct bkj_veeam_user *user);
const char *bkj_veeam_user_msid(const struct bkj_veeam_user *user);
const char *bkj_veeam_user_name(const struct bkj_veeam_user *user);
bkj_status bkj_veeam_user_new(const char *id, struct bkj_veeam_user **out, struct bkj_error **err);
const char *bkj_veeam_user_office(const struct bkj_veeam_user *user);
const char *bkj_veeam_user_on_premises_sid(const struct bkj_veeam_user *user);
bkj_status bkj_veeam_user_set_data_location(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_display_name(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_e_tag(struct bkj_veeam_user *object, int64_t number, struct bkj_error **err);
bkj_status bkj_veeam_user_set_extra_json(struct bkj_veeam_user *object, const char *json, struct bkj_error **err);
bkj_status bkj_veeam_user_set_id(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_kind(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_location_type(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_msid(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_name(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_office(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_user_set_on_premises_sid(struct bkj_veeam_user *object, const char *text, struct bkj_error **err);
bkj_status bkj_veeam_with_cancel(const struct bkj_veeam *client, const struct bkj_cancel_token *cancel, struct bkj_veeam **out, struct bkj_error **err);
int32_t bkj_verb_from_name(const char *name);
const char *bkj_verb_name(int32_t code);
bool bkj_verdict_age_ms(const struct bkj_verdict *verdict, int64_t *out);
void bkj_verdict_free(struct bkj_verdict *verdict);
const char *bkj_verdict_job_id(const struct bkj_verdict *verdict);
const char *bkj_verdict_job_name(const struct bkj_verdict *verdict);
int32_t bkj_verdict_level(const struct bkj_verdict *verdict);
bkj_status bkj_verdict_of(const struct bkj_run *run, const struct bkj_policy *policy, struct bkj_verdict **out, struct bkj_error **err);
const char *bkj_verdict_reason(const struct bkj_verdict *verdict);
const struct bkj_run *bkj_verdict_run(const struct bkj_verdict *verdict);
const char *bkj_version(void);
int32_t bkj_version_number(void);
void bkj_wait_options_free(struct bkj_wait_options *options);
struct bkj_wait_options *bkj_wait_options_new(void);
bkj_status bkj_wait_options_set_deadline_ms(struct bkj_wait_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_wait_options_set_poll_max_ms(struct bkj_wait_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_wait_options_set_poll_min_ms(struct bkj_wait_options *options, uint64_t milliseconds, struct bkj_error **err);
bkj_status bkj_wait_options_set_unreachable_ms(struct bkj_wait_options *options, uint64_t milliseconds, struct bkj_error **err);
const struct bkj_error *bkj_wait_result_error(const struct bkj_wait_result *result);
const struct bkj_wait_result *bkj_wait_result_list_at(const struct bkj_wait_result_list *list, size_t index);
void bkj_wait_result_list_free(struct bkj_wait_result_list *list);
size_t bkj_wait_result_list_len(const struct bkj_wait_result_list *list);
const struct bkj_run *bkj_wait_result_run(const struct bkj_wait_result *result);
