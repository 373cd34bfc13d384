/* The VMware vCenter appliance. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VCENTER_HPP
#define BACKUPJOBS_VCENTER_HPP

#include "server.hpp"
#include "vcenter_options.hpp"
#include "vcenter_results.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace vcenter {

/** A client of one appliance. May be used from any number of threads at once. */
class Client : public detail::Owner<bkj_vcenter, bkj_vcenter_free> {
public:
    using Owner::Owner;
    [[nodiscard]] static Returns<Client> create(std::string_view url, std::string_view username, std::string_view password,
                                                const ClientOptions &options = {}) {
        return BKJ_TAKE(Client, bkj_vcenter_new, url, username, password, options.make());
    }
    /** With an explicit choice; what is not set is found by the library. */
    [[nodiscard]] static Returns<Client> create(std::string_view url, std::optional<Dialect> dialect,
                                                std::optional<LoginMode> login, std::string_view username,
                                                std::string_view password, const ClientOptions &options = {}) {
        return BKJ_TAKE(Client, bkj_vcenter_new_with, url, dialect.value_or(Dialect{}), login.value_or(LoginMode{}), username,
                        password, options.make());
    }
#ifndef BACKUPJOBS_NO_EXCEPTIONS
    /** The same as create(). */
    Client(std::string_view url, std::string_view username, std::string_view password, const ClientOptions &options = {})
        : Client(create(url, username, password, options)) {}
    Client(std::string_view url, std::optional<Dialect> dialect, std::optional<LoginMode> login, std::string_view username,
           std::string_view password, const ClientOptions &options = {})
        : Client(create(url, dialect, login, username, password, options)) {}
#endif
    BKJ_CLIENT(vcenter)
    /** The dialect it speaks: the one given, or the one found; nothing before the first call. */
    [[nodiscard]] std::optional<Dialect> dialect() const noexcept {
        return detail::word<Dialect>(bkj_vcenter_dialect(get()), 0);
    }
    /** Without a request the job can be watched and stopped, but not started. */
    [[nodiscard]] Returns<Server> server(const std::optional<BackupRequest> &request = {}) const {
        return request ? BKJ_TAKE(Server, bkj_vcenter_server, get(), request->make())
                       : BKJ_TAKE(Server, bkj_vcenter_server, get(), nullptr);
    }
    BKJ_ALL(vcenter, session, SessionInfo, vcenter_session_info)
    Returns<BackupJobStatus> create_backup_job(const BackupRequest &request) const {
        return BKJ_MAKE(BackupJobStatus, vcenter_backup_job_status, bkj_vcenter_create_backup_job, get(), request.make());
    }
    [[nodiscard]] Returns<std::vector<std::string>> backup_jobs() const {
        return detail::give(detail::say_all(bkj_vcenter_backup_jobs, get()));
    }
    BKJ_GET(vcenter, backup_job, BackupJobStatus, vcenter_backup_job_status)
    BKJ_GET(vcenter, cancel_backup_job, ReturnResult, vcenter_return_result)
    /** The appliances that have backups at a place: names of directories such as sn_vcenter.example. */
    [[nodiscard]] Returns<std::vector<std::string>> system_names(const Location &at) const {
        return detail::give(detail::say_all(bkj_vcenter_system_names, get(), at.make()));
    }
    /** The archives of one appliance at a place. */
    [[nodiscard]] Returns<ArchiveSummaryList> archives(std::string_view system_name, const Location &at,
        const ArchiveQuery &query = {}) const {
        return BKJ_MAKE(ArchiveSummaryList, vcenter_archive_summary_list, bkj_vcenter_archives, get(), system_name,
            at.make(), query.make());
    }
    /** One archive of an appliance at a place. */
    [[nodiscard]] Returns<ArchiveInfo> archive(std::string_view system_name, std::string_view archive,
        const Location &at) const {
        return BKJ_MAKE(ArchiveInfo, vcenter_archive_info, bkj_vcenter_archive, get(), system_name, archive, at.make());
    }
    /** Details of these backups, or of all when ids is empty; newest first. */
    [[nodiscard]] Returns<BackupDetailsList> backup_details(const std::vector<std::string> &ids = {}) const {
        const detail::Texts texts(ids);
        return BKJ_MAKE(BackupDetailsList, vcenter_backup_details_list, bkj_vcenter_backup_details, get(),
            texts.data(), texts.size());
    }
    /** Looks whether a backup could work, without starting it: the destination, its credentials, the space. */
    [[nodiscard]] Returns<ReturnResult> validate_backup(const BackupRequest &request) const {
        return BKJ_MAKE(ReturnResult, vcenter_return_result, bkj_vcenter_validate_backup, get(), request.make());
    }
    /** The parts of this appliance. */
    [[nodiscard]] Returns<PartList> parts() const {
        return BKJ_MAKE(PartList, vcenter_part_list, bkj_vcenter_parts, get());
    }
    /** The size of a part in MB. */
    [[nodiscard]] Returns<std::int64_t> part_size(std::string_view id) const {
        return detail::give(detail::read<std::int64_t>(bkj_vcenter_part_size, get(), id));
    }
    /** Reads a backup's description and compares it with this appliance; restores nothing. */
    [[nodiscard]] Returns<RestoreMetadata> validate_restore(const RestoreRequest &request) const {
        return BKJ_MAKE(RestoreMetadata, vcenter_restore_metadata, bkj_vcenter_validate_restore, get(), request.make());
    }
    /** Whether this appliance can be backed up and restored at all. */
    [[nodiscard]] Returns<bool> recovery_supported() const {
        return detail::give(detail::read<bool>(bkj_vcenter_recovery_supported, get()));
    }
    /** All schedules. */
    [[nodiscard]] Returns<ScheduleList> schedules() const {
        return BKJ_MAKE(ScheduleList, vcenter_schedule_list, bkj_vcenter_schedules, get());
    }
    /** One schedule. */
    [[nodiscard]] Returns<Schedule> schedule(std::string_view id) const {
        return BKJ_MAKE(Schedule, vcenter_schedule, bkj_vcenter_schedule, get(), id);
    }
    /** Makes a schedule of that name. */
    Returns<void> create_schedule(std::string_view id, const ScheduleSpec &spec) const {
        return detail::give(detail::call(bkj_vcenter_create_schedule, get(), id, spec.make()));
    }
    /** Changes what is set in update, and leaves the rest. */
    Returns<void> update_schedule(std::string_view id, const ScheduleUpdate &update) const {
        return detail::give(detail::call(bkj_vcenter_update_schedule, get(), id, update.make()));
    }
    /** Deletes a schedule. */
    Returns<void> delete_schedule(std::string_view id) const {
        return detail::give(detail::call(bkj_vcenter_delete_schedule, get(), id));
    }
    /** Starts a backup as the schedule would, now. */
    Returns<BackupJobStatus> run_schedule(std::string_view id,
        const std::optional<std::string_view> &comment = {}) const {
        return BKJ_MAKE(BackupJobStatus, vcenter_backup_job_status, bkj_vcenter_run_schedule, get(), id, comment);
    }
};

/** Asks an appliance which dialect to speak with it, without credentials: the newer one, if it serves both. */
[[nodiscard]] inline Returns<Dialect> detect(std::string_view url, const ClientOptions &options = {}) {
    const auto found = detail::read<std::int32_t>(bkj_vcenter_detect, url, options.make());
    return detail::give(found.map([](std::int32_t code) { return static_cast<Dialect>(code); }));
}

} // namespace vcenter
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
