/* What the other headers are made of: errors, results, lists, and the macros that name accessors. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_DETAIL_HPP
#define BACKUPJOBS_DETAIL_HPP

#include "../backupjobs.h"

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
/** How much a log event matters. */
enum class LogLevel : std::int32_t {
    debug = BKJ_LOG_LEVEL_DEBUG, info = BKJ_LOG_LEVEL_INFO, warning = BKJ_LOG_LEVEL_WARNING,
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

inline std::optional<Outcome> outcome(std::int32_t code) {
    return code != BKJ_ABSENT ? std::optional<Outcome>(static_cast<Outcome>(code)) : std::nullopt;
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

/** A result that may be missing; takes the object over. */
template <class R, class C>
std::optional<R> found(C *object, void (*release)(C *)) {
    return object != nullptr ? std::optional<R>(R(own(object, release))) : std::nullopt;
}

/** Several objects as C takes them. They live as long as this. */
template <class C>
class Made {
public:
    template <class V>
    explicit Made(const V &plain) {
        for (const auto &one : plain) {
            kept_.push_back(one.make());
            handles_.push_back(kept_.back().get());
        }
    }
    const C *const *data() const noexcept { return handles_.data(); }
    std::size_t size() const noexcept { return handles_.size(); }

private:
    std::vector<Handle<C>> kept_;
    std::vector<const C *> handles_;
};

inline std::int64_t unix_ms(const std::optional<TimePoint> &at) {
    return at ? std::int64_t{at->time_since_epoch().count()} : std::int64_t{BKJ_ABSENT};
}

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

/** Rows of a list, read page by page: good for range-for, once, on one thread. Holds one page, and the connection. */
template <class T, class I, bkj_status (*Next)(I *, typename T::c_type **, bkj_error **), void (*FreeRow)(typename T::c_type *),
          void (*Free)(I *)>
class Rows {
public:
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;
        iterator() = default;
        explicit iterator(Rows *rows) : rows_(rows), row_(rows->next()) {}
        const T &operator*() const { return *row_; }
        const T *operator->() const { return &*row_; }
        iterator &operator++() { return row_ = rows_->next(), *this; }
        void operator++(int) { ++*this; }
        /** Equal only at the end. */
        bool operator==(const iterator &other) const { return !row_ && !other.row_; }
        bool operator!=(const iterator &other) const { return !(*this == other); }

    private:
        Rows *rows_ = nullptr;
        std::optional<T> row_;
    };
    explicit Rows(I *iter) : iter_(iter, Free) {}
    /** The next row; nothing after the last. After an error there is none. */
    std::optional<T> next() {
        typename T::c_type *row = make<typename T::c_type>(Next, iter_.get());
        return row != nullptr ? std::optional<T>(T(own(row, FreeRow))) : std::nullopt;
    }
    iterator begin() { return iterator(this); }
    iterator end() { return iterator(); }

private:
    Handle<I> iter_;
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

/** Takes over a list of texts. */
inline std::vector<std::string> texts(bkj_string_list *list) {
    const Handle<bkj_string_list> owned(list, bkj_string_list_free);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < bkj_string_list_len(list); i++) {
        all.push_back(text(bkj_string_list_at(list, i)));
    }
    return all;
}

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
#define BKJ_ITER(R, T) \
    using R##Rows = detail::Rows<R, struct ::bkj_##T##_iter, ::bkj_##T##_iter_next, ::bkj_##T##_free, ::bkj_##T##_iter_free>;
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
/* Makes a call that writes an iterator over R. */
#define BKJ_ROWS(R, T, ...) R##Rows(detail::make<struct ::bkj_##T##_iter>(__VA_ARGS__))
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

} // namespace backupjobs

#endif
