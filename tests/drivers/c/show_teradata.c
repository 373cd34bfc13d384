/* Printing Teradata's objects. */
#include "driver.h"

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

void show_teradata_job(const struct path *path, const struct bkj_teradata_job *o)
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

void show_execution(const struct path *path, const struct bkj_teradata_execution *o)
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

void show_preparation(const struct path *path, const struct bkj_teradata_objects_preparation *o)
{
    TEXT(bkj_teradata_objects_preparation, status);
    TEXT(bkj_teradata_objects_preparation, details);
    JSON(bkj_teradata_objects_preparation, extra);
}

void show_backup_object(const struct path *path, const struct bkj_teradata_backup_object *o)
{
    TEXT(bkj_teradata_backup_object, object_name);
    TEXT(bkj_teradata_backup_object, object_type);
    TEXT(bkj_teradata_backup_object, parent_name);
    TEXT(bkj_teradata_backup_object, parent_type);
    NUMBER(bkj_teradata_backup_object, byte_count);
    JSON(bkj_teradata_backup_object, extra);
}

void show_permissions(const struct path *path, const struct bkj_teradata_restore_permissions *o)
{
    FLAG(bkj_teradata_restore_permissions, permitted);
    TEXT(bkj_teradata_restore_permissions, details);
    JSON(bkj_teradata_restore_permissions, extra);
}

void show_database(const struct path *path, const struct bkj_teradata_database *o)
{
    TEXT(bkj_teradata_database, name);
    JSON(bkj_teradata_database, extra);
}
