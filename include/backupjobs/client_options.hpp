/* How a client connects, and whom it tells. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_CLIENT_OPTIONS_HPP
#define BACKUPJOBS_CLIENT_OPTIONS_HPP

#include "callback.hpp"

#include <functional>

namespace backupjobs {
inline namespace BKJ_FACE {

/** One thing that happened, without any secret; good until the function that is told of it returns. */
class LogEvent {
public:
    explicit LogEvent(const bkj_log_event *event) : event_(event) {}
    BKJ_ENUM(log_event, level, LogLevel)
    /** All that follows in one line. */
    BKJ_TEXT(log_event, message)
    BKJ_TEXT(log_event, server) BKJ_TEXT(log_event, operation) BKJ_OPT(log_event, method) BKJ_OPT(log_event, url)
    BKJ_NUM(log_event, status)
    /** What went wrong, when there was no answer. */
    [[nodiscard]] std::optional<ErrorKind> error() const noexcept {
        return detail::word<ErrorKind>(bkj_log_event_error(get()), BKJ_OK);
    }
    /** Time from sending to the last byte; for a retry, the pause before it. */
    BKJ_MS(log_event, elapsed)
    /** Which try of the request, from 1. */
    BKJ_NUM(log_event, attempt)
    [[nodiscard]] const bkj_log_event *get() const noexcept { return event_; }

private:
    const bkj_log_event *event_;
};

/** TLS, proxy, timeouts, limits and retries. At most one of the kinds of trust; none: the system's certificate store. */
struct ClientOptions {
    /** Path of a PEM file with the only authorities to trust. */
    std::optional<std::string> ca_file;
    /** The same as PEM text. */
    std::optional<std::string> ca_pem;
    /** SHA-256 of the one certificate to trust, in hex. */
    std::optional<std::string> pin;
    /** Path of a file that remembers the certificates to trust: trust::KnownHosts. */
    std::optional<std::string> known_hosts;
    /** Trusts anybody. */
    bool insecure = false;
    /** URL of a proxy; "": no proxy; not set: what the environment says. */
    std::optional<std::string> proxy;
    std::optional<Milliseconds> connect_timeout, request_timeout;
    /** Largest answer, in bytes. */
    std::optional<std::size_t> max_body;
    /** Requests under way at a time. */
    std::optional<std::uint32_t> max_concurrency;
    std::optional<std::uint32_t> retry_attempts;
    /** Retries in all before requests and time must have made them good. */
    std::optional<std::uint32_t> retry_budget;
    std::optional<Milliseconds> retry_total, retry_base, retry_cap;
    /** Told of every request, on the thread that makes the call, by several at once when several make calls. It only takes
     *  note: calls of clients made there fail. What it throws is lost: it cannot end the call. */
    std::function<void(const LogEvent &)> log;

    [[nodiscard]] detail::Made<bkj_client_options> make() const {
        detail::Made<bkj_client_options> made(bkj_client_options_new(), bkj_client_options_free);
        if (ca_file) {
            made.set(bkj_client_options_set_trust_ca_file, *ca_file);
        } else if (ca_pem) {
            made.set(bkj_client_options_set_trust_ca_pem, ca_pem->data(), ca_pem->size());
        } else if (pin) {
            made.set(bkj_client_options_set_trust_pin, *pin);
        } else if (known_hosts) {
            made.set(bkj_client_options_set_trust_known_hosts, *known_hosts);
        } else if (insecure) {
            made.set(bkj_client_options_set_trust_insecure);
        }
        if (proxy && proxy->empty()) {
            made.set(bkj_client_options_set_proxy_none);
        } else if (proxy) {
            made.set(bkj_client_options_set_proxy_url, *proxy);
        }
        made.maybe(bkj_client_options_set_max_body, max_body);
        made.maybe(bkj_client_options_set_max_concurrency, max_concurrency);
        made.maybe(bkj_client_options_set_retry_budget, retry_budget);
        made.maybe(bkj_client_options_set_retry_attempts, retry_attempts);
        made.maybe(bkj_client_options_set_connect_timeout_ms, connect_timeout);
        made.maybe(bkj_client_options_set_request_timeout_ms, request_timeout);
        made.maybe(bkj_client_options_set_retry_total_ms, retry_total);
        made.maybe(bkj_client_options_set_retry_base_ms, retry_base);
        made.maybe(bkj_client_options_set_retry_cap_ms, retry_cap);
        if (log) {
            using Log = std::function<void(const LogEvent &)>;
            const bkj_log_callback tell = [](void *kept, const bkj_log_event *event) noexcept {
                detail::thrown_by([&] { (*static_cast<Log *>(kept))(LogEvent(event)); });
            };
            made.set(bkj_client_options_set_log, tell, detail::Kept<Log>(log), detail::Kept<Log>::release);
        }
        return made;
    }
};

} // namespace BKJ_FACE
} // namespace backupjobs

#endif
