/* The VMware vCenter appliance. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VCENTER_HPP
#define BACKUPJOBS_VCENTER_HPP

#include "common.hpp"

namespace backupjobs {

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
    BKJ_INSIDE(vcenter_backup_details, progress, TaskProgress) BKJ_NUM(vcenter_backup_details, duration)
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
/** What to back up, and where to. */
struct BackupRequest {
    /** A word such as "SFTP". */
    std::string location_type;
    /** Path or URL. */
    std::string location;
    std::optional<std::string> location_user, location_password, backup_password, comment;
    /** Optional parts, such as "seat". */
    std::vector<std::string> parts;
    /** 7.0 U2 and later. */
    std::optional<bool> fast_backup = {};

    detail::Handle<bkj_vcenter_backup_request> make() const {
        detail::Handle<bkj_vcenter_backup_request> made(
            detail::make<bkj_vcenter_backup_request>(bkj_vcenter_backup_request_new, location_type.c_str(),
                                                     location.c_str()),
            bkj_vcenter_backup_request_free);
        const auto set = [&made](auto setter, const std::optional<std::string> &value) {
            detail::call(setter, made.get(), detail::chars(value));
        };
        set(bkj_vcenter_backup_request_set_location_user, location_user);
        set(bkj_vcenter_backup_request_set_location_password, location_password);
        set(bkj_vcenter_backup_request_set_backup_password, backup_password);
        set(bkj_vcenter_backup_request_set_comment, comment);
        const auto texts = detail::chars(parts);
        detail::call(bkj_vcenter_backup_request_set_parts, made.get(), texts.data(), texts.size());
        detail::call(bkj_vcenter_backup_request_set_fast_backup, made.get(), detail::flag(fast_backup));
        return made;
    }
};

/** Which archives to list (FilterSpec in the vendor's words). Unset members are not sent. */
struct ArchiveQuery {
    std::optional<TimePoint> start_timestamp;
    std::optional<TimePoint> end_timestamp;
    std::optional<std::string> comment_substring;
    std::optional<std::int64_t> max_results;

    detail::Handle<bkj_vcenter_archive_query> make() const {
        detail::Handle<bkj_vcenter_archive_query> made(bkj_vcenter_archive_query_new(), bkj_vcenter_archive_query_free);
        detail::call(bkj_vcenter_archive_query_set_start_timestamp, made.get(), detail::unix_ms(start_timestamp));
        detail::call(bkj_vcenter_archive_query_set_end_timestamp, made.get(), detail::unix_ms(end_timestamp));
        detail::call(bkj_vcenter_archive_query_set_comment_substring, made.get(), detail::chars(comment_substring));
        detail::call(bkj_vcenter_archive_query_set_max_results, made.get(), max_results.value_or(BKJ_ABSENT));
        return made;
    }
};

/** A place with backups, and who may read it (LocationSpec in the vendor's words). Unset members are not sent. */
struct Location {
    std::string location;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;

    detail::Handle<bkj_vcenter_location> make() const {
        detail::Handle<bkj_vcenter_location> made(detail::make<bkj_vcenter_location>(bkj_vcenter_location_new, location.c_str()), bkj_vcenter_location_free);
        detail::call(bkj_vcenter_location_set_location_user, made.get(), detail::chars(location_user));
        detail::call(bkj_vcenter_location_set_location_password, made.get(), detail::chars(location_password));
        return made;
    }
};

/** When a schedule runs. The clock is the appliance's (which zone it means is not documented). */
struct NewRecurrenceInfo {
    std::int64_t hour;
    std::int64_t minute;
    std::vector<std::string> days;
    std::optional<std::string> extra_json;

    detail::Handle<bkj_vcenter_recurrence_info> make() const {
        detail::Handle<bkj_vcenter_recurrence_info> made(detail::make<bkj_vcenter_recurrence_info>(bkj_vcenter_recurrence_info_new, hour, minute), bkj_vcenter_recurrence_info_free);
        if (!days.empty()) {
            const auto texts = detail::chars(days);
            detail::call(bkj_vcenter_recurrence_info_set_days, made.get(), texts.data(), texts.size());
        }
        if (extra_json) {
            detail::call(bkj_vcenter_recurrence_info_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** How many backups a schedule keeps. */
struct NewRetentionInfo {
    std::int64_t max_count;
    std::optional<std::string> extra_json;

    detail::Handle<bkj_vcenter_retention_info> make() const {
        detail::Handle<bkj_vcenter_retention_info> made(detail::make<bkj_vcenter_retention_info>(bkj_vcenter_retention_info_new, max_count), bkj_vcenter_retention_info_free);
        if (extra_json) {
            detail::call(bkj_vcenter_retention_info_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** Which backup to restore. Unset members are not sent. */
struct RestoreRequest {
    std::string location_type;
    std::string location;
    std::vector<std::string> parts;
    std::optional<std::string> backup_password;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;
    std::optional<std::string> sso_admin_user_name;
    std::optional<std::string> sso_admin_user_password;

    detail::Handle<bkj_vcenter_restore_request> make() const {
        detail::Handle<bkj_vcenter_restore_request> made(detail::make<bkj_vcenter_restore_request>(bkj_vcenter_restore_request_new, location_type.c_str(), location.c_str()), bkj_vcenter_restore_request_free);
        if (!parts.empty()) {
            const auto texts = detail::chars(parts);
            detail::call(bkj_vcenter_restore_request_set_parts, made.get(), texts.data(), texts.size());
        }
        detail::call(bkj_vcenter_restore_request_set_backup_password, made.get(), detail::chars(backup_password));
        detail::call(bkj_vcenter_restore_request_set_location_user, made.get(), detail::chars(location_user));
        detail::call(bkj_vcenter_restore_request_set_location_password, made.get(), detail::chars(location_password));
        detail::call(bkj_vcenter_restore_request_set_sso_admin_user_name, made.get(), detail::chars(sso_admin_user_name));
        detail::call(bkj_vcenter_restore_request_set_sso_admin_user_password, made.get(), detail::chars(sso_admin_user_password));
        return made;
    }
};

/** A schedule to be made (CreateSpec in the vendor's words). Unset members are not sent. */
struct ScheduleSpec {
    std::string location;
    std::vector<std::string> parts;
    std::optional<std::string> backup_password;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;
    std::optional<bool> enable;
    std::optional<NewRecurrenceInfo> recurrence_info;
    std::optional<NewRetentionInfo> retention_info;
    std::optional<bool> fast_backup;

    detail::Handle<bkj_vcenter_schedule_spec> make() const {
        detail::Handle<bkj_vcenter_schedule_spec> made(detail::make<bkj_vcenter_schedule_spec>(bkj_vcenter_schedule_spec_new, location.c_str()), bkj_vcenter_schedule_spec_free);
        if (!parts.empty()) {
            const auto texts = detail::chars(parts);
            detail::call(bkj_vcenter_schedule_spec_set_parts, made.get(), texts.data(), texts.size());
        }
        detail::call(bkj_vcenter_schedule_spec_set_backup_password, made.get(), detail::chars(backup_password));
        detail::call(bkj_vcenter_schedule_spec_set_location_user, made.get(), detail::chars(location_user));
        detail::call(bkj_vcenter_schedule_spec_set_location_password, made.get(), detail::chars(location_password));
        detail::call(bkj_vcenter_schedule_spec_set_enable, made.get(), detail::flag(enable));
        if (recurrence_info) {
            detail::call(bkj_vcenter_schedule_spec_set_recurrence_info, made.get(), recurrence_info->make().get());
        }
        if (retention_info) {
            detail::call(bkj_vcenter_schedule_spec_set_retention_info, made.get(), retention_info->make().get());
        }
        detail::call(bkj_vcenter_schedule_spec_set_fast_backup, made.get(), detail::flag(fast_backup));
        return made;
    }
};

/** What is to change of a schedule (UpdateSpec in the vendor's words). Unset members stay as they are. */
struct ScheduleUpdate {
    std::optional<std::vector<std::string>> parts;
    std::optional<std::string> backup_password;
    std::optional<std::string> location;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;
    std::optional<bool> enable;
    std::optional<NewRecurrenceInfo> recurrence_info;
    std::optional<NewRetentionInfo> retention_info;
    std::optional<bool> fast_backup;

    detail::Handle<bkj_vcenter_schedule_update> make() const {
        detail::Handle<bkj_vcenter_schedule_update> made(bkj_vcenter_schedule_update_new(), bkj_vcenter_schedule_update_free);
        if (parts) {
            const auto texts = detail::chars(*parts);
            detail::call(bkj_vcenter_schedule_update_set_parts, made.get(), texts.data(), texts.size());
        }
        detail::call(bkj_vcenter_schedule_update_set_backup_password, made.get(), detail::chars(backup_password));
        detail::call(bkj_vcenter_schedule_update_set_location, made.get(), detail::chars(location));
        detail::call(bkj_vcenter_schedule_update_set_location_user, made.get(), detail::chars(location_user));
        detail::call(bkj_vcenter_schedule_update_set_location_password, made.get(), detail::chars(location_password));
        detail::call(bkj_vcenter_schedule_update_set_enable, made.get(), detail::flag(enable));
        if (recurrence_info) {
            detail::call(bkj_vcenter_schedule_update_set_recurrence_info, made.get(), recurrence_info->make().get());
        }
        if (retention_info) {
            detail::call(bkj_vcenter_schedule_update_set_retention_info, made.get(), retention_info->make().get());
        }
        detail::call(bkj_vcenter_schedule_update_set_fast_backup, made.get(), detail::flag(fast_backup));
        return made;
    }
};

/** A client of one appliance. May be used from any number of threads at once. */
class Client {
public:
    Client(const std::string &url, const std::string &username, const std::string &password,
           const ClientOptions &options = {})
        : Client(detail::make<bkj_vcenter>(bkj_vcenter_new, url.c_str(), username.c_str(), password.c_str(),
                                           options.make().get())) {}
    /** With an explicit choice; what is not set is found by the library. */
    Client(const std::string &url, std::optional<Dialect> dialect, std::optional<LoginMode> login,
           const std::string &username, const std::string &password, const ClientOptions &options = {})
        : Client(detail::make<bkj_vcenter>(bkj_vcenter_new_with, url.c_str(),
                                           dialect ? static_cast<std::int32_t>(*dialect) : 0,
                                           login ? static_cast<std::int32_t>(*login) : 0, username.c_str(),
                                           password.c_str(), options.make().get())) {}
    BKJ_CLIENT(vcenter)
    /** The dialect it speaks: the one given, or the one found; nothing before the first call. */
    std::optional<Dialect> dialect() const {
        const std::int32_t code = bkj_vcenter_dialect(get());
        return code != 0 ? std::optional<Dialect>(static_cast<Dialect>(code)) : std::nullopt;
    }
    /** Without a request the job can be watched and stopped, but not started. */
    Server server(const std::optional<BackupRequest> &request = {}) const {
        const bkj_vcenter_backup_request *none = nullptr;
        return Server(request ? detail::make<bkj_server>(bkj_vcenter_server, get(), request->make().get())
                              : detail::make<bkj_server>(bkj_vcenter_server, get(), none));
    }
    BKJ_ALL(vcenter, session, SessionInfo, vcenter_session_info)
    BackupJobStatus create_backup_job(const BackupRequest &request) const {
        const auto made = request.make();
        return BKJ_MAKE(BackupJobStatus, vcenter_backup_job_status, bkj_vcenter_create_backup_job, get(), made.get());
    }
    std::vector<std::string> backup_jobs() const {
        const detail::Handle<bkj_string_list> list(detail::make<bkj_string_list>(bkj_vcenter_backup_jobs, get()),
                                                   bkj_string_list_free);
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < bkj_string_list_len(list.get()); i++) {
            ids.emplace_back(bkj_string_list_at(list.get(), i));
        }
        return ids;
    }
    BKJ_GET(vcenter, backup_job, BackupJobStatus, vcenter_backup_job_status)
    BKJ_GET(vcenter, cancel_backup_job, ReturnResult, vcenter_return_result)
    /** The appliances that have backups at a place: names of directories such as sn_vcenter.example. */
    std::vector<std::string> system_names(const Location &at) const {
        return detail::texts(detail::make<bkj_string_list>(bkj_vcenter_system_names, get(), at.make().get()));
    }
    /** The archives of one appliance at a place. */
    ArchiveSummaryList archives(const std::string &system_name, const Location &at, const ArchiveQuery &query = {}) const {
        return BKJ_MAKE(ArchiveSummaryList, vcenter_archive_summary_list, bkj_vcenter_archives, get(), system_name.c_str(), at.make().get(), query.make().get());
    }
    /** One archive of an appliance at a place. */
    ArchiveInfo archive(const std::string &system_name, const std::string &archive, const Location &at) const {
        return BKJ_MAKE(ArchiveInfo, vcenter_archive_info, bkj_vcenter_archive, get(), system_name.c_str(), archive.c_str(), at.make().get());
    }
    /** Details of these backups, or of all when ids is empty; newest first. */
    BackupDetailsList backup_details(const std::vector<std::string> &ids = {}) const {
        const auto texts = detail::chars(ids);
        return BKJ_MAKE(BackupDetailsList, vcenter_backup_details_list, bkj_vcenter_backup_details, get(), texts.data(), texts.size());
    }
    /** Looks whether a backup could work, without starting it: the destination, its credentials, the space. */
    ReturnResult validate_backup(const BackupRequest &request) const {
        return BKJ_MAKE(ReturnResult, vcenter_return_result, bkj_vcenter_validate_backup, get(), request.make().get());
    }
    /** The parts of this appliance. */
    PartList parts() const {
        return BKJ_MAKE(PartList, vcenter_part_list, bkj_vcenter_parts, get());
    }
    /** The size of a part in MB. */
    std::int64_t part_size(const std::string &id) const {
        std::int64_t out = 0;
        detail::call(bkj_vcenter_part_size, get(), id.c_str(), &out);
        return out;
    }
    /** Reads a backup's description and compares it with this appliance; restores nothing. */
    RestoreMetadata validate_restore(const RestoreRequest &request) const {
        return BKJ_MAKE(RestoreMetadata, vcenter_restore_metadata, bkj_vcenter_validate_restore, get(), request.make().get());
    }
    /** Whether this appliance can be backed up and restored at all. */
    bool recovery_supported() const {
        bool out = false;
        detail::call(bkj_vcenter_recovery_supported, get(), &out);
        return out;
    }
    /** All schedules. */
    ScheduleList schedules() const {
        return BKJ_MAKE(ScheduleList, vcenter_schedule_list, bkj_vcenter_schedules, get());
    }
    /** One schedule. */
    Schedule schedule(const std::string &id) const {
        return BKJ_MAKE(Schedule, vcenter_schedule, bkj_vcenter_schedule, get(), id.c_str());
    }
    /** Makes a schedule of that name. */
    void create_schedule(const std::string &id, const ScheduleSpec &spec) const {
        detail::call(bkj_vcenter_create_schedule, get(), id.c_str(), spec.make().get());
    }
    /** Changes what is set in update, and leaves the rest. */
    void update_schedule(const std::string &id, const ScheduleUpdate &update) const {
        detail::call(bkj_vcenter_update_schedule, get(), id.c_str(), update.make().get());
    }
    /** Deletes a schedule. */
    void delete_schedule(const std::string &id) const {
        detail::call(bkj_vcenter_delete_schedule, get(), id.c_str());
    }
    /** Starts a backup as the schedule would, now. */
    BackupJobStatus run_schedule(const std::string &id, const std::optional<std::string> &comment = {}) const {
        return BKJ_MAKE(BackupJobStatus, vcenter_backup_job_status, bkj_vcenter_run_schedule, get(), id.c_str(), detail::chars(comment));
    }
};

/** Asks an appliance which dialect to speak with it, without credentials: the newer one, if it serves both. */
inline Dialect detect(const std::string &url, const ClientOptions &options = {}) {
    std::int32_t found = 0;
    detail::call(bkj_vcenter_detect, url.c_str(), options.make().get(), &found);
    return static_cast<Dialect>(found);
}

} // namespace vcenter

} // namespace backupjobs

#endif
