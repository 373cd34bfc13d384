/* The VMware vCenter appliance: what calls return. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VCENTER_RESULTS_HPP
#define BACKUPJOBS_VCENTER_RESULTS_HPP

#include "object.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace vcenter {

/** The two ways to ask an appliance. */
enum class Dialect : std::int32_t { rest = BKJ_VCENTER_DIALECT_REST, api = BKJ_VCENTER_DIALECT_API };
/** How requests prove who we are. */
enum class LoginMode : std::int32_t {
    session = BKJ_VCENTER_LOGIN_MODE_SESSION, basic = BKJ_VCENTER_LOGIN_MODE_BASIC,
};

/** A message in English, with its id and arguments. */
BKJ_RESULT(LocalizableMessage, vcenter_localizable_message)
    BKJ_OPT(vcenter_localizable_message, id) BKJ_OPT(vcenter_localizable_message, default_message)
    BKJ_TEXTS(vcenter_localizable_message, args) BKJ_JSON(vcenter_localizable_message, extra)
    BKJ_JSON(vcenter_localizable_message, params) BKJ_OPT(vcenter_localizable_message, localized)
};
/** Status of a backup. */
BKJ_RESULT(BackupJobStatus, vcenter_backup_job_status)
    BKJ_TEXT(vcenter_backup_job_status, id) BKJ_WORD(vcenter_backup_job_status, state)
    BKJ_EACH(vcenter_backup_job_status, messages, LocalizableMessage) BKJ_NUM(vcenter_backup_job_status, progress)
    BKJ_TIME(vcenter_backup_job_status, start_time) BKJ_TIME(vcenter_backup_job_status, end_time)
    BKJ_JSON(vcenter_backup_job_status, extra)
};
/** Answer to a cancel. */
BKJ_RESULT(ReturnResult, vcenter_return_result)
    BKJ_WORD(vcenter_return_result, status) BKJ_EACH(vcenter_return_result, messages, LocalizableMessage)
    BKJ_JSON(vcenter_return_result, extra)
};
/** What the server knows of our session. */
BKJ_RESULT(SessionInfo, vcenter_session_info)
    BKJ_OPT(vcenter_session_info, user) BKJ_TIME(vcenter_session_info, created_time)
    BKJ_TIME(vcenter_session_info, last_accessed_time) BKJ_JSON(vcenter_session_info, extra)
};

/** The id of the one job of an appliance in the common model. */
inline constexpr const char *appliance_backup = BKJ_VCENTER_APPLIANCE_BACKUP;

/** An archive in a list. */
BKJ_RESULT(ArchiveSummary, vcenter_archive_summary)
    BKJ_TEXT(vcenter_archive_summary, archive) BKJ_TIME(vcenter_archive_summary, timestamp)
    BKJ_OPT(vcenter_archive_summary, version) BKJ_OPT(vcenter_archive_summary, comment)
    BKJ_JSON(vcenter_archive_summary, extra)
};
/** An archive. */
BKJ_RESULT(ArchiveInfo, vcenter_archive_info)
    BKJ_TIME(vcenter_archive_info, timestamp) BKJ_OPT(vcenter_archive_info, location)
    BKJ_TEXTS(vcenter_archive_info, parts) BKJ_OPT(vcenter_archive_info, version)
    BKJ_OPT(vcenter_archive_info, system_name) BKJ_OPT(vcenter_archive_info, comment)
    BKJ_JSON(vcenter_archive_info, extra)
};
/** How far a backup is. Says nothing about success. */
BKJ_RESULT(TaskProgress, vcenter_task_progress)
    BKJ_NUM(vcenter_task_progress, total) BKJ_NUM(vcenter_task_progress, completed)
    BKJ_INSIDE(vcenter_task_progress, message, LocalizableMessage) BKJ_JSON(vcenter_task_progress, extra)
};
/** Version of an appliance. */
BKJ_RESULT(BuildInfo, vcenter_build_info)
    BKJ_OPT(vcenter_build_info, version_name) BKJ_OPT(vcenter_build_info, version)
    BKJ_OPT(vcenter_build_info, build_number) BKJ_JSON(vcenter_build_info, extra)
};
/** Why a backup failed: an error of any of the vendor's types. */
BKJ_RESULT(TaskError, vcenter_task_error)
    BKJ_OPT(vcenter_task_error, error_type) BKJ_EACH(vcenter_task_error, messages, LocalizableMessage)
    BKJ_JSON(vcenter_task_error, extra)
};
/** A resource of any type. */
BKJ_RESULT(DynamicId, vcenter_dynamic_id)
    BKJ_OPT(vcenter_dynamic_id, kind) BKJ_OPT(vcenter_dynamic_id, id) BKJ_JSON(vcenter_dynamic_id, extra)
};
/** Details of a backup. */
BKJ_RESULT(BackupDetails, vcenter_backup_details)
    BKJ_TEXT(vcenter_backup_details, id) BKJ_OPT(vcenter_backup_details, location)
    BKJ_OPT(vcenter_backup_details, location_user) BKJ_WORD(vcenter_backup_details, kind)
    BKJ_WORD(vcenter_backup_details, status) BKJ_EACH(vcenter_backup_details, messages, LocalizableMessage)
    BKJ_INSIDE(vcenter_backup_details, progress, TaskProgress) BKJ_SPAN(vcenter_backup_details, duration, std::chrono::seconds)
    BKJ_NUM(vcenter_backup_details, size) BKJ_TIME(vcenter_backup_details, start_time)
    BKJ_TIME(vcenter_backup_details, end_time) BKJ_INSIDE(vcenter_backup_details, build, BuildInfo)
    BKJ_FLAG(vcenter_backup_details, fast_backup) BKJ_INSIDE(vcenter_backup_details, error, TaskError)
    BKJ_FLAG(vcenter_backup_details, cancelable) BKJ_INSIDE(vcenter_backup_details, description, LocalizableMessage)
    BKJ_OPT(vcenter_backup_details, service) BKJ_OPT(vcenter_backup_details, operation)
    BKJ_OPT(vcenter_backup_details, parent) BKJ_INSIDE(vcenter_backup_details, target, DynamicId)
    BKJ_OPT(vcenter_backup_details, user) BKJ_JSON(vcenter_backup_details, extra)
};
/** A part of the appliance. */
BKJ_RESULT(Part, vcenter_part)
    BKJ_TEXT(vcenter_part, id) BKJ_INSIDE(vcenter_part, name, LocalizableMessage)
    BKJ_INSIDE(vcenter_part, description, LocalizableMessage) BKJ_FLAG(vcenter_part, selected_by_default)
    BKJ_FLAG(vcenter_part, optional) BKJ_FLAG(vcenter_part, standalone) BKJ_JSON(vcenter_part, extra)
};
/** When a schedule runs. The clock is the appliance's (which zone it means is not documented). */
BKJ_RESULT(RecurrenceInfo, vcenter_recurrence_info)
    BKJ_NUM(vcenter_recurrence_info, minute) BKJ_NUM(vcenter_recurrence_info, hour)
    BKJ_TEXTS(vcenter_recurrence_info, days) BKJ_JSON(vcenter_recurrence_info, extra)
};
/** How many backups a schedule keeps. */
BKJ_RESULT(RetentionInfo, vcenter_retention_info)
    BKJ_NUM(vcenter_retention_info, max_count) BKJ_JSON(vcenter_retention_info, extra)
};
/** What a backup is, and whether it fits this appliance (Metadata in the vendor's words). */
BKJ_RESULT(RestoreMetadata, vcenter_restore_metadata)
    BKJ_TIME(vcenter_restore_metadata, timestamp) BKJ_TEXTS(vcenter_restore_metadata, parts)
    BKJ_OPT(vcenter_restore_metadata, version) BKJ_OPT(vcenter_restore_metadata, boxname)
    BKJ_FLAG(vcenter_restore_metadata, sso_login_required) BKJ_OPT(vcenter_restore_metadata, comment)
    BKJ_FLAG(vcenter_restore_metadata, applicable) BKJ_EACH(vcenter_restore_metadata, messages, LocalizableMessage)
    BKJ_JSON(vcenter_restore_metadata, extra)
};
/** A schedule. Its passwords are never told. */
BKJ_RESULT(Schedule, vcenter_schedule)
    BKJ_TEXT(vcenter_schedule, id) BKJ_TEXTS(vcenter_schedule, parts) BKJ_OPT(vcenter_schedule, location)
    BKJ_OPT(vcenter_schedule, location_user) BKJ_FLAG(vcenter_schedule, enable)
    BKJ_INSIDE(vcenter_schedule, recurrence_info, RecurrenceInfo)
    BKJ_INSIDE(vcenter_schedule, retention_info, RetentionInfo) BKJ_FLAG(vcenter_schedule, fast_backup)
    BKJ_JSON(vcenter_schedule, extra)
};
BKJ_LIST(ArchiveSummary, vcenter_archive_summary)
BKJ_LIST(BackupDetails, vcenter_backup_details)
BKJ_LIST(Part, vcenter_part)
BKJ_LIST(Schedule, vcenter_schedule)

} // namespace vcenter
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
