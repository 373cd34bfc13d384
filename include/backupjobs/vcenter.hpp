/* The VMware vCenter appliance. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VCENTER_HPP
#define BACKUPJOBS_VCENTER_HPP

#include "common.hpp"

namespace backupjobs {

namespace vcenter {

/** A message in English, with its id and arguments. */
BKJ_RESULT(LocalizableMessage, vcenter_localizable_message)
    BKJ_OPT(vcenter_localizable_message, id) BKJ_OPT(vcenter_localizable_message, default_message)
    BKJ_TEXTS(vcenter_localizable_message, args) BKJ_JSON(vcenter_localizable_message, extra)
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

/** What to back up, and where to. */
struct BackupRequest {
    /** A word such as "SFTP". */
    std::string location_type;
    /** Path or URL. */
    std::string location;
    std::optional<std::string> location_user, location_password, backup_password, comment;
    /** Optional parts, such as "seat". */
    std::vector<std::string> parts;

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
    BKJ_CLIENT(vcenter)
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
};

} // namespace vcenter

} // namespace backupjobs

#endif
