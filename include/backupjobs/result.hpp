/* A value, or why there is none. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_RESULT_HPP
#define BACKUPJOBS_RESULT_HPP

#include "error.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <variant>

namespace backupjobs {
inline namespace BKJ_FACE {

template <class T>
class Result;

namespace detail {

/** The end of a program that takes what is not there, where it cannot be thrown: never goes on with nothing. */
[[noreturn]] inline void stop(const char *why) noexcept {
    std::fprintf(stderr, "%s\n", why);
    std::abort();
}

[[noreturn]] inline void raise(const Error &error) {
#ifdef BACKUPJOBS_NO_EXCEPTIONS
    stop(error.what());
#else
    throw error;
#endif
}

template <class T>
struct IsResult : std::false_type {};
template <class T>
struct IsResult<Result<T>> : std::true_type {};

} // namespace detail

/** A value, or the error in its place. Asked for a value that is not there, it throws the error, or, where there are no
 *  exceptions, ends the program with the error's line on stderr. */
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;
    using error_type = Error;
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const T &value() const & {
        check();
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T &value() & {
        check();
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T value() && {
        check();
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] T operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }
    [[nodiscard]] T *operator->() { return &value(); }
    template <class U>
    [[nodiscard]] T value_or(U &&other) const & {
        return has_value() ? value() : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    [[nodiscard]] T value_or(U &&other) && {
        return has_value() ? std::move(*this).value() : static_cast<T>(std::forward<U>(other));
    }
    /** The error; a result that has a value has none: asking for it ends the program. */
    [[nodiscard]] const Error &error() const {
        if (has_value()) {
            detail::stop("backupjobs: a result that has a value was asked for its error");
        }
        return *std::get_if<1>(&state_);
    }
    /** What `function` makes of the value; an error stays. */
    template <class F>
    auto map(F &&function) const & {
        return mapped(*this, std::forward<F>(function));
    }
    template <class F>
    auto map(F &&function) && {
        return mapped(std::move(*this), std::forward<F>(function));
    }
    /** The result that `function` has for the value; an error stays. */
    template <class F>
    auto and_then(F &&function) const & {
        return then(*this, std::forward<F>(function));
    }
    template <class F>
    auto and_then(F &&function) && {
        return then(std::move(*this), std::forward<F>(function));
    }

private:
    void check() const {
        if (!has_value()) {
            detail::raise(*std::get_if<1>(&state_));
        }
    }
    template <class Self, class F>
    static auto then(Self &&self, F &&function) {
        using Next = std::invoke_result_t<F, decltype(std::forward<Self>(self).value())>;
        static_assert(detail::IsResult<Next>::value, "and_then() takes a function that returns a Result");
        return self ? std::invoke(std::forward<F>(function), std::forward<Self>(self).value()) : Next(self.error());
    }
    template <class Self, class F>
    static auto mapped(Self &&self, F &&function) {
        using Next = std::invoke_result_t<F, decltype(std::forward<Self>(self).value())>;
        return then(std::forward<Self>(self), [&function](auto &&value) -> Result<Next> {
            if constexpr (std::is_void_v<Next>) {
                std::invoke(std::forward<F>(function), std::forward<decltype(value)>(value));
                return {};
            } else {
                return std::invoke(std::forward<F>(function), std::forward<decltype(value)>(value));
            }
        });
    }

    std::variant<T, Error> state_;
};

/** Nothing, or why not. */
template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;
    using error_type = Error;
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return !error_; }
    explicit operator bool() const noexcept { return has_value(); }
    void value() const {
        if (error_) {
            detail::raise(*error_);
        }
    }
    void operator*() const { value(); }
    /** The error; a result without one that is asked for it ends the program. */
    [[nodiscard]] const Error &error() const {
        if (!error_) {
            detail::stop("backupjobs: a result without an error was asked for it");
        }
        return *error_;
    }
    /** The result that `function` has; an error stays. */
    template <class F>
    auto and_then(F &&function) const {
        using Next = std::invoke_result_t<F>;
        static_assert(detail::IsResult<Next>::value, "and_then() takes a function that returns a Result");
        return error_ ? Next(*error_) : std::invoke(std::forward<F>(function));
    }
    /** What `function` makes; an error stays. */
    template <class F>
    auto map(F &&function) const {
        using Next = std::invoke_result_t<F>;
        return and_then([&function]() -> Result<Next> {
            if constexpr (std::is_void_v<Next>) {
                std::invoke(std::forward<F>(function));
                return {};
            } else {
                return std::invoke(std::forward<F>(function));
            }
        });
    }

private:
    std::optional<Error> error_;
};

/** What a call that can fail returns: T, and it throws; without exceptions, Result<T>. */
#ifdef BACKUPJOBS_NO_EXCEPTIONS
template <class T>
using Returns = Result<T>;
#else
template <class T>
using Returns = T;
#endif

namespace detail {

/** What a call returns, of what came of it. */
template <class T>
Returns<T> give(Result<T> result) {
#ifdef BACKUPJOBS_NO_EXCEPTIONS
    return result;
#else
    return std::move(result).value();
#endif
}

} // namespace detail
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
