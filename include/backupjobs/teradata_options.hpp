/* Teradata VantageCloud BaaS: what is given to calls. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TERADATA_OPTIONS_HPP
#define BACKUPJOBS_TERADATA_OPTIONS_HPP

#include "teradata_results.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace teradata {

/** Which jobs to list; nothing set: all. */
struct JobQuery {
    std::optional<bool> is_active;
    /** "BACKUP" or "RESTORE". */
    std::optional<std::string> job_type;
    /** From 1; not set: all pages. */
    std::optional<std::uint32_t> page;
    std::uint32_t page_size = 0;

    [[nodiscard]] detail::Made<bkj_teradata_job_query> make() const {
        detail::Made<bkj_teradata_job_query> made(bkj_teradata_job_query_new(), bkj_teradata_job_query_free);
        made.set(bkj_teradata_job_query_set_is_active, is_active);
        made.set(bkj_teradata_job_query_set_job_type, job_type);
        made.set(bkj_teradata_job_query_set_page, page ? std::int64_t{*page} : BKJ_ABSENT);
        made.set(bkj_teradata_job_query_set_page_size, page_size);
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

    Selection(std::string_view object_name, std::string_view object_kind = "DATABASE") : name(object_name), kind(object_kind) {}
    /** All of an object of a backup, under its own name. */
    Selection(const BackupObject &object)
        : name(object.object_name().value_or("")), kind(object.object_type().value_or("")) {
        if (object.parent_name()) {
            parent = Named{std::string(*object.parent_name()), std::string(object.parent_type().value_or(""))};
        }
    }
    [[nodiscard]] detail::Made<bkj_teradata_object_selection> make() const {
        detail::Made<bkj_teradata_object_selection> made(bkj_teradata_object_selection_free,
            bkj_teradata_object_selection_new, name, kind);
        if (parent) {
            made.set(bkj_teradata_object_selection_set_parent, parent->name, parent->kind);
        }
        made.maybe(bkj_teradata_object_selection_set_rename_to, rename_to);
        for (const Named &one : exclude) {
            made.set(bkj_teradata_object_selection_add_exclude, one.name, one.kind);
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

    [[nodiscard]] detail::Made<bkj_teradata_restore_request> make() const {
        detail::Made<bkj_teradata_restore_request> made(bkj_teradata_restore_request_free,
            bkj_teradata_restore_request_new, name, target_site, username, password);
        for (const Selection &object : objects) {
            made.set(bkj_teradata_restore_request_add_object, object.make());
        }
        made.set(bkj_teradata_restore_request_set_continue_job_on_access_right_violation,
            continue_job_on_access_right_violation);
        made.set(bkj_teradata_restore_request_set_run_as_a_copy_job, run_as_a_copy_job);
        made.set(bkj_teradata_restore_request_set_skip_statstics, skip_statstics);
        made.set(bkj_teradata_restore_request_set_skip_join_or_hash_indexes, skip_join_or_hash_indexes);
        return made;
    }
};

} // namespace teradata
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
