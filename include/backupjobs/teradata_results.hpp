/* Teradata VantageCloud BaaS: what calls return. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TERADATA_RESULTS_HPP
#define BACKUPJOBS_TERADATA_RESULTS_HPP

#include "object.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace teradata {

/** The two products. */
enum class Dialect : std::int32_t {
    enterprise = BKJ_TERADATA_DIALECT_ENTERPRISE, lake = BKJ_TERADATA_DIALECT_LAKE,
};

/** `targetSiteDetails` of a job. */
BKJ_RESULT(TargetSite, teradata_target_site)
    BKJ_OPT(teradata_target_site, target_site_id) BKJ_NUM(teradata_target_site, target_retention_copies_count)
    BKJ_OPT(teradata_target_site, target_retention_source) BKJ_JSON(teradata_target_site, extra)
};
/** `last_execution_details` of a job. */
BKJ_RESULT(LastExecution, teradata_last_execution)
    BKJ_OPT(teradata_last_execution, status) BKJ_TIME(teradata_last_execution, start_time)
    BKJ_TIME(teradata_last_execution, end_time) BKJ_NUM(teradata_last_execution, backup_set_size)
    BKJ_OPT(teradata_last_execution, backup_job_id) BKJ_OPT(teradata_last_execution, backup_job_execution_id)
    BKJ_OPT(teradata_last_execution, restore_execution_id) BKJ_JSON(teradata_last_execution, extra)
};
/** One exception of an ObjectSelection. */
BKJ_RESULT(ExcludedObject, teradata_excluded_object)
    BKJ_OPT(teradata_excluded_object, object_name) BKJ_OPT(teradata_excluded_object, object_type)
    BKJ_JSON(teradata_excluded_object, extra)
};
/** One object of JobSettings. */
BKJ_RESULT(ObjectSelection, teradata_object_selection)
    BKJ_OPT(teradata_object_selection, object_name) BKJ_OPT(teradata_object_selection, object_type)
    BKJ_OPT(teradata_object_selection, parent_name) BKJ_OPT(teradata_object_selection, parent_type)
    BKJ_FLAG(teradata_object_selection, include_all) BKJ_OPT(teradata_object_selection, rename_to)
    BKJ_EACH(teradata_object_selection, exclude_objects, ExcludedObject) BKJ_JSON(teradata_object_selection, extra)
};
/** `job_settings` of a job. */
BKJ_RESULT(JobSettings, teradata_job_settings)
    BKJ_FLAG(teradata_job_settings, online) BKJ_EACH(teradata_job_settings, objects, ObjectSelection)
    BKJ_FLAG(teradata_job_settings, continue_job_on_access_right_violation)
    BKJ_FLAG(teradata_job_settings, run_as_a_copy_job)
    BKJ_OPT(teradata_job_settings, restore_to_a_different_database_on_target_site)
    BKJ_FLAG(teradata_job_settings, skip_statstics) BKJ_OPT(teradata_job_settings, retained_copy)
    BKJ_JSON(teradata_job_settings, extra)
};
/** A job. */
BKJ_RESULT(Job, teradata_job)
    BKJ_TEXT(teradata_job, job_id) BKJ_OPT(teradata_job, site_id) BKJ_OPT(teradata_job, name)
    BKJ_OPT(teradata_job, description) BKJ_WORD(teradata_job, job_type) BKJ_WORD(teradata_job, backup_type)
    BKJ_OPT(teradata_job, backup_mechanism) BKJ_FLAG(teradata_job, is_active)
    BKJ_FLAG(teradata_job, is_auto_abort_active) BKJ_SPAN(teradata_job, auto_abort_in_minutes, std::chrono::minutes)
    BKJ_NUM(teradata_job, priority) BKJ_NUM(teradata_job, no_of_retention_copies)
    BKJ_TIME(teradata_job, next_run_time) BKJ_OPT(teradata_job, site_target_type)
    BKJ_INSIDE(teradata_job, target_site_details, TargetSite)
    BKJ_INSIDE(teradata_job, last_execution_details, LastExecution)
    BKJ_INSIDE(teradata_job, job_settings, JobSettings) BKJ_JSON(teradata_job, extra)
};
/** One run of a backup or restore job: the documented members, in their order. */
BKJ_RESULT(Execution, teradata_execution)
    BKJ_OPT(teradata_execution, site_id) BKJ_OPT(teradata_execution, target_site) BKJ_OPT(teradata_execution, job_id)
    BKJ_OPT(teradata_execution, job_name) BKJ_OPT(teradata_execution, backup_mechanism)
    BKJ_WORD(teradata_execution, job_type) BKJ_TEXT(teradata_execution, execution_id)
    BKJ_OPT(teradata_execution, execution_name) BKJ_TIME(teradata_execution, start_time)
    BKJ_TIME(teradata_execution, end_time) BKJ_NUM(teradata_execution, backup_set_size)
    BKJ_OPT(teradata_execution, server_execution_id) BKJ_OPT(teradata_execution, parent_execution_id)
    BKJ_OPT(teradata_execution, status) BKJ_OPT(teradata_execution, saveset_replication_status)
    BKJ_FLAG(teradata_execution, is_saveset_retained) BKJ_FLAG(teradata_execution, is_saveset_deleted)
    BKJ_NUM(teradata_execution, saveset_id) BKJ_WORD(teradata_execution, run_type)
    BKJ_OPT(teradata_execution, site_type) BKJ_OPT(teradata_execution, status_detail)
    BKJ_JSON(teradata_execution, extra)
    BKJ_ENUM(teradata_execution, phase, Phase)
    /** Nothing while it is not known to be over. */
    BKJ_OUTCOME(teradata_execution)
};
/** How far the preparation of objects is. */
BKJ_RESULT(ObjectsPreparation, teradata_objects_preparation)
    BKJ_OPT(teradata_objects_preparation, status) BKJ_OPT(teradata_objects_preparation, details)
    BKJ_JSON(teradata_objects_preparation, extra) BKJ_ENUM(teradata_objects_preparation, phase, Phase)
    /** Nothing while it is not known to be over. */
    BKJ_OUTCOME(teradata_objects_preparation)
};
/** One object in a backup. */
BKJ_RESULT(BackupObject, teradata_backup_object)
    BKJ_OPT(teradata_backup_object, object_name) BKJ_OPT(teradata_backup_object, object_type)
    BKJ_OPT(teradata_backup_object, parent_name) BKJ_OPT(teradata_backup_object, parent_type)
    BKJ_NUM(teradata_backup_object, byte_count) BKJ_JSON(teradata_backup_object, extra)
};
/** A database. Its members are not documented. */
BKJ_RESULT(Database, teradata_database)
    BKJ_OPT(teradata_database, name) BKJ_JSON(teradata_database, extra)
};
/** Whether a user may restore. Its members are not documented. */
BKJ_RESULT(RestorePermissions, teradata_restore_permissions)
    BKJ_FLAG(teradata_restore_permissions, permitted) BKJ_OPT(teradata_restore_permissions, details)
    BKJ_JSON(teradata_restore_permissions, extra)
};
BKJ_LIST(Job, teradata_job)
BKJ_LIST(Execution, teradata_execution)
BKJ_LIST(BackupObject, teradata_backup_object)
BKJ_LIST(Database, teradata_database)
BKJ_ITER(Job, teradata_job)
BKJ_ITER(Execution, teradata_execution)
BKJ_ITER(BackupObject, teradata_backup_object)
BKJ_ITER(Database, teradata_database)

} // namespace teradata
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
