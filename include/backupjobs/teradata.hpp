/* Teradata VantageCloud BaaS. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TERADATA_HPP
#define BACKUPJOBS_TERADATA_HPP

#include "common.hpp"

namespace backupjobs {

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
    BKJ_FLAG(teradata_job, is_auto_abort_active) BKJ_NUM(teradata_job, auto_abort_in_minutes)
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
    std::optional<Outcome> outcome() const { return detail::outcome(bkj_teradata_execution_outcome(get())); }
};
/** How far the preparation of objects is. */
BKJ_RESULT(ObjectsPreparation, teradata_objects_preparation)
    BKJ_OPT(teradata_objects_preparation, status) BKJ_OPT(teradata_objects_preparation, details)
    BKJ_JSON(teradata_objects_preparation, extra) BKJ_ENUM(teradata_objects_preparation, phase, Phase)
    /** Nothing while it is not known to be over. */
    std::optional<Outcome> outcome() const { return detail::outcome(bkj_teradata_objects_preparation_outcome(get())); }
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

/** Which jobs to list; nothing set: all. */
struct JobQuery {
    std::optional<bool> is_active;
    /** "BACKUP" or "RESTORE". */
    std::optional<std::string> job_type;
    /** From 1; not set: all pages. */
    std::optional<std::uint32_t> page;
    std::uint32_t page_size = 0;

    detail::Handle<bkj_teradata_job_query> make() const {
        detail::Handle<bkj_teradata_job_query> made(bkj_teradata_job_query_new(), bkj_teradata_job_query_free);
        detail::call(bkj_teradata_job_query_set_is_active, made.get(), detail::flag(is_active));
        detail::call(bkj_teradata_job_query_set_job_type, made.get(), detail::chars(job_type));
        detail::call(bkj_teradata_job_query_set_page, made.get(), page ? std::int64_t{*page} : BKJ_ABSENT);
        detail::call(bkj_teradata_job_query_set_page_size, made.get(), page_size);
        return made;
    }
};

/** An object to leave out, or to restore: all of it. `kind` is its type, such as "DATABASE". */
struct Named {
    std::string name, kind;
};

/** One object to restore. */
struct Selection {
    std::string name;
    std::string kind = "DATABASE";
    /** The object above it. */
    std::optional<Named> parent;
    std::optional<std::string> rename_to;
    std::vector<Named> exclude;

    Selection(std::string name, std::string kind = "DATABASE") : name(std::move(name)), kind(std::move(kind)) {}
    /** All of an object of a backup, under its own name. */
    Selection(const BackupObject &object)
        : name(object.object_name().value_or("")), kind(object.object_type().value_or("")) {
        if (object.parent_name()) {
            parent = Named{*object.parent_name(), object.parent_type().value_or("")};
        }
    }
    detail::Handle<bkj_teradata_object_selection> make() const {
        detail::Handle<bkj_teradata_object_selection> made(
            detail::make<bkj_teradata_object_selection>(bkj_teradata_object_selection_new, name.c_str(), kind.c_str()),
            bkj_teradata_object_selection_free);
        if (parent) {
            detail::call(bkj_teradata_object_selection_set_parent, made.get(), parent->name.c_str(), parent->kind.c_str());
        }
        if (rename_to) {
            detail::call(bkj_teradata_object_selection_set_rename_to, made.get(), rename_to->c_str());
        }
        for (const Named &one : exclude) {
            detail::call(bkj_teradata_object_selection_add_exclude, made.get(), one.name.c_str(), one.kind.c_str());
        }
        return made;
    }
};

/** What to restore, and where to; the database user is the one that restores. */
struct RestoreRequest {
    std::string name, target_site, username, password;
    std::vector<Selection> objects;
    bool continue_job_on_access_right_violation = false, run_as_a_copy_job = false;
    /** Spelt so by the vendor. */
    bool skip_statstics = false;
    bool skip_join_or_hash_indexes = false;

    detail::Handle<bkj_teradata_restore_request> make() const {
        detail::Handle<bkj_teradata_restore_request> made(
            detail::make<bkj_teradata_restore_request>(bkj_teradata_restore_request_new, name.c_str(), target_site.c_str(),
                                                       username.c_str(), password.c_str()),
            bkj_teradata_restore_request_free);
        for (const Selection &object : objects) {
            detail::call(bkj_teradata_restore_request_add_object, made.get(), object.make().get());
        }
        detail::call(bkj_teradata_restore_request_set_continue_job_on_access_right_violation, made.get(),
                     continue_job_on_access_right_violation);
        detail::call(bkj_teradata_restore_request_set_run_as_a_copy_job, made.get(), run_as_a_copy_job);
        detail::call(bkj_teradata_restore_request_set_skip_statstics, made.get(), skip_statstics);
        detail::call(bkj_teradata_restore_request_set_skip_join_or_hash_indexes, made.get(), skip_join_or_hash_indexes);
        return made;
    }
};

/** Where the bearer token comes from, besides a text and a function. Made once, used for any number of clients. */
class TokenFrom {
public:
    /** A program that prints the token; no shell. */
    static TokenFrom command(const std::vector<std::string> &argv, Milliseconds timeout = Milliseconds(30'000)) {
        const auto texts = detail::chars(argv);
        return TokenFrom(detail::make<bkj_teradata_token_source>(bkj_teradata_token_source_command, texts.data(),
                                                                    texts.size(),
                                                                    static_cast<std::uint64_t>(timeout.count())));
    }
    /** An OAuth 2.0 token endpoint, asked with the client credentials grant. */
    static TokenFrom client_credentials(const std::string &token_url, const std::string &client_id,
                                           const std::string &client_secret,
                                           const std::optional<std::string> &scope = {}) {
        return TokenFrom(detail::make<bkj_teradata_token_source>(bkj_teradata_token_source_client_credentials,
                                                                    token_url.c_str(), client_id.c_str(),
                                                                    client_secret.c_str(), detail::chars(scope)));
    }
    /** A token for Lake, signed here out of a personal access token. */
    static TokenFrom lake_jwt(const std::string &personal_access_token, const std::string &private_key,
                                 const std::string &key_name, const std::string &username,
                                 const std::string &organization) {
        return TokenFrom(detail::make<bkj_teradata_token_source>(
            bkj_teradata_token_source_lake_jwt, personal_access_token.c_str(), private_key.c_str(), key_name.c_str(),
            username.c_str(), organization.c_str()));
    }
    /** User and password in every request. */
    static TokenFrom basic(const std::string &username, const std::string &password) {
        return TokenFrom(detail::make<bkj_teradata_token_source>(bkj_teradata_token_source_basic, username.c_str(),
                                                                    password.c_str()));
    }
    /** For a Lake token: a BKJ_TERADATA_ORGANIZATION_CLAIM_… number. */
    void set_organization_claim(std::int32_t claim) {
        detail::call(bkj_teradata_token_source_set_organization_claim, source_.get(), claim);
    }
    /** For a Lake token: how long each is good for. */
    void set_lifetime(Milliseconds lifetime) {
        detail::call(bkj_teradata_token_source_set_lifetime_ms, source_.get(),
                     static_cast<std::uint64_t>(lifetime.count()));
    }
    const bkj_teradata_token_source *get() const noexcept { return source_.get(); }

private:
    explicit TokenFrom(bkj_teradata_token_source *source) : source_(source, bkj_teradata_token_source_free) {}
    detail::Handle<bkj_teradata_token_source> source_;
};

/** Asked for a bearer token, when the first is needed and when the server refuses the last. It may throw: what() is
 *  shown to users. */
using TokenSource = std::function<std::string()>;

/** A client of one site. May be used from any number of threads at once. */
class Client {
public:
    Client(const std::string &url, const std::string &site_id, const std::string &token,
           const ClientOptions &options = {})
        : Client(detail::make<bkj_teradata>(bkj_teradata_new, url.c_str(), site_id.c_str(), token.c_str(),
                                            options.make().get())) {}
    Client(const std::string &url, const std::string &site_id, const char *token, const ClientOptions &options = {})
        : Client(url, site_id, std::string(token), options) {}
    Client(const std::string &url, const std::string &site_id, TokenSource source, const ClientOptions &options = {})
        : Client(with_source(url, site_id, std::move(source), options)) {}
    Client(const std::string &url, const std::string &site_id, const TokenFrom &source, const ClientOptions &options = {})
        : Client(detail::make<bkj_teradata>(bkj_teradata_new_with_source, url.c_str(), site_id.c_str(), source.get(),
                                            options.make().get())) {}
    /** A client of a VantageCloud Lake account. With `allow_unverified`, what is guessed is sent as well. */
    static Client lake(const std::string &console_url, const std::string &account_id, const TokenFrom &source,
                       bool allow_unverified = false, const ClientOptions &options = {}) {
        return Client(detail::make<bkj_teradata>(bkj_teradata_new_lake, console_url.c_str(), account_id.c_str(),
                                                 source.get(), allow_unverified, options.make().get()));
    }
    BKJ_CLIENT(teradata)
    BKJ_ENUM(teradata, dialect, Dialect)
    BKJ_TEXT(teradata, account_id)
    BKJ_TEXT(teradata, site_id)
    Server server() const { return Server(detail::make<bkj_server>(bkj_teradata_server, get())); }
    JobList jobs(const JobQuery &query = {}) const {
        return BKJ_MAKE(JobList, teradata_job_list, bkj_teradata_jobs, get(), query.make().get());
    }
    /** The same, one page at a time. */
    JobRows iter_jobs(const JobQuery &query = {}) const {
        return BKJ_ROWS(Job, teradata_job, bkj_teradata_iter_jobs, get(), query.make().get());
    }
    BKJ_GET(teradata, job, Job, teradata_job)
    /** The id of the execution. `run_type` is "FULL" or "DELTA". */
    std::string execute(const std::string &id, const std::optional<std::string> &run_type = {}) const {
        const detail::Handle<bkj_string> found(
            detail::make<bkj_string>(bkj_teradata_execute, get(), id.c_str(), detail::chars(run_type)),
            bkj_string_free);
        return detail::text(bkj_string_value(found.get()));
    }
    BKJ_ALL(teradata, site_executions, ExecutionList, teradata_execution_list)
    BKJ_GET(teradata, job_executions, ExecutionList, teradata_execution_list)
    ExecutionRows iter_site_executions() const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_site_executions, get());
    }
    ExecutionRows iter_job_executions(const std::string &job_id) const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_job_executions, get(), job_id.c_str());
    }
    /** Starts preparing the objects of a backup; the id of the preparation. */
    std::string prepare_objects(const std::string &job_id, const std::string &execution_id) const {
        const detail::Handle<bkj_string> found(
            detail::make<bkj_string>(bkj_teradata_prepare_objects, get(), job_id.c_str(), execution_id.c_str()),
            bkj_string_free);
        return detail::text(bkj_string_value(found.get()));
    }
    BKJ_ALL(teradata, objects_preparation, ObjectsPreparation, teradata_objects_preparation)
    BackupObjectList backup_objects(const std::string &job_id, const std::string &execution_id) const {
        return BKJ_MAKE(BackupObjectList, teradata_backup_object_list, bkj_teradata_backup_objects, get(),
                        job_id.c_str(), execution_id.c_str());
    }
    BackupObjectRows iter_backup_objects(const std::string &job_id, const std::string &execution_id) const {
        return BKJ_ROWS(BackupObject, teradata_backup_object, bkj_teradata_iter_backup_objects, get(), job_id.c_str(),
                        execution_id.c_str());
    }
    /** Sent once. The id of the restore, if the answer names it. */
    std::optional<std::string> create_restore(const std::string &job_id, const std::string &execution_id,
                                              const RestoreRequest &request) const {
        const detail::Handle<bkj_string> found(
            detail::make<bkj_string>(bkj_teradata_create_restore, get(), job_id.c_str(), execution_id.c_str(),
                                     request.make().get()),
            bkj_string_free);
        return found ? detail::maybe(bkj_string_value(found.get())) : std::nullopt;
    }
    Execution restore(const std::string &job_id, const std::string &execution_id, const std::string &restore_id) const {
        return BKJ_MAKE(Execution, teradata_execution, bkj_teradata_restore, get(), job_id.c_str(),
                        execution_id.c_str(), restore_id.c_str());
    }
    BKJ_ALL(teradata, site_restores, ExecutionList, teradata_execution_list)
    ExecutionRows iter_site_restores() const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_site_restores, get());
    }
    ExecutionList execution_restores(const std::string &job_id, const std::string &execution_id) const {
        return BKJ_MAKE(ExecutionList, teradata_execution_list, bkj_teradata_execution_restores, get(), job_id.c_str(),
                        execution_id.c_str());
    }
    ExecutionRows iter_execution_restores(const std::string &job_id, const std::string &execution_id) const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_execution_restores, get(), job_id.c_str(),
                        execution_id.c_str());
    }
    /** Whether a user may restore. `credentials`: user and password; `members_json`: the body. Nothing is documented. */
    RestorePermissions restore_permissions(const std::optional<std::pair<std::string, std::string>> &credentials = {},
                                           const std::string &members_json = "{}") const {
        const detail::Handle<bkj_teradata_restore_permissions_request> made(
            bkj_teradata_restore_permissions_request_new(), bkj_teradata_restore_permissions_request_free);
        if (credentials) {
            detail::call(bkj_teradata_restore_permissions_request_set_credentials, made.get(), credentials->first.c_str(),
                         credentials->second.c_str());
        }
        detail::call(bkj_teradata_restore_permissions_request_set_members_json, made.get(), members_json.c_str());
        return BKJ_MAKE(RestorePermissions, teradata_restore_permissions, bkj_teradata_restore_permissions, get(),
                        made.get());
    }
    BKJ_ALL(teradata, databases, DatabaseList, teradata_database_list)
    DatabaseRows iter_databases() const {
        return BKJ_ROWS(Database, teradata_database, bkj_teradata_iter_databases, get());
    }

private:
    static bkj_teradata *with_source(const std::string &url, const std::string &site_id, TokenSource source,
                                     const ClientOptions &options) {
        const bkj_token_callback ask = [](void *kept, char *buffer, std::size_t capacity) noexcept -> std::int32_t {
            try {
                const std::string token = (*static_cast<TokenSource *>(kept))();
                if (token.size() <= capacity) {
                    std::memcpy(buffer, token.data(), token.size());
                }
                return static_cast<std::int32_t>(token.size());
            } catch (const std::exception &why) {
                std::strncpy(buffer, why.what(), capacity - 1);
            } catch (...) {
            }
            return -1;
        };
        const auto made = options.make();
        return detail::make<bkj_teradata>(bkj_teradata_new_with_callback, url.c_str(), site_id.c_str(), ask,
                                          static_cast<void *>(detail::keep(std::move(source))),
                                          detail::release<TokenSource>, made.get());
    }
};

} // namespace teradata

} // namespace backupjobs

#endif
