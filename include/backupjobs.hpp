/*
 * backupjobs for C++17: the C library, with constructors, destructors, exceptions and optionals. Header only; link with
 * -lbackupjobs. The rules of backupjobs.h hold where nothing else is said here.
 *
 *     namespace bj = backupjobs;
 *     bj::veeam::Client client(url, bj::veeam::Dialect::v6, user, password);
 *     bj::Server server = client.server();
 *     bj::Started started = server.start(job);
 *     bj::Run run = server.wait(job, started.run().id());
 *     return static_cast<int>(bj::Verdict(run).level());
 *
 * Whatever fails throws backupjobs::Error. Clients, servers, tickets and cancel tokens are handles: moved, not copied.
 * What calls return are results: they never change, copies share them, and an element keeps its list alive. What is
 * given to calls (options, requests, schedules) is a plain struct, in which what is not set stays with the default.
 * Accessors have the names of the C functions; a vendor's time comes as a point in time, and as `..._raw()` as it was
 * written.
 */
#ifndef BACKUPJOBS_HPP
#define BACKUPJOBS_HPP

#include "backupjobs.h"

#include <chrono>
#include <cstdint>
#include <cstring>
#include <exception>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace backupjobs {

using Milliseconds = std::chrono::milliseconds;
using TimePoint = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;

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

namespace detail {

inline std::string text(const char *text) { return text != nullptr ? text : ""; }

inline std::optional<std::string> maybe(const char *text) {
    return text != nullptr ? std::optional<std::string>(text) : std::nullopt;
}

inline std::optional<bool> flag(std::int32_t flag) {
    return flag != BKJ_ABSENT ? std::optional<bool>(flag != 0) : std::nullopt;
}

inline std::int32_t flag(const std::optional<bool> &flag) { return flag ? *flag : BKJ_ABSENT; }

inline const char *chars(const std::optional<std::string> &text) { return text ? text->c_str() : nullptr; }

/** A number that an accessor may write. */
template <class C>
std::optional<std::int64_t> number(bool (*accessor)(const C *, std::int64_t *), const C *object) {
    std::int64_t value = 0;
    return accessor(object, &value) ? std::optional<std::int64_t>(value) : std::nullopt;
}

inline std::optional<TimePoint> point(std::optional<std::int64_t> ms) {
    return ms ? std::optional<TimePoint>(TimePoint(Milliseconds(*ms))) : std::nullopt;
}

inline std::optional<TimePoint> time(const char *text) {
    std::int64_t ms = 0;
    return bkj_time_unix_ms(text, &ms) ? std::optional<TimePoint>(TimePoint(Milliseconds(ms))) : std::nullopt;
}

/** A result, or a part of one, which then keeps the whole alive. */
template <class C>
class Result {
public:
    using c_type = C;
    explicit Result(std::shared_ptr<const C> object) : object_(std::move(object)) {}
    /** The C object, which lives as long as this result or any copy. */
    const C *get() const noexcept { return object_.get(); }

protected:
    template <class P>
    std::shared_ptr<const P> shared(const P *part) const {
        return std::shared_ptr<const P>(object_, part);
    }
    template <class T>
    T part(const typename T::c_type *part) const {
        return T(shared(part));
    }
    template <class T>
    std::optional<T> maybe_part(const typename T::c_type *found) const {
        return found != nullptr ? std::optional<T>(part<T>(found)) : std::nullopt;
    }

private:
    std::shared_ptr<const C> object_;
};

template <class C>
std::shared_ptr<const C> own(C *object, void (*release)(C *)) {
    return std::shared_ptr<const C>(object, [release](const C *last) { release(const_cast<C *>(last)); });
}

template <class C>
using Handle = std::unique_ptr<C, void (*)(C *)>;

} // namespace detail

/** What every failed call throws. what() says everything a log needs, in one line. */
class Error : public std::runtime_error {
public:
    /** Takes over a C error; `status` stands in for one that is missing. */
    Error(bkj_status status, bkj_error *error)
        : runtime_error(error != nullptr ? bkj_error_line(error) : detail::text(bkj_status_name(status))),
          error_(detail::own(error, bkj_error_free)), kind_(static_cast<ErrorKind>(status)) {}
    /** An error inside a result, which lives as long as this. */
    explicit Error(std::shared_ptr<const bkj_error> error)
        : runtime_error(detail::text(bkj_error_line(error.get()))), error_(std::move(error)),
          kind_(static_cast<ErrorKind>(bkj_error_kind(error_.get()))) {}
    ErrorKind kind() const noexcept { return kind_; }
    std::string kind_name() const { return detail::text(bkj_status_name(static_cast<bkj_status>(kind_))); }
    std::string operation() const { return detail::text(bkj_error_operation(error_.get())); }
    std::optional<std::string> server() const { return detail::maybe(bkj_error_server(error_.get())); }
    std::string message() const { return detail::text(bkj_error_message(error_.get())); }
    std::string remedy() const { return detail::text(bkj_error_remedy(error_.get())); }
    std::optional<std::int64_t> http_status() const { return detail::number(bkj_error_http_status, error_.get()); }
    std::optional<std::string> vendor_code() const { return detail::maybe(bkj_error_vendor_code(error_.get())); }
    std::optional<std::string> vendor_message() const { return detail::maybe(bkj_error_vendor_message(error_.get())); }
    bool is_retryable() const noexcept { return bkj_error_is_retryable(error_.get()); }
    std::optional<Milliseconds> retry_after() const {
        const auto ms = detail::number(bkj_error_retry_after_ms, error_.get());
        return ms ? std::optional<Milliseconds>(Milliseconds(*ms)) : std::nullopt;
    }
    bool may_have_taken_effect() const noexcept { return bkj_error_may_have_taken_effect(error_.get()); }
    std::string detail() const { return detail::text(bkj_error_detail(error_.get())); }

private:
    std::shared_ptr<const bkj_error> error_;
    ErrorKind kind_;
};

namespace detail {

/** Makes a call that has no result. */
template <class... P, class... A>
void call(bkj_status (*function)(P...), A... arguments) {
    bkj_error *err = nullptr;
    const bkj_status status = function(arguments..., &err);
    if (status != BKJ_OK) {
        throw Error(status, err);
    }
}

/** Makes a call that writes a result. */
template <class C, class... P, class... A>
C *make(bkj_status (*function)(P...), A... arguments) {
    C *out = nullptr;
    call(function, arguments..., &out);
    return out;
}

/** Sets an option, if it is given. */
template <class C, class N>
void set(bkj_status (*setter)(C *, N, bkj_error **), C *options, const std::optional<Milliseconds> &value) {
    if (value) {
        call(setter, options, static_cast<N>(value->count() > 0 ? value->count() : 0));
    }
}

template <class T, class L>
using At = const typename T::c_type *(*)(const L *, std::size_t);

/** A list of results: sized, indexed, and good for range-for. */
template <class T, class L, std::size_t (*Len)(const L *), At<T, L> Element>
class List : public Result<L> {
public:
    using Result<L>::Result;
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = T;
        iterator(const List *list, std::size_t index) : list_(list), index_(index) {}
        T operator*() const { return (*list_)[index_]; }
        iterator &operator++() { return ++index_, *this; }
        iterator operator++(int) { return iterator(list_, index_++); }
        bool operator==(const iterator &other) const { return index_ == other.index_; }
        bool operator!=(const iterator &other) const { return index_ != other.index_; }

    private:
        const List *list_;
        std::size_t index_;
    };
    std::size_t size() const noexcept { return Len(this->get()); }
    bool empty() const noexcept { return size() == 0; }
    T operator[](std::size_t index) const {
        const typename T::c_type *element = Element(this->get(), index);
        if (element == nullptr) {
            throw std::out_of_range("backupjobs: no such element in the list");
        }
        return this->template part<T>(element);
    }
    iterator begin() const { return iterator(this, 0); }
    iterator end() const { return iterator(this, size()); }
};

/** A function that C keeps; `release` deletes it. */
template <class F>
F *keep(F function) {
    return new F(std::move(function));
}

template <class F>
void release(void *function) {
    delete static_cast<F *>(function);
}

/** A function that is called during one call only. It may return a bool, false for no. What it throws means no, too,
 *  and is kept for the end of the call: exceptions must not pass through C. */
template <class F>
struct Listener {
    F &tell;
    std::exception_ptr thrown = nullptr;

    /** 0 for yes, 1 for no, as C callbacks answer. */
    template <class... A>
    std::int32_t operator()(A &&...told) noexcept {
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<F &, A...>>) {
                tell(std::forward<A>(told)...);
                return 0;
            } else {
                return tell(std::forward<A>(told)...) ? 0 : 1;
            }
        } catch (...) {
            thrown = std::current_exception();
            return 1;
        }
    }
    /** Throws what the function has thrown; else what the call has failed with. */
    void finish(bkj_status status, bkj_error *err) const {
        if (thrown) {
            bkj_error_free(err);
            std::rethrow_exception(thrown);
        }
        if (status != BKJ_OK) {
            throw Error(status, err);
        }
    }
};

/** Texts as C takes several. They live as long as what they were made of. */
inline std::vector<const char *> chars(const std::vector<std::string> &texts) {
    std::vector<const char *> all;
    for (const std::string &text : texts) {
        all.push_back(text.c_str());
    }
    return all;
}

} // namespace detail

/* Accessors: BKJ_TEXT(type, field) declares field() by bkj_type_field(). */
#define BKJ_TEXT(T, f) std::string f() const { return detail::text(bkj_##T##_##f(get())); }
#define BKJ_OPT(T, f) std::optional<std::string> f() const { return detail::maybe(bkj_##T##_##f(get())); }
#define BKJ_JSON(T, f) std::string f##_json() const { return detail::text(bkj_##T##_##f##_json(get())); }
#define BKJ_WORD(T, f) BKJ_OPT(T, f) std::int32_t f##_code() const noexcept { return bkj_##T##_##f##_code(get()); }
#define BKJ_FLAG(T, f) std::optional<bool> f() const { return detail::flag(bkj_##T##_##f(get())); }
#define BKJ_NUM(T, f) std::optional<std::int64_t> f() const { return detail::number(bkj_##T##_##f, get()); }
#define BKJ_AT(T, f) std::optional<TimePoint> f() const { return detail::point(detail::number(bkj_##T##_##f, get())); }
#define BKJ_TIME(T, f) \
    std::optional<TimePoint> f() const { return detail::time(bkj_##T##_##f(get())); } \
    std::optional<std::string> f##_raw() const { return detail::maybe(bkj_##T##_##f(get())); }
#define BKJ_ENUM(T, f, E) E f() const noexcept { return static_cast<E>(bkj_##T##_##f(get())); }
#define BKJ_INSIDE(T, f, R) std::optional<R> f() const { return maybe_part<R>(bkj_##T##_##f(get())); }
#define BKJ_VECTOR(T, f, R, element) \
    std::vector<R> f() const { \
        std::vector<R> all; \
        for (std::size_t i = 0; i < bkj_##T##_##f##_len(get()); i++) { \
            all.push_back(element(bkj_##T##_##f##_at(get(), i))); \
        } \
        return all; \
    }
#define BKJ_EACH(T, f, R) BKJ_VECTOR(T, f, R, this->template part<R>)
#define BKJ_TEXTS(T, f) BKJ_VECTOR(T, f, std::string, detail::text)
#define BKJ_BITS(T, f) BKJ_VECTOR(T, f, bool, bool)
#define BKJ_LIST(R, T) \
    using R##List = detail::List<R, struct ::bkj_##T##_list, ::bkj_##T##_list_len, ::bkj_##T##_list_at>;
/* A class of results. */
#define BKJ_RESULT(R, T) \
class R : public detail::Result<struct ::bkj_##T> { \
public: \
    using Result::Result;
/* Makes a call that writes an object of type bkj_T, and wraps it. */
#define BKJ_MAKE(R, T, ...) R(detail::own(detail::make<struct ::bkj_##T>(__VA_ARGS__), ::bkj_##T##_free))
/* Operations of client S: without result, of one object by its id, of all there are. */
#define BKJ_DO(S, f) void f(const std::string &id) const { detail::call(bkj_##S##_##f, get(), id.c_str()); }
#define BKJ_GET(S, f, R, T) \
    R f(const std::string &id) const { return BKJ_MAKE(R, T, ::bkj_##S##_##f, get(), id.c_str()); }
#define BKJ_ALL(S, f, R, T) R f() const { return BKJ_MAKE(R, T, ::bkj_##S##_##f, get()); }
/* What all clients have. */
#define BKJ_CLIENT(S) \
    BKJ_TEXT(S, url) \
    Client with_cancel(const CancelToken &cancel) const { \
        return Client(detail::make<bkj_##S>(bkj_##S##_with_cancel, get(), cancel.get())); \
    } \
    void login() const { detail::call(bkj_##S##_login, get()); } \
    void close() const { detail::call(bkj_##S##_close, get()); } \
    const bkj_##S *get() const noexcept { return handle_.get(); } \
 \
private: \
    explicit Client(bkj_##S *client) : handle_(client, bkj_##S##_free) {} \
    detail::Handle<bkj_##S> handle_; \
 \
public:

/** The version of the library that runs. */
inline std::string version() { return bkj_version(); }

inline std::string name(System value) { return detail::text(bkj_system_name(static_cast<std::int32_t>(value))); }
inline std::string name(Phase value) { return detail::text(bkj_phase_name(static_cast<std::int32_t>(value))); }
inline std::string name(Outcome value) { return detail::text(bkj_outcome_name(static_cast<std::int32_t>(value))); }
inline std::string name(Verb value) { return detail::text(bkj_verb_name(static_cast<std::int32_t>(value))); }
inline std::string name(IfRunning value) { return detail::text(bkj_if_running_name(static_cast<std::int32_t>(value))); }
inline std::string name(Origin value) { return detail::text(bkj_origin_name(static_cast<std::int32_t>(value))); }
inline std::string name(Stage value) { return detail::text(bkj_stage_name(static_cast<std::int32_t>(value))); }
inline std::string name(Level value) { return detail::text(bkj_level_name(static_cast<std::int32_t>(value))); }

/** Cancels the calls of clients and servers made with it. */
class CancelToken {
public:
    CancelToken() : handle_(bkj_cancel_token_new(), bkj_cancel_token_free) {}
    /** Safe to call from any thread and from a signal handler. */
    void cancel() const noexcept { bkj_cancel_token_cancel(get()); }
    bool is_cancelled() const noexcept { return bkj_cancel_token_is_cancelled(get()); }
    /** The same flag, and in addition a question asked while calls wait. True, or an exception, cancels. */
    CancelToken with_probe(std::function<bool()> probe) const {
        using F = std::function<bool()>;
        const bkj_probe_callback ask = [](void *kept) noexcept -> std::int32_t {
            try {
                return (*static_cast<F *>(kept))();
            } catch (...) {
                return 1;
            }
        };
        void *kept = detail::keep(std::move(probe));
        return CancelToken(
            detail::make<bkj_cancel_token>(bkj_cancel_token_with_probe, get(), ask, kept, detail::release<F>));
    }
    const bkj_cancel_token *get() const noexcept { return handle_.get(); }

private:
    explicit CancelToken(bkj_cancel_token *token) : handle_(token, bkj_cancel_token_free) {}
    detail::Handle<bkj_cancel_token> handle_;
};

/** TLS, timeouts and retries. At most one of the kinds of trust; none: the system's certificate store. */
struct ClientOptions {
    /** Path of a PEM file with the only authorities to trust. */
    std::optional<std::string> ca_file;
    /** The same as PEM text. */
    std::optional<std::string> ca_pem;
    /** SHA-256 of the one certificate to trust, in hex. */
    std::optional<std::string> pin;
    /** Trusts anybody. */
    bool insecure = false;
    std::optional<Milliseconds> connect_timeout, request_timeout;
    std::optional<std::uint32_t> retry_attempts;
    std::optional<Milliseconds> retry_total, retry_base, retry_cap;

    detail::Handle<bkj_client_options> make() const {
        detail::Handle<bkj_client_options> made(bkj_client_options_new(), bkj_client_options_free);
        if (ca_file) {
            detail::call(bkj_client_options_set_trust_ca_file, made.get(), ca_file->c_str());
        } else if (ca_pem) {
            detail::call(bkj_client_options_set_trust_ca_pem, made.get(), ca_pem->data(), ca_pem->size());
        } else if (pin) {
            detail::call(bkj_client_options_set_trust_pin, made.get(), pin->c_str());
        } else if (insecure) {
            detail::call(bkj_client_options_set_trust_insecure, made.get());
        }
        if (retry_attempts) {
            detail::call(bkj_client_options_set_retry_attempts, made.get(), *retry_attempts);
        }
        detail::set(bkj_client_options_set_connect_timeout_ms, made.get(), connect_timeout);
        detail::set(bkj_client_options_set_request_timeout_ms, made.get(), request_timeout);
        detail::set(bkj_client_options_set_retry_total_ms, made.get(), retry_total);
        detail::set(bkj_client_options_set_retry_base_ms, made.get(), retry_base);
        detail::set(bkj_client_options_set_retry_cap_ms, made.get(), retry_cap);
        return made;
    }
};

/** A job as all systems have it. */
BKJ_RESULT(Job, job)
    BKJ_ENUM(job, system, System) BKJ_TEXT(job, id) BKJ_TEXT(job, name) BKJ_FLAG(job, enabled) BKJ_OPT(job, raw_status)
    BKJ_AT(job, last_run) BKJ_AT(job, next_run)
};
BKJ_LIST(Job, job)

/** One run of a job. */
BKJ_RESULT(Run, run)
    BKJ_ENUM(run, system, System) BKJ_TEXT(run, job_id) BKJ_TEXT(run, id) BKJ_ENUM(run, phase, Phase)
    /** None while it is not finished. */
    std::optional<Outcome> outcome() const {
        const std::int32_t code = bkj_run_outcome(get());
        return code != BKJ_ABSENT ? std::optional<Outcome>(static_cast<Outcome>(code)) : std::nullopt;
    }
    BKJ_TEXT(run, raw_status) BKJ_AT(run, started) BKJ_AT(run, ended) BKJ_NUM(run, percent) BKJ_NUM(run, objects)
    BKJ_NUM(run, bytes) BKJ_OPT(run, message)
    /** The vendor says that it will try again, as a new run. */
    bool will_be_retried() const noexcept { return bkj_run_will_be_retried(get()); }
    /** The first run of which this one is a retry. */
    BKJ_OPT(run, retry_of)
    bool is_active() const noexcept { return bkj_run_is_active(get()); }
};
BKJ_LIST(Run, run)

/** How to start. */
struct StartOptions {
    IfRunning if_running = IfRunning::adopt;
    std::optional<bool> full;
    std::optional<Milliseconds> settle, look_every;

    detail::Handle<bkj_start_options> make() const {
        detail::Handle<bkj_start_options> made(bkj_start_options_new(), bkj_start_options_free);
        detail::call(bkj_start_options_set_if_running, made.get(), static_cast<std::int32_t>(if_running));
        detail::call(bkj_start_options_set_full, made.get(), detail::flag(full));
        detail::set(bkj_start_options_set_settle_ms, made.get(), settle);
        detail::set(bkj_start_options_set_look_every_ms, made.get(), look_every);
        return made;
    }
};

/** A started (or adopted) run. */
BKJ_RESULT(Started, started)
    Run run() const { return part<Run>(bkj_started_run(get())); }
    BKJ_ENUM(started, origin, Origin)
};

/** One start of one job: at most one request is ever sent for it, by whoever holds it. A handle, for one thread at a
 *  time: moved, never copied. */
class Ticket {
public:
    /** Takes over a C ticket. */
    explicit Ticket(bkj_ticket *ticket) : handle_(ticket, bkj_ticket_free) {}
    /** Reads the text form. */
    static Ticket from_text(const std::string &text) {
        return Ticket(detail::make<bkj_ticket>(bkj_ticket_from_text, text.c_str()));
    }
    BKJ_ENUM(ticket, system, System) BKJ_TEXT(ticket, server) BKJ_TEXT(ticket, job) BKJ_ENUM(ticket, stage, Stage)
    /** The run it became, once known. */
    BKJ_OPT(ticket, run)
    /** When it was prepared, by the clock here. */
    BKJ_AT(ticket, prepared)
    /** A random word that is only in this ticket. */
    BKJ_TEXT(ticket, marker)
    /** The text form: one line of JSON without secrets, versioned, and the same in all languages. */
    std::string to_text() const {
        const detail::Handle<bkj_string> made(
            detail::make<bkj_string>(bkj_ticket_to_text, static_cast<const bkj_ticket *>(get())), bkj_string_free);
        return detail::text(bkj_string_value(made.get()));
    }
    bkj_ticket *get() const noexcept { return handle_.get(); }

private:
    detail::Handle<bkj_ticket> handle_;
};

/** How to wait. */
struct WaitOptions {
    std::optional<Milliseconds> deadline, poll_min, poll_max, unreachable;

    detail::Handle<bkj_wait_options> make() const {
        detail::Handle<bkj_wait_options> made(bkj_wait_options_new(), bkj_wait_options_free);
        detail::set(bkj_wait_options_set_deadline_ms, made.get(), deadline);
        detail::set(bkj_wait_options_set_poll_min_ms, made.get(), poll_min);
        detail::set(bkj_wait_options_set_poll_max_ms, made.get(), poll_max);
        detail::set(bkj_wait_options_set_unreachable_ms, made.get(), unreachable);
        return made;
    }
};

/** A run by its ids: which job, which run. */
struct RunRef {
    std::string job, run;
    RunRef(std::string job, std::string run) : job(std::move(job)), run(std::move(run)) {}
    RunRef(const Run &run) : job(run.job_id()), run(run.id()) {}
};

/** What a progress callback is told; good until it returns. */
class Progress {
public:
    explicit Progress(const bkj_progress *progress) : progress_(progress) {}
    std::optional<Run> run() const {
        bkj_run *copy = bkj_run_clone(bkj_progress_run(progress_));
        return copy != nullptr ? std::optional<Run>(Run(detail::own(copy, bkj_run_free))) : std::nullopt;
    }
    Milliseconds elapsed() const { return Milliseconds(bkj_progress_elapsed_ms(progress_)); }
    std::uint64_t polls() const noexcept { return bkj_progress_polls(progress_); }
    Milliseconds next_poll() const { return Milliseconds(bkj_progress_next_poll_ms(progress_)); }
    std::optional<std::string> trouble() const { return detail::maybe(bkj_progress_trouble(progress_)); }

private:
    const bkj_progress *progress_;
};

/** How one of several waits ended: with a run or with an error. */
BKJ_RESULT(WaitResult, wait_result)
    BKJ_INSIDE(wait_result, run, Run)
    /** Why the wait for this run was given up. */
    std::optional<Error> error() const {
        const bkj_error *error = bkj_wait_result_error(get());
        return error != nullptr ? std::optional<Error>(Error(shared(error))) : std::nullopt;
    }
    /** The run; throws the error if there is none. */
    Run value() const {
        if (const auto why = error()) {
            throw *why;
        }
        return part<Run>(bkj_wait_result_run(get()));
    }
};
BKJ_LIST(WaitResult, wait_result)

/** What is tolerated. */
struct Policy {
    /** A run that ended with a warning is as good as one without. */
    bool warnings_ok = false;
    /** A job whose schedule is off may be green. */
    bool disabled_ok = false;
    /** How old the last good run may be; none: any age, which is only for jobs that never run by themselves. */
    std::optional<Milliseconds> max_age = std::chrono::hours(26);
    /** How long a run may take; none: any time. */
    std::optional<Milliseconds> max_running = std::nullopt;
    /** The time to judge by; none: the server's clock. */
    std::optional<TimePoint> now = std::nullopt;

    detail::Handle<bkj_policy> make() const {
        detail::Handle<bkj_policy> made(bkj_policy_new(), bkj_policy_free);
        const auto ms = [](const std::optional<Milliseconds> &time) {
            return time ? static_cast<std::int64_t>(time->count()) : std::int64_t{BKJ_ABSENT};
        };
        detail::call(bkj_policy_set_warnings_ok, made.get(), warnings_ok);
        detail::call(bkj_policy_set_disabled_ok, made.get(), disabled_ok);
        detail::call(bkj_policy_set_max_age_ms, made.get(), ms(max_age));
        detail::call(bkj_policy_set_max_running_ms, made.get(), ms(max_running));
        if (now) {
            detail::call(bkj_policy_set_now, made.get(), std::int64_t{now->time_since_epoch().count()});
        }
        return made;
    }
};

/** A judgement with its reason and its evidence. */
class Verdict : public detail::Result<bkj_verdict> {
public:
    using Result::Result;
    explicit Verdict(const Run &run, const Policy &policy = {}) : Result(judge(run, policy)) {}
    BKJ_ENUM(verdict, level, Level) BKJ_TEXT(verdict, reason) BKJ_OPT(verdict, job_id) BKJ_OPT(verdict, job_name)
    /** The run it rests on. */
    BKJ_INSIDE(verdict, run, Run)
    /** Age of the last good run. */
    std::optional<Milliseconds> age() const {
        const auto ms = detail::number(bkj_verdict_age_ms, get());
        return ms ? std::optional<Milliseconds>(Milliseconds(*ms)) : std::nullopt;
    }

private:
    static std::shared_ptr<const bkj_verdict> judge(const Run &run, const Policy &policy) {
        const auto made = policy.make();
        return detail::own(detail::make<bkj_verdict>(bkj_verdict_of, run.get(), made.get()), bkj_verdict_free);
    }
};

/** The verdicts on all jobs of a server. */
BKJ_RESULT(Report, report)
    /** The worst level. */
    BKJ_ENUM(report, level, Level)
    /** One a job, in the server's order; then one for every expected job that is missing. */
    BKJ_EACH(report, verdicts, Verdict)
};

/** One sentence of the vendor. */
BKJ_RESULT(Line, line)
    BKJ_AT(line, at) BKJ_OPT(line, severity) BKJ_TEXT(line, text)
};

/** A run and everything said about it. */
BKJ_RESULT(Account, account)
    Run run() const { return part<Run>(bkj_account_run(get())); }
    /** Oldest first. */
    BKJ_EACH(account, lines, Line)
    /** All of it as a readable text of several lines. */
    BKJ_TEXT(account, text)
};

/** One server of any of the three systems. May be used from any number of threads at once. */
class Server {
public:
    /** Takes over a C server. */
    explicit Server(bkj_server *server) : handle_(server, bkj_server_free) {}
    BKJ_ENUM(server, system, System) BKJ_TEXT(server, url)
    bool supports(Verb verb) const noexcept { return bkj_server_supports(get(), static_cast<std::int32_t>(verb)); }
    Server with_cancel(const CancelToken &cancel) const {
        return Server(detail::make<bkj_server>(bkj_server_with_cancel, get(), cancel.get()));
    }
    BKJ_ALL(server, jobs, JobList, job_list)
    BKJ_GET(server, job, Job, job)
    RunList runs(const std::string &job, std::size_t limit = 0) const {
        return BKJ_MAKE(RunList, run_list, bkj_server_runs, get(), job.c_str(), limit);
    }
    Run run(const std::string &job, const std::string &run) const {
        return BKJ_MAKE(Run, run, bkj_server_run, get(), job.c_str(), run.c_str());
    }
    Started start(const std::string &job, const StartOptions &options = {}) const {
        const auto made = options.make();
        return BKJ_MAKE(Started, started, bkj_server_start, get(), job.c_str(), made.get());
    }
    Run wait(const std::string &job, const std::string &run, const WaitOptions &options = {}) const {
        return wait(job, run, options, [](const Progress &) {});
    }
    /** `progress` is called after every look; it may return a bool, false to stop waiting. What it throws ends the
     *  waiting, too, and comes out of this call. */
    template <class F>
    Run wait(const std::string &job, const std::string &run, const WaitOptions &options, F &&progress) const {
        using Listener = detail::Listener<std::remove_reference_t<F>>;
        Listener listener{progress};
        const bkj_progress_callback tell = [](void *userdata, const bkj_progress *told) noexcept -> std::int32_t {
            return (*static_cast<Listener *>(userdata))(Progress(told));
        };
        const auto made = options.make();
        bkj_run *ended = nullptr;
        bkj_error *err = nullptr;
        const bkj_status status =
            bkj_server_wait(get(), job.c_str(), run.c_str(), made.get(), tell, &listener, &ended, &err);
        const auto result = detail::own(ended, bkj_run_free);
        listener.finish(status, err);
        return Run(result);
    }
    /** Waits for several runs at once, each a job's id and a run's; each has its own result, in their order. */
    WaitResultList wait_all(const std::vector<RunRef> &runs, const WaitOptions &options = {}) const {
        return wait_all(runs, options, [](std::size_t, const Progress &) {});
    }
    /** `progress` is called with the index of a run for every run after every look; else as in wait(). */
    template <class F>
    WaitResultList wait_all(const std::vector<RunRef> &runs, const WaitOptions &options, F &&progress) const {
        using Listener = detail::Listener<std::remove_reference_t<F>>;
        Listener listener{progress};
        const bkj_progress_all_callback tell = [](void *userdata, std::size_t index,
                                                  const bkj_progress *told) noexcept -> std::int32_t {
            return (*static_cast<Listener *>(userdata))(index, Progress(told));
        };
        std::vector<const char *> jobs, ids;
        for (const RunRef &run : runs) {
            jobs.push_back(run.job.c_str());
            ids.push_back(run.run.c_str());
        }
        const auto made = options.make();
        struct ::bkj_wait_result_list *ended = nullptr;
        bkj_error *err = nullptr;
        const bkj_status status = bkj_server_wait_all(get(), jobs.data(), ids.data(), runs.size(), made.get(), tell,
                                                      &listener, &ended, &err);
        const auto results = detail::own(ended, ::bkj_wait_result_list_free);
        listener.finish(status, err);
        return WaitResultList(results);
    }
    /** Reads the runs known before a start and writes them on a ticket; sends nothing that starts anything. */
    Ticket prepare(const std::string &job, const StartOptions &options = {}) const {
        return Ticket(detail::make<bkj_ticket>(bkj_server_prepare, get(), job.c_str(), options.make().get()));
    }
    /** Carries out a prepared start, or takes it up again. At most one request that starts something is ever sent for a
     *  ticket; without `save` only a caller who lives on knows that it was. */
    Started carry_out(Ticket &ticket) const {
        return carry_out(ticket, [](const Ticket &) {});
    }
    /** `save` is called with the ticket before the request and after every change: write ticket.to_text() to a safe
     *  place there. It may return a bool, false when that failed. If it fails or throws before the request, nothing is
     *  sent, and what it throws comes out of this call; once the run is known, the run comes out whatever it does. */
    template <class F>
    Started carry_out(Ticket &ticket, F &&save) const {
        struct Saver {
            detail::Listener<std::remove_reference_t<F>> listener;
            const Ticket &ticket;
        } saver{{save}, ticket};
        const bkj_save_callback tell = [](void *userdata, const bkj_ticket *) noexcept -> std::int32_t {
            auto &saver = *static_cast<Saver *>(userdata);
            return saver.listener(saver.ticket);
        };
        bkj_started *started = nullptr;
        bkj_error *err = nullptr;
        const bkj_status status = bkj_server_carry_out(get(), ticket.get(), tell, &saver, &started, &err);
        const auto result = detail::own(started, bkj_started_free);
        if (status != BKJ_OK) {
            saver.listener.finish(status, err);
        }
        return Started(result);
    }
    /** Judges a job by its history. Only what is the caller's own mistake throws. */
    Verdict check(const std::string &job, const Policy &policy = {}) const {
        return BKJ_MAKE(Verdict, verdict, bkj_server_check, get(), job.c_str(), policy.make().get());
    }
    /** Judges every job of the server, and says which of the jobs that must be there (ids or names) are missing. */
    Report check_all(const Policy &policy = {}, const std::vector<std::string> &expect_jobs = {}) const {
        const auto expected = detail::chars(expect_jobs);
        return BKJ_MAKE(Report, report, bkj_server_check_all, get(), policy.make().get(), expected.data(),
                        expected.size());
    }
    /** Everything the vendor has to say about a run. */
    Account explain(const std::string &job, const std::string &run) const {
        return BKJ_MAKE(Account, account, bkj_server_explain, get(), job.c_str(), run.c_str());
    }
    BKJ_DO(server, stop)
    BKJ_DO(server, enable)
    BKJ_DO(server, disable)
    /** Ends the session on the server, for the client and all servers made of it. */
    void close() const { detail::call(bkj_server_close, get()); }
    const bkj_server *get() const noexcept { return handle_.get(); }

private:
    detail::Handle<bkj_server> handle_;
};

namespace veeam {

/** Versions of the API. */
enum class Dialect : std::int32_t { v2 = BKJ_VEEAM_DIALECT_V2, v5 = BKJ_VEEAM_DIALECT_V5, v6 = BKJ_VEEAM_DIALECT_V6 };

/** The links of an object. */
BKJ_RESULT(Links, veeam_links)
    std::size_t size() const noexcept { return bkj_veeam_links_len(get()); }
    std::string name(std::size_t i) const { return detail::text(bkj_veeam_links_name_at(get(), i)); }
    std::string href(std::size_t i) const { return detail::text(bkj_veeam_links_href_at(get(), i)); }
    /** The target of the link of that name, and the id at its end. */
    std::optional<std::string> href(const std::string &name) const {
        return detail::maybe(bkj_veeam_links_href(get(), name.c_str()));
    }
    std::optional<std::string> id(const std::string &name) const {
        return detail::maybe(bkj_veeam_links_id(get(), name.c_str()));
    }
};
/** The hours of the week in which a job may run: 168 flags from Sunday 00:00 on. */
BKJ_RESULT(BackupWindow, veeam_backup_window)
    BKJ_BITS(veeam_backup_window, backup_window) BKJ_NUM(veeam_backup_window, minute_offset)
    BKJ_JSON(veeam_backup_window, extra)
};
/** When a backup job runs by itself. */
BKJ_RESULT(JobSchedule, veeam_job_schedule)
    BKJ_WORD(veeam_job_schedule, kind) BKJ_FLAG(veeam_job_schedule, schedule_enabled)
    BKJ_WORD(veeam_job_schedule, daily_type) BKJ_OPT(veeam_job_schedule, daily_time)
    BKJ_WORD(veeam_job_schedule, periodically_every) BKJ_NUM(veeam_job_schedule, periodically_offset_minutes)
    BKJ_INSIDE(veeam_job_schedule, periodically_window_settings, BackupWindow)
    BKJ_FLAG(veeam_job_schedule, backup_window_enabled)
    BKJ_INSIDE(veeam_job_schedule, backup_window_settings, BackupWindow) BKJ_FLAG(veeam_job_schedule, retry_enabled)
    BKJ_NUM(veeam_job_schedule, retry_number) BKJ_NUM(veeam_job_schedule, retry_wait_interval)
    BKJ_JSON(veeam_job_schedule, extra)
};
/** A backup job. */
BKJ_RESULT(Job, veeam_job)
    BKJ_TEXT(veeam_job, id) BKJ_OPT(veeam_job, name) BKJ_OPT(veeam_job, description)
    BKJ_OPT(veeam_job, repository_id) BKJ_WORD(veeam_job, backup_type)
    BKJ_INSIDE(veeam_job, schedule_policy, JobSchedule) BKJ_TIME(veeam_job, last_run) BKJ_TIME(veeam_job, next_run)
    BKJ_FLAG(veeam_job, is_enabled) BKJ_WORD(veeam_job, last_status) BKJ_FLAG(veeam_job, is_run)
    BKJ_INSIDE(veeam_job, links, Links) BKJ_JSON(veeam_job, links) BKJ_JSON(veeam_job, extra)
};
/** When a copy job runs by itself. */
BKJ_RESULT(CopySchedule, veeam_copy_schedule)
    BKJ_WORD(veeam_copy_schedule, kind) BKJ_WORD(veeam_copy_schedule, daily_type)
    BKJ_OPT(veeam_copy_schedule, daily_time) BKJ_WORD(veeam_copy_schedule, periodically_every)
    BKJ_FLAG(veeam_copy_schedule, backup_copy_window_enabled)
    BKJ_INSIDE(veeam_copy_schedule, backup_copy_window_settings, BackupWindow) BKJ_JSON(veeam_copy_schedule, extra)
};
/** A backup copy job. */
BKJ_RESULT(CopyJob, veeam_copy_job)
    BKJ_TEXT(veeam_copy_job, id) BKJ_OPT(veeam_copy_job, name) BKJ_OPT(veeam_copy_job, backup_job_id)
    BKJ_OPT(veeam_copy_job, repository_id) BKJ_INSIDE(veeam_copy_job, schedule_policy, CopySchedule)
    BKJ_FLAG(veeam_copy_job, is_enabled) BKJ_TIME(veeam_copy_job, last_run) BKJ_TIME(veeam_copy_job, next_run)
    BKJ_WORD(veeam_copy_job, last_status) BKJ_INSIDE(veeam_copy_job, links, Links) BKJ_JSON(veeam_copy_job, links)
    BKJ_JSON(veeam_copy_job, extra)
};
/** Rates and amounts of a session. */
BKJ_RESULT(Statistics, veeam_statistics)
    BKJ_NUM(veeam_statistics, processing_rate_bytes) BKJ_NUM(veeam_statistics, processing_rate_items)
    BKJ_NUM(veeam_statistics, read_rate_bytes) BKJ_NUM(veeam_statistics, write_rate_bytes)
    BKJ_NUM(veeam_statistics, transferred_data_bytes) BKJ_NUM(veeam_statistics, processed_objects)
    BKJ_OPT(veeam_statistics, processing_rate) BKJ_OPT(veeam_statistics, read_rate)
    BKJ_OPT(veeam_statistics, write_rate) BKJ_OPT(veeam_statistics, transferred_data)
    BKJ_OPT(veeam_statistics, bottleneck) BKJ_JSON(veeam_statistics, extra)
};
/** One run of a backup job or copy job. */
BKJ_RESULT(JobSession, veeam_job_session)
    BKJ_TEXT(veeam_job_session, id) BKJ_OPT(veeam_job_session, details) BKJ_TIME(veeam_job_session, creation_time)
    BKJ_TIME(veeam_job_session, end_time) BKJ_NUM(veeam_job_session, retry_count)
    BKJ_NUM(veeam_job_session, progress) BKJ_WORD(veeam_job_session, status)
    BKJ_INSIDE(veeam_job_session, statistics, Statistics) BKJ_INSIDE(veeam_job_session, links, Links)
    BKJ_JSON(veeam_job_session, links) BKJ_JSON(veeam_job_session, extra)
    BKJ_OPT(veeam_job_session, job_id)
};
/** One step of a job session. */
BKJ_RESULT(LogItem, veeam_log_item)
    BKJ_TEXT(veeam_log_item, id) BKJ_NUM(veeam_log_item, usn) BKJ_OPT(veeam_log_item, title)
    BKJ_TIME(veeam_log_item, creation_time) BKJ_TIME(veeam_log_item, end_time) BKJ_JSON(veeam_log_item, extra)
    /** The word in brackets at the beginning of the title, and the title without it. */
    BKJ_OPT(veeam_log_item, severity)
    BKJ_TEXT(veeam_log_item, sentence)
};
/** A restore session. */
BKJ_RESULT(RestoreSession, veeam_restore_session)
    BKJ_TEXT(veeam_restore_session, id) BKJ_OPT(veeam_restore_session, name)
    BKJ_OPT(veeam_restore_session, organization) BKJ_WORD(veeam_restore_session, explorer)
    BKJ_TIME(veeam_restore_session, creation_time) BKJ_TIME(veeam_restore_session, end_time)
    BKJ_OPT(veeam_restore_session, state) BKJ_OPT(veeam_restore_session, result)
    BKJ_OPT(veeam_restore_session, initiated_by) BKJ_OPT(veeam_restore_session, details)
    BKJ_OPT(veeam_restore_session, scope_name) BKJ_OPT(veeam_restore_session, client_host)
    BKJ_OPT(veeam_restore_session, reason) BKJ_INSIDE(veeam_restore_session, links, Links)
    BKJ_JSON(veeam_restore_session, links) BKJ_JSON(veeam_restore_session, extra)
};
/** An organization. */
BKJ_RESULT(Organization, veeam_organization)
    BKJ_TEXT(veeam_organization, id) BKJ_OPT(veeam_organization, name) BKJ_OPT(veeam_organization, office_name)
    BKJ_OPT(veeam_organization, kind) BKJ_OPT(veeam_organization, region)
    BKJ_FLAG(veeam_organization, is_exchange_online) BKJ_FLAG(veeam_organization, is_share_point_online)
    BKJ_FLAG(veeam_organization, is_teams_online) BKJ_FLAG(veeam_organization, is_backedup)
    BKJ_TIME(veeam_organization, first_backuptime) BKJ_TIME(veeam_organization, last_backuptime)
    BKJ_INSIDE(veeam_organization, links, Links) BKJ_JSON(veeam_organization, links)
    BKJ_JSON(veeam_organization, extra)
};
/** A backup repository. */
BKJ_RESULT(Repository, veeam_repository)
    BKJ_TEXT(veeam_repository, id) BKJ_OPT(veeam_repository, name) BKJ_OPT(veeam_repository, description)
    BKJ_OPT(veeam_repository, proxy_id) BKJ_OPT(veeam_repository, path) BKJ_OPT(veeam_repository, object_storage_id)
    BKJ_FLAG(veeam_repository, is_long_term) BKJ_NUM(veeam_repository, capacity_bytes)
    BKJ_NUM(veeam_repository, free_space_bytes) BKJ_OPT(veeam_repository, retention_type)
    BKJ_FLAG(veeam_repository, is_out_of_sync) BKJ_INSIDE(veeam_repository, links, Links)
    BKJ_JSON(veeam_repository, links) BKJ_JSON(veeam_repository, extra)
};
BKJ_LIST(Job, veeam_job)
BKJ_LIST(CopyJob, veeam_copy_job)
BKJ_LIST(JobSession, veeam_job_session)
BKJ_LIST(LogItem, veeam_log_item)
BKJ_LIST(Organization, veeam_organization)
BKJ_LIST(Repository, veeam_repository)

/** When a new copy job copies. Words are the vendor's, such as "DailyAtTime". */
struct NewCopySchedule {
    std::optional<std::string> kind, daily_type, daily_time, periodically_every;
    /** 168 flags from Sunday 00:00 on; given, copying is bound to them. */
    std::optional<std::vector<bool>> window;
    /** Of the window, in minutes from UTC. */
    std::int64_t minute_offset = 0;
};

/** What a new copy job needs. */
struct CreateCopyJob {
    std::string backup_job_id, repository_id;
    NewCopySchedule schedule;
    bool is_enabled = true;
};

/** What to explore. */
struct ExploreOptions {
    /** yyyy-MM-dd HH:mm:ss.SSS, yyyy.MM.dd hh:mm:ss or ISO 8601, in UTC. */
    std::string datetime;
    /** "vex", "vesp", "veod" or "vet". */
    std::string explorer;
    std::optional<bool> show_deleted, show_all_versions;
};

/** A client of one server. May be used from any number of threads at once. */
class Client {
public:
    Client(const std::string &url, Dialect version, const std::string &username, const std::string &password,
           const ClientOptions &options = {})
        : Client(detail::make<bkj_veeam>(bkj_veeam_new, url.c_str(), static_cast<std::int32_t>(version),
                                         username.c_str(), password.c_str(), options.make().get())) {}
    BKJ_CLIENT(veeam)
    BKJ_ENUM(veeam, dialect, Dialect)
    Server server() const { return Server(detail::make<bkj_server>(bkj_veeam_server, get())); }
    BKJ_ALL(veeam, jobs, JobList, veeam_job_list)
    BKJ_GET(veeam, job, Job, veeam_job)
    void start_job(const std::string &id, std::optional<bool> full = {}) const {
        detail::call(bkj_veeam_start_job, get(), id.c_str(), detail::flag(full));
    }
    BKJ_DO(veeam, stop_job)
    BKJ_DO(veeam, enable_job)
    BKJ_DO(veeam, disable_job)
    /** None when the server did not say which session it opened. */
    std::optional<RestoreSession> explore_job(const std::string &id, const ExploreOptions &options) const {
        const detail::Handle<bkj_veeam_explore_options> made(
            detail::make<bkj_veeam_explore_options>(bkj_veeam_explore_options_new, options.datetime.c_str(),
                                                    options.explorer.c_str()),
            bkj_veeam_explore_options_free);
        detail::call(bkj_veeam_explore_options_set_show_deleted, made.get(), detail::flag(options.show_deleted));
        const std::int32_t all = detail::flag(options.show_all_versions);
        detail::call(bkj_veeam_explore_options_set_show_all_versions, made.get(), all);
        auto session =
            BKJ_MAKE(RestoreSession, veeam_restore_session, bkj_veeam_explore_job, get(), id.c_str(), made.get());
        return session.get() != nullptr ? std::optional<RestoreSession>(session) : std::nullopt;
    }
    JobSessionList job_sessions(const std::string &job_id, std::size_t limit = 0) const {
        return BKJ_MAKE(JobSessionList, veeam_job_session_list, bkj_veeam_job_sessions, get(), job_id.c_str(), limit);
    }
    JobSessionList all_job_sessions(std::size_t limit = 0) const {
        return BKJ_MAKE(JobSessionList, veeam_job_session_list, bkj_veeam_all_job_sessions, get(), limit);
    }
    BKJ_GET(veeam, job_session, JobSession, veeam_job_session)
    /** The steps of a job session, oldest first. */
    BKJ_GET(veeam, log_items, LogItemList, veeam_log_item_list)
    BKJ_ALL(veeam, organizations, OrganizationList, veeam_organization_list)
    BKJ_GET(veeam, organization, Organization, veeam_organization)
    BKJ_ALL(veeam, repositories, RepositoryList, veeam_repository_list)
    BKJ_GET(veeam, repository, Repository, veeam_repository)
    BKJ_ALL(veeam, copy_jobs, CopyJobList, veeam_copy_job_list)
    BKJ_GET(veeam, copy_job, CopyJob, veeam_copy_job)
    CopyJob create_copy_job(const CreateCopyJob &spec) const {
        const NewCopySchedule &given = spec.schedule;
        const detail::Handle<bkj_veeam_copy_schedule> schedule(bkj_veeam_copy_schedule_new(),
                                                               bkj_veeam_copy_schedule_free);
        const auto set = [&schedule](auto setter, const std::optional<std::string> &value) {
            detail::call(setter, schedule.get(), detail::chars(value));
        };
        set(bkj_veeam_copy_schedule_set_kind, given.kind);
        set(bkj_veeam_copy_schedule_set_daily_type, given.daily_type);
        set(bkj_veeam_copy_schedule_set_daily_time, given.daily_time);
        set(bkj_veeam_copy_schedule_set_periodically_every, given.periodically_every);
        if (given.window) {
            const std::vector<std::uint8_t> hours(given.window->begin(), given.window->end());
            const std::uint8_t none = 0;
            const detail::Handle<bkj_veeam_backup_window> window(
                detail::make<bkj_veeam_backup_window>(bkj_veeam_backup_window_new, hours.empty() ? &none : hours.data(),
                                                      hours.size(), given.minute_offset),
                bkj_veeam_backup_window_free);
            detail::call(bkj_veeam_copy_schedule_within, schedule.get(), window.get());
        }
        using Spec = struct ::bkj_veeam_create_copy_job;
        const detail::Handle<Spec> made(
            detail::make<Spec>(bkj_veeam_create_copy_job_new, spec.backup_job_id.c_str(), spec.repository_id.c_str(),
                               schedule.get()),
            bkj_veeam_create_copy_job_free);
        detail::call(bkj_veeam_create_copy_job_set_is_enabled, made.get(), spec.is_enabled);
        return BKJ_MAKE(CopyJob, veeam_copy_job, ::bkj_veeam_create_copy_job, get(), made.get());
    }
};

} // namespace veeam

namespace teradata {

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
};
BKJ_LIST(Job, teradata_job)
BKJ_LIST(Execution, teradata_execution)

/** Which jobs to list; nothing set: all. */
struct JobQuery {
    std::optional<bool> is_active;
    /** "BACKUP" or "RESTORE". */
    std::optional<std::string> job_type;
    /** From 1; not set: all pages. */
    std::optional<std::uint32_t> page;
    std::uint32_t page_size = 0;
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
    BKJ_CLIENT(teradata)
    BKJ_TEXT(teradata, site_id)
    Server server() const { return Server(detail::make<bkj_server>(bkj_teradata_server, get())); }
    JobList jobs(const JobQuery &query = {}) const {
        const detail::Handle<bkj_teradata_job_query> made(bkj_teradata_job_query_new(), bkj_teradata_job_query_free);
        detail::call(bkj_teradata_job_query_set_is_active, made.get(), detail::flag(query.is_active));
        detail::call(bkj_teradata_job_query_set_job_type, made.get(), detail::chars(query.job_type));
        const std::int64_t page = query.page ? std::int64_t{*query.page} : BKJ_ABSENT;
        detail::call(bkj_teradata_job_query_set_page, made.get(), page);
        detail::call(bkj_teradata_job_query_set_page_size, made.get(), query.page_size);
        return BKJ_MAKE(JobList, teradata_job_list, bkj_teradata_jobs, get(), made.get());
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

#undef BKJ_TEXT
#undef BKJ_OPT
#undef BKJ_JSON
#undef BKJ_WORD
#undef BKJ_FLAG
#undef BKJ_NUM
#undef BKJ_AT
#undef BKJ_TIME
#undef BKJ_ENUM
#undef BKJ_INSIDE
#undef BKJ_VECTOR
#undef BKJ_EACH
#undef BKJ_TEXTS
#undef BKJ_BITS
#undef BKJ_LIST
#undef BKJ_RESULT
#undef BKJ_MAKE
#undef BKJ_DO
#undef BKJ_GET
#undef BKJ_ALL
#undef BKJ_CLIENT

} // namespace backupjobs

#endif
