/* The words of the common model, their stable names, and the version. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_WORDS_HPP
#define BACKUPJOBS_WORDS_HPP

#include "detail.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {

/** The version of these headers, and the same as a number that can be compared, as BKJ_VERSION_NUMBER. */
inline constexpr std::string_view header_version = BKJ_VERSION;
inline constexpr std::int32_t header_version_number = BKJ_VERSION_NUMBER;

/** The version of the library that runs, and the same as a number. */
[[nodiscard]] inline std::string_view version() noexcept { return bkj_version(); }
[[nodiscard]] inline std::int32_t version_number() noexcept { return bkj_version_number(); }

/** Kinds of error, in business words. */
enum class ErrorKind : std::int32_t {
    config = BKJ_ERR_CONFIG, unreachable = BKJ_ERR_UNREACHABLE, tls = BKJ_ERR_TLS, timeout = BKJ_ERR_TIMEOUT,
    unauthenticated = BKJ_ERR_UNAUTHENTICATED, denied = BKJ_ERR_DENIED, not_found = BKJ_ERR_NOT_FOUND,
    already_running = BKJ_ERR_ALREADY_RUNNING, conflict = BKJ_ERR_CONFLICT,
    invalid_argument = BKJ_ERR_INVALID_ARGUMENT, rate_limited = BKJ_ERR_RATE_LIMITED,
    unavailable = BKJ_ERR_UNAVAILABLE, protocol = BKJ_ERR_PROTOCOL, outcome_unknown = BKJ_ERR_OUTCOME_UNKNOWN,
    unsupported = BKJ_ERR_UNSUPPORTED, cancelled = BKJ_ERR_CANCELLED, deadline = BKJ_ERR_DEADLINE,
    closed = BKJ_ERR_CLOSED, internal = BKJ_ERR_INTERNAL,
};
/** The three systems. */
enum class System : std::int32_t {
    veeam = BKJ_SYSTEM_VEEAM, teradata = BKJ_SYSTEM_TERADATA, vcenter = BKJ_SYSTEM_VCENTER,
};
/** Where a run stands. */
enum class Phase : std::int32_t {
    unknown = BKJ_PHASE_UNKNOWN, queued = BKJ_PHASE_QUEUED, running = BKJ_PHASE_RUNNING,
    finished = BKJ_PHASE_FINISHED,
};
/** How a finished run ended. */
enum class Outcome : std::int32_t {
    unknown = BKJ_OUTCOME_UNKNOWN, success = BKJ_OUTCOME_SUCCESS, warning = BKJ_OUTCOME_WARNING,
    failed = BKJ_OUTCOME_FAILED, stopped = BKJ_OUTCOME_STOPPED,
};
/** The verbs that not every system has. */
enum class Verb : std::int32_t {
    start = BKJ_VERB_START, stop = BKJ_VERB_STOP, enable = BKJ_VERB_ENABLE, disable = BKJ_VERB_DISABLE,
    start_full = BKJ_VERB_START_FULL,
};
/** What to do when the job runs already. */
enum class IfRunning : std::int32_t {
    adopt = BKJ_IF_RUNNING_ADOPT, fail = BKJ_IF_RUNNING_FAIL, skip = BKJ_IF_RUNNING_SKIP,
};
/** Whose run the result is. */
enum class Origin : std::int32_t {
    ours = BKJ_ORIGIN_OURS, adopted = BKJ_ORIGIN_ADOPTED, indistinguishable = BKJ_ORIGIN_INDISTINGUISHABLE,
    skipped = BKJ_ORIGIN_SKIPPED,
};
/** How far a start got. */
enum class Stage : std::int32_t {
    prepared = BKJ_STAGE_PREPARED, sending = BKJ_STAGE_SENDING, started = BKJ_STAGE_STARTED,
};
/** The levels that Nagios, Icinga and their kin use, with their exit codes. */
enum class Level : std::int32_t {
    ok = BKJ_LEVEL_OK, warning = BKJ_LEVEL_WARNING, critical = BKJ_LEVEL_CRITICAL, unknown = BKJ_LEVEL_UNKNOWN,
};
/** How much a log event matters. */
enum class LogLevel : std::int32_t {
    debug = BKJ_LOG_LEVEL_DEBUG, info = BKJ_LOG_LEVEL_INFO, warning = BKJ_LOG_LEVEL_WARNING,
};

[[nodiscard]] inline std::string_view name(ErrorKind value) { return detail::text(bkj_status_name(static_cast<bkj_status>(value))); }
[[nodiscard]] inline std::string_view name(System value) { return detail::text(bkj_system_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(Phase value) { return detail::text(bkj_phase_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(Outcome value) { return detail::text(bkj_outcome_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(Verb value) { return detail::text(bkj_verb_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(IfRunning value) { return detail::text(bkj_if_running_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(Origin value) { return detail::text(bkj_origin_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(Stage value) { return detail::text(bkj_stage_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(Level value) { return detail::text(bkj_level_name(static_cast<std::int32_t>(value))); }
[[nodiscard]] inline std::string_view name(LogLevel value) { return detail::text(bkj_log_level_name(static_cast<std::int32_t>(value))); }

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
